//! Verifying signatures: what holds, and everything that must not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs)]

#[path = "support/documents.rs"]
mod documents;

use std::path::Path;

use lopdf::{Dictionary, Document as Pdf, IncrementalDocument, Object, Stream, dictionary};
use rapor::calendar::Moment;
use rapor::pdf::{Change, Existing, FileError, Press};
use rapor::report::document::{Document, Signatures, Signer};
use rapor::report::render;
use rapor::sign::verify::{Chain, Fault, Note, Roots, RootsError, Standing, Verdict, verify};
use rapor::sign::{Identity, Order, Passphrase, sign};
use rapor::text::Lang;

/// 2026-02-01 UTC.
const NOW: i64 = 1_769_904_000;

fn keys(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys").join(name)).unwrap()
}

fn roots(name: &str) -> Roots {
    let mut roots = Roots::default();
    roots.add(&keys(name)).unwrap();
    roots
}

/// A document with three signature fields.
fn unsigned(seed: u64) -> Vec<u8> {
    let mut document: Document = documents::letter(seed);
    let signer = |field: &str| Signer::new(field, "Tanda tangan", "Jabatan").name("Nama Contoh");
    document.push(Signatures::new([signer("satu"), signer("dua"), signer("tiga")]));
    render(&document, &Press::new().unwrap()).unwrap().bytes
}

fn signed_on(bytes: &[u8], field: &str, key: &str, moment: &str) -> Vec<u8> {
    let identity =
        Identity::open(&keys(&format!("{key}.p12")), &Passphrase::new("rahasia-uji".into())).unwrap();
    let moment = Moment::parse(moment, "Asia/Jakarta").unwrap();
    let order = Order { field, reason: None, place: None, moment, lang: Lang::Id };
    sign(&Existing::open(bytes.to_vec()).unwrap(), &identity, &order).unwrap()
}

fn signed(bytes: &[u8], field: &str, key: &str) -> Vec<u8> {
    signed_on(bytes, field, key, "2026-01-26T10:00")
}

fn verdicts(bytes: &[u8], roots: &Roots) -> Vec<Verdict> {
    Existing::open(bytes.to_vec()).map(|file| verify(&file, roots, NOW)).unwrap_or_default()
}

