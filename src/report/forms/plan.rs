//! The plan (Sasaran Kinerja Pegawai) with its annex.

use crate::report::document::{Align, BLANK, Block, Cell, Column, Document, Orientation, Row, Table};
use crate::text::{fill, phrase};
use crate::view::form::{AnnexPart, FormView};

use super::parts::{NUMBER, begin_named, both, identities, issued, place_date, title};
use super::{Setup, behaviour, results};

/// The plan with its annex.
pub fn plan(view: &FormView, setup: &Setup) -> Document {
    let (lang, parties, naming) = (view.lang, &view.at_plan, &view.naming);
    let paper = (setup, Orientation::Landscape);
    let mut document = begin_named(&naming.plan, &view.person, &view.issue, lang, view.agreed, paper);
    let form_title = parties.form_title.as_ref().map(|title| title.to_uppercase()).unwrap_or_default();
    document.push(title(&[naming.plan.to_uppercase(), approach(view), form_title]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, parties.employee.unit.as_ref(), lang));
    document.push(identities(naming, parties, lang));
    if let Some(part) = &view.results {
        document.push(Block::heading(2, part.label.to_uppercase()));
        document.push(results::planned(view, part, parties));
    }
    for part in view.behaviours.iter().filter(|part| !part.criteria.is_empty()) {
        document.push(Block::heading(2, part.label.to_uppercase()));
        document.push(behaviour::expected(view, part));
    }
    let signed = place_date(&view.issue, lang, view.agreed);
    document.push(both(naming, parties, lang, signed.clone()));
    if !view.annex.is_empty() {
        document.push(Block::PageBreak);
        document.push(Block::centered_heading(2, naming.annex.to_uppercase()));
        document.push(issued(&view.issue, parties.employee.unit.as_ref(), lang));
        document.push(annex(&view.annex, &naming.annex));
        document.push(both(naming, parties, lang, signed));
    }
    document
}

/// The line that names the approach.
pub(super) fn approach(view: &FormView) -> String {
    let Some(part) = &view.results else { return String::new() };
    if !view.has_approaches {
        return String::new();
    }
    let approach = view.approach.as_ref().map_or_else(|| BLANK.to_owned(), |name| name.to_uppercase());
    fill(phrase(view.lang, "form-approach"), &[("part", &part.label.to_uppercase()), ("approach", &approach)])
}

/// The parts of the annex, each with its rows numbered. A part without rows keeps one to be filled in.
fn annex(parts: &[AnnexPart], summary: &str) -> Table {
    let mut table =
        Table::new([Column::fixed(NUMBER).align(Align::Center), Column::share(1.0)]).summary(summary);
    for part in parts {
        table = table.row(Row::group(part.label.to_uppercase()));
        let rows = part.rows.iter().enumerate();
        table = table
            .rows(rows.map(|(place, row)| Row::new([Cell::new(format!("{}.", place + 1)), Cell::new(row)])));
        if part.rows.is_empty() {
            table = table.row(Row::new(Vec::<Cell>::new()).min_height(26.0));
        }
    }
    table
}
