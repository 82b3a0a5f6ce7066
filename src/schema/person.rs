//! `people/<id>.yaml`, and the rows of `people.csv`.

use super::fields::Fields;
use super::types::{date, id, text};
use super::value::{At, Id};
use crate::calendar::Date;

/// A person of the agency, or an official outside it who rates someone in it.
#[derive(Debug, Clone)]
pub struct Person {
    /// Their name.
    pub names: Names,
    /// Identity numbers by kind, such as `nip` or `nipppk`.
    pub ids: Vec<(Id, At<String>)>,
    /// Their account name, for git and for pages.
    pub login: Option<At<String>>,
    /// Outside the agency: rates, is not rated, has no unit.
    pub external: bool,
    /// Posts held, each with its dates.
    pub assignments: Vec<Assignment>,
    /// People they may not rate.
    pub conflicts: Vec<Conflict>,
}

/// A name with the titles around it.
#[derive(Debug, Clone)]
pub struct Names {
    /// Titles before the name.
    pub before: Option<At<String>>,
    /// The name.
    pub full: At<String>,
    /// Titles after the name.
    pub after: Option<At<String>>,
}

impl Names {
    /// The name with its titles, as documents print it.
    pub fn titled(&self) -> String {
        let mut out = String::new();
        if let Some(before) = &self.before {
            out.push_str(before);
            out.push(' ');
        }
        out.push_str(&self.full);
        if let Some(after) = &self.after {
            out.push_str(", ");
            out.push_str(after);
        }
        out
    }
}

/// A post held for a time.
#[derive(Debug, Clone)]
pub struct Assignment {
    /// First day in it.
    pub from: At<Date>,
    /// Last day in it; open until the next assignment or for good.
    pub to: Option<At<Date>>,
    /// The unit; none for externals.
    pub unit: Option<Id>,
    /// The post.
    pub position: At<String>,
    /// Class of post, as the framework names them, such as `jf`.
    pub class: Option<Id>,
    /// Grade, such as `III/c`.
    pub grade: Option<At<String>>,
    /// Who rates this person, where it is not the head of the unit.
    pub rater: Option<Id>,
    /// Whether the person leads the unit.
    pub head: bool,
    /// Whether the post is held for someone else (Plt., Plh.).
    pub acting: bool,
}

/// A declared conflict of interest.
#[derive(Debug, Clone)]
pub struct Conflict {
    /// The person who may not be rated.
    pub with: Id,
    /// Why.
    pub reason: At<String>,
    /// When it was declared.
    pub declared: At<Date>,
}

/// Defines `people/<id>.yaml`; a row of `people.csv` is read as the same fields.
pub fn person(f: &mut Fields) -> Option<Person> {
    let names = f.nested("names", ("Nama dan gelar", "Name and titles"), true, |f| {
        let before = f.optional("before", ("Gelar di depan nama", "Titles before the name"), text("Dr."));
        let full = f.required("full", ("Nama lengkap", "Full name"), text("Nama Lengkap"));
        let after =
            f.optional("after", ("Gelar di belakang nama", "Titles after the name"), text("S.Kom., M.Si."));
        Some(Names { before, full: full?, after })
    });
    let ids = f.table(
        "ids",
        (
            "Nomor identitas menurut jenisnya (nip, nipppk), selalu di antara tanda kutip",
            "Identity numbers by kind (such as nip), always in quotes",
        ),
        text("199001012020121001"),
    );
    let login = f.optional("login", ("Nama akun", "Account name"), text("nama.akun"));
    let external = f.flag(
        "external",
        ("Pejabat di luar instansi yang hanya menilai", "An official outside the agency who only rates"),
    );
    let assignments = f.list_of(
        "assignments",
        ("Riwayat jabatan, terlama lebih dahulu", "Posts held, oldest first"),
        assignment,
    );
    let conflicts = f.list_of(
        "conflicts",
        (
            "Benturan kepentingan: orang yang tidak boleh dinilai",
            "Conflicts of interest: people who may not be rated",
        ),
        |f| {
            let with = f.required("with", ("Dengan siapa", "With whom"), id("person"));
            let reason = f.required("reason", ("Alasannya", "Why"), text("Hubungan keluarga"));
            let declared = f.required("declared", ("Tanggal dinyatakan", "When it was declared"), date());
            Some(Conflict { with: with?, reason: reason?, declared: declared? })
        },
    );
    Some(Person { names: names?, ids, login, external, assignments, conflicts })
}

pub(super) fn assignment(f: &mut Fields) -> Option<Assignment> {
    let from = f.required("from", ("Hari pertama", "First day"), date());
    let to = f.optional(
        "to",
        ("Hari terakhir; kosong sampai jabatan berikutnya", "Last day; open until the next post if left out"),
        date(),
    );
    let unit = f.optional("unit", ("Unit kerja", "The unit"), id("unit"));
    let position = f.required("position", ("Nama jabatan", "The post"), text("Pranata Komputer Ahli Muda"));
    let class = f.optional(
        "class",
        ("Jenis jabatan menurut kerangka (jpt, ja, jf)", "Class of post as the framework names it"),
        id("class"),
    );
    let grade = f.optional("grade", ("Golongan ruang", "Grade"), text("III/c"));
    let rater = f.optional(
        "rater",
        (
            "Pejabat penilai bila bukan kepala unitnya",
            "Who rates this person, where it is not the head of the unit",
        ),
        id("person"),
    );
    let head = f.flag("head", ("Memimpin unit ini", "Leads this unit"));
    let acting = f.flag("acting", ("Pelaksana tugas", "Holds the post for someone else"));
    Some(Assignment { from: from?, to, unit, position: position?, class, grade, rater, head, acting })
}
