//! `people/<id>.yaml`, and the rows of `people.csv`.

use std::collections::BTreeMap;

use super::fields::{Fields, decode, is_id};
use super::types::{date, id, text};
use super::value::{At, Id};
use crate::calendar::Date;
use crate::diagnostic::{FileId, Finding, Span, code, suggest};
use crate::source::csv::{Cell, Table};
use crate::source::yaml::{Node, Value};

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
    /// Whom an external stands for, as documents print it.
    pub institution: Option<At<String>>,
    /// The post.
    pub position: At<String>,
    /// Class of post, as the framework names them, such as `jf`.
    pub class: Option<Id>,
    /// The post, where the framework sets criteria or levels for it.
    pub post: Option<Id>,
    /// Its rung, where the framework gives credit points.
    pub rung: Option<Id>,
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
    let institution = f.optional(
        "institution",
        ("Instansi pejabat dari luar", "The institution of an official from outside"),
        text("Pemerintah Kota Contoh"),
    );
    let position = f.required("position", ("Nama jabatan", "The post"), text("Pranata Komputer Ahli Muda"));
    let class = f.optional(
        "class",
        ("Jenis jabatan menurut kerangka (jpt, ja, jf)", "Class of post as the framework names it"),
        id("class"),
    );
    let post = f.optional(
        "post",
        (
            "Jabatan menurut kerangka, bila ada kriteria atau tingkat sendiri baginya",
            "The post, where the framework sets criteria or levels for it",
        ),
        id("post"),
    );
    let rung = f.optional(
        "rung",
        (
            "Jenjang menurut kerangka, bila ada angka kredit",
            "Its rung, where the framework gives credit points",
        ),
        id("rung"),
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
    Some(Assignment {
        from: from?,
        to,
        unit,
        institution,
        position: position?,
        class,
        post,
        rung,
        grade,
        rater,
        head,
        acting,
    })
}

/// The columns of `people.csv`, each with the field it fills; the last group describes the one post a row holds.
const COLUMNS: &[(&str, &[&str])] = &[
    ("before", &["names", "before"]),
    ("full", &["names", "full"]),
    ("after", &["names", "after"]),
    ("nip", &["ids", "nip"]),
    ("nipppk", &["ids", "nipppk"]),
    ("login", &["login"]),
    ("external", &["external"]),
    ("from", &["assignments", "from"]),
    ("to", &["assignments", "to"]),
    ("unit", &["assignments", "unit"]),
    ("institution", &["assignments", "institution"]),
    ("position", &["assignments", "position"]),
    ("class", &["assignments", "class"]),
    ("post", &["assignments", "post"]),
    ("rung", &["assignments", "rung"]),
    ("grade", &["assignments", "grade"]),
    ("rater", &["assignments", "rater"]),
    ("head", &["assignments", "head"]),
    ("acting", &["assignments", "acting"]),
];

/// A row of `people.csv`.
#[derive(Debug, Clone)]
pub struct Row {
    /// The person.
    pub id: Id,
    /// What the row says. `None` if it could not be decoded.
    pub data: Option<Person>,
}

/// Reads the rows of `people.csv`, one person and post a row; several rows of one id are one person's posts.
pub fn from_table(table: &Table, file: FileId, out: &mut Vec<Finding>) -> Vec<Row> {
    let Some(id_column) = table.columns.iter().position(|column| column.text == "id") else {
        out.push(Finding::new(code::CSV_MISSING_COLUMN, Span { file, start: 0, end: 0 }).arg("column", "id"));
        return vec![];
    };
    report_unknown_columns(table, out);
    let mut people: Vec<(Id, Node)> = vec![];
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &table.rows {
        let cell = &row[id_column];
        if !is_id(&cell.text) {
            out.push(Finding::new(code::BAD_ID, cell.span).quoted("found", cell.text.clone()));
            continue;
        }
        let node = row_as_mapping(table, row, cell.span);
        let place = *places.entry(&cell.text).or_insert(people.len());
        match people.get_mut(place) {
            Some((_, first)) => append_posts(first, node),
            None => people.push((At { value: cell.text.clone(), span: cell.span }, node)),
        }
    }
    people
        .into_iter()
        .map(|(id, node)| {
            let data = decode(&id.value, &node, out, person);
            Row { id, data }
        })
        .collect()
}

fn report_unknown_columns(table: &Table, out: &mut Vec<Finding>) {
    let known = || COLUMNS.iter().map(|(name, _)| *name);
    for column in table.columns.iter().filter(|column| column.text != "id") {
        if !known().any(|name| name == column.text) {
            out.push(
                Finding::new(code::CSV_UNKNOWN_COLUMN, column.span)
                    .arg("column", column.text.clone())
                    .suggest(suggest(&column.text, known())),
            );
        }
    }
}

fn scalar(text: &str, span: Span) -> Node {
    Node { value: Value::Scalar { text: text.to_owned(), plain: true }, span }
}

/// The row as the mapping a person's own file would hold, each value at the place of its cell.
fn row_as_mapping(table: &Table, row: &[Cell], at: Span) -> Node {
    let mut top: Vec<(Node, Node)> = vec![];
    let mut groups: [(&str, Vec<(Node, Node)>); 3] =
        [("names", vec![]), ("ids", vec![]), ("assignments", vec![])];
    for (column, cell) in table.columns.iter().zip(row).filter(|(_, cell)| !cell.text.is_empty()) {
        let Some((_, path)) = COLUMNS.iter().find(|(name, _)| *name == column.text) else { continue };
        let value = scalar(&cell.text, cell.span);
        match path {
            [field] => top.push((scalar(field, cell.span), value)),
            [group, field] => {
                if let Some((_, pairs)) = groups.iter_mut().find(|(name, _)| name == group) {
                    pairs.push((scalar(field, cell.span), value));
                }
            }
            _ => {}
        }
    }
    for (name, pairs) in groups.into_iter().filter(|(_, pairs)| !pairs.is_empty()) {
        let mapping = Node { value: Value::Map(pairs), span: at };
        let value = match name {
            "assignments" => Node { value: Value::Seq(vec![mapping]), span: at },
            _ => mapping,
        };
        top.push((scalar(name, at), value));
    }
    Node { value: Value::Map(top), span: at }
}

fn append_posts(person: &mut Node, row: Node) {
    let posts = |node: Node| match node.value {
        Value::Map(pairs) => pairs.into_iter().find_map(|(key, value)| match (key.value, value.value) {
            (Value::Scalar { text, .. }, Value::Seq(posts)) if text == "assignments" => Some(posts),
            _ => None,
        }),
        _ => None,
    };
    let more = posts(row).unwrap_or_default();
    if let Value::Map(pairs) = &mut person.value {
        let held = pairs.iter_mut().find_map(|(_, value)| match &mut value.value {
            Value::Seq(posts) => Some(posts),
            _ => None,
        });
        if let Some(held) = held {
            held.extend(more);
        }
    }
}
