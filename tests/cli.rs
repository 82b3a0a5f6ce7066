//! The program as people and machines use it: what it says, how it ends, what it writes and what it leaves alone.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs)]

#[path = "support/repository.rs"]
mod repository;

use repository::{Repository, Run};
use serde_json::Value;

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

/// An agency in which one person has an error of their own.
fn with_one_error(name: &str) -> Repository {
    let agency = Repository::clean(name);
    agency.change("content/reviews/2025/tono/supervisor.md", "perilaku: sesuai", "perilaku: hebat");
    agency
}

#[test]
fn a_clean_agency_is_clean_in_every_format() {
    let agency = Repository::clean("clean");
    let run = agency.run(&["check", "--strict"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
    assert!(run.err.contains("6 orang"), "{run:?}");
    let run = agency.run(&["check", "--lang", "en"]);
    assert!(run.err.contains("6 people"), "{run:?}");
    for format in ["short", "github"] {
        assert_eq!(agency.run(&["check", "--format", format]).out, "", "{format}");
    }
    let empty = json(&agency.run(&["check", "--format", "json"]));
    assert_eq!(empty, serde_json::json!({"diagnostics": [], "summary": {"errors": 0, "warnings": 0}}));
    assert_eq!(json(&agency.run(&["check", "--format", "gitlab"])), serde_json::json!([]));
    assert_eq!(
        json(&agency.run(&["check", "--format", "sarif"]))["runs"][0]["results"],
        serde_json::json!([])
    );
}

#[test]
fn ten_mistakes_in_ten_files_are_told_in_one_run_and_nothing_is_written() {
    let agency = Repository::clean("ten");
    assert_eq!(agency.run(&["build", "--no-pdf"]).code, 0);
    let before = agency.files("output");
    let mistakes = [
        ("rapor.yaml", "place: Kota Contoh", "plase: Kota Contoh"),
        ("content/units.yaml", "parent: dinas", "parent: dinass"),
        ("content/holidays.yaml", "2026-01-16", "2026-02-30"),
        ("content/trainings.yaml", "hours: 20", "hours: dua puluh"),
        ("content/people/lina.yaml", "199810102025022006", "1998101020250220060"),
        ("content/reviews/2025/dewi/plan.yaml", "supports: hasan/hk1", "supports: hasan/hk9"),
        ("content/reviews/2025/dewi/self.md", "## hk1", "## hk7"),
        ("content/reviews/2025/hasan/subordinate-1.md", "perilaku: di-atas", "perilaku: diatas"),
        ("content/reviews/2025/sari/record.yaml", "received: 2026-01-26", "released: 2026-01-26"),
        ("content/reviews/2025/tono/supervisor.md", "by: hasan", "by: hasam"),
    ];
    let mut expected: Vec<String> = vec![];
    for (path, old, new) in mistakes {
        agency.change(path, old, new);
        let line = agency.read(path).lines().position(|line| line.contains(new)).unwrap() + 1;
        expected.push(format!("{path}:{line}"));
    }
    expected.sort();
    let run = agency.run(&["check", "--format", "short"]);
    assert_eq!(run.code, 1);
    let mut found: Vec<String> =
        run.out.lines().map(|line| line.split(':').take(2).collect::<Vec<_>>().join(":")).collect();
    found.dedup();
    assert_eq!(found, expected, "{}", run.out);
    let report = json(&agency.run(&["check", "--format", "json"]));
    for finding in report["diagnostics"].as_array().unwrap() {
        let keys: Vec<&String> = finding.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["code", "severity", "path", "line", "column", "message", "help"]);
        assert!(finding["code"].as_str().unwrap().starts_with('R') && finding["line"].as_u64() > Some(0));
    }
    assert_eq!(report["summary"]["errors"].as_u64().unwrap() as usize, run.out.lines().count());
    assert_eq!(agency.run(&["build", "--no-pdf"]).code, 1);
    assert!(agency.files("output") == before, "an agency with errors changed its output");
}

#[test]
fn machines_get_the_forms_they_read() {
    let agency = with_one_error("machines");
    let path = "content/reviews/2025/tono/supervisor.md";
    let github = agency.run(&["check", "--format", "github"]);
    assert_eq!(github.code, 1);
    assert!(github.out.starts_with(&format!("::error file={path},line=4,")), "{github:?}");
    let by_itself = agency.run_with(&["check"], &[("GITHUB_ACTIONS", "true")]);
    assert_eq!(by_itself.out, github.out);
    let gitlab = json(&agency.run(&["check", "--format", "gitlab"]));
    assert_eq!(gitlab[0]["location"]["path"], path);
    assert_eq!(gitlab[0]["location"]["lines"]["begin"], 4);
    assert!(gitlab[0]["fingerprint"].as_str().unwrap().len() >= 16);
    let sarif = json(&agency.run(&["check", "--format", "sarif"]));
    assert_eq!(sarif["version"], "2.1.0");
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], path);
    assert_eq!(place["region"]["startLine"], 4);
}

