//! What is kept of parts of a period, such as quarters: the same rules as for the whole, over the part's own days.

use super::dossier::Case;
use super::{names, ratings, realisation, reviews, sections, stages, valued};
use crate::calendar::{Date, add_days};
use crate::diagnostic::{Finding, Span, code, suggest};
use crate::model::{Dossier, PartReview, Slot};
use crate::schema::framework::{Anchor, Deadline};
use crate::schema::kinds::{Kind, path_of};
use crate::schema::period::Part;

/// Days after a part in which it is usually reported on and evaluated.
const USUAL: u32 = 183;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    overdue(case, out);
    let Some(dossier) = case.dossier else { return };
    for (id, review) in &dossier.parts {
        let Some(part) = case.period.part(id) else {
            unknown(case, id, review, out);
            continue;
        };
        let ends_well = part.from.value <= part.to.value;
        let Some(own) = dossier.of_part(id, Some(part.range())).filter(|_| ends_well) else { continue };
        if case.takes_part && !holds_post(case, part) {
            absent(case, part, review, out);
            continue;
        }
        reviewed(&Case { dossier: Some(&own), range: Some(part.range()), ..*case }, part, &own, out);
    }
}

fn holds_post(case: &Case, part: &Part) -> bool {
    let person = case.roster.person(case.person);
    person.is_some_and(|person| person.last_assignment_within(part.range()).is_some())
}

/// Parts that should have been evaluated by now, where the framework says until when.
fn overdue(case: &Case, out: &mut Vec<Finding>) {
    let deadline = case.framework.and_then(|framework| framework.data.part_deadline.as_ref());
    let Some(deadline) = deadline.filter(|_| case.takes_part && !case.period.locked) else { return };
    let parts = case.period.data.as_ref().map_or(&[][..], |data| data.parts.as_slice());
    for (id, part) in parts.iter().filter(|(_, part)| holds_post(case, part)) {
        let review = case.dossier.and_then(|dossier| dossier.parts.get(&id.value));
        let is_missing = review.is_none_or(|review| review.superior.is_absent());
        let due = due(case, part, deadline).filter(|due| is_missing && case.agency.today > *due);
        if let Some(due) = due {
            let path = path_of(Kind::PartSupervisor, &case.period.id, case.person, &id.value);
            out.push(
                Finding::new(code::PART_OVERDUE, case.place())
                    .arg("part", label(case, part))
                    .arg("path", path)
                    .date("deadline", due),
            );
        }
    }
}

fn due(case: &Case, part: &Part, deadline: &Deadline) -> Option<Date> {
    let from = match deadline.after.value {
        Anchor::Start => part.from.value,
        _ => part.to.value,
    };
    match (&deadline.days, &deadline.workdays) {
        (Some(days), _) => Some(add_days(from, days.value)),
        (None, Some(days)) => {
            Some(case.period.holidays(&case.agency.holidays).add_workdays(from, days.value))
        }
        (None, None) => None,
    }
}

/// A part that its period does not have, said of its first file.
fn unknown(case: &Case, id: &str, review: &PartReview, out: &mut Vec<Finding>) {
    let (Some(data), Some(file)) = (&case.period.data, review.files().next()) else { return };
    let known = names::keys(&data.parts);
    let finding = Finding::new(code::UNKNOWN_PART, Span::start_of(file))
        .arg("period", case.period.id.clone())
        .arg("found", id)
        .suggest(suggest(id, known.clone()));
    out.push(match known.clone().next() {
        Some(_) => finding.list("choices", known),
        None => finding.phrase("choices", "no-parts"),
    });
}

/// A part in which the person held no post.
fn absent(case: &Case, part: &Part, review: &PartReview, out: &mut Vec<Finding>) {
    let Some(file) = review.files().next() else { return };
    out.push(
        Finding::new(code::NOT_A_PARTICIPANT, Span::start_of(file))
            .arg("person", case.person)
            .arg("period", label(case, part)),
    );
}

fn label<'p>(case: &Case, part: &'p Part) -> &'p str {
    part.label.get(case.agency.lang().tag())
}

