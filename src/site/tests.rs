//! Pages of a small agency, and of the project's own, looked at as a reader's browser and a curious colleague would.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{File, Inputs, Site, build};
use crate::check::check;
use crate::diagnostic::Findings;
use crate::source::Sources;

pub(super) type Files = BTreeMap<String, String>;

/// A head, four people below her, one of whom is reviewed, and somebody in another unit.
fn agency(released: bool, peers: &[&str]) -> Files {
    let mut files = Files::new();
    let mut put = |path: &str, text: &str| {
        files.insert(path.to_owned(), text.to_owned());
    };
    put("rapor.yaml", "name: Kantor\nlocale: id\nas_of: 2026-02-01\n");
    put(
        "content/units.yaml",
        "units:\n  a: {name: Unit A}\n  b: {name: Unit B, parent: a}\n  c: {name: Unit C, parent: a}\n",
    );
    put(
        "content/periods/2025.yaml",
        "label: Tahun 2025\nframework: permenpan-6-2022\nfrom: 2025-01-01\nto: 2025-12-31\n",
    );
    let person = |name: &str, post: &str| {
        format!("names: {{full: {name}}}\nassignments:\n  - {{from: 2020-01-01, position: P, {post}}}\n")
    };
    put("content/people/kepala.yaml", &person("Kepala", "unit: b, head: true, class: ja"));
    put("content/people/dewi.yaml", &person("'<script>alert(\"x\")</script> & Dewi'", "unit: b, class: jf"));
    for id in ["anu", "bela", "cici"] {
        put(&format!("content/people/{id}.yaml"), &person(&format!("Nama{id}"), "unit: b, class: jf"));
    }
    put("content/people/luar.yaml", &person("Orangluar", "unit: c, class: jf"));
    let own = "content/reviews/2025/dewi";
    put(
        &format!("{own}/plan.yaml"),
        "agreed: {employee: 2025-01-10, superior: 2025-01-12}\nresults:\n  hk1: {kind: utama, result: Tersusunnya <b>peta</b>, \
         indicators: {m: {measure: Peta, target: 3, unit: lembar}}}\n",
    );
    put(
        &format!("{own}/self.md"),
        "---\nby: dewi\ndate: 2026-01-04\nrealisation: {hk1/m: {value: 4, evidence: [Arsip]}}\n---\n## hk1\n\nlaporansendiri\n",
    );
    put(
        &format!("{own}/supervisor.md"),
        "---\nby: kepala\ndate: 2026-01-20\nratings: {hasil-kerja: di-atas, perilaku: di-atas}\nrealisation: {hk1/m: 5}\n---\n\
         ## Kekuatan\n\nkataatasan <img src=x onerror=y>\n",
    );
    for (n, by) in peers.iter().enumerate() {
        put(
            &format!("{own}/peer-{}.md", n + 1),
            &format!(
                "---\nby: {by}\ndate: 2025-12-0{}\nratings: {{perilaku: sesuai}}\n---\n## Kekuatan\n\nkatarekan{by}\n",
                n + 1
            ),
        );
    }
    if released {
        put(&format!("{own}/record.yaml"), "released: 2026-01-25\n");
    }
    files
}

pub(super) fn site_of(sources: &Sources, found: Findings, today: &str) -> Site {
    let (agency, more) = crate::model::load(sources, today.parse().unwrap());
    let found = found.into_iter().chain(more).collect();
    let (checked, _) = check(&agency, sources, found);
    let survey = crate::insight::survey(&checked);
    let released = crate::disclosure::release(&checked, &survey);
    let frameworks: Vec<&crate::framework::Framework> =
        survey.last().and_then(|insight| insight.period.framework.as_deref()).into_iter().collect();
    let public = crate::view::public::Public {
        lang: agency.lang(),
        today: agency.today,
        agency: &agency.config.as_ref().unwrap().name.value,
        periods: &released,
        pages: &crate::disclosure::pages(&checked),
        frameworks: &frameworks,
        bounds: crate::disclosure::bounds(&checked),
    };
    let scene = crate::view::Scene {
        agency: &agency,
        survey: &survey,
        texts: sources,
        documents: &[],
        held: &|period, person| checked.is_held(period, person),
        lang: agency.lang(),
    };
    build(&Inputs { scene, public: Some(&public.pages()), checks: &[], overrides: &[], tool: "0" }).unwrap()
}

