//! Setting tables into grids of cells.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::document::{Align, Cell, Colour, Content, Lines, Row, Scope, Table, VerticalAlign, Width};
use super::lines::Voice;
use super::{Atom, Setter};
use crate::pdf::{Heads, Kind, NodeId, Style};

/// A head taller than this part of a page is not repeated, but placed and broken like other rows.
const REPEATED: f32 = 0.35;

/// Figures in cells are at most as tall as this part of a page.
const FIGURE: f32 = 0.5;
/// Least width of a column's content in sizes: a character or two.
const LEAST_COLUMN: f32 = 1.2;

/// A table whose cells are set.
pub(super) struct Grid {
    /// Space before it, which falls away at the head of a page.
    pub(super) gap: f32,
    /// Its last row stays with what follows.
    pub(super) keep: bool,
    /// It stays on one page if it fits on one.
    pub(super) whole: bool,
    /// Left edges of the columns, and the right edge of the last.
    pub(super) edges: Vec<f32>,
    pub(super) lines: Lines,
    pub(super) padding: (f32, f32),
    pub(super) head: Section,
    pub(super) body: Section,
}

/// Rows of a grid.
#[derive(Default)]
pub(super) struct Section {
    pub(super) rows: Vec<GridRow>,
    /// By row, then by column.
    pub(super) cells: Vec<GridCell>,
}

pub(super) struct GridRow {
    /// Height if no page ends within it.
    pub(super) height: f32,
    pub(super) min_height: f32,
    /// No page ends between it and the next row: it says so itself, as headings of groups do.
    pub(super) keep: bool,
    /// A cell covers it and the next row.
    pub(super) linked: bool,
}

pub(super) struct GridCell {
    pub(super) row: usize,
    pub(super) rows: usize,
    pub(super) column: usize,
    pub(super) columns: usize,
    pub(super) atoms: Vec<Atom>,
    pub(super) shade: Option<Colour>,
    pub(super) vertical: VerticalAlign,
    /// How far its content stands in from the left.
    pub(super) indent: f32,
}

impl GridCell {
    /// The last row it covers.
    pub(super) fn last_row(&self) -> usize {
        self.row + self.rows - 1
    }
}

impl Section {
    /// The rows of both as one section.
    fn followed_by(mut self, mut other: Section) -> Section {
        let count = self.rows.len();
        for cell in &mut other.cells {
            cell.row += count;
        }
        self.rows.append(&mut other.rows);
        self.cells.append(&mut other.cells);
        self
    }

    pub(super) fn height(&self) -> f32 {
        self.rows.iter().map(|row| row.height).sum()
    }
}

/// Height of atoms below each other, from one of them on. The space before the first falls away.
pub(super) fn height_of(atoms: &[Atom]) -> f32 {
    let gaps: f32 = atoms.iter().skip(1).map(|atom| atom.gap).sum();
    atoms.iter().map(|atom| atom.height).sum::<f32>() + gaps
}

/// What all cells of a table share while it is set.
struct Manner<'t> {
    table: &'t Table,
    edges: &'t [f32],
    size: f32,
}

