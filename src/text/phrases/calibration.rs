//! Phrases on how raters use their scales.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    ("calibration", "Kalibrasi", "Calibration"),
    (
        "calibration-lede",
        "Bagaimana skala dipakai: untuk dibahas bersama sebelum hasil dibuka. Angka di sini mengajak melihat, bukan \
         menyimpulkan.",
        "How the scales were used: to be talked over before results are released. The figures here invite a look; they \
         settle nothing.",
    ),
    (
        "calibration-held",
        "{n} orang ditahan karena berkasnya keliru dan tidak ikut dihitung.",
        "{n} {n|person is/people are} withheld because of errors in their files and not counted.",
    ),
    ("calibration-looks", "Patut dilihat bersama", "Worth a look together"),
    ("calibration-look", "Patut dilihat", "Worth a look"),
    (
        "calibration-nothing",
        "Tidak ada yang menonjol pada penilai yang dapat dibandingkan.",
        "Nothing stands out among the raters who can be compared.",
    ),
    ("calibration-raters", "Setiap penilai", "Rater by rater"),
    (
        "calibration-caption",
        "{kind}: dari yang memberi lebih tinggi ke yang memberi lebih rendah daripada penilai lain",
        "{kind}: from those who gave more than the others to those who gave less",
    ),
    (
        "calibration-few",
        "{n} penilai menilai kurang dari {least} orang: terlalu sedikit untuk mengatakan sesuatu.",
        "{n} {n|rater/raters} rated fewer than {least} {least|person/people}: too few to say anything.",
    ),
    ("calibration-rater", "Penilai", "Rater"),
    ("calibration-place", "Letak", "Place"),
    ("calibration-mean", "Rata-rata", "Mean"),
    ("calibration-others", "lain {n}", "others {n}"),
    ("calibration-difference", "Selisih", "Difference"),
    ("calibration-between", "Antarorang", "Between people"),
    ("calibration-within", "Antarhal", "Between items"),
    ("calibration-earlier", "Sebelumnya", "Earlier"),
    ("calibration-sign-higher", "lebih tinggi", "higher"),
    ("calibration-sign-lower", "lebih rendah", "lower"),
    ("calibration-sign-people", "orang sama", "people alike"),
    ("calibration-sign-items", "hal sama", "items alike"),
    ("calibration-sign-rose", "naik", "rose"),
    ("calibration-sign-fell", "turun", "fell"),
    (
        "calibration-higher",
        "Memberi {people} orang rata-rata {own} dari skala; {raters} penilai lain memberi {others} untuk hal yang sama. \
         Selisihnya {difference} ke atas.",
        "Gave {people} {people|person/people} on average {own} of the scale; the other {raters} {raters|rater/raters} gave \
         {others} for the same items. That is {difference} higher.",
    ),
    (
        "calibration-lower",
        "Memberi {people} orang rata-rata {own} dari skala; {raters} penilai lain memberi {others} untuk hal yang sama. \
         Selisihnya {difference} ke bawah.",
        "Gave {people} {people|person/people} on average {own} of the scale; the other {raters} {raters|rater/raters} gave \
         {others} for the same items. That is {difference} lower.",
    ),
    (
        "calibration-people-same",
        "Memberi {people} orang peringkat yang sama pada setiap hal; pada {raters} penilai lain, dua orang rata-rata \
         berbeda {others} dari skala.",
        "Gave {people} {people|person/people} the same rating on each item; with the other {raters} {raters|rater/raters}, \
         two people lie {others} of the scale apart on average.",
    ),
    (
        "calibration-people-alike",
        "Di antara {people} orang yang dinilai, dua orang rata-rata berbeda {own} dari skala; pada {raters} penilai lain \
         {others}.",
        "Among {people} {people|person/people} rated, two lie {own} of the scale apart on average; with the other {raters} \
         {raters|rater/raters} {others}.",
    ),
    (
        "calibration-people-all",
        "Memberi {people} orang peringkat yang sama pada setiap hal; penilai lain terlalu sedikit untuk dibandingkan.",
        "Gave {people} {people|person/people} the same rating on each item; other raters are too few to compare.",
    ),
    (
        "calibration-items-same",
        "Memberi masing-masing dari {people} orang peringkat yang sama untuk semua hal; pada {raters} penilai lain, dua hal \
         pada orang yang sama rata-rata berbeda {others} dari skala.",
        "Gave each of {people} {people|person/people} the same rating on everything; with the other {raters} \
         {raters|rater/raters}, two items of one person lie {others} of the scale apart on average.",
    ),
    (
        "calibration-items-alike",
        "Pada {people} orang yang dinilai, dua hal pada orang yang sama rata-rata berbeda {own} dari skala; pada {raters} \
         penilai lain {others}.",
        "For {people} {people|person/people} rated, two items of one person lie {own} of the scale apart on average; with \
         the other {raters} {raters|rater/raters} {others}.",
    ),
    (
        "calibration-items-all",
        "Memberi masing-masing dari {people} orang peringkat yang sama untuk semua hal; penilai lain terlalu sedikit untuk \
         dibandingkan.",
        "Gave each of {people} {people|person/people} the same rating on everything; other raters are too few to compare.",
    ),
    (
        "calibration-rose",
        "Memberi rata-rata {now} dari skala; pada {period}, untuk hal yang sama, {then} kepada {people} orang. Naik \
         {difference}.",
        "Gave on average {now} of the scale; in {period}, for the same items, {then} to {people} {people|person/people}. \
         That is a rise of {difference}.",
    ),
    (
        "calibration-fell",
        "Memberi rata-rata {now} dari skala; pada {period}, untuk hal yang sama, {then} kepada {people} orang. Turun \
         {difference}.",
        "Gave on average {now} of the scale; in {period}, for the same items, {then} to {people} {people|person/people}. \
         That is a fall of {difference}.",
    ),
    ("calibration-others-rose", "Perubahan penilai lain: {rose}.", "Change of the others: {rose}."),
    ("calibration-gaps", "Nilai diri dan nilai orang lain", "Own view and that of others"),
    (
        "calibration-gaps-note",
        "{m} dari {n} orang yang dapat dibandingkan melihat dirinya jauh berbeda.",
        "{m} of {n} {n|person/people} who can be compared {m|sees themselves/see themselves} clearly otherwise.",
    ),
    (
        "calibration-gaps-caption",
        "Nilai diri yang jauh berbeda, yang tertinggi lebih dahulu",
        "Own views that differ clearly, the highest first",
    ),
    ("calibration-own-view", "Nilai diri", "Own view"),
    ("calibration-others-view", "Orang lain", "Others"),
    ("calibration-by-raters", "{n} penilai", "{n} {n|rater/raters}"),
    ("calibration-items", "Hal", "Items"),
    ("calibration-pairs", "Rekan yang saling menilai lebih tinggi", "Colleagues who rated each other higher"),
    (
        "calibration-pairs-note",
        "{m} dari {n} pasangan yang saling menilai dan dapat dibandingkan. Hanya untuk pengelola kepegawaian.",
        "{m} of {n} {n|pair/pairs} who rated each other and can be compared. For the personnel office alone.",
    ),
    ("calibration-no-pairs", "Tidak ada pasangan yang menonjol.", "No pair stands out."),
    (
        "calibration-favour",
        "{by} memberi {to} rata-rata {gave} dari skala; {raters} penilai lain memberi {others} untuk {items} hal yang sama.",
        "{by} gave {to} on average {gave} of the scale; {raters} other {raters|rater/raters} gave {others} for the same \
         {items} {items|item/items}.",
    ),
    ("calibration-reading", "Cara membaca", "How to read it"),
    (
        "calibration-read-scale",
        "Setiap angka ialah letak pada skala: 0 untuk tingkat terendah, 1 untuk tingkat tertinggi. Perhitungannya tepat; yang \
         tampil dibulatkan ke dua desimal. Yang dihitung ialah peringkat sebagaimana diberikan, sebelum putusan atas \
         keberatan. Peringkat pimpinan yang mengikuti capaian organisasinya tidak dihitung, karena bukan pilihan penilai.",
        "Every figure is a place on the scale: 0 for the lowest level, 1 for the highest. They are computed exactly and shown \
         with two decimals. What counts is the rating as it was given, before decisions on objections. A head's rating \
         that follows from the organisation's is left out, since the rater does not choose it.",
    ),
    (
        "calibration-read-others",
        "Setiap penilai dibandingkan dengan penilai lain yang sejenis untuk hal yang sama, dan setiap hal dihitung sesering \
         ia sendiri menilainya. “Antarorang” ialah selisih rata-rata dua orang pada hal yang sama; “antarhal” ialah selisih \
         rata-rata dua hal pada orang yang sama. Garis tegak menunjukkan penilai lain, titik menunjukkan penilai itu sendiri.",
        "Each rater stands beside the other raters of the same kind for the same items, each item counted as often as they \
         rated it themselves. “Between people” is the mean difference of two people on the same item; “between items” is \
         that of two items of the same person. The upright line shows the others, the dot the rater.",
    ),
    (
        "calibration-read-least",
        "Tidak ada yang dikatakan tentang penilai yang menilai kurang dari {people} orang, bila penilai lain untuk suatu hal \
         kurang dari {raters}, atau bila hal yang dapat dibandingkan pada satu orang kurang dari {items}. Patut dilihat \
         berarti: rata-rata berselisih {clear} atau lebih, nilai diri berselisih {gap} atau lebih, atau jarak \
         antarorang atau antarhal paling banyak seperempat dari jarak pada penilai lain.",
        "Nothing is said of raters who rated fewer than {people} {people|person/people}, of items that fewer than {raters} \
         other {raters|rater/raters} rated, or of a person with fewer than {items} comparable {items|item/items}. Worth a \
         look means: means that differ by {clear} or more, an own view that differs by {gap} or more, or distances between \
         people or items of at most a quarter of those with others.",
    ),
    (
        "calibration-read-care",
        "Unit yang kuat pantas mendapat peringkat tinggi, dan rekan yang bekerja sama dengan baik wajar saling menilai baik. \
         Bacalah contoh dan bukti bersama penilainya. Peringkat tidak diubah hanya karena angka di halaman ini.",
        "A strong unit deserves high ratings, and colleagues who work well together may well rate each other high. Read \
         examples and evidence together with the rater. No rating changes because of the figures on this page alone.",
    ),
    (
        "calibration-public",
        "Sebelum hasil dibuka, bagian kepegawaian melihat bagaimana setiap penilai memakai skala, dan setiap pejabat penilai \
         bercermin pada angkanya sendiri. Tidak ada peringkat yang berubah karena hitungan itu; yang berubah hanya apa yang \
         diubah penilainya sendiri.",
        "Before results are released, the personnel office looks at how each rater uses the scales, and each rating official \
         at their own figures. No rating changes because of that arithmetic; only what raters change themselves.",
    ),
    ("mirror-before", "Sebelum Anda menyerahkan", "Before you hand in"),
    ("mirror-after", "Letak penilaian Anda", "Where your ratings stand"),
    (
        "mirror-note",
        "Untuk bercermin. Angka ialah letak pada skala: 0 untuk tingkat terendah, 1 untuk tingkat tertinggi. Pemberian \
         pejabat penilai lain tampil sebagai rentang, supaya penilaian seseorang tidak dapat dikenali.",
        "A mirror. Figures are places on the scale: 0 for the lowest level, 1 for the highest. What other rating officials \
         gave is shown as a band, so that nobody's ratings can be told.",
    ),
    (
        "mirror-caption",
        "Rata-rata peringkat Anda, dan pejabat penilai lain untuk hal yang sama",
        "The mean of your ratings, and other rating officials for the same items",
    ),
    ("mirror-period", "Periode", "Period"),
    ("mirror-own", "Rata-rata Anda", "Your mean"),
    ("mirror-others", "Pejabat penilai lain", "Other rating officials"),
    ("mirror-band", "{from} sampai {to}", "{from} to {to}"),
    ("mirror-raters", "dari paling sedikit {raters} penilai", "from at least {raters} {raters|rater/raters}"),
    (
        "mirror-too-few",
        "terlalu sedikit: tampil mulai {least} penilai lain yang tidak satu pun memberi lebih dari separuhnya",
        "too few: shown from {least} other {least|rater/raters} on, none of whom gave more than half of it",
    ),
    (
        "mirror-held",
        "ditahan sampai berkas yang keliru pada periode itu diperbaiki",
        "withheld until files of that period that have errors are corrected",
    ),
    (
        "mirror-people-same",
        "Anda memberi {people} orang peringkat yang sama pada setiap hal. Apakah kinerja mereka memang sama?",
        "You gave {people} {people|person/people} the same rating on each item. Is their performance really the same?",
    ),
    (
        "mirror-people-apart",
        "Pada hal yang sama, dua dari {people} orang yang Anda nilai rata-rata berbeda {apart} dari skala.",
        "On the same item, two of the {people} {people|person/people} you rated lie {apart} of the scale apart on average.",
    ),
    (
        "mirror-items-same",
        "Anda memberi setiap orang peringkat yang sama untuk semua hal. Adakah yang lebih kuat pada satu hal daripada yang \
         lain?",
        "You gave each person the same rating on everything. Is anybody stronger in one thing than in another?",
    ),
    (
        "mirror-items-apart",
        "Pada orang yang sama, dua hal rata-rata berbeda {apart} dari skala.",
        "For the same person, two items lie {apart} of the scale apart on average.",
    ),
];
