//! The first steps of somebody who has nothing but the program.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]

use std::io;
use std::path::Path;
use std::process::{Command, Output};

fn rapor(folder: &Path, arguments: &[&str]) -> io::Result<Output> {
    Command::new(env!("CARGO_BIN_EXE_rapor"))
        .current_dir(folder)
        .args(arguments)
        .env("SOURCE_DATE_EPOCH", "1772409600")
        .output()
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn a_new_agency_is_checked_built_and_added_to() {
    for lang in ["id", "en"] {
        let folder = std::env::temp_dir().join(format!("rapor-first-steps-{lang}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let run = |arguments: &[&str]| {
            let output = rapor(&folder, arguments).unwrap();
            (output.status.code(), words(&output))
        };

        let (code, said) = run(&["init", "agency", "--lang", lang]);
        assert_eq!(code, Some(0), "{said}");
        let (code, said) = run(&["check", "--strict", "--repo", "agency"]);
        assert_eq!(code, Some(0), "{said}");
        let (code, said) = run(&["build", "--no-pdf", "--repo", "agency"]);
        assert_eq!(code, Some(0), "{said}");
        let person = if lang == "id" { "contoh-arsiparis" } else { "example-archivist" };
        assert!(folder.join(format!("agency/output/employees/{person}/index.html")).is_file());

        let config = std::fs::read(folder.join("agency/rapor.yaml")).unwrap();
        let (code, said) = run(&["init", "agency"]);
        assert_eq!(code, Some(2), "{said}");
        assert_eq!(std::fs::read(folder.join("agency/rapor.yaml")).unwrap(), config);

        let (code, path) = run(&["new", "self", "--person", person, "--repo", "agency"]);
        assert_eq!(code, Some(0), "{path}");
        let path = folder.join(path.trim());
        std::fs::write(&path, "mine").unwrap();
        let (code, said) = run(&["new", "self", "--person", person, "--repo", "agency"]);
        assert_eq!(code, Some(2), "{said}");
        assert_eq!(std::fs::read(&path).unwrap(), b"mine");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

#[test]
fn an_agency_can_begin_under_every_built_in_framework() {
    let folder = std::env::temp_dir().join(format!("rapor-first-frameworks-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (framework, _) in rapor::framework::presets() {
        for arguments in [
            ["init", framework, "--lang", "en", "--framework", framework].as_slice(),
            ["check", "--strict", "--repo", framework].as_slice(),
            ["build", "--no-pdf", "--repo", framework].as_slice(),
        ] {
            let output = rapor(&folder, arguments).unwrap();
            assert_eq!(output.status.code(), Some(0), "{framework}: {}", words(&output));
        }
        let period = folder.join(framework).join("content/periods/2026.yaml");
        let period = std::fs::read_to_string(period).unwrap();
        assert!(period.contains(&format!("framework: {framework}\n")), "{period}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
