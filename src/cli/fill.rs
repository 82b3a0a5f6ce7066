//! Fills the files of a new agency in for a framework.
//!
//! In them `@name@` stands for a value. A line that begins with `@name?@` is kept only where there is such a value, and
//! so is the text of `@name?text@` inside a line. Everything a framework defines is such a value too, such as
//! `aspect/waktu` or `criterion/akuntabel`.

use std::collections::BTreeMap;

use crate::framework::Framework;
use crate::num::Exact;
use crate::schema::framework::{Combine, Component, Scale, Source, StageEvent};
use crate::schema::value::Id;
use crate::text::Lang;

/// Values by name.
pub(super) type Values = BTreeMap<String, String>;

/// What the files can know of a framework.
pub(super) fn values(framework: &Framework, lang: Lang) -> Values {
    let data = &framework.data;
    let mut values = Values::new();
    let mut set = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            values.insert(name.to_owned(), value);
        }
    };
    set("framework", Some(framework.id.clone()));
    set("framework-label", Some(data.label.get(lang.tag()).to_owned()));
    let results = data.results.as_ref();
    let merged = results.and_then(|results| results.merged_approach.as_ref()).map(|id| id.value.clone());
    let approaches = results.map_or(&[][..], |results| &results.approaches).iter();
    set("approach", approaches.map(|(id, _)| id.value.clone()).find(|id| Some(id) != merged.as_ref()));
    set("figures", merged.is_none().then(String::new));
    set("words", merged);
    let kind = results
        .and_then(|results| results.required_kinds.first().or(results.kinds.first().map(|(id, _)| id)));
    set("kind", kind.map(|kind| kind.value.clone()));
    let weighed = data.valuations.iter().any(|(_, valuation)| valuation.results == Combine::WeightedMean);
    set("weighed", weighed.then(String::new));
    let organisation = data.organisation.as_ref().map(|scale| &scale.levels);
    set("organisation", organisation.and_then(|levels| good(levels)).map(|id| id.value.clone()));
    set("levels", first_scale(framework).map(|scale| scale_in_words(scale, lang)));
    let ratings = ratings(framework);
    set("self-ratings", framework.rater("self").and_then(|own| own.weight.as_ref()).map(|_| String::new()));
    set("ratings", Some(ratings));
    let trainings = trainings(framework);
    set("common-trainings", trainings.is_empty().then(String::new));
    set("trainings", Some(trainings).filter(|trainings| !trainings.is_empty()));
    set("talk-first", talks_first(framework).then(String::new));
    let mut define = |what: &str, ids: Vec<&Id>| {
        values.extend(ids.into_iter().map(|id| (format!("{what}/{}", id.value), id.value.clone())));
    };
    define("annex", ids(&data.annex));
    define("class", ids(&data.classes));
    define("post", ids(&data.posts));
    define("criterion", framework.criteria().map(|(_, id, _)| id).collect());
    define("aspect", results.map(|results| ids(&results.aspects)).unwrap_or_default());
    values
}

/// Whether people talk before the superior rates.
fn talks_first(framework: &Framework) -> bool {
    let place = |event| framework.data.stages.iter().position(|(_, stage)| stage.event.value == event);
    let talk = framework.stage(StageEvent::Discussion).filter(|(_, stage)| stage.required);
    talk.is_some() && place(StageEvent::Discussion) < place(StageEvent::Supervisor)
}

fn ids<T>(entries: &[(Id, T)]) -> Vec<&Id> {
    entries.iter().map(|(id, _)| id).collect()
}

/// The level of those who do as expected: the one below the highest, or the higher one of two.
fn good<T>(levels: &[(Id, T)]) -> Option<&Id> {
    levels.get(levels.len().saturating_sub(2).max(1)).or(levels.first()).map(|(id, _)| id)
}

/// What somebody is rated with who does as expected.
fn as_expected(scale: &Scale) -> Option<String> {
    match &scale.range {
        Some(range) => {
            let length = &range.to.value - &range.from.value;
            let up = &length * &Exact::ratio(3, 4)?;
            Some((&range.from.value + &up).to_string())
        }
        None => good(&scale.levels).map(|id| id.value.clone()),
    }
}

/// Ratings of everything that is rated of anybody, as YAML. Of criteria that only inform, the first is an example.
fn ratings(framework: &Framework) -> String {
    let mut ratings = vec![];
    let mut inform = None;
    for (id, component) in &framework.data.components {
        match component.source {
            Source::Rating => {
                ratings.extend(rating(framework, id, as_expected));
                let first = component.criteria.first();
                inform = inform.or_else(|| rating(framework, &first?.0, highest));
            }
            Source::Criteria => ratings.extend(counted(framework, component)),
            Source::Results | Source::Parts => {}
        }
    }
    format!("{{{}}}", ratings.into_iter().chain(inform).collect::<Vec<_>>().join(", "))
}

fn counted<'a>(framework: &'a Framework, component: &'a Component) -> impl Iterator<Item = String> + 'a {
    let for_all = component.criteria.iter().filter(|(_, criterion)| criterion.applies_to.is_empty());
    for_all.filter_map(|(id, _)| rating(framework, id, as_expected))
}

