//! Charts: bars, a bar of shares, and pairs of columns.
//!
//! Every value stands beside its bar in words, so that a chart can be read in grey and by those who cannot see it well;
//! the caller adds words for those who cannot see it at all. Lengths of bars are thousandths of the full length.

use super::{Align, Colour, Figure, Graphic, Picture, Shape};

/// The main ground of bars; dark enough for a printer, light enough for words on it.
const BAR: Colour = Colour::new(0x8f, 0xae, 0xd3);
/// What a bar could still fill, and what is only expected.
const FREE: Colour = Colour::new(0xe9, 0xee, 0xf5);
/// Grounds of neighbouring shares. Words on each of them are dark.
const SHARES: [Colour; 6] = [
    Colour::new(0x8f, 0xae, 0xd3),
    Colour::new(0xdc, 0xe6, 0xf2),
    Colour::new(0xb4, 0xc3, 0xa6),
    Colour::new(0xec, 0xe3, 0xc6),
    Colour::new(0xc9, 0xb6, 0xc8),
    Colour::new(0xd9, 0xd9, 0xd9),
];
const SIZE: f32 = 7.5;
const LEADING: f32 = 9.5;
/// The full length of a bar, in thousandths.
const FULL: f32 = 1000.0;
/// Height of a bar, and of the columns' field.
const THICK: f32 = 11.0;
const TALL: f32 = 84.0;

/// A bar or share: what it is called, its value in words, and its length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it is called.
    pub label: String,
    /// Its value as it is read, such as `12 (40 %)`.
    pub value: String,
    /// Its length in thousandths of the full length; more counts as full.
    pub thousandths: u32,
}

impl Bar {
    /// A bar.
    pub fn new(label: impl Into<String>, value: impl Into<String>, thousandths: u32) -> Bar {
        Bar { label: label.into(), value: value.into(), thousandths }
    }

    fn part(&self) -> f32 {
        self.thousandths as f32 / FULL
    }
}

/// Two columns side by side under one label, such as what was expected and what came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What both are called.
    pub label: String,
    /// The values as they are read.
    pub values: [String; 2],
    /// The heights in thousandths of any common measure; the tallest of the chart fills it.
    pub thousandths: [u32; 2],
}

/// Bars below each other, each with its label before and its value behind it. `alt` says in words what they show.
pub fn bars(alt: impl Into<String>, width: f32, bars: &[Bar]) -> Figure {
    let widest = |pick: fn(&Bar) -> &String, most: f32| {
        bars.iter().map(|bar| measure(pick(bar))).fold(0.0, f32::max).min(width * most)
    };
    let (labels, values) = (widest(|bar| &bar.label, 0.4), widest(|bar| &bar.value, 0.25));
    let left = labels + 6.0;
    let length = (width - left - values - 6.0).max(1.0);
    let mut drawing = Drawing::default();
    let mut y = 0.0;
    for bar in bars {
        let lines = wrapped(&bar.label, labels);
        let height = (lines.len() as f32 * LEADING).max(THICK);
        let top = y + (height - THICK) / 2.0;
        drawing.lines(&lines, labels, y + (height - lines.len() as f32 * LEADING) / 2.0, Align::Right);
        drawing.fill(left, top, length, THICK, FREE);
        let filled = length * bar.part().min(1.0);
        drawing.fill(left, top, filled, THICK, BAR);
        drawing.label(left + length + 6.0, top + THICK / 2.0 + SIZE * 0.35, Align::Left, &bar.value);
        y += height + 4.0;
    }
    drawing.rule(vec![(left, 0.0), (left, (y - 4.0).max(1.0))]);
    drawing.figure(alt, width, (y - 4.0).max(1.0))
}

