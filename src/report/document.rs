//! What a form says, before anybody knows where it lands on paper.
//!
//! A form builds a [`Document`] from blocks; [`crate::report::render`] lays it out and prints it. Lengths are points
//! (1/72 inch), see [`mm`]. Words are given in the document's language by the caller, this module has none of its own.

use crate::calendar::Date;
pub use crate::pdf::{Colour, Image};

pub mod chart;
mod flow;
mod prose;
mod seal;
mod signature;
mod table;

pub use flow::{Content, Figure, Graphic, List, Marker, Paragraph, Picture, Shape};
pub use prose::{BLANK, Inline, Prose};
pub use seal::Seal;
pub use signature::{Side, Signatures, Signer};
pub use table::{Cell, Column, Lines, Row, Scope, Table, VerticalAlign, Width};

/// Millimetres as points.
pub fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// A sheet of paper, portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// 210 x 297 mm.
    A4,
    /// Folio as Indonesian offices print it, 215 x 330 mm.
    F4,
    /// 8.5 x 11 inches.
    Letter,
}

/// Which way the sheet is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Upright.
    Portrait,
    /// On its side.
    Landscape,
}

/// Distances from the four edges, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margins {
    /// From the upper edge to the running head.
    pub top: f32,
    /// From the right edge.
    pub right: f32,
    /// From the lower edge to the running foot.
    pub bottom: f32,
    /// From the left edge.
    pub left: f32,
}

/// The sheet and what is left free on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageSetup {
    /// The sheet.
    pub paper: Paper,
    /// How it is turned.
    pub orientation: Orientation,
    /// What stays free.
    pub margins: Margins,
}

impl PageSetup {
    /// A sheet with 15 mm free all round, 12 mm at the foot.
    pub fn new(paper: Paper, orientation: Orientation) -> PageSetup {
        let side = mm(15.0);
        let margins = Margins { top: side, right: side, bottom: mm(12.0), left: side };
        PageSetup { paper, orientation, margins }
    }

    /// Width and height of the sheet as it is turned, in points.
    pub fn size(&self) -> (f32, f32) {
        let (width, height) = match self.paper {
            Paper::A4 => (mm(210.0), mm(297.0)),
            Paper::F4 => (mm(215.0), mm(330.0)),
            Paper::Letter => (612.0, 792.0),
        };
        match self.orientation {
            Orientation::Portrait => (width, height),
            Orientation::Landscape => (height, width),
        }
    }
}

/// A line repeated at the head or foot of every page, in three parts. In the right part `{page}` and `{pages}` stand
/// for the number of this page and of all pages, as in `Halaman {page} dari {pages}`; the others stand as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Running {
    /// At the left margin.
    pub left: String,
    /// In the middle.
    pub center: String,
    /// At the right margin.
    pub right: String,
    /// A hairline between it and the page's text.
    pub rule: bool,
}

impl Running {
    /// Left and right parts with a hairline.
    pub fn new(left: impl Into<String>, right: impl Into<String>) -> Running {
        Running { left: left.into(), center: String::new(), right: right.into(), rule: true }
    }
}

/// How lines stand between their edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Flush left.
    #[default]
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
    /// Flush on both sides but for the last line.
    Justify,
}

/// Sizes that hold for the whole document unless a block says otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Text, in points.
    pub size: f32,
    /// Table cells, in points.
    pub table_size: f32,
    /// Distance of base lines as a multiple of the size.
    pub leading: f32,
    /// Headings of level 1 to 3, in points.
    pub headings: [f32; 3],
    /// Space between paragraphs, in points.
    pub gap: f32,
}

impl Default for Style {
    fn default() -> Self {
        Style { size: 9.5, table_size: 8.5, leading: 1.32, headings: [13.0, 10.5, 9.5], gap: 4.0 }
    }
}

/// A heading; becomes a structure element and a bookmark.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 1 for the title; deeper levels follow without a gap.
    pub level: u8,
    /// The words.
    pub prose: Prose,
    /// How it stands.
    pub align: Align,
    /// Size in points; `None` takes the document's for this level.
    pub size: Option<f32>,
}

