//! Signature fields of a file and the signatures in them.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{FileError, resolved};
use crate::pdf::Area;

/// Most fields of any kind that are looked at.
const MOST_FIELDS: usize = 10_000;
/// How deep fields may lie in each other.
const DEEPEST: usize = 32;
/// Most pages, and most places on them where fields and remarks may show.
const MOST_PAGES: usize = 10_000;
const MOST_PLACES: usize = 200_000;
/// Most bytes of a field's full name, and of what is said in words about it.
const LONGEST_NAME: usize = 1 << 10;
const LONGEST_WORDS: usize = 4 << 10;
/// Most bytes of a signature.
const LONGEST_SIGNATURE: usize = 1 << 20;

/// A field for a signature.
#[derive(Debug, Clone, PartialEq)]
pub struct SignatureField {
    /// Its full name, as signing programs want it.
    pub name: String,
    /// What it is for, in words.
    pub purpose: String,
    /// Its page, from 0; none if it is shown nowhere.
    pub page: Option<usize>,
    /// Where it stands on its page, measured from the page's upper left corner.
    pub area: Area,
    /// The signature in it; none while it is empty.
    pub signature: Option<Signature>,
    /// It may be seen: it has an area, or it cannot be told that it has none.
    pub(super) shows: bool,
    /// The object that holds the field.
    pub(super) id: ObjectId,
    /// The object that shows it; the same one, mostly.
    pub(super) widget: ObjectId,
}

/// A signature as the file holds it; nothing of it is verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The signed bytes: start and length of the part before the signature, and of the part after it. May lie outside
    /// the file.
    pub byte_range: [usize; 4],
    /// The signature's own bytes, without the zeros that fill its space.
    pub contents: Vec<u8>,
    /// Its form, such as `ETSI.CAdES.detached`.
    pub sub_filter: String,
    /// The program it is meant for, such as `Adobe.PPKLite`.
    pub filter: String,
    /// Who signed, as the file says.
    pub name: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// When, as it is written: `D:20261122120000+08'00'`.
    pub moment: Option<String>,
    /// What a certifying signature permits afterwards: 1 nothing, 2 filling in and signing, 3 comments too. None if
    /// the signature does not certify.
    pub docmdp: Option<i64>,
}

/// Reads the signature fields.
pub(super) fn read(file: &Document) -> Result<Vec<SignatureField>, FileError> {
    let catalog = file.catalog().map_err(|error| FileError::Structure(error.to_string()))?;
    let form = catalog.get(b"AcroForm").ok().and_then(|form| resolved(file, form)?.as_dict().ok());
    let roots = form.and_then(|form| resolved(file, form.get(b"Fields").ok()?)?.as_array().ok());
    let pages = pages(file)?;
    let mut walk =
        Walk { file, pages, seen: BTreeSet::new(), places: 0, values: BTreeSet::new(), found: Vec::new() };
    for root in roots.into_iter().flatten() {
        walk.field(root, &Inherited::default(), 0)?;
    }
    let mut found = walk.found;
    found.sort_by(|one, other| {
        let place = |field: &SignatureField| field.page.unwrap_or(usize::MAX);
        let (a, b) = (&one.area, &other.area);
        place(one).cmp(&place(other)).then(a.y.total_cmp(&b.y)).then(a.x.total_cmp(&b.x))
    });
    Ok(found)
}

/// Number and height of each page by its object, and the page of each annotation.
struct Pages {
    heights: BTreeMap<ObjectId, (usize, f32)>,
    annotations: BTreeMap<ObjectId, ObjectId>,
}

fn pages(file: &Document) -> Result<Pages, FileError> {
    let mut heights = BTreeMap::new();
    let mut annotations = BTreeMap::new();
    let mut places = 0;
    for (place, id) in file.page_iter().enumerate() {
        if place >= MOST_PAGES {
            return fault("it has too many pages");
        }
        let Ok(page) = file.get_dictionary(id) else { continue };
        let top = page_box(file, page).map_or(0.0, |[_, _, _, top]| top);
        heights.insert(id, (place, top));
        let own = page.get(b"Annots").ok().and_then(|own| resolved(file, own)?.as_array().ok());
        places += own.map_or(0, Vec::len);
        if places > MOST_PLACES {
            return fault("too much stands on its pages");
        }
        for annotation in own.into_iter().flatten().filter_map(|one| one.as_reference().ok()) {
            annotations.insert(annotation, id);
        }
    }
    Ok(Pages { heights, annotations })
}

