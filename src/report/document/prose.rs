//! Words with emphasis and links.

/// A stretch of words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words. White space of any kind is a place where a line may end.
    Words {
        /// The words.
        text: String,
        /// In bold.
        bold: bool,
        /// In italics.
        italic: bool,
    },
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: String,
        /// An absolute address.
        url: String,
    },
    /// The line ends here.
    Break,
}

/// Running text of a paragraph, heading or cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose(pub Vec<Inline>);

impl Prose {
    /// No words yet.
    pub fn new() -> Prose {
        Prose::default()
    }

    /// Adds plain words.
    pub fn text(self, text: impl Into<String>) -> Prose {
        self.words(text, false, false)
    }

    /// Adds bold words.
    pub fn bold(self, text: impl Into<String>) -> Prose {
        self.words(text, true, false)
    }

    /// Adds words in italics.
    pub fn italic(self, text: impl Into<String>) -> Prose {
        self.words(text, false, true)
    }

    /// Adds words that lead somewhere.
    pub fn link(mut self, text: impl Into<String>, url: impl Into<String>) -> Prose {
        self.0.push(Inline::Link { text: text.into(), url: url.into() });
        self
    }

    /// Ends the line.
    pub fn line_break(mut self) -> Prose {
        self.0.push(Inline::Break);
        self
    }

    /// Says whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|inline| match inline {
            Inline::Words { text, .. } | Inline::Link { text, .. } => text.trim().is_empty(),
            Inline::Break => true,
        })
    }

    fn words(mut self, text: impl Into<String>, bold: bool, italic: bool) -> Prose {
        self.0.push(Inline::Words { text: text.into(), bold, italic });
        self
    }
}

impl From<&str> for Prose {
    fn from(text: &str) -> Self {
        Prose::new().text(text)
    }
}

impl From<String> for Prose {
    fn from(text: String) -> Self {
        Prose::new().text(text)
    }
}

impl From<&String> for Prose {
    fn from(text: &String) -> Self {
        Prose::new().text(text.as_str())
    }
}
