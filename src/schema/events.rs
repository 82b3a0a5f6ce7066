//! What happens around an appraisal: feedback, discussion, objection, decision, development, record.

mod documents;
mod shared;

pub use documents::{Concerns, DocumentKind, recordable};
pub use shared::{Audience, Award, Edition, Ledger, Meeting, Page, Slot, awards, ledger, meeting, page};

use super::fields::Fields;
use super::review::{RECORDED, Recorded, recorded};
use super::types::{choice, date, id, id_path, mark, text};
use super::value::{At, Id};
use crate::calendar::Date;

/// Front matter of `feedback/<date>-<slug>.md`: feedback in the course of the period.
#[derive(Debug, Clone)]
pub struct Feedback {
    /// Who gives it.
    pub by: Id,
    /// When.
    pub date: At<Date>,
    /// What it is about: a result, a criterion, or `project/<project>`.
    pub about: At<String>,
    /// Who wrote it down, where it is not the one who says it.
    pub recorded: Option<Recorded>,
}

/// Defines the front matter of feedback.
pub fn feedback(f: &mut Fields) -> Option<Feedback> {
    let by = f.required("by", ("Pemberi umpan balik", "Who gives it"), id("person"));
    let date = f.required("date", ("Tanggal", "When"), date());
    let about = f.required(
        "about",
        (
            "Tentang hasil kerja, perilaku, atau project/<proyek>",
            "What it is about: a result, a criterion, or project/<project>",
        ),
        id_path("result"),
    );
    let recorded = f.nested("recorded", RECORDED, false, recorded);
    Some(Feedback { by: by?, date: date?, about: about?, recorded })
}

/// Front matter of `discussion.md`: the talk about the appraisal before it is released.
#[derive(Debug, Clone)]
pub struct Discussion {
    /// When.
    pub date: At<Date>,
    /// Where.
    pub place: Option<At<String>>,
    /// Who was there.
    pub present: Vec<Id>,
    /// Points the person made clear.
    pub clarifications: Vec<Clarification>,
    /// Who wrote it down.
    pub recorded: Option<Recorded>,
}

/// A point made clear.
#[derive(Debug, Clone)]
pub struct Clarification {
    /// The result, component or criterion.
    pub item: Id,
    /// What the person says.
    pub statement: At<String>,
    /// What the superior answers.
    pub response: Option<At<String>>,
}

/// Defines the front matter of `discussion.md`.
pub fn discussion(f: &mut Fields) -> Option<Discussion> {
    let date = f.required("date", ("Tanggal", "When"), date());
    let place = f.optional("place", ("Tempat", "Where"), text("Ruang rapat"));
    let present = f.list("present", ("Yang hadir", "Who was there"), id("person"));
    let clarifications =
        f.list_of("clarifications", ("Klarifikasi pegawai per butir", "Points the person made clear"), |f| {
            let item = f.required(
                "item",
                ("Hasil kerja, komponen, atau perilaku", "The result, component or criterion"),
                id("result"),
            );
            let statement =
                f.required("statement", ("Keterangan pegawai", "What the person says"), text("..."));
            let response = f.optional(
                "response",
                ("Tanggapan pejabat penilai", "What the superior answers"),
                text("..."),
            );
            Some(Clarification { item: item?, statement: statement?, response })
        });
    let recorded = f.nested("recorded", RECORDED, false, recorded);
    Some(Discussion { date: date?, place, present, clarifications, recorded })
}

/// Front matter of `objection.md`: the person contests named items.
#[derive(Debug, Clone)]
pub struct Objection {
    /// When it was handed in.
    pub date: At<Date>,
    /// What is contested: results, components or criteria.
    pub items: Vec<Id>,
    /// Who wrote it down.
    pub recorded: Option<Recorded>,
}

/// Defines the front matter of `objection.md`.
pub fn objection(f: &mut Fields) -> Option<Objection> {
    let date = f.required("date", ("Tanggal diajukan", "When it was handed in"), date());
    let items = f.list(
        "items",
        (
            "Butir yang dikeberatkan: hasil kerja, komponen, atau perilaku",
            "What is contested: results, components or criteria",
        ),
        id("result"),
    );
    let recorded = f.nested("recorded", RECORDED, false, recorded);
    Some(Objection { date: date?, items, recorded })
}

