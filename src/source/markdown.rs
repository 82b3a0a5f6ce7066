//! Markdown cut into sections at its headings.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::diagnostic::{FileId, Span};
use crate::text::without_forbidden;

/// A stretch of Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// The Markdown source without blank lines around it, with `\n` at line ends. May be empty.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// The text of a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its words, without marks.
    pub text: String,
    /// Where the words stand; the whole line if there are none.
    pub span: Span,
}

/// A heading and what stands below it, up to the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: Heading,
    /// 1 or 2.
    pub level: u8,
    /// The prose below it; headings of level 3 and deeper stay inside.
    pub body: Prose,
}

/// A Markdown text in sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sections {
    /// What stands before the first heading, if anything does.
    pub preamble: Option<Prose>,
    /// The sections in order.
    pub sections: Vec<Section>,
}

/// Cuts the body of a Markdown file at its headings of level 1 and 2. A `##` inside a code block, a quotation or a
/// list is none.
pub fn sections(text: &str, file: FileId, body_start: usize) -> Sections {
    let body = text.get(body_start..).unwrap_or_default();
    let mut found: Vec<Found> = Vec::new();
    let mut depth = 0_usize;
    let mut open: Option<Found> = None;
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level: level @ (HeadingLevel::H1 | HeadingLevel::H2), .. })
                if depth == 0 =>
            {
                let level = if level == HeadingLevel::H1 { 1 } else { 2 };
                open = Some(Found { level, whole: range, words: None, text: String::new() });
                depth += 1;
            }
            Event::Start(_) => {
                widen(&mut open, &range);
                depth += 1;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                if depth == 0 && matches!(end, TagEnd::Heading(_)) {
                    found.extend(open.take());
                }
            }
            Event::Text(words) | Event::Code(words) => {
                widen(&mut open, &range);
                if let Some(heading) = &mut open {
                    heading.text.push_str(&without_forbidden(&words));
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(heading) = &mut open {
                    heading.text.push(' ');
                }
            }
            _ => widen(&mut open, &range),
        }
    }
    cut(text, file, body_start, &found)
}

/// The extensions of Markdown that prose in review files may use; the site renders with the same.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
}

struct Found {
    level: u8,
    whole: std::ops::Range<usize>,
    words: Option<std::ops::Range<usize>>,
    text: String,
}

fn widen(open: &mut Option<Found>, range: &std::ops::Range<usize>) {
    if let Some(heading) = open {
        let start = heading.words.as_ref().map_or(range.start, |words| words.start);
        heading.words = Some(start..range.end.max(start));
    }
}

fn cut(text: &str, file: FileId, body_start: usize, found: &[Found]) -> Sections {
    let first = found.first().map_or(text.len(), |heading| body_start + heading.whole.start);
    let preamble = prose(text, file, body_start.min(first)..first);
    let sections = found.iter().enumerate().map(|(n, heading)| {
        let start = body_start + heading.whole.end;
        let end = found.get(n + 1).map_or(text.len(), |next| body_start + next.whole.start);
        let words = heading.words.clone().unwrap_or(heading.whole.clone());
        Section {
            heading: Heading {
                text: heading.text.trim().to_owned(),
                span: Span::new(file, body_start + words.start, body_start + words.end),
            },
            level: heading.level,
            body: prose(text, file, start.min(end)..end),
        }
    });
    Sections { sections: sections.collect(), preamble: Some(preamble).filter(|prose| !prose.text.is_empty()) }
}

/// The whole body of a Markdown file as one stretch of prose.
pub fn body(text: &str, file: FileId, body_start: usize) -> Prose {
    prose(text, file, body_start..text.len())
}

/// Cuts blank lines before and after, but keeps the indentation of the first line, which may be code.
fn prose(text: &str, file: FileId, range: std::ops::Range<usize>) -> Prose {
    let part = text.get(range.clone()).unwrap_or_default();
    if let Some(uncommented) = without_comments(part) {
        let Prose { text, .. } = prose(&uncommented, file, 0..uncommented.len());
        return Prose { text, span: Span::new(file, range.start, range.end) };
    }
    let trimmed_end = part.trim_end().len();
    let first_word = part.len() - part.trim_start().len();
    let start = part[..first_word.min(trimmed_end)].rfind('\n').map_or(0, |at| at + 1).min(trimmed_end);
    let span = Span::new(file, range.start + start, range.start + trimmed_end);
    Prose { text: part[start..trimmed_end].replace("\r\n", "\n"), span }
}

