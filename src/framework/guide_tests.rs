//! The examples of the guides on frameworks are frameworks that can be used.

use super::{OwnFile, read_own};
use crate::diagnostic::FileId;

const PAGES: [&str; 2] = ["docs/guide/frameworks.md", "docs/panduan/kerangka.md"];

/// The YAML of a page, block by block, but that of files of other kinds.
fn examples(page: &str) -> Vec<String> {
    let blocks = page.split("```yaml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let blocks = blocks.map(|(block, _)| block.to_owned());
    blocks.filter(|block| !block.starts_with("# content/periods/")).collect()
}

/// A part of a framework stands on the one the guides name.
fn whole(example: &str) -> String {
    let starts = |key: &str| example.lines().any(|line| line.starts_with(key));
    let stands = starts("extends:") || starts("stages:") && starts("outcome:");
    if stands { example.to_owned() } else { format!("extends: generic-360\n{example}") }
}

#[test]
fn the_examples_of_the_guides_can_be_used() {
    for path in PAGES {
        let page = std::fs::read_to_string(path).unwrap();
        let examples = examples(&page);
        assert!(examples.len() > 12, "{path}");
        for example in examples {
            let text = whole(&example);
            let mut found = vec![];
            let files = [OwnFile { id: "a", file: FileId(0), text: Some(&text) }];
            let read = read_own(&files, &mut found);
            let found: Vec<String> =
                found.iter().map(|finding| format!("{} {:?}", finding.code.0, finding.args)).collect();
            assert!(found.is_empty() && read["a"].is_some(), "{path}: {found:?}\n{example}");
        }
    }
}

#[test]
fn the_guides_and_the_readme_name_every_preset() {
    for path in PAGES.into_iter().chain(["README.md"]) {
        let page = std::fs::read_to_string(path).unwrap();
        for (id, _) in super::presets() {
            assert!(page.contains(&format!("`{id}`")), "{path}: {id}");
        }
    }
}
