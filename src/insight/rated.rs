//! What a component or criterion of a person came to, and how that stands to a mark of its scale.

use std::cmp::Ordering;

use crate::framework::{Framework, entry, index};
use crate::model::Dossier;
use crate::num::Exact;
use crate::score::Scorecard;

/// What a component or criterion came to: a level, a number, or a level and the number behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// The level.
    pub level: Option<String>,
    /// The number, unrounded.
    pub value: Option<Exact>,
}

impl Rated {
    /// What a component or criterion of a person came to: over all raters that count where it is computed, else as a
    /// decision on an objection or the superior gave it. `None` while there is nothing.
    pub fn of(framework: &Framework, dossier: &Dossier, card: &Scorecard, id: &str) -> Option<Rated> {
        if framework.component(id).is_some() {
            let score = card.component(id)?;
            let value = score.value.clone();
            return match (&score.level, value) {
                (None, None) => None,
                (Some(level), None) => Some(Rated::given(framework, id, level)),
                (None, Some(value)) => Some(Rated::computed(framework, id, value)),
                (level, value) => Some(Rated { level: level.clone(), value }),
            };
        }
        let computed = card.components.iter().flat_map(|component| &component.criteria);
        if let Some((_, value)) = computed.into_iter().find(|(criterion, _)| criterion == id) {
            return Some(Rated::computed(framework, id, value.clone()?));
        }
        let decided = dossier.decided().and_then(|decision| entry(&decision.data.changes, id));
        let given = || entry(&dossier.supervisor.data()?.ratings, id);
        Some(Rated::given(framework, id, &decided.or_else(given)?.value))
    }

    /// What a rater gave.
    pub fn given(framework: &Framework, id: &str, mark: &str) -> Rated {
        let levels = framework.levels_of(id).unwrap_or(&[]);
        let level = index(levels, mark).map(|_| mark.to_owned());
        Rated { level, value: framework.value_of(id, mark) }
    }

    /// A number that was computed; it is a level too where it is exactly a level's number.
    fn computed(framework: &Framework, id: &str, value: Exact) -> Rated {
        let levels = framework.levels_of(id).unwrap_or(&[]);
        let same = levels.iter().find(|(_, level)| level.value.as_ref().is_some_and(|at| at.value == value));
        Rated { level: same.map(|(level, _)| level.value.clone()), value: Some(value) }
    }

    /// How it stands to a mark of the same scale. `None` where the two cannot be compared.
    pub fn compare(&self, framework: &Framework, id: &str, mark: &str) -> Option<Ordering> {
        let levels = framework.levels_of(id).unwrap_or(&[]);
        let own = self.level.as_ref().and_then(|level| index(levels, level));
        if let Some(order) = own.zip(index(levels, mark)).map(|(own, other)| own.cmp(&other)) {
            return Some(order);
        }
        // A component joined from levels is a number, and may lie between theirs.
        let number = framework.value_of(id, mark).or_else(|| Exact::parse(mark));
        Some(self.value.as_ref()?.cmp(&number?))
    }

    /// Its place on the scale, from 0 for the lowest to 1 for the highest. What has no scale of its own lies between
    /// the ends of the number behind the outcome, or below its own cap. `None` where there is no scale.
    pub fn place(&self, framework: &Framework, id: &str) -> Option<Exact> {
        let by_value = self.value.as_ref().and_then(|value| {
            framework.position_of_value(id, value).or_else(|| place_without_scale(framework, id, value))
        });
        by_value.or_else(|| framework.position(id, self.level.as_ref()?))
    }
}

fn place_without_scale(framework: &Framework, id: &str, value: &Exact) -> Option<Exact> {
    let component = framework.component(id).filter(|component| component.scale.is_none())?;
    let score = framework.data.outcome.score.as_ref();
    let from = score.map_or_else(Exact::zero, |score| score.from.value.clone());
    let to = component.cap.as_ref().or_else(|| score.map(|score| &score.to))?;
    let place = (&(value - &from) / &(&to.value - &from))?;
    Some(place.clamp(Exact::zero(), Exact::from(1)))
}
