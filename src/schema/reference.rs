//! The reference page: every kind of file with its path, its meaning, its fields and its headings.

use super::fields::FieldDoc;
use super::json_schema::words;
use super::kinds::{KINDS, Kind};
use super::types::TypeDoc;
use crate::text::Lang;

/// The page in one language, as Markdown.
pub fn reference(lang: Lang) -> String {
    let mut page = words(INTRODUCTION, lang).to_owned();
    for (name, kind) in KINDS {
        page.push_str(&section(name, *kind, lang));
    }
    page
}

const INTRODUCTION: super::fields::Doc = (
    "# Acuan berkas

Halaman ini dibuat dari definisi yang juga dipakai untuk membaca berkas, sehingga keduanya tidak dapat berbeda.
Buatlah berkas baru dengan `rapor new JENIS`; JSON Schema untuk editor dibuat dengan `rapor schema`.

- **Id** terdiri atas huruf kecil, angka, `-`, dan `_`. Id orang dan periode adalah nama berkasnya.
- **Tanggal** ditulis `TTTT-BB-HH`, misalnya `2026-01-31`.
- **Angka** ditulis dengan titik atau koma desimal, tanpa pemisah ribuan.
- **Label** adalah teks, atau teks per bahasa: `{id: Sekretariat, en: Secretariat}`.
- Di dalam kunci, `<id>` berarti id yang dipilih sendiri atau disediakan kerangka, dan `[]` berarti setiap butir daftar.
- Bidang di dalam bagian yang tidak wajib hanya wajib bila bagian itu dipakai.
",
    "# File reference

This page is made from the definitions that also read the files, so that the two cannot differ. Make a new file with
`rapor new KIND`; `rapor schema` makes JSON Schema for editors.

- An **id** is made of lower-case letters, digits, `-` and `_`. Ids of people and periods are the names of their files.
- A **date** is written `YYYY-MM-DD`, such as `2026-01-31`.
- A **number** is written with a decimal point or comma, without thousands separators.
- A **label** is a text, or a text by language: `{id: Sekretariat, en: Secretariat}`.
- In keys, `<id>` is an id of your own or of the framework, and `[]` is every item of a list.
- A field inside a part that may be left out is required only where that part is used.
",
);

fn section(name: &str, kind: Kind, lang: Lang) -> String {
    let say = |indonesian, english| words((indonesian, english), lang);
    let mut out = format!("\n## {name}\n\n`{}`\n\n{}.", kind.path_pattern(), words(kind.meaning(), lang));
    if kind.is_amendment() {
        out.push(' ');
        out.push_str(say(
            "Boleh datang atau berubah setelah periode dikunci.",
            "May come or change after the period was locked.",
        ));
    }
    out.push_str(&format!(
        "\n\n| {} | {} | {} | {} |\n|---|---|---|---|\n",
        say("Kunci", "Key"),
        say("Isi", "Holds"),
        say("Wajib", "Required"),
        say("Arti", "Meaning")
    ));
    for row in rows(&kind.fields(), "", lang) {
        out.push_str(&row);
    }
    out.push_str(&body(kind, lang));
    out
}

fn rows(fields: &[FieldDoc], above: &str, lang: Lang) -> Vec<String> {
    let mut out = vec![];
    for field in fields {
        let key = format!("{above}{}", field.key);
        let required = match (field.required, lang) {
            (false, _) => "",
            (true, Lang::Id) => "ya",
            (true, Lang::En) => "yes",
        };
        out.push(format!(
            "| `{key}` | {} | {required} | {} |\n",
            holds(&field.ty, lang).replace('|', "\\|"),
            words(field.doc, lang)
        ));
        out.extend(below(&field.ty, &key, lang));
    }
    out
}

/// The rows of the fields inside a field.
fn below(ty: &TypeDoc, key: &str, lang: Lang) -> Vec<String> {
    match ty {
        TypeDoc::Object(fields) => rows(fields, &format!("{key}."), lang),
        TypeDoc::Map(value) => below(value, &format!("{key}.<id>"), lang),
        TypeDoc::List(item) => below(item, &format!("{key}[]"), lang),
        _ => vec![],
    }
}

