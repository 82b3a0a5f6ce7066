//! Each variant of a small framework has its fault, and nothing besides.

use crate::diagnostic::{FileId, Finding, Format, Options, Texts, render};
use crate::framework::Framework;
use crate::text::Lang;

const NUMBERS: &str = "label: Kerangka angka
scales:
  angka: {range: {from: 0, to: 100}}
components:
  hasil: {label: Hasil, scale: angka, weight: 60}
  sikap: {label: Sikap, scale: angka, weight: 40}
raters:
  superior: {label: Atasan, display: 1}
outcome:
  label: Predikat
  levels: {kurang: {label: Kurang}, cukup: {label: Cukup}, baik: {label: Baik}}
  score: {from: 0, to: 100}
  bands:
    - {level: baik, from: 70}
    - {level: cukup, from: 50, below: 70}
    - {level: kurang, below: 50}
classes: {ja: {label: Administrasi}, jf: {label: Fungsional}}
posts: {perawat: Perawat, dokter: Dokter}
stages:
  penilaian: {label: Penilaian, event: supervisor}
";

struct One<'a>(&'a str);

impl Texts for One<'_> {
    fn path(&self, _: FileId) -> &str {
        "kerangka.yaml"
    }
    fn text(&self, _: FileId) -> &str {
        self.0
    }
}

/// The small framework with changes: each names what stands there, and what takes its place.
fn changed(changes: &[(&str, &str)]) -> String {
    let change = |text: String, (old, new): &(&str, &str)| {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text.replacen(old, new, 1)
    };
    changes.iter().fold(NUMBERS.to_owned(), change)
}

fn findings(text: &str) -> Vec<Finding> {
    let mut out = vec![];
    Framework::read("angka", text, FileId(0), &mut out);
    out
}

fn codes(changes: &[(&str, &str)]) -> Vec<&'static str> {
    findings(&changed(changes)).iter().map(|finding| finding.code.0).collect()
}

/// The first message in English, without its place.
fn message(changes: &[(&str, &str)]) -> String {
    let text = changed(changes);
    let options = Options { lang: Lang::En, color: false, show_source: true, width: 400 };
    let report = render(Format::Short, &findings(&text), &One(&text), &options);
    let line = report.lines().next().unwrap_or_default();
    line.split_once("]: ").map_or(line, |(_, words)| words).to_owned()
}

/// Each line is a change and the codes it should lead to.
fn table(old: &str, rows: &[(&str, &[&str])]) {
    for (new, expected) in rows {
        assert_eq!(codes(&[(old, new)]), *expected, "{new}: {}", message(&[(old, new)]));
    }
}

#[test]
fn the_small_framework_is_right() {
    assert_eq!(codes(&[]), Vec::<&str>::new());
}

#[test]
fn scales_have_levels_or_numbers_in_order() {
    table(
        "{range: {from: 0, to: 100}}",
        &[
            ("{}", &["R120"]),
            ("{levels: {a: {label: A, value: 1}}, range: {from: 0, to: 100}}", &["R119"]),
            ("{range: {from: 100, to: 100}}", &["R118"]),
            ("{range: {from: 0, to: 100, step: 0}}", &["R513"]),
            ("{range: {from: 0, to: 100, step: 30}}", &["R514"]),
            ("{range: {from: 0, to: 100, step: 2.5}, weak_to: 50, strong_from: '52,5'}", &[]),
            ("{range: {from: 0, to: 100, step: 5}, weak_to: 52}", &["R346"]),
            ("{range: {from: 0, to: 100}, strong_from: 101}", &["R345"]),
            ("{range: {from: 0, to: 100}, weak_to: rendah}", &["R345"]),
            ("{range: {from: 0, to: 100}, weak_to: 60, strong_from: 60}", &["R515"]),
            ("{levels: {a: {label: A, value: 0}, b: {label: B, value: 100}}, weak_to: c}", &["R501"]),
            (
                "{levels: {a: {label: A, value: 0}, b: {label: B, value: 100}}, weak_to: a, strong_from: b}",
                &[],
            ),
            ("{levels: {a: {label: A, value: 1}, b: {label: B, value: 1}}}", &["R512"]),
            ("{levels: {a: {label: A, value: 1}, b: {label: B}}}", &["R511"]),
        ],
    );
}

