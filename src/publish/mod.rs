//! From bytes to the output directory.
//!
//! Takes a finished tree of files, stages it beside the target and exchanges the two in one step. Must never touch a
//! directory that is not its own, nor know what the files say.
