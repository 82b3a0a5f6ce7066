//! Where a file comes from, as `rapor verify` says it: what this repository made, what was changed, what is foreign.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs, dead_code)]

#[path = "support/repository.rs"]
mod repository;

use std::fs;
use std::path::Path;

use repository::{Repository, Run};
use serde_json::Value;
use sha2::{Digest, Sha256};

const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";

/// An agency with a key, and the evaluation of one person as `evaluasi.pdf`.
fn agency(name: &str) -> Repository {
    let agency = Repository::clean(name);
    agency.write("verification.key", KEY);
    report(&agency, "evaluasi", "evaluasi.pdf");
    agency
}

fn report(agency: &Repository, document: &str, out: &str) {
    let run =
        agency.run(&["report", "--document", document, "--person", "dewi", "--period", "2025", "--out", out]);
    assert_eq!(run.code, 0, "{run:?}");
}

/// What is said of a file in JSON, with the exit code.
fn verify(agency: &Repository, file: &str) -> (i32, Value) {
    let run = agency.run(&["verify", file, "--format", "json"]);
    let all: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    (run.code, all["files"][0]["origin"].clone())
}

fn told(run: &Run) -> Vec<&str> {
    run.out.lines().map(str::trim).collect()
}

#[test]
fn what_the_repository_makes_is_known_byte_by_byte() {
    let agency = agency("origin-same");
    let run = agency.run(&["verify", "evaluasi.pdf"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(
        told(&run),
        [
            "evaluasi.pdf",
            "sama, byte demi byte, dengan yang dibuat repositori ini",
            "Evaluasi Kinerja Pegawai, dewi, 2025",
            "tidak ditandatangani secara elektronik",
        ]
    );
    let run = agency.run(&["verify", "evaluasi.pdf", "--lang", "en"]);
    assert!(run.out.contains("byte by byte what this repository makes"), "{run:?}");
    let (code, origin) = verify(&agency, "evaluasi.pdf");
    assert_eq!((code, origin["is"].as_str()), (0, Some("same")));
    assert_eq!(origin["document"]["about"]["person"], "dewi");
}

#[test]
fn another_rating_is_told_with_its_page() {
    let agency = agency("origin-changed");
    agency.change("content/reviews/2025/dewi/supervisor.md", "perilaku: sesuai", "perilaku: di-atas");
    let (code, origin) = verify(&agency, "evaluasi.pdf");
    assert_eq!((code, origin["is"].as_str()), (1, Some("different")));
    let differences = origin["differences"].as_array().unwrap();
    let rating = differences.iter().find(|one| one["repository"] == "DI ATAS EKSPEKTASI").unwrap();
    assert_eq!(rating["file"], "SESUAI EKSPEKTASI");
    assert!(rating["page"].as_u64() >= Some(1) && differences.len() < 5, "{origin}");
    let run = agency.run(&["verify", "evaluasi.pdf"]);
    assert!(
        run.out.contains("tertulis \u{201c}SESUAI EKSPEKTASI\u{201d}, menurut repositori \u{201c}DI ATAS")
    );
}

#[test]
fn signing_continues_a_file_and_the_record_knows_it() {
    let agency = agency("origin-signed");
    let run = agency.run(&["sign", "evaluasi.pdf"]);
    let fields = format!("{}{}", run.out, run.err);
    let field = fields.split_whitespace().find(|word| word.contains("penilai")).unwrap().to_owned();
    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/p256.p12");
    let arguments = ["sign", "evaluasi.pdf", "--field", &field, "--key", key.to_str().unwrap()];
    let arguments = [&arguments[..], &["--time", "2026-02-03 10:00", "--out", "signed.pdf"]].concat();
    let run = agency.run_with(&arguments, &[("RAPOR_PASSPHRASE", "rahasia-uji")]);
    assert_eq!(run.code, 0, "{run:?}");
    let (code, origin) = verify(&agency, "signed.pdf");
    assert_eq!((code, origin["is"].as_str()), (0, Some("continued")), "{origin}");

    let bytes = fs::read(agency.root.join("signed.pdf")).unwrap();
    let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let path = "content/reviews/2025/dewi/record.yaml";
    let record = agency.read(path);
    let entry = format!("  - {{document: evaluasi, how: electronic, date: 2026-02-03, hash: {hash}}}\n");
    agency.write(path, &format!("{}signed:\n{entry}", record.split("signed:").next().unwrap()));
    let (code, origin) = verify(&agency, "signed.pdf");
    assert_eq!((code, origin["is"].as_str()), (0, Some("recorded")), "{origin}");
    assert_eq!(origin["recorded"]["date"], "2026-02-03");
    // It stays so whatever the document would say today.
    agency.change("content/reviews/2025/dewi/supervisor.md", "perilaku: sesuai", "perilaku: di-atas");
    assert_eq!(verify(&agency, "signed.pdf").1["is"], "recorded");
    assert_eq!(verify(&agency, "evaluasi.pdf").1["is"], "different");
}

/// Whoever signs a page that was painted over signs something else than the repository made.
#[test]
fn what_is_painted_over_and_then_signed_is_not_continued() {
    let agency = agency("origin-painted");
    let bytes = fs::read(agency.root.join("evaluasi.pdf")).unwrap();
    let mut more =
        lopdf::IncrementalDocument::create_from(bytes.clone(), lopdf::Document::load_mem(&bytes).unwrap());
    let before = more.get_prev_documents().clone();
    let page = before.page_iter().next().unwrap();
    let mut entries = before.get_dictionary(page).unwrap().clone();
    let white = lopdf::Stream::new(lopdf::Dictionary::new(), b"1 g 0 0 600 800 re f".to_vec());
    let white = more.new_document.add_object(white);
    let mut contents: Vec<lopdf::Object> = match entries.get(b"Contents").unwrap() {
        lopdf::Object::Array(parts) => parts.clone(),
        one => vec![one.clone()],
    };
    contents.push(white.into());
    entries.set("Contents", contents);
    more.new_document.objects.insert(page, lopdf::Object::Dictionary(entries));
    let mut painted = vec![];
    more.save_to(&mut painted).unwrap();
    fs::write(agency.root.join("painted.pdf"), &painted).unwrap();
    let (code, origin) = verify(&agency, "painted.pdf");
    assert_eq!((code, origin["is"].as_str()), (1, Some("appended")), "{origin}");

    let key = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys/p256.p12");
    let order = ["sign", "painted.pdf", "--field", "pejabat-penilai", "--key", key.to_str().unwrap()];
    let order = [&order[..], &["--time", "2026-02-03 10:00", "--out", "signed.pdf"]].concat();
    let run = agency.run_with(&order, &[("RAPOR_PASSPHRASE", "rahasia-uji")]);
    assert_eq!(run.code, 0, "{run:?}");
    let (code, origin) = verify(&agency, "signed.pdf");
    assert_eq!((code, origin["is"].as_str()), (1, Some("appended")), "{origin}");
}

#[test]
fn what_is_foreign_or_no_document_is_not_ours() {
    let agency = agency("origin-foreign");
    let other = Repository::clean("origin-other");
    report(&other, "evaluasi", "bare.pdf");
    other.write("verification.key", &KEY.replace("00", "ff"));
    report(&other, "evaluasi", "foreign.pdf");
    for (name, is) in [("bare.pdf", "no-code"), ("foreign.pdf", "unknown")] {
        fs::copy(other.root.join(name), agency.root.join(name)).unwrap();
        let (code, origin) = verify(&agency, name);
        assert_eq!((code, origin["is"].as_str()), (1, Some(is)));
    }
    agency.write("note.pdf", "not a document");
    let run = agency.run(&["verify", "evaluasi.pdf", "note.pdf"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("note.pdf bukan berkas PDF") && run.out.contains("sama, byte demi byte"));
    assert_eq!(agency.run(&["verify", "nowhere.pdf"]).code, 2);
}

/// The first edition is what was so before the decision, and stays known.
#[test]
fn a_decision_makes_a_second_edition_and_leaves_the_first_known() {
    let agency = agency("origin-editions");
    agency.write(
        "content/reviews/2025/dewi/objection.md",
        "---\ndate: 2026-01-28\nitems: [perilaku]\n---\n\n## Alasan\n\nUmpan balik rekan belum dibaca.\n",
    );
    agency.write(
        "content/reviews/2025/dewi/decision.md",
        "---\nby: sari\ndate: 2026-02-04\noutcome: granted\nchanges: {perilaku: di-atas}\n---\n\n## Alasan\n\nUmpan balik dibaca.\n\n## Putusan\n\nPerilaku menjadi di atas ekspektasi.\n",
    );
    report(&agency, "evaluasi", "second.pdf");
    let (code, first) = verify(&agency, "evaluasi.pdf");
    assert_eq!((code, first["is"].as_str()), (0, Some("same")), "{first}");
    assert_eq!((&first["document"]["edition"], &first["document"]["in_force"]), (&1.into(), &false.into()));
    let (code, second) = verify(&agency, "second.pdf");
    assert_eq!((code, second["is"].as_str()), (0, Some("same")), "{second}");
    assert_eq!((&second["document"]["edition"], &second["document"]["in_force"]), (&2.into(), &true.into()));
    assert_ne!(first["code"], second["code"]);
    let run = agency.run(&["verify", "evaluasi.pdf"]);
    assert!(run.out.contains("sudah diganti edisi berikutnya"), "{run:?}");
}

#[test]
fn a_key_is_made_once_and_a_wrong_one_is_told() {
    let agency = Repository::clean("origin-key");
    assert_eq!(agency.run(&["key"]).code, 0);
    let made = agency.read("verification.key");
    assert_eq!(made.lines().last().unwrap().len(), 64);
    let again = agency.run(&["key"]);
    assert_eq!((again.code, agency.read("verification.key")), (2, made.clone()));
    assert!(again.err.contains("tidak diganti") && !again.err.contains(made.lines().last().unwrap()));
    assert_eq!(agency.run(&["build"]).code, 0);
    let secret = made.lines().last().unwrap().as_bytes();
    for (path, bytes) in agency.files("output") {
        assert!(!path.ends_with("verification.key"));
        assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{}", path.display());
    }
    for (wrong, words) in [("", "kosong"), ("1234", "64 angka"), (&"0".repeat(64), "diulang-ulang")] {
        agency.write("verification.key", wrong);
        let run = agency.run(&["build"]);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.err.contains(words), "{run:?}");
    }
}

/// Packs show the codes of what they hold, and have none of their own.
#[test]
fn files_without_a_code_are_known_by_their_bytes() {
    let agency = agency("origin-uncoded");
    assert_eq!(agency.run(&["build"]).code, 0);
    let kinds = ["berkas-tanda-tangan", "register", "daftar-isian", "rapat", "transparansi"];
    // Without a meeting there is nothing to bring to one.
    let made = kinds.into_iter().filter(|kind| agency.has(&format!("output/personnel/{kind}")));
    let made: Vec<&str> = made.collect();
    assert!(made.len() >= 4 && made.contains(&"berkas-tanda-tangan"), "{made:?}");
    for kind in made {
        let files = agency.files(&format!("output/personnel/{kind}"));
        let (path, _) = files.iter().find(|(path, _)| path.to_str().unwrap().contains("/2025-")).unwrap();
        let (code, origin) = verify(&agency, path.to_str().unwrap());
        assert_eq!((code, origin["is"].as_str()), (0, Some("same")), "{kind}: {origin}");
        assert_eq!(origin["code"], Value::Null, "{kind}");
    }
    // What was made from other facts is not known, and not called foreign either.
    let register = agency.files("output/personnel/register")[0].0.clone();
    fs::copy(register, agency.root.join("register.pdf")).unwrap();
    agency.change("rapor.yaml", "name: Dinas Contoh", "name: Dinas Lain");
    let run = agency.run(&["verify", "register.pdf"]);
    assert!(run.code == 1 && run.out.contains("yang dibuat repositori ini sekarang"), "{run:?}");
}

#[cfg(unix)]
#[test]
fn the_key_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let agency = Repository::clean("origin-mode");
    assert_eq!(agency.run(&["key"]).code, 0);
    let data = fs::metadata(agency.root.join("verification.key")).unwrap();
    assert_eq!(data.permissions().mode() & 0o777, 0o600);
}

#[test]
fn keys_that_everybody_knows_are_told() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<_> =
        fs::read_dir(root.join("examples")).unwrap().map(|one| one.unwrap().path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.push(root.to_owned());
    for folder in folders {
        let key =
            rapor::seal::Key::read(&fs::read_to_string(folder.join("verification.key")).unwrap()).unwrap();
        let settings = fs::read_to_string(folder.join("rapor.yaml")).unwrap();
        let name = settings.lines().find(|line| line.starts_with("name:")).unwrap();
        assert!(key.published_with().iter().any(|known| name.contains(known)), "{}", folder.display());
    }
    let agency = agency("origin-published");
    for command in ["check", "build"] {
        let run = agency.run(&[command]);
        assert!(run.code == 0 && run.err.contains("kunci sebuah contoh"), "{run:?}");
    }
    agency.change(
        "rapor.yaml",
        "name: Dinas Contoh",
        "name: Dinas Perpustakaan dan Kearsipan Kota Nusa Rimba",
    );
    assert!(!agency.run(&["check"]).err.contains("kunci sebuah contoh"));
    agency.change("rapor.yaml", "Dinas Perpustakaan dan Kearsipan Kota Nusa Rimba", "Dinas Contoh");
    fs::remove_file(agency.root.join("verification.key")).unwrap();
    assert_eq!(agency.run(&["key"]).code, 0);
    assert!(!agency.run(&["check"]).err.contains("kunci sebuah contoh"));
}

#[test]
fn an_address_without_a_key_is_told() {
    let agency = Repository::clean("origin-address");
    assert!(!agency.run(&["build"]).err.contains("verification.key"));
    agency.change(
        "rapor.yaml",
        "place: Kota Contoh",
        "place: Kota Contoh
base_url: https://contoh.go.id",
    );
    let run = agency.run(&["build"]);
    assert!(run.code == 0 && run.err.contains("tidak ada verification.key"), "{run:?}");
    assert_eq!(agency.run(&["key"]).code, 0);
    assert!(!agency.run(&["build"]).err.contains("verification.key"));
}
