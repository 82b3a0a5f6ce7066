//! Sentences of derivations.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    (
        "derive-rating",
        "{by} menetapkan {component} “{level}” pada {date}.",
        "{by} rated {component} “{level}” on {date}.",
    ),
    (
        "derive-rating-number",
        "{by} memberi {component} nilai {level} pada {date}.",
        "{by} gave {component} {level} on {date}.",
    ),
    (
        "derive-counts",
        "{by} menilai {component} “{level}” pada {date}, bernilai {value}.",
        "{by} rated {component} “{level}” on {date}, which counts as {value}.",
    ),
    (
        "derive-counts-plain",
        "{component} “{level}” bernilai {value}.",
        "{component} “{level}” counts as {value}.",
    ),
    (
        "derive-pool",
        "{kind} ({n} penilai) memberi {component} rata-rata {value}.",
        "{kind} ({n} {n|rater/raters}) gave {component} {value} on average.",
    ),
    (
        "derive-decision",
        "Putusan {by} tanggal {date} atas keberatan menetapkan {component} menjadi “{level}”.",
        "The decision of {by} of {date} on the objection set {component} to “{level}”.",
    ),
    ("derive-component", "{component} karena itu “{level}”.", "So {component} is “{level}”."),
    ("derive-no-component", "{component} belum ditetapkan.", "{component} is not rated yet."),
    ("derive-same", "{component}: {value}.", "{component}: {value}."),
    ("derive-join", "{component}: {formula} = {value}.", "{component}: {formula} = {value}."),
    (
        "derive-join-renormalised",
        "{component}: {formula} = {value}. Yang belum ada tidak ikut dihitung; bobotnya dibagikan kepada yang lain.",
        "{component}: {formula} = {value}. What is missing is left out; its weight goes to the others.",
    ),
    (
        "derive-no-join",
        "{component} belum dapat dihitung karena masih ada yang kurang.",
        "{component} cannot be computed yet, as something is missing.",
    ),
    ("derive-times", "{component}: {before} × {by} = {value}.", "{component}: {before} × {by} = {value}."),
    (
        "derive-cap",
        "{component}: {before}, dihitung paling tinggi {cap}, jadi {value}.",
        "{component}: {before}, counted as {cap} at most, so {value}.",
    ),
    (
        "derive-round",
        "{component}: {before} dibulatkan menjadi {value} ({decimals} desimal).",
        "{component}: {before} is rounded to {value} ({decimals} {decimals|decimal/decimals}).",
    ),
    (
        "derive-band",
        "{component}: {value} berada pada rentang {range}, yaitu “{level}”.",
        "{component}: {value} is within the band {range}, which is “{level}”.",
    ),
    ("edge-from", "mulai {n}", "from {n}"),
    ("edge-above", "di atas {n}", "above {n}"),
    ("edge-to", "sampai {n}", "to {n}"),
    ("edge-below", "di bawah {n}", "below {n}"),
    ("edge-up-to-below", "sampai di bawah {n}", "to below {n}"),
    ("edge-any", "mana pun", "of any number"),
    (
        "derive-veto",
        "Karena {component}, hasil paling tinggi “{limit}”: “{before}” menjadi “{value}”.",
        "Because of {component} the outcome is at most “{limit}”: “{before}” becomes “{value}”.",
    ),
    (
        "derive-figures",
        "{component}: target {target}, realisasi {realised}.",
        "{component}: target {target}, reached {realised}.",
    ),
    ("derive-nothing", "tidak ada", "none"),
    ("derive-baseline", "Keadaan awal {baseline}.", "It stood at {baseline} before."),
    (
        "derive-shared",
        "Realisasi diambil dari sasaran organisasi yang dikerjakan bersama.",
        "The figure is that of the organisation's goal, which several people share.",
    ),
    ("derive-achievement", "Capaian {formula} = {value} %.", "Achieved {formula} = {value} %."),
    (
        "derive-lower-nothing",
        "Realisasi nol, padahal makin kecil makin baik: capaian paling tinggi, {value} %.",
        "Nothing at all, where less is better: the most there can be, {value} %.",
    ),
    ("derive-inside", "Di dalam rentang target: {value} %.", "Inside the target range: {value} %."),
    ("derive-done", "Capaian {value} %.", "Achieved {value} %."),
    ("derive-in-time", "Tepat pada tenggat: {value} %.", "Right on the day: {value} %."),
    ("derive-late", "Terlambat {days} hari: {value} %.", "Late by {days} {days|day/days}: {value} %."),
    ("derive-early", "Lebih awal {days} hari: {value} %.", "Early by {days} {days|day/days}: {value} %."),
    (
        "derive-line",
        "{component}: capaian {before} bernilai {formula} = {value}.",
        "{component}: an achievement of {before} is worth {formula} = {value}.",
    ),
    (
        "derive-line-flat",
        "{component}: capaian {before} bernilai {value}.",
        "{component}: an achievement of {before} is worth {value}.",
    ),
    (
        "derive-target-is-max",
        "{component}: target yang tidak mungkin dilampaui tercapai penuh, dihitung {value}.",
        "{component}: a target that cannot be exceeded was fully reached, counted as {value}.",
    ),
    (
        "derive-count",
        "{component}: {counts}, jadi kategorinya “{level}”.",
        "{component}: {counts}, so its category is “{level}”.",
    ),
    (
        "derive-category-value",
        "{component}: kategori “{before}” bernilai {value}.",
        "{component}: the category “{before}” is worth {value}.",
    ),
    (
        "derive-additional",
        "Tambahan ({scope}): {formula} = {value}.",
        "Additional ({scope}): {formula} = {value}.",
    ),
    (
        "derive-no-additional",
        "Tambahan belum dapat dihitung karena masih ada yang kurang.",
        "What it adds cannot be computed yet, as something is missing.",
    ),
    ("derive-additional-name", "Hasil kerja tambahan", "Additional results"),
    (
        "derive-condition",
        "Syarat “{condition}” dinyatakan terpenuhi.",
        "The condition “{condition}” is stated to be met.",
    ),
    ("derive-period", "{period}: {value}.", "{period}: {value}."),
    ("derive-no-period", "{period} belum bernilai.", "{period} has no value yet."),
    (
        "derive-no-period-card",
        "Periode yang digabungkan belum bernilai.",
        "A period that is integrated has no value yet.",
    ),
    (
        "derive-matrix",
        "Dalam tabel, baris {rows} dan kolom {columns} bertemu di “{result}”: itulah {outcome}.",
        "In the table, the row of {rows} and the column of {columns} meet at “{result}”: the {outcome}.",
    ),
    (
        "derive-no-outcome",
        "Hasil belum dapat dibaca dari tabel karena masih ada yang kurang.",
        "The outcome cannot be read from the table yet, as something is missing.",
    ),
    (
        "derive-no-outcome-number",
        "Hasil belum dapat ditetapkan karena masih ada yang kurang.",
        "There is no outcome yet, as something is missing.",
    ),
    ("derive-no-assessment", "Penilaian pejabat penilai belum ada.", "The superior has not rated yet."),
    (
        "derive-no-rating",
        "Penilaian pejabat penilai belum memuat {component}.",
        "The superior's assessment does not rate {component} yet.",
    ),
    (
        "derive-few-raters",
        "{component}: {kind} belum dihitung karena kurang dari {n} penilai.",
        "{component}: {kind} do not count yet, as there are fewer than {n} of them.",
    ),
    ("derive-no-rater", "{component}: {kind} belum menilai.", "{component}: {kind} gave no rating yet."),
    ("derive-no-plan", "{component}: rencana belum ada.", "{component}: there is no plan yet."),
    (
        "derive-no-results",
        "{component}: rencana tidak memuat hasil kerja yang dinilai.",
        "{component}: the plan has no results that count.",
    ),
    ("derive-no-realisation", "{component}: realisasi belum ada.", "{component}: nothing is reported yet."),
    (
        "derive-no-figure",
        "{component}: target atau realisasi tidak dapat dihitung.",
        "{component}: target or realisation cannot be computed with.",
    ),
];
