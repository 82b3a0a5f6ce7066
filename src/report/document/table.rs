//! Tables.

use super::{Align, Colour, Content, Paragraph, Prose};

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// So many points.
    Fixed(f32),
    /// A share of what the fixed columns leave, in proportion to the other shares.
    Share(f32),
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// How wide it is.
    pub width: Width,
    /// How the text of its body cells stands.
    pub align: Align,
}

impl Column {
    /// A column of so many points.
    pub fn fixed(points: f32) -> Column {
        Column { width: Width::Fixed(points), align: Align::Left }
    }

    /// A column that takes a share of what is left.
    pub fn share(weight: f32) -> Column {
        Column { width: Width::Share(weight), align: Align::Left }
    }

    /// Sets how the text of its body cells stands.
    pub fn align(mut self, align: Align) -> Column {
        self.align = align;
        self
    }
}

/// Which lines a table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lines {
    /// Round every cell.
    #[default]
    Grid,
    /// Between rows only.
    Rows,
    /// None; for placing things side by side.
    None,
}

/// Which cells a heading cell speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those below it.
    Column,
    /// Those beside it.
    Row,
}

/// Where a cell's content stands between the upper and lower edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum VerticalAlign {
    /// At the top.
    #[default]
    Top,
    /// In the middle. A cell that runs over a page end stands at the top.
    Middle,
    /// At the bottom. A cell that runs over a page end stands at the top.
    Bottom,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What it holds; nothing for a cell to be filled in by hand.
    pub content: Vec<Content>,
    /// How many columns it covers; more than there are means all that are left.
    pub columns: usize,
    /// How many rows it covers; more than there are means all that are left.
    pub rows: usize,
    /// How its text stands; `None` takes the column's.
    pub align: Option<Align>,
    /// Where its content stands.
    pub vertical: VerticalAlign,
    /// Its ground.
    pub shade: Option<Colour>,
    /// A heading, and which cells it speaks for.
    pub scope: Option<Scope>,
    /// All of it in bold.
    pub bold: bool,
    /// Size in points; `None` takes the table's.
    pub size: Option<f32>,
    /// How far its content stands in from the left, in points.
    pub indent: f32,
}

impl Cell {
    /// A cell with one paragraph.
    pub fn new(prose: impl Into<Prose>) -> Cell {
        Cell::of([Paragraph::new(prose)])
    }

    /// A cell with nothing in it.
    pub fn empty() -> Cell {
        Cell::of(Vec::<Content>::new())
    }

    /// A cell with several pieces.
    pub fn of(content: impl IntoIterator<Item = impl Into<Content>>) -> Cell {
        Cell {
            content: content.into_iter().map(Into::into).collect(),
            columns: 1,
            rows: 1,
            align: None,
            vertical: VerticalAlign::Top,
            shade: None,
            scope: None,
            bold: false,
            size: None,
            indent: 0.0,
        }
    }

    /// Covers so many columns.
    pub fn columns(mut self, count: usize) -> Cell {
        self.columns = count;
        self
    }

    /// Covers so many rows.
    pub fn rows(mut self, count: usize) -> Cell {
        self.rows = count;
        self
    }

    /// Sets how its text stands.
    pub fn align(mut self, align: Align) -> Cell {
        self.align = Some(align);
        self
    }

    /// Sets where its content stands between the upper and lower edge.
    pub fn vertical(mut self, vertical: VerticalAlign) -> Cell {
        self.vertical = vertical;
        self
    }

    /// Sets its ground.
    pub fn shade(mut self, colour: Colour) -> Cell {
        self.shade = Some(colour);
        self
    }

    /// Makes it a heading of the cells beside or below it.
    pub fn heading(mut self, scope: Scope) -> Cell {
        self.scope = Some(scope);
        self
    }

    /// Sets all of it in bold.
    pub fn bold(mut self) -> Cell {
        self.bold = true;
        self
    }

    /// Sets its size in points.
    pub fn size(mut self, points: f32) -> Cell {
        self.size = Some(points);
        self
    }

    /// Sets how far its content stands in from the left, in points.
    pub fn indent(mut self, points: f32) -> Cell {
        self.indent = points;
        self
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::new(text)
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::new(text)
    }
}

impl From<Prose> for Cell {
    fn from(prose: Prose) -> Self {
        Cell::new(prose)
    }
}

/// A row. Columns covered by a cell of an earlier row are left out; columns given no cell are empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// The cells from left to right.
    pub cells: Vec<Cell>,
    /// At least so high, in points.
    pub min_height: f32,
    /// Stays on the page of the next row.
    pub keep_with_next: bool,
}

impl Row {
    /// A row of cells.
    pub fn new(cells: impl IntoIterator<Item = impl Into<Cell>>) -> Row {
        Row { cells: cells.into_iter().map(Into::into).collect(), min_height: 0.0, keep_with_next: false }
    }

    /// A bold, shaded heading across all columns for the rows that follow; it stays with the next of them.
    pub fn group(prose: impl Into<Prose>) -> Row {
        let cell = Cell::new(prose).columns(usize::MAX).bold().shade(Colour::SHADE).heading(Scope::Row);
        Row { cells: vec![cell.align(Align::Left)], min_height: 0.0, keep_with_next: true }
    }

    /// Makes it at least so high, in points.
    pub fn min_height(mut self, points: f32) -> Row {
        self.min_height = points;
        self
    }

    /// Keeps it on the page of the next row.
    pub fn keep_with_next(mut self) -> Row {
        self.keep_with_next = true;
        self
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// Rows repeated on every page. Their cells are bold, centred and shaded, and head their columns.
    pub head: Vec<Row>,
    /// The other rows.
    pub body: Vec<Row>,
    /// Which lines it shows.
    pub lines: Lines,
    /// Size of its text in points; `None` takes the document's for tables.
    pub size: Option<f32>,
    /// Space between a cell's edge and its content: left and right, above and below, in points.
    pub padding: (f32, f32),
    /// What the table is about, for those who cannot see it.
    pub summary: String,
    /// Its last row stays on the page of what follows.
    pub keep_with_next: bool,
}

impl Table {
    /// A table without rows yet.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Table {
        Table {
            columns: columns.into_iter().collect(),
            head: Vec::new(),
            body: Vec::new(),
            lines: Lines::Grid,
            size: None,
            padding: (3.5, 2.5),
            summary: String::new(),
            keep_with_next: false,
        }
    }

    /// Adds a row to the head.
    pub fn head(mut self, row: Row) -> Table {
        self.head.push(row);
        self
    }

    /// Adds a row.
    pub fn row(mut self, row: Row) -> Table {
        self.body.push(row);
        self
    }

    /// Adds rows.
    pub fn rows(mut self, rows: impl IntoIterator<Item = Row>) -> Table {
        self.body.extend(rows);
        self
    }

    /// Adds a row that closes the table, such as one of a rating: it stays with the row before.
    pub fn closing(mut self, row: Row) -> Table {
        if let Some(last) = self.body.last_mut() {
            last.keep_with_next = true;
        }
        self.row(row)
    }

    /// Sets which lines it shows.
    pub fn lines(mut self, lines: Lines) -> Table {
        self.lines = lines;
        self
    }

    /// Sets the size of its text in points.
    pub fn size(mut self, points: f32) -> Table {
        self.size = Some(points);
        self
    }

    /// Sets what it is about, for those who cannot see it.
    pub fn summary(mut self, summary: impl Into<String>) -> Table {
        self.summary = summary.into();
        self
    }

    /// Keeps its last row on the page of what follows.
    pub fn keep_with_next(mut self) -> Table {
        self.keep_with_next = true;
        self
    }
}
