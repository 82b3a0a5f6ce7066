//! A period as the public sees it.

use serde::Serialize;

use super::goals::{GoalView, Reach};
use super::{Public, goals};
use crate::disclosure::{AgencyRating, Figures, PublicPeriod, Released, Share, TeamAward, Why};
use crate::framework::Framework;
use crate::text;
use crate::view::parts::{Day, Rank, Tone};

/// The page of a period.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodPage {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// First and last day.
    pub range: String,
    /// In short.
    pub glance: Glance,
    /// The agency's goals.
    pub goals: Vec<GoalView>,
    /// Awards to teams.
    pub awards: Vec<AwardView>,
    /// The report to print, from the root, once it is made.
    pub report: Option<String>,
}

/// A period in short.
#[derive(Debug, Clone, Serialize)]
pub struct Glance {
    /// The period's name.
    pub period: String,
    /// The agency's rating.
    pub rating: Option<RatingView>,
    /// Name of the agency's rating. `None` where the framework rates no organisations and there is none.
    pub rating_label: Option<String>,
    /// How many indicators reached their target.
    pub reached: usize,
    /// Out of how many.
    pub indicators: usize,
    /// How many people take part.
    pub people: Figure,
    /// Share of them whose result is released.
    pub released: Figure,
    /// Shares of outcomes.
    pub shares: Shares,
}

/// The agency's rating by recorded decision.
#[derive(Debug, Clone, Serialize)]
pub struct RatingView {
    /// The level.
    pub level: String,
    /// The day of the decision.
    pub day: Day,
    /// The document it rests on.
    pub basis: Option<String>,
}

/// A figure, or why it is withheld.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// What is shown.
    pub shown: Option<String>,
    /// Why nothing is.
    pub why: Option<String>,
}

/// Shares of outcomes, or why they are withheld.
#[derive(Debug, Clone, Serialize)]
pub struct Shares {
    /// Name of the outcome.
    pub label: String,
    /// The groups, highest first; none where they are withheld.
    pub rows: Vec<ShareRow>,
    /// Why.
    pub why: Option<String>,
}

/// A group of outcomes.
#[derive(Debug, Clone, Serialize)]
pub struct ShareRow {
    /// Its name.
    pub label: String,
    /// The outcomes in it.
    pub levels: Vec<String>,
    /// Where on the scale it lies.
    pub tone: Tone,
    /// The share in words.
    pub share: String,
    /// The least it can be, in percent.
    pub from: u8,
    /// What it stays below, in percent.
    pub to: u8,
}

/// An award to a team.
#[derive(Debug, Clone, Serialize)]
pub struct AwardView {
    /// Its name.
    pub title: String,
    /// The day it was given.
    pub day: Day,
    /// How many share it.
    pub members: usize,
    /// The project it was earned in.
    pub project: Option<String>,
    /// What it was given for.
    pub reason: Option<String>,
}

