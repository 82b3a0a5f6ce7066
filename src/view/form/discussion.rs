//! The record of the discussion between employee and superior.

use super::Official;
use super::desk::{Desk, PaperHead};
use crate::calendar::Date;
use crate::insight::PeriodInsight;
use crate::view::dossier::{ClarificationRow, Section};
use crate::view::scene::Scene;

/// What the record of a discussion says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscussionPaper {
    /// Its head.
    pub head: PaperHead,
    /// When it was held. `None` in a form that is taken along to it.
    pub date: Option<Date>,
    /// Where.
    pub place: Option<String>,
    /// Who was there.
    pub present: Vec<Official>,
    /// Points made clear, item by item.
    pub points: Vec<ClarificationRow>,
    /// What was said and agreed.
    pub sections: Vec<Section>,
    /// Who wrote it down, where it was another than those who talked.
    pub writer: Option<Official>,
}

/// The record of a person's discussion; a form to be filled in where there was none yet. `None` if nothing is kept of the
/// person.
pub fn discussion(scene: &Scene, insight: &PeriodInsight, person: &str) -> Option<DiscussionPaper> {
    let desk = Desk::of(scene, insight, person)?;
    let (reading, filed) = (desk.reading(), desk.dossier.discussion.get());
    let data = filed.map(|filed| &filed.data);
    let date = data.map(|data| data.date.value);
    let day = date.unwrap_or(desk.form.issue.today);
    let present = data.map_or(&[][..], |data| data.present.as_slice());
    let points = data.map_or(&[][..], |data| data.clarifications.as_slice());
    let rater = insight.progress.get(person).and_then(|progress| progress.superior.as_deref());
    let writer = data.and_then(|data| data.recorded.as_ref()).map(|recorded| recorded.by.value.as_str());
    let writer = writer.filter(|writer| *writer != person && Some(*writer) != rater);
    Some(DiscussionPaper {
        date,
        place: data.and_then(|data| data.place.as_ref()).map(|place| place.value.clone()),
        present: present.iter().map(|one| desk.official(&one.value, day)).collect(),
        points: points
            .iter()
            .map(|point| ClarificationRow {
                about: reading.item(&point.item.value),
                statement: point.statement.value.clone(),
                response: point.response.as_ref().map(|response| response.value.clone()),
            })
            .collect(),
        sections: filed.map_or_else(Vec::new, |filed| reading.sections(&filed.passages)),
        writer: writer.map(|writer| desk.official(writer, day)),
        head: desk.head(),
    })
}
