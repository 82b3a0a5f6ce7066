//! The texts that findings point into, and places in them as people count.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::{FileId, Span};

/// Paths and texts of the files of a run.
pub trait Texts {
    /// Path inside the repository, with `/` between its parts.
    fn path(&self, file: FileId) -> &str;
    /// The text that spans count in: as stored, without a byte order mark.
    fn text(&self, file: FileId) -> &str;
}

/// A place in a text: both numbers start at 1, the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line.
    pub line: u32,
    /// Character in the line.
    pub column: u32,
}

/// Where a byte of a text stands. Bytes outside the text or inside a character count as the nearest place before.
pub fn place(text: &str, byte: u32) -> Place {
    let before = &text[..floor(text, byte)];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
    let column = before[line_start..].chars().count() + 1;
    Place { line: clamp(line), column: clamp(column) }
}

/// Places in the texts of a run. Remembers where the lines of each text begin, since one long table may hold as many
/// places as it has rows.
pub struct Places<'t> {
    texts: &'t dyn Texts,
    lines: RefCell<BTreeMap<FileId, Vec<usize>>>,
}

impl<'t> Places<'t> {
    /// Places in these texts.
    pub fn new(texts: &'t dyn Texts) -> Self {
        Places { texts, lines: RefCell::default() }
    }

    /// Where a byte of a file stands, by the same rule as [`place`].
    pub fn of(&self, file: FileId, byte: u32) -> Place {
        let text = self.texts.text(file);
        let byte = floor(text, byte);
        let mut known = self.lines.borrow_mut();
        let starts = known.entry(file).or_insert_with(|| {
            std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
        });
        let line = starts.partition_point(|&start| start <= byte);
        let start = line.checked_sub(1).and_then(|line| starts.get(line)).copied().unwrap_or(0);
        Place { line: clamp(line), column: clamp(text[start..byte].chars().count() + 1) }
    }
}

/// The bytes of a span as a range that is safe to cut the text with.
pub fn range(text: &str, span: Span) -> std::ops::Range<usize> {
    let start = floor(text, span.start);
    start..floor(text, span.end).max(start)
}

fn floor(text: &str, byte: u32) -> usize {
    text.floor_char_boundary(usize::try_from(byte).unwrap_or(usize::MAX))
}

fn clamp(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let text = "a: é€x\r\n\tb: 職\n";
        for (byte, line, column) in
            [(0, 1, 1), (3, 1, 4), (5, 1, 5), (8, 1, 6), (11, 2, 1), (15, 2, 5), (99, 3, 1)]
        {
            assert_eq!(place(text, byte), Place { line, column }, "byte {byte}");
        }
        assert_eq!(place(text, 4), Place { line: 1, column: 4 });
        assert_eq!(place("", 7), Place { line: 1, column: 1 });
    }

    struct One(&'static str);

    impl Texts for One {
        fn path(&self, _: FileId) -> &str {
            ""
        }
        fn text(&self, _: FileId) -> &str {
            self.0
        }
    }

    #[test]
    fn places_of_many_are_those_of_each() {
        for text in ["", "x", "\n", "a: é€x\r\n\tb: 職\n", "a\n\nb"] {
            let texts = One(text);
            let places = Places::new(&texts);
            for byte in (0..20).chain([0, u32::MAX]) {
                assert_eq!(places.of(FileId(0), byte), place(text, byte), "{text:?} {byte}");
            }
        }
    }
}