/// The box of a page, its own or one it inherits.
fn page_box(file: &Document, page: &Dictionary) -> Option<[f32; 4]> {
    let mut node = page;
    for _ in 0..DEEPEST {
        if let Ok(corners) = node.get(b"MediaBox") {
            return numbers(file, corners);
        }
        node = resolved(file, node.get(b"Parent").ok()?)?.as_dict().ok()?;
    }
    None
}

/// Four numbers, as boxes and rectangles have them.
pub(super) fn numbers(file: &Document, object: &Object) -> Option<[f32; 4]> {
    let four = resolved(file, object)?.as_array().ok().filter(|four| four.len() == 4)?;
    let four: Vec<f32> = four.iter().filter_map(|number| resolved(file, number)?.as_float().ok()).collect();
    let [left, low, right, high] = four.try_into().ok()?;
    Some([left.min(right), low.min(high), left.max(right), low.max(high)])
}

/// What fields take from those they lie in.
#[derive(Clone, Default)]
struct Inherited<'a> {
    name: String,
    is_signature: bool,
    value: Option<&'a Object>,
    purpose: Option<String>,
}

struct Walk<'a> {
    file: &'a Document,
    pages: Pages,
    seen: BTreeSet<ObjectId>,
    /// How many places were met where fields are shown.
    places: usize,
    /// The signatures that were met, by where they lie in memory.
    values: BTreeSet<*const Dictionary>,
    found: Vec<SignatureField>,
}

impl<'a> Walk<'a> {
    /// Looks at a field and those in it.
    fn field(&mut self, field: &'a Object, above: &Inherited<'a>, depth: usize) -> Result<(), FileError> {
        let file = self.file;
        let (Ok(id), Some(entries)) = (field.as_reference(), dictionary(file, field)) else {
            return Ok(());
        };
        if !self.seen.insert(id) {
            return fault("a form field is listed twice");
        }
        if self.seen.len() > MOST_FIELDS || depth > DEEPEST {
            return fault("the form has too many fields");
        }
        let mut own = above.clone();
        if let Some(part) = text(file, entries, b"T") {
            own.name = if own.name.is_empty() { part } else { format!("{}.{part}", own.name) };
        }
        if own.name.len() > LONGEST_NAME || is_long(file, entries, b"T") {
            return fault("the name of a form field is too long");
        }
        if let Some(kind) = entries.get(b"FT").ok().and_then(|kind| resolved(file, kind)?.as_name().ok()) {
            own.is_signature = kind == b"Sig";
        }
        own.value = entries.get(b"V").ok().or(own.value);
        own.purpose = text(file, entries, b"TU").or(own.purpose);
        let kids = entries.get(b"Kids").ok().and_then(|kids| resolved(file, kids)?.as_array().ok());
        self.places += kids.map_or(0, Vec::len);
        if self.places > MOST_PLACES {
            return fault("the form has too many fields");
        }
        // A kid with a name of its own is a field; one without is a place where this field is shown.
        let is_field = |kid: &&Object| dictionary(file, kid).is_some_and(|kid| kid.has(b"T"));
        for kid in kids.into_iter().flatten().filter(is_field) {
            self.field(kid, &own, depth + 1)?;
        }
        if own.is_signature && !kids.into_iter().flatten().any(|kid| is_field(&kid)) {
            let shown = kids.and_then(|kids| kids.first()).and_then(|kid| kid.as_reference().ok());
            self.found(id, shown.unwrap_or(id), own)?;
        }
        Ok(())
    }

    fn found(&mut self, id: ObjectId, widget: ObjectId, field: Inherited<'a>) -> Result<(), FileError> {
        let entries = self.file.get_dictionary(widget).ok();
        let is_usual = entries.is_some_and(|entries| name(self.file, entries, b"Subtype") == "Widget");
        let named = || entries?.get(b"P").ok()?.as_reference().ok();
        let page = self.pages.annotations.get(&widget).copied().or_else(named);
        let page = page.and_then(|page| self.pages.heights.get(&page));
        let corners = entries.and_then(|entries| numbers(self.file, entries.get(b"Rect").ok()?));
        let area = match (page, corners) {
            (Some((_, top)), Some([left, low, right, high])) => {
                Area { x: left, y: top - high, width: right - left, height: high - low }
            }
            _ => Area::default(),
        };
        let has_no_area = match (corners, entries.is_some_and(|entries| entries.has(b"Rect"))) {
            (Some([left, low, right, high]), _) => left >= right || low >= high,
            (None, is_there) => !is_there,
        };
        let signature = match field.value {
            None | Some(Object::Null) => None,
            Some(value) => match resolved(self.file, value) {
                Some(Object::Null) => None,
                Some(Object::Dictionary(value)) => {
                    if !self.values.insert(value) {
                        return fault("a signature stands in several fields");
                    }
                    Some(signature(self.file, value)?)
                }
                _ => return Err(FileError::Structure(format!("the signature in {} is missing", field.name))),
            },
        };
        self.found.push(SignatureField {
            purpose: field.purpose.unwrap_or_default(),
            name: field.name,
            page: page.map(|(place, _)| *place),
            area,
            signature,
            shows: !(is_usual && has_no_area),
            id,
            widget,
        });
        Ok(())
    }
}

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    resolved(file, object)?.as_dict().ok()
}

