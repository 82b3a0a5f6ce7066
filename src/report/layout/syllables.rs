//! Where Indonesian words may part at the end of a line.
//!
//! After the rules of spelling (EYD V, part I.F): between two vowels that are no diphthong, before a single consonant
//! between vowels, between two consonants, after the first of three; `kh`, `ng`, `ny` and `sy` count as one consonant.
//! Affixes are not told from stems by a dictionary, so places where an affix may begin or end otherwise than the rules
//! would have it are left out: a word that does not part is better than one that parts wrongly.

/// Fewest letters before and after a place where a word parts.
const BEFORE: usize = 2;
const AFTER: usize = 3;
/// Words of fewer letters stay whole, and so do words of capitals alone below the second length; longer than the third
/// is no word of a language.
const SHORTEST: usize = 6;
const SHORTEST_CAPITALS: usize = 8;
const LONGEST: usize = 40;

/// Letters that stand together in words of other languages, which have rules of their own; Indonesian ones among them
/// stay whole too.
const FOREIGN: &[&str] = &["ee", "oo", "sh", "th", "ph", "wh", "ck", "tw"];

/// Prefixes that end with a consonant and keep it before a vowel: sub-unit, but su-bur.
const CLOSED: &[&str] = &["non", "sub", "antar"];

/// A sound of a word, with the place of its first letter.
#[derive(Clone, Copy)]
struct Sound {
    at: usize,
    vowel: bool,
}

/// Places within a word, in bytes, where it may part with a hyphen. Marks before and after the word stay with it.
/// Words that begin with a capital part only if `may_be_name` is false.
pub(super) fn places(text: &str, may_be_name: bool) -> Vec<usize> {
    let word = text.trim_matches(|character: char| !character.is_alphanumeric());
    if !(SHORTEST..=LONGEST).contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let capitals = word.bytes().all(|byte| byte.is_ascii_uppercase());
    let lower = word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let begins_low = word.as_bytes()[0].is_ascii_lowercase();
    if !(capitals && word.len() >= SHORTEST_CAPITALS || lower && (begins_low || !may_be_name)) {
        return Vec::new();
    }
    let start = text.find(word).unwrap_or(0);
    let word = word.to_ascii_lowercase();
    let end = word.len() - AFTER;
    parts(&word)
        .into_iter()
        .filter(|place| (BEFORE..=end).contains(place))
        .map(|place| start + place)
        .collect()
}

fn parts(word: &str) -> Vec<usize> {
    if FOREIGN.iter().any(|letters| word.contains(letters)) {
        return Vec::new();
    }
    let sounds = sounds(word);
    let vowels: Vec<usize> = (0..sounds.len()).filter(|place| sounds[*place].vowel).collect();
    let mut places = Vec::new();
    for pair in vowels.windows(2) {
        let (one, next) = (pair[0], pair[1]);
        let place = match next - one - 1 {
            0 if is_diphthong(word, sounds[one].at) => continue,
            0 | 1 => sounds[one + 1].at,
            2 => sounds[one + 2].at,
            3 if word.starts_with("trans") && sounds[one].at == 2 => 5,
            3 if !begins_syllables(word, sounds[one + 2].at) => return Vec::new(),
            3 => sounds[one + 2].at,
            _ => continue,
        };
        if !is_doubtful(word, place) {
            places.push(place);
        }
    }
    places
}

fn sounds(word: &str) -> Vec<Sound> {
    let letters = word.as_bytes();
    let mut sounds: Vec<Sound> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let vowel = is_vowel(*letter);
        sounds.push(Sound { at, vowel });
        let pair = matches!(
            (letter, letters.get(at + 1)),
            (b'n', Some(b'g' | b'y')) | (b'k', Some(b'h')) | (b's', Some(b'y'))
        );
        at += if pair { 2 } else { 1 };
    }
    sounds
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether the two consonants at a place may begin a syllable, as in `kom-pleks`; not so those of `sank-si`.
fn begins_syllables(word: &str, at: usize) -> bool {
    match word.as_bytes().get(at..at + 2) {
        Some([b's', second]) => matches!(second, b'k' | b'l' | b'm' | b'n' | b'p' | b'r' | b't' | b'w'),
        Some([first, b'l' | b'r']) => matches!(first, b'b' | b'd' | b'f' | b'g' | b'k' | b'p' | b't'),
        _ => false,
    }
}

/// Two vowels that may be one sound: `ai`, `au`, `ei`, `oi`.
fn is_diphthong(word: &str, at: usize) -> bool {
    matches!(word.as_bytes().get(at..at + 2), Some(b"ai" | b"au" | b"ei" | b"oi"))
}

