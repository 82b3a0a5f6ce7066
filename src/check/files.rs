//! Files that nobody reads, because their name or folder is not one Rapor knows.

use super::scene::Scene;
use crate::diagnostic::{FileId, Finding, Span, code, suggest};
use crate::schema::kinds::{Located, locate};

/// Files of `content/` whose names are fixed.
const SHARED: [&str; 6] =
    ["units.yaml", "holidays.yaml", "trainings.yaml", "projects.yaml", "people.csv", "allowed_signers"];
/// Folders of `content/`.
const FOLDERS: [&str; 10] = [
    "people",
    "frameworks",
    "periods",
    "goals",
    "reviews",
    "meetings",
    "awards",
    "disclosure",
    "pages",
    "assets",
];
/// Files of a person's folder, those of colleagues left out.
const IN_DOSSIER: [&str; 10] = [
    "plan.yaml",
    "self.md",
    "supervisor.md",
    "discussion.md",
    "objection.md",
    "decision.md",
    "development.yaml",
    "record.yaml",
    "feedback",
    "parts",
];
/// Files of a part of the period.
const IN_PART: [&str; 2] = ["self.md", "supervisor.md"];

pub(super) fn check(scene: &Scene, out: &mut Vec<Finding>) {
    for (file, source) in scene.sources.under("content/") {
        let path = source.path();
        let broken_name = !source.is_readable() && !source.is_asset();
        if broken_name || path.starts_with("content/assets/") {
            continue;
        }
        if let Some(at) = locate(path) {
            unknown_raters(scene, file, path, &at, out);
            continue;
        }
        // A name in capitals beside the same one without is reported as that.
        let lower = path.to_lowercase();
        if lower != path && scene.sources.find(&lower).is_some() {
            continue;
        }
        out.push(unknown(file, path).suggest(meant(scene, path)));
    }
}

fn unknown(file: FileId, path: &str) -> Finding {
    let name = path.rsplit('/').next().unwrap_or(path);
    Finding::new(code::UNKNOWN_FILE, Span::start_of(file)).arg("name", name)
}

/// Reports a colleague's file of a kind of rater that the period's framework does not define.
fn unknown_raters(scene: &Scene, file: FileId, path: &str, at: &Located, out: &mut Vec<Finding>) {
    let (Some(raters), Some(period)) = (at.raters(), at.period) else { return };
    let Some(period) = scene.agency.periods.get(period).filter(|period| !period.has_raters(raters)) else {
        return;
    };
    let Some(framework) = &period.framework else { return };
    let choices: Vec<&str> = framework.colleagues().collect();
    let near = suggest(raters, choices.iter().copied());
    // `superviser-1.md` is no view of raters called so.
    let (folder, name) = path.rsplit_once('/').unwrap_or_default();
    if let Some(other) = suggest(name, IN_DOSSIER).filter(|_| near.is_none()) {
        out.push(unknown(file, path).suggest(Some(format!("{folder}/{other}"))));
        return;
    }
    let finding = Finding::new(code::UNKNOWN_RATERS, Span::start_of(file))
        .arg("framework", framework.id.clone())
        .arg("found", raters)
        .suggest(near);
    out.push(match choices.as_slice() {
        [] => finding.phrase("choices", "no-raters"),
        _ => finding.list("choices", choices),
    });
}

/// The kinds of raters whose files may lie in a folder of a period.
fn raters_of<'a>(scene: &Scene<'a>, period: &str) -> Vec<&'a str> {
    let framework = scene.agency.periods.get(period).and_then(|period| period.framework.as_deref());
    framework.map_or_else(|| vec!["peer", "subordinate"], |framework| framework.colleagues().collect())
}

/// The path that was probably meant.
fn meant(scene: &Scene, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.strip_prefix("content/")?.split('/').collect();
    let candidate = match parts.as_slice() {
        [file] => format!("content/{}", suggest(file, SHARED)?),
        ["reviews", period, person, "parts", part, file] => {
            format!("content/reviews/{period}/{person}/parts/{part}/{}", suggest(file, IN_PART)?)
        }
        ["reviews", period, person, "parts", file] => {
            let part = file.strip_suffix(".md")?;
            format!("content/reviews/{period}/{person}/parts/{part}/supervisor.md")
        }
        ["reviews", period, person, rest @ ..] => {
            let (first, inside) = rest.split_first()?;
            let raters = raters_of(scene, period);
            let numbers: Vec<String> = raters.iter().map(|raters| format!("{raters}-1.md")).collect();
            let files = IN_DOSSIER.into_iter().chain(numbers.iter().map(String::as_str));
            let near = numbered(first, &raters).or_else(|| suggest(first, files).map(str::to_owned))?;
            let file = std::iter::once(near.as_str()).chain(inside.iter().copied()).collect::<Vec<_>>();
            format!("content/reviews/{period}/{person}/{}", file.join("/"))
        }
        [folder, file] => {
            let folder = suggest(folder, FOLDERS)?;
            let ending = if matches!(folder, "meetings" | "pages") { "md" } else { "yaml" };
            let stem = file.rsplit_once('.').map_or(*file, |(stem, _)| stem);
            format!("content/{folder}/{}.{ending}", stem.to_lowercase().replace(' ', "-"))
        }
        [folder, rest @ ..] => format!("content/{}/{}", suggest(folder, FOLDERS)?, rest.join("/")),
        [] => return None,
    };
    (candidate != path && locate(&candidate).is_some()).then_some(candidate)
}

/// `peer2.md` and the like as the name they should have.
fn numbered(file: &str, raters: &[&str]) -> Option<String> {
    let stem = file.strip_suffix(".md")?;
    let letters = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &stem[letters.len()..];
    let kind = suggest(letters.trim_end_matches(['-', '_', ' ']), raters.iter().copied())?;
    (!number.is_empty()).then(|| format!("{kind}-{number}.md"))
}
