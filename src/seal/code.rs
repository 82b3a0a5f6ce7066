//! Codes, as they are printed and typed.

use std::fmt;

use super::{FileHash, half, hex, mac};

/// Letters of the code. I, L, O and U are left out: three look like digits, the fourth makes words.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many letters a code has: 128 bits, five to a letter, the first with three only.
const LENGTH: usize = 26;
/// How many letters stand together; the last group has one more.
const GROUP: usize = 5;

/// The code of a document: what its holder has, and nobody else can guess.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 16]);

impl fmt::Debug for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Code")
    }
}

/// In groups, as it is printed: `0A3QM-...`.
impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.letters().chars().enumerate() {
            if at > 0 && at.is_multiple_of(GROUP) && at + 1 < LENGTH {
                out.write_str("-")?;
            }
            write!(out, "{letter}")?;
        }
        Ok(())
    }
}

impl Code {
    pub(super) fn new(bytes: [u8; 16]) -> Code {
        Code(bytes)
    }

    /// Reads a code as people type it: in either case, with or without hyphens and spaces, O for 0, I or L for 1.
    pub fn parse(text: &str) -> Option<Code> {
        let mut value: u128 = 0;
        let mut count = 0;
        for typed in text.chars().filter(|typed| !matches!(typed, '-' | '\u{2010}'..='\u{2013}' | ' ')) {
            let letter = match typed.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let place = ALPHABET.iter().position(|known| char::from(*known) == letter)?;
            count += 1;
            // The first letter has three bits: anything above would be pushed out at the end.
            if count > LENGTH || (count == 1 && place > 7) {
                return None;
            }
            value = value << 5 | place as u128;
        }
        (count == LENGTH).then(|| Code(value.to_be_bytes()))
    }

    /// The code's letters without hyphens.
    pub fn letters(&self) -> String {
        let value = u128::from_be_bytes(self.0);
        let letter = |at: usize| ALPHABET[(value >> (5 * (LENGTH - 1 - at)) & 31) as usize];
        (0..LENGTH).map(|at| char::from(letter(at))).collect()
    }

    /// Where the document's page lies; tells nothing of the code.
    pub fn address(&self) -> String {
        use sha2::{Digest as _, Sha256};
        let digest = Sha256::new_with_prefix(b"rapor page 1").chain_update(self.0).finalize();
        hex(&half(digest.into()))
    }

    /// What shows that a file is one of those made or recorded for the document: HMAC-SHA256 with the code's letters as
    /// key over the file's hash in hexadecimal, so that common tools can work it out.
    pub fn seal(&self, file: &FileHash) -> String {
        hex(&mac(self.letters().as_bytes(), &[file.hex().as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_printed_and_read_back() {
        for (bytes, printed) in [
            ([0; 16], "00000-00000-00000-00000-000000"),
            ([255; 16], "7ZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZZ"),
            (*b"rapor document 1", "3JC5R-6YWH0-CHQP6-XBDCN-Q7881H"),
        ] {
            let code = Code(bytes);
            assert_eq!(code.to_string(), printed);
            assert_eq!(Code::parse(printed), Some(code));
            assert_eq!(code.letters(), printed.replace('-', ""));
        }
        assert_eq!(format!("{:?}", Code([1; 16])), "Code");
    }

    #[test]
    fn typing_is_forgiven_and_mistakes_are_not() {
        let code = Code(*b"rapor document 1");
        for typed in [
            "3jc5r6ywh0chqp6xbdcnq7881h",
            "3JC5R 6YWHO CHQP6 XBDCN Q788IH",
            "3JC5R6YWH0CHQP6XBDCNQ7881H",
            "3jc5r-6ywho-chqp6-xbdcn-q788lh",
            " 3JC5R\u{2013}6YWH0-CHQP6-XBDCN-Q7881H ",
        ] {
            assert_eq!(Code::parse(typed), Some(code), "{typed}");
        }
        let zero = Code::parse("00000-00000-00000-00000-000000");
        assert_eq!(Code::parse("OoOOO-00000-00000-00000-000000"), zero);
        for typed in [
            "",
            "3JC5R",
            "3JC5R-6YWH0-CHQP6-XBDCN-Q7881",
            "3JC5R-6YWH0-CHQP6-XBDCN-Q7881H9",
            "3JC5R-6YWH0-CHQP6-XBDCN-Q7881U",
            "8JC5R-6YWH0-CHQP6-XBDCN-Q7881H",
            "3JC5R_6YWH0-CHQP6-XBDCN-Q7881H",
        ] {
            assert_eq!(Code::parse(typed), None, "{typed}");
        }
    }

    /// Worked out with `openssl dgst`.
    #[test]
    fn seals_are_what_common_tools_say() {
        let code = Code(*b"rapor document 1");
        let file = FileHash::of(b"rapor");
        assert_eq!(file.hex(), FILE);
        assert_eq!(FileHash::parse(&FILE.to_uppercase()), Some(file));
        assert_eq!(code.seal(&file), SEAL);
        assert_eq!(code.address(), ADDRESS);
        assert_eq!(FileHash::parse("12"), None);
    }

    const FILE: &str = "5a19416df258482a5a92d7a2cb727eccbb3849a43defca5efb948dc52d05d62f";
    const SEAL: &str = "4e2f8a05a95cc27505e29e555d14d1223b49bcc371877ff723fa05c4e272c4e4";
    const ADDRESS: &str = "7b7a61aac6dd6a107e028fb674361697";
}
