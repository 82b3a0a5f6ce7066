//! The examples that the built-in presets give of themselves, and the vectors of PP 30/2019.

use super::*;

/// The agency under a preset; `post` is what is said of ani's post besides.
fn preset(id: &str, post: &str) -> Office {
    let period = format!("label: 2025\nframework: {id}\nfrom: 2025-01-01\nto: 2025-12-31\n");
    let person = format!(
        "names: {{full: N}}\nassignments:\n  - {{from: 2020-01-01, position: P, rater: budi{post}}}\n"
    );
    let other = "names: {full: N}\nassignments:\n  - {from: 2020-01-01, position: P}\n";
    Office(BTreeMap::from([("rapor.yaml".to_owned(), "name: Kantor\n".to_owned())]))
        .with("periods/2025.yaml", period)
        .with("people/ani.yaml", person)
        .with("people/budi.yaml", other)
        .with("people/citra.yaml", other)
}

/// A plan: for each result its fields, and its indicators as target with unit and what was reached.
struct Planned<'a>(&'a [(&'a str, &'a [(&'a str, &'a str)])]);

impl Planned<'_> {
    fn plan(&self) -> String {
        let mut plan = "results:\n".to_owned();
        for (at, (fields, indicators)) in self.0.iter().enumerate() {
            plan += &format!("  r{at}:\n    {fields}\n    result: H\n    indicators:\n");
            for (i, (target, _)) in indicators.iter().enumerate() {
                plan += &format!("      i{i}: {{measure: M, {target}}}\n");
            }
        }
        plan
    }

    fn realisation(&self) -> String {
        let results = self.0.iter().enumerate();
        let lines = results.flat_map(|(at, (_, indicators))| {
            indicators.iter().enumerate().map(move |(i, (_, reached))| format!("\n  r{at}/i{i}: {reached}"))
        });
        format!("realisation:{}", lines.collect::<String>())
    }
}

/// The superior rates and confirms what was reached.
fn rated(office: Office, planned: &Planned, ratings: &str, conditions: &str) -> Office {
    let rest = format!("ratings: {{{ratings}}}\nconditions: {{{conditions}}}\n{}", planned.realisation());
    office.with("reviews/2025/ani/plan.yaml", planned.plan()).review("supervisor", "budi", &rest)
}

fn came(value: &str, outcome: &str) -> (Option<String>, Option<String>) {
    (Some(value.to_owned()), Some(outcome.to_owned()))
}

const OF_100: &str = "target: 100, unit: poin";

fn behaviour(value: &str) -> String {
    let kinds = ["orientasi-pelayanan", "komitmen", "inisiatif-kerja", "kerja-sama", "kepemimpinan"];
    kinds.map(|kind| format!("{kind}: {value}")).join(", ")
}

/// Two aspects of the annex's categories Sangat Baik, Sangat Baik, Baik and Baik, Baik, Cukup, and an additional task.
#[test]
fn pp_30_gives_the_example_of_an_analyst() {
    let planned = Planned(&[
        ("kind: utama", &[(OF_100, "105"), (OF_100, "101"), (OF_100, "100")]),
        ("kind: utama", &[(OF_100, "100"), (OF_100, "100"), (OF_100, "90")]),
        ("kind: tambahan\n    scope: unit-kerja", &[(OF_100, "110")]),
    ]);
    for (idea, outcome) in [("ide-baru: Antrean daring", "sangat-baik"), ("", "baik")] {
        let office = rated(preset("pp-30-2019", ", class: jf"), &planned, &behaviour("105"), idea);
        assert_eq!(office.came(), came("110.18", outcome));
    }
}

/// PP 30/2019 Art. 41: an executive's results are the mean of two indicators, valued along the lines of the annex.
#[test]
fn pp_30_gives_its_predicates() {
    for (id, results, behaves, idea, value, outcome) in [
        ("pp-30-2019", ["102.8", "102.8"], "108", true, "110.8", "sangat-baik"),
        ("pp-30-2019", ["102.8", "102.8"], "108", false, "110.8", "baik"),
        ("pp-30-2019-360", ["120", "80"], "88", false, "92.2", "baik"),
        ("pp-30-2019", ["70", "70"], "75", false, "64.5", "kurang"),
        ("pp-30-2019-360", ["120", "106.4"], "112", true, "115.6", "sangat-baik"),
        // 90 and 110 exactly, where floating point comes to less.
        ("pp-30-2019", ["100", "93"], "76", false, "90", "baik"),
        ("pp-30-2019", ["111", "94"], "62", false, "90", "baik"),
        ("pp-30-2019", ["106.4", "106.4"], "96", true, "110", "sangat-baik"),
    ] {
        let indicators = results.map(|reached| (OF_100, reached));
        let results = [("kind: utama", indicators.as_slice())];
        let conditions = if idea { "ide-baru: Antrean daring" } else { "" };
        let office = rated(preset(id, ", class: jpt"), &Planned(&results), &behaviour(behaves), conditions);
        assert_eq!(office.came(), came(value, outcome), "{id} {indicators:?}");
    }
}

