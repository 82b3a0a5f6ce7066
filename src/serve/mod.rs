//! A local server that shows the site while it is being written.
//!
//! Takes a function that builds, watches the files and rebuilds; gives the site to browsers, and reloads them. Must never
//! write output.
//!
//! One root of the tree is shown at a time, as it would be published; see [`bind`] and [`Server::run`]. Built trees stay in
//! memory. While a build fails, its report lies over the last good site.

mod answer;
mod page;
mod request;
mod site;
#[cfg(test)]
mod tests;
mod watch;

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::publish::Tree;
use crate::text::Lang;

use request::Hosts;
use site::Stage;
use watch::Watch;

/// The port that is tried first where none is asked for.
pub const FIRST_PORT: u16 = 4747;

/// How many ports are tried.
const PORTS: u16 = 20;

/// How many connections are answered at a time; each waiting reader is one.
const MOST_CONNECTIONS: usize = 256;

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// The root that is shown: `public`, `personnel`, `employees/<id>` or `raters/<id>`.
    pub root: String,
    /// The address to listen at.
    pub address: IpAddr,
    /// The port; without one, the first free one from [`FIRST_PORT`] on. 0 lets the system choose.
    pub port: Option<u16>,
    /// Files and directories whose changes matter. They need not exist yet.
    pub watched: Vec<PathBuf>,
    /// Directories inside them whose changes do not, such as the output.
    pub ignored: Vec<PathBuf>,
    /// The language of the server's own pages.
    pub lang: Lang,
}

impl Options {
    /// Shows the public root on this computer only.
    pub fn new(watched: Vec<PathBuf>) -> Self {
        Options {
            root: "public".to_owned(),
            address: Ipv4Addr::LOCALHOST.into(),
            port: None,
            watched,
            ignored: Vec::new(),
            lang: Lang::default(),
        }
    }
}

/// What a build gave.
#[derive(Debug)]
pub enum Built {
    /// The site.
    Site(Tree),
    /// Errors, in which case the last good site stays.
    Broken {
        /// The findings as plain text.
        report: String,
    },
}

/// What happens while the server runs, for whoever tells people.
#[derive(Debug)]
pub enum Event<'a> {
    /// A build succeeded and is shown.
    Shown {
        /// How many files the shown root has. With none the root does not exist.
        files: usize,
        /// How long the build took.
        took: Duration,
    },
    /// A build failed; its report is shown over the last good site.
    Failed {
        /// The findings.
        report: &'a str,
        /// How long the build took.
        took: Duration,
    },
    /// Changes below a path will go unnoticed.
    NotWatched {
        /// The path.
        path: &'a Path,
        /// What the system said.
        reason: String,
    },
}

/// Why the server could not start.
#[derive(Debug)]
pub enum ServeError {
    /// There is no such root in any tree.
    Root {
        /// The root that was asked for.
        root: String,
    },
    /// The address or port cannot be used.
    Bind {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        error: io::Error,
    },
    /// The system cannot watch files.
    Watch {
        /// What the system said.
        reason: String,
    },
}

impl ServeError {
    /// The error in words.
    pub fn describe(&self, lang: Lang) -> String {
        match (self, lang) {
            (ServeError::Root { root }, Lang::Id) => {
                format!("tidak ada akar `{root}`; pilih public, personnel, employees/<id> atau raters/<id>")
            }
            (ServeError::Root { root }, Lang::En) => {
                format!("there is no root `{root}`; choose public, personnel, employees/<id> or raters/<id>")
            }
            (ServeError::Bind { address, error }, Lang::Id) => {
                format!("tidak dapat melayani di {address}: {error}; pilih port lain")
            }
            (ServeError::Bind { address, error }, Lang::En) => {
                format!("cannot serve at {address}: {error}; choose another port")
            }
            (ServeError::Watch { reason }, Lang::Id) => format!("berkas tidak dapat diamati: {reason}"),
            (ServeError::Watch { reason }, Lang::En) => format!("files cannot be watched: {reason}"),
        }
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::En))
    }
}

impl std::error::Error for ServeError {}

