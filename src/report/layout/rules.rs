//! The lines of tables.

use std::collections::BTreeMap;

use super::super::document::{Colour, Lines};
use super::pager::Pager;
use crate::pdf::Draw;

/// Thickness of a table's lines.
const THIN: f32 = 0.5;

/// The lines of a part, in hundredths of a point. Cells share their edges; each is drawn once, as long as it goes.
#[derive(Default)]
pub(super) struct Rules {
    across: BTreeMap<i32, Vec<(i32, i32)>>,
    down: BTreeMap<i32, Vec<(i32, i32)>>,
}

impl Rules {
    pub(super) fn add(&mut self, (left, right): (f32, f32), top: f32, bottom: f32) {
        let hundredths = |points: f32| (points * 100.0).round() as i32;
        let (left, right, top, bottom) =
            (hundredths(left), hundredths(right), hundredths(top), hundredths(bottom));
        for y in [top, bottom] {
            self.across.entry(y).or_default().push((left, right));
        }
        for x in [left, right] {
            self.down.entry(x).or_default().push((top, bottom));
        }
    }

    pub(super) fn draw(self, pager: &mut Pager, lines: Lines) {
        let indent = pager.frame.left;
        for line in self.lines(lines) {
            pager.ground(line, indent);
        }
    }

    /// The lines that a table shows.
    pub(super) fn lines(self, lines: Lines) -> Vec<Draw> {
        let points = |hundredths: i32| hundredths as f32 / 100.0;
        let rule = |points: Vec<(f32, f32)>| Draw::Line { points, thickness: THIN, colour: Colour::LINE };
        let mut drawn = Vec::new();
        if lines != Lines::None {
            for (y, stretches) in self.across {
                let across = joined(stretches).into_iter();
                drawn.extend(
                    across.map(|(left, right)| {
                        rule(vec![(points(left), points(y)), (points(right), points(y))])
                    }),
                );
            }
        }
        if lines == Lines::Grid {
            for (x, stretches) in self.down {
                let down = joined(stretches).into_iter();
                drawn.extend(
                    down.map(|(top, bottom)| {
                        rule(vec![(points(x), points(top)), (points(x), points(bottom))])
                    }),
                );
            }
        }
        drawn
    }
}

/// Stretches without overlap, those that touch made one.
fn joined(mut stretches: Vec<(i32, i32)>) -> Vec<(i32, i32)> {
    stretches.sort_unstable();
    let mut joined: Vec<(i32, i32)> = Vec::new();
    for (from, to) in stretches {
        match joined.last_mut() {
            // A hundredth or two between neighbours is rounding.
            Some(last) if from <= last.1 + 2 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
