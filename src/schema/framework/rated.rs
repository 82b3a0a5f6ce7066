//! What is rated, on which scales, by whom, and with which weights.

use super::outcome::{Band, Combine, Rounding, bands, combine, rounding};
use super::{DESCRIPTION, LABEL, LEGAL};
use crate::num::Exact;
use crate::schema::fields::{Doc, Fields};
use crate::schema::types::{choice, count, id, label, mark, number, text};
use crate::schema::value::{At, Id, Label};

/// A scale: levels, or numbers between two bounds.
#[derive(Debug, Clone)]
pub struct Scale {
    /// Levels, lowest first. Empty where the scale is numeric.
    pub levels: Vec<(Id, Level)>,
    /// The numbers that may be given, where ratings are numbers.
    pub range: Option<NumberRange>,
    /// Up to this level or number a rating shows a weakness.
    pub weak_to: Option<At<String>>,
    /// From this level or number on a rating shows a strength.
    pub strong_from: Option<At<String>>,
}

/// The numbers of a numeric scale, both ends included.
#[derive(Debug, Clone)]
pub struct NumberRange {
    /// The lowest.
    pub from: At<Exact>,
    /// The highest.
    pub to: At<Exact>,
    /// The distance between numbers that may be given, counted from the lowest; any number if left out.
    pub step: Option<At<Exact>>,
}

impl NumberRange {
    /// Whether a number may be given: within the ends, and on a step.
    pub fn holds(&self, number: &Exact) -> bool {
        let inside = *number >= self.from.value && *number <= self.to.value;
        let steps = self.step.as_ref().and_then(|step| &(number - &self.from.value) / &step.value);
        inside && (self.step.is_none() || steps.is_some_and(|steps| steps.is_integer()))
    }
}

/// A level of a scale.
#[derive(Debug, Clone)]
pub struct Level {
    /// Its name.
    pub label: At<Label>,
    /// What it looks like in practice.
    pub description: Option<At<Label>>,
    /// The number it counts as. A scale of which every level has one can be averaged.
    pub value: Option<At<Exact>>,
    /// Coarse group for what is published.
    pub group: Option<Id>,
}

/// Where a component's result comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// It is rated as a whole. Its criteria, if any, inform and bear no arithmetic.
    Rating,
    /// From the ratings of its criteria.
    Criteria,
    /// From what was reached of the planned results.
    Results,
    /// From the components that are part of it.
    Parts,
}

/// What happens where a part has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The weights of the others are scaled up to the whole.
    Renormalise,
    /// It counts as zero.
    Zero,
    /// There is no result until it is there.
    Error,
}

/// Something that is rated or computed.
#[derive(Debug, Clone)]
pub struct Component {
    /// Its name.
    pub label: At<Label>,
    /// How it is judged, in words.
    pub description: Option<At<Label>>,
    /// The component it is part of; none for those the outcome is made of.
    pub part_of: Option<Id>,
    /// Its share among its siblings, in percent of them all.
    pub weight: Option<At<Exact>>,
    /// Classes or posts it is for; all if empty.
    pub applies_to: Vec<Id>,
    /// Where its result comes from.
    pub source: Source,
    /// The scale it and its criteria are rated on, and the one its bands lead to.
    pub scale: Option<Id>,
    /// Weights of raters by kind, instead of the framework's.
    pub raters: Vec<(Id, At<Exact>)>,
    /// How its criteria or parts are joined.
    pub combine: Option<At<Combine>>,
    /// What happens where one of its criteria, parts or results has no value, instead of the framework's rule.
    pub missing: Option<Missing>,
    /// How its results are valued.
    pub valuation: Option<Id>,
    /// What the joined value is multiplied with, to come to another scale.
    pub times: Option<At<Exact>>,
    /// The most it can come to.
    pub cap: Option<At<Exact>>,
    /// How its value is rounded before it is used further; not at all if left out.
    pub round: Option<Rounding>,
    /// From its value to a level of its scale, where a table asks for a level.
    pub bands: Vec<Band>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
    /// Criteria below it.
    pub criteria: Vec<(Id, Criterion)>,
}

