//! How the outcome comes about: by a table of two levels, or by a number and its bands.

use super::rated::{Level, MISSING, Missing, levels};
use super::{DESCRIPTION, LABEL, LEGAL};
use crate::num::{Exact, RoundingMode};
use crate::schema::fields::Fields;
use crate::schema::types::{choice, count, id, label, mark, number};
use crate::schema::value::{At, Id, Label};

/// How the outcome comes about: by a matrix, or by a score and bands.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Its name, such as "Predikat Kinerja".
    pub label: At<Label>,
    /// Levels, lowest first.
    pub levels: Vec<(Id, Level)>,
    /// Groups of levels for what is published, lowest first.
    pub groups: Vec<(Id, At<Label>)>,
    /// The table, where the outcome is looked up.
    pub matrix: Option<Matrix>,
    /// The number, where the outcome is computed.
    pub score: Option<Score>,
    /// From the number to the outcome: the first band that fits.
    pub bands: Vec<Band>,
    /// Further conditions that bands may ask for; the superior states that they are met, and why.
    pub conditions: Vec<(Id, Condition)>,
    /// Ratings that the outcome cannot rise above.
    pub vetoes: Vec<Veto>,
}

/// A table from two components' levels to an outcome.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// The component of the rows.
    pub rows: Id,
    /// The component of the columns.
    pub columns: Id,
    /// Outcomes by row level and column level.
    pub cells: Vec<(Id, Vec<(Id, Id)>)>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// How values are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Combine {
    /// Their mean.
    Mean,
    /// Their mean by weights: the sum of weight times value, divided by the sum of the weights.
    WeightedMean,
    /// The sum of weight times value, with weights as written.
    WeightedSum,
    /// Their plain sum.
    Sum,
}

/// The number behind an outcome, made of the components that are part of no other.
#[derive(Debug, Clone)]
pub struct Score {
    /// Its name, such as "Nilai Kinerja"; the outcome's if left out.
    pub label: Option<At<Label>>,
    /// How the components are joined.
    pub combine: Option<At<Combine>>,
    /// What happens where a component has no value, instead of the framework's rule.
    pub missing: Option<Missing>,
    /// What the joined value is multiplied with.
    pub times: Option<At<Exact>>,
    /// The lowest value there can be.
    pub from: At<Exact>,
    /// The highest value there can be; more counts as this.
    pub to: At<Exact>,
    /// How it is rounded before bands are looked up; not at all if left out.
    pub round: Option<Rounding>,
    /// How many decimals are printed; the bands see the unrounded number.
    pub decimals: u32,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// A stated rounding.
#[derive(Debug, Clone)]
pub struct Rounding {
    /// To how many decimals.
    pub decimals: At<u32>,
    /// Which way halves go.
    pub mode: RoundingMode,
}

/// The ends of a band or line, as written. At each end one of two may be given.
#[derive(Debug, Clone, Default)]
pub struct Edges {
    /// From this number on, with it.
    pub from: Option<At<Exact>>,
    /// Above this number, without it.
    pub above: Option<At<Exact>>,
    /// Up to this number, with it.
    pub to: Option<At<Exact>>,
    /// Below this number, without it.
    pub below: Option<At<Exact>>,
}

impl Edges {
    /// The number at the lower end. None where any low number belongs to it.
    pub fn lower(&self) -> Option<&At<Exact>> {
        self.from.as_ref().or(self.above.as_ref())
    }

    /// The number at the upper end. None where any high number belongs to it.
    pub fn upper(&self) -> Option<&At<Exact>> {
        self.to.as_ref().or(self.below.as_ref())
    }

