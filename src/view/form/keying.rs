//! What is to be keyed into another application, screen by screen.

use super::person::{form, form_of_part, issue};
use super::recap::people_by_unit;
use super::{FormView, Issue, Official, RatingLine, Remark, ResultRow};
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
    /// When it was keyed.
    pub keyed: Option<Date>,
    /// When a decision changed what was keyed.
    pub changed: Option<Date>,
    /// The screens in their order.
    pub screens: Vec<Screen>,
}

/// A screen of the application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screen {
    /// Its name.
    pub title: String,
    /// Its fields: what they are called, and what to key, letter by letter as it was written.
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
        let changed = view.decided.filter(|decided| keyed.is_some_and(|keyed| keyed < *decided));
        let mut screens = planned(&view);
        for (part, label) in parts(insight, id, lang) {
            let card = insight.part_card(id, &part);
            let view = form_of_part(agency, period, &part, id, card, lang);
            screens.extend(view.iter().flat_map(|view| evaluated(view, Some(&label))));
        }
        screens.extend(evaluated(&view, None));
        Some(KeyingPerson { official: view.at_evaluation.employee, keyed, changed, screens })
    };
    Some(KeyingView {
        lang,
        issue: issue(agency, period, lang),
        unit: unit.map(|id| units.get(id).map_or_else(|| id.to_owned(), |unit| label(lang, &unit.name))),
        application: label(lang, &application.value),
        people: people.into_iter().filter_map(person).collect(),
    })
}

/// Parts of the period in which a person was evaluated, with their names.
fn parts(insight: &PeriodInsight, person: &str, lang: Lang) -> Vec<(String, String)> {
    let known = insight.period.data.as_ref().map_or(&[][..], |data| &data.parts);
    let dossier = insight.period.dossiers.get(person);
    let is_evaluated = |part: &str| {
        dossier.and_then(|dossier| dossier.parts.get(part)).is_some_and(|part| part.superior.get().is_some())
    };
    let known = known.iter().filter(|(id, _)| is_evaluated(&id.value));
    known.map(|(id, part)| (id.value.clone(), label(lang, &part.label.value))).collect()
}

/// Screens, those without fields left out.
fn filled(screens: Vec<(String, Vec<(String, String)>)>) -> Vec<Screen> {
    let screens = screens.into_iter().filter(|(_, fields)| !fields.is_empty());
    screens.map(|(title, fields)| Screen { title, fields }).collect()
}

/// Plan, expectations and annex, in the order in which they are entered.
fn planned(view: &FormView) -> Vec<Screen> {
    let word = |key| phrase(view.lang, key).to_owned();
    let mut screens = vec![];
    if let Some(part) = &view.results {
        let mut fields = vec![];
        fields.extend(view.approach.clone().map(|approach| (word("keying-approach"), approach)));
        for (name, result) in named(view) {
            fields.push((name, result.result.clone()));
            fields.extend(result.supports.clone().map(|text| (word("keying-supports"), text)));
            fields.extend(result.perspective.clone().map(|text| (word("keying-perspective"), text)));
            for indicator in &result.indicators {
                let aspect = indicator.aspect.clone().unwrap_or_else(|| word("keying-indicator"));
                fields.push((aspect, indicator.measure.clone()));
                fields.push((word("keying-target"), indicator.target.clone()));
            }
        }
        screens.push((format!("{} \u{2013} {}", word("keying-plan"), part.label), fields));
    }
    for part in &view.behaviours {
        let expected =
            part.criteria.iter().filter_map(|one| Some((one.label.clone(), one.expectation.clone()?)));
        screens.push((format!("{} \u{2013} {}", word("keying-plan"), part.label), expected.collect()));
    }
    let annex =
        view.annex.iter().flat_map(|part| part.rows.iter().map(|row| (part.label.clone(), row.clone())));
    screens.push((word("keying-annex"), annex.collect()));
    filled(screens)
}

/// Realisation, feedback and ratings of the whole period, or of a part of it.
fn evaluated(view: &FormView, part: Option<&str>) -> Vec<Screen> {
    let word = |key| phrase(view.lang, key).to_owned();
    let title = |key| match part {
        Some(part) => format!("{part} \u{2013} {}", word(key)),
        None => word(key),
    };
    let mut realised = vec![];
    for (name, result) in named(view) {
        for indicator in &result.indicators {
            let Some(reached) = &indicator.realised else { continue };
            realised.push((format!("{name}: {}", indicator.measure), reached.value.clone()));
            realised.extend(reached.evidence.iter().map(|one| (word("keying-evidence"), one.clone())));
        }
        realised.extend(said(&result.feedback, &format!("{name}: {}", word("keying-feedback"))));
    }
    let mut rated = vec![];
    rated.extend(view.results.iter().flat_map(|part| rating(&part.rating)));
    for part in &view.behaviours {
        rated.extend(part.criteria.iter().filter_map(|one| said(&one.feedback, &one.label)));
        rated.extend(rating(&part.rating));
    }
    rated.extend(rating(&view.outcome));
    rated.extend(view.recommendation.clone().map(|text| (word("keying-recommendation"), text)));
    filled(vec![(title("keying-realised"), realised), (title("keying-rating"), rated)])
}

/// Results with their kinds and numbers, such as "Utama 1".
fn named(view: &FormView) -> impl Iterator<Item = (String, &ResultRow)> {
    let groups = view.results.iter().flat_map(|part| &part.groups);
    groups.flat_map(|group| {
        let name = |at: usize| format!("{} {}", group.label, at + 1);
        group.results.iter().enumerate().map(move |(at, result)| (name(at), result))
    })
}

/// The superior's words as one field.
fn said(remarks: &[Remark], field: &str) -> Option<(String, String)> {
    let texts: Vec<&str> = remarks.iter().map(|remark| remark.text.trim()).collect();
    (!texts.is_empty()).then(|| (field.to_owned(), texts.join("\n\n")))
}

/// A rating, with what the superior says about it.
fn rating(line: &RatingLine) -> Vec<(String, String)> {
    let value = line.value.clone().map(|value| (line.label.clone(), value));
    value.into_iter().chain(said(&line.feedback, &line.label)).collect()
}
