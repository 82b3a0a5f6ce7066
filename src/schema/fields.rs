//! The one mechanism behind every file kind: a definition that decodes or describes.
//!
//! A kind is a function over [`Fields`]. Given a mapping it takes each named field out of it, collecting every
//! problem; given none it notes the names, types and meanings, from which schema, scaffold and reference are written.

use super::types::{Type, TypeDoc};
use super::value::{At, Id};
use crate::diagnostic::{Arg, Finding, Span, code, suggest};
use crate::source::yaml::{Node, Value};

/// The meaning of a field in Indonesian and in English.
pub type Doc = (&'static str, &'static str);

/// Values by ids, in the order written.
pub type Row<T> = Vec<(Id, At<T>)>;

/// A field as described.
#[derive(Debug, Clone)]
pub struct FieldDoc {
    /// The key.
    pub key: &'static str,
    /// Its meaning.
    pub doc: Doc,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub ty: TypeDoc,
}

struct Entry<'n> {
    key: &'n Node,
    name: &'n str,
    value: &'n Node,
    taken: bool,
}

enum Mode<'n, 'o> {
    Decode { entries: Vec<Entry<'n>>, at: Span, out: &'o mut Vec<Finding> },
    Describe(&'o mut Vec<FieldDoc>),
}

/// The fields of one mapping, being decoded or described.
pub struct Fields<'n, 'o> {
    mode: Mode<'n, 'o>,
    known: Vec<&'static str>,
}

/// Decodes a mapping, called `name` in findings, by a kind's function. `None` if the mapping or something required in
/// it is wrong; every problem is in `out` then.
pub fn decode<T>(
    name: &str,
    node: &Node,
    out: &mut Vec<Finding>,
    kind: impl FnOnce(&mut Fields) -> Option<T>,
) -> Option<T> {
    let Value::Map(pairs) = &node.value else {
        out.push(wrong_type(node, "type-map").arg("key", name));
        return None;
    };
    let mut entries: Vec<Entry> = Vec::with_capacity(pairs.len());
    for (key, value) in pairs {
        let Value::Scalar { text, .. } = &key.value else {
            out.push(Finding::new(code::KEY_NOT_TEXT, key.span));
            continue;
        };
        if let Some(first) = entries.iter().find(|e| e.name == text) {
            out.push(
                Finding::new(code::DUPLICATE_KEY, key.span)
                    .arg("key", text.clone())
                    .note(first.key.span, "first-given"),
            );
            continue;
        }
        entries.push(Entry { key, name: text, value, taken: false });
    }
    let mut fields = Fields { mode: Mode::Decode { entries, at: node.span, out }, known: vec![] };
    let value = kind(&mut fields);
    fields.report_unknown();
    value
}

/// Describes a kind.
pub fn describe<T>(kind: impl FnOnce(&mut Fields) -> Option<T>) -> Vec<FieldDoc> {
    let mut docs = vec![];
    kind(&mut Fields { mode: Mode::Describe(&mut docs), known: vec![] });
    docs
}

/// Reads one value; what is wrong with it is said of its key.
pub fn read<T: Type>(key: &str, node: &Node, ty: &T, out: &mut Vec<Finding>) -> Option<At<T::Out>> {
    let before = out.len();
    let value = ty.decode(node, out);
    name_key(key, &mut out[before..]);
    Some(At { value: value?, span: node.span })
}

fn name_key(key: &str, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|f| f.args.iter().all(|(name, _)| *name != "key")) {
        finding.args.push(("key", Arg::Text(key.to_owned())));
    }
}

pub(super) fn wrong_type(node: &Node, expected: &'static str) -> Finding {
    let found = match &node.value {
        Value::Scalar { .. } if node.is_blank() => "type-nothing",
        Value::Scalar { .. } => "type-text",
        Value::Seq(_) => "type-list",
        Value::Map(_) => "type-map",
    };
    Finding::new(code::WRONG_TYPE, node.span).phrase("expected", expected).phrase("found", found)
}

impl<'n, 'o> Fields<'n, 'o> {
    fn note_field(&mut self, key: &'static str, doc: Doc, required: bool, ty: impl FnOnce() -> TypeDoc) {
        self.known.push(key);
        if let Mode::Describe(docs) = &mut self.mode {
            docs.push(FieldDoc { key, doc, required, ty: ty() });
        }
    }

