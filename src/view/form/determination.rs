//! The determination of the outcomes of a unit or of the whole agency, with their distribution beside the rule.

use super::parties::{Cast, chief};
use super::person::rating_for;
use super::recap::{RecapView, is_inside, recap};
use super::{Official, values};
use crate::calendar::Date;
use crate::framework::distribution::{Demand, Violation};
use crate::framework::{Framework, entry};
use crate::insight::{PeriodInsight, Spread, spread_of, spread_under};
use crate::model::Agency;
use crate::num::Exact;
use crate::schema::framework::{Constraint, StageEvent};
use crate::schema::period::OrganisationRating;
use crate::text::{Join, Lang, fill, list, phrase};
use crate::view::parts::{self, label, number};

/// What the determination of a unit's outcomes says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeterminationView {
    /// Everybody with ratings and outcomes.
    pub recap: RecapView,
    /// How the organisation's rating was set. `None` while there is none.
    pub set: Option<RatingSet>,
    /// The rule on the distribution. `None` where the framework has none.
    pub rule: Option<SpreadRule>,
    /// Who determines: the unit's head, for the agency its leader, on the last day on which anything was set.
    pub official: Official,
    /// The last day on which an outcome or the organisation's rating was set; the sheet says nothing of later days.
    pub latest: Option<Date>,
}

/// How an organisation's rating was set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingSet {
    /// For which organisation, where it is another than the one of the sheet.
    pub of: Option<String>,
    /// Who set it.
    pub by: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// The document it rests on.
    pub basis: Option<String>,
}

/// The rule on how outcomes should be spread, beside how they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpreadRule {
    /// The article it stands in.
    pub legal: Option<String>,
    /// What it demands under the organisation's rating; empty while there is none.
    pub demands: Vec<DemandRow>,
    /// How the spread stands against it.
    pub verdict: Verdict,
}

/// A demand, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemandRow {
    /// The demand in words.
    pub demand: String,
    /// The limit in people, in words.
    pub limit: String,
    /// How many there are, with their share.
    pub count: String,
    /// Whether it is met and, where not, in which direction. `None` while that is not judged.
    pub standing: Option<String>,
}

/// How a spread stands against the rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It fits.
    Fits,
    /// It departs from the rule.
    Departs,
    /// It is not judged; here is why.
    Unjudged(String),
}

/// The determination of a unit with the units below it, or of the whole agency. `None` if the period's framework could
/// not be read.
pub fn determination(
    agency: &Agency,
    insight: &PeriodInsight<'_>,
    unit: Option<&str>,
    lang: Lang,
) -> Option<DeterminationView> {
    let period = insight.period;
    let framework = period.framework.as_deref()?;
    let roster = agency.roster_of(period);
    let cast = Cast { roster, framework, lang };
    let rating = rating_for(agency, period, unit).filter(|_| framework.data.organisation.is_some());
    let units = roster.units;
    let latest = latest(insight, rating, |within| is_inside(units, unit, within));
    // Whoever is in office when all is set determines it, not whoever was when the period ended.
    let day = latest.unwrap_or_else(|| period.end().map_or(agency.today, |end| end.min(agency.today)));
    let official = match unit {
        Some(unit) => roster.head_on(unit, day),
        None => chief(roster, day),
    };
    let owner = unit.and_then(|unit| {
        let above = units.ancestors(unit).into_iter().map(|unit| unit.id.value.as_str());
        std::iter::once(unit).chain(above).find(|unit| period.unit_rating(unit).is_some())
    });
    let own = owner == unit;
    let of = (!own).then(|| match owner.and_then(|owner| units.get(owner)) {
        Some(unit) => label(lang, &unit.name),
        None => agency.config.as_ref().map_or_else(String::new, |config| label(lang, &config.name)),
    });
    let spread = spread_of(insight, |_, within| is_inside(units, unit, within));
    Some(DeterminationView {
        recap: recap(agency, insight, unit, lang)?,
        rule: Judge { insight, framework, spread: &spread, lang }.rule(rating, own),
        official: official.map_or_else(Official::default, |id| cast.official_on(id, day)),
        latest,
        set: rating.map(|rating| RatingSet {
            of,
            by: rating
                .by
                .as_ref()
                .map(|by| roster.person(&by.value).map_or_else(|| by.value.clone(), |person| person.name())),
            date: rating.date.as_ref().map(|date| date.value),
            basis: rating.basis.as_ref().map(|basis| basis.value.clone()),
        }),
    })
}

/// The last day on which anything was set that the sheet says.
fn latest(
    insight: &PeriodInsight<'_>,
    rating: Option<&OrganisationRating>,
    inside: impl Fn(Option<&str>) -> bool,
) -> Option<Date> {
    let people = insight.progress.values().filter(|progress| inside(progress.unit.as_deref()));
    let set = people.flat_map(|progress| {
        [StageEvent::Supervisor, StageEvent::Decision].map(|event| progress.stage(event)?.done)
    });
    let rated = rating.and_then(|rating| rating.date.as_ref()).map(|date| date.value);
    set.flatten().chain(rated).max()
}

