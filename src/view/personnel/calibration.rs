//! How raters use their scales in a period: a table by rater, and what is worth looking at together.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{dossier_path, person_path};
use crate::insight::PeriodInsight;
use crate::insight::calibration::{self as insight, Beside, Gap, Pair, RaterFigures, SideFigures, Sign};
use crate::num::Exact;
use crate::view::calibration::{Calibrations, Placing, figure, signed, size};
use crate::view::employee;
use crate::view::scene::Scene;

/// How raters use their scales in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CalibrationPage {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How many people are left out because of errors in their files.
    pub held: usize,
    /// Raters of whom something is worth a look.
    pub looks: Vec<Look>,
    /// Raters by kind.
    pub kinds: Vec<RaterKindTable>,
    /// How many people's own views could be compared.
    pub gaps_looked_at: usize,
    /// Clear gaps, the highest own view first.
    pub gaps: Vec<GapRow>,
    /// How many pairs of colleagues could be compared.
    pub pairs_looked_at: usize,
    /// Colleagues who rated each other higher than others did, by name.
    pub pairs: Vec<PairRow>,
    /// How to read it, paragraph by paragraph.
    pub reading: Vec<String>,
}

/// A rater of whom something is worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Look {
    /// Their name.
    pub name: String,
    /// Their page, if they have one.
    pub href: Option<String>,
    /// As what they rated.
    pub kind: String,
    /// What it is, each with its numbers.
    pub lines: Vec<String>,
}

/// Raters of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RaterKindTable {
    /// The kind.
    pub label: String,
    /// Those who rated enough people: from the highest above the others to the lowest below, then those who cannot be
    /// compared, from the highest mean down; then by name and unit.
    pub rows: Vec<RaterRow>,
    /// How many rated too few people, in words.
    pub few: Option<String>,
}

/// A rater.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RaterRow {
    /// Their name.
    pub name: String,
    /// Their page, if they have one.
    pub href: Option<String>,
    /// Their unit.
    pub unit: Option<String>,
    /// How many people they rated.
    pub people: usize,
    /// Where their mean lies.
    pub placing: Placing,
    /// The mean.
    pub level: FigureCell,
    /// How much higher it is than that of the others.
    pub difference: Option<String>,
    /// How far ratings of two people lie apart.
    pub between: Option<FigureCell>,
    /// How far ratings of one person on two items lie apart.
    pub within: Option<FigureCell>,
    /// What was worth a look, in short.
    pub signs: Vec<String>,
    /// The earlier period.
    pub earlier: Option<EarlierCell>,
}

/// A figure with that of the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureCell {
    /// The rater's.
    pub own: String,
    /// That of the others.
    pub others: Option<String>,
}

/// A rater's mean in an earlier period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EarlierCell {
    /// The period.
    pub period: String,
    /// The mean then.
    pub then: String,
    /// By how much it rose.
    pub rose: String,
}

/// A person whose own view differs from that of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GapRow {
    /// Their name.
    pub name: String,
    /// Their page of the period.
    pub href: String,
    /// Where their own view lies.
    pub placing: Placing,
    /// Their own view.
    pub own: String,
    /// That of the others.
    pub others: String,
    /// How many others.
    pub raters: usize,
    /// On how many components and criteria.
    pub items: usize,
    /// How much higher their own view is.
    pub difference: String,
}

/// Two colleagues who rated each other higher than others did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PairRow {
    /// Their names.
    pub names: String,
    /// What each gave the other, with its numbers.
    pub lines: Vec<String>,
}

/// How raters use their scales in a period. `None` if nothing of it can be computed.
pub fn calibration(
    scene: &Scene,
    calibrations: &Calibrations,
    insight: &PeriodInsight,
) -> Option<CalibrationPage> {
    let found = calibrations.ratings.calibration(&insight.period.id)?;
    let has_page: BTreeSet<&str> = employee::people(scene.survey).into_iter().collect();
    let page = Page { scene, insight, has_page };
    let kinds: Vec<(String, Vec<RaterFigures>, usize)> =
        found.sides.into_iter().map(|side| page.kind(side)).collect();
    let looks = kinds.iter().flat_map(|(label, raters, _)| {
        raters.iter().filter(|rater| !rater.signs().is_empty()).map(|rater| page.look(label, rater))
    });
    let mut gaps: Vec<&Gap> = found.gaps.clear.iter().collect();
    gaps.sort_by_cached_key(|gap| (std::cmp::Reverse(gap.difference()), scene.name(&gap.person)));
    let mut pairs: Vec<PairRow> = found.pairs.clear.iter().map(|pair| page.pair(pair)).collect();
    pairs.sort_by(|a, b| (&a.names, &a.lines).cmp(&(&b.names, &b.lines)));
    Some(CalibrationPage {
        id: insight.period.id.clone(),
        label: scene.period(insight.period),
        held: found.held,
        looks: looks.collect(),
        gaps_looked_at: found.gaps.people,
        gaps: gaps.into_iter().map(|gap| page.gap(gap)).collect(),
        pairs_looked_at: found.pairs.looked_at,
        pairs,
        reading: reading(scene),
        kinds: kinds
            .iter()
            .map(|(label, raters, few)| RaterKindTable {
                label: label.clone(),
                rows: raters.iter().map(|rater| page.row(rater)).collect(),
                few: (*few > 0)
                    .then(|| scene.say("calibration-few", &[("n", few), ("least", &insight::FEWEST_PEOPLE)])),
            })
            .collect(),
    })
}

