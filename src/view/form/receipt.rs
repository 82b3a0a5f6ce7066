//! The receipt for what was handed over.

use super::desk::{Desk, PaperHead};
use crate::calendar::Date;
use crate::insight::PeriodInsight;
use crate::schema::events::{DocumentKind, SignedHow};
use crate::schema::framework::StageEvent;
use crate::view::scene::Scene;

/// What the receipt says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptPaper {
    /// Its head.
    pub head: PaperHead,
    /// What is handed over.
    pub documents: Vec<HandedOver>,
    /// When it was handed over.
    pub delivered: Option<Date>,
    /// When the person confirmed having it.
    pub received: Option<Date>,
    /// Until when the receipt is to be confirmed.
    pub due: Option<Date>,
    /// Until when an objection may be raised, with the rule.
    pub objection: Option<(Date, Option<String>)>,
}

/// A document that is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOver {
    /// Its name.
    pub label: String,
    /// How and when it was signed.
    pub signed: Option<String>,
    /// When it was handed over, where that is recorded.
    pub delivered: Option<Date>,
}

/// What may be handed over together: first the evaluation document, whose hand-over is recorded; the others are ticked
/// by hand.
const HANDED_OVER: [DocumentKind; 4] = [
    DocumentKind::EvaluationDocument,
    DocumentKind::Evaluation,
    DocumentKind::Derivation,
    DocumentKind::Credit,
];

/// Whether there is a document of a kind that follows from a person's ratings.
pub fn follows(insight: &PeriodInsight, person: &str, kind: DocumentKind) -> bool {
    use DocumentKind as D;
    let rated =
        || insight.period.dossiers.get(person).is_some_and(|dossier| dossier.supervisor.get().is_some());
    match kind {
        D::Evaluation | D::EvaluationDocument | D::Receipt => rated(),
        D::Derivation => insight.scorecards.get(person).is_some_and(|card| card.outcome.is_some()),
        D::Credit => insight.credits.contains_key(person),
        _ => false,
    }
}

/// The receipt for a person's evaluation. `None` if nothing is kept of the person.
pub fn receipt(scene: &Scene, insight: &PeriodInsight, person: &str) -> Option<ReceiptPaper> {
    let desk = Desk::of(scene, insight, person)?;
    let record = desk.dossier.record.data();
    let delivered = record.and_then(|record| record.delivered.as_ref()).map(|at| at.value);
    let received = record.and_then(|record| record.received.as_ref()).map(|at| at.value);
    // What came before the ratings as they stand concerns the edition before a decision changed them.
    let is_first = |day: Date| desk.form.evaluated.is_some_and(|evaluated| day < evaluated);
    let is_again = delivered.into_iter().chain(received).any(is_first);
    let (delivered, received) =
        (delivered.filter(|day| !is_first(*day)), received.filter(|day| !is_first(*day)));
    let row = |kind: DocumentKind| {
        let signed = record.and_then(|record| record.signed.iter().find(|one| one.document.value == kind));
        let signed = signed.filter(|signed| !is_first(signed.date.value));
        let how = |how| match how {
            SignedHow::Ink => "signed-ink",
            SignedHow::Electronic => "signed-electronic",
        };
        HandedOver {
            label: kind.title(desk.lang()).to_owned(),
            signed: signed.map(|signed| {
                let date = crate::text::date(desk.lang(), signed.date.value);
                scene.say(how(signed.how.value), &[("date", &date)])
            }),
            delivered: delivered.filter(|_| kind == DocumentKind::EvaluationDocument),
        }
    };
    let progress = insight.progress.get(person);
    let due = |event| progress.and_then(|progress| progress.stage(event)?.due);
    Some(ReceiptPaper {
        documents: HANDED_OVER.into_iter().filter(|kind| follows(insight, person, *kind)).map(row).collect(),
        delivered,
        received,
        due: due(StageEvent::Receipt).filter(|_| !is_again || delivered.is_some()),
        objection: due(StageEvent::Objection)
            .filter(|_| !is_again)
            .map(|day| (day, desk.rule_of(StageEvent::Objection))),
        head: desk.head(),
    })
}

impl Desk<'_, '_> {
    /// The rule that a stage's deadline comes from.
    pub(super) fn rule_of(&self, event: StageEvent) -> Option<String> {
        let mut stages = self.framework.data.stages.iter();
        let (_, stage) = stages.find(|(_, stage)| stage.event.value == event)?;
        Some(self.scene.label(&stage.deadline.as_ref()?.legal.as_ref()?.value))
    }
}
