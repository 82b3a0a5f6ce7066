//! What colleagues said in prose. They speak together: without names, dates and places, in an order that depends on
//! the words alone, and under a heading only where enough of them wrote under it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::Reading;
use super::voices::{Place, place};
use crate::insight::pool;
use crate::model::{Passage, ReviewSide, Slot};
use crate::view::parts::Markdown;

/// What colleagues of one kind said about one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PooledVoices {
    /// The kind of rater.
    pub side: String,
    /// What it is about.
    pub about: Option<String>,
    /// The words, in an order that betrays nobody.
    pub texts: Vec<Markdown>,
}

/// What one kind of colleagues wrote under one heading, and who.
struct Under<'a> {
    place: Place<'a>,
    about: Option<String>,
    passages: Vec<&'a Passage>,
    raters: BTreeSet<&'a str>,
}

impl Reading<'_, '_> {
    /// What colleagues said about results, criteria and the whole, by what it is about; then, without headings, all
    /// they said under headings that fewer of them wrote under than may be shown.
    pub(super) fn pooled(&self) -> Vec<PooledVoices> {
        let mut all = vec![];
        for (side, least) in self.shown_sides() {
            let (enough, few): (Vec<Under>, Vec<Under>) =
                self.headings_of(&side).into_iter().partition(|under| under.raters.len() >= least);
            let elsewhere = enough
                .into_iter()
                .filter(|under| !matches!(under.place, Place::Strength | Place::Improvement));
            all.extend(elsewhere.map(|under| self.voices_of(&side, under.about, under.passages)));
            let few: Vec<&Passage> = few.into_iter().flat_map(|under| under.passages).collect();
            if !few.is_empty() {
                let about = self.scene.word("pooled-common").to_owned();
                all.push(self.voices_of(&side, Some(about), few));
            }
        }
        all
    }

    /// What colleagues said at one of the two places of traits, where enough of them did.
    pub(super) fn pooled_at(&self, wanted: Place) -> Vec<PooledVoices> {
        let mut all = vec![];
        for (side, least) in self.shown_sides() {
            let headings = self.headings_of(&side).into_iter();
            let there = headings.filter(|under| under.place == wanted && under.raters.len() >= least);
            all.extend(there.map(|under| self.voices_of(&side, None, under.passages)));
        }
        all
    }

    /// The kinds of colleagues who are enough to be shown, each with how many that takes.
    fn shown_sides(&self) -> Vec<(ReviewSide, usize)> {
        let sides = self.framework.data.raters.iter().filter(|_| self.open);
        sides
            .map(|(id, rater)| (ReviewSide::of(&id.value), rater.display.value as usize))
            .filter(|(side, _)| pool(self.framework, self.dossier, side).is_some())
            .collect()
    }

    /// What one kind of colleagues wrote, by heading, in an order of the headings alone.
    fn headings_of(&self, side: &ReviewSide) -> Vec<Under<'_>> {
        let mut found: BTreeMap<(Place, Option<String>), Under<'_>> = BTreeMap::new();
        for filed in self.dossier.colleagues_of(side).iter().filter_map(Slot::get) {
            for passage in filed.passages.iter().filter(|passage| !passage.prose.text.is_empty()) {
                let (place, about) = (place(passage), self.about(passage));
                let under = found.entry((place, about.clone())).or_insert_with(|| Under {
                    place,
                    about,
                    passages: vec![],
                    raters: BTreeSet::new(),
                });
                under.passages.push(passage);
                under.raters.insert(&filed.data.by.value);
            }
        }
        found.into_values().collect()
    }

    fn voices_of(&self, side: &ReviewSide, about: Option<String>, passages: Vec<&Passage>) -> PooledVoices {
        let mut texts: Vec<Markdown> =
            passages.into_iter().map(|passage| Markdown(passage.prose.text.clone())).collect();
        texts.sort_by_cached_key(|text| Sha256::digest(text.0.as_bytes()).to_vec());
        PooledVoices { side: self.side(side), about, texts }
    }
}