#[test]
fn warnings_fail_only_the_strict() {
    let agency = Repository::clean("strict");
    agency.change(
        "content/reviews/2025/tono/self.md",
        "{value: 310, evidence: [Register permintaan data 2025]}",
        "310",
    );
    let run = agency.run(&["check", "--format", "json"]);
    assert_eq!(json(&run)["summary"]["errors"], 0);
    assert!(json(&run)["summary"]["warnings"].as_u64() > Some(0));
    assert_eq!(run.code, 0);
    assert_eq!(agency.run(&["check", "--strict"]).code, 1);
    assert_eq!(agency.run(&["build", "--no-pdf"]).code, 0);
}

#[test]
fn logs_that_many_read_show_no_text_of_files() {
    let agency = with_one_error("logs");
    let line = "ratings: {hasil-kerja: sesuai, perilaku: hebat}";
    let shows = |arguments: &[&str], variables: &[(&str, &str)]| {
        let run = agency.run_with(arguments, variables);
        assert_eq!(run.code, 1);
        format!("{}{}", run.out, run.err).contains(line)
    };
    assert!(shows(&["check"], &[]));
    assert!(!shows(&["check"], &[("CI", "true")]));
    assert!(shows(&["check", "--show-source"], &[("CI", "true")]));
    assert!(shows(&["build"], &[]));
    assert!(!shows(&["build"], &[("CI", "1")]));
}

#[test]
fn colour_stays_out_of_pipes_and_words_follow_the_agency() {
    let agency = with_one_error("words");
    for variables in [&[][..], &[("NO_COLOR", "1")], &[("TERM", "xterm-256color")]] {
        let run = agency.run_with(&["check"], variables);
        assert!(!format!("{}{}", run.out, run.err).contains('\u{1b}'), "{run:?}");
    }
    assert!(agency.run_with(&["check"], &[("LANG", "en_GB.UTF-8")]).err.contains("1 kesalahan"));
    assert!(agency.run(&["check", "--lang", "en"]).err.contains("1 error"));
}

#[test]
fn what_cannot_run_ends_with_two() {
    let nowhere = Repository::empty("nowhere");
    for command in ["check", "build", "score"] {
        let run = nowhere.run(&[command, "--lang", "en"]);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.contains("rapor.yaml"), "{run:?}");
        assert_eq!(run.out, "");
    }
    assert!(nowhere.files("").is_empty());
    let agency = Repository::clean("wrong-arguments");
    for arguments in [
        &["check", "--format", "xml"][..],
        &["check", "--as-of", "2026-02-30"],
        &["prune"],
        &["lock"],
        &["lock", "1999"],
        &["report", "--document", "skp", "--person", "nobody", "--period", "2025"],
    ] {
        let run = agency.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}: {run:?}");
        assert!(!run.err.is_empty() && !run.err.contains("panicked"), "{run:?}");
    }
    assert_eq!(agency.run_with(&["check"], &[("SOURCE_DATE_EPOCH", "soon")]).code, 2);
    assert_eq!(agency.run(&["--help"]).code, 0);
    assert_eq!(agency.run(&["--version"]).code, 0);
}

