//! What the terminal can do, and the words said on it.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use crate::text::{self, Lang};

/// The terminal a command talks to. Results go to standard output, everything else to standard error.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terminal {
    pub(super) lang: Lang,
    pub(super) color: bool,
    interactive: bool,
}

/// Rows with their cells below each other, indented.
pub(super) fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|at| width(at).unwrap_or(0)).collect();
    let mut words = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        words.push_str("  ");
        words.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        words.push('\n');
    }
    words
}

/// Reads whether colour is wanted: never with `NO_COLOR` or a dumb terminal (no-color.org).
fn wants_color(on_terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    on_terminal && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

impl Terminal {
    pub(super) fn new(lang: Lang) -> Terminal {
        let interactive = io::stderr().is_terminal();
        Terminal { lang, color: wants_color(interactive), interactive }
    }

    /// A phrase with its placeholders filled.
    pub(super) fn phrase(&self, key: &'static str, values: &[(&str, &dyn Display)]) -> String {
        text::fill(text::phrase(self.lang, key), values)
    }

    /// Says something about the work.
    pub(super) fn say(&self, key: &'static str, values: &[(&str, &dyn Display)]) {
        self.note(&self.phrase(key, values));
    }

    /// Writes lines about the work. A closed pipe is no fault.
    pub(super) fn note(&self, words: &str) {
        self.clear_progress();
        let _ = writeln!(io::stderr(), "{words}");
    }

    /// Writes a result. A closed pipe is no fault.
    pub(super) fn print(&self, result: &str) {
        self.clear_progress();
        let mut out = io::stdout().lock();
        let _ = out.write_all(result.as_bytes());
        let _ = out.flush();
    }

    /// Writes a result to people or to a file, with colour where people read it.
    pub(super) fn prints_color() -> bool {
        wants_color(io::stdout().is_terminal())
    }

    /// Shows how far long work is, on one line that is overwritten; only where somebody watches.
    pub(super) fn progress(&self, key: &'static str) {
        if self.interactive {
            let _ = write!(io::stderr(), "\r\x1b[2K{} ...", text::phrase(self.lang, key));
            let _ = io::stderr().flush();
        }
    }

    fn clear_progress(&self) {
        if self.interactive {
            let _ = write!(io::stderr(), "\r\x1b[2K");
        }
    }

    /// A length of time, in seconds with two decimals.
    pub(super) fn took(&self, took: Duration) -> String {
        let hundredths = took.as_millis() / 10;
        let point = if self.lang == Lang::Id { ',' } else { '.' };
        let number = format!("{}{point}{:02}", hundredths / 100, hundredths % 100);
        self.phrase("seconds", &[("n", &number)])
    }
}
