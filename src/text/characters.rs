//! Characters that no text may hold.

use std::borrow::Cow;

/// Whether a character has no business in a text: control characters but for tabs and line ends, marks that turn the
/// direction of writing and make a text read otherwise than it is, and codes that Unicode keeps free of characters.
pub fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fdd0}'..='\u{fdef}')
        || u32::from(c) & 0xfffe == 0xfffe
}

/// A text with a mark in place of what no text may hold.
pub fn without_forbidden(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) { text.replace(is_forbidden, "\u{fffd}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_or_turns_is_told_apart_from_letters() {
        for bad in ['\0', '\u{1b}', '\u{85}', '\u{202e}', '\u{2067}', '\u{fdd0}', '\u{fffe}', '\u{10ffff}'] {
            assert!(is_forbidden(bad), "{bad:?}");
        }
        for good in ['\n', 'é', 'ש', '\u{200d}', '\u{fffd}', '👍', '\u{e000}'] {
            assert!(!is_forbidden(good), "{good:?}");
        }
        assert_eq!(without_forbidden("a\u{202e}b\u{7}"), "a\u{fffd}b\u{fffd}");
        assert!(matches!(without_forbidden("a\tb"), Cow::Borrowed(_)));
    }
}