pub(super) fn made(files: &Files) -> Site {
    let bytes = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    let (sources, found) = Sources::from_files(bytes);
    site_of(&sources, found, "2026-02-01")
}

pub(super) fn sample() -> Site {
    let (sources, found) = Sources::read(Path::new(env!("CARGO_MANIFEST_DIR")), &[]).unwrap();
    site_of(&sources, found, "2026-01-16")
}

fn text(file: &File) -> &str {
    std::str::from_utf8(&file.bytes).unwrap()
}

/// The text of all pages below a path.
pub(super) fn below(site: &Site, path: &str) -> String {
    let pages: Vec<&str> = site.pages.iter().filter(|page| page.path.starts_with(path)).map(text).collect();
    assert!(!pages.is_empty(), "no page below {path}");
    pages.concat()
}

#[derive(Debug)]
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    closes: bool,
    empty: bool,
}

/// The tags of a page. What cannot be read as one fails the test.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = vec![];
    let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a doctype");
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("a closed tag");
        let inside = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let (closes, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        let (empty, inside) = inside.strip_suffix('/').map_or((false, inside), |inside| (true, inside));
        let (name, mut words) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()), "<{inside}>");
        let mut attributes = vec![];
        while let Some((key, after)) = words.trim_start().split_once("=\"") {
            let (value, after) = after.split_once('"').expect("a closed value");
            attributes.push((key.trim(), value));
            words = after;
        }
        tags.push(Tag { name, attributes, closes, empty });
    }
    tags
}

const VOID: [&str; 4] = ["meta", "link", "br", "hr"];

/// What holds for every page.
fn look_at(page: &File, paths: &BTreeSet<String>) {
    let (path, html) = (&page.path, text(page));
    let mut open: Vec<&str> = vec![];
    let mut ids = BTreeSet::new();
    let mut referred = vec![];
    let mut level = 0;
    for tag in tags(html) {
        if tag.closes {
            assert_eq!(open.pop(), Some(tag.name), "{path}");
            continue;
        }
        if !tag.empty && !VOID.contains(&tag.name) {
            open.push(tag.name);
        }
        assert!(
            !["script", "style", "iframe", "object", "form", "img", "base"].contains(&tag.name),
            "{path}"
        );
        if let Some(found) = tag.name.strip_prefix('h').and_then(|digit| digit.parse::<u8>().ok()) {
            assert!(found <= level + 1, "{path}: h{found} after h{level}");
            assert!(found > 1 || level == 0, "{path}: two h1");
            level = found;
        }
        for (key, value) in tag.attributes {
            assert!(!key.starts_with("on") && key != "style", "{path}: {key}");
            match key {
                "id" => assert!(ids.insert(value), "{path}: id {value} twice"),
                "aria-labelledby" => referred.extend(value.split(' ')),
                "href" if value.starts_with('#') => referred.push(&value[1..]),
                "href" | "src" if value.contains(':') => {
                    assert!(tag.name == "a" && !value.starts_with("javascript"), "{path}: {value}");
                }
                "href" | "src" => {
                    let target = resolved(path, value);
                    assert!(paths.contains(&target), "{path}: {value} leads nowhere ({target})");
                    assert_eq!(root_of(&target), root_of(path), "{path}: {value} leaves its root");
                }
                _ => {}
            }
        }
    }
    assert!(open.is_empty(), "{path}: {open:?} left open");
    assert!(level > 0, "{path}: no heading");
    for id in referred {
        assert!(ids.contains(id), "{path}: #{id} is not there");
    }
    assert!(html.contains("default-src 'none'") && html.contains("<html lang=\"id\">"), "{path}");
}

