use super::*;
use crate::diagnostic::{Arg, place};
use crate::framework::{PRESET_FILE, preset, presets};
use crate::schema::framework::StageEvent;

const WHOLE: &str = "\
label: {id: Ringkas, en: Short}
scales:
  dua: {levels: {kurang: {label: Kurang}, cukup: {label: Cukup}}}
components:
  hasil: {label: Hasil, scale: dua}
  sikap: {label: Sikap, scale: dua}
raters:
  superior: {label: Atasan, display: 1}
  peer: {label: Rekan, display: 3}
outcome:
  label: Nilai akhir
  levels: {rendah: {label: Rendah}, tinggi: {label: Tinggi}}
  matrix:
    rows: hasil
    columns: sikap
    cells:
      kurang: {kurang: rendah, cukup: rendah}
      cukup: {kurang: rendah, cukup: tinggi}
stages:
  penilaian: {label: Penilaian, event: supervisor, required: true, deadline: {after: end, days: 31}}
";

/// What is tried, files by id, and what must be found.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);
type Own = BTreeMap<String, Option<Arc<Framework>>>;

fn read_files(files: &[(&str, &str)], backwards: bool) -> (Own, Vec<String>) {
    let numbered = files.iter().zip(0..).map(|((id, text), number)| OwnFile {
        id,
        file: FileId(number),
        text: Some(*text).filter(|text| *text != "unreadable"),
    });
    let mut own: Vec<OwnFile> = numbered.collect();
    if backwards {
        own.reverse();
    }
    let mut out = vec![];
    let read = read_own(&own, &mut out);
    let at = |span: Span| {
        assert_ne!(span.file, PRESET_FILE);
        let (id, text) = files[span.file.0 as usize];
        format!("{id}:{}", place(text, span.start).line)
    };
    let shown = |finding: &Finding| {
        let notes = finding.notes.iter().map(|note| format!(" <- {}", at(note.at)));
        format!("{} {}{}", finding.code.0, at(finding.at), notes.collect::<String>())
    };
    let mut found: Vec<String> = out.iter().map(shown).collect();
    found.sort();
    (read, found)
}

/// The frameworks that can be used, and what is found, which must not depend on the order of the files.
fn read_all(files: &[(&str, &str)]) -> (Own, Vec<String>) {
    let (own, found) = read_files(files, false);
    let (backwards, found_backwards) = read_files(files, true);
    assert_eq!(found, found_backwards);
    assert_eq!(texts(&own), texts(&backwards));
    (own, found)
}

fn texts(own: &Own) -> Vec<(&str, Option<&str>)> {
    own.iter().map(|(id, read)| (id.as_str(), read.as_ref().map(|read| read.text.as_str()))).collect()
}

fn good(files: &[(&str, &str)]) -> Own {
    let (own, found) = read_all(files);
    assert_eq!(found, Vec::<String>::new());
    own
}

fn get<'a>(own: &'a Own, id: &str) -> &'a Framework {
    own[id].as_ref().unwrap()
}

/// All the data of a framework without their places.
fn data(framework: &Framework) -> String {
    let shown = format!("{:?}", framework.data);
    let mut parts = shown.split("span: Span {");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |all, part| all + part.split_once('}').unwrap().1)
}

#[test]
fn one_thing_changes_and_all_else_is_the_presets() {
    let kota = "extends: permenpan-6-2022\nlabel: {id: Kota}\nstages:\n  pembahasan: {label: Dialog}\n";
    let own = good(&[("kota", kota)]);
    let (kota, base) = (get(&own, "kota"), preset("permenpan-6-2022").unwrap());
    assert_eq!(kota.data.label.get("id"), "Kota");
    assert_eq!(kota.data.label.get("en"), base.data.label.get("en"));
    let (id, discussion) = kota.stage(StageEvent::Discussion).unwrap();
    assert_eq!((id.value.as_str(), discussion.label.get("id")), ("pembahasan", "Dialog"));
    assert_eq!(kota.data.stages.len(), base.data.stages.len());
    assert_eq!(
        kota.data.valid_from.as_ref().map(|at| at.value),
        base.data.valid_from.as_ref().map(|at| at.value)
    );
    assert_eq!(kota.outcome_of("di-atas", "di-atas").unwrap().value, "sangat-baik");
    assert_eq!(kota.data.outcome.label.span.file, FileId(0));
}

