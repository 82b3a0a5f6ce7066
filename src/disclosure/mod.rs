//! What the public may know.
//!
//! Takes insight, gives aggregates as `Released<T>`, of which this room is the only maker. Must never let a person's
//! value out.
