//! Bands and lines: each can be reached, no two ask for the same number, and every possible number has one.

use super::possible::Possible;
use super::{defined, excluded};
use crate::diagnostic::{Finding, Span, code};
use crate::num::Exact;
use crate::schema::Id;
use crate::schema::framework::{Band, Edges, Line, Outcome};

/// A place between numbers: before a number, or after it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Cut {
    at: Exact,
    after: bool,
}

/// The numbers between two places. None where there is no end.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stretch {
    from: Option<Cut>,
    to: Option<Cut>,
}

/// A band or line.
struct Piece<'a> {
    /// What it leads to.
    name: String,
    stretch: Stretch,
    /// Conditions that it asks for besides.
    when: &'a [Id],
    at: Span,
}

/// Checks bands.
pub(super) fn check(bands: &[Band], possible: Option<&Possible>, out: &mut Vec<Finding>) {
    let before = out.len();
    bands.iter().for_each(|band| edges(&band.edges, out));
    if out.len() == before {
        let pieces = bands.iter().map(|band| Piece {
            name: band.level.value.clone(),
            stretch: Stretch::of(&band.edges),
            when: &band.when,
            at: band.level.span,
        });
        together(&pieces.collect::<Vec<_>>(), possible, out);
    }
}

/// Checks what bands name: levels, all of which some band leads to, and conditions.
pub(super) fn lead_to<T>(bands: &[Band], levels: &[(Id, T)], outcome: &Outcome, out: &mut Vec<Finding>) {
    for band in bands {
        defined("level", &band.level, levels, out);
        band.when.iter().for_each(|condition| defined("when", condition, &outcome.conditions, out));
    }
}

/// Reports levels that nothing leads to, each at its own place or where all of them should be given.
pub(super) fn all_given<'a, T>(
    levels: &'a [(Id, T)],
    given: impl Iterator<Item = &'a Id>,
    place: Option<Span>,
    out: &mut Vec<Finding>,
) {
    let given: Vec<&str> = given.map(|id| id.value.as_str()).collect();
    for (level, _) in levels.iter().filter(|(level, _)| !given.contains(&level.value.as_str())) {
        let at = place.unwrap_or(level.span);
        out.push(Finding::new(code::LEVEL_NEVER_GIVEN, at).arg("level", level.value.clone()));
    }
}

/// Checks lines.
pub(super) fn check_lines(lines: &[Line], possible: Option<&Possible>, out: &mut Vec<Finding>) {
    let before = out.len();
    for line in lines {
        edges(&line.edges, out);
        if let Some(to) = &line.to_value {
            let ends = line.edges.lower().zip(line.edges.upper());
            if ends.is_none_or(|(lower, upper)| lower.value >= upper.value) {
                out.push(Finding::new(code::LINE_WITHOUT_ENDS, to.span).number("found", to));
            }
        }
    }
    if out.len() == before {
        let pieces = lines.iter().map(|line| Piece {
            name: line.value.value.to_string(),
            stretch: Stretch::of(&line.edges),
            when: &[],
            at: line.value.span,
        });
        together(&pieces.collect::<Vec<_>>(), possible, out);
    }
}

/// Each end is given once, and the lower one first.
fn edges(edges: &Edges, out: &mut Vec<Finding>) {
    let before = out.len();
    for (key, first, other, second) in
        [("above", &edges.above, "from", &edges.from), ("below", &edges.below, "to", &edges.to)]
    {
        if let (Some(first), Some(second)) = (first, second) {
            out.push(excluded(key, first.span, other, second.span));
        }
    }
    if let (Some(lower), Some(upper)) = (edges.lower(), edges.upper())
        && Stretch::of(edges).is_empty()
        && out.len() == before
    {
        out.push(Finding::new(code::RANGE_REVERSED, upper.span).number("first", lower).number("last", upper));
    }
}

fn together(pieces: &[Piece], possible: Option<&Possible>, out: &mut Vec<Finding>) {
    let whole = possible.map_or(Stretch { from: None, to: None }, Stretch::all);
    let step = possible.and_then(|possible| possible.step.as_ref());
    for (place, piece) in pieces.iter().enumerate() {
        let reach = piece.stretch.common(&whole);
        if reach.example(step).is_none() {
            out.push(Finding::new(code::LEVEL_NEVER_GIVEN, piece.at).arg("level", piece.name.clone()));
            continue;
        }
        // Earlier ones come first wherever this one would fit, unless they ask for more.
        let earlier = pieces[..place].iter().filter(|earlier| earlier.asks_no_more_than(piece));
        let taken: Vec<&Stretch> = earlier.clone().map(|earlier| &earlier.stretch).collect();
        if reach.without(&taken).iter().all(|left| left.example(step).is_none()) {
            let hiding = earlier.filter(|earlier| !earlier.stretch.common(&reach).is_empty());
            let finding = Finding::new(code::BAND_UNREACHABLE, piece.at).arg("level", piece.name.clone());
            out.push(hiding.fold(finding, |finding, earlier| finding.note(earlier.at, "comes-first")));
            continue;
        }
        for other in earlier {
            let common = other.stretch.common(&reach);
            if common.example(step).is_some() {
                let finding = Finding::new(code::BANDS_OVERLAP, piece.at)
                    .arg("level", piece.name.clone())
                    .arg("other", other.name.clone())
                    .note(other.at, "comes-first");
                out.push(common.shown(finding));
            }
        }
    }
    if possible.is_some() && !pieces.is_empty() {
        gaps(pieces, &whole, step, out);
    }
}

