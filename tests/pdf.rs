//! Files as readers of PDF see them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]
#![allow(missing_docs)]

#[path = "support/documents.rs"]
mod documents;

use std::process::Command;

use lopdf::{Dictionary, Document as File, Object};
use rapor::pdf::Press;
use rapor::report::document::{Document, Paragraph};
use rapor::report::{Rendered, render};
use rayon::prelude::*;

fn printed(document: &Document) -> Rendered {
    render(document, &Press::new().unwrap()).unwrap()
}

fn with_text(text: &str) -> Document {
    let mut document = documents::letter(1);
    document.push(Paragraph::new(text));
    document
}

/// Elements of the structure tree of one kind.
fn elements<'f>(file: &'f File, kind: &str) -> Vec<&'f Dictionary> {
    let named =
        |one: &&Dictionary| one.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind.as_bytes());
    file.objects.values().filter_map(|object| object.as_dict().ok()).filter(named).collect()
}

/// Runs a tool over a file; `None` where it is not installed.
fn told_by(tool: &str, arguments: &[&str], bytes: &[u8], name: &str) -> Option<String> {
    let path = std::env::temp_dir().join(format!("rapor-{}-{name}.pdf", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new(tool).args(arguments).arg(&path).arg("-").output();
    std::fs::remove_file(&path).unwrap();
    output.ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn bytes_depend_on_the_document_alone() {
    let alone: Vec<Vec<u8>> = (0..24).map(|seed| printed(&documents::any(seed)).bytes).collect();
    let press = Press::new().unwrap();
    let backwards: Vec<Vec<u8>> =
        (0..24).rev().map(|seed| render(&documents::any(seed), &press).unwrap().bytes).collect();
    assert!(alone.iter().eq(backwards.iter().rev()));
    let parallel: Vec<Vec<u8>> =
        (0..24u64).into_par_iter().map(|seed| render(&documents::any(seed), &press).unwrap().bytes).collect();
    assert!(alone == parallel);
}

#[test]
fn different_documents_have_different_ids() {
    let id = |text: &str| {
        let file = File::load_mem(&printed(&with_text(text)).bytes).unwrap();
        file.trailer.get(b"ID").unwrap().as_array().unwrap()[0].clone()
    };
    assert_eq!(id("satu"), id("satu"));
    assert_ne!(id("satu"), id("dua"));
}

#[test]
fn the_file_says_what_it_is() {
    let document = documents::letter(1);
    let file = File::load_mem(&printed(&document).bytes).unwrap();
    assert_eq!(file.version, "1.7");
    let catalog = file.catalog().unwrap();
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    assert_eq!(elements(&file, "H1").len(), 1);
    assert_eq!(elements(&file, "H2").len(), 3);
    assert_eq!(elements(&file, "Figure").len(), 1);
    assert_eq!(elements(&file, "Link").len(), 3);
    assert_eq!(elements(&file, "Form").len(), 2);
    assert!(elements(&file, "TH").len() > 4);
    let text = |object: &Object| lopdf::decode_text_string(object).unwrap_or_default();
    let fields: Vec<String> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|one| one.get(b"FT").is_ok())
        .map(|one| text(one.get(b"T").unwrap()))
        .collect();
    assert_eq!(fields, ["pegawai", "pejabat-penilai"]);
}

#[test]
fn lacking_characters_are_named_and_shown() {
    let done = printed(&with_text("Nama 北京 dan ✉ Ω"));
    assert_eq!(done.missing, ['✉', '京', '北']);
    if let Some(text) = told_by("pdftotext", &[], &done.bytes, "missing") {
        assert!(text.contains("Nama □□ dan □ Ω"), "{text}");
    }
    assert!(printed(&with_text("Çelebi Łukasz Nguyễn ≥ ½ → ✓ e\u{301}")).missing.is_empty());
}

#[test]
fn text_is_read_in_order() {
    let mut document = documents::letter(3);
    document.push(Paragraph::new("Pertama tanda “kutip” 97,5 % lalu fi fl ffi sesudahnya."));
    let Some(text) = told_by("pdftotext", &[], &printed(&document).bytes, "order") else { return };
    let places: Vec<usize> = [
        "DOKUMEN EVALUASI",
        "PEGAWAI YANG DINILAI",
        "NAMA",
        "Ringkasan",
        "Kekuatan",
        "“kutip” 97,5 % lalu fi fl ffi",
    ]
    .iter()
    .map(|words| text.find(words).unwrap_or_else(|| panic!("{words} not in {text}")))
    .collect();
    assert!(places.is_sorted(), "{places:?}\n{text}");
}

#[test]
fn a_report_of_two_pages_is_small() {
    let reports = (0..20).map(|seed| printed(&documents::letter(seed))).filter(|done| done.pages == 2);
    let sizes: Vec<usize> = reports.map(|done| done.bytes.len()).collect();
    assert!(sizes.len() > 5 && sizes.iter().all(|size| *size <= 46_000), "{sizes:?}");
}
