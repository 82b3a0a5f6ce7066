//! Appending a revision: new and changed objects, and a cross-reference to them, after the bytes that were there.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::ops::Range;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary, text_string};
use sha2::{Digest, Sha256};

use super::{Existing, SignatureField, look, write};
use crate::calendar::Moment;
use crate::pdf::PressError;

/// A signature to be made.
#[derive(Debug, Clone)]
pub struct NewSignature<'a> {
    /// Full name of the field it goes into.
    pub field: &'a str,
    /// Who signs.
    pub name: &'a str,
    /// Why.
    pub reason: Option<&'a str>,
    /// Where.
    pub location: Option<&'a str>,
    /// When.
    pub moment: Moment,
    /// What its field shows.
    pub lines: &'a [String],
    /// Most bytes the signature's contents will have.
    pub space: usize,
}

/// Why a revision with a signature cannot be appended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviseError {
    /// There is no signature field of this name.
    NoField,
    /// The field is signed already.
    Signed,
    /// A signature in the file permits no change after it.
    Certified,
    /// The signature is longer than was said.
    NoSpace,
    /// The file has more objects than can be numbered.
    Full,
    /// The appearance cannot be made.
    Look(PressError),
}

impl fmt::Display for ReviseError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReviseError::NoField => write!(out, "there is no such signature field"),
            ReviseError::Signed => write!(out, "the field is signed already"),
            ReviseError::Certified => write!(out, "a signature in the file permits no further change"),
            ReviseError::NoSpace => write!(out, "the signature is longer than expected"),
            ReviseError::Full => write!(out, "the file has too many objects"),
            ReviseError::Look(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for ReviseError {}

/// A file with a revision whose signature is still empty.
pub struct Unsigned {
    bytes: Vec<u8>,
    /// Where the signature goes, with the brackets around it.
    gap: Range<usize>,
}

impl fmt::Debug for Unsigned {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Unsigned({} bytes, gap {:?})", self.bytes.len(), self.gap)
    }
}

impl Unsigned {
    /// What is to be signed: all bytes before the signature, and all after it.
    pub fn signed_parts(&self) -> [&[u8]; 2] {
        let part = |range: Range<usize>| self.bytes.get(range).unwrap_or_default();
        [part(0..self.gap.start), part(self.gap.end..self.bytes.len())]
    }

    /// Puts the signature in.
    pub fn finish(mut self, contents: &[u8]) -> Result<Vec<u8>, ReviseError> {
        let space = self.bytes.get_mut(self.gap.start + 1..self.gap.end - 1).unwrap_or_default();
        if contents.len() * 2 > space.len() {
            return Err(ReviseError::NoSpace);
        }
        for (pair, byte) in space.chunks_exact_mut(2).zip(contents) {
            for (digit, half) in pair.iter_mut().zip([byte >> 4, byte & 15]) {
                *digit = b"0123456789abcdef"[usize::from(half)];
            }
        }
        Ok(self.bytes)
    }
}

impl Existing {
    /// Appends a revision that signs a field. Every byte of the file stays where it is.
    pub fn prepare(&self, new: &NewSignature<'_>) -> Result<Unsigned, ReviseError> {
        let field = self.fields.iter().find(|field| field.name == new.field).ok_or(ReviseError::NoField)?;
        if field.signature.is_some() {
            return Err(ReviseError::Signed);
        }
        let certifies =
            |field: &SignatureField| field.signature.as_ref().is_some_and(|own| own.docmdp == Some(1));
        if self.fields.iter().any(certifies) {
            return Err(ReviseError::Certified);
        }
        let mut revision = Revision::new(&self.file, self.bytes.clone())?;
        let look = look::add(&mut revision, &field.area, new.lines).map_err(ReviseError::Look)?;
        let places = revision.add_signature(new);
        revision.fill_field(field, places.id, look);
        revision.set_flags();
        let mut bytes = revision.close(self.file.xref_start);
        let after = bytes.len() - places.gap.end;
        let range = format!("0 {} {} {after}", places.gap.start, places.gap.end);
        if let Some(space) = bytes.get_mut(places.range.start..places.range.start + range.len()) {
            space.copy_from_slice(range.as_bytes());
        }
        Ok(Unsigned { bytes, gap: places.gap })
    }
}

/// Where the parts of a new signature stand that are filled in later.
struct Places {
    id: ObjectId,
    range: Range<usize>,
    gap: Range<usize>,
}