#[test]
fn components_have_what_they_come_from() {
    let hasil = "{label: Hasil, scale: angka, weight: 60}";
    table(
        hasil,
        &[
            ("{label: Hasil, weight: 60}", &["R518"]),
            ("{label: Hasil, scale: angkaa, weight: 60}", &["R501"]),
            ("{label: Hasil, from: criteria, scale: angka, weight: 60}", &["R518"]),
            ("{label: Hasil, from: parts, weight: 60}", &["R518"]),
            ("{label: Hasil, from: results, weight: 60}", &["R518", "R518"]),
            ("{label: Hasil, from: results, valuation: skp, weight: 60}", &["R518", "R501"]),
            ("{label: Hasil, scale: angka, weight: 60, part_of: hasil}", &["R516", "R517", "R524"]),
            ("{label: Hasil, scale: angka, weight: 60, part_of: hasill}", &["R501", "R524"]),
            ("{label: Hasil, scale: angka, weight: 60, applies_to: [jfu]}", &["R501"]),
            ("{label: Hasil, scale: angka, weight: 60, times: -1}", &["R513"]),
            ("{label: Hasil, scale: angka, weight: 60, cap: 0}", &["R513"]),
            (
                "{label: Hasil, from: criteria, weight: 60, criteria: {a: {label: A}, b: {label: B, scale: angka}}}",
                &["R519"],
            ),
            (
                "{label: Hasil, scale: angka, weight: 60, criteria: {a: {label: A, required: {all: 70, jf: 80, dokter: 90}}}}",
                &[],
            ),
            (
                "{label: Hasil, scale: angka, weight: 60, criteria: {a: {label: A, required: {bidan: 70, jf: baik}}}}",
                &["R501", "R345"],
            ),
            (
                "{label: Hasil, scale: angka, weight: 60, criteria: {a: {label: A, levels: {50: Cukup, 120: Lebih}}}}",
                &["R345"],
            ),
            ("{label: Hasil, scale: angka, weight: 60, criteria: {sikap: {label: Sikap}}}", &["R504"]),
        ],
    );
}

#[test]
fn levels_without_numbers_are_not_reckoned_with() {
    let plain =
        ("  angka: {", "  kata: {levels: {kurang: {label: Kurang}, baik: {label: Baik}}}\n  angka: {");
    let with = |hasil: &str| codes(&[plain, ("{label: Hasil, scale: angka, weight: 60}", hasil)]);
    assert_eq!(with("{label: Hasil, scale: kata, weight: 60}"), ["R520"]);
    assert_eq!(
        with("{label: Hasil, scale: kata, weight: 60, times: 2, bands: [{level: baik}]}"),
        ["R520", "R529"]
    );
    let criteria = "{label: Hasil, from: criteria, weight: 60, criteria: {a: {label: A, scale: kata}}}";
    assert_eq!(with(criteria), ["R520"]);
}

#[test]
fn weights_are_whole_for_everybody() {
    let sikap = "  sikap: {label: Sikap, scale: angka, weight: 40}\n";
    let of = |rest: &str| [(sikap, rest)].map(|(old, new)| (old, new.to_owned()));
    let rows: &[(&str, &[&str])] = &[
        ("  sikap: {label: Sikap, scale: angka}\n", &["R523"]),
        ("  sikap: {label: Sikap, scale: angka, weight: 30}\n", &["R524"]),
        ("  sikap: {label: Sikap, scale: angka, weight: 0}\n", &["R513"]),
        (
            "  a: {label: A, scale: angka, weight: 40, applies_to: [ja]}\n  b: {label: B, scale: angka, weight: 40, applies_to: [jf]}\n",
            &[],
        ),
        ("  a: {label: A, scale: angka, weight: 40, applies_to: [ja]}\n", &["R524"]),
        (
            "  a: {label: A, scale: angka, weight: 40}\n  b: {label: B, scale: angka, weight: 10, applies_to: [dokter]}\n",
            &["R524"],
        ),
        // Whom the whole is not for is not weighed by its parts.
        (
            "  sikap: {label: Sikap, from: parts, weight: 40, applies_to: [ja, jf]}\n  a: {label: A, scale: angka, weight: 70, part_of: sikap}\n  b: {label: B, scale: angka, weight: 30, part_of: sikap, applies_to: [ja]}\n  c: {label: C, scale: angka, weight: 30, part_of: sikap, applies_to: [jf]}\n",
            &[],
        ),
        // Nothing is weighed for those whom no part is for.
        (
            "  sikap: {label: Sikap, from: parts, weight: 40}\n  a: {label: A, scale: angka, weight: 100, part_of: sikap, applies_to: [perawat]}\n  b: {label: B, scale: angka, weight: 100, part_of: sikap, applies_to: [dokter]}\n",
            &[],
        ),
    ];
    for (new, expected) in rows {
        let changes = of(new);
        let changes: Vec<(&str, &str)> = changes.iter().map(|(old, new)| (*old, new.as_str())).collect();
        assert_eq!(codes(&changes), *expected, "{new}");
    }
    let short = "  a: {label: A, scale: angka, weight: 30, applies_to: [ja]}\n  b: {label: B, scale: angka, weight: 40, applies_to: [jf]}\n";
    assert_eq!(message(&[(sikap, short)]), "for `ja` the weights of `hasil` and `a` total 90, not 100");
    let score = "score: {from: 0, to: 100}";
    assert_eq!(codes(&[(score, "score: {combine: mean, from: 0, to: 100}")]), ["R119"]);
    let unweighed = ("{label: Hasil, scale: angka, weight: 60}", "{label: Hasil, scale: angka}");
    let sum = (score, "score: {combine: weighted-sum, from: 0, to: 100}");
    assert_eq!(codes(&[unweighed, (sikap, "  sikap: {label: Sikap, scale: angka}\n"), sum]), ["R523"]);
}

