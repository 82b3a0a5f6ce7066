//! Breaking prose into lines.

use super::super::document::{Align, Inline, Prose};
use super::lines::{Bit, Target, Voice};
use super::{Setter, cut, syllables};
use crate::pdf::{Kind, NodeId, SOFT_HYPHEN, Style, Word};

/// A ragged line shorter than this part of its width is worth a hyphen.
const LOOSE: f32 = 0.75;
/// Fewest letters of a last word that stand alone on the last line.
const SHORT_REST: usize = 5;
/// A last line narrower than so many sizes should not stand alone.
const LONELY: f32 = 2.2;
/// So much of a line must be left when it gives a word to the last one.
const LEFT_FULL: f32 = 0.6;

impl Setter<'_> {
    /// Cuts prose into bits, and makes the elements of its links.
    pub(super) fn bits<'p>(
        &mut self,
        prose: &'p Prose,
        node: NodeId,
        width: f32,
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
                Inline::Blank { ems } => {
                    let room = (ems.max(0.0) * voice.size).min(width);
                    let word = Word::room((room * 1000.0 / voice.size) as i32);
                    let style = Style::of(voice.bold, false);
                    let breakable = spaced || forced;
                    bits.push(Bit {
                        text: "",
                        word,
                        style,
                        link: None,
                        blank: true,
                        spaced,
                        breakable,
                        forced,
                    });
                    (spaced, forced, after_joint) = (false, false, false);
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
            for part in cut::parts(text) {
                if part.starts_with(cut::is_space) {
                    spaced = true;
                    continue;
                }
                let tied = spaced && bits.last().is_some_and(|last: &Bit<'_>| cut::belong(last.text, part));
                bits.push(Bit {
                    text: part,
                    word: self.shaper.word(style, part),
                    style,
                    link,
                    blank: false,
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

    /// Fills lines: those of justified prose so that the whole paragraph is spaced well, others one after the other.
    pub(super) fn fill<'p>(&mut self, bits: Vec<Bit<'p>>, width: f32, voice: Voice) -> Vec<Vec<Bit<'p>>> {
        // A hair of tolerance keeps a text that was measured for its column from breaking by rounding.
        let width = width + 0.01;
        if voice.align == Align::Justify
            && let Some(lines) = self.fit(&bits, width, voice.size)
        {
            return lines;
        }
        let mut lines = self.fill_greedily(bits, width, voice);
        if matches!(voice.align, Align::Left | Align::Justify) {
            self.fill_last_line(&mut lines, width, voice.size);
        }
        lines
    }

    fn fill_greedily<'p>(&mut self, mut bits: Vec<Bit<'p>>, width: f32, voice: Voice) -> Vec<Vec<Bit<'p>>> {
        let size = voice.size;
        let loose = if matches!(voice.align, Align::Left | Align::Justify) { width * LOOSE } else { 0.0 };
        let mut lines: Vec<Vec<Bit<'p>>> = Vec::new();
        let mut line: Vec<Bit<'p>> = Vec::new();
        let mut used = 0.0;
        let mut at = 0;
        while let Some(first) = bits.get(at).copied() {
            let next =
                bits[at + 1..].iter().position(|bit| bit.breakable).map_or(bits.len(), |more| at + 1 + more);
            let chunk = &bits[at..next];
            let space = if first.spaced { self.shaper.width(first.style, size, " ") } else { 0.0 };
            let wide = self.width_of(chunk, size);
            let full = !line.is_empty() && (first.forced || used + space + wide > width);
            let parted = if chunk.len() > 1 {
                None
            } else if full && !first.forced && used < loose {
                self.part(&first, width - used - space, size, next < bits.len(), wide > width)
            } else if line.is_empty() && wide > width {
                self.part(&first, width, size, true, true)
            } else {
                None
            };
            if let Some([head, hyphen, tail]) = parted {
                line.extend([head, hyphen]);
                lines.push(std::mem::take(&mut line));
                used = 0.0;
                bits[at] = tail;
                continue;
            }
            if full {
                lines.push(std::mem::take(&mut line));
                used = 0.0;
                continue;
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

    /// Parts a word so that what stands before the hyphen fits into some room: that, the hyphen, and what is left.
    /// The last word of a paragraph leaves no short rest.
    fn part<'p>(
        &mut self,
        bit: &Bit<'p>,
        room: f32,
        size: f32,
        followed: bool,
        must: bool,
    ) -> Option<[Bit<'p>; 3]> {
        if !self.parts_words || bit.blank || bit.link.is_some() {
            return None;
        }
        let hyphen = self.hyphen(bit);
        let short = if followed || must { 0 } else { SHORT_REST };
        for place in syllables::places(bit.text, !must).into_iter().rev() {
            let (head, tail) = bit.text.split_at(place);
            let head = Bit { text: head, word: self.shaper.word(bit.style, head), ..*bit };
            if tail.len() >= short && head.width(size) + hyphen.width(size) <= room {
                let word = self.shaper.word(bit.style, tail);
                let tail = Bit { text: tail, word, spaced: false, breakable: true, forced: false, ..*bit };
                return Some([head, hyphen, tail]);
            }
        }
        None
    }

    /// The hyphen of a word that parts.
    pub(super) fn hyphen<'p>(&mut self, bit: &Bit<'p>) -> Bit<'p> {
        let word = self.shaper.word(bit.style, SOFT_HYPHEN);
        Bit { text: SOFT_HYPHEN, word, spaced: false, breakable: false, forced: false, ..*bit }
    }

    /// Gives a last line of one short word another one from the line before.
    fn fill_last_line<'p>(&mut self, lines: &mut [Vec<Bit<'p>>], width: f32, size: f32) {
        let [.., before, last] = lines else { return };
        let lonely = last.first().is_some_and(|first| first.spaced && !first.forced)
            && !last.iter().skip(1).any(|bit| bit.breakable)
            && self.width_of(last, size) < size * LONELY;
        let place = before.iter().rposition(|bit| bit.breakable && bit.spaced);
        let Some(place) = place.filter(|place| lonely && *place > 1) else { return };
        let moved = self.width_of(&before[place..], size) + size * LONELY;
        if moved < width * (1.0 - LOOSE) && self.width_of(&before[..place], size) > width * LEFT_FULL {
            let mut line = before.split_off(place);
            line.append(last);
            *last = line;
        }
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
            // A blank has no words to divide, and no blank is wider than a line.
            if bit.blank {
                if used + bit.width(size) > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                used += bit.width(size);
                line.push(*bit);
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
}
