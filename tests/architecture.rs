//! The shape of the code: which room may use which, and what no room may do. Reads `src/` as text.
//!
//! Every rule is proved on a small text that breaks it, so that none can hold by being blind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs)]

#[path = "support/code.rs"]
mod code;
#[path = "support/rooms.rs"]
mod rooms;
#[path = "support/types.rs"]
mod types;

use std::path::Path;
use std::sync::LazyLock;

use code::{Mention, SourceFile, is_word, tokens};
use rooms::{ARROWS, BASE, EXACT, HIDDEN, LONGEST, OUTSIDE, PASSED_ON, PRIVATE, RELEASED_WHOLE, UNORDERED};
use types::Types;

/// Every source file, read once.
fn source() -> &'static [SourceFile] {
    static FILES: LazyLock<Vec<SourceFile>> =
        LazyLock::new(|| code::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")));
    assert!(FILES.len() > 50, "the source was not found");
    &FILES
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Checks that a rule finds one fault in a text that has one.
fn finds(rule: fn(&[SourceFile]) -> Vec<String>, path: &str, text: &str) {
    let faults = rule(&[SourceFile::new(path, text)]);
    assert_eq!(faults.len(), 1, "{path}: {text}\n{faults:?}");
}

/// Checks that a rule has nothing against a text.
fn allows(rule: fn(&[SourceFile]) -> Vec<String>, path: &str, text: &str) {
    none(rule(&[SourceFile::new(path, text)]));
}

/// The entry of `ARROWS` a path lies in.
fn room_of(path: &[String]) -> Option<&'static str> {
    let rooms = ARROWS.iter().map(|(room, _)| *room);
    rooms.filter(|room| starts_with(path, room)).max_by_key(|room| room.len())
}

fn starts_with(path: &[String], start: &str) -> bool {
    let mut parts = path.iter();
    start.split("::").all(|part| parts.next().is_some_and(|own| own == part))
}

fn first_room(file: &SourceFile) -> &str {
    file.module.first().map_or("main", String::as_str)
}

fn place(file: &SourceFile, line: usize) -> String {
    format!("src/{}:{line}", file.path)
}

fn may_use(room: &'static str, mention: &Mention) -> bool {
    let base = BASE.iter().take_while(|base| **base != room);
    let is_base = BASE.contains(&room);
    let listed = ARROWS.iter().find(|(known, _)| *known == room).map_or(&[][..], |(_, uses)| uses);
    let common = base.filter(|_| !is_base);
    room_of(&mention.path) == Some(room)
        || listed.iter().chain(common).any(|allowed| starts_with(&mention.path, allowed))
}

fn wrong_arrows(files: &[SourceFile]) -> Vec<String> {
    let mut faults = vec![];
    for file in files {
        for mention in file.mentions() {
            let path = mention.path.join("::");
            let is_right = match room_of(&file.module) {
                Some(room) => may_use(room, &mention),
                None => file.path == "main.rs" && path == "cli::main",
            };
            if !is_right {
                faults.push(format!("{} must not use {path}", place(file, mention.line)));
            }
        }
    }
    faults
}

#[test]
fn rooms_use_only_the_rooms_they_may() {
    none(wrong_arrows(source()));
}

