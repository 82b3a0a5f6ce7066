//! Names of published files: one spelling that works on every file system and cannot leave the output.

use std::fmt;

use crate::text::Lang;

/// What is wrong with the path of a file that was to be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFault {
    /// It is empty, absolute, or holds an empty, `.` or `..` component.
    Shape,
    /// It holds a character that some file system cannot store: a control character or one of `<>:"|?*\`.
    Character,
    /// A component ends in a dot or a space, which Windows drops.
    Ending,
    /// A component is a device name on Windows, such as `con` or `nul.txt`.
    Device,
    /// A component is longer than 255 bytes.
    Long,
    /// A component starts with a dot, or would configure a web server.
    Hidden,
    /// It lies outside `public/`, `employees/<id>/`, `raters/<id>/` and `personnel/`.
    Root,
    /// Another file has this path already.
    Twice,
    /// Another file or directory differs from it only in upper and lower case.
    Case,
    /// It would be a file and a directory at once.
    FileAndDirectory,
}

impl PathFault {
    /// The fault in words.
    pub fn describe(self, lang: Lang) -> &'static str {
        let (id, en) = match self {
            PathFault::Shape => ("bukan jalur relatif yang sah", "it is not a proper relative path"),
            PathFault::Character => (
                "memuat karakter yang tidak dapat disimpan di setiap komputer",
                "it holds a character that not every computer can store",
            ),
            PathFault::Ending => {
                ("bagian nama berakhir dengan titik atau spasi", "a part of it ends in a dot or a space")
            }
            PathFault::Device => {
                ("memuat nama perangkat Windows", "a part of it is a device name on Windows")
            }
            PathFault::Long => ("bagian nama terlalu panjang", "a part of it is too long"),
            PathFault::Hidden => (
                "nama yang diawali titik atau mengatur server web tidak diterbitkan",
                "names that start with a dot or configure a web server are not published",
            ),
            PathFault::Root => ("berada di luar akar keluaran", "it lies outside the roots of the output"),
            PathFault::Twice => ("sudah ada berkas dengan jalur ini", "another file has this path already"),
            PathFault::Case => (
                "hanya berbeda huruf besar-kecil dari nama lain",
                "it differs from another name only in upper and lower case",
            ),
            PathFault::FileAndDirectory => {
                ("menjadi berkas sekaligus direktori", "it would be a file and a directory at once")
            }
        };
        match lang {
            Lang::Id => id,
            Lang::En => en,
        }
    }
}

/// A file that cannot be part of a tree, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathError {
    /// The path as it was given.
    pub path: String,
    /// What is wrong with it.
    pub fault: PathFault,
}

impl PathError {
    /// The error in words.
    pub fn describe(&self, lang: Lang) -> String {
        let Self { path, fault } = self;
        let why = fault.describe(lang);
        match lang {
            Lang::Id => format!("berkas `{path}` tidak dapat diterbitkan: {why}"),
            Lang::En => format!("the file `{path}` cannot be published: {why}"),
        }
    }
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::En))
    }
}

impl std::error::Error for PathError {}

/// Longest component that common file systems store.
const LONGEST: usize = 255;

/// Checks the path of a file of a tree.
pub(super) fn check(path: &str) -> Result<(), PathFault> {
    for part in path.split('/') {
        check_component(part)?;
    }
    let mut parts = path.split('/');
    let inside = match parts.next() {
        Some("public" | "personnel") => parts.next().is_some(),
        Some("employees" | "raters") => parts.next().is_some() && parts.next().is_some(),
        _ => false,
    };
    if inside { Ok(()) } else { Err(PathFault::Root) }
}

fn check_component(part: &str) -> Result<(), PathFault> {
    if matches!(part, "" | "." | "..") {
        return Err(PathFault::Shape);
    }
    if part.chars().any(|c| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\')) {
        return Err(PathFault::Character);
    }
    if part.len() > LONGEST {
        return Err(PathFault::Long);
    }
    if part.ends_with(['.', ' ']) {
        return Err(PathFault::Ending);
    }
    if (part.starts_with('.') && part != ".well-known") || part.eq_ignore_ascii_case("web.config") {
        return Err(PathFault::Hidden);
    }
    if is_device(part) { Err(PathFault::Device) } else { Ok(()) }
}

/// Says whether Windows takes a name for a device; what follows the first dot does not count there.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).trim_end().to_ascii_lowercase();
    if matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") {
        return true;
    }
    let Some(number) = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt")) else { return false };
    let mut digits = number.chars();
    matches!((digits.next(), digits.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_paths_pass() {
        for path in [
            "public/index.html",
            "employees/dewi/2025/skp.pdf",
            "raters/hasan/index.html",
            "personnel/unit/umum.html",
            "public/.well-known/security.txt",
            "public/aset/Logo Kantor.svg",
            "public/control.html",
            "public/com10.html",
        ] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn paths_that_lead_astray_are_refused() {
        for (path, fault) in [
            ("", PathFault::Shape),
            ("/public/a", PathFault::Shape),
            ("public//a", PathFault::Shape),
            ("public/../personnel/a", PathFault::Shape),
            ("public/./a", PathFault::Shape),
            ("public/a/", PathFault::Shape),
            ("public\\a", PathFault::Character),
            ("C:/public/a", PathFault::Character),
            ("public/a\nb", PathFault::Character),
            ("public/a?.html", PathFault::Character),
            ("public/a.", PathFault::Ending),
            ("public/a /b", PathFault::Ending),
            ("public/NUL.html", PathFault::Device),
            ("public/com1", PathFault::Device),
            ("public/lpt².txt", PathFault::Device),
            ("public/.htaccess", PathFault::Hidden),
            ("public/Web.Config", PathFault::Hidden),
            ("public", PathFault::Root),
            ("employees/dewi", PathFault::Root),
            ("index.html", PathFault::Root),
            ("Public/index.html", PathFault::Root),
        ] {
            assert_eq!(check(path), Err(fault), "{path}");
        }
        assert_eq!(check(&format!("public/{}", "x".repeat(256))), Err(PathFault::Long));
    }
}