struct Page<'s, 'a> {
    scene: &'s Scene<'a>,
    insight: &'s PeriodInsight<'a>,
    has_page: BTreeSet<&'a str>,
}

impl Page<'_, '_> {
    /// The name of a kind of rater, and its raters in the order they are read.
    fn kind(&self, side: SideFigures) -> (String, Vec<RaterFigures>, usize) {
        let id = side.side.id();
        let kind = self.insight.period.framework.as_deref().and_then(|framework| framework.rater(id));
        let label = kind.map_or_else(|| id.to_owned(), |kind| self.scene.label(&kind.label.value));
        let mut raters = side.raters;
        raters.sort_by_cached_key(|rater| {
            let difference = rater.level.as_ref().and_then(Beside::difference);
            let name = (self.scene.name(&rater.by), self.unit(&rater.by));
            (difference.is_none(), std::cmp::Reverse((difference, rater.mean.clone())), name)
        });
        (label, raters, side.few)
    }

    fn unit(&self, person: &str) -> Option<String> {
        let unit = self.insight.progress.get(person)?.unit.as_ref()?;
        Some(self.scene.unit(self.insight.period, unit))
    }

    fn href(&self, person: &str) -> Option<String> {
        self.has_page.contains(person).then(|| person_path(person))
    }

    fn row(&self, rater: &RaterFigures) -> RaterRow {
        let scene = self.scene;
        let cell = |beside: &Beside| FigureCell {
            own: figure(scene, &beside.own),
            others: beside.others.as_ref().map(|others| figure(scene, &others.figure)),
        };
        let others = rater.level.as_ref().and_then(|level| level.others.as_ref());
        let own = rater.level.as_ref().map_or(&rater.mean, |level| &level.own);
        RaterRow {
            name: scene.name(&rater.by),
            href: self.href(&rater.by),
            unit: self.unit(&rater.by),
            people: rater.people,
            placing: Placing::new(own, others.map(|others| (&others.figure, &others.figure))),
            level: FigureCell {
                own: figure(scene, own),
                others: others.map(|others| figure(scene, &others.figure)),
            },
            difference: rater
                .level
                .as_ref()
                .and_then(Beside::difference)
                .map(|difference| signed(scene, &difference)),
            between: rater.between.as_ref().map(cell),
            within: rater.within.as_ref().map(cell),
            signs: rater.signs().into_iter().map(|sign| scene.word(short(sign)).to_owned()).collect(),
            earlier: rater.earlier.as_ref().map(|earlier| EarlierCell {
                period: self.period(&earlier.period),
                then: figure(scene, &earlier.then),
                rose: signed(scene, &earlier.rose()),
            }),
        }
    }

    fn period(&self, id: &str) -> String {
        self.scene.agency.periods.get(id).map_or_else(|| id.to_owned(), |period| self.scene.period(period))
    }

    fn look(&self, kind: &str, rater: &RaterFigures) -> Look {
        Look {
            name: self.scene.name(&rater.by),
            href: self.href(&rater.by),
            kind: kind.to_owned(),
            lines: rater.signs().into_iter().filter_map(|sign| self.in_words(sign, rater)).collect(),
        }
    }