/// How an objection ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionOutcome {
    /// The ratings stand.
    Rejected,
    /// All that was asked is granted.
    Granted,
    /// Some of it is granted.
    PartlyGranted,
}

/// Front matter of `decision.md`: what the superior of the rater decides on an objection.
#[derive(Debug, Clone)]
pub struct Decision {
    /// Who decides.
    pub by: Id,
    /// When.
    pub date: At<Date>,
    /// How it ended.
    pub outcome: At<DecisionOutcome>,
    /// Who was heard, when, and what they said.
    pub hearings: Vec<Hearing>,
    /// Ratings as they are from now on, by component or criterion.
    pub changes: Vec<(Id, At<String>)>,
}

/// A hearing before a decision.
#[derive(Debug, Clone)]
pub struct Hearing {
    /// Who was heard.
    pub of: Id,
    /// When.
    pub date: At<Date>,
    /// What they said.
    pub summary: At<String>,
}

/// Defines the front matter of `decision.md`.
pub fn decision(f: &mut Fields) -> Option<Decision> {
    let by = f.required("by", ("Pejabat yang memutus", "Who decides"), id("person"));
    let date_ = f.required("date", ("Tanggal putusan", "When"), date());
    let outcome = f.required(
        "outcome",
        ("Hasil putusan", "How it ended"),
        choice(&[
            ("rejected", DecisionOutcome::Rejected),
            ("granted", DecisionOutcome::Granted),
            ("partly-granted", DecisionOutcome::PartlyGranted),
        ]),
    );
    let hearings = f.list_of("hearings", ("Pihak yang didengar", "Who was heard"), |f| {
        let of = f.required("of", ("Siapa", "Who was heard"), id("person"));
        let date = f.required("date", ("Tanggal", "When"), date());
        let summary = f.required("summary", ("Pokok keterangan", "What they said"), text("..."));
        Some(Hearing { of: of?, date: date?, summary: summary? })
    });
    let changes = f.table(
        "changes",
        (
            "Peringkat baru per komponen atau kriteria",
            "Ratings as they are from now on, by component or criterion",
        ),
        mark(),
    );
    Some(Decision { by: by?, date: date_?, outcome: outcome?, hearings, changes })
}

/// `development.yaml`: how a person grows.
#[derive(Debug, Clone)]
pub struct Development {
    /// Trainings planned and done.
    pub trainings: Vec<PlannedTraining>,
    /// Coaching and counselling talks.
    pub coaching: Vec<Coaching>,
    /// Career aim.
    pub career: Option<At<String>>,
    /// Steps of discipline or supervision.
    pub sanctions: Vec<Sanction>,
}

/// A training of a person.
#[derive(Debug, Clone)]
pub struct PlannedTraining {
    /// Which.
    pub training: Id,
    /// The criterion or component it answers.
    pub answers: Option<Id>,
    /// When it is to be done.
    pub planned: Option<At<Date>>,
    /// When it was done.
    pub completed: Option<At<Date>>,
    /// Certificate or other evidence.
    pub evidence: Option<At<String>>,
}

/// A coaching talk.
#[derive(Debug, Clone)]
pub struct Coaching {
    /// When.
    pub date: At<Date>,
    /// By whom.
    pub by: Id,
    /// What was said.
    pub notes: At<String>,
    /// What was agreed.
    pub next: Option<At<String>>,
}

/// A step of discipline.
#[derive(Debug, Clone)]
pub struct Sanction {
    /// When.
    pub date: At<Date>,
    /// Which step.
    pub step: At<String>,
    /// The document it rests on.
    pub basis: At<String>,
}