impl Setter<'_> {
    /// Sets a table into a width.
    pub(super) fn grid(&mut self, table: &Table, parent: NodeId, width: f32) -> Grid {
        let size = table.size.unwrap_or(self.style.table_size);
        let least = self.least_widths(table, size, width);
        let edges = edges(table, width, &least);
        let manner = Manner { table, edges: &edges, size };
        let node = self.node(Kind::Table(table.summary.clone()), parent);
        // A head and a figure below it must find room on one page.
        let room = std::mem::replace(&mut self.figure_room, self.tallest * FIGURE);
        let mut head = self.section(&table.head, &manner, node, true);
        let mut body = self.section(&table.body, &manner, node, false);
        self.figure_room = room;
        if table.body.is_empty()
            && let Some(section) = self.folio.nodes.get_mut(node.0 as usize + 1)
        {
            // A head of nothing is the table itself.
            section.kind = Kind::TableBody;
            body = std::mem::take(&mut head);
        }
        if head.height() > self.tallest * REPEATED {
            body = head.followed_by(body);
            head = Section::default();
        }
        if table.lines == Lines::None {
            self.call_no_table(node);
        }
        Grid {
            gap: 0.0,
            keep: table.keep_with_next,
            whole: false,
            lines: table.lines,
            padding: table.padding,
            head,
            body,
            edges,
        }
    }

    /// What only stands side by side is no table to those who hear it read, so its parts from an element on become
    /// divisions and paragraphs.
    fn call_no_table(&mut self, from: NodeId) {
        let nodes = &mut self.folio.nodes[from.0 as usize..];
        let parents: BTreeSet<NodeId> = nodes.iter().map(|node| node.parent).collect();
        for (place, node) in nodes.iter_mut().enumerate() {
            let holds_others = parents.contains(&NodeId(from.0 + place as u32));
            match node.kind {
                Kind::Cell { .. } if !holds_others => node.kind = Kind::Paragraph,
                Kind::Table(_) | Kind::TableHead | Kind::TableBody | Kind::Row | Kind::Cell { .. } => {
                    node.kind = Kind::Division;
                }
                _ => {}
            }
        }
    }

    /// The least width of each column: a character or two, and the longest word of heads of that column alone.
    fn least_widths(&mut self, table: &Table, size: f32, width: f32) -> Vec<f32> {
        let padding = 2.0 * table.padding.0;
        let mut least = vec![size * LEAST_COLUMN + padding; table.columns.len()];
        let most = width * 0.2;
        if let Some(row) = table.head.first() {
            let mut column = 0;
            for cell in &row.cells {
                let span = cell.columns.max(1);
                // Only the first row counts: in later ones, cells from above shift the columns.
                if span == 1
                    && let Some(least) = least.get_mut(column)
                {
                    let word = self.longest_word(&cell.content, cell.size.unwrap_or(size));
                    *least = least.max((word + padding).min(most));
                }
                column = column.saturating_add(span);
            }
        }
        least
    }

    fn longest_word(&mut self, contents: &[Content], size: f32) -> f32 {
        let mut longest: f32 = 0.0;
        for content in contents {
            if let Content::Paragraph(paragraph) = content {
                for word in paragraph.prose.words().split_whitespace() {
                    let wide = self.shaper.width(Style::Bold, paragraph.size.unwrap_or(size), word);
                    longest = longest.max(wide);
                }
            }
        }
        longest
    }

    fn section(&mut self, rows: &[Row], manner: &Manner<'_>, table: NodeId, head: bool) -> Section {
        if rows.is_empty() {
            return Section::default();
        }
        let section = self.node(if head { Kind::TableHead } else { Kind::TableBody }, table);
        let columns = manner.edges.len() - 1;
        let least = manner.size * self.style.leading + 2.0 * manner.table.padding.1;
        let empty = Cell::empty();
        // Down to which row each column is covered by a cell from above.
        let mut covered = vec![0; columns];
        // Cells of rows without a free column wait for the next row, at last for one of their own.
        let mut waiting: Vec<&Cell> = Vec::new();
        let extra = Row::default();
        let mut done = Section::default();
        for (place, row) in rows.iter().chain([&extra]).enumerate() {
            if place == rows.len() && waiting.is_empty() {
                break;
            }
            let node = self.node(Kind::Row, section);
            let mut cells = std::mem::take(&mut waiting).into_iter().chain(&row.cells);
            let mut column = 0;
            while let Some(free) = free_columns(&covered, &mut column, place) {
                let cell = cells.next().unwrap_or(&empty);
                let span = (cell.columns.clamp(1, free), cell.rows.clamp(1, (rows.len() - place).max(1)));
                covered[column..column + span.0].fill(place + span.1);
                let last = free_columns(&covered, &mut (column + span.0), place).is_none();
                // Cells beyond the last column have no place of their own; what they say is added to the last one.
                let cell = if last { with_rest(cell, cells.by_ref()) } else { Cow::Borrowed(cell) };
                let set = self.cell(&cell, (place, column), span, manner, node, head);
                done.cells.push(set);
                column += span.0;
            }
            waiting = cells.collect();
            // Empty rows move to the next page rather than break, so they may not be too tall for that.
            let min_height = row.min_height.max(least).min(self.tallest * 0.35);
            done.rows.push(GridRow {
                height: min_height,
                min_height,
                keep: row.keep_with_next,
                linked: false,
            });
        }
        done.measure(manner.table.padding.1);
        done
    }

    fn cell(
        &mut self,
        cell: &Cell,
        (row, column): (usize, usize),
        (columns, rows): (usize, usize),
        manner: &Manner<'_>,
        parent: NodeId,
        head: bool,
    ) -> GridCell {
        let heads = match (cell.scope, head) {
            (Some(Scope::Row), _) => Some(Heads::Row),
            (Some(Scope::Column), _) | (None, true) => Some(Heads::Column),
            (None, false) => None,
        };
        let node = self.node(Kind::Cell { heads, columns, rows }, parent);
        let voice = self.cell_voice(cell, column, manner, head);
        let width = manner.width(column, columns);
        // At least half of the cell is left to the words.
        let indent = cell.indent.clamp(0.0, width / 2.0);
        let atoms = self.contents(&cell.content, node, width - indent, voice, voice.size * 0.25);
        let shade = cell.shade.or(head.then_some(Colour::SHADE));
        let vertical = if head { VerticalAlign::Middle } else { cell.vertical };
        GridCell { row, rows, column, columns, atoms, shade, vertical, indent }
    }

    fn cell_voice(&self, cell: &Cell, column: usize, manner: &Manner<'_>, head: bool) -> Voice {
        let column = manner.table.columns.get(column).map_or(Align::Left, |column| column.align);
        let usual = if head { Align::Center } else { column };
        Voice {
            size: cell.size.unwrap_or(manner.size),
            bold: cell.bold || head,
            align: cell.align.unwrap_or(usual),
            ..self.voice()
        }
    }
}