#[test]
fn a_wrong_arrow_is_found() {
    for text in [
        "use crate::site::Page;",
        "use crate::{num::Exact, site::{self}};",
        "fn f() -> crate::site::Page { todo() }",
        "use super::site;",
        "mod inner { use super::super::site; }",
        "use crate::*;",
        "use crate::unknown::Thing;",
        "const A: &str = \"\\\"\"; const B: char = '\"'; const C: &str = r#\" \" \"#; use crate::site;",
        "#[cfg(test)] mod tests { fn f() {} } use crate::site;",
        "#[test] fn t() { let a = [1; 2]; } use crate::site;",
        "#[cfg(test)] use crate::{view, num}; use crate::site;",
        "fn f<'a>(a: &'a str) { crate::site::show::<Vec<u8>>(a) }",
    ] {
        finds(wrong_arrows, "score/mod.rs", text);
    }
    finds(wrong_arrows, "score/deep/file.rs", "use super::super::super::site;");
    finds(wrong_arrows, "num/mod.rs", "use crate::calendar::Date;");
    finds(wrong_arrows, "disclosure/mod.rs", "use crate::check::other;");
    finds(wrong_arrows, "view/public.rs", "use super::employee::Page;");
    finds(wrong_arrows, "main.rs", "fn main() { rapor::site::f() }");
    finds(wrong_arrows, "lib.rs", "pub use crate::num::Exact;");
    for text in [
        "// use crate::site;\n/* crate::site /* */ crate::site */ use crate::check::Checked;",
        "const A: &str = \"crate::site\"; const B: &str = r#\"crate::site\"#;",
        "#[cfg(test)] mod tests { use crate::site; }",
        "#[cfg(test)] use crate::{site, view};",
        "#[test] #[ignore] pub(crate) fn t() { crate::site::f() }",
        "use self::deep::file::{A, B as C}; use deep::D as E; pub(crate) use inner::D; mod inner { use super::super::score; }",
        "use crate::{calendar::Date, num::{self, Exact as E}, check::*};",
    ] {
        allows(wrong_arrows, "score/mod.rs", text);
    }
}

fn passed_on(files: &[SourceFile]) -> Vec<String> {
    let mut faults = vec![];
    for file in files {
        for mention in file.mentions().iter().filter(|mention| mention.is_exported) {
            let is_own = mention.path.first() == file.module.first();
            let path = mention.path.join("::");
            let is_listed = PASSED_ON.contains(&(first_room(file), path.as_str()));
            if !is_own && !is_listed {
                faults.push(format!("{} passes {path} on", place(file, mention.line)));
            }
        }
    }
    faults
}

#[test]
fn rooms_pass_on_nothing_of_others() {
    none(passed_on(source()));
    finds(passed_on, "insight/mod.rs", "pub use crate::model::Person;");
    finds(passed_on, "insight/mod.rs", "pub(crate) use super::model::{Person as P};");
    allows(
        passed_on,
        "insight/mod.rs",
        "use crate::model::Person; pub use goals::Goal; pub use self::goals::X;",
    );
}

fn private_types_in_public(files: &[SourceFile]) -> Vec<String> {
    let reached = Types::of(files).reached_from(&["view", "public"]);
    let is_private = |path: &str| PRIVATE.contains(&path.split("::").next().unwrap_or_default());
    let faults =
        reached.into_iter().filter(|(path, _)| is_private(path) && !RELEASED_WHOLE.contains(&path.as_str()));
    faults.map(|(_, way)| way).collect()
}

#[test]
fn public_views_hold_nothing_private() {
    none(private_types_in_public(source()));
}

#[test]
fn a_private_type_in_a_public_view_is_found() {
    let files = |shared: &str, public: &str| {
        vec![
            SourceFile::new("model/mod.rs", "mod people; pub use people::Person;"),
            SourceFile::new("model/people.rs", "pub struct Person { id: String }"),
            SourceFile::new("disclosure/mod.rs", shared),
            SourceFile::new("view/public/mod.rs", public),
        ]
    };
    for shared in [
        "use crate::model::Person; pub struct Released { of: Vec<Person> }",
        "use crate::model; pub enum Released { None, Some(model::Person) }",
        "use crate::model::*; pub type Released = Option<Person>;",
        "pub struct Released(crate::model::people::Person);",
    ] {
        let public = "use crate::disclosure::Released; pub struct Page { of: Released }";
        let all = files(shared, public);
        assert_eq!(private_types_in_public(&all).len(), 1, "{shared}");
    }
    let deep = files(
        "pub use crate::model::Person as J; pub struct K(J); pub struct L { k: K }",
        "pub struct P(crate::disclosure::L);",
    );
    assert_eq!(
        private_types_in_public(&deep),
        ["view::public::P -> disclosure::L -> disclosure::K -> model::people::Person"]
    );
    let away = files(
        "use crate::model::Person; pub struct Other(Person); pub struct Fine(u8);",
        "pub struct P(crate::disclosure::Fine);",
    );
    none(private_types_in_public(&away));
}

