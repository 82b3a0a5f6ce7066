//! `rapor sign` as an office uses it: what it says, what it writes and what it leaves alone.

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
use sha2::{Digest, Sha256};

const PASSPHRASE: (&str, &str) = ("RAPOR_PASSPHRASE", "rahasia-uji");
const DAY: (&str, &str) = ("SOURCE_DATE_EPOCH", "1769396400");

fn key(name: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.join(format!("tests/keys/{name}.p12")).to_str().unwrap().to_owned()
}

/// An agency with one document to sign.
fn with_document(name: &str) -> Repository {
    let agency = Repository::clean(name);
    let run = agency.run(&[
        "report",
        "--document",
        "skp",
        "--person",
        "dewi",
        "--period",
        "2025",
        "--out",
        "skp.pdf",
    ]);
    assert_eq!(run.code, 0, "{run:?}");
    agency
}

fn signing(agency: &Repository, file: &str, field: &str, by: &str, more: &[&str]) -> Run {
    let key = key(by);
    let mut arguments = vec!["sign", file, "--field", field, "--key", &key];
    arguments.extend(more);
    agency.run_with(&arguments, &[PASSPHRASE, DAY])
}

fn bytes(agency: &Repository, path: &str) -> Vec<u8> {
    fs::read(agency.root.join(path)).unwrap()
}

#[test]
fn two_people_sign_one_document_after_the_other() {
    let agency = with_document("sign-two");
    let unsigned = bytes(&agency, "skp.pdf");
    let run = signing(&agency, "skp.pdf", "pegawai", "p256", &["--place", "Kota Contoh"]);
    assert_eq!(
        (run.code, run.err.lines().next().unwrap()),
        (0, "signed/skp.pdf: Pegawai Uji menandatangani kolom pegawai, 26 Januari 2026 pukul 10.00 WIB")
    );
    let once = bytes(&agency, "signed/skp.pdf");
    assert!(once.starts_with(&unsigned) && bytes(&agency, "skp.pdf") == unsigned);

    let run = signing(&agency, "skp.pdf", "pejabat-penilai", "rsa", &[]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("signed/skp.pdf sudah ada"), "{run:?}");
    assert!(bytes(&agency, "signed/skp.pdf") == once);

    let run = signing(&agency, "signed/skp.pdf", "pejabat-penilai", "rsa", &["--lang", "en"]);
    assert_eq!(
        (run.code, run.err.lines().next().unwrap()),
        (
            0,
            "signed/skp.pdf: Atasan Pejabat Uji signed the field pejabat-penilai, 26 January 2026, 10:00 UTC+07:00"
        )
    );
    let twice = bytes(&agency, "signed/skp.pdf");
    let hash: String = Sha256::digest(&twice).iter().map(|byte| format!("{byte:02x}")).collect();
    let entry = format!("how: electronic, date: 2026-01-26, hash: {hash}, place: \"signed/skp.pdf\"}}\n");
    assert!(run.err.ends_with(&entry), "{run:?}");
    assert!(twice.starts_with(&once));
    assert_eq!(agency.files("signed").len(), 1, "something was left behind");

    let run = agency.run(&["sign", "signed/skp.pdf"]);
    assert_eq!(run.code, 0);
    assert_eq!(
        run.out,
        "  pegawai            Tanda tangan Pegawai yang Dinilai     berisi tanda tangan Pegawai Uji
  pejabat-penilai    Tanda tangan Pejabat Penilai Kinerja  berisi tanda tangan Atasan Pejabat Uji
  pegawai-2          Tanda tangan Pegawai yang Dinilai     belum ditandatangani
  pejabat-penilai-2  Tanda tangan Pejabat Penilai Kinerja  belum ditandatangani
"
    );
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let agency = with_document("sign-wrong");
    agency.write("pendek.pdf", &"%PDF-1.7\n".repeat(20));
    agency.write("surat.pdf", "surat");
    let early = ["--time", "2019-01-02T10:00"];
    let cases: [(&str, &str, &str, &[&str], &str); 9] = [
        ("skp.pdf", "bendahara", "p256", &[], "yang ada: pegawai, pejabat-penilai, pegawai-2"),
        (
            "skp.pdf",
            "pegawai",
            "expired",
            &[],
            "Pegawai Lama Uji berlaku sampai 1 Januari 2022 pukul 06.59 WIB; perbarui",
        ),
        ("skp.pdf", "pegawai", "encipher", &[], "Penyandi Uji tidak diterbitkan untuk tanda tangan"),
        (
            "skp.pdf",
            "pegawai",
            "p256",
            &early,
            "Pegawai Uji baru berlaku mulai 1 Januari 2020 pukul 07.00 WIB",
        ),
        ("skp.pdf", "pegawai", "p256", &["--time", "kemarin"], "kemarin bukan waktu"),
        ("skp.pdf", "pegawai", "p256", &["--out", "surat.pdf"], "surat.pdf sudah ada dan tidak ditimpa"),
        ("pendek.pdf", "pegawai", "p256", &[], "pendek.pdf terpotong"),
        ("surat.pdf", "pegawai", "p256", &[], "surat.pdf bukan berkas PDF"),
        ("hilang.pdf", "pegawai", "p256", &[], "hilang.pdf tidak dapat dibaca"),
    ];
    for (file, field, by, more, said) in cases {
        let run = signing(&agency, file, field, by, more);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.contains(said), "{said}: {run:?}");
    }
    let run = agency.run(&["sign", "skp.pdf", "--field", "pegawai"]);
    assert_eq!((run.code, run.err.as_str()), (2, "rapor: sebutkan berkas kuncinya dengan --key\n"));
    assert!(!agency.has("signed"));
    assert_eq!(agency.read("surat.pdf"), "surat");
}

