use std::collections::BTreeMap;

use super::figures::some_group_is_surely_empty;
use super::*;
use crate::check::check;
use crate::diagnostic::Findings;
use crate::model::Agency;
use crate::source::Sources;

/// An agency whose people, one head among them, were all rated in 2024; the last of them on their own terms.
struct Case {
    people: usize,
    files: BTreeMap<String, String>,
    locked: bool,
    today: &'static str,
}

impl Case {
    fn of(people: usize) -> Self {
        let mut files = BTreeMap::new();
        let mut put = |path: String, text: String| files.insert(path, text);
        put("rapor.yaml".into(), "name: Kantor\n".into());
        put("content/units.yaml".into(), "units:\n  a: {name: A}\n".into());
        put(
            "content/periods/2024.yaml".into(),
            "label: 2024\nframework: permenpan-6-2022\nfrom: 2024-01-01\nto: 2024-12-31\n".into(),
        );
        for at in 0..people {
            let own = format!("content/reviews/2024/p{at}");
            put(
                format!("content/people/p{at}.yaml"),
                format!(
                    "names: {{full: Orang{at}}}\nassignments:\n  - {{from: 2020-01-01, position: P, unit: a, class: jf}}\n"
                ),
            );
            let by = if at % 2 == 0 { "p0" } else { "p1" };
            put(
                format!("{own}/supervisor.md"),
                format!(
                    "---\nby: {by}\ndate: 2025-01-10\nratings: {{hasil-kerja: sesuai, perilaku: sesuai}}\n---\n"
                ),
            );
            put(
                format!("{own}/record.yaml"),
                "released: 2025-01-20\ndelivered: 2025-01-20\nreceived: 2025-01-22\n".into(),
            );
        }
        Case { people, files, locked: true, today: "2025-06-01" }
    }

    fn with(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.to_owned(), text.to_owned());
        self
    }

    fn agency(&self) -> Agency {
        let bytes = self.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
        let (sources, _) = Sources::from_files(bytes);
        let (mut agency, _) = crate::model::load(&sources, self.today.parse().unwrap());
        agency.periods.get_mut("2024").unwrap().locked = self.locked;
        agency
    }

    fn released(&self) -> PublicPeriod {
        let agency = self.agency();
        let (sources, _) = Sources::from_files([]);
        let (checked, _) = check(&agency, &sources, Findings::default());
        let survey = crate::insight::survey(&checked);
        release(&checked, &survey).remove(0)
    }

    fn groups(&self) -> Result<Vec<(String, Share)>, Why> {
        match self.released().figures {
            Figures::Withheld(why) => Err(why),
            Figures::Shown { groups, .. } => {
                groups.map(|groups| groups.into_iter().map(|(id, share)| (id, *share.get())).collect())
            }
        }
    }
}

#[test]
fn shares_need_twice_the_people_that_the_head_count_needs() {
    assert_eq!(Case::of(9).groups(), Err(Why::TooFew { least: 10 }));
    let few = Case::of(10);
    assert!(matches!(few.released().figures, Figures::Shown { people: Released(10), .. }));
    assert_eq!(few.groups(), Err(Why::TooFew { least: 20 }));
    assert!(Case::of(20).groups().is_ok());
}

#[test]
fn completeness_of_few_people_is_shown_in_three_steps() {
    let mut case = Case::of(12);
    for at in 0..5 {
        case.files.remove(&format!("content/reviews/2024/p{at}/record.yaml"));
    }
    let Figures::Shown { released: Ok(released), .. } = case.released().figures else { panic!("withheld") };
    assert_eq!(*released.get(), Share::Between);
}

/// What is published must not move when one person's rating comes in or their objection is decided.
#[test]
fn shares_wait_until_nothing_can_move_them() {
    let mut open = Case::of(20);
    open.locked = false;
    assert_eq!(open.groups(), Err(Why::NotFinal));
    let mut missing = Case::of(20);
    missing.files.remove("content/reviews/2024/p7/supervisor.md");
    assert_eq!(missing.groups(), Err(Why::NotFinal));
    let mut early = Case::of(20);
    early.today = "2025-02-01";
    assert_eq!(early.groups(), Err(Why::NotFinal), "objections are still possible");
    let objected = Case::of(20).with(
        "content/reviews/2024/p7/objection.md",
        "---\nby: p7\ndate: 2025-01-25\ncontests: [hasil-kerja]\n---\n## Alasan\n\nx\n",
    );
    assert!(objected.agency().periods["2024"].dossiers["p7"].objection.data().is_some());
    assert_eq!(objected.groups(), Err(Why::NotFinal));
}

