//! Where a table breaks over pages.
//!
//! Every place where it may break has a price: the height it leaves empty, and something for parting what belongs
//! together. A break between rows is cheapest, one between rows that a cell covers costs more, one within a row most. No
//! part of a cell is smaller than what its atoms keep together, which is two lines.

use super::grid::{Grid, GridCell, height_of};
use super::pager::{HAIR, Pager};
use super::rows::{Part, Placing, fitting};

/// Parts of a page that may stay empty rather than part rows covered by one cell, or the lines of a row.
const LINKED: f32 = 0.08;
const WITHIN: f32 = 0.2;
/// Beside what must stand there, a table begins on a page if this part of it is free for the next row.
const BEGUN: f32 = 0.1;
/// No table asks for more of a page than this part to begin on it.
const MOST: f32 = 0.6;

/// Where a part of a table ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Break {
    /// After so many of the rows gathered for the page.
    After(usize),
    /// Within the row after so many, with where its part ends.
    Within(usize, f32),
}

impl Pager {
    /// Height a grid must find on a page to begin there, and whether that is all of it.
    pub(super) fn table_lead(&self, grid: &Grid) -> (f32, bool) {
        let (head, rows) = (grid.head.height(), &grid.body.rows);
        let all = head + grid.body.height();
        if grid.whole && all <= self.capacity() {
            return (all, true);
        }
        let kept = rows.iter().take_while(|row| row.keep).count().min(rows.len().saturating_sub(1));
        let before: f32 = rows[..kept].iter().map(|row| row.height).sum();
        let next = least_start(grid, kept, self.capacity() * BEGUN).min(self.capacity() * MOST);
        let lead = head + before + next;
        (lead, lead + HAIR >= all)
    }
}

/// Height from a row on after which a page may end: within the row if it is tall, else after it or a later one.
fn least_start(grid: &Grid, row: usize, usual: f32) -> f32 {
    let least = |cell: &GridCell| match first_part(&cell.atoms) {
        0 => 0.0,
        count => height_of(&cell.atoms[..count]) + 2.0 * grid.padding.1,
    };
    let cells = || grid.body.cells.iter().skip_while(|cell| cell.row < row);
    let start = cells().take_while(|cell| cell.row == row).map(least).fold(usual, f32::max);
    let mut height = 0.0;
    for (place, next) in grid.body.rows.iter().enumerate().skip(row) {
        height += next.height;
        let over = cells().take_while(|cell| cell.row == row).filter(|cell| cell.last_row() > place);
        if height >= start || over.map(least).all(|least| least <= height + HAIR) {
            break;
        }
    }
    height.min(start)
}

/// How many atoms stand before the first place where a page may end.
fn first_part(atoms: &[super::Atom]) -> usize {
    atoms.iter().position(|atom| !atom.keep).map_or(atoms.len(), |place| place + 1)
}

impl Placing {
    /// The best place to end a part whose rows, or what must follow them, go on beyond the page.
    pub(super) fn best_break(&self, part: &Part, pager: &Pager, follow: f32) -> Break {
        let (bottom, count) = (pager.frame.bottom, part.stretches.len());
        let mut best: Option<(f32, Break)> = None;
        let mut offer = |price: f32, place: Break| {
            if best.is_none_or(|(least, _)| price < least) {
                best = Some((price, place));
            }
        };
        if let Some(lower) = self.within(part, count, bottom) {
            offer(WITHIN + (bottom - lower) / pager.capacity(), Break::Within(count, lower));
        }
        // Going up, a break can only grow dearer once the height it leaves empty alone costs more than the best.
        for rows in (1..=count).rev() {
            let stretch = &part.stretches[rows - 1];
            let free = (bottom - stretch.bottom) / pager.capacity();
            let last = stretch.row + 1 == self.body().rows.len();
            let tied = self.body().rows[stretch.row].keep || (last && follow > 0.0);
            if !tied && !last && self.parts_well(part, rows) {
                let linked = if self.body().rows[stretch.row].linked { LINKED } else { 0.0 };
                offer(free + linked, Break::After(rows));
            }
            // What cannot do without the next row, or what follows, gives it some of its own lines as company.
            if tied && let Some(lower) = self.within(part, rows - 1, stretch.bottom - 1.0) {
                offer(WITHIN + (bottom - lower) / pager.capacity(), Break::Within(rows - 1, lower));
            }
        }
        best.map_or_else(|| self.last_resort(part, bottom, follow), |(_, place)| place)
    }

    /// Where nothing may break, something has to.
    fn last_resort(&self, part: &Part, bottom: f32, follow: f32) -> Break {
        let count = part.stretches.len();
        let all = part.stretches.last().is_some_and(|last| last.row + 1 == self.body().rows.len());
        match part.stretches.first() {
            None if part.fresh => Break::Within(0, bottom),
            None => Break::After(0),
            // A part that begins below other things moves whole, as far as a new page will help.
            Some(first) if !part.fresh && first.begins => Break::After(0),
            Some(_) if all && follow > 0.0 && count > 1 => Break::After(count - 1),
            Some(_) => Break::After(count),
        }
    }

    /// Says whether cells that go on beyond some rows show at least a few lines there.
    fn parts_well(&self, part: &Part, rows: usize) -> bool {
        let last = &part.stretches[rows - 1];
        self.cells_of(last.row).filter(|(_, cell)| cell.last_row() > last.row).all(|(place, cell)| {
            let rest = self.rest(place);
            let room = last.bottom - self.top_of(part, cell, last.top) - 2.0 * self.grid.padding.1;
            rest.is_empty() || fitting(rest, room, false) > 0
        })
    }

    /// Where the row after so many ends if it breaks above a height: below the last line shown there. `None` if it
    /// would not show a few lines of each cell, or leave nothing for the next page.
    fn within(&self, part: &Part, rows: usize, bottom: f32) -> Option<f32> {
        let y = match rows.checked_sub(1) {
            Some(before) => part.stretches[before].bottom,
            None => part.top + self.head_height,
        };
        let row = part.from + rows;
        let (mut lower, mut remains, mut shown) = (y, false, false);
        for (place, cell) in self.cells_of(row) {
            let rest = self.rest(place);
            if rest.is_empty() {
                continue;
            }
            let top = self.top_of(part, cell, y);
            let count = fitting(rest, bottom - top - 2.0 * self.grid.padding.1, false);
            if count == 0 && cell.row == row && !self.is_begun(place) {
                return None;
            }
            shown |= count > 0;
            remains |= count < rest.len();
            lower = lower.max(top + height_of(&rest[..count]) + 2.0 * self.grid.padding.1);
        }
        (remains && shown && lower > y + HAIR && lower <= bottom + HAIR).then_some(lower)
    }
}
