//! `reviews/<period>/<person>/plan.yaml`.

use super::fields::Fields;
use super::period::{BETTER, Better};
use super::types::{choice, date, id, id_path, measure, number, text};
use super::value::{At, Id, Measure};
use crate::calendar::Date;
use crate::num::Exact;

/// What a person is to reach in a period (SKP).
#[derive(Debug, Clone)]
pub struct Plan {
    /// How results are stated, as the framework names it, such as `kuantitatif`.
    pub approach: Option<Id>,
    /// When both sides agreed.
    pub agreed: Option<Agreement>,
    /// Changes after it was agreed.
    pub revisions: Vec<Revision>,
    /// Results, by id.
    pub results: Vec<(Id, PlannedResult)>,
    /// What the superior expects, by criterion.
    pub expectations: Vec<(Id, At<String>)>,
    /// Rows of the annex, by its parts as the framework names them.
    pub annex: Vec<(Id, Vec<At<String>>)>,
}

/// The days on which a plan was agreed.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// By the person.
    pub employee: Option<At<Date>>,
    /// By the superior.
    pub superior: Option<At<Date>>,
}

/// A change of an agreed plan.
#[derive(Debug, Clone)]
pub struct Revision {
    /// When.
    pub date: At<Date>,
    /// What and why.
    pub reason: At<String>,
}

/// One result to reach.
#[derive(Debug, Clone)]
pub struct PlannedResult {
    /// Kind of result, as the framework names it, such as `utama`.
    pub kind: Id,
    /// The superior's result (`<person>/<result>`) or the goal (`goal/<goal>`) it supports.
    pub supports: Option<At<String>>,
    /// The result, in words.
    pub result: At<String>,
    /// Perspective, for heads, as the framework names it.
    pub perspective: Option<Id>,
    /// Its share among the results of its kind, where the framework weighs results.
    pub weight: Option<At<Exact>>,
    /// How far additional work reached, as the framework names it.
    pub scope: Option<Id>,
    /// What shows that it is reached.
    pub indicators: Vec<(Id, Indicator)>,
}

/// A measure of a result.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Aspect, as the framework names it, such as `kualitas`.
    pub aspect: Option<Id>,
    /// What is measured.
    pub measure: At<String>,
    /// What is aimed at.
    pub target: At<Measure>,
    /// Unit of the numbers.
    pub unit: Option<At<String>>,
    /// Which way it improves.
    pub better: Better,
    /// Its share among the result's indicators, where the framework weighs indicators.
    pub weight: Option<At<Exact>>,
    /// Where it stood before: achievement is then counted from here.
    pub baseline: Option<At<Measure>>,
    /// Whether the target cannot be exceeded.
    pub target_is_max: bool,
    /// The goal's indicator (`<goal>/<indicator>`) whose figures it shares; its realisation counts here.
    pub goal: Option<At<String>>,
    /// What the person does for a shared indicator.
    pub contribution: Option<At<String>>,
}

/// Defines `plan.yaml`.
pub fn plan(f: &mut Fields) -> Option<Plan> {
    let approach = f.optional(
        "approach",
        (
            "Pendekatan hasil kerja menurut kerangka (kuantitatif, kualitatif)",
            "How results are stated, as the framework names it",
        ),
        id("approach"),
    );
    let agreed = f.nested("agreed", ("Tanggal disepakati", "When both sides agreed"), false, |f| {
        Some(Agreement {
            employee: f.optional("employee", ("Oleh pegawai", "By the person"), date()),
            superior: f.optional("superior", ("Oleh pejabat penilai", "By the superior"), date()),
        })
    });
    let revisions =
        f.list_of("revisions", ("Perubahan setelah disepakati", "Changes after it was agreed"), |f| {
            let date = f.required("date", ("Tanggal", "When"), date());
            let reason =
                f.required("reason", ("Perubahan dan alasannya", "What changed and why"), text("..."));
            Some(Revision { date: date?, reason: reason? })
        });
    let results =
        f.map_of("results", ("Rencana hasil kerja menurut id-nya", "Results by their id"), true, result);
    let expectations = f.table(
        "expectations",
        ("Ekspektasi khusus pimpinan per perilaku", "What the superior expects, by criterion"),
        text("Ekspektasi khusus pimpinan"),
    );
    let annex = f.lists(
        "annex",
        (
            "Lampiran menurut kerangka: dukungan, pertanggungjawaban, konsekuensi",
            "Rows of the annex, by its parts as the framework names them",
        ),
        text("..."),
    );
    Some(Plan { approach, agreed, revisions, results, expectations, annex })
}

fn result(f: &mut Fields) -> Option<PlannedResult> {
    let kind = f.required(
        "kind",
        ("Jenis hasil kerja (utama, tambahan)", "Kind of result, as the framework names it"),
        id("kind"),
    );
    let supports = f.optional(
        "supports",
        (
            "Hasil kerja atasan yang diintervensi (<orang>/<hasil>) atau sasaran (goal/<sasaran>)",
            "The superior's result (<person>/<result>) or the goal (goal/<goal>) it supports",
        ),
        id_path("person/result"),
    );
    let result =
        f.required("result", ("Rencana hasil kerja", "The result, in words"), text("Tersusunnya ..."));
    let perspective = f.optional(
        "perspective",
        ("Perspektif, untuk pimpinan", "Perspective, for heads"),
        id("perspective"),
    );
    let weight = f.optional(
        "weight",
        ("Bobotnya di antara hasil sejenis", "Its share among the results of its kind"),
        number("50"),
    );
    let scope = f.optional(
        "scope",
        ("Lingkup tugas tambahan menurut kerangka", "How far additional work reached"),
        id("scope"),
    );
    let indicators = f.map_of(
        "indicators",
        ("Indikator kinerja individu menurut id-nya", "Indicators by their id"),
        true,
        |f| {
            let aspect = f.optional("aspect", ("Aspek", "Aspect"), id("aspect"));
            let measure_ = f.required("measure", ("Indikator", "What is measured"), text("Persentase ..."));
            let target = f.required(
                "target",
                ("Target: angka, rentang, atau uraian", "Target: number, range or words"),
                measure(),
            );
            let unit = f.optional("unit", ("Satuan", "Unit"), text("%"));
            let better = f.optional("better", ("Arah yang baik", "Which way it improves"), choice(BETTER));
            let weight = f.optional(
                "weight",
                ("Bobotnya di antara indikator hasil ini", "Its share among the result's indicators"),
                number("50"),
            );
            let baseline = f.optional(
                "baseline",
                (
                    "Keadaan awal; capaian dihitung dari sini",
                    "Where it stood before; achievement counts from here",
                ),
                measure(),
            );
            let target_is_max =
                f.flag("target_is_max", ("Target tidak mungkin dilampaui", "The target cannot be exceeded"));
            let goal = f.optional(
                "goal",
                (
                    "Indikator sasaran (<sasaran>/<indikator>) yang realisasinya dipakai bersama",
                    "The goal's indicator (<goal>/<indicator>) whose figures it shares",
                ),
                id_path("goal/indicator"),
            );
            let contribution = f.optional(
                "contribution",
                ("Sumbangan pegawai pada indikator bersama", "What the person does for a shared indicator"),
                text("..."),
            );
            Some(Indicator {
                aspect,
                measure: measure_?,
                target: target?,
                unit,
                better: better.map_or(Better::Higher, |at| at.value),
                weight,
                baseline,
                target_is_max,
                goal,
                contribution,
            })
        },
    );
    Some(PlannedResult { kind: kind?, supports, result: result?, perspective, weight, scope, indicators })
}
