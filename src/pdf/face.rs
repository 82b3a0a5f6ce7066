//! The faces of the document font and how words become glyphs.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{BufferFlags, Direction, ShapePlan, UnicodeBuffer, script};

/// A face of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// Upright.
    Regular,
    /// Heavy.
    Bold,
    /// Slanted.
    Italic,
    /// Heavy and slanted.
    BoldItalic,
}

impl Style {
    pub(super) const ALL: [Style; 4] = [Style::Regular, Style::Bold, Style::Italic, Style::BoldItalic];

    /// The face with this emphasis.
    pub fn of(bold: bool, italic: bool) -> Style {
        match (bold, italic) {
            (false, false) => Style::Regular,
            (true, false) => Style::Bold,
            (false, true) => Style::Italic,
            (true, true) => Style::BoldItalic,
        }
    }

    /// Name of the face in the file.
    pub(super) fn name(self) -> &'static str {
        match self {
            Style::Regular => "RaporSans-Regular",
            Style::Bold => "RaporSans-Bold",
            Style::Italic => "RaporSans-Italic",
            Style::BoldItalic => "RaporSans-BoldItalic",
        }
    }

    pub(super) fn program(self) -> &'static [u8] {
        match self {
            Style::Regular => include_bytes!("../../assets/fonts/RaporSans-Regular.ttf"),
            Style::Bold => include_bytes!("../../assets/fonts/RaporSans-Bold.ttf"),
            Style::Italic => include_bytes!("../../assets/fonts/RaporSans-Italic.ttf"),
            Style::BoldItalic => include_bytes!("../../assets/fonts/RaporSans-BoldItalic.ttf"),
        }
    }
}

/// Height of lower and upper bounds of the glyphs as parts of the size: where a line's text reaches.
pub const ASCENT: f32 = 0.76;
/// How far descenders reach below the base line, as a part of the size.
pub const DESCENT: f32 = 0.24;

/// Stands for a character the font lacks.
const REPLACEMENT: char = '\u{25a1}';

/// As a word of its own: a hyphen at the end of a line that search and copying leave out.
pub const SOFT_HYPHEN: &str = "\u{ad}";

/// A glyph with its place; all measures in thousandths of the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    pub(super) id: u16,
    /// How far the next glyph lies from this one.
    pub(super) advance: i16,
    /// Shift to the right, for marks.
    pub(super) right: i16,
    /// Shift upwards, for marks.
    pub(super) up: i16,
    /// It is a hyphen that a line end brought.
    pub(super) soft: bool,
}

impl Glyph {
    /// How far the next glyph lies from this one, in thousandths of the size.
    #[cfg(test)]
    pub(crate) fn advance(&self) -> i32 {
        self.advance.into()
    }

    /// Says whether it is a hyphen that a line end brought.
    #[cfg(test)]
    pub(crate) fn is_soft(&self) -> bool {
        self.soft
    }

    /// Says whether it is one of those that only leave space: the document font has them first.
    #[cfg(test)]
    pub(crate) fn is_space(&self) -> bool {
        self.id == 1
    }
}

/// A shaped word: where its glyphs lie in the shaper's store, and how wide it is.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    start: u32,
    end: u32,
    /// Width in thousandths of the size.
    pub advance: i32,
    lacking: bool,
}

impl Word {
    /// A word without glyphs, which only takes room: so many thousandths of the size.
    pub fn room(advance: i32) -> Word {
        Word { start: 0, end: 0, advance, lacking: false }
    }
}

/// Everything about a face that does not change.
pub(super) struct Face {
    shaping: rustybuzz::Face<'static>,
    plan: ShapePlan,
    /// Advance of each glyph without kerning.
    pub(super) advances: Vec<u16>,
    /// The character each glyph shows; the lowest if there are several.
    pub(super) characters: Vec<Option<char>>,
}

impl Face {
    pub(super) fn open(style: Style) -> Option<Face> {
        let shaping = rustybuzz::Face::from_slice(style.program(), 0)?;
        let plan = ShapePlan::new(&shaping, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        let count = shaping.number_of_glyphs();
        let advances = (0..count).map(|id| shaping.glyph_hor_advance(GlyphId(id)).unwrap_or(0)).collect();
        let mut characters = vec![None; usize::from(count)];
        for subtable in shaping.tables().cmap?.subtables {
            if !subtable.is_unicode() {
                continue;
            }
            subtable.codepoints(|code| {
                let (Some(character), Some(glyph)) = (char::from_u32(code), subtable.glyph_index(code))
                else {
                    return;
                };
                if let Some(slot) = characters.get_mut(usize::from(glyph.0)) {
                    *slot = Some(slot.map_or(character, |known: char| known.min(character)));
                }
            });
        }
        Some(Face { shaping, plan, advances, characters })
    }

    pub(super) fn glyph_of(&self, character: char) -> Option<u16> {
        self.shaping.glyph_index(character).map(|glyph| glyph.0)
    }

    /// The rectangle all glyphs fit in: left, low, right, high.
    pub(super) fn bounds(&self) -> [i16; 4] {
        let bounds = self.shaping.global_bounding_box();
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
    }

    /// The text as the font can show it: what is invisible left out, what is lacking replaced.
    fn prepare(&self, text: &str, missing: &mut Vec<char>) -> String {
        let mut shown = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\u{2007}' | '\u{202f}' => shown.push('\u{a0}'),
                _ if character.is_whitespace() && character != '\u{a0}' => shown.push(' '),
                _ if is_invisible(character) => {}
                _ if self.glyph_of(character).is_some() => shown.push(character),
                _ => {
                    missing.push(character);
                    shown.push(REPLACEMENT);
                }
            }
        }
        shown
    }
}

