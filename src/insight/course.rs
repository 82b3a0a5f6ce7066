//! Periods in the order of their days, and which of them follow each other.

use super::PeriodInsight;
use crate::model::Period;

/// The periods in the order of their first days; of two that begin together, the shorter first.
pub fn by_date<'s, 'a>(survey: &'s [PeriodInsight<'a>]) -> Vec<&'s PeriodInsight<'a>> {
    let mut course: Vec<&PeriodInsight> = survey.iter().filter(|one| one.period.range().is_some()).collect();
    course.sort_by_key(|one| {
        let range = one.period.range();
        (range.map(|range| range.first), range.and_then(|range| range.last), one.period.id.as_str())
    });
    course
}

/// The periods that lie before one and follow each other without a day in common, the latest first. A period that
/// another one integrates counts as a part of that one only, unless it is asked about such a part itself.
pub(super) fn before<'s, 'a>(survey: &'s [PeriodInsight<'a>], of: &Period) -> Vec<&'s PeriodInsight<'a>> {
    let is_part = |id: &str| {
        let integrates = |whole: &PeriodInsight| {
            let data = whole.period.data.as_ref();
            data.is_some_and(|data| data.integrates.iter().any(|(part, _)| part.value == id))
        };
        survey.iter().any(integrates)
    };
    let parts = is_part(&of.id);
    let mut earlier = by_date(survey);
    earlier.retain(|one| is_part(&one.period.id) == parts);
    // The one that ends last comes first.
    earlier.sort_by_key(|one| {
        std::cmp::Reverse((one.period.end(), one.period.range().map(|range| range.first)))
    });
    let mut chain: Vec<&PeriodInsight> = vec![];
    let mut begins = of.range().map(|range| range.first);
    for one in earlier {
        if begins.zip(one.period.end()).is_some_and(|(begins, end)| end < begins) {
            begins = one.period.range().map(|range| range.first);
            chain.push(one);
        }
    }
    chain
}
