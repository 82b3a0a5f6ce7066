//! The determination of outcomes with their distribution, which the determining official signs.

use crate::report::document::chart::{Pair, pairs};
use crate::report::document::{
    Align, Block, Cell, Column, Content, Document, Orientation, Paragraph, Prose, Row, Scope, Signatures,
    Table,
};
use crate::text::{self, count, fill, phrase};
use crate::view::form::{Curve, DeterminationView, SpreadRule, Verdict};

use super::Setup;
use super::parts::{NUMBER, begin, filled, issued, period, place_date, title};
use super::recap::{CHART, chart, counts, head_role, official, people, thousandths};

/// The determination as a document.
pub fn determination(view: &DeterminationView, setup: &Setup) -> Document {
    let (recap, lang) = (&view.recap, view.recap.lang);
    let about = recap.unit.as_deref().unwrap_or(&recap.issue.agency);
    let paper = (setup, Orientation::Landscape);
    let mut document = begin("office-determination", about, &recap.issue, lang, view.latest, paper);
    let heading = phrase(lang, "office-determination").to_owned();
    document.push(title(&[heading, about.to_uppercase(), period(&recap.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&recap.issue, recap.unit.as_ref(), lang));
    document.push(Block::paragraph(fill(
        phrase(lang, "office-determined"),
        &[("outcome", &recap.outcome), ("about", &about), ("period", &recap.issue.period)],
    )));
    document.extend(rating(view));
    document.push(Block::heading(2, recap.outcome.to_uppercase()));
    document.push(people(recap, false));
    document.push(Block::heading(2, phrase(lang, "office-distribution")));
    let mut distribution = vec![counts_of(view), Block::space(6.0), picture(view).into()];
    distribution.extend(view.rule.as_ref().map(|rule| demands(view, rule).into()));
    document.push(Block::Together(distribution));
    if view.rule.as_ref().is_some_and(|rule| rule.verdict == Verdict::Departs) {
        document.push(reasons(view));
    }
    let role = match &recap.unit {
        None if view.official.position.is_none() => format!("{},", phrase(lang, "office-leader")),
        _ => head_role(&view.official, lang),
    };
    let signer = official(recap, "pejabat-penetap", &role, &view.official);
    document.push(Signatures::new([signer.place_date(place_date(&recap.issue, lang, None))]));
    document
}

/// The organisation's rating with what it rests on.
fn rating(view: &DeterminationView) -> Vec<Block> {
    let lang = view.recap.lang;
    let Some(organisation) = &view.recap.organisation else { return vec![] };
    let set = view.set.as_ref();
    let value = organisation.value.as_ref().map(|value| value.to_uppercase());
    let mut rows = vec![(organisation.label.clone(), value)];
    if let Some(of) = set.and_then(|set| set.of.clone()) {
        rows.push((phrase(lang, "office-set-of").to_owned(), Some(of)));
    }
    rows.push((phrase(lang, "office-set-by").to_owned(), set.and_then(|set| set.by.clone())));
    let date = set.and_then(|set| set.date).map(|date| text::date(lang, date));
    rows.push((phrase(lang, "office-set-on").to_owned(), date));
    rows.push((phrase(lang, "office-basis").to_owned(), set.and_then(|set| set.basis.clone())));
    let rows = rows.into_iter().enumerate().map(|(place, (label, value))| {
        let value = filled(value);
        let value = if place == 0 { value.bold() } else { value };
        Row::new([Cell::new(label).heading(Scope::Row).align(Align::Left), value])
    });
    let table = Table::new([Column::fixed(190.0), Column::share(1.0)]).rows(rows);
    vec![
        Block::heading(2, organisation.label.to_uppercase()),
        table.summary(organisation.label.clone()).into(),
    ]
}

/// The counts, without the organisation's rating, which stands above.
fn counts_of(view: &DeterminationView) -> Block {
    let mut table = counts(&view.recap);
    table.body.truncate(1);
    table.into()
}

/// The distribution beside its pattern; the distribution alone where the framework draws none.
fn picture(view: &DeterminationView) -> Content {
    let recap = &view.recap;
    let curve = recap.organisation.as_ref().and_then(|part| part.curve.as_ref());
    match curve.filter(|curve| !curve.heights.is_empty() && view.rule.is_some()) {
        Some(curve) => beside(view, curve),
        None => chart(recap),
    }
}

/// Columns of the pattern and of what came out, as shares of all.
fn beside(view: &DeterminationView, curve: &Curve) -> Content {
    let (recap, lang) = (&view.recap, view.recap.lang);
    let heights = || curve.heights.iter().map(|height| usize::try_from(*height).unwrap_or(0));
    let (sum, all) = (heights().sum::<usize>(), recap.people());
    let shown: Vec<Pair> = recap
        .counts
        .iter()
        .zip(heights())
        .map(|((label, n), height)| Pair {
            label: label.clone(),
            // The pattern is a picture and no number of the rule.
            values: [String::new(), count(lang, i64::try_from(*n).unwrap_or(i64::MAX))],
            thousandths: [thousandths(height, sum), thousandths(*n, all)],
        })
        .collect();
    let said: Vec<String> = shown.iter().map(|pair| format!("{}: {}", pair.label, pair.values[1])).collect();
    let alt = fill(
        phrase(lang, "office-chart-alt"),
        &[("outcome", &recap.outcome), ("list", &said.join("; ")), ("n", &all)],
    );
    let names = [phrase(lang, "office-pattern"), phrase(lang, "office-came-out")];
    pairs(alt, CHART, names, &shown).into()
}

/// What the rule demands, how it stands, and the verdict.
fn demands(view: &DeterminationView, rule: &SpreadRule) -> Table {
    let lang = view.recap.lang;
    let head = ["form-number", "office-demand", "office-limit", "form-count", "office-standing"];
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(5.0),
        Column::share(2.0),
        Column::share(1.6),
        Column::share(2.0),
    ];
    let rows = rule.demands.iter().enumerate().map(|(place, row)| {
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(row.demand.clone()).heading(Scope::Row).align(Align::Left),
            Cell::new(row.limit.clone()),
            Cell::new(row.count.clone()),
            Cell::new(row.standing.clone().unwrap_or_else(|| "\u{2013}".to_owned())).bold(),
        ])
        .keep_with_next()
    });
    let verdict = match &rule.verdict {
        Verdict::Fits => phrase(lang, "spread-fits").to_owned(),
        Verdict::Departs => phrase(lang, "spread-breaks").to_owned(),
        Verdict::Unjudged(why) => why.clone(),
    };
    let mut said = Prose::new().bold(format!("{verdict}."));
    if let Some(legal) = &rule.legal {
        said = said.text(format!(" {}", fill(phrase(lang, "office-legal"), &[("legal", legal)])));
    }
    Table::new(columns)
        .head(Row::new(head.map(|key| phrase(lang, key))))
        .rows(rows)
        .row(Row::new([Cell::new(said).columns(usize::MAX).align(Align::Left)]))
        .summary(phrase(lang, "office-rule-summary"))
}

/// Room for the reasons of a departure, which are written by hand.
fn reasons(view: &DeterminationView) -> Table {
    let lang = view.recap.lang;
    let hint = Paragraph::new(phrase(lang, "office-reasons-hint")).size(7.5);
    Table::new([Column::share(1.0)])
        .row(Row::group(phrase(lang, "office-reasons")))
        .row(Row::new([Cell::of([hint])]).min_height(64.0))
        .summary(phrase(lang, "office-reasons"))
}
