//! Answering one connection.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use super::page;
use super::request::{self, Hosts, Refusal, Request};
use super::site::{Found, Site, Stage};
use crate::text::Lang;

/// How long the other side may take to send its request, or to take the answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a reader who waits for news is told that there are none. Without it nobody would notice that the reader
/// has left.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Sent with everything. Nothing is kept, and no other site may embed or read anything.
const ALWAYS: &str = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
                      Cross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: SAMEORIGIN\r\nConnection: close\r\n";

const HTML: &str = "text/html; charset=utf-8";

/// Reads a request from a connection and answers it. A reader who goes away is no failure.
pub(super) fn serve(mut stream: TcpStream, stage: &Stage, hosts: Hosts, lang: Lang) {
    let _ = stream.set_nodelay(true);
    let _ = stream.set_read_timeout(Some(PATIENCE));
    let _ = stream.set_write_timeout(Some(PATIENCE));
    let Some(request) = request::read(&mut stream, hosts) else { return };
    let _ = match request {
        Ok(request) if request.path == page::EVENTS_PATH => tell_news(&mut stream, stage, request.head_only),
        Ok(request) => answer(&request, stage, lang).send(&mut stream, request.head_only),
        Err(refusal) => refuse(refusal).send(&mut stream, false).and_then(|()| let_finish(&mut stream)),
    };
    let _ = stream.shutdown(Shutdown::Both);
}

/// Takes in some of what the other side still sends, as closing at once could cost it the answer.
fn let_finish(stream: &mut TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_millis(200)))?;
    io::copy(&mut stream.take(1 << 20), &mut io::sink())?;
    Ok(())
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    /// Further lines of the head, each with its line end.
    more: String,
    body: Vec<u8>,
}

impl Answer {
    fn new(status: &'static str, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Answer { status, kind, more: String::new(), body: body.into() }
    }

    fn send(&self, stream: &mut TcpStream, head_only: bool) -> io::Result<()> {
        let Answer { status, kind, more, body } = self;
        let length = body.len();
        let mut bytes = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{ALWAYS}{more}\r\n"
        )
        .into_bytes();
        if !head_only {
            bytes.extend_from_slice(body);
        }
        stream.write_all(&bytes)
    }
}

fn answer(request: &Request, stage: &Stage, lang: Lang) -> Answer {
    let path = request.path.as_str();
    match path {
        page::SCRIPT_PATH => return Answer::new("200 OK", "text/javascript; charset=utf-8", page::SCRIPT),
        page::STYLE_PATH => return Answer::new("200 OK", "text/css; charset=utf-8", page::STYLE),
        _ => {}
    }
    let site = stage.current();
    let version = stage.version(&site);
    let report = site.report.as_deref();
    match site.find(path) {
        Found::File(path, content) => {
            let kind = kind_of(path);
            match std::str::from_utf8(content.bytes()) {
                Ok(text) if kind == HTML => {
                    let served = page::dress(text, &version, report, lang);
                    let more = served.policy.map(|policy| format!("Content-Security-Policy: {policy}\r\n"));
                    Answer { more: more.unwrap_or_default(), ..Answer::new("200 OK", HTML, served.html) }
                }
                _ => Answer::new("200 OK", kind, content.bytes()),
            }
        }
        Found::Directory => Answer {
            more: format!("Location: /{}/\r\n", encode(path)),
            ..Answer::new("302 Found", "text/plain; charset=utf-8", "")
        },
        Found::Nothing => nothing(stage, &site, &version, lang),
    }
}

/// What is said where there is no page: the errors before the first good build, else that there is none.
fn nothing(stage: &Stage, site: &Site, version: &str, lang: Lang) -> Answer {
    match &site.report {
        Some(report) if site.files.is_none() => {
            Answer::new("503 Service Unavailable", HTML, page::failed(version, report, lang))
        }
        report => {
            let body = page::missing(version, stage.root(), site.is_empty(), report.as_deref(), lang);
            Answer::new("404 Not Found", HTML, body)
        }
    }
}

fn refuse(refusal: Refusal) -> Answer {
    let (status, body) = match refusal {
        Refusal::Malformed => ("400 Bad Request", "This request cannot be understood.\n"),
        Refusal::WrongHost => (
            "403 Forbidden",
            "This server answers only to localhost, or to the address it was told to listen at.\n",
        ),
        Refusal::Method => ("405 Method Not Allowed", "This server only shows pages.\n"),
        Refusal::TooLong => ("431 Request Header Fields Too Large", "This request is too long.\n"),
    };
    let more = if refusal == Refusal::Method { "Allow: GET, HEAD\r\n" } else { "" };
    Answer { more: more.to_owned(), ..Answer::new(status, "text/plain; charset=utf-8", body) }
}

/// Tells the version now and every version to come, until the reader leaves.
fn tell_news(stream: &mut TcpStream, stage: &Stage, head_only: bool) -> io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{ALWAYS}\r\n");
    stream.write_all(head.as_bytes())?;
    if head_only {
        return Ok(());
    }
    let mut told = stage.current();
    write!(stream, "retry: 500\ndata: {}\n\n", stage.version(&told))?;
    loop {
        let now = stage.wait_for_other(&told, HEARTBEAT);
        if stage.version(&now) == stage.version(&told) {
            stream.write_all(b":\n\n")?;
        } else {
            write!(stream, "data: {}\n\n", stage.version(&now))?;
            told = now;
        }
    }
}

/// The type of a file by its name.
fn kind_of(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "txt" | "md" | "yaml" | "yml" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "ics" => "text/calendar; charset=utf-8",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "zip" => "application/zip",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        _ => "application/octet-stream",
    }
}

/// Writes a path as it stands in an address.
fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
