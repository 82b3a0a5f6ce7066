//! What is to be keyed into another application, screen by screen.

use super::person::{form, issue};
use super::recap::people_by_unit;
use super::{FormView, Issue, Official, RatingLine, Remark};
use crate::calendar::Date;
use crate::insight::PeriodInsight;
use crate::model::Agency;
use crate::text::{Lang, phrase};
use crate::view::parts::label;

/// What the keying list of a unit says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyingView {
    /// The language.
    pub lang: Lang,
    /// Who issues it, for which period.
    pub issue: Issue,
    /// The unit. `None` for the whole agency.
    pub unit: Option<String>,
    /// The application's name.
    pub application: String,
    /// Its people.
    pub people: Vec<KeyingPerson>,
}

/// What is to be keyed of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyingPerson {
    /// Who.
    pub official: Official,
    /// When it was keyed; what was keyed is not listed again.
    pub keyed: Option<Date>,
    /// The screens in their order; empty once keyed.
    pub screens: Vec<Screen>,
}

/// A screen of the application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Its name.
    pub title: String,
    /// Its fields: what they are called, and what to key.
    pub fields: Vec<(String, String)>,
}

/// The keying list of a unit's own people, or of the whole agency. `None` where the framework names no application.
pub fn keying(
    agency: &Agency,
    insight: &PeriodInsight,
    unit: Option<&str>,
    lang: Lang,
) -> Option<KeyingView> {
    let period = insight.period;
    let application = period.framework.as_deref()?.data.application.as_ref()?;
    let units = agency.roster_of(period).units;
    let own = people_by_unit(agency, insight, unit).into_iter();
    // Units below have lists of their own.
    let own =
        own.filter(|(one, _)| unit.is_none() || one.is_some_and(|one| Some(one.id.value.as_str()) == unit));
    let people: Vec<&str> = own.flat_map(|(_, people)| people).collect();
    if people.is_empty() {
        return None;
    }
    let person = |id: &str| {
        let view = form(agency, period, id, insight.scorecards.get(id), lang)?;
        let record = period.dossiers.get(id).and_then(|dossier| dossier.record.data());
        let keyed = record.and_then(|record| record.keyed.as_ref()).map(|at| at.value);
        let screens = if keyed.is_none() { screens(&view) } else { vec![] };
        Some(KeyingPerson { official: view.at_evaluation.employee, keyed, screens })
    };
    Some(KeyingView {
        lang,
        issue: issue(agency, period, lang),
        unit: unit.map(|id| units.get(id).map_or_else(|| id.to_owned(), |unit| label(lang, &unit.name))),
        application: label(lang, &application.value),
        people: people.into_iter().filter_map(person).collect(),
    })
}

/// Plan, expectations, annex, realisation, feedback and ratings, in the order in which they are entered.
fn screens(view: &FormView) -> Vec<Screen> {
    let word = |key| phrase(view.lang, key).to_owned();
    let mut screens = vec![];
    let mut screen = |title: String, fields: Vec<(String, String)>| {
        if !fields.is_empty() {
            screens.push(Screen { title, fields });
        }
    };
    if let Some(part) = &view.results {
        let mut planned = vec![];
        planned.extend(view.approach.clone().map(|approach| (word("keying-approach"), approach)));
        for (number, (kind, result)) in numbered(view) {
            planned.push((format!("{number}. {kind}"), result.result.clone()));
            planned.extend(result.supports.clone().map(|text| (word("keying-supports"), text)));
            planned.extend(result.perspective.clone().map(|text| (word("keying-perspective"), text)));
            for indicator in &result.indicators {
                let aspect = indicator.aspect.clone().unwrap_or_else(|| word("keying-indicator"));
                planned.push((
                    aspect,
                    format!("{}; {}: {}", indicator.measure, word("keying-target"), indicator.target),
                ));
            }
        }
        screen(format!("{} \u{2013} {}", word("keying-plan"), part.label), planned);
    }
    for part in &view.behaviours {
        let expected =
            part.criteria.iter().filter_map(|one| Some((one.label.clone(), one.expectation.clone()?)));
        screen(format!("{} \u{2013} {}", word("keying-plan"), part.label), expected.collect());
    }
    let annex =
        view.annex.iter().flat_map(|part| part.rows.iter().map(|row| (part.label.clone(), row.clone())));
    screen(word("keying-annex"), annex.collect());
    let mut realised = vec![];
    for (number, (_, result)) in numbered(view) {
        for indicator in &result.indicators {
            let Some(reached) = &indicator.realised else { continue };
            let evidence = (!reached.evidence.is_empty())
                .then(|| format!("; {}: {}", word("keying-evidence"), reached.evidence.join("; ")));
            let text = format!("{}{}", reached.value, evidence.unwrap_or_default());
            realised.push((format!("{number}. {}", indicator.measure), text));
        }
        realised.extend(said(&result.feedback, &format!("{number}. {}", word("keying-feedback"))));
    }
    screen(word("keying-realised"), realised);
    let mut rated = vec![];
    rated.extend(view.results.as_ref().and_then(|part| rating(&part.rating)));
    for part in &view.behaviours {
        for one in &part.criteria {
            rated.extend(said(&one.feedback, &one.label));
        }
        rated.extend(rating(&part.rating));
    }
    rated.extend(rating(&view.outcome));
    screen(word("keying-rating"), rated);
    screens
}

/// Results with their numbers and kinds.
fn numbered(view: &FormView) -> impl Iterator<Item = (usize, (&String, &super::ResultRow))> {
    let groups = view.results.iter().flat_map(|part| &part.groups);
    groups.flat_map(|group| {
        group.results.iter().enumerate().map(|(at, result)| (at + 1, (&group.label, result)))
    })
}

/// The superior's words as one field.
fn said(remarks: &[Remark], field: &str) -> Option<(String, String)> {
    let texts: Vec<&str> = remarks.iter().map(|remark| remark.text.trim()).collect();
    (!texts.is_empty()).then(|| (field.to_owned(), texts.join("\n\n")))
}

fn rating(line: &RatingLine) -> Option<(String, String)> {
    Some((line.label.clone(), line.value.clone()?))
}