fn root_of(path: &str) -> Vec<&str> {
    let depth = if path.starts_with("employees/") || path.starts_with("raters/") { 2 } else { 1 };
    path.split('/').take(depth).collect()
}

fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('#').next().unwrap().split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

pub(super) fn look_at_all(site: &Site) {
    let paths: BTreeSet<String> = site.files().map(|(path, _)| path).collect();
    for page in &site.pages {
        look_at(page, &paths);
    }
}

#[test]
fn every_page_is_sound() {
    let peers = ["anu", "bela", "cici"];
    for site in [made(&agency(true, &peers)), made(&agency(false, &peers)), sample()] {
        look_at_all(&site);
    }
}

#[test]
fn what_people_write_never_becomes_markup() {
    let site = made(&agency(true, &["anu", "bela", "cici"]));
    let all = below(&site, "");
    assert!(!all.contains("<script") && !all.contains("<img") && !all.contains("<b>peta"));
    assert!(all.contains("&lt;script&gt;alert("));
}

#[test]
fn colleagues_are_shown_from_three_on_and_together() {
    let two = made(&agency(true, &["anu", "bela"]));
    let all = below(&two, "");
    assert!(!all.contains("katarekan"), "two colleagues may not be heard");
    assert!(below(&two, "employees/dewi/").contains("ditampilkan bila paling sedikit 3"));

    let three = made(&agency(true, &["anu", "bela", "cici"]));
    let own = below(&three, "employees/dewi/");
    assert_eq!(own.matches("katarekan").count(), 3);
    for betrayed in ["Namaanu", "Namabela", "Namacici", "peer-", "Desember 2025</time> <strong>", "2025-12-0"]
    {
        assert!(!own.contains(betrayed), "{betrayed}");
    }
    let turned = made(&agency(true, &["cici", "anu", "bela"]));
    assert_eq!(own, below(&turned, "employees/dewi/"), "the order of files shows");
}

#[test]
fn a_heading_is_shown_where_enough_colleagues_wrote_under_it() {
    let with_more = |by: [&str; 3]| {
        let mut files = agency(true, &by);
        for (n, by) in by.iter().enumerate() {
            let more = match *by {
                "anu" => "\n## hk1\n\nsendiri\n\n## Perlu ditingkatkan\n\nberdua\n",
                "bela" => "\n## Perlu ditingkatkan\n\nberdua lagi\n",
                _ => "",
            };
            let file = files.get_mut(&format!("content/reviews/2025/dewi/peer-{}.md", n + 1)).unwrap();
            file.push_str(more);
        }
        let site = made(&files);
        look_at_all(&site);
        below(&site, "employees/dewi/")
    };
    let own = with_more(["anu", "bela", "cici"]);
    let common = own.split("Tentang berbagai hal").nth(1).unwrap();
    let (common, rest) = common.split_once("</ul>").unwrap();
    assert_eq!((common.matches("<li").count(), own.matches("berdua").count()), (3, 2), "{common}");
    assert!(common.contains("sendiri") && common.matches("berdua").count() == 2, "{common}");
    assert!(!common.contains("katarekan") && rest.matches("katarekan").count() == 3, "{common}");
    assert_eq!(own, with_more(["cici", "bela", "anu"]), "the order of files shows");
}

