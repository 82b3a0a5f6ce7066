//! What forms share: their head, identity blocks, signatures and running foot.

use crate::calendar::{Date, DateRange};
use crate::report::document::{
    Align, BLANK, Block, Cell, Column, Content, Document, Lines, Orientation, PageSetup, Paragraph, Prose,
    Row, Running, Scope, Side, Signatures, Signer, Table,
};
use crate::text::{self, Lang, fill, phrase};
use crate::view::form::{Issue, Naming, Official, Parties, Remark};

use super::{Setup, markdown};

/// Width of columns that number rows.
pub(super) const NUMBER: f32 = 24.0;

/// An empty form with its running foot.
pub(super) fn begin(
    title: &'static str,
    about: &str,
    issue: &Issue,
    lang: Lang,
    date: Option<Date>,
    page: (&Setup, Orientation),
) -> Document {
    begin_named(&sentence(phrase(lang, title)), about, issue, lang, date, page)
}

/// An empty form with its running foot, under a name as sentences have it.
pub(super) fn begin_named(
    name: &str,
    about: &str,
    issue: &Issue,
    lang: Lang,
    date: Option<Date>,
    (setup, orientation): (&Setup, Orientation),
) -> Document {
    let period = named(issue);
    let title = format!("{name} \u{2013} {about} \u{2013} {period}");
    let page = PageSetup::new(setup.paper, orientation);
    // What bears no date yet must be the same file tomorrow; it belongs to its period.
    let date = date.or(issue.range.map(|range| range.first)).unwrap_or(issue.today);
    let mut document = Document::new(title, &issue.agency, lang.tag(), date, page);
    let line = format!("{} \u{b7} {about} \u{b7} {period}", issue.short);
    document.foot = Some(Running::new(line, phrase(lang, "form-page")));
    document
}

/// The period's name; a part's with that of the whole, since every year has a first quarter.
fn named(issue: &Issue) -> String {
    match &issue.whole {
        Some(whole) => format!("{}, {whole}", issue.period),
        None => issue.period.clone(),
    }
}

/// Words in capitals with only each first letter left so.
fn sentence(capitals: &str) -> String {
    let words = capitals.split(' ').map(|word| {
        let mut letters = word.chars();
        letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect::<String>()
    });
    words.collect::<Vec<String>>().join(" ")
}

/// The title over several lines; empty ones are left out.
pub(super) fn title(lines: &[String]) -> Block {
    let mut prose = Prose::new();
    for (place, line) in lines.iter().filter(|line| !line.is_empty()).enumerate() {
        if place > 0 {
            prose = prose.line_break();
        }
        prose = prose.text(line);
    }
    Block::centered_heading(1, prose)
}

/// The agency and unit on the left, the period on the right.
pub(super) fn issued(issue: &Issue, unit: Option<&String>, lang: Lang) -> Table {
    let mut left = vec![Content::from(Paragraph::new(issue.agency.to_uppercase()).bold())];
    left.extend(unit.map(|unit| Content::from(Paragraph::new(unit.to_uppercase()))));
    let period = format!("{}: {}", phrase(lang, "form-period-range"), range(issue, lang));
    let right = Cell::new(Prose::new().bold(period)).align(Align::Right);
    let mut table = Table::new([Column::share(1.0), Column::share(1.0)])
        .row(Row::new([Cell::of(left), right]))
        .lines(Lines::None);
    table.padding.0 = 0.0;
    table
}

/// The days of the period: "1 JANUARI SD 31 DESEMBER TAHUN 2024".
fn range(issue: &Issue, lang: Lang) -> String {
    let Some(DateRange { first, last: Some(last) }) = issue.range else { return BLANK.to_owned() };
    let day = |day: Date| format!("{} {}", day.day(), text::month(lang, day.month()).to_uppercase());
    let year = |day: Date| format!(" {}", fill(phrase(lang, "form-year"), &[("year", &day.year())]));
    let to = phrase(lang, "form-to");
    let first_year = if first.year() == last.year() { String::new() } else { year(first) };
    format!("{}{first_year} {to} {}{}", day(first), day(last), year(last))
}

/// The line that names the period.
pub(super) fn period(issue: &Issue, lang: Lang) -> String {
    format!("{}: {}", phrase(lang, "form-period"), issue.period.to_uppercase())
}

/// What a form says of each of some people, label by label. Rows for number and rank are there for all or for none: where
/// the framework knows ranks, or somebody has one.
pub(super) fn identities_of<const N: usize>(
    naming: &Naming,
    people: [&Official; N],
    lang: Lang,
) -> [Vec<(String, Option<String>)>; N] {
    let numbers = naming.has_ranks || people.iter().any(|official| official.number.is_some());
    let ranks = naming.has_ranks || people.iter().any(|official| official.rank.is_some());
    people.map(|official| {
        let [name, number, rank, position, place] = identity(naming, official, lang);
        let rows =
            [Some(name), numbers.then_some(number), ranks.then_some(rank), Some(position), Some(place)];
        rows.into_iter().flatten().collect()
    })
}

