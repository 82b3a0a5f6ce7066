//! What follows from ratings as JSON, for the personnel office. Numbers are exact and stand as text.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::insight::{
    self, Cascade, Credit, CriterionState, Need, NeedCount, NeedFrom, NineBox, PeriodInsight, Proposal,
    Qualified, Rated, Shows, Status, TrainingLift, TrendLine, WhatIf,
};
use crate::model::Agency;
use crate::num::Exact;

/// What follows for one person from a period.
pub(super) fn person(
    agency: &Agency,
    survey: &[PeriodInsight],
    insight: &PeriodInsight,
    person: &str,
) -> Value {
    let qualified = insight::follow_ups(survey, insight, person);
    let needs = insight::needs_of(agency, survey, insight, person, &qualified, |_| true);
    let states = insight::criteria_of(agency, insight, person);
    let what_ifs = insight.what_ifs.get(person).map_or(&[][..], Vec::as_slice);
    json!({
        "period": insight.period.id,
        "person": person,
        "criteria": states.iter().map(criterion).collect::<Vec<_>>(),
        "needs": needs.iter().map(need).collect::<Vec<_>>(),
        "follow_ups": qualified.iter().map(follow_up).collect::<Vec<_>>(),
        "trend": insight::trend_of(survey, person, |_| true).iter().map(trend).collect::<Vec<_>>(),
        "credit": insight.credits.get(person).map(credit),
        "what_if": what_ifs.iter().map(what_if).collect::<Vec<_>>(),
    })
}

/// What a period says as a whole.
pub(super) fn period(agency: &Agency, survey: &[PeriodInsight], insight: &PeriodInsight) -> Value {
    let counts = insight::need_counts(agency, insight);
    let of_units: serde_json::Map<String, Value> =
        counts.units.iter().map(|(unit, found)| (unit.clone(), need_counts(found))).collect();
    let mut qualified: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for person in insight.scorecards.keys() {
        for found in insight::follow_ups(survey, insight, person) {
            qualified.entry(found.rule).or_default().push(person);
        }
    }
    let trends = insight::unit_trends(agency, survey);
    let spread = trends.iter().find(|one| one.period == insight.period.id).map(|one| {
        let units: serde_json::Map<String, Value> =
            one.units.iter().map(|(unit, point)| (unit.clone(), unit_point(point))).collect();
        json!({"agency": unit_point(&one.agency), "units": units})
    });
    json!({
        "period": insight.period.id,
        "needs": {"agency": need_counts(&counts.agency), "units": of_units},
        "follow_ups": qualified,
        "trainings": insight::lifts(survey).iter().map(lift).collect::<Vec<_>>(),
        "goals": cascade(&insight::cascade(insight)),
        "nine_box": insight::nine_box(insight).as_ref().map(nine_box),
        "awards": insight::proposals(agency, insight).iter().map(proposal).collect::<Vec<_>>(),
        "spread": spread,
    })
}

fn exact(number: Option<&Exact>) -> Value {
    json!(number.map(ToString::to_string))
}

fn rated(rated: &Rated) -> Value {
    json!({"level": rated.level, "value": exact(rated.value.as_ref())})
}

fn criterion(state: &CriterionState) -> Value {
    let shows = match state.shows {
        Shows::Weakness => Some("weakness"),
        Shows::Neither => None,
        Shows::Strength => Some("strength"),
    };
    json!({
        "criterion": state.criterion,
        "rated": rated(&state.rated),
        "shows": shows,
        "required": state.required,
        "gap": exact(state.gap.as_ref()),
    })
}

fn need(need: &Need) -> Value {
    let trainings: Vec<Value> = need
        .trainings
        .iter()
        .map(|answer| {
            let (status, date) = match answer.status {
                Status::Open => ("open", None),
                Status::Before(day) => ("before", Some(day)),
                Status::Lapsed(day) => ("lapsed", Some(day)),
                Status::Planned(day) => ("planned", day),
                Status::Done(day) => ("done", Some(day)),
            };
            json!({"training": answer.training, "status": status, "date": date.map(|day| day.to_string())})
        })
        .collect();
    let rule = match &need.from {
        NeedFrom::Criterion(_) => None,
        NeedFrom::Rule(rule) => Some(rule),
    };
    json!({
        "criterion": need.criterion(),
        "rule": rule,
        "answered": need.is_answered(),
        "trainings": trainings,
    })
}

