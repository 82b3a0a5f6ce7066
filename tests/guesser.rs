//! One who has the public root and knows everything of a colleague but the agency's key, and guesses at the outcome.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs, dead_code)]

#[path = "support/repository.rs"]
mod repository;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use hmac::{Hmac, Mac};
use rapor::pdf::Existing;
use rapor::seal::{Code, FileHash};
use repository::Repository;
use sha2::{Digest, Sha256};

const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";
const GUESSED: &str = "1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100\n";
const REVIEW: &str = "content/reviews/2025/dewi/supervisor.md";
const RATINGS: &str = "{hasil-kerja: sesuai, perilaku: sesuai}";
/// What the superior may have rated, and the outcome that each leads to.
const GUESSES: [(&str, &str); 5] = [
    ("{hasil-kerja: di-atas, perilaku: di-atas}", "sangat baik"),
    ("{hasil-kerja: sesuai, perilaku: sesuai}", "baik"),
    ("{hasil-kerja: di-bawah, perilaku: sesuai}", "butuh perbaikan"),
    ("{hasil-kerja: di-atas, perilaku: di-bawah}", "kurang"),
    ("{hasil-kerja: di-bawah, perilaku: di-bawah}", "sangat kurang"),
];

/// Seals by address, as they stand in a public root.
type Pages = BTreeMap<String, BTreeSet<String>>;

fn agency(name: &str, key: Option<&str>) -> Repository {
    let agency = Repository::clean(name);
    agency.change("rapor.yaml", "place: Kota Contoh", "place: Kota Contoh\nbase_url: https://contoh.go.id");
    key.into_iter().for_each(|key| agency.write("verification.key", key));
    agency
}

fn report(agency: &Repository, document: &str, person: &str) -> Vec<u8> {
    let run = agency.run(&[
        "report",
        "--document",
        document,
        "--person",
        person,
        "--period",
        "2025",
        "--out",
        "out.pdf",
    ]);
    assert_eq!(run.code, 0, "{run:?}");
    fs::read(agency.root.join("out.pdf")).unwrap()
}

