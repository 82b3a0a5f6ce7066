//! What is contested, with what each side gave and shows.

use super::Contested;
use super::desk::Desk;
use crate::framework::entry;
use crate::schema::Id;
use crate::schema::framework::Criterion;
use crate::schema::plan::{Indicator, PlannedResult};
use crate::schema::review::{Assessment, Realisation};
use crate::view::parts;

impl Desk<'_, '_> {
    /// An item, with what each side gave.
    pub(super) fn contested(&self, item: &str) -> Contested {
        let (own, superior) = (self.dossier.self_review.data(), self.dossier.supervisor.data());
        let (own, superior) = match self.planned(item) {
            Some(result) => (self.figures(item, result, own), self.figures(item, result, superior)),
            None => {
                let came = superior.and_then(|_| self.came_to(item));
                let given = self.given(item, superior);
                (self.given(item, own), came.into_iter().chain(given).collect())
            }
        };
        Contested { label: self.reading().item(item), own, superior, after: self.after(item) }
    }

    fn level(&self, rated: &str, mark: &str) -> String {
        parts::level(self.lang(), self.framework, rated, mark).full()
    }

    /// What one side gave for a component or criterion; for a component that is rated by its criteria, what it gave for
    /// each of these.
    fn given(&self, item: &str, side: Option<&Assessment>) -> Vec<String> {
        let Some(ratings) = side.map(|side| side.ratings.as_slice()) else { return vec![] };
        if let Some(mark) = entry(ratings, item) {
            return vec![self.level(item, &mark.value)];
        }
        let of = |(id, _): &(Id, Criterion)| {
            let mark = entry(ratings, &id.value)?;
            let label = self.scene.topic(self.framework, &id.value);
            Some(format!("{label}: {}", self.level(&id.value, &mark.value)))
        };
        self.criteria(item).iter().filter_map(of).collect()
    }

    fn criteria(&self, item: &str) -> &[(Id, Criterion)] {
        self.framework.component(item).map_or(&[], |component| component.criteria.as_slice())
    }

    /// What a component came to by the ratings of its criteria, before a decision. `None` where it was rated itself, or
    /// where ratings by others than the superior are part of it.
    fn came_to(&self, item: &str) -> Option<String> {
        let component = self.framework.component(item)?;
        let rated = self.dossier.supervisor.data().is_some_and(|given| entry(&given.ratings, item).is_some());
        let others = self.framework.rater_weights(component).iter().any(|(kind, _)| *kind != "superior");
        if rated || others || component.criteria.is_empty() {
            return None;
        }
        let before = self.insight.undecided.get(self.person);
        let score = before.or_else(|| self.insight.scorecards.get(self.person))?.component(item)?;
        let came = parts::component(self.lang(), self.framework, score)?.full();
        Some(format!("{}: {came}", self.scene.word("paper-result")))
    }

    /// What a decision set for an item; for a component of which it set criteria, what the component came to by that.
    fn after(&self, item: &str) -> Option<String> {
        let changes = self.dossier.decided()?.data.changes.as_slice();
        if let Some(mark) = entry(changes, item) {
            return Some(self.level(item, &mark.value));
        }
        self.criteria(item).iter().find(|(id, _)| entry(changes, &id.value).is_some())?;
        let score = self.insight.scorecards.get(self.person)?.component(item)?;
        parts::component(self.lang(), self.framework, score).map(|rank| rank.full())
    }

    fn planned(&self, result: &str) -> Option<&PlannedResult> {
        entry(&self.dossier.plan.data()?.results, result)
    }

    /// The figures one side states for a result's indicators, each beside its target.
    fn figures(&self, result: &str, planned: &PlannedResult, side: Option<&Assessment>) -> Vec<String> {
        let own = self.dossier.self_review.data();
        let stated =
            |side: Option<&Assessment>, path: &str| Some(entry(&side?.realisation, path)?.value.clone());
        let figure = |(id, indicator): &(Id, Indicator)| {
            let path = format!("{result}/{}", id.value);
            let found = match stated(side, &path)? {
                Realisation::Accept => stated(own, &path)?,
                value => value,
            };
            let Realisation::Value { value, .. } = found else { return None };
            let unit = indicator.unit.as_ref().map(|unit| unit.value.as_str());
            let say = |measure| parts::measure(self.lang(), measure, unit);
            Some(self.scene.say(
                "paper-figure",
                &[
                    ("measure", &indicator.measure.value),
                    ("value", &say(&value)),
                    ("target", &say(&indicator.target.value)),
                ],
            ))
        };
        planned.indicators.iter().filter_map(figure).collect()
    }

    /// The person's evidence for a result, by indicator.
    pub(super) fn evidence(&self, result: &str) -> Vec<(String, Vec<String>)> {
        let Some((planned, own)) = self.planned(result).zip(self.dossier.self_review.data()) else {
            return vec![];
        };
        let of = |(id, indicator): &(Id, Indicator)| match &entry(
            &own.realisation,
            &format!("{result}/{}", id.value),
        )?
        .value
        {
            Realisation::Value { evidence, .. } if !evidence.is_empty() => {
                Some((indicator.measure.value.clone(), evidence.clone()))
            }
            _ => None,
        };
        planned.indicators.iter().filter_map(of).collect()
    }
}
