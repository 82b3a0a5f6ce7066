//! What an existing file says: its words page by page, and what it is called by.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Document, Encoding, Object, ObjectId};

use super::{Existing, MOST_UNPACKED, resolved};

/// Most pages that are read.
const MOST_PAGES: usize = 10_000;
/// Most bytes of an identifier.
const MOST_IDENTIFIER: usize = 200;

impl Existing {
    /// The words of each page, one entry an element of the text, in the order in which they are drawn. Text outside of
    /// elements gives an entry a line. What cannot be read is left out.
    pub fn words(&self) -> Vec<Vec<String>> {
        let pages = self.file.get_pages().into_values().take(MOST_PAGES);
        pages.map(|page| words_of(&self.file, page).unwrap_or_default()).collect()
    }

    /// What the file's description calls it by: the Dublin Core identifier.
    pub fn identifier(&self) -> Option<String> {
        let metadata = self.file.catalog().ok()?.get(b"Metadata").ok()?;
        let stream = resolved(&self.file, metadata)?.as_stream().ok()?;
        let plain = stream.decompressed_content_with_limit(MOST_UNPACKED);
        let text = String::from_utf8_lossy(plain.as_deref().unwrap_or(&stream.content)).into_owned();
        let (_, rest) = text.split_once("<dc:identifier>")?;
        let (identifier, _) = rest.split_once("</dc:identifier>")?;
        (identifier.len() <= MOST_IDENTIFIER).then(|| identifier.trim().to_owned())
    }
}

fn words_of(file: &Document, page: ObjectId) -> Option<Vec<String>> {
    let content = file.get_page_content_with_limit(page, MOST_UNPACKED).ok()?;
    let fonts = file.get_page_fonts(page).ok()?;
    let encodings = fonts.iter().filter_map(|(name, font)| {
        let encoding = font.get_font_encoding_with_limit(file, MOST_UNPACKED).ok()?;
        Some((name.as_slice(), encoding))
    });
    let mut reader = Reader { encodings: encodings.collect(), ..Reader::default() };
    for operation in &Content::decode(&content).ok()?.operations {
        reader.take(operation);
    }
    reader.end();
    Some(reader.entries)
}

/// Follows the operators of a page that show text.
#[derive(Default)]
struct Reader<'a> {
    encodings: BTreeMap<&'a [u8], Encoding<'a>>,
    font: Vec<u8>,
    /// How deep the marked sequences lie in each other.
    depth: usize,
    /// The height of the line that was written last.
    line: Option<f32>,
    /// The height of the line that is being written.
    height: f32,
    entry: String,
    entries: Vec<String>,
}

impl Reader<'_> {
    fn take(&mut self, operation: &Operation) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" | "BDC" => {
                if self.depth == 0 {
                    self.end();
                }
                self.depth += 1;
            }
            "EMC" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.end();
                }
            }
            "BT" => self.height = 0.0,
            "Tf" => {
                self.font =
                    operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default().to_vec();
            }
            "Td" | "TD" => {
                self.height += operands.get(1).and_then(|down| down.as_float().ok()).unwrap_or(0.0)
            }
            "Tm" => self.height = operands.get(5).and_then(|up| up.as_float().ok()).unwrap_or(0.0),
            "T*" => self.height -= 1.0,
            "Tj" => self.show(operands.first()),
            "'" | "\"" => {
                self.height -= 1.0;
                self.show(operands.last());
            }
            "TJ" => {
                for part in operands.first().and_then(|parts| parts.as_array().ok()).into_iter().flatten() {
                    self.show(Some(part));
                }
            }
            _ => {}
        }
    }

    fn show(&mut self, text: Option<&Object>) {
        let Some(bytes) = text.and_then(|text| text.as_str().ok()) else { return };
        let Some(encoding) = self.encodings.get(self.font.as_slice()) else { return };
        let Ok(words) = Document::decode_text(encoding, bytes) else { return };
        if self.line.is_some_and(|line| (line - self.height).abs() > 0.5) {
            if self.depth == 0 {
                self.end();
            } else if !self.entry.ends_with(' ') {
                self.entry.push(' ');
            }
        }
        self.line = Some(self.height);
        self.entry.push_str(&words);
    }

    /// Ends an entry.
    fn end(&mut self) {
        self.line = None;
        let entry = std::mem::take(&mut self.entry);
        let plain = entry.split_whitespace().collect::<Vec<_>>().join(" ");
        if !plain.is_empty() {
            self.entries.push(plain);
        }
    }
}
