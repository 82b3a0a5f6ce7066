//! Existing files: what they hold that concerns signatures, and how a revision is appended to them.
//!
//! A file is anyone's: it may come from another program, be damaged, or be made to mislead. Everything here is read with
//! limits, and what cannot be relied on is an error.

mod append;
mod changes;
mod fields;
mod look;
mod past;
mod words;
mod write;

use std::fmt;

use lopdf::{Document, LoadOptions, Object};

pub use append::{NewSignature, ReviseError, Unsigned};
pub use changes::Change;
pub use fields::{Signature, SignatureField};
pub use past::{Past, Step};

/// Most bytes a file may have.
pub const MOST_BYTES: usize = 128 << 20;
/// Most bytes a packed part of a file may unfold to while it is opened.
const MOST_UNPACKED: usize = 64 << 20;
/// Most revisions of a file.
const MOST_REVISIONS: usize = 1_000;
/// How many bytes from its end a file must say where it is to be read from.
const TAIL: usize = 1024;

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It does not begin as a PDF file does.
    NotPdf,
    /// It has more than [`MOST_BYTES`].
    TooLarge,
    /// Its end is missing.
    Truncated,
    /// It is encrypted.
    Encrypted,
    /// Its objects cannot be found: the cross-reference is broken.
    Broken(String),
    /// Its catalogue, pages or fields are not what they must be.
    Structure(String),
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileError::NotPdf => write!(out, "not a PDF file"),
            FileError::TooLarge => write!(out, "larger than {} MiB", MOST_BYTES >> 20),
            FileError::Truncated => write!(out, "the end of the file is missing"),
            FileError::Encrypted => write!(out, "the file is encrypted"),
            FileError::Broken(reason) => write!(out, "the file is damaged: {reason}"),
            FileError::Structure(reason) => write!(out, "the file is not put together rightly: {reason}"),
        }
    }
}

impl std::error::Error for FileError {}

/// A file that exists.
pub struct Existing {
    bytes: Vec<u8>,
    file: Document,
    fields: Vec<SignatureField>,
    revisions: Vec<usize>,
}

impl fmt::Debug for Existing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Existing({} bytes, {} fields)", self.bytes.len(), self.fields.len())
    }
}

impl Existing {
    /// Opens a file.
    pub fn open(bytes: Vec<u8>) -> Result<Existing, FileError> {
        if bytes.len() > MOST_BYTES {
            return Err(FileError::TooLarge);
        }
        // Offsets count from the header; anything before it would shift them against those of a signature.
        if !bytes.starts_with(b"%PDF-") {
            return Err(FileError::NotPdf);
        }
        let revisions = revisions(&bytes);
        let is_whole = revisions.last().is_some_and(|end| bytes.len() - end <= TAIL);
        if !is_whole {
            return Err(FileError::Truncated);
        }
        if revisions.len() > MOST_REVISIONS {
            return Err(FileError::Structure("it has too many revisions".to_owned()));
        }
        let options = LoadOptions::with_max_decompressed_size(MOST_UNPACKED);
        let file = Document::load_mem_with_options(&bytes, options)
            .map_err(|error| FileError::Broken(error.to_string()))?;
        if file.trailer.has(b"Encrypt") || file.encryption_state.is_some() {
            return Err(FileError::Encrypted);
        }
        let fields = fields::read(&file)?;
        Ok(Existing { bytes, file, fields, revisions })
    }

    /// The file itself.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The end of each revision, oldest first: how many bytes of the file it and its predecessors have.
    pub fn revisions(&self) -> &[usize] {
        &self.revisions
    }

    /// The signature fields as one meets them: page by page, from the top down, from left to right.
    pub fn fields(&self) -> &[SignatureField] {
        &self.fields
    }

    /// The language the document says it is written in.
    pub fn language(&self) -> Option<String> {
        let catalog = self.file.catalog().ok()?;
        lopdf::decode_text_string(resolved(&self.file, catalog.get(b"Lang").ok()?)?).ok()
    }
}

/// The object itself, where a reference to it may stand.
fn resolved<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Object> {
    file.dereference(object).ok().map(|(_, object)| object)
}

/// Where each `%%EOF` line ends that closes a revision: it follows `startxref` and a place. Files made for the web have
/// another one near their beginning, with place 0, that closes nothing.
fn revisions(bytes: &[u8]) -> Vec<usize> {
    const MARK: &[u8] = b"%%EOF";
    let mut ends = Vec::new();
    let mut from = 0;
    while let Some(found) = find(bytes.get(from..).unwrap_or_default(), MARK) {
        let start = from + found;
        from = start + MARK.len();
        if closes(bytes.get(..start).unwrap_or_default()) {
            let rest = bytes.get(from..).unwrap_or_default();
            let line_end = match rest {
                [b'\r', b'\n', ..] => 2,
                [b'\r' | b'\n', ..] => 1,
                _ => 0,
            };
            ends.push(from + line_end);
        }
    }
    ends
}

/// Says whether the bytes end with `startxref` and a place other than 0.
fn closes(before: &[u8]) -> bool {
    let before = before.trim_ascii_end();
    let digits = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let (head, place) = before.split_at(before.len() - digits);
    place.iter().any(|digit| *digit != b'0') && head.trim_ascii_end().ends_with(b"startxref")
}

/// Where a sequence of bytes first stands in others.
fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
