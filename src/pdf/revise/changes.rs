//! What one revision of a file changed in the one before it.
//!
//! Both are gone through side by side from the catalogue down. Whatever differs is a change, unless it is part of a
//! signature that was added: its field, how it looks, and its place in the form and on its page.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::{Existing, FileError, resolved};

/// Most objects that are compared.
const MOST_OBJECTS: usize = 2_000_000;
/// Most changes that are told.
const MOST_CHANGES: usize = 50;
/// How deep objects may lie in each other.
const DEEPEST: usize = 64;

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A field that was empty is signed.
    Signed {
        /// Its full name.
        field: String,
    },
    /// A signed field was added.
    NewField {
        /// Its full name.
        field: String,
        /// The page it shows on, from 0; none if it shows nowhere.
        page: Option<usize>,
    },
    /// Certificates and revocation data were added, by which signatures can be checked later.
    Evidence,
    /// The file's properties: title, program, time of the last change.
    Properties,
    /// A page, from 0: what it shows, or how.
    Page(usize),
    /// The form: a field, what it holds or how it looks.
    Form,
    /// The structure that programs read aloud from.
    Structure,
    /// A part of the catalogue.
    Catalog(String),
    /// One of the two cannot be read, or is too large to be compared.
    Unreadable,
}

impl Change {
    /// Says that it may follow a signature without touching what was signed. A new field that shows on a page may lie over
    /// what was signed there.
    pub fn keeps_content(&self) -> bool {
        matches!(
            self,
            Change::Signed { .. }
                | Change::NewField { page: None, .. }
                | Change::Evidence
                | Change::Properties
        )
    }
}

impl Existing {
    /// The file as it was when it had so many bytes.
    pub fn at(&self, end: usize) -> Result<Existing, FileError> {
        let bytes = self.bytes.get(..end).ok_or(FileError::Truncated)?;
        let earlier = Existing::open(bytes.to_vec())?;
        // A revision that is read from a place before it changes nothing, whatever it holds.
        if earlier.is_read_from_its_end() { Ok(earlier) } else { Err(FileError::Truncated) }
    }

    /// Says that the file is read from its last revision.
    fn is_read_from_its_end(&self) -> bool {
        let before = self.revisions.len().checked_sub(2).and_then(|place| self.revisions.get(place));
        self.file.xref_start >= before.copied().unwrap_or(0)
    }

    /// What changed since an earlier revision of the same file.
    pub fn changes_since(&self, earlier: &Existing) -> BTreeSet<Change> {
        let (Ok(old), Ok(new)) = (root(earlier), root(self)) else {
            return BTreeSet::from([Change::Unreadable]);
        };
        let mut comparison = Comparison {
            old: earlier,
            new: self,
            pages: earlier.file.page_iter().enumerate().map(|(number, id)| (id, number)).collect(),
            seen: BTreeSet::from([old]),
            open: Vec::new(),
            changes: BTreeSet::new(),
            added: Added::default(),
        };
        comparison.note_signatures();
        if old != new {
            comparison.changes.insert(Change::Catalog("Root".into()));
        }
        comparison.catalog(old, new);
        // What only properties refer to counts as theirs, so they come last.
        let info = |file: &'_ Existing| file.file.trailer.get(b"Info").ok().cloned();
        if !comparison.same(info(earlier).as_ref(), info(self).as_ref(), &Place::Properties, 0) {
            comparison.changes.insert(Change::Properties);
        }
        comparison.run();
        comparison.changes
    }
}

fn root(file: &Existing) -> Result<ObjectId, lopdf::Error> {
    file.file.trailer.get(b"Root")?.as_reference()
}

/// Objects of fields that were signed or added.
#[derive(Default)]
struct Added {
    /// Fields that were empty, and what shows them.
    signed: BTreeSet<ObjectId>,
    /// Fields that were not there.
    fields: BTreeSet<ObjectId>,
    /// What shows them.
    widgets: BTreeSet<ObjectId>,
}

/// Where an object was met.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Place {
    Properties,
    Pages,
    Page(usize),
    /// The annotations of a page, as a list of its own.
    Annotations(usize),
    Form,
    /// The form itself.
    FormRoot,
    /// Its list of fields.
    Fields,
    Structure,
    Evidence,
    Catalog(String),
}

struct Comparison<'a> {
    old: &'a Existing,
    new: &'a Existing,
    /// The pages there were, and their numbers.
    pages: BTreeMap<ObjectId, usize>,
    seen: BTreeSet<ObjectId>,
    open: Vec<(ObjectId, Place)>,
    changes: BTreeSet<Change>,
    added: Added,
}

