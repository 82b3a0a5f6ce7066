//! What a page may know.
//!
//! Takes scorecards, insight and released aggregates, gives one plain value a page: public views hold released values
//! only, the others exactly what their reader may see. Must never know HTML or PDF.

pub mod calibration;
pub mod derivation;
pub mod dossier;
pub mod employee;
pub mod form;
pub mod matrix;
pub mod parts;
pub mod personnel;
pub mod public;
pub mod rater;
mod scene;
pub mod status;

pub use scene::{DocumentFile, RecapFile, Scene};
