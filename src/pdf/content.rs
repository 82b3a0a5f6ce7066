//! Page content: drawing operators as bytes, with the marks that tie them to the structure.

use super::colour::Colour;
use super::cut::Cut;
use super::face::{Face, Glyph, Style};
use super::folio::{Area, Draw, Folio, Kind, NodeId, Sheet};

/// Name of a face among a page's resources.
pub(super) fn font_name(style: Style) -> &'static str {
    match style {
        Style::Regular => "F0",
        Style::Bold => "F1",
        Style::Italic => "F2",
        Style::BoldItalic => "F3",
    }
}

/// A face as a file uses it.
pub(super) struct Font<'a> {
    pub(super) face: &'a Face,
    pub(super) cut: &'a Cut,
    /// The number of the space, after which lines are stretched.
    pub(super) space: u16,
}

/// The content of a page and the element of each of its marked sequences.
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) marked: Vec<NodeId>,
}

/// Writes a page.
pub(super) fn write(folio: &Folio, sheet: &Sheet, fonts: &[Option<Font<'_>>; 4]) -> Content {
    let mut pen = Pen {
        folio,
        fonts,
        height: sheet.size.1,
        bytes: Vec::with_capacity(16 * 1024),
        fill: None,
        stroke: None,
        thickness: 0.0,
        text: None,
    };
    let mut marked = Vec::new();
    pen.artifact("/Artifact<</Type/Layout>>BDC\n", &sheet.ground);
    pen.artifact("/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n", &sheet.head);
    for sequence in sheet.items.chunk_by(|one, next| one.0 == next.0) {
        match sequence.first().and_then(|item| item.0) {
            Some(node) => {
                let name = folio.nodes.get(node.0 as usize).map_or("Span", |node| element_name(&node.kind));
                pen.put("/");
                pen.put(name);
                pen.put("<</MCID ");
                pen.integer(marked.len() as i64);
                pen.put(">>BDC\n");
                marked.push(node);
            }
            None => pen.put("/Artifact<</Type/Layout>>BDC\n"),
        }
        for (_, draw) in sequence {
            pen.draw(draw);
        }
        pen.put("EMC\n");
    }
    pen.artifact("/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n", &sheet.foot);
    Content { bytes: pen.bytes, marked }
}

/// The standard name of a kind of element.
pub(super) fn element_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Document => "Document",
        Kind::Part => "Part",
        Kind::Heading(level) => match level {
            0 | 1 => "H1",
            2 => "H2",
            3 => "H3",
            4 => "H4",
            5 => "H5",
            _ => "H6",
        },
        Kind::Paragraph => "P",
        Kind::Division => "Div",
        Kind::List(_) => "L",
        Kind::Item => "LI",
        Kind::Label => "Lbl",
        Kind::ItemBody => "LBody",
        Kind::Table(_) => "Table",
        Kind::TableHead => "THead",
        Kind::TableBody => "TBody",
        Kind::Row => "TR",
        Kind::Cell { heads: Some(_), .. } => "TH",
        Kind::Cell { heads: None, .. } => "TD",
        Kind::Figure { .. } => "Figure",
        Kind::Link => "Link",
        Kind::Form => "Form",
    }
}

/// Writes operators and remembers what is set, so that nothing is set twice.
struct Pen<'a> {
    folio: &'a Folio,
    fonts: &'a [Option<Font<'a>>; 4],
    height: f32,
    bytes: Vec<u8>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    thickness: f32,
    text: Option<(Style, f32)>,
}

