//! PDF files.
//!
//! Takes laid-out pages with their structure, gives the bytes of a tagged PDF/A-2a and PDF/UA-1 file. Reads existing
//! files as far as signatures are concerned. The only room that knows PDF crates. Must never know what a document says.

mod colour;
mod content;
mod cut;
mod deflate;
mod face;
mod folio;
mod image;
mod meta;
mod press;
mod profile;
mod revise;
mod tree;

pub use colour::Colour;
pub use face::{ASCENT, DESCENT, Glyph, SOFT_HYPHEN, Shaper, Style, Word};
pub use folio::{Area, Bookmark, Draw, Field, Folio, Heads, Kind, LinkArea, Node, NodeId, Sheet};
pub use image::{Image, ImageError};
pub use press::{Press, PressError};
pub use revise::{
    Change, Existing, FileError, MOST_BYTES, NewSignature, Past, ReviseError, Signature, SignatureField,
    Step, Unsigned,
};