fn only(bytes: &[u8], roots: &Roots) -> Verdict {
    let mut all = verdicts(bytes, roots);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// Says that nothing at all can be said against any signature of a file.
fn is_spotless(bytes: &[u8], roots: &Roots) -> bool {
    let all = verdicts(bytes, roots);
    !all.is_empty() && all.iter().all(|one| one.standing() == Standing::Valid && one.notes.is_empty())
}

/// Appends a revision in which objects are others.
fn revised(bytes: &[u8], change: impl FnOnce(&mut Pdf, &Pdf)) -> Vec<u8> {
    let mut more = IncrementalDocument::create_from(bytes.to_vec(), Pdf::load_mem(bytes).unwrap());
    let before = more.get_prev_documents().clone();
    change(&mut more.new_document, &before);
    let mut out = Vec::new();
    more.save_to(&mut out).unwrap();
    assert!(out.starts_with(bytes));
    out
}

fn field(file: &Pdf, name: &str) -> (lopdf::ObjectId, Dictionary) {
    let is_it = |entries: &Dictionary| {
        entries.get(b"T").and_then(Object::as_str).is_ok_and(|text| text == name.as_bytes())
    };
    let found = file.objects.iter().find(|(_, object)| object.as_dict().is_ok_and(is_it));
    found.map(|(id, object)| (*id, object.as_dict().unwrap().clone())).unwrap()
}

fn catalog(file: &Pdf) -> (lopdf::ObjectId, Dictionary) {
    let id = file.trailer.get(b"Root").unwrap().as_reference().unwrap();
    (id, file.get_dictionary(id).unwrap().clone())
}

#[test]
fn three_signatures_hold_each_for_its_revision() {
    let trusted = roots("root.pem");
    let mut bytes = unsigned(1);
    assert!(verdicts(&bytes, &trusted).is_empty());
    for (name, key) in [("satu", "p256"), ("dua", "rsa"), ("tiga", "p384")] {
        bytes = signed(&bytes, name, key);
        assert!(is_spotless(&bytes, &trusted), "{name}: {:?}", verdicts(&bytes, &trusted));
    }
    let all = verdicts(&bytes, &trusted);
    let names: Vec<_> = all.iter().map(|one| one.signer.as_ref().unwrap().name.as_deref().unwrap()).collect();
    assert_eq!(names, ["Pegawai Uji", "Atasan Pejabat Uji", "Pejabat Penilai Uji"]);
    assert_eq!(all[0].signer.as_ref().unwrap().organisation.as_deref(), Some("Instansi Contoh"));
    assert_eq!(all[0].chain, Chain::Trusted { root: "Akar Uji".into() });
    assert_eq!(all[0].moment, Moment::parse("2026-01-26T10:00+07:00", "UTC"));
    let later = |place: usize| all[place].covers.as_ref().unwrap().later.iter().cloned().collect::<Vec<_>>();
    let added = |field: &str| Change::Signed { field: field.into() };
    assert_eq!(later(0), [added("dua"), added("tiga")]);
    assert_eq!(later(1), [added("tiga")]);
    assert_eq!(later(2), []);
    assert_eq!(all.iter().map(|one| one.covers.as_ref().unwrap().revision).collect::<Vec<_>>(), [2, 3, 4]);
}

#[test]
fn a_signer_is_known_only_to_those_who_trust_the_root() {
    let bytes = signed(&unsigned(2), "satu", "rsa3072");
    assert_eq!(only(&bytes, &Roots::default()).standing(), Standing::Unchecked);
    let stranger = only(&bytes, &roots("unknown-root.pem"));
    assert_eq!((stranger.chain.clone(), stranger.standing()), (Chain::Unknown, Standing::Wrong));
    let mut both = roots("unknown-root.pem");
    both.add(&keys("root.pem")).unwrap();
    assert!(is_spotless(&bytes, &both));

    let unknown = signed(&unsigned(2), "satu", "unknown");
    assert_eq!(only(&unknown, &roots("root.pem")).chain, Chain::Unknown);
    assert!(is_spotless(&unknown, &roots("unknown-root.pem")));
    // The certificate has expired since; when it signed it was valid.
    let early = signed_on(&unsigned(2), "satu", "expired", "2021-06-01T10:00");
    assert!(is_spotless(&early, &roots("root.pem")));
    let future = only(&signed_on(&unsigned(2), "satu", "p256", "2026-03-01T10:00"), &roots("root.pem"));
    assert_eq!((future.notes.as_slice(), future.standing()), (&[Note::Future][..], Standing::Wrong));
}

#[test]
fn a_file_of_roots_must_hold_certificates() {
    let read = |text: &[u8]| Roots::default().add(text);
    assert_eq!(read(b""), Err(RootsError::Empty));
    assert_eq!(read(&keys("p256.p12")), Err(RootsError::Empty));
    assert_eq!(
        read(b"-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----"),
        Err(RootsError::Unreadable(1))
    );
    let mut twice = keys("root.pem");
    twice.extend_from_slice(b"about the next one\r\n");
    twice.extend_from_slice(&keys("unknown-root.pem"));
    assert_eq!(read(&twice), Ok(()));
    twice.truncate(twice.len() - 40);
    assert_eq!(read(&twice), Err(RootsError::Unreadable(2)));
}

#[test]
fn a_byte_changed_anywhere_is_noticed() {
    let trusted = roots("root.pem");
    let bytes = signed(&signed(&unsigned(3), "satu", "p256"), "dua", "p384");
    assert!(is_spotless(&bytes, &trusted));
    let gaps = Existing::open(bytes.clone()).unwrap();
    let gaps = gaps.fields().iter().filter_map(|field| field.signature.as_ref()).map(|own| own.byte_range);
    let mut places: Vec<usize> = (0..bytes.len()).step_by(bytes.len() / 120).collect();
    for [_, start, end, _] in gaps {
        places.extend((start..end).step_by(37).chain([start, start + 1, end - 40, end - 2, end - 1]));
    }
    for (turn, place) in places.into_iter().enumerate() {
        let mut changed = bytes.clone();
        changed[place] ^= [0x01, 0x20, 0x80, 0x07][turn % 4];
        assert!(!is_spotless(&changed, &trusted), "byte {place} was {:02x}", bytes[place]);
    }
}

#[test]
fn a_truncated_or_longer_file_is_noticed() {
    let trusted = roots("root.pem");
    let once = signed(&unsigned(4), "satu", "p256");
    let bytes = signed(&once, "dua", "p256");
    for length in (0..bytes.len()).step_by(bytes.len() / 150).chain(bytes.len() - 60..bytes.len()) {
        // A file cut exactly after a revision is that revision.
        assert_eq!(is_spotless(&bytes[..length], &trusted), length == once.len(), "{length}");
    }
    for tail in [&b"x"[..], b"\n%", b"\nstartxref\n9\n%%EOF\n"] {
        assert!(!is_spotless(&[&bytes[..], tail].concat(), &trusted), "{tail:?}");
    }
}

#[test]
fn a_signature_in_another_place_is_none() {
    let trusted = roots("root.pem");
    let (one, other) = (signed(&unsigned(5), "satu", "p256"), signed(&unsigned(6), "satu", "p256"));
    // Its bytes put into another document.
    let gap = |bytes: &[u8]| {
        let file = Existing::open(bytes.to_vec()).unwrap();
        let range = file.fields().iter().find_map(|field| field.signature.as_ref()).unwrap().byte_range;
        range[1]..range[2]
    };
    let mut moved = other.clone();
    assert_eq!(gap(&one).len(), gap(&other).len());
    moved[gap(&other)].copy_from_slice(&one[gap(&one)]);
    assert_eq!(only(&moved, &trusted).fault, Some(Fault::Digest));
    // Another field made to show it too.
    let borrowed = revised(&one, |more, file| {
        let (_, own) = field(file, "satu");
        let (id, mut entries) = field(file, "dua");
        entries.set("V", own.get(b"V").unwrap().clone());
        more.objects.insert(id, Object::Dictionary(entries));
    });
    let refused = Existing::open(borrowed).unwrap_err();
    assert_eq!(refused, FileError::Structure("a signature stands in several fields".into()));
    // Taken from its field and shown in another.
    let handed_on = revised(&one, |more, file| {
        let (id, mut own) = field(file, "satu");
        let (other_id, mut entries) = field(file, "dua");
        entries.set("V", own.remove(b"V").unwrap());
        more.objects.insert(id, Object::Dictionary(own));
        more.objects.insert(other_id, Object::Dictionary(entries));
    });
    let all = verdicts(&handed_on, &trusted);
    assert!(!all.is_empty() && all.iter().all(|one| one.fault == Some(Fault::Moved)), "{all:?}");
}

/// What a revision that was appended changes, as the signature before it sees it.
fn later(change: impl FnOnce(&mut Pdf, &Pdf)) -> (Vec<Change>, Standing) {
    let bytes = revised(&signed(&unsigned(7), "satu", "p256"), change);
    let verdict = only(&bytes, &roots("root.pem"));
    assert_eq!(verdict.fault, None);
    (verdict.covers.as_ref().unwrap().later.iter().cloned().collect(), verdict.standing())
}

#[test]
fn what_is_changed_after_signing_is_named() {
    let content = later(|more, file| {
        let page = file.page_iter().next().unwrap();
        let id = file.get_dictionary(page).unwrap().get(b"Contents").unwrap().as_reference().unwrap();
        more.objects.insert(id, Object::Stream(Stream::new(Dictionary::new(), b" ".to_vec())));
    });
    assert_eq!(content, (vec![Change::Page(0)], Standing::Wrong));
    let comment = later(|more, file| {
        let page = file.page_iter().next().unwrap();
        let mut entries = file.get_dictionary(page).unwrap().clone();
        let corners = vec![0.into(), 0.into(), 600.into(), 800.into()];
        let own =
            more.add_object(dictionary! { "Type" => "Annot", "Subtype" => "Square", "Rect" => corners });
        let mut all = entries.get(b"Annots").and_then(Object::as_array).cloned().unwrap_or_default();
        all.push(own.into());
        entries.set("Annots", all);
        more.objects.insert(page, Object::Dictionary(entries));
    });
    assert_eq!(comment, (vec![Change::Page(0)], Standing::Wrong));
    let catalogue = later(|more, file| {
        let (id, mut entries) = catalog(file);
        entries.set("Lang", Object::string_literal("xx"));
        entries.set("OpenAction", dictionary! { "S" => "JavaScript" });
        more.objects.insert(id, Object::Dictionary(entries));
    });
    let named = ["Lang", "OpenAction"].map(|name| Change::Catalog(name.into()));
    assert_eq!(catalogue, (named.to_vec(), Standing::Wrong));
    let structure = later(|more, file| {
        let root = catalog(file).1.get(b"StructTreeRoot").unwrap().as_reference().unwrap();
        let mut entries = file.get_dictionary(root).unwrap().clone();
        entries.set("K", Object::Array(vec![]));
        more.objects.insert(root, Object::Dictionary(entries));
    });
    assert_eq!(structure, (vec![Change::Structure], Standing::Wrong));
    let pages = later(|more, file| {
        let id = catalog(file).1.get(b"Pages").unwrap().as_reference().unwrap();
        let mut entries = file.get_dictionary(id).unwrap().clone();
        let kids = entries.get(b"Kids").unwrap().as_array().unwrap();
        let turned: Vec<Object> = kids.iter().chain(kids.first()).cloned().collect();
        entries.set("Kids", turned);
        more.objects.insert(id, Object::Dictionary(entries));
    });
    assert_eq!(pages, (vec![Change::Catalog("Pages".into())], Standing::Wrong));
    let empty_field = later(|more, file| {
        let (id, mut entries) = field(file, "dua");
        entries.set("Rect", vec![0.into(), 0.into(), 600.into(), 800.into()]);
        more.objects.insert(id, Object::Dictionary(entries));
    });
    assert_eq!(empty_field.1, Standing::Wrong);
    let unsigned = later(|more, file| {
        let (id, mut entries) = field(file, "satu");
        entries.set("AP", dictionary! {});
        more.objects.insert(id, Object::Dictionary(entries));
    });
    assert_eq!(unsigned.1, Standing::Wrong);
}

#[test]
fn what_signing_programs_add_is_let_pass_and_named() {
    let evidence = later(|more, file| {
        let (id, mut entries) = catalog(file);
        let certificate = more.add_object(Stream::new(Dictionary::new(), b"certificate".to_vec()));
        entries.set("DSS", dictionary! { "Certs" => vec![Object::Reference(certificate)] });
        more.objects.insert(id, Object::Dictionary(entries));
    });
    assert_eq!(evidence, (vec![Change::Evidence], Standing::Valid));
    let properties = later(|more, file| {
        let id = catalog(file).1.get(b"Metadata").unwrap().as_reference().unwrap();
        more.objects.insert(id, Object::Stream(Stream::new(Dictionary::new(), b"<x/>".to_vec())));
    });
    assert_eq!(properties, (vec![Change::Properties], Standing::Valid));
}

/// A revision that adds a field with a signature in it, as large as is said.
fn with_new_field(bytes: &[u8], kind: &str, corners: &[i64]) -> Vec<u8> {
    revised(bytes, |more, file| {
        let page = file.page_iter().next().unwrap();
        let corners: Vec<Object> = corners.iter().map(|corner| (*corner).into()).collect();
        let contents = Object::String(vec![0x30, 0], lopdf::StringFormat::Hexadecimal);
        let range: Vec<Object> = [0, 10, 20, 10].map(Object::Integer).to_vec();
        let own = more.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => kind, "FT" => "Sig", "T" => Object::string_literal("baru"),
            "Rect" => corners, "P" => page, "V" => dictionary! { "ByteRange" => range, "Contents" => contents },
        });
        let mut entries = file.get_dictionary(page).unwrap().clone();
        let mut all = match entries.get(b"Annots") {
            Ok(Object::Reference(id)) => file.get_object(*id).unwrap().as_array().unwrap().clone(),
            Ok(list) => list.as_array().unwrap().clone(),
            Err(_) => vec![],
        };
        all.push(own.into());
        entries.set("Annots", all);
        more.objects.insert(page, Object::Dictionary(entries));
        let (root, mut entries) = catalog(file);
        let form = entries.get(b"AcroForm").unwrap();
        let mut form = file.dereference(form).unwrap().1.as_dict().unwrap().clone();
        let mut fields =
            file.dereference(form.get(b"Fields").unwrap()).unwrap().1.as_array().unwrap().clone();
        fields.push(own.into());
        form.set("Fields", fields);
        match entries.get(b"AcroForm").unwrap() {
            Object::Reference(id) => drop(more.objects.insert(*id, Object::Dictionary(form))),
            _ => {
                entries.set("AcroForm", form);
                more.objects.insert(root, Object::Dictionary(entries));
            }
        }
    })
}