/// The rating of the organisation is that of the whole period, so no part's is compared with it.
fn reviewed(case: &Case, part: &Part, own: &Dossier, out: &mut Vec<Finding>) {
    reviews::check(case, out);
    ratings::given(case, out);
    realisation::check(case, out);
    valued::stated(case, out);
    sections::check(case, out);
    let last = add_days(part.to.value, USUAL);
    let dates = [&own.self_review, &own.supervisor].into_iter().filter_map(Slot::data).map(|said| &said.date);
    for date in dates {
        let is_usual = (part.from.value..=last).contains(&date.value);
        if !stages::future(case, date, out) && !is_usual {
            out.push(
                Finding::new(code::PART_DATED_ODDLY, date.span)
                    .arg("part", label(case, part))
                    .date("date", date.value)
                    .date("first", part.from.value)
                    .date("last", last),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Code, code};
    use crate::source::Sources;

    /// `ani` moved from `budi` to `citra` in April 2025; seen in February 2026.
    const FILES: &[(&str, &str)] = &[
        ("rapor.yaml", "name: Kantor\n"),
        ("content/units.yaml", "units:\n  a: {name: A}\n  b: {name: B}\n"),
        (
            "content/people/ani.yaml",
            "names: {full: N}\nassignments:\n  - {from: 2020-01-01, unit: a, position: P}\n  - {from: 2025-04-01, unit: b, position: P}\n",
        ),
        (
            "content/people/budi.yaml",
            "names: {full: N}\nassignments: [{from: 2020-01-01, unit: a, position: P, head: true}]\n",
        ),
        (
            "content/people/citra.yaml",
            "names: {full: N}\nassignments: [{from: 2020-01-01, unit: b, position: P, head: true}]\n",
        ),
        (
            "content/people/dodi.yaml",
            "names: {full: N}\nassignments: [{from: 2025-07-01, unit: b, position: P}]\n",
        ),
        (
            "content/periods/2025.yaml",
            "label: 2025\nframework: permenpan-6-2022\nfrom: 2025-01-01\nto: 2025-12-31\n\
             parts: {q1: {label: I, from: 2025-01-01, to: 2025-03-31}, q4: {label: IV, from: 2025-10-01, to: 2025-12-31}}\n",
        ),
        (
            "content/reviews/2025/ani/plan.yaml",
            "results: {r: {kind: utama, result: Terbitnya R, indicators: {i: {measure: M, target: 8}}}}\n",
        ),
    ];

    /// The codes of what is wrong with a file. What is owed of the whole period may be said at any file of a folder.
    fn wrong_in(path: &str, text: &str) -> Vec<Code> {
        let path = format!("content/reviews/2025/{path}");
        let files = FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let (sources, found) = Sources::from_files(files.chain([(path.clone(), text.as_bytes().to_vec())]));
        let (agency, more) = crate::model::load(&sources, "2026-02-01".parse().unwrap());
        let (_, found) = crate::check::check(&agency, &sources, found.into_iter().chain(more).collect());
        let (file, _) = sources.find(&path).unwrap();
        let of_file = |finding: &&crate::diagnostic::Finding| finding.at.file == file;
        let of_parts = found.iter().filter(of_file).filter(|finding| finding.code != code::STAGE_OVERDUE);
        of_parts.map(|finding| finding.code).collect()
    }

    fn said(by: &str, date: &str, rest: &str) -> String {
        format!("---\nby: {by}\ndate: {date}\n{rest}\n---\n## Kekuatan\n\nRapi.\n")
    }

    #[test]
    fn the_rules_of_the_whole_hold_for_parts() {
        let both = "ratings: {hasil-kerja: sesuai, perilaku: sesuai}";
        for (by, date, rest, codes) in [
            ("budi", "2025-04-05", both, &[][..]),
            // The superior on the day of the evaluation may give it too, but nobody else.
            ("citra", "2025-04-05", both, &[]),
            ("citra", "2025-03-31", both, &[code::RATER_NOT_SUPERIOR]),
            ("dodi", "2025-04-05", both, &[code::RATER_NOT_SUPERIOR]),
            ("ani", "2025-04-05", both, &[code::RATES_SELF]),
            ("siapa", "2025-04-05", both, &[code::UNKNOWN_PERSON]),
            ("budi", "2026-03-05", both, &[code::DATE_IN_FUTURE]),
            ("budi", "2024-12-30", both, &[code::PART_DATED_ODDLY]),
            ("budi", "2025-04-05", "ratings: {hasil-kerja: sesuai}", &[code::COMPONENT_NOT_RATED]),
            (
                "budi",
                "2025-04-05",
                "ratings: {hasil-kerja: hebat, perilaku: sesuai}",
                &[code::LEVEL_OUTSIDE_SCALE],
            ),
            (
                "budi",
                "2025-04-05",
                &format!("{both}\nrealisation: {{r/x: 2}}"),
                &[code::UNKNOWN_INDICATOR, code::NO_EVIDENCE],
            ),
            (
                "budi",
                "2025-04-05",
                &format!("{both}\nrealisation: {{r/i: accept}}"),
                &[code::ACCEPT_WITHOUT_REPORT],
            ),
        ] {
            assert_eq!(
                wrong_in("ani/parts/q1/supervisor.md", &said(by, date, rest)),
                codes,
                "{by} {date} {rest}"
            );
        }
        let broken = wrong_in("ani/parts/q1/supervisor.md", "---\nby: budi\n---\n");
        assert_eq!(broken, [code::MISSING_KEY]);
        assert_eq!(wrong_in("ani/parts/q1/self.md", &said("budi", "2025-04-02", "")), [code::SELF_BY_OTHER]);
        assert_eq!(
            wrong_in("ani/parts/q1/self.md", &said("ani", "2025-04-02", "realisation: {r/i: 2}")),
            [code::NO_EVIDENCE]
        );
    }

    #[test]
    fn parts_and_files_that_are_not_known_are_told() {
        let good = said("budi", "2025-04-05", "ratings: {hasil-kerja: sesuai, perilaku: sesuai}");
        assert_eq!(wrong_in("ani/parts/q2/supervisor.md", &good), [code::UNKNOWN_PART]);
        assert_eq!(wrong_in("ani/parts/q1.md", &good), [code::UNKNOWN_FILE]);
        assert_eq!(wrong_in("ani/parts/q1/superviser.md", &good), [code::UNKNOWN_FILE]);
        let late = said("citra", "2025-04-05", "ratings: {hasil-kerja: sesuai, perilaku: sesuai}");
        assert_eq!(
            wrong_in("dodi/parts/q1/supervisor.md", &late),
            [code::NOT_A_PARTICIPANT],
            "dodi came in July"
        );
    }
}
