//! The documents of units, of the agency, of awards and for the public, line by line.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "support/documents.rs"]
mod documents;
#[path = "support/words.rs"]
mod words;

use rapor::calendar::parse_date;
use rapor::check::{Checked, check};
use rapor::diagnostic::Severity;
use rapor::disclosure;
use rapor::insight::{PeriodInsight, survey};
use rapor::model::{Agency, load};
use rapor::pdf::Press;
use rapor::report::document::{Document, Paper, Seal};
use rapor::report::forms::{self, Setup};
use rapor::report::render;
use rapor::source::Sources;
use rapor::text::Lang;
use rapor::view::form;
use rapor::view::public::Public;
use words::lines;

const SETUP: Setup = Setup { paper: Paper::A4, emblem: None };

/// An agency of a head and three in a unit, all rated.
fn agency() -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = vec![];
    let mut put = |path: &str, text: &str| files.push((path.to_owned(), text.to_owned()));
    put("rapor.yaml", "name: {id: Balai Uji, en: Test Office}\nshort: Uji\nplace: Kota Uji\nlocale: id\n");
    put("content/units.yaml", "units:\n  balai: {name: Balai}\n  data: {name: Seksi Data, parent: balai}\n");
    put(
        "content/people/tuti.yaml",
        "names: {before: Dr., full: Tuti, after: M.Si.}\nids: {nip: \"197003121995032001\"}\nassignments:\n  - {from: 2020-01-01, unit: balai, position: Kepala Balai, class: jpt, head: true, rater: wali}\n",
    );
    put(
        "content/people/wali.yaml",
        "names: {full: Wali Uji}\nexternal: true\nassignments:\n  - {from: 2020-01-01, position: Wali Kota}\n",
    );
    for (id, name, head) in [
        ("hasan", "Hasan", ", head: true"),
        ("ani", "Ani", ""),
        ("budi", "Budi", ""),
        ("cici", "Cici", ""),
        ("dodi", "Dodi", ""),
    ] {
        let post = if head.is_empty() { "Pranata Komputer" } else { "Kepala Seksi Data" };
        let text = format!(
            "names: {{full: {name}}}\nassignments:\n  - {{from: 2020-01-01, unit: data, position: {post}, class: ja{head}}}\n"
        );
        put(&format!("content/people/{id}.yaml"), &text);
        let (by, level) = if id == "hasan" { ("tuti", "sesuai") } else { ("hasan", "di-atas") };
        let rated = format!(
            "---\nby: {by}\ndate: 2025-01-10\nratings: {{hasil-kerja: {level}, perilaku: {level}, adaptif: {}}}\n---\n## Catatan dan rekomendasi\nRAHASIA{id}\n",
            if id == "ani" { "di-bawah" } else { level }
        );
        put(&format!("content/reviews/2024/{id}/supervisor.md"), &rated);
    }
    put(
        "content/reviews/2024/ani/plan.yaml",
        "approach: kuantitatif\nresults:\n  hk1:\n    kind: utama\n    result: Terbitnya statistik\n    indicators:\n      jumlah: {aspect: kuantitas, measure: Statistik terbit, target: 12, unit: tabel}\n",
    );
    put(
        "content/reviews/2024/ani/self.md",
        "---\nby: ani\ndate: 2024-12-20\nrealisation:\n  hk1/jumlah: {value: 11}\n---\n## Capaian\nSebelas terbit.\n\n## Tantangan\nSatu mesin rusak.\n\n## Dukungan yang dibutuhkan\nMesin kedua.\n",
    );
    put(
        "content/reviews/2024/ani/development.yaml",
        "trainings:\n  - {training: digital, answers: adaptif, planned: 2025-05-20}\n",
    );
    put(
        "content/reviews/2024/budi/development.yaml",
        "trainings:\n  - {training: digital, planned: 2025-01-10, completed: 2025-01-15}\n",
    );
    put(
        "content/trainings.yaml",
        "trainings:\n  digital: {name: Literasi Digital, strengthens: [adaptif], hours: 20, provider: Badan Diklat}\n",
    );
    put(
        "content/periods/2024.yaml",
        "label: {id: Tahun 2024, en: Year 2024}\nframework: permenpan-6-2022\nfrom: 2024-01-01\nto: 2024-12-31\norganisation:\n  agency: {rating: baik, by: wali, date: 2025-01-12, basis: Laporan Kinerja}\n  units:\n    data: {rating: baik, by: tuti, date: 2025-01-11}\n",
    );
    put(
        "content/goals/2024.yaml",
        "goals:\n  mutu:\n    title: Meningkatnya mutu layanan\n    indicators:\n      indeks: {measure: Indeks, target: 80, realised: 84}\n",
    );
    put(
        "content/awards/2024.yaml",
        "awards:\n  tim:\n    title: Tim Terbaik\n    date: 2025-02-10\n    members: [ani, budi, cici]\n    reason: Membuka data bagi warga.\n  ani:\n    title: Penggerak Data\n    date: 2025-02-10\n    members: [ani]\n    reason: Membimbing rekan.\n",
    );
    put(
        "content/meetings/2024.md",
        "---\ndate: 2025-01-16\nplace: Aula\nchair: tuti\nsecretary: budi\nslots:\n  - {at: \"09:30\", person: ani, minutes: 45}\n  - {at: \"10:15\", person: cici, minutes: 20}\npresent: [tuti, ani]\nabsent: [cici]\n---\n\n## Agenda\n\n1. Paparan.\n\n## Notulen\n\nRapat dibuka.\n",
    );
    files
}