fn pages(agency: &Repository) -> Pages {
    let run = agency.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    let files = agency.files("output/public/v").into_iter().filter_map(|(path, bytes)| {
        let address = path.file_stem()?.to_str()?.to_owned();
        let text = String::from_utf8(bytes).unwrap();
        let seals = text.split("<li><code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned());
        Some((address, seals.collect())).filter(|(address, _)| address != "index")
    });
    files.collect()
}

fn code_of(file: &[u8]) -> Code {
    Code::parse(&Existing::open(file.to_vec()).unwrap().identifier().unwrap()).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hashed(text: &[u8]) -> String {
    hex(&Sha256::digest(text))
}

fn keyed(key: &[u8], text: &str) -> String {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    hex(&mac.finalize().into_bytes())
}

/// What the guesser finds out: pages believed to be the colleague's, and outcomes believed to be true.
#[derive(Debug, Default, PartialEq)]
struct Found {
    pages: BTreeSet<String>,
    outcomes: BTreeSet<&'static str>,
}

/// Everything the guesser can render: the colleague's evaluation with each outcome, without a code, with the code of a
/// guessed key, and with the guesser's own code in its place.
struct Guesser {
    rendered: Vec<(&'static str, Vec<u8>)>,
    /// Things that a careless scheme may have made addresses or seals of.
    words: Vec<Vec<u8>>,
}

impl Guesser {
    fn new(own: Option<Code>) -> Guesser {
        let mut rendered = vec![];
        let mut words: Vec<Vec<u8>> = vec![];
        for key in [None, Some(GUESSED)] {
            let copy = agency(&format!("guesser-copy-{}", key.is_some()), key);
            let mut before = RATINGS;
            for (ratings, outcome) in GUESSES {
                copy.change(REVIEW, before, ratings);
                before = ratings;
                let file = report(&copy, "evaluasi", "dewi");
                if key.is_some() {
                    let code = code_of(&file);
                    words.extend([code.letters().into_bytes(), code.to_string().into_bytes()]);
                }
                rendered.push((outcome, file));
            }
        }
        for word in
            ["", "dewi", "Dewi", "evaluation", "evaluasi", "2025", "dewi2025", "2025dewi", "dewi/2025"]
        {
            words.push(word.as_bytes().to_vec());
        }
        words.extend(own.map(|code| code.letters().into_bytes()));
        Guesser { rendered, words }
    }

    fn look(&self, pages: &Pages) -> Found {
        let mut found = Found::default();
        let mut addresses: BTreeSet<String> = BTreeSet::new();
        for word in &self.words {
            addresses.extend([hashed(word), hashed(&[b"rapor page 1", word.as_slice()].concat())]);
        }
        for (_, file) in &self.rendered {
            addresses.insert(hashed(file));
        }
        found.pages.extend(
            addresses.into_iter().map(|full| full[..32].to_owned()).filter(|one| pages.contains_key(one)),
        );
        for (address, seals) in pages {
            for (outcome, file) in &self.rendered {
                let hash = FileHash::of(file).hex();
                let mut guesses =
                    vec![hash.clone(), hashed(hash.as_bytes()), keyed(address.as_bytes(), &hash)];
                guesses.extend(self.words.iter().map(|word| keyed(word, &hash)));
                if guesses.iter().any(|guess| seals.contains(guess)) {
                    found.pages.insert(address.clone());
                    found.outcomes.insert(outcome);
                }
            }
        }
        found
    }
}

#[test]
fn whoever_knows_everything_but_the_key_learns_nothing() {
    let agency = agency("guesser-real", Some(KEY));
    let pages = pages(&agency);
    assert_eq!(pages.len(), 128);
    assert!(pages.values().all(|seals| seals.len() == 4));
    let truth = report(&agency, "evaluasi", "dewi");
    let code = code_of(&truth);
    // Whoever holds the document finds its page and its seal there.
    assert!(pages[&code.address()].contains(&code.seal(&FileHash::of(&truth))));

    let own = code_of(&report(&agency, "evaluasi", "tono"));
    let guesser = Guesser::new(Some(own));
    assert_eq!(guesser.look(&pages), Found::default());
    // Nor does the guesser's own page tell of anybody else's.
    let others: Pages = pages
        .iter()
        .filter(|(at, _)| **at != own.address())
        .map(|(at, seals)| (at.clone(), seals.clone()))
        .collect();
    assert_eq!(others.len(), 127);
    assert_eq!(guesser.look(&others), Found::default());
    // Nothing of the document stands on any page.
    for (path, bytes) in agency.files("output/public/v") {
        let text = String::from_utf8(bytes).unwrap();
        for word in ["dewi", "Dewi", "2025", "valuasi", "Data", &code.letters(), &code.to_string()] {
            let said = text.replace("2 Juni 2026", "");
            assert!(!said.contains(word), "{}: {word}", path.display());
        }
    }
}

/// The same guesser finds out what a careless scheme tells, so the test above can fail.
#[test]
fn careless_schemes_tell_the_guesser() {
    let plain = agency("guesser-plain", None);
    let truth = report(&plain, "evaluasi", "dewi");
    let guesser = Guesser::new(None);
    let hash = FileHash::of(&truth).hex();
    let page = |address: &str, seal: String| Pages::from([(address.to_owned(), BTreeSet::from([seal]))]);
    let named = hashed(b"dewi")[..32].to_owned();
    let found = guesser.look(&page(&named, keyed(b"secret", &hash)));
    assert_eq!((found.pages.len(), found.outcomes.len()), (1, 0));
    for seal in [hash.clone(), keyed(b"0123", &hash), keyed(b"dewi", &hash)] {
        let found = guesser.look(&page("0123", seal));
        assert_eq!((found.pages.len(), found.outcomes), (1, BTreeSet::from(["baik"])));
    }
    // Nor may a key be one that others know.
    let shared = agency("guesser-shared", Some(GUESSED));
    assert_eq!(guesser.look(&pages(&shared)).outcomes, BTreeSet::from(["baik"]));
}

/// Two agencies with different numbers of documents and of decisions look the same to who counts pages.
#[test]
fn pages_cannot_be_counted() {
    let few = agency("guesser-few", Some(KEY));
    let more = agency("guesser-more", Some(GUESSED));
    more.write(
        "content/reviews/2025/dewi/objection.md",
        "---\ndate: 2026-01-28\nitems: [perilaku]\n---\n\n## Alasan\n\nUmpan balik rekan belum dibaca.\n",
    );
    more.write(
        "content/reviews/2025/dewi/decision.md",
        "---\nby: sari\ndate: 2026-02-04\noutcome: granted\nchanges: {perilaku: di-atas}\n---\n\n## Alasan\n\nUmpan balik dibaca.\n\n## Putusan\n\nPerilaku menjadi di atas ekspektasi.\n",
    );
    let states = |agency: &Repository| {
        let pages = pages(agency);
        let replaced = agency.files("output/public/v").into_iter();
        let replaced =
            replaced.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("sudah diganti edisi"));
        (pages.len(), replaced.count(), agency.files("output/personnel/dokumen").len())
    };
    let (one, other) = (states(&few), states(&more));
    assert_eq!((one.0, one.1), (other.0, other.1));
    assert_eq!((one.0, one.1), (128, 64));
    assert!(one.2 < other.2, "{one:?} {other:?}");
}
