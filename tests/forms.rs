//! The printed forms, row by row, of a small agency.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "support/documents.rs"]
mod documents;
#[path = "support/words.rs"]
mod words;

use std::process::Command;

use rapor::calendar::parse_date;
use rapor::check::check;
use rapor::diagnostic::Severity;
use rapor::insight::survey;
use rapor::model::load;
use rapor::pdf::Press;
use rapor::report::document::{Block, Document, Paper};
use rapor::report::forms::{self, Setup, recap};
use rapor::report::{Rendered, render};
use rapor::schema::events::DocumentKind::{self, Evaluation, EvaluationDocument, Plan};
use rapor::source::Sources;
use rapor::text::Lang;
use rapor::view::form::{
    FormView, KeyingView, RecapView, RegisterView, ToSign, form, form_of_part, keying, register,
};
use words::lines;

const SETUP: Setup = Setup { paper: Paper::A4, emblem: None };

const AGENCY: &[(&str, &str)] = &[
    ("rapor.yaml", "name: {id: Balai Uji, en: Test Office}\nshort: Uji\nplace: Kota Uji\nlocale: id\n"),
    (
        "content/units.yaml",
        "units:\n  balai: {name: Balai}\n  data: {name: Seksi Data, parent: balai}\n  arsip: {name: Seksi Arsip, parent: balai}\n",
    ),
    (
        "content/people/wali.yaml",
        "names: {full: Wali Uji}\nexternal: true\nassignments:\n  - {from: 2020-01-01, position: Wali Kota}\n",
    ),
    (
        "content/people/tuti.yaml",
        "names: {before: Dr., full: Tuti, after: M.Si.}\nids: {nip: \"197003121995032001\"}\nassignments:\n  - {from: 2020-01-01, unit: balai, position: Kepala Balai, class: jpt, grade: IV/c, head: true, rater: wali}\n",
    ),
    (
        "content/people/hasan.yaml",
        "names: {full: Hasan}\nids: {nip: \"198001012005011001\"}\nassignments:\n  - {from: 2020-01-01, unit: data, position: Kepala Seksi Data, class: ja, grade: IV/a, head: true}\n",
    ),
    (
        "content/people/rina.yaml",
        "names: {full: Rina}\nids: {nip: \"198101012005012001\"}\nassignments:\n  - {from: 2020-01-01, unit: arsip, position: Kepala Seksi Arsip, class: ja, grade: III/d, head: true}\n",
    ),
    (
        "content/people/dewi.yaml",
        "names: {full: Dewi, after: S.Kom.}\nids: {nip: \"199001012020122001\"}\nassignments:\n  - {from: 2020-12-01, unit: data, position: Pranata Komputer, class: jf, grade: III/b}\n  - {from: 2024-07-01, unit: arsip, position: Arsiparis, class: jf, grade: III/c}\n",
    ),
    (
        "content/people/budi.yaml",
        "names: {full: \"Budi {page}\"}\nids: {nipppk: \"199301142022211001\"}\nassignments:\n  - {from: 2022-01-01, unit: data, position: \"Pengelola <b>Data</b> & {page} \\\"Arsip\\\"\", class: ja, grade: IX}\n",
    ),
    (
        "content/periods/2024.yaml",
        "label: {id: Tahun 2024, en: Year 2024}\nframework: permenpan-6-2022\nfrom: 2024-01-01\nto: 2024-12-31\norganisation:\n  agency: {rating: baik}\n  units:\n    arsip: {rating: istimewa}\n",
    ),
    (
        "content/goals/2024.yaml",
        "goals:\n  mutu:\n    title: Meningkatnya mutu layanan\n    indicators:\n      indeks: {measure: Indeks, target: 80}\n",
    ),
    (
        "content/reviews/2024/hasan/plan.yaml",
        "approach: kuantitatif\nresults:\n  hk1:\n    kind: utama\n    supports: tuti/hk1\n    result: Tersedianya data yang andal\n    indicators:\n      mutu: {aspect: kualitas, measure: Kelengkapan, target: 90, unit: \"%\"}\n",
    ),
    (
        "content/reviews/2024/tuti/plan.yaml",
        "approach: kuantitatif\nagreed: {employee: 2024-01-04, superior: 2024-01-05}\nresults:\n  hk1:\n    kind: utama\n    supports: goal/mutu\n    result: Membaiknya layanan\n    perspective: penerima-layanan\n    indicators:\n      indeks: {measure: Indeks kepuasan, target: 82.5, unit: poin}\n",
    ),
    (
        "content/reviews/2024/dewi/plan.yaml",
        "approach: kuantitatif\nagreed: {employee: 2024-01-10, superior: 2024-01-12}\nresults:\n  hk1:\n    kind: utama\n    supports: hasan/hk1\n    result: Terbitnya statistik bulanan\n    indicators:\n      jumlah: {aspect: kuantitas, measure: Statistik yang terbit, target: 1200, unit: tabel}\n      waktu: {aspect: waktu, measure: Lama penyusunan, target: {from: 7, to: 8.5}, unit: hari, better: lower}\nexpectations:\n  adaptif: Memakai perangkat baru\nannex:\n  dukungan: [Dua komputer, Akses gudang]\n  konsekuensi: [Tunjangan mengikuti capaian]\n",
    ),
    (
        "content/reviews/2024/dewi/self.md",
        "---\nby: dewi\ndate: 2024-12-20\nrealisation:\n  hk1/jumlah: {value: 1250, evidence: [Daftar terbit]}\n  hk1/waktu: {value: 6, evidence: [Buku kerja, Surat antar], note: Tanpa libur}\n---\n",
    ),
    (
        "content/reviews/2024/dewi/feedback/2024-08-01-tabel.md",
        "---\nby: rina\ndate: 2024-08-01\nabout: hk1\n---\nTabel **rapi**.\n",
    ),
    (
        "content/reviews/2024/dewi/feedback/2024-08-02-rekan.md",
        "---\nby: budi\ndate: 2024-08-02\nabout: hk1\n---\nKata rekan.\n",
    ),
    (
        "content/reviews/2024/dewi/supervisor.md",
        "---\nby: rina\ndate: 2025-01-10\nratings: {hasil-kerja: sesuai, perilaku: di-atas}\nrealisation:\n  hk1/jumlah: accept\n  hk1/waktu: 7.5\n---\n## hk1\nTerbit tepat waktu.\n\n## adaptif\nCepat belajar.\n\n## Catatan dan rekomendasi\nLayak ikut pelatihan.\n",
    ),
    (
        "content/reviews/2024/dewi/objection.md",
        "---\ndate: 2025-01-25\nitems: [hasil-kerja]\n---\n## Alasan\nAda bukti baru.\n",
    ),
    (
        "content/reviews/2024/dewi/decision.md",
        "---\nby: tuti\ndate: 2025-02-18\noutcome: granted\nchanges: {hasil-kerja: di-atas}\n---\n## Putusan\nDikabulkan.\n",
    ),
    ("content/reviews/2024/dewi/record.yaml", "received: 2025-01-20\n"),
];

