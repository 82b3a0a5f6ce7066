//! The nine boxes: everybody with an outcome by two components, each parted into thirds of its scale.

use super::PeriodInsight;
use super::rated::Rated;
use crate::framework::Framework;
use crate::num::Exact;

/// People by two components.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NineBox {
    /// The component that grows to the right: results, where the framework says so.
    pub across: String,
    /// The component that grows upwards.
    pub up: String,
    /// People by box, by id: first by third of the component upwards, lowest first, then by third across.
    pub boxes: [[Vec<String>; 3]; 3],
    /// How many have an outcome and no place in it, as one of the components has none.
    pub unplaced: usize,
}

impl NineBox {
    /// How many people stand in it.
    pub fn people(&self) -> usize {
        self.boxes.iter().flatten().map(Vec::len).sum()
    }
}

/// The nine boxes of a period. `None` if its framework does not have two components to set against each other.
pub fn nine_box(insight: &PeriodInsight) -> Option<NineBox> {
    let framework = insight.period.framework.as_deref()?;
    let (across, up) = axes(framework)?;
    let mut boxes: [[Vec<String>; 3]; 3] = Default::default();
    let mut unplaced = 0;
    for (person, card) in insight.scorecards.iter().filter(|(_, card)| card.outcome.is_some()) {
        let third = |component: &str| {
            let dossier = insight.period.dossiers.get(person)?;
            third(&Rated::of(framework, dossier, card, component)?.place(framework, component)?)
        };
        match third(up).zip(third(across)) {
            Some((up, across)) => boxes[up][across].push(person.clone()),
            None => unplaced += 1,
        }
    }
    Some(NineBox { across: across.to_owned(), up: up.to_owned(), boxes, unplaced })
}

/// The two components: rows and columns of the table where there is one, else the two of the greatest weight among those
/// the outcome is made of, the one that results are rated under first.
fn axes(framework: &Framework) -> Option<(&str, &str)> {
    if let Some(matrix) = framework.matrix() {
        return Some((&matrix.rows.value, &matrix.columns.value));
    }
    let mut roots: Vec<_> = framework.parts_of(None).collect();
    // Where weights are equal, the order written holds.
    roots.sort_by_key(|(_, component)| {
        std::cmp::Reverse(component.weight.as_ref().map(|at| at.value.clone()))
    });
    let [(first, _), (second, _), ..] = roots.as_slice() else { return None };
    let results = framework.data.results.as_ref().map(|results| results.component.value.as_str());
    let (first, second) = (first.value.as_str(), second.value.as_str());
    Some(if results == Some(second) { (second, first) } else { (first, second) })
}

/// The third of a scale that a place lies in; the lines between belong to the middle.
fn third(place: &Exact) -> Option<usize> {
    let (low, high) = (Exact::ratio(1, 3)?, Exact::ratio(2, 3)?);
    Some(if *place < low {
        0
    } else if *place <= high {
        1
    } else {
        2
    })
}
