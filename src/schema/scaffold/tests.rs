use super::*;
use crate::diagnostic::{FileId, Finding, code};
use crate::schema::events::{
    awards, decision, development, discussion, feedback, ledger, meeting, objection, page, record,
};
use crate::schema::fields::decode;
use crate::schema::kinds::KINDS;
use crate::schema::review::{colleague_review, self_review, supervisor_review};
use crate::schema::{agency, framework, headings, lock, period, person, plan};
use crate::source::{front_matter, markdown, yaml};

fn given(lang: Lang) -> Given<'static> {
    Given {
        lang,
        date: "2026-03-02".parse().unwrap(),
        period: "2026",
        person: "dewi",
        name: "1",
        raters: None,
        by: None,
        indicators: vec![],
        rated: vec![],
    }
}

/// What decoding a file of a kind finds.
fn findings(kind: Kind, text: &str) -> Vec<Finding> {
    let file = FileId(0);
    let tree = match kind.is_markdown() {
        true => front_matter(text, file).yaml.ok_or_else(Vec::new),
        false => yaml::parse(text, file, 0),
    };
    let node = match tree {
        Ok(node) => node,
        Err(findings) => panic!("{kind:?}: {findings:?}\n{text}"),
    };
    let mut out = vec![];
    macro_rules! decoded {
        ($($kind:pat => $function:expr),* $(,)?) => {
            match kind { $($kind => { decode("file", &node, &mut out, $function); })* _ => panic!("{kind:?}") }
        };
    }
    decoded! {
        Kind::Config => agency::config, Kind::Units => agency::units, Kind::Holidays => agency::holidays,
        Kind::Trainings => agency::trainings, Kind::Projects => agency::projects, Kind::Person => person::person,
        Kind::Framework => framework::framework, Kind::Period => period::period, Kind::Lock => lock::lock,
        Kind::Goals => period::goals, Kind::Plan => plan::plan, Kind::SelfReview => self_review,
        Kind::PartSelf => self_review, Kind::PartSupervisor => supervisor_review,
        Kind::SupervisorReview => supervisor_review, Kind::PeerReview => colleague_review,
        Kind::SubordinateReview => colleague_review, Kind::RaterReview => colleague_review,
        Kind::Feedback => feedback, Kind::Discussion => discussion,
        Kind::Objection => objection, Kind::Decision => decision, Kind::Development => development,
        Kind::Record => record, Kind::Meeting => meeting, Kind::Awards => awards, Kind::Ledger => ledger,
        Kind::Page => page,
    }
    out
}

/// The file with every optional line taken into use.
fn uncommented(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let bare = line.trim_start();
        let optional = bare.starts_with('#') && !bare.starts_with("# ") && !bare.starts_with("##");
        if optional { line.replacen('#', "", 1) } else { line.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn expected(kind: Kind) -> Vec<crate::diagnostic::Code> {
    if kind == Kind::Decision { vec![code::EMPTY_TEXT] } else { vec![] }
}

#[test]
fn every_scaffold_decodes_as_it_is_and_with_all_options() {
    for lang in [Lang::Id, Lang::En] {
        for (name, kind) in KINDS {
            let text = scaffold(*kind, &given(lang));
            for text in [uncommented(&text), text] {
                let found = findings(*kind, &text);
                let codes: Vec<_> = found.iter().map(|finding| finding.code).collect();
                assert_eq!(codes, expected(*kind), "{name}: {found:?}\n{text}");
            }
        }
    }
}

fn key_paths(ty: &TypeDoc, out: &mut Vec<&'static str>) {
    match ty {
        TypeDoc::Object(fields) => fields.iter().for_each(|field| {
            out.push(field.key);
            key_paths(&field.ty, out);
        }),
        TypeDoc::List(inner) | TypeDoc::Map(inner) => key_paths(inner, out),
        _ => {}
    }
}

#[test]
fn every_scaffold_names_every_key_and_begins_with_its_schema() {
    for (name, kind) in KINDS {
        let text = scaffold(*kind, &given(Lang::En));
        assert!(text.lines().take(2).any(|line| line.ends_with(&format!("schemas/{name}.json"))), "{text}");
        let mut keys = vec![];
        key_paths(&TypeDoc::Object(kind.fields()), &mut keys);
        for key in keys {
            let named = text.lines().any(|line| {
                line.trim_start_matches([' ', '#', '-'])
                    .strip_prefix(key)
                    .is_some_and(|rest| rest.starts_with(':'))
            });
            assert!(named, "{name} does not name {key}:\n{text}");
        }
    }
}

#[test]
fn headings_are_known_and_hints_are_no_prose() {
    let mut given = given(Lang::Id);
    given.indicators = vec!["hk1/mutu".into(), "hk1/waktu".into(), "hk2/mutu".into()];
    given.rated = vec!["hasil-kerja".into(), "perilaku".into()];
    let text = scaffold(Kind::SupervisorReview, &given);
    let split = front_matter(&text, FileId(0));
    let cut = markdown::sections(&text, FileId(0), split.body_start);
    assert_eq!(cut.preamble, None);
    let titles: Vec<&str> = cut.sections.iter().map(|section| section.heading.text.as_str()).collect();
    assert_eq!(titles[..2], ["hk1", "hk2"]);
    assert!(titles[2..].iter().zip(headings::SUPERVISOR).all(|(title, heading)| heading.is(title)));
    assert!(cut.sections.iter().all(|section| section.body.text.is_empty()));
    for line in ["#realisation:", "  #hk1/waktu: accept", "  #hk2/mutu: accept", "  #perilaku: sesuai"] {
        assert!(text.lines().any(|shown| shown == line), "{line}\n{text}");
    }
}

#[test]
fn what_is_given_is_filled_in() {
    let text = scaffold(Kind::SelfReview, &given(Lang::Id));
    assert!(text.contains("\nby: dewi\n") && text.contains("\ndate: 2026-03-02\n"), "{text}");
    assert!(text.starts_with("---\n# yaml-language-server: $schema=../../../../schemas/self.json\n"));
    let text = scaffold(Kind::SupervisorReview, &Given { by: Some("hasan"), ..given(Lang::En) });
    assert!(text.contains("\nby: hasan\n"), "{text}");
}
