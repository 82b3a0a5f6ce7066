//! What papers on one person's period are made from, and the head they share.
//!
//! A paper is one for all who may have it. So it says what the person sees once everything is open to them: colleagues
//! together, never singly, and no files but the person's own.

use super::person::form;
use super::{FormView, Issue, Official, Parties};
use crate::calendar::Date;
use crate::framework::Framework;
use crate::insight::PeriodInsight;
use crate::model::{Dossier, Person};
use crate::text::Lang;
use crate::view::derivation::Audience;
use crate::view::dossier::Reading;
use crate::view::scene::Scene;

/// What the head of every paper on a person's period says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperHead {
    /// The language.
    pub lang: Lang,
    /// Who issues it, for which period.
    pub issue: Issue,
    /// The person's name without titles.
    pub person: String,
    /// Whom it concerns.
    pub parties: Parties,
    /// What the framework calls the superior who rates.
    pub rater: String,
    /// Whether the framework knows ranks, so that papers leave room for rank and number.
    pub has_ranks: bool,
}

/// What papers on one person's period are made from.
pub(super) struct Desk<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) insight: &'s PeriodInsight<'a>,
    pub(super) framework: &'a Framework,
    pub(super) dossier: &'a Dossier,
    pub(super) person: &'s str,
    pub(super) form: FormView,
}

impl<'s, 'a> Desk<'s, 'a> {
    /// The desk for a person. `None` if nothing is kept of them, or the period or its framework could not be read.
    pub(super) fn of(
        scene: &'s Scene<'a>,
        insight: &'s PeriodInsight<'a>,
        person: &'s str,
    ) -> Option<Desk<'s, 'a>> {
        let period = insight.period;
        let card = insight.scorecards.get(person);
        Some(Desk {
            scene,
            insight,
            framework: period.framework.as_deref()?,
            dossier: period.dossiers.get(person)?,
            person,
            form: form(scene.agency, period, person, card, scene.lang)?,
        })
    }

    pub(super) fn lang(&self) -> Lang {
        self.scene.lang
    }

    /// The head of a paper.
    pub(super) fn head(&self) -> PaperHead {
        let superior = self.framework.rater("superior");
        PaperHead {
            lang: self.lang(),
            issue: self.form.issue.clone(),
            person: self.form.person.clone(),
            parties: self.form.at_evaluation.clone(),
            rater: superior.map_or_else(
                || self.scene.word("paper-superior").to_owned(),
                |rater| self.scene.label(&rater.label.value),
            ),
            has_ranks: !self.framework.data.grades.is_empty(),
        }
    }

    /// The dossier as the person reads it once everything is open to them.
    pub(super) fn reading(&self) -> Reading<'_, 'a> {
        Reading {
            scene: self.scene,
            insight: self.insight,
            period: self.insight.period,
            framework: self.framework,
            dossier: self.dossier,
            person: self.person,
            audience: Audience::Own,
            open: true,
            whole: true,
            sees: &|_| true,
        }
    }

    /// Somebody as identity blocks name them, in the post they held on a day.
    pub(super) fn official(&self, id: &str, day: Date) -> Official {
        let roster = self.scene.agency.roster_of(self.insight.period);
        super::parties::Cast { roster, framework: self.framework, lang: self.lang() }.official_on(id, day)
    }
    /// Somebody's name as it counted in the period.
    pub(super) fn name(&self, id: &str) -> String {
        let roster = self.scene.agency.roster_of(self.insight.period);
        roster.person(id).map_or_else(|| id.to_owned(), Person::name)
    }
}