/// Controls and marks that steer text without showing anything.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Most glyphs the store keeps between documents; names and prose of a large agency stay well below.
const MOST_STORED: usize = 1 << 20;

/// Turns words into glyphs and remembers them. One shaper serves one document at a time.
pub struct Shaper {
    faces: &'static [Face],
    buffer: UnicodeBuffer,
    words: [HashMap<Box<str>, Word>; 4],
    store: Vec<Glyph>,
    /// Characters each lacking word wanted, by the word's start in the store.
    lacking: HashMap<(u32, u32), Vec<char>>,
    missing: BTreeSet<char>,
}

impl Shaper {
    pub(super) fn new(faces: &'static [Face]) -> Shaper {
        Shaper {
            faces,
            buffer: UnicodeBuffer::new(),
            words: Default::default(),
            store: Vec::new(),
            lacking: HashMap::new(),
            missing: BTreeSet::new(),
        }
    }

    /// Makes ready for another document.
    pub(super) fn refresh(&mut self) {
        self.missing.clear();
        if self.store.len() > MOST_STORED {
            *self = Shaper::new(self.faces);
        }
    }

    /// Characters of the document that the font lacks, in order of their code.
    pub(super) fn missing(&self) -> Vec<char> {
        self.missing.iter().copied().collect()
    }

    /// Shapes a word.
    pub fn word(&mut self, style: Style, text: &str) -> Word {
        if let Some(word) = self.words[style as usize].get(text) {
            let word = *word;
            if word.lacking
                && let Some(characters) = self.lacking.get(&(word.start, word.end))
            {
                self.missing.extend(characters);
            }
            return word;
        }
        self.shape(style, text)
    }

    /// The glyphs of a word.
    pub fn glyphs(&self, word: Word) -> &[Glyph] {
        self.store.get(word.start as usize..word.end as usize).unwrap_or_default()
    }

    /// Width of a word at a size, in points.
    pub fn width(&mut self, style: Style, size: f32, text: &str) -> f32 {
        self.word(style, text).advance as f32 * size / 1000.0
    }

    fn shape(&mut self, style: Style, text: &str) -> Word {
        let mut missing = Vec::new();
        let soft = text == SOFT_HYPHEN;
        let Range { start, end } = match self.faces.get(style as usize) {
            Some(face) => {
                let shown = face.prepare(if soft { "-" } else { text }, &mut missing);
                self.shape_prepared(face, &shown)
            }
            None => 0..0,
        };
        self.store[start..end].iter_mut().for_each(|glyph| glyph.soft = soft);
        let advance = self.store[start..end].iter().map(|glyph| i32::from(glyph.advance)).sum();
        let word = Word { start: start as u32, end: end as u32, advance, lacking: !missing.is_empty() };
        self.missing.extend(&missing);
        if word.lacking {
            self.lacking.insert((word.start, word.end), missing);
        }
        self.words[style as usize].insert(text.into(), word);
        word
    }

    fn shape_prepared(&mut self, face: &Face, shown: &str) -> Range<usize> {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.push_str(shown);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        buffer.set_flags(BufferFlags::DO_NOT_INSERT_DOTTED_CIRCLE);
        let shaped = rustybuzz::shape_with_plan(&face.shaping, &face.plan, buffer);
        let start = self.store.len();
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let small = |value: i32| value.clamp(i16::MIN.into(), i16::MAX.into()) as i16;
            self.store.push(Glyph {
                id: info.glyph_id.min(u16::MAX.into()) as u16,
                advance: small(position.x_advance),
                right: small(position.x_offset),
                up: small(position.y_offset),
                soft: false,
            });
        }
        self.buffer = shaped.clear();
        start..self.store.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaper() -> Shaper {
        Shaper::new(Vec::leak(Style::ALL.iter().filter_map(|style| Face::open(*style)).collect()))
    }

    #[test]
    fn figures_are_tabular_in_every_face() {
        let mut shaper = shaper();
        for style in Style::ALL {
            let widths: BTreeSet<i32> =
                "0123456789".chars().map(|digit| shaper.word(style, &digit.to_string()).advance).collect();
            assert_eq!(widths.len(), 1, "{style:?}");
        }
    }

    #[test]
    fn what_the_font_lacks_is_shown_and_named_each_time() {
        let mut shaper = shaper();
        for _ in 0..2 {
            shaper.refresh();
            let word = shaper.word(Style::Regular, "a\u{4e2d}\u{200b}b");
            assert_eq!(shaper.glyphs(word).len(), 3);
            assert_eq!(shaper.missing(), ['\u{4e2d}']);
        }
    }

    #[test]
    fn every_glyph_of_a_word_stands_for_a_character() {
        let mut shaper = shaper();
        for style in Style::ALL {
            let word = shaper.word(style, "Jum’at—fi\u{66}l e\u{301}q\u{301} ≥90 % → ≤5 III/d №");
            for glyph in shaper.glyphs(word) {
                assert!(shaper.faces[style as usize].characters[usize::from(glyph.id)].is_some());
            }
        }
    }
}