impl Public<'_> {
    pub(super) fn period(&self, period: &PublicPeriod) -> PeriodPage {
        let goals: Vec<GoalView> =
            period.goals.iter().map(|goal| goals::goal(self, period, goal.get())).collect();
        PeriodPage {
            id: period.id.clone(),
            label: self.label(period.label.get()),
            range: text::date_range(self.lang, period.range.get()),
            glance: self.glance(period, &goals),
            goals,
            awards: period.awards.iter().map(|award| self.award(award.get())).collect(),
            report: None,
        }
    }

    fn glance(&self, period: &PublicPeriod, goals: &[GoalView]) -> Glance {
        let framework = self.framework(&period.framework);
        let indicators = || goals.iter().flat_map(|goal| &goal.indicators);
        let scale = framework.and_then(|framework| framework.data.organisation.as_ref());
        let (people, released) = match &period.figures {
            Figures::Withheld(why) => (self.withheld(*why), self.withheld(*why)),
            Figures::Shown { people, released, .. } => {
                let people = i64::try_from(*people.get()).unwrap_or(i64::MAX);
                let released = match released {
                    Ok(share) => shown(self.share(*share.get())),
                    Err(why) => self.withheld(*why),
                };
                (shown(text::count(self.lang, people)), released)
            }
        };
        Glance {
            period: self.label(period.label.get()),
            rating: period.rating.as_ref().map(|rating| self.rating(framework, rating.get())),
            rating_label: match scale {
                Some(scale) => Some(self.label(&scale.label.value)),
                None => period.rating.as_ref().map(|_| self.say("public-rating", &[])),
            },
            reached: indicators().filter(|indicator| indicator.reach == Reach::Reached).count(),
            indicators: indicators().count(),
            people,
            released,
            shares: self.shares(framework, &period.figures),
        }
    }

    fn rating(&self, framework: Option<&Framework>, rating: &AgencyRating) -> RatingView {
        let label = framework.and_then(|framework| framework.organisation_label(&rating.level));
        RatingView {
            level: label.map_or_else(|| rating.level.clone(), |label| self.label(label)),
            day: Day::new(self.lang, rating.date),
            basis: rating.basis.clone(),
        }
    }

    fn shares(&self, framework: Option<&Framework>, figures: &Figures) -> Shares {
        let outcome = framework.map(|framework| &framework.data.outcome);
        let mut shares = Shares {
            label: outcome.map_or_else(String::new, |outcome| self.label(&outcome.label.value)),
            rows: vec![],
            why: None,
        };
        match (framework, figures) {
            (_, Figures::Withheld(why) | Figures::Shown { groups: Err(why), .. }) => {
                shares.why = Some(self.why(*why));
            }
            (Some(framework), Figures::Shown { groups: Ok(groups), .. }) => {
                let rows = groups.iter().rev().map(|(id, share)| self.share_row(framework, id, share));
                shares.rows = rows.collect();
            }
            (None, _) => {}
        }
        shares
    }

    fn share_row(&self, framework: &Framework, id: &str, share: &Released<Share>) -> ShareRow {
        let outcome = &framework.data.outcome;
        let ranks = crate::view::parts::outcomes(self.lang, framework);
        let inside = outcome
            .levels
            .iter()
            .zip(ranks)
            .filter(|((_, level), _)| level.group.as_ref().is_some_and(|group| group.value == id));
        let inside: Vec<Rank> = inside.map(|(_, rank)| rank).collect();
        let label = crate::framework::entry(&outcome.groups, id);
        ShareRow {
            label: label.map_or_else(|| id.to_owned(), |label| self.label(&label.value)),
            tone: inside.first().map_or(Tone::Mid, |rank| rank.tone),
            levels: inside.into_iter().map(|rank| rank.label).collect(),
            share: self.share(*share.get()),
            from: share.get().from_percent(),
            to: share.get().to_percent(),
        }
    }

    fn award(&self, award: &TeamAward) -> AwardView {
        AwardView {
            title: self.label(&award.title),
            day: Day::new(self.lang, award.date),
            members: award.members,
            project: award.project.as_ref().map(|project| self.label(project)),
            reason: award.reason.clone(),
        }
    }

    pub(super) fn share(&self, share: Share) -> String {
        let (from, to) = (share.from_percent().to_string(), share.to_percent().to_string());
        let key = match share {
            Share::BelowTwenty => "public-share-below",
            Share::FromEighty => "public-share-from",
            Share::From(_) | Share::Between => "public-share-between",
        };
        self.say(key, &[("from", &from), ("to", &to)])
    }

    fn withheld(&self, why: Why) -> Figure {
        Figure { shown: None, why: Some(self.why(why)) }
    }

    fn why(&self, why: Why) -> String {
        let least = |least: usize| text::count(self.lang, i64::try_from(least).unwrap_or(i64::MAX));
        match why {
            Why::TooFew { least: n } => self.say("public-why-few", &[("n", &least(n))]),
            Why::Held => self.say("public-why-held", &[]),
            Why::NotFinal => self.say("public-why-not-final", &[]),
            Why::OneRater => self.say("public-why-one-rater", &[]),
            Why::Certain => self.say("public-why-certain", &[]),
        }
    }
}

fn shown(text: String) -> Figure {
    Figure { shown: Some(text), why: None }
}
