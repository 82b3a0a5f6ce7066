//! Valuations by hand: those of PermenPANRB 8/2021 as the preset has them, and small ones for everything else.

use super::*;
use crate::model::load;
use crate::source::Sources;

/// An indicator: fields of the plan, and what was reached by the superior's word; empty where they say nothing.
type Measured<'a> = (&'a str, &'a str);
/// A result: fields of the plan beside its indicators.
type Row<'a> = (&'a str, Vec<Measured<'a>>);

/// A framework with one component, `hasil`, by the valuation `v`.
const SMALL: &str = "
label: Kerangka contoh
scales: {angka: {range: {from: 0, to: 100}}}
components: {hasil: {label: Hasil, from: results, valuation: v}}
results: {component: hasil, kinds: {utama: Utama, lain: Lain, tambahan: Tambahan}}
raters: {superior: {label: Atasan, display: 1, weight: 100}}
outcome:
  label: Predikat
  levels: {kurang: {label: Kurang}, baik: {label: Baik}}
  score: {from: 0, to: 200}
  bands: [{level: baik, from: 60}, {level: kurang, below: 60}]
stages: {penilaian: {label: Penilaian, event: supervisor}}
";

fn plan(rows: &[Row]) -> (String, String) {
    let (mut plan, mut realised) = ("results:\n".to_owned(), String::new());
    for (at, (result, indicators)) in rows.iter().enumerate() {
        let listed = indicators
            .iter()
            .enumerate()
            .map(|(i, (fields, _))| format!("      i{i}: {{measure: Ukuran, {fields}}}\n"));
        let listed: String = listed.collect();
        plan += &format!(
            "  r{at}:\n    result: Hasil\n    {}\n    indicators:\n{listed}",
            result.replace(", ", "\n    ")
        );
        for (i, (_, figure)) in indicators.iter().enumerate().filter(|(_, (_, figure))| !figure.is_empty()) {
            realised += &format!("  r{at}/i{i}: {figure}\n");
        }
    }
    (plan, realised)
}

fn files(framework: (&str, &str), rows: &[Row]) -> Vec<(String, String)> {
    let (plan, realised) = plan(rows);
    let period = format!("label: P\nframework: {}\nfrom: 2021-07-01\nto: 2021-12-31\n", framework.0);
    let own = (!framework.1.is_empty())
        .then(|| (format!("content/frameworks/{}.yaml", framework.0), framework.1.to_owned()));
    [
        ("rapor.yaml", "name: Kantor\nlocale: id\n".to_owned()),
        ("content/periods/2021.yaml", period),
        ("content/reviews/2021/ani/plan.yaml", plan),
        (
            "content/reviews/2021/ani/supervisor.md",
            format!("---\nby: budi\ndate: 2022-01-05\nrealisation:\n{realised}\n---\n"),
        ),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .into_iter()
    .chain(own)
    .collect()
}

/// The value of a component, out of files.
fn of_files(component: &str, files: Vec<(String, String)>) -> Step {
    valued(component, files, true)
}

/// The same, with the figures of goals or without.
fn valued(component: &str, files: Vec<(String, String)>, shares: bool) -> Step {
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes()));
    let (sources, found) = Sources::from_files(files);
    let (agency, more) = load(&sources, "2022-02-01".parse().unwrap());
    let found: Vec<String> = found.iter().chain(more.iter()).map(|finding| format!("{finding:?}")).collect();
    assert!(found.is_empty(), "{found:#?}");
    let period = &agency.periods["2021"];
    let framework = period.framework.as_deref().unwrap();
    let data = framework.component(component).unwrap();
    results(framework, shares.then_some(period), &period.dossiers["ani"], (component, data))
}

fn of_preset(component: &str, rows: &[Row]) -> Step {
    of_files(component, files(("pp-30-2019", ""), rows))
}

fn of_small(valuation: &str, rows: &[Row]) -> Step {
    let framework = format!("{SMALL}valuations: {{v: {valuation}}}\n");
    of_files("hasil", files(("contoh", &framework), rows))
}

fn n(text: &str) -> Exact {
    Exact::parse(text).unwrap()
}

