//! What `examples/tangerang-selatan` shows.

use super::shown::{Example, Shown, Where};

pub(crate) const EXAMPLE: Example = Example {
    name: "tangerang-selatan",
    shown: &[
        Shown {
            id: "002-A1",
            what: "technical competence is rated, by criteria of the post",
            place: Where::Page("employees/ijah/2025.html"),
            says: &[
                "Kompetensi teknis 3,05",
                "Pengelolaan dokumen: (70 × 4 + 30 × (13/3)) / 100 = 4,1.",
                "Kompetensi teknis: (2 + 4,1) / 2 = 3,05.",
            ],
        },
        Shown {
            id: "002-A1",
            what: "a nurse is rated in what nurses must be able to do",
            place: Where::Page("employees/aisyah/2025.html"),
            says: &[
                "Kompetensi teknis 3,00",
                "Asuhan keperawatan: (70 × 4 + 30 × 4) / 100 = 4.",
                "Kompetensi teknis: (3 + 4 + 2) / 3 = 3.",
            ],
        },
        Shown {
            id: "002-A1",
            what: "what a post requires is stated",
            place: Where::Page("public/methodology.html"),
            says: &["Petugas layanan Mahir", "Pegawai administrasi Mahir"],
        },
        Shown {
            id: "002-A2",
            what: "attitude is rated",
            place: Where::Page("employees/ijah/2025.html"),
            says: &["Sikap 3,45", "Sikap: (3 + 3,9) / 2 = 3,45."],
        },
        Shown {
            id: "002-A3",
            what: "behaviour is rated",
            place: Where::Page("employees/ijah/2025.html"),
            says: &["Perilaku 3,60", "Perilaku: (3,9 + 3,3) / 2 = 3,6."],
        },
        Shown {
            id: "002-A3",
            what: "the three aspects, and no other, make the score",
            place: Where::Page("public/methodology.html"),
            says: &["Nilai kompetensi = 40 % Kompetensi teknis + 30 % Sikap + 30 % Perilaku."],
        },
        Shown {
            id: "002-S1",
            what: "the person fills in the appraisal first",
            place: Where::Page("employees/aisyah/2025.html"),
            says: &[
                "Dokumen penilaian diisi pegawai selesai, 3 Januari 2026",
                "Penilaian atasan langsung selesai, 9 Januari 2026",
            ],
        },
        Shown {
            id: "002-S2",
            what: "then the superior rates for the period",
            place: Where::Page("raters/melinda/2025/aisyah.html"),
            says: &[
                "1 Januari s.d. 31 Desember 2025",
                "menilai Komunikasi dengan masyarakat “Dasar” pada 9 Januari 2026",
            ],
        },
        Shown {
            id: "002-S2",
            what: "periods follow each other",
            place: Where::Page("employees/aisyah/index.html"),
            says: &["1 Januari s.d. 31 Desember 2025", "1 Januari s.d. 31 Desember 2024"],
        },
        Shown {
            id: "002-S3",
            what: "the feedback of peers joins, without names",
            place: Where::Page("employees/ijah/2025.html"),
            says: &[
                "Rekan kerja (3 penilai) memberi Kerja sama rata-rata 4.",
                "Kerja sama: (70 × 3 + 30 × 4) / 100 = 3,3.",
                "Kode arsipnya membuat orang lain ikut tertib.",
            ],
        },
        Shown {
            id: "002-S3",
            what: "too few peers are neither counted nor shown",
            place: Where::Page("employees/yonathan/2025.html"),
            says: &["ditampilkan bila paling sedikit 3", "kurang dari 3 penilai."],
        },
        Shown {
            id: "002-I1",
            what: "documents are a strength and information technology is to improve, on one record",
            place: Where::Page("employees/ijah/2025.html"),
            says: &[
                "Kekuatan Pengelolaan dokumen",
                "Perlu ditingkatkan Pemanfaatan teknologi informasi",
                "Pengelolaan dokumennya menjadi contoh",
                "Pemanfaatan teknologi informasi masih perlu bimbingan",
            ],
        },
        Shown {
            id: "002-I1",
            what: "the person clarifies the weakness",
            place: Where::Page("employees/ijah/2025.html"),
            says: &[
                "Klarifikasi Saya sudah dapat menyimpan dan mencari berkas di komputer",
                "Tanggapan Betul, dan itulah yang kita latih.",
            ],
        },
        Shown {
            id: "002-I2",
            what: "a difficulty in communicating with the public is found and answered by a training",
            place: Where::Page("employees/aisyah/2025.html"),
            says: &[
                "Komunikasi dengan masyarakat: (70 × 2 + 30 × 2) / 100 = 2.",
                "Komunikasi dengan masyarakat perlu dilatih",
                "Komunikasi dengan masyarakat Direncanakan 7 April 2026",
            ],
        },
        Shown {
            id: "002-O1",
            what: "a plan of personal development, with guidance by the superior",
            place: Where::Page("employees/iwan/2025.html"),
            says: &[
                "Pelayanan Prima di Puskesmas",
                "Bimbingan dan konseling 9 Februari 2026",
                "Tindak lanjut Membatalkan nomor ganda sendiri sebelum akhir Februari.",
            ],
        },
        Shown {
            id: "002-O1",
            what: "a career plan",
            place: Where::Page("employees/lilis/2025.html"),
            says: &["Arah karier Kepala Subbagian Keuangan"],
        },
        Shown {
            id: "002-O1",
            what: "a training was done, with its certificate",
            place: Where::Page("employees/aisyah/2024.html"),
            says: &[
                "Aplikasi Perkantoran dan Keamanan Data",
                "Selesai 17 April 2025",
                "Sertifikat Nomor 893.3/014/Diskominfo/2025",
            ],
        },
        Shown {
            id: "002-O2",
            what: "the office designs a programme where many are weak in public service",
            place: Where::Page("personnel/periods/2025.html"),
            says: &["pelayanan publik menjadi kelemahan bersama", "program pelatihan dua gelombang"],
        },
        Shown {
            id: "002-O1",
            what: "a career plan and a place among future leaders follow by rule",
            place: Where::Page("employees/desak/2025.html"),
            says: &["Rencana karier", "Kelompok calon pimpinan", "Sangat kompeten (88,37) (Tahun 2024)"],
        },
        Shown {
            id: "002-I2",
            what: "the training that answers the weakness follows by rule",
            place: Where::Page("employees/aisyah/2025.html"),
            says: &[
                "Yang dapat mengikuti hasil ini",
                "Pelatihan komunikasi dengan masyarakat",
                "Komunikasi dengan masyarakat: Dasar (Tahun 2025)",
            ],
        },
        Shown {
            id: "002-O2",
            what: "the office sees by unit and criterion how many are weak, and who needs a training",
            place: Where::Page("personnel/periods/2025-needs.html"),
            says: &[
                "Puskesmas Kenanga 1 dari 8",
                "5 dari 8",
                "0 dari 5 orang belum terjawab",
                "Pelayanan Prima di Puskesmas, direncanakan 21 April 2026",
            ],
        },
        Shown {
            id: "002-O2",
            what: "what followed trainings is shown",
            place: Where::Page("personnel/development.html"),
            says: &[
                "Aplikasi Perkantoran dan Keamanan Data 6 5 1 0",
                "Pemanfaatan teknologi informasi: 2,20 (Tahun 2024) → Mahir (Tahun 2025)",
            ],
        },
        Shown {
            id: "002-O2",
            what: "the programme reaches the people who need it",
            place: Where::Page("personnel/development.html"),
            says: &[
                "Pelayanan Prima di Puskesmas Badan Pengembangan SDM 32 Pelayanan publik Direncanakan 21 April 2026",
            ],
        },
        Shown {
            id: "002-O3",
            what: "staff take part in discussing the system",
            place: Where::Page("public/pages/budaya-umpan-balik.html"),
            says: &["Dibicarakan bersama", "Wakil perawat, petugas layanan, dan administrasi"],
        },
        Shown {
            id: "002-O3",
            what: "feedback is given during the year",
            place: Where::Page("employees/aisyah/2025.html"),
            says: &["24 Juni 2025", "Minta beliau mengulang sebelum pulang."],
        },
        Shown {
            id: "002-O3",
            what: "an objection is heard and decided",
            place: Where::Page("employees/fajar/2025.html"),
            says: &["Keberatan dikabulkan sebagian", "Komunikasi dengan masyarakat Dasar → menjadi Cakap"],
        },
        Shown {
            id: "002-S3",
            what: "without the superior, no feedback of peers can stand",
            place: Where::Without("content/reviews/2025/zulfa/supervisor.md", &["check"]),
            says: &[
                "R408",
                "Umpan balik rekan kerja",
                "Penilaian atasan langsung",
                "content/reviews/2025/zulfa/supervisor.md",
            ],
        },
        Shown {
            id: "002-S1",
            what: "without the own document, no rating of the superior can stand",
            place: Where::Without("content/reviews/2025/desak/self.md", &["check"]),
            says: &["R408", "Dokumen penilaian diisi pegawai", "content/reviews/2025/desak/self.md"],
        },
    ],
};
