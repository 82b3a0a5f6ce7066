//! Small tables of ratings, whose figures can be worked out by hand.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::check::check;
use crate::source::Sources;

/// A review: the period, the file, who gave it, to whom, and on which levels, `0` to `2`, for the criteria in order.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

const CRITERIA: [&str; 7] =
    ["berorientasi-pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"];
const LEVELS: [&str; 3] = ["di-bawah", "sesuai", "di-atas"];

/// Files of an agency in which everybody is rated by who wrote their `supervisor.md`.
fn files(rows: &[Row]) -> Vec<(String, Vec<u8>)> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    files.insert("rapor.yaml".to_owned(), "name: Kantor\nlocale: id\n".to_owned());
    let mut raters: BTreeMap<&str, &str> = BTreeMap::new();
    for (period, file, by, person, levels) in rows {
        raters.entry(by).or_default();
        raters.entry(person).or_default();
        if *file == "supervisor" {
            raters.insert(person, by);
        }
        let marks = CRITERIA.iter().zip(levels.chars()).filter_map(|(criterion, digit)| {
            Some(format!("{criterion}: {}", LEVELS[usize::try_from(digit.to_digit(10)?).unwrap()]))
        });
        let marks = marks.collect::<Vec<_>>().join(", ");
        files.insert(
            format!("content/periods/{period}.yaml"),
            format!("label: P\nframework: permenpan-6-2022\nfrom: {period}-01-01\nto: {period}-12-31\n"),
        );
        files.insert(
            format!("content/reviews/{period}/{person}/{file}.md"),
            format!("---\nby: {by}\ndate: {period}-12-01\nratings: {{{marks}}}\n---\n## Kekuatan\n\nBaik.\n"),
        );
    }
    for (person, rater) in raters {
        let rater = if rater.is_empty() { String::new() } else { format!(", rater: {rater}") };
        let text =
            format!("names: {{full: N}}\nassignments:\n  - {{from: 2020-01-01, position: P{rater}}}\n");
        files.insert(format!("content/people/{person}.yaml"), text);
    }
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// Does something with the ratings of an agency.
fn with<T>(rows: &[Row], look: impl Fn(&Ratings) -> T) -> T {
    let (sources, found) = Sources::from_files(files(rows));
    let (agency, more) = crate::model::load(&sources, "2030-01-01".parse().unwrap());
    let (checked, _) = check(&agency, &sources, found.into_iter().chain(more).collect());
    let survey = crate::insight::survey(&checked);
    look(&Ratings::of(&agency, &survey))
}

fn calibration(rows: &[Row], period: &str) -> Calibration {
    let found = with(rows, |ratings| ratings.calibration(period)).unwrap();
    assert_eq!(found.held, 0);
    found
}

fn figures(calibration: &Calibration, by: &str) -> RaterFigures {
    let superiors = calibration.sides.iter().find(|side| side.side == ReviewSide::Superior).unwrap();
    superiors.raters.iter().find(|rater| rater.by == by).unwrap().clone()
}

fn n(numerator: i64, denominator: i64) -> Exact {
    Exact::ratio(numerator, denominator).unwrap()
}

const PEOPLE: [&str; 32] = [
    "p00", "p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p10", "p11", "p12", "p13", "p14",
    "p15", "p16", "p17", "p18", "p19", "p20", "p21", "p22", "p23", "p24", "p25", "p26", "p27", "p28", "p29",
    "p30", "p31",
];

/// Reviews by superiors of a period, each of the next people in line.
fn superiors<'a>(period: &'a str, given: &[(&'a str, &[&'a str])]) -> Vec<Row<'a>> {
    let mut people = PEOPLE.iter();
    let mut rows = vec![];
    for (by, levels) in given {
        rows.extend(
            levels
                .iter()
                .zip(&mut people)
                .map(|(levels, person)| (period, "supervisor", *by, *person, *levels)),
        );
    }
    rows
}

#[test]
fn a_mean_stands_beside_that_of_the_others_for_the_same_items() {
    let rows = superiors(
        "2025",
        &[
            // Six ratings of 1 and four of 1/2.
            ("ani", &["22", "22", "22", "11", "11"]),
            ("budi", &["11", "11", "11", "11", "1-"]),
            ("citra", &["01", "0-"]),
            ("dodi", &["10", "1-"]),
        ],
    );
    let found = calibration(&rows, "2025");
    let ani = figures(&found, "ani");
    assert_eq!((ani.people, ani.ratings, &ani.mean), (5, 10, &n(4, 5)));
    // First criterion: 5/2 + 0 + 1 of nine. Second: 2 + 1/2 + 0 of six. Both count five times.
    let others = &(&n(7, 18) + &n(5, 12)) * &n(1, 2);
    let level = ani.level.clone().unwrap();
    assert_eq!((level.people, &level.own), (5, &n(4, 5)));
    assert_eq!(level.others, Some(Others { raters: 3, figure: others }));
    assert_eq!(ani.signs(), [Sign::Higher]);
    let side = &found.sides[0];
    assert_eq!((side.raters.len(), side.few), (2, 2));
    assert_eq!(figures(&found, "budi").level.unwrap().others.unwrap().raters, 3);
}

