//! A second opinion on scores: every formula once more, slowly and in the plainest way, over random frameworks and
//! reviews. The two implementations share nothing but the files they are given.

#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "second_opinion/case.rs"]
mod case;
#[path = "second_opinion/plain.rs"]
mod plain;

use case::{Case, Choices};
use proptest::prelude::*;
use rapor::check::check;
use rapor::model::load;
use rapor::score::{Joined, Scorecard, What, score_person};
use rapor::source::Sources;

/// How many random agencies are tried; each has several people.
const CASES: u32 = 400;

/// Random choices a case is made of.
fn choices() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::vec(0u32..10_000, 900)
}

/// Scores everybody of some files, in the order of the people.
fn scores(files: Vec<(String, String)>, people: usize) -> Vec<Scorecard> {
    let bytes = files.into_iter().map(|(path, text)| (path, text.into_bytes()));
    let (sources, found) = Sources::from_files(bytes);
    let (agency, more) = load(&sources, "2026-06-01".parse().unwrap());
    let (checked, findings) = check(&agency, &sources, found.into_iter().chain(more).collect());
    let broken: Vec<_> =
        findings.iter().filter(|finding| finding.severity() == rapor::diagnostic::Severity::Error).collect();
    assert!(broken.is_empty(), "{broken:?}\n{}", show(&sources));
    let period = agency.periods.get("2025").unwrap();
    (0..people).map(|at| score_person(&checked, period, &case::person(at)).unwrap()).collect()
}

fn show(sources: &Sources) -> String {
    let files = sources.iter().map(|(_, file)| format!("--- {}\n{}", file.path(), file.text()));
    files.collect::<Vec<_>>().join("\n")
}

/// Outcome and number of a scorecard.
fn came(card: &Scorecard) -> (Option<String>, Option<String>) {
    (card.outcome.clone(), card.value.as_ref().map(ToString::to_string))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_implementations_agree(choices in choices()) {
        let case = Case::from(&mut Choices::of(&choices));
        let cards = scores(case.files(), case.people.len());
        for (person, card) in case.people.iter().zip(&cards) {
            let (outcome, value) = plain::score(&case.system, person);
            prop_assert_eq!(came(card), (outcome, value), "{:#?}\n{}", case.system, case.told(person));
        }
    }

    /// Whoever is rated higher by the superior, and no other way, does not come out lower.
    #[test]
    fn a_higher_rating_never_lowers_an_outcome(choices in choices(), item in 0usize..20, person in 0usize..20) {
        let mut case = Case::from(&mut Choices::of(&choices));
        let person = person % case.people.len();
        let levels: Vec<String> = case.system.levels();
        let before = scores(case.files(), case.people.len());
        prop_assume!(case.raise(person, item));
        let after = scores(case.files(), case.people.len());
        let place = |card: &Scorecard| levels.iter().position(|level| Some(level) == card.outcome.as_ref());
        if let (Some(low), Some(high)) = (place(&before[person]), place(&after[person])) {
            prop_assert!(low <= high, "{} -> {}", levels[low], levels[high]);
        }
    }

    #[test]
    fn names_change_no_value_and_neither_does_the_order_of_colleagues(choices in choices()) {
        let mut case = Case::from(&mut Choices::of(&choices));
        let before: Vec<_> = scores(case.files(), case.people.len()).iter().map(came).collect();
        case.system.name = "Lain".to_owned();
        case.people.iter_mut().for_each(|person| {
            person.peers.reverse();
            person.subordinates.reverse();
        });
        let mut files = case.files();
        files.reverse();
        let after: Vec<_> = scores(files, case.people.len()).iter().map(came).collect();
        prop_assert_eq!(before, after);
    }

    /// What each input of a weighted mean counts for adds up to the whole, whatever is missing.
    #[test]
    fn weights_always_sum_to_one(choices in choices()) {
        let case = Case::from(&mut Choices::of(&choices));
        for card in scores(case.files(), case.people.len()) {
            let mut wrong = vec![];
            card.derivation.walk(&mut |step| {
                let What::Join { of, total: Some(total), .. } = &step.what else { return };
                if step.result.is_none() || matches!(of, Joined::Additional | Joined::WithAdditional) {
                    return;
                }
                let used = step.inputs.iter().filter(|input| input.number().is_some());
                let sum = used
                    .filter_map(|input| input.weight.as_ref())
                    .fold(rapor::num::Exact::zero(), |sum, weight| &sum + weight);
                if sum != *total {
                    wrong.push(format!("{of:?}: {sum} of {total}"));
                }
            });
            prop_assert!(wrong.is_empty(), "{wrong:?}");
        }
    }
}
