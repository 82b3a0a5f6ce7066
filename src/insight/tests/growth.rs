//! Strengths, weaknesses, what posts require, and trainings.

use super::{Files, of};
use crate::insight::{
    NeedCount, NeedFrom, Shows, Status, criteria_of, follow_ups, lifts, need_counts, needs_of, trend_of,
};
use crate::num::Exact;

#[test]
fn a_scale_says_what_is_weak_and_strong_and_a_post_what_it_requires() {
    use Shows::{Neither, Strength, Weakness};
    let third = |n| Exact::ratio(n, 3);
    let hundredth = |n| Exact::ratio(n, 100);
    for (post, criterion, mark, shows, required, gap) in [
        ("", "akuntabel", "dasar", Weakness, Some("cukup"), third(1)),
        ("", "akuntabel", "cukup", Weakness, Some("cukup"), None),
        ("", "akuntabel", "mahir", Neither, Some("cukup"), None),
        ("", "akuntabel", "ahli", Strength, Some("cukup"), None),
        (", class: jf", "akuntabel", "cukup", Weakness, Some("mahir"), third(1)),
        (", class: jf, post: ketua", "akuntabel", "mahir", Neither, Some("ahli"), third(1)),
        ("", "kompeten", "60", Weakness, Some("75"), hundredth(15)),
        ("", "kompeten", "61", Neither, Some("75"), hundredth(14)),
        ("", "kompeten", "75", Neither, Some("75"), None),
        ("", "kompeten", "90", Strength, Some("75"), None),
        // A scale that says nothing shows something at its ends alone.
        ("", "loyal", "0", Weakness, None, None),
        ("", "loyal", "0,5", Neither, None, None),
        ("", "loyal", "10", Strength, None, None),
        ("", "harmonis", "di-bawah", Weakness, None, None),
        ("", "harmonis", "sesuai", Neither, None, None),
        ("", "harmonis", "di-atas", Strength, None, None),
    ] {
        let mut files = Files::new(&[("ani", post)]);
        files.rated("2025", "ani", &format!("{criterion}: \"{mark}\""));
        let states = files.look(|agency, survey| criteria_of(agency, of(survey, "2025"), "ani"));
        let [state] = states.as_slice() else { panic!("{criterion} {mark}: {states:?}") };
        let case = format!("{post} {criterion} {mark}");
        assert_eq!((state.criterion.as_str(), state.shows), (criterion, shows), "{case}");
        assert_eq!(state.required.as_deref(), required, "{case}");
        assert_eq!(state.gap, gap, "{case}");
    }
}

#[test]
fn a_decision_counts_instead_of_what_the_superior_gave() {
    let mut files = Files::new(&[("ani", "")]);
    files.rated("2025", "ani", "hasil-kerja: sesuai, perilaku: sesuai, harmonis: di-bawah");
    files.objection("2025", "ani", "harmonis");
    files.put(
        "content/people/sek.yaml",
        "names: {full: S}\nexternal: true\nassignments:\n  - {from: 2020-01-01, position: S}\n",
    );
    files.put(
        "content/people/bos.yaml",
        "names: {full: B}\nexternal: true\nassignments:\n  - {from: 2020-01-01, position: B, rater: sek}\n",
    );
    files.put(
        "content/reviews/2025/ani/decision.md",
        "---\nby: sek\ndate: 2026-01-15\noutcome: granted\nhearings: [{of: ani, date: 2026-01-10, summary: x}]\nchanges: {harmonis: di-atas}\n---\n## Alasan\n\nx\n\n## Putusan\n\nx\n",
    );
    let states = files.look(|agency, survey| criteria_of(agency, of(survey, "2025"), "ani"));
    assert_eq!(states[0].shows, Shows::Strength);
}

#[test]
fn needs_name_their_trainings_and_what_was_done_of_them() {
    let mut files = Files::new(&[("ani", "")]);
    files.rated(
        "2024",
        "ani",
        "akuntabel: dasar, harmonis: sesuai, loyal: 0, hasil-kerja: sesuai, perilaku: sesuai",
    );
    let trainings = |files: &Files| {
        files.look(|agency, survey| {
            let one = of(survey, "2024");
            needs_of(agency, survey, one, "ani", &follow_ups(survey, one, "ani"), |_| true)
        })
    };
    let found = trainings(&files);
    let names =
        |at: usize| found[at].trainings.iter().map(|answer| answer.training.as_str()).collect::<Vec<_>>();
    // The framework's own come first, each once.
    assert_eq!(
        (found.len(), found[0].criterion(), names(0)),
        (3, Some("akuntabel"), vec!["disiplin", "etika"])
    );
    assert_eq!((found[1].criterion(), names(1)), (Some("loyal"), vec!["etika"]));
    assert_eq!((&found[2].from, names(2)), (&NeedFrom::Rule("seminar".to_owned()), vec!["seminar"]));
    assert!(found.iter().all(|need| !need.is_answered()));

    let day = |text: &str| text.parse().unwrap();
    for (written, status, answered) in [
        ("planned: 2125-03-01", Status::Planned(Some(day("2125-03-01"))), true),
        ("planned: 2025-03-01", Status::Lapsed(day("2025-03-01")), false),
        ("answers: akuntabel", Status::Planned(None), true),
        ("planned: 2024-03-01", Status::Lapsed(day("2024-03-01")), false),
        ("completed: 2024-12-31", Status::Before(day("2024-12-31")), false),
        ("planned: 2024-12-01, completed: 2025-01-01", Status::Done(day("2025-01-01")), true),
    ] {
        files.put(
            "content/reviews/2025/ani/development.yaml",
            &format!("trainings:\n  - {{training: etika, {written}}}\n"),
        );
        let need = trainings(&files).remove(0);
        assert_eq!((need.trainings[1].status, need.is_answered()), (status, answered), "{written}");
    }
    // A training that the lists do not name answers what it was recorded for.
    files.put(
        "content/reviews/2024/ani/development.yaml",
        "trainings:\n  - {training: seminar, answers: loyal}\n",
    );
    let need = trainings(&files).remove(1);
    assert_eq!((need.trainings.len(), need.is_answered()), (2, true));
}

