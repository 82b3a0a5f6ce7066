//! Files that nobody reads, because their name or folder is not one Rapor knows.

use super::scene::Scene;
use crate::diagnostic::{Finding, Span, code, suggest};
use crate::schema::kinds::locate;

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
/// Files of a person's folder.
const IN_DOSSIER: [&str; 11] = [
    "plan.yaml",
    "self.md",
    "supervisor.md",
    "peer-1.md",
    "subordinate-1.md",
    "discussion.md",
    "objection.md",
    "decision.md",
    "development.yaml",
    "record.yaml",
    "feedback",
];

pub(super) fn check(scene: &Scene, out: &mut Vec<Finding>) {
    for (file, source) in scene.sources.under("content/") {
        let path = source.path();
        let broken_name = !source.is_readable() && !source.is_asset();
        if broken_name || path.starts_with("content/assets/") || locate(path).is_some() {
            continue;
        }
        // A name in capitals beside the same one without is reported as that.
        let lower = path.to_lowercase();
        if lower != path && scene.sources.find(&lower).is_some() {
            continue;
        }
        let name = path.rsplit('/').next().unwrap_or(path);
        out.push(
            Finding::new(code::UNKNOWN_FILE, Span::start_of(file)).arg("name", name).suggest(meant(path)),
        );
    }
}

/// The path that was probably meant.
fn meant(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.strip_prefix("content/")?.split('/').collect();
    let candidate = match parts.as_slice() {
        [file] => format!("content/{}", suggest(file, SHARED)?),
        ["reviews", period, person, rest @ ..] => {
            let (first, inside) = rest.split_first()?;
            let near = numbered(first).or_else(|| suggest(first, IN_DOSSIER).map(str::to_owned))?;
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
fn numbered(file: &str) -> Option<String> {
    let stem = file.strip_suffix(".md")?;
    let letters = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &stem[letters.len()..];
    let kind = suggest(letters.trim_end_matches(['-', '_', ' ']), ["peer", "subordinate"])?;
    (!number.is_empty()).then(|| format!("{kind}-{number}.md"))
}