fn is(step: Step, value: &str) {
    assert_eq!(step.number(), Some(&n(value)), "{step:#?}");
}

const TARGET: &str = "target: 100, unit: poin";
/// What three indicators that aim at 100 come to, by the letters of categories from A, the highest, to E.
const REACHED: [(char, &str); 5] = [('A', "110"), ('B', "100"), ('C', "90"), ('D', "70"), ('E', "30")];

fn lettered<'a>(fields: &'a str, letters: &str) -> Row<'a> {
    let reached = |letter: char| REACHED.iter().find(|(own, _)| *own == letter).unwrap().1;
    (fields, letters.chars().map(|letter| (TARGET, reached(letter))).collect())
}

/// PermenPANRB 8/2021: three SB, or two SB and a B: 120; two or more SK: 25; one SK, or two or more K: 60; one K, or two
/// or more C: 80; else 100.
#[test]
fn three_aspects_make_the_category_of_a_result() {
    let table = [
        ("AAA", 120),
        ("AAB", 120),
        ("AAC", 100),
        ("AAD", 80),
        ("AAE", 60),
        ("ABB", 100),
        ("ABC", 100),
        ("ABD", 80),
        ("ABE", 60),
        ("ACC", 80),
        ("ACD", 80),
        ("ACE", 60),
        ("ADD", 60),
        ("ADE", 60),
        ("AEE", 25),
        ("BBB", 100),
        ("BBC", 100),
        ("BBD", 80),
        ("BBE", 60),
        ("BCC", 80),
        ("BCD", 80),
        ("BCE", 60),
        ("BDD", 60),
        ("BDE", 60),
        ("BEE", 25),
        ("CCC", 80),
        ("CCD", 80),
        ("CCE", 60),
        ("CDD", 60),
        ("CDE", 60),
        ("CEE", 25),
        ("DDD", 60),
        ("DDE", 60),
        ("DEE", 25),
        ("EEE", 25),
    ];
    for (letters, value) in table {
        // The order in which they stand changes nothing.
        for letters in [letters.to_owned(), letters.chars().rev().collect()] {
            let step = of_preset("skp-ja-jf", &[lettered("kind: utama", &letters)]);
            assert_eq!(step.number(), Some(&Exact::from(value)), "{letters}");
        }
    }
    for (letter, value) in [("A", 120), ("B", 100), ("C", 80), ("D", 60), ("E", 25)] {
        let step = of_preset("skp-ja-jf", &[lettered("kind: utama", letter)]);
        assert_eq!(step.number(), Some(&Exact::from(value)), "{letter} alone");
    }
}

/// PermenPANRB 8/2021: values of achievements for heads.
#[test]
fn achievements_of_heads_have_their_values() {
    for (achieved, value) in [
        ("112", "120"),
        ("110", "120"),
        ("101", "110"),
        ("100", "109"),
        ("99", "89"),
        ("98", "88"),
        ("80", "70"),
        ("79", "69"),
        ("60", "50"),
        ("59", "49"),
        ("0", "0"),
    ] {
        is(of_preset("skp-jpt", &[("kind: utama", vec![(TARGET, achieved)])]), value);
    }
    for (achieved, value) in [("105", "114.4444"), ("30", "24.9153")] {
        let step = of_preset("skp-jpt", &[("kind: utama", vec![(TARGET, achieved)])]);
        assert_eq!(step.number().unwrap().to_fixed(4), value);
    }
}

#[test]
fn a_target_that_cannot_be_exceeded_counts_as_more() {
    let most = "target: 100, unit: \"%\", target_is_max: true";
    is(of_preset("skp-jpt", &[("kind: utama", vec![(most, "100")])]), "120");
    is(of_preset("skp-jpt", &[("kind: utama", vec![(most, "99")])]), "89");
    let categories = "categories: {rendah: {label: R, value: 50}, tinggi: {label: T, value: 120}}";
    let bands = "bands: [{level: tinggi, above: 100}, {level: rendah, to: 100}]";
    let count =
        "indicators: count, count_rules: [{category: tinggi, any: [{only: [tinggi]}]}, {category: rendah}]";
    for (rule, more, value) in [
        ("target_is_max: {category: tinggi}", "", "120"),
        ("target_is_max: {category: tinggi}", count, "120"),
        ("target_is_max: {value: 115}", "", "115"),
        ("target_is_max: {value: 115}", count, "50"),
        ("results: mean", "", "50"),
    ] {
        let more = if more.is_empty() { String::new() } else { format!(", {more}") };
        let valuation = format!("{{{categories}, {bands}, {rule}{more}}}");
        is(of_small(&valuation, &[("kind: utama", vec![(most, "100")])]), value);
    }
}