fn identity(naming: &Naming, official: &Official, lang: Lang) -> [(String, Option<String>); 5] {
    let word = |key| phrase(lang, key).to_owned();
    // Nothing is known of the institution of some officials from outside; it is written in by hand.
    let (place, at) = if official.outside {
        ("form-institution", official.institution.clone().or_else(|| Some(BLANK.to_owned())))
    } else {
        ("form-unit", official.unit.clone())
    };
    let number = official.number_kind.clone().unwrap_or_else(|| naming.number.to_uppercase());
    [
        (word("form-name"), official.name.clone()),
        (number, official.number.clone()),
        (naming.rank.to_uppercase(), official.rank.clone()),
        (word("form-position"), official.position.clone()),
        (word(place), at),
    ]
}

/// A cell with a value, or empty to be filled in by hand.
pub(super) fn filled(value: Option<impl Into<Prose>>) -> Cell {
    value.map_or_else(Cell::empty, Cell::new)
}

/// Employee and rater side by side.
pub(super) fn identities(naming: &Naming, parties: &Parties, lang: Lang) -> Table {
    let side = [Column::fixed(NUMBER).align(Align::Center), Column::fixed(112.0), Column::share(1.0)];
    let title = |role: &str| [Cell::new(phrase(lang, "form-number")), Cell::new(role).columns(2)];
    let head = title(phrase(lang, "form-employee")).into_iter().chain(title(&naming.rater.to_uppercase()));
    let [employee, rater] = identities_of(naming, [&parties.employee, &parties.rater], lang);
    let pairs = employee.into_iter().zip(rater);
    let rows = pairs.enumerate().map(|(place, sides)| {
        let cells = [sides.0, sides.1].into_iter().flat_map(|(label, value)| {
            [Cell::new((place + 1).to_string()), Cell::new(label).heading(Scope::Row), filled(value)]
        });
        Row::new(cells)
    });
    Table::new(side.into_iter().chain(side))
        .head(Row::new(head))
        .rows(rows)
        .summary(phrase(lang, "form-summary-parties"))
}

/// Place and date, or room for the date.
pub(super) fn place_date(issue: &Issue, lang: Lang, date: Option<Date>) -> String {
    let date = date.map_or_else(|| BLANK.to_owned(), |date| text::date(lang, date));
    match &issue.place {
        Some(place) => format!("{place}, {date}"),
        None => format!("{BLANK}, {date}"),
    }
}

/// Somebody who signs, in a role. Without a number there is room for one only if it is said what it is called.
pub(super) fn signer(
    field: &str,
    role: &str,
    official: &Official,
    number: Option<&str>,
    lang: Lang,
) -> Signer {
    let purpose = fill(phrase(lang, "form-sign"), &[("role", &role.trim_end_matches(','))]);
    let mut signer = Signer::new(field, purpose, role);
    signer.name = official.name.clone();
    match (&official.number, number) {
        (Some(known), _) => {
            signer.below(format!("{} {known}", official.number_kind.as_deref().unwrap_or_default()))
        }
        (None, Some(kind)) => signer.below(format!("{kind} {BLANK}")),
        (None, None) => signer,
    }
}

/// What a number is called that is still to be written in, where the framework has such.
fn room_for_number(naming: &Naming) -> Option<&str> {
    naming.has_ranks.then_some(&naming.number)
}

/// The rater, who signs on the right under place and date.
pub(super) fn rater(naming: &Naming, parties: &Parties, lang: Lang, place_date: String) -> Signer {
    let role = format!("{},", naming.rater);
    signer("pejabat-penilai", &role, &parties.rater, room_for_number(naming), lang).place_date(place_date)
}

/// The employee, who signs on the left.
pub(super) fn employee(naming: &Naming, parties: &Parties, lang: Lang) -> Signer {
    let role = phrase(lang, "form-employee-role");
    signer("pegawai", role, &parties.employee, room_for_number(naming), lang).side(Side::Left)
}

/// Employee and rater, with one place and date.
pub(super) fn both(naming: &Naming, parties: &Parties, lang: Lang, place_date: String) -> Signatures {
    let mut both =
        Signatures::new([employee(naming, parties, lang), rater(naming, parties, lang, place_date)]);
    both.room = 44.0;
    both
}

/// What the superior said, each with its date if it has one.
pub(super) fn remarks(remarks: &[Remark], lang: Lang) -> Vec<Content> {
    let mut all = vec![];
    for remark in remarks {
        let mut content = markdown::contents(&remark.text);
        if let Some(date) = remark.date {
            let date = Prose::new().bold(format!("{}: ", text::date(lang, date)));
            match content.first_mut() {
                Some(Content::Paragraph(first)) => {
                    first.prose.0.splice(0..0, date.0);
                }
                _ => content.insert(0, Content::from(date)),
            }
        }
        all.append(&mut content);
    }
    all
}

/// A phrase with the name of a part in capitals put in.
pub(super) fn of_part(lang: Lang, key: &'static str, part: &str) -> String {
    fill(phrase(lang, key), &[("part", &part.to_uppercase())])
}
