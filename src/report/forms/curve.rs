//! The curve of the distribution pattern.

use crate::report::document::{Align, Colour, Figure, Graphic, Picture, Shape};
use crate::text::{Lang, fill, phrase};
use crate::view::form::Curve;

const WIDTH: f32 = 430.0;
const HEIGHT: f32 = 66.0;
/// Where the axis lies, from above.
const AXIS: f32 = 50.0;
/// Where the highest point of the curve lies.
const TOP: f32 = 3.0;
/// Points drawn between two outcomes.
const STEPS: usize = 10;

const LINE: Colour = Colour::new(0x1b, 0x4b, 0x86);
const AREA: Colour = Colour::new(0xdc, 0xe6, 0xf2);

/// The curve over the outcomes, or the bare axis while the organisation is not rated.
pub(super) fn curve(curve: &Curve, lang: Lang) -> Figure {
    let mut shapes = vec![];
    let slot = WIDTH / curve.labels.len().max(1) as f32;
    if !curve.heights.is_empty() {
        let points = points(&curve.heights, slot);
        let mut area = vec![(0.0, AXIS)];
        area.extend(&points);
        area.push((WIDTH, AXIS));
        shapes.push(Shape::Polygon { points: area, fill: AREA });
        shapes.push(Shape::Polyline { points, thickness: 1.2, colour: LINE });
    }
    let axis = vec![(0.0, AXIS), (WIDTH, AXIS)];
    shapes.push(Shape::Polyline { points: axis, thickness: 0.7, colour: Colour::INK });
    let peak = curve.heights.iter().max();
    for (place, label) in curve.labels.iter().enumerate() {
        let x = slot * (place as f32 + 0.5);
        let tick = vec![(x, AXIS), (x, AXIS + 3.0)];
        shapes.push(Shape::Polyline { points: tick, thickness: 0.7, colour: Colour::INK });
        shapes.push(Shape::Label {
            x,
            y: AXIS + 12.0,
            size: 7.5,
            bold: peak.is_some() && curve.heights.get(place) == peak,
            align: Align::Center,
            text: label.clone(),
            colour: Colour::INK,
        });
    }
    let picture = Picture::Graphic(Graphic { shapes });
    Figure { alt: alt(curve, lang), width: WIDTH, height: HEIGHT, align: Align::Center, picture }
}

fn alt(curve: &Curve, lang: Lang) -> String {
    let key = if curve.heights.is_empty() { "form-curve-blank" } else { "form-curve-alt" };
    let named = curve.labels.iter().enumerate().map(|(place, label)| match curve.heights.get(place) {
        Some(height) => format!("{label} {height}"),
        None => label.clone(),
    });
    fill(phrase(lang, key), &[("list", &named.collect::<Vec<String>>().join(", "))])
}

/// A smooth line through the heights, level at each of them so that it never swings past one; it falls to the axis at
/// both ends.
fn points(heights: &[u32], slot: f32) -> Vec<(f32, f32)> {
    let most = heights.iter().copied().max().unwrap_or(0).max(1) as f32;
    let y = |height: u32| AXIS - (AXIS - TOP) * height as f32 / most;
    let middle = heights.iter().enumerate().map(|(place, height)| (slot * (place as f32 + 0.5), y(*height)));
    let end = slot * heights.len() as f32;
    let stops: Vec<(f32, f32)> =
        std::iter::once((0.0, AXIS)).chain(middle).chain(std::iter::once((end, AXIS))).collect();
    let mut points = vec![(0.0, AXIS)];
    for pair in stops.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        for step in 1..=STEPS {
            let t = step as f32 / STEPS as f32;
            let eased = t * t * (3.0 - 2.0 * t);
            points.push((from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * eased));
        }
    }
    points
}
