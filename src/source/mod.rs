//! Where text comes from.
//!
//! Takes a directory, gives its files in a fixed order as text with line positions, and YAML, front matter, Markdown
//! and CSV as trees whose every node knows its place. Limits come first: size, depth, encoding, links. Must never
//! know what a file means.

pub mod csv;
mod front_matter;
pub mod markdown;
mod sources;
pub mod yaml;

pub use front_matter::{Split, front_matter};
pub use sources::{File, Mount, Sources};
