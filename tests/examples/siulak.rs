//! What `examples/siulak` shows.

use super::shown::{Example, Shown, Where};

pub(crate) const EXAMPLE: Example = Example {
    name: "siulak",
    shown: &[
        Shown {
            id: "001-S1",
            what: "a cycle is a year, year after year",
            place: Where::Page("employees/rina/index.html"),
            says: &[
                "1 Januari s.d. 31 Desember 2025",
                "1 Januari s.d. 31 Desember 2024 Tahun 2024",
                "4 dari 4 tahap wajib selesai",
            ],
        },
        Shown {
            id: "001-S2",
            what: "a report of what was achieved at the end of the year, with evidence",
            place: Where::Page("employees/rina/2025.html"),
            says: &[
                "Laporan capaian kinerja selesai, 5 Januari 2026",
                "Capaian Lima ratus dua belas layanan",
                "Bukti Register layanan kependudukan 2025",
            ],
        },
        Shown {
            id: "001-S3",
            what: "the superior finds the standard met, and exceeded",
            place: Where::Page("employees/rina/2025.html"),
            says: &[
                "“Memenuhi standar” pada 26 Januari 2026",
                "Syarat “Target terlampaui” dinyatakan terpenuhi.",
                "yaitu “Melampaui standar”.",
            ],
        },
        Shown {
            id: "001-S3",
            what: "the superior finds the standard not met",
            place: Where::Page("raters/yosrita/2025/budiarto.html"),
            says: &[
                "“Tidak memenuhi standar” pada 29 Januari 2026",
                "Sembilan dari dua puluh empat kunjungan",
            ],
        },
        Shown {
            id: "001-R1",
            what: "the superior rates",
            place: Where::Page("employees/jefri/2025.html"),
            says: &[
                "Pejabat penilai Afrizal Dt. Rajo, S.Sos.",
                "Atasan langsung Standar terpenuhi pada kedua indikator.",
            ],
        },
        Shown {
            id: "001-R2",
            what: "peers give their view together and without names",
            place: Where::Page("employees/jefri/2025.html"),
            says: &[
                "Rekan kerja 3 penilai",
                "Komunikasi Memadai Perlu ditingkatkan 2 Perlu ditingkatkan 1 Memadai",
            ],
        },
        Shown {
            id: "001-R2",
            what: "the view of too few peers is hidden",
            place: Where::Page("employees/sapril/2025.html"),
            says: &["Rekan kerja ditampilkan bila paling sedikit 3"],
        },
        Shown {
            id: "001-I1",
            what: "everybody sees the indicators of the year before there are results",
            place: Where::Page("employees/rina/2026.html"),
            says: &[
                "Hasil belum dibuka.",
                "Layanan dokumen kependudukan Jumlah 540 layanan belum setelah dibuka",
                "Petugas baru yang dibimbing sampai mandiri",
            ],
        },
        Shown {
            id: "001-I1",
            what: "and has them on paper",
            place: Where::Document("employees/rina/dokumen/2026-skp.pdf"),
            says: &[],
        },
        Shown {
            id: "001-O1",
            what: "weak communication leads to a training in communication",
            place: Where::Page("employees/jefri/2025.html"),
            says: &[
                "Perlu ditingkatkan Komunikasi",
                "Komunikasi Pelayanan Badan Kepegawaian Kabupaten Lembah Jernih 24 Komunikasi Direncanakan 10 Maret 2026",
            ],
        },
        Shown {
            id: "001-O1",
            what: "by a rule of the framework",
            place: Where::Page("employees/jefri/2025.html"),
            says: &["Pelatihan: Komunikasi Pelayanan", "Komunikasi: Perlu ditingkatkan (Tahun 2025)"],
        },
        Shown {
            id: "001-O2",
            what: "rewards: a certificate, a bonus, a promotion",
            place: Where::Page("employees/rina/2025.html"),
            says: &[
                "Petugas Teladan 2025",
                "Sertifikat, bonus Rp2.000.000, dan usul promosi menjadi koordinator loket",
            ],
        },
        Shown {
            id: "001-O2",
            what: "rewards follow by rule: certificate, bonus, and promotion after two years",
            place: Where::Page("employees/rina/2025.html"),
            says: &["Sertifikat penghargaan", "Bonus Penghargaan", "Dapat diusulkan promosi jabatan"],
        },
        Shown {
            id: "001-O3",
            what: "the ladder begins with guidance after the first year",
            place: Where::Page("employees/budiarto/2024.html"),
            says: &[
                "Pembinaan disiplin 26 Februari 2024 Pembinaan",
                "Pembinaan atas hasil 2023: rencana kunjungan bulanan.",
            ],
        },
        Shown {
            id: "001-O3",
            what: "and goes on to a written warning and a disciplinary measure",
            place: Where::Page("personnel/people/budiarto/2025.html"),
            says: &["20 Februari 2025 Teguran tertulis", "9 Februari 2026 Pemeriksaan disiplin dimulai"],
        },
        Shown {
            id: "001-O3",
            what: "the steps follow by rule: guidance, warning, discipline in the third year running",
            place: Where::Page("personnel/periods/2025-talent.html"),
            says: &[
                "Pembinaan oleh atasan Bimbingan · 1 orang",
                "Teguran tertulis Penempatan atau disiplin · 1 orang",
                "Tindakan disiplin Penempatan atau disiplin · 1 orang",
            ],
        },
        Shown {
            id: "001-O4",
            what: "a team award with its members",
            place: Where::Page("personnel/awards.html"),
            says: &[
                "Tim Terbaik 2025 11 Februari 2026 Pelayanan Jemput Bola ke Dusun",
                "Afrizal Dt. Rajo, S.Sos.; Rina Oktavia, A.Md.; Jefri Naldi; Mardalena, S.H.",
                "Piagam Bupati dan bonus tim Rp8.000.000",
            ],
        },
        Shown {
            id: "001-O4",
            what: "which the public sees without names",
            place: Where::Page("public/index.html"),
            says: &["Tim Terbaik 2025", "4 anggota"],
        },
        Shown {
            id: "001-O4",
            what: "the unit that reached most of its goals is proposed by rule",
            place: Where::Page("personnel/periods/2025-talent.html"),
            says: &["Usulan penghargaan", "1 Seksi Pelayanan Umum 108,8 % dari target, 2 indikator"],
        },
        Shown {
            id: "001-O5",
            what: "a career through training and education",
            place: Where::Page("employees/rina/2025.html"),
            says: &[
                "Pelatihan Kepemimpinan Pengawas",
                "Arah karier Koordinator loket pada 2026; melanjutkan pendidikan D-IV dengan izin belajar.",
            ],
        },
        Shown {
            id: "001-S2",
            what: "without the report an evaluation is an error",
            place: Where::Without("content/reviews/2025/rina/self.md", &["check"]),
            says: &["R408", "Evaluasi atasan sudah dilaksanakan, tetapi Laporan capaian kinerja belum"],
        },
    ],
};
