//! Documents that bear no code: a file of theirs is known by its bytes alone.

use rayon::prelude::*;

use super::super::Stop;
use super::super::terminal::Terminal;
use super::super::workspace::Surveyed;
use super::orders::orders;
use super::{Found, Means, produce};

/// The document without a code whose bytes these are, as it is made today.
pub(in crate::cli) fn uncoded<'a>(
    bytes: &[u8],
    surveyed: &'a Surveyed<'a>,
    means: &Means,
    terminal: &Terminal,
) -> Result<Option<Found<'a>>, Stop> {
    let orders = orders(surveyed).into_iter().filter(|order| !order.kind.has_code()).collect::<Vec<_>>();
    let made = orders.into_par_iter().map(|order| {
        let content = produce(surveyed, &order, means, terminal)?;
        let is_this = content.is_some_and(|content| content.bytes() == bytes);
        Ok(is_this.then_some(Found { order, edition: 1 }))
    });
    made.collect::<Result<Vec<_>, Stop>>().map(|found| found.into_iter().flatten().next())
}