fn with<T>(files: Vec<(String, String)>, look: impl FnOnce(&Agency, &Checked, &[PeriodInsight]) -> T) -> T {
    let (sources, _) = Sources::from_files(files.into_iter().map(|(path, text)| (path, text.into_bytes())));
    let (agency, findings) = load(&sources, parse_date("2025-03-01").unwrap());
    let (checked, findings) = check(&agency, &sources, findings);
    let wrong: Vec<_> = findings.iter().filter(|finding| finding.severity() == Severity::Error).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let insights = survey(&checked);
    look(&agency, &checked, &insights)
}

/// The agency with some words in its files changed.
fn changed(changes: &[(&str, &str, &str)]) -> Vec<(String, String)> {
    let mut files = agency();
    for (path, from, to) in changes {
        let (_, text) = files.iter_mut().find(|(known, _)| known == path).unwrap();
        assert!(text.contains(from), "{path}: {from}");
        *text = text.replace(from, to);
    }
    files
}

/// Checks that a document says these lines, in this order, perhaps with others between, and that it can be printed.
fn says(document: &Document, wanted: &[&str]) {
    let said = lines(document);
    let mut rest = said.iter();
    for line in wanted {
        assert!(rest.any(|own| own == line), "{line}\nis not, or not in its place, in\n{}", said.join("\n"));
    }
    assert!(render(document, &Press::new().unwrap()).unwrap().pages > 0);
}

fn determination(files: Vec<(String, String)>, unit: Option<&str>, lang: Lang) -> Document {
    with(files, |agency, _, insights| {
        forms::determination(&form::determination(agency, &insights[0], unit, lang).unwrap(), &SETUP)
    })
}

#[test]
fn a_determination_sets_the_distribution_beside_its_rule() {
    let document = determination(agency(), Some("data"), Lang::Id);
    says(
        &document,
        &[
            "PENETAPAN HASIL EVALUASI KINERJA / SEKSI DATA / PERIODE: TAHUN 2024",
            "Capaian Kinerja Organisasi | BAIK",
            "Ditetapkan oleh | Dr. Tuti, M.Si.",
            "Tanggal penetapan | 11 Januari 2025",
            "Dasar | _",
            "NO | NAMA | JABATAN | HASIL KERJA | PERILAKU KERJA | PREDIKAT KINERJA PEGAWAI",
            "1 | Hasan | Kepala Seksi Data | Sesuai ekspektasi | Sesuai ekspektasi | Baik",
            "JUMLAH | 0 | 0 | 0 | 1 | 4 | 0 | 5",
            "NO | KETENTUAN | BATAS | JUMLAH | KEADAAN",
            "1 | Baik: paling banyak 70\u{a0}% | paling banyak 3 orang | 1 (20,0\u{a0}%) | Sesuai",
            "2 | Butuh Perbaikan atau Kurang/Misconduct: paling sedikit 1 orang | paling sedikit 1 orang | 0 (0,0\u{a0}%) | Kurang 1 orang",
            "Tidak sesuai pola distribusi. Dasar: SE MenPANRB 3/2023.",
            "ALASAN KETIDAKSESUAIAN",
            "Kota Uji, ____ / Kepala Seksi Data, / Hasan",
        ],
    );
    assert_eq!(document.date.to_string(), "2025-01-11");
    let rated_above = changed(&[(
        "content/periods/2024.yaml",
        "  units:\n    data: {rating: baik, by: tuti, date: 2025-01-11}\n",
        "",
    )]);
    says(
        &determination(rated_above, Some("data"), Lang::En),
        &[
            "Organisation rating | GOOD",
            "Set for | Test Office",
            "Set by | Wali Uji",
            "1 | Good: at most 70\u{a0}% | at most 3 people | 1 (20.0\u{a0}%) | \u{2013}",
            "This rating was set for the organisation above. Rule: SE MenPANRB 3/2023.",
        ],
    );
}

