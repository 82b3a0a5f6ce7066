//! What can be proved about files: locks of closed periods.
//!
//! Takes a model and the bytes of its files, gives hashes and lock files, and compares. Must never score or publish.

mod lock;

pub use lock::{check, lock_text};
