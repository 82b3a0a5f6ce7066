//! A server on a real socket, with files that change.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::mpsc::{Receiver, channel};

use super::*;

/// How long a test waits for what must happen.
const SOON: Duration = Duration::from_secs(10);
/// How long a test waits for what must not happen.
const A_WHILE: Duration = Duration::from_millis(250);

const HOME: &str = "<!doctype html><html lang=\"id\"><head><meta http-equiv=\"Content-Security-Policy\" \
                    content=\"default-src 'none'; style-src 'self'\"><title>t</title></head><body><p>TEXT</p></body></html>";

/// A directory with a text, and a server that shows the text on its pages.
struct Scene {
    directory: PathBuf,
    at: SocketAddr,
    /// Tells of each build: `Ok` for a site, `Err` for errors.
    builds: Receiver<Result<usize, String>>,
}

impl Scene {
    fn new(name: &str, text: &str) -> Self {
        let directory = std::env::temp_dir().join(format!("rapor-serve-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(directory.join("content")).unwrap();
        let directory = directory.canonicalize().unwrap();
        fs::write(directory.join("content/text"), text).unwrap();

        let mut options = Options::new(vec![directory.join("content"), directory.join("later")]);
        options.port = Some(0);
        options.ignored = vec![directory.join("content/output")];
        options.lang = Lang::En;
        let server = bind(options).unwrap();
        let at = server.at;
        let source = directory.join("content/text");
        let (sender, builds) = channel();
        std::thread::spawn(move || {
            let on = |event: Event<'_>| {
                let told = match event {
                    Event::Shown { files, .. } => Ok(files),
                    Event::Failed { report, .. } => Err(report.to_owned()),
                    Event::NotWatched { path, reason } => panic!("{}: {reason}", path.display()),
                };
                // The test may be over.
                let _ = sender.send(told);
            };
            server.run(|| build(&source), on)
        });
        let scene = Scene { directory, at, builds };
        scene.next_build().ok();
        scene
    }

    /// Puts a file in its place in one step, so that no build sees half of it.
    fn write(&self, path: &str, text: &str) {
        fs::write(self.directory.join("fresh"), text).unwrap();
        fs::rename(self.directory.join("fresh"), self.directory.join(path)).unwrap();
    }

    fn next_build(&self) -> Result<usize, String> {
        self.builds.recv_timeout(SOON).unwrap()
    }

    fn is_quiet(&self) -> bool {
        self.builds.recv_timeout(A_WHILE).is_err()
    }

    /// Waits for a build and for what may follow it: one change can come in several pieces.
    fn settle(&self) {
        self.next_build().ok();
        while !self.is_quiet() {}
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(self.at).unwrap();
        stream.set_read_timeout(Some(SOON)).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, "localhost")
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}

fn build(source: &Path) -> Built {
    let text = fs::read_to_string(source).unwrap_or_default();
    if let Some(report) = text.strip_prefix("wrong: ") {
        return Built::Broken { report: report.to_owned() };
    }
    let mut tree = Tree::new();
    for path in ["public/index.html", "public/unit/index.html", "public/a file.html", "personnel/secret.html"]
    {
        tree.insert(path, HOME.replace("TEXT", &text)).unwrap();
    }
    tree.insert("public/report.pdf", "%PDF").unwrap();
    Built::Site(tree)
}

/// The versions the server tells of, as they come.
struct News(BufReader<TcpStream>);

impl News {
    fn open(scene: &Scene) -> Self {
        let mut stream = TcpStream::connect(scene.at).unwrap();
        stream.set_read_timeout(Some(SOON)).unwrap();
        write!(stream, "GET /.rapor/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        News(BufReader::new(stream))
    }

    fn next(&mut self) -> String {
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).unwrap(), 0);
            if let Some(version) = line.strip_prefix("data: ") {
                return version.trim().to_owned();
            }
        }
    }
}