/// Says whether an affix may begin or end near a place, so that the word may part elsewhere.
fn is_doubtful(word: &str, place: usize) -> bool {
    let (before, after) = word.split_at(place);
    let vowel_second = |text: &str| text.as_bytes().get(1).copied().is_some_and(is_vowel);
    if CLOSED.iter().any(|prefix| word.starts_with(prefix) && place + 1 == prefix.len())
        && vowel_second(after)
    {
        return true;
    }
    // ber-, per- and ter- before a vowel: ber-ubah, but be-rita.
    let prefix = ["be", "pe", "te"].iter().any(|start| before.ends_with(start));
    if prefix && after.starts_with('r') && vowel_second(after) {
        return true;
    }
    // meng- and peng- before a vowel: meng-ambil, but me-ngirim.
    if (before.ends_with("me") || before.ends_with("pe")) && after.starts_with("ng") {
        return after.as_bytes().get(2).copied().is_none_or(is_vowel);
    }
    // -an after a consonant: buat-an, but ma-kan; -kan after a stem of pe- or ke-: pendidik-an, but letak-kan.
    let stem = ["nya", "lah", "kah", "pun"].iter().find_map(|end| after.strip_suffix(end)).unwrap_or(after);
    let ends = stem
        .strip_suffix("an")
        .is_some_and(|rest| matches!(rest, "ng" | "ny" | "sy" | "kh") || rest.len() == 1);
    if ends && !stem.starts_with('k') {
        return !is_vowel(stem.as_bytes()[0]);
    }
    ends && (word.starts_with("pe") || word.starts_with("ke"))
}

#[cfg(test)]
mod tests {
    use super::places;

    /// A word with a hyphen at every place where it may part.
    fn parted(word: &str) -> String {
        let mut shown = word.to_owned();
        for place in places(word, true).into_iter().rev() {
            shown.insert(place, '-');
        }
        shown
    }

    #[test]
    fn words_part_between_syllables() {
        let words = [
            "ke-bi-jakan",
            "tin-dak",
            "pe-la-yanan",
            "lak-sa-na-kan",
            "in-for-masi",
            "peng-gu-naan",
            "ter-sam-pai-kan",
            "ke-se-pa-katan",
            "instru-men",
            "trans-for-masi",
            "sas-tra",
            "ultra",
            "mu-sya-wa-rah",
            "akh-lak",
            "pe-nyu-sunan",
            "ke-u-angan",
            "ke-a-daan",
            "per-hi-tungan",
            "ting-kat-kan",
            "ha-sil-nya",
            "di-se-le-sai-kan",
            "ke-pe-ga-waian",
            "mem-per-tang-gung-ja-wab-kan",
            "in-teg-ri-tas",
            "me-nin-dak-lan-juti",
            "ek-spek-tasi",
        ];
        for word in words {
            assert_eq!(parted(&word.replace('-', "")), word);
        }
    }

    #[test]
    fn what_may_belong_to_an_affix_stays() {
        let words = [
            "beru-bah",
            "teram-pil",
            "mengam-bil",
            "pen-di-dikan",
            "ke-ku-atan",
            "peru-bahan",
            "la-yanan-nya",
            "akun-ta-bi-li-tas",
            "penge-lo-laan",
        ];
        for word in words {
            assert_eq!(parted(&word.replace('-', "")), word);
        }
    }

    #[test]
    fn foreign_words_stay_whole_and_prefixes_keep_their_consonant() {
        for word in ["dashboard", "software", "feedback", "workshop", "bluetooth", "sanksi", "thinker"] {
            assert_eq!(parted(word), word);
        }
        let words = [
            "nona-pa-ra-tur",
            "subu-nit",
            "sub-ba-gian",
            "an-taru-nit",
            "pas-ca-o-perasi",
            "kom-plek-si-tas",
        ];
        for word in words {
            assert_eq!(parted(&word.replace('-', "")), word);
        }
    }

    #[test]
    fn names_numbers_and_short_words_stay_whole() {
        for word in
            ["data", "makan", "Kusumaningrum", "KINERJA", "RaporSans", "data1234", "e-Kinerja", "jum’at", ""]
        {
            assert!(places(word, true).is_empty(), "{word}");
        }
        assert!(places(&"makan".repeat(100), true).is_empty());
        assert_eq!(parted("DIINTERVENSI"), "DI-IN-TER-VENSI");
        assert_eq!(places("Kebijakan", false), [2, 4]);
        assert_eq!(parted("(“kebijakan”),"), "(“ke-bi-jakan”),");
    }
}
