//! Words with emphasis and links.

/// A stretch of words of one kind.
#[derive(Debug, Clone, PartialEq)]
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
    /// Room to write in by hand, with a rule below it. Nothing is read out there.
    Blank {
        /// How wide, in sizes of the text.
        ems: f32,
    },
    /// The line ends here.
    Break,
}

/// Stands in plain words for a [`Inline::Blank`] long enough for a date or number, so that sentences can be filled with
/// it. No text holds this character, which stands for nothing.
pub const BLANK: &str = "\u{fdd0}";
/// Width of such a blank.
const BLANK_EMS: f32 = 7.5;

/// Running text of a paragraph, heading or cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Prose(pub Vec<Inline>);

impl Prose {
    /// No words yet.
    pub fn new() -> Prose {
        Prose::default()
    }

    /// Adds plain words.
    pub fn text(self, text: impl Into<String>) -> Prose {
        self.with(text, false, false)
    }

    /// Adds bold words.
    pub fn bold(self, text: impl Into<String>) -> Prose {
        self.with(text, true, false)
    }

    /// Adds words in italics.
    pub fn italic(self, text: impl Into<String>) -> Prose {
        self.with(text, false, true)
    }

    /// Adds words that lead somewhere.
    pub fn link(mut self, text: impl Into<String>, url: impl Into<String>) -> Prose {
        self.0.push(Inline::Link { text: text.into(), url: url.into() });
        self
    }

    /// Adds room to write in by hand, so many sizes of the text wide.
    pub fn blank(mut self, ems: f32) -> Prose {
        self.0.push(Inline::Blank { ems });
        self
    }

    /// Ends the line.
    pub fn line_break(mut self) -> Prose {
        self.0.push(Inline::Break);
        self
    }

    /// What it says, on one line.
    pub fn words(&self) -> String {
        let texts = self.0.iter().map(|inline| match inline {
            Inline::Words { text, .. } | Inline::Link { text, .. } => text.as_str(),
            Inline::Break | Inline::Blank { .. } => " ",
        });
        texts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Says whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|inline| match inline {
            Inline::Words { text, .. } | Inline::Link { text, .. } => text.trim().is_empty(),
            Inline::Break => true,
            Inline::Blank { .. } => false,
        })
    }

    fn with(mut self, text: impl Into<String>, bold: bool, italic: bool) -> Prose {
        let text = text.into();
        if !text.contains(BLANK) {
            self.0.push(Inline::Words { text, bold, italic });
            return self;
        }
        for (place, words) in text.split(BLANK).enumerate() {
            if place > 0 {
                self.0.push(Inline::Blank { ems: BLANK_EMS });
            }
            if !words.is_empty() {
                self.0.push(Inline::Words { text: words.to_owned(), bold, italic });
            }
        }
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
