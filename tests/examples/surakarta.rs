//! What `examples/surakarta` shows.

use super::shown::{Example, Shown, Where};

pub(crate) const EXAMPLE: Example = Example {
    name: "surakarta",
    shown: &[
        Shown {
            id: "004-A1",
            what: "somebody seldom at the office reaches the highest result",
            place: Where::Page("employees/bagas/2025.html"),
            says: &[
                "Hasil capaian Melampaui target",
                "Daftar hadir 84 persen dibicarakan terbuka",
                "Diterima. Kehadiran hanya keterangan dan tidak mengurangi capaian.",
                "Capaian: (30 × 75 + 70 × 120) / 100 = 106,5.",
            ],
        },
        Shown {
            id: "004-A1",
            what: "nobody needs to state attendance",
            place: Where::Page("employees/danang/2025.html"),
            says: &["Tercapai sebagian Nilai capaian 94,00", "Capaian: (50 × 100 + 50 × 88) / 100 = 94."],
        },
        Shown {
            id: "004-A1",
            what: "the rules say that attendance counts for nothing",
            place: Where::Page("public/methodology.html"),
            says: &[
                "Kehadiran dan jam kerja boleh ditampilkan sebagai keterangan, tetapi tidak dihitung",
                "Nilai capaian = Capaian.",
            ],
        },
        Shown {
            id: "004-A2",
            what: "every result supports a goal of the office or a result of the superior",
            place: Where::Page("employees/tuti/2025.html"),
            says: &[
                "Mendukung Kesehatan - setiap anak terlindungi imunisasi",
                "Realisasi diambil dari sasaran organisasi yang dikerjakan bersama.",
            ],
        },
        Shown {
            id: "004-A2",
            what: "people report what they contributed to a shared goal",
            place: Where::Page("employees/bagas/2025.html"),
            says: &["Sumbangan saya bagi cakupan kota ialah anak di seberang sungai"],
        },
        Shown {
            id: "004-A2",
            what: "who contributes what to each goal",
            place: Where::Page("personnel/periods/2025-goals.html"),
            says: &[
                "10 dari 10 orang dengan rencana mendukung sebuah sasaran",
                "Membuka layanan sore dan menempatkan vaksinator menurut peta anak terlewat.",
                "Penanggung jawab: Bidang Kesehatan",
            ],
        },
        Shown {
            id: "004-S1",
            what: "officials, experts and staff agreed to the framework, and changes have reasons",
            place: Where::Page("public/pages/penyusunan.html"),
            says: &[
                "Tim Ahli SDM Universitas Arumdalu",
                "Perwakilan pegawai, 33 dari 36 suara",
                "12 Desember 2024. Jam kerja ditambahkan sebagai keterangan",
            ],
        },
        Shown {
            id: "004-S1",
            what: "the framework is the built-in one with changes of the office",
            place: Where::Page("public/methodology.html"),
            says: &[
                "Penilaian Berbasis Capaian Kota Arumdalu",
                "Laporan capaian dan kontribusi 10 hari setelah akhir periode",
            ],
        },
        Shown {
            id: "004-S2",
            what: "performance data there were are gathered",
            place: Where::Page("public/pages/penyusunan.html"),
            says: &["41 angka kinerja yang sudah dicatat ketiga bidang"],
        },
        Shown {
            id: "004-S2",
            what: "figures of earlier years stand beside the goals",
            place: Where::Page("public/goals-2025.html"),
            says: &["Pencatatan imunisasi puskesmas 2025", "2022: 70; 2023: 73,5; 2024: 78; 2025: 87"],
        },
        Shown {
            id: "004-S3",
            what: "indicators are chosen by looking through the data",
            place: Where::Page("public/pages/penyusunan.html"),
            says: &["Enam angka dipilih karena berubah oleh kerja dinas"],
        },
        Shown {
            id: "004-S4",
            what: "a guide for everybody",
            place: Where::Page("public/pages/sosialisasi.html"),
            says: &[
                "apa yang berubah bagi warga karena pekerjaan kita",
                "Pendamping dari Sekretariat tersedia setiap Kamis.",
            ],
        },
        Shown {
            id: "004-S4",
            what: "trainings to work by achievement",
            place: Where::Page("personnel/development.html"),
            says: &["Bekerja dengan Target dan Capaian", "Selesai 12 Maret 2025"],
        },
        Shown {
            id: "004-I1",
            what: "the graduation rate, from its baseline",
            place: Where::Page("employees/yosef/2025.html"),
            says: &[
                "“Tingkat kelulusan SMP”: target 94 %, realisasi 94,3 %. Keadaan awal 91,2 %.",
                "(94,3 − 91,2) / (94 − 91,2) × 100 = 775/7",
            ],
        },
        Shown {
            id: "004-I1",
            what: "a rise in exam scores",
            place: Where::Page("employees/wahyu/2025.html"),
            says: &[
                "“Rata-rata nilai ujian akhir SMP”: target 71 poin, realisasi 70,4 poin. Keadaan awal 68,4 poin.",
            ],
        },
        Shown {
            id: "004-I2",
            what: "vaccination coverage counts for a nurse",
            place: Where::Page("employees/bagas/2025.html"),
            says: &[
                "“Cakupan imunisasi dasar lengkap”: target 90 %, realisasi 87 %. Keadaan awal 78 %.",
                "(87 − 78) / (90 − 78) × 100 = 75 %.",
            ],
        },
        Shown {
            id: "004-I2",
            what: "and, with the same figure, for an epidemiologist",
            place: Where::Page("employees/rukmini/2025.html"),
            says: &[
                "“Cakupan imunisasi dasar lengkap”: target 90 %, realisasi 87 %. Keadaan awal 78 %.",
                "Capaian: (40 × 75 + 60 × 100) / 100 = 90.",
            ],
        },
        Shown {
            id: "004-I2",
            what: "and for the head of the office",
            place: Where::Command(&["score", "--person", "hendrarto", "--period", "2025", "--explain"]),
            says: &["Cakupan imunisasi dasar lengkap", "content/goals/2025.yaml"],
        },
        Shown {
            id: "004-O1",
            what: "how goals of each division went over four years",
            place: Where::Page("public/goals-2025.html"),
            says: &[
                "Pendidikan - lebih banyak anak lulus dengan hasil yang lebih baik",
                "2022: 86,9; 2023: 88,7; 2024: 91,2; 2025: 94,3",
                "Sekretariat - layanan yang cepat dan dipercaya",
            ],
        },
        Shown {
            id: "004-O1",
            what: "how results of each unit went from year to year",
            place: Where::Page("personnel/trends.html"),
            says: &[
                "Bidang Kesehatan, Tahun 2024 Belum tercapai: 3; Tercapai sebagian: 1",
                "Bidang Kesehatan, Tahun 2025 Belum tercapai: 0; Tercapai sebagian: 2; Tercapai: 0; Melampaui target: 2",
            ],
        },
        Shown {
            id: "004-S4",
            what: "who does not reach the target is offered training and support",
            place: Where::Page("employees/rukmini/2025.html"),
            says: &["Pelatihan dan dukungan", "Penyebab dibahas lebih dahulu"],
        },
        Shown {
            id: "004-O1",
            what: "public trust over the years",
            place: Where::Page("public/goals-2025.html"),
            says: &[
                "Indeks kepercayaan masyarakat dari tahun ke tahun",
                "2022: 68,3; 2023: 70,1; 2024: 72,6; 2025: 75,8",
            ],
        },
        Shown {
            id: "004-A1",
            what: "attendance is shown and counts for nothing",
            place: Where::Page("employees/lestari/2025.html"),
            says: &["Keterangan yang tidak dihitung", "tidak dapat menggantikan hasil kerja"],
        },
        Shown {
            id: "004-I2",
            what: "a shared indicator shows the goal's figure and what the person contributes",
            place: Where::Page("employees/lestari/2025.html"),
            says: &["Bersama, dari sasaran", "Sumbangan:", "angka sasaran"],
        },
        Shown {
            id: "004-S1",
            what: "officials, experts and staff agreed to the system, and its changes have reasons",
            place: Where::Page("public/methodology.html"),
            says: &["Yang menyetujui", "pejabat", "ahli", "wakil pegawai", "Riwayat perubahan"],
        },
    ],
};