#[test]
fn bands_hold_every_number_once() {
    let row = |bands: &str, expected: &[&str], words: &str| {
        let old = "    - {level: baik, from: 70}\n    - {level: cukup, from: 50, below: 70}\n    - {level: kurang, below: 50}\n";
        let lines: String = bands.split('|').map(|band| format!("    - {{{}}}\n", band.trim())).collect();
        let said = message(&[(old, &lines)]);
        assert_eq!(codes(&[(old, &lines)]), expected, "{bands}: {said}");
        assert!(said.contains(words), "{bands}: {said}");
    };
    let rest = "level: cukup, from: 50, below: 70 | level: kurang, below: 50";
    for (first, expected, words) in [
        ("level: baik, from: 70, above: 70", &["R119"][..], "`above` and `from`"),
        ("level: baik, from: 70, to: 100, below: 100", &["R119"], "`below` and `to`"),
        ("level: baik, from: 90, to: 70", &["R118"], "90 to 70"),
        ("level: baik, above: 90, to: 90", &["R118"], "90 to 90"),
        ("level: baik, from: 71", &["R527"], "70 is in no band; the gap goes from 70 to 71"),
        ("level: baik, above: 70", &["R527"], "70 is in no band; the gap goes from 70 to 70"),
        ("level: baik, from: 70, below: 100", &["R527"], "100 is in no band; the gap goes from 100 to 100"),
        ("level: baik, from: 69.5", &["R526"], "`baik` and `cukup` both hold 69.5 to 70"),
        ("level: baik, from: 40", &["R525", "R526"], "the band for `cukup` can never apply"),
        ("level: baikk, from: 70", &["R501"], "`baikk`"),
        ("level: baik, from: 70, when: [gagasan]", &["R501", "R527"], "`gagasan`"),
        ("level: baik, above: 100 | level: baik, from: 70", &["R529"], "nobody can get `baik`"),
    ] {
        row(&format!("{first} | {rest}"), expected, words);
    }
    row("level: baik, from: 50.5 | level: kurang, to: 50.2", &["R527"], "50.35 is in no band");
    row("level: baik, from: 50 | level: kurang, below: 50", &["R529"], "nobody can get `cukup`");
}

#[test]
fn rounding_closes_the_gaps_that_it_can_close() {
    let bands = ("{level: cukup, from: 50, below: 70}", "{level: cukup, from: 50, to: 69}");
    let score = |score: &'static str| [bands, ("score: {from: 0, to: 100}", score)];
    assert_eq!(codes(&score("score: {from: 0, to: 100, round: {decimals: 0}}")), Vec::<&str>::new());
    // The joined value of several periods is rounded as well.
    let joined = ("stages:", "integration: {by: mean}\nstages:");
    let whole = score("score: {from: 0, to: 100, round: {decimals: 0}}");
    assert_eq!(codes(&[whole[0], whole[1], joined]), Vec::<&str>::new());
    let tenths = score("score: {from: 0, to: 100, round: {decimals: 1}}");
    assert_eq!(message(&tenths), "69.1 is in no band; the gap goes from 69 to 70");
}

