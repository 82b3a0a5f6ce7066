//! Where two files say different things.

/// Most entries a file may have to be compared one by one.
const MOST: usize = 6_000;

/// A place where a file says something else than the one that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    /// The page, from 1: that of the file, or where it should stand.
    pub(super) page: usize,
    /// What the file says; nothing if words are missing in it.
    pub(super) file: Option<String>,
    /// What the repository says; nothing if the file has words beyond it.
    pub(super) made: Option<String>,
}

type Entry<'a> = (usize, &'a str);

/// The differences between the words of a file and of one that was made, page by page.
pub(super) fn compare(file: &[Vec<String>], made: &[Vec<String>]) -> Vec<Difference> {
    let (file, made) = (flat(file), flat(made));
    let first = file.iter().zip(&made).take_while(|(one, other)| one.1 == other.1).count();
    let (file, made) = (&file[first..], &made[first..]);
    let last = file.iter().rev().zip(made.iter().rev()).take_while(|(one, other)| one.1 == other.1).count();
    let (file, made) = (&file[..file.len() - last], &made[..made.len() - last]);
    let mut differences = vec![];
    let mut at = (0, 0);
    for (one, other) in common(file, made).into_iter().chain([(file.len(), made.len())]) {
        pair(&file[at.0..one], &made[at.1..other], &mut differences);
        at = ((one + 1).min(file.len()), (other + 1).min(made.len()));
    }
    differences
}

fn flat(pages: &[Vec<String>]) -> Vec<Entry<'_>> {
    let entries = pages.iter().enumerate();
    entries.flat_map(|(page, words)| words.iter().map(move |word| (page + 1, word.as_str()))).collect()
}

/// What stands in place of what, between two entries that both have.
fn pair(file: &[Entry], made: &[Entry], differences: &mut Vec<Difference>) {
    for at in 0..file.len().max(made.len()) {
        let (one, other) = (file.get(at), made.get(at));
        differences.push(Difference {
            page: one.or(other).map_or(1, |entry| entry.0),
            file: one.map(|entry| entry.1.to_owned()),
            made: other.map(|entry| entry.1.to_owned()),
        });
    }
}

/// Places of the longest sequence of entries that both have. Files with very many entries are compared as they lie.
fn common(file: &[Entry], made: &[Entry]) -> Vec<(usize, usize)> {
    if file.len() > MOST || made.len() > MOST {
        let both = file.iter().zip(made).enumerate();
        return both.filter(|(_, (one, other))| one.1 == other.1).map(|(at, _)| (at, at)).collect();
    }
    let width = made.len() + 1;
    // How long the longest sequence is from a place in each on.
    let mut longest = vec![0_u16; (file.len() + 1) * width];
    for (one, entry) in file.iter().enumerate().rev() {
        for (other, wanted) in made.iter().enumerate().rev() {
            longest[one * width + other] = if entry.1 == wanted.1 {
                longest[(one + 1) * width + other + 1] + 1
            } else {
                longest[(one + 1) * width + other].max(longest[one * width + other + 1])
            };
        }
    }
    let (mut one, mut other) = (0, 0);
    let mut places = vec![];
    while let (Some(entry), Some(wanted)) = (file.get(one), made.get(other)) {
        if entry.1 == wanted.1 {
            places.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if longest[(one + 1) * width + other] >= longest[one * width + other + 1] {
            one += 1;
        } else {
            other += 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(text: &str) -> Vec<Vec<String>> {
        text.split('|').map(|page| page.split_whitespace().map(str::to_owned).collect()).collect()
    }

    /// `page:file/made`, with `-` for nothing.
    fn told(file: &str, made: &str) -> Vec<String> {
        let told = compare(&pages(file), &pages(made)).into_iter().map(|one| {
            let or = |words: Option<String>| words.unwrap_or_else(|| "-".to_owned());
            format!("{}:{}/{}", one.page, or(one.file), or(one.made))
        });
        told.collect()
    }

    #[test]
    fn differences_are_told_where_they_are_and_only_there() {
        assert_eq!(told("a b c", "a b c"), Vec::<String>::new());
        assert_eq!(told("a x c", "a b c"), ["1:x/b"]);
        assert_eq!(told("a b|c x e", "a b|c d e"), ["2:x/d"]);
        assert_eq!(told("a c", "a b c"), ["1:-/b"]);
        assert_eq!(told("a b x c", "a b c"), ["1:x/-"]);
        // What moves to the next page is no difference by itself.
        assert_eq!(told("a b|c d", "a b c|d"), Vec::<String>::new());
        assert_eq!(told("x b c y|e", "a b c d|e"), ["1:x/a", "1:y/d"]);
        assert_eq!(told("", "a"), ["1:-/a"]);
        assert_eq!(told("x y z", "a b"), ["1:x/a", "1:y/b", "1:z/-"]);
    }
}
