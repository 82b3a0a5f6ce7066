//! Placing grids: rows that break over pages, heads that return, cells that cover several rows.
//!
//! On each page a grid has a part: the head and a run of rows, the first or last of them perhaps only in part. A cell's
//! box on a page reaches over its rows there, and takes as much of the cell's content as fits; the rest goes on in its
//! box on the next page. Nothing is drawn before the part is known, so that rows can still move to the next page.

use std::collections::BTreeMap;

use super::super::document::{Colour, Lines, VerticalAlign};
use super::Atom;
use super::grid::{Grid, GridCell, Section, height_of};
use super::pager::{HAIR, Pager};
use crate::pdf::{Area, Draw};

/// Thickness of a table's lines.
const THIN: f32 = 0.5;
/// Rows and groups of rows up to this part of a page move as a whole rather than break.
const MOVED: f32 = 0.4;

/// A row's stretch on a page.
struct Stretch {
    row: usize,
    top: f32,
    bottom: f32,
    /// The row begins here.
    begins: bool,
    /// The row ends here.
    ends: bool,
}

/// What of a grid stands on one page.
struct Part {
    top: f32,
    /// Nothing else stands on the page above it.
    fresh: bool,
    stretches: Vec<Stretch>,
}

/// A grid on its way onto pages.
struct Placing {
    grid: Grid,
    head_height: f32,
    /// How many atoms of each body cell are placed.
    placed: Vec<usize>,
    /// Where in the list of body cells those begin that reach into or beyond a row.
    first_cell: Vec<usize>,
    head_shown: bool,
}

impl Pager {
    /// Height a grid must find on a page to begin there, and whether that is all of it.
    pub(super) fn table_lead(&self, grid: &Grid) -> (f32, bool) {
        let head = grid.head.height();
        let all = head + grid.body.height();
        if grid.whole && all <= self.capacity() {
            return (all, true);
        }
        let rows = &grid.body.rows;
        let count = together(&grid.body, 0);
        let unit: f32 = rows.iter().take(count).map(|row| row.height).sum();
        let limit = self.capacity() * MOVED;
        let least = if unit <= limit {
            unit
        } else {
            let kept: f32 = rows.iter().take_while(|row| row.keep).map(|row| row.height).sum();
            let next = rows.iter().find(|row| !row.keep).map_or(0.0, |row| row.height);
            kept + next.min(limit * 0.4)
        };
        (head + least, rows.len() == count)
    }

    /// Places a grid; its last row leaves so much height free for what must follow it.
    pub(super) fn table(&mut self, grid: Grid, follow: f32) {
        let head_height = grid.head.height();
        let mut placing = Placing {
            head_height,
            placed: vec![0; grid.body.cells.len()],
            first_cell: first_cells(&grid.body),
            head_shown: false,
            grid,
        };
        let count = placing.grid.body.rows.len();
        let mut part = placing.part(self);
        let mut y = part.top + head_height;
        let (mut row, mut begun) = (0, false);
        while row < count {
            let limit = self.frame.bottom - if row + 1 == count { follow } else { 0.0 };
            let stuck =
                part.fresh && part.stretches.iter().all(|stretch| placing.grid.body.rows[stretch.row].keep);
            let need = placing.need(&part, row, y, begun);
            if !stuck && !begun && placing.should_move(self, row, y, need, limit) {
                row = part.give_back(row, &placing.grid.body);
                (part, y) = placing.turn(self, &part);
            } else if y + need <= limit + HAIR {
                part.stretches.push(Stretch { row, top: y, bottom: y + need, begins: !begun, ends: true });
                y += need;
                (row, begun) = (row + 1, false);
            } else {
                // Where only the following block lacks room, the row still gives it some of its own lines as company.
                let bottom = limit.max(y);
                part.stretches.push(Stretch { row, top: y, bottom, begins: !begun, ends: false });
                begun = true;
                (part, y) = placing.turn(self, &part);
            }
        }
        placing.draw(self, &part);
        self.y = y;
        self.fresh = false;
    }
}

impl Placing {
    fn part(&self, pager: &Pager) -> Part {
        Part { top: pager.y, fresh: pager.fresh, stretches: Vec::new() }
    }

    /// Draws a part and begins the next one on a new page.
    fn turn(&mut self, pager: &mut Pager, part: &Part) -> (Part, f32) {
        self.draw(pager, part);
        pager.new_page();
        let next = self.part(pager);
        let y = next.top + self.head_height;
        (next, y)
    }

    fn body(&self) -> &Section {
        &self.grid.body
    }

