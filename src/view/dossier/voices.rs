//! What was said in prose, by the person and the superior by name, by colleagues together.

use serde::Serialize;

use super::Reading;
use super::pooled::PooledVoices;
use crate::insight::{CriterionState, Shows, criteria_of};
use crate::model::{Passage, ReviewSide, Topic};
use crate::schema::headings;
use crate::view::parts::{self, Markdown};

/// What one side said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Voice {
    /// The side.
    pub side: String,
    /// Whether it is the person's own.
    pub own: bool,
    /// What it is about.
    pub about: Option<String>,
    /// The words.
    pub text: Markdown,
}

/// Strengths, and what to improve.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TraitsView {
    /// Criteria that show a strength.
    pub strengths: Vec<String>,
    /// Criteria that show a weakness.
    pub weaknesses: Vec<String>,
    /// Criteria below what the post requires, in words.
    pub gaps: Vec<String>,
    /// What was said about strengths.
    pub strong_voices: Vec<Voice>,
    /// What was said about things to improve.
    pub weak_voices: Vec<Voice>,
    /// What colleagues said about strengths.
    pub strong_pooled: Vec<PooledVoices>,
    /// What colleagues said about things to improve.
    pub weak_pooled: Vec<PooledVoices>,
}

impl TraitsView {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        *self == TraitsView::default()
    }
}

/// Where a passage stands on the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place<'a> {
    Result(&'a str),
    Strength,
    Improvement,
    Elsewhere,
}

pub(super) fn place(passage: &Passage) -> Place<'_> {
    match &passage.topic {
        Topic::Result(id) => Place::Result(id),
        Topic::Heading(heading) if **heading == headings::STRENGTHS => Place::Strength,
        Topic::Heading(heading) if **heading == headings::IMPROVEMENTS => Place::Improvement,
        _ => Place::Elsewhere,
    }
}

impl Reading<'_, '_> {
    /// What the person and the superior said at a place, in this order.
    fn voices_at(&self, wanted: Place) -> Vec<Voice> {
        self.said(|place| place == wanted, wanted == Place::Elsewhere)
    }

    /// What the person and the superior said of anything but results, each with what it is about.
    pub(super) fn voices_apart_from_results(&self) -> Vec<Voice> {
        self.said(|place| !matches!(place, Place::Result(_)), true)
    }

    fn said(&self, wanted: impl Fn(Place) -> bool, with_topic: bool) -> Vec<Voice> {
        let own = self.dossier.self_review.get().map(|filed| (ReviewSide::SelfSide, filed));
        let superior = self.dossier.supervisor.get().map(|filed| (ReviewSide::Superior, filed));
        let sides = own.into_iter().chain(superior.filter(|_| self.open));
        sides
            .flat_map(|(side, filed)| filed.passages.iter().map(move |passage| (side.clone(), passage)))
            .filter(|(_, passage)| wanted(place(passage)) && !passage.prose.text.is_empty())
            .map(|(side, passage)| Voice {
                side: self.side(&side),
                own: side == ReviewSide::SelfSide,
                about: self.about(passage).filter(|_| with_topic),
                text: Markdown(passage.prose.text.clone()),
            })
            .collect()
    }

    pub(super) fn voices(&self) -> Vec<Voice> {
        self.voices_at(Place::Elsewhere)
    }

    pub(super) fn voices_on_result(&self, result: &str) -> Vec<Voice> {
        self.voices_at(Place::Result(result))
    }

    pub(super) fn traits(&self) -> TraitsView {
        let states =
            if self.open { criteria_of(self.scene.agency, self.insight, self.person) } else { vec![] };
        let showing = |shows: Shows| {
            let named = states.iter().filter(|state| state.shows == shows);
            named.map(|state| self.scene.topic(self.framework, &state.criterion)).collect()
        };
        TraitsView {
            strengths: showing(Shows::Strength),
            weaknesses: showing(Shows::Weakness),
            gaps: states.iter().filter_map(|state| self.gap(state)).collect(),
            strong_voices: self.voices_at(Place::Strength),
            weak_voices: self.voices_at(Place::Improvement),
            strong_pooled: self.pooled_at(Place::Strength),
            weak_pooled: self.pooled_at(Place::Improvement),
        }
    }

    /// A criterion that is below what the post requires, in words.
    fn gap(&self, state: &CriterionState) -> Option<String> {
        state.gap.as_ref()?;
        let (scene, framework, id) = (self.scene, self.framework, &state.criterion);
        let required = parts::level(scene.lang, framework, id, state.required.as_ref()?).label;
        let reached = parts::rated(scene.lang, framework, id, &state.rated)?.full();
        let criterion = scene.topic(framework, id);
        Some(scene.say(
            "below-required",
            &[("criterion", &criterion), ("required", &required), ("reached", &reached)],
        ))
    }

    pub(super) fn side(&self, side: &ReviewSide) -> String {
        let rater = self.framework.rater(side.id());
        rater.map_or_else(|| side.id().to_owned(), |rater| self.scene.label(&rater.label.value))
    }

    /// What a passage is about, in the page's language where it is known.
    pub(super) fn about(&self, passage: &Passage) -> Option<String> {
        match &passage.topic {
            Topic::Whole => None,
            Topic::Heading(heading) => Some(match self.scene.lang {
                crate::text::Lang::Id => heading.indonesian.to_owned(),
                crate::text::Lang::En => heading.english.to_owned(),
            }),
            Topic::Result(id) | Topic::Rated(id) => Some(self.scene.topic(self.framework, id)),
            Topic::Unknown => Some(passage.heading.clone()),
        }
    }
}
