//! Signatures: fields of files as others see them, and what signing leaves behind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs)]

#[path = "support/documents.rs"]
mod documents;

use rapor::calendar::Moment;
use rapor::pdf::{Existing, FileError, Press, ReviseError};
use rapor::report::document::{Document, Side, Signatures, Signer};
use rapor::report::render;
use rapor::sign::{Identity, KeyError, Order, Passphrase, SignError, sign};
use rapor::text::Lang;

/// A document with two signature fields.
fn two_fields() -> Vec<u8> {
    let mut document: Document = documents::letter(1);
    let signer = |field: &str, purpose: &str| Signer::new(field, purpose, "Jabatan").name("Nama Contoh");
    document.push(Signatures::new([
        signer("penerima", "Tanda tangan penerima").side(Side::Left),
        signer("saksi", "Tanda tangan saksi"),
    ]));
    render(&document, &Press::new().unwrap()).unwrap().bytes
}

#[test]
fn fields_come_in_page_order_with_their_purpose() {
    let file = Existing::open(two_fields()).unwrap();
    let own: Vec<_> =
        file.fields().iter().filter(|field| field.name == "penerima" || field.name == "saksi").collect();
    assert_eq!(own.len(), 2);
    assert_eq!((own[0].name.as_str(), own[0].purpose.as_str()), ("penerima", "Tanda tangan penerima"));
    assert!(own.iter().all(|field| field.signature.is_none() && field.area.width > 50.0));
    assert_eq!(file.revisions(), [file.bytes().len()]);
    assert_eq!(file.language().as_deref(), Some("id"));
}

#[test]
fn damaged_files_are_refused_and_never_stop_the_program() {
    let whole = signed(&two_fields(), "saksi", "p256");
    assert_eq!(Existing::open(Vec::new()).unwrap_err(), FileError::NotPdf);
    assert_eq!(Existing::open(b"%PDF-1.7\n".to_vec()).unwrap_err(), FileError::Truncated);
    assert_eq!(Existing::open(whole[..whole.len() / 2].to_vec()).unwrap_err(), FileError::Truncated);
    let mut dice = documents::Dice::new(7);
    for _ in 0..150 {
        let mut bytes = whole.clone();
        for _ in 0..=dice.below(6) {
            let start = if dice.below(2) == 0 { bytes.len() - bytes.len() / 3 } else { 0 };
            let place = start + dice.below(bytes.len() - start);
            bytes[place] = match dice.below(3) {
                0 => b"0123456789<>[]()/ "[dice.below(18)],
                1 => dice.below(256) as u8,
                _ => b'9',
            };
        }
        let _ = Existing::open(bytes);
    }
}

const PASSPHRASE: &str = "rahasia-uji";
const KEYS: [&str; 4] = ["p256", "p384", "rsa", "rsa3072"];

fn key_file(name: &str) -> Vec<u8> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read(root.join("tests/keys").join(format!("{name}.p12"))).unwrap()
}

fn identity(name: &str) -> Identity {
    Identity::open(&key_file(name), &Passphrase::new(PASSPHRASE.into())).unwrap()
}

fn signed_at(bytes: &[u8], field: &str, key: &str, moment: &str) -> Result<Vec<u8>, SignError> {
    let order = Order {
        field,
        reason: Some("Persetujuan"),
        place: Some("Kota Contoh"),
        moment: Moment::parse(moment, "Asia/Jakarta").unwrap(),
        lang: Lang::Id,
    };
    sign(&Existing::open(bytes.to_vec()).unwrap(), &identity(key), &order)
}

fn signed(bytes: &[u8], field: &str, key: &str) -> Vec<u8> {
    signed_at(bytes, field, key, "2026-01-26T10:00").unwrap()
}

