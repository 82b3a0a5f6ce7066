//! Awards to teams, without the team.

use super::Released;
use crate::calendar::Date;
use crate::check::Checked;
use crate::framework::entry;
use crate::insight::PeriodInsight;
use crate::schema::Label;
use crate::schema::events::Award;

/// Fewest members of a team whose award is published.
const LEAST_MEMBERS: usize = 3;
/// Shorter parts of names are words of the language as often as names.
const SHORTEST_NAME: usize = 3;

/// An award to a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamAward {
    /// Its name.
    pub title: Label,
    /// The day it was given.
    pub date: Date,
    /// How many share it.
    pub members: usize,
    /// The project it was earned in.
    pub project: Option<Label>,
    /// What it was given for; left out where it names somebody.
    pub reason: Option<String>,
}

/// The awards of a period that went to teams large enough, newest first.
pub(super) fn team_awards(checked: &Checked, insight: &PeriodInsight) -> Vec<Released<TeamAward>> {
    let written = insight.period.awards.data().map_or(&[][..], Vec::as_slice);
    let given = written.iter().filter(|(_, award)| award.date.value <= checked.agency.today);
    let mut awards: Vec<TeamAward> = given.filter_map(|(_, award)| team_award(checked, award)).collect();
    awards.sort_by_key(|award| std::cmp::Reverse(award.date));
    awards.into_iter().map(Released).collect()
}

fn team_award(checked: &Checked, award: &Award) -> Option<TeamAward> {
    let mut members: Vec<&str> = award.members.iter().map(|member| member.value.as_str()).collect();
    members.sort_unstable();
    members.dedup();
    let label_names = |label: &Label| label.0.iter().any(|(_, text)| names_somebody(checked, &members, text));
    let project = award.project.as_ref().and_then(|id| entry(&checked.agency.projects, &id.value));
    let project = project.map(|project| &project.name.value).filter(|name| !label_names(name));
    (members.len() >= LEAST_MEMBERS && !label_names(&award.title.value)).then(|| TeamAward {
        title: award.title.value.clone(),
        date: award.date.value,
        members: members.len(),
        project: project.cloned(),
        reason: Some(award.reason.value.clone()).filter(|reason| !names_somebody(checked, &members, reason)),
    })
}

/// Whether a text holds a part of a member's name, or the whole name of anybody.
pub(super) fn names_somebody(checked: &Checked, members: &[&str], text: &str) -> bool {
    let said = words(text);
    checked.agency.people.values().any(|person| {
        let name = words(person.plain_name());
        let parts = || name.iter().filter(|part| part.chars().count() >= SHORTEST_NAME);
        match members.contains(&person.id.as_str()) {
            true => parts().any(|part| said.contains(part)),
            false => !name.is_empty() && said.windows(name.len()).any(|window| window == name),
        }
    })
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.map(str::to_lowercase).collect()
}