#[test]
fn the_agency_is_determined_by_its_leader_once_all_are_rated() {
    let document = determination(agency(), None, Lang::Id);
    says(
        &document,
        &[
            "PENETAPAN HASIL EVALUASI KINERJA / BALAI UJI / PERIODE: TAHUN 2024",
            "Diperiksa setelah semua orang berpredikat. Dasar: SE MenPANRB 3/2023.",
            "Kota Uji, ____ / Kepala Balai, / Dr. Tuti, M.Si. / NIP 19700312 199503 2 001",
        ],
    );
    assert!(!lines(&document).iter().any(|line| line == "ALASAN KETIDAKSESUAIAN"));
}

/// Another framework brings its own words, and no rule: nothing of the civil service may be said.
#[test]
fn no_word_of_the_civil_service_comes_from_the_forms() {
    let mut files = agency();
    files.retain(|(path, _)| {
        !path.starts_with("content/reviews") && !path.contains("goals") && !path.contains("trainings")
    });
    for (path, text) in &mut files {
        if path.contains("periods") {
            *text = "label: Year 2024\nframework: generic-360\nfrom: 2024-01-01\nto: 2024-12-31\n".to_owned();
        }
        if path.contains("people/") {
            *text = text.replace("ids: {nip: \"197003121995032001\"}\n", "");
            *text = text.replace(", class: jpt", "").replace(", class: ja", "");
        }
    }
    with(files, |agency, _, insights| {
        for lang in [Lang::Id, Lang::En] {
            let insight = &insights[0];
            let mut said = vec![];
            let sheet = form::determination(agency, insight, None, lang).unwrap();
            said.extend(lines(&forms::determination(&sheet, &SETUP)));
            said.extend(lines(&forms::recap(&form::recap(agency, insight, None, lang).unwrap(), &SETUP)));
            said.extend(lines(&forms::meeting(&form::meeting(agency, insight, lang).unwrap(), &SETUP)));
            let award = form::certificate(agency, insight.period, "tim", lang).unwrap();
            said.extend(lines(&forms::certificate(&award, &SETUP)));
            let view =
                form::form(agency, insight.period, "ani", insight.scorecards.get("ani"), lang).unwrap();
            said.extend(lines(&forms::plan(&view, &SETUP)));
            said.extend(lines(&forms::evaluation(&view, &SETUP)));
            said.extend(lines(&forms::evaluation_document(&view, &SETUP)));
            let said = said.join("\n");
            let civil = [
                "NIP",
                "SKP",
                "PREDIKAT",
                "ASN",
                "distribusi",
                "SASARAN KINERJA",
                "PEJABAT PENILAI",
                "PANGKAT",
            ];
            for word in
                civil.into_iter().chain(["RATING OFFICIAL", "Pejabat Penilai", "STAFF NUMBER", "RANK"])
            {
                assert!(!said.contains(word), "{word} in\n{said}");
            }
        }
    });
}

