//! What follows from the person's outcomes, what to learn, and what contested ratings could be set to.

use serde::Serialize;

use super::Reading;
use crate::framework::entry;
use crate::insight::{PeriodInsight, Qualified, Rated, Try, WhatIf, follow_ups, needs_of};
use crate::schema::framework::FollowUpKind;
use crate::view::derivation::Audience;
use crate::view::growth::{self, FollowUpView, NeedView};
use crate::view::parts::{self, Rank};

/// What a contested rating could be set to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhatIfView {
    /// The component or criterion.
    pub label: String,
    /// Name of the outcome.
    pub outcome_label: String,
    /// What each rating would lead to.
    pub tries: Vec<TryRow>,
}

/// What a rating would lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TryRow {
    /// The rating, or neighbouring numbers.
    pub rating: String,
    /// The outcome. `None` where there would be none.
    pub outcome: Option<Rank>,
    /// Whether it is what stands now.
    pub stands: bool,
}

impl Reading<'_, '_> {
    /// The rules that hold for the person by periods that the reader may see. Steps of discipline are no matter of the
    /// rater.
    fn qualified(&self) -> Vec<Qualified> {
        if !self.open {
            return vec![];
        }
        let mut found = follow_ups(self.scene.survey, self.insight, self.person);
        let sees =
            |period: &str| self.scene.survey.iter().any(|one| one.period.id == period && (self.sees)(one));
        let is_shown = |qualified: &Qualified| {
            let rule = entry(&self.framework.data.follow_up, &qualified.rule);
            self.audience != Audience::Rater
                || rule.is_some_and(|rule| rule.kind.value != FollowUpKind::Sanction)
        };
        found.retain(|one| is_shown(one) && one.counted.iter().all(|counted| sees(&counted.period)));
        found
    }

    /// What follows by rule.
    pub(super) fn follow_ups(&self) -> Vec<FollowUpView> {
        let qualified = self.qualified();
        qualified
            .iter()
            .filter_map(|one| growth::follow_up(self.scene, self.insight, one, self.audience))
            .collect()
    }

    /// What to learn. What a person has of trainings is their own to see at any time.
    pub(super) fn needs(&self) -> Vec<NeedView> {
        if !self.open {
            return vec![];
        }
        let (scene, insight) = (self.scene, self.insight);
        let qualified = self.qualified();
        let seen = |one: &PeriodInsight| self.audience == Audience::Own || (self.sees)(one);
        let needs = needs_of(scene.agency, scene.survey, insight, self.person, &qualified, seen);
        needs.iter().map(|need| growth::need(scene, insight, need)).collect()
    }

    /// What contested ratings could be set to. Never for the person: it would take the decision before the decision.
    pub(super) fn what_ifs(&self) -> Vec<WhatIfView> {
        if self.audience == Audience::Own {
            return vec![];
        }
        let found = self.insight.what_ifs.get(self.person).map_or(&[][..], Vec::as_slice);
        found.iter().map(|what_if| self.what_if(what_if)).collect()
    }

    fn what_if(&self, what_if: &WhatIf) -> WhatIfView {
        let label = |mark: &str| parts::level(self.scene.lang, self.framework, &what_if.item, mark).label;
        let row = |one: &Try| {
            let rating = label(&one.from);
            TryRow {
                rating: if one.from == one.to {
                    rating
                } else {
                    format!("{rating}\u{2013}{}", label(&one.to))
                },
                outcome: self.tried(one),
                stands: one.stands,
            }
        };
        WhatIfView {
            label: self.scene.topic(self.framework, &what_if.item),
            outcome_label: self.scene.label(&self.framework.data.outcome.label.value),
            tries: what_if.tries.iter().map(row).collect(),
        }
    }

    /// The outcome of a try, with the number behind it at both ends.
    fn tried(&self, one: &Try) -> Option<Rank> {
        let (lang, framework) = (self.scene.lang, self.framework);
        let end = |value| Rated { level: one.outcome.clone(), value };
        let from =
            parts::came_out_as(lang, framework, &end(one.value.as_ref().map(|(from, _)| from.clone())))?;
        let to = parts::came_out_as(lang, framework, &end(one.value.as_ref().map(|(_, to)| to.clone())))?;
        let value = match (from.value.clone(), to.value) {
            (Some(from), Some(to)) if from != to => Some(format!("{from}\u{2013}{to}")),
            (value, _) => value,
        };
        Some(Rank { value, ..from })
    }
}
