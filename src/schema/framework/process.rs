//! The course of a period: stages and deadlines, what follows from outcomes, and whom the framework is for.

use super::{DESCRIPTION, LABEL, LEGAL};
use crate::calendar::Date;
use crate::num::Exact;
use crate::schema::fields::Fields;
use crate::schema::types::{choice, count, date, id, label, mark, number, text};
use crate::schema::value::{At, Id, Label};

/// An agreement to the framework.
#[derive(Debug, Clone)]
pub struct Approval {
    /// When.
    pub date: At<Date>,
    /// Who: a name or an office.
    pub by: At<Label>,
    /// For which side.
    pub party: At<Party>,
    /// A remark.
    pub note: Option<At<Label>>,
}

/// A side that agrees to a framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// Officials of the agency.
    Official,
    /// Experts.
    Expert,
    /// Representatives of the staff.
    Staff,
}

/// A change of the framework.
#[derive(Debug, Clone)]
pub struct Change {
    /// When.
    pub date: At<Date>,
    /// What was changed.
    pub what: At<Label>,
    /// Why: the figures or views it rests on.
    pub reason: Option<At<Label>>,
}

/// A stage of the period.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its name.
    pub label: At<Label>,
    /// What happens in it.
    pub event: At<StageEvent>,
    /// Whether everybody passes through it.
    pub required: bool,
    /// When it ends.
    pub deadline: Option<Deadline>,
    /// Stages that must be done before it.
    pub needs: Vec<Id>,
}

/// What happens in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StageEvent {
    /// Both sides agreed to the plan.
    Plan,
    /// The person reported.
    SelfReview,
    /// Colleagues gave their view.
    Colleagues,
    /// The superior rated.
    Supervisor,
    /// The appraisal was talked over.
    Discussion,
    /// The person was shown the result.
    Release,
    /// The document was handed over.
    Delivery,
    /// The person confirmed having it.
    Receipt,
    /// The person objected.
    Objection,
    /// The objection was decided.
    Decision,
}

/// When a stage ends.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// What it counts from.
    pub after: At<Anchor>,
    /// Calendar days after it.
    pub days: Option<At<u32>>,
    /// Workdays after it.
    pub workdays: Option<At<u32>>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// What a stage's deadline counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// First day of the period.
    Start,
    /// Last day of the period.
    End,
    /// The day the evaluation document was handed over.
    Delivered,
    /// The day it was received.
    Received,
    /// The day the objection was handed in.
    Objection,
}

/// A class of posts.
#[derive(Debug, Clone)]
pub struct Class {
    /// Its name.
    pub label: At<Label>,
    /// Whom the plan's form is for, as its title says it.
    pub form_title: Option<At<Label>>,
    /// Whether results carry perspectives instead of a superior's result.
    pub perspectives: bool,
}

pub(super) fn stage(f: &mut Fields) -> Option<Stage> {
    let label_ = f.required("label", LABEL, label());
    let event = f.required(
        "event",
        ("Yang terjadi", "What happens in it"),
        choice(&[
            ("plan", StageEvent::Plan),
            ("self", StageEvent::SelfReview),
            ("colleagues", StageEvent::Colleagues),
            ("supervisor", StageEvent::Supervisor),
            ("discussion", StageEvent::Discussion),
            ("release", StageEvent::Release),
            ("delivery", StageEvent::Delivery),
            ("receipt", StageEvent::Receipt),
            ("objection", StageEvent::Objection),
            ("decision", StageEvent::Decision),
        ]),
    );
    let required = f.flag("required", ("Wajib bagi setiap orang", "Everybody passes through it"));
    let deadline = f.nested("deadline", ("Tenggat", "When it ends"), false, |f| deadline_after(f, ANCHORS));
    let needs = f.list(
        "needs",
        ("Tahap yang harus selesai lebih dahulu", "Stages that must be done before it"),
        id("stage"),
    );
    Some(Stage { label: label_?, event: event?, required, deadline, needs })
}

const ANCHORS: &[(&str, Anchor)] = &[
    ("start", Anchor::Start),
    ("end", Anchor::End),
    ("delivered", Anchor::Delivered),
    ("received", Anchor::Received),
    ("objection", Anchor::Objection),
];

/// Defines until when parts of a period are evaluated; it counts from the part's own days.
pub(super) fn part_deadline(f: &mut Fields) -> Option<Deadline> {
    deadline_after(f, &[("start", Anchor::Start), ("end", Anchor::End)])
}

fn deadline_after(f: &mut Fields, anchors: &'static [(&'static str, Anchor)]) -> Option<Deadline> {
    let after = f.required("after", ("Dihitung sejak", "What it counts from"), choice(anchors));
    let days = f.optional("days", ("Hari kalender", "Calendar days after it"), count(0, 3660, "31"));
    let workdays = f.optional("workdays", ("Hari kerja", "Workdays after it"), count(0, 1000, "14"));
    let legal = f.optional("legal", LEGAL, label());
    Some(Deadline { after: after?, days, workdays, legal })
}