#[test]
fn a_condition_lets_bands_share_numbers() {
    let bands = (
        "- {level: baik, from: 70}",
        "- {level: baik, from: 60, when: [gagasan]}\n    - {level: cukup, from: 70}",
    );
    let named = ("classes:", "  conditions: {gagasan: {label: Gagasan baru}}\nclasses:");
    assert_eq!(codes(&[bands, named]), Vec::<&str>::new());
    let twice = (
        "- {level: baik, from: 70}",
        "- {level: baik, from: 70}\n    - {level: baik, from: 80, when: [gagasan]}",
    );
    assert_eq!(codes(&[twice, named]), ["R525"]);
    assert_eq!(codes(&[named]), ["R528"]);
}

const STAGES: &str = "stages:\n  penilaian: {label: Penilaian, event: supervisor}\n";

#[test]
fn raters_who_count_are_shown_and_make_a_whole() {
    table(
        "  superior: {label: Atasan, display: 1}\n",
        &[
            ("  superior: {label: Atasan, display: 1, required: true}\n", &[]),
            ("  superior: {label: Atasan, display: 1, weight: 90}\n", &["R524"]),
            (
                "  superior: {label: Atasan, display: 1, weight: 60}\n  peer: {label: Rekan, display: 3, weight: 40}\n",
                &[],
            ),
            (
                "  superior: {label: Atasan, display: 1, weight: 60}\n  peer: {label: Rekan, display: 4, least: 3, weight: 40}\n",
                &["R534"],
            ),
            (
                "  superior: {label: Atasan, display: 1}\n  peer: {label: Rekan, display: 3, least: 3, required: true}\n",
                &["R535", "R535"],
            ),
        ],
    );
    table(
        "{label: Hasil, scale: angka, weight: 60}",
        &[
            ("{label: Hasil, scale: angka, weight: 60, raters: {superior: 100}}", &[]),
            ("{label: Hasil, scale: angka, weight: 60, raters: {superior: 80}}", &["R524"]),
            ("{label: Hasil, scale: angka, weight: 60, raters: {superior: 80, rekan: 20}}", &["R501"]),
        ],
    );
}

#[test]
fn vetoes_look_at_what_can_be_compared() {
    let veto = |veto: &str| codes(&[("classes:", &format!("  vetoes: [{{{veto}}}]\nclasses:"))]);
    assert_eq!(veto("of: [sikap], at_most: 50, outcome: kurang"), Vec::<&str>::new());
    assert_eq!(veto("at_most: 50.5, outcome: kurang"), Vec::<&str>::new());
    assert_eq!(veto("of: [sikapp], at_most: 50, outcome: kurang"), ["R501"]);
    assert_eq!(veto("of: [sikap], at_most: buruk, outcome: kurang"), ["R345"]);
    assert_eq!(veto("at_most: 101, outcome: kurang"), ["R345"]);
    assert_eq!(veto("at_most: 50, outcome: buruk"), ["R501"]);
}

#[test]
fn the_outcome_has_one_way_and_every_stage_its_place() {
    let score = "  score: {from: 0, to: 100}\n";
    assert_eq!(codes(&[(score, "")]), ["R120"]);
    assert_eq!(codes(&[(score, "  score: {from: 100, to: 100}\n")]), ["R118"]);
    let matrix = "  matrix: {rows: hasil, columns: sikap, cells: {}}\n";
    assert_eq!(codes(&[(score, &format!("{score}{matrix}"))]), ["R119"]);
    assert_eq!(codes(&[(score, matrix)]), ["R119", "R521", "R521"]);
    let stage = |rest: &str| {
        codes(&[(STAGES, &format!("{STAGES}  lain: {{label: Lain, event: release, {rest}}}\n"))])
    };
    assert_eq!(stage("needs: [penilaian]"), Vec::<&str>::new());
    assert_eq!(stage("needs: [lain]"), ["R536"]);
    assert_eq!(stage("needs: [pembahasan]"), ["R501"]);
}

