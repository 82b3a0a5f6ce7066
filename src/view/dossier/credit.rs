//! Credit points that follow from the outcome.

use serde::Serialize;

use super::Reading;
use crate::framework::entry;
use crate::insight::{CreditPart, PartOfYear};
use crate::schema::framework::CreditPoints;
use crate::text;
use crate::view::parts;

/// Credit points with how they came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CreditView {
    /// Their name.
    pub label: String,
    /// The rule.
    pub legal: Option<String>,
    /// By rung held.
    pub rows: Vec<CreditRow>,
    /// Their sum, as printed.
    pub total: String,
}

/// What one rung earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CreditRow {
    /// The rung.
    pub rung: String,
    /// Points a year.
    pub points: String,
    /// The multiplier of the outcome.
    pub multiplier: String,
    /// The part of the year.
    pub part: String,
    /// What it earned.
    pub earned: String,
}

impl Reading<'_, '_> {
    /// Credit points, where the reader may see the outcome they follow from.
    pub(in crate::view) fn credit(&self) -> Option<CreditView> {
        let rule = self.framework.data.credit_points.as_ref()?;
        let credit = self.insight.credits.get(self.person).filter(|_| self.open)?;
        Some(CreditView {
            label: self.scene.label(&rule.label.value),
            legal: rule.legal.as_ref().map(|legal| self.scene.label(&legal.value)),
            rows: credit.parts.iter().map(|part| self.credit_row(rule, part, credit.decimals)).collect(),
            total: text::decimal(self.scene.lang, &credit.total, credit.decimals),
        })
    }

    fn credit_row(&self, rule: &CreditPoints, part: &CreditPart, decimals: u32) -> CreditRow {
        let scene = self.scene;
        let rung = entry(&rule.rungs, &part.rung);
        let counted = match part.counted {
            PartOfYear::Months(n) => scene.say("credit-months", &[("n", &n)]),
            PartOfYear::Days(n) => scene.say("credit-days", &[("n", &n)]),
            PartOfYear::Whole => scene.word("credit-whole").to_owned(),
        };
        CreditRow {
            rung: rung.map_or_else(|| part.rung.clone(), |rung| scene.label(&rung.label.value)),
            points: parts::number(scene.lang, &part.points),
            multiplier: parts::number(scene.lang, &part.multiplier),
            part: counted,
            earned: text::decimal(scene.lang, &part.earned, decimals),
        }
    }
}