#[test]
fn raters_of_a_frameworks_own_kinds_are_shown_as_colleagues_are() {
    let with_clients = |peers: &[&str], clients: &[&str]| {
        let mut files = agency(true, peers);
        let kinds = "  client: {label: Pengguna layanan, display: 3}\n  panel: {label: Panel, display: 3}\n";
        let framework = format!("extends: permenpan-6-2022\nraters:\n{kinds}");
        files.insert("content/frameworks/layanan.yaml".to_owned(), framework);
        let period = files["content/periods/2025.yaml"].replace("permenpan-6-2022", "layanan");
        files.insert("content/periods/2025.yaml".to_owned(), period);
        for (n, by) in clients.iter().enumerate() {
            let text = format!(
                "---\nby: {by}\ndate: 2025-12-1{n}\nratings: {{perilaku: sesuai}}\n---\n## Kekuatan\n\nkataklien{by}\n"
            );
            files.insert(format!("content/reviews/2025/dewi/client-{}.md", n + 1), text);
        }
        made(&files)
    };
    let two = with_clients(&["anu", "bela", "cici"], &["anu", "luar"]);
    assert!(!below(&two, "").contains("kataklien"), "two clients may not be heard");
    assert_eq!(below(&two, "employees/dewi/").matches("katarekan").count(), 3);

    let three = with_clients(&["anu", "bela"], &["anu", "luar", "cici"]);
    look_at_all(&three);
    assert!(!below(&three, "").contains("katarekan"), "two peers may not be heard, however many clients are");
    for root in ["employees/dewi/", "raters/kepala/", "personnel/"] {
        let own = below(&three, root);
        let voices = own.matches("kataklien").count();
        assert!(voices == 3 && own.contains("Pengguna layanan") && own.contains("Panel"), "{root}");
        assert!(!own.contains("client-") && !own.contains("Desember 2025</time> <strong>"), "{root}");
    }
    let turned = with_clients(&["bela", "anu"], &["cici", "luar", "anu"]);
    assert_eq!(
        below(&three, "employees/dewi/"),
        below(&turned, "employees/dewi/"),
        "the order of files shows"
    );
}

#[test]
fn nothing_of_others_shows_before_release() {
    let sealed = made(&agency(false, &["anu", "bela", "cici"]));
    let own = below(&sealed, "employees/dewi/");
    for early in ["kataatasan", "katarekan", "Sangat Baik", "Di atas ekspektasi", "5 lembar"] {
        assert!(!own.contains(early), "{early}");
    }
    assert!(own.contains("laporansendiri") && own.contains("4 lembar"));
    assert!(below(&sealed, "raters/kepala/").contains("kataatasan"));
    assert!(below(&sealed, "personnel/").contains("kataatasan"));

    let open = made(&agency(true, &["anu", "bela", "cici"]));
    assert!(below(&open, "employees/dewi/").contains("kataatasan"));
    assert!(below(&open, "employees/dewi/").contains("Sangat Baik"));
}

