//! Files that other programs could have made, or that somebody made to do harm, as far as signing reads them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs)]

use std::fmt::Write;
use std::time::{Duration, Instant};

use rapor::calendar::Moment;
use rapor::pdf::{Existing, FileError, ReviseError};
use rapor::sign::{Identity, Order, Passphrase, SignError, sign};
use rapor::text::Lang;

/// A file of these objects, numbered from 1; the first is the catalogue.
fn file(objects: &[&str], more_trailer: &str) -> Vec<u8> {
    let mut text = String::from("%PDF-1.7\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (place, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", text.len());
        let _ = write!(text, "{} 0 obj\n{object}\nendobj\n", place + 1);
    }
    let start = text.len();
    let size = objects.len() + 1;
    let _ =
        write!(text, "{table}trailer\n<</Root 1 0 R/Size {size}{more_trailer}>>\nstartxref\n{start}\n%%EOF");
    text.into_bytes()
}

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>";
const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 300]>>";
const PAGE: &str = "<</Type/Page/Parent 2 0 R/Annots[7 0 R]>>";

/// A field within another, shown by a widget of its own, in a file that does not end its last line.
fn nested() -> Vec<u8> {
    file(
        &[
            CATALOG,
            PAGES,
            PAGE,
            "<</Fields[5 0 R]>>",
            "<</T(pihak)/FT/Sig/Kids[6 0 R]>>",
            "<</T(saksi)/TU(Tanda tangan saksi)/Parent 5 0 R/Kids[7 0 R]>>",
            "<</Type/Annot/Subtype/Widget/Rect[150 60 20 100]/Parent 6 0 R/F 4>>",
        ],
        "",
    )
}

fn signed(bytes: Vec<u8>, field: &str) -> Result<Vec<u8>, SignError> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let key = std::fs::read(root.join("tests/keys/p256.p12")).unwrap();
    let identity = Identity::open(&key, &Passphrase::new("rahasia-uji".into())).unwrap();
    let moment = Moment::parse("2026-01-26T10:00", "UTC").unwrap();
    let order = Order { field, reason: None, place: None, moment, lang: Lang::Id };
    sign(&Existing::open(bytes).unwrap(), &identity, &order)
}

#[test]
fn a_field_within_another_that_is_shown_elsewhere_is_found_and_signed() {
    let file = Existing::open(nested()).unwrap();
    let field = &file.fields()[0];
    assert_eq!((field.name.as_str(), field.purpose.as_str()), ("pihak.saksi", "Tanda tangan saksi"));
    assert_eq!(field.page, Some(0));
    let area = (field.area.x, field.area.y, field.area.width, field.area.height);
    assert_eq!(area, (20.0, 200.0, 130.0, 40.0));
    let bytes = signed(nested(), "pihak.saksi").unwrap();
    assert!(bytes.starts_with(&nested()));
    let file = Existing::open(bytes).unwrap();
    let signature = file.fields()[0].signature.as_ref().unwrap();
    assert_eq!(signature.name.as_deref(), Some("Pegawai Uji"));
    assert_eq!(signature.reason, None);
    let about = String::from_utf8_lossy(file.bytes()).into_owned();
    assert!(about.contains("/SigFlags 3") && !about.contains("DocMDP"));
}

#[test]
fn a_form_inside_the_catalogue_is_kept_with_it() {
    let whole = file(
        &[
            "<</Type/Catalog/Pages 2 0 R/Lang(en)/AcroForm<</Fields[7 0 R]/DA(/H 0 Tf)>>>>",
            PAGES,
            PAGE,
            "null",
            "null",
            "null",
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(saksi)/Rect[0 0 0 0]/F 2>>",
        ],
        "",
    );
    let file = Existing::open(signed(whole, "saksi").unwrap()).unwrap();
    assert_eq!(file.language().as_deref(), Some("en"));
    let about = String::from_utf8_lossy(file.bytes()).into_owned();
    assert!(about.contains("/AcroForm <</Fields [7 0 R]/DA (/H 0 Tf)/SigFlags 3>>"), "{about}");
    assert!(file.fields()[0].signature.is_some());
}

