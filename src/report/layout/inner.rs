//! Setting tables that stand within text or a cell.

use super::super::document::{Content, Inline, Paragraph, Prose, Row, Table};
use super::grid::{Grid, Section, height_of};
use super::lines::Voice;
use super::rules::Rules;
use super::{Atom, Piece, Setter};
use crate::pdf::{Area, Draw, NodeId};

/// Columns narrower than so many sizes on average are no use; their rows are told in lines.
const NARROWEST: f32 = 3.5;
/// Rows taller than this part of a page are told in lines, so that a page can end within them.
const TALLEST: f32 = 0.45;
/// Between the cells of a row that is told in a line.
const BETWEEN: &str = " | ";

impl Setter<'_> {
    /// Sets a table within a width, an atom for each row, or for rows that one cell covers.
    pub(super) fn inner_table(
        &mut self,
        table: &Table,
        parent: NodeId,
        width: f32,
        voice: Voice,
        gap: f32,
    ) -> Vec<Atom> {
        if table.head.is_empty() && table.body.is_empty() {
            return Vec::new();
        }
        let known = self.folio.nodes.len();
        if width >= table.columns.len() as f32 * voice.size * NARROWEST {
            let grid = self.grid(table, parent, width);
            let mut atoms = atoms(grid);
            if atoms.iter().all(|atom| atom.height <= self.tallest * TALLEST) {
                if let Some(first) = atoms.first_mut() {
                    first.gap = gap;
                }
                return atoms;
            }
            self.folio.nodes.truncate(known);
        }
        self.told(table, parent, width, voice, gap)
    }

    fn told(&mut self, table: &Table, parent: NodeId, width: f32, voice: Voice, gap: f32) -> Vec<Atom> {
        let mut atoms = Vec::new();
        for row in table.head.iter().chain(&table.body) {
            let paragraph = Paragraph::new(in_a_line(row)).into();
            atoms.append(&mut self.content(&paragraph, parent, width, voice, gap));
        }
        atoms
    }
}

fn in_a_line(row: &Row) -> Prose {
    let mut prose = Prose::new();
    for (place, cell) in row.cells.iter().enumerate() {
        if place > 0 {
            prose = prose.text(BETWEEN);
        }
        for content in &cell.content {
            if let Content::Paragraph(paragraph) = content {
                prose.0.extend(paragraph.prose.0.iter().cloned().map(|inline| match inline {
                    Inline::Words { text, italic, .. } if cell.bold => {
                        Inline::Words { text, bold: true, italic }
                    }
                    other => other,
                }));
            }
        }
    }
    prose
}

/// The rows of a grid as atoms; the head stays with the first row.
fn atoms(grid: Grid) -> Vec<Atom> {
    let Grid { edges, lines, padding, head, body, .. } = grid;
    let mut atoms = Vec::new();
    for (section, is_head) in [(head, true), (body, false)] {
        let Section { rows, cells } = section;
        let mut cells = cells.into_iter().peekable();
        let mut from = 0;
        while from < rows.len() {
            let linked = rows[from..].iter().take_while(|row| row.linked).count();
            let until = (from + linked + 1).min(rows.len());
            let tops: Vec<f32> = std::iter::once(0.0)
                .chain(rows[from..until].iter().scan(0.0, |y, row| {
                    *y += row.height;
                    Some(*y)
                }))
                .collect();
            let keep = is_head || rows[until - 1].keep;
            let mut atom = Atom { height: tops[until - from], gap: 0.0, keep, pieces: Vec::new() };
            let mut rules = Rules::default();
            while let Some(cell) = cells.next_if(|cell| cell.row < until) {
                let (left, right) = (edges[cell.column], edges[cell.column + cell.columns]);
                let (top, bottom) = (tops[cell.row - from], tops[cell.last_row() + 1 - from]);
                if let Some(colour) = cell.shade {
                    let area = Area { x: left, y: top, width: right - left, height: bottom - top };
                    atom.pieces.push(Piece::Ground(Draw::Fill { area, colour }));
                }
                rules.add((left, right), top, bottom);
                let free = (bottom - top - 2.0 * padding.1 - height_of(&cell.atoms)).max(0.0);
                let mut y = top + padding.1 + if is_head { free / 2.0 } else { 0.0 };
                for (place, inner) in cell.atoms.into_iter().enumerate() {
                    y += if place > 0 { inner.gap } else { 0.0 };
                    for mut piece in inner.pieces {
                        piece.shift(left + padding.0, y);
                        atom.pieces.push(piece);
                    }
                    y += inner.height;
                }
            }
            atom.pieces.extend(rules.lines(lines).into_iter().map(Piece::Ground));
            atoms.push(atom);
            from = until;
        }
    }
    if let Some(last) = atoms.last_mut() {
        last.keep = grid.keep;
    }
    atoms
}