fn holds(ty: &TypeDoc, lang: Lang) -> String {
    let say = |indonesian, english| words((indonesian, english), lang);
    match ty {
        TypeDoc::Text(_) => say("teks", "text").to_owned(),
        TypeDoc::Id(names) => format!("{} {}", say("id", "id of a"), named(names, lang)),
        TypeDoc::IdPath(names) => {
            format!("{} {}", say("id, boleh dengan `/`:", "id, may be joined by `/`:"), named(names, lang))
        }
        TypeDoc::Date => say("tanggal", "date").to_owned(),
        TypeDoc::Number(_) => say("angka", "number").to_owned(),
        TypeDoc::Count(low, high, _) => {
            format!("{} {low}-{high}", say("bilangan bulat", "whole number"))
        }
        TypeDoc::Bool => say("`ya` atau `tidak`", "`true` or `false`").to_owned(),
        TypeDoc::Choice(options) => {
            options.iter().map(|option| format!("`{option}`")).collect::<Vec<_>>().join(", ")
        }
        TypeDoc::Label => say("label", "label").to_owned(),
        TypeDoc::OneOf(forms) => {
            let forms: Vec<String> = forms.iter().map(|form| holds(form, lang)).collect();
            forms.join(say(" atau ", " or "))
        }
        TypeDoc::List(item) if is_block(item) => say("daftar", "list").to_owned(),
        TypeDoc::List(item) => format!("{} {}", say("daftar", "list of"), holds(item, lang)),
        TypeDoc::Map(value) if is_block(value) => say("menurut id", "by id").to_owned(),
        TypeDoc::Map(value) => format!("{}: {}", say("menurut id", "by id"), holds(value, lang)),
        TypeDoc::Object(fields) if fields.len() > 3 => say("bagian", "part").to_owned(),
        TypeDoc::Object(fields) => {
            let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
            format!("`{{{}}}`", keys.join(", "))
        }
    }
}

fn is_block(ty: &TypeDoc) -> bool {
    matches!(ty, TypeDoc::Object(_))
}

fn named(names: &'static str, lang: Lang) -> &'static str {
    if lang == Lang::En {
        return names;
    }
    match names {
        "person" => "orang",
        "person/result" => "orang/hasil kerja",
        "result" => "hasil kerja",
        "criterion" => "kriteria",
        "component" => "komponen",
        "level" => "tingkat",
        "framework" => "kerangka",
        "training" => "pelatihan",
        "project" => "proyek",
        "kind" => "jenis hasil kerja",
        "approach" => "pendekatan",
        "aspect" => "aspek",
        "perspective" => "perspektif",
        "class" => "jenis jabatan",
        "scale" => "skala",
        "group" => "kelompok",
        other => other,
    }
}

fn body(kind: Kind, lang: Lang) -> String {
    let Some(known) = kind.headings() else {
        return match (kind.is_markdown(), lang) {
            (false, _) => String::new(),
            (true, Lang::Id) => "\nDi bawahnya teks bebas.\n".to_owned(),
            (true, Lang::En) => "\nFree text below.\n".to_owned(),
        };
    };
    let titles: Vec<String> = known
        .iter()
        .map(|heading| match heading.indonesian == heading.english {
            true => format!("`## {}`", heading.indonesian),
            false => format!("`## {}` (`## {}`)", heading.indonesian, heading.english),
        })
        .collect();
    let rated = matches!(
        kind,
        Kind::SelfReview
            | Kind::SupervisorReview
            | Kind::PartSelf
            | Kind::PartSupervisor
            | Kind::PeerReview
            | Kind::SubordinateReview
            | Kind::RaterReview
            | Kind::Objection
    );
    let besides = match (rated, lang) {
        (false, _) => "",
        (true, Lang::Id) => "; juga id atau nama hasil kerja, komponen, dan kriteria",
        (true, Lang::En) => "; also ids or names of results, components and criteria",
    };
    format!("\n{}: {}{besides}.\n", words(("Judul di bawahnya", "Headings below"), lang), titles.join(", "))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn the_committed_pages_are_what_the_definitions_say() {
        for (path, lang) in [("docs/acuan.md", Lang::Id), ("docs/reference.md", Lang::En)] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
            let page = reference(lang);
            if std::env::var_os("RAPOR_UPDATE").is_some() {
                std::fs::write(&path, &page).unwrap();
            }
            let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
            assert!(
                committed == page,
                "{} is out of date: RAPOR_UPDATE=1 cargo test --lib reference",
                path.display()
            );
        }
    }

    #[test]
    fn fields_inside_fields_have_rows() {
        let page = reference(Lang::En);
        for row in [
            "| `results.<id>.indicators.<id>.measure` | text | yes |",
            "| `assignments[].from` | date | yes |",
            "| `disclosure.threshold` | whole number 5-1000 |  |",
        ] {
            assert!(page.contains(row), "{row}");
        }
    }
}