    /// Cells that cover a row or begin below it, with their places.
    fn cells_from(&self, row: usize) -> impl Iterator<Item = (usize, &GridCell)> {
        let first = self.first_cell.get(row).copied().unwrap_or(0);
        self.body().cells.iter().enumerate().skip(first).filter(move |(_, cell)| cell.last_row() >= row)
    }

    /// Height a row needs to show all that ends with it.
    fn need(&self, part: &Part, row: usize, y: f32, begun: bool) -> f32 {
        let mut need = if begun { 0.0 } else { self.body().rows[row].min_height };
        for (place, cell) in self.cells_from(row).take_while(|(_, cell)| cell.row <= row) {
            if cell.last_row() != row {
                continue;
            }
            let rest = cell.atoms.get(self.placed[place]..).unwrap_or_default();
            if !rest.is_empty() {
                let top = part
                    .stretches
                    .iter()
                    .find(|stretch| stretch.row >= cell.row)
                    .map_or(y, |first| first.top);
                need = need.max(height_of(rest) + 2.0 * self.grid.padding.1 - (y - top));
            }
        }
        need
    }

    /// Says whether a row that has not begun should move to the next page.
    fn should_move(&self, pager: &Pager, row: usize, y: f32, need: f32, limit: f32) -> bool {
        let most = pager.capacity() * MOVED;
        let count = together(self.body(), row);
        let group: f32 = self.body().rows[row..row + count].iter().map(|row| row.height).sum();
        // Within a group that could not stay whole, its later rows are judged each by itself.
        let heads_group = row == 0 || !is_bound(self.body(), row - 1);
        if heads_group && count > 1 && group <= most && y + group > limit + HAIR {
            return true;
        }
        if y + need <= limit + HAIR {
            return false;
        }
        need <= most || !self.can_break(row, limit - y)
    }

    /// Says whether each cell that begins with a row can show at least a few lines in a height.
    fn can_break(&self, row: usize, height: f32) -> bool {
        let room = height - 2.0 * self.grid.padding.1;
        let starting =
            self.cells_from(row).take_while(|(_, cell)| cell.row <= row).filter(|(_, cell)| cell.row == row);
        let fits = |cell: &GridCell| cell.atoms.is_empty() || fitting(&cell.atoms, room, false) > 0;
        room > 0.0 && starting.into_iter().all(|(_, cell)| fits(cell))
    }

    fn draw(&mut self, pager: &mut Pager, part: &Part) {
        if part.stretches.is_empty() {
            return;
        }
        let mut rules = Rules::default();
        let left = pager.frame.left;
        let first_y = self.draw_head(pager, part.top, &mut rules);
        let first_row = part.stretches[0].row;
        let last_row = part.stretches[part.stretches.len() - 1].row;
        let cells: Vec<usize> = self
            .cells_from(first_row)
            .take_while(|(_, cell)| cell.row <= last_row)
            .map(|(place, _)| place)
            .collect();
        for place in cells {
            let cell = &self.grid.body.cells[place];
            let own = |stretch: &&Stretch| stretch.row >= cell.row && stretch.row <= cell.last_row();
            let (Some(first), Some(last)) =
                (part.stretches.iter().find(own), part.stretches.iter().rev().find(own))
            else {
                continue;
            };
            let (top, bottom) = (first.top, last.bottom);
            let ends = last.ends && last.row == cell.last_row();
            let rest = cell.atoms.get(self.placed[place]..).unwrap_or_default();
            let room = bottom - top - 2.0 * self.grid.padding.1;
            let alone = part.fresh && top <= first_y + HAIR;
            let count = if ends { rest.len() } else { fitting(rest, room, alone) };
            let whole = ends && first.begins && first.row == cell.row;
            let indent = if whole { indent(cell.vertical, room, height_of(&rest[..count])) } else { 0.0 };
            let x = left + self.grid.edges[cell.column] + self.grid.padding.0;
            let edges = (self.grid.edges[cell.column], self.grid.edges[cell.column + cell.columns]);
            shade(pager, cell, edges, top, bottom);
            rules.add(edges, top, bottom);
            let from = self.placed[place];
            self.placed[place] += count;
            let shown = self.grid.body.cells[place].atoms[from..from + count].iter_mut();
            let y = top + self.grid.padding.1 + indent;
            pager.place_all(shown.map(std::mem::take), x, y, true);
        }
        rules.draw(pager, self.grid.lines);
    }