#[test]
fn a_new_field_that_may_cover_what_was_signed_is_a_change_of_it() {
    let trusted = roots("root.pem");
    let bytes = signed(&unsigned(8), "satu", "p256");
    let about = |kind: &str, corners: &[i64]| {
        let all = verdicts(&with_new_field(&bytes, kind, corners), &trusted);
        let first = all.iter().find(|one| one.field == "satu").unwrap();
        let later: Vec<Change> = first.covers.as_ref().unwrap().later.iter().cloned().collect();
        (later, first.standing())
    };
    let added = |page: Option<usize>| vec![Change::NewField { field: "baru".into(), page }];
    assert_eq!(about("Widget", &[0, 0, 0, 0]), (added(None), Standing::Valid));
    assert_eq!(about("Widget", &[0, 0, 600, 0]), (added(None), Standing::Valid));
    for (kind, corners) in [
        ("Widget", &[0, 0, 600, 800][..]),
        ("Widget", &[600, 800, 0, 0]),
        // Others may read more into it than is right.
        ("Widget", &[0, 0, 600, 800, 0]),
        ("Stamp", &[0, 0, 0, 0]),
    ] {
        assert_eq!(about(kind, corners), (added(Some(0)), Standing::Wrong), "{kind} {corners:?}");
    }
}