    /// Whether a number lies within the ends.
    pub fn holds(&self, value: &Exact) -> bool {
        self.from.as_ref().is_none_or(|at| *value >= at.value)
            && self.above.as_ref().is_none_or(|at| *value > at.value)
            && self.to.as_ref().is_none_or(|at| *value <= at.value)
            && self.below.as_ref().is_none_or(|at| *value < at.value)
    }
}

/// A band: numbers that lead to a level. Bands are tried in the order written, and the first that fits counts.
#[derive(Debug, Clone)]
pub struct Band {
    /// The level or category.
    pub level: Id,
    /// Its ends.
    pub edges: Edges,
    /// Conditions that must be met besides.
    pub when: Vec<Id>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// A condition beside the number, such as a new idea.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Its name.
    pub label: At<Label>,
    /// What it takes.
    pub description: Option<At<Label>>,
}

/// A rating that the outcome cannot rise above.
#[derive(Debug, Clone)]
pub struct Veto {
    /// Components or criteria it looks at; any one of them is enough. All that are rated if empty.
    pub of: Vec<Id>,
    /// The level or number up to which it strikes.
    pub at_most: At<String>,
    /// The highest outcome then.
    pub outcome: Id,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// How a period is made of the periods it integrates.
#[derive(Debug, Clone)]
pub struct Integration {
    /// How their values are joined.
    pub by: IntegrationBy,
    /// What happens where a person has no value in one of them.
    pub missing: Missing,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// How the values of integrated periods are weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IntegrationBy {
    /// Each counts the same.
    Mean,
    /// By the weights the period states.
    Weights,
    /// By the days of each.
    Days,
}

/// Defines the outcome.
pub(super) fn outcome(f: &mut Fields) -> Option<Outcome> {
    let label_ = f.required("label", LABEL, label());
    let levels = levels(f, true);
    let groups =
        f.table("groups", ("Kelompok untuk penerbitan", "Groups of levels for what is published"), label());
    let matrix = f.nested("matrix", ("Tabel dua komponen", "A table from two components"), false, |f| {
        let rows = f.required("rows", ("Komponen baris", "The component of the rows"), id("component"));
        let columns =
            f.required("columns", ("Komponen kolom", "The component of the columns"), id("component"));
        let cells =
            f.tables("cells", ("Hasil per baris dan kolom", "Outcomes by row and column"), id("level"));
        let legal = f.optional("legal", LEGAL, label());
        Some(Matrix { rows: rows?, columns: columns?, cells, legal })
    });
    let score =
        f.nested("score", ("Nilai gabungan semua komponen", "The number behind the outcome"), false, score);
    let bands = bands(f);
    let conditions = f.map_of(
        "conditions",
        ("Syarat tambahan bagi rentang", "Further conditions that bands may ask for"),
        false,
        |f| {
            let label_ = f.required("label", LABEL, label());
            let description = f.optional("description", DESCRIPTION, label());
            Some(Condition { label: label_?, description })
        },
    );
    let vetoes = f.list_of(
        "vetoes",
        ("Peringkat yang membatasi hasil akhir", "Ratings that the outcome cannot rise above"),
        |f| {
            let of = f.list(
                "of",
                ("Komponen atau kriteria; semua bila kosong", "Components or criteria; all if left out"),
                id("criterion"),
            );
            let at_most = f.required(
                "at_most",
                ("Berlaku sampai tingkat ini", "The level or number up to which it strikes"),
                mark(),
            );
            let outcome =
                f.required("outcome", ("Hasil akhir paling tinggi", "The highest outcome then"), id("level"));
            let legal = f.optional("legal", LEGAL, label());
            Some(Veto { of, at_most: at_most?, outcome: outcome?, legal })
        },
    );
    Some(Outcome { label: label_?, levels, groups, matrix, score, bands, conditions, vetoes })
}

fn score(f: &mut Fields) -> Option<Score> {
    let label = f.optional("label", LABEL, label());
    let combine = combine(f);
    let missing = f.optional(
        "missing",
        ("Bila sebuah komponen belum bernilai", "What happens where a component has no value"),
        choice(MISSING),
    );
    let times = f.optional("times", ("Pengali", "What the joined value is multiplied with"), number("1"));
    let from =
        f.required("from", ("Nilai terendah yang mungkin", "The lowest value there can be"), number("0"));
    let to = f.required(
        "to",
        ("Nilai tertinggi; selebihnya dihitung sekian", "The highest value; more counts as this"),
        number("120"),
    );
    let round = rounding(f);
    let decimals = f.optional(
        "decimals",
        ("Jumlah desimal yang dicetak", "How many decimals are printed"),
        count(0, 6, "2"),
    );
    let legal = f.optional("legal", LEGAL, crate::schema::types::label());
    let decimals = decimals.map_or(DEFAULT_DECIMALS, |at| at.value);
    let missing = missing.map(|at| at.value);
    Some(Score { label, combine, missing, times, from: from?, to: to?, round, decimals, legal })
}

/// How many decimals are printed where nothing is said.
const DEFAULT_DECIMALS: u32 = 2;

/// Defines how values are joined.
pub(super) fn combine(f: &mut Fields) -> Option<At<Combine>> {
    f.optional(
        "combine",
        (
            "Cara menggabungkan; rata-rata berbobot bila ada bobot, selain itu rata-rata",
            "How values are joined; by weights where there are any, else their mean",
        ),
        choice(&[
            ("mean", Combine::Mean),
            ("weighted-mean", Combine::WeightedMean),
            ("weighted-sum", Combine::WeightedSum),
            ("sum", Combine::Sum),
        ]),
    )
}

/// Defines a stated rounding.
pub(super) fn rounding(f: &mut Fields) -> Option<Rounding> {
    f.nested(
        "round",
        (
            "Pembulatan sebelum dipakai; tidak dibulatkan bila kosong",
            "How it is rounded before it is used further",
        ),
        false,
        |f| {
            let decimals =
                f.required("decimals", ("Jumlah desimal", "To how many decimals"), count(0, 6, "0"));
            let mode = f.optional(
                "mode",
                ("Arah pembulatan setengah", "Which way halves go"),
                choice(&[
                    ("half-up", RoundingMode::HalfUp),
                    ("half-even", RoundingMode::HalfEven),
                    ("down", RoundingMode::Down),
                ]),
            );
            Some(Rounding { decimals: decimals?, mode: mode.map_or(RoundingMode::HalfUp, |at| at.value) })
        },
    )
}

/// Defines a list of bands.
pub(super) fn bands(f: &mut Fields) -> Vec<Band> {
    f.list_of(
        "bands",
        ("Rentang nilai; yang pertama cocok yang berlaku", "Bands; the first that fits counts"),
        |f| {
            let level = f.required("level", ("Tingkat atau kategori", "The level or category"), id("level"));
            let edges = edges(f);
            let when =
                f.list("when", ("Syarat tambahan", "Conditions that must be met besides"), id("condition"));
            let legal = f.optional("legal", LEGAL, label());
            Some(Band { level: level?, edges, when, legal })
        },
    )
}

/// Defines the ends of a band or line.
pub(super) fn edges(f: &mut Fields) -> Edges {
    let from = f.optional("from", ("Mulai angka ini", "From this number on, with it"), number("90"));
    let above = f.optional("above", ("Di atas angka ini", "Above this number, without it"), number("90"));
    let to = f.optional("to", ("Sampai angka ini", "Up to this number, with it"), number("120"));
    let below = f.optional("below", ("Di bawah angka ini", "Below this number, without it"), number("120"));
    Edges { from, above, to, below }
}

/// Defines how a period is made of the periods it integrates.
pub(super) fn integration(f: &mut Fields) -> Option<Integration> {
    let by = f.required(
        "by",
        ("Cara menimbang tiap periode", "How each period is weighed"),
        choice(&[
            ("mean", IntegrationBy::Mean),
            ("weights", IntegrationBy::Weights),
            ("days", IntegrationBy::Days),
        ]),
    );
    let missing = f.optional(
        "missing",
        ("Bila seseorang belum bernilai di salah satunya", "What happens where a person has no value in one"),
        choice(MISSING),
    );
    let legal = f.optional("legal", LEGAL, label());
    Some(Integration { by: by?.value, missing: missing.map_or(Missing::Error, |at| at.value), legal })
}
