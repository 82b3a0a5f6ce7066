//! The example agencies: each builds without an error, and shows everything that the system it stands for asks for.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "examples/binawidya.rs"]
mod binawidya;
#[path = "examples/lhokseumawe.rs"]
mod lhokseumawe;
#[path = "examples/shown.rs"]
mod shown;
#[path = "examples/siulak.rs"]
mod siulak;
#[path = "examples/studio.rs"]
mod studio;
#[path = "examples/surakarta.rs"]
mod surakarta;
#[path = "examples/tangerang_selatan.rs"]
mod tangerang_selatan;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use shown::{Example, Shown, Where};

/// All examples.
const EXAMPLES: &[Example] = &[
    binawidya::EXAMPLE,
    lhokseumawe::EXAMPLE,
    siulak::EXAMPLE,
    studio::EXAMPLE,
    surakarta::EXAMPLE,
    tangerang_selatan::EXAMPLE,
];

/// A copy of an example, which goes away with the test.
struct Copy(PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Copy {
    fn of(name: &str) -> Copy {
        let root = std::env::temp_dir().join(format!("rapor-example-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name), &root);
        Copy(root)
    }

    /// Runs the program in the copy; what it said, and whether it went well.
    fn run(&self, arguments: &[&str]) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rapor"));
        let output = command.current_dir(&self.0).args(arguments).env_clear().output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            if entry.file_name() != "output" {
                copy(&entry.path(), &target);
            }
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The text of a page without its tags, blanks folded.
fn words(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            other if !inside => text.push(other),
            _ => {}
        }
    }
    let text = text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is not shown where it should be.
fn unseen(copy: &Copy, shown: &Shown) -> Vec<String> {
    let found = match shown.place {
        Where::Page(path) => match fs::read_to_string(copy.0.join("output").join(path)) {
            Ok(html) => words(&html),
            Err(error) => return vec![format!("{path}: {error}")],
        },
        Where::Document(path) => {
            let there = fs::metadata(copy.0.join("output").join(path)).is_ok_and(|file| file.len() > 1000);
            return if there { vec![] } else { vec![format!("{path}: no document")] };
        }
        Where::Command(arguments) => copy.run(arguments).1,
        Where::Without(path, arguments) => {
            fs::remove_file(copy.0.join(path)).unwrap();
            copy.run(arguments).1
        }
    };
    let missing = shown.says.iter().filter(|words| !found.contains(**words));
    missing.map(|words| format!("{:?} does not say {words:?}", shown.place)).collect()
}

/// Every file below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

/// Names of the agency's people that stand anywhere in what is for the public.
fn named_in_public(copy: &Copy) -> Vec<String> {
    let people = files_below(&copy.0.join("content/people"));
    let name = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let (_, rest) = text.split_once("full: ").unwrap();
        rest.split([',', '}', '\n']).next().unwrap().trim_matches('"').trim().to_owned()
    };
    let names: Vec<String> = people.iter().map(name).collect();
    assert!(names.len() > 5 && names.iter().all(|name| name.len() > 2), "{names:?}");
    let public = files_below(&copy.0.join("output/public"));
    let told = public.iter().flat_map(|path| {
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        let named: Vec<String> = names.iter().filter(|name| text.contains(name.as_str())).cloned().collect();
        named.into_iter().map(move |name| format!("{} names {name}", path.display()))
    });
    told.collect()
}

fn shows_everything(example: &Example) {
    let copy = Copy::of(example.name);
    let (good, said) = copy.run(&["build"]);
    assert!(good, "{said}");
    let named = named_in_public(&copy);
    assert!(named.is_empty(), "{}", named.join("\n"));
    let faults: Vec<String> = example
        .shown
        .iter()
        .flat_map(|shown| {
            unseen(&copy, shown).into_iter().map(|fault| format!("{} {}: {fault}", shown.id, shown.what))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_example_builds_and_shows_what_its_system_asks_for() {
    for example in EXAMPLES {
        shows_everything(example);
    }
}
