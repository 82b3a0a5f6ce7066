//! The body of Markdown files: known headings, each with a hint for the writer.

use super::Given;
use crate::schema::headings::{self, Heading};
use crate::schema::kinds::Kind;
use crate::text::Lang;

/// The lines below the front matter. Hints are comments, which no page shows.
pub(super) fn body(kind: Kind, given: &Given) -> Vec<String> {
    let mut lines = vec![String::new()];
    if let Some(hint) = above(kind, given) {
        lines.extend([hint_line(hint), String::new()]);
    }
    if kind.is_own() || kind.is_superiors() {
        for result in given.results() {
            lines.extend([
                format!("## {result}"),
                String::new(),
                hint_line(on_result(kind, given)),
                String::new(),
            ]);
        }
    }
    for heading in kind.headings().unwrap_or_default() {
        let title = if given.lang == Lang::Id { heading.indonesian } else { heading.english };
        let hint = hint_line(under(heading, given));
        lines.extend([format!("## {title}"), String::new(), hint, String::new()]);
    }
    lines.pop();
    lines
}

fn hint_line(hint: &str) -> String {
    format!("<!-- {hint} -->")
}

fn above(kind: Kind, given: &Given) -> Option<&'static str> {
    Some(match kind {
        Kind::SelfReview | Kind::SupervisorReview | Kind::PartSelf | Kind::PartSupervisor | Kind::Objection => given.pick(
            "Id hasil kerja (## hk1) dan perilaku (## akuntabel) boleh menjadi judul. Judul yang tidak dipakai boleh dihapus.",
            "Ids of results (## hk1) and criteria (## akuntabel) may be headings too. Remove the headings you do not need.",
        ),
        Kind::PeerReview | Kind::SubordinateReview | Kind::RaterReview => given.pick(
            "Id perilaku (## akuntabel) boleh menjadi judul. Tulislah tentang yang Anda lihat sendiri.",
            "Ids of criteria (## akuntabel) may be headings too. Write about what you have seen yourself.",
        ),
        Kind::Feedback => given.pick(
            "Satu sampai empat kalimat: apa yang terjadi, dan apa pengaruhnya.",
            "One to four sentences: what happened, and what difference it made.",
        ),
        Kind::Page => given.pick("Isi halaman.", "What the page says."),
        _ => return None,
    })
}

fn on_result(kind: Kind, given: &Given) -> &'static str {
    if kind.is_own() {
        given.pick("Apa yang dikerjakan dan apa hasilnya.", "What was done and what came of it.")
    } else {
        given.pick("Umpan balik atas hasil kerja ini.", "Feedback on this result.")
    }
}

fn under(heading: &Heading, given: &Given) -> &'static str {
    let (indonesian, english) = match *heading {
        headings::ACHIEVEMENTS => ("Apa yang tercapai, dengan angka.", "What was reached, in numbers."),
        headings::CHALLENGES => {
            ("Apa yang menghambat, dan apa yang sudah dicoba.", "What stood in the way, and what was tried.")
        }
        headings::STRENGTHS => ("Apa yang sudah baik; beri contoh.", "What is done well; give an example."),
        headings::IMPROVEMENTS => (
            "Satu atau dua hal yang paling berguna untuk diperbaiki.",
            "The one or two things most worth improving.",
        ),
        headings::SUPPORT => {
            ("Apa yang dibutuhkan, dari siapa, dan kapan.", "What is needed, from whom, and when.")
        }
        headings::RECOMMENDATION => {
            ("Dicetak pada Dokumen Evaluasi Kinerja.", "Printed on the evaluation document.")
        }
        headings::SUMMARY => ("Apa yang dibicarakan, secara singkat.", "What was said, in short."),
        headings::AGREEMENTS => ("Siapa melakukan apa, sampai kapan.", "Who does what, by when."),
        headings::REASONS => {
            ("Alasan per butir, dengan buktinya.", "The reasons for each item, with evidence.")
        }
        headings::RULING => ("Apa yang diputuskan.", "What is decided."),
        headings::AGENDA => ("Pokok acara.", "What the meeting is about."),
        headings::MINUTES => ("Pokok pembicaraan dan kesimpulan.", "What was said and concluded."),
        _ => ("", ""),
    };
    given.pick(indonesian, english)
}
