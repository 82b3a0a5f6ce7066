//! The code by which a document is checked.

/// A document's code, printed with a QR code beside its last signatures, or at its end if it has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The code as it is printed.
    pub code: String,
    /// What the QR code holds.
    pub target: String,
    /// What the QR code is, in words.
    pub alt: String,
    /// What the code is, above it.
    pub label: String,
    /// What to do with it, below it.
    pub words: String,
    /// Beside every row of signatures, for documents whose pages are handed out one by one.
    pub on_every_row: bool,
}
