//! Setting pictures.

use super::super::document::{Align, Figure, Graphic, Image, Picture, Shape};
use super::flow::shift_right;
use super::lines::Voice;
use super::{Atom, Piece, Setter};
use crate::pdf::{Area, Colour, Draw, Kind, NodeId, Style};

impl Setter<'_> {
    /// Sets a figure, made smaller if it is too large for its place.
    pub(super) fn figure(&mut self, figure: &Figure, parent: NodeId, width: f32, voice: Voice) -> Atom {
        let room = (width / figure.width.max(1.0)).min(self.figure_room / figure.height.max(1.0)).min(1.0);
        let area = Area {
            x: 0.0,
            y: 0.0,
            width: figure.width.max(1.0) * room,
            height: figure.height.max(1.0) * room,
        };
        let node = self.node(Kind::Figure { alt: figure.alt.clone(), area }, parent);
        let mut pieces = vec![Piece::Figure(node, area)];
        let draws = match &figure.picture {
            Picture::Frame => vec![outline(&area)],
            Picture::Image(image) => vec![self.image(image, &area)],
            Picture::Graphic(graphic) => self.graphic(graphic, room, area.width),
        };
        pieces.extend(draws.into_iter().map(|draw| Piece::Marked(node, draw)));
        let free = (width - area.width).max(0.0);
        let align = if figure.align == Align::Left { voice.align } else { figure.align };
        let indent = match align {
            Align::Left | Align::Justify => 0.0,
            Align::Center => free / 2.0,
            Align::Right => free,
        };
        shift_right(&mut pieces, indent);
        Atom { height: area.height, gap: 0.0, keep: false, pieces }
    }

    /// A picture in the middle of its area, undistorted.
    fn image(&mut self, image: &Image, area: &Area) -> Draw {
        let known = self.folio.images.iter().position(|known| known == image);
        let index = known.unwrap_or_else(|| {
            self.folio.images.push(image.clone());
            self.folio.images.len() - 1
        });
        let (wide, high) = image.size();
        let (wide, high) = (wide as f32, high as f32);
        let scale = (area.width / wide).min(area.height / high);
        let (width, height) = (wide * scale, high * scale);
        let (x, y) = (area.x + (area.width - width) / 2.0, area.y + (area.height - height) / 2.0);
        Draw::Image { index, area: Area { x, y, width, height } }
    }

    /// The shapes of a drawing, to a scale; words stay within a width.
    pub(super) fn graphic(&mut self, graphic: &Graphic, scale: f32, width: f32) -> Vec<Draw> {
        let scaled = |points: &[(f32, f32)]| points.iter().map(|(x, y)| (x * scale, y * scale)).collect();
        let mut draws = Vec::with_capacity(graphic.shapes.len());
        for shape in &graphic.shapes {
            draws.push(match shape {
                Shape::Rectangle { x, y, width, height, fill } => {
                    let area =
                        Area { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
                    Draw::Fill { area, colour: *fill }
                }
                Shape::Polyline { points, thickness, colour } => {
                    Draw::Line { points: scaled(points), thickness: thickness * scale, colour: *colour }
                }
                Shape::Polygon { points, fill } => Draw::Polygon { points: scaled(points), colour: *fill },
                Shape::Label { x, y, size, bold, align, text, colour } => {
                    let style = Style::of(*bold, false);
                    let word = self.shaper.word(style, text);
                    let (x, y) = (x * scale, y * scale);
                    let room = match align {
                        Align::Left | Align::Justify => width - x,
                        Align::Center => 2.0 * x.min(width - x),
                        Align::Right => x,
                    };
                    // Words that would leave the drawing are set smaller.
                    let natural = word.advance as f32 * size * scale / 1000.0;
                    let size = size * scale * (room.max(1.0) / natural.max(0.1)).min(1.0);
                    let wide = word.advance as f32 * size / 1000.0;
                    let start = self.folio.glyphs.len() as u32;
                    self.folio.glyphs.extend_from_slice(self.shaper.glyphs(word));
                    let glyphs = start..self.folio.glyphs.len() as u32;
                    let left = match align {
                        Align::Left | Align::Justify => 0.0,
                        Align::Center => wide / 2.0,
                        Align::Right => wide,
                    };
                    let x = x - left;
                    Draw::Text { x, y, style, size, colour: *colour, glyphs, spread: 0.0 }
                }
            });
        }
        draws
    }
}

fn outline(area: &Area) -> Draw {
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    let points = vec![(area.x, area.y), (right, area.y), (right, bottom), (area.x, bottom), (area.x, area.y)];
    Draw::Line { points, thickness: 0.5, colour: Colour::LINE }
}
