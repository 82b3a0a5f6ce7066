//! Which documents a build makes, and in whose roots they lie.

use crate::insight::PeriodInsight;
use crate::model::Agency;
use crate::schema::Id;
use crate::schema::events::{Award, DocumentKind as Kind};
use crate::text::{Lang, phrase};
use crate::view::{self, Subject};

use super::super::workspace::Surveyed;

/// A document to be made.
pub(in crate::cli) struct Order<'a> {
    pub(in crate::cli) insight: &'a PeriodInsight<'a>,
    pub(in crate::cli) kind: Kind,
    pub(in crate::cli) subject: Subject,
    /// People it is about who may have it already.
    pub(in crate::cli) own: Vec<&'a str>,
    /// Raters who may have it. The personnel office always may.
    pub(in crate::cli) raters: Vec<&'a str>,
}

impl Order<'_> {
    /// The language of the document.
    pub(in crate::cli) fn lang(&self, surveyed: &Surveyed) -> Lang {
        surveyed.workspace.agency.lang_of(self.insight.period)
    }

    /// Its path in the roots of the office and of raters. `lang` is that of the site.
    pub(super) fn office_path(&self, lang: Lang) -> String {
        let (kind, period) = (self.kind.name(lang), &self.insight.period.id);
        let folder = phrase(lang, "file-documents");
        match &self.subject {
            Subject::Person(person) => format!("{folder}/{period}/{person}-{kind}.pdf"),
            Subject::Part { person, part } => format!("{folder}/{period}/{person}-{kind}-{part}.pdf"),
            Subject::Unit(unit) => format!("{kind}/{period}-{unit}.pdf"),
            Subject::Agency => format!("{kind}/{period}-{}.pdf", phrase(lang, "file-whole")),
            Subject::Award(award) => format!("{kind}/{period}-{award}.pdf"),
        }
    }

    /// Its path in the roots of the people it is about.
    pub(super) fn own_path(&self, lang: Lang) -> String {
        let (kind, period) = (self.kind.name(lang), &self.insight.period.id);
        let folder = phrase(lang, "file-documents");
        match &self.subject {
            Subject::Person(_) => format!("{folder}/{period}-{kind}.pdf"),
            Subject::Part { part, .. } => format!("{folder}/{period}-{kind}-{part}.pdf"),
            _ => self.office_path(lang),
        }
    }

    /// Its path in the public root, for what is made for the public.
    pub(super) fn public_path(&self, lang: Lang) -> Option<String> {
        let name = format!("{}-{}.pdf", self.kind.name(lang), self.insight.period.id);
        (self.kind == Kind::Transparency).then_some(name)
    }

    /// The name of a single file, as `rapor report` writes it.
    pub(in crate::cli) fn file_name(&self, lang: Lang) -> String {
        let (kind, period) = (self.kind.name(lang), &self.insight.period.id);
        match &self.subject {
            Subject::Person(person) => format!("{person}-{period}-{kind}.pdf"),
            Subject::Part { person, part } => format!("{person}-{period}-{kind}-{part}.pdf"),
            Subject::Unit(id) | Subject::Award(id) => format!("{kind}-{period}-{id}.pdf"),
            Subject::Agency => format!("{kind}-{period}-{}.pdf", phrase(lang, "file-whole")),
        }
    }
}

/// Every document of a build, sorted by period, subject and kind.
pub(super) fn orders<'a>(surveyed: &'a Surveyed<'a>) -> Vec<Order<'a>> {
    let agency = &surveyed.workspace.agency;
    let mut orders = vec![];
    for insight in &surveyed.survey {
        orders.extend(insight.scorecards.keys().flat_map(|person| of_person(agency, insight, person)));
        orders.extend(of_units(surveyed, insight));
        orders.extend(of_awards(surveyed, insight));
    }
    orders.sort_by(|a, b| {
        let key = |order: &Order<'a>| (order.insight.period.id.as_str(), order.kind);
        key(a).0.cmp(key(b).0).then_with(|| a.subject.cmp(&b.subject)).then(a.kind.cmp(&b.kind))
    });
    orders
}

