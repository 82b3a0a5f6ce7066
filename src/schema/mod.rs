//! The file kinds, each defined once.
//!
//! One function a kind names every field with its type and meaning; the same function decodes a file (collecting all
//! errors) or describes the kind: JSON Schema, commented scaffold, reference page. Takes spanned trees, gives plain
//! values that remember where they were written. Must never compare one file with another.

pub mod agency;
pub mod events;
pub mod fields;
pub mod framework;
pub mod headings;
pub mod json_schema;
pub mod kinds;
pub mod lock;
pub mod meaning;
pub mod period;
pub mod person;
pub mod plan;
pub mod reference;
pub mod review;
pub mod scaffold;
pub mod types;
pub mod value;

pub use value::{At, Id, Label, Measure};
