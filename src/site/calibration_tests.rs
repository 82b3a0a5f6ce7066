//! What the pages say of how raters use their scales, and to whom.

use std::collections::BTreeMap;

use super::Site;
use super::tests::{Files, below, look_at_all, made};

/// An agency of some raters, each with six people, whose levels are drawn from the digits after the rater's id.
fn agency(raters: &[(&str, &str)]) -> Files {
    let mut files = Files::new();
    let mut put = |path: String, text: String| {
        files.insert(path, text);
    };
    put("rapor.yaml".to_owned(), "name: Kantor\nlocale: id\nas_of: 2026-02-01\n".to_owned());
    put(
        "content/periods/2025.yaml".to_owned(),
        "label: Tahun 2025\nframework: permenpan-6-2022\nfrom: 2025-01-01\nto: 2025-12-31\n".to_owned(),
    );
    let levels = BTreeMap::from([('0', "di-bawah"), ('1', "sesuai"), ('2', "di-atas")]);
    for (rater, digits) in raters {
        put(
            format!("content/people/{rater}.yaml"),
            format!("names: {{full: Nama{rater}}}\nassignments:\n  - {{from: 2020-01-01, position: P}}\n"),
        );
        for (at, digit) in digits.chars().enumerate() {
            let person = format!("{rater}-{at}");
            put(
                format!("content/people/{person}.yaml"),
                format!(
                    "names: {{full: Bawahan{person}}}\nassignments:\n  - {{from: 2020-01-01, position: P, rater: {rater}}}\n"
                ),
            );
            let level = levels[&digit];
            put(
                format!("content/reviews/2025/{person}/supervisor.md"),
                format!(
                    "---\nby: {rater}\ndate: 2026-01-20\nratings: {{hasil-kerja: {level}, perilaku: {level}}}\n---\n## Kekuatan\n\nKata.\n"
                ),
            );
        }
    }
    files
}

const FIVE: [(&str, &str); 5] =
    [("ani", "222222"), ("budi", "111110"), ("citra", "211110"), ("dodi", "111112"), ("eka", "000111")];

#[test]
fn the_office_reads_who_rates_otherwise_with_the_numbers() {
    let site = made(&agency(&FIVE));
    look_at_all(&site);
    let page = below(&site, "personnel/periods/2025-calibration.html");
    assert!(page.contains("Namaani") && page.contains("Memberi 6 orang rata-rata 1,00 dari skala"));
    // 5/12, 1/2, 7/12 and 1/4 of the scale.
    assert!(
        page.contains("4 penilai lain memberi 0,44 untuk hal yang sama. Selisihnya 0,56 ke atas."),
        "{page}"
    );
    assert!(page.contains("Memberi 6 orang peringkat yang sama pada setiap hal"));
    let order = ["Namaani", "Namadodi", "Namacitra", "Namabudi", "Namaeka"];
    let places: Vec<usize> = order.iter().map(|name| page.rfind(name).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn a_rater_sees_no_other_rater() {
    let site = made(&agency(&FIVE));
    for (rater, _) in FIVE {
        let own = below(&site, &format!("raters/{rater}/"));
        assert!(own.contains("Sebelum Anda menyerahkan"));
        for (other, _) in FIVE.iter().filter(|(other, _)| *other != rater) {
            for name in [format!("Nama{other}"), format!("{other}-"), format!("/{other}")] {
                assert!(!own.contains(&name), "{rater} sees {name}");
            }
        }
    }
    let own = below(&site, "raters/ani/");
    assert!(own.contains("1,00") && own.contains("0,38 sampai 0,50"));
    for exact in ["0,44", "0,42", "0,50</", "0,58", "0,25"] {
        assert!(!own.contains(exact), "{exact}");
    }
}

/// What single raters gave does not show: neither whose it was, nor that of one who comes in.
#[test]
fn what_a_rater_sees_depends_on_others_together_alone() {
    let own = |raters: &[(&str, &str)]| below(&made(&agency(raters)), "raters/ani/");
    let five = own(&FIVE);
    let mut turned = FIVE;
    turned[1].1 = FIVE[4].1;
    turned[4].1 = FIVE[1].1;
    assert_eq!(own(&turned), five);
    let mut changed = FIVE;
    changed[2].1 = "211111";
    assert_eq!(own(&changed), five, "one more level of one person stays in the band");
    let three = own(&FIVE[..3]);
    assert!(three.contains("terlalu sedikit") && !three.contains("sampai 0,"));
}

#[test]
fn calibration_is_for_the_office_alone() {
    let site: Site = made(&agency(&FIVE));
    for page in &site.pages {
        let is_there = page.path.contains("calibration");
        assert!(!is_there || page.path.starts_with("personnel/"), "{}", page.path);
        if !page.path.starts_with("personnel/") {
            let text = std::str::from_utf8(&page.bytes).unwrap();
            assert!(!text.contains("Rekan yang saling menilai"), "{}", page.path);
        }
    }
}

#[test]
fn somebody_withheld_closes_the_mirror_of_everybody() {
    let mut files = agency(&FIVE);
    files.insert("content/reviews/2025/eka-0/supervisor.md".to_owned(), "---\nby: eka\n---\n".to_owned());
    let site = made(&files);
    let own = below(&site, "raters/ani/");
    assert!(own.contains("ditahan sampai berkas") && !own.contains("sampai 0,"));
    assert!(below(&site, "personnel/periods/2025-calibration.html").contains("1 orang ditahan"));
}
