//! The papers on one person's period beside the forms of a regulation, line by line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "support/words.rs"]
mod words;

use std::path::Path;

use rapor::calendar::parse_date;
use rapor::check::check;
use rapor::diagnostic::Severity;
use rapor::insight::{PeriodInsight, survey};
use rapor::model::load;
use rapor::pdf::Press;
use rapor::report::document::{Document, Paper};
use rapor::report::forms::{self, Setup};
use rapor::report::render;
use rapor::source::Sources;
use rapor::text::Lang;
use rapor::view::{Scene, form};
use words::lines;

const SETUP: Setup = Setup { paper: Paper::A4, emblem: None };

const AGENCY: &[(&str, &str)] = &[
    ("rapor.yaml", "name: {id: Balai Uji, en: Test Office}\nplace: Kota Uji\nlocale: id\n"),
    ("content/units.yaml", "units:\n  balai: {name: Balai}\n  data: {name: Seksi Data, parent: balai}\n"),
    (
        "content/people/tuti.yaml",
        "names: {full: Tuti}\nids: {nip: \"197003121995032001\"}\nassignments:\n  - {from: 2020-01-01, unit: balai, position: Kepala Balai, class: ja, grade: IV/c, head: true}\n",
    ),
    (
        "content/people/hasan.yaml",
        "names: {full: Hasan}\nids: {nip: \"198001012005011001\"}\nassignments:\n  - {from: 2020-01-01, unit: data, position: Kepala Seksi Data, class: ja, grade: IV/a, head: true}\n",
    ),
    (
        "content/people/dewi.yaml",
        "names: {full: Dewi}\nids: {nip: \"199001012020122001\"}\nassignments:\n  - {from: 2020-12-01, unit: data, position: Pranata Komputer, class: jf, grade: III/b, rung: ahli-pertama}\n",
    ),
    (
        "content/people/budi.yaml",
        "names: {full: Budi}\nassignments:\n  - {from: 2022-01-01, unit: data, position: Pengelola, class: ja}\n",
    ),
    (
        "content/periods/2024.yaml",
        "label: {id: Tahun 2024, en: Year 2024}\nframework: permenpan-6-2022\nfrom: 2024-01-01\nto: 2024-12-31\norganisation:\n  agency: {rating: baik}\n",
    ),
    (
        "content/trainings.yaml",
        "trainings:\n  dasar: {name: Statistik Dasar, hours: 24, provider: Pusat Latihan}\n",
    ),
    (
        "content/reviews/2024/hasan/plan.yaml",
        "approach: kuantitatif\nresults:\n  hk1:\n    kind: utama\n    result: Data andal\n    indicators:\n      mutu: {aspect: kualitas, measure: Kelengkapan, target: 90, unit: \"%\"}\n",
    ),
    (
        "content/reviews/2024/dewi/plan.yaml",
        "approach: kuantitatif\nagreed: {employee: 2024-01-10, superior: 2024-01-12}\nresults:\n  hk1:\n    kind: utama\n    supports: hasan/hk1\n    result: Terbitnya statistik\n    indicators:\n      jumlah: {aspect: kuantitas, measure: Statistik yang terbit, target: 1200, unit: tabel}\n      waktu: {aspect: waktu, measure: Lama penyusunan, target: 8, unit: hari, better: lower}\n",
    ),
    (
        "content/reviews/2024/dewi/self.md",
        "---\nby: dewi\ndate: 2024-12-20\nratings: {hasil-kerja: di-atas}\nrealisation:\n  hk1/jumlah: {value: 1250, evidence: [Daftar terbit]}\n  hk1/waktu: {value: 6, evidence: [Buku kerja, Surat antar]}\n---\n## hk1\nTerbit **tiap** bulan.\n\n## Tantangan\nListrik padam.\n",
    ),
    (
        "content/reviews/2024/dewi/development.yaml",
        "trainings:\n  - {training: dasar, completed: 2024-05-06, evidence: Sertifikat 7}\n  - {training: dasar, completed: 2025-02-01, evidence: Sertifikat 8}\n",
    ),
    (
        "content/reviews/2024/dewi/supervisor.md",
        "---\nby: hasan\ndate: 2025-01-10\nratings: {hasil-kerja: sesuai, perilaku: di-atas}\nrealisation:\n  hk1/jumlah: accept\n  hk1/waktu: 9\n---\n",
    ),
    (
        "content/reviews/2024/dewi/discussion.md",
        "---\ndate: 2025-01-14\nplace: Ruang rapat\npresent: [dewi, hasan]\nclarifications:\n  - {item: hk1, statement: Buku kerja belum dibaca., response: Akan dibaca.}\n---\n## Kesepakatan\nDibaca besok.\n",
    ),
    (
        "content/reviews/2024/dewi/objection.md",
        "---\ndate: 2025-01-27\nitems: [hasil-kerja, hk1]\n---\n## Alasan\nAda bukti baru.\n",
    ),
    (
        "content/reviews/2024/dewi/record.yaml",
        "released: 2025-01-15\ndelivered: 2025-01-16\nreceived: 2025-01-20\nsigned:\n  - {document: dokumen-evaluasi, how: ink, date: 2025-01-16}\n",
    ),
];

