//! Rapor builds review portfolios: it reads an agency's review files, checks them, scores them by a stated
//! regulation, and writes a static site and printable reports.
//!
//! Each module is a room with one job. Traffic between rooms is one-way; `tests/architecture.rs` holds the
//! allowed arrows, and `docs/ARCHITECTURE.md` draws them.

// Documents written for tests outside the crate serve the tests inside it too.
#[cfg(test)]
extern crate self as rapor;

pub mod calendar;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod disclosure;
pub mod embedded;
pub mod framework;
pub mod insight;
pub mod model;
pub mod num;
pub mod pdf;
pub mod provenance;
pub mod publish;
pub mod report;
pub mod schema;
pub mod score;
pub mod seal;
pub mod serve;
pub mod sign;
pub mod site;
pub mod source;
pub mod text;
pub mod view;