/// A revision being written.
pub(super) struct Revision<'a> {
    pub(super) file: &'a Document,
    bytes: Vec<u8>,
    next: u32,
    offsets: BTreeMap<ObjectId, usize>,
}

impl<'a> Revision<'a> {
    fn new(file: &'a Document, mut bytes: Vec<u8>) -> Result<Revision<'a>, ReviseError> {
        let stated = file.trailer.get(b"Size").and_then(Object::as_i64).unwrap_or(0);
        let next = u32::try_from(stated).unwrap_or(u32::MAX).max(file.max_id.saturating_add(1));
        // Offsets must have ten digits, object numbers at most seven.
        if next > 8_000_000 {
            return Err(ReviseError::Full);
        }
        if !bytes.ends_with(b"\n") && !bytes.ends_with(b"\r") {
            bytes.push(b'\n');
        }
        Ok(Revision { file, bytes, next, offsets: BTreeMap::new() })
    }

    fn number(&mut self) -> ObjectId {
        self.next += 1;
        (self.next - 1, 0)
    }

    /// Adds an object under a new number.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.number();
        self.put(id, &object.into());
        id
    }

    /// Writes an object; in the place of an older one if the number was taken.
    fn put(&mut self, id: ObjectId, object: &Object) {
        self.open(id);
        write::object(&mut self.bytes, object);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    fn open(&mut self, id: ObjectId) {
        self.offsets.insert(id, self.bytes.len());
        self.bytes.extend_from_slice(format!("{} {} obj\n", id.0, id.1).as_bytes());
    }

    /// Writes the signature's dictionary with room for what is not known yet.
    fn add_signature(&mut self, new: &NewSignature<'_>) -> Places {
        let mut about = dictionary! {
            "Type" => "Sig",
            "Filter" => "Adobe.PPKLite",
            "SubFilter" => "ETSI.CAdES.detached",
            "M" => Object::string_literal(moment(&new.moment)),
            "Name" => text_string(new.name),
        };
        for (key, words) in [("Reason", new.reason), ("Location", new.location)] {
            if let Some(words) = words {
                about.set(key, text_string(words));
            }
        }
        let id = self.number();
        self.open(id);
        write::object(&mut self.bytes, &Object::Dictionary(about));
        // The closing brackets come after what follows.
        self.bytes.truncate(self.bytes.len() - 2);
        self.bytes.extend_from_slice(b"/ByteRange[");
        let range = self.spaces(b' ', 4 * 11);
        self.bytes.extend_from_slice(b"]/Contents");
        let start = self.bytes.len();
        self.bytes.push(b'<');
        self.spaces(b'0', new.space * 2);
        self.bytes.push(b'>');
        let gap = start..self.bytes.len();
        self.bytes.extend_from_slice(b">>\nendobj\n");
        Places { id, range, gap }
    }

    fn spaces(&mut self, with: u8, count: usize) -> Range<usize> {
        let start = self.bytes.len();
        self.bytes.resize(start + count, with);
        start..self.bytes.len()
    }

    /// Ties field, signature and appearance together.
    fn fill_field(&mut self, field: &SignatureField, signature: ObjectId, look: ObjectId) {
        let entries = |id| self.file.get_dictionary(id).cloned().unwrap_or_default();
        let mut widget = entries(field.widget);
        widget.set("AP", dictionary! { "N" => look });
        let flags = widget.get(b"F").and_then(Object::as_i64).unwrap_or(0);
        // Printed, and neither invisible nor hidden.
        widget.set("F", (flags | 4) & !0b10_0011);
        if field.widget == field.id {
            widget.set("V", signature);
        } else {
            let mut own = entries(field.id);
            own.set("V", signature);
            self.put(field.id, &Object::Dictionary(own));
        }
        self.put(field.widget, &Object::Dictionary(widget));
    }

    /// Says in the form that there are signatures and that later revisions must be appended.
    fn set_flags(&mut self) {
        let Ok(root) = self.file.trailer.get(b"Root").and_then(Object::as_reference) else { return };
        let Ok(catalog) = self.file.get_dictionary(root) else { return };
        let Ok(place) = catalog.get(b"AcroForm") else { return };
        let Some(form) = super::resolved(self.file, place).and_then(|form| form.as_dict().ok()) else {
            return;
        };
        if form.get(b"SigFlags").and_then(Object::as_i64).is_ok_and(|flags| flags & 3 == 3) {
            return;
        }
        let mut form = form.clone();
        form.set("SigFlags", 3);
        match place.as_reference() {
            Ok(id) => self.put(id, &Object::Dictionary(form)),
            Err(_) => {
                let mut catalog = catalog.clone();
                catalog.set("AcroForm", form);
                self.put(root, &Object::Dictionary(catalog));
            }
        }
    }

    /// Writes the cross-reference in the form the file has it, and the end.
    fn close(mut self, before: usize) -> Vec<u8> {
        let mut trailer = Dictionary::new();
        for key in [&b"Root"[..], b"Info"] {
            if let Ok(value) = self.file.trailer.get(key) {
                trailer.set(key, value.clone());
            }
        }
        trailer.set("ID", self.identity());
        trailer.set("Prev", before as i64);
        let is_table =
            self.bytes.get(before..).is_some_and(|rest| rest.trim_ascii_start().starts_with(b"xref"));
        let start = self.bytes.len();
        if is_table {
            trailer.set("Size", i64::from(self.next));
            self.table();
            self.bytes.extend_from_slice(b"trailer\n");
            write::object(&mut self.bytes, &Object::Dictionary(trailer));
            self.bytes.push(b'\n');
        } else {
            self.stream(trailer);
        }
        self.bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        self.bytes
    }

    /// The name the file keeps, and one of this revision.
    fn identity(&self) -> Vec<Object> {
        let digest = Sha256::digest(&self.bytes);
        let own = Object::String(digest.get(..16).unwrap_or_default().to_vec(), StringFormat::Hexadecimal);
        let known =
            self.file.trailer.get(b"ID").ok().and_then(|id| super::resolved(self.file, id)?.as_array().ok());
        let first = known.and_then(|parts| parts.first()).and_then(|first| first.as_str().ok());
        let first = first.map(|first| Object::String(first.to_vec(), StringFormat::Hexadecimal));
        vec![first.unwrap_or_else(|| own.clone()), own]
    }

    fn table(&mut self) {
        let mut table = String::from("xref\n");
        for run in runs(&self.offsets) {
            let first = run.first().map_or(0, |((number, _), _)| *number);
            let _ = writeln!(table, "{first} {}", run.len());
            for ((_, generation), offset) in run {
                let _ = write!(table, "{offset:010} {generation:05} n\r\n");
            }
        }
        self.bytes.extend_from_slice(table.as_bytes());
    }

    fn stream(&mut self, mut entries: Dictionary) {
        let id = self.number();
        self.offsets.insert(id, self.bytes.len());
        let mut places = Vec::new();
        let mut index = Vec::new();
        for run in runs(&self.offsets) {
            index.push(Object::Integer(run.first().map_or(0, |((number, _), _)| i64::from(*number))));
            index.push(Object::Integer(run.len() as i64));
            for ((_, generation), offset) in run {
                places.push(1);
                places.extend_from_slice(&(offset as u32).to_be_bytes());
                places.extend_from_slice(&generation.to_be_bytes());
            }
        }
        entries.set("Type", "XRef");
        entries.set("Size", i64::from(self.next));
        entries.set("W", vec![1.into(), 4.into(), 2.into()]);
        entries.set("Index", index);
        // The last byte is the generation of this very object, 0, so no line end merges with it.
        self.put(id, &Object::Stream(Stream::new(entries, places)));
    }
}

/// The offsets in runs of consecutive numbers.
fn runs(offsets: &BTreeMap<ObjectId, usize>) -> Vec<Vec<(ObjectId, usize)>> {
    let mut runs: Vec<Vec<(ObjectId, usize)>> = Vec::new();
    for (id, offset) in offsets {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|((last, _), _)| last + 1 == id.0) => {
                run.push((*id, *offset))
            }
            _ => runs.push(vec![(*id, *offset)]),
        }
    }
    runs
}

/// A moment as files write it: `D:20260126100000+07'00'`.
fn moment(moment: &Moment) -> String {
    let (hour, minute, second) = moment.time();
    let ahead = moment.minutes_ahead();
    let zone = match ahead {
        0 => "Z".to_owned(),
        _ => {
            let sign = if ahead < 0 { '-' } else { '+' };
            format!("{sign}{:02}'{:02}'", ahead.abs() / 60, ahead.abs() % 60)
        }
    };
    format!("D:{}{hour:02}{minute:02}{second:02}{zone}", moment.date().strftime("%Y%m%d"))
}
