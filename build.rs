//! Lists the folders that are built into the binary as tables of files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Name of the table, and the folder whose files it lists.
const TABLES: [(&str, &str); 4] = [
    ("TEMPLATES", "templates"),
    ("CASES", "tests/cases"),
    ("PRESETS", "src/framework/presets"),
    ("STARTER", "src/cli/starter"),
];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut tables = String::new();
    println!("cargo::rerun-if-changed=build.rs");
    for (name, folder) in TABLES {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        collect(&root.join(folder), "", &mut files)?;
        files.sort();
        let _ =
            writeln!(tables, "/// The files of `{folder}`, sorted by path.\npub static {name}: &[File] = &[");
        for path in files {
            let on_disk = root.join(folder).join(&path);
            let _ = writeln!(tables, "    File {{ path: {path:?}, bytes: include_bytes!({on_disk:?}) }},");
        }
        tables.push_str("];\n");
    }
    fs::write(out.join("embedded.rs"), tables)
}

/// Gathers the files below a folder; a folder that does not exist has none.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<String>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') && !name.starts_with("..") {
            continue;
        }
        let path = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
