//! What is put into pages while they are served, and the pages the server has of its own.
//!
//! Published pages hold none of this. Their content security policy stays in force, as a header, with just what the
//! reloading needs: scripts, styles and connections of the server itself.

use crate::text::{Lang, escape_html};

/// Where the script that reloads lies. No published path starts with a dot.
pub(super) const SCRIPT_PATH: &str = ".rapor/reload.js";
/// Where the looks of the overlay lie.
pub(super) const STYLE_PATH: &str = ".rapor/overlay.css";
/// Where new versions are told.
pub(super) const EVENTS_PATH: &str = ".rapor/events";

/// Reloads the page as soon as the server tells of another version than the one the page came with.
pub(super) const SCRIPT: &str = r#""use strict";
(() => {
  const shown = new URL(document.currentScript.src).searchParams.get("v");
  const events = new EventSource("/.rapor/events");
  events.onmessage = (event) => {
    if (event.data !== shown) {
      events.close();
      location.reload();
    }
  };
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
"#;

/// The looks of the overlay and of the server's own pages.
pub(super) const STYLE: &str = r#"#rapor-overlay {
  position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 70vh; overflow: auto; margin: 0;
  padding: 0.75rem 1rem; background: #fff4f2; color: #3b0d08; border-top: 4px solid #b3261e;
  font: 1rem/1.5 system-ui, sans-serif; text-align: left;
}
#rapor-overlay summary { cursor: pointer; font-weight: 700; }
#rapor-overlay pre { margin: 0.5rem 0 0; font: 0.875rem/1.45 ui-monospace, monospace; white-space: pre; overflow-x: auto; }
#rapor-overlay.alone { position: static; max-height: none; }
@media (prefers-color-scheme: dark) { #rapor-overlay { background: #2b1210; color: #ffdad5; border-color: #ff6f61; } }
@media print { #rapor-overlay { display: none; } }
"#;

/// A page as it is served.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Served {
    pub(super) html: String,
    /// The page's content security policy, for a header of its own.
    pub(super) policy: Option<String>,
}

/// Adds the reloading, and the report of a failed build, to a page.
pub(super) fn dress(page: &str, version: &str, report: Option<&str>, lang: Lang) -> Served {
    let (mut html, policy) = take_policy(page);
    if let Some(report) = report {
        let at = end_of_tag(&html, "<body").unwrap_or(html.len());
        html.insert_str(at, &overlay(report, "", lang));
    }
    let head = find(&html, "</head").or_else(|| end_of_tag(&html, "<body")).unwrap_or(html.len());
    html.insert_str(head, &links(version));
    Served { html, policy: policy.as_deref().map(relax) }
}

/// The page while no build has succeeded yet.
pub(super) fn failed(version: &str, report: &str, lang: Lang) -> String {
    let title = word(lang, "Ada kesalahan", "There are errors");
    own_page(version, title, &overlay(report, "alone", lang), lang)
}

/// The page for a path that leads nowhere, with the report of a failed build if there is one.
pub(super) fn missing(version: &str, root: &str, is_empty: bool, report: Option<&str>, lang: Lang) -> String {
    let title = word(lang, "Tidak ditemukan", "Not found");
    let why = if is_empty {
        word(lang, "Situs yang dibangun tidak memiliki akar", "The site that was built has no root")
    } else {
        word(lang, "Halaman ini tidak ada di akar", "This page does not exist in the root")
    };
    let overlay = report.map(|report| overlay(report, "", lang)).unwrap_or_default();
    own_page(
        version,
        title,
        &format!("<h1>{title}</h1><p>{why} <code>{}</code>.</p>{overlay}", escape_html(root)),
        lang,
    )
}

fn own_page(version: &str, title: &str, body: &str, lang: Lang) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title} · Rapor</title>{}</head>\
         <body>{body}</body></html>\n",
        lang.tag(),
        links(version)
    )
}

fn links(version: &str) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"/{STYLE_PATH}\"><script src=\"/{SCRIPT_PATH}?v={version}\" async></script>"
    )
}

fn overlay(report: &str, class: &str, lang: Lang) -> String {
    let title = word(
        lang,
        "Ada kesalahan; halaman ini dari pembangunan terakhir yang berhasil",
        "There are errors; this page is from the last build that succeeded",
    );
    let title = if class.is_empty() { title } else { word(lang, "Ada kesalahan", "There are errors") };
    format!(
        "<details id=\"rapor-overlay\" class=\"{class}\" open><summary>{title}</summary><pre>{}</pre></details>",
        escape_html(report)
    )
}

fn word(lang: Lang, id: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Id => id,
        Lang::En => en,
    }
}

