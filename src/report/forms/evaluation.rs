//! The evaluation (Evaluasi Kinerja Pegawai).

use crate::report::document::{
    Align, Block, Cell, Colour, Column, Document, Orientation, Row, Scope, Signatures, Table, VerticalAlign,
};
use crate::text::phrase;
use crate::view::form::{FormView, OrganisationPart};

use super::curve::curve;
use super::parts::{NUMBER, begin_named, filled, identities, issued, period, place_date, rater, title};
use super::plan::approach;
use super::{Setup, behaviour, results};

/// The evaluation.
pub fn evaluation(view: &FormView, setup: &Setup) -> Document {
    let (lang, parties, naming) = (view.lang, &view.at_evaluation, &view.naming);
    let paper = (setup, Orientation::Landscape);
    let mut document =
        begin_named(&naming.evaluation, &view.person, &view.issue, lang, view.evaluated, paper);
    let heading = naming.evaluation.to_uppercase();
    let form_title = parties.form_title.as_ref().map(|title| title.to_uppercase()).unwrap_or_default();
    document.push(title(&[heading, approach(view), form_title, period(&view.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, parties.employee.unit.as_ref(), lang));
    document.push(identities(naming, parties, lang));
    if let Some(part) = &view.organisation {
        document.push(Block::space(6.0));
        document.push(organisation(view, part));
    }
    if let Some(part) = &view.results {
        document.push(Block::heading(2, part.label.to_uppercase()));
        document.push(results::evaluated(view, part, parties));
    }
    for part in &view.behaviours {
        document.push(Block::heading(2, part.label.to_uppercase()));
        document.push(behaviour::evaluated(view, part));
    }
    if !view.derivation.is_empty() {
        document.push(Block::heading(2, phrase(lang, "form-derivation").to_owned()));
        document.push(derivation(view));
    }
    document.push(Block::space(8.0));
    document.push(outcome(view));
    document.push(Signatures::new([rater(
        naming,
        parties,
        lang,
        place_date(&view.issue, lang, view.evaluated),
    )]));
    document
}

/// The organisation's rating beside the distribution pattern that follows from it.
fn organisation(view: &FormView, part: &OrganisationPart) -> Table {
    let value = filled(part.value.as_ref().map(|value| value.to_uppercase()));
    let value = value.bold().size(10.0).align(Align::Center).vertical(VerticalAlign::Middle);
    let head = Cell::new(part.label.to_uppercase());
    let summary = part.label.clone();
    match &part.curve {
        Some(one) => Table::new([Column::share(2.0), Column::share(5.0)])
            .head(Row::new([head, Cell::new(phrase(view.lang, "form-curve"))]))
            .row(Row::new([value, Cell::of([curve(one, view.lang)])])),
        None => Table::new([Column::share(1.0)]).head(Row::new([head])).row(Row::new([value])),
    }
    .summary(summary)
}

/// How the outcome was computed, step by step, with the rule of each.
fn derivation(view: &FormView) -> Table {
    let has_rules = view.derivation.iter().any(|row| row.legal.is_some());
    let mut head = vec!["form-number", "form-step"];
    let mut columns = vec![Column::fixed(NUMBER).align(Align::Center), Column::share(6.0)];
    if has_rules {
        head.push("form-rule");
        columns.push(Column::share(2.0));
    }
    let rows = view.derivation.iter().enumerate().map(|(at, row)| {
        let text = Cell::new(row.text.clone());
        let text = if row.depth == 0 { text.bold() } else { text };
        let rule = has_rules.then(|| Cell::new(row.legal.clone().unwrap_or_default()));
        Row::new([Cell::new((at + 1).to_string()), text].into_iter().chain(rule))
    });
    Table::new(columns)
        .head(Row::new(head.into_iter().map(|key| Cell::new(phrase(view.lang, key)))))
        .rows(rows)
        .summary(phrase(view.lang, "form-derivation").to_owned())
        .size(8.0)
}

/// The outcome, which stays with the signature.
fn outcome(view: &FormView) -> Table {
    let label = Cell::new(view.outcome.label.to_uppercase()).bold().size(10.0).heading(Scope::Row);
    let label = label.shade(Colour::SHADE);
    let value = filled(view.outcome.value.as_ref().map(|value| value.to_uppercase())).bold().size(10.0);
    Table::new([Column::share(1.0), Column::share(1.0)])
        .row(Row::new([label, value]).min_height(22.0))
        .summary(view.outcome.label.clone())
        .keep_with_next()
}
