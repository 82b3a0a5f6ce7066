//! Regulations as data.
//!
//! Takes framework files and built-in presets, gives validated frameworks: components, scales, criteria, outcome,
//! distribution rule, stages. Must never hold a value of a particular regulation: those stand in the data.

mod builtin;
pub mod distribution;
mod extends;
#[cfg(test)]
mod guide_tests;
mod marks;
mod own;
mod validate;

pub use builtin::{PRESET_FILE, preset, presets};
pub use marks::{OffScale, off_scale};
pub use own::{OwnFile, read_own};

use crate::diagnostic::{FileId, Finding, Severity, Span, code, suggest};
use crate::num::Exact;
use crate::schema::fields::decode;
use crate::schema::framework::{
    Class, Component, Criterion, FormNames, FrameworkFile, Level, Matrix, RaterKind, Scale, Source, Stage,
    StageEvent, framework,
};
use crate::schema::value::{Id, Label};
use crate::source::yaml::{self, Node};

/// A framework with its id: the data as written, and ways to look things up in it.
#[derive(Debug, Clone)]
pub struct Framework {
    /// The id: the file's name, or the preset's.
    pub id: String,
    /// The whole text it can be read from, with all that it takes from what it extends.
    pub text: String,
    /// The data.
    pub data: FrameworkFile,
}

/// Says of a name that no framework has it, neither a preset nor one of the agency's own.
pub fn unknown<'a>(name: &Id, own: impl Iterator<Item = &'a str>) -> Finding {
    let mut choices: Vec<&str> = presets().map(|(id, _)| id).collect();
    let of_others: Vec<&str> = own.filter(|id| !choices.contains(id)).collect();
    choices.extend(of_others);
    Finding::new(code::UNKNOWN_FRAMEWORK, name.span)
        .arg("found", name.value.clone())
        .list("choices", choices.iter().copied())
        .suggest(suggest(&name.value, choices))
}

/// The entry of an id in a list of entries with ids.
pub fn entry<'a, T>(entries: &'a [(Id, T)], id: &str) -> Option<&'a T> {
    entries.iter().find(|(key, _)| key.value == id).map(|(_, value)| value)
}

/// The place of an id in a list of entries with ids.
pub fn index<T>(entries: &[(Id, T)], id: &str) -> Option<usize> {
    entries.iter().position(|(key, _)| key.value == id)
}

/// Whether what is for some classes and posts is for whoever holds a post: one of these, or of none if there are none.
pub fn applies(applies_to: &[Id], class: Option<&str>, post: Option<&str>) -> bool {
    let is = |id: &Id, held: Option<&str>| held == Some(id.value.as_str());
    applies_to.is_empty() || applies_to.iter().any(|id| is(id, class) || is(id, post))
}

/// Whether a scale has levels without numbers.
fn lacks_numbers(scale: &Scale) -> bool {
    scale.range.is_none() && scale.levels.iter().any(|(_, level)| level.value.is_none())
}

/// Whether raters of a kind are several and speak together: all but the person and the superior.
fn are_colleagues(raters: &str) -> bool {
    !matches!(raters, "self" | "superior")
}

impl Framework {
    /// Reads a framework that stands on its own from YAML. `None` if it cannot be used; why is in `out` then.
    pub fn read(id: &str, text: &str, file: FileId, out: &mut Vec<Finding>) -> Option<Framework> {
        let node = yaml::parse(text, file, 0).map_err(|found| out.extend(found)).ok()?;
        let data = Framework::data(id, &node, out)?;
        Some(Framework { id: id.to_owned(), text: text.to_owned(), data })
    }

    /// Decodes a tree and looks whether it fits together. `None` if it cannot be used; why is in `out` then.
    fn data(id: &str, node: &Node, out: &mut Vec<Finding>) -> Option<FrameworkFile> {
        let before = out.len();
        let data = decode(id, node, out, framework)?;
        // What an entry lacks that could not be decoded is no second fault.
        if out.len() == before {
            validate::validate(&data, out);
        }
        out[before..].iter().all(|fault| fault.severity() == Severity::Warning).then_some(data)
    }

    /// A component.
    pub fn component(&self, id: &str) -> Option<&Component> {
        entry(&self.data.components, id)
    }

    /// A criterion, with the id of its component.
    pub fn criterion(&self, id: &str) -> Option<(&str, &Criterion)> {
        self.data.components.iter().find_map(|(component, data)| {
            entry(&data.criteria, id).map(|criterion| (component.value.as_str(), criterion))
        })
    }

    /// All criteria in order, each with its component.
    pub fn criteria(&self) -> impl Iterator<Item = (&str, &Id, &Criterion)> {
        self.data.components.iter().flat_map(|(component, data)| {
            data.criteria.iter().map(|(id, criterion)| (component.value.as_str(), id, criterion))
        })
    }

    /// The name of a component or criterion.
    pub fn rated_label(&self, id: &str) -> Option<&Label> {
        self.component(id)
            .map(|component| &component.label.value)
            .or_else(|| self.criterion(id).map(|(_, criterion)| &criterion.label.value))
    }

