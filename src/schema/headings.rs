//! Headings that Markdown review files may use, besides the ids and names of results and criteria.

/// A known heading: its id, and how it may be written in Indonesian and English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The id; it may be written as the heading too.
    pub id: &'static str,
    /// In Indonesian.
    pub indonesian: &'static str,
    /// In English.
    pub english: &'static str,
}

macro_rules! headings {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $indonesian:literal, $english:literal;)*) => {
        $($(#[$doc])* pub const $name: Heading = Heading { id: $id, indonesian: $indonesian, english: $english };)*
    };
}

headings! {
    /// What was reached.
    ACHIEVEMENTS = "achievements", "Capaian", "Achievements";
    /// What stood in the way.
    CHALLENGES = "challenges", "Tantangan", "Challenges";
    /// What the person does well.
    STRENGTHS = "strengths", "Kekuatan", "Strengths";
    /// What should become better.
    IMPROVEMENTS = "improvements", "Perlu ditingkatkan", "To improve";
    /// What the person needs.
    SUPPORT = "support", "Dukungan yang dibutuhkan", "Support needed";
    /// Note or recommendation of the rater, as the evaluation document prints it.
    RECOMMENDATION = "recommendation", "Catatan dan rekomendasi", "Notes and recommendation";
    /// What was said, in short.
    SUMMARY = "summary", "Ringkasan", "Summary";
    /// What was agreed.
    AGREEMENTS = "agreements", "Kesepakatan", "Agreements";
    /// Why.
    REASONS = "reasons", "Alasan", "Reasons";
    /// What was decided.
    RULING = "ruling", "Putusan", "Ruling";
    /// What a meeting is about.
    AGENDA = "agenda", "Agenda", "Agenda";
    /// What was said in a meeting.
    MINUTES = "minutes", "Notulen", "Minutes";
}

/// Headings of `self.md`.
pub const SELF: &[Heading] = &[ACHIEVEMENTS, CHALLENGES, STRENGTHS, IMPROVEMENTS, SUPPORT];
/// Headings of `supervisor.md`.
pub const SUPERVISOR: &[Heading] = &[ACHIEVEMENTS, CHALLENGES, STRENGTHS, IMPROVEMENTS, RECOMMENDATION];
/// Headings of `peer-N.md`, `subordinate-N.md` and those of a framework's own kinds of raters.
pub const COLLEAGUE: &[Heading] = &[STRENGTHS, IMPROVEMENTS];
/// Headings of `discussion.md`.
pub const DISCUSSION: &[Heading] = &[SUMMARY, AGREEMENTS];
/// Headings of `objection.md`.
pub const OBJECTION: &[Heading] = &[REASONS];
/// Headings of `decision.md`.
pub const DECISION: &[Heading] = &[REASONS, RULING];
/// Headings of `meetings/<period>.md`.
pub const MEETING: &[Heading] = &[AGENDA, MINUTES];

impl Heading {
    /// Says whether a heading as written is this one, in either language or by id, whatever its case.
    pub fn is(&self, written: &str) -> bool {
        let written = written.trim().to_lowercase();
        [self.id, self.indonesian, self.english].iter().any(|name| name.to_lowercase() == written)
    }
}
