//! How raters use their scales as JSON: exact numbers as text, people and periods by id.

use serde_json::{Map, Value, json};

use crate::insight::calibration::{self as insight, Beside, Calibration, Earlier, Favour, Gap, RaterFigures};
use crate::num::Exact;

/// What the ratings of a period say of how they were given.
pub(super) fn calibration(period: &str, found: &Calibration) -> Value {
    let raters: Vec<Value> = found
        .sides
        .iter()
        .flat_map(|side| side.raters.iter().map(|figures| rater(side.side.id(), figures)))
        .collect();
    let few: Map<String, Value> =
        found.sides.iter().map(|side| (side.side.id().to_owned(), json!(side.few))).collect();
    let pairs: Vec<[Value; 2]> =
        found.pairs.clear.iter().map(|pair| pair.favours.each_ref().map(favour)).collect();
    json!({
        "period": period,
        "held": found.held,
        "least": {
            "people": insight::FEWEST_PEOPLE,
            "raters": insight::FEWEST_RATERS,
            "items": insight::FEWEST_ITEMS,
            "difference_percent": insight::CLEAR_PERCENT,
            "gap_percent": insight::CLEAR_GAP_PERCENT,
        },
        "raters": raters,
        "too_few": few,
        "gaps": {
            "looked_at": found.gaps.people,
            "clear": found.gaps.clear.iter().map(gap).collect::<Vec<_>>(),
        },
        "pairs": {"looked_at": found.pairs.looked_at, "clear": pairs},
    })
}

fn rater(side: &str, figures: &RaterFigures) -> Value {
    json!({
        "rater": figures.by,
        "side": side,
        "people": figures.people,
        "ratings": figures.ratings,
        "mean": exact(&figures.mean),
        "level": figures.level.as_ref().map(beside),
        "between": figures.between.as_ref().map(beside),
        "within": figures.within.as_ref().map(beside),
        "earlier": figures.earlier.as_ref().map(earlier),
        "signs": figures.signs().into_iter().map(insight::Sign::id).collect::<Vec<_>>(),
    })
}

fn beside(beside: &Beside) -> Value {
    json!({
        "people": beside.people,
        "own": exact(&beside.own),
        "others": beside
            .others
            .as_ref()
            .map(|others| json!({"raters": others.raters, "figure": exact(&others.figure)})),
        "difference": beside.difference().as_ref().map(exact),
    })
}

fn earlier(earlier: &Earlier) -> Value {
    json!({
        "period": earlier.period,
        "people": earlier.people,
        "now": exact(&earlier.now),
        "then": exact(&earlier.then),
        "rose": exact(&earlier.rose()),
        "others_rose": earlier.others_rose.as_ref().map(exact),
    })
}

fn gap(gap: &Gap) -> Value {
    json!({
        "person": gap.person,
        "items": gap.items,
        "own": exact(&gap.own),
        "raters": gap.raters,
        "others": exact(&gap.others),
        "difference": exact(&gap.difference()),
    })
}

fn favour(favour: &Favour) -> Value {
    json!({
        "by": favour.by,
        "to": favour.to,
        "items": favour.items,
        "gave": exact(&favour.gave),
        "raters": favour.raters,
        "others": exact(&favour.others),
        "difference": exact(&favour.difference()),
    })
}

fn exact(value: &Exact) -> String {
    value.to_string()
}