/// PermenPANRB 8/2021, annex: 59.2 + 43.6 = 102.8.
#[test]
fn kinds_of_results_have_their_weights() {
    let three = || ["98", "98", "112"].map(|achieved| ("kind: utama", vec![(TARGET, achieved)]));
    let plans = ("kind: strategis", vec![(TARGET, "100")]);
    let rows: Vec<Row> = three().into_iter().chain([plans]).collect();
    is(of_preset("skp-jpt", &rows), "102.8");
    let step = of_preset("skp-jpt", &three()[..1]);
    is(step.clone(), "88");
    assert!(matches!(step.what, What::Join { renormalised: true, .. }));
}

#[test]
fn additional_results_add_by_share_and_scope() {
    let scope = "kind: tambahan, scope: unit-kerja";
    for (letter, adds) in [("A", "2.4"), ("B", "1.6"), ("C", "0.96"), ("D", "0.48"), ("E", "0.1")] {
        let step = of_preset("skp-ja-jf", &[lettered("kind: utama", "BBB"), lettered(scope, letter)]);
        assert_eq!(step.number(), Some(&(&n("100") + &n(adds))), "{letter}");
    }
    let many: Vec<Row> =
        [lettered("kind: utama", "BBB")].into_iter().chain((0..5).map(|_| lettered(scope, "A"))).collect();
    is(of_preset("skp-ja-jf", &many[..5]), "109.6");
    is(of_preset("skp-ja-jf", &many), "110");
    // For heads the category is that of the achievement, and the value that of its line.
    let rows = [("kind: utama", vec![(TARGET, "100")]), (scope, vec![(TARGET, "98")])];
    is(of_preset("skp-jpt", &rows), "110.056");
}

/// The worked example of the guide: 110 and 2.4.
#[test]
fn the_example_of_an_analyst_comes_out() {
    let rows = [
        lettered("kind: utama", "AAB"),
        lettered("kind: utama", "BBC"),
        lettered("kind: tambahan, scope: unit-kerja", "A"),
    ];
    is(of_preset("skp-ja-jf", &rows), "112.4");
}

#[test]
fn several_indicators_of_additional_work_have_one_category() {
    let valuation = "{categories: {rendah: {label: R}, tinggi: {label: T}}, \
        bands: [{level: tinggi, from: 90}, {level: rendah, below: 90}], \
        lines: [{from: 0, value: 50}], \
        additional: {kind: tambahan, shares: {rendah: 10, tinggi: 100}, scopes: {kantor: {label: K, weight: 4}}, cap: 10}}";
    let main = ("kind: utama", vec![(TARGET, "100")]);
    let additional = |figures: [&'static str; 2]| {
        ("kind: tambahan, scope: kantor", figures.map(|figure| (TARGET, figure)).to_vec())
    };
    is(of_small(valuation, &[main.clone(), additional(["80", "100"])]), "52");
    is(of_small(valuation, &[main, additional(["70", "100"])]), "50.2");
}

#[test]
fn plans_weigh_results_and_indicators_where_the_valuation_says_so() {
    let valuation =
        "{indicators: weighted-mean, results: weighted-mean, achievement: {cap: 120, round: {decimals: 0}}}";
    let rows = [
        (
            "kind: utama, weight: 75",
            vec![("target: 100, unit: poin, weight: 40", "50"), ("target: 3, unit: poin, weight: 60", "2")],
        ),
        ("kind: utama, weight: 25", vec![(TARGET, "300")]),
    ];
    // 0.4 x 50 + 0.6 x 67 = 60.2; 0.75 x 60.2 + 0.25 x 120
    is(of_small(valuation, &rows), "75.15");
    is(of_small("{}", &[rows[1].clone(), ("kind: lain", vec![(TARGET, "40")])]), "170");
}

