//! Scorecards as JSON, for the personnel office: every step with its kind, its result and where it was written.

use serde_json::{Value, json};

use crate::diagnostic::{Texts, place};
use crate::num::{Exact, RoundingMode};
use crate::schema::Measure;
use crate::schema::framework::Combine;
use crate::score::{Banded, Figure, Formula, Got, Joined, Missing, Scorecard, Step, What};
use crate::source::Sources;

/// A scorecard of a period, or of a part of it. Numbers are exact and stand as text: a decimal, or a fraction such as `109/30`.
pub(super) fn card(card: &Scorecard, part: Option<&str>, sources: &Sources) -> Value {
    let components: Vec<Value> = card
        .components
        .iter()
        .map(|component| {
            let criteria: serde_json::Map<String, Value> =
                component.criteria.iter().map(|(id, value)| (id.clone(), exact(value.as_ref()))).collect();
            json!({
                "id": component.id,
                "level": component.level,
                "value": exact(component.value.as_ref()),
                "before_decision": component.before_decision.as_ref().map(got),
                "criteria": criteria,
            })
        })
        .collect();
    let mut value = json!({
        "period": card.period,
        "person": card.person,
        "framework": card.framework,
        "outcome": card.outcome,
        "value": exact(card.value.as_ref()),
        "components": components,
        "derivation": step(&card.derivation, sources),
    });
    if let Some(part) = part {
        value["part"] = json!(part);
    }
    value
}

fn exact(number: Option<&Exact>) -> Value {
    json!(number.map(ToString::to_string))
}

/// What a step came to: a level's id, or an exact number as text.
fn got(got: &Got) -> String {
    match got {
        Got::Level(level) => level.clone(),
        Got::Number(number) => number.to_string(),
    }
}

fn step(of: &Step, sources: &Sources) -> Value {
    let mut value = what(&of.what);
    value["result"] = json!(of.result.as_ref().map(got));
    if let Some(weight) = &of.weight {
        value["weight"] = json!(weight.to_string());
    }
    if let Some(at) = of.at {
        value["path"] = json!(sources.path(at.file));
        value["line"] = json!(place(sources.text(at.file), at.start).line);
    }
    if !of.inputs.is_empty() {
        value["inputs"] = of.inputs.iter().map(|input| step(input, sources)).collect();
    }
    value
}