/// One bar of shares of a whole, with a key of labels and values below it. `alt` says in words what it shows.
pub fn shares(alt: impl Into<String>, width: f32, shares: &[Bar]) -> Figure {
    let sum: f32 = shares.iter().map(Bar::part).sum::<f32>().max(1.0);
    let mut drawing = Drawing::default();
    let mut x = 0.0;
    for (share, colour) in shares.iter().zip(SHARES.iter().cycle()) {
        let wide = width * share.part() / sum;
        drawing.fill(x, 0.0, wide, THICK * 1.4, *colour);
        if x > 0.0 && wide > 0.0 {
            drawing.rule(vec![(x, 0.0), (x, THICK * 1.4)]);
        }
        if measure(&share.value) + 4.0 < wide {
            drawing.label(x + wide / 2.0, THICK * 0.7 + SIZE * 0.35, Align::Center, &share.value);
        }
        x += wide;
    }
    let key = shares.iter().zip(SHARES.iter().cycle());
    let key = key.map(|(share, colour)| (format!("{}: {}", share.label, share.value), *colour));
    let bottom = drawing.key(key, width, THICK * 1.4 + 6.0);
    drawing.figure(alt, width, bottom)
}

/// Pairs of columns on one base line, the first of each light and the second dark; `names` says what they are. `alt`
/// says in words what they show.
pub fn pairs(alt: impl Into<String>, width: f32, names: [&str; 2], pairs: &[Pair]) -> Figure {
    let most = pairs.iter().flat_map(|pair| pair.thousandths).max().unwrap_or(0).max(1) as f32;
    let slot = width / pairs.len().max(1) as f32;
    let wide = (slot * 0.3).min(34.0);
    let top = LEADING + 2.0;
    let axis = top + TALL;
    let mut drawing = Drawing::default();
    let mut lowest = axis;
    for (place, pair) in pairs.iter().enumerate() {
        let middle = slot * (place as f32 + 0.5);
        for (side, (part, value)) in pair.thousandths.iter().zip(&pair.values).enumerate() {
            let height = TALL * *part as f32 / most;
            let x = if side == 0 { middle - wide - 1.0 } else { middle + 1.0 };
            drawing.fill(x, axis - height, wide, height, [FREE, BAR][side]);
            if height > 0.0 {
                let (right, upper) = (x + wide, axis - height);
                drawing.rule(vec![(x, axis), (x, upper), (right, upper), (right, axis)]);
            }
            drawing.label(x + wide / 2.0, axis - height - 2.5, Align::Center, value);
        }
        let lines = wrapped(&pair.label, slot - 4.0);
        drawing.lines(&lines, middle, axis + 3.0, Align::Center);
        lowest = lowest.max(axis + 3.0 + lines.len() as f32 * LEADING);
    }
    drawing.rule(vec![(0.0, axis), (width, axis)]);
    let key = [(names[0].to_owned(), FREE), (names[1].to_owned(), BAR)];
    let bottom = drawing.key(key.into_iter(), width, lowest + 5.0);
    drawing.figure(alt, width, bottom)
}

/// Shapes gathered for a figure.
#[derive(Default)]
struct Drawing(Vec<Shape>);

impl Drawing {
    fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, fill: Colour) {
        if width > 0.0 && height > 0.0 {
            self.0.push(Shape::Rectangle { x, y, width, height, fill });
        }
    }

    fn rule(&mut self, points: Vec<(f32, f32)>) {
        self.0.push(Shape::Polyline { points, thickness: 0.5, colour: Colour::LINE });
    }

    fn label(&mut self, x: f32, y: f32, align: Align, text: &str) {
        let text = text.to_owned();
        self.0.push(Shape::Label { x, y, size: SIZE, bold: false, align, text, colour: Colour::INK });
    }

    /// Lines of words from an upper edge on.
    fn lines(&mut self, lines: &[String], x: f32, top: f32, align: Align) {
        for (place, line) in lines.iter().enumerate() {
            self.label(x, top + place as f32 * LEADING + SIZE, align, line);
        }
    }

    /// Squares of colours with their words, as many in a line as fit; gives where they end.
    fn key(&mut self, entries: impl Iterator<Item = (String, Colour)>, width: f32, top: f32) -> f32 {
        let (mut x, mut y) = (0.0, top);
        for (text, colour) in entries {
            let lines = wrapped(&text, width - 12.0);
            let wide = lines.iter().map(|line| measure(line)).fold(0.0, f32::max) + 24.0;
            if x > 0.0 && x + wide > width {
                (x, y) = (0.0, y + LEADING + 1.5);
            }
            self.fill(x, y + 1.0, SIZE, SIZE, colour);
            let (right, bottom) = (x + SIZE, y + 1.0 + SIZE);
            self.rule(vec![(x, y + 1.0), (right, y + 1.0), (right, bottom), (x, bottom), (x, y + 1.0)]);
            self.lines(&lines, x + 12.0, y, Align::Left);
            y += (lines.len().max(1) - 1) as f32 * LEADING;
            x += wide;
        }
        y + LEADING + 1.0
    }

    fn figure(self, alt: impl Into<String>, width: f32, height: f32) -> Figure {
        let picture = Picture::Graphic(Graphic { shapes: self.0 });
        Figure { alt: alt.into(), width, height, align: Align::Center, picture }
    }
}

