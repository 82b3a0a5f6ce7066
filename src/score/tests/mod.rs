//! Small frameworks and reviews, whose scores can be worked out by hand.

mod joining;
mod outcomes;
mod parts;
mod periods;
mod presets;
mod raters;
mod systems;

use std::collections::BTreeMap;

use super::*;
use crate::check::check;
use crate::source::Sources;

/// An agency where `ani`, who holds a post of the class `staf`, is rated in 2025 by `budi`.
#[derive(Clone)]
struct Office(BTreeMap<String, String>);

/// What frameworks need besides what a test is about.
const REST: &str = "stages: {penilaian: {label: N, event: supervisor}}\n";
/// The superior counts alone, and colleagues may speak.
const RATERS: &str = "raters: {self: {label: D, display: 1}, superior: {label: A, display: 1}, peer: {label: R, display: 3}}\n";

impl Office {
    /// An agency under a framework.
    fn under(framework: &str) -> Office {
        let mut files = BTreeMap::new();
        let mut put = |path: &str, text: String| files.insert(path.to_owned(), text);
        put("rapor.yaml", "name: Kantor\n".to_owned());
        put("content/frameworks/uji.yaml", format!("label: Uji\n{framework}{REST}"));
        put(
            "content/periods/2025.yaml",
            "label: 2025\nframework: uji\nfrom: 2025-01-01\nto: 2025-12-31\n".to_owned(),
        );
        let post = |more: &str| {
            format!("names: {{full: N}}\nassignments:\n  - {{from: 2020-01-01, position: P{more}}}\n")
        };
        put("content/people/ani.yaml", post(", class: staf, rater: budi"));
        put("content/people/budi.yaml", post(""));
        put("content/people/citra.yaml", post(""));
        Office(files)
    }

    fn with(mut self, path: &str, text: impl Into<String>) -> Office {
        self.0.insert(format!("content/{path}"), text.into());
        self
    }

    fn review(self, file: &str, by: &str, rest: &str) -> Office {
        self.with(
            &format!("reviews/2025/ani/{file}.md"),
            format!("---\nby: {by}\ndate: 2025-12-01\n{rest}\n---\n## Kekuatan\n\nBaik.\n"),
        )
    }

    /// What the superior gives.
    fn superior(self, ratings: &str) -> Office {
        self.review("supervisor", "budi", &format!("ratings: {{{ratings}}}"))
    }

    /// What the superior gives, and conditions that are met.
    fn superior_and(self, ratings: &str, conditions: &str) -> Office {
        self.review("supervisor", "budi", &format!("ratings: {{{ratings}}}\nconditions: {{{conditions}}}"))
    }

    fn own(self, ratings: &str) -> Office {
        self.review("self", "ani", &format!("ratings: {{{ratings}}}"))
    }

    /// What colleagues of a side give, each of them.
    fn colleagues<S: AsRef<str>>(mut self, side: &str, ratings: &[S]) -> Office {
        for (at, ratings) in ratings.iter().enumerate() {
            let ratings = format!("ratings: {{{}}}", ratings.as_ref());
            self = self.review(&format!("{side}-{}", at + 1), "citra", &ratings);
        }
        self
    }

    /// What was decided on an objection.
    fn decision(self, changes: &str) -> Office {
        self.with(
            "reviews/2025/ani/decision.md",
            format!(
                "---\nby: citra\ndate: 2026-01-20\noutcome: granted\nchanges: {{{changes}}}\n---\nBaik.\n"
            ),
        )
    }

    /// Does something with the agency, once it was read and checked.
    fn look<T>(&self, look: impl FnOnce(&Checked) -> T) -> T {
        let bytes = self.0.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
        let (sources, found) = Sources::from_files(bytes);
        let (agency, more) = crate::model::load(&sources, "2026-02-01".parse().unwrap());
        let unread: Vec<_> = found.iter().chain(more.iter()).collect();
        assert!(unread.is_empty(), "{unread:?}\n{:?}", self.0.get("content/frameworks/uji.yaml"));
        let (checked, _) = check(&agency, &sources, found.into_iter().chain(more).collect());
        look(&checked)
    }

    fn card_of(&self, period: &str) -> Scorecard {
        self.look(|checked| score_person(checked, &checked.agency.periods[period], "ani").unwrap())
    }

    fn card(&self) -> Scorecard {
        self.card_of("2025")
    }

    /// The number and the outcome.
    fn came(&self) -> (Option<String>, Option<String>) {
        let card = self.card();
        (card.value.as_ref().map(ToString::to_string), card.outcome)
    }

    /// The number, exactly; `-` while there is none.
    fn value(&self) -> String {
        self.came().0.unwrap_or_else(|| "-".to_owned())
    }

    /// The outcome; `-` while there is none.
    fn outcome(&self) -> String {
        self.came().1.unwrap_or_else(|| "-".to_owned())
    }
}

/// A number of a scorecard as text.
fn text(number: Option<&Exact>) -> String {
    number.map_or_else(|| "-".to_owned(), ToString::to_string)
}

/// All that is missing in a derivation, each once.
fn missing(step: &Step) -> Vec<Missing> {
    let mut missing = vec![];
    step.walk(&mut |step| {
        if let What::Missing(what) = &step.what {
            missing.push(what.clone());
        }
    });
    missing.sort();
    missing.dedup();
    missing
}
