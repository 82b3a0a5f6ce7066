//! Locks: what a closed period was computed from, and whether it still is.

use crate::diagnostic::Finding;
use crate::model::Period;
use crate::source::Sources;

/// Compares the files of a locked period with its lock.
pub fn check(period: &Period, sources: &Sources, out: &mut Vec<Finding>) {
    let _ = (period, sources, out);
}
