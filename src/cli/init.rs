//! `rapor init`: a new agency's repository that builds at once.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::{Map, Value};

use super::terminal::Terminal;
use super::workspace::today;
use super::{Stop, fill, key};
use crate::calendar::Date;
use crate::embedded::{STARTER, under};
use crate::framework::{Framework, preset};
use crate::schema::json_schema;
use crate::schema::kinds::KINDS;
use crate::text::Lang;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let Some(target) = matches.get_one::<PathBuf>("dir") else { return Ok(ExitCode::from(2)) };
    let framework = matches.get_one::<String>("framework").and_then(|id| preset(id));
    let Some(framework) = framework else { return Ok(ExitCode::from(2)) };
    let date = today(None, None, terminal)?;
    refuse_what_is_there(target, terminal)?;
    let files = files(&framework, terminal.lang, date);
    for (path, text) in &files {
        write_new(&target.join(path), text)
            .map_err(|error| unwritable(&target.join(path), &error, terminal))?;
    }
    key::make(&target.join(key::KEY_FILE), terminal.lang, terminal)?;
    let count = files.len() + 1;
    terminal.say("say-begun", &[("files", &count), ("path", &target.display())]);
    Ok(ExitCode::SUCCESS)
}

/// A folder that holds anything but git's own is left alone.
fn refuse_what_is_there(target: &Path, terminal: &Terminal) -> Result<(), Stop> {
    let entries = match fs::read_dir(target) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(unwritable(target, &error, terminal)),
    };
    let held = entries.filter_map(Result::ok).any(|entry| entry.file_name() != ".git");
    if held {
        return Err(Stop::could_not(terminal.phrase("say-not-empty", &[("path", &target.display())])));
    }
    Ok(())
}

/// Writes a file that does not exist yet, with the folders above it.
pub(super) fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file: File = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(text.as_bytes())
}

/// The same for a secret: only its owner may read it, and nothing is left where it could not be written whole.
pub(super) fn write_secret(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        // What was wrong is told; that the rest stays too would say nothing more.
        let _ = fs::remove_file(path);
    }
    written
}

pub(super) fn unwritable(path: &Path, error: &io::Error, terminal: &Terminal) -> Stop {
    let reason: &dyn std::fmt::Display = error;
    Stop::could_not(terminal.phrase("say-unwritable", &[("path", &path.display()), ("reason", reason)]))
}

/// Files that are made only where the framework has something.
const NEEDS: [(&str, &str); 2] = [("/plan.yaml", "kind"), ("/discussion.md", "talk-first")];

/// The files of a new agency under a framework in one language, begun on a day: path and text.
fn files(framework: &Framework, lang: Lang, date: Date) -> Vec<(String, String)> {
    let year = date.year().to_string();
    // A plan is agreed in January; in the first days of a year it cannot have been agreed later than today.
    let agreed = format!("{year}-01-12").parse::<Date>().map_or(date, |day| day.min(date));
    let mut values = fill::values(framework, lang);
    values.extend([
        ("year".to_owned(), year.clone()),
        ("date".to_owned(), date.to_string()),
        ("agreed".to_owned(), agreed.to_string()),
    ]);
    let mut files = vec![];
    for folder in ["all/", &format!("{}/", lang.tag())] {
        for file in under(STARTER, folder) {
            let path = file.path.trim_start_matches(folder);
            // The builder passes over names with a leading dot.
            let path = path.strip_prefix("dot.").map_or(path.to_owned(), |rest| format!(".{rest}"));
            if !NEEDS.iter().any(|(name, value)| path.ends_with(name) && !values.contains_key(*value)) {
                let path = path.replace("@year@", &year);
                files.push((path, fill::fill(file.text().unwrap_or_default(), &values)));
            }
        }
    }
    files.push((".vscode/settings.json".to_owned(), json_schema::text(&editor_settings())));
    for (name, text) in json_schema::files(lang) {
        files.push((format!("schemas/{name}"), text));
    }
    files
}