/// A criterion of a component.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Its name.
    pub label: At<Label>,
    /// What it looks like in practice.
    pub guides: Vec<At<Label>>,
    /// What each level looks like for it, by level.
    pub levels: Vec<(Id, At<Label>)>,
    /// Its scale, instead of its component's.
    pub scale: Option<Id>,
    /// Its share in the component, in percent of all its criteria.
    pub weight: Option<At<Exact>>,
    /// Classes or posts it is for; all if empty.
    pub applies_to: Vec<Id>,
    /// The level or number a class or post requires, by class or post; `all` for everybody else.
    pub required: Vec<(Id, At<String>)>,
    /// Trainings that answer a weakness in it.
    pub trainings: Vec<Id>,
}

/// A kind of rater.
#[derive(Debug, Clone)]
pub struct RaterKind {
    /// Its name.
    pub label: At<Label>,
    /// Its weight among the raters, in percent of them all. None for raters who inform and do not count.
    pub weight: Option<At<Exact>>,
    /// From how many raters on their ratings count.
    pub least: Option<At<u32>>,
    /// From how many raters on their ratings are shown to the person.
    pub display: At<u32>,
    /// Whether there is no result without them, whatever the rule for missing raters.
    pub required: bool,
}

/// What happens where something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policies {
    /// Where a kind of rater that has a weight gave no rating, or fewer gave one than count.
    pub raters: Missing,
    /// Where a criterion, a part or a result has no value.
    pub parts: Missing,
}

/// Who rates a person that moved within the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterMove {
    /// The superior at the end.
    Last,
    /// The superior of most days; the later one of two that had as many.
    Longest,
}

/// How results are planned.
#[derive(Debug, Clone)]
pub struct Results {
    /// The component they are rated under.
    pub component: Id,
    /// Kinds of results, in the order they are printed.
    pub kinds: Vec<(Id, At<Label>)>,
    /// The kinds of which every plan has at least one.
    pub required_kinds: Vec<Id>,
    /// The kinds whose results support one of the superior's.
    pub cascading_kinds: Vec<Id>,
    /// Ways to state results.
    pub approaches: Vec<(Id, At<Label>)>,
    /// The way that merges indicator and target into one text.
    pub merged_approach: Option<Id>,
    /// Aspects of indicators.
    pub aspects: Vec<(Id, At<Label>)>,
    /// Perspectives of results.
    pub perspectives: Vec<(Id, At<Label>)>,
    /// First words by which a result is recognised as an activity.
    pub activity_words: Vec<At<String>>,
}

pub(super) const MISSING: &[(&str, Missing)] =
    &[("renormalise", Missing::Renormalise), ("zero", Missing::Zero), ("error", Missing::Error)];
const WEIGHT: Doc = ("Bobot, dalam persen dari semuanya", "Its share, in percent of them all");
const APPLIES_TO: Doc =
    ("Hanya untuk kelas atau jabatan ini", "The classes or posts it is for; all if left out");

/// Defines a scale.
pub(super) fn scale(f: &mut Fields) -> Option<Scale> {
    let levels = levels(f, false);
    let range =
        f.nested("range", ("Skala angka, kedua ujung termasuk", "Numbers, both ends included"), false, |f| {
            let from = f.required("from", ("Angka terendah", "The lowest number"), number("0"));
            let to = f.required("to", ("Angka tertinggi", "The highest number"), number("100"));
            let step = f.optional("step", ("Jarak antar angka", "The distance between numbers"), number("1"));
            Some(NumberRange { from: from?, to: to?, step })
        });
    let weak_to = f.optional(
        "weak_to",
        ("Sampai tingkat ini tergolong kelemahan", "Up to this a rating shows a weakness"),
        mark(),
    );
    let strong_from = f.optional(
        "strong_from",
        ("Mulai tingkat ini tergolong kekuatan", "From this on a rating shows a strength"),
        mark(),
    );
    Some(Scale { levels, range, weak_to, strong_from })
}

