//! Verification: codes on documents, and pages that tell who holds a document whether it is ours.
//!
//! Takes the agency's key, what identifies a document and digests of its files; gives its code, and the addresses and
//! seals of pages that may be public. Whoever has no code learns nothing from such pages: see
//! `docs/decisions/0015-verification.md`. Must never know an agency, nor what a document says; never shows the key.

mod code;
mod key;
mod page;
mod published;

use hmac::{Hmac, Mac};
use sha2::{Digest as _, Sha256};

pub use code::Code;
pub use key::{Key, KeyFault};
pub use page::{Page, SLOTS, Sealed, State, pages};

/// What identifies a document. The same values give the same code, and other values another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity<'a> {
    /// Its kind.
    pub kind: &'a str,
    /// The period.
    pub period: &'a str,
    /// What it is about, in one or more words.
    pub about: &'a [&'a str],
    /// Which edition of it, from 1.
    pub edition: u32,
}

/// SHA-256 of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileHash([u8; 32]);

impl From<[u8; 32]> for FileHash {
    fn from(digest: [u8; 32]) -> Self {
        FileHash(digest)
    }
}

impl FileHash {
    /// The hash of a file's bytes.
    pub fn of(bytes: &[u8]) -> FileHash {
        FileHash(Sha256::digest(bytes).into())
    }

    /// The hash of each beginning of a file's bytes, all in one go. `ends` says how long they are, in rising order.
    pub fn of_beginnings(bytes: &[u8], ends: &[usize]) -> Vec<FileHash> {
        let mut digest = Sha256::new();
        let mut from = 0;
        let beginnings = ends.iter().map(|end| {
            digest.update(bytes.get(from..*end).unwrap_or_default());
            from = *end;
            FileHash(digest.clone().finalize().into())
        });
        beginnings.collect()
    }

    /// A hash as it is written in files: 64 hexadecimal digits.
    pub fn parse(text: &str) -> Option<FileHash> {
        from_hex(text.trim()).map(FileHash)
    }

    /// The hash in lower-case hexadecimal.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }
}

/// HMAC-SHA256 of parts one after the other. Keys are at most as long as a block of the hash.
fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut block = [0; 64];
    block.iter_mut().zip(key).for_each(|(place, byte)| *place = *byte);
    let mut mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new(&block.into());
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

/// The first half of a digest.
fn half(digest: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.iter_mut().zip(digest).for_each(|(place, byte)| *place = byte);
    half
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let digit = |at: usize| char::from(pair[at]).to_digit(16);
        *byte = u8::try_from(digit(0)? * 16 + digit(1)?).ok()?;
    }
    Some(bytes)
}
