//! The pack of the evaluation meeting: agenda, a page a person, attendance, minutes. It says nothing of ratings.

use super::parties::Cast;
use super::person::issue;
use super::rows::Source;
use super::{Issue, Official, ResultGroup};
use crate::calendar::Date;
use crate::insight::PeriodInsight;
use crate::model::{Agency, Dossier, Passage, Topic};
use crate::schema::events::Meeting;
use crate::schema::headings::{self, Heading};
use crate::text::Lang;

/// What the pack of a meeting says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingView {
    /// The language.
    pub lang: Lang,
    /// Who meets, about which period.
    pub issue: Issue,
    /// When.
    pub date: Date,
    /// Where.
    pub place: Option<String>,
    /// Who leads it.
    pub chair: Official,
    /// Who writes the minutes.
    pub secretary: Official,
    /// Who presents when.
    pub slots: Vec<SlotRow>,
    /// What it is about, as Markdown.
    pub agenda: Option<String>,
    /// A page for each who presents.
    pub presenters: Vec<Presenter>,
    /// Who is expected, or was there.
    pub attendance: Vec<Attendant>,
    /// What was said, and what else was written of it, each with its heading, as Markdown.
    pub minutes: Vec<(Option<String>, String)>,
}

/// A place on the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotRow {
    /// From when on.
    pub from: String,
    /// Until when, where that is known.
    pub until: Option<String>,
    /// For how many minutes.
    pub minutes: Option<u32>,
    /// How many minutes have been given out up to its end.
    pub total: u32,
    /// Who presents.
    pub official: Official,
}

/// What somebody presents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presenter {
    /// Who.
    pub official: Official,
    /// When on the agenda.
    pub from: String,
    /// The plan's results with what was reached by the person's own report.
    pub results: Vec<ResultGroup>,
    /// What was reached, as Markdown.
    pub achievements: Option<String>,
    /// What stood in the way, as Markdown.
    pub challenges: Option<String>,
    /// What should be talked about: what the person needs and wants to improve, as Markdown.
    pub discuss: Vec<String>,
}

/// Somebody at a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendant {
    /// Who.
    pub official: Official,
    /// Whether they were there. `None` while that is not recorded.
    pub present: Option<bool>,
}

/// What the pack of a period's meeting says. `None` if no meeting is recorded or the framework could not be read.
pub fn meeting(agency: &Agency, insight: &PeriodInsight<'_>, lang: Lang) -> Option<MeetingView> {
    let period = insight.period;
    let filed = period.meeting.get()?;
    let held = &filed.data;
    let framework = period.framework.as_deref()?;
    let cast = Cast { roster: agency.roster_of(period), framework, lang };
    let day = held.date.value;
    let official = |id: &str| cast.official_on(id, day);
    let maybe =
        |id: &Option<crate::schema::Id>| id.as_ref().map_or_else(Official::default, |id| official(&id.value));
    let nothing = Dossier::default();
    let presenter = |id: &str, from: &str| {
        let dossier = period.dossiers.get(id).unwrap_or(&nothing);
        let passages = dossier.self_review.get().map_or(&[][..], |filed| filed.passages.as_slice());
        // Their own report alone: what the superior made of it is for the person.
        let own = Dossier {
            plan: dossier.plan.clone(),
            self_review: dossier.self_review.clone(),
            ..Dossier::default()
        };
        let source = Source { period, framework, dossier: &own, lang, superiors: [None; 3] };
        let plan = dossier.plan.data();
        let results = plan.map(|plan| source.groups(Some(plan))).unwrap_or_default();
        Presenter {
            official: official(id),
            from: from.to_owned(),
            results: results.into_iter().filter(|group| !group.results.is_empty()).collect(),
            achievements: under(passages, &headings::ACHIEVEMENTS),
            challenges: under(passages, &headings::CHALLENGES),
            discuss: [headings::SUPPORT, headings::IMPROVEMENTS]
                .iter()
                .filter_map(|heading| under(passages, heading))
                .collect(),
        }
    };
    let mut seen: Vec<&str> = vec![];
    let mut presenters = vec![];
    for slot in &held.slots {
        if !seen.contains(&slot.person.value.as_str()) {
            seen.push(&slot.person.value);
            presenters.push(presenter(&slot.person.value, &slot.at.value));
        }
    }
    Some(MeetingView {
        lang,
        issue: issue(agency, period, lang),
        date: day,
        place: held.place.as_ref().map(|place| place.value.clone()),
        chair: maybe(&held.chair),
        secretary: maybe(&held.secretary),
        slots: slots(held, official),
        agenda: under(&filed.passages, &headings::AGENDA),
        presenters,
        attendance: attendance(agency, insight, held, official),
        minutes: filed
            .passages
            .iter()
            .filter(|passage| !passage.is_under(&headings::AGENDA) && !passage.prose.text.is_empty())
            .map(|passage| (heading(passage), passage.prose.text.clone()))
            .collect(),
    })
}

