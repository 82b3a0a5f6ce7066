//! Breaking justified paragraphs so that all their lines are spaced well.
//!
//! Of all ways to break a paragraph, the one is taken whose stretched spaces cost least over all lines, first without
//! hyphens and, where a line would still be loose, with them.

use std::ops::Range;

use super::lines::Bit;
use super::{Setter, syllables};

/// Spaces stretched by more than so many times their width make a line loose.
const LOOSE: f32 = 1.5;
/// What a loose line, a hyphen, and a last line of one short word cost; a line stretched to twice its spaces costs 1.
const PRICE_LOOSE: f32 = 20.0;
const PRICE_HYPHEN: f32 = 1.0;
const PRICE_LONELY: f32 = 4.0;
/// A last line narrower than so many sizes is too short.
const LONELY: f32 = 2.2;

/// What no line end divides: a run of bits, or a part of one.
struct Piece {
    bits: Range<usize>,
    /// Which bytes, if it is part of a word.
    part: Option<Range<usize>>,
    width: f32,
    /// Width of the space before it, and how many spaces lie within it.
    space: f32,
    inner: usize,
    /// A line must end before it.
    forced: bool,
    /// A line that ends before it ends with a hyphen.
    hyphen: bool,
}

/// The way to break before a piece that costs least.
#[derive(Clone, Copy)]
struct Way {
    price: f32,
    from: usize,
}

/// What all lines share.
struct Measure {
    width: f32,
    size: f32,
    space: f32,
    hyphen: f32,
}

impl Setter<'_> {
    /// Lines of a justified paragraph; `None` if a word is too long for one.
    pub(super) fn fit<'p>(&mut self, bits: &[Bit<'p>], width: f32, size: f32) -> Option<Vec<Vec<Bit<'p>>>> {
        let first = bits.first()?;
        let hyphen = self.hyphen(first).width(size);
        let space = self.shaper.width(first.style, size, " ");
        let measure = Measure { width, size, space, hyphen };
        let whole = self.pieces(bits, size, false);
        if whole.iter().any(|piece| piece.width > width) {
            return None;
        }
        let (price, lines) = best(&whole, &measure)?;
        if price < PRICE_LOOSE || !self.parts_words {
            return Some(self.joined(bits, &whole, &lines));
        }
        let parted = self.pieces(bits, size, true);
        let (_, lines) = best(&parted, &measure)?;
        Some(self.joined(bits, &parted, &lines))
    }

    fn pieces(&mut self, bits: &[Bit<'_>], size: f32, parted: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        while let Some(first) = bits.get(at) {
            let next =
                bits[at + 1..].iter().position(|bit| bit.breakable).map_or(bits.len(), |more| at + 1 + more);
            let chunk = &bits[at..next];
            let space = if first.spaced { self.shaper.width(first.style, size, " ") } else { 0.0 };
            let may_part = parted && chunk.len() == 1 && first.link.is_none() && !first.blank;
            let places = if may_part { syllables::places(first.text, true) } else { Vec::new() };
            let inner = chunk.iter().skip(1).filter(|bit| bit.spaced).count();
            let whole = Piece {
                bits: at..next,
                part: None,
                width: 0.0,
                space,
                inner,
                forced: first.forced,
                hyphen: false,
            };
            if places.is_empty() {
                pieces.push(Piece { width: self.width_of(chunk, size), ..whole });
            } else {
                let ends = places.iter().copied().chain([first.text.len()]);
                let mut from = 0;
                for end in ends {
                    let width = self.shaper.width(first.style, size, &first.text[from..end]);
                    let (bits, part) = (at..next, Some(from..end));
                    let begins = from == 0;
                    let space = if begins { space } else { 0.0 };
                    let forced = begins && first.forced;
                    pieces.push(Piece { bits, part, width, space, inner: 0, forced, hyphen: !begins });
                    from = end;
                }
            }
            at = next;
        }
        pieces
    }

    /// The bits of each line; parts of a word that stay together are one bit again.
    fn joined<'p>(
        &mut self,
        bits: &[Bit<'p>],
        pieces: &[Piece],
        lines: &[Range<usize>],
    ) -> Vec<Vec<Bit<'p>>> {
        let mut joined = Vec::with_capacity(lines.len());
        for range in lines {
            let mut line: Vec<Bit<'p>> = Vec::new();
            let here = &pieces[range.clone()];
            for word in here.chunk_by(|_, next| next.hyphen) {
                let Some(first) = word.first() else { continue };
                let last = word.last().and_then(|piece| piece.part.clone());
                match (&first.part, last) {
                    (Some(start), Some(end)) => {
                        let bit = bits[first.bits.start];
                        let text = &bit.text[start.start..end.end];
                        let begins = start.start == 0;
                        let (spaced, forced) = (begins && bit.spaced, begins && bit.forced);
                        let word = self.shaper.word(bit.style, text);
                        line.push(Bit { text, word, spaced, forced, breakable: true, ..bit });
                    }
                    _ => line.extend_from_slice(&bits[first.bits.clone()]),
                }
            }
            if pieces.get(range.end).is_some_and(|next| next.hyphen)
                && let Some(last) = line.last().copied()
            {
                let hyphen = self.hyphen(&last);
                line.push(hyphen);
            }
            joined.push(line);
        }
        joined
    }
}

/// The cheapest way to break pieces into lines, and its price.
fn best(pieces: &[Piece], measure: &Measure) -> Option<(f32, Vec<Range<usize>>)> {
    let mut ways: Vec<Option<Way>> = vec![None; pieces.len() + 1];
    ways[0] = Some(Way { price: 0.0, from: 0 });
    for end in 1..=pieces.len() {
        let next = pieces.get(end);
        let closes = next.is_none_or(|next| next.forced);
        let hyphen = next.is_some_and(|next| next.hyphen);
        let mut used = if hyphen { measure.hyphen } else { 0.0 };
        let mut spaces = 0;
        for from in (0..end).rev() {
            let piece = &pieces[from];
            used += piece.width;
            spaces += piece.inner;
            if used > measure.width {
                break;
            }
            if let Some(before) = ways[from] {
                let mut price = before.price + price(used, spaces, closes, measure);
                price += if hyphen { PRICE_HYPHEN } else { 0.0 };
                if ways[end].is_none_or(|known| price < known.price) {
                    ways[end] = Some(Way { price, from });
                }
            }
            if piece.forced {
                break;
            }
            used += piece.space;
            spaces += usize::from(piece.space > 0.0);
        }
    }
    let mut lines = Vec::new();
    let mut end = pieces.len();
    let price = ways[end]?.price;
    while end > 0 {
        let from = ways[end]?.from;
        lines.push(from..end);
        end = from;
    }
    lines.reverse();
    Some((price, lines))
}

fn price(used: f32, spaces: usize, closes: bool, measure: &Measure) -> f32 {
    if closes {
        return if used < measure.size * LONELY { PRICE_LONELY } else { 0.0 };
    }
    let stretch = (measure.width - used) / (measure.space * spaces.max(1) as f32);
    let loose = if stretch > LOOSE { PRICE_LOOSE } else { 0.0 };
    stretch * stretch * stretch + loose
}