#[test]
fn needs_are_counted_among_those_who_are_rated() {
    let mut files = Files::new(&[
        ("ani", ", unit: b"),
        ("budi", ", unit: b"),
        ("cici", ", unit: c"),
        ("dodi", ", unit: c"),
    ]);
    files.rated("2025", "ani", "akuntabel: dasar");
    files.rated("2025", "budi", "akuntabel: cukup");
    files.rated("2025", "cici", "akuntabel: ahli");
    let counts = files.look(|agency, survey| need_counts(agency, of(survey, "2025")));
    let of_criterion = |counts: &[NeedCount]| {
        let found = counts.iter().find(|count| count.criterion == "akuntabel").unwrap();
        (found.rated, found.weak, found.below, found.need)
    };
    assert_eq!(of_criterion(&counts.agency), (3, 2, 1, 2));
    assert_eq!(of_criterion(&counts.units["b"]), (2, 2, 1, 2));
    assert_eq!(of_criterion(&counts.units["a"]), (3, 2, 1, 2));
    assert_eq!(counts.agency.iter().map(|count| count.rated).sum::<usize>(), 3);
}

#[test]
fn a_training_stands_between_the_rating_before_and_the_next_after() {
    let mut files = Files::new(&[("ani", ""), ("budi", ""), ("cici", ""), ("dodi", "")]);
    let whole = "hasil-kerja: sesuai, perilaku: sesuai";
    for (person, levels) in
        [("ani", "dasar mahir"), ("budi", "cukup cukup"), ("cici", "dasar cukup"), ("dodi", "dasar dasar")]
    {
        let (before, after) = levels.split_once(' ').unwrap();
        files.rated("2024", person, &format!("{whole}, akuntabel: {before}"));
        files.rated("2025", person, &format!("{whole}, akuntabel: {after}"));
    }
    let done = |files: &mut Files, period: &str, person: &str, day: &str| {
        files.put(
            &format!("content/reviews/{period}/{person}/development.yaml"),
            &format!("trainings:\n  - {{training: disiplin, answers: akuntabel, completed: {day}}}\n"),
        );
    };
    done(&mut files, "2024", "ani", "2025-03-01");
    done(&mut files, "2025", "budi", "2025-12-31");
    let found = files.look(|_, survey| lifts(survey));
    let [training] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((training.training.as_str(), training.moves(), training.unseen), ("disiplin", [1, 1, 0], 0));
    let places =
        |at: usize| (training.lifts[at].before.place.clone(), training.lifts[at].after.place.clone());
    assert_eq!(places(0), (Exact::zero(), Exact::ratio(2, 3).unwrap()));
    // Cici and Dodi stood where Ani stood, without a training.
    assert_eq!((training.others, training.others_rose, training.is_enough()), (2, 1, false));

    // Before the first rating, and after the last one, there is nothing to set beside.
    done(&mut files, "2024", "ani", "2024-06-01");
    done(&mut files, "2025", "budi", "2026-01-01");
    let found = files.look(|_, survey| lifts(survey));
    assert_eq!((found[0].lifts.len(), found[0].unseen), (0, 2));
}

#[test]
fn a_course_follows_what_was_rated_more_than_once() {
    let mut files = Files::new(&[("ani", "")]);
    files.period("2024", "permenpan-6-2022", "2024", "");
    files.rated("2023", "ani", "hasil-kerja: di-bawah, perilaku: sesuai, akuntabel: dasar, kompeten: 40");
    files.rated("2024", "ani", "hasil-kerja: sesuai, perilaku: sesuai, akuntabel: sesuai");
    files.rated("2025", "ani", "hasil-kerja: di-atas, perilaku: di-atas, akuntabel: mahir");
    files.look(|_, survey| {
        let found = trend_of(survey, "ani", |_| true);
        let ids: Vec<Option<&str>> = found.iter().map(|line| line.id.as_deref()).collect();
        assert_eq!(ids, [None, Some("hasil-kerja"), Some("perilaku"), Some("akuntabel")]);
        let comparable =
            |at: usize| found[at].points.iter().map(|point| point.is_comparable).collect::<Vec<_>>();
        assert_eq!((comparable(0), comparable(3)), (vec![true; 3], vec![true, false, false]));
        let places: Vec<_> = found[0].points.iter().map(|point| point.place.clone().unwrap()).collect();
        assert_eq!(places, [Exact::ratio(1, 2).unwrap(), Exact::ratio(3, 4).unwrap(), Exact::from(1)]);
        assert_eq!(trend_of(survey, "ani", |one| one.period.id == "2025"), []);
    });
}
