//! What public pages may know.
//!
//! Takes released values and regulations, gives one plain value a page. Must never reach a person: nothing here is made
//! from the model, scorecards or insight.

mod goals;
mod method;
mod period;
mod report;

pub use goals::{Bar, GoalView, IndicatorView, Reach, Trend, TrendPoint};
pub use method::{Ladder, MethodPage};
pub use period::{AwardView, Figure, Glance, PeriodPage, RatingView, ShareRow, Shares};
pub use report::PublicReport;

use std::fmt::Display;

use serde::Serialize;

use super::parts::{self, Link, Markdown};
use crate::calendar::Date;
use crate::disclosure::{Bounds, PublicPage, PublicPeriod, Released};
use crate::framework::Framework;
use crate::schema::Label;
use crate::text::{Lang, fill, phrase};

/// What public pages are made from.
#[derive(Debug, Clone, Copy)]
pub struct Public<'a> {
    /// The language.
    pub lang: Lang,
    /// The day everything is seen from.
    pub today: Date,
    /// The agency's name.
    pub agency: &'a Label,
    /// What may be published of each period, in order.
    pub periods: &'a [PublicPeriod],
    /// The agency's own pages, in order.
    pub pages: &'a [Released<PublicPage>],
    /// The regulations the periods are scored under, each once.
    pub frameworks: &'a [&'a Framework],
    /// The bounds that decide what is published.
    pub bounds: Bounds,
}

/// All public pages.
#[derive(Debug, Clone)]
pub struct Pages {
    /// The first page.
    pub home: Home,
    /// A page for each period with its path, newest first.
    pub periods: Vec<(String, PeriodPage)>,
    /// A page for each regulation with its path, the current one first.
    pub methods: Vec<(String, MethodPage)>,
    /// The agency's own pages with their paths, in order.
    pub own: Vec<(String, OwnPage)>,
}

/// The first page.
#[derive(Debug, Clone, Serialize)]
pub struct Home {
    /// The agency's name.
    pub agency: String,
    /// The current period.
    pub current: Option<PeriodPage>,
    /// Where its page is.
    pub current_href: String,
    /// The newest earlier period whose shares of outcomes are shown, where those of the current one are not.
    pub shares_before: Option<Glance>,
    /// Awards to teams in the newest period that has some.
    pub awards: Vec<AwardView>,
    /// Earlier periods.
    pub earlier: Vec<Card>,
    /// Regulations.
    pub methods: Vec<Link>,
    /// The agency's own pages.
    pub own: Vec<Link>,
}

/// An earlier period in short.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// Its page.
    pub link: Link,
    /// In short.
    pub glance: Glance,
}

/// A page of the agency's own.
#[derive(Debug, Clone, Serialize)]
pub struct OwnPage {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: Markdown,
}

impl<'a> Public<'a> {
    /// All pages.
    pub fn pages(&self) -> Pages {
        let mut newest: Vec<&PublicPeriod> = self.periods.iter().collect();
        newest.sort_by_key(|period| std::cmp::Reverse((period.range.get().first, period.id.as_str())));
        let periods: Vec<(String, PeriodPage)> =
            newest.iter().map(|period| (period_path(&period.id), self.period(period))).collect();
        let begun = newest.iter().position(|period| period.range.get().first <= self.today);
        let current = begun.unwrap_or(0);
        let methods = self.methods(newest.get(current).map_or("", |period| period.framework.as_str()));
        let own: Vec<(String, OwnPage)> = self.pages.iter().map(|page| self.own(page.get())).collect();
        let home = self.home(&periods, current, &methods, &own);
        Pages { home, periods, methods, own }
    }

    fn home(
        &self,
        periods: &[(String, PeriodPage)],
        current: usize,
        methods: &[(String, MethodPage)],
        own: &[(String, OwnPage)],
    ) -> Home {
        let shown = periods.get(current);
        let earlier = || periods.iter().skip(current + 1);
        let hidden = shown.is_none_or(|(_, page)| page.glance.shares.rows.is_empty());
        let before = earlier().find(|(_, page)| !page.glance.shares.rows.is_empty()).filter(|_| hidden);
        let link = |path: &str, label: &str| Link { label: label.to_owned(), href: path.to_owned() };
        Home {
            agency: parts::label(self.lang, self.agency),
            current: shown.map(|(_, page)| page.clone()),
            current_href: shown.map_or_else(String::new, |(path, _)| path.clone()),
            shares_before: before.map(|(_, page)| page.glance.clone()),
            awards: shown
                .into_iter()
                .chain(earlier())
                .map(|(_, page)| page.awards.clone())
                .find(|awards| !awards.is_empty())
                .unwrap_or_default(),
            earlier: earlier()
                .map(|(path, page)| Card { link: link(path, &page.label), glance: page.glance.clone() })
                .collect(),
            methods: methods.iter().map(|(path, page)| link(path, &page.label)).collect(),
            own: own.iter().map(|(path, page)| link(path, &page.title)).collect(),
        }
    }

    fn methods(&self, current: &str) -> Vec<(String, MethodPage)> {
        let mut frameworks = self.frameworks.to_vec();
        frameworks.sort_by_key(|framework| (framework.id != current, framework.id.as_str()));
        let pages = frameworks.into_iter().enumerate();
        pages
            .map(|(at, framework)| {
                let path = match at {
                    0 => "methodology.html".to_owned(),
                    _ => format!("methodology-{}.html", framework.id),
                };
                (path, method::page(self, framework))
            })
            .collect()
    }

    fn own(&self, page: &PublicPage) -> (String, OwnPage) {
        let shown =
            OwnPage { title: parts::label(self.lang, &page.title), text: Markdown(page.text.clone()) };
        (format!("pages/{}.html", page.slug), shown)
    }

    fn framework(&self, id: &str) -> Option<&'a Framework> {
        self.frameworks.iter().find(|framework| framework.id == id).copied()
    }

    fn label(&self, label: &Label) -> String {
        parts::label(self.lang, label)
    }

    /// A phrase of the interface with its places filled.
    fn say(&self, key: &'static str, values: &[(&str, &dyn Display)]) -> String {
        fill(phrase(self.lang, key), values)
    }
}

/// The path of a period's page.
pub fn period_path(id: &str) -> String {
    format!("goals-{id}.html")
}