impl Manner<'_> {
    /// Width for content in some columns.
    fn width(&self, column: usize, columns: usize) -> f32 {
        let wide = self.edges[column + columns] - self.edges[column];
        (wide - 2.0 * self.table.padding.0).max(1.0)
    }
}

impl Section {
    /// Works out heights and links of rows.
    fn measure(&mut self, padding: f32) {
        let need = |cell: &GridCell| {
            if cell.atoms.is_empty() { 0.0 } else { height_of(&cell.atoms) + 2.0 * padding }
        };
        for cell in self.cells.iter().filter(|cell| cell.rows == 1) {
            let row = &mut self.rows[cell.row];
            row.height = row.height.max(need(cell));
        }
        for cell in self.cells.iter().filter(|cell| cell.rows > 1) {
            let last = cell.last_row();
            let before: f32 = self.rows[cell.row..last].iter().map(|row| row.height).sum();
            self.rows[last].height = self.rows[last].height.max(need(cell) - before);
            for row in &mut self.rows[cell.row..last] {
                row.linked = true;
            }
        }
    }
}

/// Moves on to the next column that no cell from above covers; gives how many such columns follow each other there.
fn free_columns(covered: &[usize], column: &mut usize, row: usize) -> Option<usize> {
    *column += covered.get(*column..)?.iter().position(|until| *until <= row)?;
    Some(covered[*column..].iter().take_while(|until| **until <= row).count())
}

/// A cell that also holds what further cells hold.
fn with_rest<'c>(cell: &'c Cell, rest: impl Iterator<Item = &'c Cell>) -> Cow<'c, Cell> {
    let mut whole = Cow::Borrowed(cell);
    for other in rest {
        whole.to_mut().content.extend(other.content.iter().cloned());
    }
    whole
}

/// Edges of the columns within a width. No column is narrower than its least width if there is room.
fn edges(table: &Table, width: f32, least: &[f32]) -> Vec<f32> {
    let columns = || table.columns.iter().zip(least);
    let fixed: f32 = columns().filter_map(|(column, least)| fixed_width(column.width, *least)).sum();
    let shares: f32 = columns().filter_map(|(column, _)| share(column.width)).sum();
    let left = (width - fixed).max(0.0);
    let mut widths: Vec<f32> = columns()
        .map(|(column, least)| match share(column.width) {
            Some(part) if shares > 0.0 => (left * part / shares).max(*least),
            _ => fixed_width(column.width, *least).unwrap_or(*least),
        })
        .collect();
    if widths.is_empty() {
        widths.push(width);
    }
    let sum: f32 = widths.iter().sum();
    let scale = if sum > width || shares > 0.0 { width / sum } else { 1.0 };
    let mut edges = vec![0.0];
    let mut at = 0.0;
    for wide in widths {
        at += wide * scale;
        edges.push(at);
    }
    edges
}

fn fixed_width(width: Width, least: f32) -> Option<f32> {
    match width {
        Width::Fixed(points) => Some(points.max(least)),
        Width::Share(_) => None,
    }
}

fn share(width: Width) -> Option<f32> {
    match width {
        Width::Share(weight) => Some(weight.max(0.0)),
        Width::Fixed(_) => None,
    }
}
