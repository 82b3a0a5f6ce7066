//! Bytes to text, and what is wrong with a file before anybody reads it.

use super::fault::Fault;
use super::names;
use super::walk::{Entry, Found};
use super::{AssetSource, Content, File};
use crate::text;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Turns what was found at a path into a file.
pub(super) fn file(entry: Entry) -> File {
    let Entry { path, found } = entry;
    if !names::is_good_path(&path) {
        return File { path, content: nothing(), fault: Some(Fault::BadName) };
    }
    let (content, fault) = match found {
        Found::Text(bytes) => text(bytes),
        Found::Asset { size, at } => (Content::Asset { size, source: AssetSource::Disk(at) }, None),
        Found::AssetBytes(bytes) => {
            let size = bytes.len() as u64;
            (Content::Asset { size, source: AssetSource::Memory(bytes) }, None)
        }
        Found::Refused(fault) => (nothing(), Some(fault)),
    };
    File { path, content, fault }
}

fn nothing() -> Content {
    Content::Broken { shown: String::new(), raw: Vec::new() }
}

fn text(bytes: Vec<u8>) -> (Content, Option<Fault>) {
    let mark = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let stored = match String::from_utf8(bytes) {
        Ok(stored) => stored,
        Err(error) => {
            let at = error.utf8_error().valid_up_to().saturating_sub(mark);
            let raw = error.into_bytes();
            let shown = String::from_utf8_lossy(&raw[mark..]).into_owned();
            return (Content::Broken { shown, raw }, Some(Fault::NotUtf8 { at }));
        }
    };
    let forbidden = stored[mark..].char_indices().find(|&(_, c)| text::is_forbidden(c));
    let fault = forbidden.map(|(at, character)| Fault::ControlCharacter { at, character });
    (Content::Text { stored, mark }, fault)
}