#[test]
fn hold_withholds_whom_an_error_concerns_and_nobody_else() {
    let agency = with_one_error("hold");
    assert_eq!(agency.run(&["build", "--no-pdf"]).code, 1);
    assert!(!agency.has("output"));
    let run = agency.run(&["build", "--no-pdf", "--hold"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("tono (2025)"), "{run:?}");
    let page = |person: &str| agency.read(&format!("output/employees/{person}/2025.html"));
    assert!(page("dewi").contains("Baik"));
    let tono = agency.files("output/employees/tono");
    let told: String = tono.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(told.contains("ditahan") && !told.contains("hebat"), "the page does not say that it is withheld");

    agency.change("content/units.yaml", "parent: dinas", "parent: dinass");
    let before = agency.files("output");
    let run = agency.run(&["build", "--no-pdf", "--hold"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(agency.files("output") == before);
}

#[test]
fn a_template_with_an_error_is_named_and_nothing_is_written() {
    let agency = Repository::clean("template");
    assert_eq!(agency.run(&["build", "--no-pdf"]).code, 0);
    let before = agency.files("output");
    for wrong in [
        "{% if %}",
        "{{ page.nothing.deep }}",
        "{{ t(k=\"nope\") }}",
        "{% include \"employee/index.html\" %}",
    ] {
        agency.write("templates/employee/index.html", wrong);
        let run = agency.run(&["build", "--no-pdf", "--lang", "en"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.err.contains("templates/employee/index.html"), "{run:?}");
        assert!(run.err.contains("nothing was written"), "{run:?}");
        assert!(agency.files("output") == before, "{wrong}");
    }
}

#[test]
fn a_table_of_ten_thousand_people_is_read_whole() {
    let agency = Repository::clean("table");
    let mut table = "id;full;from;unit;position;class\n".to_owned();
    for n in 0..10_000 {
        table.push_str(&format!("p{n:05};\"Nama {n}, <b>\";2026-01-01;data;Pengelola;jf\n"));
    }
    agency.write("content/people.csv", &table);
    let run = agency.run(&["check", "--lang", "en", "--format", "short"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("10006 people"), "{}", run.err);
    agency.write("content/people.csv", &table.replace(";data;", ";dada;"));
    let run = agency.run(&["check", "--format", "short"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("content/people.csv:10001:"), "{}", run.err);
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let agency = Repository::clean("target");
    agency.write("www/index.html", "mine");
    let run = agency.run(&["build", "--no-pdf", "--output", "www"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert_eq!(agency.files("www").len(), 1);
    assert_eq!(agency.read("www/index.html"), "mine");
    let run = agency.run(&["build", "--no-pdf", "--output", "content"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(!agency.has("content/public"));
}

#[test]
fn a_build_depends_on_what_was_written_alone() {
    let agency = Repository::clean("same");
    let build = |target: &str, variables: &[(&str, &str)]| {
        let run = agency.run_with(&["build", "--output", target], variables);
        assert_eq!(run.code, 0, "{run:?}");
        let files = agency.files(target);
        let relative = files
            .into_iter()
            .map(|(path, bytes)| (path.strip_prefix(agency.root.join(target)).unwrap().to_owned(), bytes));
        relative.collect::<Vec<_>>()
    };
    let one =
        build("one", &[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8")]);
    assert!(one.len() > 50);
    assert!(build("another place/two", &[("RAYON_NUM_THREADS", "4")]) == one);
    let changed: Vec<_> = build("three", &[("SOURCE_DATE_EPOCH", "1785542400")]);
    assert!(changed != one, "the date it is seen from changes nothing");
    let explicit = ["build", "--output", "four", "--as-of", "2026-06-02"];
    assert_eq!(agency.run_with(&explicit, &[("SOURCE_DATE_EPOCH", "1785542400")]).code, 0);
    assert_eq!(agency.files("four").len(), one.len());
}

#[test]
fn explain_teaches_and_knows_what_it_does_not_know() {
    let nowhere = Repository::empty("explain");
    let all = nowhere.run(&["explain", "--lang", "en"]);
    assert_eq!(all.code, 0);
    let codes: Vec<&str> = all
        .out
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| {
            word.len() == 4 && word.starts_with('R') && word[1..].bytes().all(|b| b.is_ascii_digit())
        })
        .collect();
    assert!(codes.len() > 50, "{}", all.out);
    for code in codes.iter().step_by(9) {
        for lang in ["id", "en"] {
            let run = nowhere.run(&["explain", code, "--lang", lang]);
            assert_eq!(run.code, 0, "{run:?}");
            assert!(run.out.contains(code) && run.out.lines().count() > 5, "{run:?}");
        }
    }
    let unknown = nowhere.run(&["explain", "R9999"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
}

#[test]
fn scores_come_with_their_derivation() {
    let agency = Repository::clean("score");
    let scores = json(&agency.run(&["score", "--period", "2025", "--format", "json"]));
    let scores = scores.as_array().unwrap();
    let people: Vec<&str> = scores.iter().map(|score| score["person"].as_str().unwrap()).collect();
    assert_eq!(people, ["dewi", "hasan", "sari", "tono"]);
    for score in scores {
        let keys: Vec<&String> = score.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["period", "person", "framework", "outcome", "value", "components", "derivation"]);
        assert_eq!(score["framework"], "permenpan-6-2022");
        assert_eq!((&score["outcome"], &score["value"]), (&Value::from("baik"), &Value::Null));
        assert!(score["components"].as_array().unwrap().len() == 2 && score["derivation"].is_object());
    }
    let derivation = scores[0]["derivation"].to_string();
    assert!(derivation.contains("content/reviews/2025/dewi/supervisor.md"), "{derivation}");
    let open = json(&agency.run(&["score", "--period", "2026", "--person", "dewi", "--format", "json"]));
    assert_eq!((open.as_array().unwrap().len(), &open[0]["outcome"]), (1, &Value::Null));
    let told = agency.run(&["score", "--period", "2025", "--person", "dewi", "--explain"]);
    assert!(told.out.contains("content/reviews/2025/dewi/supervisor.md:4"), "{told:?}");
}

#[test]
fn parts_of_a_period_are_scored_on_request() {
    let agency = Repository::clean("parts");
    let asked = ["score", "--period", "2025", "--part", "q1"];
    assert_eq!(agency.run(&asked).code, 2);
    let parts = "to: 2025-12-31\nparts: {q1: {label: Triwulan I, from: 2025-01-01, to: 2025-03-31}}";
    agency.change("content/periods/2025.yaml", "to: 2025-12-31", parts);
    let made = agency.run(&["new", "part-supervisor", "--period", "2025", "--person", "dewi"]);
    assert_eq!(made.code, 0, "{made:?}");
    let path = "content/reviews/2025/dewi/parts/q1/supervisor.md";
    agency.change(path, "#ratings:", "ratings:");
    agency.change(path, "  #hasil-kerja: sesuai", "  hasil-kerja: di-bawah");
    agency.change(path, "  #perilaku: sesuai", "  perilaku: sesuai");
    let told = agency.run(&[&asked[..], &["--explain"]].concat());
    assert!(told.out.contains("Triwulan I") && told.out.contains(path), "{told:?}");
    let scores = json(&agency.run(&[&asked[..], &["--format", "json"]].concat()));
    assert_eq!((scores.as_array().unwrap().len(), &scores[0]["part"]), (1, &Value::from("q1")));
    assert_eq!(scores[0]["outcome"], "butuh-perbaikan");
}

#[test]
fn calibration_says_nothing_of_few_and_is_exact_of_many() {
    let agency = Repository::clean("calibration");
    let asked = ["score", "--calibration", "--period", "2025"];
    let found = json(&agency.run(&[&asked[..], &["--format", "json"]].concat()));
    assert_eq!((found.as_array().unwrap().len(), &found[0]["period"]), (1, &Value::from("2025")));
    assert_eq!(
        (&found[0]["raters"], &found[0]["least"]["people"]),
        (&serde_json::json!([]), &Value::from(5))
    );
    let told = agency.run(&[&asked[..], &["--lang", "en"]].concat());
    assert!(told.code == 0 && told.out.contains("too few to say anything"), "{told:?}");

    // Six more people of one rater, all rated the same.
    for at in 0..6 {
        agency.write(
            &format!("content/people/p{at}.yaml"),
            "names: {full: N}\nassignments:\n  - {from: 2020-01-01, position: P, rater: hasan}\n",
        );
        agency.write(
            &format!("content/reviews/2025/p{at}/supervisor.md"),
            "---\nby: hasan\ndate: 2026-01-10\nratings: {hasil-kerja: di-atas, perilaku: sesuai}\n---\n## Kekuatan\n\nK.\n",
        );
    }
    let found = json(&agency.run(&[&asked[..], &["--format", "json"]].concat()));
    let rater = &found[0]["raters"][0];
    assert_eq!((&rater["rater"], &rater["side"]), (&Value::from("hasan"), &Value::from("superior")));
    assert!(rater["people"].as_u64() >= Some(6) && rater["level"].is_null(), "{rater}");
    assert!(rater["mean"].is_string() && rater["between"]["own"].is_string(), "{rater}");
    for wrong in [&["--person", "dewi"][..], &["--explain"]] {
        assert_eq!(agency.run(&[&asked[..], wrong].concat()).code, 2);
    }
}

#[test]
fn a_report_needs_only_its_own_person() {
    let agency = with_one_error("report");
    let report = |person: &str, out: &str| {
        let arguments =
            ["report", "--document", "evaluasi", "--period", "2025", "--person", person, "--out", out];
        agency.run(&arguments)
    };
    let run = report("dewi", "dewi.pdf");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(std::fs::read(agency.root.join("dewi.pdf")).unwrap().starts_with(b"%PDF-1.7"));
    let run = report("tono", "tono.pdf");
    assert_eq!(run.code, 1, "{run:?}");
    assert!(!agency.has("tono.pdf"));
}

#[test]
fn after_the_lock_only_amendments_are_lawful() {
    let agency = Repository::clean("lock");
    let run = agency.run(&["lock", "2025"]);
    assert_eq!(run.code, 0, "{run:?}");
    let lock = agency.read("content/periods/2025.lock");
    assert_eq!(agency.run(&["lock", "2025"]).code, 2);
    assert_eq!(agency.read("content/periods/2025.lock"), lock);
    assert_eq!(agency.run(&["check", "--strict"]).code, 0);

    let review = "content/reviews/2025/dewi/supervisor.md";
    let sealed = agency.read(review);
    agency.write(review, &sealed.replace("hasil-kerja: sesuai", "hasil-kerja: di-atas"));
    let run = agency.run(&["check", "--format", "short"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.out.starts_with(review) && run.out.lines().count() == 1, "{run:?}");
    std::fs::remove_file(agency.root.join(review)).unwrap();
    assert_eq!(agency.run(&["check"]).code, 1, "a sealed file that is gone is not missed");
    agency.write(review, &sealed);

    agency.write(
        "content/reviews/2025/dewi/objection.md",
        "---\ndate: 2026-01-29\nitems: [hasil-kerja]\n---\n\n## Alasan\n\nTarget terlampaui sejak Oktober.\n",
    );
    let run = agency.run(&["check"]);
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn files_from_other_systems_are_read() {
    let agency = Repository::clean("crlf");
    for path in ["content/people/dewi.yaml", "content/reviews/2025/dewi/self.md", "content/holidays.yaml"] {
        let text = agency.read(path);
        agency.write(path, &format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    let run = agency.run(&["check", "--strict"]);
    assert_eq!(run.code, 0, "{run:?}");
}
