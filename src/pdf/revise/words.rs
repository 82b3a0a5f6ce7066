//! What an existing file says: its words page by page, and what it is called by.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

use super::{Existing, MOST_UNPACKED, resolved};

/// Most bytes that the pages of a file may unfold to, and those of one page. Small files can unfold to very large ones.
const MOST_OF_ALL: usize = 256 << 20;
const MOST_OF_PAGE: usize = 16 << 20;
/// Most bytes that a font's table of characters may unfold to.
const MOST_OF_FONT: usize = 4 << 20;
/// Most bytes that are shown in one go.
const LONGEST_TEXT: usize = 64 << 10;
/// What a page, a font of a page or a part of its content costs beyond its bytes.
const STEP: usize = 100;
/// Most bytes of an identifier.
const MOST_IDENTIFIER: usize = 200;

impl Existing {
    /// The words of each page, one entry an element of the text, in the order in which they are drawn. Text outside of
    /// elements gives an entry a line. What cannot be read is left out, and what comes after very much else.
    pub fn words(&self) -> Vec<Vec<String>> {
        let mut pages = Pages { file: &self.file, left: MOST_OF_ALL, fonts: BTreeMap::new() };
        self.file.page_iter().map(|page| pages.words(page).unwrap_or_default()).collect()
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

/// Reads pages as long as there is something left of what may be read.
struct Pages<'a> {
    file: &'a Document,
    /// How many bytes may still be read.
    left: usize,
    /// Fonts that were met, by where they lie in memory. Pages share them.
    fonts: BTreeMap<*const Dictionary, Option<Encoding<'a>>>,
}

impl<'a> Pages<'a> {
    fn words(&mut self, page: ObjectId) -> Option<Vec<String>> {
        self.spend(STEP * (1 + self.file.get_page_contents(page).len()))?;
        let limit = self.left.min(MOST_OF_PAGE);
        let content = self.file.get_page_content_with_limit(page, limit);
        self.spend(content.as_ref().map_or(limit, Vec::len))?;
        let content = Content::decode(&content.ok()?).ok()?;
        let fonts = self.file.get_page_fonts(page).ok()?;
        self.spend(STEP * fonts.len())?;
        for font in fonts.values() {
            self.meet(font);
        }
        let encodings = fonts.iter().filter_map(|(name, font)| {
            let font: *const Dictionary = *font;
            Some((name.as_slice(), self.fonts.get(&font)?.as_ref()?))
        });
        let left = self.left.min(MOST_OF_PAGE);
        let mut reader = Reader { encodings: encodings.collect(), left, ..Reader::default() };
        for operation in &content.operations {
            reader.take(operation);
        }
        reader.end();
        let (entries, unread) = (reader.entries, reader.left);
        self.left = self.left.saturating_sub(left - unread);
        Some(entries)
    }

    /// Reads how a font encodes characters, once.
    fn meet(&mut self, font: &'a Dictionary) {
        if self.fonts.contains_key(&std::ptr::from_ref(font)) {
            return;
        }
        let limit = self.left.min(MOST_OF_FONT);
        let tables = [&b"ToUnicode"[..], b"Encoding"].into_iter();
        let tables = tables.filter_map(|key| resolved(self.file, font.get(key).ok()?)?.as_stream().ok());
        let unfolded = tables
            .map(|table| table.decompressed_content_with_limit(limit).map_or(limit, |table| table.len()));
        let unfolded: usize = unfolded.sum();
        let encoding =
            self.spend(unfolded).and_then(|()| font.get_font_encoding_with_limit(self.file, limit).ok());
        self.fonts.insert(font, encoding);
    }

    /// `None` once nothing is left.
    fn spend(&mut self, bytes: usize) -> Option<()> {
        self.left = self.left.saturating_sub(bytes);
        (self.left > 0).then_some(())
    }
}

/// Follows the operators of a page that show text.
#[derive(Default)]
struct Reader<'r, 'a> {
    encodings: BTreeMap<&'r [u8], &'r Encoding<'a>>,
    /// How many bytes of text may still be read.
    left: usize,
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

impl Reader<'_, '_> {
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
        let Some(bytes) = text.and_then(|text| text.as_str().ok()).filter(|text| text.len() <= LONGEST_TEXT)
        else {
            return;
        };
        if self.left == 0 {
            return;
        }
        let Some(encoding) = self.encodings.get(self.font.as_slice()) else { return };
        let Ok(words) = Document::decode_text(encoding, bytes) else { return };
        self.left = self.left.saturating_sub(words.len());
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

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};

    use super::*;

    /// Pages that share one stream and one font.
    fn sharing(count: usize) -> Document {
        let mut file = Document::with_version("1.7");
        let font = file.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
        });
        let text = [&b"BT /F 9 Tf (nilai) Tj ET "[..], &b"q Q ".repeat(500)].concat();
        let text = file.add_object(Stream::new(Dictionary::new(), text));
        let fonts = dictionary! { "Font" => dictionary! { "F" => font } };
        let parent = file.new_object_id();
        let page = dictionary! {
            "Type" => "Page", "Parent" => parent, "Contents" => text, "Resources" => fonts,
        };
        let kids: Vec<Object> = (0..count).map(|_| file.add_object(page.clone()).into()).collect();
        let tree = dictionary! { "Type" => "Pages", "Count" => count as i64, "Kids" => kids };
        file.objects.insert(parent, Object::Dictionary(tree));
        let root = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => parent });
        file.trailer.set("Root", root);
        file
    }

    #[test]
    fn pages_are_read_until_they_have_unfolded_to_too_much() {
        let file = sharing(20);
        let read = |left| {
            let mut pages = Pages { file: &file, left, fonts: BTreeMap::new() };
            let words: Vec<_> = file.page_iter().map(|page| pages.words(page)).collect();
            assert_eq!(pages.fonts.len(), usize::from(left > 3_000), "a font is read once");
            words
        };
        let all = read(MOST_OF_ALL);
        assert!(all.len() == 20 && all.iter().all(|page| *page == Some(vec!["nilai".to_owned()])), "{all:?}");
        let some = read(12_000);
        let count = some.iter().filter(|page| page.is_some()).count();
        assert!((4..6).contains(&count) && some.iter().skip(count).all(Option::is_none), "{some:?}");
        assert!(read(1_000).iter().all(Option::is_none));
    }
}
