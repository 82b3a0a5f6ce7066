//! DER values as slices of the bytes they were read from. A signature holds for bytes as they were written, so what is
//! signed must never be encoded anew.

/// Tags that signatures are made of.
pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OID: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

/// The tag of a part of this number that has parts itself.
pub(super) const fn part(number: u8) -> u8 {
    0xa0 | number
}

/// A value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value<'a> {
    pub(super) tag: u8,
    /// With tag and length.
    pub(super) whole: &'a [u8],
    /// Without them.
    pub(super) content: &'a [u8],
}

impl<'a> Value<'a> {
    /// The values this one consists of.
    pub(super) fn parts(&self) -> Reader<'a> {
        Reader(self.content)
    }
}

/// Reads one value after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    /// The next value; `None` at the end, and where there is none in strict DER.
    pub(super) fn any(&mut self) -> Option<Value<'a>> {
        let (tag, rest) = self.0.split_first()?;
        // Tags of several bytes occur nowhere in certificates and signatures.
        if tag & 0x1f == 0x1f {
            return None;
        }
        let (first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            short @ 0..=0x7f => (usize::from(*short), rest),
            long @ 0x81..=0x84 => {
                let (digits, rest) = rest.split_at_checked(usize::from(long - 0x80))?;
                let length = digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit));
                let is_shortest = digits.first() != Some(&0) && length > 0x7f;
                (is_shortest.then_some(length)?, rest)
            }
            _ => return None,
        };
        let (content, after) = rest.split_at_checked(length)?;
        let whole = self.0.get(..self.0.len() - after.len())?;
        self.0 = after;
        Some(Value { tag: *tag, whole, content })
    }

    /// The next value, which must have this tag.
    pub(super) fn take(&mut self, tag: u8) -> Option<Value<'a>> {
        let value = self.any()?;
        (value.tag == tag).then_some(value)
    }

    /// The next value if it has this tag.
    pub(super) fn optional(&mut self, tag: u8) -> Option<Value<'a>> {
        if self.0.first() == Some(&tag) { self.any() } else { None }
    }

    /// Says that nothing follows.
    pub(super) fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }

    /// All values to the end; `None` if there is anything else.
    pub(super) fn all(mut self) -> Option<Vec<Value<'a>>> {
        let mut values = Vec::new();
        while !self.0.is_empty() {
            values.push(self.any()?);
        }
        Some(values)
    }
}

/// Reads bytes that are one value of this tag, nothing before or after.
pub(super) fn only(bytes: &[u8], tag: u8) -> Option<Value<'_>> {
    let mut reader = Reader(bytes);
    let value = reader.take(tag)?;
    reader.end()?;
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_slices_of_what_was_read() {
        let bytes = [0x30, 0x05, 0x02, 0x01, 0x07, 0x05, 0x00, 0x04];
        let mut reader = Reader(&bytes);
        let list = reader.take(SEQUENCE).unwrap();
        assert_eq!(list.whole, &bytes[..7]);
        let parts = list.parts().all().unwrap();
        assert_eq!(parts.iter().map(|part| part.tag).collect::<Vec<_>>(), [INTEGER, NULL]);
        assert_eq!(parts[0].content, [7]);
        assert!(reader.end().is_none());
        assert_eq!(reader.any(), None);
    }

    #[test]
    fn what_is_not_strict_is_nothing() {
        let wrong: [&[u8]; 8] = [
            &[],
            &[0x30],
            &[0x30, 0x80, 0x00, 0x00],
            &[0x30, 0x81, 0x01, 0x00],
            &[0x30, 0x82, 0x00, 0x80],
            &[0x30, 0x02, 0x00],
            &[0x1f, 0x01, 0x00],
            &[0x30, 0x85, 0, 0, 0, 0, 1, 0],
        ];
        for bytes in wrong {
            assert_eq!(Reader(bytes).any(), None, "{bytes:?}");
        }
    }
}