#[test]
fn shares_are_withheld_where_one_rater_decided_on_nearly_everybody() {
    let mut case = Case::of(20);
    for at in 0..18 {
        let text = case.files.get_mut(&format!("content/reviews/2024/p{at}/supervisor.md")).unwrap();
        *text = text.replace("by: p1\n", "by: p0\n");
    }
    assert_eq!(case.groups(), Err(Why::OneRater));
}

#[test]
fn shares_that_leave_no_room_for_a_group_are_found() {
    let shares = |of: [Share; 3]| of.map(|share| (String::new(), share)).to_vec();
    assert!(some_group_is_surely_empty(60, &shares([Share::BelowTwenty, Share::From(30), Share::From(70)])));
    assert!(some_group_is_surely_empty(
        20,
        &shares([Share::FromEighty, Share::From(20), Share::BelowTwenty])
    ));
    assert!(!some_group_is_surely_empty(60, &shares([Share::BelowTwenty, Share::From(30), Share::From(60)])));
    assert!(!some_group_is_surely_empty(
        60,
        &shares([Share::BelowTwenty, Share::FromEighty, Share::BelowTwenty])
    ));
}

#[test]
fn a_rating_without_a_date_or_of_tomorrow_is_a_draft() {
    let period = |rating: &str| {
        let text = format!(
            "label: 2024\nframework: permenpan-6-2022\nfrom: 2024-01-01\nto: 2024-12-31\norganisation:\n  agency: {rating}\n"
        );
        Case::of(1).with("content/periods/2024.yaml", &text).released().rating
    };
    assert!(period("{rating: baik, date: 2025-05-31}").is_some());
    assert!(period("{rating: baik}").is_none());
    assert!(period("{rating: baik, date: 2025-06-02}").is_none());
}

#[test]
fn goals_of_a_person_and_owners_stay_inside() {
    let goal = |owner: &str| {
        format!("  g-{owner}: {{title: T, owner: {owner}, indicators: {{i: {{measure: M, target: 1}}}}}}\n")
    };
    let text = format!("goals:\n{}{}", goal("a"), goal("p0"));
    let goals = Case::of(1).with("content/goals/2024.yaml", &text).released().goals;
    assert_eq!(goals.len(), 1);
    assert!(!format!("{goals:?}").contains("owner"));
}

#[test]
fn awards_name_nobody() {
    let text = "awards:\n  tim: {title: Tim, date: 2025-02-01, members: [p0, p1, p2], reason: Kerja Orang2 dan kawan.}\n  \
                lama: {title: Tim Lama, date: 2025-01-01, members: [p0, p1, p2], reason: Kerja bersama.}\n  \
                dua: {title: Berdua, date: 2025-02-01, members: [p0, p1, p1], reason: x}\n  \
                satu: {title: Sendiri, date: 2025-02-01, members: [p3], reason: x}\n  \
                nanti: {title: Nanti, date: 2025-07-01, members: [p0, p1, p2], reason: x}\n  \
                nama: {title: Tim Orang0, date: 2025-02-01, members: [p0, p1, p2], reason: x}\n";
    let case = Case::of(4).with("content/awards/2024.yaml", text);
    assert_eq!(case.people, 4);
    let awards = case.released().awards;
    let shown: Vec<_> =
        awards.iter().map(|award| (award.get().title.get("id"), award.get().reason.as_deref())).collect();
    assert_eq!(shown, [("Tim", None), ("Tim Lama", Some("Kerja bersama."))]);
}

#[test]
fn an_agency_may_publish_nothing() {
    let case = Case::of(20).with("rapor.yaml", "name: Kantor\ndisclosure: {public: no}\n");
    let agency = case.agency();
    let (sources, _) = Sources::from_files([]);
    let (checked, _) = check(&agency, &sources, Findings::default());
    let survey = crate::insight::survey(&checked);
    assert!(release(&checked, &survey).is_empty() && pages(&checked).is_empty());
}