/// A server that has its place and does not answer yet.
#[derive(Debug)]
pub struct Server {
    options: Options,
    listener: TcpListener,
    at: SocketAddr,
}

/// Takes a place for a server. Browsers that come before it runs wait.
pub fn bind(options: Options) -> Result<Server, ServeError> {
    if !is_root(&options.root) {
        return Err(ServeError::Root { root: options.root });
    }
    let (first, last) = match options.port {
        Some(port) => (port, port),
        None => (FIRST_PORT, FIRST_PORT + PORTS - 1),
    };
    let mut port = first;
    loop {
        let address = SocketAddr::new(options.address, port);
        match TcpListener::bind(address).and_then(|listener| Ok((listener.local_addr()?, listener))) {
            Ok((at, listener)) => return Ok(Server { options, listener, at }),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && port < last => port += 1,
            Err(error) => return Err(ServeError::Bind { address, error }),
        }
    }
}

fn is_root(root: &str) -> bool {
    let is_name = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(['/', '\\']);
    match root.split_once('/') {
        None => matches!(root, "public" | "personnel"),
        Some(("employees" | "raters", id)) => is_name(id),
        Some(_) => false,
    }
}

impl Server {
    /// The address of the home page.
    pub fn url(&self) -> String {
        let mut at = self.at;
        if at.ip().is_unspecified() {
            at.set_ip(if at.is_ipv6() {
                std::net::Ipv6Addr::LOCALHOST.into()
            } else {
                Ipv4Addr::LOCALHOST.into()
            });
        }
        format!("http://{at}/")
    }

    /// The root that is shown.
    pub fn root(&self) -> &str {
        &self.options.root
    }

    /// Says whether only this computer can reach the server.
    pub fn is_local(&self) -> bool {
        self.at.ip().is_loopback()
    }

    /// Builds, serves, and builds again whenever something has changed, until the process ends or files can no longer
    /// be watched. `on` is told of every build.
    pub fn run(
        self,
        mut build: impl FnMut() -> Built,
        mut on: impl FnMut(Event<'_>),
    ) -> Result<(), ServeError> {
        // Watching starts before the first build, so that no change falls between the two.
        let (mut watch, failed) = Watch::start(&self.options.watched, &self.options.ignored)
            .map_err(|error| ServeError::Watch { reason: error.to_string() })?;
        for (path, error) in failed {
            on(Event::NotWatched { path: &path, reason: error.to_string() });
        }
        let stage = Arc::new(Stage::new(&self.options.root));
        build_once(&stage, &mut build, &mut on);
        let hosts = if self.is_local() { Hosts::Loopback } else { Hosts::Network };
        let (listener, lang, shown) = (self.listener, self.options.lang, Arc::clone(&stage));
        std::thread::spawn(move || accept(&listener, &shown, hosts, lang));
        while watch.wait() {
            build_once(&stage, &mut build, &mut on);
        }
        Ok(())
    }
}

fn build_once(stage: &Stage, build: &mut impl FnMut() -> Built, on: &mut impl FnMut(Event<'_>)) {
    let start = Instant::now();
    match build() {
        Built::Site(tree) => {
            let files = stage.show(&tree);
            on(Event::Shown { files, took: start.elapsed() });
        }
        Built::Broken { report } => {
            stage.report(&report);
            on(Event::Failed { report: &report, took: start.elapsed() });
        }
    }
}

/// Answers every connection in a thread of its own.
fn accept(listener: &TcpListener, stage: &Arc<Stage>, hosts: Hosts, lang: Lang) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        // Whoever is turned away here tries again.
        let Ok(stream) = stream else { continue };
        if open.fetch_add(1, Ordering::Relaxed) >= MOST_CONNECTIONS {
            open.fetch_sub(1, Ordering::Relaxed);
            continue;
        }
        let (stage, open) = (Arc::clone(stage), Arc::clone(&open));
        std::thread::spawn(move || {
            answer::serve(stream, &stage, hosts, lang);
            open.fetch_sub(1, Ordering::Relaxed);
        });
    }
}
