//! Ratings side by side. Colleagues are pooled, and hidden while there are too few of them.

use serde::Serialize;

use super::Reading;
use crate::framework::entry;
use crate::insight::{Pool, pool};
use crate::model::ReviewSide;
use crate::schema::review::Assessment;
use crate::view::parts::{self, Count, Rank};

/// Ratings, one column a side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RatingTable {
    /// The sides.
    pub sides: Vec<SideHead>,
    /// Components and their criteria.
    pub rows: Vec<RatingRow>,
}

/// A side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SideHead {
    /// Its name.
    pub label: String,
    /// How many raters, where several are pooled.
    pub raters: Option<usize>,
    /// Why it shows nothing.
    pub hidden: Option<String>,
}

/// A component or criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RatingRow {
    /// Its name.
    pub label: String,
    /// Whether it is a criterion of the component above it.
    pub criterion: bool,
    /// What each side gave.
    pub cells: Vec<Cell>,
}

impl RatingTable {
    /// The same without rows and sides in which nothing was given.
    pub(super) fn trimmed(mut self) -> RatingTable {
        let is_given = |cell: &Cell| cell.rank.is_some() || !cell.counts.is_empty();
        self.rows.retain(|row| row.cells.iter().any(is_given));
        for side in (0..self.sides.len()).rev() {
            if !self.rows.iter().any(|row| row.cells.get(side).is_some_and(is_given)) {
                self.sides.remove(side);
                self.rows.iter_mut().for_each(|row| drop(row.cells.remove(side)));
            }
        }
        self
    }
}

/// What a side gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// What one rater gave, or the mean of several where ratings are numbers.
    pub rank: Option<Rank>,
    /// How many gave each level, lowest first; empty for one rater.
    pub counts: Vec<Count>,
}

enum Side<'a> {
    One(Option<&'a Assessment>),
    Pooled(Option<Pool>),
}

impl Reading<'_, '_> {
    pub(super) fn ratings(&self) -> RatingTable {
        let sides: Vec<(SideHead, Side)> = self.sides();
        let rated = self.framework.data.components.iter().filter(|(id, component)| {
            self.framework.scale_of(&id.value).is_some() || !component.criteria.is_empty()
        });
        let ids = rated.flat_map(|(id, component)| {
            std::iter::once((id.value.as_str(), false))
                .chain(component.criteria.iter().map(|(criterion, _)| (criterion.value.as_str(), true)))
        });
        let post = self.scene.post(self.period, self.person);
        let class = post.and_then(|post| post.class.as_ref()).map(|id| id.value.as_str());
        let post = post.and_then(|post| post.post.as_ref()).map(|id| id.value.as_str());
        let rows: Vec<RatingRow> = ids
            .filter(|(rated, _)| self.framework.applies(rated, class, post))
            .map(|(rated, criterion)| RatingRow {
                label: self.scene.topic(self.framework, rated),
                criterion,
                cells: sides.iter().map(|(_, side)| self.cell(side, rated)).collect(),
            })
            .collect();
        let given = |cell: &Cell| cell.rank.is_some() || !cell.counts.is_empty();
        if rows.iter().all(|row| !row.cells.iter().any(given)) {
            return RatingTable::default();
        }
        RatingTable { sides: sides.into_iter().map(|(head, _)| head).collect(), rows }
    }

    fn sides(&self) -> Vec<(SideHead, Side<'_>)> {
        let mut sides = vec![];
        for (id, rater) in &self.framework.data.raters {
            let label = self.scene.label(&rater.label.value);
            let head = |raters, hidden| SideHead { label: label.clone(), raters, hidden };
            let sealed = || (!self.open).then(|| self.scene.word("shown-from-release").to_owned());
            match ReviewSide::of(&id.value) {
                ReviewSide::SelfSide => {
                    sides.push((head(None, None), Side::One(self.dossier.self_review.data())));
                }
                ReviewSide::Superior => {
                    let shown = self.dossier.supervisor.data().filter(|_| self.open);
                    sides.push((head(None, sealed()), Side::One(shown)));
                }
                _ if !self.whole => {}
                side @ ReviewSide::Subordinate if self.dossier.colleagues_of(&side).is_empty() => {}
                side => {
                    let pool = pool(self.framework, self.dossier, &side).filter(|_| self.open);
                    let few = || self.scene.say("shown-from-n", &[("n", &rater.display.value)]);
                    let hidden = sealed().or_else(|| pool.is_none().then(few));
                    sides.push((head(pool.as_ref().map(|pool| pool.raters), hidden), Side::Pooled(pool)));
                }
            }
        }
        sides
    }

    fn cell(&self, side: &Side, rated: &str) -> Cell {
        let (lang, framework) = (self.scene.lang, self.framework);
        match side {
            Side::One(assessment) => Cell {
                rank: assessment
                    .and_then(|assessment| entry(&assessment.ratings, rated))
                    .map(|level| parts::level(lang, framework, rated, &level.value)),
                counts: vec![],
            },
            Side::Pooled(pool) => {
                let counts = pool.as_ref().and_then(|pool| pool.counts.get(rated));
                let levels = framework.levels_of(rated).unwrap_or(&[]);
                let count = |((id, _), &count): (&(crate::schema::Id, _), &usize)| Count {
                    rank: parts::level(lang, framework, rated, &id.value),
                    count,
                };
                let counts = counts.map(|counts| levels.iter().zip(counts).map(count).collect());
                let mean = pool.as_ref().and_then(|pool| pool.means.get(rated));
                let mean = mean
                    .map(|mean| parts::got(lang, framework, rated, &crate::score::Got::Number(mean.clone())));
                Cell { rank: mean, counts: counts.unwrap_or_default() }
            }
        }
    }
}
