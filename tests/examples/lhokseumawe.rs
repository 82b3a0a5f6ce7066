//! What `examples/lhokseumawe` shows.

use super::shown::{Example, Shown, Where};

pub(crate) const EXAMPLE: Example = Example {
    name: "lhokseumawe",
    shown: &[
        Shown {
            id: "000-A1",
            what: "competence is rated as knowledge and skills",
            place: Where::Page("employees/safrizal/2025.html"),
            says: &[
                "Kompetensi 81,00",
                "Pengetahuan: (70 × 80 + 30 × (260/3)) / 100 = 82.",
                "Kompetensi: (82 + 80) / 2 = 81.",
            ],
        },
        Shown {
            id: "000-A2",
            what: "behaviour is rated as attitude and work ethics",
            place: Where::Page("employees/safrizal/2025.html"),
            says: &[
                "Perilaku 81,00",
                "Etika kerja: (70 × 80 + 30 × (260/3)) / 100 = 82.",
                "Perilaku: (80 + 82) / 2 = 81.",
            ],
        },
        Shown {
            id: "000-A3",
            what: "results come from targets and outputs",
            place: Where::Page("employees/safrizal/2025.html"),
            says: &[
                "Hasil kerja 98,33",
                "Capaian 84 / 90 × 100 = 280/3 ≈ 93,3333 %.",
                "Hasil kerja: ((290/3) + 100) / 2 = 295/3",
            ],
        },
        Shown {
            id: "000-A3",
            what: "the three aspects, and no other, make the score",
            place: Where::Page("public/methodology.html"),
            says: &["Nilai kinerja = 30 % Kompetensi + 30 % Perilaku + 40 % Hasil kerja."],
        },
        Shown {
            id: "000-R1",
            what: "the direct superior rates",
            place: Where::Page("raters/nuraini/2025/mutia.html"),
            says: &["Pejabat penilai dr. Nuraini Hamzah", "“Sangat baik” pada 28 Januari 2026"],
        },
        Shown {
            id: "000-R2",
            what: "peers rate together, without their names",
            place: Where::Page("employees/safrizal/2025.html"),
            says: &["Rekan kerja (3 penilai) memberi Keterampilan rata-rata 220/3"],
        },
        Shown {
            id: "000-R2",
            what: "too few peers count for nothing and are not shown",
            place: Where::Page("employees/masyitah/2025.html"),
            says: &["ditampilkan bila paling sedikit 3", "kurang dari 3 penilai."],
        },
        Shown {
            id: "000-S1",
            what: "a period is a year or any other span",
            place: Where::Page("employees/mutia/index.html"),
            says: &[
                "1 Januari s.d. 31 Desember 2025",
                "1 Juli s.d. 31 Desember 2024",
                "Semester II Tahun 2024",
            ],
        },
        Shown {
            id: "000-S2",
            what: "everybody reports achievements and challenges",
            place: Where::Page("employees/mutia/2025.html"),
            says: &[
                "Rapat evaluasi selesai, 15 Januari 2026",
                "Capaian Pasien lanjut usia saya periksa",
                "Tantangan Hari Senin antrean tetap mengular",
            ],
        },
        Shown {
            id: "000-S2",
            what: "the evaluation meeting with its agenda, those present and its minutes",
            place: Where::Page("personnel/periods/2025.html"),
            says: &[
                "Rapat evaluasi 15 Januari 2026",
                "Setiap pegawai memaparkan capaian dan tantangannya, sepuluh menit.",
                "Masyitah Yunus, A.Md.T. Agenda",
                "Notulen Kepala Dinas memaparkan lebih dahulu",
            ],
        },
        Shown {
            id: "000-S3",
            what: "the rules are public",
            place: Where::Page("public/methodology.html"),
            says: &["Bobot penilai: Atasan langsung 70 % dan Rekan kerja 30 %.", "di bawah 90 Baik"],
        },
        Shown {
            id: "000-S3",
            what: "a score shows its formula and inputs, and what a decision changed",
            place: Where::Page("employees/safrizal/2025.html"),
            says: &[
                "Nilai kinerja: (30 × 81 + 30 × 81 + 40 × (295/3)) / 100 = 1319/15 ≈ 87,9333.",
                "di bawah 90, yaitu “Baik”.",
                "atas keberatan menetapkan Keterampilan menjadi “Baik”.",
                "sebelum putusan: 73,00",
            ],
        },
        Shown {
            id: "000-S3",
            what: "the program tells the same step by step, with the files it comes from",
            place: Where::Command(&["score", "--person", "safrizal", "--period", "2025", "--explain"]),
            says: &["content/reviews/2025/safrizal/decision.md:8", "≈ 87,9333"],
        },
        Shown {
            id: "000-I1",
            what: "a nurse is rated by fast and accurate service",
            place: Where::Page("employees/mutia/2025.html"),
            says: &[
                "Waktu dari pendaftaran sampai pemeriksaan awal Kecepatan layanan",
                "Catatan keperawatan lengkap pada audit acak Ketepatan layanan",
                "target 20 menit, realisasi 17 menit",
            ],
        },
        Shown {
            id: "000-I2",
            what: "a completed bridge counts as a full result",
            place: Where::Page("employees/agam/2025.html"),
            says: &[
                "“Jembatan selesai dan diserahterimakan”: target selesai, realisasi selesai. Capaian 100 %.",
                "Sangat baik",
            ],
        },
        Shown {
            id: "000-O1",
            what: "an appraisal leads to training and a career aim",
            place: Where::Page("employees/erlina/2025.html"),
            says: &[
                "Kodefikasi Penyakit bagi Perekam Medis",
                "Direncanakan 9 Maret 2026",
                "Arah karier Perekam Medis Mahir sesudah lulus pelatihan kodefikasi.",
            ],
        },
        Shown {
            id: "000-O1",
            what: "the weakest knowledge is a need, with the trainings that answer it",
            place: Where::Page("personnel/periods/2025-needs.html"),
            says: &[
                "Seluruh instansi 1 dari 10 0 dari 10",
                "Erlina Ginting, A.Md.R.M.I.K. Unit Layanan Kesehatan",
                "Kodefikasi Penyakit bagi Perekam Medis, direncanakan 9 Maret 2026",
            ],
        },
        Shown {
            id: "000-O1",
            what: "a very good result opens a career",
            place: Where::Page("personnel/periods/2025-talent.html"),
            says: &["Pengembangan karier Pengembangan · 3 orang", "Agam Maulida, S.T. Unit Prasarana Kota"],
        },
        Shown {
            id: "000-O2",
            what: "trainings by the local government, planned and completed",
            place: Where::Page("personnel/development.html"),
            says: &[
                "Badan Kepegawaian Kota Seulanga",
                "Darwin Simbolon Semester II Tahun 2024 Pengawasan Pekerjaan Drainase",
                "Selesai 15 Mei 2025",
            ],
        },
        Shown {
            id: "000-O2",
            what: "what followed on a training",
            place: Where::Page("personnel/development.html"),
            says: &["Darwin Simbolon · Pengetahuan:"],
        },
        Shown {
            id: "000-O3",
            what: "a guide against resistance: a means to grow",
            place: Where::Page("public/pages/sosialisasi.html"),
            says: &["sarana untuk berkembang, bukan beban", "keberatan dapat diajukan dalam 14 hari"],
        },
    ],
};
