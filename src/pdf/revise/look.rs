//! How a signature looks on its page: a few lines in its field.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::append::Revision;
use crate::calendar::Date;
use crate::pdf::content::{self, Font, font_name};
use crate::pdf::cut::{Cut, base_glyphs};
use crate::pdf::deflate::deflate;
use crate::pdf::face::{ASCENT, Face, Shaper, Style};
use crate::pdf::folio::{Draw, Folio, Sheet};
use crate::pdf::meta::packed;
use crate::pdf::press::{CAPITALS, PressError, faces};
use crate::pdf::{Area, Colour, Glyph};

/// Sizes of the words in half points, the largest that fits is taken.
const SIZES: std::ops::RangeInclusive<u8> = 8..=17;
/// From one base line to the next, as a part of the size.
const LEADING: f32 = 1.2;
/// What stays free at each edge.
const EDGE: f32 = 2.0;
const STYLE: Style = Style::Regular;

/// Adds the form that shows some lines in an area; the object's number.
pub(super) fn add(
    revision: &mut Revision<'_>,
    area: &Area,
    lines: &[String],
) -> Result<ObjectId, PressError> {
    let faces = faces()?;
    let face = faces.first().ok_or_else(|| PressError::Font("a face is missing".into()))?;
    let bounds = vec![0.into(), 0.into(), Object::Real(area.width), Object::Real(area.height)];
    let mut entries = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds };
    let folio = folio(&mut Shaper::new(faces), area, lines);
    if folio.glyphs.is_empty() {
        entries.set("Resources", Dictionary::new());
        return Ok(revision.add(packed(entries, deflate(b" ", 9))));
    }
    let base = base_glyphs(face);
    let extras = folio.glyphs.iter().map(|glyph| glyph.id).filter(|id| !base.contains(id)).collect();
    let cut = Cut::new(STYLE, face, &extras).map_err(|error| PressError::Font(error.to_string()))?;
    let font = known_font(revision.file, &cut).unwrap_or_else(|| add_font(revision, face, &cut));
    entries.set("Resources", dictionary! { "Font" => dictionary! { font_name(STYLE) => font } });

    let used = Font { face, cut: &cut, space: face.glyph_of(' ').unwrap_or(0) };
    let fonts = [Some(used), None, None, None];
    let content = folio.sheets.first().map(|sheet| content::write(&folio, sheet, &fonts).bytes);
    Ok(revision.add(packed(entries, deflate(&content.unwrap_or_default(), 9))))
}

/// The lines as a page the size of the field.
fn folio(shaper: &mut Shaper, area: &Area, lines: &[String]) -> Folio {
    let (size, rows) = fitted(shaper, area, lines);
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut items = Vec::new();
    let height = rows.len() as f32 * size * LEADING;
    let first = (area.height - height).max(0.0) / 2.0 + size * (ASCENT + (LEADING - 1.0) / 2.0);
    for (place, row) in rows.iter().enumerate() {
        let start = glyphs.len() as u32;
        let word = shaper.word(STYLE, row);
        glyphs.extend_from_slice(shaper.glyphs(word));
        let width = shaper.width(STYLE, size, row);
        let draw = Draw::Text {
            x: ((area.width - width) / 2.0).max(EDGE),
            y: first + place as f32 * size * LEADING,
            style: STYLE,
            size,
            colour: Colour::INK,
            glyphs: start..glyphs.len() as u32,
            spread: 0.0,
        };
        items.push((None, draw));
    }
    Folio {
        title: String::new(),
        author: String::new(),
        language: String::new(),
        identifier: None,
        date: Date::default(),
        sheets: vec![Sheet { size: (area.width, area.height), items, ..Sheet::default() }],
        nodes: Vec::new(),
        glyphs,
        images: Vec::new(),
        bookmarks: Vec::new(),
    }
}

