//! Placing grids: rows that break over pages, heads that return, cells that cover several rows.
//!
//! On each page a grid has a part: the head and a run of rows, the first or last of them perhaps only in part. A cell's
//! box on a page reaches over its rows there, and takes as much of the cell's content as fits; the rest goes on in its
//! box on the next page. Rows are gathered until the page is full, then the best place to break is looked for (see
//! `breaks`), and only then is anything drawn.

use super::super::document::VerticalAlign;
use super::Atom;
use super::breaks::Break;
use super::grid::{Grid, GridCell, Section, height_of};
use super::pager::{HAIR, Pager};
use super::rules::Rules;
use crate::pdf::{Area, Draw};

/// A row's stretch on a page.
#[derive(Clone)]
pub(super) struct Stretch {
    pub(super) row: usize,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// The row begins here.
    pub(super) begins: bool,
    /// The row ends here.
    pub(super) ends: bool,
}

/// What of a grid stands on one page.
pub(super) struct Part {
    /// The first row, and whether it began on the page before.
    pub(super) from: usize,
    pub(super) begun: bool,
    pub(super) top: f32,
    /// Nothing else stands on the page above it.
    pub(super) fresh: bool,
    pub(super) stretches: Vec<Stretch>,
}

/// A grid on its way onto pages.
pub(super) struct Placing {
    pub(super) grid: Grid,
    pub(super) head_height: f32,
    /// How many atoms of each body cell are placed.
    placed: Vec<usize>,
    /// Where in the list of body cells those begin that reach into or beyond a row.
    first_cell: Vec<usize>,
    head_shown: bool,
}

impl Pager {
    /// Places a grid; its last row leaves so much height free for what must follow it.
    pub(super) fn table(&mut self, grid: Grid, follow: f32) {
        let mut placing = Placing {
            head_height: grid.head.height(),
            placed: vec![0; grid.body.cells.len()],
            first_cell: first_cells(&grid.body),
            head_shown: false,
            grid,
        };
        let count = placing.grid.body.rows.len();
        let (mut row, mut begun) = (0, false);
        loop {
            let mut part = Part { from: row, begun, top: self.y, fresh: self.fresh, stretches: Vec::new() };
            let y = placing.gather(&mut part, self.frame.bottom);
            if row + part.stretches.len() == count && y + follow <= self.frame.bottom + HAIR {
                placing.draw(self, &part);
                self.y = y;
                self.fresh = false;
                return;
            }
            match placing.best_break(&part, self, follow) {
                Break::After(rows) => {
                    part.stretches.truncate(rows);
                    (row, begun) = (row + rows, rows == 0 && begun);
                }
                Break::Within(rows, bottom) => {
                    part.stretches.truncate(rows);
                    let top = part.end(placing.head_height);
                    let begins = rows > 0 || !begun;
                    (row, begun) = (row + rows, true);
                    part.stretches.push(Stretch { row, top, bottom, begins, ends: false });
                }
            }
            placing.draw(self, &part);
            // Where nothing but what follows is left for the next page, the table is done.
            if row == count {
                self.y = part.end(placing.head_height);
                self.fresh = false;
                return;
            }
            self.new_page();
        }
    }
}

impl Part {
    /// Where its last row ends, or its head.
    fn end(&self, head_height: f32) -> f32 {
        self.stretches.last().map_or(self.top + head_height, |last| last.bottom)
    }
}

impl Placing {
    /// Gathers rows until the page is full; gives where they end.
    fn gather(&self, part: &mut Part, bottom: f32) -> f32 {
        let mut y = part.end(self.head_height);
        for row in part.from..self.body().rows.len() {
            let begins = row > part.from || !part.begun;
            let need = self.need(part, row, y, !begins);
            if y + need > bottom + HAIR {
                break;
            }
            part.stretches.push(Stretch { row, top: y, bottom: y + need, begins, ends: true });
            y += need;
        }
        y
    }

    pub(super) fn body(&self) -> &Section {
        &self.grid.body
    }

    /// What is left of a cell to be placed.
    pub(super) fn rest(&self, place: usize) -> &[Atom] {
        let cell = self.body().cells.get(place);
        cell.and_then(|cell| cell.atoms.get(*self.placed.get(place)?..)).unwrap_or_default()
    }

    /// Says whether something of a cell is placed.
    pub(super) fn is_begun(&self, place: usize) -> bool {
        self.placed.get(place).is_some_and(|count| *count > 0)
    }

    /// Cells that cover a row or begin below it, with their places.
    pub(super) fn cells_from(&self, row: usize) -> impl Iterator<Item = (usize, &GridCell)> {
        let first = self.first_cell.get(row).copied().unwrap_or(0);
        self.body().cells.iter().enumerate().skip(first).filter(move |(_, cell)| cell.last_row() >= row)
    }

    /// Cells that cover a row, with their places.
    pub(super) fn cells_of(&self, row: usize) -> impl Iterator<Item = (usize, &GridCell)> {
        self.cells_from(row).take_while(move |(_, cell)| cell.row <= row)
    }

    /// Where the box of a cell begins on a page; `y` if no row of it stands there yet.
    pub(super) fn top_of(&self, part: &Part, cell: &GridCell, y: f32) -> f32 {
        part.stretches.iter().find(|stretch| stretch.row >= cell.row).map_or(y, |first| first.top.min(y))
    }

    /// Height a row needs to show all that ends with it.
    fn need(&self, part: &Part, row: usize, y: f32, begun: bool) -> f32 {
        let mut need = if begun { 0.0 } else { self.body().rows[row].min_height };
        for (place, cell) in self.cells_of(row).filter(|(_, cell)| cell.last_row() == row) {
            let rest = self.rest(place);
            if !rest.is_empty() {
                let above = y - self.top_of(part, cell, y);
                need = need.max(height_of(rest) + 2.0 * self.grid.padding.1 - above);
            }
        }
        need
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
            let rest = self.rest(place);
            let room = bottom - top - 2.0 * self.grid.padding.1;
            let alone = part.fresh && top <= first_y + HAIR && !last.ends;
            let count = if ends { rest.len() } else { fitting(rest, room, alone) };
            let whole = ends && first.begins && first.row == cell.row;
            let indent = if whole { indent(cell.vertical, room, height_of(&rest[..count])) } else { 0.0 };
            let x = left + self.grid.edges[cell.column] + self.grid.padding.0 + cell.indent;
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
            let x = pager.frame.left + self.grid.edges[cell.column] + self.grid.padding.0 + cell.indent;
            pager.place_all(cell.atoms.iter().cloned(), x, upper + self.grid.padding.1 + indent, marked);
            let edges = (self.grid.edges[cell.column], self.grid.edges[cell.column + cell.columns]);
            shade(pager, cell, edges, upper, lower);
            rules.add(edges, upper, lower);
        }
        y
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

/// How many atoms fit into a height, ending where a page may end. If there is no choice, as many as fit, at least one.
pub(super) fn fitting(atoms: &[Atom], room: f32, forced: bool) -> usize {
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
