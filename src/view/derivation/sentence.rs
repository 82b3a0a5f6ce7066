//! The sentence of each step.

use std::fmt::Display;

use super::arithmetic::{joined, number, result};
use super::{Subject, Teller};
use crate::framework::entry;
use crate::num::Exact;
use crate::schema::Measure;
use crate::schema::framework::{Band, Valuation};
use crate::score::{Banded, Figure, Formula, Got, Joined, Missing, Step, What};
use crate::text;
use crate::view::parts;

impl Teller<'_, '_> {
    /// The sentence of a step.
    pub(super) fn sentence(&self, step: &Step, about: &Subject) -> String {
        let name = about.name.as_str();
        let came = self.came(step, about);
        match &step.what {
            What::Matrix { rows, columns } => self.matrix_sentence(step, rows, columns),
            What::Component { .. }
            | What::Criterion { .. }
            | What::Result { .. }
            | What::Indicator { .. } => match came {
                Some(level) => self.fill("derive-component", &[("component", name), ("level", &level)]),
                None => self.fill("derive-no-component", &[("component", name)]),
            },
            What::Rating { by, date, .. } => self.fill(
                if step.number().is_some() { "derive-rating-number" } else { "derive-rating" },
                &[
                    ("by", &self.scene.name(by)),
                    ("component", name),
                    ("level", &came.unwrap_or_default()),
                    ("date", &text::date(self.scene.lang, *date)),
                ],
            ),
            What::Counts { .. } => self.counts_sentence(step, about),
            What::Pool { side, raters } => self.fill(
                "derive-pool",
                &[
                    ("kind", &self.kind(side.id())),
                    ("n", &raters.to_string()),
                    ("component", name),
                    ("value", &came.unwrap_or_default()),
                ],
            ),
            What::Decision { by, date } => self.fill(
                "derive-decision",
                &[
                    ("by", &self.scene.name(by)),
                    ("component", name),
                    ("level", &came.unwrap_or_default()),
                    ("date", &text::date(self.scene.lang, *date)),
                ],
            ),
            What::Join { of, combine, total, renormalised } => {
                let name = self.joined_name(of, about);
                let Some(value) = step.number() else {
                    return self.fill("derive-no-join", &[("component", &name)]);
                };
                let formula = joined(self.scene.lang, *combine, total.as_ref(), &step.inputs);
                let values =
                    [("component", name.as_str()), ("formula", &formula), ("value", &self.result(value))];
                let key = match renormalised {
                    true => "derive-join-renormalised",
                    false if formula == number(self.scene.lang, value) => "derive-same",
                    false => "derive-join",
                };
                self.fill(key, &values)
            }
            What::Times(by) => self.chain("derive-times", step, about, &[("by", &self.number(by))]),
            What::Cap(cap) => self.chain("derive-cap", step, about, &[("cap", &self.number(cap))]),
            What::Round { decimals, .. } => {
                self.chain("derive-round", step, about, &[("decimals", &decimals.to_string())])
            }
            What::Band { of, band } => self.band_sentence(step, of, *band, about),
            What::Veto { veto } => self.veto_sentence(step, *veto),
            What::Achievement(formula) => self.achievement_sentence(step, *formula, about),
            What::Figure { measure, unit, .. } => parts::measure(self.scene.lang, measure, unit.as_deref()),
            What::Line { valuation, line } => self.line_sentence(step, valuation, *line, about),
            What::TargetIsMax { .. } => self.chain("derive-target-is-max", step, about, &[]),
            What::Count { valuation, counts, .. } => self.count_sentence(step, valuation, counts, about),
            What::CategoryValue { .. } => self.chain("derive-category-value", step, about, &[]),
            What::Additional { share, scope, weight } => self.additional_sentence(step, share, scope, weight),
            What::Condition { condition } => {
                let known = entry(&self.framework.data.outcome.conditions, condition);
                let label =
                    known.map_or_else(|| condition.clone(), |known| self.scene.label(&known.label.value));
                self.fill("derive-condition", &[("condition", &label)])
            }
            What::Period { period } => {
                let label = self.scene.agency.periods.get(period).map(|period| self.scene.period(period));
                let label = label.unwrap_or_else(|| period.clone());
                match came {
                    Some(value) => self.fill("derive-period", &[("period", &label), ("value", &value)]),
                    None => self.fill("derive-no-period", &[("period", &label)]),
                }
            }
            What::Missing(missing) => self.missing_sentence(missing, name),
        }
    }

