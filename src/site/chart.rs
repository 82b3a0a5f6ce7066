//! Charts as inline SVG: integer coordinates, classes instead of styles, a title and a description. The numbers stand
//! in a table beside each of them.

use std::fmt::Write as _;

use serde::Deserialize;
use tera::{Kwargs, State, Tera, Value};

use super::html::Html;
use crate::text::{Lang, escape_html};

/// Gives templates the charts as functions.
pub(super) fn register(tera: &mut Tera, _lang: Lang) {
    tera.register_function("scale", |with: Kwargs, _: &State| {
        Ok::<Value, tera::Error>(scale(with.must_get("place")?, with.must_get("of")?).into())
    });
    tera.register_function("minibar", |with: Kwargs, _: &State| {
        Ok::<Value, tera::Error>(minibar(with.must_get("part")?, with.must_get("whole")?).into())
    });
    tera.register_function("placing", |with: Kwargs, _: &State| {
        Ok::<Value, tera::Error>(placing(&with.deserialize()?).into())
    });
    tera.register_function("stack", |with: Kwargs, _: &State| {
        Ok::<Value, tera::Error>(stack(&with.deserialize()?).into())
    });
    tera.register_function("course", |with: Kwargs, _: &State| {
        Ok::<Value, tera::Error>(course(&with.deserialize()?).into())
    });
    tera.register_function("spark", |with: Kwargs, _: &State| {
        Ok::<Value, tera::Error>(spark(&with.deserialize()?).into())
    });
}

/// A drawing under way.
struct Drawing {
    out: String,
}

impl Drawing {
    /// Begins a picture that speaks for itself to those who do not see it.
    fn new(class: &str, (width, height): (i64, i64), said: &Said) -> Self {
        let (id, title, desc) = (escape_html(&said.id), escape_html(&said.title), escape_html(&said.desc));
        // Bars without words fill whatever width they are given.
        let fill = if class == "stack" { " preserveAspectRatio=\"none\"" } else { "" };
        let out = format!(
            "<svg class=\"chart {class}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" viewBox=\"0 0 {width} {height}\"{fill}>\
             <title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{desc}</desc>"
        );
        Drawing { out }
    }

    fn rect(&mut self, class: &str, (x, width): (i64, i64), height: i64) {
        let _ = write!(
            self.out,
            "<rect class=\"{class}\" x=\"{x}\" y=\"0\" width=\"{width}\" height=\"{height}\"/>"
        );
    }

    fn line(&mut self, class: &str, from: (i64, i64), to: (i64, i64)) {
        let _ = write!(
            self.out,
            "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
            from.0, from.1, to.0, to.1
        );
    }

    fn text(&mut self, class: &str, anchor: &str, (x, y): (i64, i64), text: &str) {
        let _ = write!(
            self.out,
            "<text class=\"{class}\" text-anchor=\"{anchor}\" x=\"{x}\" y=\"{y}\">{}</text>",
            escape_html(text)
        );
    }

    fn dot(&mut self, class: &str, (x, y): (i64, i64)) {
        let _ = write!(self.out, "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"6\"/>");
    }

    fn path(&mut self, points: &[(i64, i64)]) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        let _ = write!(self.out, "<polyline class=\"path\" points=\"{}\"/>", points.join(" "));
    }

    fn finish(mut self) -> Html {
        self.out.push_str("</svg>");
        Html::made(self.out)
    }
}

/// What a chart says to those who do not see it.
#[derive(Debug, Clone, Deserialize)]
struct Said {
    id: String,
    title: String,
    #[serde(default)]
    desc: String,
}

/// A place on a scale as a row of fields; the words beside it say the same.
fn scale(place: i64, of: i64) -> Html {
    let mut out = format!("<svg class=\"scale\" viewBox=\"0 0 {} 12\" aria-hidden=\"true\">", of * 20 - 4);
    for step in 0..of.clamp(0, 50) {
        let on = if step < place { " class=\"on\"" } else { "" };
        let _ = write!(out, "<rect{on} x=\"{}\" y=\"0\" width=\"16\" height=\"12\"/>", step * 20);
    }
    out.push_str("</svg>");
    Html::made(out)
}

/// A share as a small bar; the numbers beside it say the same.
fn minibar(part: i64, whole: i64) -> Html {
    let width = if whole > 0 { part.clamp(0, whole) * 1000 / whole } else { 0 };
    Html::made(format!(
        "<svg class=\"minibar\" viewBox=\"0 0 1000 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect class=\"ground\" width=\"1000\" height=\"8\"/><rect class=\"bar\" width=\"{width}\" height=\"8\"/></svg>"
    ))
}

#[derive(Debug, Deserialize)]
struct Placing {
    of: Place,
}

/// Places on a scale, in thousandths of it.
#[derive(Debug, Deserialize)]
struct Place {
    own: i64,
    from: Option<i64>,
    to: Option<i64>,
}

/// A mean as a dot on its scale, and what others gave as a line or a band; the numbers beside it say the same.
fn placing(placing: &Placing) -> Html {
    const EDGE: i64 = 40;
    let at = |thousandths: i64| EDGE + thousandths.clamp(0, 1000);
    let mut out = format!(
        "<svg class=\"placing\" viewBox=\"0 0 1080 80\" aria-hidden=\"true\"><path class=\"axis\" d=\"M{EDGE} 40H{}\"/>",
        at(1000)
    );
    if let (Some(from), Some(to)) = (placing.of.from, placing.of.to) {
        let (from, width) = (at(from), (to - from).max(0));
        let (x, width) = if width == 0 { (from - 8, 16) } else { (from, width) };
        let _ = write!(out, "<rect class=\"others\" x=\"{x}\" y=\"4\" width=\"{width}\" height=\"72\"/>");
    }
    let _ = write!(out, "<circle class=\"own\" cx=\"{}\" cy=\"40\" r=\"28\"/></svg>", at(placing.of.own));
    Html::made(out)
}

