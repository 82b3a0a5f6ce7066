//! Filling pages with atoms and grids.

use super::flow::shift;
use super::running::Frame;
use super::{Atom, Item, Piece};
use crate::pdf::{Bookmark, Folio, Kind, LinkArea, Sheet};

/// Rounding may make a sum a hair larger than its parts.
pub(super) const HAIR: f32 = 0.05;

/// Places what was set, page by page.
pub(super) struct Pager {
    pub(super) folio: Folio,
    pub(super) frame: Frame,
    /// Where the next thing goes.
    pub(super) y: f32,
    /// Nothing stands on this page yet.
    pub(super) fresh: bool,
}

impl Pager {
    pub(super) fn new(folio: Folio, frame: Frame) -> Pager {
        let mut pager = Pager { folio, y: frame.top, frame, fresh: true };
        pager.new_page();
        pager
    }

    /// Height of a page between running head and foot.
    pub(super) fn capacity(&self) -> f32 {
        self.frame.bottom - self.frame.top
    }

    pub(super) fn new_page(&mut self) {
        self.folio.sheets.push(self.blank());
        self.y = self.frame.top;
        self.fresh = true;
    }

    fn blank(&self) -> Sheet {
        Sheet { size: self.frame.size, ..Sheet::default() }
    }

    pub(super) fn sheet(&mut self) -> &mut Sheet {
        if self.folio.sheets.is_empty() {
            self.folio.sheets.push(self.blank());
        }
        let last = self.folio.sheets.len() - 1;
        &mut self.folio.sheets[last]
    }

    /// Places everything.
    pub(super) fn fill(mut self, items: Vec<Item>) -> Folio {
        let leads: Vec<f32> = (0..items.len()).map(|place| self.lead(&items[place..])).collect();
        let gaps: Vec<f32> = items.iter().map(Item::gap).collect();
        let mut pending_break = false;
        for (place, item) in items.into_iter().enumerate() {
            if pending_break && !matches!(item, Item::PageBreak) {
                self.new_page();
                pending_break = false;
            }
            let lead = leads[place];
            match item {
                // A page is begun when something comes to stand on it, so that none stays empty.
                Item::PageBreak => pending_break = !self.fresh,
                Item::Atom(atom) => {
                    if !self.fresh && self.y + atom.gap + lead > self.frame.bottom + HAIR {
                        self.new_page();
                    }
                    if !self.fresh {
                        self.y += atom.gap;
                    }
                    let (left, y) = (self.frame.left, self.y);
                    self.y += atom.height;
                    self.fresh = false;
                    self.place(atom, left, y, true);
                }
                Item::Table(grid) => {
                    let next = place + 1;
                    let follow = match (leads.get(next), gaps.get(next)) {
                        (Some(lead), Some(gap)) if grid.keep => lead + gap,
                        _ => 0.0,
                    };
                    if !self.fresh && self.y + grid.gap + lead > self.frame.bottom + HAIR {
                        self.new_page();
                    }
                    if !self.fresh {
                        self.y += grid.gap;
                    }
                    self.table(*grid, follow.min(self.capacity() * 0.6));
                }
            }
        }
        self.folio
    }

    /// Height that must stand on one page from the first of some items on, without the space before it.
    fn lead(&self, items: &[Item]) -> f32 {
        let mut sum = 0.0;
        for (place, item) in items.iter().enumerate() {
            let (gap, height, more) = match item {
                Item::Atom(atom) => (atom.gap, atom.height, atom.keep),
                Item::Table(grid) => {
                    let (height, whole) = self.table_lead(grid);
                    (grid.gap, height, whole && grid.keep)
                }
                Item::PageBreak => break,
            };
            let next = sum + height + if place > 0 { gap } else { 0.0 };
            // What cannot stay together in any case is not worth a new page.
            if next > self.capacity() && place > 0 {
                break;
            }
            sum = next;
            if !more {
                break;
            }
        }
        sum
    }

    /// Places an atom; what is repeated is placed without its marks.
    pub(super) fn place(&mut self, atom: Atom, x: f32, y: f32, marked: bool) {
        let page = self.folio.sheets.len().saturating_sub(1);
        for mut piece in atom.pieces {
            piece.shift(x, y);
            match piece {
                Piece::Marked(node, draw) => self.sheet().items.push((marked.then_some(node), draw)),
                Piece::Ground(draw) => self.sheet().ground.push(draw),
                Piece::Link(link) if marked => self.add_link(link),
                Piece::Field(field) if marked => self.sheet().fields.push(field),
                Piece::Figure(node, place) if marked => {
                    if let Some(node) = self.folio.nodes.get_mut(node.0 as usize)
                        && let Kind::Figure { area, .. } = &mut node.kind
                    {
                        *area = place;
                    }
                }
                Piece::Bookmark(level, title) if marked => {
                    self.folio.bookmarks.push(Bookmark { level, title, page, y });
                }
                Piece::Link(_) | Piece::Field(_) | Piece::Figure(..) | Piece::Bookmark(..) => {}
            }
        }
    }

    fn add_link(&mut self, link: LinkArea) {
        self.sheet().links.push(link);
    }
}

impl Pager {
    /// Places atoms below each other.
    pub(super) fn place_all(&mut self, atoms: impl Iterator<Item = Atom>, x: f32, mut y: f32, marked: bool) {
        for (place, atom) in atoms.enumerate() {
            if place > 0 {
                y += atom.gap;
            }
            let height = atom.height;
            self.place(atom, x, y, marked);
            y += height;
        }
    }

    /// Draws below everything else.
    pub(super) fn ground(&mut self, mut draw: crate::pdf::Draw, right: f32) {
        shift(&mut draw, right, 0.0);
        self.sheet().ground.push(draw);
    }
}