/// Possible numbers that lead nowhere as long as no condition is met.
fn gaps(pieces: &[Piece], whole: &Stretch, step: Option<&Exact>, out: &mut Vec<Finding>) {
    let always = || pieces.iter().filter(|piece| piece.when.is_empty());
    let taken: Vec<&Stretch> = always().map(|piece| &piece.stretch).collect();
    for gap in whole.without(&taken) {
        let Some(example) = gap.example(step) else { continue };
        let beside = always().find(|piece| {
            gap.from.is_some() && piece.stretch.to == gap.from
                || gap.to.is_some() && piece.stretch.from == gap.to
        });
        let Some(place) = beside.or(pieces.first()) else { continue };
        out.push(gap.shown(Finding::new(code::BAND_GAP, place.at).number("example", &example)));
    }
}

impl Piece<'_> {
    /// Whether it fits wherever the other one does, as far as conditions go.
    fn asks_no_more_than(&self, other: &Piece) -> bool {
        self.when.iter().all(|own| other.when.iter().any(|condition| condition.value == own.value))
    }
}

impl Cut {
    fn before(at: &Exact) -> Cut {
        Cut { at: at.clone(), after: false }
    }

    fn after(at: &Exact) -> Cut {
        Cut { at: at.clone(), after: true }
    }
}

impl Stretch {
    fn of(edges: &Edges) -> Stretch {
        let from = edges.from.as_ref().map(|from| Cut::before(from));
        let to = edges.to.as_ref().map(|to| Cut::after(to));
        Stretch {
            from: from.or_else(|| edges.above.as_ref().map(|above| Cut::after(above))),
            to: to.or_else(|| edges.below.as_ref().map(|below| Cut::before(below))),
        }
    }

    fn all(possible: &Possible) -> Stretch {
        Stretch { from: Some(Cut::before(&possible.from)), to: possible.to.as_ref().map(Cut::after) }
    }

    fn is_empty(&self) -> bool {
        self.from.as_ref().zip(self.to.as_ref()).is_some_and(|(from, to)| from >= to)
    }

    /// What lies in both.
    fn common(&self, other: &Stretch) -> Stretch {
        // No lower end lies below all others, no upper end above all.
        let to = match (&self.to, &other.to) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.as_ref().or(other.as_ref()),
        };
        Stretch { from: self.from.as_ref().max(other.from.as_ref()).cloned(), to: to.cloned() }
    }

    /// What is left of it without others.
    fn without(&self, others: &[&Stretch]) -> Vec<Stretch> {
        let mut left = vec![self.clone()];
        for other in others {
            let below = Stretch { from: None, to: other.from.clone() };
            let above = Stretch { from: other.to.clone(), to: None };
            let sides = [other.from.is_some().then_some(below), other.to.is_some().then_some(above)];
            let parts = left.iter().flat_map(|part| sides.iter().flatten().map(|side| part.common(side)));
            left = parts.filter(|part| !part.is_empty()).collect();
        }
        left.retain(|part| !part.is_empty());
        left.sort_by(|one, other| one.from.cmp(&other.from));
        left
    }

    /// A number in it, among those that a step leaves. `None` if there is none.
    fn example(&self, step: Option<&Exact>) -> Option<Exact> {
        if self.is_empty() {
            return None;
        }
        let one = Exact::from(1);
        let Some(step) = step else {
            return Some(match (&self.from, &self.to) {
                (Some(from), _) if !from.after => from.at.clone(),
                (Some(from), Some(to)) => (&(&from.at + &to.at) / &Exact::from(2))?,
                (Some(from), None) => &from.at + &one,
                (None, Some(to)) if to.after => to.at.clone(),
                (None, Some(to)) => &to.at - &one,
                (None, None) => Exact::zero(),
            });
        };
        let Some(from) = &self.from else { return self.example(None) };
        let below = step * &(&from.at / step)?.floor();
        let first = if below == from.at && !from.after { below } else { &below + step };
        self.to.as_ref().is_none_or(|to| Cut::before(&first) < *to).then_some(first)
    }

    /// Puts its ends into a finding.
    fn shown(&self, finding: Finding) -> Finding {
        let finding = match &self.from {
            Some(from) => finding.number("from", &from.at),
            None => finding.phrase("from", "no-lower-end"),
        };
        match &self.to {
            Some(to) => finding.number("to", &to.at),
            None => finding.phrase("to", "no-upper-end"),
        }
    }
}
