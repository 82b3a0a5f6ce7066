//! The project's own source as tokens: enough to see which paths a file mentions and which types a type holds.

use std::fs;
use std::path::Path;

/// A word, number, text or sign of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As written; `""` for any text, `' '` for any character, and `'` for any lifetime.
    pub(crate) text: String,
    /// Its line, from 1.
    pub(crate) line: usize,
}

/// A path that a file mentions, resolved from the crate's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Its parts; `*` stands for everything in a module.
    pub(crate) path: Vec<String>,
    /// The name it has in the file.
    pub(crate) name: String,
    /// Its line.
    pub(crate) line: usize,
    /// Whether it is made a name of this module for others too.
    pub(crate) is_exported: bool,
}

/// A source file.
#[derive(Debug, Clone)]
pub(crate) struct SourceFile {
    /// Path below `src`, with `/`.
    pub(crate) path: String,
    /// The module it defines.
    pub(crate) module: Vec<String>,
    /// All of it.
    pub(crate) text: String,
    /// Its tokens without tests and comments.
    pub(crate) tokens: Vec<Token>,
    /// Modules that exist for tests only, and stand in files of their own.
    test_modules: Vec<Vec<String>>,
}

impl SourceFile {
    /// Reads one file's text.
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let stem = path.trim_end_matches(".rs").trim_end_matches("/mod");
        let module: Vec<String> = match stem {
            "lib" | "main" => vec![],
            _ => stem.split('/').map(str::to_owned).collect(),
        };
        let (tokens, test_modules) = without_tests(tokens(text), &module);
        SourceFile { path: path.to_owned(), module, text: text.to_owned(), tokens, test_modules }
    }

    /// Every path into this crate that the file mentions outside tests.
    pub(crate) fn mentions(&self) -> Vec<Mention> {
        let mut found = vec![];
        let mut inner: Vec<(&str, usize)> = vec![];
        let mut depth = 0;
        for at in 0..self.tokens.len() {
            match self.text_at(at) {
                "{" => {
                    depth += 1;
                    if at >= 2 && self.text_at(at - 2) == "mod" {
                        inner.push((self.text_at(at - 1), depth));
                    }
                }
                "}" => {
                    inner.retain(|(_, opened)| *opened != depth);
                    depth -= 1;
                }
                _ => {
                    if let Some((next, base)) = self.start_of_path(at, &inner) {
                        self.expand(next, base, self.is_exported(at), &mut found);
                    }
                }
            }
        }
        found
    }

    /// Where a path into this crate that begins at an index goes on, and the module it goes on from.
    fn start_of_path(&self, at: usize, inner: &[(&str, usize)]) -> Option<(usize, Vec<String>)> {
        let before = at.checked_sub(1).map(|before| self.text_at(before));
        if before == Some("::") || self.text_at(at + 1) != "::" {
            return None;
        }
        let module = || {
            let inner = inner.iter().map(|(name, _)| (*name).to_owned());
            self.module.iter().cloned().chain(inner).collect::<Vec<_>>()
        };
        match self.text_at(at) {
            "crate" | "rapor" => Some((at + 2, vec![])),
            "self" => Some((at + 2, module())),
            "super" => {
                let mut base = module();
                let mut next = at;
                while self.text_at(next) == "super" {
                    base.pop();
                    next += 2;
                }
                Some((next, base))
            }
            child if before == Some("use") && is_word(child) => Some((at, module())),
            _ => None,
        }
    }

    /// The names of other crates that paths begin with, with their lines. Names of modules are among them.
    pub(crate) fn first_names(&self) -> impl Iterator<Item = &Token> {
        (0..self.tokens.len()).filter_map(|at| {
            let begins = at == 0 || self.text_at(at - 1) != "::";
            (begins && self.text_at(at + 1) == "::").then_some(&self.tokens[at])
        })
    }

    /// A token's text; nothing past the end.
    pub(crate) fn text_at(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.text.as_str())
    }

    fn is_exported(&self, at: usize) -> bool {
        let is_use = at >= 2 && self.text_at(at - 1) == "use";
        is_use && matches!(self.text_at(at - 2), "pub" | ")")
    }

    /// Follows a path that may end in a group; gives the index behind it.
    fn expand(&self, at: usize, path: Vec<String>, is_exported: bool, found: &mut Vec<Mention>) -> usize {
        let line = self.tokens.get(at).map_or(0, |token| token.line);
        let mention =
            |path: Vec<String>, name: &str| Mention { name: name.to_owned(), path, line, is_exported };
        let parent = path.last().cloned().unwrap_or_default();
        let extended = |part: &str| path.iter().cloned().chain([part.to_owned()]).collect::<Vec<_>>();
        match self.text_at(at) {
            "{" => {
                let mut next = at + 1;
                while !matches!(self.text_at(next), "}" | "") {
                    next = self.expand(next, path.clone(), is_exported, found);
                    next += usize::from(self.text_at(next) == ",");
                }
                next + 1
            }
            "*" => {
                found.push(mention(extended("*"), "*"));
                at + 1
            }
            "self" => self.named(at + 1, mention(path, &parent), found),
            part if is_word(part) => {
                let continues = self.text_at(at + 1) == "::"
                    && (is_word(self.text_at(at + 2)) || matches!(self.text_at(at + 2), "{" | "*"));
                if continues {
                    self.expand(at + 2, extended(part), is_exported, found)
                } else {
                    self.named(at + 1, mention(extended(part), part), found)
                }
            }
            _ => {
                found.push(mention(path, &parent));
                at + 1
            }
        }
    }

    /// Takes `as name` into account, if it follows.
    fn named(&self, at: usize, mut mention: Mention, found: &mut Vec<Mention>) -> usize {
        let renamed = self.text_at(at) == "as";
        if renamed {
            self.text_at(at + 1).clone_into(&mut mention.name);
        }
        found.push(mention);
        if renamed { at + 2 } else { at }
    }
}

