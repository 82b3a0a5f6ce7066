//! A finished tree of files in memory, as the site and the reports hand it over.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, OnceLock};

use sha2::{Digest as _, Sha256};

use super::path::{self, PathError, PathFault};

/// The SHA-256 of a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Digest(Sha256::digest(bytes).into())
    }

    /// Reads 64 lower-case hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        if text.len() != 64 {
            return None;
        }
        let digit = |c: u8| match c {
            b'0'..=b'9' => Some(c - b'0'),
            b'a'..=b'f' => Some(c - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Digest(bytes))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The bytes of a file. Copies share them, and the digest is computed once for all of them.
#[derive(Clone)]
pub struct Content(Arc<Shared>);

struct Shared {
    bytes: Vec<u8>,
    digest: OnceLock<Digest>,
    is_anew: bool,
}

impl Content {
    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    /// Their digest.
    pub fn digest(&self) -> Digest {
        *self.0.digest.get_or_init(|| Digest::of(&self.0.bytes))
    }

    /// The same, to be written anew whenever a publication changes anything, so that the times of such files do not
    /// tell which of them changed.
    pub fn anew(self) -> Content {
        let bytes = Arc::try_unwrap(self.0).map_or_else(|shared| shared.bytes.clone(), |own| own.bytes);
        Content(Arc::new(Shared { bytes, digest: OnceLock::new(), is_anew: true }))
    }

    pub(super) fn is_anew(&self) -> bool {
        self.0.is_anew
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Content(Arc::new(Shared { bytes, digest: OnceLock::new(), is_anew: false }))
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        text.as_bytes().to_vec().into()
    }
}

impl From<&[u8]> for Content {
    fn from(bytes: &[u8]) -> Self {
        bytes.to_vec().into()
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.bytes() == other.bytes()
    }
}

impl Eq for Content {}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.bytes().len())
    }
}

/// What a name stands for, with its spelling: names that fold to the same lower case are one on many file systems.
#[derive(Debug, Clone)]
struct Name {
    spelling: Box<str>,
    is_file: bool,
}

/// Files by path, in order. Every path lies in one of the roots `public/`, `employees/<id>/`, `raters/<id>/` and
/// `personnel/`, uses forward slashes, and can be stored on any file system.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    files: BTreeMap<String, Content>,
    /// Files and directories by lower-cased path. Only asked, never walked.
    names: HashMap<Box<str>, Name>,
}

impl Tree {
    /// A tree without files.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. The tree stays as it was if the path is refused.
    pub fn insert(&mut self, path: impl Into<String>, content: impl Into<Content>) -> Result<(), PathError> {
        let path = path.into();
        match path::check(&path).and_then(|()| self.claim(&path)) {
            Ok(()) => {
                self.files.insert(path, content.into());
                Ok(())
            }
            Err(fault) => Err(PathError { path, fault }),
        }
    }

    /// Adds all files of another tree.
    pub fn merge(&mut self, other: Tree) -> Result<(), PathError> {
        other.files.into_iter().try_for_each(|(path, content)| self.insert(path, content))
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<&Content> {
        self.files.get(path)
    }

    /// All files, ordered by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Content)> {
        self.files.iter().map(|(path, content)| (path.as_str(), content))
    }

    /// The files below a directory, ordered by path.
    pub fn under<'a>(&'a self, directory: &str) -> impl Iterator<Item = (&'a str, &'a Content)> {
        let prefix = format!("{directory}/");
        let start = prefix.clone();
        self.files
            .range(start..)
            .map(|(path, content)| (path.as_str(), content))
            .take_while(move |(path, _)| path.starts_with(&prefix))
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Takes the names of a file and of its directories, if nothing stands against any of them.
    fn claim(&mut self, path: &str) -> Result<(), PathFault> {
        let folded = path.to_lowercase();
        match self.names.get(folded.as_str()) {
            Some(name) if *name.spelling != *path => return Err(PathFault::Case),
            Some(name) if name.is_file => return Err(PathFault::Twice),
            Some(_) => return Err(PathFault::FileAndDirectory),
            None => {}
        }
        let mut fresh = Vec::new();
        for (end, _) in path.rmatch_indices('/') {
            let directory = &path[..end];
            let folded = directory.to_lowercase();
            match self.names.get(folded.as_str()) {
                Some(name) if *name.spelling != *directory => return Err(PathFault::Case),
                Some(name) if name.is_file => return Err(PathFault::FileAndDirectory),
                // Whoever claimed a directory has claimed those above it too.
                Some(_) => break,
                None => fresh.push((folded, directory)),
            }
        }
        for (folded, directory) in fresh {
            self.names.insert(folded.into(), Name { spelling: directory.into(), is_file: false });
        }
        self.names.insert(folded.into(), Name { spelling: path.into(), is_file: true });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(tree: &mut Tree, path: &str) -> Option<PathFault> {
        tree.insert(path, "x").err().map(|error| error.fault)
    }

    #[test]
    fn names_that_clash_on_some_file_system_are_refused() {
        let mut tree = Tree::new();
        assert_eq!(fault(&mut tree, "public/unit/umum.html"), None);
        assert_eq!(fault(&mut tree, "public/unit/umum.html"), Some(PathFault::Twice));
        assert_eq!(fault(&mut tree, "public/unit/Umum.html"), Some(PathFault::Case));
        assert_eq!(fault(&mut tree, "public/Unit/data.html"), Some(PathFault::Case));
        assert_eq!(fault(&mut tree, "public/unit"), Some(PathFault::FileAndDirectory));
        assert_eq!(fault(&mut tree, "public/unit/umum.html/a"), Some(PathFault::FileAndDirectory));
        assert_eq!(fault(&mut tree, "public/../a"), Some(PathFault::Shape));
        assert_eq!(tree.len(), 1);
    }

    #[test]
    fn a_refused_file_claims_no_directory() {
        let mut tree = Tree::new();
        assert_eq!(fault(&mut tree, "public/a"), None);
        assert_eq!(fault(&mut tree, "public/a/b/c"), Some(PathFault::FileAndDirectory));
        assert_eq!(fault(&mut tree, "public/A-b"), None);
        assert_eq!(fault(&mut tree, "public/b/c"), None);
    }

    #[test]
    fn under_gives_one_directory_only() -> Result<(), PathError> {
        let mut tree = Tree::new();
        for path in ["employees/ali/a", "employees/ali/b/c", "employees/ali-2/a", "employees/al/a"] {
            tree.insert(path, path)?;
        }
        let found: Vec<_> = tree.under("employees/ali").map(|(path, _)| path).collect();
        assert_eq!(found, ["employees/ali/a", "employees/ali/b/c"]);
        Ok(())
    }

    #[test]
    fn digests_are_read_as_they_are_written() {
        let digest = Digest::of(b"abc");
        let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest.to_string(), hex);
        assert_eq!(Digest::from_hex(hex), Some(digest));
        assert_eq!(Digest::from_hex(&hex.to_uppercase()), None);
        assert_eq!(Digest::from_hex(&hex[1..]), None);
    }
}