#[test]
fn what_a_certifying_signature_forbids_is_not_done() {
    let certified = |permits: &str| {
        let certifies = format!(
            "<</T(pengesah)/FT/Sig/V<</ByteRange[0 1 2 3]/Contents<3000>/Name(Pengesah)/Reference[<</TransformMethod/DocMDP\
             /TransformParams<<{permits}>>>>]>>>>"
        );
        let empty = "<</T(saksi)/FT/Sig/Rect[0 0 0 0]>>";
        file(&[CATALOG, PAGES, PAGE, "<</Fields[5 0 R 7 0 R]>>", &certifies, "null", empty], "")
    };
    let certifying = |bytes| {
        let file = Existing::open(bytes).unwrap();
        let field = file.fields().iter().find(|field| field.name == "pengesah").unwrap();
        field.signature.as_ref().unwrap().docmdp
    };
    assert_eq!(certifying(certified("/P 1")), Some(1));
    assert_eq!(signed(certified("/P 1"), "saksi").unwrap_err(), SignError::File(ReviseError::Certified));
    for (permits, number) in [("/P 2", 2), ("/P 3", 3), ("", 2)] {
        assert_eq!(certifying(certified(permits)), Some(number));
        assert!(signed(certified(permits), "saksi").is_ok());
    }
}

#[test]
fn encrypted_files_and_files_behind_other_bytes_are_refused() {
    let encrypt = "/Encrypt<</Filter/Standard/V 1/R 2/O(0123456789abcdef0123456789abcdef)/U(0123456789abcdef0123456789abcdef)/P -4>>/ID[<00><00>]";
    let objects = [CATALOG, PAGES, PAGE, "<</Fields[]>>", "null", "null", "null"];
    let error = Existing::open(file(&objects, encrypt)).unwrap_err();
    assert_eq!(error, FileError::Encrypted);
    assert_eq!(Existing::open([&b"junk"[..], &nested()].concat()).unwrap_err(), FileError::NotPdf);
}

#[test]
fn files_made_to_do_harm_end_soon_and_quietly() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let deep_entries = "<</A".repeat(100_000);
    let many = format!("<</Fields[{}]>>", "5 0 R ".repeat(50_000));
    let fields = |form: &str, field: &str| {
        file(
            &[CATALOG, PAGES, PAGE, form, field, "<</T(b)/Kids[5 0 R]>>", "<</Kids[7 0 R]/Parent 7 0 R>>"],
            "",
        )
    };
    let looping = String::from_utf8(nested()).unwrap();
    let start = looping.rfind("xref\n0 8").unwrap();
    let looping = looping.replace("/Size 8", &format!("/Size 8/Prev {start}"));
    let huge_table = String::from_utf8(nested()).unwrap().replace("xref\n0 8", "xref\n0 4294967295");
    let huge_number = String::from_utf8(nested()).unwrap().replace("/Size 8", "/Size 9223372036854775807");
    let files = [
        fields("<</Fields[5 0 R]>>", "<</T(a)/Kids[6 0 R]>>"),
        fields("<</Fields[7 0 R]>>", "null"),
        fields(&many, "<</T(a)/FT/Sig>>"),
        fields(&deep, "null"),
        fields(&deep_entries, "null"),
        file(
            &[
                CATALOG,
                "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>",
                PAGE,
                "<<>>",
                "null",
                "null",
            ],
            "",
        ),
        file(&["1 0 R"], ""),
        file(&["<</Type/Catalog/Pages 1 0 R/AcroForm 1 0 R/Fields 1 0 R>>"], ""),
        file(&[CATALOG, PAGES, PAGE, "4 0 R"], ""),
        file(&[CATALOG], "/Prev 9223372036854775807"),
        file(&[CATALOG], "/Prev -1"),
        looping.into_bytes(),
        huge_table.into_bytes(),
        huge_number.into_bytes(),
    ];
    for (number, bytes) in files.into_iter().enumerate() {
        let started = Instant::now();
        // On a small stack, as other threads have it.
        let thread = std::thread::Builder::new().stack_size(2 << 20);
        let told = thread.spawn(move || format!("{:?}", Existing::open(bytes))).unwrap().join().unwrap();
        assert!(started.elapsed() < Duration::from_secs(20), "{number} took {:?}: {told}", started.elapsed());
    }
}