impl<'a> Comparison<'a> {
    fn note_signatures(&mut self) {
        let known: BTreeMap<ObjectId, _> = self.old.fields.iter().map(|field| (field.id, field)).collect();
        for field in self.new.fields.iter().filter(|field| field.signature.is_some()) {
            match known.get(&field.id) {
                Some(known) if known.signature.is_none() && known.name == field.name => {
                    self.added.signed.extend([field.id, field.widget]);
                    self.changes.insert(Change::Signed { field: field.name.clone() });
                }
                Some(_) => {}
                None => {
                    self.added.fields.insert(field.id);
                    self.added.widgets.insert(field.widget);
                    let page = field.page.filter(|_| field.shows);
                    self.changes.insert(Change::NewField { field: field.name.clone(), page });
                }
            }
        }
    }

    /// Compares the catalogues: pages first, so that what pages and structure share counts as the page's.
    fn catalog(&mut self, old: ObjectId, new: ObjectId) {
        let (Ok(old), Ok(new)) = (self.old.file.get_dictionary(old), self.new.file.get_dictionary(new))
        else {
            self.changes.insert(Change::Unreadable);
            return;
        };
        self.open.extend(self.pages.iter().map(|(id, number)| (*id, Place::Page(*number))));
        self.run();
        let mut names = keys(old, new);
        names.sort_by_key(|name| match *name {
            b"Pages" => 0,
            b"AcroForm" => 1,
            b"Metadata" | b"DSS" => 3,
            _ => 2,
        });
        for name in names {
            let place = match name {
                b"Pages" => Place::Pages,
                b"AcroForm" => Place::FormRoot,
                b"StructTreeRoot" | b"MarkInfo" => Place::Structure,
                b"Metadata" => Place::Properties,
                b"DSS" => Place::Evidence,
                _ => Place::Catalog(String::from_utf8_lossy(name).into_owned()),
            };
            let (before, after) = (present(old, name), present(new, name));
            match name {
                // Says only which extensions of the format the file uses.
                b"Extensions" => {}
                b"AcroForm" => self.form(before, after),
                _ => {
                    if !self.same(before, after, &place, 0) {
                        self.differs(&place);
                    }
                }
            }
            self.run();
        }
    }

    /// Compares the forms, of which either may be missing, or stand in the catalogue itself.
    fn form(&mut self, old: Option<&Object>, new: Option<&Object>) {
        fn entries<'f>(file: &'f Existing, form: Option<&'f Object>) -> Option<&'f Dictionary> {
            resolved(&file.file, form?)?.as_dict().ok()
        }
        self.seen.extend([old, new].into_iter().flatten().filter_map(|form| form.as_reference().ok()));
        let none = Dictionary::new();
        let before = entries(self.old, old).unwrap_or(&none);
        let after = entries(self.new, new).unwrap_or(&none);
        self.entries(before, after, &Place::FormRoot, None, 0);
    }

    /// Compares all objects that were met.
    fn run(&mut self) {
        while let Some((id, place)) = self.open.pop() {
            if !self.seen.insert(id) || self.changes.len() >= MOST_CHANGES {
                continue;
            }
            if self.seen.len() > MOST_OBJECTS {
                self.changes.insert(Change::Unreadable);
                return;
            }
            let object = |file: &'a Existing| file.file.objects.get(&id);
            let (old, new) = (object(self.old), object(self.new));
            let place = match old {
                _ if self.pages.contains_key(&id) => Place::Page(self.pages.get(&id).copied().unwrap_or(0)),
                Some(Object::Dictionary(entries)) if is_kind(entries, b"Pages") => Place::Pages,
                _ => place,
            };
            let is_same = match (old, new) {
                (Some(Object::Dictionary(old)), Some(Object::Dictionary(new))) => {
                    self.entries(old, new, &place, Some(id), 0);
                    true
                }
                (Some(Object::Array(old)), Some(Object::Array(new)))
                    if matches!(place, Place::Fields | Place::Annotations(_)) =>
                {
                    self.list(old, new, &place, 0)
                }
                (old, new) => self.same(old, new, &place, 0),
            };
            if !is_same {
                self.differs(&place);
            }
        }
    }

    fn differs(&mut self, place: &Place) {
        self.changes.insert(match place {
            Place::Properties => Change::Properties,
            Place::Page(number) | Place::Annotations(number) => Change::Page(*number),
            Place::Pages => Change::Catalog("Pages".into()),
            Place::Form | Place::FormRoot | Place::Fields => Change::Form,
            Place::Structure => Change::Structure,
            Place::Evidence => Change::Evidence,
            Place::Catalog(name) => Change::Catalog(name.clone()),
        });
    }

