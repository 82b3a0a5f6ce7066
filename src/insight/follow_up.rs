//! What follows from outcomes and ratings by the framework's rules: who qualifies for what, and by which periods.

use super::PeriodInsight;
use super::course::before;
use super::rated::Rated;
use crate::framework::{Framework, entry, index};
use crate::num::Exact;
use crate::schema::framework::{FollowUp, FollowUpWhen};

/// A rule that holds for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualified {
    /// The rule, by the framework's id.
    pub rule: String,
    /// The periods by which it holds, the latest first.
    pub counted: Vec<Counted>,
}

/// A period that counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The period.
    pub period: String,
    /// What the person's outcome, or what is looked at, came to in it.
    pub rated: Rated,
}

/// What follows for a person from a period, in the order of its framework's rules. A rule that asks for several periods
/// looks at those right before, one after the other; a period without an outcome, or under a framework that does not
/// have the level, ends the row.
pub fn follow_ups(survey: &[PeriodInsight], insight: &PeriodInsight, person: &str) -> Vec<Qualified> {
    let Some(framework) = insight.period.framework.as_deref() else { return vec![] };
    if framework.data.follow_up.is_empty() {
        return vec![];
    }
    let earlier = before(survey, insight.period);
    let holds = |(id, rule): &(crate::schema::Id, FollowUp)| {
        let row = std::iter::once(insight).chain(earlier.iter().copied());
        let counted: Vec<Counted> = row
            .map_while(|one| counts(&rule.when, framework, one, person))
            .take(rule.when.periods as usize)
            .collect();
        let enough = counted.len() == rule.when.periods as usize;
        enough.then(|| Qualified { rule: id.value.clone(), counted })
    };
    framework.data.follow_up.iter().filter_map(holds).collect()
}

/// A period by which a rule holds for a person. `None` if it does not, or cannot be said.
fn counts(when: &FollowUpWhen, of_rule: &Framework, one: &PeriodInsight, person: &str) -> Option<Counted> {
    let framework = one.period.framework.as_deref()?;
    let card = one.scorecards.get(person)?;
    // An item without an outcome is not final yet.
    let outcome = card.outcome.as_ref()?;
    let (rated, at) = match &when.rated {
        Some(id) => {
            let rated = Rated::of(framework, one.period.dossiers.get(person)?, card, &id.value)?;
            (rated, Looked::At(&id.value))
        }
        None => (Rated { level: Some(outcome.clone()), value: card.value.clone() }, Looked::AtOutcome),
    };
    let marks = [(&when.at_least, std::cmp::Ordering::Less), (&when.at_most, std::cmp::Ordering::Greater)];
    let holds = marks.into_iter().all(|(mark, wrong)| match mark {
        Some(mark) => at.compare(of_rule, framework, &rated, &mark.value).is_some_and(|order| order != wrong),
        None => true,
    });
    holds.then(|| Counted { period: one.period.id.clone(), rated })
}

/// What a rule looks at.
#[derive(Clone, Copy)]
enum Looked<'a> {
    AtOutcome,
    At(&'a str),
}

impl Looked<'_> {
    /// How what came out under one framework stands to a mark of the framework that has the rule. `None` unless both
    /// have the mark on the same kind of scale.
    fn compare(
        self,
        of_rule: &Framework,
        framework: &Framework,
        rated: &Rated,
        mark: &str,
    ) -> Option<std::cmp::Ordering> {
        match self {
            Looked::At(id) => {
                let ends = |framework: &Framework| {
                    let scale = framework.scale_of(id)?;
                    let range = scale.range.as_ref()?;
                    Some((range.from.value.clone(), range.to.value.clone()))
                };
                let same = framework.id == of_rule.id || ends(framework) == ends(of_rule);
                rated.compare(framework, id, mark).filter(|_| same)
            }
            Looked::AtOutcome => {
                let levels = &framework.data.outcome.levels;
                if entry(&of_rule.data.outcome.levels, mark).is_some() {
                    let own = index(levels, rated.level.as_ref()?)?;
                    return Some(own.cmp(&index(levels, mark)?));
                }
                let ends = |framework: &Framework| {
                    let score = framework.data.outcome.score.as_ref()?;
                    Some((score.from.value.clone(), score.to.value.clone()))
                };
                let same = ends(framework).is_some() && ends(framework) == ends(of_rule);
                let number = Exact::parse(mark).filter(|_| same)?;
                Some(rated.value.as_ref()?.cmp(&number))
            }
        }
    }
}
