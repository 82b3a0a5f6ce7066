//! What is to be signed and what is: the checklist of a signing pack, and the register of a unit.

use super::parties::Cast;
use super::person::issue;
use super::{Issue, Official};
use crate::calendar::Date;
use crate::insight::PeriodInsight;
use crate::model::Agency;
use crate::schema::events::{Decision, DocumentKind, SignedDocument, SignedHow};
use crate::text::Lang;
use crate::view::parts::label;

/// A document of a person that people sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToSign {
    /// Whose document it is.
    pub person: String,
    /// Which.
    pub kind: DocumentKind,
    /// The part of the period it is about, if not the whole.
    pub part: Option<String>,
}

/// What the register of a unit says, and the checklist of its signing pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterView {
    /// The language.
    pub lang: Lang,
    /// Who issues it, for which period.
    pub issue: Issue,
    /// The unit. `None` for the whole agency.
    pub unit: Option<String>,
    /// People in the order given, each with their documents.
    pub people: Vec<RegisterPerson>,
}

/// A person's documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterPerson {
    /// Who.
    pub official: Official,
    /// Their documents.
    pub documents: Vec<RegisterRow>,
}

/// A document and its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRow {
    /// Its title, with the part of the period where it is about one.
    pub title: String,
    /// How it was signed, if it was.
    pub signed: Option<SignedLine>,
}

/// How a document was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedLine {
    /// With ink or electronically.
    pub how: SignedHow,
    /// When.
    pub date: Date,
    /// SHA-256 of the file, in hexadecimal.
    pub hash: Option<String>,
    /// Where it is kept.
    pub place: Option<String>,
}

/// The entries in a person's record that say a document was signed, of all its editions.
pub fn signatures_of<'a>(insight: &PeriodInsight<'a>, document: &ToSign) -> Vec<&'a SignedDocument> {
    let dossier = insight.period.dossiers.get(&document.person);
    let signed = dossier.and_then(|dossier| dossier.record.data()).map(|record| &record.signed);
    let is_of_this = |signed: &&SignedDocument| {
        let part = signed.part.as_ref().map(|part| &part.value);
        signed.document.value == document.kind && part == document.part.as_ref()
    };
    signed.into_iter().flatten().filter(is_of_this).collect()
}

/// The decision on an objection that changed what a document of a person says.
pub fn decision_on<'a>(
    insight: &PeriodInsight<'a>,
    person: &str,
    kind: DocumentKind,
) -> Option<&'a Decision> {
    let dossier = insight.period.dossiers.get(person).filter(|_| kind.follows_decisions())?;
    dossier.decided().map(|filed| &filed.data).filter(|decision| !decision.changes.is_empty())
}

/// Whether a signature stands on the newest edition of a document: what was signed before a decision changed it is the
/// first.
pub fn is_newest(insight: &PeriodInsight, document: &ToSign, signed: &SignedDocument) -> bool {
    let decision = decision_on(insight, &document.person, document.kind);
    decision.is_none_or(|decision| decision.date.value <= signed.date.value)
}

/// The entry that says the newest edition of a document was signed.
pub fn signature_of<'a>(insight: &PeriodInsight<'a>, document: &ToSign) -> Option<&'a SignedDocument> {
    signatures_of(insight, document).into_iter().find(|signed| is_newest(insight, document, signed))
}

/// The register of some documents, those of one person standing together. `None` if the period's framework could not be
/// read.
pub fn register(
    agency: &Agency,
    insight: &PeriodInsight,
    unit: Option<&str>,
    documents: &[ToSign],
    lang: Lang,
) -> Option<RegisterView> {
    let period = insight.period;
    let framework = period.framework.as_deref()?;
    let roster = agency.roster_of(period);
    let cast = Cast { roster, framework, lang };
    let day = period.end().map_or(agency.today, |end| end.min(agency.today));
    let title = |document: &ToSign| {
        let title = document.kind.title(lang);
        let parts = period.data.as_ref().map_or(&[][..], |data| &data.parts);
        match &document.part {
            Some(id) => {
                let part = crate::framework::entry(parts, id);
                let part = part.map_or_else(|| id.clone(), |part| label(lang, &part.label.value));
                format!("{title} \u{2013} {part}")
            }
            None => title.to_owned(),
        }
    };
    let row = |document: &ToSign| RegisterRow {
        title: title(document),
        signed: signature_of(insight, document).map(|signed| SignedLine {
            how: signed.how.value,
            date: signed.date.value,
            hash: signed.hash.as_ref().map(|hash| hash.value.clone()),
            place: signed.place.as_ref().map(|place| place.value.clone()),
        }),
    };
    let people = documents.chunk_by(|one, next| one.person == next.person).filter_map(|own| {
        let person = &own.first()?.person;
        Some(RegisterPerson {
            official: cast.official_on(person, day),
            documents: own.iter().map(row).collect(),
        })
    });
    Some(RegisterView {
        lang,
        issue: issue(agency, period, lang),
        unit: unit
            .map(|id| roster.units.get(id).map_or_else(|| id.to_owned(), |unit| label(lang, &unit.name))),
        people: people.collect(),
    })
}
