//! Which groups of people may stand beside each other in public.
//!
//! Decided from head counts and from who decided on whom alone, never from a value: which groups are missing must tell
//! nothing of anybody.

use std::collections::{BTreeMap, BTreeSet};

use super::Bounds;

/// A group of people within the one above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cohort {
    /// Its id, which breaks ties.
    pub(super) id: String,
    /// The group it lies in, among those before it; none for the whole.
    pub(super) parent: Option<usize>,
    /// People in it and in no group below it, by number.
    pub(super) direct: Vec<usize>,
}

/// What holds for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Its figures may be shown.
    Released,
    /// Too few people.
    TooFew,
    /// Shown, it or others could be computed from each other down to few people.
    Protects,
}

/// Decides on groups, each listed after the one it lies in. `deciders` holds, by number of a person, the numbers of those
/// who set or decided what counts for them; numbers beyond the people are raters from elsewhere.
pub(super) fn decide(cohorts: &[Cohort], deciders: &[BTreeSet<usize>], bounds: Bounds) -> Vec<Verdict> {
    let enough = |members: &BTreeSet<usize>| members.len() >= bounds.people;
    let sizes = members(cohorts);
    let mut verdicts: Vec<Verdict> = sizes
        .iter()
        .map(|members| if enough(members) { Verdict::Released } else { Verdict::TooFew })
        .collect();
    let depth: Vec<usize> = (0..cohorts.len()).map(|at| above(cohorts, at).count()).collect();
    loop {
        let residues = residues(cohorts, &verdicts);
        let failing = residues.iter().filter(|(_, residue)| !stands(residue, deciders, bounds));
        // Deepest first: what is withheld below may mend what lies above.
        let Some(failing) = failing
            .min_by_key(|(at, residue)| (std::cmp::Reverse(depth[**at]), residue.len(), &cohorts[**at].id))
            .map(|(at, _)| *at)
        else {
            return verdicts;
        };
        let below = residues.iter().filter(|(at, _)| nearest(cohorts, &verdicts, **at) == Some(failing));
        let child = below.min_by_key(|(at, residue)| (residue.is_empty(), residue.len(), &cohorts[**at].id));
        verdicts[child.map_or(failing, |(at, _)| *at)] = Verdict::Protects;
    }
}

/// Everybody in each group.
pub(super) fn members(cohorts: &[Cohort]) -> Vec<BTreeSet<usize>> {
    let mut members = vec![BTreeSet::new(); cohorts.len()];
    for (at, cohort) in cohorts.iter().enumerate() {
        for group in std::iter::once(at).chain(above(cohorts, at)) {
            members[group].extend(&cohort.direct);
        }
    }
    members
}

fn above(cohorts: &[Cohort], at: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(cohorts[at].parent, |at| cohorts[*at].parent)
}

/// The released group that another lies in most closely.
fn nearest(cohorts: &[Cohort], verdicts: &[Verdict], at: usize) -> Option<usize> {
    above(cohorts, at).find(|above| verdicts[*above] == Verdict::Released)
}

/// What is left of each released group without the released ones below it.
fn residues(cohorts: &[Cohort], verdicts: &[Verdict]) -> BTreeMap<usize, Vec<usize>> {
    let released = (0..cohorts.len()).filter(|at| verdicts[*at] == Verdict::Released);
    let mut residues: BTreeMap<usize, Vec<usize>> = released.map(|at| (at, vec![])).collect();
    for (at, cohort) in cohorts.iter().enumerate() {
        let own = (verdicts[at] == Verdict::Released).then_some(at);
        if let Some(residue) =
            own.or_else(|| nearest(cohorts, verdicts, at)).and_then(|at| residues.get_mut(&at))
        {
            residue.extend(&cohort.direct);
        }
    }
    residues
}

/// Whether people left over can hide: from everybody, and from each rater, who knows those they decided on and themself.
fn stands(residue: &[usize], deciders: &[BTreeSet<usize>], bounds: Bounds) -> bool {
    if residue.is_empty() {
        return true;
    }
    let mut known: BTreeMap<usize, usize> = BTreeMap::new();
    for rater in residue.iter().flat_map(|person| &deciders[*person]) {
        *known.entry(*rater).or_default() += 1;
    }
    residue.len() >= bounds.people
        && known.iter().all(|(rater, count)| {
            let themself = residue.contains(rater) && !deciders[*rater].contains(rater);
            let rest = residue.len() - count - usize::from(themself);
            rest == 0 || rest >= bounds.beside_one_rater
        })
}