#[test]
fn what_somebody_chose_to_rate_makes_no_difference() {
    // Everybody gives 1 for the first criterion and 0 for the second; `ani` rates more of the first.
    let rows = superiors(
        "2025",
        &[
            ("ani", &["2-", "2-", "2-", "2-", "20"]),
            ("budi", &["20", "20", "20"]),
            ("citra", &["-0", "20", "-0"]),
            ("dodi", &["20", "20", "-0"]),
        ],
    );
    let ani = figures(&calibration(&rows, "2025"), "ani");
    assert_eq!(ani.level.unwrap().difference(), Some(Exact::zero()));
}

#[test]
fn few_people_or_few_raters_say_nothing() {
    let low: &[&str] = &["00", "00", "00", "00", "00"];
    let four = superiors("2025", &[("ani", &["22"; 4]), ("budi", low), ("citra", low), ("dodi", low)]);
    let found = calibration(&four, "2025");
    assert!(found.sides[0].raters.iter().all(|rater| rater.by != "ani"));
    assert_eq!(found.sides[0].few, 1);

    let two_others =
        superiors("2025", &[("ani", &["22", "21", "22", "22", "22"]), ("budi", low), ("citra", low)]);
    let ani = figures(&calibration(&two_others, "2025"), "ani");
    assert_eq!(ani.level, None);
    assert_eq!(ani.between.as_ref().unwrap().others, None);
    assert_eq!(ani.signs(), []);
}

#[test]
fn ratings_that_tell_nobody_apart_are_seen() {
    let mixed: &[&str] = &["02", "11", "20"];
    let rows = superiors(
        "2025",
        &[("ani", &["11", "11", "11", "11", "11"]), ("budi", mixed), ("citra", mixed), ("dodi", mixed)],
    );
    let ani = figures(&calibration(&rows, "2025"), "ani");
    let between = ani.between.clone().unwrap();
    assert_eq!((between.people, &between.own), (5, &Exact::zero()));
    // Of each three, pairs lie 1/2, 1/2 and 1 apart.
    assert_eq!(between.others, Some(Others { raters: 3, figure: n(2, 3) }));
    assert_eq!(ani.signs(), [Sign::PeopleAlike]);
    assert_eq!(ani.within, None, "two items are too few");
}

#[test]
fn one_view_of_a_person_on_everything_is_seen() {
    let mixed: &[&str] = &["012", "210", "021"];
    let rows = superiors(
        "2025",
        &[("ani", &["111", "222", "000", "111", "222"]), ("budi", mixed), ("citra", mixed), ("dodi", mixed)],
    );
    let ani = figures(&calibration(&rows, "2025"), "ani");
    let within = ani.within.clone().unwrap();
    assert_eq!((within.people, &within.own), (5, &Exact::zero()));
    assert_eq!(within.others, Some(Others { raters: 3, figure: n(2, 3) }));
    assert_eq!(ani.signs(), [Sign::ItemsAlike]);
}

#[test]
fn what_everybody_does_is_no_sign_of_one() {
    let same: &[&str] = &["111", "111", "111", "111", "111"];
    let rows = superiors("2025", &[("ani", same), ("budi", same), ("citra", same), ("dodi", same)]);
    for rater in &calibration(&rows, "2025").sides[0].raters {
        assert_eq!(rater.signs(), [], "{}", rater.by);
    }
}

#[test]
fn a_change_since_an_earlier_period_counts_unless_all_changed() {
    let (high, low): (&[&str], &[&str]) = (&["22", "22", "22", "21", "12"], &["11", "11", "11", "01", "10"]);
    let before = superiors("2024", &[("ani", low), ("budi", low), ("citra", low), ("dodi", low)]);
    let alone = superiors("2025", &[("ani", high), ("budi", low), ("citra", low), ("dodi", low)]);
    let all = superiors("2025", &[("ani", high), ("budi", high), ("citra", high), ("dodi", high)]);

    let ani = figures(&calibration(&[&before[..], &alone].concat(), "2025"), "ani");
    let earlier = ani.earlier.clone().unwrap();
    assert_eq!((earlier.period.as_str(), earlier.people), ("2024", 5));
    assert_eq!((&earlier.now, &earlier.then), (&n(9, 10), &n(2, 5)));
    assert_eq!(earlier.others_rose, Some(Exact::zero()));
    assert_eq!(ani.signs(), [Sign::Higher, Sign::Rose]);

    let ani = figures(&calibration(&[&before[..], &all].concat(), "2025"), "ani");
    assert_eq!(ani.earlier.clone().unwrap().others_rose, Some(n(1, 2)));
    assert_eq!(ani.signs(), []);
    assert_eq!(figures(&calibration(&[&before[..], &all].concat(), "2024"), "ani").earlier, None);
}

