//! Breaking prose into lines.

use super::super::document::{Align, Inline, Prose};
use super::{Atom, Piece, Setter};
use crate::pdf::{ASCENT, Area, Colour, DESCENT, Draw, Kind, LinkArea, NodeId, Style, Word};

/// Colour of words that lead somewhere.
const LINK: Colour = Colour::new(0x1b, 0x4b, 0x86);

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
struct Bit<'p> {
    text: &'p str,
    word: Word,
    style: Style,
    link: Option<usize>,
    /// White space stands before it.
    spaced: bool,
    /// A line may end before it.
    breakable: bool,
    /// A line must end before it.
    forced: bool,
}

impl Bit<'_> {
    fn width(&self, size: f32) -> f32 {
        self.word.advance as f32 * size / 1000.0
    }
}

/// A link of the prose, with its element once some of it is set.
struct Target<'p> {
    url: &'p str,
    words: &'p str,
    node: NodeId,
}

impl Setter<'_> {
    /// Sets prose as lines of an element, each an atom. Prose without words gives one empty line.
    pub(super) fn lines(&mut self, prose: &Prose, node: NodeId, width: f32, voice: Voice) -> Vec<Atom> {
        let mut targets = Vec::new();
        let bits = self.bits(prose, node, voice, &mut targets);
        let lines = self.fill(&bits, width, voice.size);
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

    fn bits<'p>(
        &mut self,
        prose: &'p Prose,
        node: NodeId,
        voice: Voice,
        targets: &mut Vec<Target<'p>>,
    ) -> Vec<Bit<'p>> {
        let mut bits = Vec::new();
        let (mut spaced, mut forced, mut after_joint) = (false, false, false);
        for inline in &prose.0 {
            let (text, style, link) = match inline {
                Inline::Break => {
                    forced = true;
                    continue;
                }
                Inline::Words { text, bold, italic } => (text, Style::of(*bold || voice.bold, *italic), None),
                Inline::Link { text, url } => {
                    if text.trim().is_empty() {
                        continue;
                    }
                    let node = self.node(Kind::Link, node);
                    targets.push(Target { url, words: text, node });
                    (text, Style::of(voice.bold, false), Some(targets.len() - 1))
                }
            };
            for part in parts(text) {
                if part.starts_with(is_space) {
                    spaced = true;
                    continue;
                }
                let tied = spaced && bits.last().is_some_and(|last: &Bit<'_>| belong(last.text, part));
                bits.push(Bit {
                    text: part,
                    word: self.shaper.word(style, part),
                    style,
                    link,
                    spaced,
                    breakable: (spaced && !tied) || forced || after_joint,
                    forced,
                });
                (spaced, forced) = (false, false);
                after_joint = part.ends_with(['-', '/', '–', '—', '‐']);
            }
        }
        bits
    }

    /// Fills lines greedily.
    fn fill<'p>(&mut self, bits: &[Bit<'p>], width: f32, size: f32) -> Vec<Vec<Bit<'p>>> {
        // A hair of tolerance keeps a text that was measured for its column from breaking by rounding.
        let width = width + 0.01;
        let mut lines: Vec<Vec<Bit<'p>>> = Vec::new();
        let mut line: Vec<Bit<'p>> = Vec::new();
        let mut used = 0.0;
        let mut at = 0;
        while let Some(first) = bits.get(at) {
            let next =
                bits[at + 1..].iter().position(|bit| bit.breakable).map_or(bits.len(), |more| at + 1 + more);
            let chunk = &bits[at..next];
            let space = if first.spaced { self.shaper.width(first.style, size, " ") } else { 0.0 };
            let wide = self.width_of(chunk, size);
            if !line.is_empty() && (first.forced || used + space + wide > width) {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                used += space + wide;
                line.extend_from_slice(chunk);
            } else if wide <= width {
                used = wide;
                line.extend_from_slice(chunk);
            } else {
                (line, used) = self.divide(chunk, width, size, &mut lines);
            }
            at = next;
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// Divides words too long for a line between characters; gives the begun last line and its width.
    fn divide<'p>(
        &mut self,
        chunk: &[Bit<'p>],
        width: f32,
        size: f32,
        lines: &mut Vec<Vec<Bit<'p>>>,
    ) -> (Vec<Bit<'p>>, f32) {
        let mut line: Vec<Bit<'p>> = Vec::new();
        let mut used = 0.0;
        for bit in chunk {
            // Only what goes into a line is shaped: the rest of a very long word anew for each line would take hours.
            let (mut piece, mut rest) = (*bit, bit.text);
            if bit.spaced && !line.is_empty() {
                used += self.shaper.width(bit.style, size, " ");
                if used + bit.width(size) > width {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
            }
            while !rest.is_empty() {
                let fitting = self.fitting(bit.style, rest, width - used, size);
                if fitting == 0 && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                    continue;
                }
                // A column narrower than a character still gets one a line.
                let first = rest.chars().next().map_or(0, char::len_utf8);
                let (head, tail) = rest.split_at(fitting.max(first));
                let head = Bit { text: head, word: self.shaper.word(bit.style, head), ..piece };
                used += head.width(size);
                line.push(head);
                piece = Bit { spaced: false, breakable: true, forced: false, ..piece };
                rest = tail;
            }
        }
        (line, used)
    }

    /// How many bytes of a text fit into a width.
    fn fitting(&mut self, style: Style, text: &str, width: f32, size: f32) -> usize {
        let mut used = 0.0;
        for (start, character) in text.char_indices() {
            let end = start + character.len_utf8();
            used += self.shaper.width(style, size, &text[start..end]);
            if used > width {
                return start;
            }
        }
        text.len()
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
                if !line.ends && spaces > 0 {
                    spread = free / spaces as f32;
                }
                0.0
            }
        };
        let mut pieces = Vec::new();
        let runs: Vec<&[Bit<'_>]> =
            line.bits.chunk_by(|one, next| one.style == next.style && one.link == next.link).collect();
        for (place, run) in runs.iter().enumerate() {
            let linked = |run: &[Bit<'_>]| run.first().is_some_and(|bit| bit.link.is_some());
            // A space beside a link belongs to the words before or after it, so that only words are underlined.
            let before = place > 0 && linked(runs[place - 1]);
            let after = runs.get(place + 1).filter(|_| !linked(run)).copied();
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

    fn width_of(&mut self, bits: &[Bit<'_>], size: f32) -> f32 {
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

/// White space at which a line may end.
fn is_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Says whether the space between two words should not end a line: that of a sign and its number, of a number and its
/// percent sign.
fn belong(one: &str, next: &str) -> bool {
    let figure = |character: char| character.is_ascii_digit();
    let sign = matches!(one, "≥" | "≤" | "±" | "<" | ">" | "=" | "Rp" | "No." | "Pasal" | "Art.");
    (sign && next.starts_with(figure)) || (one.ends_with(figure) && next.starts_with('%'))
}

/// Cuts text into stretches of white space and of what lies between, the latter also after hyphens, dashes and slashes
/// between longer parts.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let space = is_space(rest.chars().next()?);
        let mut end = rest.find(|character| is_space(character) != space).unwrap_or(rest.len());
        if !space {
            end = joint(&rest[..end]).unwrap_or(end);
        }
        let (part, tail) = rest.split_at(end);
        rest = tail;
        Some(part)
    })
}

/// The first place within a word after which a line may end: after a joint with at least two characters on each side,
/// not within a run of joints, not between figures, where a hyphen may be a minus or part of a number.
fn joint(word: &str) -> Option<usize> {
    let mut before: Option<char> = None;
    for (start, character) in word.char_indices() {
        let end = start + character.len_utf8();
        let mut after = word[end..].chars();
        if matches!(character, '-' | '/' | '–' | '—' | '‐')
            && let (Some(one), Some(next), Some(_)) = (before, after.next(), after.next())
        {
            let figures = character != '/' && one.is_ascii_digit() && next.is_ascii_digit();
            let long = word[..start].chars().count() >= 2;
            if long && !figures && next.is_alphanumeric() {
                return Some(end);
            }
        }
        before = Some(character);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn lines_may_end_at_spaces_and_after_joints_between_longer_parts() {
        let cut = |text: &'static str| parts(text).collect::<Vec<_>>();
        assert_eq!(cut("a  bc\u{a0}d"), ["a", "  ", "bc\u{a0}d"]);
        assert_eq!(cut("laki-laki III/d"), ["laki-", "laki", " ", "III/d"]);
        assert_eq!(cut("Pangkat/Gol.Ruang"), ["Pangkat/", "Gol.Ruang"]);
        assert_eq!(cut("8-6-1-3 2024-2025 -50"), ["8-6-1-3", " ", "2024-2025", " ", "-50"]);
        assert_eq!(cut("https://a.go.id/data/x1"), ["https://", "a.go.id/", "data/", "x1"]);
    }
}
