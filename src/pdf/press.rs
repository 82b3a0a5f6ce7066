//! Puts a folio together as a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary, text_string};
use printpdf::{
    Codepoint, FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt,
    TextItem,
};
use sha2::{Digest, Sha256};

use super::content::{self, Font, font_name};
use super::cut::{Cut, base_glyphs};
use super::deflate::deflate;
use super::face::{Face, Shaper, Style};
use super::folio::{Draw, Folio, Kind};
use super::image::{Image, Packing};
use super::meta::{self, packed};
use super::tree::{self, Annotation, rectangle};

/// Level at which page content is packed: three percent larger files than at level 6, for a fifth less time in all.
const LEVEL: u32 = 3;
/// Height of capitals, in thousandths of the size.
pub(super) const CAPITALS: i64 = 660;
/// Most cuts kept for documents with unusual characters.
const MOST_CUTS: usize = 256;

/// Why a folio could not be printed. Neither depends on what a document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PressError {
    /// A face of the built-in font cannot be read or cut.
    Font(String),
    /// The objects of the file do not fit together.
    Structure(String),
}

impl fmt::Display for PressError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PressError::Font(reason) => write!(out, "the document font cannot be used: {reason}"),
            PressError::Structure(reason) => write!(out, "the file cannot be put together: {reason}"),
        }
    }
}

impl std::error::Error for PressError {}

impl From<lopdf::Error> for PressError {
    fn from(error: lopdf::Error) -> Self {
        PressError::Structure(error.to_string())
    }
}

/// A cut as the crate that makes documents wants it, beside the parts put in afterwards.
struct Type {
    cut: Cut,
    shell: PdfFont,
}

/// Cuts by face and glyphs beyond the base.
type Types = BTreeMap<(Style, Vec<u16>), Arc<Type>>;

/// Prints folios. One press serves all threads; what all files share is made once.
pub struct Press {
    faces: &'static [Face],
    /// Says of each glyph of each face whether it belongs to the base repertoire.
    base: [Vec<bool>; 4],
    types: Mutex<Types>,
    shapers: Mutex<Vec<Shaper>>,
    profile: Vec<u8>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The faces, opened once for the life of the process.
pub(super) fn faces() -> Result<&'static [Face], PressError> {
    static FACES: OnceLock<Option<Vec<Face>>> = OnceLock::new();
    FACES
        .get_or_init(|| Style::ALL.iter().map(|style| Face::open(*style)).collect())
        .as_deref()
        .ok_or_else(|| PressError::Font("a face cannot be opened".into()))
}

fn base_flags(face: &Face) -> Vec<bool> {
    let mut flags = vec![false; face.advances.len()];
    for glyph in base_glyphs(face) {
        flags[usize::from(glyph)] = true;
    }
    flags
}

impl Press {
    /// Opens the document font.
    pub fn new() -> Result<Press, PressError> {
        let faces = faces()?;
        let base = Style::ALL.map(|style| faces.get(style as usize).map(base_flags).unwrap_or_default());
        Ok(Press {
            faces,
            base,
            types: Mutex::default(),
            shapers: Mutex::default(),
            profile: deflate(&super::profile::srgb(), 9),
        })
    }

    /// Lends a shaper for one document, and gives with the result the characters the font lacks.
    pub fn with_shaper<T>(&self, work: impl FnOnce(&mut Shaper) -> T) -> (T, Vec<char>) {
        let idle = lock(&self.shapers).pop();
        let mut shaper = idle.unwrap_or_else(|| Shaper::new(self.faces));
        shaper.refresh();
        let result = work(&mut shaper);
        let missing = shaper.missing();
        lock(&self.shapers).push(shaper);
        (result, missing)
    }

    /// Prints a folio.
    pub fn print(&self, folio: &Folio) -> Result<Vec<u8>, PressError> {
        let types = self.types_of(folio)?;
        let mut document = shell(folio, &types);
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        add_fonts(&mut document, &pages, &types)?;
        add_images(&mut document, &pages, &folio.images)?;

        let fonts = self.fonts(&types);
        let mut digest = Sha256::new();
        let mut marked = Vec::with_capacity(pages.len());
        for (sheet, page) in folio.sheets.iter().zip(&pages) {
            let content = content::write(folio, sheet, &fonts);
            digest.update(&content.bytes);
            marked.push(content.marked);
            set_page(&mut document, *page, sheet.size, marked.len() - 1, deflate(&content.bytes, LEVEL))?;
        }
        let annotations = add_annotations(&mut document, folio, &pages)?;
        let root = tree::add(&mut document, folio, &pages, &marked, &annotations);
        document.catalog_mut()?.set("StructTreeRoot", root);

        digest.update(meta::description(folio));
        let digest = digest.finalize();
        meta::add(&mut document, folio, self.profile.clone(), digest.get(..16).unwrap_or_default())?;
        meta::add_outline(&mut document, folio, &pages)?;

        let mut bytes = Vec::with_capacity(64 * 1024);
        document.save_to(&mut bytes).map_err(|error| PressError::Structure(error.to_string()))?;
        Ok(bytes)
    }