/// The heading of a passage, where it is no known one.
fn heading(passage: &Passage) -> Option<String> {
    match &passage.topic {
        Topic::Whole | Topic::Heading(_) => None,
        _ => Some(passage.heading.clone()),
    }
}

/// The prose under a known heading.
fn under(passages: &[Passage], heading: &Heading) -> Option<String> {
    let found = passages.iter().find(|passage| passage.is_under(heading))?;
    Some(found.prose.text.clone()).filter(|text| !text.is_empty())
}

/// The agenda with its running total.
fn slots(held: &Meeting, official: impl Fn(&str) -> Official) -> Vec<SlotRow> {
    let mut total = 0u32;
    let row = |slot: &crate::schema::events::Slot| {
        let minutes = slot.minutes.as_ref().map(|minutes| minutes.value);
        total = total.saturating_add(minutes.unwrap_or(0));
        SlotRow {
            from: slot.at.value.clone(),
            until: minutes.and_then(|minutes| later(&slot.at.value, minutes)),
            minutes,
            total,
            official: official(&slot.person.value),
        }
    };
    held.slots.iter().map(row).collect()
}

/// A time of day some minutes later: "09:45" and 30 give "10:15". `None` for what is no time of a day, or ends after it.
fn later(time: &str, minutes: u32) -> Option<String> {
    let sign = if time.contains('.') { '.' } else { ':' };
    let (hours, rest) = time.split_once(sign)?;
    let (hours, own) = (hours.parse::<u32>().ok()?, rest.parse::<u32>().ok()?);
    let at = hours.checked_mul(60)?.checked_add(own)?.checked_add(minutes)?;
    (hours < 24 && own < 60 && at <= 24 * 60).then(|| format!("{:02}{sign}{:02}", at / 60, at % 60))
}

/// Chair, secretary, those on the agenda and the heads of units, then whoever else is recorded; each once.
fn attendance(
    agency: &Agency,
    insight: &PeriodInsight<'_>,
    held: &Meeting,
    official: impl Fn(&str) -> Official,
) -> Vec<Attendant> {
    let roster = agency.roster_of(insight.period);
    let day = held.date.value;
    let heads = roster.units.iter().filter_map(|unit| roster.head_on(&unit.id.value, day));
    let heads = heads.filter(|head| insight.progress.contains_key(*head));
    let id = |id: &'_ crate::schema::Id| id.value.clone();
    let named = held.chair.iter().chain(&held.secretary).chain(held.slots.iter().map(|slot| &slot.person));
    let expected = named.map(id).chain(heads.map(ToOwned::to_owned));
    let mut all: Vec<String> = vec![];
    for id in expected.chain(held.present.iter().chain(&held.absent).map(id)) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    let listed = |list: &[crate::schema::Id], id: &str| list.iter().any(|other| other.value == id);
    let row = |id: &String| Attendant {
        official: official(id),
        present: match (listed(&held.present, id), listed(&held.absent, id)) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        },
    };
    all.iter().map(row).collect()
}

impl MeetingView {
    /// Whether anybody's presence is recorded.
    pub fn is_held(&self) -> bool {
        self.attendance.iter().any(|one| one.present.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_go_on_by_the_clock() {
        assert_eq!(later("09:45", 30).as_deref(), Some("10:15"));
        assert_eq!(later("9.05", 5).as_deref(), Some("09.10"));
        assert_eq!(later("23:50", 10).as_deref(), Some("24:00"));
        for (time, minutes) in [("23:50", 11), ("pagi", 5), ("25:00", 1), ("9:75", 1), ("9", 1)] {
            assert_eq!(later(time, minutes), None, "{time}");
        }
    }
}
