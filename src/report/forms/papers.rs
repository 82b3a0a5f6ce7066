//! What papers on one person's period share: their head, the people they concern, prose, and who signs.

use crate::calendar::Date;
use crate::report::document::{
    Align, Block, Cell, Column, Content, Document, Orientation, Paragraph, Prose, Row, Scope, Side, Signer,
    Table,
};
use crate::text::{Lang, fill, phrase};
use crate::view::dossier::Section;
use crate::view::form::{Official, PaperHead};

use super::parts::{begin, filled, issued, period, place_date, title};
use super::{Setup, markdown};

/// Width of the column that says what stands beside it.
pub(super) const LABEL: f32 = 118.0;
/// Room to write a few lines by hand.
pub(super) const ROOM: f32 = 54.0;
/// Room to write one line by hand.
pub(super) const LINE: f32 = 22.0;

/// A paper with its title, agency, period, and the people it concerns.
pub(super) fn paper(key: &'static str, head: &PaperHead, date: Option<Date>, setup: &Setup) -> Document {
    let lang = head.lang;
    let mut document = begin(key, &head.person, &head.issue, lang, date, (setup, Orientation::Portrait));
    document.push(title(&[phrase(lang, key).to_owned(), period(&head.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&head.issue, None, lang));
    document
}

/// The employee and whoever else a paper concerns, side by side.
pub(super) fn people(head: &PaperHead, others: &[(String, &Official)]) -> Table {
    let lang = head.lang;
    let employee = phrase(lang, "paper-employee").to_owned();
    let all: Vec<(String, &Official)> =
        std::iter::once((employee, &head.parties.employee)).chain(others.iter().cloned()).collect();
    let columns = std::iter::once(Column::fixed(86.0)).chain(all.iter().map(|_| Column::share(1.0)));
    let names =
        std::iter::once(Cell::empty()).chain(all.iter().map(|(role, _)| Cell::new(role.to_uppercase())));
    let row = |key: &'static str, value: fn(&Official) -> Option<String>| {
        let label = Cell::new(phrase(lang, key)).heading(Scope::Row).align(Align::Left);
        let cells = all.iter().map(|(_, official)| filled(value(official)));
        Row::new(std::iter::once(label).chain(cells))
    };
    let has =
        |value: fn(&Official) -> Option<String>| all.iter().any(|(_, official)| value(official).is_some());
    let number = |official: &Official| {
        let number = official.number.as_ref()?;
        Some(format!("{} {number}", official.number_kind.as_deref().unwrap_or_default()))
    };
    let place = |official: &Official| official.institution.clone().or_else(|| official.unit.clone());
    let mut rows = vec![row("paper-name", |official| official.name.clone())];
    rows.extend((head.has_ranks || has(number)).then(|| row("paper-number", number)));
    rows.extend(
        (head.has_ranks || has(|one| one.rank.clone())).then(|| row("paper-rank", |one| one.rank.clone())),
    );
    rows.push(row("paper-position", |official| official.position.clone()));
    rows.push(row("paper-unit", place));
    Table::new(columns).head(Row::new(names)).rows(rows).summary(phrase(lang, "paper-people"))
}

/// A table of labels and values; what is missing stays empty to be filled in by hand.
pub(super) fn facts(rows: impl IntoIterator<Item = (String, Option<String>)>, summary: &str) -> Table {
    let rows = rows.into_iter().map(|(label, value)| {
        let height = if value.is_none() { LINE } else { 0.0 };
        let label = Cell::new(label).heading(Scope::Row).align(Align::Left);
        Row::new([label, filled(value)]).min_height(height)
    });
    Table::new([Column::fixed(LABEL), Column::share(1.0)]).rows(rows).summary(summary)
}

/// A heading of a part.
pub(super) fn heading(words: &str) -> Block {
    Block::heading(2, words.to_uppercase())
}

/// Prose under its headings, down the page. A heading stays with its first words.
pub(super) fn sections(sections: &[Section], otherwise: &str) -> Vec<Block> {
    let mut blocks = vec![];
    for section in sections {
        blocks.push(heading(section.heading.as_deref().unwrap_or(otherwise)));
        blocks.extend(prose(&section.text.0));
    }
    blocks
}

/// Prose down the page, each under its own heading where it has one.
pub(super) fn passages(sections: &[Section]) -> impl Iterator<Item = Block> {
    sections.iter().flat_map(|section| {
        let heading = section.heading.as_ref().map(|words| Block::heading(3, words));
        heading.into_iter().chain(prose(&section.text.0))
    })
}

/// Markdown down the page.
pub(super) fn prose(text: &str) -> impl Iterator<Item = Block> {
    markdown::contents(text).into_iter().map(Block::from)
}

/// An empty frame to write in by hand, named for those who cannot see it.
pub(super) fn room(summary: &str, height: f32) -> Table {
    Table::new([Column::share(1.0)]).row(Row::new([Cell::empty()]).min_height(height)).summary(summary)
}

/// A remark in small print.
pub(super) fn remark(words: impl Into<Prose>) -> Block {
    Paragraph::new(words).size(8.0).into()
}

/// A paragraph in italics, for what is not there.
pub(super) fn nothing(lang: Lang, key: &'static str) -> Content {
    Prose::new().italic(phrase(lang, key)).into()
}

/// Somebody who signs. The line for a number is left out where no number is known and the framework has no ranks.
pub(super) fn signer(head: &PaperHead, field: &str, role: &str, official: &Official) -> Signer {
    let purpose = fill(phrase(head.lang, "form-sign"), &[("role", &role)]);
    let mut signer = Signer::new(field, purpose, format!("{role},"));
    signer.name = official.name.clone();
    let kind = official.number_kind.as_deref();
    match &official.number {
        Some(number) => signer.below(format!("{} {number}", kind.unwrap_or_default())),
        None => signer,
    }
}

/// The employee, who signs on the left.
pub(super) fn employee(head: &PaperHead) -> Signer {
    let role = phrase(head.lang, "paper-employee");
    signer(head, "pegawai", role, &head.parties.employee).side(Side::Left)
}

/// The one who rates, who signs on the right.
pub(super) fn rater(head: &PaperHead) -> Signer {
    signer(head, "pejabat-penilai", &head.rater, &head.parties.rater)
}

/// Place and date, or room for them.
pub(super) fn dated(head: &PaperHead, date: Option<Date>) -> impl Into<Prose> {
    place_date(&head.issue, head.lang, date)
}
