//! Prose as HTML. What the writer gives is filtered as events, so that nothing of theirs is ever markup: raw HTML becomes
//! text, links lead to listed schemes only, pictures become their description, and headings fit below the page's own.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use super::html::Html;
use crate::text::{is_forbidden, without_forbidden};

/// Schemes that links may lead to.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// What prose may use: the same as where it was read.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
}

/// Renders prose whose first heading may be of a level.
pub(super) fn render(text: &str, level: u8) -> Html {
    let mut filter = Filter { level, last: level.saturating_sub(1), open: None, links: vec![] };
    let events = Parser::new_ext(text, options()).flat_map(|event| filter.pass(event));
    let events: Vec<Event> = events.collect();
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events.into_iter());
    Html::made(out)
}

struct Filter {
    /// Level of the highest heading.
    level: u8,
    /// Level of the heading before.
    last: u8,
    /// Level of the heading that is open.
    open: Option<HeadingLevel>,
    /// For each open link or picture, whether it stays one.
    links: Vec<bool>,
}

impl Filter {
    fn pass<'e>(&mut self, event: Event<'e>) -> Vec<Event<'e>> {
        match event {
            Event::Html(raw) | Event::InlineHtml(raw) => vec![Event::Text(raw)],
            Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
            Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
            Event::Start(Tag::Heading { level, .. }) => {
                let level = self.fit(level);
                self.open = Some(level);
                vec![Event::Start(Tag::Heading { level, id: None, classes: vec![], attrs: vec![] })]
            }
            Event::End(TagEnd::Heading(level)) => {
                vec![Event::End(TagEnd::Heading(self.open.take().unwrap_or(level)))]
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let stays = is_allowed(link_type, &dest_url);
                self.links.push(stays);
                let title = CowStr::Borrowed("");
                let link = Tag::Link { link_type, dest_url, title, id: CowStr::Borrowed("") };
                stays.then_some(Event::Start(link)).into_iter().collect()
            }
            Event::End(TagEnd::Link) => {
                let stays = self.links.pop().unwrap_or(false);
                stays.then_some(Event::End(TagEnd::Link)).into_iter().collect()
            }
            Event::Start(Tag::Image { .. }) => vec![Event::Start(Tag::Emphasis)],
            Event::End(TagEnd::Image) => vec![Event::End(TagEnd::Emphasis)],
            // Columns would be aligned by inline styles, which the page's policy forbids.
            Event::Start(Tag::Table(columns)) => {
                let plain = vec![pulldown_cmark::Alignment::None; columns.len()];
                let open = "<div class=\"scroll\" role=\"region\" aria-label=\"\u{2022}\" tabindex=\"0\">";
                vec![Event::Html(CowStr::Borrowed(open)), Event::Start(Tag::Table(plain))]
            }
            Event::End(TagEnd::Table) => {
                vec![Event::End(TagEnd::Table), Event::Html(CowStr::Borrowed("</div>"))]
            }
            Event::FootnoteReference(name) => vec![Event::Text(format!("[{name}]").into())],
            Event::Start(Tag::FootnoteDefinition(name)) => {
                vec![Event::Text(format!("[{name}] ").into())]
            }
            Event::End(TagEnd::FootnoteDefinition) => vec![],
            Event::TaskListMarker(done) => {
                vec![Event::Text(CowStr::Borrowed(if done { "\u{2713} " } else { "\u{25cb} " }))]
            }
            // A reference such as `&#x202e;` stands for what the file itself may not hold.
            Event::Text(words) if words.contains(is_forbidden) => {
                vec![Event::Text(without_forbidden(&words).into_owned().into())]
            }
            event => vec![event],
        }
    }

    /// Shifts a heading below the page's own, without a gap to the heading before it.
    fn fit(&mut self, level: HeadingLevel) -> HeadingLevel {
        let shifted = (level as u8).saturating_add(self.level).saturating_sub(1);
        let fitting = shifted.min(self.last + 1).min(6).max(self.level);
        self.last = fitting;
        HeadingLevel::try_from(usize::from(fitting)).unwrap_or(HeadingLevel::H6)
    }
}

fn is_allowed(link_type: LinkType, target: &str) -> bool {
    let lower = target.to_ascii_lowercase();
    link_type == LinkType::Email || SCHEMES.iter().any(|scheme| lower.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        render(text, 3).text().to_owned()
    }

    #[test]
    fn nothing_a_writer_gives_becomes_markup() {
        for text in ["<script>x()</script>", "a <img src=x onerror=y> b", "<style>*{}</style>\n\nx"] {
            let html = html(text);
            assert!(!html.contains("<s") && !html.contains("<img"), "{html}");
        }
        assert_eq!(html("a&#x202e;b&#7;c"), "<p>a\u{fffd}b\u{fffd}c</p>\n");
        let bad = "[a](javascript:x) [b](data:text/html,x) [c](file:///etc) [d](//host/x) [e](../../personnel/index.html)";
        assert_eq!(html(bad), "<p>a b c d e</p>\n");
        assert!(!html("![peta](https://host/x.png)").contains("img"));
        assert!(!html("|a|b|\n|:-|-:|\n|1|2|\n").contains("style"));
    }

    #[test]
    fn prose_is_rendered_as_it_was_read() {
        assert_eq!(options(), crate::source::markdown::options());
    }

    #[test]
    fn listed_links_stay() {
        let html = html("[a](https://host/x) <mailto:a@example.id> <b@example.id>");
        assert_eq!(html.matches("<a href=").count(), 3, "{html}");
    }

    #[test]
    fn headings_fit_below_the_page_without_gaps() {
        let html = html("# a\n\n#### b\n\n## c\n");
        let levels: Vec<&str> = html.match_indices("<h").map(|(at, _)| &html[at + 1..at + 3]).collect();
        assert_eq!(levels, ["h3", "h4", "h4"]);
    }
}
