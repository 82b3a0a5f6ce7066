//! Documents: views laid out as printable forms.
//!
//! Takes views, gives documents built of headings, paragraphs, tables and signature boxes, laid out on pages. Must
//! never know a PDF object.

pub mod document;
pub mod forms;
mod layout;

use crate::pdf::{Press, PressError};
use document::Document;

/// A printed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters the document font lacks, each shown as an empty square.
    pub missing: Vec<char>,
    /// How many pages it has.
    pub pages: usize,
}

/// Lays a document out and prints it. The bytes depend on the document alone.
pub fn render(document: &Document, press: &Press) -> Result<Rendered, PressError> {
    let (folio, missing) = press.with_shaper(|shaper| layout::lay(document, shaper));
    Ok(Rendered { bytes: press.print(&folio)?, missing, pages: folio.sheets.len() })
}

/// First and last page of a document in a volume, counted from 1.
pub type Pages = (usize, usize);

/// Binds documents into one file behind a list of contents, which is made from the first and last page of each.
pub fn render_bound(
    documents: &[Document],
    contents: &dyn Fn(&[Pages]) -> Document,
    press: &Press,
) -> Result<Rendered, PressError> {
    let (folio, missing) = press.with_shaper(|shaper| layout::bind(documents, contents, shaper));
    Ok(Rendered { bytes: press.print(&folio)?, missing, pages: folio.sheets.len() })
}
