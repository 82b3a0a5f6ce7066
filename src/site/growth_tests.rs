//! What pages say of what follows from ratings, and to whom.

use super::tests::{Files, below, look_at_all, made};

/// Two years of Dewi: in 2024 rated by `lama`, in 2025 by `kepala`, who is below `puncak`.
fn agency(released: bool) -> Files {
    let mut files = Files::new();
    let mut put = |path: &str, text: String| {
        files.insert(path.to_owned(), text);
    };
    put("rapor.yaml", "name: Kantor\nlocale: id\nas_of: 2026-04-01\n".to_owned());
    put("content/units.yaml", "units:\n  a: {name: Unit A}\n  b: {name: Unit B, parent: a}\n".to_owned());
    put(
        "content/trainings.yaml",
        "trainings:\n  t1: {name: Pelatihan Satu, strengthens: [akuntabel], hours: 8}\n  t2: {name: Pelatihan Dua, strengthens: [akuntabel]}\n".to_owned(),
    );
    put(
        "content/frameworks/uji.yaml",
        "extends: permenpan-6-2022\nawards:\n  teladan: {label: Pegawai Teladan, of: person, by: outcome}\nfollow_up:\n  \
         disiplin: {label: Langkah Disiplin, kind: sanction, when: {rated: akuntabel, at_most: di-bawah}}\n  \
         dua: {label: Dua Tahun Baik, kind: talent, when: {at_least: baik, periods: 2}}\n  \
         satu: {label: Setahun Baik, kind: reward, when: {at_least: baik}, training: t2}\n".to_owned(),
    );
    for year in ["2024", "2025"] {
        put(
            &format!("content/periods/{year}.yaml"),
            format!("label: Tahun {year}\nframework: uji\nfrom: {year}-01-01\nto: {year}-12-31\n"),
        );
    }
    put(
        "content/goals/2025.yaml",
        "goals:\n  g: {title: Sasaran Satu, owner: a, indicators: {i: {measure: Ukuran, target: 3, realised: 3}}}\n  \
         h: {title: Sasaran Dua, indicators: {i: {measure: Ukuran, target: 3}}}\n".to_owned(),
    );
    let person = |name: &str, posts: &str| format!("names: {{full: {name}}}\nassignments:\n{posts}");
    let post = |more: &str| format!("  - {{from: 2020-01-01, position: P, class: ja, {more}}}\n");
    put("content/people/puncak.yaml", person("Puncak", &post("unit: a, head: true")));
    put("content/people/kepala.yaml", person("Kepala", &post("unit: b, head: true")));
    put("content/people/lama.yaml", person("Lama", &post("unit: b")));
    put("content/people/lain.yaml", person("Oranglain", &post("unit: b")));
    put(
        "content/people/dewi.yaml",
        person(
            "Dewi",
            "  - {from: 2020-01-01, unit: b, position: P, class: ja, rater: lama}\n  - {from: 2025-01-01, unit: b, position: P, class: ja, rung: ahli-pertama}\n",
        ),
    );
    for (year, by) in [("2024", "lama"), ("2025", "kepala")] {
        let own = format!("content/reviews/{year}/dewi");
        put(
            &format!("{own}/supervisor.md"),
            format!(
                "---\nby: {by}\ndate: {year}-12-30\nratings: {{hasil-kerja: di-atas, perilaku: di-atas, akuntabel: di-bawah, kompeten: sesuai}}\n---\n"
            ),
        );
        if released || year == "2024" {
            put(
                &format!("{own}/record.yaml"),
                format!("released: {}-01-20\n", if year == "2024" { 2025 } else { 2026 }),
            );
        }
    }
    put(
        "content/reviews/2024/dewi/development.yaml",
        "trainings:\n  - {training: t1, answers: akuntabel, planned: 2026-05-01}\n".to_owned(),
    );
    put(
        "content/reviews/2025/dewi/plan.yaml",
        "agreed: {employee: 2025-01-10, superior: 2025-01-12}\nresults:\n  hk1: {kind: utama, supports: goal/g, result: Peta, \
         indicators: {m: {measure: Peta, target: 3, goal: g/i, contribution: Sumbangan Dewi}}}\n".to_owned(),
    );
    put(
        "content/reviews/2025/dewi/objection.md",
        "---\ndate: 2026-01-22\nitems: [perilaku]\n---\n## Alasan\n\nx\n".to_owned(),
    );
    files
}

