//! Signed documents: those kept in `signed/` stand in the output as they are, and none is ever printed anew over them.

use std::collections::BTreeMap;
use std::io::Read;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::super::workspace::Workspace;
use super::orders::Order;
use super::pack::named;
use crate::pdf::MOST_BYTES;
use crate::publish::Content;
use crate::view::form;

/// The folder of a repository that signed documents are kept in.
pub(in crate::cli) const SIGNED: &str = "signed";

/// Signed files by the SHA-256 of each of their revisions, in hexadecimal: every signature keeps the bytes before it.
#[derive(Default)]
pub(in crate::cli) struct SignedFiles(BTreeMap<String, Revision>);

#[derive(Clone)]
struct Revision {
    path: String,
    file: Content,
}

/// What stands in the output for a document, and whether it would be printed otherwise today.
pub(super) struct Chosen {
    pub(super) content: Content,
    /// The signed file, or the date of the signature where only its hash is known.
    pub(super) differs_from: Option<String>,
}

impl SignedFiles {
    /// Those of a repository. A file that cannot be read counts as none; it is shown to be missing where it is wanted.
    pub(in crate::cli) fn of(workspace: &Workspace) -> SignedFiles {
        let folder = workspace.repository.path(SIGNED);
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().flatten() {
            let path = entry.path();
            let is_pdf = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
            if !entry.file_type().is_file() || !is_pdf {
                continue;
            }
            let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
            let mut bytes = vec![];
            let read = std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
            if read.is_err() {
                continue;
            }
            let ends = revisions(&bytes);
            let revision = |file: &Content| Revision { path: path.display().to_string(), file: file.clone() };
            let hashes = hashes(&bytes, &ends);
            let file = Content::from(bytes);
            files.extend(hashes.into_iter().map(|hash| (hash, revision(&file))));
        }
        SignedFiles(files)
    }

    /// What stands in the output for a document: the signed file if it is recorded and kept, else what was printed.
    pub(super) fn choose(&self, order: &Order, printed: Content) -> Chosen {
        let signed = named(order).and_then(|document| form::signature_of(order.insight, &document));
        let Some((signed, hash)) = signed.and_then(|signed| Some((signed, signed.hash.as_ref()?))) else {
            return Chosen { content: printed, differs_from: None };
        };
        match self.0.get(&hash.value.to_ascii_lowercase()) {
            Some(kept) => {
                let same = kept.file.bytes().starts_with(printed.bytes());
                let differs_from = (!same).then(|| kept.path.clone());
                Chosen { content: kept.file.clone(), differs_from }
            }
            // What was signed with ink is kept as it was printed; what was signed elsewhere cannot be compared.
            None => {
                let is_ink = signed.how.value == form::SignedHow::Ink;
                let same =
                    !is_ink || hex(&Sha256::digest(printed.bytes())) == hash.value.to_ascii_lowercase();
                Chosen { content: printed, differs_from: (!same).then(|| signed.date.value.to_string()) }
            }
        }
    }
}

/// Where revisions of a file may end: at each end mark, and behind the line it stands on, since a continuation may have
/// ended that line itself.
fn revisions(bytes: &[u8]) -> Vec<usize> {
    const MARK: &[u8] = b"%%EOF";
    let marks = bytes.windows(MARK.len()).enumerate().filter(|(_, window)| *window == MARK);
    let ends = marks.flat_map(|(place, _)| {
        let end = place + MARK.len();
        let line = match bytes.get(end..).unwrap_or_default() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        [end, end + line]
    });
    let mut ends: Vec<usize> = ends.collect();
    ends.dedup();
    ends
}

/// The hash of each revision, and of the whole.
fn hashes(bytes: &[u8], ends: &[usize]) -> Vec<String> {
    let mut digest = Sha256::new();
    let mut from = 0;
    let mut hashes = vec![];
    for end in ends.iter().copied().chain([bytes.len()]) {
        digest.update(bytes.get(from..end).unwrap_or_default());
        from = end;
        hashes.push(hex(&digest.clone().finalize()));
    }
    hashes
}

/// Bytes in hexadecimal.
pub(in crate::cli) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_each_of_its_revisions() {
        let file = b"%PDF-1.7\nsatu\n%%EOF\ndua\r\n%%EOF\r\ntiga\n%%EOF";
        let ends = revisions(file);
        assert_eq!(ends, [19, 20, 30, 32, file.len()]);
        let wanted: Vec<String> = ends.iter().map(|end| hex(&Sha256::digest(&file[..*end]))).collect();
        assert_eq!(hashes(file, &ends)[..5], wanted[..]);
    }
}
