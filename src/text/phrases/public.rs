//! Phrases of public pages.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    ("public-home", "Beranda", "Home"),
    ("public-goals", "Sasaran dan capaian", "Goals and achievement"),
    ("public-method", "Cara menilai", "Methodology"),
    (
        "public-lede",
        "Apa yang ingin dicapai instansi ini, apa yang sudah tercapai, dan bagaimana kinerja pegawainya dinilai.",
        "What this agency wants to achieve, what it has achieved, and how the performance of its people is appraised.",
    ),
    (
        "public-promise",
        "Angka di sini selalu tentang instansi secara keseluruhan. Penilaian perorangan tidak diterbitkan.",
        "Figures here are always about the agency as a whole. Appraisals of single people are not published.",
    ),
    ("public-rating", "Capaian kinerja organisasi", "Organisation rating"),
    ("public-no-rating", "Belum ditetapkan", "Not decided yet"),
    ("public-decided", "ditetapkan {date}", "decided on {date}"),
    ("public-basis", "Dasar: {basis}", "Basis: {basis}"),
    ("public-reached-n", "{n} dari {m}", "{n} of {m}"),
    ("public-reached-label", "target tercapai", "targets reached"),
    ("public-people", "pegawai dinilai", "people appraised"),
    ("public-released", "pegawai sudah menerima hasilnya", "of people have been shown their result"),
    ("public-withheld", "Tidak ditampilkan", "Not shown"),
    ("public-share-below", "kurang dari {to}\u{a0}%", "less than {to}\u{a0}%"),
    ("public-share-from", "{from}\u{a0}% atau lebih", "{from}\u{a0}% or more"),
    ("public-share-between", "{from} sampai kurang dari {to}\u{a0}%", "{from} to less than {to}\u{a0}%"),
    (
        "public-why-few",
        "Angka ini terbit bila sedikitnya {n} orang dinilai, agar tidak ada yang dapat dikenali.",
        "This figure appears once at least {n} {n|person is/people are} appraised, so that nobody can be recognised.",
    ),
    (
        "public-why-held",
        "Angka ini ditahan selama ada berkas yang sedang diperbaiki.",
        "This figure is withheld while a file is being corrected.",
    ),
    (
        "public-why-not-final",
        "Angka ini terbit setelah periode dikunci dan masa keberatan berakhir, agar perubahannya tidak menunjuk seseorang.",
        "This figure appears once the period is locked and nobody may object any longer, so that no change points at anybody.",
    ),
    (
        "public-why-one-rater",
        "Angka ini ditahan karena hampir semua pegawai dinilai oleh satu orang.",
        "This figure is withheld because one person rated nearly everybody.",
    ),
    (
        "public-why-certain",
        "Angka ini ditahan karena akan memastikan hasil perorangan.",
        "This figure is withheld because it would make outcomes of single people certain.",
    ),
    ("public-all-goals", "Semua sasaran dan perjalanannya", "All goals and their course"),
    ("public-outcomes", "Hasil penilaian pegawai", "Outcomes of appraisals"),
    ("public-group", "Kelompok", "Group"),
    ("public-levels", "Terdiri atas", "Made up of"),
    ("public-share", "Bagian pegawai", "Share of people"),
    (
        "public-share-note",
        "Bagian ditulis dalam rentang, bukan angka pasti, agar tidak ada orang yang dapat dikenali. Batang pekat menunjukkan \
         batas bawah, batang pudar rentangnya.",
        "Shares are given as ranges, not as exact figures, so that nobody can be recognised. The solid bar shows the lower \
         bound, the pale bar the range.",
    ),
    ("public-teams", "Penghargaan tim", "Team awards"),
    ("public-members", "{n} anggota", "{n} {n|member/members}"),
    ("public-earlier", "Periode sebelumnya", "Earlier periods"),
    ("public-how", "Bagaimana nilai terjadi", "How outcomes come about"),
    (
        "public-how-lede",
        "Aturan, tabel, penilai, tahapan, dan batas penerbitan dijelaskan dengan kata-kata di satu halaman.",
        "Rules, table, raters, stages and the bounds of publication are explained in words on one page.",
    ),
    (
        "public-no-goals",
        "Sasaran periode ini belum dicatat.",
        "The goals of this period are not recorded yet.",
    ),
    ("public-indicator", "Indikator", "Indicator"),
    ("public-baseline", "Keadaan awal", "Baseline"),
    ("public-target", "Target", "Target"),
    ("public-realised", "Realisasi", "Realised"),
    ("public-achieved", "Capaian", "Achieved"),
    (
        "public-covered",
        "{percent} dari jalan sejak keadaan awal",
        "{percent} of the way from where it stood before",
    ),
    ("public-state", "Keadaan", "State"),
    ("public-source", "Sumber: {source}", "Source: {source}"),
    ("public-no-figure", "belum ada", "not yet"),
    ("public-reach-reached", "Tercapai", "Reached"),
    ("public-reach-missed", "Tidak tercapai", "Not reached"),
    ("public-reach-not-yet", "Belum tercapai", "Not reached yet"),
    ("public-reach-unknown", "Belum ada data", "No figure yet"),
    ("public-lower", "makin kecil makin baik", "less is better"),
    ("public-bar-said", "Realisasi {realised}, target {target}", "Realised {realised}, target {target}"),
    ("public-bar-title", "{measure}: realisasi dan target", "{measure}: realised and target"),
    ("public-trend-title", "{measure} dari tahun ke tahun", "{measure} over the years"),
    (
        "public-legend",
        "Batang: realisasi. Garis tegak: target. Bidang pudar: keadaan awal.",
        "Bar: realised. Upright line: target. Pale field: baseline.",
    ),
    (
        "public-legend-years",
        "Garis putus-putus pada grafik tahunan: target periode ini.",
        "Dashed line in the yearly charts: target of this period.",
    ),
    ("public-in-figures", "{title}: dalam angka", "{title}: in figures"),
    (
        "public-achieved-note",
        "Capaian dihitung sebagai realisasi dibagi target; bila makin kecil makin baik, sebagai dua dikurangi hasil bagi itu. \
         Di dalam rentang target, tepat waktu, atau selesai berarti 100 %.",
        "Achieved is realised divided by target; where less is better, two minus that quotient. Within the target range, \
         in time, or done is 100 %.",
    ),
    ("public-legal", "Dasar hukum", "Legal basis"),
    ("public-valid", "Berlaku sejak {date}", "In force since {date}"),
    ("public-rated", "Yang dinilai", "What is rated"),
    ("public-scale", "Tingkat", "Levels"),
    ("public-criteria", "Kriteria dan panduannya", "Criteria and their guides"),
    ("public-outcome", "Hasil akhir", "The outcome"),
    (
        "public-outcome-lede",
        "Baris dan kolom tabel bertemu di hasilnya. Tidak ada rata-rata dan tidak ada bobot.",
        "Row and column of the table meet at the outcome. There is no average and no weight.",
    ),
    ("public-raters", "Siapa yang menilai", "Who rates"),
    ("public-rater", "Penilai", "Rater"),
    ("public-rater-shown", "Tampil bagi pegawai", "Shown to the person"),
    ("public-rater-always", "selalu", "always"),
    (
        "public-rater-from",
        "sebagai gabungan, bila sedikitnya {n} orang",
        "pooled, from {n} {n|rater/raters} on",
    ),
    (
        "public-raters-note",
        "Pegawai melihat penilaian pihak lain setelah hasilnya dibuka baginya.",
        "A person sees the ratings of others once the result has been released to them.",
    ),
    ("public-organisation", "Kinerja organisasi dan pimpinannya", "The organisation and its head"),
    (
        "public-organisation-lede",
        "Capaian organisasi ditetapkan oleh pejabat di atasnya. Peringkat {component} pimpinannya mengikuti capaian itu.",
        "An organisation is rated by the official above it. The rating of its head in “{component}” follows from that.",
    ),
    (
        "public-organisation-plain",
        "Capaian organisasi ditetapkan oleh pejabat di atasnya.",
        "An organisation is rated by the official above it.",
    ),
    ("public-head", "{component} pimpinan", "{component} of its head"),
    ("public-distribution", "Sebaran hasil", "Spread of outcomes"),
    (
        "public-distribution-lede",
        "Sebaran hasil pegawai diperiksa terhadap capaian organisasi, mulai dari {n} pegawai. Sebaran yang tidak sesuai \
         menjadi peringatan bagi pengelola kepegawaian; tidak ada hasil yang diubah karenanya.",
        "The spread of outcomes is held against the rating of the organisation, from {n} {n|person/people} on. A spread that does not \
         fit is a warning to the personnel office; no outcome is changed by it.",
    ),
    ("public-rating-is", "Bila capaian organisasi", "Where the organisation is rated"),
    ("public-must", "Ketentuan", "Rule"),
    ("public-free", "tanpa ketentuan", "no rule"),
    ("public-nobody", "Tidak seorang pun {levels}.", "Nobody is {levels}."),
    (
        "public-at-most-percent",
        "Paling banyak {limit}\u{a0}% pegawai {levels}.",
        "At most {limit}\u{a0}% of people are {levels}.",
    ),
    (
        "public-at-least-percent",
        "Paling sedikit {limit}\u{a0}% pegawai {levels}.",
        "At least {limit}\u{a0}% of people are {levels}.",
    ),
    (
        "public-at-least-people",
        "Paling sedikit {limit} pegawai {levels}.",
        "At least {limit} of the people are {levels}.",
    ),
    ("public-stages", "Tahapan dan tenggat", "Stages and deadlines"),
    ("public-stage", "Tahap", "Stage"),
    ("public-deadline", "Tenggat", "Deadline"),
    ("public-basis-head", "Dasar", "Basis"),
    ("public-if-any", "bila ada", "if any"),
    ("public-no-deadline", "tanpa tenggat", "none"),
    ("public-days", "{n} hari {after}", "{n} {n|day/days} {after}"),
    ("public-workdays", "{n} hari kerja {after}", "{n} {n|workday/workdays} {after}"),
    ("public-after-start", "sejak awal periode", "from the start of the period"),
    ("public-after-end", "setelah akhir periode", "after the end of the period"),
    ("public-after-delivered", "setelah dokumen diserahkan", "after the document was handed over"),
    ("public-after-received", "setelah dokumen diterima", "after the document was received"),
    ("public-after-objection", "setelah keberatan diajukan", "after the objection was handed in"),
    ("public-objections", "Keberatan", "Objections"),
    (
        "public-objections-text",
        "Pegawai yang tidak sependapat dapat mengajukan keberatan atas butir yang disebutnya. Kedua pihak didengar, lalu \
         pejabat yang berwenang memutus. Putusan mengubah peringkat yang disebut di dalamnya; hasil akhir dihitung ulang dan \
         keduanya tersimpan.",
        "A person who does not agree can object to the items they name. Both sides are heard, then the official in charge \
         decides. A decision changes the ratings it names; the outcome is computed anew and both are kept.",
    ),
    ("public-privacy", "Yang tidak diterbitkan, dan mengapa", "What is not published, and why"),
    (
        "public-privacy-people",
        "Hasil, peringkat, komentar, keberatan, pembinaan, dan bimbingan seorang pegawai. Semua itu data pribadi; hanya yang \
         bersangkutan, penilainya, dan pengelola kepegawaian yang melihatnya.",
        "A person's outcome, ratings, comments, objections, discipline and coaching. These are personal data; only the person, \
         those who rate them and the personnel office see them.",
    ),
    (
        "public-privacy-units",
        "Angka unit kerja. Capaian sebuah unit adalah peringkat pimpinannya, dan angka beberapa unit dapat saling dikurangkan \
         sampai seseorang berdiri sendiri.",
        "Figures of units. What a unit achieved is the rating of its head, and figures of several units can be subtracted \
         until somebody stands alone.",
    ),
    (
        "public-privacy-names",
        "Nama, nomor induk, dan penerima penghargaan. Penghargaan tim terbit tanpa nama anggotanya.",
        "Names, identity numbers and who received an award. Awards to teams appear without their members.",
    ),
    ("public-shown", "Yang diterbitkan, dan batasnya", "What is published, and within which bounds"),
    (
        "public-bound-people",
        "Jumlah pegawai dan kelengkapan penilaian, bila sedikitnya {n} orang dinilai.",
        "Headcount and completeness, from {n} {n|person/people} on.",
    ),
    (
        "public-bound-outcomes",
        "Bagian kelompok hasil dalam rentang, bila sedikitnya {n} orang dinilai, periodenya terkunci, dan semua keberatan \
         sudah diputus.",
        "Shares of groups of outcomes as ranges, from {n} {n|person/people} on, once the period is locked and every objection decided.",
    ),
    (
        "public-bound-rater",
        "Bagian itu hanya bila di luar pegawai yang dinilai satu orang yang sama masih ada sedikitnya {n} orang lain, atau \
         tidak ada sama sekali.",
        "Those only if, beside the people any one rater decided on, at least {n} {n|other remains/others remain}, or none.",
    ),
    (
        "public-bound-goals",
        "Sasaran instansi dan capaiannya, serta capaian organisasi yang sudah ditetapkan.",
        "The agency's goals and what was achieved of them, and its own rating once decided.",
    ),
    ("public-groups", "Kelompok hasil yang diterbitkan", "Groups of outcomes as they are published"),
    ("public-not-found", "Halaman tidak ditemukan", "Page not found"),
    (
        "public-not-found-text",
        "Alamat ini tidak ada di sini. Mungkin halamannya berganti nama.",
        "There is nothing at this address. The page may have been renamed.",
    ),
    ("public-back", "Kembali ke beranda", "Back to the home page"),
];
