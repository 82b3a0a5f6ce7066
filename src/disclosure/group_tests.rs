//! Groups decided on and attacked over random organisations, always the same ones.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::{Just, ProptestConfig, Strategy, any};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use super::attack::{Rule, Shown, attack};
use super::cohorts::{Cohort, Verdict, decide, members};
use super::{Bounds, coarse_share};

const BOUNDS: Bounds = Bounds { people: 10, outcomes: 20, beside_one_rater: 3 };

#[derive(Debug)]
struct Organisation {
    cohorts: Vec<Cohort>,
    deciders: Vec<BTreeSet<usize>>,
    /// The class of each person's outcome, of three.
    classes: Vec<usize>,
}

/// Units under units with up to 15 people each. The first of a unit's people leads it and decides on the others; the
/// first of the unit above decides on those who lead, and somebody from elsewhere on the first of all.
fn organisation(units: &[(u8, usize)], values: &[u8], good: u8) -> Organisation {
    let mut cohorts = vec![Cohort { id: String::new(), parent: None, direct: vec![0] }];
    let mut deciders = vec![BTreeSet::from([usize::MAX])];
    for (at, (parent, people)) in units.iter().enumerate() {
        let parent = usize::from(*parent) % cohorts.len();
        let first = deciders.len();
        let above = std::iter::successors(Some(parent), |at| cohorts[*at].parent);
        let superior = above.filter_map(|at| cohorts[at].direct.first()).next().copied().unwrap_or(0);
        deciders.extend((0..*people).map(|one| BTreeSet::from([if one == 0 { superior } else { first }])));
        let direct = (first..first + people).collect();
        cohorts.push(Cohort { id: format!("u{at}"), parent: Some(parent), direct });
    }
    let class = |at: usize| match values[at % values.len()].wrapping_add(u8::try_from(at % 251).unwrap()) {
        value if value < good => 1,
        value if value % 2 == 0 => 0,
        _ => 2,
    };
    let classes = (0..deciders.len()).map(class).collect();
    Organisation { cohorts, deciders, classes }
}

/// Tries 200 organisations.
fn over_organisations(mut test: impl FnMut(&Organisation)) {
    let units = vec((any::<u8>(), 0usize..16), 1..40);
    let made = (units, vec(any::<u8>(), 1..400), Just(()).prop_flat_map(|()| 60u8..250));
    let made = made.prop_map(|(units, values, good)| organisation(&units, &values, good));
    let config = ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for _ in 0..200 {
        let tree = made.new_tree(&mut runner).unwrap();
        test(&proptest::strategy::ValueTree::current(&tree));
    }
}

fn shown(organisation: &Organisation, is_shown: impl Fn(usize) -> bool, with_shares: bool) -> Vec<Shown> {
    let everybody = members(&organisation.cohorts);
    let shown = everybody.into_iter().enumerate().filter(|(at, _)| is_shown(*at));
    shown
        .map(|(at, members)| {
            let counts = (0..3).map(|class| {
                let of_class = members.iter().filter(|person| organisation.classes[**person] == class);
                coarse_share(of_class.count(), members.len()).people_of(members.len())
            });
            let counts = Some(counts.collect()).filter(|_| with_shares && members.len() >= BOUNDS.outcomes);
            Shown { id: organisation.cohorts[at].id.clone(), members, counts }
        })
        .collect()
}

#[test]
fn nothing_is_left_by_subtraction_that_few_people_made() {
    let (mut released, mut large) = (0, 0);
    over_organisations(|organisation| {
        let verdicts = decide(&organisation.cohorts, &organisation.deciders, BOUNDS);
        let is_released = |at: usize| verdicts[at] == Verdict::Released;
        assert_eq!(attack(&shown(organisation, is_released, false), BOUNDS.people), None, "{organisation:?}");
        released += verdicts.iter().filter(|verdict| **verdict == Verdict::Released).count();
        large += verdicts.iter().filter(|verdict| **verdict != Verdict::TooFew).count();
    });
    assert!(2 * released > large, "{released} of {large}");
}