    /// The cuts a folio needs: of each face it uses, the base and what it uses beyond.
    fn types_of(&self, folio: &Folio) -> Result<[Option<Arc<Type>>; 4], PressError> {
        let mut extras: [Option<BTreeSet<u16>>; 4] = Default::default();
        let draws = folio.sheets.iter().flat_map(|sheet| {
            sheet.head.iter().chain(&sheet.foot).chain(sheet.items.iter().map(|(_, draw)| draw))
        });
        for draw in draws {
            let Draw::Text { style, glyphs, .. } = draw else { continue };
            let beyond = extras[*style as usize].get_or_insert_default();
            let base = &self.base[*style as usize];
            let used = folio.glyphs.get(glyphs.start as usize..glyphs.end as usize).unwrap_or_default();
            beyond.extend(
                used.iter()
                    .map(|glyph| glyph.id)
                    .filter(|id| !base.get(usize::from(*id)).is_some_and(|known| *known)),
            );
        }
        let mut types = [const { None }; 4];
        for style in Style::ALL {
            if let Some(beyond) = &extras[style as usize] {
                types[style as usize] = Some(self.type_of(style, beyond)?);
            }
        }
        Ok(types)
    }

    fn type_of(&self, style: Style, beyond: &BTreeSet<u16>) -> Result<Arc<Type>, PressError> {
        let key = (style, beyond.iter().copied().collect::<Vec<u16>>());
        let known = lock(&self.types).get(&key).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let unreadable = || PressError::Font("a face cannot be opened".into());
        let face = self.faces.get(style as usize).ok_or_else(unreadable)?;
        let cut = Cut::new(style, face, beyond).map_err(|error| PressError::Font(error.to_string()))?;
        let mut parsed =
            ParsedFont::from_bytes(style.program(), 0, &mut Vec::new()).ok_or_else(unreadable)?;
        // The crate embeds these bytes and describes all glyphs; a stub keeps that cheap until the cut replaces it.
        parsed.original_bytes = vec![0, 1, 0, 0];
        parsed.font_name = Some(cut.name.clone());
        parsed.codepoint_to_glyph = BTreeMap::new();
        parsed.glyph_widths = BTreeMap::new();
        let made = Arc::new(Type { cut, shell: PdfFont::new(parsed) });
        let mut types = lock(&self.types);
        if types.len() > MOST_CUTS {
            types.retain(|(_, beyond), _| beyond.is_empty());
        }
        types.insert(key, Arc::clone(&made));
        Ok(made)
    }

    fn fonts<'a>(&'a self, types: &'a [Option<Arc<Type>>; 4]) -> [Option<Font<'a>>; 4] {
        Style::ALL.map(|style| {
            let face = self.faces.get(style as usize)?;
            let cut = &types[style as usize].as_ref()?.cut;
            Some(Font { face, cut, space: face.glyph_of(' ').unwrap_or(0) })
        })
    }
}

/// A document with its pages and fonts, still without content.
fn shell(folio: &Folio, types: &[Option<Arc<Type>>; 4]) -> Document {
    let mut shell = PdfDocument::new(&folio.title);
    // A font is only written if a page shows a glyph of it.
    let mut uses = Vec::new();
    for style in Style::ALL {
        if let Some(kind) = &types[style as usize] {
            let id = FontId(font_name(style).into());
            shell.resources.fonts.map.insert(id.clone(), kind.shell.clone());
            uses.push(Op::SetFont { font: PdfFontHandle::External(id), size: Pt(1.0) });
            let glyph = Codepoint::with_cid(1, 0.0, String::new());
            uses.push(Op::ShowText { items: vec![TextItem::GlyphIds(vec![glyph])] });
        }
    }
    let page = |ops: Vec<Op>| PdfPage::new(Mm(210.0), Mm(297.0), ops);
    shell.pages = folio.sheets.iter().map(|_| page(std::mem::take(&mut uses))).collect();
    shell.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new())
}

/// The resources of one kind that all pages share.
fn resources<'a>(
    document: &'a mut Document,
    pages: &[ObjectId],
    kind: &[u8],
) -> Result<&'a mut Dictionary, PressError> {
    let page = pages.first().ok_or_else(|| PressError::Structure("a document without pages".into()))?;
    let resources = document.get_dictionary(*page)?.get(b"Resources")?.as_reference()?;
    let id = document.get_dictionary(resources)?.get(kind)?.as_reference()?;
    Ok(document.get_dictionary_mut(id)?)
}

