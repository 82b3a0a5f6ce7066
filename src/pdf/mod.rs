//! PDF files.
//!
//! Takes laid-out pages with their structure, gives the bytes of a tagged PDF/A-2a and PDF/UA-1 file. The only room
//! that knows PDF crates. Must never know what a document says.

mod colour;
mod deflate;
mod image;

pub use colour::Colour;
pub use image::{Image, ImageError};
