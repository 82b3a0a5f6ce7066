//! How planned and realised figures become values.

use super::outcome::{Band, Combine, Edges, Rounding, bands, edges, rounding};
use super::{LABEL, LEGAL};
use crate::num::Exact;
use crate::schema::fields::Fields;
use crate::schema::types::{choice, count, id, label, number};
use crate::schema::value::{At, Id, Label};

/// How results are valued: indicators by what was achieved of their targets, results by their indicators, and the
/// component by its results.
#[derive(Debug, Clone)]
pub struct Valuation {
    /// How far an indicator was reached, in percent of its target.
    pub achievement: Achievement,
    /// Categories achievements fall into, lowest first.
    pub categories: Vec<(Id, AspectCategory)>,
    /// From an achievement to a category; their levels name categories.
    pub bands: Vec<Band>,
    /// From an achievement to a value, by straight lines. Without lines the category's value counts, and without
    /// categories the achievement itself.
    pub lines: Vec<Line>,
    /// What an indicator comes to that fully reached a target which cannot be exceeded.
    pub target_is_max: Option<TargetIsMax>,
    /// How a result's indicators are joined.
    pub indicators: IndicatorRule,
    /// From the categories of a result's indicators to the result's category; the first rule that fits counts.
    pub count_rules: Vec<CountRule>,
    /// How results are joined, within each kind where kinds have weights.
    pub results: Combine,
    /// Weights of kinds of results, in percent of them all; kinds a plan has none of leave theirs to the others. Kinds
    /// without a weight beside those inform and count for nothing.
    pub kinds: Vec<(Id, At<Exact>)>,
    /// Results that add to the value instead of being averaged.
    pub additional: Option<Additional>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// How achievements are found.
#[derive(Debug, Clone, Default)]
pub struct Achievement {
    /// What counts where less is better.
    pub lower: LowerFormula,
    /// Percent lost for each day after a deadline. Without it, what is late is not reached at all.
    pub late_day: Option<At<Exact>>,
    /// Percent won for each day before a deadline.
    pub early_day: Option<At<Exact>>,
    /// The most an achievement can be, in percent. None is below zero.
    pub cap: Option<At<Exact>>,
    /// How it is rounded before it is valued; not at all if left out.
    pub round: Option<Rounding>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// What an indicator achieved where less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LowerFormula {
    /// 2 less realised / target: half of the target gives 150 percent, twice the target none.
    #[default]
    Mirror,
    /// Target / realised: half of the target gives 200 percent, twice the target 50. Where nothing was realised there
    /// is no end to it, and the cap counts.
    Inverse,
}

/// A category that achievements and results fall into.
#[derive(Debug, Clone)]
pub struct AspectCategory {
    /// Its name.
    pub label: At<Label>,
    /// The value of a result of this category.
    pub value: Option<At<Exact>>,
}

/// A piece of the way from achievements to values.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its ends.
    pub edges: Edges,
    /// The value at the lower end, or anywhere where there is no other.
    pub value: At<Exact>,
    /// The value at the upper end.
    pub to_value: Option<At<Exact>>,
}

/// What a fully reached target comes to that cannot be exceeded.
#[derive(Debug, Clone)]
pub struct TargetIsMax {
    /// The value.
    pub value: Option<At<Exact>>,
    /// The category.
    pub category: Option<Id>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// How a result's indicators are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndicatorRule {
    /// The mean of their values.
    Mean,
    /// Their mean by the weights the plan gives them.
    WeightedMean,
    /// By counting their categories.
    Count,
}

/// A rule that counts categories.
#[derive(Debug, Clone)]
pub struct CountRule {
    /// The category it gives.
    pub category: Id,
    /// Cases, any one of which is enough. A rule without cases always fits.
    pub any: Vec<CountCase>,
}

impl CountRule {
    /// Whether it fits indicators of these categories, one entry an indicator.
    pub fn fits(&self, found: &[&str]) -> bool {
        let count = |category: &str| found.iter().filter(|one| **one == category).count();
        let holds = |case: &CountCase| {
            let enough = case.at_least.iter().all(|(category, least)| {
                usize::try_from(least.value).is_ok_and(|least| count(&category.value) >= least)
            });
            let is_named = |one: &&str| case.only.iter().any(|category| category.value == **one);
            enough && (case.only.is_empty() || found.iter().all(is_named))
        };
        self.any.is_empty() || self.any.iter().any(holds)
    }
}

/// A case of a counting rule: all of it must hold.
#[derive(Debug, Clone)]
pub struct CountCase {
    /// At least so many indicators of these categories.
    pub at_least: Vec<(Id, At<u32>)>,
    /// No indicator of any other category than these; any if empty.
    pub only: Vec<Id>,
}

/// Results that add to the value: share of the category / 100 x weight of the scope x value / 100, up to a cap.
#[derive(Debug, Clone)]
pub struct Additional {
    /// The kind of results.
    pub kind: Id,
    /// Percent by category of the result: the one its indicators are counted to, or that of its indicator, or that of
    /// what its indicators achieved together.
    pub shares: Vec<(Id, At<Exact>)>,
    /// Weights by how far the work reached; the plan names one for each result.
    pub scopes: Vec<(Id, Scope)>,
    /// The most they can add together.
    pub cap: At<Exact>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// How far additional work reached.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Its name.
    pub label: At<Label>,
    /// Its weight.
    pub weight: At<Exact>,
}