    /// The scale a component or criterion is rated on.
    pub fn scale_of(&self, rated: &str) -> Option<&Scale> {
        let own = match self.component(rated) {
            Some(component) => component.scale.as_ref(),
            None => {
                let (component, criterion) = self.criterion(rated)?;
                criterion.scale.as_ref().or(self.component(component)?.scale.as_ref())
            }
        };
        entry(&self.data.scales, &own?.value)
    }

    /// The levels a component or criterion is rated on, lowest first. Empty where ratings are numbers.
    pub fn levels_of(&self, rated: &str) -> Option<&[(Id, Level)]> {
        self.scale_of(rated).map(|scale| scale.levels.as_slice())
    }

    /// The number a rating of a component or criterion counts as: its level's, or itself. `None` where it is not on the
    /// scale, or the scale's levels have no numbers.
    pub fn value_of(&self, rated: &str, mark: &str) -> Option<Exact> {
        let scale = self.scale_of(rated)?;
        match &scale.range {
            Some(range) => Exact::parse(mark).filter(|number| range.holds(number)),
            None => entry(&scale.levels, mark)?.value.as_ref().map(|value| value.value.clone()),
        }
    }

    /// Whether ratings of a component or criterion are numbers, or levels that count as numbers.
    pub fn is_number(&self, rated: &str) -> bool {
        self.scale_of(rated).is_some_and(|scale| !lacks_numbers(scale))
    }

    /// Whether a component is a level and never a number: rated as a whole, on a scale whose levels have no numbers.
    pub fn is_ordinal(&self, component: &Component) -> bool {
        let scale = || component.scale.as_ref().and_then(|scale| entry(&self.data.scales, &scale.value));
        component.source == Source::Rating && scale().is_some_and(lacks_numbers)
    }

    /// The components that are part of one, or of none, in the order written.
    pub fn parts_of<'a>(&'a self, parent: Option<&'a str>) -> impl Iterator<Item = &'a (Id, Component)> {
        let own = move |(_, component): &&(Id, Component)| {
            component.part_of.as_ref().map(|id| id.value.as_str()) == parent
        };
        self.data.components.iter().filter(own)
    }

    /// Whether a component or criterion is for whoever holds a post, and so is all that it is part of.
    pub fn applies(&self, rated: &str, class: Option<&str>, post: Option<&str>) -> bool {
        let (mut component, own) = match self.criterion(rated) {
            Some((component, criterion)) => (self.component(component), &criterion.applies_to[..]),
            None => (self.component(rated), &[][..]),
        };
        let mut good = applies(own, class, post);
        while let Some(part) = component.filter(|_| good) {
            good = applies(&part.applies_to, class, post);
            component = part.part_of.as_ref().and_then(|whole| self.component(&whole.value));
        }
        good
    }

