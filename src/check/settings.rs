//! `rapor.yaml`.

use super::scene::Scene;
use crate::diagnostic::{Finding, Span, code};

pub(super) fn check(scene: &Scene, out: &mut Vec<Finding>) {
    let (agency, sources) = (scene.agency, scene.sources);
    let Some(config) = &agency.config else {
        if sources.find("rapor.yaml").is_none() {
            out.push(Finding::new(code::SETTINGS_MISSING, Span::start_of(agency.config_file)));
        }
        return;
    };
    if let Some(address) = &config.base_url
        && !["https://", "http://"].iter().any(|start| is_address(address, start))
    {
        out.push(
            Finding::new(code::NOT_AN_ADDRESS, address.span)
                .arg("key", "base_url")
                .quoted("found", address.value.clone()),
        );
    }
    if let Some(emblem) = &config.emblem {
        let path = format!("content/assets/{}", emblem.value);
        if !stays_inside(emblem) {
            out.push(
                Finding::new(code::BAD_PATH, emblem.span)
                    .arg("key", "emblem")
                    .quoted("found", emblem.value.clone()),
            );
        } else if sources.find(&path).is_none() {
            out.push(Finding::new(code::FILE_MISSING, emblem.span).arg("path", path));
        }
    }
}

fn is_address(text: &str, start: &str) -> bool {
    text.strip_prefix(start).is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')
            && !rest.chars().any(|c| c.is_whitespace() || c.is_control())
    })
}

fn stays_inside(path: &str) -> bool {
    !path.contains(['\\', ':']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}
