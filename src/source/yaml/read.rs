//! Events of the YAML parser, gathered into a tree within limits.

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, Span as EventSpan, options};

use super::syntax;
use super::{Node, Value};
use crate::diagnostic::{Code, FileId, Finding, Span, code};
use crate::source::sources::forbidden;
use crate::text::is_forbidden;

/// How much a YAML text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes.
    pub bytes: usize,
    /// Lists and mappings inside each other.
    pub depth: usize,
    /// Scalars, lists and mappings.
    pub nodes: usize,
}

impl Limits {
    /// Files that people write.
    pub const WRITTEN: Limits = Limits { bytes: 256 * 1024, depth: 16, nodes: 20_000 };
    /// Files that Rapor writes for a whole agency, such as locks.
    pub const MADE: Limits = Limits { bytes: 32 * 1024 * 1024, depth: 16, nodes: 4_000_000 };
}

/// Reads one YAML document as people write it. `base_offset` is the byte at which `text` begins in its file; all
/// spans count from there.
pub fn parse(text: &str, file: FileId, base_offset: u32) -> Result<Node, Vec<Finding>> {
    parse_within(Limits::WRITTEN, text, file, base_offset)
}

/// Reads one YAML document within the given limits.
pub fn parse_within(
    limits: Limits,
    text: &str,
    file: FileId,
    base_offset: u32,
) -> Result<Node, Vec<Finding>> {
    let reader =
        Reader { limits, text, file, base: base_offset as usize, open: Vec::new(), root: None, nodes: 0 };
    reader.run().map_err(|finding| vec![finding])
}

/// A list or mapping whose end is still to come.
struct Open {
    node: Node,
    /// In a mapping, the key whose value is still to come.
    key: Option<Node>,
}

struct Reader<'a> {
    limits: Limits,
    text: &'a str,
    file: FileId,
    base: usize,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
}

