//! Files that are built into the binary, so that it works alone.
//!
//! Takes nothing, gives folders as sorted tables of files. Must never know what a file means.

/// A file built into the binary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// Path inside its folder, with `/` between its parts.
    pub path: &'static str,
    /// What it holds.
    pub bytes: &'static [u8],
}

impl File {
    /// What it holds as text. `None` if it is not text.
    pub fn text(&self) -> Option<&'static str> {
        std::str::from_utf8(self.bytes).ok()
    }
}

/// The file at a path in one of the tables.
pub fn find(table: &'static [File], path: &str) -> Option<&'static File> {
    let at = table.binary_search_by(|file| file.path.cmp(path)).ok()?;
    Some(&table[at])
}

/// The files of a table below a folder, given as `forms/`.
pub fn under(table: &'static [File], folder: &str) -> &'static [File] {
    let start = table.partition_point(|file| file.path < folder);
    let length = table[start..].partition_point(|file| file.path.starts_with(folder));
    &table[start..start + length]
}

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_path_and_folder() {
        static TABLE: &[File] = &[
            File { path: "a.txt", bytes: b"a" },
            File { path: "b/c.txt", bytes: b"c" },
            File { path: "b/d.txt", bytes: b"\xff" },
            File { path: "c.txt", bytes: b"" },
        ];
        assert_eq!(find(TABLE, "b/c.txt").and_then(File::text), Some("c"));
        assert_eq!(find(TABLE, "b/d.txt").and_then(File::text), None);
        assert_eq!(find(TABLE, "b"), None);
        assert_eq!(under(TABLE, "b/").len(), 2);
        assert!([TEMPLATES, CASES, PRESETS].iter().all(|table| table.is_sorted_by_key(|file| file.path)));
    }
}
