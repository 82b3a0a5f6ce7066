//! What is contested, with what each side gave and shows.

use super::Contested;
use super::desk::Desk;
use crate::framework::entry;
use crate::schema::Id;
use crate::schema::plan::{Indicator, PlannedResult};
use crate::schema::review::{Assessment, Realisation};
use crate::view::parts;

impl Desk<'_, '_> {
    /// An item, with what each side gave.
    pub(super) fn contested(&self, item: &str) -> Contested {
        let (own, superior) = (self.dossier.self_review.data(), self.dossier.supervisor.data());
        let level = |mark: &str| parts::level(self.lang(), self.framework, item, mark).full();
        let given = |side: Option<&Assessment>| {
            let given = side.and_then(|side| entry(&side.ratings, item));
            given.map(|mark| level(&mark.value)).into_iter().collect::<Vec<String>>()
        };
        let result = self.planned(item);
        let changes = self.dossier.decided().map(|made| made.data.changes.as_slice());
        Contested {
            label: self.reading().item(item),
            own: result.map_or_else(|| given(own), |result| self.figures(item, result, own)),
            superior: result.map_or_else(|| given(superior), |result| self.figures(item, result, superior)),
            after: changes.and_then(|changes| entry(changes, item)).map(|mark| level(&mark.value)),
        }
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