#[test]
fn own_views_stand_beside_those_of_others() {
    let row = |file, by, levels| ("2025", file, by, "p00", levels);
    let rows = [
        row("self", "p00", "2222"),
        row("supervisor", "kepala", "111-"),
        row("peer-1", "p01", "11--"),
        row("peer-2", "p02", "21--"),
    ];
    let found = calibration(&rows, "2025").gaps;
    assert_eq!(found.people, 1);
    // Means of the others by criterion: 2/3, 1/2, 1/2.
    let gap = Gap { person: "p00".to_owned(), items: 3, own: n(1, 1), raters: 3, others: n(5, 9) };
    assert_eq!(found.clear, [gap]);
    assert_eq!(found.clear[0].difference(), n(4, 9));
    assert_eq!(calibration(&rows[..3], "2025").gaps.people, 0, "two others are too few");
}

#[test]
fn colleagues_who_lift_each_other_are_seen() {
    let row = |file, by, to, levels| ("2025", file, by, to, levels);
    let mut rows = vec![
        row("peer-1", "p01", "p00", "222"),
        row("peer-1", "p00", "p01", "221"),
        row("peer-1", "p00", "p02", "111"),
        row("peer-1", "p02", "p03", "111"),
    ];
    for to in ["p00", "p01"] {
        rows.push(row("supervisor", "kepala", to, "111"));
        rows.push(row("peer-2", "p02", to, "111"));
        rows.push(row("peer-3", "p03", to, "111"));
    }
    let found = calibration(&rows, "2025").pairs;
    let favour = |by: &str, to: &str, gave| Favour {
        by: by.to_owned(),
        to: to.to_owned(),
        items: 3,
        gave,
        raters: 3,
        others: n(1, 2),
    };
    assert_eq!(
        found.clear,
        [Pair { favours: [favour("p00", "p01", n(5, 6)), favour("p01", "p00", n(1, 1))] }]
    );
    assert_eq!(found.looked_at, 1);

    rows[1] = row("peer-1", "p00", "p01", "111");
    let found = calibration(&rows, "2025").pairs;
    assert_eq!((found.looked_at, found.clear.len()), (1, 0), "one of them alone makes no pair");
}

/// A rating that follows from the organisation's is no choice of who wrote it down.
#[test]
fn ratings_that_follow_from_the_organisation_are_left_out() {
    let all = superiors("2025", &[("ani", &["22", "22", "22", "22", "22"])]);
    let mut files: BTreeMap<String, Vec<u8>> = files(&all).into_iter().collect();
    let mut put = |path: &str, text: &str| files.insert(path.to_owned(), text.into());
    put("content/units.yaml", "units:\n  a: {name: A}\n");
    put(
        "content/people/p00.yaml",
        "names: {full: N}\nassignments:\n  - {from: 2020-01-01, position: P, unit: a, head: true, rater: ani}\n",
    );
    put(
        "content/periods/2025.yaml",
        "label: P\nframework: permenpan-6-2022\nfrom: 2025-01-01\nto: 2025-12-31\norganisation:\n  agency: {rating: baik, \
         by: ani, date: 2025-12-01}\n",
    );
    put(
        "content/reviews/2025/p00/supervisor.md",
        "---\nby: ani\ndate: 2025-12-01\nratings: {hasil-kerja: sesuai, akuntabel: di-atas}\n---\n## Kekuatan\n\nBaik.\n",
    );
    let (sources, found) = Sources::from_files(files);
    let (agency, more) = crate::model::load(&sources, "2030-01-01".parse().unwrap());
    assert!(agency.headed(&agency.periods["2025"], "p00").is_some());
    let (checked, _) = check(&agency, &sources, found.into_iter().chain(more).collect());
    let survey = crate::insight::survey(&checked);
    let found = Ratings::of(&agency, &survey).calibration("2025").unwrap();
    assert_eq!(figures(&found, "ani").ratings, 9);
}

/// A row of numbers that looks arbitrary and is the same in every run.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    }
}

