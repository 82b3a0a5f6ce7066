//! Reading a request, and refusing what has no business here.

use std::io::Read;
use std::net::IpAddr;

/// A request as far as it matters: what to show, and whether with its body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// Path of what is asked for, decoded, without the leading slash. Ends in a slash, or is empty, for a directory.
    pub(super) path: String,
    /// Only the head of the answer is wanted.
    pub(super) head_only: bool,
}

/// Why a request is not answered, as a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It cannot be understood.
    Malformed,
    /// It is for another host: a page elsewhere may have had its own name lead here.
    WrongHost,
    /// It is neither GET nor HEAD.
    Method,
    /// Its head is too long.
    TooLong,
}

const LONGEST_HEAD: usize = 16 * 1024;
const MOST_HEADERS: usize = 100;

/// Reads the head of a request. `None` if the other side goes away before it is complete.
pub(super) fn read(stream: &mut impl Read, hosts: Hosts) -> Option<Result<Request, Refusal>> {
    let mut bytes = Vec::with_capacity(2048);
    let mut chunk = [0; 2048];
    loop {
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&chunk[..count]),
        }
        if let Some(result) = parse(&bytes, hosts) {
            return Some(result);
        }
        if bytes.len() > LONGEST_HEAD {
            return Some(Err(Refusal::TooLong));
        }
    }
}

/// `None` if there is more to come.
fn parse(bytes: &[u8], hosts: Hosts) -> Option<Result<Request, Refusal>> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(bytes) {
        Ok(httparse::Status::Partial) => return None,
        Ok(httparse::Status::Complete(_)) => {}
        Err(httparse::Error::TooManyHeaders) => return Some(Err(Refusal::TooLong)),
        Err(_) => return Some(Err(Refusal::Malformed)),
    }
    Some(judge(&request, hosts))
}

fn judge(request: &httparse::Request<'_, '_>, hosts: Hosts) -> Result<Request, Refusal> {
    let mut named = request.headers.iter().filter(|header| header.name.eq_ignore_ascii_case("host"));
    let (Some(host), None) = (named.next(), named.next()) else { return Err(Refusal::Malformed) };
    let host = std::str::from_utf8(host.value).map_err(|_| Refusal::Malformed)?;
    if !hosts.accept(host.trim()) {
        return Err(Refusal::WrongHost);
    }
    let head_only = match request.method {
        Some("GET") => false,
        Some("HEAD") => true,
        _ => return Err(Refusal::Method),
    };
    let path = request.path.and_then(decode).ok_or(Refusal::Malformed)?;
    Ok(Request { path, head_only })
}

/// Decodes the path of a request. `None` if it is not one, or leads out of the root.
fn decode(target: &str) -> Option<String> {
    let target = target.split(['?', '#']).next()?;
    let encoded = target.strip_prefix('/')?;
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits =
                std::str::from_utf8(&digits).ok().filter(|d| d.bytes().all(|d| d.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let path = String::from_utf8(bytes).ok()?;
    let inner = path.strip_suffix('/').unwrap_or(&path);
    let is_clean = |part: &str| {
        !matches!(part, "" | "." | "..") && !part.contains('\\') && !part.chars().any(char::is_control)
    };
    (path.is_empty() || inner.split('/').all(is_clean)).then_some(path)
}

/// Which names this server goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hosts {
    /// Names of this computer for itself.
    Loopback,
    /// Also addresses, and names that nobody outside can have: ones without a dot and `.local` ones.
    Network,
}

impl Hosts {
    /// Says whether a `Host` header names this server.
    fn accept(self, header: &str) -> bool {
        let name = match header.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or(rest),
            None => header.split(':').next().unwrap_or(header),
        };
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        match (name.parse::<IpAddr>(), self) {
            (Ok(address), Hosts::Loopback) => address.is_loopback(),
            (Ok(_), Hosts::Network) => true,
            (Err(_), Hosts::Loopback) => false,
            (Err(_), Hosts::Network) => {
                !name.is_empty() && (!name.contains('.') || name.to_ascii_lowercase().ends_with(".local"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_told_apart() {
        for host in ["localhost", "LOCALHOST:4747", "127.0.0.1:80", "127.1.2.3", "[::1]:4747"] {
            assert!(Hosts::Loopback.accept(host) && Hosts::Network.accept(host), "{host}");
        }
        for host in ["192.168.1.7:4747", "[fe80::1]", "kantor-pc", "kantor.local:4747"] {
            assert!(!Hosts::Loopback.accept(host) && Hosts::Network.accept(host), "{host}");
        }
        for host in ["example.org", "localhost.example.org", "127.0.0.1.example.org", "", "[::1"] {
            assert!(host == "[::1" || !Hosts::Loopback.accept(host), "{host}");
            assert!(host == "[::1" || !Hosts::Network.accept(host), "{host}");
        }
    }

    #[test]
    fn paths_are_decoded_and_never_lead_out() {
        for (target, path) in [
            ("/", ""),
            ("/a/b.html?x=1", "a/b.html"),
            ("/aset/Logo%20Kantor.svg", "aset/Logo Kantor.svg"),
            ("/unit/", "unit/"),
            ("/100%25.html", "100%.html"),
        ] {
            assert_eq!(decode(target).as_deref(), Some(path), "{target}");
        }
        for target in [
            "",
            "a",
            "*",
            "http://x/",
            "//x",
            "/../a",
            "/a/%2e%2e/b",
            "/a/%2E./b",
            "/a//b",
            "/a\\b",
            "/%5c..%5ca",
            "/%00",
            "/%",
            "/%zz",
            "/%+1",
            "/%ff",
            "/./a",
        ] {
            assert_eq!(decode(target), None, "{target}");
        }
    }

    #[test]
    fn requests_are_judged_by_host_then_method_then_path() {
        let judged = |text: &str| parse(text.as_bytes(), Hosts::Loopback);
        let good = |head_only| Some(Ok(Request { path: "a".to_owned(), head_only }));
        assert_eq!(judged("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n"), good(false));
        assert_eq!(judged("HEAD /a HTTP/1.1\r\nhost: localhost\r\n\r\n"), good(true));
        assert_eq!(judged("GET /a HTTP/1.1\r\nHost: local"), None);
        assert_eq!(judged("POST /a HTTP/1.1\r\nHost: localhost\r\n\r\n"), Some(Err(Refusal::Method)));
        assert_eq!(judged("GET /a HTTP/1.1\r\nHost: x.org\r\n\r\n"), Some(Err(Refusal::WrongHost)));
        assert_eq!(judged("GET /a HTTP/1.1\r\n\r\n"), Some(Err(Refusal::Malformed)));
        assert_eq!(judged("GET /a HTTP/1.1\r\nHost: ::1\r\nHost: x\r\n\r\n"), Some(Err(Refusal::Malformed)));
        assert_eq!(judged("\u{0}\u{1}\r\n\r\n"), Some(Err(Refusal::Malformed)));
    }
}
