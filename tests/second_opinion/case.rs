//! Random frameworks and reviews, as a plain picture and as the files that say the same.

use std::fmt::Write as _;

/// Random choices, one after the other; zero where they have run out.
pub(crate) struct Choices<'a>(std::slice::Iter<'a, u32>);

impl<'a> Choices<'a> {
    pub(crate) fn of(choices: &'a [u32]) -> Self {
        Choices(choices.iter())
    }

    /// A number below `n`.
    fn below(&mut self, n: usize) -> usize {
        self.0.next().map_or(0, |&choice| choice as usize % n)
    }

    /// True in one of `n` cases.
    fn rarely(&mut self, n: usize) -> bool {
        self.below(n) == n - 1
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// What happens where something is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    Renormalise,
    Zero,
    Error,
}

impl Policy {
    fn of(choices: &mut Choices) -> Policy {
        choices.pick(&[Policy::Renormalise, Policy::Zero, Policy::Error])
    }

    fn word(self) -> &'static str {
        match self {
            Policy::Renormalise => "renormalise",
            Policy::Zero => "zero",
            Policy::Error => "error",
        }
    }
}

/// A rounding: decimals and mode.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rounding {
    pub(crate) decimals: u32,
    pub(crate) mode: &'static str,
}

/// The scale everything is rated on.
#[derive(Debug, Clone)]
pub(crate) enum Scale {
    /// Levels `l0`, `l1`, … with these numbers.
    Levels(Vec<i64>),
    /// Whole numbers from 0 to this.
    Range(i64),
}

#[derive(Debug, Clone)]
pub(crate) enum Source {
    Rating,
    /// Criteria with their weights, if they have any.
    Criteria(Vec<Option<i64>>),
    /// Planned results; the most an achievement can be.
    Results(Option<i64>),
}

#[derive(Debug, Clone)]
pub(crate) struct Component {
    pub(crate) weight: Option<i64>,
    pub(crate) source: Source,
    pub(crate) missing: Policy,
    pub(crate) times: Option<&'static str>,
    pub(crate) cap: Option<i64>,
    pub(crate) round: Option<Rounding>,
}

/// A band: its lower end, whether that belongs to it, and whether the condition must be met.
#[derive(Debug, Clone)]
pub(crate) struct Band {
    pub(crate) level: usize,
    pub(crate) lower: Option<(i64, bool)>,
    pub(crate) condition: bool,
}

/// A veto: component and criterion, number or level, highest outcome.
#[derive(Debug, Clone)]
pub(crate) struct Veto {
    pub(crate) item: Item,
    pub(crate) at_most: i64,
    pub(crate) outcome: usize,
}

/// A framework.
#[derive(Debug, Clone)]
pub(crate) struct System {
    pub(crate) name: String,
    pub(crate) scale: Scale,
    pub(crate) components: Vec<Component>,
    pub(crate) raters: Option<[i64; 3]>,
    pub(crate) missing_raters: Policy,
    pub(crate) missing_parts: Policy,
    pub(crate) to: i64,
    /// Outcomes, lowest first, are `o0`, `o1`, …; bands from the highest down.
    pub(crate) outcomes: usize,
    pub(crate) bands: Vec<Band>,
    pub(crate) veto: Option<Veto>,
}

/// What can be rated: a component, or one of its criteria.
pub(crate) type Item = (usize, Option<usize>);

/// Marks by item: a level's place or a number. Items that were not rated are not in it.
pub(crate) type Marks = Vec<(Item, i64)>;

#[derive(Debug, Clone)]
pub(crate) enum Target {
    Number(i64),
    Range(i64, i64),
    /// A day of December.
    Day(i64),
    Deed,
}

#[derive(Debug, Clone)]
pub(crate) struct Indicator {
    pub(crate) better: &'static str,
    pub(crate) target: Target,
    /// What was reached, in tenths; a day of December; 0 or 1 for a deed.
    pub(crate) realised: Option<i64>,
}

#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) superior: Option<Marks>,
    pub(crate) peers: Vec<Marks>,
    pub(crate) subordinates: Vec<Marks>,
    /// Results with their indicators.
    pub(crate) results: Vec<Vec<Indicator>>,
    pub(crate) condition: bool,
}

/// A framework with people rated under it.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) system: System,
    pub(crate) people: Vec<Person>,
}

