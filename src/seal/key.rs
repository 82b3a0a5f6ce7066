//! The agency's key.

use std::fmt;

use zeroize::Zeroize;

use super::{Code, Identity, from_hex, half, hex, mac};

/// Secret of the agency that all codes are made with. Whoever has it can tell every document's page.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(pub(super) [u8; 32]);

/// Why a key file cannot be used. Says nothing of what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyFault {
    /// Its one line that is no comment is not 64 hexadecimal digits.
    Form,
    /// It holds no line but comments.
    Empty,
    /// It holds more than one.
    Several,
    /// One byte repeated, as nobody draws by chance.
    Trivial,
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key")
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl Key {
    /// A key of random bytes.
    pub fn new(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    /// Reads a key file: one line of 64 hexadecimal digits; lines that begin with `#` are comments.
    pub fn read(file: &str) -> Result<Key, KeyFault> {
        let mut lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let line = lines.next().ok_or(KeyFault::Empty)?;
        if lines.next().is_some() {
            return Err(KeyFault::Several);
        }
        let bytes = from_hex(line).ok_or(KeyFault::Form)?;
        if bytes.iter().all(|byte| *byte == bytes[0]) {
            return Err(KeyFault::Trivial);
        }
        Ok(Key(bytes))
    }

    /// The line of a key file. Only for writing one.
    pub fn line(&self) -> String {
        hex(&self.0)
    }

    /// The code of a document.
    pub fn code(&self, document: &Identity<'_>) -> Code {
        let edition = document.edition.to_string();
        let words = [document.kind, document.period].into_iter();
        let words = words.chain(document.about.iter().copied()).chain([edition.as_str()]);
        // Each word after its length, so that no two documents give the same bytes.
        let mut message = b"rapor document 1".to_vec();
        for word in words {
            message.extend_from_slice(&(word.len() as u64).to_be_bytes());
            message.extend_from_slice(word.as_bytes());
        }
        Code::new(half(mac(&self.0, &[&message])))
    }

    /// A code that belongs to no document, by number.
    pub(super) fn decoy(&self, purpose: &str, number: usize) -> Code {
        let number = (number as u64).to_be_bytes();
        Code::new(half(mac(&self.0, &[b"rapor decoy 1", purpose.as_bytes(), &number])))
    }

    /// What stands in the place of a seal where there is none.
    pub(super) fn filler(&self, code: &Code, slot: usize) -> String {
        let slot = (slot as u64).to_be_bytes();
        hex(&mac(&self.0, &[b"rapor filler 1", code.letters().as_bytes(), &slot]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    #[test]
    fn a_key_file_holds_one_line_of_digits() {
        let key = Key::read(&format!("# For tests.\n\n  {}\n", LINE.to_uppercase())).unwrap();
        assert_eq!(key.line(), LINE);
        assert_eq!(Key::read(&key.line()).unwrap(), key);
        for (file, fault) in [
            ("", KeyFault::Empty),
            ("# nothing\n", KeyFault::Empty),
            ("0011\n", KeyFault::Form),
            (&LINE.replace('f', "g"), KeyFault::Form),
            (&format!("{LINE}00"), KeyFault::Form),
            (&"é".repeat(32), KeyFault::Form),
            (&format!("{LINE}\n{LINE}\n"), KeyFault::Several),
            (&"0".repeat(64), KeyFault::Trivial),
        ] {
            assert_eq!(Key::read(file), Err(fault), "{file}");
        }
    }

    #[test]
    fn a_key_never_shows_itself() {
        assert_eq!(format!("{:?}", Key::read(LINE).unwrap()), "Key");
    }

    #[test]
    fn codes_depend_on_every_part_and_on_where_it_ends() {
        let key = Key::read(LINE).unwrap();
        let code = |kind: &str, period: &str, about: &[&str], edition: u32| {
            key.code(&Identity { kind, period, about, edition }).letters()
        };
        let plain = code("evaluation", "2025", &["person", "dewi"], 1);
        assert_eq!(plain, code("evaluation", "2025", &["person", "dewi"], 1));
        for other in [
            code("plan", "2025", &["person", "dewi"], 1),
            code("evaluation", "2024", &["person", "dewi"], 1),
            code("evaluation", "2025", &["person", "tono"], 1),
            code("evaluation", "2025", &["unit", "dewi"], 1),
            code("evaluation", "2025", &["person", "dewi"], 2),
            code("evaluation2025", "", &["person", "dewi"], 1),
            code("evaluation", "2025", &["persondewi"], 1),
            code("evaluation", "2025", &["person", "dewi", ""], 1),
            Key::new([7; 32])
                .code(&Identity {
                    kind: "evaluation",
                    period: "2025",
                    about: &["person", "dewi"],
                    edition: 1,
                })
                .letters(),
        ] {
            assert_ne!(plain, other);
        }
    }
}
