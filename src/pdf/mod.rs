//! PDF files.
//!
//! Takes laid-out pages with their structure, gives the bytes of a tagged PDF/A-2a and PDF/UA-1 file. The only room
//! that knows PDF crates. Must never know what a document says.
