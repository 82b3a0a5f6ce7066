//! The table of results: planned, and with what was reached.

use crate::report::document::{Align, Cell, Column, Content, List, Paragraph, Prose, Row, Scope, Table};
use crate::report::document::{Colour, Marker};
use crate::text::{self, Lang, fill, phrase};
use crate::view::form::{FormView, IndicatorRow, Parties, RatingLine, Realised, ResultRow, ResultsPart};

use super::parts::{NUMBER, filled, of_part, remarks};

/// Height of a row that is to be filled in by hand.
const BLANK_ROW: f32 = 26.0;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Number,
    Supports,
    Result,
    Aspect,
    Indicator,
    Target,
    Perspective,
    Realised,
    Feedback,
}

impl Field {
    fn column(self, evaluated: bool) -> Column {
        match self {
            Field::Number => Column::fixed(NUMBER).align(Align::Center),
            Field::Supports | Field::Result => Column::share(if evaluated { 2.4 } else { 3.0 }),
            Field::Aspect => Column::fixed(54.0),
            Field::Indicator => Column::share(if evaluated { 2.3 } else { 3.6 }),
            Field::Target => Column::share(if evaluated { 1.4 } else { 2.0 }),
            Field::Perspective => Column::fixed(if evaluated { 68.0 } else { 96.0 }),
            Field::Realised => Column::share(2.9),
            Field::Feedback => Column::share(3.1),
        }
    }

    fn head(self, part: &str, lang: Lang) -> String {
        match self {
            Field::Number => phrase(lang, "form-number").to_owned(),
            Field::Supports => of_part(lang, "form-supported", part),
            Field::Result => of_part(lang, "form-planned", part),
            Field::Aspect => phrase(lang, "form-aspect").to_owned(),
            Field::Indicator => phrase(lang, "form-indicator").to_owned(),
            Field::Target => phrase(lang, "form-target").to_owned(),
            Field::Perspective => phrase(lang, "form-perspective").to_owned(),
            Field::Realised => phrase(lang, "form-realised").to_owned(),
            Field::Feedback => phrase(lang, "form-feedback").to_owned(),
        }
    }

    /// Whether each indicator has a cell of its own in this column.
    fn is_of_indicator(self) -> bool {
        matches!(self, Field::Aspect | Field::Indicator | Field::Target | Field::Realised)
    }
}

fn fields(merged: bool, perspectives: bool, evaluated: bool) -> Vec<Field> {
    let mut fields = vec![Field::Number];
    if !perspectives {
        fields.push(Field::Supports);
    }
    fields.push(Field::Result);
    if !merged {
        if !perspectives {
            fields.push(Field::Aspect);
        }
        fields.extend([Field::Indicator, Field::Target]);
    }
    if perspectives {
        fields.push(Field::Perspective);
    }
    if evaluated {
        fields.extend([Field::Realised, Field::Feedback]);
    }
    fields
}

/// The results as planned.
pub(super) fn planned(view: &FormView, part: &ResultsPart, parties: &Parties) -> Table {
    table(view, part, parties, false)
}

/// The results with what was reached and what the superior says, closed by the rating.
pub(super) fn evaluated(view: &FormView, part: &ResultsPart, parties: &Parties) -> Table {
    let table = table(view, part, parties, true);
    let columns = table.columns.len();
    table.closing(rating(view, &part.rating, columns, 2))
}

fn table(view: &FormView, part: &ResultsPart, parties: &Parties, evaluated: bool) -> Table {
    let lang = view.lang;
    let fields = fields(view.merged, parties.perspectives, evaluated);
    let numbers =
        (1..=fields.len()).map(|place| Cell::new(Prose::new().text(format!("({place})"))).size(7.0));
    let mut table = Table::new(fields.iter().map(|field| field.column(evaluated)))
        .head(Row::new(fields.iter().map(|field| field.head(&part.label, lang))))
        .head(Row::new(numbers))
        .summary(part.label.clone());
    for (place, group) in part.groups.iter().enumerate() {
        table = table.row(Row::group(format!("{}. {}", letter(place), group.label.to_uppercase())));
        for (number, result) in group.results.iter().enumerate() {
            table = table.rows(rows(view, &fields, number + 1, result));
        }
        if group.results.is_empty() {
            // Of the first kind there is at least one result, so a blank form has room for some.
            let blanks = if place == 0 { 3 } else { 1 };
            table = table.rows((0..blanks).map(|_| Row::new(Vec::<Cell>::new()).min_height(BLANK_ROW)));
        }
    }
    table
}

/// Letters that tell groups apart; beyond the alphabet numbers do.
fn letter(place: usize) -> String {
    let letter =
        u8::try_from(place).ok().and_then(|place| b'A'.checked_add(place)).filter(u8::is_ascii_uppercase);
    letter.map_or_else(|| (place + 1).to_string(), |letter| char::from(letter).to_string())
}

