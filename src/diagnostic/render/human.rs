//! For people at a terminal: message, source lines with the place marked, advice.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};

use super::{Options, advice, message, shown_path};
use crate::diagnostic::{Finding, Note, Places, Severity, Span, Texts, range};
use crate::text;

pub(super) fn render(findings: &[Finding], texts: &dyn Texts, options: &Options) -> String {
    let base = if options.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = base.decor_style(DecorStyle::Ascii).term_width(options.width.max(40));
    let places = Places::new(texts);
    let mut out = String::new();
    for finding in findings {
        let level = match finding.severity() {
            Severity::Error => Level::ERROR.with_name(text::phrase(options.lang, "error")),
            Severity::Warning => Level::WARNING.with_name(text::phrase(options.lang, "warning")),
        };
        let mut elements = if options.show_source {
            snippets(finding, texts, &places, options)
        } else {
            vec![origin(finding.at, texts, &places)]
        };
        let help = Level::HELP.with_name(text::phrase(options.lang, "help"));
        elements.extend(advice(finding, options).into_iter().map(|line| help.clone().message(line).into()));
        let group = level.primary_title(message(finding, options)).id(finding.code.0).elements(elements);
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    out
}

/// Notes in the same file are marked in the same piece of source, others in pieces of their own.
fn snippets<'a>(
    finding: &'a Finding,
    texts: &'a dyn Texts,
    places: &Places,
    options: &Options,
) -> Vec<Element<'a>> {
    let (near, far): (Vec<&Note>, Vec<&Note>) =
        finding.notes.iter().partition(|note| note.at.file == finding.at.file);
    let mut marks = vec![Mark { at: finding.at, kind: AnnotationKind::Primary, label: None }];
    marks.extend(near.into_iter().map(|note| mark(note, options)));
    let mut elements = vec![snippet(&marks, texts, places)];
    elements.extend(far.into_iter().map(|note| snippet(&[mark(note, options)], texts, places)));
    elements
}

struct Mark {
    at: Span,
    kind: AnnotationKind,
    label: Option<&'static str>,
}

fn mark(note: &Note, options: &Options) -> Mark {
    let label = Some(text::phrase(options.lang, note.phrase));
    Mark { at: note.at, kind: AnnotationKind::Context, label }
}

/// The lines from the first to the last mark. Only they are handed over, since files may be long and findings many.
fn snippet<'a>(marks: &[Mark], texts: &'a dyn Texts, places: &Places) -> Element<'a> {
    let Some(first) = marks.first() else { return Origin::path("").into() };
    let text = texts.text(first.at.file);
    if text.is_empty() {
        return origin(first.at, texts, places);
    }
    let spans: Vec<std::ops::Range<usize>> =
        marks.iter().map(|mark| first_line(text, range(text, mark.at))).collect();
    let start = spans.iter().map(|span| line_start(text, span.start)).min().unwrap_or_default();
    let end = spans.iter().map(|span| line_end(text, span.end)).max().unwrap_or(text.len());
    let line = places.of(first.at.file, u32::try_from(start).unwrap_or(u32::MAX)).line;
    let source =
        Snippet::source(&text[start..end]).line_start(line as usize).path(shown_path(texts, first.at.file));
    let annotations = marks
        .iter()
        .zip(spans)
        .map(|(mark, span)| mark.kind.span(span.start - start..span.end - start).label(mark.label));
    source.annotations(annotations).into()
}

fn origin<'a>(at: Span, texts: &dyn Texts, places: &Places) -> Element<'a> {
    let place = places.of(at.file, at.start);
    Origin::path(shown_path(texts, at.file))
        .line(place.line as usize)
        .char_column(place.column as usize)
        .into()
}

/// A mark over many lines says no more than one over the first.
fn first_line(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    span.start..span.end.min(line_end(text, span.start)).max(span.start)
}

fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |at| at + 1)
}

fn line_end(text: &str, byte: usize) -> usize {
    let end = text[byte..].find('\n').map_or(text.len(), |at| byte + at);
    if text[byte..end].ends_with('\r') { end - 1 } else { end }
}
