//! `rapor.yaml` and the files every part of the agency shares.

use super::fields::Fields;
use super::types::{choice, count, date, id, label, text, yes_no};
use super::value::{At, Id, Label};
use crate::calendar::Date;
use crate::text::Lang;

/// Paper sizes of printed documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 x 297 mm.
    A4,
    /// 215 x 330 mm, also called Folio in Indonesian offices.
    F4,
    /// 8.5 x 11 in.
    Letter,
}

/// `rapor.yaml`: what holds for the agency as a whole.
#[derive(Debug, Clone)]
pub struct Config {
    /// The agency's name.
    pub name: At<Label>,
    /// Its short name.
    pub short: Option<At<Label>>,
    /// The town that stands before the date in signed documents.
    pub place: Option<At<String>>,
    /// Language of pages and documents.
    pub locale: Lang,
    /// Time zone of the tz database.
    pub time_zone: Option<At<String>>,
    /// The date everything is seen from.
    pub as_of: Option<At<Date>>,
    /// Where the public root will be served.
    pub base_url: Option<At<String>>,
    /// Paper of printed documents.
    pub paper: Paper,
    /// Picture for the head of printed documents, below `content/assets/`.
    pub emblem: Option<At<String>>,
    /// What may be published.
    pub disclosure: Option<DisclosureConfig>,
}

/// Settings of what the public may know.
#[derive(Debug, Clone)]
pub struct DisclosureConfig {
    /// Fewest people behind a published figure.
    pub threshold: Option<At<u32>>,
    /// Whether a public site is made at all.
    pub public: Option<At<bool>>,
}

/// Defines `rapor.yaml`.
pub fn config(f: &mut Fields) -> Option<Config> {
    let name = f.required("name", ("Nama instansi", "Name of the agency"), label());
    let short = f.optional("short", ("Nama singkat instansi", "Short name of the agency"), label());
    let place = f.optional(
        "place",
        ("Kota yang dicetak sebelum tanggal tanda tangan", "Town printed before the date of signatures"),
        text("Kota Contoh"),
    );
    let locale = f.optional(
        "locale",
        ("Bahasa halaman dan dokumen", "Language of pages and documents"),
        choice(&[("id", Lang::Id), ("en", Lang::En)]),
    );
    let time_zone = f.optional(
        "time_zone",
        ("Zona waktu; dipakai bila tanggal hari ini ditanyakan", "Time zone, for when today's date is asked"),
        text("Asia/Jakarta"),
    );
    let as_of = f.optional(
        "as_of",
        (
            "Tanggal acuan; tanpa ini dipakai tanggal hari ini",
            "The date everything is seen from; today if left out",
        ),
        date(),
    );
    let base_url = f.optional(
        "base_url",
        ("Alamat tempat laman publik disajikan", "Address the public pages are served from"),
        text("https://kinerja.example.go.id"),
    );
    let paper = f.optional(
        "paper",
        ("Ukuran kertas dokumen cetak", "Paper of printed documents"),
        choice(&[("a4", Paper::A4), ("f4", Paper::F4), ("letter", Paper::Letter)]),
    );
    let emblem = f.optional(
        "emblem",
        ("Gambar lambang (PNG atau JPEG) di content/assets/", "Emblem (PNG or JPEG) below content/assets/"),
        text("lambang.png"),
    );
    let disclosure =
        f.nested("disclosure", ("Yang boleh diketahui publik", "What the public may know"), false, |f| {
            Some(DisclosureConfig {
                threshold: f.optional(
                    "threshold",
                    (
                        "Jumlah orang paling sedikit di balik angka yang terbit (5 atau lebih)",
                        "Fewest people behind a published figure (5 or more)",
                    ),
                    count(5, 1000, "10"),
                ),
                public: f.optional(
                    "public",
                    ("Apakah laman publik dibuat", "Whether public pages are made"),
                    yes_no(),
                ),
            })
        });
    Some(Config {
        name: name?,
        short,
        place,
        locale: locale.map_or(Lang::Id, |at| at.value),
        time_zone,
        as_of,
        base_url,
        paper: paper.map_or(Paper::A4, |at| at.value),
        emblem,
        disclosure,
    })
}

/// A unit of the organisation.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its name.
    pub name: At<Label>,
    /// The unit it belongs to; none for the top.
    pub parent: Option<Id>,
}

/// Defines `units.yaml`.
pub fn units(f: &mut Fields) -> Option<Vec<(Id, Unit)>> {
    Some(f.map_of("units", ("Unit kerja menurut id-nya", "Units by their id"), true, |f| {
        let name = f.required("name", ("Nama unit", "Name of the unit"), label());
        let parent = f.optional("parent", ("Unit induk", "The unit it belongs to"), id("unit"));
        Some(Unit { name: name?, parent })
    }))
}

/// A day off for the whole agency.
#[derive(Debug, Clone)]
pub struct Holiday {
    /// The day.
    pub date: At<Date>,
    /// What it is.
    pub name: At<Label>,
}

/// Defines `holidays.yaml`.
pub fn holidays(f: &mut Fields) -> Option<Vec<Holiday>> {
    Some(f.list_of(
        "holidays",
        ("Hari libur dan cuti bersama", "Public holidays and collective leave"),
        |f| {
            let date = f.required("date", ("Tanggal", "The day"), date());
            let name = f.required("name", ("Nama hari", "What it is"), label());
            Some(Holiday { date: date?, name: name? })
        },
    ))
}

/// A training on offer.
#[derive(Debug, Clone)]
pub struct Training {
    /// Its name.
    pub name: At<Label>,
    /// Criteria it strengthens.
    pub strengthens: Vec<Id>,
    /// Its length, in lesson hours (JP).
    pub hours: Option<At<u32>>,
    /// Who gives it.
    pub provider: Option<At<String>>,
}

/// Defines `trainings.yaml`.
pub fn trainings(f: &mut Fields) -> Option<Vec<(Id, Training)>> {
    Some(f.map_of("trainings", ("Pelatihan menurut id-nya", "Trainings by their id"), true, |f| {
        let name = f.required("name", ("Nama pelatihan", "Name of the training"), label());
        let strengthens =
            f.list("strengthens", ("Kriteria yang diperkuat", "Criteria it strengthens"), id("criterion"));
        let hours = f.optional(
            "hours",
            ("Lama, dalam jam pelajaran", "Length in lesson hours"),
            count(1, 2000, "20"),
        );
        let provider =
            f.optional("provider", ("Penyelenggara", "Who gives it"), text("Badan Pengembangan SDM"));
        Some(Training { name: name?, strengthens, hours, provider })
    }))
}

/// Work done by several people across units.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its name.
    pub name: At<Label>,
    /// Who takes part.
    pub members: Vec<Id>,
    /// First day.
    pub from: Option<At<Date>>,
    /// Last day.
    pub to: Option<At<Date>>,
}

/// Defines `projects.yaml`.
pub fn projects(f: &mut Fields) -> Option<Vec<(Id, Project)>> {
    Some(f.map_of(
        "projects",
        ("Proyek atau tim kerja menurut id-nya", "Projects or working teams by their id"),
        true,
        |f| {
            let name = f.required("name", ("Nama proyek", "Name of the project"), label());
            let members = f.list("members", ("Anggota", "Who takes part"), id("person"));
            let from = f.optional("from", ("Hari pertama", "First day"), date());
            let to = f.optional("to", ("Hari terakhir", "Last day"), date());
            Some(Project { name: name?, members, from, to })
        },
    ))
}