/// The lines of a file on which some tokens follow each other: a path's end, a macro, or a call.
fn lines_with(file: &SourceFile, pattern: &str) -> Vec<usize> {
    let parts = tokens(pattern);
    let starts = (0..file.tokens.len())
        .filter(|at| parts.iter().enumerate().all(|(offset, part)| file.text_at(at + offset) == part.text));
    starts.map(|at| file.tokens[at].line).collect()
}

fn ways_outside(files: &[SourceFile]) -> Vec<String> {
    let mut faults = vec![];
    for file in files.iter().filter(|file| file.path != "main.rs") {
        let mentions: Vec<(String, usize)> = outside_paths(file);
        for (world, signs, rooms) in OUTSIDE.iter().filter(|(_, _, rooms)| !rooms.contains(&first_room(file)))
        {
            let _ = rooms;
            for sign in *signs {
                let paths = mentions
                    .iter()
                    .filter(|(path, _)| path == sign || path.starts_with(&format!("{sign}::")));
                let mut lines: Vec<usize> = paths.map(|(_, line)| *line).collect();
                let is_path = sign.contains("::") && sign.starts_with("std");
                if !is_path {
                    lines.extend(lines_with(file, sign));
                }
                lines.dedup();
                faults.extend(
                    lines.iter().map(|line| format!("{} reaches for {world}: {sign}", place(file, *line))),
                );
            }
        }
    }
    faults
}

/// Paths into the standard library that a file mentions.
fn outside_paths(file: &SourceFile) -> Vec<(String, usize)> {
    let texts: Vec<&str> = file.tokens.iter().map(|token| token.text.as_str()).collect();
    let mut found = vec![];
    for at in (0..texts.len()).filter(|at| texts[*at] == "std" && texts.get(at + 1) == Some(&"::")) {
        let line = file.tokens[at].line;
        if texts.get(at + 2) == Some(&"{") {
            let end = code::behind(&texts, at + 2);
            let firsts =
                (at + 3..end).filter(|inner| is_word(texts[*inner]) && matches!(texts[inner - 1], "{" | ","));
            found.extend(firsts.map(|inner| (format!("std::{}", texts[inner]), file.tokens[inner].line)));
        } else if let Some(next) = texts.get(at + 2) {
            found.push((format!("std::{next}"), line));
        }
    }
    found
}

#[test]
fn only_outer_rooms_touch_the_outside_world() {
    none(ways_outside(source()));
    for text in [
        "use std::fs;",
        "use std::{collections::BTreeMap, env};",
        "fn f() { std::process::exit(1) }",
        "use std::net::TcpStream;",
        "use std::time::SystemTime;",
        "fn f() { println!(\"\") }",
        "use std::io::stdout; ",
        "fn f(path: &Path) -> bool { path.exists() }",
        "fn f() { jiff::Zoned::now(); }",
    ] {
        let text = text.replace("use std::io::stdout; ", "fn f() { std::io::stdout().flush() }");
        finds(ways_outside, "site/mod.rs", &text);
    }
    finds(ways_outside, "publish/mod.rs", "fn f() { eprintln!(\"\") }");
    finds(ways_outside, "source/mod.rs", "use std::env;");
    allows(ways_outside, "source/mod.rs", "use std::fs; fn f(p: &Path) { p.is_file(); }");
    allows(
        ways_outside,
        "cli/mod.rs",
        "use std::{env, fs, process}; fn f() { println!(\"\"); Instant::now(); }",
    );
    allows(ways_outside, "site/mod.rs", "use std::fmt; // std::fs\n#[cfg(test)] mod tests { use std::fs; }");
}

fn borrowed_crates(files: &[SourceFile]) -> Vec<String> {
    let mut faults = vec![];
    for file in files {
        for token in file.first_names() {
            let hidden = HIDDEN.iter().find(|(name, _)| *name == token.text);
            if hidden.is_some_and(|(_, rooms)| !rooms.contains(&first_room(file))) {
                faults.push(format!("{} uses the crate {}", place(file, token.line), token.text));
            }
        }
    }
    faults
}

