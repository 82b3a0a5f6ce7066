//! CSV as spreadsheets write it, with a place for every cell.
//!
//! Commas or semicolons part the fields, by what the head line uses; quotes, a byte order mark, Windows lines and
//! Excel's `sep=` line are read.

use std::collections::BTreeMap;

use crate::diagnostic::{FileId, Finding, Span, code};

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text without quotes and blanks around it.
    pub text: String,
    /// Where it stands, quotes included.
    pub span: Span,
}

/// A CSV file: its head line and its rows, each with as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The names of the columns.
    pub columns: Vec<Cell>,
    /// The rows that could be read; rows of blanks are left out.
    pub rows: Vec<Vec<Cell>>,
}

/// Reads a CSV file. Rows that cannot be read are findings, the others are kept.
pub fn read(text: &str, file: FileId) -> (Table, Vec<Finding>) {
    let mut reader = Reader { text, at: head_start(text), separator: b',', file, findings: Vec::new() };
    reader.separator = separator(&text[reader.at..]);
    let Some(columns) = reader.row() else {
        reader.findings.push(Finding::new(code::EMPTY_FILE, Span::start_of(file)));
        return (Table::default(), reader.findings);
    };
    reader.report_doubles(&columns);
    let mut rows = Vec::new();
    while let Some(row) = reader.row() {
        if row.len() == columns.len() {
            rows.push(row);
        } else if let (Some(first), Some(last)) = (row.first(), row.last()) {
            let at = Span { end: last.span.end, ..first.span };
            let finding = Finding::new(code::CSV_FIELD_COUNT, at);
            reader.findings.push(finding.count("expected", columns.len()).count("found", row.len()));
        }
    }
    (Table { columns, rows }, reader.findings)
}

/// Spreadsheets may say the separator in a line of its own, `sep=;`, before the head line.
fn head_start(text: &str) -> usize {
    let line_end = text.find('\n').map_or(text.len(), |at| at + 1);
    if text[..line_end].to_ascii_lowercase().starts_with("sep=") { line_end } else { 0 }
}

/// The separator that stands more often in the head line, outside of quotes.
fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let mut balance = 0_i64;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            b',' if !quoted => balance -= 1,
            b';' if !quoted => balance += 1,
            _ => {}
        }
    }
    if balance > 0 { b';' } else { b',' }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
    file: FileId,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    /// The next row that holds anything. `None` at the end.
    fn row(&mut self) -> Option<Vec<Cell>> {
        while self.at < self.text.len() {
            let row = self.fields();
            if row.iter().any(|cell| !cell.text.is_empty()) {
                return Some(row);
            }
        }
        None
    }

    fn fields(&mut self) -> Vec<Cell> {
        let mut row = Vec::new();
        loop {
            row.push(self.field());
            if self.peek() == Some(self.separator) {
                self.at += 1;
            } else {
                self.end_line();
                return row;
            }
        }
    }

    fn field(&mut self) -> Cell {
        while matches!(self.peek(), Some(b' ' | b'\t')) {
            self.at += 1;
        }
        if self.peek() == Some(b'"') { self.quoted() } else { self.plain() }
    }

    fn plain(&mut self) -> Cell {
        let start = self.at;
        self.skip_to_end_of_field();
        let text = self.text[start..self.at].trim_end();
        Cell { text: text.to_owned(), span: Span::new(self.file, start, start + text.len()) }
    }

    fn quoted(&mut self) -> Cell {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(quote) = rest.find('"') else {
                self.at = self.text.len();
                self.findings
                    .push(Finding::new(code::CSV_UNCLOSED_QUOTE, Span::new(self.file, start, start + 1)));
                return Cell { text: String::new(), span: Span::new(self.file, start, self.at) };
            };
            text.push_str(&rest[..quote]);
            self.at += quote + 1;
            if self.peek() != Some(b'"') {
                break;
            }
            text.push('"');
            self.at += 1;
        }
        let span = Span::new(self.file, start, self.at);
        let after = self.at;
        self.skip_to_end_of_field();
        let stray = self.text[after..self.at].trim();
        if !stray.is_empty() {
            let at = Span::new(self.file, after, after + self.text[after..self.at].trim_end().len());
            self.findings.push(Finding::new(code::CSV_TEXT_AFTER_QUOTE, at));
        }
        Cell { text: text.trim().replace("\r\n", "\n"), span }
    }

    fn skip_to_end_of_field(&mut self) {
        while self.peek().is_some_and(|byte| byte != self.separator && byte != b'\n') {
            self.at += 1;
        }
    }

    fn end_line(&mut self) {
        if self.peek() == Some(b'\n') {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn report_doubles(&mut self, columns: &[Cell]) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for column in columns {
            let first = *seen.entry(&column.text).or_insert(column.span);
            if first != column.span {
                let finding = Finding::new(code::CSV_DUPLICATE_COLUMN, column.span);
                self.findings.push(finding.arg("column", &column.text).note(first, "first-given"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(row: &[Cell]) -> Vec<&str> {
        row.iter().map(|cell| cell.text.as_str()).collect()
    }

    #[test]
    fn both_separators_quotes_and_windows_lines_are_read() {
        for text in [
            "id,nama,nilai\r\ndewi,\"Dewi, S.Kom. \"\"D\"\"\",\"97,5\"\r\n\r\n",
            "sep=;\r\nid;nama;nilai\r\n dewi ;\"Dewi, S.Kom. \"\"D\"\"\";97,5\r\n;;\r\n",
        ] {
            let (table, findings) = read(text, FileId(0));
            assert_eq!(findings, []);
            assert_eq!(texts(&table.columns), ["id", "nama", "nilai"]);
            assert_eq!(table.rows.len(), 1);
            assert_eq!(texts(&table.rows[0]), ["dewi", "Dewi, S.Kom. \"D\"", "97,5"]);
            let span = table.rows[0][0].span;
            assert_eq!(&text[span.start as usize..span.end as usize], "dewi");
        }
    }

    #[test]
    fn a_field_may_run_over_lines() {
        let (table, findings) = read("a,b\n1,\"x\ny\"\n2,z", FileId(0));
        assert_eq!(findings, []);
        assert_eq!(texts(&table.rows[0]), ["1", "x\ny"]);
        assert_eq!(texts(&table.rows[1]), ["2", "z"]);
    }

    #[test]
    fn faulty_rows_are_placed_and_the_others_kept() {
        let (table, findings) = read("a,b\n1\n2,3\n4,5,6\n", FileId(0));
        assert_eq!(table.rows.len(), 1);
        let found: Vec<(&str, u32)> =
            findings.iter().map(|finding| (finding.code.0, finding.at.start)).collect();
        assert_eq!(found, [("R031", 4), ("R031", 10)]);
    }

    #[test]
    fn quotes_that_go_wrong_are_placed() {
        let code_at = |text| {
            let (_, findings) = read(text, FileId(0));
            findings.iter().map(|finding| (finding.code, finding.at.start)).collect::<Vec<_>>()
        };
        assert_eq!(code_at("a,b\n1,\"x\n"), [(code::CSV_UNCLOSED_QUOTE, 6)]);
        assert_eq!(code_at("a,b\n\"1\" x,2\n"), [(code::CSV_TEXT_AFTER_QUOTE, 7)]);
        assert_eq!(code_at("a,a\n"), [(code::CSV_DUPLICATE_COLUMN, 2)]);
        assert_eq!(code_at(" \n\n"), [(code::EMPTY_FILE, 0)]);
    }
}