#[test]
fn the_passphrase_comes_from_a_file_or_the_environment_and_is_never_shown() {
    let agency = with_document("sign-words");
    let key = key("p384");
    let arguments = ["sign", "skp.pdf", "--field", "pegawai", "--key", &key];
    let run = agency.run(&arguments);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--passphrase-file") && run.err.contains("RAPOR_PASSPHRASE"), "{run:?}");
    let run = agency.run_with(&arguments, &[("RAPOR_PASSPHRASE", "keliru-sekali")]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("keliru\n") && !run.err.contains("keliru-sekali"), "{run:?}");
    agency.write("sandi.txt", "rahasia-uji\r\ncatatan\n");
    let from_file = [&arguments[..], &["--passphrase-file", "sandi.txt"]].concat();
    let run = agency.run_with(&from_file, &[("RAPOR_PASSPHRASE", "keliru-sekali"), DAY]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(!run.err.contains("rahasia-uji"));
    let signed = bytes(&agency, "signed/skp.pdf");
    assert!(!signed.windows(11).any(|window| window == b"rahasia-uji"));
}

#[test]
fn outside_a_repository_the_file_to_write_must_be_named() {
    let agency = with_document("sign-outside");
    let elsewhere = Repository::empty("sign-elsewhere");
    fs::copy(agency.root.join("skp.pdf"), elsewhere.root.join("skp.pdf")).unwrap();
    let run = signing(&elsewhere, "skp.pdf", "pegawai", "p256", &[]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--out"), "{run:?}");
    let run = signing(&elsewhere, "skp.pdf", "pegawai", "p256", &["--out", "skp-ttd.pdf"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.err.contains("pukul 03.00 UTC"), "{run:?}");
    // Its own continuation may take a file's place.
    let run = signing(&elsewhere, "skp-ttd.pdf", "pejabat-penilai", "p384", &["--out", "skp-ttd.pdf"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(elsewhere.files(".").len(), 2);
}

/// In the output documents of two periods and of two people bear one name.
#[test]
fn documents_of_a_build_keep_the_folders_that_tell_them_apart() {
    let agency = with_document("sign-periods");
    let text = bytes(&agency, "skp.pdf");
    for (path, to) in [
        ("output/personnel/dokumen/2025/dewi-skp.pdf", "signed/2025/dewi-skp.pdf"),
        ("output/personnel/dokumen/2026/dewi-skp.pdf", "signed/2026/dewi-skp.pdf"),
        ("output/raters/sari/documents/2027/dewi-skp.pdf", "signed/2027/dewi-skp.pdf"),
        ("output/employees/dewi/dokumen/2025-skp.pdf", "signed/dewi/2025-skp.pdf"),
        ("output/employees/budi/dokumen/2025-skp.pdf", "signed/budi/2025-skp.pdf"),
        ("output/personnel/rekap/2025-tu.pdf", "signed/rekap/2025-tu.pdf"),
        ("lain/skp.pdf", "signed/skp.pdf"),
    ] {
        let file = agency.root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &text).unwrap();
        let run = signing(&agency, path, "pegawai", "p256", &[]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.err.starts_with(&format!("{to}: ")) && agency.has(to), "{run:?}");
    }
    let run = signing(&agency, "signed/2026/dewi-skp.pdf", "pejabat-penilai", "rsa", &[]);
    assert!(run.err.starts_with("signed/2026/dewi-skp.pdf: "), "{run:?}");
}
