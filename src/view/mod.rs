//! What a page may know.
//!
//! Takes scorecards, insight and released aggregates, gives one plain value a page: public views hold released values
//! only, the others exactly what their reader may see. Must never know HTML or PDF.

pub mod calibration;
pub mod derivation;
pub mod dossier;
pub mod employee;
pub mod form;
mod growth;
pub mod matrix;
pub mod parts;
pub mod personnel;
pub mod public;
pub mod rater;
mod scene;
pub mod status;
mod trend;

pub use growth::{AnswerView, FollowUpView, NeedView};
pub use scene::{DocumentFile, Scene, Subject};
pub use trend::{CourseLevel, CoursePoint, CourseView, TrendRow, TrendView};
