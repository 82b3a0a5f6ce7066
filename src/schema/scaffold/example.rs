//! Placeholders: what a field holds in a file that nobody has filled in yet.

use super::Given;
use crate::schema::kinds::Kind;
use crate::schema::types::TypeDoc;
use crate::text::Lang;

/// Whether a field that is needed is left blank all the same, since no placeholder would be harmless.
pub(super) fn is_left_blank(kind: Kind, key: &str) -> bool {
    matches!(
        (kind, key),
        (Kind::Decision, "outcome") | (Kind::Objection, "items") | (Kind::Awards, "members")
    )
}

/// Whether a field that may be left out is needed by almost everybody, and its placeholder states nothing.
pub(super) fn is_wanted(kind: Kind, key: &str) -> bool {
    matches!(
        (kind, key),
        (Kind::Plan, "approach" | "supports" | "unit")
            | (Kind::Goals, "unit")
            | (Kind::Person, "assignments" | "unit")
    )
}

/// The value of a plain type, as YAML.
pub(super) fn scalar(kind: Kind, ty: &TypeDoc, given: &Given, trail: &[&'static str]) -> String {
    let key = trail.iter().rev().find(|key| !key.is_empty()).copied().unwrap_or_default();
    match ty {
        TypeDoc::Text(example) => quoted(&text(example, given)),
        TypeDoc::Label => quoted(&label(kind, key, given)),
        TypeDoc::Id(names) | TypeDoc::IdPath(names) => id(kind, key, names, given, trail),
        TypeDoc::Date => date(kind, key, given),
        TypeDoc::Number(example) | TypeDoc::Count(_, _, example) => (*example).to_owned(),
        TypeDoc::Bool => "true".to_owned(),
        TypeDoc::Choice(options) => options.first().copied().unwrap_or_default().to_owned(),
        TypeDoc::OneOf(_) | TypeDoc::List(_) | TypeDoc::Map(_) | TypeDoc::Object(_) => String::new(),
    }
}

/// Quotes a text where YAML or a spreadsheet would read something else into it.
fn quoted(text: &str) -> String {
    let plain = text.starts_with(|c: char| c.is_alphabetic())
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(['"', ',', '[', ']', '{', '}'])
        && !text.ends_with(':');
    if plain { text.to_owned() } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

fn text(example: &'static str, given: &Given) -> String {
    if matches!(example, "" | "...") {
        return given.pick("Tulis di sini ...", "Write here ...").to_owned();
    }
    if given.lang == Lang::Id {
        return example.to_owned();
    }
    match example {
        "Kota Contoh" => "Example Town",
        "https://kinerja.example.go.id" => "https://reviews.example.org",
        "lambang.png" => "emblem.png",
        "Badan Pengembangan SDM" => "Staff College",
        "Nama Lengkap" => "Full Name",
        "S.Kom., M.Si." => "M.Sc.",
        "nama.akun" => "account.name",
        "Hubungan keluarga" => "Related by family",
        "Pranata Komputer Ahli Muda" => "Systems Analyst",
        "Tersusunnya ..." => "A report is in use that ...",
        "Persentase ..." => "Share of ...",
        "Ekspektasi khusus pimpinan" => "What the superior expects",
        "Laporan Kinerja" => "Annual performance report",
        "Laporan ... Nomor ..." => "Report ... number ...",
        "Ruang rapat" | "Aula" => "Meeting room",
        "Sertifikat Nomor ..." => "Certificate number ...",
        "Teguran lisan" => "Oral reprimand",
        "Lemari arsip kepegawaian" => "Archive of the personnel office",
        "Piagam" => "Certificate",
        "Melaksanakan" => "Carry out",
        other => other,
    }
    .to_owned()
}

fn label(kind: Kind, key: &str, given: &Given) -> String {
    let words = match (kind, key) {
        (Kind::Period, "label") => {
            return format!("{} {}", given.pick("Tahun", "Year"), given.period);
        }
        (Kind::Config, "name") => ("Nama Instansi", "Name of the Agency"),
        (Kind::Config, "short") => ("Singkatan", "Short name"),
        (Kind::Units, _) => ("Sekretariat", "Secretariat"),
        (Kind::Holidays, _) => ("Tahun Baru", "New Year"),
        (Kind::Trainings, _) => ("Pelayanan Prima", "Serving the Public"),
        (Kind::Projects, _) => ("Arsip Digital", "Digital Archive"),
        (Kind::Awards, _) => ("Tim Terbaik", "Best Team"),
        (_, "measure") => ("Persentase ...", "Share of ..."),
        (Kind::Goals, "title") => ("Meningkatnya ...", "Better ..."),
        (_, "title") => ("Judul", "Title"),
        _ => ("Nama", "Name"),
    };
    given.pick(words.0, words.1).to_owned()
}

fn date(kind: Kind, key: &str, given: &Given) -> String {
    let year = match given.period {
        period if kind == Kind::Period && period.len() == 4 => period.to_owned(),
        _ => given.date.year().to_string(),
    };
    match key {
        "from" | "valid_from" => format!("{year}-01-01"),
        "to" | "valid_to" => format!("{year}-12-31"),
        _ => given.date.to_string(),
    }
}

fn result(given: &Given) -> &'static str {
    given.pick("hk1", "result-1")
}

fn indicator(given: &Given) -> &'static str {
    given.pick("mutu", "quality")
}

