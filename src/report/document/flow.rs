//! What stands in the flow of text, on the page or in a table cell.

use super::{Align, Colour, Image, Prose, Table};

/// One thing in the flow of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list.
    List(List),
    /// A picture.
    Figure(Figure),
    /// A table within text or a cell. No page ends within its rows.
    Table(Box<Table>),
    /// Empty space in points.
    Space(f32),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// The words.
    pub prose: Prose,
    /// How its lines stand; `None` takes that of the cell or document.
    pub align: Option<Align>,
    /// Size in points; `None` takes that of the cell or document.
    pub size: Option<f32>,
    /// All of it in bold.
    pub bold: bool,
    /// Colour of the words.
    pub colour: Colour,
    /// Stays on the page of what follows.
    pub keep_with_next: bool,
}

impl Paragraph {
    /// A plain paragraph.
    pub fn new(prose: impl Into<Prose>) -> Paragraph {
        Paragraph {
            prose: prose.into(),
            align: None,
            size: None,
            bold: false,
            colour: Colour::INK,
            keep_with_next: false,
        }
    }

    /// Sets how its lines stand.
    pub fn align(mut self, align: Align) -> Paragraph {
        self.align = Some(align);
        self
    }

    /// Sets its size in points.
    pub fn size(mut self, points: f32) -> Paragraph {
        self.size = Some(points);
        self
    }

    /// Sets all of it in bold.
    pub fn bold(mut self) -> Paragraph {
        self.bold = true;
        self
    }

    /// Sets its colour.
    pub fn colour(mut self, colour: Colour) -> Paragraph {
        self.colour = colour;
        self
    }

    /// Keeps it on the page of what follows.
    pub fn keep_with_next(mut self) -> Paragraph {
        self.keep_with_next = true;
        self
    }
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// A bullet.
    Bullet,
    /// `1.` and on, beginning with the given number.
    Number(u32),
    /// `a.` and on.
    Letter,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// What stands before each item.
    pub marker: Marker,
    /// The items, each of one or more pieces; a list among them is a list in the list.
    pub items: Vec<Vec<Content>>,
}

impl List {
    /// A list with bullets, one paragraph an item.
    pub fn bullets(items: impl IntoIterator<Item = impl Into<Prose>>) -> List {
        List::of(Marker::Bullet, items)
    }

    /// A list numbered from 1, one paragraph an item.
    pub fn numbered(items: impl IntoIterator<Item = impl Into<Prose>>) -> List {
        List::of(Marker::Number(1), items)
    }

    /// A list with the given marker, one paragraph an item.
    pub fn of(marker: Marker, items: impl IntoIterator<Item = impl Into<Prose>>) -> List {
        let items = items.into_iter().map(|prose| vec![Paragraph::new(prose).into()]).collect();
        List { marker, items }
    }
}

/// A picture with words for those who cannot see it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows, in words.
    pub alt: String,
    /// Width in points. A picture wider than its place is made smaller.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Where it stands between the edges.
    pub align: Align,
    /// What is drawn.
    pub picture: Picture,
}

/// What a figure shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// A photograph or emblem, fitted into the figure without distortion.
    Image(Image),
    /// An empty frame, for what is to be stuck or stamped there.
    Frame,
    /// A drawing.
    Graphic(Graphic),
}

/// A drawing, in points from its upper left corner. What is drawn first lies below.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graphic {
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// A shape of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Rectangle {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Colour.
        fill: Colour,
    },
    /// A line through the given points.
    Polyline {
        /// The points.
        points: Vec<(f32, f32)>,
        /// Thickness.
        thickness: f32,
        /// Colour.
        colour: Colour,
    },
    /// An area bounded by the given points.
    Polygon {
        /// The points.
        points: Vec<(f32, f32)>,
        /// Colour.
        fill: Colour,
    },
    /// One line of words.
    Label {
        /// Where it begins, is centred or ends, by `align`.
        x: f32,
        /// The base line.
        y: f32,
        /// Size in points.
        size: f32,
        /// In bold.
        bold: bool,
        /// How it stands at `x`.
        align: Align,
        /// The words.
        text: String,
        /// Colour.
        colour: Colour,
    },
}

impl From<Paragraph> for Content {
    fn from(paragraph: Paragraph) -> Self {
        Content::Paragraph(paragraph)
    }
}

impl From<List> for Content {
    fn from(list: List) -> Self {
        Content::List(list)
    }
}

impl From<Figure> for Content {
    fn from(figure: Figure) -> Self {
        Content::Figure(figure)
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Content::Paragraph(Paragraph::new(text))
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Content::Paragraph(Paragraph::new(text))
    }
}

impl From<Prose> for Content {
    fn from(prose: Prose) -> Self {
        Content::Paragraph(Paragraph::new(prose))
    }
}
