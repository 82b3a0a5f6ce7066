//! What concerns many people at once: evaluation meetings, awards, what was published, pages of the agency's own.

use crate::calendar::Date;
use crate::schema::fields::Fields;
use crate::schema::types::{choice, count, date, id, label, text};
use crate::schema::value::{At, Id, Label};

/// Front matter of `meetings/<period>.md`: the evaluation meeting.
#[derive(Debug, Clone)]
pub struct Meeting {
    /// When.
    pub date: At<Date>,
    /// Where.
    pub place: Option<At<String>>,
    /// Who leads it.
    pub chair: Option<Id>,
    /// Who writes the minutes.
    pub secretary: Option<Id>,
    /// Who presents when.
    pub slots: Vec<Slot>,
    /// Who was there.
    pub present: Vec<Id>,
    /// Who excused themselves.
    pub absent: Vec<Id>,
}

/// A person's turn to present achievements and challenges.
#[derive(Debug, Clone)]
pub struct Slot {
    /// The time, such as `09:00`.
    pub at: At<String>,
    /// Who presents.
    pub person: Id,
    /// For how many minutes.
    pub minutes: Option<At<u32>>,
}

/// Defines the front matter of `meetings/<period>.md`.
pub fn meeting(f: &mut Fields) -> Option<Meeting> {
    let date = f.required("date", ("Tanggal", "When"), date());
    let place = f.optional("place", ("Tempat", "Where"), text("Aula"));
    let chair = f.optional("chair", ("Pemimpin rapat", "Who leads it"), id("person"));
    let secretary = f.optional("secretary", ("Notulis", "Who writes the minutes"), id("person"));
    let slots = f.list_of("slots", ("Giliran paparan", "Who presents when"), |f| {
        let at = f.required("at", ("Pukul", "The time"), text("09:00"));
        let person = f.required("person", ("Siapa", "Who presents"), id("person"));
        let minutes =
            f.optional("minutes", ("Lama, dalam menit", "For how many minutes"), count(1, 480, "10"));
        Some(Slot { at: at?, person: person?, minutes })
    });
    let present = f.list("present", ("Yang hadir", "Who was there"), id("person"));
    let absent = f.list("absent", ("Yang berhalangan", "Who excused themselves"), id("person"));
    Some(Meeting { date: date?, place, chair, secretary, slots, present, absent })
}

/// An award.
#[derive(Debug, Clone)]
pub struct Award {
    /// Its name.
    pub title: At<Label>,
    /// When it was given.
    pub date: At<Date>,
    /// Who receives it; several people are a team.
    pub members: Vec<Id>,
    /// The project it was earned in.
    pub project: Option<Id>,
    /// What it was given for.
    pub reason: At<String>,
    /// What came with it, such as a certificate or a bonus.
    pub reward: Option<At<String>>,
}

/// Defines `awards/<period>.yaml`.
pub fn awards(f: &mut Fields) -> Option<Vec<(Id, Award)>> {
    Some(f.map_of("awards", ("Penghargaan menurut id-nya", "Awards by their id"), true, |f| {
        let title = f.required("title", ("Nama penghargaan", "Name of the award"), label());
        let date = f.required("date", ("Tanggal", "When it was given"), date());
        let members = f.list(
            "members",
            ("Penerima; lebih dari satu berarti tim", "Who receives it; several are a team"),
            id("person"),
        );
        let project =
            f.optional("project", ("Proyek terkait", "The project it was earned in"), id("project"));
        let reason = f.required("reason", ("Alasan", "What it was given for"), text("..."));
        let reward = f.optional("reward", ("Bentuk penghargaan", "What came with it"), text("Piagam"));
        Some(Award { title: title?, date: date?, members, project, reason: reason?, reward })
    }))
}

/// `disclosure/<period>.yaml`: the ledger of what was published about a period.
#[derive(Debug, Clone)]
pub struct Ledger {
    /// Publications, oldest first.
    pub editions: Vec<Edition>,
}

/// One publication.
#[derive(Debug, Clone)]
pub struct Edition {
    /// When.
    pub date: At<Date>,
    /// The groups of people whose figures were published.
    pub cohorts: Vec<At<String>>,
}

/// Defines `disclosure/<period>.yaml`.
pub fn ledger(f: &mut Fields) -> Option<Ledger> {
    let editions =
        f.list_of("editions", ("Terbitan, terlama lebih dahulu", "Publications, oldest first"), |f| {
            let date = f.required("date", ("Tanggal terbit", "When"), date());
            let cohorts = f.list(
                "cohorts",
                ("Kelompok yang diterbitkan", "Groups whose figures were published"),
                text("agency"),
            );
            Some(Edition { date: date?, cohorts })
        });
    Some(Ledger { editions })
}

/// Who a page of the agency's own is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Everybody: it stands in the public root.
    Public,
    /// The personnel office.
    Personnel,
}

/// Front matter of `pages/*.md`.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its title.
    pub title: At<Label>,
    /// Place in the menu; lower comes first.
    pub order: u32,
    /// Who it is for.
    pub audience: Audience,
}

/// Defines the front matter of `pages/*.md`.
pub fn page(f: &mut Fields) -> Option<Page> {
    let title = f.required("title", ("Judul", "Its title"), label());
    let order = f.optional("order", ("Urutan di menu", "Place in the menu"), count(0, 1000, "10"));
    let audience = f.optional(
        "audience",
        ("Untuk siapa", "Who it is for"),
        choice(&[("public", Audience::Public), ("personnel", Audience::Personnel)]),
    );
    Some(Page {
        title: title?,
        order: order.map_or(100, |at| at.value),
        audience: audience.map_or(Audience::Public, |at| at.value),
    })
}
