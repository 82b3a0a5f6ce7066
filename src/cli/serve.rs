//! `rapor serve`

use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use super::build::{Wanted, assemble};
use super::terminal::Terminal;
use super::workspace::Workspace;
use super::{Repository, Stop};
use crate::diagnostic::{Format, Options, render, summary};
use crate::serve::{Built, Event, bind};

pub(super) fn run(
    repository: &Repository,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<ExitCode, Stop> {
    let root = &repository.root;
    let watched = ["rapor.yaml", "content", "templates"].map(|name| root.join(name)).to_vec();
    let mut options = crate::serve::Options::new(watched);
    options.root = matches.get_one::<String>("root").cloned().unwrap_or_default();
    options.ignored = vec![root.join("output")];
    options.port = matches.get_one::<u16>("port").copied();
    options.lang = terminal.lang;
    if let Some(address) = matches.get_one::<IpAddr>("address") {
        options.address = *address;
    }
    let wanted = Wanted { hold: false, documents: !matches.get_flag("no-pdf") };
    let server = bind(options).map_err(|error| Stop::could_not(error.describe(terminal.lang)))?;
    let shown = server.root().to_owned();
    terminal.say("say-serving", &[("root", &shown), ("url", &server.url())]);
    if !server.is_local() {
        terminal.say("say-serving-open", &[("root", &shown)]);
    }
    let rebuild = || rebuild(repository, wanted, terminal);
    server
        .run(rebuild, |event| tell(&event, &shown, terminal))
        .map_err(|error| Stop::could_not(error.describe(terminal.lang)))?;
    Ok(ExitCode::SUCCESS)
}

/// Builds in memory; what stands in the way becomes the report that is shown over the last good site.
fn rebuild(repository: &Repository, wanted: Wanted, terminal: &Terminal) -> Built {
    let workspace = match Workspace::read(repository, terminal) {
        Ok(workspace) => workspace,
        Err(stop) => return Built::Broken { report: stop.into_words() },
    };
    let surveyed = workspace.survey();
    if summary(&surveyed.findings).errors > 0 {
        let options = Options { lang: terminal.lang, color: false, show_source: true, width: 100 };
        return Built::Broken {
            report: render(Format::Human, &surveyed.errors(), &workspace.sources, &options),
        };
    }
    match assemble(&surveyed, wanted, terminal) {
        Ok(assembled) => Built::Site(assembled.tree),
        Err(stop) => Built::Broken { report: stop.into_words() },
    }
}

fn tell(event: &Event, root: &str, terminal: &Terminal) {
    match event {
        Event::Shown { files: 0, .. } => terminal.say("say-root-empty", &[("root", &root)]),
        Event::Shown { files, took } => {
            terminal.say("say-shown", &[("files", files), ("took", &terminal.took(*took))]);
        }
        Event::Failed { report, .. } => {
            terminal.note(report.trim_end());
            terminal.say("say-failed", &[]);
        }
        Event::NotWatched { path, reason } => {
            terminal.say("say-not-watched", &[("path", &PathBuf::from(path).display()), ("reason", reason)]);
        }
    }
}