#[test]
fn what_was_said_of_a_part_is_seen_at_once_and_by_its_circle_alone() {
    let mut files = agency(false, &["anu", "bela", "cici"]);
    let parts = "parts:\n  tw1: {label: Triwulan I, from: 2025-01-01, to: 2025-03-31}\n";
    files.get_mut("content/periods/2025.yaml").unwrap().push_str(parts);
    files.insert(
        "content/reviews/2025/dewi/parts/tw1/supervisor.md".to_owned(),
        "---\nby: kepala\ndate: 2025-04-08\nratings: {hasil-kerja: sesuai, perilaku: di-atas}\nrealisation: {hk1/m: 1}\n---\n\
         ## hk1\n\nkatatriwulan\n\n## Kekuatan\n\nkuattriwulan\n"
            .to_owned(),
    );
    let site = made(&files);
    look_at_all(&site);
    for root in ["employees/dewi/", "raters/kepala/", "personnel/"] {
        let own = below(&site, root);
        for said in ["katatriwulan", "kuattriwulan", "Triwulan I", "1 lembar", "8 April 2025"] {
            assert!(own.contains(said), "{root}: {said}");
        }
    }
    let own = below(&site, "employees/dewi/");
    let periodic = own.split("id=\"periodik\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(periodic.contains("<span>Baik</span>") && periodic.contains("Sesuai ekspektasi"), "{periodic}");
    for early in ["kataatasan", "katarekan", "Sangat Baik", "5 lembar"] {
        assert!(!own.contains(early), "{early}");
    }
    assert!(!periodic.contains("Rekan") && !periodic.contains("Tahun 2025</th>"), "{periodic}");
    let public: String = site
        .pages
        .iter()
        .filter(|page| page.path.starts_with("public/"))
        .map(text)
        .collect::<Vec<_>>()
        .concat();
    for root in [below(&site, "employees/anu/"), public] {
        assert!(!root.contains("triwulan") && !root.contains("Triwulan"));
    }

    files.insert("content/reviews/2025/dewi/record.yaml".to_owned(), "released: 2026-01-25\n".to_owned());
    let released = below(&made(&files), "employees/dewi/");
    assert!(released.contains("Triwulan I</th><th scope=\"col\">Tahun 2025</th>"), "{released}");
}

#[test]
fn roots_hold_nobody_outside_their_circle() {
    let site = made(&agency(true, &["anu", "bela", "cici"]));
    for root in ["employees/dewi/", "employees/kepala/", "raters/kepala/"] {
        assert!(!below(&site, root).contains("Orangluar"), "{root}");
    }
    let other = below(&site, "employees/anu/");
    assert!(!other.contains("Dewi") && !other.contains("katarekan") && !other.contains("kataatasan"));
    assert!(below(&site, "personnel/").contains("Orangluar"));
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    let files = agency(true, &["anu", "bela", "cici"]);
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(made(&files), one.install(|| made(&files)));
}

/// Colours of one scheme of the style sheet.
fn tokens(block: &str) -> BTreeMap<String, [f64; 3]> {
    let lines = block.split(['\n', ';']).filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    lines
        .map(|(name, hex)| {
            let part = |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            (name.to_owned(), [part(0), part(2), part(4)])
        })
        .collect()
}

/// Contrast of two colours after WCAG 2.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let light = |[r, g, b]: [f64; 3]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (a, b) = (light(a) + 0.05, light(b) + 0.05);
    if a > b { a / b } else { b / a }
}

#[test]
fn text_keeps_its_contrast_in_light_and_dark() {
    let style = include_str!("../../templates/assets/rapor.css");
    let blocks: Vec<&str> =
        style.split(":root {").skip(1).map(|rest| rest.split('}').next().unwrap()).collect();
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    for (scheme, block) in ["light", "dark"].iter().zip(&blocks) {
        let tokens = tokens(block);
        for ground in ["paper", "surface", "wash"] {
            for ink in ["ink", "quiet", "accent", "low", "mid", "high"] {
                let found = contrast(tokens[ink], tokens[ground]);
                assert!(found >= 4.5, "{scheme}: {ink} on {ground} has {found:.2}");
            }
        }
        for tone in ["low", "mid", "high"] {
            let found = contrast(tokens[tone], tokens[format!("{tone}-wash").as_str()]);
            assert!(found >= 4.5, "{scheme}: {tone} on its wash has {found:.2}");
            let found = contrast(tokens[format!("bar-{tone}").as_str()], tokens["paper"]);
            assert!(found >= 3.0, "{scheme}: bars of {tone} have {found:.2}");
        }
        assert!(contrast(tokens["focus"], tokens["paper"]) >= 3.0);
    }
}

#[test]
fn the_assets_of_a_root_stay_small() {
    let site = made(&agency(true, &[]));
    let size: usize = site.assets.iter().map(|asset| asset.bytes.len()).sum();
    assert!((10_000..=60 * 1024).contains(&size), "{size} bytes");
    let style = site.assets.iter().find(|asset| asset.path == "assets/rapor.css").unwrap();
    assert!(!text(style).contains("http") && !text(style).contains("@import"));
}