const DECISION: (&str, &str) = (
    "content/reviews/2024/dewi/decision.md",
    "---\nby: tuti\ndate: 2025-02-03\noutcome: granted\nhearings:\n  - {of: dewi, date: 2025-01-30, summary: Menunjukkan buku kerja.}\nchanges: {hasil-kerja: di-atas}\n---\n## Alasan\nBuku kerja cukup.\n\n## Putusan\nPeringkat diubah.\n",
);

/// Reads, checks and computes these files, and does something with the last period.
fn with<T>(sources: &Sources, lang: Lang, make: impl Fn(&Scene, &PeriodInsight) -> T) -> T {
    let (agency, findings) = load(sources, parse_date("2026-03-01").unwrap());
    let (checked, findings) = check(&agency, sources, findings);
    let wrong: Vec<_> = findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let survey = survey(&checked);
    let scene =
        Scene { agency: &agency, survey: &survey, texts: sources, documents: &[], held: &|_, _| false, lang };
    make(&scene, survey.last().unwrap())
}

fn sources(more: &[(&str, &str)]) -> Sources {
    let files = AGENCY.iter().chain(more).map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    Sources::from_files(files).0
}

const KINDS: [&str; 7] =
    ["achievement", "derivation", "discussion", "objection", "decision", "credit", "receipt"];

fn paper(kind: &str, scene: &Scene, insight: &PeriodInsight, person: &str) -> Option<Document> {
    Some(match kind {
        "achievement" => forms::achievement(&form::achievement(scene, insight, person)?, &SETUP),
        "derivation" => forms::derivation(&form::derivation(scene, insight, person)?, &SETUP),
        "discussion" => forms::discussion(&form::discussion(scene, insight, person)?, &SETUP),
        "objection" => forms::objection(&form::objection(scene, insight, person)?, &SETUP),
        "decision" => return forms::decision(&form::objection(scene, insight, person)?, &SETUP),
        "credit" => forms::credit(&form::credit(scene, insight, person)?, &SETUP),
        _ => forms::receipt(&form::receipt(scene, insight, person)?, &SETUP),
    })
}

/// What a paper of Dewi says, decided or not.
fn said(kind: &str, more: &[(&str, &str)], lang: Lang) -> Vec<String> {
    with(&sources(more), lang, |scene, insight| {
        let document = paper(kind, scene, insight, "dewi").unwrap();
        assert!(render(&document, &Press::new().unwrap()).unwrap().missing.is_empty(), "{kind}");
        lines(&document)
    })
}

/// Checks that these lines are said, in this order, perhaps with others between.
fn says(said: &[String], wanted: &[&str]) {
    let mut rest = said.iter();
    for line in wanted {
        assert!(rest.any(|own| own == line), "{line}\nis not, or not in its place, in\n{}", said.join("\n"));
    }
}

#[test]
fn a_report_says_what_was_reached_with_evidence_and_trainings() {
    let said = said("achievement", &[], Lang::Id);
    assert!(!said.join("\n").contains("Sertifikat 8"), "it came after the report");
    says(
        &said,
        &[
            "LAPORAN CAPAIAN KINERJA / PERIODE: TAHUN 2024",
            "_ | PEGAWAI | PEJABAT PENILAI",
            "Nama | Dewi | Hasan",
            "Nomor induk | NIP 19900101 202012 2 001 | NIP 19800101 200501 1 001",
            "Tanggal laporan | 20 Desember 2024",
            "NO | HASIL DAN INDIKATOR | TARGET | REALISASI DAN BUKTI | CAPAIAN",
            "1. Terbitnya statistik",
            "1.1 | Statistik yang terbit | 1.200 tabel | 1.250 tabel; Bukti dukung: Daftar terbit | 104,17\u{a0}%",
            "1.2 | Lama penyusunan | 8 hari | 6 hari; Bukti dukung:; * Buku kerja * Surat antar | 125\u{a0}%",
            "_ | Uraian pegawai:; Terbit tiap bulan.",
            "TANTANGAN",
            "Listrik padam.",
            "PELATIHAN YANG SELESAI",
            "1 | Statistik Dasar | Pusat Latihan | 24 | 6 Mei 2024 | Sertifikat 7",
        ],
    );
}

