//! What many scorecards say: strengths and weaknesses, distributions, completeness, achievement of goals.
//!
//! Takes scorecards and the checked model, gives summaries. Must never decide who may see them.