#[test]
fn the_text_needs_no_base() {
    for (name, change) in [
        ("nothing", ""),
        ("a label", "label: Kota: baru"),
        ("removals", "description:\ndistribution: ~\nlegal:\n"),
        (
            "numbers and words",
            "valid_from: 2024-01-01\nraters: {peer: {display: 5}}\ngrades: {III/c: 'yes'}\n",
        ),
    ] {
        let change = change.replace(": baru", " (baru)");
        let own = good(&[("kota", &format!("extends: permenpan-6-2022\n{change}"))]);
        let kota = get(&own, "kota");
        let mut out = vec![];
        let again = Framework::read("kota", &kota.text, FileId(0), &mut out).unwrap();
        assert_eq!((data(&again), out), (data(kota), vec![]), "{name}");
        assert!(!kota.text.contains("extends"));
    }
    let whole = good(&[("ringkas", WHOLE)]);
    assert_eq!(get(&whole, "ringkas").text, WHOLE);
}

#[test]
fn frameworks_can_stand_on_each_other() {
    let own = good(&[
        ("a", "extends: b\nraters: {peer: {display: 7}}\n"),
        ("b", "extends: c\nraters: {peer: {display: 5, label: Sejawat}}\nlabel: {en:}\n"),
        ("c", WHOLE),
    ]);
    let peer = get(&own, "a").rater("peer").unwrap();
    assert_eq!((peer.display.value, peer.label.get("id")), (7, "Sejawat"));
    assert_eq!(get(&own, "a").data.label.0, [("id".to_owned(), "Ringkas".to_owned())]);
    assert_eq!(get(&own, "c").rater("peer").unwrap().display.value, 3);
}

#[test]
fn a_framework_of_a_presets_name_extends_the_preset_and_is_extended_in_its_place() {
    let id = "permenpan-6-2022";
    let own = good(&[
        ("kota", "extends: permenpan-6-2022\n"),
        (id, "extends: permenpan-6-2022\nlabel: Milik kami\n"),
    ]);
    assert_eq!(get(&own, id).data.label.get("id"), "Milik kami");
    assert_eq!(get(&own, "kota").data.label.get("id"), "Milik kami");
}