#[test]
fn crates_stay_in_their_rooms() {
    none(borrowed_crates(source()));
    finds(borrowed_crates, "report/mod.rs", "use lopdf::Document;");
    finds(borrowed_crates, "site/mod.rs", "fn f() { clap::f() }");
    allows(borrowed_crates, "pdf/mod.rs", "use lopdf::Document;");
    allows(borrowed_crates, "report/mod.rs", "use super::lopdf::Document;");
}

fn inexact(files: &[SourceFile]) -> Vec<String> {
    let is_float = |text: &str| {
        let is_number = text.starts_with(|c: char| c.is_ascii_digit());
        text.ends_with("f64") || text.ends_with("f32") || is_number && text.contains('.')
    };
    let mut faults = vec![];
    for file in files.iter().filter(|file| EXACT.contains(&first_room(file))) {
        let floats = file.tokens.iter().filter(|token| is_float(&token.text));
        faults
            .extend(floats.map(|token| format!("{}: {} is not exact", place(file, token.line), token.text)));
    }
    faults
}

#[test]
fn scores_are_exact() {
    none(inexact(source()));
    finds(inexact, "score/mod.rs", "fn f(a: f64) {}");
    finds(inexact, "num/mod.rs", "fn f(v: Value) { v.as_f64() }");
    finds(inexact, "insight/mod.rs", "const A: X = 0.5;");
    finds(inexact, "insight/mod.rs", "const A: X = 1f32;");
    allows(inexact, "score/mod.rs", "fn f(a: (u8, u8)) { a.0; \"0.5 f64\"; 0..5; 1.max(2); }");
    allows(inexact, "pdf/mod.rs", "fn f(a: f64) {}");
}

fn unordered(files: &[SourceFile]) -> Vec<String> {
    let names = ["HashMap", "HashSet", "RandomState", "DefaultHasher", "hashbrown"];
    let mut faults = vec![];
    for file in files.iter().filter(|file| UNORDERED.iter().all(|(path, _)| *path != file.path)) {
        let found = file.tokens.iter().filter(|token| names.contains(&token.text.as_str()));
        let mut lines: Vec<usize> = found.map(|token| token.line).collect();
        lines.dedup();
        faults.extend(
            lines.iter().map(|line| format!("{}: its order differs from run to run", place(file, *line))),
        );
    }
    faults
}

#[test]
fn nothing_depends_on_the_order_of_hashes() {
    let files = source();
    none(unordered(files));
    let is_used = |path: &str| files.iter().any(|file| file.path == path && file.text.contains("HashMap"));
    none(
        UNORDERED
            .iter()
            .filter(|(path, _)| !is_used(path))
            .map(|(path, _)| format!("{path} needs no leave"))
            .collect(),
    );
    finds(unordered, "site/mod.rs", "use std::collections::{BTreeMap, HashSet};");
    allows(unordered, "site/mod.rs", "use std::collections::BTreeMap; // HashMap");
}

fn ways_to_panic(files: &[SourceFile]) -> Vec<String> {
    let calls = [
        ".unwrap(",
        ".expect(",
        ".unwrap_err(",
        ".expect_err(",
        "panic!",
        "unreachable!",
        "todo!",
        "unimplemented!",
        "assert!",
        "assert_eq!",
        "assert_ne!",
        "allow(clippy::unwrap_used",
        "allow(clippy::expect_used",
        "allow(clippy::panic",
    ];
    let mut faults = vec![];
    for file in files {
        for call in calls {
            let lines = lines_with(file, call).into_iter();
            faults.extend(lines.map(|line| format!("{}: {call}", place(file, line))));
        }
    }
    faults
}

#[test]
fn nothing_panics_on_purpose() {
    none(ways_to_panic(source()));
    finds(ways_to_panic, "site/mod.rs", "fn f() { a.unwrap() }");
    finds(ways_to_panic, "site/mod.rs", "fn f() { a\n.expect(\"x\") }");
    finds(ways_to_panic, "site/mod.rs", "fn f() { unreachable!() }");
    finds(ways_to_panic, "site/mod.rs", "#[allow(clippy::unwrap_used)] fn f() {}");
    allows(
        ways_to_panic,
        "site/mod.rs",
        "fn f() { a.unwrap_or(1); debug_assert!(true); } #[test] fn t() { a.unwrap() }",
    );
}

