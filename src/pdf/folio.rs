//! Laid-out pages and the structure behind them, free of anything of PDF.
//!
//! Lengths are points; x runs to the right from the left edge, y downwards from the upper edge of the page.

use std::ops::Range;

use super::colour::Colour;
use super::face::{Glyph, Style};
use super::image::Image;
use crate::calendar::Date;

/// Number of a structure element; its place in [`Folio::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Draw {
    /// Glyphs on a base line.
    Text {
        /// Where the first glyph begins.
        x: f32,
        /// The base line.
        y: f32,
        /// The face.
        style: Style,
        /// The size.
        size: f32,
        /// The colour.
        colour: Colour,
        /// Which of the folio's glyphs.
        glyphs: Range<u32>,
        /// Room added after each space, in points.
        spread: f32,
    },
    /// A filled rectangle.
    Fill {
        /// Where.
        area: Area,
        /// The colour.
        colour: Colour,
    },
    /// A line through points.
    Line {
        /// The points.
        points: Vec<(f32, f32)>,
        /// Its thickness.
        thickness: f32,
        /// The colour.
        colour: Colour,
    },
    /// A filled area within points.
    Polygon {
        /// The points.
        points: Vec<(f32, f32)>,
        /// The colour.
        colour: Colour,
    },
    /// Dark squares of a QR code.
    Modules {
        /// Where.
        area: Area,
        /// How many squares lie beside each other in it.
        across: u16,
        /// Rows of dark squares: first column, row, how many.
        runs: Vec<[u16; 3]>,
        /// The colour.
        colour: Colour,
    },
    /// A picture.
    Image {
        /// Which of the folio's pictures.
        index: usize,
        /// Where.
        area: Area,
    },
}

/// A link's place on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkArea {
    /// Where.
    pub area: Area,
    /// The link's structure element.
    pub node: NodeId,
    /// Where it leads.
    pub url: String,
    /// Its words.
    pub words: String,
}

/// A signature field.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Where.
    pub area: Area,
    /// The field's structure element.
    pub node: NodeId,
    /// Its name, unique in the folio.
    pub name: String,
    /// What it is for, in words.
    pub purpose: String,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Width and height.
    pub size: (f32, f32),
    /// Shades and rules, below everything else.
    pub ground: Vec<Draw>,
    /// What the page says, in reading order. What belongs to no element is decoration.
    pub items: Vec<(Option<NodeId>, Draw)>,
    /// The running head.
    pub head: Vec<Draw>,
    /// The running foot.
    pub foot: Vec<Draw>,
    /// Links.
    pub links: Vec<LinkArea>,
    /// Signature fields.
    pub fields: Vec<Field>,
}

/// What a structure element is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// The whole.
    Document,
    /// A document within a volume of several.
    Part,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A division of the text.
    Division,
    /// A list; true if its items are numbered.
    List(bool),
    /// An item of a list.
    Item,
    /// Number or bullet of an item.
    Label,
    /// What an item says.
    ItemBody,
    /// A table, with what it is about.
    Table(String),
    /// The head of a table.
    TableHead,
    /// The body of a table.
    TableBody,
    /// A row.
    Row,
    /// A cell.
    Cell {
        /// Which cells it heads, if it is a heading.
        heads: Option<Heads>,
        /// How many columns it covers.
        columns: usize,
        /// How many rows it covers.
        rows: usize,
    },
    /// A picture.
    Figure {
        /// What it shows, in words.
        alt: String,
        /// Where it stands; set when it is placed.
        area: Area,
    },
    /// Words that lead somewhere. Takes its place among its parent's words.
    Link,
    /// A signature field.
    Form,
}

/// Which cells a heading cell speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heads {
    /// Those below.
    Column,
    /// Those beside.
    Row,
}

/// A structure element.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// What it is part of. The first element is the whole and names itself.
    pub parent: NodeId,
}

/// An entry of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Bookmark {
    /// The heading's level, from 1.
    pub level: u8,
    /// The heading's words.
    pub title: String,
    /// Its page, from 0.
    pub page: usize,
    /// Its upper edge.
    pub y: f32,
}

/// Pages with their structure, ready to print.
#[derive(Debug, Clone, PartialEq)]
pub struct Folio {
    /// Title.
    pub title: String,
    /// Author.
    pub author: String,
    /// Language tag.
    pub language: String,
    /// What it is called by.
    pub identifier: Option<String>,
    /// The date it bears.
    pub date: Date,
    /// The pages.
    pub sheets: Vec<Sheet>,
    /// The structure elements, parents before their parts.
    pub nodes: Vec<Node>,
    /// The glyphs of all text.
    pub glyphs: Vec<Glyph>,
    /// The pictures.
    pub images: Vec<Image>,
    /// The outline.
    pub bookmarks: Vec<Bookmark>,
}
