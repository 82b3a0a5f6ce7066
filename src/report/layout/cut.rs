//! Where words and lines may be cut.

/// White space at which a line may end.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// Says whether the space between two words should not end a line: that of a sign and its number, of a number and its
/// percent sign.
pub(super) fn belong(one: &str, next: &str) -> bool {
    let figure = |character: char| character.is_ascii_digit();
    let sign = matches!(one, "≥" | "≤" | "±" | "<" | ">" | "=" | "Rp" | "No." | "Pasal" | "Art.");
    (sign && next.starts_with(figure)) || (one.ends_with(figure) && next.starts_with('%'))
}

/// Cuts text into stretches of white space and of what lies between, the latter also after hyphens, dashes and slashes
/// between longer parts.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
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