#[test]
fn every_fault_is_said_once_where_it_can_be_mended() {
    let odd_base = WHOLE.replace("display: 3", "display: 3, least: 3");
    let broken_base = WHOLE.replace("rows: hasil", "rows: hasill");
    let many = format!("activity_words: [{}]", "a, ".repeat(15_000));
    let cases: &[Case] = &[
        ("an unknown base", &[("a", "label: A\nextends: permenpan-6-2023\n")], &["R203 a:2"]),
        ("a base that is no id", &[("a", "extends: Peraturan Menteri\n")], &["R110 a:1"]),
        ("two bases", &[("a", "extends: [b, c]\n")], &["R101 a:1"]),
        ("a base given twice", &[("a", "extends: b\nextends: b\n"), ("b", WHOLE)], &["R104 a:2 <- a:1"]),
        ("no base after all", &[("a", &format!("{WHOLE}extends:\n"))], &[]),
        ("itself", &[("a", "extends: a\n")], &["R510 a:1"]),
        (
            "a circle, and one that leads into it",
            &[("a", "extends: c\n"), ("b", "extends: c\n"), ("c", "extends: d\n"), ("d", "\nextends: b\n")],
            &["R510 b:1"],
        ),
        ("a broken base", &[("a", "extends: b\n"), ("b", &broken_base)], &["R501 b:14"]),
        ("a base that is no YAML", &[("a", "extends: b\n"), ("b", "label: [\n")], &["R008 b:1"]),
        ("a base that nobody may read", &[("a", "extends: b\n"), ("b", "unreadable")], &[]),
        ("a warning of the base", &[("a", "extends: b\n"), ("b", &odd_base)], &["R535 b:9"]),
        (
            "a warning of its own",
            &[("a", "extends: b\nraters:\n  peer: {least: 4}\n"), ("b", WHOLE)],
            &["R535 a:3"],
        ),
        (
            "a name in the own file",
            &[("a", "extends: b\noutcome:\n  matrix:\n    rows: hasill\n"), ("b", WHOLE)],
            &["R501 a:4"],
        ),
        (
            "a removal that leaves a name behind in an agency's file",
            &[("a", "label: A\nextends: b\noutcome: {levels: {tinggi: }}\n"), ("b", WHOLE)],
            &["R501 a:2 <- b:18"],
        ),
        (
            "the same in a preset",
            &[("a", "label: A\nextends: permenpan-6-2022\nannex:\nresults: {kinds: {utama: }}\n")],
            &["R501 a:2 <- a:2", "R501 a:2 <- a:2"],
        ),
        (
            "the same in a preset below another",
            &[
                ("a", "extends: b\nresults: {kinds: {utama: }}\n"),
                ("b", "label: B\nextends: permenpan-6-2022\n"),
            ],
            &["R501 a:1 <- b:2", "R501 a:1 <- b:2"],
        ),
        ("what is needed is taken away", &[("a", "extends: b\nlabel:\n"), ("b", WHOLE)], &["R102 a:1"]),
        ("a removal of nothing", &[("a", "extends: b\nstages: {penilain: }\n"), ("b", WHOLE)], &["R101 a:2"]),
        (
            "a label of no language",
            &[("a", "extends: b\nlabel: {id: , en: }\n"), ("b", WHOLE)],
            &["R109 a:2"],
        ),
        ("an unknown key", &[("a", "extends: b\nscale: {}\n"), ("b", WHOLE)], &["R103 a:2"]),
        (
            "more than a file may hold",
            &[
                ("a", &format!("extends: b\nresults: {{component: hasil, {many}}}\n")),
                (
                    "b",
                    &format!(
                        "{WHOLE}grades: {{{}}}\n",
                        (0..3_000).map(|n| format!("g{n}: x, ")).collect::<String>()
                    ),
                ),
            ],
            &["R003 a:1"],
        ),
    ];
    for (what, files, expected) in cases {
        let (own, found) = read_all(files);
        assert_eq!(found, *expected, "{what}");
        let is_usable = expected.iter().all(|found| found.starts_with("R535"))
            && !files.iter().any(|file| file.1 == "unreadable");
        assert_eq!(own["a"].is_some(), is_usable, "{what}");
    }
}

#[test]
fn an_unknown_base_is_told_with_what_there_is() {
    let file = |id, text, number| OwnFile { id, file: FileId(number), text: Some(text) };
    let mut out = vec![];
    read_own(&[file("ringkas", WHOLE, 0), file("kota", "extends: ringkass\n", 1)], &mut out);
    assert_eq!(out[0].suggestion.as_deref(), Some("ringkas"));
    let mut choices: Vec<String> = presets().map(|(id, _)| id.to_owned()).collect();
    choices.push("ringkas".to_owned());
    assert_eq!(out[0].args[1], ("choices", Arg::List(choices)));
}

#[test]
fn a_circle_is_shown() {
    let file = |id, text, number| OwnFile { id, file: FileId(number), text: Some(text) };
    let mut out = vec![];
    read_own(&[file("c", "extends: a", 0), file("b", "extends: c", 1), file("a", "extends: b", 2)], &mut out);
    assert_eq!(out[0].args, [("circle", Arg::Text("a → b → c → a".to_owned()))]);
    assert_eq!((out.len(), out[0].at.file), (1, FileId(2)));
}