/// The id of a person.
pub(crate) fn person(at: usize) -> String {
    format!("orang-{at:02}")
}

/// The id of somebody the person leads.
fn subordinate(person: usize, at: usize) -> String {
    format!("bawahan-{person:02}-{at}")
}

/// Percentages that sum to 100.
fn shares(choices: &mut Choices, n: usize) -> Vec<i64> {
    let mut left = 100;
    let mut shares = vec![];
    for at in 0..n {
        let others = i64::try_from(n - at - 1).unwrap();
        let share = if others == 0 {
            left
        } else {
            1 + i64::try_from(choices.below(60)).unwrap().min(left - others - 1)
        };
        shares.push(share);
        left -= share;
    }
    shares
}

fn int(n: usize) -> i64 {
    i64::try_from(n).unwrap()
}

impl System {
    fn of(choices: &mut Choices) -> System {
        let scale = if choices.rarely(2) {
            Scale::Range(100)
        } else {
            let mut values = vec![int(choices.below(3))];
            for _ in 0..1 + choices.below(4) {
                values.push(values.last().unwrap() + 1 + int(choices.below(9)));
            }
            Scale::Levels(values)
        };
        let count = 1 + choices.below(4);
        let weighted = choices.rarely(2);
        let weights = shares(choices, count);
        let components = (0..count)
            .map(|at| Component {
                weight: weighted.then(|| weights[at]),
                source: match choices.below(3) {
                    0 => Source::Rating,
                    1 => {
                        let n = 1 + choices.below(4);
                        let weighted = choices.rarely(2);
                        let weights = shares(choices, n);
                        Source::Criteria(
                            weights.into_iter().map(|weight| weighted.then_some(weight)).collect(),
                        )
                    }
                    _ => Source::Results(choices.rarely(2).then_some(120)),
                },
                missing: Policy::of(choices),
                times: choices.rarely(3).then(|| choices.pick(&["24", "0.5", "1.25"])),
                cap: choices.rarely(4).then(|| 10 + int(choices.below(120))),
                round: choices.rarely(4).then(|| Rounding {
                    decimals: u32::try_from(choices.below(3)).unwrap(),
                    mode: choices.pick(&["half-up", "half-even", "down"]),
                }),
            })
            .collect();
        let raters = choices.rarely(2).then(|| {
            let shares = shares(choices, 3);
            [shares[0], shares[1], shares[2]]
        });
        let outcomes = 2 + choices.below(4);
        let mut lower = 0;
        let mut bands: Vec<Band> = (1..outcomes)
            .map(|level| {
                lower += 1 + int(choices.below(40));
                Band { level, lower: Some((lower, choices.rarely(2))), condition: false }
            })
            .collect();
        bands.reverse();
        bands.push(Band { level: 0, lower: None, condition: false });
        if choices.rarely(3) {
            bands[0].condition = true;
        }
        let mut system = System {
            name: "Contoh".to_owned(),
            scale,
            components,
            raters,
            missing_raters: Policy::of(choices),
            missing_parts: Policy::of(choices),
            to: lower + 10 + int(choices.below(200)),
            outcomes,
            bands,
            veto: None,
        };
        let items = system.items();
        if choices.rarely(3) && !items.is_empty() {
            let item = choices.pick(&items);
            let at_most = system.mark(choices);
            system.veto = Some(Veto { item, at_most, outcome: choices.below(outcomes) });
        }
        system
    }

    /// Everything that is rated.
    pub(crate) fn items(&self) -> Vec<Item> {
        let each = self.components.iter().enumerate().flat_map(|(at, component)| match &component.source {
            Source::Rating => vec![(at, None)],
            Source::Criteria(criteria) => {
                (0..criteria.len()).map(|criterion| (at, Some(criterion))).collect()
            }
            Source::Results(_) => vec![],
        });
        each.collect()
    }

    /// Outcomes, lowest first.
    pub(crate) fn levels(&self) -> Vec<String> {
        (0..self.outcomes).map(|level| format!("o{level}")).collect()
    }

    fn mark(&self, choices: &mut Choices) -> i64 {
        int(match &self.scale {
            Scale::Levels(values) => choices.below(values.len()),
            Scale::Range(to) => choices.below(usize::try_from(*to).unwrap() + 1),
        })
    }