#[test]
fn what_follows_is_compared_with_what_there_is() {
    let rule = |when: &str| {
        codes(&[(
            STAGES,
            &format!("{STAGES}follow_up: {{a: {{label: A, kind: reward, when: {{{when}}}}}}}\n"),
        )])
    };
    for right in
        ["at_least: baik", "at_least: 90", "rated: sikap, at_most: 50", "at_least: cukup, at_most: baik"]
    {
        assert_eq!(rule(right), Vec::<&str>::new(), "{right}");
    }
    assert_eq!(rule("periods: 2"), ["R120"]);
    assert_eq!(rule("at_least: bagus"), ["R501"]);
    assert_eq!(rule("rated: kerapian, at_most: 50"), ["R501"]);
    assert_eq!(rule("rated: sikap, at_most: kurang"), ["R345"]);
    assert_eq!(rule("at_least: baik, at_most: cukup"), ["R118"]);
    let award = |award: &str| {
        codes(&[(STAGES, &format!("{STAGES}awards: {{a: {{label: A, of: person, {award}}}}}\n"))])
    };
    assert_eq!(award("by: rated, rated: sikap"), Vec::<&str>::new());
    assert_eq!(award("by: rated"), ["R102"]);
    assert_eq!(award("by: outcome, rated: sikap"), ["R119"]);
    let points = |multipliers: &str| {
        let rungs = "rungs: {muda: {label: Muda, points: 25}}";
        let points =
            format!("{STAGES}credit_points: {{label: A, multipliers: {{{multipliers}}}, {rungs}}}\n");
        codes(&[(STAGES, &points)])
    };
    assert_eq!(points("kurang: 0, cukup: 0.5, baik: 1"), Vec::<&str>::new());
    assert_eq!(points("kurang: -1, cukup: 0.5, baik: 1"), ["R513"]);
    assert_eq!(points("cukup: 0.5, bagus: 1"), ["R501", "R537"]);
}

#[test]
fn every_achievement_has_a_value_and_every_set_of_categories_a_result() {
    let valuation = |valuation: &str, expected: &[&str]| {
        let changes = [
            (
                "{label: Hasil, scale: angka, weight: 60}",
                "{label: Hasil, from: results, valuation: v, weight: 60}",
            ),
            (
                "raters:",
                &format!(
                    "results: {{component: hasil, kinds: {{utama: U, lain: L}}}}\nvaluations: {{v: {{{valuation}}}}}\nraters:"
                ),
            ),
        ];
        assert_eq!(codes(&changes), expected, "{valuation}: {}", message(&changes));
    };
    let two = "achievement: {cap: 120}, categories: {a: {label: A, value: 60}, b: {label: B, value: 100}}, \
               bands: [{level: b, from: 90}, {level: a, below: 90}]";
    let with = |rest: &str, expected: &[&str]| valuation(&format!("{two}, {rest}"), expected);
    valuation("achievement: {cap: 120}", &[]);
    valuation("achievement: {cap: 0, late_day: -1}", &["R513", "R513"]);
    valuation("lines: [{from: 0, to: 100, value: 0, to_value: 100}]", &["R527"]);
    valuation("lines: [{from: 0, to: 100, value: 0, to_value: 100}, {above: 100, value: 100}]", &[]);
    valuation("lines: [{value: 0, to_value: 100}]", &["R533"]);
    with("kinds: {utama: 60, lain: 40}", &[]);
    with("kinds: {utama: 100}", &["R523"]);
    with("kinds: {utama: 60, lainn: 40}", &["R501", "R523"]);
    with("count_rules: [{category: a}]", &["R531"]);
    with("indicators: count", &["R102"]);
    with(
        "indicators: count, count_rules: [{category: a, any: [{only: [a]}]}, {category: b, any: [{only: [b]}]}]",
        &["R530"],
    );
    with(
        "indicators: count, count_rules: [{category: a, any: [{at_least: {a: 1}}]}, {category: b, any: [{only: [b]}]}]",
        &[],
    );
    with("indicators: count, count_rules: [{category: b}, {category: a}]", &["R531"]);
    with("target_is_max: {}", &["R120"]);
    let additional = |shares: &str| {
        format!(
            "additional: {{kind: lain, shares: {{{shares}}}, scopes: {{unit: {{label: U, weight: 2}}}}, cap: 10}}"
        )
    };
    with(&additional("a: 20, b: 100"), &[]);
    with(&additional("b: 100"), &["R532"]);
    with(&format!("kinds: {{utama: 60, lain: 40}}, {}", additional("a: 20, b: 100")), &["R119"]);
}