    /// The kinds of raters whose ratings of a component are joined, with their weights: its own, else those of the
    /// framework. Empty where no kind has a weight.
    pub fn rater_weights<'a>(&'a self, component: &'a Component) -> Vec<(&'a str, &'a Exact)> {
        let own = component.raters.iter().map(|(kind, weight)| (kind.value.as_str(), &weight.value));
        let common = self.data.raters.iter();
        let common =
            common.filter_map(|(kind, data)| Some((kind.value.as_str(), &data.weight.as_ref()?.value)));
        if component.raters.is_empty() { common.collect() } else { own.collect() }
    }

    /// Whether ratings of a component by a kind of rater count: that of the superior alone where it is a level, or where
    /// no kind has a weight.
    pub fn counts(&self, component: &Component, kind: &str) -> bool {
        let weights = self.rater_weights(component);
        if self.is_ordinal(component) || weights.is_empty() {
            return kind == "superior";
        }
        weights.iter().any(|(weighed, _)| *weighed == kind)
    }

    /// The table outcomes are looked up in, where there is one.
    pub fn matrix(&self) -> Option<&Matrix> {
        self.data.outcome.matrix.as_ref()
    }

    /// The name of a level of a component or criterion.
    pub fn level_label(&self, rated: &str, level: &str) -> Option<&Label> {
        entry(self.levels_of(rated)?, level).map(|level| &level.label.value)
    }

    /// The place of what was given for a component or criterion on its scale, from 0 for the lowest to 1 for the
    /// highest. `None` if it is not on the scale, or if a single level leaves nothing to choose.
    pub fn position(&self, rated: &str, mark: &str) -> Option<Exact> {
        let scale = self.scale_of(rated)?;
        if let Some(range) = &scale.range {
            let number = Exact::parse(mark).filter(|number| range.holds(number))?;
            return &(&number - &range.from.value) / &(&range.to.value - &range.from.value);
        }
        let steps = i64::try_from(scale.levels.len()).ok()?.checked_sub(1)?;
        Exact::ratio(i64::try_from(index(&scale.levels, mark)?).ok()?, steps)
    }

    /// The place of a number that was computed for a component or criterion, from 0 to 1, by the numbers of its scale.
    /// `None` if it has no scale of numbers.
    pub fn position_of_value(&self, rated: &str, value: &Exact) -> Option<Exact> {
        let scale = self.scale_of(rated)?;
        let (from, to) = match &scale.range {
            Some(range) => (&range.from.value, &range.to.value),
            None => {
                let mut values = scale.levels.iter().filter_map(|(_, level)| level.value.as_ref());
                let first = values.next()?;
                (&first.value, &values.next_back()?.value)
            }
        };
        let position = (&(value - from) / &(to - from))?;
        Some(position.clamp(Exact::zero(), Exact::from(1)))
    }

    /// The outcome that the matrix gives for two levels. `None` where there is no matrix, or no such cell.
    pub fn outcome_of(&self, row: &str, column: &str) -> Option<&Id> {
        entry(entry(&self.matrix()?.cells, row)?, column)
    }

    /// The name of an outcome.
    pub fn outcome_label(&self, outcome: &str) -> Option<&Label> {
        entry(&self.data.outcome.levels, outcome).map(|level| &level.label.value)
    }

    /// The place of an outcome among the outcomes, from 0 for the lowest to 1 for the highest. `None` if it is none of
    /// them, or the only one.
    pub fn outcome_position(&self, outcome: &str) -> Option<Exact> {
        let levels = &self.data.outcome.levels;
        let steps = i64::try_from(levels.len()).ok()?.checked_sub(1)?;
        Exact::ratio(i64::try_from(index(levels, outcome)?).ok()?, steps)
    }

    /// What the framework's forms are called. A copy sealed before frameworks named them takes the names of the built-in
    /// preset it was made from.
    pub fn forms(&self) -> FormNames {
        let own = &self.data.forms;
        match preset(&self.id).filter(|_| own.is_empty()) {
            Some(preset) => preset.data.forms.clone(),
            None => own.clone(),
        }
    }

    /// A kind of rater, such as `peer`.
    pub fn rater(&self, kind: &str) -> Option<&RaterKind> {
        entry(&self.data.raters, kind)
    }

    /// Ids of the kinds of raters who give their view beside the person and the superior, such as `peer`.
    pub fn colleagues(&self) -> impl Iterator<Item = &str> {
        let raters = self.data.raters.iter().map(|(id, _)| id.value.as_str());
        raters.filter(|raters| are_colleagues(raters))
    }

    /// The level that the head of an organisation has in the component that follows from its rating.
    pub fn head_rating(&self, organisation_level: &str) -> Option<(&Id, &Id)> {
        let scale = self.data.organisation.as_ref()?;
        Some((scale.component.as_ref()?, entry(&scale.levels, organisation_level)?.head_rating.as_ref()?))
    }

    /// The name of an organisation's level.
    pub fn organisation_label(&self, level: &str) -> Option<&Label> {
        entry(&self.data.organisation.as_ref()?.levels, level).map(|level| &level.label.value)
    }

    /// The stage in which something happens.
    pub fn stage(&self, event: StageEvent) -> Option<(&Id, &Stage)> {
        self.data.stages.iter().find(|(_, stage)| stage.event.value == event).map(|(id, stage)| (id, stage))
    }

    /// A class of posts.
    pub fn class(&self, id: &str) -> Option<&Class> {
        entry(&self.data.classes, id)
    }

    /// The rank of a grade, such as `Penata` of `III/c`.
    pub fn rank(&self, grade: &str) -> Option<&Label> {
        entry(&self.data.grades, grade).map(|label| &label.value)
    }

    /// A place in the framework's file, for findings about the framework as a whole.
    pub fn place(&self) -> Span {
        self.data.label.span
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_has_its_place_between_the_ends_of_the_scale() {
        let framework = preset("permenpan-6-2022").unwrap();
        for (rated, mark, place) in [
            ("hasil-kerja", "di-bawah", Exact::ratio(0, 1)),
            ("perilaku", "sesuai", Exact::ratio(1, 2)),
            ("akuntabel", "di-atas", Exact::ratio(1, 1)),
            ("akuntabel", "luar-biasa", None),
            ("kerapian", "sesuai", None),
        ] {
            assert_eq!(framework.position(rated, mark), place, "{rated}: {mark}");
        }
    }

    /// PermenPANRB 6/2022, annex: all nine cells of the matrix.
    #[test]
    fn the_matrix_of_permenpan_6_2022_holds_cell_by_cell() {
        let framework = preset("permenpan-6-2022").unwrap();
        for (results, behaviour, predicate) in [
            ("di-atas", "di-atas", "sangat-baik"),
            ("di-atas", "sesuai", "baik"),
            ("di-atas", "di-bawah", "kurang"),
            ("sesuai", "di-atas", "baik"),
            ("sesuai", "sesuai", "baik"),
            ("sesuai", "di-bawah", "kurang"),
            ("di-bawah", "di-atas", "butuh-perbaikan"),
            ("di-bawah", "sesuai", "butuh-perbaikan"),
            ("di-bawah", "di-bawah", "sangat-kurang"),
        ] {
            assert_eq!(framework.outcome_of(results, behaviour).unwrap().value, predicate);
        }
    }
}
