//! Scores and their derivation.
//!
//! Takes a checked model, gives a scorecard for each person and period: outcome, components and the derivation tree
//! that leads from inputs with file and line to the result. Pure; no floating point; must never know a page.