    fn take(&mut self, key: &'static str, required: bool) -> Option<&'n Node> {
        let Mode::Decode { entries, at, out } = &mut self.mode else { return None };
        let found = entries.iter_mut().find(|e| e.name == key).map(|entry| {
            entry.taken = true;
            entry.value
        });
        match found {
            // A blank counts as a field left open.
            Some(node) if !node.is_blank() => Some(node),
            Some(node) if required => {
                out.push(Finding::new(code::EMPTY_TEXT, node.span).arg("key", key));
                None
            }
            None if required => {
                out.push(Finding::new(code::MISSING_KEY, Span { end: at.start, ..*at }).arg("key", key));
                None
            }
            _ => None,
        }
    }

    /// Reports what the fields of one mapping together have wrong.
    pub fn report(&mut self, finding: Finding) {
        if let Some(out) = self.out() {
            out.push(finding);
        }
    }

    fn out(&mut self) -> Option<&mut Vec<Finding>> {
        match &mut self.mode {
            Mode::Decode { out, .. } => Some(out),
            Mode::Describe(_) => None,
        }
    }

    fn value<T: Type>(&mut self, key: &'static str, doc: Doc, required: bool, ty: &T) -> Option<At<T::Out>> {
        self.note_field(key, doc, required, || ty.describe());
        let node = self.take(key, required)?;
        read(key, node, ty, self.out()?)
    }

    /// A field that must be there.
    pub fn required<T: Type>(&mut self, key: &'static str, doc: Doc, ty: T) -> Option<At<T::Out>> {
        self.value(key, doc, true, &ty)
    }

    /// A field that may be left out.
    pub fn optional<T: Type>(&mut self, key: &'static str, doc: Doc, ty: T) -> Option<At<T::Out>> {
        self.value(key, doc, false, &ty)
    }

    /// Yes or no; no where it is left out.
    pub fn flag(&mut self, key: &'static str, doc: Doc) -> bool {
        self.value(key, doc, false, &super::types::yes_no()).is_some_and(|at| at.value)
    }

    /// A list of plain values; empty where it is left out.
    pub fn list<T: Type>(&mut self, key: &'static str, doc: Doc, ty: T) -> Vec<At<T::Out>> {
        self.note_field(key, doc, false, || TypeDoc::List(Box::new(ty.describe())));
        let mut values = vec![];
        for node in self.take_items(key) {
            let Some(out) = self.out() else { break };
            values.extend(read(key, node, &ty, out));
        }
        values
    }

    /// A mapping from ids to plain values; empty where it is left out.
    pub fn table<T: Type>(&mut self, key: &'static str, doc: Doc, ty: T) -> Vec<(Id, At<T::Out>)> {
        self.note_field(key, doc, false, || TypeDoc::Map(Box::new(ty.describe())));
        let mut values = vec![];
        for (id, node) in self.take_pairs(key, false) {
            let Some(out) = self.out() else { break };
            if let Some(value) = read(&id.value, node, &ty, out) {
                values.push((id, value));
            }
        }
        values
    }

    /// A mapping from ids to lists of plain values; empty where it is left out.
    pub fn lists<T: Type>(&mut self, key: &'static str, doc: Doc, ty: T) -> Vec<(Id, Vec<At<T::Out>>)> {
        self.note_field(key, doc, false, || TypeDoc::Map(Box::new(TypeDoc::List(Box::new(ty.describe())))));
        let mut lists = vec![];
        for (id, node) in self.take_pairs(key, false) {
            let Some(out) = self.out() else { break };
            let Value::Seq(items) = &node.value else {
                out.push(wrong_type(node, "type-list").arg("key", key));
                continue;
            };
            let mut values = vec![];
            for item in items {
                values.extend(read(&id.value, item, &ty, out));
            }
            lists.push((id, values));
        }
        lists
    }

    /// A mapping from ids to mappings from ids to plain values.
    pub fn tables<T: Type>(&mut self, key: &'static str, doc: Doc, ty: T) -> Vec<(Id, Row<T::Out>)> {
        let row = TypeDoc::Map(Box::new(ty.describe()));
        self.note_field(key, doc, true, || TypeDoc::Map(Box::new(row)));
        let mut tables = vec![];
        for (id, node) in self.take_pairs(key, true) {
            let mut cells = vec![];
            for (column, cell) in self.pairs_of(&id.value, node) {
                let Some(out) = self.out() else { break };
                if let Some(value) = read(&column.value, cell, &ty, out) {
                    cells.push((column, value));
                }
            }
            tables.push((id, cells));
        }
        tables
    }

    /// A mapping with fields of its own.
    pub fn nested<T>(
        &mut self,
        key: &'static str,
        doc: Doc,
        required: bool,
        kind: impl Fn(&mut Fields) -> Option<T>,
    ) -> Option<T> {
        self.note_field(key, doc, required, || TypeDoc::Object(describe(&kind)));
        let node = self.take(key, required)?;
        decode(key, node, self.out()?, kind)
    }

    /// A mapping from ids to mappings.
    pub fn map_of<T>(
        &mut self,
        key: &'static str,
        doc: Doc,
        required: bool,
        kind: impl Fn(&mut Fields) -> Option<T>,
    ) -> Vec<(Id, T)> {
        self.note_field(key, doc, required, || TypeDoc::Map(Box::new(TypeDoc::Object(describe(&kind)))));
        let mut values = vec![];
        for (id, node) in self.take_pairs(key, required) {
            let Some(out) = self.out() else { break };
            if let Some(value) = decode(&id.value, node, out, &kind) {
                values.push((id, value));
            }
        }
        values
    }

    /// A list of mappings.
    pub fn list_of<T>(
        &mut self,
        key: &'static str,
        doc: Doc,
        kind: impl Fn(&mut Fields) -> Option<T>,
    ) -> Vec<T> {
        self.note_field(key, doc, false, || TypeDoc::List(Box::new(TypeDoc::Object(describe(&kind)))));
        let mut values = vec![];
        for node in self.take_items(key) {
            let Some(out) = self.out() else { break };
            values.extend(decode(key, node, out, &kind));
        }
        values
    }

    fn take_items(&mut self, key: &'static str) -> &'n [Node] {
        let Some(node) = self.take(key, false) else { return &[] };
        match &node.value {
            Value::Seq(items) => items,
            _ => {
                let finding = wrong_type(node, "type-list").arg("key", key);
                self.out().into_iter().for_each(|out| out.push(finding.clone()));
                &[]
            }
        }
    }

    fn take_pairs(&mut self, key: &'static str, required: bool) -> Vec<(Id, &'n Node)> {
        match self.take(key, required) {
            Some(node) => self.pairs_of(key, node),
            None => vec![],
        }
    }

    fn pairs_of(&mut self, key: &str, node: &'n Node) -> Vec<(Id, &'n Node)> {
        let Some(out) = self.out() else { return vec![] };
        let Value::Map(pairs) = &node.value else {
            out.push(wrong_type(node, "type-map").arg("key", key));
            return vec![];
        };
        let mut seen: Vec<(Id, &'n Node)> = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            let Value::Scalar { text, .. } = &key.value else {
                out.push(Finding::new(code::KEY_NOT_TEXT, key.span));
                continue;
            };
            if let Some((first, _)) = seen.iter().find(|(id, _)| id.value == *text) {
                out.push(
                    Finding::new(code::DUPLICATE_KEY, key.span)
                        .arg("key", text.clone())
                        .note(first.span, "first-given"),
                );
            } else if !is_id_path(text) {
                out.push(Finding::new(code::BAD_ID, key.span).quoted("found", text.clone()));
            } else {
                seen.push((At { value: text.clone(), span: key.span }, value));
            }
        }
        seen
    }

    fn report_unknown(self) {
        let Mode::Decode { entries, out, .. } = self.mode else { return };
        for entry in entries.iter().filter(|e| !e.taken) {
            let near = suggest(entry.name, self.known.iter().copied()).map(str::to_owned);
            let finding = Finding::new(code::UNKNOWN_KEY, entry.key.span).suggest(near);
            // Prose with a colon in the wrong place reads as a key; it is shown only where source text may be.
            let is_prose = entry.name.contains(char::is_whitespace);
            out.push(if is_prose {
                finding.quoted("key", entry.name)
            } else {
                finding.arg("key", entry.name)
            });
        }
    }
}

/// Says whether a text is an id: letters, digits, `-`, `_`, `.` and not too long.
pub fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b))
        && text.as_bytes()[0].is_ascii_alphanumeric()
}

/// Says whether a text is a key of a table: an id, two ids joined by `/` (an item of a plan, a grade such as `III/c`).
fn is_id_path(text: &str) -> bool {
    let part = |t: &str| is_id(&t.to_ascii_lowercase());
    match text.split_once('/') {
        Some((a, b)) => part(a) && part(b),
        None => part(text),
    }
}
