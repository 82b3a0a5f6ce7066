//! What somebody probably meant.

/// Longest word that is compared; nobody mistypes longer ones by a letter or two and needs help.
const MAX_CHARS: usize = 64;

/// The candidate nearest to a word, if it is near enough to be meant. Upper and lower case, `_`, `-` and spaces
/// count as equal. Of equally near candidates the first wins.
pub fn suggest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    if word.is_empty() || word.len() > MAX_CHARS {
        return None;
    }
    let allowed = match word.len() {
        0..=2 => 1,
        3..=5 => 2,
        n => n / 3,
    };
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other = folded(candidate);
        // Two words that share not a single letter in place are no typing mistake, however short.
        let most = allowed.min(other.len().max(word.len()).saturating_sub(1));
        if other.len() > MAX_CHARS || word.len().abs_diff(other.len()) > most {
            continue;
        }
        let distance = distance(&word, &other);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn folded(word: &str) -> Vec<char> {
    word.trim()
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '_' | ' ') { '-' } else { c })
        .take(MAX_CHARS + 1)
        .collect()
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &left) in a.iter().enumerate() {
        let mut row = vec![i + 1; b.len() + 1];
        for (j, &right) in b.iter().enumerate() {
            let replaced = last[j] + usize::from(left != right);
            row[j + 1] = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && left == b[j - 1] && a[i - 1] == right {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 7] = ["by", "date", "ratings", "realisation", "hasil-kerja", "perilaku", "clarified"];

    #[test]
    fn near_words_are_suggested() {
        for (word, meant) in [
            ("rating", "ratings"),
            ("raitngs", "ratings"),
            ("Date", "date"),
            ("hasil_kerja", "hasil-kerja"),
            ("Hasil Kerja", "hasil-kerja"),
            ("perlaku", "perilaku"),
            ("realization", "realisation"),
            ("yb", "by"),
        ] {
            assert_eq!(suggest(word, KEYS), Some(meant), "{word}");
        }
    }

    #[test]
    fn far_words_are_not() {
        for word in ["", "objection", "supervisor", "perdana", &"a".repeat(10_000)] {
            assert_eq!(suggest(word, KEYS), None, "{word}");
        }
        assert_eq!(suggest("ab", ["cd"]), None);
        assert_eq!(suggest("a", ["b"]), None);
    }
}