impl Reader<'_> {
    fn run(mut self) -> Result<Node, Finding> {
        if self.text.len() > self.limits.bytes {
            let finding = Finding::new(code::FILE_TOO_LARGE, self.span(0, 0));
            return Err(finding.count("size", self.text.len()).count("limit", self.limits.bytes));
        }
        let mut documents = 0;
        for event in Parser::new_from_str_with_options(self.text, parser_options(self.limits)) {
            let (event, at) = event.map_err(|error| self.refused(&error))?;
            match event {
                Event::DocumentStart(..) => {
                    documents += 1;
                    if documents > 1 {
                        return Err(Finding::new(code::SECOND_DOCUMENT, self.event_span(&at)));
                    }
                }
                Event::Scalar(text, style, anchor, tag) => {
                    self.no_extras(&at, anchor, tag.is_some())?;
                    let span = self.scalar_span(&at, style);
                    let plain = style == ScalarStyle::Plain;
                    // The parser gives a value that is not there as `~`; only one that is written is one.
                    let text =
                        if plain && span.start == span.end { String::new() } else { text.into_owned() };
                    // Quoted text may spell out what the file itself may not hold.
                    if let Some(character) = text.chars().find(|&c| is_forbidden(c)) {
                        return Err(forbidden(span, character));
                    }
                    let value = Value::Scalar { text, plain };
                    self.count(span)?;
                    self.put(Node { value, span });
                }
                Event::SequenceStart(_, anchor, tag) => {
                    self.no_extras(&at, anchor, tag.is_some())?;
                    let span = self.sequence_start(self.event_span(&at));
                    self.begin(Value::Seq(Vec::new()), span)?;
                }
                Event::MappingStart(_, anchor, tag) => {
                    self.no_extras(&at, anchor, tag.is_some())?;
                    self.begin(Value::Map(Vec::new()), self.event_span(&at))?;
                }
                Event::SequenceEnd | Event::MappingEnd => self.end(&at),
                Event::Alias(_) | Event::UnresolvedAlias(_) => {
                    return Err(self.reference(self.event_span(&at), "yaml-alias"));
                }
                _ => {}
            }
        }
        self.root.take().ok_or_else(|| Finding::new(code::EMPTY_FILE, self.span(0, 0)))
    }

    fn begin(&mut self, value: Value, span: Span) -> Result<(), Finding> {
        self.count(span)?;
        if self.open.len() >= self.limits.depth {
            return Err(self.over(code::TOO_DEEP, span, self.limits.depth));
        }
        self.open.push(Open { node: Node { value, span }, key: None });
        Ok(())
    }

    fn end(&mut self, at: &EventSpan) {
        let Some(Open { mut node, .. }) = self.open.pop() else { return };
        // A block ends where its last member does; the event comes only at the next line that is not part of it.
        let flow_end = self.event_span(at);
        let is_flow = flow_end.end > flow_end.start;
        let last = match &node.value {
            Value::Seq(members) => members.last(),
            Value::Map(pairs) => pairs.last().map(|(_, value)| value),
            Value::Scalar { .. } => None,
        };
        node.span.end = if is_flow { flow_end.end } else { last.map_or(node.span.end, |last| last.span.end) };
        self.put(node);
    }

    fn put(&mut self, node: Node) {
        let Some(parent) = self.open.last_mut() else {
            self.root = Some(node);
            return;
        };
        match &mut parent.node.value {
            Value::Seq(members) => members.push(node),
            Value::Map(pairs) => match parent.key.take() {
                None => parent.key = Some(node),
                Some(key) => pairs.push((key, node)),
            },
            Value::Scalar { .. } => {}
        }
    }

    fn count(&mut self, at: Span) -> Result<(), Finding> {
        self.nodes += 1;
        if self.nodes > self.limits.nodes {
            return Err(self.over(code::TOO_MANY_NODES, at, self.limits.nodes));
        }
        Ok(())
    }

    /// Anchors and tags make a file mean something else than it says to a reader.
    fn no_extras(&self, at: &EventSpan, anchor: usize, tagged: bool) -> Result<(), Finding> {
        if tagged {
            let at = at.tag_span().map_or(self.event_span(at), |tag| self.event_span(&tag));
            return Err(self.reference(at, "yaml-tag"));
        }
        if anchor != 0 {
            let end = byte(&at.start).unwrap_or_default();
            let start = self.text.get(..end).and_then(|before| before.rfind('&')).unwrap_or(end);
            let name =
                self.text[start..].find(char::is_whitespace).map_or(self.text.len(), |length| start + length);
            return Err(self.reference(self.span(start, name), "yaml-anchor"));
        }
        Ok(())
    }

    fn refused(&self, error: &ScanError) -> Finding {
        let start = byte(error.marker()).unwrap_or_default().min(self.text.len());
        let at = self.span(start, start);
        match syntax::kind(error.kind()) {
            syntax::Kind::Tab => Finding::new(code::TAB_INDENT, self.tab_near(start)),
            syntax::Kind::TooDeep => self.over(code::TOO_DEEP, at, self.limits.depth),
            syntax::Kind::Directive => self.reference(at, "yaml-directive"),
            syntax::Kind::Anchor => self.reference(at, "yaml-anchor"),
            syntax::Kind::Tag => self.reference(at, "yaml-tag"),
            syntax::Kind::SecondDocument => Finding::new(code::SECOND_DOCUMENT, at),
            syntax::Kind::Reason(reason) => match self.bracket_left_open(start) {
                Some(bracket) => {
                    Finding::new(code::YAML_SYNTAX, bracket).phrase("reason", "yaml-unclosed-bracket")
                }
                None => Finding::new(code::YAML_SYNTAX, at).phrase("reason", reason),
            },
        }
    }

    /// A bracket on an earlier line that is still open where the parser stopped: that it was not closed is the
    /// likelier mistake.
    fn bracket_left_open(&self, stopped: usize) -> Option<Span> {
        let mut open =
            self.open.iter().rev().map(|open| (open.node.span.start as usize).saturating_sub(self.base));
        let is_bracket = |at: &usize| self.text.get(*at..).is_some_and(|rest| rest.starts_with(['[', '{']));
        let bracket = open.find(is_bracket)?;
        let between = self.text.get(bracket..stopped)?;
        between.contains('\n').then(|| self.span(bracket, bracket + 1))
    }

    /// The first tab of the line that the parser stopped in, or of the next one where it stopped before the end.
    fn tab_near(&self, stopped: usize) -> Span {
        let line_start =
            self.text[..self.text.floor_char_boundary(stopped)].rfind('\n').map_or(0, |at| at + 1);
        let lines: usize = self.text[line_start..].split_inclusive('\n').take(2).map(str::len).sum();
        match self.text[line_start..line_start + lines].find('\t') {
            Some(at) => self.span(line_start + at, line_start + at + 1),
            None => self.span(stopped, stopped),
        }
    }

    /// A list that is not indented below its key is given from behind its first dash.
    fn sequence_start(&self, at: Span) -> Span {
        let start = (at.start as usize).saturating_sub(self.base);
        if self.text[self.text.floor_char_boundary(start)..].starts_with(['-', '[']) {
            return at;
        }
        let dash = self.text.get(..start).and_then(|before| before.rfind('-'));
        dash.map_or(at, |dash| self.span(dash, dash))
    }

    fn reference(&self, at: Span, what: &'static str) -> Finding {
        Finding::new(code::YAML_REFERENCE, at).phrase("what", what)
    }

    fn over(&self, code: Code, at: Span, limit: usize) -> Finding {
        Finding::new(code, Span { end: at.start, ..at }).count("limit", limit)
    }

    /// Block scalars run up to the next token; blank lines at their end are not shown as part of them. A missing
    /// value stands behind its colon.
    fn scalar_span(&self, at: &EventSpan, style: ScalarStyle) -> Span {
        let (start, end) = range(at);
        match style {
            ScalarStyle::Plain if start == end => {
                let behind =
                    start + usize::from(self.text.get(start..).is_some_and(|rest| rest.starts_with(':')));
                self.span(behind, behind)
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let written = self.text.get(start..end).map_or(0, |text| text.trim_end().len());
                self.span(start, start + written)
            }
            _ => self.span(start, end),
        }
    }

    fn event_span(&self, at: &EventSpan) -> Span {
        let (start, end) = range(at);
        self.span(start, end)
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.file, self.base.saturating_add(start), self.base.saturating_add(end.max(start)))
    }
}

/// The parser's own limits stand just above ours, so that it stops soon where ours are not asked.
fn parser_options(limits: Limits) -> Options {
    options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: limits.depth + 1,
        block_nesting_limit: limits.depth + 1,
    }
}

fn range(at: &EventSpan) -> (usize, usize) {
    let start = byte(&at.start).unwrap_or_default();
    (start, byte(&at.end).unwrap_or(start))
}

fn byte(marker: &granit_parser::Marker) -> Option<usize> {
    marker.byte_offset()
}
