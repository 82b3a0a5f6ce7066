//! Regulations as data.
//!
//! Takes framework files and built-in presets, gives validated frameworks: components, scales, criteria, outcome,
//! distribution rule, stages. Must never hold a value of a particular regulation: those stand in the data.