    fn highest(&self) -> i64 {
        match &self.scale {
            Scale::Levels(values) => int(values.len()) - 1,
            Scale::Range(to) => *to,
        }
    }

    fn word(&self, mark: i64) -> String {
        match &self.scale {
            Scale::Levels(_) => format!("l{mark}"),
            Scale::Range(_) => mark.to_string(),
        }
    }

    fn yaml(&self) -> String {
        let name = &self.name;
        let mut out = format!("label: {name}\nscales:\n  skala:\n");
        match &self.scale {
            Scale::Levels(values) => {
                out.push_str("    levels:\n");
                for (at, value) in values.iter().enumerate() {
                    let _ = writeln!(out, "      l{at}: {{label: {name} {at}, value: {value}}}");
                }
            }
            Scale::Range(to) => {
                let _ = writeln!(out, "    range: {{from: 0, to: {to}, step: 1}}");
            }
        }
        out.push_str("components:\n");
        for (at, component) in self.components.iter().enumerate() {
            let _ =
                writeln!(out, "  k{at}:\n    label: {name} {at}\n    missing: {}", component.missing.word());
            if let Some(weight) = component.weight {
                let _ = writeln!(out, "    weight: {weight}");
            }
            match &component.source {
                Source::Rating => out.push_str("    from: rating\n    scale: skala\n"),
                Source::Results(_) => {
                    let _ = writeln!(out, "    from: results\n    valuation: v{at}");
                }
                Source::Criteria(criteria) => {
                    out.push_str("    from: criteria\n    scale: skala\n    criteria:\n");
                    for (criterion, weight) in criteria.iter().enumerate() {
                        let weight = weight.map_or_else(String::new, |weight| format!(", weight: {weight}"));
                        let _ = writeln!(
                            out,
                            "      k{at}-{criterion}: {{label: {name} {at}-{criterion}{weight}}}"
                        );
                    }
                }
            }
            if let Some(times) = component.times {
                let _ = writeln!(out, "    times: {times}");
            }
            if let Some(cap) = component.cap {
                let _ = writeln!(out, "    cap: {cap}");
            }
            if let Some(round) = component.round {
                let _ = writeln!(out, "    round: {{decimals: {}, mode: {}}}", round.decimals, round.mode);
            }
        }
        self.results(&mut out);
        self.raters(&mut out);
        self.outcome(&mut out);
        out.push_str("stages:\n  nilai: {label: Nilai, event: supervisor, required: true}\n");
        out
    }

    fn results(&self, out: &mut String) {
        let valued =
            self.components.iter().enumerate().filter_map(|(at, component)| match component.source {
                Source::Results(cap) => Some((at, cap)),
                _ => None,
            });
        let valued: Vec<(usize, Option<i64>)> = valued.collect();
        let Some((first, _)) = valued.first() else { return };
        let _ = writeln!(out, "results:\n  component: k{first}\n  kinds: {{utama: Utama}}\nvaluations:");
        for (at, cap) in &valued {
            let cap = cap.map_or_else(String::new, |cap| format!(", cap: {cap}"));
            let _ = writeln!(out, "  v{at}:\n    achievement: {{late_day: 3, early_day: 1{cap}}}");
        }
    }

    fn raters(&self, out: &mut String) {
        let weights =
            self.raters.map(|weights| weights.map(|weight| format!(", weight: {weight}, least: 3")));
        let [superior, peer, subordinate] = weights.unwrap_or_default();
        let superior = superior.replace("least: 3", "least: 1");
        let _ = writeln!(
            out,
            "raters:\n  self: {{label: Sendiri, display: 1}}\n  superior: {{label: Atasan, display: 1{superior}}}\n  \
             peer: {{label: Rekan, display: 3{peer}}}\n  subordinate: {{label: Bawahan, display: 3{subordinate}}}\n\
             missing: {{raters: {}, parts: {}}}",
            self.missing_raters.word(),
            self.missing_parts.word()
        );
    }

