//! Walking a repository on disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::Mount;
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
    /// A file over the limit of its kind.
    TooLarge { size: u64, limit: u64 },
    /// A link that leads out of the repository.
    LinkOutside,
    /// A file that the system refused to read.
    Unreadable(io::ErrorKind),
}

impl Entry {
    pub(super) fn in_memory(path: String, bytes: Vec<u8>) -> Self {
        let size = bytes.len() as u64;
        let found = match limit(&path) {
            limit if size > limit => Found::TooLarge { size, limit },
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

/// The files of a repository and what is mounted in it, sorted by path.
pub(super) fn entries(root: &Path, mounts: &[Mount]) -> io::Result<Vec<Entry>> {
    if !root.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, "not a directory"));
    }
    let mut places = Vec::new();
    for top in ["rapor.yaml", "content", "templates"] {
        collect(root, &root.join(top), top, &mut places)?;
    }
    for mount in mounts {
        let at = mount.at.trim_matches('/').replace('\\', "/");
        fs::metadata(&mount.from)?;
        collect(&mount.from, &mount.from, &at, &mut places)?;
    }
    places.sort_by(|a, b| a.path.cmp(&b.path));
    places.dedup_by(|a, b| a.path == b.path);
    Ok(places.into_par_iter().map(open).collect())
}

/// A place in the walk, before the file there is opened.
struct At {
    path: String,
    on_disk: PathBuf,
    refused: Option<Found>,
}

fn collect(root: &Path, top: &Path, prefix: &str, places: &mut Vec<At>) -> io::Result<()> {
    if fs::symlink_metadata(top).is_err() {
        return Ok(());
    }
    let root = root.canonicalize()?;
    let mut outside: Vec<PathBuf> = Vec::new();
    let name_of = |on_disk: &Path| path_inside(top, on_disk, prefix);
    let walk = WalkDir::new(top).follow_links(true).sort_by_file_name().into_iter();
    let walk = walk.filter_entry(|entry| {
        let skipped = entry.depth() > 0 && names::is_skipped(&entry.file_name().to_string_lossy());
        if !skipped && entry.path_is_symlink() && leaves(&root, entry.path()) {
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
                places.push(At { path: name_of(&on_disk), on_disk, refused: Some(Found::Unreadable(kind)) });
            }
        }
    }
    for on_disk in outside {
        places.push(At { path: name_of(&on_disk), on_disk, refused: Some(Found::LinkOutside) });
    }
    Ok(())
}

fn leaves(root: &Path, link: &Path) -> bool {
    link.canonicalize().is_ok_and(|target| !target.starts_with(root))
}

/// The path inside the repository, with `/` between its parts whatever the system writes.
fn path_inside(top: &Path, on_disk: &Path, prefix: &str) -> String {
    let mut path = prefix.to_owned();
    for part in on_disk.strip_prefix(top).unwrap_or(Path::new("")).components() {
        path.push('/');
        path.push_str(&part.as_os_str().to_string_lossy());
    }
    path
}

fn open(at: At) -> Entry {
    let found = match at.refused {
        Some(refused) => refused,
        None => read(&at.path, at.on_disk).unwrap_or_else(|error| Found::Unreadable(error.kind())),
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
        Found::TooLarge { size, limit }
    } else if names::holds(path) == Holds::Asset {
        Found::Asset { size, at: on_disk }
    } else {
        Found::Text(fs::read(&on_disk)?)
    })
}
