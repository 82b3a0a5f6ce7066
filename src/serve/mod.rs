//! A local server that shows the site while it is being written.
//!
//! Takes a function that builds, watches the files, rebuilds, reloads the reader's browser. Must never write output.