    /// Compares the entries of a dictionary that stands at a place, and notes what differs.
    fn entries(
        &mut self,
        old: &Dictionary,
        new: &Dictionary,
        place: &Place,
        id: Option<ObjectId>,
        depth: usize,
    ) {
        let is_page = matches!(place, Place::Page(_)) && is_kind(old, b"Page");
        let is_signed = id.is_some_and(|id| self.added.signed.contains(&id));
        for name in keys(old, new) {
            let (before, after) = (present(old, name), present(new, name));
            if is_signed && matches!(name, b"V" | b"AP" | b"F" | b"M" | b"MK" | b"DA") {
                continue;
            }
            let inner = match (place, name) {
                (Place::FormRoot, b"Fields") => Place::Fields,
                (Place::FormRoot, _) => Place::Form,
                (Place::Page(number), b"Annots") if is_page => Place::Annotations(*number),
                _ => place.clone(),
            };
            let is_same = match (place, name) {
                (Place::FormRoot, b"SigFlags") => true,
                // What new fields are drawn with, where nothing was drawn before.
                (Place::FormRoot, b"DR" | b"DA") if before.is_none() => true,
                _ if matches!(inner, Place::Fields | Place::Annotations(_)) => {
                    self.grown(before, after, &inner, depth + 1)
                }
                _ => self.same(before, after, &inner, depth + 1),
            };
            if !is_same {
                self.differs(place);
            }
        }
    }

    /// Compares lists that may have grown by new fields.
    fn grown(&mut self, old: Option<&Object>, new: Option<&Object>, place: &Place, depth: usize) -> bool {
        match (old, new) {
            (Some(Object::Reference(old)), Some(Object::Reference(new))) if old == new => {
                self.open.push((*old, place.clone()));
                true
            }
            _ => {
                let list = |file: &Existing, list: Option<&Object>| match list {
                    None => Some(Vec::new()),
                    Some(list) => Some(resolved(&file.file, list)?.as_array().ok()?.clone()),
                };
                match (list(self.old, old), list(self.new, new)) {
                    (Some(old), Some(new)) => self.list(&old, &new, place, depth),
                    _ => false,
                }
            }
        }
    }

    fn list(&mut self, old: &[Object], new: &[Object], place: &Place, depth: usize) -> bool {
        let (kept, added) = new.split_at(old.len().min(new.len()));
        let known = match place {
            Place::Fields => &self.added.fields,
            _ => &self.added.widgets,
        };
        let are_new = added.iter().all(|one| one.as_reference().is_ok_and(|id| known.contains(&id)));
        let inner = match place {
            Place::Annotations(number) => Place::Page(*number),
            _ => Place::Form,
        };
        let same = old.len() == kept.len()
            && old.iter().zip(kept).all(|(old, new)| self.same(Some(old), Some(new), &inner, depth + 1));
        are_new && same
    }

    /// Says whether two values are the same; objects they refer to are put aside to be compared.
    fn same(&mut self, old: Option<&Object>, new: Option<&Object>, place: &Place, depth: usize) -> bool {
        let (Some(old), Some(new)) = (old, new) else { return old.is_none() && new.is_none() };
        if depth > DEEPEST {
            return false;
        }
        match (old, new) {
            (Object::Reference(old), Object::Reference(new)) => {
                if old == new && !self.seen.contains(old) {
                    self.open.push((*old, place.clone()));
                }
                old == new
            }
            (Object::Array(old), Object::Array(new)) => {
                let mut pairs = old.iter().zip(new);
                old.len() == new.len()
                    && pairs.all(|(old, new)| self.same(Some(old), Some(new), place, depth + 1))
            }
            (Object::Dictionary(old), Object::Dictionary(new)) => self.alike(old, new, place, depth + 1),
            (Object::Stream(old), Object::Stream(new)) => {
                old.content == new.content && self.alike(&old.dict, &new.dict, place, depth + 1)
            }
            (Object::String(old, _), Object::String(new, _)) => old == new,
            (old, new) => old == new,
        }
    }

    fn alike(&mut self, old: &Dictionary, new: &Dictionary, place: &Place, depth: usize) -> bool {
        let names = keys(old, new);
        names.into_iter().all(|name| self.same(present(old, name), present(new, name), place, depth))
    }
}

/// The names of all entries of both, each once.
fn keys<'d>(old: &'d Dictionary, new: &'d Dictionary) -> Vec<&'d [u8]> {
    let names: BTreeSet<&[u8]> = old.iter().chain(new.iter()).map(|(name, _)| name.as_slice()).collect();
    names.into_iter().collect()
}

/// An entry; null is the same as none.
fn present<'d>(entries: &'d Dictionary, name: &[u8]) -> Option<&'d Object> {
    entries.get(name).ok().filter(|value| !matches!(value, Object::Null))
}

fn is_kind(entries: &Dictionary, kind: &[u8]) -> bool {
    entries.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == kind)
}
