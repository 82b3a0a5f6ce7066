//! Bytes to text, and what is wrong with files before anybody reads them.

use std::collections::BTreeMap;

use super::names;
use super::walk::{Entry, FILE_COUNT_LIMIT, Found};
use super::{AssetSource, Content, File, Sources, id};
use crate::diagnostic::{FileId, Finding, Findings, Span, code};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Turns what was found, sorted by path, into files and findings.
pub(super) fn sources(entries: Vec<Entry>) -> (Sources, Findings) {
    let mut findings = Findings::new();
    let too_many = entries.len() > FILE_COUNT_LIMIT;
    let mut files = Vec::with_capacity(entries.len());
    for (n, entry) in entries.into_iter().enumerate().take(FILE_COUNT_LIMIT) {
        files.push(file(entry, id(n), &mut findings));
    }
    if too_many {
        let finding = Finding::new(code::TOO_MANY_FILES, Span::start_of(id(files.len() - 1)));
        findings.push(finding.count("limit", FILE_COUNT_LIMIT));
    }
    report_colliding_names(&files, &mut findings);
    (Sources { files }, findings)
}

fn file(entry: Entry, at: FileId, findings: &mut Findings) -> File {
    let start = Span::start_of(at);
    if !names::is_good_path(&entry.path) {
        findings.push(Finding::new(code::BAD_FILE_NAME, start).quoted("name", &entry.path));
        return File { path: entry.path, content: nothing() };
    }
    let content = match entry.found {
        Found::Text(bytes) => text(bytes, at, findings),
        Found::Asset { size, at } => Content::Asset { size, source: AssetSource::Disk(at) },
        Found::AssetBytes(bytes) => {
            Content::Asset { size: bytes.len() as u64, source: AssetSource::Memory(bytes) }
        }
        Found::TooLarge { size, limit } => {
            findings
                .push(Finding::new(code::FILE_TOO_LARGE, start).count("size", size).count("limit", limit));
            nothing()
        }
        Found::LinkOutside => {
            findings.push(Finding::new(code::LINK_OUTSIDE, start));
            nothing()
        }
        Found::Unreadable(kind) => {
            findings.push(Finding::new(code::UNREADABLE_FILE, start).arg("reason", kind.to_string()));
            nothing()
        }
    };
    File { path: entry.path, content }
}

fn nothing() -> Content {
    Content::Broken { shown: String::new(), raw: Vec::new() }
}

fn text(bytes: Vec<u8>, at: FileId, findings: &mut Findings) -> Content {
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let stored = match String::from_utf8(bytes) {
        Ok(stored) => stored,
        Err(error) => {
            let bad = error.utf8_error().valid_up_to() - mark.min(error.utf8_error().valid_up_to());
            findings.push(Finding::new(code::NOT_UTF8, Span::new(at, bad, bad)));
            let raw = error.into_bytes();
            let shown = String::from_utf8_lossy(&raw[mark..]).into_owned();
            return Content::Broken { shown, raw };
        }
    };
    if let Some((byte, c)) = stored[mark..].char_indices().find(|&(_, c)| is_forbidden(c)) {
        let finding = Finding::new(code::CONTROL_CHARACTER, Span::new(at, byte, byte + c.len_utf8()));
        findings.push(finding.arg("codepoint", format!("U+{:04X}", u32::from(c))));
        let shown = stored[mark..].to_owned();
        return Content::Broken { shown, raw: stored.into_bytes() };
    }
    Content::Text { stored, mark }
}

/// Control characters have no business in a text, and marks that turn its direction make it read otherwise than it
/// is.
fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Two names that differ only in case are one file on Windows and macOS: the second would overwrite the first.
fn report_colliding_names(files: &[File], findings: &mut Findings) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut last_folder = "";
    for (n, file) in files.iter().enumerate() {
        let mut parts: Vec<&str> = vec![&file.path];
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder != last_folder {
            parts.extend(file.path.match_indices('/').map(|(end, _)| &file.path[..end]));
            last_folder = folder;
        }
        for part in parts {
            let other = *seen.entry(part.to_lowercase()).or_insert(part);
            if other != part {
                findings.push(Finding::new(code::NAME_COLLIDES, Span::start_of(id(n))).arg("other", other));
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Finding, Texts, place};
    use crate::source::Sources;

    fn read(files: &[(&str, &[u8])]) -> (Sources, Vec<Finding>) {
        let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
        let (sources, findings) = Sources::from_files(files);
        (sources, findings.into_sorted())
    }

    #[test]
    fn files_come_in_the_order_of_their_paths() {
        let (sources, findings) =
            read(&[("content/b.yaml", b"b"), ("rapor.yaml", b"r"), ("content/a.yaml", b"a")]);
        assert_eq!(findings, []);
        let paths: Vec<&str> = sources.iter().map(|(_, file)| file.path()).collect();
        assert_eq!(paths, ["content/a.yaml", "content/b.yaml", "rapor.yaml"]);
        assert_eq!(sources.under("content/").count(), 2);
        assert_eq!(sources.under("content/b").count(), 1);
        let (id, file) = sources.find("content/b.yaml").unwrap();
        assert_eq!((sources.text(id), file.text()), ("b", "b"));
        assert!(sources.find("content/c.yaml").is_none());
    }

    #[test]
    fn a_byte_order_mark_is_no_text_but_is_hashed() {
        let (sources, findings) = read(&[("content/a.yaml", b"\xef\xbb\xbfa: 1\r\n")]);
        assert_eq!(findings, []);
        let (_, file) = sources.find("content/a.yaml").unwrap();
        assert_eq!(file.text(), "a: 1\r\n");
        assert_eq!(file.raw().unwrap().len(), 9);
    }

    #[test]
    fn bad_bytes_are_placed() {
        let (sources, findings) = read(&[
            ("content/a.yaml", b"\xef\xbb\xbfa: 1\nb: \xff\n"),
            ("content/b.md", "x\u{0}".as_bytes()),
        ]);
        let found: Vec<(&str, u32, u32)> = findings
            .iter()
            .map(|finding| {
                let at = place(sources.text(finding.at.file), finding.at.start);
                (finding.code.0, at.line, at.column)
            })
            .collect();
        assert_eq!(found, [("R004", 2, 4), ("R017", 1, 2)]);
        assert!(!sources.find("content/a.yaml").unwrap().1.is_readable());
    }

    #[test]
    fn bad_and_colliding_names_and_large_files_are_findings() {
        let large = vec![b'['; 800 * 1024];
        let (_, findings) = read(&[
            ("content/../x.yaml", b"a"),
            ("content/People/a.yaml", b"a"),
            ("content/large.yaml", &large),
            ("content/people/b.yaml", b"a"),
            ("content/people/B.yaml", b"a"),
        ]);
        let found: Vec<&str> = findings.iter().map(|finding| finding.code.0).collect();
        assert_eq!(found, ["R010", "R001", "R011", "R011"]);
    }
}
