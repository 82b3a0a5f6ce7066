//! Pages on which whoever holds a document checks it, and the page that leads there from a code.

use serde::Serialize;

use super::templates::SCRIPT;
use super::{File, Maker, Room, TemplateError};

/// How many seals a page of a document has.
const SEALS: usize = 4;
/// The folder of these pages in the public root.
pub(super) const FOLDER: &str = "v";

/// What the page of a document shows. It names nothing of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The name of its page.
    pub address: String,
    /// Whether there is no newer edition of the document.
    pub in_force: bool,
    /// Its seals.
    pub seals: [String; SEALS],
}

/// An answer of the script, shown by its name.
#[derive(Debug, Clone, Serialize)]
struct Answer {
    name: &'static str,
    key: &'static str,
}

const ANSWERS: [Answer; 4] = [
    Answer { name: "whole", key: "check-whole" },
    Answer { name: "start", key: "check-begins" },
    Answer { name: "none", key: "check-none" },
    Answer { name: "code", key: "check-no-code" },
];

#[derive(Debug, Serialize)]
struct Page {
    /// The phrase of the state; none on the page for typing a code.
    state: Option<&'static str>,
    seals: Vec<String>,
    answers: &'static [Answer],
}

impl Maker<'_> {
    /// The pages of documents with the page that leads to them, and their script.
    pub(super) fn checks(&self, room: &Room) -> Result<Vec<File>, TemplateError> {
        let checks = self.inputs.checks;
        if checks.is_empty() {
            return Ok(vec![]);
        }
        let script = self.engine.script();
        let page = |state, seals: Vec<String>, path: &str| {
            let page = Page { state, seals, answers: &ANSWERS };
            self.page(room, "public/check.html", path, self.word("check-title"), &page)
        };
        let mut files = vec![
            File { path: format!("{}/{SCRIPT}", room.path), bytes: script.to_vec() },
            page(None, vec![], &format!("{FOLDER}/index.html"))?,
        ];
        for (state, in_force) in [("check-in-force", true), ("check-replaced", false)] {
            // All pages of a state differ in their seals only, so one is made and the seals are put in.
            let places: Vec<String> = (0..SEALS).map(|place| format!("(seal {place})")).collect();
            let form = page(Some(state), places.clone(), &format!("{FOLDER}/page.html"))?;
            let form = String::from_utf8_lossy(&form.bytes).into_owned();
            let pieces = pieces(&form, &places);
            for check in checks.iter().filter(|check| check.in_force == in_force) {
                let mut text = String::with_capacity(form.len() + 64 * SEALS);
                for (at, piece) in pieces.iter().enumerate() {
                    text.push_str(piece);
                    text.push_str(
                        check.seals.get(at).filter(|_| at + 1 < pieces.len()).map_or("", String::as_str),
                    );
                }
                let path = format!("{}/{FOLDER}/{}.html", room.path, check.address);
                files.push(File { path, bytes: text.into_bytes() });
            }
        }
        Ok(files)
    }
}

/// What stands before, between and after some places in a text.
fn pieces<'t>(mut text: &'t str, places: &[String]) -> Vec<&'t str> {
    let mut pieces = vec![];
    for place in places {
        let Some((before, after)) = text.split_once(place.as_str()) else { break };
        pieces.push(before);
        text = after;
    }
    pieces.push(text);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seals_are_put_where_their_places_are() {
        let places = ["(1)".to_owned(), "(2)".to_owned()];
        assert_eq!(pieces("a(1)b(2)c", &places), ["a", "b", "c"]);
        assert_eq!(pieces("abc", &places), ["abc"]);
    }
}