/// Tells editors which schema belongs to which files.
fn editor_settings() -> Value {
    let mut schemas = Map::new();
    for (name, kind) in KINDS.iter().filter(|(_, kind)| !kind.is_markdown()) {
        let glob: Vec<String> = kind
            .path_pattern()
            .split('/')
            .map(|part| part.find('<').map_or(part.to_owned(), |at| wildcard(part, at)))
            .collect();
        schemas.insert(format!("./schemas/{name}.json"), glob.join("/").into());
    }
    let mut settings = Map::new();
    settings.insert("yaml.schemas".into(), Value::Object(schemas));
    settings.insert("files.eol".into(), "\n".into());
    Value::Object(settings)
}

fn wildcard(part: &str, at: usize) -> String {
    let end = part.rfind('>').map_or("", |end| &part[end + 1..]);
    format!("{}*{end}", &part[..at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::diagnostic::Texts;
    use crate::framework::presets;
    use crate::model;
    use crate::source::Sources;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// What is found in a new agency, whose people are counted.
    fn found(framework: &Framework, lang: Lang, date: Date) -> Vec<String> {
        let files = files(framework, lang, date)
            .into_iter()
            .filter(|(path, _)| path == "rapor.yaml" || path.starts_with("content/"));
        let (sources, found) = Sources::from_files(files.map(|(path, text)| (path, text.into_bytes())));
        let (agency, more) = model::load(&sources, date);
        let (_, findings) = check(&agency, &sources, found.into_iter().chain(more).collect());
        assert_eq!(agency.participants(&agency.periods["2026"]).len(), 3);
        findings
            .into_sorted()
            .iter()
            .map(|finding| format!("{} {} {:?}", sources.path(finding.at.file), finding.code.0, finding.args))
            .collect()
    }

    #[test]
    fn a_new_agency_has_nothing_to_complain_about() {
        let mut complaints: Vec<String> = vec![];
        for (id, _) in presets() {
            let framework = preset(id).unwrap();
            for lang in [Lang::Id, Lang::En] {
                for date in [day("2026-01-02"), day("2026-11-22")] {
                    let found = found(&framework, lang, date);
                    complaints.extend(found.iter().map(|found| format!("{id} {lang:?} {date}: {found}")));
                }
            }
        }
        assert_eq!(complaints, Vec::<String>::new());
    }

    #[test]
    fn files_are_filled_in_to_the_last() {
        for (id, _) in presets() {
            for (path, text) in files(&preset(id).unwrap(), Lang::En, day("2026-03-02")) {
                let open = path.starts_with("content/") && text.contains('@') || path.contains('@');
                assert!(!open, "{id} {path}: {text}");
            }
        }
    }

    #[test]
    fn editors_find_every_schema() {
        let files = files(&preset("permenpan-6-2022").unwrap(), Lang::Id, day("2026-03-02"));
        let text = |path: &str| files.iter().find(|(name, _)| name == path).map(|(_, text)| text.as_str());
        let settings: Value = serde_json::from_str(text(".vscode/settings.json").unwrap()).unwrap();
        let schemas = settings["yaml.schemas"].as_object().unwrap();
        assert_eq!(schemas["./schemas/plan.json"], "content/reviews/*/*/plan.yaml");
        assert_eq!(schemas["./schemas/person.json"], "content/people/*.yaml");
        for (path, _) in schemas {
            assert!(text(path.trim_start_matches("./")).is_some(), "{path}");
        }
        for (path, text) in files.iter().filter(|(path, _)| path.starts_with("content/")) {
            let named =
                text.lines().take(2).find_map(|line| line.split_once("$schema=").map(|(_, name)| name));
            if let Some(named) = named {
                let up = path.matches('/').count();
                assert_eq!(named.matches("../").count(), up, "{path}");
                assert!(files.iter().any(|(name, _)| *name == named.replace("../", "")), "{path}: {named}");
            }
        }
        assert!(text(".gitignore").unwrap().contains("/output/"));
    }
}