fn need_counts(counts: &[NeedCount]) -> Value {
    let count = |count: &NeedCount| {
        json!({
            "criterion": count.criterion,
            "rated": count.rated,
            "weak": count.weak,
            "below_required": count.below,
            "need": count.need,
        })
    };
    counts.iter().map(count).collect()
}

fn follow_up(qualified: &Qualified) -> Value {
    let counted = qualified.counted.iter();
    let counted: Vec<Value> =
        counted.map(|one| json!({"period": one.period, "rated": rated(&one.rated)})).collect();
    json!({"rule": qualified.rule, "counted": counted})
}

fn trend(line: &TrendLine) -> Value {
    let points: Vec<Value> = line
        .points
        .iter()
        .map(|point| {
            json!({
                "period": point.period,
                "rated": rated(&point.rated),
                "place": exact(point.place.as_ref()),
                "comparable": point.is_comparable,
            })
        })
        .collect();
    json!({"of": line.id, "points": points})
}

fn credit(credit: &Credit) -> Value {
    let parts: Vec<Value> = credit
        .parts
        .iter()
        .map(|part| {
            json!({
                "rung": part.rung,
                "points": part.points.to_string(),
                "multiplier": part.multiplier.to_string(),
                "part": part.part.to_string(),
                "earned": part.earned.to_string(),
            })
        })
        .collect();
    json!({"parts": parts, "total": credit.total.to_string()})
}

fn what_if(what_if: &WhatIf) -> Value {
    let tries: Vec<Value> = what_if
        .tries
        .iter()
        .map(|one| {
            let value =
                one.value.as_ref().map(|(from, to)| json!({"from": from.to_string(), "to": to.to_string()}));
            json!({
                "from": one.from,
                "to": one.to,
                "outcome": one.outcome,
                "value": value,
                "stands": one.stands,
            })
        })
        .collect();
    json!({"item": what_if.item, "tries": tries})
}

fn lift(found: &TrainingLift) -> Value {
    let people: Vec<Value> = found
        .lifts
        .iter()
        .map(|lift| {
            json!({
                "person": lift.person,
                "about": lift.about,
                "completed": lift.completed.to_string(),
                "before": {"period": lift.before.period, "place": lift.before.place.to_string()},
                "after": {"period": lift.after.period, "place": lift.after.place.to_string()},
            })
        })
        .collect();
    json!({
        "training": found.training,
        "enough": found.is_enough(),
        "not_compared": found.unseen,
        "others": found.others,
        "others_rose": found.others_rose,
        "people": people,
    })
}

fn cascade(found: &Cascade) -> Value {
    let goals: Vec<Value> = found
        .goals
        .iter()
        .map(|goal| {
            let results = goal.results.iter();
            let results: Vec<Value> = results
                .map(|one| json!({"person": one.person, "result": one.result, "depth": one.depth}))
                .collect();
            json!({"goal": goal.goal, "results": results})
        })
        .collect();
    let shared: Vec<Value> = found
        .shared
        .iter()
        .map(|one| {
            let sharers = one.sharers.iter();
            let sharers: Vec<Value> = sharers
                .map(|by| json!({"person": by.person, "result": by.result, "contribution": by.contribution}))
                .collect();
            json!({"goal": one.goal, "indicator": one.indicator, "sharers": sharers})
        })
        .collect();
    let loose: Vec<Value> = found
        .loose
        .iter()
        .map(|one| json!({"person": one.person, "result": one.result, "supports": one.supports}))
        .collect();
    json!({
        "goals": goals,
        "shared": shared,
        "results_without_goal": loose,
        "people_without_goal": found.without_link,
        "people_without_plan": found.without_plan,
    })
}

fn nine_box(found: &NineBox) -> Value {
    json!({"across": found.across, "up": found.up, "boxes": found.boxes, "without_place": found.unplaced})
}

fn proposal(found: &Proposal) -> Value {
    let candidates: Vec<Value> = found
        .candidates
        .iter()
        .map(|one| {
            json!({
                "id": one.id,
                "place": one.place,
                "figure": one.figure.to_string(),
                "value": exact(one.value.as_ref()),
                "level": one.level,
                "of": one.of,
            })
        })
        .collect();
    json!({"rule": found.rule, "compared": found.compared, "tied": found.is_tied, "candidates": candidates})
}

fn unit_point(point: &insight::UnitPoint) -> Value {
    let counts: serde_json::Map<String, Value> =
        point.spread.counts.iter().map(|(level, count)| (level.clone(), json!(count))).collect();
    json!({"people": point.spread.people, "counts": counts, "rating": point.rating})
}
