//! The list of what was published. It marks a directory as Rapor's and says which files in it may be removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Deserialize;

use super::tree::Digest;

/// The directory of the manifest inside the output, outside every root.
pub(super) const DIRECTORY: &str = ".rapor";

/// Where the manifest lies inside the output.
pub(super) const PATH: &str = ".rapor/manifest.json";

/// Grows when the form of the manifest changes.
const FORMAT: u32 = 1;

/// What the manifest says of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) digest: Digest,
    pub(super) size: u64,
}

/// Files by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<String, Entry>,
}

#[derive(Deserialize)]
struct Written {
    format: u32,
    files: Vec<WrittenEntry>,
}

#[derive(Deserialize)]
struct WrittenEntry {
    path: String,
    sha256: String,
    size: u64,
}

impl Manifest {
    /// Writes one file a line, in order of their paths.
    pub(super) fn to_json(&self, tool: &str) -> String {
        let mut out = String::with_capacity(64 + self.files.len() * 128);
        let tool = serde_json::Value::from(tool);
        let _ = write!(out, "{{\"format\":{FORMAT},\"tool\":{tool},\"files\":[");
        for (index, (path, entry)) in self.files.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let path = serde_json::Value::from(path.as_str());
            let Entry { digest, size } = entry;
            let _ = write!(out, "{comma}\n{{\"path\":{path},\"sha256\":\"{digest}\",\"size\":{size}}}");
        }
        out.push_str("\n]}\n");
        out
    }

    /// Reads what [`Manifest::to_json`] wrote; `None` if it is anything else.
    pub(super) fn from_json(bytes: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(bytes).ok()?;
        if written.format != FORMAT {
            return None;
        }
        let files = written.files.into_iter().map(|entry| {
            Some((entry.path, Entry { digest: Digest::from_hex(&entry.sha256)?, size: entry.size }))
        });
        Some(Manifest { files: files.collect::<Option<_>>()? })
    }

    /// The directories that hold the files and the manifest itself.
    pub(super) fn directories(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::from([DIRECTORY]);
        for path in self.files.keys() {
            for (end, _) in path.rmatch_indices('/') {
                if !found.insert(&path[..end]) {
                    break;
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let entry = |text: &str| Entry { digest: Digest::of(text.as_bytes()), size: text.len() as u64 };
        let files = [("public/a/b.html", "b"), ("public/\"q\".html", "q"), ("README.md", "")];
        Manifest { files: files.into_iter().map(|(path, text)| (path.to_owned(), entry(text))).collect() }
    }

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let manifest = sample();
        assert_eq!(Manifest::from_json(manifest.to_json("rapor 1").as_bytes()), Some(manifest));
        let empty = Manifest::default();
        assert_eq!(Manifest::from_json(empty.to_json("rapor 1").as_bytes()), Some(empty));
    }

    #[test]
    fn a_damaged_or_later_manifest_is_not_read() {
        let json = sample().to_json("rapor 1");
        assert_eq!(Manifest::from_json(&json.as_bytes()[..json.len() - 4]), None);
        assert_eq!(Manifest::from_json(json.replace("\"format\":1", "\"format\":2").as_bytes()), None);
        assert_eq!(Manifest::from_json(b""), None);
    }

    #[test]
    fn directories_are_those_of_the_files() {
        let manifest = sample();
        assert_eq!(manifest.directories().into_iter().collect::<Vec<_>>(), [".rapor", "public", "public/a"]);
    }
}