/// How wide words are at most, in points: charts are drawn before anything is shaped, so it is a cautious guess.
fn measure(text: &str) -> f32 {
    let wide = |character: char| match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' => 0.32,
        'f' | 'r' | 't' | '(' | ')' | '-' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.98,
        _ if character.is_uppercase() => 0.74,
        _ => 0.62,
    };
    text.chars().map(wide).sum::<f32>() * SIZE
}

/// Words over as many lines as they need in a width; a word that is too long for a line is divided.
fn wrapped(text: &str, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            // Measured as one, so that what was measured whole fits its own width to the last bit.
            Some(line) if measure(&format!("{line} {word}")) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(String::new()),
        }
        if let Some(line) = lines.last_mut()
            && line.is_empty()
        {
            line.push_str(word);
        }
        while let Some(line) = lines.last_mut()
            && measure(line) > width
            && line.chars().nth(1).is_some()
        {
            let mut at = line.len();
            while let Some((start, _)) = line[..at].char_indices().next_back()
                && start > 0
                && measure(&line[..at]) > width
            {
                at = start;
            }
            if at == line.len() {
                break;
            }
            let rest = line.split_off(at);
            lines.push(rest);
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(figure: &Figure) -> Vec<&str> {
        let Picture::Graphic(graphic) = &figure.picture else { return Vec::new() };
        let text = graphic.shapes.iter().filter_map(|shape| match shape {
            Shape::Label { text, .. } => Some(text.as_str()),
            _ => None,
        });
        text.collect()
    }

    #[test]
    fn every_value_stands_in_words() {
        let values = [Bar::new("Baik", "12 orang", 600), Bar::new("Sangat baik", "8 orang", 400)];
        assert_eq!(labels(&bars("a", 400.0, &values)), ["Baik", "12 orang", "Sangat baik", "8 orang"]);
        let said = shares("a", 400.0, &values);
        assert!(labels(&said).contains(&"Sangat baik: 8 orang"));
        let pair =
            Pair { label: "Baik".into(), values: ["50 %".into(), "60 %".into()], thousandths: [500, 600] };
        let figure = pairs("a", 300.0, ["Pola", "Hasil"], &[pair]);
        assert_eq!(labels(&figure), ["50 %", "60 %", "Baik", "Pola", "Hasil"]);
    }

    #[test]
    fn long_labels_go_on_in_further_lines() {
        assert_eq!(wrapped("Belum memenuhi ekspektasi", 60.0), ["Belum", "memenuhi", "ekspektasi"]);
        assert!(wrapped(&"x".repeat(60), 50.0).iter().all(|line| measure(line) <= 50.0));
        assert_eq!(wrapped("mm", 1.0), ["m", "m"]);
        assert!(wrapped("", 50.0).is_empty());
        for label in ["Orientasi pelayanan", "Sub Bagian Umum, Kepegawaian dan Keuangan", "97,5 % (12)"] {
            assert_eq!(wrapped(label, measure(label)), [label]);
        }
    }

    #[test]
    fn nothing_leaves_the_figure() {
        let odd = [Bar::new("a".repeat(300), "b".repeat(90), 5000), Bar::new("", "", 0)];
        for figure in [bars("a", 200.0, &odd), shares("a", 200.0, &odd), bars("a", 9.0, &[])] {
            let Picture::Graphic(graphic) = &figure.picture else { continue };
            for shape in &graphic.shapes {
                if let Shape::Rectangle { x, y, width, height, .. } = shape {
                    assert!(x + width <= figure.width + 0.1 && y + height <= figure.height + 0.1);
                }
            }
        }
    }
}
