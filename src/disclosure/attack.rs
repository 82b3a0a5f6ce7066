//! What a reader could compute from everything that is about to be published, tried before it is.
//!
//! Knows groups, head counts and the steps that are shown, as a reader does, and none of the reasons for them.
//! Not tried: several people who put together what they know, knowledge from outside, and comparing periods.

use std::collections::{BTreeMap, BTreeSet};

/// A group as the public sees it, whose members a reader is taken to know.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    /// Its id.
    pub(super) id: String,
    /// Its members, by number.
    pub(super) members: BTreeSet<usize>,
    /// The fewest and the most people in each class of outcome, where shares are shown.
    pub(super) counts: Option<Vec<(usize, usize)>>,
}

/// What broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The figures of a few people can be computed from those of groups.
    Subtraction,
    /// The steps shown make outcomes of people certain.
    Bounds,
}

/// People who are in the same groups.
struct Atom {
    groups: BTreeSet<usize>,
    size: usize,
}

/// The first group whose figures would betray few people, and by what; none where all stand.
pub(super) fn attack(shown: &[Shown], threshold: usize) -> Option<(String, Rule)> {
    let atoms = atoms(shown);
    let found = subtraction(shown.len(), &atoms, threshold).map(|at| (at, Rule::Subtraction));
    let found = found.or_else(|| bounds(shown, &atoms).map(|at| (at, Rule::Bounds)));
    found.and_then(|(at, rule)| {
        let around = shown.iter().enumerate().filter(|(group, _)| atoms[at].groups.contains(group));
        around
            .min_by_key(|(_, shown)| (shown.members.len(), &shown.id))
            .map(|(_, shown)| (shown.id.clone(), rule))
    })
}

fn atoms(shown: &[Shown]) -> Vec<Atom> {
    let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (at, shown) in shown.iter().enumerate() {
        for person in &shown.members {
            groups.entry(*person).or_default().insert(at);
        }
    }
    let mut sizes: BTreeMap<BTreeSet<usize>, usize> = BTreeMap::new();
    for groups in groups.into_values() {
        *sizes.entry(groups).or_default() += 1;
    }
    sizes.into_iter().map(|(groups, size)| Atom { groups, size }).collect()
}

/// Looks for up to three atoms below the threshold together whose sum follows from those of groups, however coarse what
/// is shown. Gives one of the atoms. Numbers too large to compute with count as found.
fn subtraction(groups: usize, atoms: &[Atom], threshold: usize) -> Option<usize> {
    let small: Vec<usize> = (0..atoms.len()).filter(|at| atoms[*at].size < threshold).collect();
    let first = *small.first()?;
    let rows =
        (0..groups).map(|group| atoms.iter().map(|atom| i128::from(atom.groups.contains(&group))).collect());
    let Some(reduced) = reduced(rows.collect(), atoms.len()) else { return Some(first) };
    let derivable = |set: &[usize]| {
        set.iter().map(|at| atoms[*at].size).sum::<usize>() < threshold && spans(&reduced, set, atoms.len())
    };
    for (at, one) in small.iter().enumerate() {
        if derivable(&[*one]) {
            return Some(*one);
        }
        for (next, two) in small.iter().enumerate().skip(at + 1) {
            if derivable(&[*one, *two])
                || small[next + 1..].iter().any(|three| derivable(&[*one, *two, *three]))
            {
                return Some(*one);
            }
        }
    }
    None
}

/// Rows by the column of their first number, which is zero in all others. `None` where numbers grow too large.
fn reduced(rows: Vec<Vec<i128>>, columns: usize) -> Option<BTreeMap<usize, Vec<i128>>> {
    let mut rows = rows;
    let mut done: BTreeMap<usize, Vec<i128>> = BTreeMap::new();
    for column in 0..columns {
        let Some(at) = rows.iter().position(|row| row[column] != 0) else { continue };
        let pivot = rows.swap_remove(at);
        for row in rows.iter_mut().chain(done.values_mut()).filter(|row| row[column] != 0) {
            *row = without(row, &pivot, column)?;
        }
        done.insert(column, pivot);
    }
    Some(done)
}