#[test]
fn a_derivation_tells_steps_rules_places_and_marks_the_table() {
    says(
        &said("derivation", &[DECISION], Lang::Id),
        &[
            "Edisi | Kedua, sesudah putusan atas keberatan tanggal 3 Februari 2025",
            "YANG DINILAI | SEBELUM PUTUSAN | SESUDAH PUTUSAN",
            "Hasil kerja | Sesuai ekspektasi | Di atas ekspektasi",
            "Predikat Kinerja Pegawai | Baik | Sangat Baik",
            "Di atas ekspektasi | Kurang/Misconduct | Baik | Sangat Baik / (hasil ini)",
            "NO | LANGKAH | DASAR | TERTULIS DI",
            "1 | Hasan menetapkan Hasil kerja “Sesuai ekspektasi” pada 10 Januari 2025. | _ | supervisor.md",
        ],
    );
    let first = said("derivation", &[], Lang::Id);
    says(&first, &["Edisi | Pertama", "YANG DINILAI | HASIL", "Predikat Kinerja Pegawai | Baik"]);
}

#[test]
fn a_derivation_stays_the_same_when_a_file_is_set_in_other_lines() {
    let path = "content/reviews/2024/dewi/supervisor.md";
    let (_, text) = AGENCY.iter().find(|(own, _)| *own == path).unwrap();
    let moved = text.replacen("---\n", "---\n# Penilaian\n\n", 1);
    assert_eq!(said("derivation", &[], Lang::Id), said("derivation", &[(path, &moved)], Lang::Id));
}

#[test]
fn a_record_of_the_discussion_has_every_point_and_both_signatures() {
    says(
        &said("discussion", &[], Lang::Id),
        &[
            "Hari, tanggal | Selasa, 14 Januari 2025",
            "Tempat | Ruang rapat",
            "* Dewi, Pranata Komputer * Hasan, Kepala Seksi Data",
            "1 | Terbitnya statistik | Buku kerja belum dibaca. | Akan dibaca.",
            "KESEPAKATAN",
            "Dibaca besok.",
        ],
    );
}

#[test]
fn a_dossier_tells_the_way_of_an_objection_before_and_after_it_is_decided() {
    let before = said("objection", &[], Lang::Id);
    says(
        &before,
        &[
            "Pegawai menyatakan menerima | 20 Januari 2025 | _",
            "Keberatan diajukan | 27 Januari 2025 | Hari kerja ke-5 (hari ke-7) sesudah diterima. Batas waktu 3 Februari 2025 (PP 30/2019 Pasal 59).",
            "1 | Hasil kerja | Di atas ekspektasi | Sesuai ekspektasi | _",
            "2 | Terbitnya statistik | * Statistik yang terbit: 1.250 tabel (target 1.200 tabel) * Lama penyusunan: 6 hari (target 8 hari) | * Statistik yang terbit: 1.250 tabel (target 1.200 tabel) * Lama penyusunan: 9 hari (target 8 hari) | _",
            "Ada bukti baru.",
            "Dewi / Pegawai | _ | _",
            "Hasan / Pejabat penilai | _ | _",
            "Predikat Kinerja Pegawai | Baik | _",
            "Ditolak | Dikabulkan sebagian | Dikabulkan",
        ],
    );
    says(
        &said("objection", &[DECISION], Lang::Id),
        &[
            "1 | Hasil kerja | Di atas ekspektasi | Sesuai ekspektasi | Di atas ekspektasi",
            "Dewi / Pegawai | 30 Januari 2025 | Menunjukkan buku kerja.",
            "Hasil kerja | Sesuai ekspektasi | Di atas ekspektasi",
            "Perilaku kerja | Di atas ekspektasi | Tetap: Di atas ekspektasi",
            "Predikat Kinerja Pegawai | Baik | Sangat Baik",
            "Keberatan dikabulkan. Diputus pada 3 Februari 2025.",
        ],
    );
}

