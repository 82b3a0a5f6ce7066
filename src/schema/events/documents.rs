//! The catalogue of printed documents.

use std::sync::LazyLock;

use crate::text::Lang;

/// Kinds of printed documents, in the order in which an office files them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// The plan (SKP) with its annex.
    Plan,
    /// The evaluation of a part of the period, such as a quarter.
    PeriodicEvaluation,
    /// What the employee reports of the period (self review).
    Achievement,
    /// The evaluation (Evaluasi Kinerja).
    Evaluation,
    /// The evaluation document (Dokumen Evaluasi Kinerja).
    EvaluationDocument,
    /// How the outcome was computed, step by step.
    Derivation,
    /// The record of the discussion between employee and superior.
    Discussion,
    /// The dossier of an objection: contested items, hearings, before and after.
    Objection,
    /// The decision on an objection.
    Decision,
    /// Credit points earned.
    Credit,
    /// The receipt for the handed-over evaluation document.
    Receipt,
    /// A certificate for a person or a team.
    Certificate,
    /// The outcomes of a unit's people.
    Recap,
    /// The determination of a unit's outcomes with their distribution.
    Determination,
    /// Trainings that a unit's people need.
    TrainingPlan,
    /// All documents of a unit that are to be signed, with a checklist.
    Pack,
    /// What is signed, how and where it is kept.
    Register,
    /// What is to be keyed into the national application, in the order of its screens.
    Keying,
    /// Agenda, presentations, attendance and minutes of the evaluation meeting.
    Meeting,
    /// What the public may know of the period.
    Transparency,
}

/// What a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concerns {
    /// One person in a period.
    Person,
    /// One person in a part of a period.
    Part,
    /// An award.
    Award,
    /// A unit or the whole agency.
    Unit,
    /// The whole agency.
    Agency,
}

/// A kind with its names on the command line and in names of files, and its titles; Indonesian before English.
type Entry = (DocumentKind, [&'static str; 2], [&'static str; 2]);

const CATALOGUE: &[Entry] = &[
    (DocumentKind::Plan, ["skp", "plan"], ["Sasaran Kinerja Pegawai", "Plan"]),
    (
        DocumentKind::PeriodicEvaluation,
        ["evaluasi-periodik", "periodic-evaluation"],
        ["Evaluasi Kinerja Periodik", "Periodic evaluation"],
    ),
    (
        DocumentKind::Achievement,
        ["laporan-kinerja", "achievement-report"],
        ["Laporan Capaian Kinerja", "Achievement report"],
    ),
    (DocumentKind::Evaluation, ["evaluasi", "evaluation"], ["Evaluasi Kinerja Pegawai", "Evaluation"]),
    (
        DocumentKind::EvaluationDocument,
        ["dokumen-evaluasi", "evaluation-document"],
        ["Dokumen Evaluasi Kinerja Pegawai", "Evaluation document"],
    ),
    (
        DocumentKind::Derivation,
        ["penghitungan", "derivation"],
        ["Lembar Penghitungan Hasil", "How the outcome was computed"],
    ),
    (
        DocumentKind::Discussion,
        ["berita-acara-dialog", "discussion-record"],
        ["Berita Acara Dialog Kinerja", "Record of the discussion"],
    ),
    (
        DocumentKind::Objection,
        ["berkas-keberatan", "objection-dossier"],
        ["Berkas Keberatan", "Objection dossier"],
    ),
    (
        DocumentKind::Decision,
        ["putusan-keberatan", "objection-decision"],
        ["Putusan atas Keberatan", "Decision on the objection"],
    ),
    (
        DocumentKind::Credit,
        ["angka-kredit", "credit-points"],
        ["Keterangan Angka Kredit", "Credit-point statement"],
    ),
    (
        DocumentKind::Receipt,
        ["tanda-terima", "receipt"],
        ["Tanda Terima Dokumen Evaluasi", "Hand-over receipt"],
    ),
    (DocumentKind::Certificate, ["piagam", "certificate"], ["Piagam Penghargaan", "Certificate"]),
    (DocumentKind::Recap, ["rekap", "summary"], ["Rekapitulasi Hasil Evaluasi", "Summary of outcomes"]),
    (
        DocumentKind::Determination,
        ["penetapan", "determination"],
        ["Lembar Penetapan Hasil", "Determination of outcomes"],
    ),
    (
        DocumentKind::TrainingPlan,
        ["rencana-pelatihan", "training-plan"],
        ["Rencana Pelatihan", "Training plan"],
    ),
    (
        DocumentKind::Pack,
        ["berkas-tanda-tangan", "signing-pack"],
        ["Berkas untuk Ditandatangani", "Signing pack"],
    ),
    (
        DocumentKind::Register,
        ["register", "signature-register"],
        ["Register Penandatanganan", "Register of signatures"],
    ),
    (DocumentKind::Keying, ["daftar-isian", "keying-list"], ["Daftar Isian Aplikasi", "Keying list"]),
    (DocumentKind::Meeting, ["rapat", "meeting"], ["Bahan Rapat Evaluasi", "Meeting pack"]),
    (
        DocumentKind::Transparency,
        ["transparansi", "transparency"],
        ["Laporan Transparansi", "Transparency report"],
    ),
];

