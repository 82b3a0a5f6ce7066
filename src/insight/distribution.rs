//! How outcomes are spread, and whether that fits the rule.

use std::collections::BTreeMap;

use super::PeriodInsight;
use crate::diagnostic::{Finding, code};
use crate::framework::Framework;
use crate::framework::distribution::{Demand, Violation, violations};
use crate::model::Agency;

/// How outcomes are spread over some people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// How many take part.
    pub people: usize,
    /// How many have each outcome, in the framework's order, lowest first.
    pub counts: Vec<(String, usize)>,
}

impl Spread {
    /// How many have an outcome.
    pub fn rated(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

/// The spread over those people of a period that a filter on person and unit lets through.
pub fn spread_of(insight: &PeriodInsight, keep: impl Fn(&str, Option<&str>) -> bool) -> Spread {
    let levels = insight.period.framework.iter().flat_map(|framework| &framework.data.outcome.levels);
    let mut counts: Vec<(String, usize)> = levels.map(|(id, _)| (id.value.clone(), 0)).collect();
    let mut people = 0;
    for (person, progress) in &insight.progress {
        if !keep(person, progress.unit.as_deref()) {
            continue;
        }
        people += 1;
        let outcome = insight.scorecards.get(person).and_then(|card| card.outcome.as_ref());
        if let Some((_, count)) = counts.iter_mut().find(|(id, _)| Some(id) == outcome) {
            *count += 1;
        }
    }
    Spread { people, counts }
}

/// What the rule says of a spread under an organisation's rating. `None` where the framework has no rule for it, not
/// everybody is rated, or there are fewer people than the rule looks at.
pub fn spread_under(insight: &PeriodInsight, rating: &str, spread: &Spread) -> Option<Vec<Violation>> {
    let framework = insight.period.framework.as_deref()?;
    let rule = framework.data.distribution.as_ref()?;
    crate::framework::entry(&rule.rules, rating)?;
    if spread.rated() < spread.people || spread.people < rule.min_headcount.value as usize {
        return None;
    }
    let counts: BTreeMap<String, usize> = spread.counts.iter().cloned().collect();
    Some(violations(framework, rating, &counts))
}

/// Findings about spreads that do not fit the rule: the agency as a whole, and each unit with a rating of its own
/// (SE MenPANRB 3/2023). They point at the organisation's rating.
pub fn findings(agency: &Agency, survey: &[PeriodInsight]) -> Vec<Finding> {
    let mut findings = vec![];
    for insight in survey {
        let Some(organisation) = insight.period.data.as_ref().and_then(|data| data.organisation.as_ref())
        else {
            continue;
        };
        let units = &agency.roster_of(insight.period).units;
        let all = organisation.agency.iter().map(|rating| (rating, None));
        let each = organisation.units.iter().map(|(unit, rating)| (rating, Some(unit.value.as_str())));
        for (rating, unit) in all.chain(each) {
            let spread = spread_of(insight, |_, own| match (unit, own) {
                (None, _) => true,
                (Some(unit), Some(own)) => units.is_within(own, unit),
                (Some(_), None) => false,
            });
            let broken = spread_under(insight, &rating.rating.value, &spread).unwrap_or_default();
            let Some(framework) = insight.period.framework.as_deref() else { continue };
            let tag = agency.lang().tag();
            let name = match unit {
                Some(unit) => units.get(unit).map_or(unit, |unit| unit.name.get(tag)),
                None => agency.config.as_ref().map_or("", |config| config.name.get(tag)),
            };
            findings.extend(broken.iter().map(|violation| {
                let finding = Finding::new(code::DISTRIBUTION, rating.rating.span).arg("unit", name);
                said(finding, framework, tag, violation)
            }));
        }
    }
    findings
}

fn said(finding: Finding, framework: &Framework, tag: &str, violation: &Violation) -> Finding {
    let names = violation
        .levels
        .iter()
        .map(|level| framework.outcome_label(level).map_or("", |label| label.get(tag)));
    let (phrase, limit) = match &violation.demand {
        Demand::AtMostPercent(limit) => ("at-most-percent", limit.to_string()),
        Demand::AtLeastPercent(limit) => ("at-least-percent", limit.to_string()),
        Demand::AtLeast(limit) => ("at-least-people", limit.to_string()),
    };
    finding
        .list("levels", names)
        .count("count", violation.count)
        .count("people", violation.people)
        .phrase("demand", phrase)
        .arg("limit", limit)
}