#[test]
fn files_that_would_take_long_to_judge_are_refused() {
    let bytes = signed(&unsigned(9), "satu", "p256");
    let broken = |bytes: Vec<u8>| match Existing::open(bytes) {
        Err(FileError::Structure(words)) => words,
        other => panic!("{other:?}"),
    };
    let many = [&bytes[..], &b"startxref\n9\n%%EOF\n".repeat(1_000)].concat();
    assert_eq!(broken(many), "it has too many revisions");
    let named = |name: Vec<u8>| {
        revised(&bytes, |more, file| {
            let (id, mut entries) = field(file, "dua");
            entries.set("T", Object::String(name, lopdf::StringFormat::Literal));
            more.objects.insert(id, Object::Dictionary(entries));
        })
    };
    assert!(Existing::open(named(vec![b'd'; 1_000])).is_ok());
    for length in [1_100, 10_000] {
        assert_eq!(broken(named(vec![b'd'; length])), "the name of a form field is too long");
    }
    let valued = |contents: Object| {
        revised(&bytes, |more, file| {
            let contents = match contents {
                Object::Null => Object::Reference(more.add_object(Object::string_literal("0"))),
                contents => contents,
            };
            let range: Vec<Object> = [0, 10, 20, 10].map(Object::Integer).to_vec();
            let (id, mut entries) = field(file, "dua");
            entries.set("V", dictionary! { "ByteRange" => range, "Contents" => contents });
            more.objects.insert(id, Object::Dictionary(entries));
        })
    };
    let long = Object::String(vec![7; (1 << 20) + 1], lopdf::StringFormat::Hexadecimal);
    assert_eq!(broken(valued(long)), "a signature is too long");
    assert_eq!(broken(valued(Object::Null)), "a signature has no contents");
}

/// Each revision is read once, and those that lie far back are not read at all.
#[test]
fn a_file_with_very_many_revisions_is_judged_from_its_end() {
    let mut bytes = signed(&unsigned(10), "satu", "p256");
    for _ in 0..104 {
        let start = Pdf::load_mem(&bytes).unwrap().xref_start;
        let place = bytes.len();
        bytes.extend_from_slice(b"xref\n0 0\ntrailer\n");
        let file = Pdf::load_mem(&bytes[..place]).unwrap();
        let (root, size) = (file.trailer.get(b"Root").unwrap(), file.trailer.get(b"Size").unwrap());
        let (root, size) = (root.as_reference().unwrap().0, size.as_i64().unwrap());
        let end = format!("<</Root {root} 0 R/Size {size}/Prev {start}>>\nstartxref\n{place}\n%%EOF\n");
        bytes.extend_from_slice(end.as_bytes());
    }
    let verdict = only(&bytes, &roots("root.pem"));
    let covers = verdict.covers.as_ref().unwrap();
    assert_eq!((covers.revision, covers.of, verdict.standing()), (2, 106, Standing::Wrong));
    assert_eq!(covers.later.iter().collect::<Vec<_>>(), [&Change::Unreadable]);
}
