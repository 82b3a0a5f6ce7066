//! What `examples/binawidya` shows.

use super::shown::{Example, Shown, Where};

pub(crate) const EXAMPLE: Example = Example {
    name: "binawidya",
    shown: &[
        Shown {
            id: "003-R1",
            what: "the person rates themselves, and it counts",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &[
                "Diri sendiri Atasan langsung Rekan sejawat 3 penilai",
                "menilai Kualitas kerja “Sangat baik” pada 4 Januari 2026, bernilai 100.",
            ],
        },
        Shown {
            id: "003-R1",
            what: "a person who sees their work otherwise than others is found",
            place: Where::Command(&["score", "--period", "2025", "--calibration"]),
            says: &["Tohir Mustafa, S.E.", "+0,58", "Nurlela Hutasuhut, S.Sos.", "−0,44"],
        },
        Shown {
            id: "003-R2",
            what: "the superior rates",
            place: Where::Page("raters/harjono/2025/tohir.html"),
            says: &[
                "Pejabat penilai Harjono Sastro, S.H.",
                "Harjono Sastro, S.H. menilai Kualitas kerja “Kurang” pada",
            ],
        },
        Shown {
            id: "003-R3",
            what: "peers rate together, without their names",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &["Rekan sejawat (3 penilai) memberi Ketepatan waktu rata-rata 200/3", "2 Cukup 1 Baik"],
        },
        Shown {
            id: "003-R3",
            what: "too few peers are neither counted nor shown",
            place: Where::Page("employees/sakti/2025.html"),
            says: &[
                "ditampilkan bila paling sedikit 3",
                "Rekan sejawat belum dihitung karena kurang dari 3 penilai.",
            ],
        },
        Shown {
            id: "003-R3",
            what: "the three sources stand side by side and are joined",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &[
                "Kualitas kerja Sangat baik Sangat baik 3 Baik",
                "Kualitas kerja: (20 × 100 + 50 × 100 + 30 × 80) / 100 = 94.",
            ],
        },
        Shown {
            id: "003-I1",
            what: "quality of work as accurate data: a share that is computed",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &["Data pokok yang akurat pada uji petik", "Keakuratan", "Capaian 97,2 / 98 × 100"],
        },
        Shown {
            id: "003-I2",
            what: "timeliness: a deadline, with what each day late takes off",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &["Pemutakhiran data keluarga tuntas", "Tenggat", "Terlambat 3 hari: 85 %."],
        },
        Shown {
            id: "003-I2",
            what: "a task done before its deadline loses nothing",
            place: Where::Page("employees/dinda/2025.html"),
            says: &["Purwarupa diperagakan", "Hasil kerja: (100 + 100) / 2 = 100."],
        },
        Shown {
            id: "003-I3",
            what: "adaptability is rated",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &["Kemampuan beradaptasi: (20 × 80 + 50 × 100 + 30 × (220/3)) / 100 = 88."],
        },
        Shown {
            id: "003-I1",
            what: "how results come about is explained to everybody",
            place: Where::Page("public/methodology.html"),
            says: &[
                "Nilai kinerja = 60 % Cara kerja + 40 % Hasil kerja.",
                "Setiap hari lewat tenggat mengurangi 5 %.",
            ],
        },
        Shown {
            id: "003-S1",
            what: "the person fills in the form first",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &["Form evaluasi diisi pegawai selesai, 4 Januari 2026"],
        },
        Shown {
            id: "003-S2",
            what: "the superior rates after it",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &["Penilaian atasan langsung selesai, 10 Januari 2026"],
        },
        Shown {
            id: "003-S2",
            what: "a superior who finds another figure says on what it rests",
            place: Where::Page("employees/tohir/2025.html"),
            says: &["83 %", "81 %", "Register pengembalian bidang: 40 dari 210 usul"],
        },
        Shown {
            id: "003-S3",
            what: "in the discussion the person clarifies points, and is answered",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &[
                "17 Januari 2026",
                "Klarifikasi Pemutakhiran lewat tiga hari",
                "Tanggapan Tanggal terima suratnya saya lihat",
            ],
        },
        Shown {
            id: "003-S3",
            what: "before the discussion the result is closed to the person",
            place: Where::Page("employees/agung/2025.html"),
            says: &["Hasil belum dibuka.", "Diskusi dan klarifikasi belum", "tampil setelah hasil dibuka"],
        },
        Shown {
            id: "003-S3",
            what: "discussions that are still to be held are listed",
            place: Where::Page("personnel/periods/2025-due.html"),
            says: &["Diskusi dan klarifikasi 2 orang", "Agung Wisnu, A.Md.", "30 Januari 2026"],
        },
        Shown {
            id: "003-S3",
            what: "who does not agree objects, and is heard",
            place: Where::Page("employees/bahri/2025.html"),
            says: &["Keberatan dikabulkan", "Ketepatan waktu Kurang → menjadi Cukup"],
        },
        Shown {
            id: "003-O1",
            what: "strengths and what to improve are told, and answered by a training",
            place: Where::Page("employees/harjono/2025.html"),
            says: &[
                "Kekuatan Kualitas kerja Ketepatan waktu",
                "Perlu ditingkatkan Komunikasi",
                "Cara menyampaikan teguran membuat staf diam dalam rapat.",
                "Komunikasi Direncanakan 3 Maret 2026",
            ],
        },
        Shown {
            id: "003-O1",
            what: "feedback is given during the year",
            place: Where::Page("employees/laksmi/2025.html"),
            says: &["22 Oktober 2025", "Dua kecamatan belum membalas."],
        },
        Shown {
            id: "003-O2",
            what: "outstanding people take part in leadership training and are considered for promotion",
            place: Where::Page("employees/selvi/2025.html"),
            says: &[
                "Luar biasa",
                "Pelatihan Kepemimpinan Pengawas",
                "Direncanakan 4 Mei 2026",
                "Arah karier Diusulkan menjadi kepala subbidang kepangkatan.",
            ],
        },
        Shown {
            id: "003-O2",
            what: "who communicates well works in a project across teams",
            place: Where::Page("employees/tiara/2025.html"),
            says: &["Berkas Pegawai Digital", "Komunikasi", "Tim Kolaborasi 2025"],
        },
        Shown {
            id: "003-O2",
            what: "who may take leadership training, work across teams or be promoted follows by rule",
            place: Where::Page("personnel/periods/2025-talent.html"),
            says: &[
                "Kesempatan mengikuti pelatihan kepemimpinan Pengembangan · 6 orang",
                "Peran dalam proyek kolaborasi tim",
                "Potensi promosi",
                "Luar biasa (94,00) (Tahun 2024) dan Luar biasa (96,63) (Tahun 2025)",
            ],
        },
        Shown {
            id: "003-O2",
            what: "the person sees what can follow",
            place: Where::Page("employees/selvi/2025.html"),
            says: &[
                "Yang dapat mengikuti hasil ini",
                "Kesempatan mengikuti pelatihan kepemimpinan",
                "Peran dalam proyek kolaborasi tim",
                "Potensi promosi",
            ],
        },
        Shown {
            id: "003-B1",
            what: "a lenient rater is pointed out, and one who gives everything alike",
            place: Where::Page("personnel/periods/2025-calibration.html"),
            says: &[
                "Memberi 5 orang rata-rata 0,90 dari skala; 4 penilai lain memberi 0,65",
                "0,14 dari skala",
                "Naik 0,30.",
            ],
        },
        Shown {
            id: "003-B1",
            what: "a severe rater is pointed out",
            place: Where::Page("personnel/periods/2025-calibration.html"),
            says: &["Memberi 5 orang rata-rata 0,53 dari skala; 4 penilai lain memberi 0,81"],
        },
        Shown {
            id: "003-B1",
            what: "colleagues who rate each other high are pointed out to the office",
            place: Where::Page("personnel/periods/2025-calibration.html"),
            says: &["Marsha Lumenta, S.Si. dan Yoga Pranata Adi, S.Kom."],
        },
        Shown {
            id: "003-B1",
            what: "self and others lie apart",
            place: Where::Page("personnel/periods/2025-calibration.html"),
            says: &["Tohir Mustafa, S.E.", "+0,58"],
        },
        Shown {
            id: "003-B1",
            what: "raters see themselves before they hand in",
            place: Where::Page("raters/bima/2025.html"),
            says: &["0,63 sampai 0,75", "Anda memberi setiap orang peringkat yang sama untuk semua hal."],
        },
        Shown {
            id: "003-B1",
            what: "after a declared conflict of interest somebody else rates",
            place: Where::Page("employees/kinanti/2025.html"),
            says: &["Pejabat penilai Ratri Handayani Puspa, M.M."],
        },
        Shown {
            id: "003-B1",
            what: "a rating despite a declared conflict is an error",
            place: Where::Command(&["explain", "R325"]),
            says: &["R325 (kesalahan)", "Orang yang menyatakan benturan kepentingan tidak saling menilai"],
        },
        Shown {
            id: "003-S3",
            what: "no release without a discussion",
            place: Where::Without("content/reviews/2025/laksmi/discussion.md", &["check"]),
            says: &[
                "R408",
                "Hasil dibuka bagi pegawai",
                "Diskusi dan klarifikasi",
                "content/reviews/2025/laksmi/discussion.md",
            ],
        },
        Shown {
            id: "003-S1",
            what: "no rating and no discussion without the own form",
            place: Where::Without("content/reviews/2025/tiara/self.md", &["check"]),
            says: &["R408", "Form evaluasi diisi pegawai", "content/reviews/2025/tiara/self.md"],
        },
    ],
};