    fn outcome(&self, out: &mut String) {
        let _ = writeln!(out, "outcome:\n  label: Hasil\n  levels:");
        for level in 0..self.outcomes {
            let _ = writeln!(out, "    o{level}: {{label: {} {level}, group: g}}", self.name);
        }
        let _ = writeln!(out, "  groups: {{g: Semua}}\n  score: {{from: 0, to: {}}}\n  bands:", self.to);
        for band in &self.bands {
            let lower = match band.lower {
                Some((at, true)) => format!(", from: {at}"),
                Some((at, false)) => format!(", above: {at}"),
                None => String::new(),
            };
            let upper = self.above(band);
            let when = if band.condition { ", when: [syarat]" } else { "" };
            let _ = writeln!(out, "    - {{level: o{}{lower}{upper}{when}}}", band.level);
        }
        if self.bands.iter().any(|band| band.condition) {
            out.push_str("  conditions: {syarat: {label: Syarat}}\n");
        }
        if let Some(veto) = &self.veto {
            let _ = writeln!(
                out,
                "  vetoes:\n    - {{of: [{}], at_most: {}, outcome: o{}}}",
                item(veto.item),
                self.word(veto.at_most),
                veto.outcome
            );
        }
    }

    /// The upper end of a band, so that it meets the one above it; open where that one asks for a condition.
    fn above(&self, band: &Band) -> String {
        let higher = self.bands.iter().find(|other| other.level == band.level + 1);
        match higher {
            Some(Band { condition: false, lower: Some((at, closed)), .. }) => {
                format!(", {}: {at}", if *closed { "below" } else { "to" })
            }
            _ => String::new(),
        }
    }
}

fn item((component, criterion): Item) -> String {
    match criterion {
        Some(criterion) => format!("k{component}-{criterion}"),
        None => format!("k{component}"),
    }
}

impl Case {
    pub(crate) fn from(choices: &mut Choices) -> Case {
        let system = System::of(choices);
        let people = (0..1 + choices.below(4)).map(|_| Person::of(&system, choices)).collect();
        Case { system, people }
    }

    /// Raises what the superior gave for an item by one. False where there is nothing to raise.
    pub(crate) fn raise(&mut self, person: usize, item: usize) -> bool {
        let highest = self.system.highest();
        let marks = self.people[person].superior.as_mut().filter(|marks| !marks.is_empty());
        let Some(marks) = marks else { return false };
        let at = item % marks.len();
        let mark = &mut marks[at].1;
        *mark += 1;
        *mark <= highest
    }

    /// The files that say the same.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let mut files = vec![
            ("rapor.yaml".to_owned(), "name: Kantor\nlocale: id\n".to_owned()),
            ("content/frameworks/acak.yaml".to_owned(), self.system.yaml()),
            (
                "content/periods/2025.yaml".to_owned(),
                "label: P\nframework: acak\nfrom: 2025-01-01\nto: 2025-12-31\n".to_owned(),
            ),
        ];
        let colleague = |id: &str, rater: &str| {
            let rater = if rater.is_empty() { String::new() } else { format!(", rater: {rater}") };
            let text =
                format!("names: {{full: N}}\nassignments:\n  - {{from: 2020-01-01, position: P{rater}}}\n");
            (format!("content/people/{id}.yaml"), text)
        };
        files.push(colleague("atasan", ""));
        for at in 0..6 {
            files.push(colleague(&format!("rekan-{at}"), "atasan"));
        }
        for (at, one) in self.people.iter().enumerate() {
            let id = person(at);
            files.push(colleague(&id, "atasan"));
            let mut put = |name: &str, text: String| {
                files.push((format!("content/reviews/2025/{id}/{name}"), text));
            };
            if !one.results.is_empty() {
                put("plan.yaml", one.plan());
            }
            if let Some(marks) = &one.superior {
                put("supervisor.md", self.review("atasan", marks, Some(one)));
            }
            for (n, marks) in one.peers.iter().enumerate() {
                put(&format!("peer-{}.md", n + 1), self.review(&format!("rekan-{n}"), marks, None));
            }
            for (n, marks) in one.subordinates.iter().enumerate() {
                put(&format!("subordinate-{}.md", n + 1), self.review(&subordinate(at, n), marks, None));
            }
            for n in 0..one.subordinates.len() {
                files.push(colleague(&subordinate(at, n), &id));
            }
        }
        files
    }

    fn review(&self, by: &str, marks: &Marks, one: Option<&Person>) -> String {
        let mut out = format!("---\nby: {by}\ndate: 2026-01-05\n");
        if !marks.is_empty() {
            out.push_str("ratings:\n");
        }
        for (rated, mark) in marks {
            let _ = writeln!(out, "  {}: {}", item(*rated), self.system.word(*mark));
        }
        if let Some(one) = one {
            one.realised(&mut out);
            if one.condition && self.system.bands.iter().any(|band| band.condition) {
                out.push_str("conditions: {syarat: Terpenuhi}\n");
            }
        }
        out.push_str("---\n## Kekuatan\n\nBaik.\n");
        out
    }

    /// A person in words, for a message.
    pub(crate) fn told(&self, one: &Person) -> String {
        format!("{one:#?}\n{}", self.system.yaml())
    }
}

