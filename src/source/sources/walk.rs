//! Walking a repository on disk.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::Mount;
use super::fault::Fault;
use super::names::{self, Holds};

/// Largest asset that is taken.
pub(super) const ASSET_LIMIT: u64 = 32 * 1024 * 1024;

/// Most files that are taken.
pub(super) const FILE_COUNT_LIMIT: usize = 2_000_000;

/// A file as found, before its text is looked at.
pub(super) struct Entry {
    /// Path inside the repository.
    pub(super) path: String,
    /// What was found there.
    pub(super) found: Found,
}

/// What was found at a path.
pub(super) enum Found {
    /// A text file.
    Text(Vec<u8>),
    /// An asset on disk.
    Asset { size: u64, at: PathBuf },
    /// An asset in memory.
    AssetBytes(Vec<u8>),
    /// A file that is not taken.
    Refused(Fault),
}

impl Entry {
    pub(super) fn in_memory(path: String, bytes: Vec<u8>) -> Self {
        let size = bytes.len() as u64;
        let found = match limit(&path) {
            limit if size > limit => Found::Refused(Fault::TooLarge { size, limit }),
            _ if names::holds(&path) == Holds::Asset => Found::AssetBytes(bytes),
            _ => Found::Text(bytes),
        };
        Entry { path, found }
    }
}

/// The most bytes a file may have, by what it holds.
fn limit(path: &str) -> u64 {
    match names::holds(path) {
        Holds::Written => 256 * 1024,
        Holds::Made => 32 * 1024 * 1024,
        Holds::Asset => ASSET_LIMIT,
    }
}

/// What is read of a repository.
const TOPS: [&str; 3] = ["rapor.yaml", "content", "templates"];

/// The files of a repository and what is mounted in it, sorted by path.
pub(super) fn entries(root: &Path, mounts: &[Mount]) -> io::Result<Vec<Entry>> {
    if !root.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, "not a directory"));
    }
    let mut places = Vec::new();
    for top in TOPS {
        collect(root, &root.join(top), top, &mut places)?;
    }
    for mount in mounts {
        fs::metadata(&mount.from)?;
        collect(&mount.from, &mount.from, &mount_point(mount), &mut places)?;
    }
    Ok(opened(places))
}

/// The files at and below some places on disk, with the paths inside the repository that they stand for.
pub(super) fn changed(
    root: &Path,
    mounts: &[Mount],
    changed: &[PathBuf],
) -> io::Result<(Vec<String>, Vec<Entry>)> {
    let mut paths = Vec::new();
    let mut places = Vec::new();
    for on_disk in changed {
        let own = inside(root, on_disk, "")
            .filter(|path| TOPS.contains(&path.split('/').next().unwrap_or_default()));
        let own = own.map(|path| (root, path));
        let mounted = || {
            mounts.iter().find_map(|mount| {
                Some((mount.from.as_path(), inside(&mount.from, on_disk, &mount_point(mount))?))
            })
        };
        let Some((root, path)) = own.or_else(mounted) else { continue };
        // What lies behind a link that leads out is no file of the agency; the link itself is looked at.
        let behind_link = on_disk.parent().is_some_and(|parent| parent != root && leaves(root, parent));
        if !behind_link && !path.split('/').any(names::is_skipped) {
            collect(root, on_disk, &path, &mut places)?;
            paths.push(path);
        }
    }
    Ok((paths, opened(places)))
}

fn mount_point(mount: &Mount) -> String {
    mount.at.replace('\\', "/").trim_matches('/').to_owned()
}

/// The path inside the repository of something below a folder whose files appear at a prefix.
fn inside(folder: &Path, on_disk: &Path, prefix: &str) -> Option<String> {
    let rest = on_disk.strip_prefix(folder).ok()?;
    let mut path = prefix.to_owned();
    for part in rest.components() {
        let Component::Normal(name) = part else { return None };
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(&name.to_string_lossy());
    }
    Some(path)
}

/// Reads what was found, in the order of the paths. Where two things have one path, the first found is taken.
fn opened(mut places: Vec<At>) -> Vec<Entry> {
    places.sort_by(|a, b| a.path.cmp(&b.path));
    places.dedup_by(|a, b| a.path == b.path);
    places.into_par_iter().map(open).collect()
}

/// A place in the walk, before the file there is opened.
struct At {
    path: String,
    on_disk: PathBuf,
    refused: Option<Fault>,
}

fn collect(root: &Path, top: &Path, prefix: &str, places: &mut Vec<At>) -> io::Result<()> {
    if fs::symlink_metadata(top).is_err() {
        return Ok(());
    }
    let mut outside: Vec<PathBuf> = Vec::new();
    let name_of = |on_disk: &Path| inside(top, on_disk, prefix).unwrap_or_else(|| prefix.to_owned());
    let walk = WalkDir::new(top).follow_links(true).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| {
        let skipped = entry.depth() > 0 && names::is_skipped(&entry.file_name().to_string_lossy());
        if !skipped && entry.path_is_symlink() && leaves(root, entry.path()) {
            outside.push(entry.path().to_owned());
            return false;
        }
        !skipped
    });
    for entry in walk {
        if places.len() > FILE_COUNT_LIMIT {
            break;
        }
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                places.push(At { path: name_of(entry.path()), on_disk: entry.into_path(), refused: None })
            }
            Err(error) => {
                let on_disk = error.path().unwrap_or(top).to_owned();
                let kind = error.io_error().map_or(io::ErrorKind::InvalidInput, io::Error::kind);
                places.push(At { path: name_of(&on_disk), on_disk, refused: Some(Fault::Unreadable(kind)) });
            }
        }
    }
    for on_disk in outside {
        places.push(At { path: name_of(&on_disk), on_disk, refused: Some(Fault::LinkOutside) });
    }
    Ok(())
}

fn leaves(root: &Path, link: &Path) -> bool {
    let root = root.canonicalize();
    link.canonicalize().is_ok_and(|target| root.is_ok_and(|root| !target.starts_with(root)))
}

fn open(at: At) -> Entry {
    let found = match at.refused {
        Some(fault) => Found::Refused(fault),
        None => {
            read(&at.path, at.on_disk).unwrap_or_else(|error| Found::Refused(Fault::Unreadable(error.kind())))
        }
    };
    Entry { path: at.path, found }
}

fn read(path: &str, on_disk: PathBuf) -> io::Result<Found> {
    let facts = fs::metadata(&on_disk)?;
    if !facts.is_file() {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    let (size, limit) = (facts.len(), limit(path));
    Ok(if size > limit {
        Found::Refused(Fault::TooLarge { size, limit })
    } else if names::holds(path) == Holds::Asset {
        Found::Asset { size, at: on_disk }
    } else {
        Found::Text(fs::read(&on_disk)?)
    })
}
