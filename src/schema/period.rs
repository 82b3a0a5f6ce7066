//! `periods/<period>.yaml` and `goals/<period>.yaml`.

use super::fields::Fields;
use super::types::{choice, date, id, id_path, label, measure, number, text};
use super::value::{At, Id, Label, Measure};
use crate::calendar::{Date, DateRange};
use crate::num::Exact;
use crate::text::Lang;

/// A period of appraisal.
#[derive(Debug, Clone)]
pub struct Period {
    /// Its name.
    pub label: At<Label>,
    /// The framework it is scored under.
    pub framework: Id,
    /// The language of its documents, where it is not the agency's.
    pub language: Option<At<Lang>>,
    /// First day.
    pub from: At<Date>,
    /// Last day.
    pub to: At<Date>,
    /// Parts that share the plan, such as quarters.
    pub parts: Vec<(Id, Part)>,
    /// Periods whose values this one joins, with their weights in percent.
    pub integrates: Vec<(Id, At<Exact>)>,
    /// Deadlines set for this period instead of the framework's, by stage.
    pub deadlines: Vec<(Id, At<Date>)>,
    /// What was decided about the organisation.
    pub organisation: Option<Organisation>,
}

/// A part of a period.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its name.
    pub label: At<Label>,
    /// First day.
    pub from: At<Date>,
    /// Last day.
    pub to: At<Date>,
}

impl Part {
    /// Its days.
    pub fn range(&self) -> DateRange {
        DateRange { first: self.from.value, last: Some(self.to.value) }
    }
}

/// Ratings of the agency and its units in a period.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// The agency's.
    pub agency: Option<OrganisationRating>,
    /// Units', by unit.
    pub units: Vec<(Id, OrganisationRating)>,
}

/// A rating of an organisation, set by the leader above it.
#[derive(Debug, Clone)]
pub struct OrganisationRating {
    /// The level, as the framework names it.
    pub rating: Id,
    /// Who set it.
    pub by: Option<Id>,
    /// When.
    pub date: Option<At<Date>>,
    /// The document it rests on.
    pub basis: Option<At<String>>,
}

/// Defines `periods/<period>.yaml`.
pub fn period(f: &mut Fields) -> Option<Period> {
    let label_ = f.required("label", ("Nama periode", "Name of the period"), label());
    let framework = f.required(
        "framework",
        ("Kerangka penilaian yang berlaku", "The framework it is scored under"),
        id("framework"),
    );
    let language = f.optional(
        "language",
        (
            "Bahasa dokumen periode ini, bila lain dari bahasa instansi",
            "Language of its documents, where it is not the agency's",
        ),
        choice(&[("id", Lang::Id), ("en", Lang::En)]),
    );
    let from = f.required("from", ("Hari pertama", "First day"), date());
    let to = f.required("to", ("Hari terakhir", "Last day"), date());
    let parts = f.map_of(
        "parts",
        ("Bagian periode dengan rencana yang sama", "Parts that share the plan, such as quarters"),
        false,
        |f| {
            let label = f.required("label", ("Nama bagian", "Name of the part"), label());
            let from = f.required("from", ("Hari pertama", "First day"), date());
            let to = f.required("to", ("Hari terakhir", "Last day"), date());
            Some(Part { label: label?, from: from?, to: to? })
        },
    );
    let integrates = f.table(
        "integrates",
        (
            "Periode yang digabungkan, dengan bobotnya dalam persen",
            "Periods whose values this one joins, with their weights in percent",
        ),
        number("50"),
    );
    let deadlines = f.table(
        "deadlines",
        (
            "Tenggat per tahap, bila lain dari kerangka",
            "Deadlines by stage, where they differ from the framework's",
        ),
        date(),
    );
    let organisation = f.nested(
        "organisation",
        ("Capaian kinerja organisasi yang ditetapkan", "Ratings of the agency and its units"),
        false,
        |f| {
            let agency =
                f.nested("agency", ("Seluruh instansi", "The agency as a whole"), false, organisation_rating);
            let units = f.map_of("units", ("Per unit kerja", "By unit"), false, organisation_rating);
            Some(Organisation { agency, units })
        },
    );
    Some(Period {
        label: label_?,
        framework: framework?,
        language,
        from: from?,
        to: to?,
        parts,
        integrates,
        deadlines,
        organisation,
    })
}