#[test]
fn pages_are_shown_as_published_with_the_reloading_added() {
    let scene = Scene::new("pages", "first");
    let home = scene.get("/");
    assert!(home.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"), "{home}");
    assert!(home.contains("\r\nCache-Control: no-store\r\n"));
    let policy = "Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'\r\n";
    assert!(home.contains(policy), "{home}");
    assert!(home.contains("<p>first</p>") && home.contains("/.rapor/reload.js?v="));
    assert!(scene.get("/.rapor/reload.js").contains("EventSource"));
    assert!(scene.get("/.rapor/overlay.css").contains("Content-Type: text/css"));
    assert!(scene.get("/a%20file.html?x#y").contains("<p>first</p>"));
    assert!(scene.get("/report.pdf").ends_with("\r\n\r\n%PDF"));
    assert!(scene.get("/report.pdf").contains("Content-Type: application/pdf\r\n"));
    assert!(
        scene.get("/unit").contains("302 Found") && scene.get("/unit").contains("\r\nLocation: /unit/\r\n")
    );
    assert!(scene.get("/unit/").contains("<p>first</p>"));
    let missing = scene.get("/nothing.html");
    assert!(missing.starts_with("HTTP/1.1 404 ") && missing.contains("/.rapor/reload.js?v="), "{missing}");
}

#[test]
fn a_head_request_gets_the_head_of_the_same_answer() {
    let scene = Scene::new("head", "first");
    let whole = scene.get("/");
    let head = scene.ask("HEAD", "/", "localhost");
    assert!(head.ends_with("\r\n\r\n"));
    assert!(whole.starts_with(&head) && whole.len() > head.len());
    assert!(scene.ask("HEAD", "/.rapor/events", "localhost").ends_with("\r\n\r\n"));
}

#[test]
fn other_roots_other_hosts_and_other_methods_are_refused() {
    let scene = Scene::new("refused", "first");
    for path in ["/../personnel/secret.html", "/%2e%2e/personnel/secret.html", "//personnel/secret.html", "x"]
    {
        assert!(scene.get(path).starts_with("HTTP/1.1 400 "), "{path}");
    }
    assert!(scene.get("/personnel/secret.html").starts_with("HTTP/1.1 404 "));
    assert!(scene.get("/etc/passwd").starts_with("HTTP/1.1 404 "));
    for host in ["evil.example", "localhost.evil.example:4747", "192.168.0.9"] {
        let answer = scene.ask("GET", "/", host);
        assert!(answer.starts_with("HTTP/1.1 403 ") && !answer.contains("first"), "{host}: {answer}");
    }
    assert!(scene.ask("GET", "/", "127.0.0.1:1").starts_with("HTTP/1.1 200 "));
    let answer = scene.ask("POST", "/", "localhost");
    assert!(answer.starts_with("HTTP/1.1 405 ") && answer.contains("\r\nAllow: GET, HEAD\r\n"), "{answer}");
}

#[test]
fn a_saved_file_is_built_and_told() {
    let scene = Scene::new("edit", "first");
    let mut news = News::open(&scene);
    let first = news.next();
    assert!(scene.get("/").contains(&format!("reload.js?v={first}\"")));
    scene.write("content/text", "second");
    let second = news.next();
    assert_ne!(second, first);
    let home = scene.get("/");
    assert!(home.contains("<p>second</p>") && home.contains(&format!("reload.js?v={second}\"")), "{home}");
    assert_eq!(scene.next_build(), Ok(4));
}

#[test]
fn errors_lie_over_the_last_good_site_until_they_are_gone() {
    let scene = Scene::new("errors", "first");
    let mut news = News::open(&scene);
    news.next();
    scene.write("content/text", "wrong: rating <b> outside the scale");
    news.next();
    let home = scene.get("/");
    assert!(home.starts_with("HTTP/1.1 200 ") && home.contains("<p>first</p>"), "{home}");
    assert!(
        home.contains("rating &lt;b&gt; outside the scale") && home.contains("last build that succeeded")
    );
    scene.write("content/text", "second");
    news.next();
    let home = scene.get("/");
    assert!(home.contains("<p>second</p>") && !home.contains("rapor-overlay\""), "{home}");
}

#[test]
fn without_a_good_build_every_page_shows_the_errors() {
    let scene = Scene::new("never", "wrong: no such unit");
    for path in ["/", "/unit/", "/nothing.html"] {
        let page = scene.get(path);
        assert!(page.starts_with("HTTP/1.1 503 ") && page.contains("no such unit"), "{page}");
        assert!(page.contains("/.rapor/reload.js?v="));
    }
    scene.write("content/text", "first");
    assert_eq!(scene.next_build(), Ok(4));
    assert!(scene.get("/").contains("<p>first</p>"));
}

#[test]
fn every_way_of_saving_is_noticed_and_nothing_else_is() {
    let scene = Scene::new("watch", "first");
    assert!(scene.is_quiet());
    scene.write("content/.text.swp", "x");
    fs::create_dir(scene.directory.join("content/output")).unwrap();
    scene.write("content/output/index.html", "x");
    scene.write("unwatched", "x");
    fs::read(scene.directory.join("content/text")).unwrap();
    assert!(scene.is_quiet());

    // Written elsewhere and moved into place, as careful editors do.
    scene.write("content/text~", "second");
    fs::rename(scene.directory.join("content/text~"), scene.directory.join("content/text")).unwrap();
    scene.settle();
    assert!(scene.get("/").contains("<p>second</p>"));

    // Written over in place, as simple editors do.
    fs::write(scene.directory.join("content/text"), "other").unwrap();
    scene.settle();
    assert!(scene.get("/").contains("<p>other</p>"));

    // In a directory that is new.
    fs::create_dir(scene.directory.join("content/people")).unwrap();
    scene.settle();
    scene.write("content/people/dewi.yaml", "x");
    scene.settle();

    // In a watched directory that did not exist at first.
    fs::create_dir(scene.directory.join("later")).unwrap();
    scene.settle();
    scene.write("later/base.html", "x");
    scene.settle();

    // In one that was replaced as a whole, as a checkout does.
    fs::rename(scene.directory.join("content"), scene.directory.join("gone")).unwrap();
    scene.settle();
    fs::create_dir(scene.directory.join("content")).unwrap();
    scene.settle();
    scene.write("content/text", "third");
    scene.settle();
    assert!(scene.get("/").contains("<p>third</p>"));
}

#[test]
fn a_root_that_no_tree_can_have_is_refused() {
    for root in ["", "private", "employees", "employees/", "employees/../personnel", "public/x", "/"] {
        let options = Options { root: root.to_owned(), port: Some(0), ..Options::new(Vec::new()) };
        assert!(matches!(bind(options), Err(ServeError::Root { .. })), "{root}");
    }
}

#[test]
fn the_next_free_port_is_taken_unless_one_was_asked_for() {
    let first = bind(Options::new(Vec::new())).unwrap();
    let second = bind(Options::new(Vec::new())).unwrap();
    assert_ne!(first.url(), second.url());
    assert!(first.is_local());
    let taken = Options { port: Some(first.at.port()), ..Options::new(Vec::new()) };
    assert!(matches!(bind(taken), Err(ServeError::Bind { .. })));
}