/// Puts the cuts in the place of the stubs.
fn add_fonts(
    document: &mut Document,
    pages: &[ObjectId],
    types: &[Option<Arc<Type>>; 4],
) -> Result<(), PressError> {
    for style in Style::ALL {
        let Some(kind) = &types[style as usize] else { continue };
        let fonts = resources(document, pages, b"Font")?;
        let font = fonts.get(font_name(style).as_bytes())?.as_reference()?;
        let font = document.get_dictionary_mut(font)?;
        let characters = font.get(b"ToUnicode")?.as_reference()?;
        let descendant = font
            .get_mut(b"DescendantFonts")?
            .as_array_mut()?
            .first_mut()
            .ok_or_else(|| PressError::Structure("a font without its descendant".into()))?
            .as_dict_mut()?;
        descendant.set("W", kind.cut.widths.clone());
        descendant.set("DW", 0);
        let descriptor = descendant.get(b"FontDescriptor")?.as_reference()?;
        let descriptor = document.get_dictionary_mut(descriptor)?;
        descriptor.set("CapHeight", CAPITALS);
        // Glyphs are addressed by number, so the font counts as symbolic.
        let slanted = descriptor.get(b"Flags").and_then(Object::as_i64).unwrap_or(0) & 64;
        descriptor.set("Flags", 4 | slanted);
        let program = descriptor.get(b"FontFile2")?.as_reference()?;
        let length = dictionary! { "Length1" => kind.cut.program_length as i64 };
        document.set_object(program, packed(length, kind.cut.program.clone()));
        document.set_object(characters, packed(Dictionary::new(), kind.cut.characters.clone()));
    }
    Ok(())
}

fn add_images(document: &mut Document, pages: &[ObjectId], images: &[Image]) -> Result<(), PressError> {
    for (place, image) in images.iter().enumerate() {
        let pixels = &image.0;
        let entries = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(pixels.width),
            "Height" => i64::from(pixels.height),
            "ColorSpace" => if pixels.grey { "DeviceGray" } else { "DeviceRGB" },
            "BitsPerComponent" => 8,
        };
        let stream = match pixels.packing {
            Packing::Deflate => packed(entries, pixels.bytes.clone()),
            Packing::Jpeg => {
                let mut stream = Stream::new(entries, pixels.bytes.clone()).with_compression(false);
                stream.dict.set("Filter", "DCTDecode");
                stream
            }
        };
        let id = document.add_object(stream);
        resources(document, pages, b"XObject")?.set(format!("I{place}"), id);
    }
    Ok(())
}

fn set_page(
    document: &mut Document,
    page: ObjectId,
    (width, height): (f32, f32),
    key: usize,
    content: Vec<u8>,
) -> Result<(), PressError> {
    let entries = document.get_dictionary_mut(page)?;
    entries.set("MediaBox", vec![0.into(), 0.into(), Object::Real(width), Object::Real(height)]);
    entries.remove(b"TrimBox");
    entries.remove(b"CropBox");
    entries.remove(b"Annots");
    entries.set("Tabs", "S");
    entries.set("StructParents", key as i64);
    let place = entries.get(b"Contents")?.as_reference()?;
    document.set_object(place, packed(Dictionary::new(), content));
    Ok(())
}

/// An address as files hold it: what is not plain ASCII is escaped.
fn address(url: &str) -> String {
    let mut escaped = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// Adds links and signature fields.
fn add_annotations(
    document: &mut Document,
    folio: &Folio,
    pages: &[ObjectId],
) -> Result<Vec<Annotation>, PressError> {
    let mut annotations = Vec::new();
    let mut fields = Vec::new();
    for (page, (sheet, id)) in folio.sheets.iter().zip(pages).enumerate() {
        let first = annotations.len();
        let height = sheet.size.1;
        for link in &sheet.links {
            let action = dictionary! { "S" => "URI", "URI" => Object::string_literal(address(&link.url)) };
            let entries = dictionary! {
                "Type" => "Annot", "Subtype" => "Link", "F" => 4, "P" => *id,
                "Rect" => rectangle(&link.area, height),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "A" => action,
                "Contents" => text_string(&link.words),
                "StructParent" => (pages.len() + annotations.len()) as i64,
            };
            annotations.push(Annotation { node: link.node, page, id: document.add_object(entries) });
        }
        for field in &sheet.fields {
            let bounds =
                vec![0.into(), 0.into(), Object::Real(field.area.width), Object::Real(field.area.height)];
            let look = dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds, "Resources" => Dictionary::new(),
            };
            let look = document.add_object(Stream::new(look, Vec::new()).with_compression(false));
            let entries = dictionary! {
                "Type" => "Annot", "Subtype" => "Widget", "FT" => "Sig", "F" => 4, "P" => *id,
                "Rect" => rectangle(&field.area, height),
                "T" => text_string(&field.name),
                "TU" => text_string(&field.purpose),
                "AP" => dictionary! { "N" => look },
                "StructParent" => (pages.len() + annotations.len()) as i64,
            };
            let widget = document.add_object(entries);
            fields.push(Object::Reference(widget));
            annotations.push(Annotation { node: field.node, page, id: widget });
        }
        let own: Vec<Object> =
            annotations.iter().skip(first).map(|annotation| Object::Reference(annotation.id)).collect();
        if !own.is_empty() {
            document.get_dictionary_mut(*id)?.set("Annots", own);
        }
    }
    debug_assert!(folio.nodes.iter().filter(|node| node.kind == Kind::Form).count() == fields.len());
    if !fields.is_empty() {
        document.catalog_mut()?.set("AcroForm", dictionary! { "Fields" => fields });
    }
    Ok(annotations)
}