fn organisation_rating(f: &mut Fields) -> Option<OrganisationRating> {
    let rating =
        f.required("rating", ("Capaian menurut kerangka", "Level, as the framework names it"), id("level"));
    let by = f.optional("by", ("Pejabat yang menetapkan", "Who set it"), id("person"));
    let date = f.optional("date", ("Tanggal penetapan", "When it was set"), date());
    let basis =
        f.optional("basis", ("Dokumen dasarnya", "The document it rests on"), text("Laporan Kinerja"));
    Some(OrganisationRating { rating: rating?, by, date, basis })
}

/// Which way an indicator improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Inside the range of the target is best; less and more are both worse.
    Within,
    /// The target is a day, and earlier is better.
    OnTime,
    /// The target is a deed, done or not.
    Done,
}

pub(super) const BETTER: &[(&str, Better)] = &[
    ("higher", Better::Higher),
    ("lower", Better::Lower),
    ("within", Better::Within),
    ("on-time", Better::OnTime),
    ("done", Better::Done),
];

/// A goal of the organisation.
#[derive(Debug, Clone)]
pub struct Goal {
    /// What is to be reached.
    pub title: At<Label>,
    /// The unit or person that answers for it.
    pub owner: Option<Id>,
    /// What shows that it is reached.
    pub indicators: Vec<(Id, GoalIndicator)>,
}

/// A measure of a goal.
#[derive(Debug, Clone)]
pub struct GoalIndicator {
    /// What is measured.
    pub measure: At<Label>,
    /// Its unit.
    pub unit: Option<At<String>>,
    /// Where it stood before.
    pub baseline: Option<At<Measure>>,
    /// Where it should be.
    pub target: At<Measure>,
    /// Where it is.
    pub realised: Option<At<Measure>>,
    /// Which way it improves.
    pub better: Better,
    /// Where the figures come from.
    pub source: Option<At<String>>,
    /// Figures of earlier years, by year.
    pub history: Vec<(Id, At<Measure>)>,
}

/// Defines `goals/<period>.yaml`.
pub fn goals(f: &mut Fields) -> Option<Vec<(Id, Goal)>> {
    Some(f.map_of("goals", ("Sasaran organisasi menurut id-nya", "Goals by their id"), true, |f| {
        let title = f.required("title", ("Sasaran", "What is to be reached"), label());
        let owner = f.optional(
            "owner",
            ("Unit atau orang penanggung jawab", "The unit or person that answers for it"),
            id_path("unit"),
        );
        let indicators =
            f.map_of("indicators", ("Indikator menurut id-nya", "Indicators by their id"), true, |f| {
                let measure_ = f.required("measure", ("Yang diukur", "What is measured"), label());
                let unit = f.optional("unit", ("Satuan", "Unit of measure"), text("%"));
                let baseline = f.optional("baseline", ("Keadaan awal", "Where it stood before"), measure());
                let target = f.required("target", ("Target", "Where it should be"), measure());
                let realised = f.optional("realised", ("Realisasi", "Where it is"), measure());
                let better =
                    f.optional("better", ("Arah yang baik", "Which way it improves"), choice(BETTER));
                let source = f.optional(
                    "source",
                    ("Sumber data", "Where the figures come from"),
                    text("Laporan Kinerja"),
                );
                let history = f.table(
                    "history",
                    ("Angka tahun-tahun sebelumnya", "Figures of earlier years"),
                    measure(),
                );
                Some(GoalIndicator {
                    measure: measure_?,
                    unit,
                    baseline,
                    target: target?,
                    realised,
                    better: better.map_or(Better::Higher, |at| at.value),
                    source,
                    history,
                })
            });
        Some(Goal { title: title?, owner, indicators })
    }))
}