impl DocumentKind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = DocumentKind> {
        CATALOGUE.iter().map(|(kind, ..)| *kind)
    }

    /// Names as written in files and on the command line, in either language, Indonesian ones first.
    pub fn names() -> impl Iterator<Item = (&'static str, DocumentKind)> {
        (0..2).flat_map(|lang| CATALOGUE.iter().map(move |(kind, names, _)| (names[lang], *kind)))
    }

    /// The kind of a name in either language.
    pub fn of(name: &str) -> Option<DocumentKind> {
        DocumentKind::names().find(|(known, _)| *known == name).map(|(_, kind)| kind)
    }

    fn entry(self) -> Option<&'static Entry> {
        CATALOGUE.iter().find(|(kind, ..)| *kind == self)
    }

    /// Its name on the command line and in names of files.
    pub fn name(self, lang: Lang) -> &'static str {
        self.entry().map_or("", |(_, names, _)| names[place(lang)])
    }

    /// Its title, as lists of documents name it.
    pub fn title(self, lang: Lang) -> &'static str {
        self.entry().map_or("", |(_, _, titles)| titles[place(lang)])
    }

    /// Whether people sign it, so that it belongs into a signing pack.
    pub fn is_signed(self) -> bool {
        use DocumentKind as D;
        match self {
            D::Plan
            | D::PeriodicEvaluation
            | D::Achievement
            | D::Evaluation
            | D::EvaluationDocument
            | D::Discussion
            | D::Decision
            | D::Credit
            | D::Receipt => true,
            D::Derivation | D::Objection => false,
            // Of a unit, the agency or the public: signed each for itself where they are signed at all.
            D::Certificate
            | D::Recap
            | D::Determination
            | D::TrainingPlan
            | D::Pack
            | D::Register
            | D::Keying
            | D::Meeting
            | D::Transparency => false,
        }
    }

    /// Whether it bears a code by which it can be checked: what people sign or what leaves the office. Working papers of
    /// the office and what gathers other documents have none, nor has what is public anyway.
    pub fn has_code(self) -> bool {
        use DocumentKind as D;
        // Lists that say how things stand today are others tomorrow.
        !matches!(
            self,
            D::Recap | D::TrainingPlan | D::Pack | D::Register | D::Keying | D::Meeting | D::Transparency
        )
    }

    /// Whether a decision on an objection may change what it says, so that there is a second edition of it.
    pub fn follows_decisions(self) -> bool {
        use DocumentKind as D;
        matches!(self, D::Evaluation | D::EvaluationDocument | D::Derivation | D::Credit)
    }

    /// What it is about.
    pub fn concerns(self) -> Concerns {
        use DocumentKind as D;
        match self {
            D::Plan
            | D::Achievement
            | D::Evaluation
            | D::EvaluationDocument
            | D::Derivation
            | D::Discussion
            | D::Objection
            | D::Decision
            | D::Credit
            | D::Receipt => Concerns::Person,
            D::PeriodicEvaluation => Concerns::Part,
            D::Certificate => Concerns::Award,
            D::Recap | D::Determination | D::TrainingPlan | D::Pack | D::Register | D::Keying => {
                Concerns::Unit
            }
            D::Meeting | D::Transparency => Concerns::Agency,
        }
    }
}

fn place(lang: Lang) -> usize {
    match lang {
        Lang::Id => 0,
        Lang::En => 1,
    }
}

/// Kinds that may be entered as signed in a person's `record.yaml`, by their names in either language.
pub fn recordable() -> &'static [(&'static str, DocumentKind)] {
    static RECORDABLE: LazyLock<Vec<(&'static str, DocumentKind)>> = LazyLock::new(|| {
        let of_person = |kind: DocumentKind| matches!(kind.concerns(), Concerns::Person | Concerns::Part);
        DocumentKind::names().filter(|(_, kind)| of_person(*kind)).collect()
    });
    &RECORDABLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_found() {
        for (name, kind) in DocumentKind::names() {
            assert_eq!(DocumentKind::of(name), Some(kind), "{name}");
            assert!(kind.entry().is_some_and(|(_, _, titles)| titles.iter().all(|title| !title.is_empty())));
        }
        assert!(DocumentKind::all().is_sorted());
    }
}