    /// A sentence about what was made of one input.
    fn chain(&self, key: &'static str, step: &Step, about: &Subject, more: &[(&str, &str)]) -> String {
        let Some(came) = self.came(step, about) else {
            return self.fill("derive-no-join", &[("component", &about.name)]);
        };
        let before = step.inputs.first().and_then(|input| self.came(input, about)).unwrap_or_default();
        // What is done to the number of the whole is about no component.
        let name =
            if about.name.is_empty() { self.joined_name(&Joined::Score, about) } else { about.name.clone() };
        let own = [("component", name.as_str()), ("before", &before), ("value", &came)];
        self.fill(key, &[&own[..], more].concat())
    }

    fn matrix_sentence(&self, step: &Step, rows: &str, columns: &str) -> String {
        let Some(outcome) = step.level() else { return self.fill("derive-no-outcome", &[]) };
        self.fill(
            "derive-matrix",
            &[
                ("rows", &self.scene.topic(self.framework, rows)),
                ("columns", &self.scene.topic(self.framework, columns)),
                ("outcome", &self.scene.label(&self.framework.data.outcome.label.value)),
                ("result", &self.outcome(outcome)),
            ],
        )
    }

    fn counts_sentence(&self, step: &Step, about: &Subject) -> String {
        let value = step.number().map(|value| self.number(value)).unwrap_or_default();
        let Some(rating) = step.inputs.first() else { return value };
        let level = self.came(rating, about).unwrap_or_default();
        let values = [("component", about.name.as_str()), ("level", &level), ("value", &value)];
        match &rating.what {
            What::Rating { by, date, .. } => {
                let who = [("by", self.scene.name(by)), ("date", text::date(self.scene.lang, *date))];
                let who = who.each_ref().map(|(slot, text)| (*slot, text.as_str()));
                self.fill("derive-counts", &[&values[..], &who[..]].concat())
            }
            _ => self.fill("derive-counts-plain", &values),
        }
    }

    fn band_sentence(&self, step: &Step, of: &Banded, band: Option<usize>, about: &Subject) -> String {
        let value = step.inputs.first().and_then(Step::number).map(|value| self.shown(of, value));
        let (Some(value), Some(came)) = (value, step.level()) else {
            return match of {
                Banded::Outcome => self.fill("derive-no-outcome-number", &[]),
                _ => self.fill("derive-no-join", &[("component", &about.name)]),
            };
        };
        let (level, name) = match of {
            Banded::Outcome => {
                (self.outcome(came), self.scene.label(&self.framework.data.outcome.label.value))
            }
            Banded::Component(component) => (self.level(component, came), about.name.clone()),
            Banded::Category(valuation) => (self.category(valuation, came), about.name.clone()),
        };
        let range = band
            .and_then(|at| self.bands(of)?.get(at))
            .map(|band| parts::range(self.scene.lang, &band.edges))
            .unwrap_or_default();
        self.fill(
            "derive-band",
            &[("component", &name), ("value", &value), ("range", &range), ("level", &level)],
        )
    }

    fn veto_sentence(&self, step: &Step, veto: usize) -> String {
        let veto = self.framework.data.outcome.vetoes.get(veto);
        let limit = veto.map(|veto| self.outcome(&veto.outcome.value)).unwrap_or_default();
        let rated = step.inputs.get(1).map(|input| self.subject(input, &Subject::default()).name);
        let before = step.inputs.first().and_then(Step::level).map(|level| self.outcome(level));
        let after = step.level().map(|level| self.outcome(level)).unwrap_or_default();
        self.fill(
            "derive-veto",
            &[
                ("component", &rated.unwrap_or_default()),
                ("limit", &limit),
                ("before", &before.unwrap_or_default()),
                ("value", &after),
            ],
        )
    }

