//! Phrases of pages.

use super::Row;

pub(super) const ROWS: &[Row] = &[
];