#[test]
fn pages_of_what_follows_are_sound() {
    look_at_all(&made(&agency(true)));
    look_at_all(&made(&agency(false)));
}

#[test]
fn what_follows_shows_to_the_person_from_release_on() {
    // 12.5 points a year x 1.5 for the best outcome, for the whole year.
    let words = [
        "Setahun Baik",
        "Dua Tahun Baik",
        "Langkah Disiplin",
        "Pelatihan Dua",
        "tergolong perlu ditingkatkan",
    ];
    let sealed = made(&agency(false));
    let page = below(&sealed, "employees/dewi/2025.html");
    for word in words {
        assert!(!page.contains(word), "{word}");
    }
    let index = below(&sealed, "employees/dewi/index.html");
    assert!(!index.contains("Arah</th>"), "one year makes no course");

    let open = made(&agency(true));
    let page = below(&open, "employees/dewi/2025.html");
    for word in words {
        assert!(page.contains(word), "{word}");
    }
    assert!(page.contains("Sangat Baik (Tahun 2024) dan Sangat Baik (Tahun 2025)"));
    assert!(page.contains("direncanakan 1 Mei 2026"));
    assert!(below(&open, "employees/dewi/index.html").contains("Arah</th>"));
}

#[test]
fn a_rater_sees_what_follows_from_their_own_ratings_alone() {
    let site = made(&agency(true));
    let page = below(&site, "raters/kepala/2025/dewi.html");
    assert!(page.contains("Setahun Baik") && page.contains("tergolong perlu ditingkatkan"));
    // The year before was another one's to rate, with what was planned then; discipline is none of a rater's.
    for word in ["Dua Tahun Baik", "(Tahun 2024)", "direncanakan 1 Mei 2026", "Langkah Disiplin"] {
        assert!(!page.contains(word), "{word}");
    }
    let office = below(&site, "personnel/people/dewi/2025.html");
    for word in ["Dua Tahun Baik", "direncanakan 1 Mei 2026", "Langkah Disiplin"] {
        assert!(office.contains(word), "{word}");
    }
}

#[test]
fn what_a_decision_could_set_shows_to_who_decides() {
    let site = made(&agency(true));
    let title = "Bila peringkat ini ditetapkan lain";
    for (page, shows) in [
        ("raters/puncak/2025/dewi.html", true),
        ("personnel/people/dewi/2025.html", true),
        ("raters/kepala/2025/dewi.html", false),
        ("employees/dewi/2025.html", false),
    ] {
        assert_eq!(below(&site, page).contains(title), shows, "{page}");
    }
    let page = below(&site, "raters/puncak/2025/dewi.html");
    let table = &page[page.find("class=\"what-if\"").unwrap()..];
    let table = &table[..table.find("</table>").unwrap()];
    for (rating, outcome) in [("Di bawah", "Kurang"), ("Sesuai", "Baik"), ("Di atas", "Sangat Baik")] {
        let row = &table[table.find(&format!("<th scope=\"row\">{rating}")).unwrap()..];
        assert!(row[..row.find("</tr>").unwrap()].contains(outcome), "{rating}");
    }
    assert_eq!(table.matches("yang berlaku").count(), 1);
}

#[test]
fn lists_of_people_are_for_the_personnel_office() {
    let site = made(&agency(true));
    let office = below(&site, "personnel/periods/2025-talent.html");
    for word in ["Dewi", "Dua Tahun Baik", "Pegawai Teladan", "Sepertiga atas"] {
        assert!(office.contains(word), "{word}");
    }
    let goals = below(&site, "personnel/periods/2025-goals.html");
    for word in
        ["Sumbangan Dewi", "Sasaran Satu", "Belum ada hasil kerja yang mendukung sasaran ini", "Oranglain"]
    {
        assert!(goals.contains(word), "{word}");
    }
    assert!(below(&site, "personnel/periods/2025-needs.html").contains("1 dari 1"));
    assert!(below(&site, "personnel/trends.html").contains("Tahun 2024"));
    for root in ["employees/", "raters/", "public/"] {
        let pages = below(&site, root);
        for word in ["Pegawai Teladan", "Sepertiga", "Program pelatihan"] {
            assert!(!pages.contains(word), "{root}: {word}");
        }
    }
    assert!(!below(&site, "employees/lain/").contains("Dewi"));
}