#[test]
fn a_training_plan_says_who_needs_what_and_who_takes_what_when() {
    with(agency(), |agency, _, insights| {
        let plan = |unit, lang| {
            let plan = form::training_plan(agency, insights, &insights[0], unit, lang).unwrap();
            forms::training_plan(&plan, &SETUP)
        };
        says(
            &plan(Some("data"), Lang::Id),
            &[
                "RENCANA PELATIHAN / SEKSI DATA / PERIODE: TAHUN 2024",
                "NO | YANG PERLU DIKUATKAN | DINILAI | MEMERLUKAN | SUDAH DIRENCANAKAN ATAU SELESAI",
                "1 | Adaptif | 5 | 1 | 1",
                "1 | Literasi Digital | Badan Diklat | 20 JP | 1 | 20 JP | Triwulan II 2025",
                "JUMLAH | 1 | 20 JP | _",
                "Literasi Digital",
                "1 | Ani | Pranata Komputer | Seksi Data | Adaptif | Triwulan II 2025 (20 Mei 2025)",
                "1 | Budi | Literasi Digital | 20 JP | 15 Januari 2025",
                "Kota Uji, ____ / Kepala Seksi Data, / Hasan",
            ],
        );
        says(&plan(None, Lang::En), &["TRAINING PLAN / TEST OFFICE / PERIOD: YEAR 2024"]);
    });
}

#[test]
fn a_certificate_has_a_page_for_the_team_and_for_each_member() {
    with(agency(), |agency, _, insights| {
        let certificate = |award, lang| {
            let view = form::certificate(agency, insights[0].period, award, lang).unwrap();
            forms::certificate(&view, &SETUP)
        };
        let team = certificate("tim", Lang::Id);
        says(
            &team,
            &[
                "PIAGAM PENGHARGAAN",
                "diberikan kepada",
                "tim beranggotakan 3 orang",
                "Ani / Budi / Cici",
                "untuk penghargaan",
                "Tim Terbaik",
                "Membuka data bagi warga.",
                "Kota Uji, 10 Februari 2025 / Kepala Balai, / Dr. Tuti, M.Si. / NIP 19700312 199503 2 001",
                "----",
                "Ani",
                "sebagai anggota tim, untuk penghargaan",
                "----",
                "Budi",
                "----",
                "Cici",
            ],
        );
        let press = Press::new().unwrap();
        assert_eq!(render(&team, &press).unwrap().pages, 4);
        let one = certificate("ani", Lang::En);
        says(&one, &["CERTIFICATE OF AWARD", "is given to", "Ani", "for the award", "Penggerak Data"]);
        assert_eq!(render(&one, &press).unwrap().pages, 1);
        assert!(form::certificate(agency, insights[0].period, "lain", Lang::Id).is_none());
    });
}

#[test]
fn twelve_long_names_stay_on_one_page() {
    with(agency(), |agency, _, insights| {
        let mut view = form::certificate(agency, insights[0].period, "tim", Lang::Id).unwrap();
        let long = |n: usize| format!("Prof. Dr. Ir. Nama Panjang Sekali Nomor {n}, S.Kom., M.Kom., M.Si.");
        view.recipients = (1..=12).map(long).collect();
        view.reason = "Menata arsip lima puluh tahun dan membukanya bagi siapa saja. ".repeat(5);
        view.project = Some("Arsip untuk Semua".to_owned());
        let (papers, emblems) = ([Paper::A4, Paper::F4, Paper::Letter], [None, Some(documents::picture())]);
        for (paper, emblem) in papers.iter().flat_map(|paper| emblems.iter().map(move |one| (paper, one))) {
            let setup = Setup { paper: *paper, emblem: emblem.clone() };
            let mut team = forms::certificate(&view, &setup);
            team.seal = Some(Seal {
                code: "ABCD-EFGH-JKLM-NPQR".to_owned(),
                target: "https://kinerja.example.go.id/v/0123456789abcdef.html#ABCDEFGHJKLMNPQR".to_owned(),
                alt: "QR".to_owned(),
                label: "Kode dokumen".to_owned(),
                words: "Pindai untuk memeriksa".to_owned(),
                on_every_row: true,
            });
            let made = render(&team, &Press::new().unwrap()).unwrap();
            assert_eq!(made.pages, 13);
            let mut few = view.clone();
            few.recipients.truncate(5);
            assert_eq!(render(&forms::certificate(&few, &setup), &Press::new().unwrap()).unwrap().pages, 6);
        }
    });
}