fn rating(framework: &Framework, id: &Id, of: fn(&Scale) -> Option<String>) -> Option<String> {
    Some(format!("{}: {}", id.value, of(framework.scale_of(&id.value)?)?))
}

fn highest(scale: &Scale) -> Option<String> {
    scale.levels.last().map(|(id, _)| id.value.clone())
}

/// The scale of what is rated first.
fn first_scale(framework: &Framework) -> Option<&Scale> {
    let components = framework.data.components.iter();
    let mut rated = components.filter_map(|(id, component)| match component.source {
        Source::Rating => Some(id),
        Source::Criteria => component.criteria.first().map(|(id, _)| id),
        Source::Results | Source::Parts => None,
    });
    rated.find_map(|id| framework.scale_of(&id.value))
}

/// A scale for a comment: `baik (Good), ...`, or `0-120`.
fn scale_in_words(scale: &Scale, lang: Lang) -> String {
    match &scale.range {
        Some(range) => format!("{}-{}", range.from.value, range.to.value),
        None => {
            let levels = scale.levels.iter();
            let level = levels.map(|(id, level)| format!("{} ({})", id.value, level.label.get(lang.tag())));
            level.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The trainings that a framework names, as YAML, a line each.
fn trainings(framework: &Framework) -> String {
    let mut named: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (_, id, criterion) in framework.criteria() {
        for training in &criterion.trainings {
            named.entry(&training.value).or_default().push(&id.value);
        }
    }
    for training in framework.data.follow_up.iter().filter_map(|(_, follow_up)| follow_up.training.as_ref()) {
        named.entry(&training.value).or_default();
    }
    let line = |(id, criteria): (&str, Vec<&str>)| {
        let words = id.replace('-', " ");
        let first = words.chars().next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
        let name = format!("{first}{}", words.get(1..).unwrap_or_default());
        let strengthens = match criteria.is_empty() {
            true => String::new(),
            false => format!(", strengthens: [{}]", criteria.join(", ")),
        };
        format!("  {id}: {{name: {name}{strengthens}}}")
    };
    named.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Fills a file in.
pub(super) fn fill(text: &str, values: &Values) -> String {
    let mut filled = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if let Some(line) = kept(line, values) {
            filled.push_str(&inside(line, values));
        }
    }
    filled
}

/// The line without what it depends on. `None` if something of that is not there.
fn kept<'a>(mut line: &'a str, values: &Values) -> Option<&'a str> {
    while let Some((name, rest)) = line.strip_prefix('@').and_then(|rest| rest.split_once("?@")) {
        if name.contains(['@', '?', ' ']) {
            break;
        }
        values.get(name)?;
        line = rest;
    }
    Some(line)
}

fn inside(line: &str, values: &Values) -> String {
    let mut filled = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('@') {
        filled.push_str(before);
        rest = after;
        let Some((inner, after)) = after.split_once('@') else {
            filled.push('@');
            break;
        };
        let piece = match inner.split_once('?') {
            Some((name, text)) => is_name(name).then(|| values.get(name).map_or("", |_| text)),
            None => values.get(inner).map(String::as_str),
        };
        match piece {
            Some(piece) => {
                filled.push_str(piece);
                rest = after;
            }
            // A sign that stands for itself, such as that of an account.
            None => filled.push('@'),
        }
    }
    filled + rest
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || b"-/".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::preset;

    #[test]
    fn what_is_not_there_is_left_out() {
        let values =
            Values::from([("kind".to_owned(), "utama".to_owned()), ("a/b".to_owned(), String::new())]);
        for (text, filled) in [
            ("kind: @kind@\n", "kind: utama\n"),
            ("@kind?@kept\n@none?@dropped\nlast", "kept\nlast"),
            ("@kind?@@a/b?@both\n@kind?@@none?@one\n", "both\n"),
            ("{@a/b?x: 1, @@none?y: 2, @z: 3}", "{x: 1, z: 3}"),
            ("* @personnel-office @head\n", "* @personnel-office @head\n"),
            ("- uses: actions/checkout@v4\n", "- uses: actions/checkout@v4\n"),
        ] {
            assert_eq!(fill(text, &values), filled);
        }
    }

    #[test]
    fn people_do_as_expected_in_every_framework() {
        for (framework, expected) in [
            ("permenpan-6-2022", "{hasil-kerja: sesuai, perilaku: sesuai, berorientasi-pelayanan: di-atas}"),
            ("pp-30-2019", "{orientasi-pelayanan: 90, komitmen: 90, inisiatif-kerja: 90, kerja-sama: 90}"),
            ("siulak", "{kinerja: memenuhi, komunikasi: kuat}"),
            ("surakarta", "{}"),
        ] {
            assert_eq!(ratings(&preset(framework).unwrap()), expected);
        }
    }

    #[test]
    fn trainings_that_a_framework_names_are_made() {
        let siulak = trainings(&preset("siulak").unwrap());
        assert!(siulak.contains("  kerja-tim: {name: Kerja tim, strengthens: [kerja-sama]}"), "{siulak}");
        assert_eq!(trainings(&preset("permenpan-6-2022").unwrap()), "");
    }
}