/// A component rated by its criteria shows these, and what it came to by them before a decision and after it.
#[test]
fn a_contested_component_shows_the_ratings_of_its_criteria() {
    let own = "---\nby: dewi\ndate: 2024-12-20\nratings: {orientasi-pelayanan: 100, komitmen: 100, inisiatif-kerja: 100, kerja-sama: 110}\nrealisation:\n  hk1/jumlah: 1250\n  hk1/waktu: 6\n---\n";
    let superior = "---\nby: hasan\ndate: 2025-01-10\nratings: {orientasi-pelayanan: 90, komitmen: 90, inisiatif-kerja: 90, kerja-sama: 90}\nrealisation:\n  hk1/jumlah: accept\n  hk1/waktu: 9\n---\n";
    let period = AGENCY.iter().find(|(path, _)| path.contains("periods")).unwrap();
    let plans = AGENCY.iter().filter(|(path, _)| path.ends_with("plan.yaml"));
    let plans: Vec<(&str, String)> =
        plans.map(|(path, text)| (*path, text.replace("approach: kuantitatif\n", ""))).collect();
    let period = (
        period.0,
        period
            .1
            .replace("permenpan-6-2022", "pp-30-2019")
            .replace("organisation:\n  agency: {rating: baik}\n", ""),
    );
    let decision = DECISION.1.replace("{hasil-kerja: di-atas}", "{komitmen: 110}");
    let mut files = vec![
        (period.0, period.1.as_str()),
        ("content/reviews/2024/dewi/self.md", own),
        ("content/reviews/2024/dewi/supervisor.md", superior),
        (
            "content/reviews/2024/dewi/objection.md",
            "---\ndate: 2025-01-27\nitems: [perilaku]\n---\n## Alasan\nAda bukti baru.\n",
        ),
    ];
    files.extend(plans.iter().map(|(path, text)| (*path, text.as_str())));
    let sides = "1 | Perilaku kerja | * Orientasi Pelayanan: 100 * Komitmen: 100 * Inisiatif Kerja: 100 * Kerja Sama: 110 | * Hasil: 90,00 * Orientasi Pelayanan: 90 * Komitmen: 90 * Inisiatif Kerja: 90 * Kerja Sama: 90";
    says(&said("objection", &files, Lang::Id), &[&format!("{sides} | _")]);
    files.push((DECISION.0, &decision));
    says(&said("objection", &files, Lang::Id), &[&format!("{sides} | 95,00")]);
}

#[test]
fn a_decision_says_what_it_considers_rests_on_and_decides() {
    says(
        &said("decision", &[DECISION], Lang::Id),
        &[
            "MENIMBANG",
            "* bahwa Dewi pada 27 Januari 2025 mengajukan keberatan atas “Hasil kerja” dan “Terbitnya statistik”; * bahwa Dewi didengar pada 30 Januari 2025: Menunjukkan buku kerja.",
            "Buku kerja cukup.",
            "MENGINGAT",
            "MEMUTUSKAN",
            "Keberatan dikabulkan. Diputus pada 3 Februari 2025.",
            "Peringkat diubah.",
            "Predikat Kinerja Pegawai | Baik | Sangat Baik",
        ],
    );
    let undecided = with(&sources(&[]), Lang::Id, |scene, insight| paper("decision", scene, insight, "dewi"));
    assert!(undecided.is_none());
}

/// Words on an item stand under its name; of the headings of the kinds themselves only that remains which ends such words.
#[test]
fn words_on_items_keep_their_headings() {
    let objection = (
        "content/reviews/2024/dewi/objection.md",
        "---\ndate: 2025-01-27\nitems: [hasil-kerja, hk1]\n---\n## Alasan\nAda bukti baru.\n\n## hk1\nBuku kerja belum dibaca.\n",
    );
    let before = said("objection", &[objection], Lang::Id);
    says(&before, &["ALASAN PEGAWAI", "Ada bukti baru.", "Terbitnya statistik", "Buku kerja belum dibaca."]);
    assert!(!before.iter().any(|line| line == "Alasan"));
    let decision = (DECISION.0, DECISION.1.replace("## Putusan", "## hk1\nEnam hari.\n\n## Putusan"));
    let decided = [objection, (decision.0, decision.1.as_str())];
    let dossier = ["Buku kerja cukup.", "Terbitnya statistik", "Enam hari.", "Putusan", "Peringkat diubah."];
    says(&said("objection", &decided, Lang::Id), &dossier);
    let paper = said("decision", &decided, Lang::Id);
    says(
        &paper,
        &["Buku kerja cukup.", "Terbitnya statistik", "Enam hari.", "MEMUTUSKAN", "Peringkat diubah."],
    );
    assert!(!paper.iter().any(|line| line == "Alasan" || line == "Putusan"));
}