#[derive(Debug, Deserialize)]
struct Stack {
    id: String,
    title: String,
    counts: Vec<StackPart>,
}

#[derive(Debug, Deserialize)]
struct StackPart {
    count: i64,
    rank: StackRank,
}

#[derive(Debug, Deserialize)]
struct StackRank {
    label: String,
    tone: String,
}

/// Counts as parts of one bar, lowest level first.
fn stack(stack: &Stack) -> Html {
    let whole: i64 = stack.counts.iter().map(|part| part.count.max(0)).sum();
    let desc: Vec<String> =
        stack.counts.iter().map(|part| format!("{}: {}", part.rank.label, part.count)).collect();
    let said = Said { id: stack.id.clone(), title: stack.title.clone(), desc: desc.join("; ") };
    let mut drawing = Drawing::new("stack", (1000, 40), &said);
    if whole == 0 {
        drawing.rect("ground", (0, 1000), 40);
    }
    let mut before = 0;
    for part in stack.counts.iter().filter(|part| part.count > 0) {
        let (from, to) = (before * 1000 / whole, (before + part.count) * 1000 / whole);
        // A hair of ground parts neighbours, so that they can be told apart without colour.
        drawing.rect(&format!("tone-{}", escape_html(&part.rank.tone)), (from, (to - from - 4).max(2)), 40);
        before += part.count;
    }
    drawing.finish()
}

#[derive(Debug, Deserialize)]
struct Course {
    id: String,
    title: String,
    of: CourseOf,
}

#[derive(Debug, Deserialize)]
struct CourseOf {
    levels: Vec<CourseLevel>,
    points: Vec<CoursePoint>,
}

#[derive(Debug, Deserialize)]
struct CourseLevel {
    label: String,
    at: i64,
}

#[derive(Debug, Deserialize)]
struct CoursePoint {
    label: String,
    outcome: String,
    at: i64,
    joined: bool,
}

/// Outcomes over the periods, oldest first. Where levels changed, the line is broken and each point bears its own.
fn course(course: &Course) -> Html {
    const STEP: i64 = 24;
    /// Room for a letter of a label, on average.
    const LETTER: i64 = 7;
    let CourseOf { levels, points } = &course.of;
    let steps = i64::try_from(levels.len()).unwrap_or(0).saturating_sub(1).max(3);
    let count = i64::try_from(points.len()).unwrap_or(0);
    let desc: Vec<String> =
        points.iter().map(|point| format!("{}: {}", point.label, point.outcome)).collect();
    let said = Said { id: course.id.clone(), title: course.title.clone(), desc: desc.join("; ") };
    let height = (steps + 1) * STEP + 28;
    let mut drawing = Drawing::new("course", (420, height), &said);
    let y = |at: i64| (1000 - at.clamp(0, 1000)) * steps * STEP / 1000 + 20;
    let longest = levels.iter().map(|level| level.label.chars().count()).max().unwrap_or(0);
    let room = (i64::try_from(longest).unwrap_or(0) * LETTER + 14).clamp(112, 240);
    let left = if levels.is_empty() { 0 } else { room };
    for level in levels {
        drawing.line("grid", (left, y(level.at)), (420, y(level.at)));
        drawing.text("", "end", (left - 10, y(level.at) + 4), &level.label);
    }
    let width = (420 - left) / count.max(1);
    let x = |at: usize| left + width * i64::try_from(at).unwrap_or(0) + width / 2;
    let places: Vec<(i64, i64)> = points.iter().enumerate().map(|(at, point)| (x(at), y(point.at))).collect();
    let mut row: Vec<(i64, i64)> = vec![];
    for (place, point) in places.iter().zip(points) {
        if !point.joined {
            drawing.path(&row);
            row.clear();
        }
        row.push(*place);
    }
    drawing.path(&row);
    for (place, point) in places.iter().zip(points) {
        drawing.dot("dot", *place);
        drawing.text("strong", "middle", (place.0, height - 4), &point.label);
        if levels.is_empty() {
            drawing.text("", "middle", (place.0, place.1 - 10), &point.outcome);
        }
    }
    drawing.finish()
}

#[derive(Debug, Deserialize)]
struct Spark {
    places: Vec<Option<i64>>,
}

/// A row of places on a scale as a small line; the words beside it say the same.
fn spark(spark: &Spark) -> Html {
    const WIDTH: i64 = 96;
    let last = i64::try_from(spark.places.len()).unwrap_or(0).saturating_sub(1).max(1);
    let point = |(at, place): (usize, &Option<i64>)| {
        let x = i64::try_from(at).unwrap_or(0) * (WIDTH - 8) / last + 4;
        Some((x, 4 + (1000 - (*place)?.clamp(0, 1000)) * 16 / 1000))
    };
    let points: Vec<(i64, i64)> = spark.places.iter().enumerate().filter_map(point).collect();
    let mut out = format!(
        "<svg class=\"spark\" viewBox=\"0 0 {WIDTH} 24\" aria-hidden=\"true\"><path class=\"ends\" d=\"M0 4H{WIDTH}M0 20H{WIDTH}\"/>"
    );
    let line: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let _ = write!(out, "<polyline class=\"path\" points=\"{}\"/>", line.join(" "));
    if let Some((x, y)) = points.last() {
        let _ = write!(out, "<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"3\"/>");
    }
    out.push_str("</svg>");
    Html::made(out)
}
