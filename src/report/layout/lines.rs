//! Setting prose as lines of glyphs.

use super::super::document::{Align, Prose};
use super::{Atom, Piece, Setter};
use crate::pdf::{ASCENT, Area, Colour, DESCENT, Draw, LinkArea, NodeId, Style, Word};

/// Colour of words that lead somewhere.
const LINK: Colour = Colour::new(0x1b, 0x4b, 0x86);

/// How far a space of a justified line is stretched at most, in sizes.
const WIDEST: f32 = 0.9;
/// How far below the base line the rule of a blank lies, in sizes.
const BLANK_DEPTH: f32 = 0.16;

/// How words are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) bold: bool,
    pub(super) underline: bool,
    pub(super) align: Align,
    pub(super) colour: Colour,
}

impl Voice {
    pub(super) fn line_height(&self) -> f32 {
        self.size * self.leading
    }

    fn base_line(&self) -> f32 {
        let text = (ASCENT + DESCENT) * self.size;
        (self.line_height() - text) / 2.0 + ASCENT * self.size
    }
}

/// A stretch of words that no line end divides, unless it is too long for a line.
#[derive(Clone, Copy)]
pub(super) struct Bit<'p> {
    pub(super) text: &'p str,
    pub(super) word: Word,
    pub(super) style: Style,
    pub(super) link: Option<usize>,
    /// Room to write in by hand, with a rule below it.
    pub(super) blank: bool,
    /// White space stands before it.
    pub(super) spaced: bool,
    /// A line may end before it.
    pub(super) breakable: bool,
    /// A line must end before it.
    pub(super) forced: bool,
}

impl Bit<'_> {
    pub(super) fn width(&self, size: f32) -> f32 {
        self.word.advance as f32 * size / 1000.0
    }
}

/// A link of the prose, with its element once some of it is set.
pub(super) struct Target<'p> {
    pub(super) url: &'p str,
    pub(super) words: &'p str,
    pub(super) node: NodeId,
}

