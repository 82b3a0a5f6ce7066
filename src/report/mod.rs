//! Documents: views laid out as printable forms.
//!
//! Takes views, gives documents built of headings, paragraphs, tables and signature boxes, laid out on pages. Must
//! never know a PDF object.

pub mod document;