impl Pen<'_> {
    fn artifact(&mut self, opening: &str, draws: &[Draw]) {
        if draws.is_empty() {
            return;
        }
        self.put(opening);
        for draw in draws {
            self.draw(draw);
        }
        self.put("EMC\n");
    }

    fn draw(&mut self, draw: &Draw) {
        match draw {
            Draw::Text { x, y, style, size, colour, glyphs, spread } => {
                let glyphs = self.folio.glyphs.get(glyphs.start as usize..glyphs.end as usize);
                self.fill(*colour);
                self.text((*x, *y), *style, *size, glyphs.unwrap_or_default(), *spread);
            }
            Draw::Fill { area, colour } => {
                self.fill(*colour);
                self.numbers(&[area.x, self.height - area.y - area.height, area.width, area.height]);
                self.put("re f\n");
            }
            Draw::Line { points, thickness, colour } => {
                self.stroke(*colour, *thickness);
                self.path(points);
                self.put("S\n");
            }
            Draw::Polygon { points, colour } => {
                self.fill(*colour);
                self.path(points);
                self.put("f\n");
            }
            Draw::Modules { area, across, runs, colour } => {
                self.fill(*colour);
                self.modules(area, *across, runs);
            }
            Draw::Image { index, area } => self.image(*index, area),
        }
    }

    fn text(&mut self, (x, y): (f32, f32), style: Style, size: f32, glyphs: &[Glyph], spread: f32) {
        let Some(font) = &self.fonts[style as usize] else {
            return;
        };
        self.put("BT ");
        if self.text != Some((style, size)) {
            self.text = Some((style, size));
            self.put("/");
            self.put(font_name(style));
            self.put(" ");
            self.numbers(&[size]);
            self.put("Tf ");
        }
        self.numbers(&[x, self.height - y]);
        self.put("Td[<");
        let spread = if spread == 0.0 { 0 } else { (spread * 1000.0 / size).round() as i32 };
        let mut rise = 0;
        for glyph in glyphs {
            if glyph.up != rise {
                rise = glyph.up;
                self.put(">]TJ ");
                self.numbers(&[f32::from(rise) * size / 1000.0]);
                self.put("Ts[<");
            }
            if glyph.soft {
                // What reads or searches the text puts the word together again.
                self.put(">]TJ/Span<</ActualText<FEFF00AD>>>BDC[<");
            }
            self.shift(-i32::from(glyph.right));
            let number = font.cut.numbers.get(usize::from(glyph.id)).copied().unwrap_or(0);
            for place in [12, 8, 4, 0] {
                self.bytes.push(b"0123456789ABCDEF"[usize::from(number >> place & 15)]);
            }
            let natural = font.face.advances.get(usize::from(glyph.id)).copied().unwrap_or(0);
            let stretch = if glyph.id == font.space { spread } else { 0 };
            self.shift(i32::from(natural) - i32::from(glyph.advance) + i32::from(glyph.right) - stretch);
            if glyph.soft {
                self.put(">]TJ EMC[<");
            }
        }
        self.put(if rise == 0 { ">]TJ ET\n" } else { ">]TJ 0 Ts ET\n" });
    }

    /// Moves what follows in a row of glyphs to the left, in thousandths of the size.
    fn shift(&mut self, left: i32) {
        if left != 0 {
            self.put(">");
            self.integer(left.into());
            self.put("<");
        }
    }

    fn image(&mut self, index: usize, area: &Area) {
        self.put("q ");
        self.numbers(&[area.width, 0.0, 0.0, area.height, area.x, self.height - area.y - area.height]);
        self.put("cm/I");
        self.integer(index as i64);
        self.put(" Do Q\n");
    }

    /// Fills squares by whole numbers on a grid of their own, as one path, so that no seams show between them.
    fn modules(&mut self, area: &Area, across: u16, runs: &[[u16; 3]]) {
        let across = f32::from(across.max(1));
        self.put("q ");
        // A hundredth of a point a square would add up over the grid.
        for scale in [area.width / across, -area.height / across] {
            self.put(&format!("{scale:.5} "));
            self.put(if scale > 0.0 { "0 0 " } else { "" });
        }
        self.numbers(&[area.x, self.height - area.y]);
        self.put("cm\n");
        for [column, row, count] in runs {
            for number in [*column, *row, *count, 1] {
                self.integer(number.into());
                self.put(" ");
            }
            self.put("re\n");
        }
        self.put("f Q\n");
    }

    fn path(&mut self, points: &[(f32, f32)]) {
        for (place, (x, y)) in points.iter().enumerate() {
            self.numbers(&[*x, self.height - y]);
            self.put(if place == 0 { "m " } else { "l " });
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            self.colour(colour, "rg\n");
        }
    }

    fn stroke(&mut self, colour: Colour, thickness: f32) {
        if self.stroke != Some(colour) {
            self.stroke = Some(colour);
            self.colour(colour, "RG\n");
        }
        if self.thickness != thickness {
            self.thickness = thickness;
            self.numbers(&[thickness]);
            self.put("w\n");
        }
    }

    fn colour(&mut self, colour: Colour, operator: &str) {
        for part in [colour.red, colour.green, colour.blue] {
            self.hundredths((i64::from(part) * 100 + 127) / 255);
            self.put(" ");
        }
        self.put(operator);
    }

    fn put(&mut self, operators: &str) {
        self.bytes.extend_from_slice(operators.as_bytes());
    }

    fn numbers(&mut self, numbers: &[f32]) {
        for number in numbers {
            self.hundredths((f64::from(*number) * 100.0).round() as i64);
            self.put(" ");
        }
    }

    fn hundredths(&mut self, number: i64) {
        if number < 0 {
            self.put("-");
        }
        let size = number.unsigned_abs();
        self.integer((size / 100) as i64);
        let rest = (size % 100) as u8;
        if rest > 0 {
            self.bytes.extend_from_slice(&[b'.', b'0' + rest / 10]);
            if !rest.is_multiple_of(10) {
                self.bytes.push(b'0' + rest % 10);
            }
        }
    }

    fn integer(&mut self, number: i64) {
        if number < 0 {
            self.put("-");
        }
        let mut digits = [0; 20];
        let mut at = digits.len();
        let mut rest = number.unsigned_abs();
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.bytes.extend_from_slice(&digits[at..]);
    }
}
