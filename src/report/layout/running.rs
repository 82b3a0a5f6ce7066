//! The frame of a page, and the lines repeated above and below it.

use super::super::document::{Align, Document, Running};
use super::lines::Voice;
use super::{Atom, Piece, Setter};
use crate::pdf::{Colour, Draw, Folio, NodeId, Shaper};
use crate::text::fill;

/// Size of running heads and feet.
const SIZE: f32 = 7.5;
/// Space between a running line and the page's text.
const SPACE: f32 = 9.0;

/// Where the text of each page stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Frame {
    /// Width and height of the page.
    pub(super) size: (f32, f32),
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    head: f32,
    foot: f32,
}

impl Frame {
    /// The frame within the margins, less the room of running head and foot.
    pub(super) fn new(setter: &mut Setter<'_>, document: &Document) -> Frame {
        let (width, height) = document.page.size();
        let margins = document.page.margins;
        let text = (width - margins.left - margins.right).max(36.0);
        let mut room = |running: &Option<Running>| match running {
            // Numbers of two figures are the widest that are likely.
            Some(running) => setter.running(running, text, ("88", "88")).1 + SPACE,
            None => 0.0,
        };
        let (head, foot) = (room(&document.head), room(&document.foot));
        setter.folio.glyphs.clear();
        let top = margins.top + head;
        let bottom = (height - margins.bottom - foot).max(top + 72.0);
        Frame {
            size: (width, height),
            left: margins.left,
            width: text,
            top,
            bottom,
            head: margins.top,
            foot: bottom + SPACE,
        }
    }
}

/// Adds running heads and feet, once the number of pages is known.
pub(super) fn add(folio: &mut Folio, document: &Document, frame: &Frame, shaper: &mut Shaper) {
    let pages = folio.sheets.len();
    for running in [(&document.head, true), (&document.foot, false)] {
        let (Some(words), head) = running else { continue };
        for page in 0..pages {
            let mut setter = Setter::new(document, shaper);
            setter.folio.glyphs = std::mem::take(&mut folio.glyphs);
            let numbers = ((page + 1).to_string(), pages.to_string());
            let (mut pieces, height) = setter.running(words, frame.width, (&numbers.0, &numbers.1));
            folio.glyphs = setter.folio.glyphs;
            let y = if head { frame.head } else { frame.foot };
            if words.rule {
                let at = if head { height + 2.5 } else { -3.0 };
                let points = vec![(0.0, at), (frame.width, at)];
                pieces.push(Piece::Ground(Draw::Line { points, thickness: 0.5, colour: Colour::LINE }));
            }
            let sheet = &mut folio.sheets[page];
            let target = if head { &mut sheet.head } else { &mut sheet.foot };
            for mut piece in pieces {
                piece.shift(frame.left, y);
                if let Piece::Marked(_, draw) | Piece::Ground(draw) = piece {
                    target.push(draw);
                }
            }
        }
    }
}

/// Lays the document's backdrop beneath every page.
pub(super) fn underlay(folio: &mut Folio, document: &Document, shaper: &mut Shaper) {
    let Some(graphic) = &document.backdrop else { return };
    let mut setter = Setter::new(document, shaper);
    setter.folio.glyphs = std::mem::take(&mut folio.glyphs);
    let draws = setter.graphic(graphic, 1.0, document.page.size().0);
    folio.glyphs = setter.folio.glyphs;
    for sheet in &mut folio.sheets {
        sheet.ground.splice(0..0, draws.iter().cloned());
    }
}

impl Setter<'_> {
    /// Sets the three parts of a running line; gives what to draw, and its height.
    fn running(&mut self, running: &Running, width: f32, (page, pages): (&str, &str)) -> (Vec<Piece>, f32) {
        let voice = Voice { size: SIZE, leading: 1.2, colour: Colour::GREY, ..self.voice() };
        let right = fill(&running.right, &[("page", &page), ("pages", &pages)]);
        // The right part is the page number as a rule; the others share what it leaves.
        let natural = self.shaper.width(crate::pdf::Style::Regular, SIZE, &right) + 1.0;
        let mut measure = |text: &str| {
            let natural = self.shaper.width(crate::pdf::Style::Regular, SIZE, text);
            if text.trim().is_empty() { 0.0 } else { (natural + 1.0).min(width * 0.4) + 12.0 }
        };
        let right_width = natural.min(width * 0.5);
        let center_width = measure(&running.center);
        let left_width = width - right_width - 12.0 - center_width;
        // In the middle of the page, unless the left part needs the room.
        let middle = (width - center_width) / 2.0;
        let center = middle.max(measure(&running.left).min(left_width)).min(left_width + 12.0);
        let left_width = if center_width > 0.0 { center } else { left_width };
        let columns = [
            (running.left.clone(), 0.0, left_width, Align::Left),
            (running.center.clone(), center, center_width, Align::Center),
            (right, width - right_width, right_width, Align::Right),
        ];
        let (mut pieces, mut height) = (Vec::new(), voice.line_height());
        for (text, x, wide, align) in columns {
            if text.trim().is_empty() {
                continue;
            }
            let lines: Vec<Atom> = self.lines(&text.into(), NodeId(0), wide, Voice { align, ..voice });
            let mut y = 0.0;
            for line in lines {
                for mut piece in line.pieces {
                    piece.shift(x, y);
                    pieces.push(piece);
                }
                y += line.height;
            }
            height = height.max(y);
        }
        (pieces, height)
    }
}