/// The rows of a result: one an indicator, or one in all where indicators are merged into the result.
fn rows(view: &FormView, fields: &[Field], number: usize, result: &ResultRow) -> Vec<Row> {
    let count = if view.merged { 1 } else { result.indicators.len().max(1) };
    let row = |at: usize| {
        let indicator = result.indicators.get(at);
        let shown = fields.iter().filter(|field| at == 0 || (!view.merged && field.is_of_indicator()));
        let cells = shown.map(|field| match field {
            Field::Number => Cell::new(number.to_string()).rows(count),
            Field::Supports => filled(result.supports.as_ref()).rows(count),
            Field::Result if view.merged => Cell::of(merged(result, view.lang)),
            Field::Result => Cell::new(&result.result).rows(count),
            Field::Perspective => filled(result.perspective.as_ref()).rows(count),
            Field::Feedback => Cell::of(remarks(&result.feedback, view.lang)).rows(count),
            Field::Realised if view.merged => Cell::of(all_realised(&result.indicators, view.lang)),
            Field::Realised => {
                let realised = indicator.and_then(|indicator| indicator.realised.as_ref());
                realised.map_or_else(Cell::empty, |realised| Cell::of(reached(realised, view.lang)))
            }
            Field::Aspect => filled(indicator.and_then(|indicator| indicator.aspect.as_ref())),
            Field::Indicator => filled(indicator.map(|indicator| &indicator.measure)),
            Field::Target => filled(indicator.map(|indicator| &indicator.target)),
        });
        Row::new(cells.collect::<Vec<Cell>>())
    };
    (0..count).map(row).collect()
}

/// A result with its measures of success below it.
fn merged(result: &ResultRow, lang: Lang) -> Vec<Content> {
    let mut contents = vec![Content::from(Paragraph::new(&result.result).bold())];
    let measures = result
        .indicators
        .iter()
        .map(|indicator| Prose::new().text(format!("{}: {}", indicator.measure, indicator.target)));
    let measures: Vec<Prose> = measures.collect();
    contents.push(Paragraph::new(Prose::new().italic(phrase(lang, "form-merged"))).into());
    match measures.as_slice() {
        [] => contents.push(Content::Space(BLANK_ROW)),
        [only] => contents.push(only.clone().into()),
        _ => contents.push(List::numbered(measures).into()),
    }
    contents
}

/// What was reached on each measure, numbered as the measures are.
fn all_realised(indicators: &[IndicatorRow], lang: Lang) -> Vec<Content> {
    let reached_on = |indicator: &IndicatorRow| match &indicator.realised {
        Some(realised) => reached(realised, lang),
        None => vec![Paragraph::new(Prose::new()).into()],
    };
    match indicators {
        [only] => reached_on(only),
        all if all.iter().all(|indicator| indicator.realised.is_none()) => vec![],
        all => {
            vec![List { marker: Marker::Number(1), items: all.iter().map(reached_on).collect() }.into()]
        }
    }
}

/// What was reached, its evidence and a remark on it.
pub(super) fn reached(realised: &Realised, lang: Lang) -> Vec<Content> {
    let mut contents = vec![Content::from(realised.value.as_str())];
    let lead = |key| Prose::new().italic(phrase(lang, key)).text(" ");
    match realised.evidence.as_slice() {
        [] => {}
        [only] => contents.push(lead("form-evidence").text(only).into()),
        several => {
            contents.push(Prose::new().italic(phrase(lang, "form-evidence")).into());
            contents.push(List::bullets(several).into());
        }
    }
    contents.extend(realised.note.as_ref().map(|note| lead("form-note").text(note).into()));
    contents
}

/// The closing row of a table with its rating, which takes so many columns at the end.
pub(super) fn rating(view: &FormView, rating: &RatingLine, columns: usize, wide: usize) -> Row {
    let label = of_part(view.lang, "form-rating", &rating.label);
    let label = Cell::new(label).columns(columns.saturating_sub(wide).max(1)).bold().heading(Scope::Row);
    Row::new([label.align(Align::Left).shade(Colour::SHADE), level(view, rating).columns(wide)])
        .min_height(20.0)
}

/// A rating as a cell: the level in capitals, what it was before, what is said about it.
pub(super) fn level(view: &FormView, rating: &RatingLine) -> Cell {
    let mut contents = vec![];
    if let Some(value) = &rating.value {
        contents.push(Content::from(Paragraph::new(value.to_uppercase()).bold()));
    }
    if let (Some(before), Some(date)) = (&rating.before, view.decided) {
        let was = fill(phrase(view.lang, "form-before"), &[("level", &before.to_lowercase())]);
        let on = phrase(view.lang, "form-on");
        contents.push(Content::from(format!("{was} {on} {}.", text::date(view.lang, date))));
    }
    contents.append(&mut remarks(&rating.feedback, view.lang));
    Cell::of(contents).align(Align::Left)
}