    /// Draws the head, with its marks the first time only; gives where it ends.
    fn draw_head(&mut self, pager: &mut Pager, top: f32, rules: &mut Rules) -> f32 {
        let marked = !std::mem::replace(&mut self.head_shown, true);
        let head = &self.grid.head;
        let mut tops = vec![top];
        let mut y = top;
        for row in &head.rows {
            y += row.height;
            tops.push(y);
        }
        for cell in &head.cells {
            let (upper, lower) = (tops[cell.row], tops[cell.last_row() + 1]);
            let room = lower - upper - 2.0 * self.grid.padding.1;
            let indent = indent(cell.vertical, room, height_of(&cell.atoms));
            let x = pager.frame.left + self.grid.edges[cell.column] + self.grid.padding.0;
            pager.place_all(cell.atoms.iter().cloned(), x, upper + self.grid.padding.1 + indent, marked);
            let edges = (self.grid.edges[cell.column], self.grid.edges[cell.column + cell.columns]);
            shade(pager, cell, edges, upper, lower);
            rules.add(edges, upper, lower);
        }
        y
    }
}

impl Part {
    /// Gives back the rows at its end that must not stand without the next; tells with which row to go on.
    fn give_back(&mut self, row: usize, body: &Section) -> usize {
        let mut next = row;
        while let Some(last) = self.stretches.last()
            && body.rows[last.row].keep
            && last.begins
        {
            next = last.row;
            self.stretches.pop();
        }
        next
    }
}

/// For each row, the first cell that reaches into it or begins below it.
fn first_cells(section: &Section) -> Vec<usize> {
    let mut first = 0;
    let reaching = |row: usize| {
        first += section.cells[first..].iter().take_while(|cell| cell.last_row() < row).count();
        first
    };
    (0..section.rows.len()).map(reaching).collect()
}

/// Says whether a row and the next should stand on one page.
fn is_bound(section: &Section, row: usize) -> bool {
    section.rows.get(row).is_some_and(|row| row.keep || row.linked) && row + 1 < section.rows.len()
}

/// How many rows from one on should stand on one page.
fn together(section: &Section, row: usize) -> usize {
    let left = section.rows.len() - row;
    ((row..section.rows.len()).take_while(|row| is_bound(section, *row)).count() + 1).min(left)
}

/// How many atoms fit into a height, ending where a page may end. If there is no choice, as many as fit, at least one.
fn fitting(atoms: &[Atom], room: f32, forced: bool) -> usize {
    let (mut used, mut fit, mut good) = (0.0, 0, 0);
    for (place, atom) in atoms.iter().enumerate() {
        used += atom.height + if place > 0 { atom.gap } else { 0.0 };
        if used > room + HAIR {
            break;
        }
        fit = place + 1;
        if !atom.keep || fit == atoms.len() {
            good = fit;
        }
    }
    if good == 0 && forced { fit.max(1).min(atoms.len()) } else { good }
}

fn indent(vertical: VerticalAlign, room: f32, height: f32) -> f32 {
    let free = (room - height).max(0.0);
    match vertical {
        VerticalAlign::Top => 0.0,
        VerticalAlign::Middle => free / 2.0,
        VerticalAlign::Bottom => free,
    }
}

fn shade(pager: &mut Pager, cell: &GridCell, (left, right): (f32, f32), top: f32, bottom: f32) {
    if let Some(colour) = cell.shade {
        let area = Area { x: left, y: top, width: right - left, height: bottom - top };
        let right = pager.frame.left;
        pager.ground(Draw::Fill { area, colour }, right);
    }
}

/// The lines of a part, in hundredths of a point. Cells share their edges; each is drawn once, as long as it goes.
#[derive(Default)]
struct Rules {
    across: BTreeMap<i32, Vec<(i32, i32)>>,
    down: BTreeMap<i32, Vec<(i32, i32)>>,
}

impl Rules {
    fn add(&mut self, (left, right): (f32, f32), top: f32, bottom: f32) {
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

    fn draw(self, pager: &mut Pager, lines: Lines) {
        let points = |hundredths: i32| hundredths as f32 / 100.0;
        let indent = pager.frame.left;
        let mut rule = |points: Vec<(f32, f32)>| {
            pager.ground(Draw::Line { points, thickness: THIN, colour: Colour::LINE }, indent);
        };
        if lines != Lines::None {
            for (y, stretches) in self.across {
                for (left, right) in joined(stretches) {
                    rule(vec![(points(left), points(y)), (points(right), points(y))]);
                }
            }
        }
        if lines == Lines::Grid {
            for (x, stretches) in self.down {
                for (top, bottom) in joined(stretches) {
                    rule(vec![(points(x), points(top)), (points(x), points(bottom))]);
                }
            }
        }
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