    fn achievement_sentence(&self, step: &Step, formula: Formula, about: &Subject) -> String {
        let figure = |wanted: &[Figure]| {
            step.inputs.iter().find_map(|input| match &input.what {
                What::Figure { figure, measure, unit } if wanted.contains(figure) => {
                    Some((measure, unit.as_deref()))
                }
                _ => None,
            })
        };
        let words = |found: Option<(&Measure, Option<&str>)>| {
            found.map_or_else(
                || self.scene.word("derive-nothing").to_owned(),
                |(measure, unit)| parts::measure(self.scene.lang, measure, unit),
            )
        };
        let target = figure(&[Figure::Target]);
        let realised = figure(&[Figure::Realised, Figure::Shared]);
        let baseline = figure(&[Figure::Baseline]);
        let mut said = self.fill(
            "derive-figures",
            &[("component", &about.name), ("target", &words(target)), ("realised", &words(realised))],
        );
        if baseline.is_some() {
            said.push(' ');
            said.push_str(&self.fill("derive-baseline", &[("baseline", &words(baseline))]));
        }
        if figure(&[Figure::Shared]).is_some() {
            said.push(' ');
            said.push_str(self.scene.word("derive-shared"));
        }
        if let Some(value) = step.number() {
            let numbers = [target, realised, baseline].map(|found| found.map(|(measure, _)| measure));
            said.push(' ');
            said.push_str(&self.formula(formula, numbers, value));
        }
        said
    }

    /// The formula of an achievement with its numbers.
    fn formula(
        &self,
        formula: Formula,
        [target, realised, baseline]: [Option<&Measure>; 3],
        value: &Exact,
    ) -> String {
        let r = realised.and_then(plain);
        let t = target.and_then(|target| nearest(target, r.as_ref()));
        let b = baseline.and_then(plain);
        let shown = |number: &Option<Exact>| number.as_ref().map(|it| self.number(it)).unwrap_or_default();
        let (r, t, b) = (shown(&r), shown(&t), shown(&b));
        let left = match formula {
            Formula::Higher => format!("{r} / {t} × 100"),
            Formula::LowerMirror => format!("(2 − {r} / {t}) × 100"),
            Formula::LowerInverse => format!("{t} / {r} × 100"),
            Formula::FromBaseline => format!("({r} − {b}) / ({t} − {b}) × 100"),
            Formula::LowerNothing => {
                return self.fill("derive-lower-nothing", &[("value", &self.result(value))]);
            }
            Formula::Inside => return self.fill("derive-inside", &[("value", &self.result(value))]),
            Formula::Done => return self.fill("derive-done", &[("value", &self.result(value))]),
            Formula::Deadline { late } => {
                let key = match late {
                    0 => "derive-in-time",
                    1.. => "derive-late",
                    _ => "derive-early",
                };
                let days = late.unsigned_abs().to_string();
                return self.fill(key, &[("days", &days), ("value", &self.result(value))]);
            }
        };
        self.fill("derive-achievement", &[("formula", &left), ("value", &self.result(value))])
    }

    fn line_sentence(&self, step: &Step, valuation: &str, line: usize, about: &Subject) -> String {
        let achieved = step.inputs.first().and_then(Step::number);
        let line = self.valuation(valuation).and_then(|valuation| valuation.lines.get(line));
        let (Some(achieved), Some(line), Some(value)) = (achieved, line, step.number()) else {
            return self.fill("derive-no-join", &[("component", &about.name)]);
        };
        let ends = line.edges.lower().zip(line.edges.upper()).zip(line.to_value.as_ref());
        let formula = ends.map(|((low, high), to)| {
            let n = |number: &Exact| self.number(number);
            format!(
                "{} + ({} − {}) / ({} − {}) × ({} − {})",
                n(&line.value),
                n(to),
                n(&line.value),
                n(high),
                n(low),
                n(achieved),
                n(low)
            )
        });
        let values = [
            ("component", about.name.as_str()),
            ("before", &self.number(achieved)),
            ("value", &self.result(value)),
        ];
        match formula {
            Some(formula) => {
                self.fill("derive-line", &[&values[..], &[("formula", formula.as_str())]].concat())
            }
            None => self.fill("derive-line-flat", &values),
        }
    }