impl Setter<'_> {
    /// Sets prose as lines of an element, each an atom. Prose without words gives one empty line.
    pub(super) fn lines(&mut self, prose: &Prose, node: NodeId, width: f32, voice: Voice) -> Vec<Atom> {
        let mut targets = Vec::new();
        let bits = self.bits(prose, node, width, voice, &mut targets);
        let lines = self.fill(bits, width, voice);
        let count = lines.len();
        let mut atoms = Vec::with_capacity(count);
        for (place, line) in lines.iter().enumerate() {
            // The last line, and one that the writer ended, are not stretched; a space is kept where one was broken at.
            let (ends, spaced) = lines
                .get(place + 1)
                .and_then(|next| next.first())
                .map_or((true, false), |next| (next.forced, next.spaced));
            let line = Line { bits: line, ends, spaced };
            let pieces = self.line(&line, node, width, voice, &targets);
            // No single first or last line of a paragraph stands alone on a page.
            let keep = count > 1 && (place == 0 || place + 2 == count);
            atoms.push(Atom { height: voice.line_height(), gap: 0.0, keep, pieces });
        }
        if atoms.is_empty() {
            atoms.push(Atom { height: voice.line_height(), ..Atom::default() });
        }
        atoms
    }

    fn line(
        &mut self,
        line: &Line<'_, '_>,
        node: NodeId,
        width: f32,
        voice: Voice,
        targets: &[Target<'_>],
    ) -> Vec<Piece> {
        let used = self.width_of(line.bits, voice.size);
        let free = (width - used).max(0.0);
        let mut spread = 0.0;
        let mut x = match voice.align {
            Align::Left => 0.0,
            Align::Center => free / 2.0,
            Align::Right => free,
            Align::Justify => {
                let spaces = line.bits.iter().skip(1).filter(|bit| bit.spaced).count();
                let each = free / spaces.max(1) as f32;
                // Beyond some width of the spaces a ragged line is the lesser evil.
                if !line.ends && spaces > 0 && each <= voice.size * WIDEST {
                    spread = each;
                }
                0.0
            }
        };
        let mut pieces = Vec::new();
        let runs: Vec<&[Bit<'_>]> = line
            .bits
            .chunk_by(|one, next| {
                one.style == next.style && one.link == next.link && !one.blank && !next.blank
            })
            .collect();
        for (place, run) in runs.iter().enumerate() {
            let ruled = |run: &[Bit<'_>]| run.first().is_some_and(|bit| bit.link.is_some() || bit.blank);
            // A space beside a link or blank belongs to the words before or after it, so that only these are underlined.
            let before = place > 0 && ruled(runs[place - 1]);
            let after = runs.get(place + 1).filter(|_| !ruled(run)).copied();
            if let [blank] = run
                && blank.blank
            {
                if before && blank.spaced {
                    x += self.shaper.width(blank.style, voice.size, " ") + spread;
                }
                let (end, y) = (x + blank.width(voice.size), voice.base_line() + voice.size * BLANK_DEPTH);
                let points = vec![(x, y), (end, y)];
                pieces.push(Piece::Ground(Draw::Line { points, thickness: 0.5, colour: Colour::LINE }));
                x = end;
                continue;
            }
            let start = self.folio.glyphs.len() as u32;
            let wide = self.run(run, before, after, voice.size, spread);
            if place + 1 == runs.len() && line.spaced {
                self.put(run[run.len() - 1].style, " ", voice.size);
            }
            let glyphs = start..self.folio.glyphs.len() as u32;
            let target = run.first().and_then(|bit| bit.link).and_then(|link| targets.get(link));
            let colour = if target.is_some() { LINK } else { voice.colour };
            let y = voice.base_line();
            if target.is_some() || voice.underline {
                let under = y + voice.size * 0.14;
                let points = vec![(x, under), (x + wide, under)];
                pieces.push(Piece::Ground(Draw::Line { points, thickness: voice.size * 0.055, colour }));
            }
            let style = run.first().map_or(Style::Regular, |bit| bit.style);
            let draw = Draw::Text { x, y, style, size: voice.size, colour, glyphs, spread };
            match target {
                Some(target) => {
                    pieces.push(Piece::Marked(target.node, draw));
                    let area = Area { x, y: 0.0, width: wide, height: voice.line_height() };
                    let (url, words) = (target.url.to_owned(), target.words.to_owned());
                    pieces.push(Piece::Link(LinkArea { area, node: target.node, url, words }));
                }
                None => pieces.push(Piece::Marked(node, draw)),
            }
            x += wide;
        }
        pieces
    }

    /// Puts the glyphs of a run, with the spaces between its bits, into the folio; gives the run's width. A space before
    /// its first bit is put only if asked for, one before the run that comes after it always.
    fn run(
        &mut self,
        run: &[Bit<'_>],
        before: bool,
        after: Option<&[Bit<'_>]>,
        size: f32,
        spread: f32,
    ) -> f32 {
        let mut wide = 0.0;
        for (place, bit) in run.iter().enumerate() {
            if bit.spaced && (before || place > 0) {
                wide += self.put(bit.style, " ", size) + spread;
            }
            self.folio.glyphs.extend_from_slice(self.shaper.glyphs(bit.word));
            wide += bit.width(size);
        }
        if let (Some(last), Some(next)) = (run.last(), after.and_then(|run| run.first()))
            && next.spaced
        {
            wide += self.put(last.style, " ", size) + spread;
        }
        wide
    }

    fn put(&mut self, style: Style, text: &str, size: f32) -> f32 {
        let word = self.shaper.word(style, text);
        self.folio.glyphs.extend_from_slice(self.shaper.glyphs(word));
        word.advance as f32 * size / 1000.0
    }

    pub(super) fn width_of(&mut self, bits: &[Bit<'_>], size: f32) -> f32 {
        let mut wide = 0.0;
        for (place, bit) in bits.iter().enumerate() {
            if bit.spaced && place > 0 {
                wide += self.shaper.width(bit.style, size, " ");
            }
            wide += bit.width(size);
        }
        wide
    }
}

struct Line<'a, 'p> {
    bits: &'a [Bit<'p>],
    /// The writer's own line end, or the end of the prose.
    ends: bool,
    /// White space was where it was broken.
    spaced: bool,
}