/// What judges a spread.
struct Judge<'a> {
    insight: &'a PeriodInsight<'a>,
    framework: &'a Framework,
    spread: &'a Spread,
    lang: Lang,
}

impl Judge<'_> {
    fn rule(&self, rating: Option<&OrganisationRating>, own: bool) -> Option<SpreadRule> {
        let distribution = self.framework.data.distribution.as_ref()?;
        let level = rating.map(|rating| rating.rating.value.as_str());
        let rule = level.and_then(|level| entry(&distribution.rules, level));
        let judged = level.filter(|_| own).and_then(|level| spread_under(self.insight, level, self.spread));
        let why = |key: &'static str| Verdict::Unjudged(phrase(self.lang, key).to_owned());
        let verdict = match &judged {
            Some(broken) if broken.is_empty() => Verdict::Fits,
            Some(_) => Verdict::Departs,
            None if level.is_none() => why("spread-no-rating"),
            None if !own => why("office-rated-above"),
            None if rule.is_none() => why("spread-no-rule"),
            None if self.spread.rated() < self.spread.people => why("spread-incomplete"),
            None => {
                let least = distribution.min_headcount.value;
                Verdict::Unjudged(fill(phrase(self.lang, "spread-few"), &[("n", &least)]))
            }
        };
        let constraints = rule.into_iter().flat_map(|rule| &rule.constraints);
        Some(SpreadRule {
            legal: distribution.legal.as_ref().map(|legal| label(self.lang, &legal.value)),
            demands: constraints.flat_map(|one| self.demands(one, judged.as_deref())).collect(),
            verdict,
        })
    }

    /// What a constraint demands, each with how it stands among the broken ones.
    fn demands(&self, constraint: &Constraint, broken: Option<&[Violation]>) -> Vec<DemandRow> {
        let lang = self.lang;
        let levels: Vec<String> = constraint.levels.iter().map(|level| level.value.clone()).collect();
        let names: Vec<String> =
            levels.iter().map(|level| parts::outcome(lang, self.framework, level).label).collect();
        let names = list(lang, Join::Or, &names);
        let of = |level: &String| self.spread.counts.iter().find(|(id, _)| id == level);
        let count: usize = levels.iter().filter_map(of).map(|(_, count)| *count).sum();
        let percent = |at: &Option<crate::schema::At<Exact>>| at.as_ref().map(|at| at.value.clone());
        let demands = [
            percent(&constraint.at_most_percent).map(Demand::AtMostPercent),
            percent(&constraint.at_least_percent).map(Demand::AtLeastPercent),
            constraint.at_least.as_ref().map(|at| Demand::AtLeast(at.value as usize)),
        ];
        let row = |demand: Demand| {
            let (key, said) = match &demand {
                Demand::AtMostPercent(most) if most.is_zero() => ("office-demand-none", String::new()),
                Demand::AtMostPercent(most) => ("office-demand-most", number(lang, most)),
                Demand::AtLeastPercent(least) => ("office-demand-least", number(lang, least)),
                Demand::AtLeast(least) => ("office-demand-people", least.to_string()),
            };
            let (bound, limit, off) = self.limit(&demand, count);
            let standing = broken.map(|broken| {
                match broken.iter().any(|one| one.levels == levels && one.demand == demand) {
                    false => phrase(lang, "office-fits").to_owned(),
                    true => fill(phrase(lang, off.0), &[("n", &off.1)]),
                }
            });
            DemandRow {
                demand: fill(phrase(lang, key), &[("levels", &names), ("limit", &said)]),
                limit: fill(phrase(lang, bound), &[("n", &limit)]),
                count: values::with_share(lang, count, self.spread.people),
                standing,
            }
        };
        demands.into_iter().flatten().map(row).collect()
    }

    /// A demand in whole people: the phrase of the bound, the bound, and the phrase and size of what lies beyond it.
    fn limit(&self, demand: &Demand, count: usize) -> (&'static str, usize, (&'static str, usize)) {
        let people = Exact::from(i64::try_from(self.spread.people).unwrap_or(i64::MAX));
        let share = |percent: &Exact| &(percent * &people) / &Exact::from(100);
        let floor = |share: Option<Exact>| {
            let whole = share.and_then(|share| share.floor().round_to_integer());
            whole.and_then(|whole| usize::try_from(whole).ok()).unwrap_or(0)
        };
        match demand {
            Demand::AtMostPercent(most) => {
                let limit = floor(share(most));
                ("office-limit-most", limit, ("office-over", count.saturating_sub(limit)))
            }
            Demand::AtLeastPercent(least) => {
                let share = share(least);
                let whole = share.as_ref().is_some_and(Exact::is_integer);
                let limit = floor(share) + usize::from(!whole);
                ("office-limit-least", limit, ("office-under", limit.saturating_sub(count)))
            }
            Demand::AtLeast(least) => {
                ("office-limit-least", *least, ("office-under", least.saturating_sub(count)))
            }
        }
    }
}
