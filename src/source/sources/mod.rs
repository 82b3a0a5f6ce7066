//! The files of an agency, in the order of their paths.

mod decode;
mod fault;
mod names;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fault::Fault;
pub(super) use fault::forbidden;

use crate::diagnostic::{FileId, Findings, Texts};

/// Another repository, or a folder anywhere, whose files appear in this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mount {
    /// Where its files appear, such as `content/reviews/2025`.
    pub at: String,
    /// The folder they are in.
    pub from: PathBuf,
}

/// A file of the agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    path: String,
    content: Content,
    fault: Option<Fault>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    /// Text as stored, with the length of its byte order mark.
    Text { stored: String, mark: usize },
    /// Not text, or text that could not be read: what can be shown of it, and its bytes where they differ.
    Broken { shown: String, raw: Vec<u8> },
    /// A picture or the like, read only when it is used.
    Asset { size: u64, source: AssetSource },
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum AssetSource {
    Disk(PathBuf),
    Memory(Vec<u8>),
}

impl File {
    /// Path inside the repository, with `/` between its parts.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text without byte order mark; empty for assets.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text { stored, mark } => &stored[*mark..],
            Content::Broken { shown, .. } => shown,
            Content::Asset { .. } => "",
        }
    }

    /// The bytes of a text file as stored, which its hash is taken of. `None` for assets.
    pub fn raw(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Text { stored, .. } => Some(stored.as_bytes()),
            Content::Broken { raw, .. } => Some(raw),
            Content::Asset { .. } => None,
        }
    }

    /// Says whether it is a picture or the like, listed by size only.
    pub fn is_asset(&self) -> bool {
        matches!(self.content, Content::Asset { .. })
    }

    /// Says whether its text can be relied on; what is wrong with others is among the findings.
    pub fn is_readable(&self) -> bool {
        self.fault.is_none() && matches!(self.content, Content::Text { .. })
    }

    /// Size in bytes as stored.
    pub fn size(&self) -> u64 {
        match &self.content {
            Content::Text { stored, .. } => stored.len() as u64,
            Content::Broken { raw, .. } => raw.len() as u64,
            Content::Asset { size, .. } => *size,
        }
    }
}

/// All files of an agency, sorted by the bytes of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<Arc<File>>,
}

impl Sources {
    /// Reads `rapor.yaml`, `content/` and `templates/` of a repository. What is wrong with single files are
    /// findings; an error means that the repository itself cannot be read.
    pub fn read(root: &Path, mounts: &[Mount]) -> io::Result<(Sources, Findings)> {
        let entries = walk::entries(root, mounts)?;
        Ok(Self::of(entries.into_iter().map(|entry| Arc::new(decode::file(entry))).collect()))
    }

    /// Reads again what changed on disk, files or folders, and keeps the rest. Files are numbered anew.
    pub fn reread(
        &self,
        root: &Path,
        mounts: &[Mount],
        changed: &[PathBuf],
    ) -> io::Result<(Sources, Findings)> {
        let (paths, entries) = walk::changed(root, mounts, changed)?;
        let is_read_again = |file: &File| {
            paths.iter().any(|path| {
                file.path
                    .strip_prefix(path.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        };
        let kept = self.files.iter().filter(|file| !is_read_again(file)).cloned();
        let mut files: Vec<Arc<File>> = kept.collect();
        files.extend(entries.into_iter().map(|entry| Arc::new(decode::file(entry))));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Self::of(files))
    }

    /// The same without some files, by their paths. Files are numbered anew.
    pub fn without(&self, is_left_out: impl Fn(&str) -> bool) -> (Sources, Findings) {
        Self::of(self.files.iter().filter(|file| !is_left_out(&file.path)).cloned().collect())
    }

    /// The same from files in memory: path and bytes.
    pub fn from_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Sources, Findings) {
        let unique: BTreeMap<String, Vec<u8>> =
            files.into_iter().map(|(path, bytes)| (path.replace('\\', "/"), bytes)).collect();
        let entries = unique.into_iter().map(|(path, bytes)| walk::Entry::in_memory(path, bytes));
        Self::of(entries.map(|entry| Arc::new(decode::file(entry))).collect())
    }

    /// Numbers sorted files and says what is wrong with them.
    fn of(mut files: Vec<Arc<File>>) -> (Sources, Findings) {
        let mut findings = fault::findings(&files);
        if files.len() > walk::FILE_COUNT_LIMIT {
            files.truncate(walk::FILE_COUNT_LIMIT);
            findings.push(fault::too_many(walk::FILE_COUNT_LIMIT));
        }
        (Sources { files }, findings)
    }

    /// All files in order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(n, file)| (id(n), file.as_ref()))
    }

    /// The files below a folder, given as `content/people/`, in order.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (FileId, &'a File)> {
        let first = self.files.partition_point(|file| file.path.as_str() < folder);
        self.files[first..]
            .iter()
            .enumerate()
            .take_while(move |(_, file)| file.path.starts_with(folder))
            .map(move |(n, file)| (id(first + n), file.as_ref()))
    }

    /// The file at a path.
    pub fn find(&self, path: &str) -> Option<(FileId, &File)> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some((id(at), &self.files[at]))
    }

    /// A file by its number.
    pub fn file(&self, file: FileId) -> Option<&File> {
        self.files.get(file.0 as usize).map(Arc::as_ref)
    }

    /// The bytes of a file, read now if it is an asset. `None` if there is no such file.
    pub fn bytes(&self, path: &str) -> Option<io::Result<Vec<u8>>> {
        let (_, file) = self.find(path)?;
        Some(match &file.content {
            Content::Asset { source: AssetSource::Disk(path), .. } => std::fs::read(path),
            Content::Asset { source: AssetSource::Memory(bytes), .. } => Ok(bytes.clone()),
            Content::Text { stored, .. } => Ok(stored.clone().into_bytes()),
            Content::Broken { raw, .. } => Ok(raw.clone()),
        })
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Says whether there are no files.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl Texts for Sources {
    fn path(&self, file: FileId) -> &str {
        self.file(file).map_or("", File::path)
    }

    fn text(&self, file: FileId) -> &str {
        self.file(file).map_or("", File::text)
    }
}

fn id(at: usize) -> FileId {
    FileId(u32::try_from(at).unwrap_or(u32::MAX))
}
