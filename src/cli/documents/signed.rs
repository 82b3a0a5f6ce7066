//! Signed documents: those kept in `signed/` stand in the output as they are, and none is ever printed anew over them.

use std::collections::BTreeMap;
use std::io::Read;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use super::super::workspace::Workspace;
use super::orders::Order;
use super::pack::named;
use crate::pdf::{Change, Existing, MOST_BYTES};
use crate::publish::Content;
use crate::schema::events::SignedDocument;
use crate::seal::FileHash;
use crate::view::form;

/// The folder of a repository that signed documents are kept in.
pub(in crate::cli) const SIGNED: &str = "signed";

/// Signed files by the SHA-256 of their bytes.
#[derive(Default)]
pub(in crate::cli) struct SignedFiles(BTreeMap<FileHash, Kept>);

struct Kept {
    path: String,
    file: Content,
    /// Hashes of the files it may continue: every signature keeps the bytes before it.
    earlier: Vec<FileHash>,
}

/// What stands in the output for a document, and whether it would be printed otherwise today.
pub(super) struct Chosen {
    pub(super) content: Content,
    /// The signed file, or the date of the signature where only its hash is known.
    pub(super) differs_from: Option<String>,
    /// Where the signed file was kept, if it is not there any more.
    pub(super) missing: Option<String>,
}

impl SignedFiles {
    /// Those of a repository. A file that cannot be read or is too long counts as none.
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
            let opened = std::fs::File::open(path);
            let read = opened.and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes));
            if read.is_err() || bytes.len() > MOST_BYTES {
                continue;
            }
            let earlier = earlier(&bytes);
            let file = Content::from(bytes);
            let hash = FileHash::of(file.bytes());
            files.insert(hash, Kept { path: path.display().to_string(), file, earlier });
        }
        SignedFiles(files)
    }

    /// The file with a hash, else one that continues such a file by signatures alone.
    fn find(&self, hash: &FileHash) -> Option<&Kept> {
        let continuing = || self.0.values().find(|kept| kept.earlier.contains(hash) && kept.continues(hash));
        self.0.get(hash).or_else(continuing)
    }

    /// What stands in the output for a document: the signed file if it is recorded and kept, else what was printed.
    pub(super) fn choose(&self, order: &Order, printed: Content) -> Chosen {
        let signed = named(order).and_then(|document| form::signature_of(order.insight, &document));
        let hash = |signed: &SignedDocument| FileHash::parse(&signed.hash.as_ref()?.value);
        let Some((signed, hash)) = signed.and_then(|signed| Some((signed, hash(signed)?))) else {
            return Chosen { content: printed, differs_from: None, missing: None };
        };
        match self.find(&hash) {
            Some(kept) => {
                let same = kept.file.bytes().starts_with(printed.bytes());
                let differs_from = (!same).then(|| kept.path.clone());
                Chosen { content: kept.file.clone(), differs_from, missing: None }
            }
            // What was signed with ink is kept as it was printed; what was signed elsewhere cannot be compared.
            None => {
                let is_ink = signed.how.value == form::SignedHow::Ink;
                let same = !is_ink || FileHash::of(printed.bytes()) == hash;
                let place = signed.place.as_ref().map(|place| place.value.clone());
                // A file recorded as kept here is missed; others lie elsewhere.
                let missing = place.filter(|place| !is_ink && place.starts_with("signed/"));
                let differs_from = (!same).then(|| signed.date.value.to_string());
                Chosen { content: printed, differs_from, missing }
            }
        }
    }
}

impl Kept {
    /// Whether all that was added to the file with a hash are signatures.
    fn continues(&self, hash: &FileHash) -> bool {
        let bytes = self.file.bytes();
        let Ok(whole) = Existing::open(bytes.to_vec()) else { return false };
        let starts = revisions(bytes).into_iter().filter_map(|end| bytes.get(..end));
        let start = starts
            .filter(|start| FileHash::of(start) == *hash)
            .find_map(|start| Existing::open(start.to_vec()).ok());
        start.is_some_and(|start| {
            let changes = whole.changes_since(&start);
            !changes.is_empty() && changes.iter().all(Change::keeps_content)
        })
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

/// Hashes of the files that a file may continue, itself included.
pub(in crate::cli) fn earlier(bytes: &[u8]) -> Vec<FileHash> {
    hashes(bytes, &revisions(bytes))
}

/// The hash of each revision.
fn hashes(bytes: &[u8], ends: &[usize]) -> Vec<FileHash> {
    let mut digest = Sha256::new();
    let mut from = 0;
    let mut hashes = vec![];
    for end in ends.iter().copied() {
        digest.update(bytes.get(from..end).unwrap_or_default());
        from = end;
        hashes.push(FileHash::from(<[u8; 32]>::from(digest.clone().finalize())));
    }
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_each_of_its_revisions() {
        let file = b"%PDF-1.7\nsatu\n%%EOF\ndua\r\n%%EOF\r\ntiga\n%%EOF";
        let ends = revisions(file);
        assert_eq!(ends, [19, 20, 30, 32, file.len()]);
        let wanted: Vec<FileHash> = ends.iter().map(|end| FileHash::of(&file[..*end])).collect();
        assert_eq!(hashes(file, &ends), wanted);
    }
}
