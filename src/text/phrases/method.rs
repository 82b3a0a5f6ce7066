//! How a regulation computes, in words.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    ("method-arithmetic", "Cara menghitung", "How it is computed"),
    ("method-numbers", "Angka {from} sampai {to}", "Numbers from {from} to {to}"),
    (
        "method-numbers-step",
        "Angka {from} sampai {to}, setiap {step}",
        "Numbers from {from} to {to}, in steps of {step}",
    ),
    ("method-sum", "{name} = {list}.", "{name} = {list}."),
    ("method-mean", "{name} = rata-rata dari {list}.", "{name} = the mean of {list}."),
    (
        "method-range",
        "Nilainya {from} sampai {to}; selebihnya dihitung {to}.",
        "It runs from {from} to {to}; more counts as {to}.",
    ),
    ("method-times", "Hasilnya dikalikan {n}.", "The result is multiplied by {n}."),
    ("method-cap", "Dihitung paling tinggi {n}.", "It counts as {n} at most."),
    (
        "method-rounded",
        "Dibulatkan ke {n} desimal sebelum dipakai.",
        "It is rounded to {n} {n|decimal/decimals} before it is used.",
    ),
    (
        "method-unrounded",
        "Rentang dibaca dari nilai yang tidak dibulatkan; yang dicetak {n} desimal.",
        "Bands see the unrounded number; {n} {n|decimal/decimals} are printed.",
    ),
    (
        "method-bands",
        "Dari nilai ke hasil; yang pertama cocok yang berlaku",
        "From numbers to outcomes; the first that fits counts",
    ),
    ("method-band-range", "Nilai", "Number"),
    ("method-band-when", "Syarat tambahan", "Further condition"),
    ("method-conditions", "Syarat tambahan", "Further conditions"),
    ("method-vetoes", "Pembatas hasil", "What holds an outcome down"),
    ("method-any-rating", "salah satu peringkat", "any rating"),
    (
        "method-veto",
        "Bila {of} paling tinggi “{mark}”, hasil akhir paling tinggi “{limit}”.",
        "Where {of} is “{mark}” or lower, the outcome is “{limit}” at most.",
    ),
    ("method-rated", "Dinilai sebagai satu kesatuan.", "It is rated as a whole."),
    ("method-raters", "Bobot penilai: {list}.", "Weights of raters: {list}."),
    ("method-applies", "Berlaku bagi {list}.", "It is for {list}."),
    (
        "method-achievement",
        "Capaian tiap indikator dihitung dalam persen: realisasi / target × 100. Untuk target berupa rentang: di dalamnya 100, di luarnya terhadap batas terdekat.",
        "The achievement of each indicator is a percentage: realised / target × 100. Of a range: 100 inside it, else against its nearer end.",
    ),
    (
        "method-lower-mirror",
        "Bila makin kecil makin baik: (2 − realisasi / target) × 100, tidak pernah di bawah 0.",
        "Where less is better: (2 − realised / target) × 100, never below 0.",
    ),
    (
        "method-lower-inverse",
        "Bila makin kecil makin baik: target / realisasi × 100.",
        "Where less is better: target / realised × 100.",
    ),
    ("method-late", "Setiap hari lewat tenggat mengurangi {n} %.", "Each day after a deadline takes {n} %."),
    (
        "method-achievement-cap",
        "Capaian dihitung paling tinggi {n} %.",
        "An achievement counts as {n} % at most.",
    ),
    (
        "method-line",
        "Capaian {range} bernilai {from} sampai {to}, sebanding.",
        "An achievement {range} is worth {from} to {to}, in proportion.",
    ),
    ("method-line-flat", "Capaian {range} bernilai {value}.", "An achievement {range} is worth {value}."),
    ("method-category", "Capaian {range}: {category}.", "An achievement {range}: {category}."),
    ("method-count", "Hasil kerja dengan {cases}: {category}.", "A result with {cases}: {category}."),
    ("method-count-least", "paling sedikit {list}", "at least {list}"),
    (
        "method-count-only",
        "paling sedikit {list} dan selebihnya {only}",
        "at least {list} and the rest {only}",
    ),
    ("method-count-otherwise", "Selain itu: {category}.", "Otherwise: {category}."),
    ("method-kinds", "Nilainya {list}.", "Its value is {list}."),
    (
        "method-additional",
        "Hasil kerja tambahan menambah nilai, paling banyak {cap} seluruhnya.",
        "Additional results add to the value, {cap} at most together.",
    ),
    ("method-weight", "bobot {n} %", "weight {n} %"),
    ("method-required", "Dituntut: {list}", "Required: {list}"),
    ("method-required-all", "yang lain", "everybody else"),
];
