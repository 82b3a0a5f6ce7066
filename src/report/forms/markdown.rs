//! Markdown as blocks of a document.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::report::document::{Cell, Column, Content, Inline, List, Marker, Paragraph, Prose, Row, Table};
use crate::text::without_forbidden;

/// Lists nested deeper than this run on in the one above them.
const MOST_LISTS: usize = 4;

/// Markdown as paragraphs, lists and tables. Headings become bold paragraphs, pictures their words, and what a page cannot
/// show (HTML) its own text.
pub(super) fn contents(text: &str) -> Vec<Content> {
    let mut setter = Setter { open: vec![vec![]], ..Setter::default() };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(text, options) {
        setter.event(event);
    }
    setter.end_paragraph();
    setter.open.into_iter().flatten().collect()
}

#[derive(Default)]
struct Setter {
    prose: Prose,
    bold: usize,
    italic: usize,
    /// The address of the link that is open.
    link: Option<String>,
    /// Contents of the document and of each open list item.
    open: Vec<Vec<Content>>,
    lists: Vec<List>,
    /// How many open lists run on in the one above them.
    flat: usize,
    /// The rows of the table that is open, the first of them its head.
    rows: Vec<Vec<Prose>>,
}

impl Setter {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) | Event::InlineHtml(words) | Event::Html(words) => {
                self.words(&words);
            }
            Event::InlineMath(words) | Event::DisplayMath(words) => self.words(&words),
            Event::FootnoteReference(name) => self.words(&format!("[{name}]")),
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.prose.0.push(Inline::Break),
            Event::Rule => self.end_paragraph(),
            Event::TaskListMarker(done) => self.words(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Heading { .. } => {
                self.end_paragraph();
                self.bold += 1;
            }
            Tag::Link { dest_url, .. } => {
                let known =
                    ["https://", "http://", "mailto:"].iter().any(|scheme| dest_url.starts_with(scheme));
                self.link = known.then(|| dest_url.into_string());
            }
            Tag::List(_) if self.lists.len() >= MOST_LISTS => {
                self.end_paragraph();
                self.flat += 1;
            }
            Tag::List(first) => {
                self.end_paragraph();
                let number = |first| u32::try_from(first).unwrap_or(1);
                let marker = first.map_or(Marker::Bullet, |first| Marker::Number(number(first)));
                self.lists.push(List { marker, items: vec![] });
            }
            Tag::Item if self.flat == 0 => self.open.push(vec![]),
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::Image { .. } => {}
            Tag::TableHead | Tag::TableRow => {
                self.end_paragraph();
                self.rows.push(vec![]);
            }
            Tag::TableCell => {}
            _ => self.end_paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Heading(_) => {
                self.end_paragraph();
                self.bold = self.bold.saturating_sub(1);
            }
            TagEnd::Link => self.link = None,
            TagEnd::List(_) if self.flat > 0 => {
                self.end_paragraph();
                self.flat -= 1;
            }
            TagEnd::List(_) => {
                self.end_paragraph();
                if let Some(list) = self.lists.pop() {
                    self.add(Content::List(list));
                }
            }
            TagEnd::Item => {
                self.end_paragraph();
                if self.flat == 0
                    && let Some(item) = self.open.pop()
                    && let Some(list) = self.lists.last_mut()
                {
                    list.items.push(item);
                }
            }
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Image | TagEnd::TableHead | TagEnd::TableRow => {}
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.prose);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.add(Content::Table(Box::new(table(rows))));
            }
            _ => self.end_paragraph(),
        }
    }

    fn words(&mut self, words: &str) {
        let text = without_forbidden(words).into_owned();
        self.prose.0.push(match &self.link {
            Some(url) => Inline::Link { text, url: url.clone() },
            None => Inline::Words { text, bold: self.bold > 0, italic: self.italic > 0 },
        });
    }

    fn end_paragraph(&mut self) {
        let prose = std::mem::take(&mut self.prose);
        if !prose.is_empty() {
            self.add(Paragraph::new(prose).into());
        }
    }

    fn add(&mut self, content: Content) {
        if let Some(open) = self.open.last_mut() {
            open.push(content);
        }
    }
}

