//! `rapor verify` as an office uses it: what it says of signatures, and its exit codes.

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

use std::fs;
use std::path::PathBuf;

use repository::{Repository, Run};

const DAY: (&str, &str) = ("SOURCE_DATE_EPOCH", "1769396400");

fn key(name: &str) -> String {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/keys").join(name).to_str().unwrap().to_owned()
}

/// A folder with a document that two people have signed, `skp.pdf`, and the unsigned one, `kosong.pdf`.
fn with_signed(name: &str) -> Repository {
    let agency = Repository::clean(&format!("{name}-agency"));
    let order = ["report", "--document", "skp", "--person", "dewi", "--period", "2025", "--out", "skp.pdf"];
    assert_eq!(agency.run(&order).code, 0);
    let folder = Repository::empty(name);
    fs::copy(agency.root.join("skp.pdf"), folder.root.join("kosong.pdf")).unwrap();
    for (file, field, by) in
        [("kosong.pdf", "pegawai", "p256.p12"), ("skp.pdf", "pejabat-penilai", "rsa.p12")]
    {
        let key = key(by);
        let arguments = ["sign", file, "--field", field, "--key", &key, "--out", "skp.pdf"];
        let run = folder.run_with(&arguments, &[("RAPOR_PASSPHRASE", "rahasia-uji"), DAY]);
        assert_eq!(run.code, 0, "{run:?}");
    }
    folder
}

fn verifying(folder: &Repository, arguments: &[&str]) -> Run {
    folder.run_with(&[&["verify"], arguments].concat(), &[DAY])
}

#[test]
fn each_signature_is_told_with_its_signer() {
    let folder = with_signed("verify-told");
    let root = key("root.pem");
    let run = verifying(&folder, &["skp.pdf", "--roots", &root]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.starts_with("skp.pdf\n"), "{run:?}");
    assert!(
        run.out.contains(
            "  pegawai: tanda tangan berlaku
    penanda tangan: Pegawai Uji, Instansi Contoh
    waktu menurut penanda tangan: 26 Januari 2026 pukul 03.00 UTC
    mencakup berkas sampai revisi 2 dari 3
    sesudahnya: kolom pejabat-penilai ditandatangani
    sertifikat dipercaya melalui Akar Uji
  pejabat-penilai: tanda tangan berlaku
    penanda tangan: Atasan Pejabat Uji, Instansi Contoh
    waktu menurut penanda tangan: 26 Januari 2026 pukul 03.00 UTC
    mencakup seluruh berkas
    sertifikat dipercaya melalui Akar Uji
  pencabutan sertifikat tidak diperiksa, karena itu perlu jaringan
"
        ),
        "{}",
        run.out
    );
    // Certificates in trust/ are those of the office, and need not be named.
    fs::create_dir(folder.root.join("trust")).unwrap();
    fs::copy(&root, folder.root.join("trust/akar.pem")).unwrap();
    let run = verifying(&folder, &["skp.pdf", "--lang", "en"]);
    assert!(run.code == 0 && run.out.contains("certificate trusted through Akar Uji"), "{run:?}");
    // Those that are named count instead.
    let run = verifying(&folder, &["skp.pdf", "--roots", &key("unknown-root.pem")]);
    assert!(run.code == 1 && run.out.contains("sertifikat tidak dikenal"), "{run:?}");
}

#[test]
fn without_roots_the_signer_stays_open_and_the_bytes_do_not() {
    let folder = with_signed("verify-open");
    let run = verifying(&folder, &["skp.pdf", "--lang", "en"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.out.contains("pegawai: the signature fits, its signer was not checked"), "{run:?}");
    assert!(run.out.contains("certificate not checked: name the certificates you trust with --roots"));
    let run = verifying(&folder, &["kosong.pdf", "--lang", "en"]);
    assert!(run.code == 0 && run.out.contains("  not signed electronically\n"), "{run:?}");

    let mut bytes = fs::read(folder.root.join("skp.pdf")).unwrap();
    let middle = bytes.len() / 3;
    bytes[middle] ^= 1;
    fs::write(folder.root.join("ubah.pdf"), &bytes).unwrap();
    bytes.truncate(middle);
    fs::write(folder.root.join("potong.pdf"), &bytes).unwrap();
    folder.write("surat.pdf", "surat");
    for (file, said) in [
        ("ubah.pdf", "pegawai: THE SIGNATURE IS NOT VALID\n"),
        ("potong.pdf", "potong.pdf is cut off"),
        ("surat.pdf", "surat.pdf is not a PDF file"),
    ] {
        let run = verifying(&folder, &["skp.pdf", file, "--lang", "en"]);
        assert!(run.code == 1 && run.out.contains(said), "{said}: {run:?}");
        assert!(run.out.contains("the signature fits"), "{run:?}");
    }
    for missing in
        [&["hilang.pdf"][..], &["skp.pdf", "--roots", "hilang.pem"], &["skp.pdf", "--roots", "surat.pdf"]]
    {
        let run = verifying(&folder, missing);
        assert!(run.code == 2 && run.out.is_empty(), "{run:?}");
    }
}

#[test]
fn programs_read_the_same_as_people() {
    let folder = with_signed("verify-json");
    let run = verifying(&folder, &["skp.pdf", "--roots", &key("root.pem"), "--format", "json"]);
    let said: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(said["revocation"], "not-checked");
    let file = &said["files"][0];
    assert_eq!((file["file"].as_str(), file["right"].as_bool()), (Some("skp.pdf"), Some(true)));
    let [first, second] = file["signatures"].as_array().unwrap().as_slice() else { panic!("{said}") };
    assert_eq!((first["standing"].as_str(), first["field"].as_str()), (Some("valid"), Some("pegawai")));
    assert_eq!(first["time"], "2026-01-26T03:00:00+00:00");
    assert_eq!(
        first["covers"]["later"][0],
        serde_json::json!({ "what": "signed", "field": "pejabat-penilai" })
    );
    assert_eq!(first["chain"], serde_json::json!({ "state": "trusted", "certificate": "Akar Uji" }));
    assert_eq!(second["covers"]["whole"], true);
}
