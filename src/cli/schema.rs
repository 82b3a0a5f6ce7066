//! `rapor schema`

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use super::Stop;
use super::init::unwritable;
use super::terminal::Terminal;
use crate::schema::json_schema;
use crate::schema::kinds::KINDS;

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let wanted = matches.get_one::<String>("kind");
    let chosen = KINDS.iter().filter(|(name, _)| wanted.is_none_or(|wanted| wanted == name));
    let texts =
        chosen.map(|(name, kind)| (name, json_schema::text(&json_schema::schema(*kind, terminal.lang))));
    let Some(folder) = matches.get_one::<PathBuf>("out") else {
        if wanted.is_none() {
            return Err(Stop::could_not(terminal.phrase("say-which-schema", &[])));
        }
        texts.for_each(|(_, text)| terminal.print(&text));
        return Ok(ExitCode::SUCCESS);
    };
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error, terminal))?;
    for (name, text) in texts {
        let path = folder.join(format!("{name}.json"));
        // Schemas are made anew with every version: what is there is replaced.
        fs::write(&path, text).map_err(|error| unwritable(&path, &error, terminal))?;
        terminal.say("say-written", &[("path", &path.display())]);
    }
    Ok(ExitCode::SUCCESS)
}
