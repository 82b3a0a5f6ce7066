//! Signed documents in a build: they stand as they were signed, whatever is printed later.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs)]

#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "support/repository.rs"]
mod repository;

use std::fs;
use std::path::Path;

use repository::Repository;
use sha2::{Digest, Sha256};

const PRINTED: &str = "output/personnel/dokumen/2025/dewi-skp.pdf";
const RECORD: &str = "content/reviews/2025/dewi/record.yaml";
const PLAN: &str = "content/reviews/2025/dewi/plan.yaml";

fn bytes(agency: &Repository, path: &str) -> Vec<u8> {
    fs::read(agency.root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn hash(agency: &Repository, path: &str) -> String {
    Sha256::digest(bytes(agency, path)).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn built(agency: &Repository) -> String {
    let run = agency.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    run.out + &run.err
}

fn record(agency: &Repository, entry: &str) {
    let text = agency.read(RECORD);
    let text = text.split("signed:").next().unwrap().to_owned();
    agency.write(RECORD, &format!("{text}signed:\n  - {entry}\n"));
}

/// The plan says something else than when it was signed.
fn revise(agency: &Repository) {
    let text = agency.read(PLAN);
    let result = text.lines().find(|line| line.trim_start().starts_with("result:")).unwrap().to_owned();
    agency.change(PLAN, &result, &format!("{result} dan tepat"));
}

#[test]
fn what_was_signed_electronically_stays_in_every_later_build() {
    let agency = Repository::clean("signed-electronic");
    built(&agency);
    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/p256.p12");
    let key = key.to_str().unwrap();
    let sign = |file: &str, field: &str| {
        let arguments = ["sign", file, "--field", field, "--key", key, "--time", "2026-02-03 10:00"];
        let run = agency.run_with(&arguments, &[("RAPOR_PASSPHRASE", "rahasia-uji")]);
        assert_eq!(run.code, 0, "{run:?}");
    };
    sign(PRINTED, "pegawai");
    let once = hash(&agency, "signed/2025/dewi-skp.pdf");
    record(&agency, &format!("{{document: skp, how: electronic, date: 2026-02-03, hash: {once}}}"));
    assert!(!built(&agency).contains("ditandatangani, tetapi"));
    assert_eq!(hash(&agency, PRINTED), once);

    // A second signature continues the file; the record of the first still leads to it.
    sign("signed/2025/dewi-skp.pdf", "pejabat-penilai");
    built(&agency);
    assert_eq!(bytes(&agency, PRINTED), bytes(&agency, "signed/2025/dewi-skp.pdf"));

    revise(&agency);
    let said = built(&agency);
    assert!(said.contains("signed/2025/dewi-skp.pdf"), "{said}");
    assert_eq!(bytes(&agency, PRINTED), bytes(&agency, "signed/2025/dewi-skp.pdf"));
}

#[test]
fn a_build_tells_that_what_was_signed_with_ink_would_be_printed_otherwise() {
    let agency = Repository::clean("signed-ink");
    built(&agency);
    let printed = hash(&agency, PRINTED);
    record(&agency, &format!("{{document: plan, how: ink, date: 2026-02-03, hash: {printed}}}"));
    assert!(!built(&agency).contains("2026-02-03"));
    revise(&agency);
    let said = built(&agency);
    assert!(said.contains("dewi-2025-skp.pdf (2026-02-03)"), "{said}");
    assert_ne!(hash(&agency, PRINTED), printed);
}

#[test]
fn a_signed_file_is_entered_in_the_record_it_belongs_to() {
    let agency = Repository::clean("signed-record");
    assert_eq!(agency.run(&["key"]).code, 0);
    built(&agency);
    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/rsa.p12");
    let sign = |file: &str, field: &str| {
        let arguments =
            ["sign", file, "--field", field, "--key", key.to_str().unwrap(), "--time", "2026-02-03 10:00"];
        let run = agency.run_with(&arguments, &[("RAPOR_PASSPHRASE", "rahasia-uji")]);
        assert_eq!(run.code, 0, "{run:?}");
    };
    let enter = |arguments: &[&str]| {
        let run = agency.run(&[&["record"], arguments].concat());
        assert_eq!(run.code, 0, "{run:?}");
        run.out + &run.err
    };
    // The record keeps what stood there, comments too.
    agency.write(RECORD, &format!("# Disimpan oleh kepegawaian\n{}", agency.read(RECORD)));
    sign(PRINTED, "pegawai");
    enter(&["signed/2025/dewi-skp.pdf"]);
    let once = hash(&agency, "signed/2025/dewi-skp.pdf");
    let record = agency.read(RECORD);
    assert!(record.starts_with("# Disimpan oleh kepegawaian\n"), "{record}");
    assert!(record.contains("{document: skp, how: electronic, date: 2026-02-03"), "{record}");
    assert!(record.contains(&once), "{record}");
    assert!(enter(&["signed/2025/dewi-skp.pdf"]).contains("sudah tercatat"));

    // A second signature on the same document is the same entry with the new hash.
    sign("signed/2025/dewi-skp.pdf", "pejabat-penilai");
    enter(&["signed/2025/dewi-skp.pdf"]);
    let record = agency.read(RECORD);
    fs::rename(agency.root.join("signed/2025/dewi-skp.pdf"), agency.root.join("lain.pdf")).unwrap();
    assert!(built(&agency).contains("tidak ada lagi"));
    fs::rename(agency.root.join("lain.pdf"), agency.root.join("signed/2025/dewi-skp.pdf")).unwrap();
    built(&agency);
    assert!(
        !record.contains(&once) && record.contains(&hash(&agency, "signed/2025/dewi-skp.pdf")),
        "{record}"
    );

    enter(&[
        "output/personnel/dokumen/2025/dewi-evaluasi.pdf",
        "--place",
        "Lemari 2",
        "--date",
        "2026-02-05",
    ]);
    assert!(agency.read(RECORD).contains("{document: evaluasi, how: ink, date: 2026-02-05"));
    assert_eq!(agency.run(&["check"]).code, 0);

    let run =
        agency.run(&["record", "output/personnel/dokumen/2025/dewi-evaluasi.pdf", "--how", "electronic"]);
    assert!(run.code == 2 && run.err.contains("--how ink"), "{run:?}");
}

#[test]
fn only_what_the_repository_made_is_recorded_and_no_record_is_lost() {
    let agency = Repository::clean("signed-foreign");
    assert_eq!(agency.run(&["key"]).code, 0);
    built(&agency);
    let record = bytes(&agency, RECORD);
    fs::copy(agency.root.join(PRINTED), agency.root.join("lama.pdf")).unwrap();
    revise(&agency);
    let run = agency.run(&["record", "lama.pdf", "--date", "2026-02-05"]);
    assert!(run.code == 2 && run.err.contains("rapor verify"), "{run:?}");
    assert_eq!(bytes(&agency, RECORD), record);

    // A record in another encoding cannot be read, so it is not written either.
    built(&agency);
    fs::write(agency.root.join(RECORD), b"released: 2026-01-19 # \xe9\n").unwrap();
    let run = agency.run(&["record", PRINTED, "--date", "2026-02-05"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert_eq!(bytes(&agency, RECORD), b"released: 2026-01-19 # \xe9\n");
}

#[test]
fn a_decision_leaves_the_signed_first_edition_and_asks_for_the_second() {
    let agency = Repository::clean("signed-edition");
    assert_eq!(agency.run(&["key"]).code, 0);
    built(&agency);
    const EVALUATION: &str = "output/personnel/dokumen/2025/dewi-evaluasi.pdf";
    fs::copy(agency.root.join(EVALUATION), agency.root.join("pertama.pdf")).unwrap();
    assert_eq!(agency.run(&["record", EVALUATION, "--date", "2026-01-26"]).code, 0);
    agency.write(
        "content/reviews/2025/dewi/objection.md",
        "---\ndate: 2026-01-28\nitems: [perilaku]\n---\n\n## Alasan\n\nUmpan balik belum dibaca.\n",
    );
    agency.write(
        "content/reviews/2025/dewi/decision.md",
        "---\nby: sari\ndate: 2026-02-04\noutcome: granted\nchanges: {perilaku: di-atas}\n---\n\n## Alasan\n\nUmpan balik dibaca.\n\n## Putusan\n\nPerilaku menjadi di atas ekspektasi.\n",
    );
    // What was signed before is no signature on what follows from the decision.
    assert!(!built(&agency).contains("2026-01-26"));
    assert_ne!(bytes(&agency, EVALUATION), bytes(&agency, "pertama.pdf"));
    let run = agency.run(&["record", "pertama.pdf", "--date", "2026-02-06"]);
    assert!(run.code == 2 && run.err.contains("--date"), "{run:?}");
    let run = agency.run(&["record", EVALUATION, "--date", "2026-02-06"]);
    assert_eq!(run.code, 0, "{run:?}");
    let record = agency.read(RECORD);
    assert_eq!(record.matches("document: evaluasi").count(), 2, "{record}");
    let run = agency.run(&["verify", "pertama.pdf", EVALUATION]);
    assert_eq!(run.code, 0, "{run:?}");
}