fn superior(given: &Given) -> &'static str {
    given.pick("pejabat-penilai", "superior")
}

fn id(kind: Kind, key: &str, names: &str, given: &Given, trail: &[&'static str]) -> String {
    let words = match (key, names) {
        ("by", _) if trail.contains(&"recorded") => ("petugas-kepegawaian", "personnel-officer"),
        ("by", _) => return writer(kind, given),
        ("rater" | "chair", _) => (superior(given), superior(given)),
        ("with" | "secretary", _) => ("rekan", "colleague"),
        ("parent", _) => ("instansi", "agency"),
        ("head_rating", _) => ("sesuai", "sesuai"),
        ("cells", _) | (_, "group") => ("baik", "baik"),
        (_, "person") if given.person.is_empty() => ("nama-orang", "name-of-person"),
        (_, "person") => return given.person.to_owned(),
        (_, "person/result") => {
            return format!("{}/{}", given.by.unwrap_or(superior(given)), result(given));
        }
        (_, "result") => (result(given), result(given)),
        (_, "unit") => ("sekretariat", "secretariat"),
        (_, "training") => ("pelayanan-prima", "serving-the-public"),
        (_, "project") => ("arsip-digital", "digital-archive"),
        (_, "level") => return level(trail).to_owned(),
        ("columns", "component") => ("perilaku", "perilaku"),
        (_, name) => (of_framework(name), of_framework(name)),
    };
    given.pick(words.0, words.1).to_owned()
}

/// Outcomes and ratings of organisations have levels of their own.
fn level(trail: &[&'static str]) -> &'static str {
    let own = ["organisation", "distribution", "outcome"].iter().any(|key| trail.contains(key));
    if own { "baik" } else { "sesuai" }
}

/// Ids as the built-in framework names them.
fn of_framework(name: &str) -> &'static str {
    match name {
        "framework" => "permenpan-6-2022",
        "criterion" => "akuntabel",
        "component" => "hasil-kerja",
        "kind" => "utama",
        "approach" => "kuantitatif",
        "aspect" => "kualitas",
        "perspective" => "proses-bisnis",
        "class" => "jf",
        "scale" => "ekspektasi",
        _ => "id",
    }
}

fn writer(kind: Kind, given: &Given) -> String {
    match (kind, given.by) {
        (Kind::SelfReview | Kind::PartSelf, _) if !given.person.is_empty() => given.person,
        (_, Some(by)) => by,
        (Kind::PeerReview | Kind::Feedback, None) => given.pick("rekan", "colleague"),
        (Kind::SubordinateReview, None) => given.pick("bawahan", "subordinate"),
        (Kind::RaterReview, None) => given.pick("penilai", "rater"),
        (Kind::Decision, None) => given.pick("atasan-pejabat-penilai", "superior-of-the-rater"),
        _ => superior(given),
    }
    .to_owned()
}

/// The keys of a mapping by ids.
pub(super) fn keys(kind: Kind, given: &Given, trail: &[&'static str]) -> Vec<String> {
    let key = trail.iter().rev().find(|key| !key.is_empty()).copied().unwrap_or_default();
    let words = match key {
        "ratings" if !given.rated.is_empty() => return given.rated.clone(),
        "realisation" if !given.indicators.is_empty() => return given.indicators.clone(),
        "realisation" => return vec![format!("{}/{}", result(given), indicator(given))],
        // The table of outcomes needs two components.
        "components" if kind == Kind::Framework => {
            return vec!["hasil-kerja".to_owned(), "perilaku".to_owned()];
        }
        "history" => return vec![format!("\"{}\"", given.date.year() - 1)],
        "results" => (result(given), result(given)),
        "indicators" => (indicator(given), indicator(given)),
        "units" => ("sekretariat", "secretariat"),
        "trainings" => ("pelayanan-prima", "serving-the-public"),
        "projects" => ("arsip-digital", "digital-archive"),
        "ids" => ("nip", "staff-number"),
        "parts" => ("triwulan-1", "quarter-1"),
        "goals" => ("layanan", "service"),
        "awards" => ("tim-terbaik", "best-team"),
        "levels" => (level(trail), level(trail)),
        "cells" => ("sesuai", "sesuai"),
        other => (of_table(other), of_table(other)),
    };
    vec![given.pick(words.0, words.1).to_owned()]
}

/// Keys as the built-in framework names them.
fn of_table(key: &str) -> &'static str {
    match key {
        "ratings" | "changes" => "hasil-kerja",
        "scales" => "ekspektasi",
        "expectations" | "criteria" => "akuntabel",
        "annex" => "dukungan",
        "deadlines" => "rencana",
        "stages" => "evaluasi",
        "kinds" => "utama",
        "approaches" => "kuantitatif",
        "aspects" => "kualitas",
        "perspectives" => "proses-bisnis",
        "raters" => "superior",
        "groups" | "rules" => "baik",
        "classes" => "jf",
        "grades" => "III/c",
        _ => "id",
    }
}
