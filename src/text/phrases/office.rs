//! Phrases of the documents of units, of the agency and of awards.

use super::Row;

pub(super) const ROWS: &[Row] = &[
    ("office-determination", "PENETAPAN HASIL EVALUASI KINERJA", "DETERMINATION OF PERFORMANCE OUTCOMES"),
    (
        "office-determined",
        "{outcome} {about} untuk {period} ditetapkan seperti tercantum di bawah ini.",
        "The outcomes ({outcome}) of {about} for {period} are determined as set out below.",
    ),
    ("office-set-of", "Ditetapkan untuk", "Set for"),
    ("office-set-by", "Ditetapkan oleh", "Set by"),
    ("office-set-on", "Tanggal penetapan", "Set on"),
    ("office-basis", "Dasar", "Basis"),
    (
        "office-rated-above",
        "Capaian ini ditetapkan untuk organisasi di atasnya",
        "This rating was set for the organisation above",
    ),
    ("office-distribution", "DISTRIBUSI", "DISTRIBUTION"),
    ("office-open", "Belum ada", "Not yet"),
    ("office-chart-alt", "{outcome} dari {n} orang: {list}", "{outcome} of {n} {n|person/people}: {list}"),
    ("office-pattern", "Gambaran pola distribusi", "Shape of the distribution pattern"),
    ("office-came-out", "Hasil (orang)", "Outcomes (people)"),
    ("office-demand", "KETENTUAN", "DEMAND"),
    ("office-limit", "BATAS", "LIMIT"),
    ("office-standing", "KEADAAN", "STANDING"),
    ("office-demand-none", "{levels}: tidak seorang pun", "{levels}: nobody"),
    ("office-demand-most", "{levels}: paling banyak {limit}\u{a0}%", "{levels}: at most {limit}\u{a0}%"),
    ("office-demand-least", "{levels}: paling sedikit {limit}\u{a0}%", "{levels}: at least {limit}\u{a0}%"),
    (
        "office-demand-people",
        "{levels}: paling sedikit {limit} orang",
        "{levels}: at least {limit} {limit|person/people}",
    ),
    ("office-limit-most", "paling banyak {n} orang", "at most {n} {n|person/people}"),
    ("office-limit-least", "paling sedikit {n} orang", "at least {n} {n|person/people}"),
    ("office-fits", "Sesuai", "Met"),
    ("office-over", "Lebih {n} orang", "{n} too many"),
    ("office-under", "Kurang {n} orang", "{n} too few"),
    ("office-legal", "Dasar: {legal}.", "Rule: {legal}."),
    (
        "office-rule-summary",
        "Ketentuan distribusi dan keadaannya",
        "Demands on the distribution and how they stand",
    ),
    ("office-reasons", "ALASAN KETIDAKSESUAIAN", "REASONS FOR DEPARTING FROM THE PATTERN"),
    (
        "office-reasons-hint",
        "Diisi oleh pejabat yang menetapkan.",
        "To be filled in by the determining official.",
    ),
    ("office-leader", "Pimpinan Instansi", "Leader of the Agency"),
];