/// Finds text in a page whatever its case; `needle` is lower-case ASCII.
fn find(html: &str, needle: &str) -> Option<usize> {
    html.as_bytes().windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

/// The place after the first tag that starts like this.
fn end_of_tag(html: &str, start: &str) -> Option<usize> {
    let at = find(html, start)?;
    Some(at + html[at..].find('>')? + 1)
}

/// Takes the policy out of a page.
fn take_policy(page: &str) -> (String, Option<String>) {
    let untouched = || (page.to_owned(), None);
    let Some(at) = find(page, "content-security-policy") else { return untouched() };
    let (Some(start), Some(length)) = (page[..at].rfind('<'), page[at..].find('>')) else {
        return untouched();
    };
    let end = at + length + 1;
    let tag = &page[start..end];
    if !tag[1..].to_ascii_lowercase().starts_with("meta") {
        return untouched();
    }
    let policy = attribute(tag, "content=").map(unescape);
    (format!("{}{}", &page[..start], &page[end..]), policy)
}

/// The quoted value of an attribute, given its name and the equals sign.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = &tag[find(tag, name)? + name.len()..];
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest[1..].split(quote).next()
}

fn unescape(value: &str) -> String {
    let value = value.replace("&#39;", "'").replace("&#x27;", "'").replace("&apos;", "'");
    value.replace("&quot;", "\"").replace("&#x2F;", "/").replace("&amp;", "&")
}

/// Allows what the reloading needs, and keeps everything else as it is.
fn relax(policy: &str) -> String {
    let mut directives: Vec<Vec<String>> = policy
        .split(';')
        .map(|directive| directive.split_ascii_whitespace().map(str::to_owned).collect::<Vec<_>>())
        // The server speaks plain HTTP.
        .filter(|words| words.first().is_some_and(|name| name != "upgrade-insecure-requests"))
        .collect();
    for name in ["script-src", "style-src", "connect-src"] {
        allow_self(&mut directives, name);
    }
    for name in ["script-src-elem", "style-src-elem"] {
        if directives.iter().any(|words| words[0] == name) {
            allow_self(&mut directives, name);
        }
    }
    let directives: Vec<String> = directives.iter().map(|words| words.join(" ")).collect();
    // A header is one line of visible characters.
    directives.join("; ").chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect()
}

fn allow_self(directives: &mut Vec<Vec<String>>, name: &str) {
    let words = match directives.iter().position(|words| words[0] == name) {
        Some(index) => &mut directives[index],
        None => {
            let Some(default) = directives.iter().find(|words| words[0] == "default-src") else { return };
            let mut words = default.clone();
            words[0] = name.to_owned();
            directives.push(words);
            let last = directives.len() - 1;
            &mut directives[last]
        }
    };
    words.retain(|word| word != "'none'");
    if !words.iter().any(|word| word == "'self'") {
        words.push("'self'".to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_moves_to_a_header_with_what_reloading_needs() {
        let page = "<!doctype html><html><head><META http-equiv=\"Content-Security-Policy\" \
                    content=\"default-src &#39;none&#39;; style-src 'self' 'sha256-x'; upgrade-insecure-requests\">\
                    <title>t</title></head><body class=\"b\"><p>x</p></body></html>";
        let served = dress(page, "7", None, Lang::En);
        assert_eq!(
            served.policy.as_deref(),
            Some("default-src 'none'; style-src 'self' 'sha256-x'; script-src 'self'; connect-src 'self'")
        );
        assert!(!served.html.contains("Content-Security-Policy"));
        assert!(served.html.contains("<title>t</title><link"), "{}", served.html);
        assert!(served.html.contains("/.rapor/reload.js?v=7"));
    }

    #[test]
    fn a_page_that_speaks_of_policies_keeps_its_words() {
        let page = "<head></head><body><p>content-security-policy</p></body>";
        let served = dress(page, "7", None, Lang::En);
        assert_eq!(served.policy, None);
        assert!(served.html.ends_with("<body><p>content-security-policy</p></body>"));
    }

    #[test]
    fn the_report_is_escaped_and_comes_first_in_the_body() {
        let served = dress("<head></head><body id=\"x\"><p>", "7", Some("<b> & \"q\""), Lang::En);
        assert!(served.html.contains("<body id=\"x\"><details id=\"rapor-overlay\""), "{}", served.html);
        assert!(served.html.contains("&lt;b&gt; &amp; &quot;q&quot;"));
        assert!(!served.html.contains("<b>"));
    }

    #[test]
    fn fragments_without_head_or_body_are_dressed_too() {
        let served = dress("<p>Größe", "7", Some("x"), Lang::Id);
        assert!(served.html.starts_with("<p>Größe"));
        assert!(served.html.contains("reload.js") && served.html.contains("rapor-overlay"));
    }

    #[test]
    fn a_policy_without_default_forbids_nothing_new() {
        assert_eq!(relax("img-src 'self'"), "img-src 'self'");
        assert_eq!(relax("script-src 'none'; ;"), "script-src 'self'");
    }
}