#[test]
fn pp_30_weighs_peers_and_subordinates() {
    let planned = Planned(&[("kind: utama", &[(OF_100, "100")])]);
    let office = rated(preset("pp-30-2019-360", ", class: jf"), &planned, &behaviour("110"), "");
    let peers = vec![behaviour("100"); 3];
    let subordinates = ["90", "95", "100"].map(behaviour);
    let value = |office: &Office| text(office.card().component("perilaku").unwrap().value.as_ref());
    assert_eq!(
        value(&office.clone().colleagues("peer", &peers).colleagues("subordinate", &subordinates)),
        "105"
    );
    assert_eq!(value(&office.clone().colleagues("peer", &peers)), "107.5");
    assert_eq!(value(&office.colleagues("subordinate", &subordinates[..2])), "110");
}

/// Leadership is rated of those who lead only.
#[test]
fn pp_30_rates_leadership_of_those_who_lead() {
    let planned = Planned(&[("kind: utama", &[(OF_100, "100")])]);
    let ratings = behaviour("80").replace("kepemimpinan: 80", "kepemimpinan: 120");
    for (post, value) in
        [(", class: ja", "80"), (", class: ja, post: pengawas", "88"), (", class: jpt", "88")]
    {
        let card = rated(preset("pp-30-2019", post), &planned, &ratings, "").card();
        assert_eq!(text(card.component("perilaku").unwrap().value.as_ref()), value, "{post}");
    }
}

fn all(criteria: &[&str], level: &str) -> String {
    criteria.iter().map(|criterion| format!("{criterion}: {level}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_general_preset_gives_its_example() {
    let all = |level| all(&["communication", "teamwork", "ownership", "problem-solving", "learning"], level);
    let planned = Planned(&[
        ("kind: goal\n    weight: 60", &[(OF_100, "100")]),
        ("kind: goal\n    weight: 40", &[(OF_100, "75")]),
    ]);
    let peers = ["strong", "strong", "strong", "effective", "effective"].map(all);
    let office = rated(preset("generic-360", ""), &planned, &all("strong"), "")
        .own(&all("exemplary"))
        .colleagues("peer", &peers)
        .colleagues("subordinate", &["effective", "effective", "effective"].map(all));
    assert_eq!(office.came(), came("3.425", "meets"));
}

#[test]
fn three_aspects_give_their_example() {
    let planned = Planned(&[
        ("kind: hasil", &[("target: ya, better: done", "ya")]),
        ("kind: hasil", &[("target: 10, unit: layanan", "9")]),
    ]);
    let ratings = |competence| {
        let behaviour = all(&["sikap", "etika-kerja"], "baik");
        format!("{}, {behaviour}", all(&["pengetahuan", "keterampilan"], competence))
    };
    let peers = ["baik", "baik", "sangat-baik", "sangat-baik"].map(ratings);
    let office = rated(preset("lhokseumawe", ""), &planned, &ratings("baik"), "").colleagues("peer", &peers);
    assert_eq!(office.came(), came("86.9", "baik"));
}

#[test]
fn the_standard_is_met_exceeded_or_not_met() {
    for (level, condition, outcome) in [
        ("memenuhi", "target-terlampaui: 480 layanan dari 450", "melampaui"),
        ("memenuhi", "", "memenuhi"),
        ("tidak-memenuhi", "", "tidak-memenuhi"),
        ("tidak-memenuhi", "target-terlampaui: Keliru", "tidak-memenuhi"),
    ] {
        let ratings = format!("kinerja: {level}, komunikasi: perlu-ditingkatkan");
        assert_eq!(preset("siulak", "").superior_and(&ratings, condition).outcome(), outcome);
    }
}

#[test]
fn competences_of_a_post_give_their_example() {
    let rest = all(&["tanggung-jawab", "keterbukaan", "pelayanan-publik", "kerja-sama"], "mahir");
    let ratings = format!("pengelolaan-dokumen: mahir, teknologi-informasi: dasar, {rest}");
    let office = preset("tangerang-selatan", ", post: administrasi").superior(&ratings);
    let peers = vec![ratings; 3];
    assert_eq!(office.colleagues("peer", &peers).came(), came("72", "kompeten"));
}

#[test]
fn three_sources_give_their_example() {
    let planned = Planned(&[
        ("kind: tugas", &[("target: 100, unit: \"%\"", "95")]),
        ("kind: tugas", &[("target: 2025-11-28, better: on-time", "2025-11-29")]),
    ]);
    let all = |level| all(&["kualitas-kerja", "ketepatan-waktu", "adaptasi", "komunikasi"], level);
    let office = rated(preset("binawidya", ""), &planned, &all("baik"), "")
        .own(&all("sangat-baik"))
        .colleagues("peer", &["baik", "baik", "baik"].map(all));
    assert_eq!(office.came(), came("88.4", "baik"));
}

#[test]
fn achievement_gives_its_example_and_attendance_changes_nothing() {
    let planned = Planned(&[
        ("kind: capaian\n    weight: 60", &[("target: 90, unit: \"%\", baseline: 78", "87")]),
        ("kind: capaian\n    weight: 40", &[("target: 10, unit: hari, baseline: 14, better: lower", "10")]),
    ]);
    let rest = format!("context: {{kehadiran: 12}}\n{}", planned.realisation());
    let office = preset("surakarta", "").with("reviews/2025/ani/plan.yaml", planned.plan()).review(
        "supervisor",
        "budi",
        &rest,
    );
    assert_eq!(office.came(), came("85", "sebagian"));
}