fn unfinished(files: &[SourceFile]) -> Vec<String> {
    let marks = ["TODO", "FIXME", "XXX", "HACK"];
    let mut faults = vec![];
    for file in files {
        for (at, line) in file.text.lines().enumerate() {
            let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).collect();
            if marks.iter().any(|mark| words.contains(mark)) {
                faults.push(format!("{} is left to do", place(file, at + 1)));
            }
        }
    }
    faults
}

#[test]
fn nothing_is_left_to_do() {
    none(unfinished(source()));
    finds(unfinished, "site/mod.rs", "// TODO: more");
}

/// Templates, one after the other.
fn templates(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.push_str(&templates(&path));
        } else if path.extension().is_some_and(|extension| extension == "html") {
            all.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    all
}

/// Keys of phrases: what stands first in each row of the tables.
fn phrase_keys(table: &str) -> impl Iterator<Item = &str> {
    let is_key = |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    table.split('(').filter_map(move |row| {
        let (key, rest) = row.trim_start().strip_prefix('"')?.split_once('"')?;
        (is_key(key) && rest.starts_with(',')).then_some(key)
    })
}

fn unsaid_phrases(files: &[SourceFile]) -> Vec<String> {
    let (tables, others): (Vec<&SourceFile>, Vec<&SourceFile>) =
        files.iter().partition(|file| file.path.starts_with("text/phrases/"));
    let mut said = templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"));
    others.iter().for_each(|file| said.push_str(&file.text));
    let is_said = |key: &str| ['"', '\''].iter().any(|quote| said.contains(&format!("{quote}{key}{quote}")));
    let mut faults = vec![];
    for file in tables {
        let unsaid = phrase_keys(&file.text).filter(|key| !is_said(key));
        faults.extend(unsaid.map(|key| format!("src/{}: nothing says {key}", file.path)));
    }
    faults
}

#[test]
fn every_phrase_is_said_somewhere() {
    assert!(source().iter().any(|file| phrase_keys(&file.text).count() > 50), "the phrases were not found");
    none(unsaid_phrases(source()));
    finds(unsaid_phrases, "text/phrases/site.rs", "(\n    \"never-said\",\n    \"a\",\n    \"b\"),");
    allows(unsaid_phrases, "text/phrases/site.rs", "phrase(lang, \"never said\")");
}

fn too_long(files: &[SourceFile]) -> Vec<String> {
    let long =
        files.iter().map(|file| (file.text.lines().count(), file)).filter(|(lines, _)| *lines > LONGEST);
    long.map(|(lines, file)| format!("src/{} has {lines} lines, more than {LONGEST}", file.path)).collect()
}

#[test]
fn every_file_can_be_read_at_a_sitting() {
    none(too_long(source()));
    finds(too_long, "site/mod.rs", &"// a\n".repeat(LONGEST + 1));
    allows(too_long, "site/mod.rs", &"// a\n".repeat(LONGEST));
}

fn unexplained(files: &[SourceFile]) -> Vec<String> {
    let mut faults = vec![];
    let is_room = |file: &&SourceFile| file.module.len() == 1;
    for file in files.iter().filter(is_room) {
        let doc: String = file.text.lines().take_while(|line| line.starts_with("//!")).collect();
        let doc = doc.replace("//!", "").to_lowercase();
        for words in ["takes", "gives", "must never"] {
            if !doc.contains(words) {
                faults.push(format!("src/{} does not say what the room {words}", file.path));
            }
        }
    }
    faults
}

#[test]
fn every_room_says_what_it_takes_and_must_never_know() {
    let files = source();
    none(unexplained(files));
    let rooms: Vec<&str> = files.iter().filter(|file| file.module.len() == 1).map(first_room).collect();
    for (room, _) in ARROWS.iter().filter(|(room, _)| !room.contains("::")) {
        assert!(rooms.contains(room), "there is no room {room}");
    }
    for room in rooms {
        assert!(ARROWS.iter().any(|(known, _)| *known == room), "nothing says what {room} may use");
    }
    finds(unexplained, "site/mod.rs", "//! Takes views, gives pages.\n");
    allows(unexplained, "site/mod.rs", "//! Takes views,\n//! gives pages. Must never sleep.\n");
}
