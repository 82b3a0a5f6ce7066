//! Words: languages, number and date forms, phrases, and text as HTML holds it.
//!
//! Takes a language and typed values, gives text. Must never decide what is said, only how.

mod characters;
mod fill;
mod forms;
mod html;
mod phrases;

pub use characters::{is_forbidden, without_forbidden};
pub use fill::{Part, by_count, fill, parts};
pub use forms::{
    Join, count, date, date_range, decimal, list, moment, month, month_short, number, weekday,
    weekday_and_date,
};
pub use html::escape_html;
pub use phrases::{known_phrase, phrase};

/// A language Rapor speaks itself. Labels inside frameworks may be in any language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// Reads a BCP 47 tag; only the language part counts.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()? {
            "id" => Some(Lang::Id),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}
