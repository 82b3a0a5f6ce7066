//! What a page may know.
//!
//! Takes scorecards, insight and released aggregates, gives one plain value a page: public views hold released values
//! only, the others exactly what their reader may see. Must never know HTML or PDF.

pub mod form;