/// Something that follows from outcomes or ratings.
#[derive(Debug, Clone)]
pub struct FollowUp {
    /// Its name.
    pub label: At<Label>,
    /// What it means for the person.
    pub description: Option<At<Label>>,
    /// What it is.
    pub kind: At<FollowUpKind>,
    /// When it follows.
    pub when: FollowUpWhen,
    /// The training it leads to.
    pub training: Option<Id>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// What follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FollowUpKind {
    /// A place in the pool for succession.
    Talent,
    /// Promotion may be proposed.
    Promotion,
    /// Development of competence, a training, a new role.
    Development,
    /// A certificate, a bonus, other recognition.
    Reward,
    /// Guidance by the superior.
    Coaching,
    /// A step of discipline.
    Sanction,
}

/// When something follows: all that is given must hold.
#[derive(Debug, Clone)]
pub struct FollowUpWhen {
    /// The component or criterion it looks at; the outcome if left out.
    pub rated: Option<Id>,
    /// From this level or number on.
    pub at_least: Option<At<String>>,
    /// Up to this level or number.
    pub at_most: Option<At<String>>,
    /// In so many periods running, this one included.
    pub periods: u32,
}

/// An award proposed by rule. Who gets it is decided by people.
#[derive(Debug, Clone)]
pub struct AwardRule {
    /// Its name.
    pub label: At<Label>,
    /// Whom it is for.
    pub of: At<AwardOf>,
    /// What is compared.
    pub by: At<AwardBy>,
    /// The component or criterion, where that is compared.
    pub rated: Option<Id>,
    /// How many are proposed.
    pub places: u32,
    /// Fewest members of a unit that may be proposed.
    pub min_people: u32,
}

/// Whom an award is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwardOf {
    /// A person.
    Person,
    /// A unit.
    Unit,
}

/// What is compared for an award.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwardBy {
    /// The outcome, and the number behind it.
    Outcome,
    /// A component or criterion.
    Rated,
    /// Achievement of goals the unit answers for.
    Goals,
}

/// Credit points: the coefficient of a post's rung times the multiplier of the outcome.
#[derive(Debug, Clone)]
pub struct CreditPoints {
    /// Their name.
    pub label: At<Label>,
    /// Multipliers by outcome.
    pub multipliers: Vec<(Id, At<Exact>)>,
    /// Rungs of posts with their points a year, by the id that posts name as theirs.
    pub rungs: Vec<(Id, Rung)>,
    /// How parts of a year count.
    pub prorate: Prorate,
    /// How many decimals are printed.
    pub decimals: u32,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// A rung of a post.
#[derive(Debug, Clone)]
pub struct Rung {
    /// Its name.
    pub label: At<Label>,
    /// Points a year.
    pub points: At<Exact>,
}

/// How parts of a year count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prorate {
    /// By twelfths: each month of the period counts whole for the rung held longest in it, the later of two held as long.
    Months,
    /// By days, in parts of the year they lie in.
    Days,
    /// Not at all: the post at the end counts for the whole.
    Nothing,
}

/// A fact shown beside the ratings that counts for nothing.
#[derive(Debug, Clone)]
pub struct Context {
    /// Its name.
    pub label: At<Label>,
    /// Its unit.
    pub unit: Option<At<String>>,
    /// What it says and what not.
    pub description: Option<At<Label>>,
}

/// Defines who agreed to a framework.
pub(super) fn approvals(f: &mut Fields) -> Vec<Approval> {
    f.list_of("approvals", ("Yang menyetujui kerangka ini", "Who agreed to it"), |f| {
        let date = f.required("date", ("Tanggal", "When"), date());
        let by = f.required("by", ("Nama atau jabatan", "A name or an office"), label());
        let party = f.required(
            "as",
            ("Mewakili pejabat, ahli, atau pegawai", "For officials, experts or staff"),
            choice(&[("official", Party::Official), ("expert", Party::Expert), ("staff", Party::Staff)]),
        );
        let note = f.optional("note", ("Catatan", "A remark"), label());
        Some(Approval { date: date?, by: by?, party: party?, note })
    })
}

/// Defines what was changed in a framework.
pub(super) fn changes(f: &mut Fields) -> Vec<Change> {
    f.list_of("changes", ("Riwayat perubahan kerangka", "What was changed in it"), |f| {
        let date = f.required("date", ("Tanggal", "When"), date());
        let what = f.required("what", ("Perubahannya", "What was changed"), label());
        let reason =
            f.optional("reason", ("Alasan dan datanya", "Why: the figures or views it rests on"), label());
        Some(Change { date: date?, what: what?, reason })
    })
}

