//! Every code has a case that gives it and one that does not; `rapor explain` shows the same files.
//!
//! A case is a folder `tests/cases/<code>/{err,ok}` laid over the agency in `tests/cases/base`: its files replace or
//! join the agency's, and a file `<name>.absent` takes one away. `expect` in the `err` folder lists all that is found
//! there, a line `<code> <path>:<line>` for each; nothing else may be found, since a fault is reported once.

// Helpers of tests may stop at what cannot be.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rapor::check::check;
use rapor::diagnostic::{Finding, Format, Options, Texts, code, place, render};
use rapor::insight;
use rapor::model::load;
use rapor::source::Sources;
use rapor::text::Lang;

type Files = BTreeMap<String, Vec<u8>>;

/// Codes whose files cannot stand in a repository: too large or too many, links, files nobody may read. The tests of
/// `source` make them.
const MADE: [&str; 5] = ["R001", "R003", "R009", "R014", "R015"];

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn read(root: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

fn base() -> Files {
    read(&cases().join("base"))
}

/// The base with the files of a folder laid over it.
fn overlaid(folder: &str) -> Files {
    let mut files = base();
    for (path, bytes) in read(&cases().join(folder)) {
        match path.strip_suffix(".absent") {
            Some(gone) => {
                files.remove(gone).unwrap_or_else(|| panic!("{folder}: {gone} is not in the base"));
            }
            None if path == "expect" => {}
            None => {
                files.insert(path, bytes);
            }
        }
    }
    files
}

/// What is found in an agency, in order.
fn findings(files: Files) -> (Sources, Vec<Finding>) {
    let (sources, mut findings) = Sources::from_files(files);
    let (agency, loaded) = load(&sources, jiff::civil::date(2026, 6, 2));
    findings.extend(loaded);
    let (checked, mut findings) = check(&agency, &sources, findings);
    findings.extend(insight::findings(&agency, &insight::survey(&checked)));
    (sources, findings.into_sorted())
}

/// The same as `<code> <path>:<line>`.
fn found(files: Files) -> Vec<String> {
    let (sources, findings) = findings(files);
    let shown = findings.iter().map(|finding| {
        let line = place(sources.text(finding.at.file), finding.at.start).line;
        format!("{} {}:{line}", finding.code.0, sources.path(finding.at.file))
    });
    shown.collect()
}

fn lines(folder: &str) -> Vec<String> {
    let text = std::fs::read_to_string(cases().join(folder).join("expect")).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// Codes with a folder of their own.
fn with_cases() -> BTreeSet<String> {
    let names = std::fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.to_str().unwrap().to_owned()).filter(|name| name != "base").collect()
}

#[test]
fn the_base_is_clean() {
    assert_eq!(found(base()), Vec::<String>::new());
}

#[test]
fn wrong_examples_have_their_problem_alone_and_right_ones_have_none() {
    let mut wrong = String::new();
    for code in with_cases().iter() {
        let (expected, given) = (lines(&format!("{code}/err")), found(overlaid(&format!("{code}/err"))));
        if given != expected || !given.iter().any(|line| line.starts_with(code)) {
            wrong.push_str(&format!("{code}/err: expected {expected:#?}, found {given:#?}\n"));
        }
        let given = found(overlaid(&format!("{code}/ok")));
        if !given.is_empty() {
            wrong.push_str(&format!("{code}/ok: found {given:#?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_code_of_the_files_has_a_case() {
    let known: BTreeSet<&str> = code::ALL.iter().map(|code| code.0).collect();
    let cases = with_cases();
    let unknown: Vec<&String> = cases.iter().filter(|code| !known.contains(code.as_str())).collect();
    assert_eq!(unknown, Vec::<&String>::new());
    let without: Vec<&str> = known
        .into_iter()
        .filter(|code| *code < "R700" && !MADE.contains(code) && !cases.contains(*code))
        .collect();
    assert_eq!(without, Vec::<&str>::new());
}

#[test]
fn messages_have_all_their_arguments() {
    for code in with_cases() {
        let (sources, findings) = findings(overlaid(&format!("{code}/err")));
        for lang in [Lang::Id, Lang::En] {
            let options = Options { lang, color: false, show_source: false, width: 120 };
            for format in [Format::Short, Format::Json] {
                let report = render(format, &findings, &sources, &options);
                let open = report.match_indices('{').any(|(at, _)| {
                    let inside = report[at + 1..].split(['}', '"', ' ']).next().unwrap_or_default();
                    format == Format::Short && !inside.is_empty()
                        || inside.starts_with(|c: char| c.is_ascii_lowercase())
                });
                assert!(!open, "{code}: {report}");
            }
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_reported_once() {
    for bytes in [&b"names: \xff"[..], b"names: \x07", b"names: [", b""] {
        let broken =
            ["people/hasan.yaml", "dewi/supervisor.md", "content/units.yaml", "2026/hasan/plan.yaml"];
        for name in broken {
            let files = base().into_iter().map(|(path, text)| {
                let is_broken = path.ends_with(name);
                (path, if is_broken { bytes.to_vec() } else { text })
            });
            let given = found(files.collect());
            assert!(given.len() == 1 && given[0].contains(name), "{name}: {given:#?}");
        }
    }
}

/// One mistake in each of ten files, each found at its line in one run, and nothing else.
#[test]
fn ten_mistakes_in_ten_files_are_all_found_at_their_lines() {
    let mistakes = [
        ("content/goals/2025.yaml", "unit: poin", "satuan: poin", "R103", 6),
        ("content/holidays.yaml", "2026-01-16", "16-01-2026", "R105", 3),
        ("content/people/tono.yaml", "199205052020121005", "199205052020123005", "R220", 2),
        ("content/projects.yaml", "[hasan, dewi]", "[hasan, devi]", "R201", 2),
        ("content/reviews/2025/dewi/peer-1.md", "perilaku: sesuai", "perilaku: sesuai sekali", "R110", 4),
        ("content/reviews/2025/dewi/record.yaml", "received: 2026-01-26", "received: 2026-01-06", "R401", 3),
        ("content/reviews/2025/hasan/supervisor.md", "by: sari", "by: dewi", "R322", 2),
        ("content/reviews/2025/tono/self.md", "## hk1", "## hk7", "R022", 8),
        ("content/reviews/2026/dewi/plan.yaml", "hasan/hk1", "hasan/hk3", "R303", 6),
        ("content/trainings.yaml", "[kompeten]", "[kompten]", "R207", 2),
    ];
    let mut files = base();
    for (path, right, wrong, _, _) in mistakes {
        let text = String::from_utf8(files[path].clone()).unwrap();
        assert!(text.contains(right), "{path}");
        files.insert(path.to_owned(), text.replacen(right, wrong, 1).into_bytes());
    }
    let expected: Vec<String> =
        mistakes.iter().map(|(path, _, _, code, line)| format!("{code} {path}:{line}")).collect();
    assert_eq!(found(files), expected);
}

/// The base with a framework of its own for 2025, in which clients and a panel give their view as well.
fn with_clients(views: &[(&str, &str)]) -> Files {
    let kinds = "  client: {label: Pengguna layanan, display: 3}\n  panel: {label: Panel, display: 3}\n";
    let own = format!("extends: permenpan-6-2022\nraters:\n{kinds}");
    let mut files = base();
    files.insert("content/frameworks/layanan.yaml".to_owned(), own.into_bytes());
    let period = String::from_utf8(files["content/periods/2025.yaml"].clone()).unwrap();
    files.insert(
        "content/periods/2025.yaml".to_owned(),
        period.replacen("permenpan-6-2022", "layanan", 1).into_bytes(),
    );
    for (file, text) in views {
        files.insert(format!("content/reviews/2025/dewi/{file}"), text.as_bytes().to_vec());
    }
    files
}

fn view(by: &str) -> String {
    format!("---\nby: {by}\ndate: 2026-01-05\nratings: {{perilaku: sesuai}}\n---\n\n## Kekuatan\n\nRapi.\n")
}

#[test]
fn raters_of_a_frameworks_own_kinds_are_checked_as_colleagues_are() {
    let [tono, dewi, hasan, lina] = ["tono", "dewi", "hasan", "lina"].map(view);
    let level = tono.replace("sesuai", "hebat");
    let heading = tono.replace("Kekuatan", "Kekuasaan");
    type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
    let cases: [Case; 8] = [
        // A colleague may be a client too, and sit on a panel.
        (&[("client-1.md", &tono), ("client-2.md", &lina), ("panel-1.md", &tono)], &[]),
        (&[("panel-1.md", &hasan)], &["R326 panel-1.md:2"]),
        (&[("client-1.md", &tono), ("client-2.md", &tono)], &["R328 client-2.md:2"]),
        (&[("panel-1.md", &dewi)], &["R323 panel-1.md:2"]),
        (&[("client-1.md", &level)], &["R321 client-1.md:4"]),
        (&[("client-1.md", &heading)], &["R022 client-1.md:7"]),
        (&[("client-1.md", "Rapi.\n")], &["R020 client-1.md:1"]),
        (&[("client-1.md", &tono.replace("tono", "tini"))], &["R201 client-1.md:2"]),
    ];
    for (views, expected) in cases {
        let given: Vec<String> = found(with_clients(views))
            .iter()
            .map(|line| line.replace("content/reviews/2025/dewi/", ""))
            .collect();
        assert_eq!(given, expected, "{views:?}");
    }
    let mut files = with_clients(&[("client-1.md", &tono)]);
    let tono = String::from_utf8(files["content/people/tono.yaml"].clone()).unwrap()
        + "conflicts:\n  - {with: dewi, reason: Hubungan keluarga, declared: 2025-03-03}\n";
    files.insert("content/people/tono.yaml".to_owned(), tono.into_bytes());
    files.remove("content/reviews/2025/dewi/peer-1.md");
    assert_eq!(found(files), ["R325 content/reviews/2025/dewi/client-1.md:2"]);
}

#[test]
fn kinds_of_raters_need_names_of_their_own_and_enough_people() {
    let path = "content/frameworks/ringkas.yaml";
    for (line, expected) in [
        ("client: {label: Pengguna layanan, display: 3}", None),
        ("user: {label: Pengguna layanan, display: 3}", None),
        ("client: {label: Pengguna layanan, display: 2}", Some(("R506", None))),
        ("supervisor: {label: Atasan, display: 1}", Some(("R507", Some("superior")))),
        ("feedback: {label: Umpan balik, display: 3}", Some(("R507", None))),
        ("subordinates: {label: Bawahan, display: 3}", Some(("R501", Some("subordinate")))),
        ("Client: {label: Pengguna layanan, display: 3}", Some(("R110", None))),
    ] {
        let mut files = base();
        let text = String::from_utf8(files[path].clone()).unwrap();
        files
            .insert(path.to_owned(), text.replacen("  peer:", &format!("  {line}\n  peer:"), 1).into_bytes());
        let found = findings(files).1;
        let found: Vec<_> =
            found.iter().map(|finding| (finding.code.0, finding.suggestion.as_deref())).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{line}");
    }
}

/// Whoever gives a file a wrong name is told once, and what the name should be.
#[test]
fn files_of_raters_nobody_knows_are_told_with_the_name_that_was_meant() {
    let suggested = |file: &str, own: bool| {
        let mut files = if own { with_clients(&[]) } else { base() };
        files.insert(format!("content/reviews/2025/dewi/{file}"), b"Rapi.\n".to_vec());
        let found = findings(files).1;
        assert_eq!(found.len(), 1, "{file}: {found:?}");
        (
            found[0].code.0,
            found[0].suggestion.clone().unwrap_or_default().replace("content/reviews/2025/dewi/", ""),
        )
    };
    for (file, own, code, meant) in [
        ("pear-1.md", false, "R208", "peer"),
        ("clint-1.md", true, "R208", "client"),
        ("client-1.md", false, "R208", ""),
        ("juri-1.md", true, "R208", ""),
        ("peer2.md", false, "R012", "peer-2.md"),
        ("pear_2.md", false, "R012", "peer-2.md"),
        ("client1.md", true, "R012", "client-1.md"),
        ("client.md", true, "R012", "client-1.md"),
        ("Client-1.md", true, "R012", "client-1.md"),
        ("superviser-1.md", false, "R012", "supervisor.md"),
        ("supervisor-1.md", true, "R012", "supervisor.md"),
        ("suprvisor.md", false, "R012", "supervisor.md"),
        ("self.yaml", false, "R012", "self.md"),
    ] {
        assert_eq!(suggested(file, own), (code, meant.to_owned()), "{file}");
    }
}

/// What is written under a framework of numbers is read as that framework asks.
#[test]
fn reviews_are_checked_by_a_framework_of_numbers() {
    let review = "content/reviews/2024/dewi/supervisor.md";
    let right = "ratings: {hasil: 80, jujur: 90, ramah: 85}";
    for (ratings, expected) in [
        ("ratings: {hasil: '80,0', jujur: 0, ramah: 100}", &[][..]),
        ("ratings: {hasil: 80}", &["R337", "R337"]),
        ("ratings: {hasil: 80, jujur: 105, ramah: -5}", &["R345", "R345"]),
        ("ratings: {hasil: 80, jujur: 90.5, ramah: 85}", &["R346"]),
        ("ratings: {hasil: 80, jujur: 90, ramah: 85, sopan: 85}", &["R320"]),
        ("ratings: {hasil: 80, jujur: 90, ramah: 85}\nconditions: {gagasan: Ada}", &["R207"]),
        ("ratings: {hasil: 80, jujur: 90, ramah: 85}\ncontext: {kehadiran: 98}", &["R207"]),
    ] {
        let mut files = overlaid("R345/ok");
        let text = String::from_utf8(files[review].clone()).unwrap().replacen(right, ratings, 1);
        files.insert(review.to_owned(), text.into_bytes());
        let codes: Vec<String> = found(files).iter().map(|line| line[..4].to_owned()).collect();
        assert_eq!(codes, expected, "{ratings}");
    }
}

/// Trainings that a framework names are offered; posts and rungs that people hold are the framework's.
#[test]
fn frameworks_and_posts_name_what_there_is() {
    let codes = |path: &str, right: &str, wrong: &str| {
        let mut files = overlaid("R345/ok");
        let framework = files.get_mut("content/frameworks/angka.yaml").unwrap();
        framework.extend_from_slice(b"posts: {perawat: Perawat}\n");
        framework.extend_from_slice(b"credit_points: {label: A, multipliers: {kurang: 0.5, baik: 1}, rungs: {muda: {label: M, points: 25}}}\n");
        let text = String::from_utf8(files[path].clone()).unwrap();
        assert!(text.contains(right), "{path}");
        files.insert(path.to_owned(), text.replacen(right, wrong, 1).into_bytes());
        found(files).iter().map(|line| line[..4].to_owned()).collect::<Vec<_>>()
    };
    let (framework, person) = ("content/frameworks/angka.yaml", "content/people/dewi.yaml");
    let criterion = "jujur: {label: Jujur}";
    assert_eq!(codes(framework, criterion, "jujur: {label: Jujur, trainings: [menyelam]}"), ["R206"]);
    let rule = "classes:";
    let with = |training| {
        format!(
            "follow_up: {{a: {{label: A, kind: development, training: {training}, when: {{at_most: kurang}}}}}}\nclasses:"
        )
    };
    assert_eq!(codes(framework, rule, &with("menyelam")), ["R206"]);
    let post = "class: jf,";
    assert_eq!(codes(person, post, "class: jf, post: perawat, rung: muda,"), Vec::<String>::new());
    assert_eq!(codes(person, post, "class: jf, post: dokter, rung: madya,"), ["R207", "R207"]);
}

/// People are rated in the periods that a year joins, and not in the year again.
#[test]
fn nobody_is_missed_in_a_period_that_joins_others() {
    let mut files = overlaid("R235/ok");
    let framework = files.get_mut("content/frameworks/angka.yaml").unwrap();
    let text = String::from_utf8(framework.clone()).unwrap();
    let due = "event: supervisor, required: true, deadline: {after: end, days: 31}}";
    *framework = text.replacen("event: supervisor}", due, 1).into_bytes();
    let with_year = found(files.clone());
    files.remove("content/periods/2024.yaml");
    assert!(!with_year.is_empty() && with_year.iter().all(|line| line.starts_with("R402")));
    assert_eq!(with_year, found(files));
}

/// Errors in somebody's own files withhold them alone; those in files that everybody depends on are counted.
#[test]
fn errors_hold_whom_they_concern() {
    let held = |changes: &[(&str, &str, &str)]| {
        let mut files = base();
        for (path, right, wrong) in changes {
            let text = String::from_utf8(files[*path].clone()).unwrap().replacen(right, wrong, 1);
            files.insert((*path).to_owned(), text.into_bytes());
        }
        let (sources, mut findings) = Sources::from_files(files);
        let (agency, loaded) = load(&sources, jiff::civil::date(2026, 6, 2));
        findings.extend(loaded);
        let (checked, _) = check(&agency, &sources, findings);
        let people = |period| checked.held(period).map(str::to_owned).collect::<Vec<_>>();
        (people("2025"), people("2026"), checked.shared_errors())
    };
    let none = Vec::<String>::new;
    assert_eq!(held(&[]), (none(), none(), 0));
    let plan = ("content/reviews/2026/dewi/plan.yaml", "hasan/hk1", "hasan/hk3");
    assert_eq!(held(&[plan]), (none(), vec!["dewi".to_owned()], 0));
    let person = ("content/people/tono.yaml", "199205052020121005", "1");
    assert_eq!(held(&[person]), (vec!["tono".to_owned()], vec!["tono".to_owned()], 0));
    let goals = ("content/goals/2025.yaml", "owner: dinas", "owner: dinass");
    assert_eq!(held(&[goals, plan]), (none(), vec!["dewi".to_owned()], 1));
}

/// The project's own agency: honest gaps, so warnings, but no errors.
#[test]
#[ignore = "prints what is found; run by hand"]
fn the_sample_agency() {
    let root = std::env::var("RAPOR_SAMPLE").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let (sources, mut findings) = Sources::read(Path::new(&root), &[]).unwrap();
    let (agency, loaded) = load(&sources, jiff::civil::date(2026, 1, 16));
    findings.extend(loaded);
    let start = std::time::Instant::now();
    let (checked, findings) = check(&agency, &sources, findings);
    eprintln!("checked in {:?}, {} shared errors", start.elapsed(), checked.shared_errors());
    let options = Options { lang: Lang::Id, color: false, show_source: true, width: 100 };
    eprintln!("{}", render(Format::Short, &findings.into_sorted(), &sources, &options));
}

/// Rules must not compare everybody with everybody: ten times the people may take ten times as long, not a hundred.
#[test]
fn checking_grows_with_the_people() {
    let time = |teams: usize| {
        let (sources, mut findings) = Sources::from_files(large(teams));
        let (agency, loaded) = load(&sources, jiff::civil::date(2026, 6, 2));
        findings.extend(loaded);
        assert_eq!(agency.people.len(), teams * 10 + 6);
        let start = std::time::Instant::now();
        let (_, findings) = check(&agency, &sources, findings);
        let errors: Vec<_> = findings.into_sorted().into_iter().map(|finding| finding.code.0).collect();
        assert_eq!(errors, Vec::<&str>::new());
        start.elapsed()
    };
    let (few, many) = (time(20).max(std::time::Duration::from_millis(20)), time(200));
    assert!(many < few * 60, "{few:?} for 200 people, {many:?} for 2,000");
}

/// The base with teams of ten below its unit `data`, each with a head.
fn large(teams: usize) -> Files {
    let mut files = base();
    let mut units = String::from_utf8(files["content/units.yaml"].clone()).unwrap();
    for team in 0..teams {
        units.push_str(&format!("  t{team}: {{name: Tim {team}, parent: data}}\n"));
        for member in 0..10 {
            let id = format!("o{team}-{member}");
            let (head, superior) =
                if member == 0 { (", head: true", "hasan".to_owned()) } else { ("", format!("o{team}-0")) };
            let person = format!(
                "names: {{full: Orang {id}}}\nassignments:\n  - {{from: 2024-01-02, unit: t{team}, position: Analis, class: jf, grade: III/a{head}}}\n"
            );
            files.insert(format!("content/people/{id}.yaml"), person.into_bytes());
            for year in ["2025", "2026"] {
                for file in ["plan.yaml", "self.md", "supervisor.md", "record.yaml"] {
                    let Some(bytes) = files.get(&format!("content/reviews/{year}/tono/{file}")) else {
                        continue;
                    };
                    let text = String::from_utf8(bytes.clone()).unwrap();
                    let text = text.replace("tono", &id).replace("hasan", &superior);
                    files.insert(format!("content/reviews/{year}/{id}/{file}"), text.into_bytes());
                }
            }
        }
    }
    files.insert("content/units.yaml".to_owned(), units.into_bytes());
    let ratings: String = (0..teams)
        .map(|team| format!("    t{team}: {{rating: baik, by: hasan, date: 2026-01-07}}\n"))
        .collect();
    let period = String::from_utf8(files["content/periods/2025.yaml"].clone()).unwrap() + &ratings;
    files.insert("content/periods/2025.yaml".to_owned(), period.into_bytes());
    files
}