/// The plan and the person's own report once there are some; evaluations of parts, open from the day they bear; what
/// follows from ratings, and the record of the discussion about them, once they are there, open to the person once
/// released, as on the person's pages. What concerns an objection lies with who decides on it too, the decision from its
/// day on.
pub(super) fn of_person<'a>(
    agency: &'a Agency,
    insight: &'a PeriodInsight<'a>,
    person: &'a str,
) -> Vec<Order<'a>> {
    let today = agency.today;
    let Some(dossier) = insight.period.dossiers.get(person) else { return vec![] };
    let rater = insight.progress.get(person).and_then(|progress| progress.superior.as_deref());
    let rater = rater.filter(|rater| *rater != person);
    let released = dossier.released().is_some_and(|released| released <= today);
    let order_of = |kind: Kind, subject: Subject, open: bool| Order {
        insight,
        kind,
        subject,
        own: if open { vec![person] } else { vec![] },
        raters: rater.into_iter().collect(),
    };
    let order = |kind: Kind, open: bool| order_of(kind, Subject::Person(person.to_owned()), open);
    let mut orders = vec![];
    for evaluated in insight.parts.get(person).into_iter().flatten() {
        let part = evaluated.part.clone();
        let said = dossier.parts.get(&part).and_then(|review| review.superior.data());
        let open = said.is_some_and(|said| said.date.value <= today);
        let subject = Subject::Part { person: person.to_owned(), part };
        orders.push(order_of(Kind::PeriodicEvaluation, subject, open));
    }
    if dossier.plan.get().is_some() {
        orders.push(order(Kind::Plan, true));
    }
    if dossier.self_review.get().is_some() {
        orders.push(order(Kind::Achievement, true));
    }
    let follows = |kind: &Kind| view::form::follows(insight, person, *kind);
    let kinds = [Kind::Evaluation, Kind::EvaluationDocument, Kind::Receipt, Kind::Derivation, Kind::Credit];
    orders.extend(kinds.into_iter().filter(follows).map(|kind| order(kind, released)));
    if dossier.discussion.get().is_some() {
        orders.push(order(Kind::Discussion, released));
    }
    let decider = view::rater::decider(agency, insight, person).filter(|one| Some(*one) != rater);
    let with_decider = |order: Order<'a>| {
        let raters = order.raters.iter().copied().chain(decider.filter(|one| *one != person)).collect();
        Order { raters, ..order }
    };
    if dossier.objection.get().is_some() {
        orders.push(with_decider(order(Kind::Objection, released)));
        let decided = dossier.decided().map(|_| with_decider(order(Kind::Decision, released)));
        orders.extend(decided);
    }
    orders
}

/// Documents of every unit and of the whole agency. Where somebody is withheld there are none: they would be wrong
/// without them.
fn of_units<'a>(surveyed: &'a Surveyed<'a>, insight: &'a PeriodInsight<'a>) -> Vec<Order<'a>> {
    if surveyed.checked.any_held(&insight.period.id) {
        return vec![];
    }
    let units = surveyed.checked.agency.roster_of(insight.period).units;
    let has_people = |unit: &str| {
        insight.progress.values().filter_map(|one| one.unit.as_deref()).any(|own| units.is_within(own, unit))
    };
    let named = units.iter().map(|unit| &unit.id.value).filter(|unit| has_people(unit));
    let subjects = named.map(|unit| Subject::Unit(unit.clone())).chain([Subject::Agency]);
    let order = |kind, subject: &Subject| Order {
        insight,
        kind,
        subject: subject.clone(),
        own: vec![],
        raters: vec![],
    };
    // Outcomes are determined once there are some.
    let has_outcome = insight.scorecards.values().any(|card| card.outcome.is_some());
    let of_subject = |subject: Subject| {
        let determination = has_outcome.then(|| order(Kind::Determination, &subject));
        // Whoever signs or keys works unit by unit; of the whole agency such files would be as thick as all of them.
        let own: &[Kind] = match &subject {
            Subject::Unit(_) => &[Kind::Pack, Kind::Keying],
            _ => &[Kind::Meeting, Kind::Transparency],
        };
        let kinds = [Kind::Recap, Kind::TrainingPlan, Kind::Register].into_iter().chain(own.iter().copied());
        kinds.map(|kind| order(kind, &subject)).chain(determination).collect::<Vec<Order>>()
    };
    subjects.flat_map(of_subject).collect()
}

/// A certificate for each award, open to those who receive it from its date on.
fn of_awards<'a>(surveyed: &'a Surveyed<'a>, insight: &'a PeriodInsight<'a>) -> Vec<Order<'a>> {
    if surveyed.checked.any_held(&insight.period.id) {
        return vec![];
    }
    let today = surveyed.workspace.agency.today;
    let has_root = |person: &str| surveyed.survey.iter().any(|one| one.progress.contains_key(person));
    let awards = insight.period.awards.data().map_or(&[][..], Vec::as_slice);
    let order = |(id, award): &'a (Id, Award)| {
        let members = award.members.iter().map(|member| member.value.as_str());
        let given = award.date.value <= today;
        Order {
            insight,
            kind: Kind::Certificate,
            subject: Subject::Award(id.value.clone()),
            own: members.filter(|member| given && has_root(member)).collect(),
            raters: vec![],
        }
    };
    awards.iter().map(order).collect()
}
