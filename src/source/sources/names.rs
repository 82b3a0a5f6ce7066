//! Which files are looked at, and which names are good ones.

/// Says whether a file or folder is none of the agency's: hidden ones, and what editors and desktops leave behind.
pub(super) fn is_skipped(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    name.starts_with('.') && !name.starts_with("..")
        || name.starts_with("~$")
        || name.starts_with('#') && name.ends_with('#')
        || [".swp", ".swo", ".bak", ".orig", ".tmp", "~"].iter().any(|end| lower.ends_with(end))
        || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "icon\r")
}

/// Says whether a path can be checked out everywhere and never means another place than it says.
pub(super) fn is_good_path(path: &str) -> bool {
    path.len() <= 1024 && path.split('/').all(is_good_name)
}

fn is_good_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    !name.is_empty()
        && name.len() <= 255
        && !name.starts_with("..")
        && name != "."
        && !name.ends_with(['.', ' '])
        && !name.starts_with(' ')
        && !name.chars().any(|c| c.is_control() || "\\:*?\"<>|\u{fffd}".contains(c) || is_invisible(c))
        && !is_reserved(&stem)
}

/// Marks that do not show, and let two names look the same.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Names that Windows keeps for devices.
fn is_reserved(stem: &str) -> bool {
    matches!(stem, "con" | "prn" | "aux" | "nul")
        || stem
            .strip_prefix("com")
            .or(stem.strip_prefix("lpt"))
            .is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']))
}

/// What a path holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Text that people write.
    Written,
    /// Text that may be as large as an agency: tables and what Rapor writes itself.
    Made,
    /// Anything else: pictures, signed documents.
    Asset,
}

/// Says by its path what a file holds.
pub(super) fn holds(path: &str) -> Holds {
    if path.starts_with("content/assets/") || path.starts_with("templates/assets/") {
        return Holds::Asset;
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "csv" | "lock" => Holds::Made,
        "yaml" | "yml" | "md" | "markdown" | "txt" | "html" | "htm" | "json" | "css" | "js" => Holds::Written,
        _ if name == "allowed_signers" => Holds::Written,
        _ if path.starts_with("templates/") => Holds::Written,
        _ => Holds::Asset,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_elsewhere_or_hide_are_refused() {
        for good in
            ["content/people/dewi.yaml", "content/a..b.md", "content/pages/tentang-kami.md", "rapor.yaml"]
        {
            assert!(is_good_path(good), "{good}");
        }
        for bad in [
            "content/../rapor.yaml",
            "content/..yaml",
            "/etc/passwd",
            "content//a.md",
            "content/./a.md",
            "a\\b.md",
            "content/a\u{7}.md",
            "content/a\u{202e}.md",
            "content/nul.md",
            "content/COM1",
            "content/a. ",
            "content/c:d",
            "content/a\u{fffd}.md",
        ] {
            assert!(!is_good_path(bad), "{bad:?}");
        }
    }

    #[test]
    fn leftovers_are_skipped() {
        for name in
            [".git", ".DS_Store", "plan.yaml~", "plan.yaml.swp", "~$plan.docx", "#plan.yaml#", "Thumbs.db"]
        {
            assert!(is_skipped(name), "{name}");
        }
        assert!(!is_skipped("..hidden") && !is_skipped("plan.yaml"));
    }

    #[test]
    fn paths_say_what_they_hold() {
        assert_eq!(holds("content/people/dewi.yaml"), Holds::Written);
        assert_eq!(holds("content/people.csv"), Holds::Made);
        assert_eq!(holds("content/periods/2024.lock"), Holds::Made);
        assert_eq!(holds("content/assets/lambang.svg"), Holds::Asset);
        assert_eq!(holds("content/reviews/2025/dewi/foto.jpg"), Holds::Asset);
        assert_eq!(holds("templates/page.tera"), Holds::Written);
    }
}
