//! Which bytes a signature covers, and that nothing hides among those it does not.

use super::Fault;
use crate::pdf::{Existing, Signature};

/// The parts of a file that a signature covers.
pub(super) struct Covered<'a> {
    pub(super) parts: [&'a [u8]; 2],
    /// Where they end.
    pub(super) end: usize,
}

/// Finds what a signature covers: everything from the first byte to an end, but the signature itself.
pub(super) fn covered<'a>(file: &'a Existing, signature: &Signature) -> Result<Covered<'a>, Fault> {
    let [start, before, resumes, after] = signature.byte_range;
    let bytes = file.bytes();
    let parts = || {
        let end = resumes.checked_add(after)?;
        let gap = bytes.get(before..resumes)?;
        Some(([bytes.get(..before)?, bytes.get(resumes..end)?], gap, end))
    };
    let (parts, gap, end) = parts().filter(|_| start == 0).ok_or(Fault::Range)?;
    if !holds_only(gap, &signature.contents) {
        return Err(Fault::Gap);
    }
    Ok(Covered { parts, end })
}

/// Says whether bytes are the signature in brackets, filled up with zeros, and nothing else. Its digits are all written
/// alike, so that no byte can be another without being noticed.
fn holds_only(gap: &[u8], contents: &[u8]) -> bool {
    let Some(digits) = gap.strip_prefix(b"<").and_then(|rest| rest.strip_suffix(b">")) else { return false };
    let is_low = digits.iter().any(u8::is_ascii_lowercase);
    let is_high = digits.iter().any(u8::is_ascii_uppercase);
    if digits.len() % 2 != 0 || (is_low && is_high) || digits.len() / 2 < contents.len() {
        return false;
    }
    let mut expected = contents.iter().copied().chain(std::iter::repeat(0));
    digits.chunks_exact(2).all(|pair| {
        let value = |digit: &u8| char::from(*digit).to_digit(16);
        let byte = pair.iter().try_fold(0, |byte, digit| Some(byte * 16 + value(digit)?));
        byte.is_some() && byte == expected.next().map(u32::from)
    })
}

#[cfg(test)]
mod tests {
    use super::holds_only;

    #[test]
    fn only_the_signature_may_stand_in_its_gap() {
        for right in [&b"<0aff>"[..], b"<0AFF>", b"<0aff0000>"] {
            assert!(holds_only(right, &[0x0a, 0xff]), "{right:?}");
        }
        let wrong: [&[u8]; 9] =
            [b"", b"<", b"<0aff", b"<0afF>", b"<0aff01>", b"<0aff0>", b"<0aff >", b"<0a>", b"<0aff>/X<00>"];
        for gap in wrong {
            assert!(!holds_only(gap, &[0x0a, 0xff]), "{gap:?}");
        }
    }
}