/// One thing after the other down the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading. It stays on the page of what follows.
    Heading(Heading),
    /// Paragraphs, lists, figures, spaces: what may also stand in a table cell.
    Content(Content),
    /// A table.
    Table(Table),
    /// Where people sign. Stays on a page with the last lines before it.
    Signatures(Signatures),
    /// Blocks that stay on one page if they fit on one.
    Together(Vec<Block>),
    /// What follows begins on a new page.
    PageBreak,
}

impl Block {
    /// The title or a heading, flush left.
    pub fn heading(level: u8, prose: impl Into<Prose>) -> Block {
        Block::Heading(Heading { level, prose: prose.into(), align: Align::Left, size: None })
    }

    /// A centred heading, as titles of forms are.
    pub fn centered_heading(level: u8, prose: impl Into<Prose>) -> Block {
        Block::Heading(Heading { level, prose: prose.into(), align: Align::Center, size: None })
    }

    /// A plain paragraph.
    pub fn paragraph(prose: impl Into<Prose>) -> Block {
        Paragraph::new(prose).into()
    }

    /// Empty space, in points. Vanishes at the head of a page.
    pub fn space(points: f32) -> Block {
        Content::Space(points).into()
    }
}

impl<T: Into<Content>> From<T> for Block {
    fn from(content: T) -> Self {
        Block::Content(content.into())
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Block::Table(table)
    }
}

impl From<Signatures> for Block {
    fn from(signatures: Signatures) -> Self {
        Block::Signatures(signatures)
    }
}

/// A form, ready to be laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title shown by readers and kept in the file's metadata.
    pub title: String,
    /// Who issues it: the agency.
    pub author: String,
    /// Language tag such as `id` or `en`.
    pub language: String,
    /// The date the file bears. Nothing else in it tells a time.
    pub date: Date,
    /// The sheet.
    pub page: PageSetup,
    /// Sizes.
    pub style: Style,
    /// Repeated at the head of every page.
    pub head: Option<Running>,
    /// Repeated at the foot of every page.
    pub foot: Option<Running>,
    /// A drawing beneath every page, from the sheet's upper left corner. It is decoration: what it shows is said nowhere.
    pub backdrop: Option<Graphic>,
    /// What it says.
    pub blocks: Vec<Block>,
    /// The code by which it is checked.
    pub seal: Option<Seal>,
}

impl Document {
    /// An empty document with the usual sizes.
    pub fn new(
        title: impl Into<String>,
        author: impl Into<String>,
        language: impl Into<String>,
        date: Date,
        page: PageSetup,
    ) -> Document {
        Document {
            title: title.into(),
            author: author.into(),
            language: language.into(),
            date,
            page,
            style: Style::default(),
            head: None,
            foot: None,
            backdrop: None,
            blocks: Vec::new(),
            seal: None,
        }
    }

    /// Who signs it, each once, by name or else by role, in the order in which they stand in the document.
    pub fn signers(&self) -> Vec<String> {
        let mut signers = vec![];
        gather_signers(&self.blocks, &mut signers);
        signers
    }

    /// Adds a block.
    pub fn push(&mut self, block: impl Into<Block>) {
        self.blocks.push(block.into());
    }

    /// Adds blocks.
    pub fn extend(&mut self, blocks: impl IntoIterator<Item = Block>) {
        self.blocks.extend(blocks);
    }
}

fn gather_signers(blocks: &[Block], signers: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Signatures(row) => {
                for signer in &row.signers {
                    let role = || signer.role.words().trim_end_matches(',').to_owned();
                    let signer = signer.name.clone().unwrap_or_else(role);
                    if !signers.contains(&signer) {
                        signers.push(signer);
                    }
                }
            }
            Block::Together(inner) => gather_signers(inner, signers),
            Block::Heading(_) | Block::Content(_) | Block::Table(_) | Block::PageBreak => {}
        }
    }
}