/// Reads every source file below a folder, without those that are tests only.
pub(crate) fn read(folder: &Path) -> Vec<SourceFile> {
    let mut files = vec![];
    collect(folder, "", &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let tests: Vec<Vec<String>> = files.iter().flat_map(|file| file.test_modules.clone()).collect();
    files.retain(|file| !tests.iter().any(|test| file.module.starts_with(test)));
    files
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{path}/"), files);
        } else if path.ends_with(".rs") {
            files.push(SourceFile::new(&path, &fs::read_to_string(entry.path()).unwrap()));
        }
    }
}

/// Whether a token is a name or keyword.
pub(crate) fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Cuts a text into tokens. Comments are left out.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut rest = text;
    let mut line = 1;
    let mut tokens = vec![];
    while let Some(first) = rest.chars().next() {
        let (length, shown) = token(rest, first);
        if let Some(shown) = shown {
            tokens.push(Token { text: shown, line });
        }
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// Length of the token at the start of a text, and how it is shown.
fn token(rest: &str, first: char) -> (usize, Option<String>) {
    let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    let prefix = &rest[..word];
    let quoted = rest[word..].trim_start_matches('#').starts_with('"');
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (block_comment(rest), None);
    }
    if matches!(prefix, "r" | "br" | "cr") && quoted {
        return (raw_text(rest, word), Some("\"\"".to_owned()));
    }
    if matches!(prefix, "" | "b" | "c") && rest[word..].starts_with('"') {
        return (word + escaped(&rest[word..], '"'), Some("\"\"".to_owned()));
    }
    if matches!(prefix, "" | "b") && rest[word..].starts_with('\'') {
        let inside = &rest[word + 1..];
        let second = inside.chars().nth(1);
        if inside.starts_with('\\') || second == Some('\'') {
            return (word + escaped(&rest[word..], '\''), Some("' '".to_owned()));
        }
        let name = inside.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(inside.len());
        return (word + 1 + name, Some("'".to_owned()));
    }
    if first.is_ascii_digit() {
        let has_fraction = rest[word..]
            .strip_prefix('.')
            .is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
        let fraction = if has_fraction {
            1 + rest[word + 1..]
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len() - word - 1)
        } else {
            0
        };
        return (word + fraction, Some(rest[..word + fraction].to_owned()));
    }
    if word > 0 {
        return (word, Some(prefix.to_owned()));
    }
    if rest.starts_with("::") {
        return (2, Some("::".to_owned()));
    }
    (first.len_utf8(), (!first.is_whitespace()).then(|| first.to_string()))
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

fn raw_text(rest: &str, prefix: usize) -> usize {
    let hashes = rest[prefix..].len() - rest[prefix..].trim_start_matches('#').len();
    let start = prefix + hashes + 1;
    let end = format!("\"{}", "#".repeat(hashes));
    rest[start..].find(&end).map_or(rest.len(), |found| start + found + end.len())
}

fn escaped(rest: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if c == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    rest.len()
}

/// Leaves out what is marked as a test, and names the test modules that stand in files of their own.
fn without_tests(tokens: Vec<Token>, module: &[String]) -> (Vec<Token>, Vec<Vec<String>>) {
    let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    let is_mark = |at: usize| {
        texts[at..].starts_with(&["#", "[", "cfg", "(", "test", ")", "]"])
            || texts[at..].starts_with(&["#", "[", "test", "]"])
    };
    let mut kept = vec![];
    let mut modules = vec![];
    let mut at = 0;
    while at < texts.len() {
        if !is_mark(at) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        let end = end_of_item(&texts, at);
        if let ["mod", name, ";"] = texts[end.saturating_sub(3)..end] {
            modules.push(module.iter().cloned().chain([name.to_owned()]).collect());
        }
        at = end;
    }
    (kept, modules)
}

/// The index behind the item that starts at one of its attributes.
fn end_of_item(texts: &[&str], mut at: usize) -> usize {
    while texts.get(at) == Some(&"#") {
        at = behind(texts, at + 1);
    }
    let ends_with_sign = loop {
        match texts.get(at) {
            Some(&"pub") => at += 1,
            Some(&"(") => at = behind(texts, at),
            Some(&("use" | "extern" | "const" | "static" | "type" | "let")) => {
                break texts.get(at + 1) != Some(&"fn");
            }
            _ => break false,
        }
    };
    while at < texts.len() {
        match texts[at] {
            ";" => return at + 1,
            "{" if !ends_with_sign => return behind(texts, at),
            "{" | "(" | "[" => at = behind(texts, at),
            _ => at += 1,
        }
    }
    at
}

/// The index behind the bracket that opens at an index.
pub(crate) fn behind(texts: &[&str], open: usize) -> usize {
    let mut depth = 0;
    for (at, text) in texts.iter().enumerate().skip(open) {
        match *text {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    texts.len()
}
