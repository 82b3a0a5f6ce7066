//! The public root of the project's own agency, searched for everything that is said of people.

use super::tests::sample;
use crate::calendar::parse_date;
use crate::source::Sources;

/// Letters of every kind a person's file holds stand in names, numbers, logins and prose. Each is replaced by a word
/// that occurs nowhere else; none of them may reach a public page.
#[test]
fn nothing_planted_in_files_on_people_reaches_the_public() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (sources, _) = Sources::read(root, &[]).unwrap();
    let planted: Vec<(String, Vec<u8>)> = sources
        .iter()
        .filter_map(|(_, file)| Some((file.path().to_owned(), file.raw()?.to_vec())))
        .map(|(path, bytes)| {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let text = match path.as_str() {
                path if path.starts_with("content/people/") => plant_in_person(&text),
                path if path.starts_with("content/reviews/") && path.ends_with(".md") => {
                    format!("{text}\n\nQQprosaQQ\n")
                }
                _ => text,
            };
            (path, text.into_bytes())
        })
        .collect();
    let (sources, found) = Sources::from_files(planted);
    let site = super::tests::site_of(&sources, found, "2026-01-16");
    let pages = |root: &str| {
        let below = site.pages.iter().filter(|page| page.path.starts_with(root));
        below.map(|page| String::from_utf8_lossy(&page.bytes).replace(' ', "")).collect::<String>()
    };
    for word in ["QQnamaQQ", "990000000000000000", "QQjabatanQQ"] {
        assert!(pages("personnel/").contains(word), "{word} was not planted");
        assert!(!pages("public/").contains(word), "{word} reached the public");
    }
    assert!(pages("employees/").contains("QQprosaQQ"));
    assert!(!pages("public/").contains("QQ"));
}

fn plant_in_person(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let line = replace_after(line, "full: ", "QQnamaQQ");
        let line = replace_after(&line, "nip: ", "\"990000000000000000\"");
        replace_after(&line, "position: ", "QQjabatanQQ")
    });
    lines.collect::<Vec<String>>().join("\n")
}

/// Replaces the value after a key up to the next comma, bracket or end of line.
fn replace_after(line: &str, key: &str, value: &str) -> String {
    let Some(at) = line.find(key) else { return line.to_owned() };
    let (head, rest) = line.split_at(at + key.len());
    let end = match rest.strip_prefix('"') {
        Some(quoted) => quoted.find('"').map_or(rest.len(), |end| end + 2),
        None => rest.find([',', '}']).unwrap_or(rest.len()),
    };
    format!("{head}{value}{}", &rest[end..])
}

#[test]
fn the_sample_names_nobody_in_public() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let (sources, _) = Sources::read(root, &[]).unwrap();
    let (agency, _) = crate::model::load(&sources, parse_date("2026-01-16").unwrap());
    let site = sample();
    let public = site.pages.iter().filter(|page| page.path.starts_with("public/"));
    let public: String = public.map(|page| String::from_utf8_lossy(&page.bytes).into_owned()).collect();
    assert!(agency.people.len() > 50 && public.len() > 20_000);
    for person in agency.people.values() {
        let data = person.data.as_ref().unwrap();
        let name = person.plain_name();
        // A name of one word may be a word of the language too.
        assert!(!name.contains(' ') || !public.contains(name), "{name}");
        assert!(data.ids.iter().all(|(_, number)| !public.contains(number.value.as_str())), "{name}");
        assert!(!person.id.contains('-') || !public.contains(&person.id), "{}", person.id);
    }
}