fn fault<T>(words: &str) -> Result<T, FileError> {
    Err(FileError::Structure(words.to_owned()))
}

/// Text that is not too long.
fn text(file: &Document, entries: &Dictionary, key: &[u8]) -> Option<String> {
    let text = resolved(file, entries.get(key).ok()?)?;
    text.as_str().ok().filter(|bytes| bytes.len() <= LONGEST_WORDS)?;
    lopdf::decode_text_string(text).ok()
}

fn is_long(file: &Document, entries: &Dictionary, key: &[u8]) -> bool {
    let text = entries.get(key).ok().and_then(|text| resolved(file, text)?.as_str().ok());
    text.is_some_and(|bytes| bytes.len() > LONGEST_WORDS)
}

fn name(file: &Document, entries: &Dictionary, key: &[u8]) -> String {
    let name = entries.get(key).ok().and_then(|name| resolved(file, name)?.as_name().ok());
    String::from_utf8_lossy(name.unwrap_or_default()).into_owned()
}

fn signature(file: &Document, entries: &Dictionary) -> Result<Signature, FileError> {
    let range = entries.get(b"ByteRange").ok().and_then(|range| resolved(file, range)?.as_array().ok());
    let range: Option<Vec<usize>> = range.filter(|range| range.len() == 4).and_then(|range| {
        range.iter().map(|number| usize::try_from(resolved(file, number)?.as_i64().ok()?).ok()).collect()
    });
    let Some(byte_range) = range.and_then(|range| <[usize; 4]>::try_from(range).ok()) else {
        return fault("a signature does not say which bytes it covers");
    };
    // Contents that stand elsewhere could be shared by many.
    let Ok(contents) = entries.get(b"Contents").and_then(Object::as_str) else {
        return fault("a signature has no contents");
    };
    if contents.len() > LONGEST_SIGNATURE {
        return fault("a signature is too long");
    }
    Ok(Signature {
        byte_range,
        contents: without_filling(contents).to_vec(),
        sub_filter: name(file, entries, b"SubFilter"),
        filter: name(file, entries, b"Filter"),
        name: text(file, entries, b"Name"),
        reason: text(file, entries, b"Reason"),
        location: text(file, entries, b"Location"),
        moment: text(file, entries, b"M"),
        docmdp: docmdp(file, entries),
    })
}

/// The DER value that bytes begin with, without what follows; all of them if they do not begin so.
fn without_filling(bytes: &[u8]) -> &[u8] {
    let length = match bytes {
        [_, short @ 0..=0x7f, ..] => Some(2 + usize::from(*short)),
        [_, long @ 0x81..=0x84, rest @ ..] => rest.get(..usize::from(long - 0x80)).map(|digits| {
            2 + digits.len() + digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit))
        }),
        _ => None,
    };
    length.and_then(|length| bytes.get(..length)).unwrap_or(bytes)
}

/// What a certifying signature permits; 2 where it does not say.
fn docmdp(file: &Document, entries: &Dictionary) -> Option<i64> {
    let references = resolved(file, entries.get(b"Reference").ok()?)?.as_array().ok()?;
    let certifying = |reference: &&Dictionary| name(file, reference, b"TransformMethod") == "DocMDP";
    let reference =
        references.iter().take(DEEPEST).filter_map(|one| dictionary(file, one)).find(certifying)?;
    let permits = reference.get(b"TransformParams").ok().and_then(|params| dictionary(file, params));
    Some(permits.and_then(|params| resolved(file, params.get(b"P").ok()?)?.as_i64().ok()).unwrap_or(2))
}
