//! The table that leads from two components to an outcome.

use serde::Serialize;

use super::parts::{self, Rank};
use crate::framework::Framework;
use crate::text::Lang;

/// A table from two components to an outcome, highest row first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matrix {
    /// The component of the rows.
    pub rows_label: String,
    /// The component of the columns.
    pub columns_label: String,
    /// Its levels, lowest first.
    pub columns: Vec<MatrixHead>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
    /// The rule it comes from.
    pub legal: Option<String>,
}

/// A head of a column or row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixHead {
    /// The level.
    pub rank: Rank,
    /// Whether it is the level in question.
    pub marked: bool,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixRow {
    /// Its level.
    pub head: MatrixHead,
    /// Outcomes, column by column.
    pub cells: Vec<MatrixHead>,
}

/// Draws the table, marked where two levels meet. `None` where outcomes are not looked up in one.
pub fn matrix(lang: Lang, framework: &Framework, marked: Option<(&str, &str)>) -> Option<Matrix> {
    let table = framework.matrix()?;
    let levels = |component: &str| framework.levels_of(component).unwrap_or(&[]);
    let head = |component: &str, id: &str, mark: Option<&str>| MatrixHead {
        rank: parts::level(lang, framework, component, id),
        marked: mark == Some(id),
    };
    let (rows, columns) = (&table.rows.value, &table.columns.value);
    let row = |id: &str| MatrixRow {
        head: head(rows, id, marked.map(|(row, _)| row)),
        cells: levels(columns)
            .iter()
            .filter_map(|(column, _)| {
                let outcome = framework.outcome_of(id, &column.value)?;
                Some(MatrixHead {
                    rank: parts::outcome(lang, framework, &outcome.value),
                    marked: marked == Some((id, column.value.as_str())),
                })
            })
            .collect(),
    };
    let name = |component: &str| {
        framework.rated_label(component).map_or_else(String::new, |label| parts::label(lang, label))
    };
    Some(Matrix {
        rows_label: name(rows),
        columns_label: name(columns),
        columns: levels(columns)
            .iter()
            .map(|(id, _)| head(columns, &id.value, marked.map(|(_, column)| column)))
            .collect(),
        rows: levels(rows).iter().rev().map(|(id, _)| row(&id.value)).collect(),
        legal: table.legal.as_ref().map(|legal| parts::label(lang, &legal.value)),
    })
}