fn document(kind: DocumentKind, view: &FormView, setup: &Setup) -> Document {
    match kind {
        Plan => forms::plan(view, setup),
        Evaluation => forms::evaluation(view, setup),
        EvaluationDocument => forms::evaluation_document(view, setup),
        other => panic!("{other:?} is made from something else"),
    }
}

struct Made {
    views: Vec<(String, FormView)>,
    recaps: Vec<RecapView>,
    register: RegisterView,
    keying: KeyingView,
}

impl Made {
    fn view(&self, person: &str) -> &FormView {
        &self.views.iter().find(|(id, _)| id == person).unwrap().1
    }
}

fn made_of(files: impl Iterator<Item = (String, String)>, lang: Lang) -> Made {
    let (sources, _) = Sources::from_files(files.map(|(path, text)| (path, text.into_bytes())));
    let (agency, findings) = load(&sources, parse_date("2025-03-01").unwrap());
    let bad: Vec<_> = findings.iter().collect();
    assert!(bad.is_empty(), "{bad:?}");
    let (checked, findings) = check(&agency, &sources, findings);
    let wrong: Vec<_> = findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let insights = survey(&checked);
    let insight = &insights[0];
    let people = agency.participants(insight.period);
    let view = |id: &str| {
        let view = form(&agency, insight.period, id, insight.scorecards.get(id), lang).unwrap();
        (id.to_owned(), view)
    };
    let units = [None, Some("balai"), Some("data")];
    let recaps = units.map(|unit| rapor::view::form::recap(&agency, insight, unit, lang).unwrap());
    let to_sign = |person: &str, kind| ToSign { person: person.to_owned(), kind, part: None };
    let documents = [to_sign("rina", Plan), to_sign("dewi", Plan), to_sign("dewi", Evaluation)];
    let register = register(&agency, insight, Some("arsip"), &documents, lang).unwrap();
    let keying = keying(&agency, insight, Some("arsip"), lang);
    let keying = keying.unwrap_or_else(|| KeyingView {
        lang,
        issue: register.issue.clone(),
        unit: None,
        application: String::new(),
        people: vec![],
    });
    Made { register, keying, views: people.into_iter().map(view).collect(), recaps: recaps.into() }
}

