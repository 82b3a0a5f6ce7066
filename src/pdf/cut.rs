//! The part of a face that a file carries: its glyphs, their widths and what they mean.

use std::collections::BTreeSet;
use std::fmt::Write;

use lopdf::Object;

use super::deflate::deflate;
use super::face::{Face, Style};

/// What nearly every form needs: ASCII and the usual typographic characters. Its cut is made once and shared by all
/// files, so that the bytes of one never depend on the others.
const BASE: &str = "–—‘’“”…•·°×±≤≥→§é";

/// A part of a face, packed and ready to go into files.
pub(super) struct Cut {
    /// Name of the part: a tag and the face's name.
    pub(super) name: String,
    /// Number in the file of each glyph of the whole face; 0 if it is not in the part.
    pub(super) numbers: Vec<u16>,
    /// The deflated font program.
    pub(super) program: Vec<u8>,
    /// Length of the program before deflating.
    pub(super) program_length: usize,
    /// The deflated map from glyphs to characters.
    pub(super) characters: Vec<u8>,
    /// Widths by number, as the file's `W` entry has them.
    pub(super) widths: Object,
}

/// Glyphs of the base repertoire in one face.
pub(super) fn base_glyphs(face: &Face) -> BTreeSet<u16> {
    (' '..='~').chain(BASE.chars()).filter_map(|character| face.glyph_of(character)).collect()
}

impl Cut {
    /// Cuts a face down to the base repertoire and some more glyphs.
    pub(super) fn new(style: Style, face: &Face, extras: &BTreeSet<u16>) -> Result<Cut, subsetter::Error> {
        let mut mapper = subsetter::GlyphRemapper::new();
        for glyph in base_glyphs(face).union(extras) {
            mapper.remap(*glyph);
        }
        let program = subsetter::subset(style.program(), 0, &mapper)?;
        let numbers: Vec<u16> =
            (0..face.advances.len()).map(|glyph| mapper.get(glyph as u16).unwrap_or(0)).collect();
        Ok(Cut {
            name: format!("{}+{}", tag(&numbers), style.name()),
            widths: widths(face, &mapper),
            characters: deflate(character_map(face, &mapper).as_bytes(), 9),
            program_length: program.len(),
            program: deflate(&program, 9),
            numbers,
        })
    }
}

/// Six capitals that differ between parts of different content.
fn tag(numbers: &[u16]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for number in numbers {
        hash = (hash ^ u64::from(*number)).wrapping_mul(0x0100_0000_01b3);
    }
    (0..6).map(|place| char::from(b'A' + (hash >> (place * 8)) as u8 % 26)).collect()
}

fn widths(face: &Face, mapper: &subsetter::GlyphRemapper) -> Object {
    let widths = mapper
        .remapped_gids()
        .map(|glyph| Object::Integer(face.advances.get(usize::from(glyph)).copied().unwrap_or(0).into()))
        .collect();
    Object::Array(vec![0.into(), Object::Array(widths)])
}

/// The character map that lets readers copy and search text.
fn character_map(face: &Face, mapper: &subsetter::GlyphRemapper) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n<< /Registry (Adobe) \
         /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let pairs: Vec<(usize, char)> = mapper
        .remapped_gids()
        .enumerate()
        .filter_map(|(number, glyph)| Some((number, (*face.characters.get(usize::from(glyph))?)?)))
        .collect();
    for chunk in pairs.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", chunk.len());
        for (number, character) in chunk {
            let _ = write!(map, "<{number:04X}> <");
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
