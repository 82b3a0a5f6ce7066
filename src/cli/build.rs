//! `rapor build`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use super::documents::{self, Documents};
use super::terminal::Terminal;
use super::workspace::Surveyed;
use super::{Stop, check, key, pages};
use crate::diagnostic::summary;
use crate::publish::{Content, Destination, Tree, publish};
use crate::site::{self, Inputs, Override};
use crate::view::Scene;

/// What a build makes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// Whether people whose files have errors are withheld, instead of stopping the build.
    pub(super) hold: bool,
    /// Whether documents are printed.
    pub(super) documents: bool,
}

/// A finished tree with counts for the closing line.
pub(super) struct Assembled {
    pub(super) tree: Tree,
    pages: usize,
    documents: usize,
}

pub(super) fn run(surveyed: &Surveyed, matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let workspace = surveyed.workspace;
    let repository = workspace.repository;
    let wanted = Wanted { hold: matches.get_flag("hold"), documents: !matches.get_flag("no-pdf") };
    if !surveyed.findings.is_empty() {
        check::show(&surveyed.findings, workspace, matches.get_flag("show-source"), terminal);
        terminal.note(&check::counts(&surveyed.findings, terminal));
    }
    may_go_on(surveyed, wanted, terminal)?;
    key::warn(workspace, terminal);
    let assembled = assemble(surveyed, wanted, terminal)?;
    terminal.progress("progress-writing");
    let target = matches.get_one::<PathBuf>("output").cloned().unwrap_or_else(|| repository.path("output"));
    let sources = ["content", "templates"].map(|name| repository.path(name));
    let destination = Destination { target: &target, repository: Some(&repository.root), sources: &sources };
    let published = publish(&destination, &assembled.tree, &|_| {})
        .map_err(|error| Stop::could_not(error.describe(terminal.lang)))?;
    if let Some(left) = &published.left {
        terminal.say("say-left", &[("path", &left.display())]);
    }
    terminal.say(
        "say-built",
        &[
            ("files", &published.files),
            ("people", &workspace.agency.people.values().filter(|person| !person.is_external()).count()),
            ("pages", &assembled.pages),
            ("documents", &assembled.documents),
            ("target", &target.display()),
            ("took", &terminal.took(workspace.started.elapsed())),
        ],
    );
    Ok(ExitCode::SUCCESS)
}

/// With an error nothing is written, unless every error is somebody's own and those people are to be withheld.
fn may_go_on(surveyed: &Surveyed, wanted: Wanted, terminal: &Terminal) -> Result<(), Stop> {
    if summary(&surveyed.findings).errors == 0 {
        return Ok(());
    }
    if !wanted.hold {
        return Err(Stop::Findings(Some(terminal.phrase("say-nothing-written", &[]))));
    }
    if surveyed.checked.shared_errors() > 0 {
        return Err(Stop::Findings(Some(terminal.phrase("say-not-holdable", &[]))));
    }
    let mut held: Vec<String> = vec![];
    for insight in &surveyed.survey {
        let period = &insight.period.id;
        held.extend(surveyed.checked.held(period).map(|person| format!("{person} ({period})")));
    }
    terminal.say("say-held", &[("people", &held.join(", "))]);
    Ok(())
}

/// Makes every page and document.
pub(super) fn assemble(surveyed: &Surveyed, wanted: Wanted, terminal: &Terminal) -> Result<Assembled, Stop> {
    let workspace = surveyed.workspace;
    let config = workspace.agency.config.as_ref();
    let documents = if wanted.documents {
        let has_address = config.is_some_and(|config| config.base_url.is_some());
        if has_address && key::read(workspace.repository, terminal)?.is_none() {
            terminal.say("say-no-key", &[]);
        }
        terminal.progress("progress-documents");
        documents::make(surveyed, terminal)?
    } else {
        Documents::default()
    };
    terminal.progress("progress-pages");
    let public = pages::public(surveyed, &documents.public);
    let overrides: Vec<Override> = workspace
        .sources
        .under("templates/")
        .filter_map(|(_, file)| {
            let name = file.path().strip_prefix("templates/")?.to_owned();
            let bytes = workspace.sources.bytes(file.path())?.ok()?;
            Some(Override { name, bytes })
        })
        .collect();
    let agency = &workspace.agency;
    let scene = Scene {
        agency,
        survey: &surveyed.survey,
        texts: &workspace.sources,
        documents: &documents.links,
        held: &|period, person| surveyed.checked.is_held(period, person),
        lang: agency.lang(),
    };
    let site = site::build(&Inputs {
        scene,
        public: public.as_ref(),
        checks: &documents.checks,
        overrides: &overrides,
        tool: env!("CARGO_PKG_VERSION"),
    })
    .map_err(|errors| {
        let mut lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        lines.push(terminal.phrase("say-templates-wrong", &[]));
        Stop::Findings(Some(lines.join("\n")))
    })?;
    let pages = site.pages.iter().filter(|page| page.path.ends_with(".html")).count();
    let mut tree = Tree::default();
    let refused = |error: crate::publish::PathError| Stop::could_not(error.describe(terminal.lang));
    for page in site.pages {
        let content = Content::from(page.bytes);
        // The time of a page on which a document is checked would tell when it came or changed.
        let is_check = page.path.starts_with("public/v/");
        tree.insert(&page.path, if is_check { content.anew() } else { content }).map_err(refused)?;
    }
    for asset in site.assets {
        let content = Content::from(asset.bytes);
        for root in &site.roots {
            tree.insert(format!("{root}/{}", asset.path), content.clone()).map_err(refused)?;
        }
    }
    for (path, content) in documents.files {
        tree.insert(&path, content).map_err(refused)?;
    }
    Ok(Assembled { tree, pages, documents: documents.count })
}
