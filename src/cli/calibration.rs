//! `rapor score --calibration`: how raters use their scales.

use std::fmt::Write as _;

use serde_json::Value;

use super::calibration_json;
use super::terminal::{Terminal, aligned};
use super::workspace::Surveyed;
use crate::insight::PeriodInsight;
use crate::insight::calibration::Ratings;
use crate::view::Scene;
use crate::view::calibration::Calibrations;
use crate::view::personnel::{self, CalibrationPage, FigureCell, RaterKindTable};

/// Prints what the ratings of some periods say of how they were given.
pub(super) fn print(surveyed: &Surveyed, periods: &[&PeriodInsight], as_json: bool, terminal: &Terminal) {
    let agency = &surveyed.workspace.agency;
    if as_json {
        let ratings = Ratings::of(agency, &surveyed.survey);
        let all: Vec<Value> = periods
            .iter()
            .filter_map(|insight| {
                let id = &insight.period.id;
                Some(calibration_json::calibration(id, &ratings.calibration(id)?))
            })
            .collect();
        terminal.print(&format!("{}\n", serde_json::to_string_pretty(&all).unwrap_or_default()));
        return;
    }
    let scene = Scene {
        agency,
        survey: &surveyed.survey,
        texts: &surveyed.workspace.sources,
        documents: &[],
        held: &|_, _| false,
        lang: terminal.lang,
    };
    let calibrations = Calibrations::of(&scene);
    let pages = periods.iter().filter_map(|insight| personnel::calibration(&scene, &calibrations, insight));
    pages.for_each(|page| terminal.print(&in_words(&page, terminal)));
}

fn in_words(page: &CalibrationPage, terminal: &Terminal) -> String {
    let say = |key| terminal.phrase(key, &[]);
    let mut words = format!("{}: {}\n{}\n", say("calibration"), page.label, say("calibration-lede"));
    if page.held > 0 {
        let _ = writeln!(words, "{}", terminal.phrase("calibration-held", &[("n", &page.held)]));
    }
    for kind in &page.kinds {
        words.push_str(&raters(kind, terminal));
    }
    let _ = writeln!(words, "\n{}", say("calibration-looks"));
    for look in &page.looks {
        let _ = writeln!(words, "  {} ({})", look.name, look.kind);
        look.lines.iter().for_each(|line| _ = writeln!(words, "    {line}"));
    }
    if page.looks.is_empty() {
        let _ = writeln!(words, "  {}", say("calibration-nothing"));
    }
    let counts = |n: usize, m: usize, key| terminal.phrase(key, &[("n", &n), ("m", &m)]);
    let note = counts(page.gaps_looked_at, page.gaps.len(), "calibration-gaps-note");
    let _ = writeln!(words, "\n{}\n  {note}", say("calibration-gaps"));
    let rows = page.gaps.iter().map(|gap| {
        let raters = terminal.phrase("calibration-by-raters", &[("n", &gap.raters)]);
        vec![gap.name.clone(), gap.own.clone(), format!("{} ({raters})", gap.others), gap.difference.clone()]
    });
    let head = ["person", "calibration-own-view", "calibration-others-view", "calibration-difference"];
    words.push_str(&table(&head, rows.collect(), terminal));
    let note = counts(page.pairs_looked_at, page.pairs.len(), "calibration-pairs-note");
    let _ = writeln!(words, "\n{}\n  {note}", say("calibration-pairs"));
    for line in page.pairs.iter().flat_map(|pair| &pair.lines) {
        let _ = writeln!(words, "    {line}");
    }
    words.push('\n');
    words
}

fn raters(kind: &RaterKindTable, terminal: &Terminal) -> String {
    let cell = |cell: &FigureCell| match &cell.others {
        Some(others) => format!("{} ({})", cell.own, terminal.phrase("calibration-others", &[("n", others)])),
        None => cell.own.clone(),
    };
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "\u{2013}".to_owned());
    let rows = kind.rows.iter().map(|row| {
        vec![
            row.name.clone(),
            row.people.to_string(),
            cell(&row.level),
            or_dash(row.difference.clone()),
            or_dash(row.between.as_ref().map(cell)),
            or_dash(row.within.as_ref().map(cell)),
            or_dash(
                row.earlier
                    .as_ref()
                    .map(|earlier| format!("{} ({}: {})", earlier.then, earlier.period, earlier.rose)),
            ),
            row.signs.join(", "),
        ]
    });
    let head = [
        "calibration-rater",
        "people",
        "calibration-mean",
        "calibration-difference",
        "calibration-between",
        "calibration-within",
        "calibration-earlier",
        "calibration-look",
    ];
    let mut words = format!("\n{}\n", kind.label);
    words.push_str(&table(&head, rows.collect(), terminal));
    kind.few.iter().for_each(|few| _ = writeln!(words, "  {few}"));
    words
}

/// Rows below their heads; nothing where there are no rows.
fn table(head: &[&'static str], mut rows: Vec<Vec<String>>, terminal: &Terminal) -> String {
    if rows.is_empty() {
        return String::new();
    }
    rows.insert(0, head.iter().map(|key| terminal.phrase(key, &[])).collect());
    aligned(&rows)
}
