//! From a document to pages: lines are broken, tables measured, pages filled.
//!
//! First everything is set into atoms, which no page end divides, and tables into grids of cells holding atoms; this
//! also makes the structure elements, in reading order. Then a pager places them page by page.

mod bind;
mod breaks;
mod cut;
mod figure;
mod filling;
mod flow;
mod grid;
mod inner;
mod lines;
mod pager;
mod paragraph;
mod rows;
mod rules;
mod running;
mod seal;
mod signing;
mod syllables;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::document::{Align, Block, Content, Document, Heading, Seal, Style, Table};
use crate::pdf::{Area, Colour, Draw, Folio, Kind, LinkArea, Node, NodeId, Shaper};
pub(super) use bind::bind;
use grid::Grid;
use lines::Voice;
use pager::Pager;
use running::Frame;

/// Something placed with an atom; its place is counted from the upper edge of the atom and the left edge of the
/// column it stands in.
#[derive(Debug, Clone)]
enum Piece {
    /// Part of an element.
    Marked(NodeId, Draw),
    /// Decoration that lies below the text.
    Ground(Draw),
    /// Where a link can be clicked.
    Link(LinkArea),
    /// A signature field.
    Field(crate::pdf::Field),
    /// Where a figure's element lies.
    Figure(NodeId, Area),
    /// A target of the outline.
    Bookmark(u8, String),
}

/// What no page end divides: a line, a picture, a row of signatures.
#[derive(Debug, Clone, Default)]
struct Atom {
    height: f32,
    /// Space before it, which falls away at the head of a page or cell.
    gap: f32,
    /// No page ends between it and what follows.
    keep: bool,
    pieces: Vec<Piece>,
}

/// What fills the pages.
enum Item {
    Atom(Atom),
    Table(Box<Grid>),
    PageBreak,
}

impl Item {
    /// Space before it, which falls away at the head of a page.
    fn gap(&self) -> f32 {
        match self {
            Item::Atom(atom) => atom.gap,
            Item::Table(grid) => grid.gap,
            Item::PageBreak => 0.0,
        }
    }
}

/// Lays a document out.
pub(super) fn lay(document: &Document, shaper: &mut Shaper) -> Folio {
    let mut setter = Setter::new(document, shaper);
    let frame = Frame::new(&mut setter, document);
    setter.width = frame.width;
    setter.tallest = frame.bottom - frame.top;
    setter.figure_room = setter.tallest * 0.8;
    setter.blocks(&document.blocks, false);
    setter.closing_seal();
    let items = std::mem::take(&mut setter.items);
    let mut folio = Pager::new(setter.folio, frame.clone()).fill(items);
    running::add(&mut folio, document, &frame, shaper);
    running::underlay(&mut folio, document, shaper);
    folio
}

/// Sets blocks into atoms and grids.
struct Setter<'a> {
    shaper: &'a mut Shaper,
    folio: Folio,
    items: Vec<Item>,
    style: Style,
    /// Width between the margins.
    width: f32,
    /// Height between running head and foot; nothing may be taller.
    tallest: f32,
    /// How tall a figure may be where it stands.
    figure_room: f32,
    /// Space asked for before the next item.
    space: f32,
    /// Level of the last heading, so that none is skipped.
    level: u8,
    /// Words may part at the end of a line: the document is in a language whose syllables are known.
    parts_words: bool,
    /// How often each name of a signature field was used.
    fields: BTreeMap<String, usize>,
    /// Rows of signatures that are still to be set.
    rows_to_sign: usize,
    /// The document's code, until it is set.
    seal: Option<&'a Seal>,
}