#[test]
fn every_signature_keeps_what_was_there_and_covers_it() {
    let unsigned = two_fields();
    let names: Vec<String> =
        Existing::open(unsigned.clone()).unwrap().fields().iter().map(|field| field.name.clone()).collect();
    assert_eq!(names.len(), 4);
    let mut bytes = unsigned;
    for (count, (name, key)) in names.iter().zip(KEYS).enumerate() {
        let more = signed(&bytes, name, key);
        assert!(
            more.starts_with(&bytes) && more.len() - bytes.len() < 20_000,
            "{}",
            more.len() - bytes.len()
        );
        let file = Existing::open(more.clone()).unwrap();
        assert_eq!(file.revisions().len(), count + 2);
        let field = file.fields().iter().find(|field| field.name == *name).unwrap();
        let signature = field.signature.as_ref().unwrap();
        let [start, before, after_start, after] = signature.byte_range;
        assert_eq!((start, after_start + after), (0, more.len()));
        assert_eq!((more[before], more[after_start - 1]), (b'<', b'>'));
        assert_eq!(signature.contents[..2], [0x30, 0x82]);
        assert!((after_start - before - 2) / 2 - signature.contents.len() < 32);
        assert_eq!(signature.sub_filter, "ETSI.CAdES.detached");
        assert_eq!(signature.moment.as_deref(), Some("D:20260126100000+07'00'"));
        assert_eq!(signature.reason.as_deref(), Some("Persetujuan"));
        assert_eq!(signature.location.as_deref(), Some("Kota Contoh"));
        assert_eq!(signature.docmdp, None);
        assert_eq!(file.fields().iter().filter(|field| field.signature.is_some()).count(), count + 1);
        bytes = more;
    }
    if let Some(path) = std::env::var_os("RAPOR_KEEP") {
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn the_same_order_gives_the_same_bytes() {
    let unsigned = two_fields();
    for key in KEYS {
        assert!(signed(&unsigned, "saksi", key) == signed(&unsigned, "saksi", key), "{key}");
    }
}

#[test]
fn what_cannot_be_signed_is_refused() {
    let unsigned = two_fields();
    let at = |field, key, moment| signed_at(&unsigned, field, key, moment).unwrap_err();
    let day = "2026-01-26T10:00";
    assert_eq!(at("bendahara", "p256", day), SignError::File(ReviseError::NoField));
    assert_eq!(at("saksi", "p256", "2019-12-31T10:00"), SignError::NotYetValid(1_577_836_800));
    assert_eq!(at("saksi", "expired", day), SignError::Expired(1_640_995_199));
    for key in ["encipher", "server", "odd"] {
        assert_eq!(at("saksi", key, day), SignError::NotForSigning, "{key}");
    }
    let once = signed(&unsigned, "saksi", "p256");
    assert_eq!(signed_at(&once, "saksi", "p384", day).unwrap_err(), SignError::File(ReviseError::Signed));
}

#[test]
fn keys_open_with_their_passphrase_only() {
    for key in KEYS {
        let open = |words: &str| {
            Identity::open(&key_file(key), &Passphrase::new(words.into())).map(|own| own.name())
        };
        assert!(open(PASSPHRASE).is_ok_and(|name| name.ends_with("Uji")), "{key}");
        for wrong in ["", "rahasia", "Rahasia-uji", "\u{1f511}"] {
            assert_eq!(open(wrong), Err(KeyError::WrongPassphrase), "{key} {wrong}");
        }
    }
    let passphrase = Passphrase::new(PASSPHRASE.into());
    assert_eq!(Identity::open(b"kunci", &passphrase).unwrap_err(), KeyError::NotPkcs12);
    assert_eq!(format!("{passphrase:?} {:?}", identity("p256")), "Passphrase Identity(Pegawai Uji)");
    let whole = key_file("p256");
    for place in (0..whole.len()).step_by(7) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x41;
        let _ = Identity::open(&damaged, &passphrase);
        assert!(Identity::open(&whole[..place], &passphrase).is_err());
    }
}