fn what(what: &What) -> Value {
    match what {
        What::Matrix { rows, columns } => json!({"step": "matrix", "rows": rows, "columns": columns}),
        What::Band { of, band } => {
            let (kind, id) = match of {
                Banded::Outcome => ("outcome", None),
                Banded::Component(id) => ("component", Some(id)),
                Banded::Category(id) => ("category", Some(id)),
            };
            json!({"step": "band", "of": kind, "id": id, "band": band})
        }
        What::Veto { veto } => json!({"step": "veto", "veto": veto}),
        What::Join { of, combine, total, renormalised } => {
            let (kind, id) = joined(of);
            json!({
                "step": "join",
                "of": kind,
                "id": id,
                "combine": combined(*combine),
                "weights": exact(total.as_ref()),
                "renormalised": renormalised,
            })
        }
        What::Times(by) => json!({"step": "times", "by": by.to_string()}),
        What::Cap(cap) => json!({"step": "cap", "cap": cap.to_string()}),
        What::Round { decimals, mode } => {
            let mode = match mode {
                RoundingMode::HalfUp => "half-up",
                RoundingMode::HalfEven => "half-even",
                RoundingMode::Down => "down",
            };
            json!({"step": "round", "decimals": decimals, "mode": mode})
        }
        What::Component { component } => json!({"step": "component", "component": component}),
        What::Criterion { criterion } => json!({"step": "criterion", "criterion": criterion}),
        What::Pool { side, raters } => json!({"step": "pool", "side": side.id(), "raters": raters}),
        What::Rating { by, side, date } => {
            json!({"step": "rating", "by": by, "side": side.id(), "date": date.to_string()})
        }
        What::Counts { rated } => json!({"step": "counts", "rated": rated}),
        What::Decision { by, date } => json!({"step": "decision", "by": by, "date": date.to_string()}),
        What::Result { result } => json!({"step": "result", "planned": result}),
        What::Indicator { result, indicator } => {
            json!({"step": "indicator", "planned": result, "indicator": indicator})
        }
        What::Achievement(formula) => achievement(*formula),
        What::Figure { figure, measure, unit } => {
            let figure = match figure {
                Figure::Target => "target",
                Figure::Realised => "realised",
                Figure::Shared => "shared",
                Figure::Baseline => "baseline",
            };
            json!({"step": "figure", "figure": figure, "measure": measured(measure), "unit": unit})
        }
        What::Line { valuation, line } => json!({"step": "line", "valuation": valuation, "line": line}),
        What::TargetIsMax { valuation } => json!({"step": "target-is-max", "valuation": valuation}),
        What::Count { valuation, rule, counts } => {
            let counts: serde_json::Map<String, Value> =
                counts.iter().map(|(category, count)| (category.clone(), json!(count))).collect();
            json!({"step": "count", "valuation": valuation, "rule": rule, "counts": counts})
        }
        What::CategoryValue { valuation } => json!({"step": "category-value", "valuation": valuation}),
        What::Additional { share, scope, weight } => json!({
            "step": "additional",
            "share": share.to_string(),
            "scope": scope,
            "scope_weight": weight.to_string(),
        }),
        What::Condition { condition } => json!({"step": "condition", "condition": condition}),
        What::Period { period } => json!({"step": "period", "period": period}),
        What::Missing(missing) => lacking(missing),
    }
}

fn joined(of: &Joined) -> (&'static str, Option<&String>) {
    match of {
        Joined::Score => ("score", None),
        Joined::Parts(id) => ("parts", Some(id)),
        Joined::Criteria(id) => ("criteria", Some(id)),
        Joined::Raters(id) => ("raters", Some(id)),
        Joined::Results(id) => ("results", Some(id)),
        Joined::Kind(id) => ("kind", Some(id)),
        Joined::Indicators(id) => ("indicators", Some(id)),
        Joined::WithAdditional => ("with-additional", None),
        Joined::Additional => ("additional", None),
        Joined::Periods => ("periods", None),
    }
}

fn combined(combine: Combine) -> &'static str {
    match combine {
        Combine::Mean => "mean",
        Combine::WeightedMean => "weighted-mean",
        Combine::WeightedSum => "weighted-sum",
        Combine::Sum => "sum",
    }
}

fn achievement(formula: Formula) -> Value {
    let name = match formula {
        Formula::Higher => "higher",
        Formula::LowerMirror => "lower-mirror",
        Formula::LowerInverse => "lower-inverse",
        Formula::LowerNothing => "lower-nothing",
        Formula::Inside => "inside",
        Formula::FromBaseline => "from-baseline",
        Formula::Deadline { late } => {
            return json!({"step": "achievement", "formula": "deadline", "late": late});
        }
        Formula::Done => "done",
    };
    json!({"step": "achievement", "formula": name})
}

fn measured(measure: &Measure) -> Value {
    match measure {
        Measure::Number(number) => json!(number.to_string()),
        Measure::Range(from, to) => json!({"from": from.to_string(), "to": to.to_string()}),
        Measure::Words(words) => json!(words),
    }
}

fn lacking(missing: &Missing) -> Value {
    let name = match missing {
        Missing::Assessment => "assessment",
        Missing::Rating => "rating",
        Missing::Raters { kind, least } => {
            return json!({"step": "missing", "missing": "raters", "kind": kind, "least": least});
        }
        Missing::Plan => "plan",
        Missing::Results => "results",
        Missing::Realisation => "realisation",
        Missing::Figure => "figure",
        Missing::Period => "period",
    };
    json!({"step": "missing", "missing": name})
}
