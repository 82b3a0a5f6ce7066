//! What stands on the public pages on which documents are checked.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::super::Stop;
use super::super::terminal::Terminal;
use super::super::workspace::Surveyed;
use super::orders::{Order, orders};
use super::{Means, Sealing, produce};
use crate::publish::Content;
use crate::seal::{FileHash, Sealed, State, pages};
use crate::site::Check;

/// A document with the files that are right for it today: as printed, and as it was signed if that is kept.
pub(super) type Made<'o> = (&'o Order<'o>, [Content; 2]);

/// The pages of documents and of their earlier editions, among others that belong to none.
pub(super) fn checks(
    surveyed: &Surveyed,
    made: &[Made],
    means: &Means,
    terminal: &Terminal,
) -> Result<Vec<Check>, Stop> {
    let Some(sealing) = &means.sealing else { return Ok(vec![]) };
    let with_code = made.iter().filter(|(order, _)| order.kind.has_code());
    let mut sealed: Vec<Sealed> =
        with_code.map(|(order, files)| of_document(sealing, order, order.edition(), files)).collect();
    let replaced: BTreeMap<_, _> = made
        .iter()
        .filter(|(order, _)| order.kind.has_code() && order.edition() > 1)
        .map(|(order, _)| (sealing.code(order, 1), *order))
        .collect();
    if !replaced.is_empty()
        && let Some(workspace) = surveyed.workspace.before_decisions()
    {
        let before = workspace.survey();
        let first: Vec<(Order, &Order)> = orders(&before)
            .into_iter()
            .filter(|order| order.kind.has_code())
            .filter_map(|order| {
                let now = *replaced.get(&sealing.code(&order, 1))?;
                Some((order, now))
            })
            .collect();
        let printed: Result<Vec<Sealed>, Stop> = first
            .par_iter()
            .map(|(order, now)| {
                let content = produce(&before, order, means, terminal)?;
                Ok(of_document(sealing, now, 1, content.as_slice()))
            })
            .collect();
        sealed.extend(printed?);
    }
    let pages = pages(&sealing.key, &sealed).into_iter();
    let check = |page: crate::seal::Page| Check {
        address: page.address,
        in_force: page.state == State::InForce,
        seals: page.seals,
    };
    Ok(pages.map(check).collect())
}

/// The code of an edition with its files: those made, then those recorded, the newest first.
fn of_document(sealing: &Sealing, order: &Order, edition: u32, made: &[Content]) -> Sealed {
    let mut recorded = order.signatures(edition);
    recorded.sort_by_key(|(signed, _)| std::cmp::Reverse(signed.date.value));
    let made = made.iter().map(|content| FileHash::of(content.bytes()));
    let files = made.chain(recorded.into_iter().map(|(_, hash)| hash)).collect();
    let state = if edition == order.edition() { State::InForce } else { State::Replaced };
    Sealed { code: sealing.code(order, edition), state, files }
}