/// Letters beyond which a cell makes its column no wider, and below which it makes it no narrower.
const WIDE: usize = 40;
const NARROW: usize = 6;

/// Rows as a table, its columns wide as what they say is long.
fn table(rows: Vec<Vec<Prose>>) -> Table {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let letters = |prose: &Prose| {
        let words = prose.0.iter().map(|inline| match inline {
            Inline::Words { text, .. } | Inline::Link { text, .. } => text.chars().count(),
            Inline::Break | Inline::Blank { .. } => 1,
        });
        words.sum::<usize>()
    };
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(letters);
        cells.max().unwrap_or(0).clamp(NARROW, WIDE)
    };
    let columns: Vec<Column> = (0..count).map(|column| Column::share(widest(column) as f32)).collect();
    let mut rows = rows.into_iter().map(|row| Row::new(row.into_iter().map(Cell::new)));
    let mut table = Table::new(columns);
    table.head.extend(rows.next());
    table.rows(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(contents: &[Content]) -> String {
        let prose = |prose: &Prose| {
            let words = prose.0.iter().map(|inline| match inline {
                Inline::Words { text, bold, italic } => match (bold, italic) {
                    (true, _) => format!("*{text}*"),
                    (_, true) => format!("/{text}/"),
                    _ => text.clone(),
                },
                Inline::Link { text, url } => format!("<{text}:{url}>"),
                Inline::Break => "\\".to_owned(),
                Inline::Blank { .. } => "____".to_owned(),
            });
            words.collect::<String>()
        };
        let one = |content: &Content| match content {
            Content::Paragraph(paragraph) => prose(&paragraph.prose),
            Content::List(list) => {
                let items: Vec<String> = list.items.iter().map(|item| plain(item)).collect();
                format!("{:?}({})", list.marker, items.join(";"))
            }
            Content::Table(table) => {
                let rows = table.head.iter().chain(&table.body);
                let row = |row: &Row| row.cells.iter().map(|cell| plain(&cell.content)).collect::<Vec<_>>();
                format!("[{}]", rows.map(|one| row(one).join(",")).collect::<Vec<_>>().join(";"))
            }
            _ => String::new(),
        };
        contents.iter().map(one).collect::<Vec<_>>().join("|")
    }

    fn read(text: &str) -> String {
        plain(&contents(text))
    }

    #[test]
    fn prose_keeps_its_emphasis_links_and_lists() {
        assert_eq!(read("Satu *dua*\n**tiga**  \nempat"), "Satu /dua/ *tiga*\\empat");
        assert_eq!(read("[a](https://b.example) [c](javascript:d) ![e](f.png)"), "<a:https://b.example> c e");
        assert_eq!(read("### Judul\n\nisi"), "*Judul*|isi");
        assert_eq!(read("3. a\n4. b\n   - c\n\nd"), "Number(3)(a;b|Bullet(c))|d");
        assert_eq!(read("| a | b |\n|---|---|\n| c | d |"), "[a,b;c,d]");
        assert_eq!(read("- x\n\n  | a |\n  |---|\n  | **b** |\n\ny"), "Bullet(x|[a;*b*])|y");
        assert_eq!(read("- [x] a\n- [ ] b"), "Bullet([x] a;[ ] b)");
        assert_eq!(read(""), "");
    }

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(read("a&#x202e;b&#7;c"), "a\u{fffd}b\u{fffd}c");
        assert_eq!(read("<script>x</script> & <b>y</b>"), "<script>x</script> & <b>y</b>");
        let deep = contents(&format!("{}x", "- ".repeat(3000)));
        let levels = format!("{deep:?}").matches("List {").count();
        assert!(levels <= MOST_LISTS, "{levels}");
        assert!(format!("{deep:?}").contains("\"x\""));
    }
}
