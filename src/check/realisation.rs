//! What was reached: on indicators of the plan, with evidence.

use super::dossier::Case;
use super::goals::is_number;
use crate::diagnostic::{Finding, code, suggest};
use crate::framework::entry;
use crate::model::{Filed, Slot};
use crate::schema::review::{Assessment, Realisation};

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(dossier) = case.dossier else { return };
    for slot in [&dossier.self_review, &dossier.supervisor] {
        if let Some(filed) = slot.get() {
            indicators(case, filed, out);
        }
    }
    let reported = dossier.self_review.data();
    for (key, realised) in reported.into_iter().flat_map(|report| &report.realisation) {
        if lacks_evidence(&realised.value) && !case.is_unread(&dossier.self_review) {
            out.push(Finding::new(code::NO_EVIDENCE, realised.span).arg("indicator", key.value.clone()));
        }
    }
    let Some(superior) = dossier.supervisor.data() else { return };
    for (key, realised) in &superior.realisation {
        if case.is_unread(&dossier.self_review) || case.is_unread(&dossier.supervisor) {
            continue;
        }
        let in_report = reported.and_then(|report| entry(&report.realisation, &key.value));
        match (&realised.value, in_report) {
            (Realisation::Accept, None) => out.push(
                Finding::new(code::ACCEPT_WITHOUT_REPORT, realised.span).arg("indicator", key.value.clone()),
            ),
            // Evidence that came with the report serves a corrected figure as well.
            (value, None) if lacks_evidence(value) => {
                out.push(Finding::new(code::NO_EVIDENCE, realised.span).arg("indicator", key.value.clone()))
            }
            _ => {}
        }
    }
}

fn lacks_evidence(realised: &Realisation) -> bool {
    matches!(realised, Realisation::Value { value, evidence, .. } if is_number(value) && evidence.is_empty())
}

/// Without a plan there is nothing to compare with; that the plan is missing is said elsewhere.
fn indicators(case: &Case, filed: &Filed<Assessment>, out: &mut Vec<Finding>) {
    let slot = case.dossier.map(|dossier| &dossier.plan).filter(|plan| !case.is_unread(plan));
    let Some(plan) = slot.and_then(Slot::get) else { return };
    let known: Vec<String> = plan
        .data
        .results
        .iter()
        .flat_map(|(result, data)| {
            data.indicators.iter().map(move |(indicator, _)| format!("{}/{}", result.value, indicator.value))
        })
        .collect();
    for (key, _) in &filed.data.realisation {
        if !known.contains(&key.value) {
            out.push(
                Finding::new(code::UNKNOWN_INDICATOR, key.span)
                    .arg("found", key.value.clone())
                    .list("choices", known.iter().map(String::as_str))
                    .suggest(suggest(&key.value, known.iter().map(String::as_str))),
            );
        }
    }
}
