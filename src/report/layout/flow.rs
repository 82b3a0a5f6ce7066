//! Setting paragraphs and lists.

use super::super::document::{Align, Content, List, Marker, Paragraph};
use super::lines::Voice;
use super::{Atom, Piece, Setter};
use crate::pdf::{Draw, Kind, NodeId, Style};

/// Room that the text of a list needs beside its labels, in sizes.
const NARROWEST: f32 = 3.0;

/// The element that holds a paragraph.
#[derive(Clone, Copy)]
enum Holder {
    /// It holds nothing else.
    Whole(NodeId),
    /// It holds the paragraph among others.
    Part(NodeId),
}

impl Setter<'_> {
    /// Sets one piece of content as atoms of a width. Space is remembered for the atom that follows.
    pub(super) fn content(
        &mut self,
        content: &Content,
        parent: NodeId,
        width: f32,
        voice: Voice,
        gap: f32,
    ) -> Vec<Atom> {
        match content {
            Content::Paragraph(paragraph) => {
                self.paragraph(paragraph, Holder::Part(parent), width, voice, gap)
            }
            Content::List(list) => self.list(list, parent, width, voice, gap),
            Content::Figure(figure) => vec![Atom { gap, ..self.figure(figure, parent, width, voice) }],
            Content::Table(table) => self.inner_table(table, parent, width, voice, gap),
            Content::Space(points) => {
                self.space += points.max(0.0);
                Vec::new()
            }
        }
    }

    /// Sets several pieces of content, as a cell or an item of a list holds them.
    pub(super) fn contents(
        &mut self,
        contents: &[Content],
        parent: NodeId,
        width: f32,
        voice: Voice,
        gap: f32,
    ) -> Vec<Atom> {
        // A single paragraph needs no element of its own, which keeps tables of short cells small.
        if let [Content::Paragraph(paragraph)] = contents {
            return self.paragraph(paragraph, Holder::Whole(parent), width, voice, gap);
        }
        let outer = std::mem::take(&mut self.space);
        let mut atoms = Vec::new();
        for content in contents {
            for mut atom in self.content(content, parent, width, voice, gap) {
                atom.gap += std::mem::take(&mut self.space);
                atoms.push(atom);
            }
        }
        self.space = outer;
        atoms
    }

    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        holder: Holder,
        width: f32,
        voice: Voice,
        gap: f32,
    ) -> Vec<Atom> {
        let voice = Voice {
            size: paragraph.size.unwrap_or(voice.size),
            bold: voice.bold || paragraph.bold,
            align: paragraph.align.unwrap_or(voice.align),
            colour: paragraph.colour,
            ..voice
        };
        let mut atoms = if paragraph.prose.is_empty() {
            vec![Atom { height: voice.line_height(), ..Atom::default() }]
        } else {
            let node = match holder {
                Holder::Whole(node) => node,
                Holder::Part(parent) => self.node(Kind::Paragraph, parent),
            };
            self.lines(&paragraph.prose, node, width, voice)
        };
        if let Some(first) = atoms.first_mut() {
            first.gap = gap;
        }
        if let Some(last) = atoms.last_mut() {
            last.keep |= paragraph.keep_with_next;
        }
        atoms
    }

    fn list(&mut self, list: &List, parent: NodeId, width: f32, voice: Voice, gap: f32) -> Vec<Atom> {
        let voice = Voice {
            align: if voice.align == Align::Justify { Align::Justify } else { Align::Left },
            ..voice
        };
        let labels: Vec<String> = (0..list.items.len()).map(|place| label(list.marker, place)).collect();
        let style = Style::of(voice.bold, false);
        let widest =
            labels.iter().map(|label| self.shaper.width(style, voice.size, label)).fold(0.0, f32::max);
        // In a very narrow column the text would have no room beside the label, so it stands below.
        let usual = widest + voice.size * 0.45;
        let below = width - usual < voice.size * NARROWEST;
        let indent = if below { 0.0 } else { usual };
        let node = self.node(Kind::List(list.marker != Marker::Bullet), parent);
        let mut atoms = Vec::new();
        for (place, (item, label)) in list.items.iter().zip(&labels).enumerate() {
            let entry = self.node(Kind::Item, node);
            let label = self.label(label, entry, if below { width } else { indent }, voice);
            let body = self.node(Kind::ItemBody, entry);
            let mut set = self.contents(item, body, width - indent, voice, gap * 0.5);
            for atom in &mut set {
                shift_right(&mut atom.pieces, indent);
            }
            let before = if place == 0 { gap } else { gap * 0.4 };
            match set.first_mut() {
                Some(first) if !below => {
                    first.gap = before;
                    first.pieces.splice(0..0, label);
                }
                first => {
                    let keep = first.is_some();
                    set.insert(0, Atom { height: voice.line_height(), gap: before, keep, pieces: label });
                }
            }
            atoms.append(&mut set);
        }
        atoms
    }

    fn label(&mut self, label: &str, entry: NodeId, indent: f32, voice: Voice) -> Vec<Piece> {
        let node = self.node(Kind::Label, entry);
        let prose = label.into();
        let mut lines =
            self.lines(&prose, node, indent, Voice { align: Align::Left, underline: false, ..voice });
        if lines.is_empty() { Vec::new() } else { lines.swap_remove(0).pieces }
    }
}

fn label(marker: Marker, place: usize) -> String {
    match marker {
        Marker::Bullet => "•".into(),
        Marker::Number(first) => format!("{}.", first as usize + place),
        Marker::Letter => {
            // a to z, then aa, ab and on.
            let mut letters = Vec::new();
            let mut rest = place + 1;
            while rest > 0 {
                rest -= 1;
                letters.push(char::from(b'a' + (rest % 26) as u8));
                rest /= 26;
            }
            letters.iter().rev().chain(&['.']).collect()
        }
    }
}

pub(super) fn shift_right(pieces: &mut [Piece], by: f32) {
    for piece in pieces {
        piece.shift(by, 0.0);
    }
}

impl Piece {
    /// Moves a piece.
    pub(super) fn shift(&mut self, right: f32, down: f32) {
        match self {
            Piece::Marked(_, draw) | Piece::Ground(draw) => shift(draw, right, down),
            Piece::Link(link) => {
                link.area.x += right;
                link.area.y += down;
            }
            Piece::Field(field) => {
                field.area.x += right;
                field.area.y += down;
            }
            Piece::Figure(_, area) => {
                area.x += right;
                area.y += down;
            }
            Piece::Bookmark(..) => {}
        }
    }
}

/// Moves something drawn.
pub(super) fn shift(draw: &mut Draw, right: f32, down: f32) {
    match draw {
        Draw::Text { x, y, .. } => {
            *x += right;
            *y += down;
        }
        Draw::Fill { area, .. } | Draw::Image { area, .. } | Draw::Modules { area, .. } => {
            area.x += right;
            area.y += down;
        }
        Draw::Line { points, .. } | Draw::Polygon { points, .. } => {
            for (x, y) in points {
                *x += right;
                *y += down;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!(label(Marker::Letter, 0), "a.");
        assert_eq!(label(Marker::Letter, 25), "z.");
        assert_eq!(label(Marker::Letter, 26), "aa.");
        assert_eq!(label(Marker::Number(3), 1), "4.");
    }
}
