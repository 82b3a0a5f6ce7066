//! `periods/<period>.lock`: what a closed period was computed from. Written by `rapor lock`, never by hand.

use super::fields::Fields;
use super::person::{Assignment, assignment};
use super::types::{date, id, label, text};
use super::value::{At, Id, Label};
use crate::calendar::Date;

/// A lock as written.
#[derive(Debug, Clone)]
pub struct Lock {
    /// The day it was locked.
    pub locked: At<Date>,
    /// The version of the tool that wrote it.
    pub tool: At<String>,
    /// The framework's id.
    pub framework: Id,
    /// The framework's whole text.
    pub framework_text: At<String>,
    /// SHA-256 of each file, in hexadecimal, by path.
    pub files: Vec<LockedFile>,
    /// Units as they were.
    pub units: Vec<LockedUnit>,
    /// Holidays as they were.
    pub holidays: Vec<At<Date>>,
    /// Posts as they were, by person.
    pub people: Vec<LockedPerson>,
}

/// A file and its hash.
#[derive(Debug, Clone)]
pub struct LockedFile {
    /// Path in the repository.
    pub path: At<String>,
    /// SHA-256, in hexadecimal.
    pub sha256: At<String>,
}

/// A unit as it was.
#[derive(Debug, Clone)]
pub struct LockedUnit {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: At<Label>,
    /// The unit it belonged to.
    pub parent: Option<Id>,
}

/// A person's posts as they were.
#[derive(Debug, Clone)]
pub struct LockedPerson {
    /// The person.
    pub id: Id,
    /// Their posts up to the end of the period.
    pub assignments: Vec<Assignment>,
}

/// Defines `periods/<period>.lock`.
pub fn lock(f: &mut Fields) -> Option<Lock> {
    let locked = f.required("locked", ("Tanggal dikunci", "The day it was locked"), date());
    let tool = f.required("tool", ("Versi alat", "Version of the tool that wrote it"), text("0.1.0"));
    let framework = f.required("framework", ("Kerangka", "The framework"), id("framework"));
    let framework_text = f.required(
        "framework_text",
        ("Teks lengkap kerangka", "The framework's whole text"),
        text("").long(),
    );
    let files = f.list_of("files", ("Berkas dan sidik jarinya", "Files and their hashes"), |f| {
        let path = f.required("path", ("Letak berkas", "Path in the repository"), text("content/..."));
        let sha256 = f.required("sha256", ("SHA-256 berkas", "SHA-256 of the file"), text("..."));
        Some(LockedFile { path: path?, sha256: sha256? })
    });
    let units = f.list_of("units", ("Unit kerja saat itu", "Units as they were"), |f| {
        let id_ = f.required("id", ("Id unit", "Its id"), id("unit"));
        let name = f.required("name", ("Nama unit", "Its name"), label());
        let parent = f.optional("parent", ("Unit induk", "The unit it belonged to"), id("unit"));
        Some(LockedUnit { id: id_?, name: name?, parent })
    });
    let holidays = f.list("holidays", ("Hari libur saat itu", "Holidays as they were"), date());
    let people = f.list_of("people", ("Jabatan saat itu", "Posts as they were"), |f| {
        let id_ = f.required("id", ("Id orang", "The person"), id("person"));
        let assignments = f.list_of("assignments", ("Riwayat jabatan", "Their posts"), assignment);
        Some(LockedPerson { id: id_?, assignments })
    });
    Some(Lock {
        locked: locked?,
        tool: tool?,
        framework: framework?,
        framework_text: framework_text?,
        files,
        units,
        holidays,
        people,
    })
}