    fn count_sentence(
        &self,
        step: &Step,
        valuation: &str,
        counts: &[(String, usize)],
        about: &Subject,
    ) -> String {
        let Some(came) = step.level() else {
            return self.fill("derive-no-join", &[("component", &about.name)]);
        };
        let named: Vec<String> = counts
            .iter()
            .rev()
            .filter(|(_, count)| *count > 0)
            .map(|(category, count)| format!("{count} × {}", self.category(valuation, category)))
            .collect();
        let named = text::list(self.scene.lang, text::Join::And, &named);
        let level = self.category(valuation, came);
        self.fill("derive-count", &[("component", &about.name), ("counts", &named), ("level", &level)])
    }

    fn additional_sentence(&self, step: &Step, share: &Exact, scope: &str, weight: &Exact) -> String {
        let value = step.inputs.first().and_then(Step::number);
        let (Some(value), Some(came)) = (value, step.number()) else {
            return self.fill("derive-no-additional", &[]);
        };
        let formula =
            format!("{} / 100 × {} × {} / 100", self.number(share), self.number(weight), self.number(value));
        self.fill(
            "derive-additional",
            &[("scope", &self.scope(scope)), ("formula", &formula), ("value", &self.result(came))],
        )
    }

    /// The name of how far additional work reached.
    fn scope(&self, id: &str) -> String {
        let rules = self.framework.data.valuations.iter();
        let mut known = rules.filter_map(|(_, rule)| entry(&rule.additional.as_ref()?.scopes, id));
        known.next().map_or_else(|| id.to_owned(), |scope| self.scene.label(&scope.label.value))
    }

    fn missing_sentence(&self, missing: &Missing, name: &str) -> String {
        let key = match missing {
            Missing::Assessment => "derive-no-assessment",
            Missing::Rating => "derive-no-rating",
            Missing::Raters { kind, least } => {
                let values = [("kind", &*self.kind(kind)), ("n", &*least.to_string()), ("component", name)];
                let key = if *least > 1 { "derive-few-raters" } else { "derive-no-rater" };
                return self.fill(key, &values);
            }
            Missing::Plan => "derive-no-plan",
            Missing::Results => "derive-no-results",
            Missing::Realisation => "derive-no-realisation",
            Missing::Figure => "derive-no-figure",
            Missing::Period => "derive-no-period-card",
        };
        self.fill(key, &[("component", name)])
    }

    /// The rule a step follows.
    pub(super) fn legal(&self, step: &Step, about: &Subject) -> Option<String> {
        let data = &self.framework.data;
        let legal = match &step.what {
            What::Matrix { .. } => self.framework.matrix()?.legal.as_ref(),
            What::Band { of, band } => self.bands(of)?.get((*band)?)?.legal.as_ref(),
            What::Veto { veto } => data.outcome.vetoes.get(*veto)?.legal.as_ref(),
            What::Join { of: Joined::Score, .. } => data.outcome.score.as_ref()?.legal.as_ref(),
            What::Join { of: Joined::Periods, .. } => data.integration.as_ref()?.legal.as_ref(),
            What::Join { of: Joined::Parts(id) | Joined::Criteria(id), .. } => {
                self.framework.component(id)?.legal.as_ref()
            }
            What::Join { of: Joined::Results(id), .. } => {
                let valuation = self.framework.component(id)?.valuation.as_ref()?;
                self.valuation(&valuation.value)?.legal.as_ref()
            }
            What::TargetIsMax { valuation } => {
                self.valuation(valuation)?.target_is_max.as_ref()?.legal.as_ref()
            }
            What::Line { valuation, .. } | What::Count { valuation, .. } => {
                self.valuation(valuation)?.legal.as_ref()
            }
            What::Cap(_) => self.framework.component(about.rated.as_deref()?)?.legal.as_ref(),
            _ => None,
        };
        legal.map(|legal| self.scene.label(&legal.value))
    }

