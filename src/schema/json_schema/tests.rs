use std::path::Path;

use super::*;
use crate::diagnostic::FileId;
use crate::num::Exact;
use crate::schema::fields::is_id;
use crate::schema::kinds::locate;
use crate::source::{Sources, front_matter};

fn fits_pattern(pattern: &str, text: &str) -> bool {
    match pattern {
        ID => is_id(text),
        ID_PATH => text.split('/').all(is_id),
        KEY => text.split('/').count() <= 2 && text.split('/').all(|part| is_id(&part.to_ascii_lowercase())),
        DATE => text.len() == 10 && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit()),
        NUMBER => Exact::parse(text).is_some(),
        WHOLE => text.bytes().all(|byte| byte.is_ascii_digit()),
        LANGUAGE => (2..=12).contains(&text.len()),
        other => panic!("no pattern {other}"),
    }
}

fn has_type(value: &Value, ty: &str) -> bool {
    match ty {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type {other}"),
    }
}

/// Validates by the part of draft-07 that the schemas use. The path of the first thing that does not fit.
fn misfit(schema: &Value, value: &Value, at: &str) -> Option<String> {
    if schema["if"].is_object() {
        let branch = if misfit(&schema["if"], value, at).is_none() { "then" } else { "else" };
        return misfit(&schema[branch], value, at);
    }
    let wrong = Some(format!("{at}: {value}"));
    if schema["not"].is_object() && misfit(&schema["not"], value, at).is_none() {
        return wrong;
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => vec![],
    };
    if !types.is_empty() && !types.iter().any(|ty| has_type(value, ty)) {
        return wrong;
    }
    if let Value::Array(options) = &schema["enum"]
        && !options.contains(value)
    {
        return wrong;
    }
    if let Value::Array(forms) = &schema["anyOf"]
        && forms.iter().all(|form| misfit(form, value, at).is_some())
    {
        return wrong;
    }
    match value {
        Value::String(text) => schema["pattern"].as_str().filter(|p| !fits_pattern(p, text)).and(wrong),
        Value::Number(number) => {
            let below = schema["minimum"].as_u64().is_some_and(|least| number.as_u64() < Some(least));
            let above = schema["maximum"].as_u64().is_some_and(|most| number.as_u64() > Some(most));
            (below || above).then_some(wrong).flatten()
        }
        Value::Array(items) => items.iter().find_map(|item| misfit(&schema["items"], item, at)),
        Value::Object(members) => misfit_member(schema, members, at),
        _ => None,
    }
}

fn misfit_member(schema: &Value, members: &Map<String, Value>, at: &str) -> Option<String> {
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    if let Some(missing) = required.into_iter().find(|key| !members.contains_key(*key)) {
        return Some(format!("{at}: {missing} is missing"));
    }
    members.iter().find_map(|(key, value)| {
        let at = format!("{at}/{key}");
        let by_pattern = || {
            let patterns = schema["patternProperties"].as_object()?;
            patterns.iter().find(|(pattern, _)| fits_pattern(pattern, key)).map(|(_, schema)| schema)
        };
        match schema["properties"].get(key.as_str()).or_else(by_pattern) {
            Some(schema) => misfit(schema, value, &at),
            None => (schema["additionalProperties"] == false).then_some(at),
        }
    })
}

#[test]
fn every_file_of_the_sample_agency_fits_its_schema() {
    let (sources, _) = Sources::read(Path::new(env!("CARGO_MANIFEST_DIR")), &[]).unwrap();
    let mut kinds = std::collections::BTreeSet::new();
    for (_, file) in sources.iter().filter(|(_, file)| file.is_readable()) {
        let Some(kind) = locate(file.path()).map(|at| at.kind) else { continue };
        if kind.fields().is_empty() || kind == Kind::PeopleTable {
            continue;
        }
        let yaml = match kind.is_markdown() {
            true => file.text()[4..front_matter(file.text(), FileId(0)).body_start].trim_end_matches("---\n"),
            false => file.text(),
        };
        let value: Value = serde_yaml::from_str(yaml).unwrap();
        assert_eq!(misfit(&schema(kind, Lang::Id), &value, file.path()), None);
        kinds.insert(kind);
    }
    assert!(kinds.len() > 10, "{kinds:?}");
}

#[test]
fn what_the_decoder_refuses_does_not_fit() {
    let plan = schema(Kind::Plan, Lang::En);
    let good = json!({"results": {"hk1": {"kind": "utama", "result": "x", "indicators": {
        "mutu": {"measure": "y", "target": {"from": "97,5", "to": 99}, "unit": null}}}}});
    assert_eq!(misfit(&plan, &good, ""), None);
    for (key, value) in [
        ("resutls", json!({})),
        ("agreed", json!({"employee": "17-1-2025"})),
        ("approach", json!("Kuantitatif")),
        ("results", json!({"hk 1": {}})),
        ("results", json!({"hk1": {"kind": "utama", "result": "x"}})),
        ("revisions", json!([{"date": "2025-01-01"}])),
        ("annex", json!({"dukungan": "satu"})),
    ] {
        let mut bad = good.clone();
        bad[key] = value;
        assert!(misfit(&plan, &bad, "").is_some(), "{key}");
    }
    let page = schema(Kind::Page, Lang::En);
    assert!(misfit(&page, &json!({"title": {"id": "Tentang"}, "order": 1001}), "").is_some());
    assert!(misfit(&page, &json!({"title": "x", "audience": "all"}), "").is_some());
}

#[test]
fn a_framework_that_extends_another_needs_not_be_whole() {
    let framework = schema(Kind::Framework, Lang::En);
    let fits = |value: Value| misfit(&framework, &value, "").is_none();
    for change in [
        json!({}),
        json!({"label": {"en": null}, "legal": null, "scales": null}),
        json!({"stages": {"hearing": null, "plan": {"label": "Plan"}, "review": {"deadline": {"days": 5}}}}),
        json!({"outcome": {"matrix": {"cells": {"high": {"low": "good", "high": null}}}}}),
    ] {
        let mut file = change.clone();
        assert!(!fits(file.clone()), "{change}");
        file["extends"] = Value::Null;
        assert!(!fits(file.clone()), "{change}");
        file["extends"] = "permenpan-6-2022".into();
        assert!(fits(file), "{change}");
    }
    for wrong in
        [json!({"lable": "x"}), json!({"legal": [{}]}), json!({"stages": {"plan": {"event": "party"}}})]
    {
        let mut file = wrong.clone();
        file["extends"] = "permenpan-6-2022".into();
        assert!(!fits(file), "{wrong}");
    }
}

#[test]
fn descriptions_are_in_the_language_asked_for() {
    let text = |lang| text(&schema(Kind::Record, lang));
    assert!(text(Lang::Id).contains("Tanggal dokumen diserahkan"));
    assert!(text(Lang::En).contains("When the document was handed over"));
    assert_eq!(files(Lang::Id).len(), KINDS.len());
}