/// Defines the levels of a scale or outcome.
pub(super) fn levels(f: &mut Fields, required: bool) -> Vec<(Id, Level)> {
    f.map_of("levels", ("Tingkat, terendah lebih dahulu", "Levels, lowest first"), required, |f| {
        let label_ = f.required("label", LABEL, label());
        let description = f.optional("description", DESCRIPTION, label());
        let value =
            f.optional("value", ("Nilai angkanya dalam hitungan", "The number it counts as"), number("4"));
        let group = f.optional(
            "group",
            ("Kelompok untuk penerbitan", "Coarse group for what is published"),
            id("group"),
        );
        Some(Level { label: label_?, description, value, group })
    })
}

/// Defines a component.
pub(super) fn component(f: &mut Fields) -> Option<Component> {
    let label_ = f.required("label", LABEL, label());
    let description = f.optional("description", ("Cara menilainya", "How it is judged"), label());
    let part_of =
        f.optional("part_of", ("Bagian dari komponen", "The component it is part of"), id("component"));
    let weight = f.optional("weight", WEIGHT, number("40"));
    let applies_to = f.list("applies_to", APPLIES_TO, id("class"));
    let source = f.optional(
        "from",
        ("Asal nilainya; rating bila kosong", "Where its result comes from; rating if left out"),
        choice(&[
            ("rating", Source::Rating),
            ("criteria", Source::Criteria),
            ("results", Source::Results),
            ("parts", Source::Parts),
        ]),
    );
    let scale = f.optional("scale", ("Skala penilaiannya", "The scale it is rated on"), id("scale"));
    let raters = f.table(
        "raters",
        (
            "Bobot penilai untuk komponen ini, bila lain dari kerangka",
            "Weights of raters, instead of the framework's",
        ),
        number("60"),
    );
    let combine = combine(f);
    let missing = f.optional(
        "missing",
        (
            "Bila kriteria, bagian, atau hasil kerjanya belum ada",
            "What happens where a criterion, part or result has no value",
        ),
        choice(MISSING),
    );
    let valuation =
        f.optional("valuation", ("Cara hasil kerja dinilai", "How its results are valued"), id("valuation"));
    let times = f.optional(
        "times",
        ("Pengali ke skala lain", "What the joined value is multiplied with"),
        number("24"),
    );
    let cap = f.optional("cap", ("Nilai paling tinggi", "The most it can come to"), number("120"));
    let round = rounding(f);
    let bands = bands(f);
    let legal = f.optional("legal", LEGAL, label());
    let criteria = f.map_of("criteria", ("Kriteria di bawahnya", "Criteria below it"), false, criterion);
    Some(Component {
        label: label_?,
        description,
        part_of,
        weight,
        applies_to,
        source: source.map_or(Source::Rating, |at| at.value),
        scale,
        raters,
        combine,
        missing: missing.map(|at| at.value),
        valuation,
        times,
        cap,
        round,
        bands,
        legal,
        criteria,
    })
}

fn criterion(f: &mut Fields) -> Option<Criterion> {
    let label_ = f.required("label", LABEL, label());
    let guides = f.list("guides", ("Panduan", "What it looks like in practice"), label());
    let levels = f.table("levels", ("Gambaran tiap tingkat", "What each level looks like"), label());
    let scale =
        f.optional("scale", ("Skalanya sendiri", "Its scale, instead of its component's"), id("scale"));
    let weight = f.optional("weight", WEIGHT, number("25"));
    let applies_to = f.list("applies_to", APPLIES_TO, id("class"));
    let required = f.table(
        "required",
        (
            "Tingkat yang dituntut per kelas atau jabatan; `all` untuk yang lain",
            "The level a class or post requires; `all` for everybody else",
        ),
        mark(),
    );
    let trainings = f.list(
        "trainings",
        ("Pelatihan yang menjawab kelemahannya", "Trainings that answer a weakness in it"),
        id("training"),
    );
    Some(Criterion { label: label_?, guides, levels, scale, weight, applies_to, required, trainings })
}

