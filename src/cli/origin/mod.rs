//! The part of `rapor verify` that concerns where a file comes from: whether this repository made it.

mod compare;
mod examine;

use std::fmt::Display;

use serde_json::{Value, json};

use super::documents::{Found, Means};
use super::terminal::Terminal;
use super::workspace::{Surveyed, Workspace};
use super::{Repository, Stop, key};
use crate::diagnostic::summary;
use crate::pdf::Existing;
use crate::schema::events::SignedHow;
use crate::text::{self, Lang, phrase};
use crate::view::Subject;
pub(super) use examine::{Examined, code_of};
use examine::{Origin, examine};

/// Most differences that are told in words.
const MOST_TOLD: usize = 20;

/// The repository that files are compared with; `None` outside of one, and where there is no key: then documents bear no
/// code, and only their signatures can be judged.
pub(super) fn workspace<'r>(
    repository: &'r Repository,
    terminal: &Terminal,
) -> Result<Option<Workspace<'r>>, Stop> {
    let is_one = repository.root.join("rapor.yaml").is_file();
    if !is_one || key::read(repository, terminal)?.is_none() {
        return Ok(None);
    }
    Workspace::read(repository, terminal).map(Some)
}

/// What files are compared with.
pub(super) struct Origins<'a> {
    now: &'a Surveyed<'a>,
    before: Option<&'a Surveyed<'a>>,
    means: Means,
}

impl<'a> Origins<'a> {
    /// The documents of a repository. `before` is how it was before decisions on objections, if there are any.
    pub(super) fn of(
        now: &'a Surveyed<'a>,
        before: Option<&'a Surveyed<'a>>,
        terminal: &Terminal,
    ) -> Result<Origins<'a>, Stop> {
        if summary(&now.findings).errors > 0 {
            terminal.say("verify-errors", &[]);
        }
        Ok(Origins { now, before, means: Means::of(now.workspace, terminal)? })
    }

    /// Examines a file.
    pub(super) fn examine(&self, file: &Existing, terminal: &Terminal) -> Result<Examined<'a>, Stop> {
        examine(file, self.now, self.before, &self.means, terminal)
    }
}

impl<'a> Examined<'a> {
    /// The document the file belongs to by its code.
    pub(super) fn into_found(self) -> Option<Found<'a>> {
        self.found
    }
}

impl Examined<'_> {
    /// As text, a few lines.
    pub(super) fn text(&self, terminal: &Terminal) -> String {
        let lang = terminal.lang;
        let key = match &self.origin {
            Origin::Same => "verify-same",
            Origin::Recorded => "verify-recorded",
            Origin::Continued => "verify-continued",
            Origin::Appended => "verify-appended",
            Origin::Alike => "verify-alike",
            Origin::Different(_) => "verify-different",
            Origin::Gone => "verify-gone",
            Origin::Unknown => "verify-unknown",
            Origin::Bare => "verify-no-code",
        };
        let code = self.code.map_or_else(String::new, |code| code.to_string());
        let mut lines = vec![terminal.phrase(key, &[("code", &code)])];
        let mut details = vec![];
        if let Some(found) = &self.found {
            details.push(named(found, lang));
            if let Some(date) = found.replaced() {
                details.push(terminal.phrase("verify-replaced", &[("date", &text::date(lang, date))]));
            }
        }
        if let Some(signed) = self.signed {
            let how = match signed.how.value {
                SignedHow::Ink => "signed-ink",
                SignedHow::Electronic => "signed-electronic",
            };
            details.push(terminal.phrase(how, &[("date", &text::date(lang, signed.date.value))]));
        }
        details.extend(self.differences(terminal));
        lines.extend(details.into_iter().map(|line| format!("  {line}")));
        lines.into_iter().map(|line| format!("  {line}\n")).collect()
    }

    /// What the file says otherwise, a line each.
    fn differences(&self, terminal: &Terminal) -> Vec<String> {
        let Origin::Different(differences) = &self.origin else { return vec![] };
        let told = differences.iter().take(MOST_TOLD).map(|one| {
            let (file, made) = (one.file.as_deref(), one.made.as_deref());
            let key = match (file, made) {
                (Some(_), Some(_)) => "verify-other",
                (Some(_), None) => "verify-more",
                _ => "verify-less",
            };
            let values: [(&str, &dyn Display); 3] =
                [("page", &one.page), ("file", &file.unwrap_or("")), ("made", &made.unwrap_or(""))];
            terminal.phrase(key, &values)
        });
        let rest = differences.len().saturating_sub(MOST_TOLD);
        let rest = (rest > 0).then(|| terminal.phrase("verify-rest", &[("n", &rest)]));
        told.chain(rest).collect()
    }

    /// As JSON. Words in it are stable names, the same in both languages.
    pub(super) fn json(&self) -> Value {
        let differences = match &self.origin {
            Origin::Different(differences) => differences.as_slice(),
            _ => &[],
        };
        let differences: Vec<Value> = differences
            .iter()
            .map(|one| json!({ "page": one.page, "file": one.file, "repository": one.made }))
            .collect();
        let recorded = self.signed.map(|signed| {
            let how = match signed.how.value {
                SignedHow::Ink => "ink",
                SignedHow::Electronic => "electronic",
            };
            json!({ "how": how, "date": signed.date.value.to_string() })
        });
        json!({
            "is": self.origin.name(),
            "code": self.code.map(|code| code.to_string()),
            "document": self.found.as_ref().map(document),
            "recorded": recorded,
            "differences": differences,
        })
    }
}

/// A document in words: its title, what it is about, the period, and which edition if there are several.
fn named(found: &Found, lang: Lang) -> String {
    let order = &found.order;
    let about = match &order.subject {
        Subject::Person(id) | Subject::Unit(id) | Subject::Award(id) => id.clone(),
        Subject::Part { person, part } => format!("{person}, {part}"),
        Subject::Agency => phrase(lang, "file-whole").to_owned(),
    };
    let words = format!("{}, {about}, {}", order.kind.title(lang), order.insight.period.id);
    if order.edition() == 1 {
        return words;
    }
    format!("{words}, {}", text::fill(phrase(lang, "verify-edition"), &[("n", &found.edition)]))
}

fn document(found: &Found) -> Value {
    let order = &found.order;
    let about = match &order.subject {
        Subject::Person(person) => json!({ "person": person }),
        Subject::Part { person, part } => json!({ "person": person, "part": part }),
        Subject::Unit(unit) => json!({ "unit": unit }),
        Subject::Agency => json!({ "agency": true }),
        Subject::Award(award) => json!({ "award": award }),
    };
    json!({
        "kind": order.kind.name(Lang::En),
        "period": order.insight.period.id,
        "about": about,
        "edition": found.edition,
        "in_force": found.is_newest(),
    })
}