impl Person {
    fn of(system: &System, choices: &mut Choices) -> Person {
        let items = system.items();
        let marks = |choices: &mut Choices, gaps: usize| -> Marks {
            let rated = items.iter().filter(|_| !choices.rarely(gaps)).copied().collect::<Vec<_>>();
            rated.into_iter().map(|item| (item, system.mark(choices))).collect()
        };
        let superior = (!choices.rarely(12)).then(|| marks(choices, 12));
        let peers = (0..choices.below(6)).map(|_| marks(choices, 5)).collect();
        let subordinates = (0..choices.below(6)).map(|_| marks(choices, 5)).collect();
        let scored = system.components.iter().any(|component| matches!(component.source, Source::Results(_)));
        let results = if scored && !choices.rarely(8) {
            (0..1 + choices.below(3))
                .map(|_| (0..1 + choices.below(3)).map(|_| indicator(choices)).collect())
                .collect()
        } else {
            vec![]
        };
        Person { superior, peers, subordinates, results, condition: choices.rarely(2) }
    }

    fn plan(&self) -> String {
        let mut out = "agreed: {employee: 2025-01-10, superior: 2025-01-10}\nresults:\n".to_owned();
        for (at, indicators) in self.results.iter().enumerate() {
            let _ = writeln!(out, "  r{at}:\n    kind: utama\n    result: Terwujudnya {at}\n    indicators:");
            for (n, one) in indicators.iter().enumerate() {
                let target = match &one.target {
                    Target::Number(number) => number.to_string(),
                    Target::Range(from, to) => format!("{{from: {from}, to: {to}}}"),
                    Target::Day(day) => format!("2025-12-{day:02}"),
                    Target::Deed => "selesai".to_owned(),
                };
                let unit = match &one.target {
                    Target::Number(_) | Target::Range(..) => ", unit: butir",
                    _ => "",
                };
                let _ = writeln!(
                    out,
                    "      i{n}: {{measure: Ukuran, target: {target}{unit}, better: {}}}",
                    one.better
                );
            }
        }
        out
    }

    fn realised(&self, out: &mut String) {
        let mut rows = String::new();
        for (at, indicators) in self.results.iter().enumerate() {
            for (n, one) in indicators.iter().enumerate() {
                let Some(realised) = one.realised else { continue };
                let value = match &one.target {
                    Target::Number(_) | Target::Range(..) => format!("{}.{}", realised / 10, realised % 10),
                    Target::Day(_) => format!("2025-12-{realised:02}"),
                    Target::Deed => (if realised == 1 { "ya" } else { "tidak" }).to_owned(),
                };
                let _ = writeln!(rows, "  r{at}/i{n}: {{value: {value}, evidence: [Laporan 1]}}");
            }
        }
        if !rows.is_empty() {
            let _ = write!(out, "realisation:\n{rows}");
        }
    }
}

fn indicator(choices: &mut Choices) -> Indicator {
    let better = choices.pick(&["higher", "lower", "within", "on-time", "done"]);
    let target = match better {
        "on-time" => Target::Day(1 + int(choices.below(28))),
        "done" => Target::Deed,
        "within" => range(choices),
        _ if choices.rarely(3) => range(choices),
        _ => Target::Number(1 + int(choices.below(50))),
    };
    let realised = match better {
        "on-time" => 1 + int(choices.below(28)),
        "done" => int(choices.below(2)),
        _ => int(choices.below(900)),
    };
    Indicator { better, target, realised: (!choices.rarely(15)).then_some(realised) }
}

fn range(choices: &mut Choices) -> Target {
    let from = 1 + int(choices.below(40));
    Target::Range(from, from + int(choices.below(20)))
}