#[test]
fn a_meeting_pack_keeps_time_and_names_who_was_there() {
    with(agency(), |agency, _, insights| {
        let view = form::meeting(agency, &insights[0], Lang::Id).unwrap();
        let document = forms::meeting(&view, &SETUP);
        says(
            &document,
            &[
                "RAPAT EVALUASI KINERJA / BALAI UJI / PERIODE: TAHUN 2024",
                "Hari, tanggal | Kamis, 16 Januari 2025",
                "Tempat | Aula",
                "1 | 09:30\u{2013}10:15 | Ani | Pranata Komputer | 45 menit | 45 menit",
                "2 | 10:15\u{2013}10:35 | Cici | Pranata Komputer | 20 menit | 65 menit",
                "----",
                "09:30  Ani",
                "1 | Terbitnya statistik | Statistik terbit | 12 tabel | 11 tabel",
                "Capaian",
                "Sebelas terbit.",
                "Tantangan",
                "Satu mesin rusak.",
                "Untuk dibicarakan",
                "Mesin kedua.",
                "CATATAN RAPAT",
                "----",
                "10:15  Cici",
                "DAFTAR HADIR",
                "1 | Dr. Tuti, M.Si. | Kepala Balai | Hadir | 1.",
                "2 | Budi | Pranata Komputer | \u{2013} | 2.",
                "3 | Ani | Pranata Komputer | Hadir | 3.",
                "4 | Cici | Pranata Komputer | Berhalangan | 4.",
                "5 | Hasan | Kepala Seksi Data | \u{2013} | 5.",
                "NOTULEN",
                "Rapat dibuka.",
                "Notulis, / Budi",
                "Kota Uji, 16 Januari 2025 / Pemimpin Rapat, / Dr. Tuti, M.Si. / NIP 19700312 199503 2 001",
            ],
        );
        let said = lines(&document).join("\n");
        assert!(!said.contains("RAHASIA") && !said.contains("ekspektasi"), "{said}");
    });
    let ahead = changed(&[(
        "content/meetings/2024.md",
        "present: [tuti, ani]\nabsent: [cici]\n---\n\n## Agenda\n\n1. Paparan.\n\n## Notulen\n\nRapat dibuka.\n",
        "---\n",
    )]);
    with(ahead, |agency, _, insights| {
        let view = form::meeting(agency, &insights[0], Lang::En).unwrap();
        let document = forms::meeting(&view, &SETUP);
        says(
            &document,
            &["NO | NAME | POST | SIGNATURE", "1 | Dr. Tuti, M.Si. | Kepala Balai | 1.", "MINUTES", "_"],
        );
    });
}

#[test]
fn the_public_report_says_what_the_public_page_says_and_names_nobody() {
    with(agency(), |agency, checked, insights| {
        let public = Public {
            lang: Lang::Id,
            today: agency.today,
            agency: &agency.config.as_ref().unwrap().name.value,
            periods: &disclosure::release(checked, insights),
            pages: &[],
            frameworks: &[insights[0].period.framework.as_deref().unwrap()],
            bounds: disclosure::bounds(checked),
        };
        let document = forms::transparency(&public.report("2024").unwrap(), &SETUP);
        says(
            &document,
            &[
                "LAPORAN TRANSPARANSI KINERJA / BALAI UJI / TAHUN 2024",
                "Secara ringkas",
                "Capaian Kinerja Organisasi | Baik, ditetapkan 12 Januari 2025. Dasar: Laporan Kinerja",
                "Target yang tercapai | 1 dari 1",
                "Pegawai yang dinilai | Tidak ditampilkan. Angka ini terbit bila sedikitnya 10 orang dinilai, agar tidak ada yang dapat dikenali.",
                "Hasil penilaian pegawai",
                "Indikator | Keadaan awal | Target | Realisasi | Capaian | Keadaan",
                "Meningkatnya mutu layanan",
                "Indeks | _ | 80 | 84 | 105,0\u{a0}% | Tercapai",
                "Penghargaan tim",
                "* Tim Terbaik (10 Februari 2025; 3 anggota). Membuka data bagi warga.",
                "Cara menilai",
                "Mengapa tidak ada nama",
            ],
        );
        let said = lines(&document).join("\n");
        for name in ["Tuti", "Hasan", "Ani", "Budi", "Cici", "Dodi", "Wali", "RAHASIA"] {
            assert!(!said.contains(name), "{name}");
        }
        assert!(public.report("2023").is_none());
    });
}