/// Defines a kind of rater.
pub(super) fn rater(f: &mut Fields) -> Option<RaterKind> {
    let label_ = f.required("label", LABEL, label());
    let weight = f.optional("weight", WEIGHT, number("60"));
    let least = f.optional(
        "least",
        ("Jumlah penilai paling sedikit agar dihitung", "From how many raters on their ratings count"),
        count(1, 100, "3"),
    );
    let display = f.required(
        "display",
        ("Jumlah penilai paling sedikit agar ditampilkan", "From how many raters on their ratings are shown"),
        count(1, 100, "3"),
    );
    let required = f.flag("required", ("Tanpa mereka tidak ada hasil", "There is no result without them"));
    Some(RaterKind { label: label_?, weight, least, display: display?, required })
}

/// Defines what happens where something is missing.
pub(super) fn policies(f: &mut Fields) -> Policies {
    let written = f.nested(
        "missing",
        ("Bila ada yang belum lengkap", "What happens where something is missing"),
        false,
        |f| {
            let raters = f.optional(
                "raters",
                ("Jenis penilai yang belum menilai", "A kind of rater that gave no rating"),
                choice(MISSING),
            );
            let parts = f.optional(
                "parts",
                (
                    "Kriteria, bagian, atau hasil kerja tanpa nilai",
                    "A criterion, part or result without a value",
                ),
                choice(MISSING),
            );
            let or = |policy: Option<At<Missing>>, default| policy.map_or(default, |at| at.value);
            Some(Policies { raters: or(raters, Missing::Renormalise), parts: or(parts, Missing::Error) })
        },
    );
    written.unwrap_or(Policies { raters: Missing::Renormalise, parts: Missing::Error })
}

/// Defines who rates a person that moved within the period.
pub(super) fn after_move(f: &mut Fields) -> AfterMove {
    let written = f.optional(
        "after_move",
        (
            "Penilai pegawai yang pindah: atasan terakhir (last) atau terlama (longest)",
            "Who rates a person that moved: the superior at the end or of most days",
        ),
        choice(&[("last", AfterMove::Last), ("longest", AfterMove::Longest)]),
    );
    written.map_or(AfterMove::Last, |at| at.value)
}

/// Defines how results are planned.
pub(super) fn results(f: &mut Fields) -> Option<Results> {
    let component = f.required(
        "component",
        ("Komponen yang menilainya", "The component they are rated under"),
        id("component"),
    );
    let kinds = f.table("kinds", ("Jenis hasil kerja", "Kinds of results"), label());
    let required_kinds =
        f.list("required_kinds", ("Jenis yang wajib ada", "Kinds every plan has"), id("kind"));
    let cascading_kinds = f.list(
        "cascading_kinds",
        ("Jenis yang mengintervensi hasil kerja atasan", "Kinds that support one of the superior's results"),
        id("kind"),
    );
    let approaches = f.table("approaches", ("Pendekatan", "Ways to state results"), label());
    let merged_approach = f.optional(
        "merged_approach",
        ("Pendekatan yang menyatukan indikator dan target", "The way that merges indicator and target"),
        id("approach"),
    );
    let aspects = f.table("aspects", ("Aspek indikator", "Aspects of indicators"), label());
    let perspectives = f.table("perspectives", ("Perspektif", "Perspectives of results"), label());
    let activity_words = f.list(
        "activity_words",
        (
            "Kata awal yang menandakan kegiatan, bukan hasil",
            "First words that show an activity, not a result",
        ),
        text("Melaksanakan"),
    );
    Some(Results {
        component: component?,
        kinds,
        required_kinds,
        cascading_kinds,
        approaches,
        merged_approach,
        aspects,
        perspectives,
        activity_words,
    })
}