/// Defines what follows from outcomes and ratings.
pub(super) fn follow_up(f: &mut Fields) -> Option<FollowUp> {
    let label_ = f.required("label", LABEL, label());
    let description = f.optional("description", DESCRIPTION, label());
    let kind = f.required(
        "kind",
        ("Jenis tindak lanjut", "What it is"),
        choice(&[
            ("talent", FollowUpKind::Talent),
            ("promotion", FollowUpKind::Promotion),
            ("development", FollowUpKind::Development),
            ("reward", FollowUpKind::Reward),
            ("coaching", FollowUpKind::Coaching),
            ("sanction", FollowUpKind::Sanction),
        ]),
    );
    let when = f.nested("when", ("Kapan berlaku", "When it follows"), true, |f| {
        let rated = f.optional(
            "rated",
            (
                "Komponen atau kriteria; hasil akhir bila kosong",
                "The component or criterion; the outcome if left out",
            ),
            id("criterion"),
        );
        let at_least = f.optional("at_least", ("Mulai tingkat ini", "From this level or number on"), mark());
        let at_most = f.optional("at_most", ("Sampai tingkat ini", "Up to this level or number"), mark());
        let periods = f.optional(
            "periods",
            ("Berturut-turut sekian periode", "In so many periods running, this one included"),
            count(1, 20, "2"),
        );
        let periods = periods.map_or(1, |at| at.value);
        Some(FollowUpWhen { rated, at_least, at_most, periods })
    });
    let training = f.optional("training", ("Pelatihannya", "The training it leads to"), id("training"));
    let legal = f.optional("legal", LEGAL, label());
    Some(FollowUp { label: label_?, description, kind: kind?, when: when?, training, legal })
}

/// Defines an award proposed by rule.
pub(super) fn award(f: &mut Fields) -> Option<AwardRule> {
    let label_ = f.required("label", LABEL, label());
    let of = f.required(
        "of",
        ("Untuk pegawai atau unit", "For a person or a unit"),
        choice(&[("person", AwardOf::Person), ("unit", AwardOf::Unit)]),
    );
    let by = f.required(
        "by",
        ("Yang dibandingkan", "What is compared"),
        choice(&[("outcome", AwardBy::Outcome), ("rated", AwardBy::Rated), ("goals", AwardBy::Goals)]),
    );
    let rated = f.optional(
        "rated",
        ("Komponen atau kriterianya", "The component or criterion, where that is compared"),
        id("criterion"),
    );
    let places = f.optional("places", ("Jumlah usulan", "How many are proposed"), count(1, 100, "3"));
    let min_people = f.optional(
        "min_people",
        ("Anggota unit paling sedikit", "Fewest members of a unit that may be proposed"),
        count(1, 1000, "5"),
    );
    let (places, min_people) = (places.map_or(1, |at| at.value), min_people.map_or(1, |at| at.value));
    Some(AwardRule { label: label_?, of: of?, by: by?, rated, places, min_people })
}

/// Defines credit points.
pub(super) fn credit_points(f: &mut Fields) -> Option<CreditPoints> {
    let label_ = f.required("label", LABEL, label());
    let multipliers =
        f.table("multipliers", ("Pengali per hasil akhir", "Multipliers by outcome"), number("1"));
    let rungs = f.map_of(
        "rungs",
        ("Jenjang jabatan dan angka kredit setahun", "Rungs of posts with their points a year"),
        true,
        |f| {
            let label_ = f.required("label", LABEL, label());
            let points = f.required("points", ("Angka kredit setahun", "Points a year"), number("12.5"));
            Some(Rung { label: label_?, points: points? })
        },
    );
    let prorate = f.optional(
        "prorate",
        ("Untuk sebagian tahun: per bulan, per hari, atau tidak", "How parts of a year count"),
        choice(&[("months", Prorate::Months), ("days", Prorate::Days), ("nothing", Prorate::Nothing)]),
    );
    let decimals = f.optional(
        "decimals",
        ("Jumlah desimal yang dicetak", "How many decimals are printed"),
        count(0, 6, "3"),
    );
    let legal = f.optional("legal", LEGAL, label());
    Some(CreditPoints {
        label: label_?,
        multipliers,
        rungs,
        prorate: prorate.map_or(Prorate::Months, |at| at.value),
        decimals: decimals.map_or(DEFAULT_DECIMALS, |at| at.value),
        legal,
    })
}

/// How many decimals of credit points are printed where nothing is said.
const DEFAULT_DECIMALS: u32 = 3;

/// Defines a fact shown beside the ratings.
pub(super) fn context(f: &mut Fields) -> Option<Context> {
    let label_ = f.required("label", LABEL, label());
    let unit = f.optional("unit", ("Satuan", "Unit"), text("%"));
    let description = f.optional("description", DESCRIPTION, label());
    Some(Context { label: label_?, unit, description })
}

/// Defines a class of posts.
pub(super) fn class(f: &mut Fields) -> Option<Class> {
    let label_ = f.required("label", LABEL, label());
    let form_title =
        f.optional("form_title", ("Sebutan di judul formulir", "Whom the plan's form is for"), label());
    let perspectives = f.flag("perspectives", ("Memakai perspektif", "Results carry perspectives"));
    Some(Class { label: label_?, form_title, perspectives })
}