/// The forms of a person take their names from the framework too, and general ones where it brings none.
#[test]
fn forms_are_called_as_the_framework_calls_them() {
    let under = |framework: &str| {
        let mut files = agency();
        files.retain(|(path, _)| {
            !path.starts_with("content/reviews") && !path.contains("goals") && !path.contains("trainings")
        });
        for (path, text) in &mut files {
            if path.contains("periods") {
                *text = "label: Tahun 2024\nframework: own\nfrom: 2024-01-01\nto: 2024-12-31\n".to_owned();
            }
            *text = text.replace(", class: jpt", "").replace(", class: ja", "");
        }
        let trainings = "trainings:\n  clear-communication: {name: A}\n  giving-feedback: {name: B}\n  planning-work: {name: C}\n  problem-solving: {name: D}\n  learning-at-work: {name: E}\n";
        files.push(("content/trainings.yaml".to_owned(), trainings.to_owned()));
        files.push(("content/frameworks/own.yaml".to_owned(), framework.to_owned()));
        with(files, |agency, _, insights| {
            let view = form::form(agency, insights[0].period, "ani", None, Lang::Id).unwrap();
            let document = forms::plan(&view, &SETUP);
            says(&forms::evaluation_document(&view, &SETUP), &[]);
            (document.title.clone(), lines(&document))
        })
    };
    let (title, said) = under("extends: generic-360\nlabel: Kerangka Uji\n");
    assert!(title.starts_with("Rencana Kinerja \u{2013} Ani"), "{title}");
    let said = said.join("\n");
    for line in
        ["NO | PEGAWAI YANG DINILAI | NO | ATASAN", "1 | NAMA | Ani | 1 | NAMA | Hasan", "2 | JABATAN"]
    {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
    let (title, said) = under(
        "extends: generic-360\nlabel: Kerangka Uji\nforms: {plan: Rencana Kerja Studio, rater: Pembimbing}\ngrades: {S1: Perintis}\n",
    );
    assert!(title.starts_with("Rencana Kerja Studio \u{2013} Ani"), "{title}");
    let said = said.join("\n");
    for line in
        ["RENCANA KERJA STUDIO", "| NO | PEMBIMBING", "2 | NOMOR INDUK | _", "3 | PANGKAT/GOLONGAN | _"]
    {
        assert!(said.contains(line), "{line} is not in\n{said}");
    }
    assert!(said.contains("Pembimbing, / Hasan / Nomor Induk ____"), "{said}");
}

/// Who came into office between the end of the period and the last rating determines.
#[test]
fn who_is_in_office_when_all_is_set_determines() {
    let mut files = changed(&[(
        "content/people/tuti.yaml",
        "{from: 2020-01-01, unit: balai",
        "{from: 2020-01-01, to: 2025-01-11, unit: balai",
    )]);
    let follows = "names: {full: Yuni}\nassignments:\n  - {from: 2025-01-12, unit: balai, position: Kepala Balai, class: jpt, head: true, rater: wali}\n";
    files.push(("content/people/yuni.yaml".to_owned(), follows.to_owned()));
    says(&determination(files, None, Lang::Id), &["Kota Uji, ____ / Kepala Balai, / Yuni / NIP ____"]);
}

#[test]
fn a_planned_training_whose_day_passed_has_lapsed() {
    let files = changed(&[("content/reviews/2024/ani/development.yaml", "2025-05-20", "2025-02-20")]);
    with(files, |agency, _, insights| {
        let plan = form::training_plan(agency, insights, &insights[0], Some("data"), Lang::Id).unwrap();
        assert_eq!((plan.needs[0].people, plan.needs[0].answered), (1, 0));
        let when = plan.programme[0].participants[0].when;
        assert_eq!(when, form::When::Lapsed(parse_date("2025-02-20").unwrap()));
    });
}
