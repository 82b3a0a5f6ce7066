//! Small agencies whose every conclusion can be drawn by hand.

mod cascade;
mod follow_up;
mod growth;
mod talent;
mod what_if;

use std::collections::BTreeMap;

use super::PeriodInsight;
use crate::check::check;
use crate::diagnostic::Texts as _;
use crate::model::Agency;
use crate::source::Sources;

/// What the agency's framework adds to PermenPANRB 6/2022.
const FRAMEWORK: &str = "\
extends: permenpan-6-2022
scales:
  empat:
    levels: {dasar: {label: D}, cukup: {label: C}, mahir: {label: M}, ahli: {label: A}}
    weak_to: cukup
    strong_from: ahli
  nilai: {range: {from: 0, to: 100, step: 1}, weak_to: 60, strong_from: 90}
  polos: {range: {from: 0, to: 10}}
components:
  perilaku:
    criteria:
      akuntabel: {scale: empat, required: {jf: mahir, ketua: ahli, all: cukup}, trainings: [disiplin]}
      kompeten: {scale: nilai, required: {all: 75}}
      loyal: {scale: polos}
posts: {ketua: Ketua}
awards:
  terbaik: {label: T, of: person, by: outcome, places: 2}
  perilaku: {label: P, of: person, by: rated, rated: perilaku}
  unit: {label: U, of: unit, by: outcome, min_people: 2}
  sasaran: {label: S, of: unit, by: goals}
follow_up:
  seminar:
    label: S
    kind: development
    when: {rated: akuntabel, at_most: dasar}
    training: seminar
";

/// The files of an agency, by path.
#[derive(Debug, Clone)]
pub(super) struct Files(BTreeMap<String, String>);

impl Files {
    /// An agency of people, each with the rest of their post as written, rated by `bos` under two periods of a framework
    /// that extends PermenPANRB 6/2022.
    pub(super) fn new(people: &[(&str, &str)]) -> Files {
        let mut files = Files(BTreeMap::new());
        files.put("rapor.yaml", "name: Kantor\nlocale: id\n");
        files.put(
            "content/units.yaml",
            "units:\n  a: {name: A}\n  b: {name: B, parent: a}\n  c: {name: C, parent: a}\n",
        );
        files.put(
            "content/trainings.yaml",
            "trainings:\n  disiplin: {name: Disiplin, strengthens: [akuntabel]}\n  etika: {name: Etika, strengthens: [akuntabel, loyal]}\n  seminar: {name: Seminar, strengthens: []}\n",
        );
        files.put("content/frameworks/uji.yaml", FRAMEWORK);
        for year in ["2023", "2024", "2025"] {
            files.period(year, "uji", year, "");
        }
        files.put(
            "content/people/bos.yaml",
            "names: {full: Bos}\nexternal: true\nassignments:\n  - {from: 2020-01-01, position: B}\n",
        );
        for (person, post) in people {
            let text = format!(
                "names: {{full: N}}\nassignments:\n  - {{from: 2020-01-01, position: P, rater: bos{post}}}\n"
            );
            files.put(&format!("content/people/{person}.yaml"), &text);
        }
        files
    }

    pub(super) fn put(&mut self, path: &str, text: &str) {
        self.0.insert(path.to_owned(), text.to_owned());
    }

    /// A period of a year.
    pub(super) fn period(&mut self, id: &str, framework: &str, year: &str, more: &str) {
        let text =
            format!("label: P\nframework: {framework}\nfrom: {year}-01-01\nto: {year}-12-31\n{more}\n");
        self.put(&format!("content/periods/{id}.yaml"), &text);
    }

    /// What the superior gave somebody, as written in YAML.
    pub(super) fn rated(&mut self, period: &str, person: &str, ratings: &str) {
        let year = &period[..4];
        let text = format!("---\nby: bos\ndate: {year}-12-30\nratings: {{{ratings}}}\n---\n");
        self.put(&format!("content/reviews/{period}/{person}/supervisor.md"), &text);
    }

    /// An outcome by name, as the table of PermenPANRB 6/2022 gives it.
    pub(super) fn outcome(&mut self, period: &str, person: &str, outcome: &str) {
        let (results, behaviour) = match outcome {
            "sangat-baik" => ("di-atas", "di-atas"),
            "baik" => ("sesuai", "sesuai"),
            "butuh-perbaikan" => ("di-bawah", "sesuai"),
            "kurang" => ("sesuai", "di-bawah"),
            other => panic!("{other}"),
        };
        self.rated(period, person, &format!("hasil-kerja: {results}, perilaku: {behaviour}"));
    }

    /// Somebody objects to these.
    pub(super) fn objection(&mut self, period: &str, person: &str, items: &str) {
        let text = format!("---\ndate: 2026-01-05\nitems: [{items}]\n---\n## Alasan\n\nx\n");
        self.put(&format!("content/reviews/{period}/{person}/objection.md"), &text);
    }

    /// Looks at what is computed of it.
    pub(super) fn look<T>(&self, look: impl Fn(&Agency, &[PeriodInsight]) -> T) -> T {
        let bytes = self.0.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
        let (sources, found) = Sources::from_files(bytes);
        let (agency, more) = crate::model::load(&sources, "2026-06-01".parse().unwrap());
        let (checked, findings) = check(&agency, &sources, found.into_iter().chain(more).collect());
        let errors: Vec<_> = findings
            .iter()
            .filter(|finding| finding.severity() == crate::diagnostic::Severity::Error)
            .map(|finding| (finding.code.0, sources.path(finding.at.file)))
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
        look(&agency, &super::survey(&checked))
    }
}

/// The insight of a period.
pub(super) fn of<'s, 'a>(survey: &'s [PeriodInsight<'a>], period: &str) -> &'s PeriodInsight<'a> {
    survey.iter().find(|one| one.period.id == period).unwrap()
}