    /// A sign with its numbers.
    fn in_words(&self, sign: Sign, rater: &RaterFigures) -> Option<String> {
        let scene = self.scene;
        match sign {
            Sign::Higher | Sign::Lower => {
                let level = rater.level.as_ref()?;
                let others = level.others.as_ref()?;
                let key = if sign == Sign::Higher { "calibration-higher" } else { "calibration-lower" };
                Some(scene.say(
                    key,
                    &[
                        ("people", &level.people),
                        ("own", &figure(scene, &level.own)),
                        ("raters", &others.raters),
                        ("others", &figure(scene, &others.figure)),
                        ("difference", &size(scene, &level.difference()?)),
                    ],
                ))
            }
            Sign::PeopleAlike => {
                let keys = ["calibration-people-same", "calibration-people-alike", "calibration-people-all"];
                Some(self.alike(keys, rater.between.as_ref()?))
            }
            Sign::ItemsAlike => {
                let keys = ["calibration-items-same", "calibration-items-alike", "calibration-items-all"];
                Some(self.alike(keys, rater.within.as_ref()?))
            }
            Sign::Rose | Sign::Fell => {
                let earlier = rater.earlier.as_ref()?;
                let key = if sign == Sign::Rose { "calibration-rose" } else { "calibration-fell" };
                let words = scene.say(
                    key,
                    &[
                        ("now", &figure(scene, &earlier.now)),
                        ("then", &figure(scene, &earlier.then)),
                        ("period", &self.period(&earlier.period)),
                        ("people", &earlier.people),
                        ("difference", &size(scene, &earlier.rose())),
                    ],
                );
                let others = earlier.others_rose.as_ref().map(|rose| {
                    format!(" {}", scene.say("calibration-others-rose", &[("rose", &signed(scene, rose))]))
                });
                Some(words + &others.unwrap_or_default())
            }
        }
    }

    /// Ratings that lie hardly apart: not at all beside others, hardly beside others, or not at all without others.
    fn alike(&self, [same, alike, all]: [&'static str; 3], beside: &Beside) -> String {
        let scene = self.scene;
        let Some(others) = &beside.others else { return scene.say(all, &[("people", &beside.people)]) };
        let key = if beside.own.is_zero() { same } else { alike };
        scene.say(
            key,
            &[
                ("people", &beside.people),
                ("own", &figure(scene, &beside.own)),
                ("raters", &others.raters),
                ("others", &figure(scene, &others.figure)),
            ],
        )
    }

    fn gap(&self, gap: &Gap) -> GapRow {
        let scene = self.scene;
        GapRow {
            name: scene.name(&gap.person),
            href: dossier_path(&self.insight.period.id, &gap.person),
            placing: Placing::new(&gap.own, Some((&gap.others, &gap.others))),
            own: figure(scene, &gap.own),
            others: figure(scene, &gap.others),
            raters: gap.raters,
            items: gap.items,
            difference: signed(scene, &gap.difference()),
        }
    }

    fn pair(&self, pair: &Pair) -> PairRow {
        let scene = self.scene;
        let mut both: Vec<_> = pair.favours.iter().map(|favour| (scene.name(&favour.by), favour)).collect();
        both.sort_by(|(a, _), (b, _)| a.cmp(b));
        let names: Vec<&str> = both.iter().map(|(name, _)| name.as_str()).collect();
        let lines = both.iter().map(|(name, favour)| {
            scene.say(
                "calibration-favour",
                &[
                    ("by", name),
                    ("to", &scene.name(&favour.to)),
                    ("gave", &figure(scene, &favour.gave)),
                    ("raters", &favour.raters),
                    ("others", &figure(scene, &favour.others)),
                    ("items", &favour.items),
                ],
            )
        });
        PairRow {
            names: crate::text::list(scene.lang, crate::text::Join::And, &names),
            lines: lines.collect(),
        }
    }
}

/// A sign in short.
fn short(sign: Sign) -> &'static str {
    match sign {
        Sign::Higher => "calibration-sign-higher",
        Sign::Lower => "calibration-sign-lower",
        Sign::PeopleAlike => "calibration-sign-people",
        Sign::ItemsAlike => "calibration-sign-items",
        Sign::Rose => "calibration-sign-rose",
        Sign::Fell => "calibration-sign-fell",
    }
}

/// How to read the page, with the smallest numbers it keeps to.
fn reading(scene: &Scene) -> Vec<String> {
    let share = |percent| figure(scene, &Exact::ratio(percent, 100).unwrap_or_else(Exact::zero));
    ["calibration-read-scale", "calibration-read-others", "calibration-read-least", "calibration-read-care"]
        .into_iter()
        .map(|key| {
            scene.say(
                key,
                &[
                    ("people", &insight::FEWEST_PEOPLE),
                    ("raters", &insight::FEWEST_RATERS),
                    ("items", &insight::FEWEST_ITEMS),
                    ("clear", &share(insight::CLEAR_PERCENT)),
                    ("gap", &share(insight::CLEAR_GAP_PERCENT)),
                ],
            )
        })
        .collect()
}