/// Defines a valuation.
pub(super) fn valuation(f: &mut Fields) -> Option<Valuation> {
    let achievement = f.nested(
        "achievement",
        ("Cara menghitung capaian indikator, dalam persen target", "How far an indicator was reached"),
        false,
        achievement,
    );
    let categories = f.map_of(
        "categories",
        ("Kategori capaian, terendah lebih dahulu", "Categories of achievements, lowest first"),
        false,
        |f| {
            let label_ = f.required("label", LABEL, label());
            let value = f.optional(
                "value",
                ("Nilai kategori", "The value of a result of this category"),
                number("100"),
            );
            Some(AspectCategory { label: label_?, value })
        },
    );
    let bands = bands(f);
    let lines = f.list_of(
        "lines",
        ("Dari capaian ke nilai, garis lurus", "From an achievement to a value, by straight lines"),
        |f| {
            let edges = edges(f);
            let value =
                f.required("value", ("Nilai di ujung bawah", "The value at the lower end"), number("70"));
            let to_value =
                f.optional("to_value", ("Nilai di ujung atas", "The value at the upper end"), number("89"));
            Some(Line { edges, value: value?, to_value })
        },
    );
    let target_is_max = f.nested(
        "target_is_max",
        (
            "Bila target yang tak mungkin dilampaui tercapai penuh",
            "What a fully reached target comes to that cannot be exceeded",
        ),
        false,
        |f| {
            let value = f.optional("value", ("Nilainya", "The value"), number("120"));
            let category = f.optional("category", ("Kategorinya", "The category"), id("category"));
            let legal = f.optional("legal", LEGAL, label());
            Some(TargetIsMax { value, category, legal })
        },
    );
    let indicators = f.optional(
        "indicators",
        ("Cara menggabungkan indikator satu hasil kerja", "How a result's indicators are joined"),
        choice(&[
            ("mean", IndicatorRule::Mean),
            ("weighted-mean", IndicatorRule::WeightedMean),
            ("count", IndicatorRule::Count),
        ]),
    );
    let count_rules = f.list_of(
        "count_rules",
        (
            "Dari kategori indikator ke kategori hasil kerja",
            "From the indicators' categories to the result's",
        ),
        count_rule,
    );
    let results = f.optional(
        "results",
        ("Cara menggabungkan hasil kerja", "How results are joined"),
        choice(&[("mean", Combine::Mean), ("weighted-mean", Combine::WeightedMean)]),
    );
    let kinds = f.table(
        "kinds",
        ("Bobot jenis hasil kerja, dalam persen", "Weights of kinds of results, in percent"),
        number("60"),
    );
    let additional = f.nested(
        "additional",
        ("Hasil kerja yang menambah nilai", "Results that add to the value"),
        false,
        additional,
    );
    let legal = f.optional("legal", LEGAL, label());
    Some(Valuation {
        achievement: achievement.unwrap_or_default(),
        categories,
        bands,
        lines,
        target_is_max,
        indicators: indicators.map_or(IndicatorRule::Mean, |at| at.value),
        count_rules,
        results: results.map_or(Combine::Mean, |at| at.value),
        kinds,
        additional,
        legal,
    })
}

fn achievement(f: &mut Fields) -> Option<Achievement> {
    let lower = f.optional(
        "lower",
        (
            "Bila makin kecil makin baik: mirror = 2 - realisasi/target, inverse = target/realisasi",
            "Where less is better: mirror = 2 - realised/target, inverse = target/realised",
        ),
        choice(&[("mirror", LowerFormula::Mirror), ("inverse", LowerFormula::Inverse)]),
    );
    let late_day = f.optional(
        "late_day",
        (
            "Persen berkurang tiap hari lewat tenggat; bila kosong, terlambat berarti tidak tercapai",
            "Percent lost for each day after a deadline; if left out, what is late is not reached",
        ),
        number("2"),
    );
    let early_day = f.optional(
        "early_day",
        ("Persen bertambah tiap hari sebelum tenggat", "Percent won for each day before a deadline"),
        number("0"),
    );
    let cap = f.optional("cap", ("Capaian paling tinggi", "The most an achievement can be"), number("120"));
    let round = rounding(f);
    let legal = f.optional("legal", LEGAL, label());
    let lower = lower.map_or(LowerFormula::default(), |at| at.value);
    Some(Achievement { lower, late_day, early_day, cap, round, legal })
}

fn count_rule(f: &mut Fields) -> Option<CountRule> {
    let category =
        f.required("category", ("Kategori hasil kerjanya", "The category it gives"), id("category"));
    let any = f.list_of(
        "any",
        (
            "Salah satu dari keadaan ini; selalu bila kosong",
            "Cases, any one of which is enough; always if none",
        ),
        |f| {
            let at_least = f.table(
                "at_least",
                ("Paling sedikit sekian indikator per kategori", "At least so many indicators, by category"),
                count(1, 100, "2"),
            );
            let only = f.list(
                "only",
                ("Tidak ada kategori selain ini", "No indicator of any other category"),
                id("category"),
            );
            Some(CountCase { at_least, only })
        },
    );
    Some(CountRule { category: category?, any })
}

fn additional(f: &mut Fields) -> Option<Additional> {
    let kind = f.required("kind", ("Jenis hasil kerja tambahan", "The kind of results"), id("kind"));
    let shares =
        f.table("shares", ("Persen per kategori", "Percent by category of the result"), number("100"));
    let scopes = f.map_of(
        "scopes",
        ("Lingkup tugas dan bobotnya", "How far the work reached, with weights"),
        true,
        |f| {
            let label_ = f.required("label", LABEL, label());
            let weight = f.required("weight", ("Bobot lingkup", "Its weight"), number("2"));
            Some(Scope { label: label_?, weight: weight? })
        },
    );
    let cap = f.required("cap", ("Tambahan paling tinggi", "The most they can add together"), number("10"));
    let legal = f.optional("legal", LEGAL, label());
    Some(Additional { kind: kind?, shares, scopes, cap: cap?, legal })
}
