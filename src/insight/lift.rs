//! Whether trainings were followed by better ratings: the rating before, and the next one after.
//!
//! It shows what followed, not what caused it: who is rated low is often rated higher the next time, with a training or
//! without. So people who stood at the same place and had no such training are counted beside.

use std::collections::{BTreeMap, BTreeSet};

use super::PeriodInsight;
use super::course::by_date;
use super::rated::Rated;
use crate::calendar::Date;
use crate::framework::Framework;
use crate::num::Exact;

/// Fewest people with ratings before and after, from which on a share of them is told.
pub const FEWEST_LIFTS: usize = 5;

/// A rating before or after a training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The period.
    pub period: String,
    /// What it came to.
    pub rated: Rated,
    /// Its place on the scale, from 0 to 1.
    pub place: Exact,
}

/// A training that was done, with the ratings around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// Who did it.
    pub person: String,
    /// The component or criterion it answers.
    pub about: String,
    /// When it was done.
    pub completed: Date,
    /// The last rating before.
    pub before: Seen,
    /// The first rating of a period that ended after.
    pub after: Seen,
}

/// What was seen after one training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingLift {
    /// The training.
    pub training: String,
    /// Those who did it and have ratings before and after on the same scale, by person.
    pub lifts: Vec<Lift>,
    /// How many did it without such ratings.
    pub unseen: usize,
    /// How many without it stood at the same place in the same period, and were rated in the same next one.
    pub others: usize,
    /// How many of those rose.
    pub others_rose: usize,
}

impl TrainingLift {
    /// How many rose, stayed and fell.
    pub fn moves(&self) -> [usize; 3] {
        let mut moves = [0; 3];
        for lift in &self.lifts {
            moves[match lift.after.place.cmp(&lift.before.place) {
                std::cmp::Ordering::Greater => 0,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Less => 2,
            }] += 1;
        }
        moves
    }

    /// Whether enough people are behind it to tell a share.
    pub fn is_enough(&self) -> bool {
        self.lifts.len() >= FEWEST_LIFTS
    }
}

/// What was seen after each training that was done for a component or criterion, by training.
pub fn lifts(survey: &[PeriodInsight]) -> Vec<TrainingLift> {
    let course = by_date(survey);
    let mut done: BTreeMap<&str, BTreeSet<(&str, &str, Date)>> = BTreeMap::new();
    for one in &course {
        for person in one.scorecards.keys() {
            let development = one.period.dossiers.get(person).and_then(|dossier| dossier.development.data());
            for training in development.map_or(&[][..], |development| &development.trainings) {
                if let (Some(about), Some(day)) = (&training.answers, &training.completed) {
                    let of_training = done.entry(&training.training.value).or_default();
                    of_training.insert((person, &about.value, day.value));
                }
            }
        }
    }
    done.iter().map(|(training, who)| of_training(&course, training, who)).collect()
}

fn of_training(
    course: &[&PeriodInsight],
    training: &str,
    who: &BTreeSet<(&str, &str, Date)>,
) -> TrainingLift {
    let lifts: Vec<Lift> =
        who.iter().filter_map(|(person, about, day)| lift(course, person, about, *day)).collect();
    let trained: BTreeSet<(&str, &str)> = who.iter().map(|(person, about, _)| (*person, *about)).collect();
    // Many did the same training between the same periods: each pair of periods is gone through once.
    let mut beside: BTreeMap<(&str, &str, &str), BTreeSet<&Exact>> = BTreeMap::new();
    for lift in &lifts {
        let key = (lift.about.as_str(), lift.before.period.as_str(), lift.after.period.as_str());
        beside.entry(key).or_default().insert(&lift.before.place);
    }
    let of_id = |id: &str| course.iter().find(|one| one.period.id == id);
    let (mut others, mut others_rose) = (0, 0);
    for ((about, before, after), places) in &beside {
        let Some((before, after)) = of_id(before).zip(of_id(after)) else { continue };
        let untrained =
            before.scorecards.keys().filter(|person| !trained.contains(&(person.as_str(), *about)));
        let both = untrained.filter_map(|person| seen(before, person, about).zip(seen(after, person, about)));
        for (then, now) in both.filter(|(then, _)| places.contains(&then.place)) {
            others += 1;
            others_rose += usize::from(now.place > then.place);
        }
    }
    TrainingLift {
        training: training.to_owned(),
        unseen: who.len() - lifts.len(),
        others,
        others_rose,
        lifts,
    }
}

fn lift(course: &[&PeriodInsight], person: &str, about: &str, completed: Date) -> Option<Lift> {
    let ended_before = |one: &&&PeriodInsight| one.period.end().is_some_and(|end| end < completed);
    let (mut earlier, mut later): (Vec<&&PeriodInsight>, Vec<_>) = course.iter().partition(ended_before);
    earlier.sort_by_key(|one| std::cmp::Reverse(one.period.end()));
    later.sort_by_key(|one| one.period.end());
    let (after_in, after) = later.iter().find_map(|one| Some((*one, seen(one, person, about)?)))?;
    let before = earlier
        .iter()
        .filter(|one| is_same_scale(one, after_in, about))
        .find_map(|one| seen(one, person, about))?;
    Some(Lift { person: person.to_owned(), about: about.to_owned(), completed, before, after })
}

fn seen(one: &PeriodInsight, person: &str, about: &str) -> Option<Seen> {
    let framework = one.period.framework.as_deref()?;
    let card = one.scorecards.get(person).filter(|card| card.outcome.is_some())?;
    let rated = Rated::of(framework, one.period.dossiers.get(person)?, card, about)?;
    let place = rated.place(framework, about)?;
    Some(Seen { period: one.period.id.clone(), rated, place })
}

/// Whether something was rated on the same scale in two periods.
pub(super) fn is_same_scale(one: &PeriodInsight, other: &PeriodInsight, about: &str) -> bool {
    let ends = |framework: &Framework| {
        let scale = framework.scale_of(about);
        let levels = scale.map_or(&[][..], |scale| &scale.levels);
        let ids: Vec<String> = levels.iter().map(|(id, _)| id.value.clone()).collect();
        let range = scale.and_then(|scale| scale.range.as_ref());
        (ids, range.map(|range| (range.from.value.clone(), range.to.value.clone())))
    };
    let known = one.period.framework.as_deref().zip(other.period.framework.as_deref());
    known.is_some_and(|(one, other)| {
        let both = one.rated_label(about).is_some() && other.rated_label(about).is_some();
        both && ends(one) == ends(other)
    })
}
