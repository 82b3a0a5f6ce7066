//! The built-in presets.

use std::sync::{Arc, LazyLock};

use super::{Framework, extends, unknown};
use crate::diagnostic::{FileId, Finding};
use crate::embedded::PRESETS;
use crate::schema::{fields, types};
use crate::source::yaml::{self, Node};

/// The file number of built-in presets, which are in no agency's repository.
pub const PRESET_FILE: FileId = FileId(u32::MAX);

/// A preset with its tree, whole.
type Preset = (Arc<Framework>, Node);

/// Ids of the built-in presets with their texts, as written, by id.
pub fn presets() -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut presets: Vec<(&str, &str)> =
        PRESETS.iter().filter_map(|file| Some((file.path.strip_suffix(".yaml")?, file.text()?))).collect();
    // Files sort by their whole names, in which a dash comes before the dot.
    presets.sort_unstable();
    presets.into_iter()
}

/// A built-in preset. `None` if there is none of this id.
pub fn preset(id: &str) -> Option<Arc<Framework>> {
    find(all(), id).map(|(framework, _)| framework.clone())
}

/// The tree of a built-in preset.
pub(super) fn preset_tree(id: &str) -> Option<&'static Node> {
    find(all(), id).map(|(_, tree)| tree)
}

fn find<'a>(among: &'a [Preset], id: &str) -> Option<&'a Preset> {
    among.iter().find(|(framework, _)| framework.id == id)
}

/// Presets are read once, since `serve` asks for them at every change.
fn all() -> &'static [Preset] {
    static READ: LazyLock<Vec<Preset>> = LazyLock::new(|| read(presets(), &mut vec![]));
    &READ
}

/// Reads presets. One that extends another comes after it by name.
fn read<'a>(files: impl Iterator<Item = (&'a str, &'a str)>, out: &mut Vec<Finding>) -> Vec<Preset> {
    files.fold(vec![], |mut earlier, (id, text)| {
        earlier.extend(read_one(id, text, &earlier, out));
        earlier
    })
}

fn read_one(id: &str, text: &str, earlier: &[Preset], out: &mut Vec<Finding>) -> Option<Preset> {
    let written = yaml::parse(text, PRESET_FILE, 0).map_err(|found| out.extend(found)).ok()?;
    let (node, text) = match extends::base_of(&written) {
        Some(name) => {
            let name = fields::read(extends::KEY, name, &types::id("framework"), out)?;
            let Some((_, base)) = find(earlier, &name.value) else {
                out.push(unknown(&name, std::iter::empty()));
                return None;
            };
            let node = extends::on_its_own(extends::merge(base, &written));
            let text = extends::text(&node).ok()?;
            (node, text)
        }
        None => (written, text.to_owned()),
    };
    let data = Framework::data(id, &node, out)?;
    Some((Arc::new(Framework { id: id.to_owned(), text, data }), node))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_decode_without_findings() {
        let mut findings = vec![];
        let read: Vec<String> =
            read(presets(), &mut findings).iter().map(|(framework, _)| framework.id.clone()).collect();
        let shown: Vec<String> =
            findings.iter().map(|finding| format!("{} {:?}", finding.code.0, finding.args)).collect();
        assert_eq!(shown, Vec::<String>::new());
        assert_eq!(read, presets().map(|(id, _)| id).collect::<Vec<_>>());
    }

    #[test]
    fn a_preset_that_extends_another_stands_on_its_own() {
        let base = preset("permenpan-6-2022").unwrap();
        let files =
            [("a", base.text.as_str()), ("b", "extends: a\nlabel: B\nraters: {peer: {display: 5}}\n")];
        let mut findings = vec![];
        let read = read(files.into_iter(), &mut findings);
        let (extended, tree) = find(&read, "b").unwrap();
        assert_eq!(extended.rater("peer").unwrap().display.value, 5);
        assert_eq!(extended.data.stages.len(), base.data.stages.len());
        assert!(!extended.text.contains("extends") && extends::base_of(tree).is_none());
        assert!(Framework::read("b", &extended.text, PRESET_FILE, &mut findings).is_some());
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn presets_speak_both_languages() {
        for (framework, _) in all() {
            let mut labels = vec![&framework.data.label.value];
            labels.extend(framework.data.description.iter().map(|text| &text.value));
            labels.extend(framework.data.components.iter().map(|(_, component)| &component.label.value));
            labels.extend(framework.criteria().flat_map(|(_, _, criterion)| {
                std::iter::once(&criterion.label).chain(&criterion.guides).map(|at| &at.value)
            }));
            labels.extend(framework.data.outcome.levels.iter().map(|(_, level)| &level.label.value));
            labels.extend(framework.data.stages.iter().map(|(_, stage)| &stage.label.value));
            labels.extend(framework.data.follow_up.iter().map(|(_, follow_up)| &follow_up.label.value));
            for label in labels {
                let tags: Vec<&str> = label.0.iter().map(|(tag, _)| tag.as_str()).collect();
                assert!(tags.contains(&"id") && tags.contains(&"en"), "{}: {label:?}", framework.id);
            }
            assert!(framework.data.description.is_some(), "{}", framework.id);
        }
    }

    #[test]
    fn the_general_preset_has_no_words_of_the_civil_service() {
        const WORDS: &str = "asn bkn dinas eselon golongan instansi ja jf jpt menpan negeri nip pangkat panrb pegawai \
                             pejabat permenpan pns pp pppk predikat servant sipil skp";
        let framework = preset("generic-360").unwrap();
        let words = framework.text.to_lowercase();
        let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).collect();
        for word in WORDS.split_whitespace() {
            assert!(!words.contains(&word), "{word}");
        }
        assert!(framework.data.grades.is_empty() && framework.data.classes.is_empty());
    }

    #[test]
    fn presets_name_nobody() {
        let people = std::fs::read_dir("content/people").unwrap();
        let people: Vec<String> =
            people.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
        let names: Vec<&str> = people
            .iter()
            .filter_map(|text| text.split_once("full: ")?.1.split([',', '}', '\n']).next())
            .filter(|name| name.contains(' '))
            .collect();
        assert!(names.len() > 10);
        for (id, text) in presets() {
            let named = names.iter().find(|name| text.contains(**name));
            assert_eq!(named, None, "{id}");
            let titled = ["Dr. ", "Drs. ", "S.Kom", "S.H.", "M.Si", "Bapak ", "Mr. ", "Mrs. "];
            assert!(!titled.iter().any(|title| text.contains(title)), "{id}");
            let digits = text.split(|c: char| !c.is_ascii_digit()).map(str::len).max();
            assert!(digits < Some(16), "{id}");
        }
    }
}
