//! How long ten thousand scorecards take on one core: `cargo bench --bench score [PEOPLE]`.
//!
//! Everybody is rated by a superior and three colleagues on ten criteria, and has a plan of three results with six
//! indicators. Prints CPU milliseconds of this thread; reading and checking the files is told apart.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs, unreachable_pub)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use rapor::check::check;
use rapor::model::load;
use rapor::score::score_person;
use rapor::source::Sources;

const CRITERIA: usize = 10;
/// Nobody leads more people than this.
const TEAM: usize = 10;

/// CPU time of this thread in seconds where the system tells it, else the time since the start.
fn cpu(start: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    spent.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds * 1e-9)
}

fn framework() -> String {
    let mut out = "label: Uji\nscales:\n  skala: {range: {from: 0, to: 100, step: 1}}\ncomponents:\n  hasil:\n    \
                   label: Hasil\n    weight: 60\n    from: results\n    valuation: nilai\n    cap: 120\n  cara:\n    \
                   label: Cara\n    weight: 40\n    from: criteria\n    scale: skala\n    criteria:\n"
        .to_owned();
    for at in 0..CRITERIA {
        let _ = writeln!(out, "      k{at}: {{label: Kriteria {at}, weight: 10}}");
    }
    out.push_str(
        "results: {component: hasil, kinds: {utama: Utama}}\nvaluations:\n  nilai: {achievement: {cap: 120}}\nraters:\n  \
         superior: {label: Atasan, display: 1, least: 1, weight: 70}\n  \
         peer: {label: Rekan, display: 3, least: 3, weight: 30}\noutcome:\n  label: Predikat\n  levels:\n    \
         kurang: {label: Kurang, group: g}\n    baik: {label: Baik, group: g}\n  groups: {g: Semua}\n  \
         score: {from: 0, to: 120}\n  bands:\n    - {level: baik, from: 75}\n    - {level: kurang, below: 75}\nstages:\n  \
         nilai: {label: Nilai, event: supervisor, required: true}\n",
    );
    out
}

fn person(at: usize) -> String {
    format!("p{at:05}")
}

/// Who leads a person: a tree in which everybody leads at most a team.
fn leader(at: usize) -> Option<usize> {
    at.checked_sub(1).map(|at| at / TEAM)
}

fn review(by: usize, seed: usize) -> String {
    let mut out = format!("---\nby: {}\ndate: 2026-01-05\nratings:\n", person(by));
    for criterion in 0..CRITERIA {
        let _ = writeln!(out, "  k{criterion}: {}", 50 + (seed * 7 + criterion * 13) % 50);
    }
    out
}

fn files(people: usize) -> Vec<(String, Vec<u8>)> {
    let mut files = vec![
        ("rapor.yaml".to_owned(), "name: Kantor\nlocale: id\n".to_owned()),
        ("content/frameworks/uji.yaml".to_owned(), framework()),
        (
            "content/periods/2025.yaml".to_owned(),
            "label: P\nframework: uji\nfrom: 2025-01-01\nto: 2025-12-31\n".to_owned(),
        ),
    ];
    for at in 0..people {
        let rater = leader(at).map_or_else(String::new, |leader| format!(", rater: {}", person(leader)));
        let id = person(at);
        files.push((
            format!("content/people/{id}.yaml"),
            format!("names: {{full: N}}\nassignments:\n  - {{from: 2020-01-01, position: P{rater}}}\n"),
        ));
        let Some(superior) = leader(at) else { continue };
        let mut plan = "results:\n".to_owned();
        let mut realised = "realisation:\n".to_owned();
        for result in 0..3 {
            let _ = writeln!(plan, "  h{result}:\n    kind: utama\n    result: Terwujudnya\n    indicators:");
            for indicator in 0..2 {
                let target = 3 + (at + result) % 90;
                let _ =
                    writeln!(plan, "      i{indicator}: {{measure: Ukuran, target: {target}, unit: butir}}");
                let reached = (at * 3 + result) % 95;
                let _ =
                    writeln!(realised, "  h{result}/i{indicator}: {{value: {reached}, evidence: [Laporan]}}");
            }
        }
        let mut put =
            |name: &str, text: String| files.push((format!("content/reviews/2025/{id}/{name}"), text));
        put("plan.yaml", plan);
        put("supervisor.md", format!("{}{realised}---\n## Kekuatan\n\nBaik.\n", review(superior, at)));
        for peer in 0..3 {
            let by = (at + 1 + peer * 37) % people;
            put(
                &format!("peer-{}.md", peer + 1),
                format!("{}---\n## Kekuatan\n\nBaik.\n", review(by, at + peer)),
            );
        }
    }
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

fn main() {
    let people = std::env::args().skip(1).find_map(|text| text.parse().ok()).unwrap_or(10_000);
    let origin = Instant::now();
    let (sources, found) = Sources::from_files(files(people));
    let read = Instant::now();
    let (agency, more) = load(&sources, "2026-06-01".parse().expect("a date"));
    let (checked, _) = check(&agency, &sources, found.into_iter().chain(more).collect());
    let checked_in = read.elapsed();
    let period = agency.periods.get("2025").expect("a period");
    let ids: Vec<String> = agency.participants(period).into_iter().map(str::to_owned).collect();
    let mut best = f64::INFINITY;
    let mut outcomes = 0;
    for _ in 0..3 {
        let start = cpu(origin);
        outcomes = ids
            .iter()
            .filter_map(|person| black_box(score_person(&checked, period, person)))
            .filter(|card| card.outcome.is_some())
            .count();
        best = best.min(cpu(origin) - start);
    }
    println!(
        "{} scorecards, {outcomes} with an outcome: {:.0} ms CPU on one core ({:.1} µs each); loading and checking \
         took {:.1} s",
        ids.len(),
        best * 1e3,
        best * 1e6 / ids.len() as f64,
        checked_in.as_secs_f64()
    );
}