    fn joined_name(&self, of: &Joined, about: &Subject) -> String {
        let outcome = &self.framework.data.outcome;
        match of {
            Joined::Score | Joined::Periods => {
                let own = outcome.score.as_ref().and_then(|score| score.label.as_ref());
                self.scene.label(&own.unwrap_or(&outcome.label).value)
            }
            Joined::Parts(id) | Joined::Criteria(id) | Joined::Raters(id) => {
                self.scene.topic(self.framework, id)
            }
            Joined::Kind(kind) => {
                let kinds = self.framework.data.results.as_ref().map(|results| results.kinds.as_slice());
                let label = kinds.and_then(|kinds| entry(kinds, kind));
                label.map_or_else(|| kind.clone(), |label| self.scene.label(&label.value))
            }
            Joined::Additional => self.scene.word("derive-additional-name").to_owned(),
            Joined::Results(_) | Joined::Indicators(_) | Joined::WithAdditional => about.name.clone(),
        }
    }

    /// What a step came to, in words.
    fn came(&self, step: &Step, about: &Subject) -> Option<String> {
        Some(match step.result.as_ref()? {
            Got::Number(number) => self.result(number),
            Got::Level(level) => match (&step.what, about.rated.as_deref()) {
                (What::Band { of: Banded::Category(valuation), .. }, _)
                | (What::Count { valuation, .. } | What::TargetIsMax { valuation }, _) => {
                    self.category(valuation, level)
                }
                (_, Some(rated)) => self.level(rated, level),
                (_, None) => self.outcome(level),
            },
        })
    }

    fn level(&self, rated: &str, level: &str) -> String {
        parts::level(self.scene.lang, self.framework, rated, level).label
    }

    fn outcome(&self, level: &str) -> String {
        parts::outcome(self.scene.lang, self.framework, level).label
    }

    fn category(&self, valuation: &str, category: &str) -> String {
        let known = self.valuation(valuation).and_then(|valuation| entry(&valuation.categories, category));
        known.map_or_else(|| category.to_owned(), |known| self.scene.label(&known.label.value))
    }

    fn valuation(&self, id: &str) -> Option<&Valuation> {
        entry(&self.framework.data.valuations, id)
    }

    fn bands(&self, of: &Banded) -> Option<&[Band]> {
        Some(match of {
            Banded::Outcome => &self.framework.data.outcome.bands,
            Banded::Component(id) => &self.framework.component(id)?.bands,
            Banded::Category(id) => &self.valuation(id)?.bands,
        })
    }

    /// A number as a band sees it; the outcome's is printed with the decimals the framework states where that hides
    /// nothing.
    fn shown(&self, of: &Banded, value: &Exact) -> String {
        match of {
            Banded::Category(_) => format!("{} %", self.result(value)),
            _ => self.result(value),
        }
    }

    /// The name of a kind of rater.
    fn kind(&self, id: &str) -> String {
        let kind = self.framework.rater(id);
        kind.map_or_else(|| id.to_owned(), |kind| self.scene.label(&kind.label.value))
    }

    fn number(&self, value: &Exact) -> String {
        number(self.scene.lang, value)
    }

    fn result(&self, value: &Exact) -> String {
        result(self.scene.lang, value)
    }

    fn fill(&self, key: &'static str, values: &[(&str, &str)]) -> String {
        let values: Vec<(&str, &dyn Display)> =
            values.iter().map(|(slot, value)| (*slot, value as &dyn Display)).collect();
        text::fill(self.scene.word(key), &values)
    }
}

fn plain(measure: &Measure) -> Option<Exact> {
    match measure {
        Measure::Number(number) => Some(number.clone()),
        _ => None,
    }
}

/// The number of a target that counts for what was reached: of a range, the end it passed.
fn nearest(target: &Measure, realised: Option<&Exact>) -> Option<Exact> {
    match target {
        Measure::Range(_, to) if realised.is_some_and(|realised| realised > to) => Some(to.clone()),
        Measure::Range(from, _) => Some(from.clone()),
        other => plain(other),
    }
}
