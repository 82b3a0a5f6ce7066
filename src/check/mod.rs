//! The rules.
//!
//! Takes the model, its frameworks and locks, gives findings and a `Checked` model that later rooms may trust. One
//! file holds one family of rules. Must never change what was written.