fn own(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn made() -> Made {
    made_of(own(AGENCY).into_iter(), Lang::Id)
}

/// The agency with one more or another file.
fn made_with(path: &str, text: &str) -> Made {
    let mut files = own(AGENCY);
    files.retain(|(known, _)| known != path);
    files.push((path.to_owned(), text.to_owned()));
    made_of(files.into_iter(), Lang::Id)
}

/// Checks that a document says these lines, in this order, perhaps with others between.
fn says(document: &Document, wanted: &[&str]) {
    let said = lines(document);
    let mut rest = said.iter();
    for line in wanted {
        assert!(rest.any(|own| own == line), "{line}\nis not, or not in its place, in\n{}", said.join("\n"));
    }
}

fn printed(document: &Document) -> Rendered {
    render(document, &Press::new().unwrap()).unwrap()
}

/// What `pdftotext` reads; `None` where it is not installed.
fn read_back(document: &Document, name: &str) -> Option<String> {
    let path = std::env::temp_dir().join(format!("rapor-form-{}-{name}.pdf", std::process::id()));
    std::fs::write(&path, printed(document).bytes).unwrap();
    let output = Command::new("pdftotext").arg(&path).arg("-").output();
    std::fs::remove_file(&path).unwrap();
    let words = String::from_utf8_lossy(&output.ok()?.stdout).into_owned();
    Some(words.split_whitespace().collect::<Vec<&str>>().join(" "))
}

#[test]
fn an_evaluation_of_a_part_says_what_was_known_of_it() {
    let mut files = own(AGENCY);
    for (path, text) in &mut files {
        if path == "content/periods/2024.yaml" {
            text.push_str("parts:\n  tw3: {label: {id: Triwulan III, en: Quarter III}, from: 2024-07-01, to: 2024-09-30}\n");
        }
    }
    let part = |file: &str| format!("content/reviews/2024/dewi/parts/tw3/{file}.md");
    files.push((
        part("self"),
        "---\nby: dewi\ndate: 2024-10-02\nrealisation:\n  hk1/jumlah: {value: 310, evidence: [Daftar terbit triwulan III]}\n---\n".to_owned(),
    ));
    files.push((
        part("supervisor"),
        "---\nby: rina\ndate: 2024-10-08\nratings: {hasil-kerja: di-bawah, perilaku: sesuai}\nrealisation:\n  hk1/jumlah: accept\n---\n## hk1\nBaru seperempat.\n".to_owned(),
    ));
    for lang in [Lang::Id, Lang::En] {
        let (sources, _) =
            Sources::from_files(files.clone().into_iter().map(|(path, text)| (path, text.into_bytes())));
        let (agency, findings) = load(&sources, parse_date("2025-03-01").unwrap());
        let (checked, findings) = check(&agency, &sources, findings);
        let wrong: Vec<_> = findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        let insights = survey(&checked);
        let (insight, period) = (&insights[0], &agency.periods["2024"]);
        let view =
            form_of_part(&agency, period, "tw3", "dewi", insight.part_card("dewi", "tw3"), lang).unwrap();
        assert!(form_of_part(&agency, period, "tw4", "dewi", None, lang).is_none());
        assert!(form_of_part(&agency, period, "tw3", "budi", None, lang).is_none());
        // Rated after the quarter was evaluated; nobody knew it then.
        assert_eq!(view.organisation.as_ref().unwrap().value, None);
        let document = forms::evaluation(&view, &SETUP);
        if lang == Lang::En {
            assert_eq!(
                document.title,
                "Performance Evaluation \u{2013} Dewi \u{2013} Quarter III, Year 2024"
            );
            continue;
        }
        says(
            &document,
            &[
                "EVALUASI KINERJA PEGAWAI / PENDEKATAN HASIL KERJA KUANTITATIF / BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL / PERIODE: TRIWULAN III",
                "BALAI UJI; SEKSI ARSIP | PERIODE PENILAIAN: 1 JULI SD 30 SEPTEMBER TAHUN 2024",
            ],
        );
        let said = lines(&document).join("\n");
        for wanted in
            ["310 tabel", "Baru seperempat.", "Tabel rapi.", "Kota Uji, 8 Oktober 2024", "BUTUH PERBAIKAN"]
        {
            assert!(said.contains(wanted), "{wanted}\n{said}");
        }
        assert!(
            !said.contains("1.250") && !said.contains("Terbit tepat waktu") && !said.contains("DI ATAS"),
            "{said}"
        );
    }
}

#[test]
fn a_plan_has_every_row_of_its_form() {
    let made = made();
    says(
        &document(Plan, made.view("dewi"), &SETUP),
        &[
            "SASARAN KINERJA PEGAWAI / PENDEKATAN HASIL KERJA KUANTITATIF / BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "BALAI UJI; SEKSI DATA | PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2024",
            "NO | PEGAWAI YANG DINILAI | NO | PEJABAT PENILAI KINERJA",
            "1 | NAMA | Dewi, S.Kom. | 1 | NAMA | Hasan",
            "2 | NIP | 19900101 202012 2 001 | 2 | NIP | 19800101 200501 1 001",
            "3 | PANGKAT/GOL. RUANG | Penata Muda Tingkat I (III/b) | 3 | PANGKAT/GOL. RUANG | Pembina (IV/a)",
            "4 | JABATAN | Pranata Komputer | 4 | JABATAN | Kepala Seksi Data",
            "5 | UNIT KERJA | Seksi Data | 5 | UNIT KERJA | Seksi Data",
            "HASIL KERJA",
            "NO | RENCANA HASIL KERJA ATASAN YANG DIINTERVENSI | RENCANA HASIL KERJA | ASPEK | INDIKATOR KINERJA INDIVIDU | TARGET",
            "(1) | (2) | (3) | (4) | (5) | (6)",
            "A. UTAMA",
            "1 | Tersedianya data yang andal | Terbitnya statistik bulanan | Kuantitas | Statistik yang terbit | 1.200 tabel",
            "Waktu | Lama penyusunan | 7 s.d. 8,5 hari",
            "B. TAMBAHAN",
            "_",
            "PERILAKU KERJA",
            "NO | PERILAKU KERJA | EKSPEKTASI KHUSUS PIMPINAN",
            "1 | Berorientasi Pelayanan; * Memahami dan memenuhi kebutuhan masyarakat * Ramah, cekatan, solutif, dan dapat diandalkan * Melakukan perbaikan tiada henti | _",
            "6 | Adaptif; * Cepat menyesuaikan diri menghadapi perubahan * Terus berinovasi dan mengembangkan kreativitas * Bertindak proaktif | Memakai perangkat baru",
            "Pegawai yang Dinilai, / Dewi, S.Kom. / NIP 19900101 202012 2 001",
            "Kota Uji, 12 Januari 2024 / Pejabat Penilai Kinerja, / Hasan / NIP 19800101 200501 1 001",
            "LAMPIRAN SASARAN KINERJA PEGAWAI",
            "DUKUNGAN SUMBER DAYA",
            "1. | Dua komputer",
            "2. | Akses gudang",
            "SKEMA PERTANGGUNGJAWABAN",
            "_",
            "KONSEKUENSI",
            "1. | Tunjangan mengikuti capaian",
            "Pegawai yang Dinilai, / Dewi, S.Kom. / NIP 19900101 202012 2 001",
            "Kota Uji, 12 Januari 2024 / Pejabat Penilai Kinerja, / Hasan / NIP 19800101 200501 1 001",
        ],
    );
}

#[test]
fn an_evaluation_has_every_row_and_the_post_of_the_periods_end() {
    let made = made();
    let document = document(Evaluation, made.view("dewi"), &SETUP);
    says(
        &document,
        &[
            "EVALUASI KINERJA PEGAWAI / PENDEKATAN HASIL KERJA KUANTITATIF / BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL / PERIODE: TAHUN 2024",
            "BALAI UJI; SEKSI ARSIP | PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2024",
            "1 | NAMA | Dewi, S.Kom. | 1 | NAMA | Rina",
            "4 | JABATAN | Arsiparis | 4 | JABATAN | Kepala Seksi Arsip",
            "CAPAIAN KINERJA ORGANISASI | POLA DISTRIBUSI",
            "ISTIMEWA | [Kurva pola distribusi predikat, dari terendah ke tertinggi: Sangat Kurang 1, Kurang/Misconduct 3, Butuh Perbaikan 8, Baik 24, Sangat Baik 64] Sangat Kurang, Kurang/Misconduct, Butuh Perbaikan, Baik, Sangat Baik",
            "NO | RENCANA HASIL KERJA ATASAN YANG DIINTERVENSI | RENCANA HASIL KERJA | ASPEK | INDIKATOR KINERJA INDIVIDU | TARGET | REALISASI BERDASARKAN BUKTI DUKUNG | UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
            "A. UTAMA",
            "1 | Tersedianya data yang andal | Terbitnya statistik bulanan | Kuantitas | Statistik yang terbit | 1.200 tabel | 1.250 tabel; Bukti dukung: Daftar terbit | 1 Agustus 2024: Tabel rapi.; Terbit tepat waktu.",
            "Waktu | Lama penyusunan | 7 s.d. 8,5 hari | 7,5 hari",
            "B. TAMBAHAN",
            "RATING HASIL KERJA | DI ATAS EKSPEKTASI; Semula sesuai ekspektasi; diubah dengan putusan atas keberatan tanggal 18 Februari 2025.",
            "NO | PERILAKU KERJA | EKSPEKTASI KHUSUS PIMPINAN | UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
            "6 | Adaptif; * Cepat menyesuaikan diri menghadapi perubahan * Terus berinovasi dan mengembangkan kreativitas * Bertindak proaktif | Memakai perangkat baru | Cepat belajar.",
            "RATING PERILAKU KERJA | DI ATAS EKSPEKTASI",
            "PREDIKAT KINERJA PEGAWAI | SANGAT BAIK",
            "Kota Uji, 18 Februari 2025 / Pejabat Penilai Kinerja, / Rina / NIP 19810101 200501 2 001",
        ],
    );
    let said = lines(&document).join("\n");
    assert!(!said.contains("Pegawai yang Dinilai,") && !said.contains("Kata rekan"), "{said}");
}

#[test]
fn an_evaluation_document_has_every_block() {
    let made = made();
    says(
        &document(EvaluationDocument, made.view("dewi"), &SETUP),
        &[
            "[Tempat lambang instansi]",
            "DOKUMEN EVALUASI KINERJA PEGAWAI / PERIODE: TAHUN 2024",
            "BALAI UJI | PERIODE PENILAIAN: 1 JANUARI SD 31 DESEMBER TAHUN 2024",
            "1 | PEGAWAI YANG DINILAI",
            "_ | NAMA | Dewi, S.Kom.",
            "NIP | 19900101 202012 2 001",
            "PANGKAT/GOL. RUANG | Penata (III/c)",
            "JABATAN | Arsiparis",
            "UNIT KERJA | Seksi Arsip",
            "2 | PEJABAT PENILAI KINERJA",
            "_ | NAMA | Rina",
            "3 | ATASAN PEJABAT PENILAI KINERJA",
            "_ | NAMA | Dr. Tuti, M.Si.",
            "4 | EVALUASI KINERJA",
            "_ | CAPAIAN KINERJA ORGANISASI | ISTIMEWA",
            "PREDIKAT KINERJA PEGAWAI | SANGAT BAIK",
            "5 | CATATAN/REKOMENDASI",
            "Layak ikut pelatihan.",
            // What was received on 20 January was not yet what the decision made of it.
            "Kota Uji, ____ / Pegawai yang Dinilai, / Dewi, S.Kom. / NIP 19900101 202012 2 001",
            "Kota Uji, 18 Februari 2025 / Pejabat Penilai Kinerja, / Rina / NIP 19810101 200501 2 001",
        ],
    );
}

#[test]
fn heads_have_perspectives_for_a_superiors_result() {
    let made = made();
    let view = made.view("tuti");
    says(
        &document(Plan, view, &SETUP),
        &[
            "SASARAN KINERJA PEGAWAI / PENDEKATAN HASIL KERJA KUANTITATIF / BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI",
            "1 | NAMA | Dr. Tuti, M.Si. | 1 | NAMA | Wali Uji",
            "2 | NIP | 19700312 199503 2 001 | 2 | NIP | _",
            "5 | UNIT KERJA | Balai | 5 | INSTANSI | ____",
            "NO | RENCANA HASIL KERJA | INDIKATOR KINERJA INDIVIDU | TARGET | PERSPEKTIF",
            "1 | Membaiknya layanan | Indeks kepuasan | 82,5 poin | Penerima Layanan",
        ],
    );
    says(
        &document(Evaluation, view, &SETUP),
        &[
            "NO | RENCANA HASIL KERJA | INDIKATOR KINERJA INDIVIDU | TARGET | PERSPEKTIF | REALISASI BERDASARKAN BUKTI DUKUNG | UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
            "1 | Membaiknya layanan | Indeks kepuasan | 82,5 poin | Penerima Layanan | _ | _",
            "RATING HASIL KERJA | _",
            "PREDIKAT KINERJA PEGAWAI | _",
        ],
    );
}

#[test]
fn officials_from_outside_stand_for_their_institution() {
    let known = "names: {full: Wali Uji}\nexternal: true\nassignments:\n  - {from: 2020-01-01, position: Wali Kota, institution: Pemerintah Kota Uji}\n";
    let made = made_with("content/people/wali.yaml", known);
    says(
        &document(Plan, made.view("tuti"), &SETUP),
        &[
            "4 | JABATAN | Kepala Balai | 4 | JABATAN | Wali Kota",
            "5 | UNIT KERJA | Balai | 5 | INSTANSI | Pemerintah Kota Uji",
        ],
    );
}

#[test]
fn a_qualitative_plan_has_its_measures_below_the_result() {
    let plan = "approach: kualitatif\nresults:\n  hk1:\n    kind: utama\n    supports: hasan/hk1\n    result: Tertatanya gudang\n    indicators:\n      rapi: {measure: Kerapian, target: Tidak ada boks tertukar}\n      aman: {measure: Keamanan, target: Kunci tercatat}\n  hk2: {kind: tambahan, result: Siapnya pameran, indicators: {siap: {measure: Kesiapan, target: Tepat waktu}}}\n";
    let made = made_with("content/reviews/2024/budi/plan.yaml", plan);
    says(
        &document(Plan, made.view("budi"), &SETUP),
        &[
            "SASARAN KINERJA PEGAWAI / PENDEKATAN HASIL KERJA KUALITATIF / BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "NO | RENCANA HASIL KERJA ATASAN YANG DIINTERVENSI | RENCANA HASIL KERJA",
            "1 | Tersedianya data yang andal | Tertatanya gudang; Ukuran keberhasilan/Indikator Kinerja Individu dan Target:; * Kerapian: Tidak ada boks tertukar * Keamanan: Kunci tercatat",
            "B. TAMBAHAN",
            "1 | _ | Siapnya pameran; Ukuran keberhasilan/Indikator Kinerja Individu dan Target:; Kesiapan: Tepat waktu",
        ],
    );
    says(
        &document(Evaluation, made.view("budi"), &SETUP),
        &[
            "NO | RENCANA HASIL KERJA ATASAN YANG DIINTERVENSI | RENCANA HASIL KERJA | REALISASI BERDASARKAN BUKTI DUKUNG | UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG",
        ],
    );
}

#[test]
fn what_is_missing_is_left_to_be_written() {
    let made = made();
    let view = made.view("budi");
    says(
        &document(Plan, view, &SETUP),
        &[
            "SASARAN KINERJA PEGAWAI / PENDEKATAN HASIL KERJA ____ / BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL",
            "2 | NIPPPK | 19930114 202221 1 001 | 2 | NIP | 19800101 200501 1 001",
            "3 | PANGKAT/GOL. RUANG | Golongan IX | 3 | PANGKAT/GOL. RUANG | Pembina (IV/a)",
            "A. UTAMA",
            "_",
            "_",
            "_",
            "B. TAMBAHAN",
            "_",
            "Kota Uji, ____ / Pejabat Penilai Kinerja, / Hasan / NIP 19800101 200501 1 001",
        ],
    );
    let unrated = made_with(
        "content/periods/2024.yaml",
        "label: Tahun 2024\nframework: permenpan-6-2022\nfrom: 2024-01-01\nto: 2024-12-31\n",
    );
    let view = unrated.view("budi");
    assert_eq!(view.organisation.as_ref().unwrap().value, None);
    says(
        &document(Evaluation, view, &SETUP),
        &[
            "_ | [Sumbu predikat tanpa kurva, dari terendah ke tertinggi: Sangat Kurang, Kurang/Misconduct, Butuh Perbaikan, Baik, Sangat Baik] Sangat Kurang, Kurang/Misconduct, Butuh Perbaikan, Baik, Sangat Baik",
        ],
    );
    says(
        &document(EvaluationDocument, view, &SETUP),
        &["_ | CAPAIAN KINERJA ORGANISASI | _", "5 | CATATAN/REKOMENDASI", "_"],
    );
    assert!(printed(&document(Evaluation, view, &SETUP)).pages >= 1);
}

#[test]
fn a_recapitulation_counts_everybody_once() {
    let made = made();
    let [all, balai, data] = made.recaps.as_slice() else { panic!("three recapitulations") };
    says(
        &recap(all, &SETUP),
        &[
            "REKAPITULASI HASIL EVALUASI KINERJA PEGAWAI / SELURUH UNIT KERJA / PERIODE: TAHUN 2024",
            "NO | NAMA | NIP | JABATAN | HASIL KERJA | PERILAKU KERJA | PREDIKAT KINERJA PEGAWAI | STATUS",
            "BALAI",
            "1 | Dr. Tuti, M.Si. | 19700312 199503 2 001 | Kepala Balai | _ | _ | _ | Penetapan SKP",
            "SEKSI DATA",
            "2 | Hasan | 19800101 200501 1 001 | Kepala Seksi Data | _ | _ | _ | _",
            "SEKSI ARSIP",
            "5 | Dewi, S.Kom. | 19900101 202012 2 001 | Arsiparis | Di atas ekspektasi | Di atas ekspektasi | Sangat Baik | Putusan atas keberatan",
            "PREDIKAT KINERJA PEGAWAI | SANGAT KURANG | KURANG/MISCONDUCT | BUTUH PERBAIKAN | BAIK | SANGAT BAIK | BELUM ADA | JUMLAH PEGAWAI",
            "JUMLAH | 0 | 0 | 0 | 0 | 1 | 4 | 5",
            "CAPAIAN KINERJA ORGANISASI | BAIK",
            "Kota Uji, 1 Maret 2025 / Pejabat Pengelola Kepegawaian, / ____ / NIP ____",
        ],
    );
    assert_eq!(balai.groups.iter().map(|group| group.rows.len()).sum::<usize>(), 5);
    says(
        &recap(data, &SETUP),
        &[
            "JUMLAH | 0 | 0 | 0 | 0 | 0 | 2 | 2",
            "Kota Uji, 1 Maret 2025 / Kepala Seksi Data, / Hasan / NIP 19800101 200501 1 001",
        ],
    );
}

#[test]
fn words_of_people_are_printed_as_they_are() {
    let review = "---\nby: hasan\ndate: 2025-01-10\nratings: {hasil-kerja: sesuai, perilaku: sesuai}\n---\n## Catatan dan rekomendasi\nNaik 5 % <script>x</script> & \"kutip\" {page}, ≥ ½ — [tautan](javascript:x) 😀\n\n- butir *satu*\n- butir **dua**\n";
    let made = made_with("content/reviews/2024/budi/supervisor.md", review);
    let paper = document(EvaluationDocument, made.view("budi"), &SETUP);
    says(
        &paper,
        &[
            "JABATAN | Pengelola <b>Data</b> & {page} \"Arsip\"",
            "Naik 5 % <script>x</script> & \"kutip\" {page}, ≥ ½ — tautan 😀; * butir satu * butir dua",
        ],
    );
    if let Some(text) = read_back(&paper, "words") {
        assert!(text.contains("<b>Data</b> & {page} \"Arsip\""), "{text}");
        assert!(text.contains("<script>x</script> & \"kutip\" {page}"), "{text}");
        // The foot of the page too.
        assert!(text.contains("Uji \u{b7} Budi {page} \u{b7} Tahun 2024"), "{text}");
    }
}

#[test]
fn english_forms_have_no_indonesian_words_of_their_own() {
    let made = made_of(own(AGENCY).into_iter(), Lang::En);
    let view = made.view("dewi");
    let papers = [Plan, Evaluation, EvaluationDocument].map(|kind| document(kind, view, &SETUP));
    let said: String =
        papers.iter().chain([&recap(&made.recaps[0], &SETUP)]).map(|one| lines(one).join("\n")).collect();
    for word in ["KINERJA", "PEGAWAI", "Kinerja", "Predikat", "PERIODE ", "Januari", "Bukti", "ATASAN"] {
        assert!(!said.contains(word), "{word} in\n{said}");
    }
    for line in [
        "PERFORMANCE PLAN",
        "1 JANUARY TO 31 DECEMBER 2024",
        "7 to 8.5 hari",
        "ABOVE EXPECTATION",
        "Superior of",
    ] {
        assert!(said.to_lowercase().contains(&line.to_lowercase()), "{line} not in\n{said}");
    }
}

#[test]
fn bytes_depend_on_the_view_alone() {
    let print = || {
        let made = made();
        let view = made.view("dewi");
        [Plan, Evaluation, EvaluationDocument].map(|kind| printed(&document(kind, view, &SETUP)).bytes)
    };
    assert!(print() == print());
}

#[test]
fn three_hundred_rows_and_long_prose_lose_no_word() {
    let mut plan = "approach: kuantitatif\nresults:\n".to_owned();
    for number in 1..=150 {
        plan.push_str(&format!("  r{number}:\n    kind: utama\n    supports: hasan/hk1\n    result: Hasil-{number}\n    indicators:\n      a: {{aspect: kuantitas, measure: Ukuran-{number}a, target: {number}, unit: tabel}}\n      b: {{aspect: waktu, measure: Ukuran-{number}b, target: {number}, unit: hari}}\n"));
    }
    let words: Vec<String> = (1..=4000).map(|number| format!("kata{number}")).collect();
    let review = format!(
        "---\nby: hasan\ndate: 2025-01-10\nratings: {{hasil-kerja: sesuai, perilaku: sesuai}}\n---\n## r1\n{}\n\n## Catatan dan rekomendasi\n{}\n",
        words.join(" "),
        words.join(" ")
    );
    let mut files = own(AGENCY);
    files.push(("content/reviews/2024/budi/plan.yaml".to_owned(), plan));
    files.push(("content/reviews/2024/budi/supervisor.md".to_owned(), review));
    let made = made_of(files.into_iter(), Lang::Id);
    let view = made.view("budi");
    let (plan, long, notes) = (
        document(Plan, view, &SETUP),
        document(Evaluation, view, &SETUP),
        document(EvaluationDocument, view, &SETUP),
    );
    assert!(printed(&plan).pages > 8);
    let Some(text) = read_back(&plan, "plan") else { return };
    for number in 1..=150 {
        for word in [format!("Hasil-{number} "), format!("Ukuran-{number}a "), format!("Ukuran-{number}b ")] {
            assert!(text.contains(&word), "{word}");
        }
    }
    for paper in [&long, &notes] {
        let text = read_back(paper, "long").unwrap();
        let found: std::collections::BTreeSet<&str> = text.split(' ').collect();
        let lost: Vec<&String> = words.iter().filter(|word| !found.contains(word.as_str())).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}

#[test]
fn paper_reads_in_the_order_of_the_form() {
    let made = made();
    let paper = document(EvaluationDocument, made.view("dewi"), &SETUP);
    assert!(matches!(paper.blocks.last(), Some(Block::Signatures(_))));
    let Some(text) = read_back(&paper, "order") else { return };
    let wanted = [
        "DOKUMEN EVALUASI",
        "Dewi, S.Kom.",
        "Rina",
        "Dr. Tuti, M.Si.",
        "SANGAT BAIK",
        "Layak ikut",
        "Halaman 1 dari 1",
    ];
    let places: Vec<usize> =
        wanted.iter().map(|words| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"))).collect();
    assert!(places.is_sorted(), "{places:?}\n{text}");
}

#[test]
fn the_emblem_takes_the_place_of_the_empty_frame() {
    let setup = Setup { paper: Paper::F4, emblem: Some(documents::picture()) };
    let made = made();
    let paper = document(EvaluationDocument, made.view("dewi"), &setup);
    says(&paper, &["[Lambang instansi]"]);
    assert_ne!(
        printed(&paper).bytes,
        printed(&document(EvaluationDocument, made.view("dewi"), &SETUP)).bytes
    );
}

/// A system with parts of its own: no plan of results, no organisation, no curve, no classes or grades.
const OTHER: &str = "label: Own system
scales:
  three:
    levels: {low: {label: Low}, mid: {label: Middle}, high: {label: High}}
components:
  skill: {label: Skill, scale: three}
  conduct: {label: Conduct, scale: three, criteria: {help: {label: Helps others}}}
raters: {self: {label: Self, display: 1}, superior: {label: Superior, display: 1}}
outcome:
  label: Grade of the year
  levels: {weak: {label: Weak, group: weak}, good: {label: Good, group: good}}
  groups: {weak: Weak, good: Good}
  matrix:
    rows: skill
    columns: conduct
    cells:
      low: {low: weak, mid: weak, high: weak}
      mid: {low: weak, mid: good, high: good}
      high: {low: weak, mid: good, high: good}
stages:
  rated: {label: Rated, event: supervisor}
";

#[test]
fn a_framework_of_another_kind_prints_what_it_has() {
    let review = "---\nby: hasan\ndate: 2025-01-10\nratings: {skill: high, conduct: mid}\n---\n## skill\nSharp eye.\n\n## help\nAlways.\n";
    let files = [
        ("rapor.yaml", "name: Office\nlocale: en\n"),
        ("content/units.yaml", "units:\n  desk: {name: Desk}\n"),
        (
            "content/people/hasan.yaml",
            "names: {full: Hasan}\nassignments:\n  - {from: 2020-01-01, unit: desk, position: Lead, head: true}\n",
        ),
        (
            "content/people/ann.yaml",
            "names: {full: Ann}\nassignments:\n  - {from: 2020-01-01, unit: desk, position: Clerk, grade: B2}\n",
        ),
        ("content/frameworks/own.yaml", OTHER),
        (
            "content/periods/2024.yaml",
            "label: First half\nframework: own\nfrom: 2024-07-01\nto: 2025-01-31\n",
        ),
        ("content/reviews/2024/ann/supervisor.md", review),
    ];
    let made = made_of(own(&files).into_iter(), Lang::En);
    let view = made.view("ann");
    says(
        &document(Evaluation, view, &SETUP),
        &[
            "PERFORMANCE EVALUATION / PERIOD: FIRST HALF",
            "OFFICE; DESK | EVALUATION PERIOD: 1 JULY 2024 TO 31 JANUARY 2025",
            "2 | RANK/GRADE | Grade B2 | 2 | RANK/GRADE | _",
            "3 | POST | Clerk | 3 | POST | Lead",
            "SKILL",
            "RATING OF SKILL | HIGH; Sharp eye.",
            "CONDUCT",
            "1 | Helps others | _ | Always.",
            "RATING OF CONDUCT | MIDDLE",
            "GRADE OF THE YEAR | GOOD",
            "____, 10 January 2025 / Superior, / Hasan",
        ],
    );
    says(&document(Plan, view, &SETUP), &["PERFORMANCE PLAN", "CONDUCT", "1 | Helps others | _"]);
    says(&document(EvaluationDocument, view, &SETUP), &["_ | GRADE OF THE YEAR | GOOD"]);
    says(
        &recap(&made.recaps[0], &SETUP),
        &["NO | NAME | POST | SKILL | CONDUCT | GRADE OF THE YEAR | STATUS"],
    );
    for kind in [Plan, Evaluation, EvaluationDocument] {
        assert!(printed(&document(kind, view, &SETUP)).missing.is_empty());
    }
}

#[test]
fn a_register_says_how_each_document_was_signed() {
    let record =
        "received: 2025-01-20\nsigned:\n  - {document: skp, how: ink, date: 2024-01-12, place: Lemari 2}\n";
    let made = made_with("content/reviews/2024/dewi/record.yaml", record);
    says(
        &forms::register(&made.register, &SETUP),
        &[
            "REGISTER PENANDATANGANAN DOKUMEN / SEKSI ARSIP / PERIODE: TAHUN 2024",
            "1 dari 3 dokumen sudah ditandatangani.",
            "NO | DOKUMEN | CARA | TANGGAL | TEMPAT DISIMPAN | SHA-256 BERKAS",
            "Rina",
            "1 | Sasaran Kinerja Pegawai | Belum | _ | _ | _",
            "Dewi, S.Kom.",
            "2 | Sasaran Kinerja Pegawai | Tinta | 12 Januari 2024 | Lemari 2 | _",
            "3 | Evaluasi Kinerja Pegawai | Belum | _ | _ | _",
        ],
    );
    let bound = [((2, 3), vec!["Rina".to_owned()]), ((4, 4), vec!["Hasan".to_owned(), "Rina".to_owned()])];
    says(
        &forms::pack(&made.register, &bound, &SETUP),
        &[
            "NO | DOKUMEN | HALAMAN | DITANDATANGANI OLEH | SELESAI",
            "1 | Sasaran Kinerja Pegawai | 2–3 | Rina | _",
            "2 | Sasaran Kinerja Pegawai | _ | _ | Tinta, 12 Januari 2024",
            "3 | Evaluasi Kinerja Pegawai | 4 | Hasan, Rina | _",
        ],
    );
    let signers = document(EvaluationDocument, made.view("dewi"), &SETUP).signers();
    assert_eq!(signers, ["Dewi, S.Kom.", "Rina"]);
}

#[test]
fn a_keying_list_follows_the_screens_until_it_is_keyed() {
    let made = made();
    says(
        &forms::keying(&made.keying, &SETUP),
        &[
            "DAFTAR ISIAN E-KINERJA BKN / SEKSI ARSIP / PERIODE: TAHUN 2024",
            "0 dari 2 pegawai sudah diisikan.",
            "Dewi, S.Kom. · 19900101 202012 2 001",
            "Rencana – Hasil kerja",
            "2 | Utama 1 | Terbitnya statistik bulanan | _",
            "4 | Kuantitas | Statistik yang terbit | _",
            "5 | Target | 1.200 tabel | _",
            "Rencana – Perilaku kerja",
            "8 | Adaptif | Memakai perangkat baru | _",
            "Realisasi dan umpan balik",
            "Penilaian",
        ],
    );
    // Keyed after the decision of 18 February, and before it.
    let keyed_on = |day: &str| {
        let record = format!("received: 2025-01-20\nkeyed: {day}\n");
        lines(&forms::keying(&made_with("content/reviews/2024/dewi/record.yaml", &record).keying, &SETUP))
    };
    let said = keyed_on("2025-02-20");
    assert!(said.contains(&"Sudah diisikan 20 Februari 2025.".to_owned()), "{said:?}");
    assert!(said.contains(&"4 | Kuantitas | Statistik yang terbit | Sudah".to_owned()), "{said:?}");
    let said = keyed_on("2025-02-01");
    assert!(said.iter().any(|line| line.contains("18 Februari 2025 mengubah")), "{said:?}");
    assert!(said.contains(&"4 | Kuantitas | Statistik yang terbit | _".to_owned()), "{said:?}");
}
