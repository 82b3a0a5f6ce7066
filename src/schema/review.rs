//! Assessments: `self.md`, `supervisor.md`, and `peer-N.md` and the like by colleagues.

use super::fields::{Fields, decode};
use super::types::{Type, TypeDoc, choice, date, id, mark, measure, text};
use super::value::{At, Id, Measure};
use crate::calendar::Date;
use crate::diagnostic::Finding;
use crate::source::yaml::{Node, Value};

/// What one side says of a person's period. Prose stands in the body, under known headings.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// Who says it.
    pub by: Id,
    /// When.
    pub date: At<Date>,
    /// Who wrote it down, where it is not the one who says it.
    pub recorded: Option<Recorded>,
    /// Levels or numbers given, by component or criterion.
    pub ratings: Vec<(Id, At<String>)>,
    /// What was reached, by `<result>/<indicator>`.
    pub realisation: Vec<(Id, At<Realisation>)>,
    /// Conditions of the framework that are met, with what shows it; only superiors state them.
    pub conditions: Vec<(Id, At<String>)>,
    /// Facts shown beside the ratings that count for nothing; only superiors state them.
    pub context: Vec<(Id, At<Measure>)>,
}

/// An entry made for someone else from a form or from paper.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Who entered it.
    pub by: Id,
    /// What it was entered from.
    pub from: At<Medium>,
    /// The date on the original.
    pub date: At<Date>,
}

/// What an entry was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// A paper form.
    Paper,
    /// An electronic form.
    Form,
}

/// What was reached on an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Realisation {
    /// The figure of the person's own report holds.
    Accept,
    /// This holds.
    Value {
        /// What was reached.
        value: Measure,
        /// Evidence for it: documents, with number and place.
        evidence: Vec<String>,
        /// A remark.
        note: Option<String>,
    },
}

struct RealisationType {
    may_accept: bool,
}

fn realised(f: &mut Fields) -> Option<Realisation> {
    let value =
        f.required("value", ("Realisasi: angka atau uraian", "What was reached: number or words"), measure());
    let evidence = f.list(
        "evidence",
        ("Bukti dukung: dokumen, nomor, tempat simpan", "Evidence: documents, with number and place"),
        text("Laporan ... Nomor ..."),
    );
    let note = f.optional("note", ("Catatan", "A remark"), text("..."));
    Some(Realisation::Value {
        value: value?.value,
        evidence: evidence.into_iter().map(|at| at.value).collect(),
        note: note.map(|at| at.value),
    })
}

impl Type for RealisationType {
    type Out = Realisation;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<Realisation> {
        match &node.value {
            Value::Map(pairs) if !is_range(pairs) => decode("realisation", node, out, realised),
            Value::Scalar { text, plain: true } if self.may_accept && text == "accept" => {
                Some(Realisation::Accept)
            }
            _ => {
                let value = measure().decode(node, out)?;
                Some(Realisation::Value { value, evidence: vec![], note: None })
            }
        }
    }
    fn describe(&self) -> TypeDoc {
        let mut forms = vec![TypeDoc::Object(super::fields::describe(realised)), measure().describe()];
        if self.may_accept {
            forms.insert(0, TypeDoc::Choice(vec!["accept"]));
        }
        TypeDoc::OneOf(forms)
    }
}

fn is_range(pairs: &[(Node, Node)]) -> bool {
    pairs.iter().any(|(key, _)| matches!(&key.value, Value::Scalar { text, .. } if text == "from"))
}

pub(super) fn recorded(f: &mut Fields) -> Option<Recorded> {
    let by = f.required("by", ("Petugas yang mencatat", "Who entered it"), id("person"));
    let from = f.required(
        "from",
        ("Dari kertas atau formulir", "From paper or an electronic form"),
        choice(&[("paper", Medium::Paper), ("form", Medium::Form)]),
    );
    let date = f.required("date", ("Tanggal pada aslinya", "The date on the original"), date());
    Some(Recorded { by: by?, from: from?, date: date? })
}

pub(super) const RECORDED: super::fields::Doc =
    ("Bila dicatatkan atas nama orang lain", "Where it was entered on someone's behalf");

fn assessment(f: &mut Fields, may_accept: bool, may_realise: bool) -> Option<Assessment> {
    let by = f.required("by", ("Siapa yang menilai", "Who says it"), id("person"));
    let date = f.required("date", ("Tanggal", "When"), date());
    let recorded = f.nested("recorded", RECORDED, false, recorded);
    let ratings = f.table(
        "ratings",
        (
            "Peringkat per komponen atau perilaku menurut kerangka",
            "Levels or numbers by component or criterion, as the framework names them",
        ),
        mark(),
    );
    let realisation = if may_realise {
        f.table(
            "realisation",
            ("Realisasi per <hasil>/<indikator>", "What was reached, by <result>/<indicator>"),
            RealisationType { may_accept },
        )
    } else {
        vec![]
    };
    Some(Assessment {
        by: by?,
        date: date?,
        recorded,
        ratings,
        realisation,
        conditions: vec![],
        context: vec![],
    })
}

/// Defines the front matter of `self.md`.
pub fn self_review(f: &mut Fields) -> Option<Assessment> {
    assessment(f, false, true)
}

/// Defines the front matter of `supervisor.md`.
pub fn supervisor_review(f: &mut Fields) -> Option<Assessment> {
    let assessment = assessment(f, true, true);
    let conditions = f.table(
        "conditions",
        (
            "Syarat tambahan kerangka yang terpenuhi, dengan penjelasannya",
            "Conditions of the framework that are met, with what shows it",
        ),
        text("..."),
    );
    let context = f.table(
        "context",
        (
            "Keterangan menurut kerangka yang tidak dihitung, misalnya kehadiran",
            "Facts the framework names that count for nothing, such as attendance",
        ),
        measure(),
    );
    Some(Assessment { conditions, context, ..assessment? })
}

/// Defines the front matter of `peer-N.md`, `subordinate-N.md` and those of a framework's own kinds of raters.
pub fn colleague_review(f: &mut Fields) -> Option<Assessment> {
    assessment(f, false, false)
}
