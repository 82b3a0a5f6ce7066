//! The table of behaviours: expected, and with what the superior says.

use crate::report::document::{Align, Cell, Column, Content, List, Paragraph, Prose, Row, Table};
use crate::text::phrase;
use crate::view::form::{BehaviourPart, CriterionRow, FormView};

use super::parts::{NUMBER, filled, remarks};
use super::results::rating;

/// Behaviours with what is expected in particular.
pub(super) fn expected(view: &FormView, part: &BehaviourPart) -> Table {
    table(view, part, false)
}

/// Behaviours with what the superior says, closed by the rating.
pub(super) fn evaluated(view: &FormView, part: &BehaviourPart) -> Table {
    table(view, part, true).closing(rating(view, &part.rating, 4, 1))
}

fn table(view: &FormView, part: &BehaviourPart, evaluated: bool) -> Table {
    let mut columns =
        vec![Column::fixed(NUMBER).align(Align::Center), Column::share(4.0), Column::share(3.0)];
    let part_name = part.label.to_uppercase();
    let mut head =
        vec![phrase(view.lang, "form-number"), part_name.as_str(), phrase(view.lang, "form-expectation")];
    if evaluated {
        columns.push(Column::share(3.6));
        head.push(phrase(view.lang, "form-feedback"));
    }
    let rows = part.criteria.iter().enumerate().map(|(place, criterion)| {
        let mut cells = vec![
            Cell::new((place + 1).to_string()),
            Cell::of(named(criterion)),
            filled(criterion.expectation.as_ref()),
        ];
        if evaluated {
            cells.push(Cell::of(remarks(&criterion.feedback, view.lang)));
        }
        Row::new(cells)
    });
    // Seven behaviours and the signatures below them just find room on one landscape page at this size.
    let mut table = Table::new(columns).head(Row::new(head)).rows(rows).summary(part.label.clone()).size(8.0);
    table.padding.1 = 2.0;
    table
}

/// A criterion's name over its guides.
fn named(criterion: &CriterionRow) -> Vec<Content> {
    let name = Paragraph::new(Prose::new().bold(&criterion.label)).keep_with_next();
    let mut contents = vec![Content::from(name)];
    if !criterion.guides.is_empty() {
        contents.push(List::bullets(&criterion.guides).into());
    }
    contents
}