impl<'a> Setter<'a> {
    fn new(document: &'a Document, shaper: &'a mut Shaper) -> Setter<'a> {
        let folio = Folio {
            title: document.title.clone(),
            author: document.author.clone(),
            language: document.language.clone(),
            identifier: document.seal.as_ref().map(|seal| seal.code.clone()),
            date: document.date,
            sheets: Vec::new(),
            nodes: vec![Node { kind: Kind::Document, parent: NodeId(0) }],
            glyphs: Vec::new(),
            images: Vec::new(),
            bookmarks: Vec::new(),
        };
        Setter {
            shaper,
            folio,
            items: Vec::new(),
            style: document.style,
            width: 0.0,
            tallest: 0.0,
            figure_room: 0.0,
            space: 0.0,
            level: 0,
            parts_words: is_indonesian(&document.language),
            fields: BTreeMap::new(),
            rows_to_sign: signature_rows(&document.blocks),
            seal: document.seal.as_ref(),
        }
    }

    /// Makes a structure element.
    fn node(&mut self, kind: Kind, parent: NodeId) -> NodeId {
        self.folio.nodes.push(Node { kind, parent });
        NodeId(self.folio.nodes.len() as u32 - 1)
    }

    /// The voice of running text.
    fn voice(&self) -> Voice {
        Voice {
            size: self.style.size,
            leading: self.style.leading,
            bold: false,
            underline: false,
            align: Align::Left,
            colour: Colour::INK,
        }
    }

    fn blocks(&mut self, blocks: &[Block], together: bool) {
        let root = NodeId(0);
        for (place, block) in blocks.iter().enumerate() {
            let first = self.items.len();
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Content(Content::Table(table)) => self.table(table),
                Block::Content(content) => {
                    let gap = self.style.gap;
                    let atoms = self.content(content, root, self.width, self.voice(), gap);
                    self.push(atoms);
                }
                Block::Table(table) => self.table(table),
                Block::Signatures(signatures) => {
                    self.keep_last();
                    let atom = self.signatures(signatures);
                    self.push(vec![atom]);
                }
                Block::Together(inner) => self.blocks(inner, true),
                Block::PageBreak => self.items.push(Item::PageBreak),
            }
            if together {
                let last = place + 1 == blocks.len();
                self.keep_together(first, last);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        // A table without rows has nothing to show, and would be no table to those who hear it read.
        if table.head.is_empty() && table.body.is_empty() {
            return;
        }
        let mut grid = self.grid(table, NodeId(0), self.width);
        grid.gap = self.style.gap + std::mem::take(&mut self.space);
        self.items.push(Item::Table(Box::new(grid)));
    }

    fn push(&mut self, atoms: Vec<Atom>) {
        for mut atom in atoms {
            atom.gap += std::mem::take(&mut self.space);
            self.items.push(Item::Atom(atom));
        }
    }

    /// Keeps what was set last on the page of what follows.
    fn keep_last(&mut self) {
        match self.items.last_mut() {
            Some(Item::Atom(atom)) => atom.keep = true,
            Some(Item::Table(grid)) => grid.keep = true,
            Some(Item::PageBreak) | None => {}
        }
    }

    /// Keeps the items from a place on together, and with what follows unless they are the last.
    fn keep_together(&mut self, first: usize, last: bool) {
        let count = self.items.len();
        for (place, item) in self.items.iter_mut().enumerate().skip(first) {
            let keep = !last || place + 1 < count;
            match item {
                Item::Atom(atom) => atom.keep |= keep,
                Item::Table(grid) => {
                    grid.whole = true;
                    grid.keep |= keep;
                }
                Item::PageBreak => {}
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let level = heading.level.clamp(1, self.level.saturating_add(1)).min(6);
        self.level = level;
        let [first, second, third] = self.style.headings;
        let usual = match level {
            1 => first,
            2 => second,
            _ => third,
        };
        let voice = Voice {
            size: heading.size.unwrap_or(usual),
            leading: 1.22,
            bold: true,
            align: heading.align,
            ..self.voice()
        };
        let node = self.node(Kind::Heading(level), NodeId(0));
        let mut atoms = self.lines(&heading.prose, node, self.width, voice);
        for atom in &mut atoms {
            atom.keep = true;
        }
        if let Some(atom) = atoms.first_mut() {
            atom.gap = if level == 1 { voice.size * 0.4 } else { voice.size * 0.9 };
            atom.pieces.push(Piece::Bookmark(level, heading.prose.words()));
        }
        self.push(atoms);
    }
}

fn is_indonesian(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|tag| tag.eq_ignore_ascii_case("id"))
}

/// How many rows of signatures there are.
fn signature_rows(blocks: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Signatures(_) => 1,
        Block::Together(inner) => signature_rows(inner),
        _ => 0,
    };
    blocks.iter().map(of).sum()
}