#[test]
fn credit_points_and_the_receipt_say_what_is_known() {
    says(
        &said("credit", &[DECISION], Lang::Id),
        &[
            "Predikat Kinerja Pegawai | Sangat Baik",
            "Dasar | PermenPANRB 1/2023",
            "1 | Ahli Pertama | 12,5 | 1,5 | 12 bulan | 18,750",
            "Jumlah | 18,750",
        ],
    );
    says(
        &said("receipt", &[], Lang::Id),
        &[
            "1 | Dokumen Evaluasi Kinerja Pegawai | ditandatangani dengan tinta 16 Januari 2025 | 16 Januari 2025",
            "2 | Evaluasi Kinerja Pegawai | _ | _",
            "Diserahkan pada | Kamis, 16 Januari 2025",
            "Cara penyerahan | _",
            "Diterima pada | Senin, 20 Januari 2025",
        ],
    );
}

/// Days and deadlines of the first edition are not those of the second.
#[test]
fn a_receipt_for_a_second_edition_is_still_to_be_dated() {
    let said = said("receipt", &[DECISION], Lang::Id);
    says(
        &said,
        &[
            "1 | Dokumen Evaluasi Kinerja Pegawai | _ | _",
            "2 | Evaluasi Kinerja Pegawai | _ | _",
            "3 | Lembar Penghitungan Hasil | _ | _",
            "4 | Keterangan Angka Kredit | _ | _",
            "Diserahkan pada | _",
            "Diterima pada | _",
        ],
    );
    assert!(!said.join("\n").contains("paling lambat"), "{said:?}");
}

/// Of somebody who is not rated yet there is nothing to hand over, and no row for it.
#[test]
fn a_receipt_lists_what_there_is() {
    with(&sources(&[]), Lang::Id, |scene, insight| {
        let said = lines(&paper("receipt", scene, insight, "hasan").unwrap());
        assert!(!said.iter().any(|line| line.contains("Evaluasi Kinerja Pegawai |")), "{said:?}");
        assert!(!said.iter().any(|line| line.contains("Lembar Penghitungan")), "{said:?}");
    });
}

#[test]
fn what_is_missing_is_left_to_be_written() {
    with(&sources(&[]), Lang::Id, |scene, insight| {
        let hasan = lines(&paper("achievement", scene, insight, "hasan").unwrap());
        says(&hasan, &["Tanggal laporan | _", "1.1 | Kelengkapan | 90\u{a0}% | _ | _", "TANTANGAN", "_"]);
        says(
            &lines(&paper("discussion", scene, insight, "hasan").unwrap()),
            &["Hari, tanggal | _", "YANG HADIR", "_"],
        );
        for kind in KINDS {
            assert!(paper(kind, scene, insight, "budi").is_none(), "{kind}");
        }
    });
}

#[test]
fn english_papers_have_no_indonesian_words_of_their_own() {
    for kind in KINDS {
        let said = said(kind, &[DECISION], Lang::En).join("\n");
        for word in ["PERIODE ", "Pegawai", "Tanggal", "Januari", "Putusan", "Predikat", "PENILAI", "Jabatan"]
        {
            assert!(!said.contains(word), "{kind}: {word} in\n{said}");
        }
    }
}

/// Of colleagues nothing stands in any paper, and no word of the civil service where the framework brings none.
#[test]
fn colleagues_stay_unnamed_and_frameworks_keep_their_own_words() {
    let (studio, _) = Sources::read(Path::new("examples/studio"), &[]).unwrap();
    with(&studio, Lang::En, |scene, insight| {
        assert!(insight.period.dossiers["felix"].decision.get().is_some());
        for kind in KINDS.into_iter().filter(|kind| *kind != "credit") {
            let document = paper(kind, scene, insight, "felix").unwrap();
            let said = lines(&document).join("\n");
            for name in ["callum", "maren", "yuki", "gordon", "anton", "delia"] {
                let full = scene.name(name);
                assert!(!said.contains(&full) && !said.contains(name), "{kind}: {full} in\n{said}");
            }
            for word in ["NIP", "Rating Official", "RATING OFFICIAL", "predicate", "Rank", "peer-", "client-"]
            {
                assert!(!said.contains(word), "{kind}: {word} in\n{said}");
            }
        }
    });
}
