//! Why an output was not published, in words that say what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::text::Lang;

/// Why nothing was published. The old output is then as it was.
#[derive(Debug)]
pub enum PublishError {
    /// The target has no name of its own, such as `/`.
    NoName {
        /// The target.
        target: PathBuf,
    },
    /// The target is a symbolic link.
    Link {
        /// The target.
        target: PathBuf,
    },
    /// The target is a file.
    NotADirectory {
        /// The target.
        target: PathBuf,
    },
    /// The target is, holds, or lies in a directory that must not be replaced.
    Overlap {
        /// The target.
        target: PathBuf,
        /// The directory with the agency's own files.
        with: PathBuf,
    },
    /// The target holds files and was not made by Rapor.
    NotOurs {
        /// The target.
        target: PathBuf,
        /// Some of the files, by path inside the target.
        files: Vec<String>,
    },
    /// The target was made by Rapor, but holds files that Rapor did not put there.
    Foreign {
        /// The directory: the target, or what a run that was cut short left beside it.
        directory: PathBuf,
        /// The files, by path inside the directory.
        files: Vec<String>,
    },
    /// The manifest of the target cannot be read, so nobody knows what may be removed.
    Damaged {
        /// The manifest.
        manifest: PathBuf,
    },
    /// Another run is publishing to the same target.
    Busy {
        /// The target.
        target: PathBuf,
    },
    /// The system refused something.
    Io {
        /// The file or directory it was about.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// How many files an error names before it only counts them.
const NAMED: usize = 10;

impl PublishError {
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> PublishError {
        move |error| PublishError::Io { path: path.to_owned(), error }
    }

    /// The error in words.
    pub fn describe(&self, lang: Lang) -> String {
        match lang {
            Lang::Id => self.indonesian(),
            Lang::En => self.english(),
        }
    }

    fn english(&self) -> String {
        match self {
            PublishError::NoName { target } => {
                format!(
                    "`{}` cannot be the output: give a directory with a name of its own",
                    target.display()
                )
            }
            PublishError::Link { target } => format!(
                "the output `{}` is a symbolic link, which cannot be replaced in one step; give the directory it points to",
                target.display()
            ),
            PublishError::NotADirectory { target } => {
                format!("the output `{}` is not a directory; give another one", target.display())
            }
            PublishError::Overlap { target, with } => format!(
                "the output `{}` would replace your own files in `{}`; give a directory apart from them",
                target.display(),
                with.display()
            ),
            PublishError::NotOurs { target, files } => format!(
                "`{}` was not made by Rapor and is not empty; it is left alone. Give another directory, or empty this one \
                 first. It holds:{}",
                target.display(),
                named(files, "and {} more")
            ),
            PublishError::Foreign { directory, files } => format!(
                "`{}` holds files that Rapor did not put there; replacing it would lose them. Move them away first:{}",
                directory.display(),
                named(files, "and {} more")
            ),
            PublishError::Damaged { manifest } => format!(
                "`{}` is damaged or was written by a later Rapor, so it is not known which files may be replaced. Move \
                 the directory that holds it away and build again",
                manifest.display()
            ),
            PublishError::Busy { target } => {
                format!("another run of Rapor is publishing to `{}`; wait until it is done", target.display())
            }
            PublishError::Io { path, error } => refused(path, error, Lang::En),
        }
    }

    fn indonesian(&self) -> String {
        match self {
            PublishError::NoName { target } => {
                format!("`{}` tidak dapat menjadi keluaran: berikan direktori yang bernama", target.display())
            }
            PublishError::Link { target } => format!(
                "keluaran `{}` adalah tautan simbolik yang tidak dapat diganti dalam satu langkah; berikan direktori \
                 yang ditunjuknya",
                target.display()
            ),
            PublishError::NotADirectory { target } => {
                format!("keluaran `{}` bukan direktori; berikan yang lain", target.display())
            }
            PublishError::Overlap { target, with } => format!(
                "keluaran `{}` akan menggantikan berkas Anda sendiri di `{}`; berikan direktori yang terpisah",
                target.display(),
                with.display()
            ),
            PublishError::NotOurs { target, files } => format!(
                "`{}` bukan buatan Rapor dan tidak kosong, jadi dibiarkan. Berikan direktori lain, atau kosongkan dulu. \
                 Isinya:{}",
                target.display(),
                named(files, "dan {} lagi")
            ),
            PublishError::Foreign { directory, files } => format!(
                "`{}` memuat berkas yang tidak berasal dari Rapor; berkas itu akan hilang bila diganti. Pindahkan dulu:{}",
                directory.display(),
                named(files, "dan {} lagi")
            ),
            PublishError::Damaged { manifest } => format!(
                "`{}` rusak atau ditulis oleh Rapor yang lebih baru, sehingga tidak diketahui berkas mana yang boleh \
                 diganti. Pindahkan direktori yang memuatnya lalu bangun lagi",
                manifest.display()
            ),
            PublishError::Busy { target } => {
                format!("Rapor lain sedang menerbitkan ke `{}`; tunggu sampai selesai", target.display())
            }
            PublishError::Io { path, error } => refused(path, error, Lang::Id),
        }
    }
}

/// What the system refused, and why; in its own words where there are none here.
fn refused(path: &Path, error: &io::Error, lang: Lang) -> String {
    let path = path.display();
    let (id, en) = match error.kind() {
        io::ErrorKind::PermissionDenied => {
            ("tidak boleh ditulis oleh pengguna ini", "may not be written by this user")
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            ("terletak di tempat yang hanya dapat dibaca", "lies where nothing can be written")
        }
        io::ErrorKind::StorageFull => {
            ("tidak termuat: penyimpanan penuh", "does not fit: the storage is full")
        }
        _ => return format!("`{path}`: {error}"),
    };
    format!("`{path}` {}", if lang == Lang::Id { id } else { en })
}

/// Lists files one a line, the first few by name.
fn named(files: &[String], more: &str) -> String {
    let mut list: String = files.iter().take(NAMED).map(|file| format!("\n  {file}")).collect();
    if files.len() > NAMED {
        list.push_str("\n  ");
        list.push_str(&more.replace("{}", &(files.len() - NAMED).to_string()));
    }
    list
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            PublishError::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}
