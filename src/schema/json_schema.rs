//! JSON Schema (draft-07) of each kind, for the completion and hints of editors.
//!
//! A schema allows what the decoder reads, no more and hardly less: what needs other files to be judged is left to
//! `rapor check`.

use serde_json::{Map, Value, json};

use super::fields::FieldDoc;
use super::kinds::{KINDS, Kind};
use super::types::TypeDoc;
use crate::text::Lang;

const ID: &str = "^[a-z0-9][a-z0-9_-]{0,63}$";
const ID_PATH: &str = "^[a-z0-9][a-z0-9_-]{0,63}(/[a-z0-9][a-z0-9_-]{0,63})*$";
/// Keys of tables may also be grades such as `III/c`.
const KEY: &str = "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}(/[A-Za-z0-9][A-Za-z0-9_-]{0,63})?$";
const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const NUMBER: &str = "^-?[0-9]+([.,][0-9]+)?$";
const WHOLE: &str = "^[0-9]+$";
const LANGUAGE: &str = "^[A-Za-z0-9-]{2,12}$";

/// The schema of a kind, with descriptions in one language.
pub fn schema(kind: Kind, lang: Lang) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
    schema.insert("title".into(), kind.path_pattern().into());
    schema.insert("description".into(), words(kind.meaning(), lang).into());
    let whole = object(&kind.fields(), lang);
    if kind == Kind::Framework {
        let mut changes = whole.clone();
        loosen(&mut changes);
        // A blank `extends` counts as left out.
        let extends = json!({"required": ["extends"], "properties": {"extends": {"not": {"type": "null"}}}});
        schema.extend([
            ("if".into(), extends),
            ("then".into(), changes.into()),
            ("else".into(), whole.into()),
        ]);
    } else {
        schema.extend(whole);
    }
    Value::Object(schema)
}

/// In a file that extends another nothing is required, and a blank takes away what is inherited. Lists are replaced as
/// they are, so what stands in them is whole.
fn loosen(schema: &mut Map<String, Value>) {
    schema.remove("required");
    for members in ["properties", "patternProperties"] {
        let Some(Value::Object(members)) = schema.get_mut(members) else { continue };
        for member in members.values_mut().filter_map(Value::as_object_mut) {
            loosen(member);
            allow_blank(member);
        }
    }
    if let Some(Value::Array(forms)) = schema.get_mut("anyOf") {
        forms.iter_mut().filter_map(Value::as_object_mut).for_each(loosen);
    }
}

/// The schemas of all kinds as files: name and text.
pub fn files(lang: Lang) -> Vec<(String, String)> {
    KINDS.iter().map(|(name, kind)| (format!("{name}.json"), text(&schema(*kind, lang)))).collect()
}

/// A schema as it is written to a file.
pub fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

pub(super) fn words(doc: super::fields::Doc, lang: Lang) -> &'static str {
    if lang == Lang::Id { doc.0 } else { doc.1 }
}

fn object(fields: &[FieldDoc], lang: Lang) -> Map<String, Value> {
    let mut properties = Map::new();
    for field in fields {
        let mut property = of_type(&field.ty, lang);
        if !field.required {
            allow_blank(&mut property);
        }
        property.insert("description".into(), words(field.doc, lang).into());
        properties.insert(field.key.into(), Value::Object(property));
    }
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    let mut object = Map::new();
    object.insert("type".into(), "object".into());
    object.insert("properties".into(), Value::Object(properties));
    if !required.is_empty() {
        object.insert("required".into(), required.into());
    }
    object.insert("additionalProperties".into(), false.into());
    object
}

/// A key without a value counts as left out.
fn allow_blank(property: &mut Map<String, Value>) {
    if let Some(Value::Array(words)) = property.get_mut("enum") {
        add(words, Value::Null);
    } else if let Some(Value::Array(forms)) = property.get_mut("anyOf") {
        add(forms, json!({"type": "null"}));
    } else if let Some(types) = property.get_mut("type") {
        let mut all = match types.take() {
            Value::Array(types) => types,
            one => vec![one],
        };
        add(&mut all, "null".into());
        *types = Value::Array(all);
    }
}

fn add(choices: &mut Vec<Value>, choice: Value) {
    if !choices.contains(&choice) {
        choices.push(choice);
    }
}

fn of_type(ty: &TypeDoc, lang: Lang) -> Map<String, Value> {
    let schema = match ty {
        // A text such as `2024` is a number to an editor, and a text to Rapor.
        TypeDoc::Text("" | "...") => json!({"type": ["string", "number", "boolean"]}),
        TypeDoc::Text(example) => json!({"type": ["string", "number", "boolean"], "examples": [example]}),
        TypeDoc::Id(_) => json!({"type": ["string", "integer"], "pattern": ID}),
        TypeDoc::IdPath(_) => json!({"type": ["string", "integer"], "pattern": ID_PATH}),
        TypeDoc::Date => json!({"type": "string", "pattern": DATE}),
        TypeDoc::Number(_) => json!({"type": ["number", "string"], "pattern": NUMBER}),
        TypeDoc::Count(low, high, _) => {
            json!({"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": WHOLE})
        }
        TypeDoc::Bool => json!({"enum": [true, false, "ya", "tidak", "yes", "no"]}),
        TypeDoc::Choice(options) => json!({"enum": options}),
        TypeDoc::Label => json!({"anyOf": [
            {"type": ["string", "number"]},
            {
                "type": "object",
                "patternProperties": {LANGUAGE: {"type": ["string", "number"]}},
                "additionalProperties": false,
                "minProperties": 1,
            },
        ]}),
        TypeDoc::OneOf(forms) => {
            let forms: Vec<Value> = forms.iter().map(|form| Value::Object(of_type(form, lang))).collect();
            json!({"anyOf": forms})
        }
        TypeDoc::List(item) => json!({"type": "array", "items": of_type(item, lang)}),
        TypeDoc::Map(value) => json!({
            "type": "object",
            "patternProperties": {KEY: of_type(value, lang)},
            "additionalProperties": false,
        }),
        TypeDoc::Object(fields) => Value::Object(object(fields, lang)),
    };
    match schema {
        Value::Object(schema) => schema,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests;