#[test]
fn neither_the_order_of_files_nor_names_of_raters_matter() {
    let mut draw = numbers(7);
    let levels: Vec<String> =
        (0..200).map(|_| (0..4).map(|_| ["0", "1", "2", "-"][draw(4)]).collect()).collect();
    let peers = ["peer-1", "peer-2", "peer-3"];
    let rows = |turn: usize, raters: [&'static str; 4]| -> Vec<Row<'_>> {
        let mut rows = vec![];
        for (at, person) in PEOPLE.iter().enumerate().take(24) {
            rows.push(("2025", "supervisor", raters[at % 4], *person, levels[at].as_str()));
            for peer in 0..3 {
                let by = PEOPLE[(at + [1, 23, 5][peer]) % 24];
                rows.push((
                    "2025",
                    peers[(peer + turn) % 3],
                    by,
                    *person,
                    levels[24 + at * 3 + peer].as_str(),
                ));
            }
        }
        rows
    };
    let plain = calibration(&rows(0, ["r1", "r2", "r3", "r4"]), "2025");
    assert!(plain.sides.iter().flat_map(|side| &side.raters).any(|rater| rater.level.is_some()));
    assert!(plain.pairs.looked_at > 0);
    assert_eq!(calibration(&rows(1, ["r1", "r2", "r3", "r4"]), "2025"), plain);
    let turned = calibration(&rows(0, ["r4", "r3", "r2", "r1"]), "2025");
    for (one, other) in [("r1", "r4"), ("r2", "r3")] {
        let renamed = RaterFigures { by: one.to_owned(), ..figures(&turned, other) };
        assert_eq!(figures(&plain, one), renamed);
    }
}

fn mirror(rows: &[Row], rater: &str, known: &[&'static str]) -> Option<Mirror> {
    with(rows, |ratings| ratings.mirror("2025", rater, |_| known.iter().copied().collect::<BTreeSet<_>>()))
}

#[test]
fn a_rater_sees_others_in_bands_and_from_three_on() {
    let given: [(&str, &[&str]); 4] =
        [("ani", &["2", "1"]), ("budi", &["1", "2"]), ("citra", &["1", "1"]), ("dodi", &["2", "1"])];
    let found = mirror(&superiors("2025", &given), "ani", &[]).unwrap().now;
    assert_eq!((found.people, found.ratings, found.mean), (2, 2, Some(n(3, 4))));
    // 4 of 6.
    assert_eq!(found.others, Seen::Band { raters: 3, from: n(5, 8), to: n(6, 8) });
    let three = mirror(&superiors("2025", &given[..3]), "ani", &[]).unwrap().now;
    assert_eq!((three.mean, three.others), (Some(n(3, 4)), Seen::TooFew));
    assert_eq!(mirror(&superiors("2025", &given), "nobody", &[]), None);
}

#[test]
fn what_a_rater_can_read_is_no_part_of_what_others_gave() {
    let rows = superiors(
        "2025",
        &[
            ("ani", &["2", "1"]),
            ("budi", &["1", "2"]),
            ("citra", &["1", "1"]),
            ("dodi", &["2", "1"]),
            ("eka", &["0"]),
        ],
    );
    let all = mirror(&rows, "ani", &[]).unwrap().now.others;
    assert_eq!(all, Seen::Band { raters: 4, from: n(4, 8), to: n(5, 8) });
    let without_eka = mirror(&rows, "ani", &["p08"]).unwrap().now.others;
    assert_eq!(without_eka, Seen::Band { raters: 3, from: n(5, 8), to: n(6, 8) });
    let two_left = mirror(&rows, "ani", &["p06", "p07", "p08"]).unwrap().now.others;
    assert_eq!(two_left, Seen::TooFew);
}

#[test]
fn one_who_gave_most_of_it_is_not_shown_as_the_others() {
    let rows = superiors(
        "2025",
        &[("ani", &["2", "1"]), ("budi", &["1", "2", "1"]), ("citra", &["1"]), ("dodi", &["2"])],
    );
    assert_eq!(mirror(&rows, "ani", &[]).unwrap().now.others, Seen::TooFew);
}

#[test]
fn a_mirror_shows_the_earlier_period_by_the_same_rules() {
    let now: [(&str, &[&str]); 2] = [("ani", &["2"]), ("budi", &["1"])];
    let then: [(&str, &[&str]); 4] =
        [("ani", &["0"]), ("budi", &["1", "1"]), ("citra", &["1", "1"]), ("dodi", &["1"])];
    let rows = [superiors("2024", &then), superiors("2025", &now)].concat();
    let found = mirror(&rows, "ani", &[]).unwrap();
    assert_eq!(found.now.others, Seen::TooFew);
    let (period, before) = found.before.unwrap();
    assert_eq!((period.as_str(), before.people, before.mean), ("2024", 1, Some(Exact::zero())));
    assert_eq!(before.others, Seen::Band { raters: 3, from: n(4, 8), to: n(5, 8) });
}