#[test]
fn nobody_is_told_apart_by_a_rater_who_knows_those_they_decided_on() {
    over_organisations(|organisation| {
        let verdicts = decide(&organisation.cohorts, &organisation.deciders, BOUNDS);
        let groups = shown(organisation, |at| verdicts[at] == Verdict::Released, false);
        // By membership, not by the tree that the rule walks.
        let mut alike: BTreeMap<Vec<&str>, BTreeSet<usize>> = BTreeMap::new();
        for person in 0..organisation.deciders.len() {
            let of = groups.iter().filter(|group| group.members.contains(&person));
            alike.entry(of.map(|group| group.id.as_str()).collect()).or_default().insert(person);
        }
        for (groups, people) in alike.iter().filter(|(groups, _)| !groups.is_empty()) {
            for rater in people.iter().flat_map(|person| &organisation.deciders[*person]) {
                let unknown = people
                    .iter()
                    .filter(|person| *person != rater && !organisation.deciders[**person].contains(rater));
                let unknown = unknown.count();
                assert!(unknown == 0 || unknown >= BOUNDS.beside_one_rater, "{groups:?}: {unknown}");
            }
        }
    });
}

/// The attack finds something, where groups are shown by their size alone.
#[test]
fn size_alone_protects_nobody() {
    let mut broken = 0;
    over_organisations(|organisation| {
        let everybody = members(&organisation.cohorts);
        let large = shown(organisation, |at| everybody[at].len() >= BOUNDS.people, false);
        let found = attack(&large, BOUNDS.people);
        broken += usize::from(matches!(found, Some((_, Rule::Subtraction))));
    });
    assert!(broken > 100, "{broken}");
}

/// Groups that stand by their sizes may still have shares that the attack refuses; counts how often.
#[test]
fn most_organisations_have_shares_that_are_not_refused() {
    let mut refused = 0;
    over_organisations(|organisation| {
        let verdicts = decide(&organisation.cohorts, &organisation.deciders, BOUNDS);
        let groups = shown(organisation, |at| verdicts[at] == Verdict::Released, true);
        refused += usize::from(attack(&groups, BOUNDS.people).is_some());
    });
    assert!(refused < 5, "{refused}");
}

#[test]
fn shares_that_make_outcomes_certain_are_found_across_groups() {
    let group = |id: &str, people: usize, counts: [(usize, usize); 3]| Shown {
        id: id.to_owned(),
        members: (0..people).collect(),
        counts: Some(counts.to_vec()),
    };
    // Nine low outcomes of 50, and the same nine among 30: nobody of the other 20 has one.
    let agency = group("agency", 50, [(0, 9), (25, 29), (15, 19)]);
    let unit = group("unit", 30, [(9, 11), (12, 14), (6, 8)]);
    assert_eq!(attack(&[agency.clone(), unit], 10), Some(("agency".to_owned(), Rule::Bounds)));
    let other = group("unit", 30, [(6, 8), (12, 14), (9, 11)]);
    assert_eq!(attack(&[agency, other], 10), None);
}

#[test]
fn groups_that_cross_are_computed_from_each_other() {
    let group = |id: &str, people: std::ops::Range<usize>| Shown {
        id: id.to_owned(),
        members: people.collect(),
        counts: None,
    };
    // 0..15 and 4..19 differ by 0..4 and 15..19, and only their difference is known; the third gives 0..4 away.
    let crossing = [group("a", 0..15), group("b", 4..19)];
    assert_eq!(attack(&crossing, 10), None);
    let with = [group("a", 0..15), group("b", 4..19), group("c", 0..19)];
    assert!(matches!(attack(&with, 10), Some((_, Rule::Subtraction))));
}

#[test]
fn a_flat_unit_with_one_head_is_released() {
    let organisation = organisation(&[(0, 12), (0, 13), (0, 14)], &[0], 100);
    let verdicts = decide(&organisation.cohorts, &organisation.deciders, BOUNDS);
    // The leader alone would be left, and beside the head of one unit too; with two units nobody stands alone.
    assert_eq!(verdicts, [Verdict::Released, Verdict::Protects, Verdict::Protects, Verdict::Released]);
}