/// The rows that the lines break into, and their size. At the smallest size, what does not fit is left out.
fn fitted(shaper: &mut Shaper, area: &Area, lines: &[String]) -> (f32, Vec<String>) {
    let width = area.width - 2.0 * EDGE;
    let most = |size: f32| ((area.height - EDGE) / (size * LEADING)).max(0.0) as usize;
    if width <= 0.0 {
        return (0.0, Vec::new());
    }
    for half_points in SIZES.rev() {
        let size = f32::from(half_points) / 2.0;
        let (rows, is_whole) = broken(shaper, size, width, lines);
        if is_whole && rows.len() <= most(size) {
            return (size, rows);
        }
    }
    let size = f32::from(*SIZES.start()) / 2.0;
    let mut rows = broken(shaper, size, width, lines).0;
    rows.truncate(most(size));
    (size, rows)
}

/// Breaks lines between words. A word wider than a row loses its end; then the second value is false.
fn broken(shaper: &mut Shaper, size: f32, width: f32, lines: &[String]) -> (Vec<String>, bool) {
    let mut rows = Vec::new();
    let mut is_whole = true;
    for line in lines {
        let mut row = String::new();
        for word in line.split_whitespace() {
            let longer = if row.is_empty() { word.to_owned() } else { format!("{row} {word}") };
            if shaper.width(STYLE, size, &longer) <= width {
                row = longer;
                continue;
            }
            if !row.is_empty() {
                rows.push(std::mem::take(&mut row));
            }
            row = word.to_owned();
            while shaper.width(STYLE, size, &row) > width && row.pop().is_some() {
                is_whole = false;
            }
        }
        if !row.is_empty() {
            rows.push(row);
        }
    }
    (rows, is_whole)
}

/// The font of the file that is this very cut.
fn known_font(file: &Document, cut: &Cut) -> Option<ObjectId> {
    let holds_cut = |font: &Dictionary| {
        let descendants = super::resolved(file, font.get(b"DescendantFonts").ok()?)?.as_array().ok()?;
        let descendant = super::resolved(file, descendants.first()?)?.as_dict().ok()?;
        let descriptor = super::resolved(file, descendant.get(b"FontDescriptor").ok()?)?.as_dict().ok()?;
        let program = super::resolved(file, descriptor.get(b"FontFile2").ok()?)?.as_stream().ok()?;
        (program.content == cut.program).then_some(())
    };
    file.objects.iter().find_map(|(id, object)| {
        let font = object.as_dict().ok()?;
        let is_named =
            font.get(b"BaseFont").and_then(Object::as_name).is_ok_and(|name| name == cut.name.as_bytes());
        let is_whole = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0");
        (is_named && is_whole && holds_cut(font).is_some()).then_some(*id)
    })
}

fn add_font(revision: &mut Revision<'_>, face: &Face, cut: &Cut) -> ObjectId {
    let length = dictionary! { "Length1" => cut.program_length as i64 };
    let program = revision.add(packed(length, cut.program.clone()));
    let characters = revision.add(packed(Dictionary::new(), cut.characters.clone()));
    let bounds = face.bounds().map(|edge| Object::Integer(edge.into()));
    let [_, low, _, high] = face.bounds();
    let descriptor = revision.add(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => cut.name.as_str(),
        // Glyphs are addressed by number, so the font counts as symbolic.
        "Flags" => 4,
        "FontBBox" => bounds.to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => i64::from(high),
        "Descent" => i64::from(low),
        "CapHeight" => CAPITALS,
        "StemV" => 80,
        "FontFile2" => program,
    });
    let system = dictionary! {
        "Registry" => Object::string_literal("Adobe"),
        "Ordering" => Object::string_literal("Identity"),
        "Supplement" => 0,
    };
    let descendant = dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => cut.name.as_str(),
        "CIDSystemInfo" => system,
        "CIDToGIDMap" => "Identity",
        "DW" => 0,
        "W" => cut.widths.clone(),
        "FontDescriptor" => descriptor,
    };
    revision.add(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => cut.name.as_str(),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Dictionary(descendant)],
        "ToUnicode" => characters,
    })
}
