//! The few forms of DER that a signature is written in.

use x509_cert::der::Encode;
use x509_cert::der::asn1::ObjectIdentifier;

/// Universal and context tags.
pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OBJECT: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;
pub(super) const CONTEXT_0: u8 = 0xa0;

/// A value: tag, length and what it is made of.
pub(super) fn value(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut bytes = vec![tag];
    if length < 0x80 {
        bytes.push(length as u8);
    } else {
        let digits = length.to_be_bytes();
        let digits: Vec<u8> = digits.into_iter().skip_while(|digit| *digit == 0).collect();
        bytes.push(0x80 | digits.len() as u8);
        bytes.extend_from_slice(&digits);
    }
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    bytes
}

/// A set; its members are put in the order that DER asks for.
pub(super) fn set(tag: u8, mut members: Vec<Vec<u8>>) -> Vec<u8> {
    members.sort();
    value(tag, &members.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// An object identifier.
pub(super) fn object(id: ObjectIdentifier) -> Vec<u8> {
    value(OBJECT, &[id.as_bytes()])
}

/// Something that knows its own DER. What was read before can be written.
pub(super) fn of(value: &impl Encode) -> Vec<u8> {
    value.to_der().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_take_as_few_bytes_as_they_can() {
        assert_eq!(value(OCTETS, &[&[7; 3]])[..2], [4, 3]);
        assert_eq!(value(OCTETS, &[&[7; 100], &[7; 100]])[..3], [4, 0x81, 200]);
        assert_eq!(value(OCTETS, &[&[7; 300]])[..4], [4, 0x82, 1, 44]);
        assert_eq!(set(SET, vec![vec![2, 1, 9], vec![2, 1, 3]]), [0x31, 6, 2, 1, 3, 2, 1, 9]);
    }
}