#[test]
fn what_was_reached_comes_from_the_superior_the_person_or_the_goal() {
    let framework = format!("{SMALL}valuations: {{v: {{results: mean}}}}\n");
    let shared = "target: 80, unit: poin, goal: layanan/ikm";
    let with_files = |figure: &'static str, own: &str| {
        let mut files = files(("contoh", &framework), &[("kind: utama", vec![(shared, figure)])]);
        let own = format!("---\nby: ani\ndate: 2022-01-02\nrealisation:\n{own}\n---\n");
        let goals = "goals: {layanan: {title: Puas, indicators: {ikm: {measure: Indeks, unit: poin, target: 80, realised: 60}}}}";
        files.push(("content/reviews/2021/ani/self.md".to_owned(), own));
        files.push(("content/goals/2021.yaml".to_owned(), goals.to_owned()));
        files
    };
    let with = |figure, own: &str| of_files("hasil", with_files(figure, own));
    is(with("40", "  r0/i0: 20"), "50");
    is(with("accept", "  r0/i0: 20"), "25");
    is(with("", "  r0/i0: 20"), "75");
    let refused = with("accept", "");
    assert_eq!(lacking(&refused), [Missing::Realisation]);
    // A goal's figure is of the whole period, so of no part of it.
    let part = valued("hasil", with_files("", "  r0/i0: 20"), false);
    assert_eq!(lacking(&part), [Missing::Realisation]);
}

/// Everything that is missing, in order.
fn lacking(step: &Step) -> Vec<Missing> {
    let mut found = vec![];
    step.walk(&mut |step| {
        if let What::Missing(missing) = &step.what {
            found.push(missing.clone());
        }
    });
    assert_eq!(step.result, None);
    found
}

#[test]
fn nothing_is_valued_before_it_can_be() {
    let row = ("kind: utama", vec![(TARGET, "90"), (TARGET, ""), ("target: baik", "baik")]);
    let step = of_small("{results: mean}", std::slice::from_ref(&row));
    assert_eq!(lacking(&step), [Missing::Realisation, Missing::Figure]);
    let without = |path: &str| {
        let framework = format!("{SMALL}valuations: {{v: {{results: mean}}}}\n");
        let files = files(("contoh", &framework), std::slice::from_ref(&row));
        of_files("hasil", files.into_iter().filter(|(own, _)| !own.ends_with(path)).collect())
    };
    assert_eq!(lacking(&without("plan.yaml")), [Missing::Plan]);
    assert_eq!(lacking(&without("supervisor.md")), [Missing::Assessment]);
    let additional = "{additional: {kind: tambahan, scopes: {kantor: {label: K, weight: 2}}, cap: 10}}";
    let only = [("kind: tambahan, scope: kantor", vec![(TARGET, "90")])];
    assert_eq!(lacking(&of_small(additional, &only)), [Missing::Results]);
}

#[test]
fn what_is_missing_follows_the_rule_for_it() {
    let rows = [("kind: utama", vec![(TARGET, "90"), (TARGET, "")]), ("kind: utama", vec![(TARGET, "70")])];
    let counted = "{categories: {rendah: {label: R, value: 50}, tinggi: {label: T, value: 100}}, \
        bands: [{level: tinggi, from: 90}, {level: rendah, below: 90}], indicators: count, \
        count_rules: [{category: tinggi, any: [{only: [tinggi]}]}, {category: rendah}]}";
    for (policy, valuation, value) in [
        ("renormalise", "{results: mean}", "80"),
        ("zero", "{results: mean}", "57.5"),
        ("renormalise", counted, "75"),
        ("zero", counted, "50"),
    ] {
        let framework = SMALL.replace("valuation: v", &format!("valuation: v, missing: {policy}"));
        let framework = format!("{framework}valuations: {{v: {valuation}}}\n");
        is(of_files("hasil", files(("contoh", &framework), &rows)), value);
    }
    assert_eq!(lacking(&of_small(counted, &rows)), [Missing::Realisation]);
}