/// Defines `development.yaml`.
pub fn development(f: &mut Fields) -> Option<Development> {
    let trainings = f.list_of("trainings", ("Pelatihan", "Trainings planned and done"), |f| {
        let training = f.required(
            "training",
            ("Pelatihan dari trainings.yaml", "A training of trainings.yaml"),
            id("training"),
        );
        let answers = f.optional(
            "answers",
            ("Perilaku atau komponen yang dijawab", "The criterion or component it answers"),
            id("criterion"),
        );
        let planned = f.optional("planned", ("Rencana tanggal", "When it is to be done"), date());
        let completed = f.optional("completed", ("Tanggal selesai", "When it was done"), date());
        let evidence = f.optional(
            "evidence",
            ("Sertifikat atau bukti lain", "Certificate or other evidence"),
            text("Sertifikat Nomor ..."),
        );
        Some(PlannedTraining { training: training?, answers, planned, completed, evidence })
    });
    let coaching = f.list_of("coaching", ("Bimbingan dan konseling", "Coaching talks"), |f| {
        let date = f.required("date", ("Tanggal", "When"), date());
        let by = f.required("by", ("Oleh siapa", "By whom"), id("person"));
        let notes = f.required("notes", ("Pokok pembicaraan", "What was said"), text("..."));
        let next = f.optional("next", ("Tindak lanjut", "What was agreed"), text("..."));
        Some(Coaching { date: date?, by: by?, notes: notes?, next })
    });
    let career = f.optional("career", ("Arah karier", "Career aim"), text("..."));
    let sanctions = f.list_of("sanctions", ("Pembinaan disiplin", "Steps of discipline"), |f| {
        let date = f.required("date", ("Tanggal", "When"), date());
        let step = f.required("step", ("Langkah", "Which step"), text("Teguran lisan"));
        let basis = f.required("basis", ("Dokumen dasarnya", "The document it rests on"), text("..."));
        Some(Sanction { date: date?, step: step?, basis: basis? })
    });
    Some(Development { trainings, coaching, career, sanctions })
}

/// `record.yaml`: what happened to the result.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// When the person was shown the result.
    pub released: Option<At<Date>>,
    /// When the evaluation document was handed over.
    pub delivered: Option<At<Date>>,
    /// When the person confirmed having it.
    pub received: Option<At<Date>>,
    /// When it was keyed into the national application.
    pub keyed: Option<At<Date>>,
    /// Documents signed.
    pub signed: Vec<SignedDocument>,
}

/// How a document was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedHow {
    /// With ink.
    Ink,
    /// Electronically.
    Electronic,
}

/// A document that was signed.
#[derive(Debug, Clone)]
pub struct SignedDocument {
    /// Which.
    pub document: At<DocumentKind>,
    /// The part of the period it is about, if not the whole.
    pub part: Option<Id>,
    /// How.
    pub how: At<SignedHow>,
    /// When.
    pub date: At<Date>,
    /// SHA-256 of the signed file, in hexadecimal.
    pub hash: Option<At<String>>,
    /// Where it is kept.
    pub place: Option<At<String>>,
}

/// Defines `record.yaml`.
pub fn record(f: &mut Fields) -> Option<Record> {
    let released = f.optional(
        "released",
        ("Tanggal hasil dibuka bagi pegawai", "When the person was shown the result"),
        date(),
    );
    let delivered =
        f.optional("delivered", ("Tanggal dokumen diserahkan", "When the document was handed over"), date());
    let received = f.optional(
        "received",
        ("Tanggal pegawai menyatakan menerima", "When the person confirmed having it"),
        date(),
    );
    let keyed = f.optional(
        "keyed",
        ("Tanggal diisikan ke e-Kinerja", "When it was keyed into the national application"),
        date(),
    );
    let signed = f.list_of("signed", ("Dokumen yang ditandatangani", "Documents signed"), |f| {
        let document = f.required("document", ("Dokumen", "Which document"), choice(recordable()));
        let part = f.optional(
            "part",
            (
                "Bagian periode, bila dokumennya tentang satu bagian",
                "The part of the period, for a document about one",
            ),
            id("part"),
        );
        let how = f.required(
            "how",
            ("Cara", "How"),
            choice(&[("ink", SignedHow::Ink), ("electronic", SignedHow::Electronic)]),
        );
        let date = f.required("date", ("Tanggal", "When"), date());
        let hash = f.optional(
            "hash",
            ("SHA-256 berkas yang ditandatangani", "SHA-256 of the signed file"),
            text("..."),
        );
        let place =
            f.optional("place", ("Tempat disimpan", "Where it is kept"), text("Lemari arsip kepegawaian"));
        Some(SignedDocument { document: document?, part, how: how?, date: date?, hash, place })
    });
    Some(Record { released, delivered, received, keyed, signed })
}
