//! Which types hold which, over the whole crate.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{Mention, SourceFile, behind, is_word};

/// Which types hold which: for each type of the crate, the types its definition mentions.
pub(crate) struct Types {
    holds: BTreeMap<Vec<String>, BTreeSet<Vec<String>>>,
}

impl Types {
    /// Reads the definitions of all files.
    pub(crate) fn of(files: &[SourceFile]) -> Self {
        let mut names: BTreeMap<Vec<String>, Vec<Mention>> = BTreeMap::new();
        let mut bodies = Bodies::new();
        for file in files {
            names.entry(file.module.clone()).or_default().extend(file.mentions());
            for (name, body) in definitions(file) {
                let path = file.module.iter().cloned().chain([name]).collect();
                bodies.insert(path, (file.module.clone(), body));
            }
        }
        let holds = bodies.iter().map(|(path, (module, body))| {
            let held = body.iter().filter_map(|words| resolve(words, module, &names, &bodies, 0)).collect();
            (path.clone(), held)
        });
        Types { holds: holds.collect() }
    }

    /// Every type that the types of a module hold, however deep, with the types between.
    pub(crate) fn reached_from(&self, module: &[&str]) -> BTreeMap<String, String> {
        let in_module = |path: &Vec<String>| {
            path.iter().map(String::as_str).take(module.len()).eq(module.iter().copied())
        };
        let mut ways: BTreeMap<Vec<String>, String> = BTreeMap::new();
        let mut waiting: Vec<Vec<String>> =
            self.holds.keys().filter(|path| in_module(path)).cloned().collect();
        waiting.iter().for_each(|path| {
            ways.insert(path.clone(), path.join("::"));
        });
        while let Some(path) = waiting.pop() {
            for held in self.holds.get(&path).into_iter().flatten() {
                if !ways.contains_key(held) {
                    ways.insert(held.clone(), format!("{} -> {}", ways[&path], held.join("::")));
                    waiting.push(held.clone());
                }
            }
        }
        ways.into_iter().map(|(path, way)| (path.join("::"), way)).collect()
    }
}

/// Types a file defines, each with the paths its definition mentions.
fn definitions(file: &SourceFile) -> Vec<(String, Vec<Vec<String>>)> {
    let texts: Vec<&str> = file.tokens.iter().map(|token| token.text.as_str()).collect();
    let starts = (0..texts.len()).filter(|at| {
        matches!(texts[*at], "struct" | "enum" | "type")
            && texts.get(at + 1).is_some_and(|name| is_word(name))
    });
    starts
        .map(|start| {
            let mut end = start + 2;
            while end < texts.len() && texts[end] != ";" && texts[end] != "{" {
                end = if texts[end] == "(" { behind(&texts, end) } else { end + 1 };
            }
            if texts.get(end) == Some(&"{") {
                end = behind(&texts, end);
            }
            (texts[start + 1].to_owned(), paths(&texts[start + 2..end.min(texts.len())]))
        })
        .collect()
}

/// The paths in some tokens.
fn paths(texts: &[&str]) -> Vec<Vec<String>> {
    let mut found = vec![];
    let mut at = 0;
    while at < texts.len() {
        let mut path = vec![];
        while at < texts.len() && is_word(texts[at]) {
            path.push(texts[at].to_owned());
            at += 1;
            if texts.get(at) == Some(&"::") {
                at += 1;
            } else {
                break;
            }
        }
        if path.is_empty() {
            at += 1;
        } else {
            found.push(path);
        }
    }
    found
}

/// Definitions by their paths, each with the module it stands in and the paths it mentions.
type Bodies = BTreeMap<Vec<String>, (Vec<String>, Vec<Vec<String>>)>;

/// The definition that a path means in a module, through imports and re-exports.
fn resolve(
    words: &[String],
    module: &[String],
    names: &BTreeMap<Vec<String>, Vec<Mention>>,
    bodies: &Bodies,
    depth: usize,
) -> Option<Vec<String>> {
    let (first, rest) = words.split_first()?;
    if depth > 8 {
        return None;
    }
    let base: Vec<String> = match first.as_str() {
        "crate" | "rapor" => vec![],
        "self" => module.to_vec(),
        "super" => module[..module.len().saturating_sub(1)].to_vec(),
        _ => {
            let here: Vec<String> = module.iter().chain(words).cloned().collect();
            if bodies.contains_key(&here) {
                return Some(here);
            }
            let imports = names.get(module).map_or(&[][..], Vec::as_slice);
            let named = imports.iter().find(|import| import.name == *first && import.path != here);
            if let Some(import) = named {
                return absolute(&import.path, rest, names, bodies, depth + 1);
            }
            let everything = imports.iter().filter(|import| import.name == "*");
            let mut found = everything.filter_map(|import| {
                absolute(&import.path[..import.path.len() - 1], words, names, bodies, depth + 1)
            });
            return found.next().or_else(|| {
                // A child module, named without `self`.
                let child: Vec<String> = module.iter().cloned().chain([first.clone()]).collect();
                names.contains_key(&child).then(|| absolute(&child, rest, names, bodies, depth + 1)).flatten()
            });
        }
    };
    absolute(&base, rest, names, bodies, depth)
}

/// The definition at a path from the root.
fn absolute(
    base: &[String],
    rest: &[String],
    names: &BTreeMap<Vec<String>, Vec<Mention>>,
    bodies: &Bodies,
    depth: usize,
) -> Option<Vec<String>> {
    let full: Vec<String> = base.iter().chain(rest).cloned().collect();
    if bodies.contains_key(&full) {
        return Some(full);
    }
    // The longest part that is a module; what follows is a name in it.
    let cut = (0..full.len()).rev().find(|cut| names.contains_key(&full[..*cut]))?;
    resolve(&full[cut..], &full[..cut], names, bodies, depth + 1)
}