/// A row less as much of another as makes it zero in a column, in lowest terms.
fn without(row: &[i128], pivot: &[i128], column: usize) -> Option<Vec<i128>> {
    let (ours, theirs) = (row[column], pivot[column]);
    let pairs = row.iter().zip(pivot);
    let less: Option<Vec<i128>> =
        pairs.map(|(a, b)| a.checked_mul(theirs)?.checked_sub(b.checked_mul(ours)?)).collect();
    let less = less?;
    let common = less.iter().fold(0, |common, number| gcd(common, *number));
    Some(if common > 1 { less.iter().map(|number| number / common).collect() } else { less })
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

/// Whether the sum over some atoms is a sum of rows. What is too large to compute counts as one.
fn spans(reduced: &BTreeMap<usize, Vec<i128>>, set: &[usize], columns: usize) -> bool {
    let rows: Vec<(&Vec<i128>, i128)> =
        set.iter().filter_map(|at| reduced.get(at).map(|row| (row, row[*at]))).collect();
    let Some(scale) = rows.iter().try_fold(1i128, |scale, (_, lead)| scale.checked_mul(*lead)) else {
        return true;
    };
    (0..columns).all(|column| {
        let sum = rows
            .iter()
            .try_fold(0i128, |sum, (row, lead)| sum.checked_add(row[column].checked_mul(scale / lead)?));
        let wanted = if set.contains(&column) { scale } else { 0 };
        sum.is_none_or(|sum| sum == wanted)
    })
}

/// Looks for an atom all of whose people are certainly in a class, or certainly none of them, by narrowing what may be in
/// each group and atom until nothing moves any more.
fn bounds(shown: &[Shown], atoms: &[Atom]) -> Option<usize> {
    let classes = shown.iter().find_map(|shown| shown.counts.as_ref()).map_or(0, Vec::len);
    // Cells: atoms first, then groups; each holds how many of its people may be in each class.
    let open = |size: usize| vec![(0, size); classes];
    let mut cells: Vec<Vec<(usize, usize)>> = atoms.iter().map(|atom| open(atom.size)).collect();
    cells.extend(shown.iter().map(|one| one.counts.clone().unwrap_or_else(|| open(one.members.len()))));
    let sizes: Vec<usize> =
        atoms.iter().map(|atom| atom.size).chain(shown.iter().map(|one| one.members.len())).collect();
    let parts = parts(shown, atoms);
    loop {
        let before = cells.clone();
        for (whole, parts) in &parts {
            (0..classes).for_each(|class| narrow_class(&mut cells, *whole, parts, class));
        }
        for (cell, size) in cells.iter_mut().zip(&sizes) {
            narrow(&mut (*size, *size), cell);
        }
        if cells == before {
            break;
        }
    }
    (0..atoms.len()).find(|at| cells[*at].iter().any(|(least, most)| *most == 0 || *least >= sizes[*at]))
}

/// Narrows how many of a class may be in a cell and in its parts.
fn narrow_class(cells: &mut [Vec<(usize, usize)>], whole: usize, parts: &[usize], class: usize) {
    let mut bounds: Vec<(usize, usize)> = parts.iter().map(|part| cells[*part][class]).collect();
    narrow(&mut cells[whole][class], &mut bounds);
    parts.iter().zip(bounds).for_each(|(part, bounds)| cells[*part][class] = bounds);
}

/// Each group with what it is made of: all its atoms, and the groups right within it with the atoms left over, where
/// these do not overlap.
fn parts(shown: &[Shown], atoms: &[Atom]) -> Vec<(usize, Vec<usize>)> {
    let mut made = vec![];
    for (at, one) in shown.iter().enumerate() {
        let inside = |atom: &&usize| atoms[**atom].groups.contains(&at);
        let numbers: Vec<usize> = (0..atoms.len()).collect();
        let own: Vec<usize> = numbers.iter().filter(inside).copied().collect();
        let mut within: Vec<usize> = (0..shown.len())
            .filter(|other| {
                let other_members = &shown[*other].members;
                other_members.is_subset(&one.members)
                    && (other_members.len(), at) < (one.members.len(), *other)
            })
            .collect();
        within.sort_by_key(|other| std::cmp::Reverse(shown[*other].members.len()));
        let mut taken: Vec<usize> = vec![];
        for other in within {
            if taken.iter().all(|known| shown[*known].members.is_disjoint(&shown[other].members)) {
                taken.push(other);
            }
        }
        let left = own.iter().filter(|atom| taken.iter().all(|other| !atoms[**atom].groups.contains(other)));
        let nested = left.copied().chain(taken.iter().map(|other| atoms.len() + other)).collect();
        made.push((atoms.len() + at, own.clone()));
        made.push((atoms.len() + at, nested));
    }
    made
}

/// Narrows a sum by its parts, and each part by the sum and the others.
fn narrow(whole: &mut (usize, usize), parts: &mut [(usize, usize)]) {
    let least: usize = parts.iter().map(|(least, _)| least).sum();
    let most: usize = parts.iter().map(|(_, most)| most).sum();
    *whole = (whole.0.max(least), whole.1.min(most));
    for part in parts {
        let others = (least - part.0, most - part.1);
        let narrowed = (whole.0.saturating_sub(others.1), whole.1.saturating_sub(others.0));
        *part = (part.0.max(narrowed.0), part.1.min(narrowed.1));
    }
}
