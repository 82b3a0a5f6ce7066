//! When a person may have a document: never before their pages show what it says.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs)]

#[allow(dead_code, reason = "each user takes what it needs")]
#[path = "support/repository.rs"]
mod repository;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use rapor::pdf::Existing;
use repository::Repository;

/// Kinds of documents that a person has of their own, by the end of the file's name, each with words that it and the
/// pages say. `None` where it only puts together what stands on the pages in other words.
const KINDS: [(&str, Option<&str>); 10] = [
    ("skp", Some("data induk pelayanan")),
    ("laporan-kinerja", Some("Berita acara pemeriksaan")),
    ("evaluasi-periodik-tw1", Some("Katabagian")),
    ("evaluasi", None),
    ("dokumen-evaluasi", None),
    ("penghitungan", None),
    ("tanda-terima", None),
    ("berita-acara-dialog", Some("Katadialog")),
    ("berkas-keberatan", None),
    ("putusan-keberatan", Some("Kataputusan")),
];
/// Words of what opens later than the rest, wherever they stand.
const LATER: [&str; 4] = ["Katabagian", "Katadialog", "Kataputusan", "Katadengar"];
const FOLDER: &str = "content/reviews/2025/dewi/";

/// An agency where everything happened to Dewi that makes a document.
fn agency(name: &str) -> Repository {
    let agency = Repository::clean(name);
    agency.change(
        "content/periods/2025.yaml",
        "to: 2025-12-31",
        "to: 2025-12-31\nparts: {tw1: {label: Triwulan I, from: 2025-01-01, to: 2025-03-31}}",
    );
    agency.change("content/people/dewi.yaml", "grade: III/c", "grade: III/c, rung: ahli-muda");
    let file = |name: &str, text: &str| agency.write(&format!("{FOLDER}{name}"), text);
    file(
        "parts/tw1/supervisor.md",
        "---\nby: hasan\ndate: 2025-04-10\nratings: {hasil-kerja: sesuai, perilaku: sesuai}\n---\n## Kekuatan\nKatabagian.\n",
    );
    file(
        "discussion.md",
        "---\ndate: 2026-01-12\npresent: [dewi, hasan]\n---\n## Kesepakatan\nKatadialog.\n",
    );
    file("objection.md", "---\ndate: 2026-01-28\nitems: [hasil-kerja]\n---\n## Alasan\nAda bukti.\n");
    file(
        "decision.md",
        "---\nby: sari\ndate: 2026-02-10\noutcome: granted\nhearings:\n  - {of: dewi, date: 2026-01-30, summary: Katadengar.}\n  - {of: hasan, date: 2026-01-30, summary: Setuju.}\nchanges: {hasil-kerja: di-atas}\n---\n## Alasan\nCukup.\n\n## Putusan\nKataputusan.\n",
    );
    file(
        "record.yaml",
        "released: 2026-01-19\ndelivered: 2026-01-20\nreceived: 2026-01-26\nsigned:\n  - {document: berita-acara-dialog, how: ink, date: 2026-01-13}\n  - {document: evaluasi-periodik, part: tw1, how: ink, date: 2025-04-11}\n",
    );
    agency
}

/// What lies in a person's root on a day: documents by the end of their names, and the page of the period.
fn root(agency: &Repository, day: &str) -> (BTreeMap<String, String>, String) {
    let run = agency.run(&["build", "--as-of", day]);
    assert_eq!(run.code, 0, "{run:?}");
    let folder = agency.root.join("output/employees/dewi");
    let mut documents = BTreeMap::new();
    for (path, bytes) in agency.files("output/employees/dewi") {
        let name = path.file_name().unwrap().to_str().unwrap();
        if let Some(kind) = name.strip_prefix("2025-").and_then(|rest| rest.strip_suffix(".pdf")) {
            let words = Existing::open(bytes).unwrap().words().into_iter().flatten();
            documents.insert(kind.to_owned(), words.collect::<Vec<String>>().join(" "));
        }
    }
    (documents, fs::read_to_string(folder.join("2025.html")).unwrap())
}

/// Compares documents and pages on a day, and gives the kinds a person has.
fn compared(agency: &Repository, day: &str) -> BTreeSet<String> {
    let (documents, page) = root(agency, day);
    for (kind, words) in KINDS {
        let Some(words) = words else { continue };
        assert_eq!(documents.contains_key(kind), page.contains(words), "{day} {kind}");
    }
    for (kind, said) in &documents {
        assert!(KINDS.iter().any(|(known, _)| known == kind) || kind == "angka-kredit", "{kind}");
        for words in LATER {
            assert!(page.contains(words) || !said.contains(words), "{day} {kind}: {words}");
        }
    }
    documents.into_keys().collect()
}

fn set(kinds: &[&str]) -> BTreeSet<String> {
    kinds.iter().map(|kind| (*kind).to_owned()).collect()
}

#[test]
fn documents_open_with_the_pages() {
    let agency = agency("opening");
    let at_once = ["skp", "laporan-kinerja", "evaluasi-periodik-tw1"];
    assert_eq!(compared(&agency, "2026-01-15"), set(&at_once));
    let (_, page) = root(&agency, "2026-01-15");
    assert!(!page.contains("Berita Acara Dialog"), "that it was signed tells of the discussion");
    let released = ["evaluasi", "dokumen-evaluasi", "penghitungan", "tanda-terima", "berita-acara-dialog"];
    let mut wanted = set(&[&at_once[..], &released, &["berkas-keberatan"]].concat());
    let open = compared(&agency, "2026-02-05");
    assert_eq!(open.iter().filter(|kind| *kind != "angka-kredit").cloned().collect::<BTreeSet<_>>(), wanted);
    wanted.insert("putusan-keberatan".to_owned());
    let open = compared(&agency, "2026-02-12");
    assert_eq!(open.iter().filter(|kind| *kind != "angka-kredit").cloned().collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn a_decision_changes_nothing_before_its_day() {
    let agency = agency("opening-decision");
    let of_dewi = || {
        let run = agency.run(&["build", "--as-of", "2026-02-05"]);
        assert_eq!(run.code, 0, "{run:?}");
        agency.files("output/employees/dewi")
    };
    let with = of_dewi();
    fs::remove_file(agency.root.join(format!("{FOLDER}decision.md"))).unwrap();
    let without = of_dewi();
    let names = |files: &[(std::path::PathBuf, Vec<u8>)]| {
        files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&with), names(&without));
    for ((path, one), (_, other)) in with.iter().zip(&without) {
        assert!(one == other, "{}", path.display());
    }
}

/// One part's signature makes no row among the documents of the whole period.
#[test]
fn a_signed_part_is_listed_with_its_part() {
    let agency = agency("opening-part");
    let (_, page) = root(&agency, "2026-02-12");
    let (_, list) = page.split_once("id=\"dokumen\"").unwrap();
    let list = list.split("</ul>").next().unwrap();
    assert!(list.contains("Evaluasi Kinerja") && !list.contains("Periodik"), "{list}");
}