/// The text without comments that begin a line: hints for the writer, which nobody reads. `None` if it has none.
fn without_comments(text: &str) -> Option<String> {
    let (mut kept, mut rest) = (String::new(), text);
    let mut found = false;
    while let Some(start) = rest.find("<!--") {
        let begins_line = rest[..start].rsplit('\n').next().is_none_or(|line| line.trim().is_empty());
        let end = rest[start..].find("-->").map(|length| start + length + "-->".len());
        match end.filter(|_| begins_line) {
            Some(end) => {
                found = true;
                kept.push_str(&rest[..start]);
                rest = &rest[end..];
            }
            None => {
                kept.push_str(&rest[..start + "<!--".len()]);
                rest = &rest[start + "<!--".len()..];
            }
        }
    }
    kept.push_str(rest);
    found.then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Sections {
        sections(text, FileId(0), 0)
    }

    #[test]
    fn headings_cut_and_deeper_ones_stay() {
        let text = "awal\n\n## hk1\n\nIsi é.\n\n### rinci\n\nlagi\n\n## Pelajaran `hk2`\n";
        let cut = cut(text);
        assert_eq!(cut.preamble.unwrap().text, "awal");
        let heads: Vec<&str> = cut.sections.iter().map(|section| section.heading.text.as_str()).collect();
        assert_eq!(heads, ["hk1", "Pelajaran hk2"]);
        assert_eq!(cut.sections[0].body.text, "Isi é.\n\n### rinci\n\nlagi");
        assert_eq!(cut.sections[1].body.text, "");
        for section in &cut.sections {
            let span = section.heading.span;
            assert!(text[span.start as usize..span.end as usize].starts_with(&section.heading.text[..3]));
        }
    }

    #[test]
    fn marks_inside_code_quotes_and_lists_are_no_headings() {
        let text = "## a\n\n```\n## bukan\n```\n\n> ## bukan\n\n- ## bukan\n\n    ## bukan\n";
        assert_eq!(cut(text).sections.len(), 1);
    }

    #[test]
    fn underlined_headings_and_windows_lines_are_read() {
        let text = "Judul\r\n=====\r\n\r\nbaris satu\r\nbaris dua\r\n\r\nhk1\r\n---\r\nisi\r\n";
        let cut = cut(text);
        assert_eq!(cut.preamble, None);
        let levels: Vec<(u8, &str)> =
            cut.sections.iter().map(|section| (section.level, section.heading.text.as_str())).collect();
        assert_eq!(levels, [(1, "Judul"), (2, "hk1")]);
        assert_eq!(cut.sections[0].body.text, "baris satu\nbaris dua");
        let span = cut.sections[1].body.span;
        assert_eq!(&text[span.start as usize..span.end as usize], "isi");
    }

    #[test]
    fn comments_for_the_writer_are_no_prose() {
        let cut = cut(
            "## a\n\n<!-- Apa yang\ntercapai? -->\n\n## b\n<!-- x -->\nIsi <!-- tetap -->.\n<!-- y -->\n## c\n<!-- buka\n",
        );
        let texts: Vec<&str> = cut.sections.iter().map(|section| section.body.text.as_str()).collect();
        assert_eq!(texts, ["", "Isi <!-- tetap -->.", "<!-- buka"]);
    }

    #[test]
    fn spans_count_in_the_whole_file() {
        let text = "---\nby: x\n---\n## hk1\nisi\n";
        let cut = sections(text, FileId(3), 14);
        assert_eq!(cut.sections[0].heading.span, Span::new(FileId(3), 17, 20));
        assert_eq!(cut.sections[0].body.span, Span::new(FileId(3), 21, 24));
        assert_eq!(sections(text, FileId(0), 9_999).sections, []);
    }
}
