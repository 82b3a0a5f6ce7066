//! `frameworks/<id>.yaml`: an appraisal system as data.

mod forms;
mod organisation;
mod outcome;
mod process;
mod rated;
mod valuation;

pub use forms::FormNames;
pub use organisation::{Constraint, Distribution, DistributionRule, OrganisationLevel, OrganisationScale};
pub use outcome::{
    Band, Combine, Condition, Edges, Integration, IntegrationBy, Matrix, Outcome, Rounding, Score, Veto,
};
pub use process::{
    Anchor, Approval, AwardBy, AwardOf, AwardRule, Change, Class, Context, CreditPoints, Deadline, FollowUp,
    FollowUpKind, FollowUpWhen, Party, Prorate, Rung, Stage, StageEvent,
};
pub use rated::{
    AfterMove, Component, Criterion, Level, Missing, NumberRange, Policies, RaterKind, Results, Scale, Source,
};
pub use valuation::{
    Achievement, Additional, AspectCategory, CountCase, CountRule, IndicatorRule, Line, LowerFormula, Scope,
    TargetIsMax, Valuation,
};

use super::fields::{Doc, Fields};
use super::types::{date, id, label};
use super::value::{At, Id, Label};
use crate::calendar::Date;

const LABEL: Doc = ("Nama", "Its name");
const LEGAL: Doc = ("Dasar hukum", "The rule it comes from");
const DESCRIPTION: Doc = ("Penjelasan", "What it means, in words");

/// A framework as written.
#[derive(Debug, Clone)]
pub struct FrameworkFile {
    /// Its name.
    pub label: At<Label>,
    /// How it works, in words (Markdown).
    pub description: Option<At<Label>>,
    /// The rules it rests on.
    pub legal: Vec<LegalBasis>,
    /// First day it may be used.
    pub valid_from: Option<At<Date>>,
    /// Last day it may be used.
    pub valid_to: Option<At<Date>>,
    /// Who agreed to it.
    pub approvals: Vec<Approval>,
    /// What was changed in it, and why.
    pub changes: Vec<Change>,
    /// Scales ratings are given on.
    pub scales: Vec<(Id, Scale)>,
    /// What is rated or computed. Components that name another one as theirs form a tree with it.
    pub components: Vec<(Id, Component)>,
    /// How results are planned.
    pub results: Option<Results>,
    /// How planned and realised figures become values.
    pub valuations: Vec<(Id, Valuation)>,
    /// Parts of the plan's annex.
    pub annex: Vec<(Id, At<Label>)>,
    /// Who rates, with which weight, and from how many their ratings are shown.
    pub raters: Vec<(Id, RaterKind)>,
    /// What happens where something is missing.
    pub missing: Policies,
    /// Who rates a person that moved within the period.
    pub after_move: AfterMove,
    /// How the outcome comes about.
    pub outcome: Outcome,
    /// How a period is made of the periods it integrates.
    pub integration: Option<Integration>,
    /// Ratings of organisations.
    pub organisation: Option<OrganisationScale>,
    /// How outcomes should be spread.
    pub distribution: Option<Distribution>,
    /// Stages of the period, in order.
    pub stages: Vec<(Id, Stage)>,
    /// Until when the superior evaluates parts of a period, such as quarters; counted from the part's own days.
    pub part_deadline: Option<Deadline>,
    /// What its forms are called, and those who stand in them.
    pub forms: FormNames,
    /// The application that results are keyed into beside this repository.
    pub application: Option<At<Label>>,
    /// What follows from outcomes and ratings.
    pub follow_up: Vec<(Id, FollowUp)>,
    /// Awards proposed by rule.
    pub awards: Vec<(Id, AwardRule)>,
    /// Credit points that follow from the outcome.
    pub credit_points: Option<CreditPoints>,
    /// Facts shown beside the ratings that count for nothing, such as attendance.
    pub context: Vec<(Id, Context)>,
    /// Classes of posts.
    pub classes: Vec<(Id, Class)>,
    /// Posts that criteria or levels are set for.
    pub posts: Vec<(Id, At<Label>)>,
    /// Grades and their ranks, as documents print them.
    pub grades: Vec<(Id, At<Label>)>,
}

/// A rule the framework rests on.
#[derive(Debug, Clone)]
pub struct LegalBasis {
    /// Its name.
    pub title: At<Label>,
    /// What it governs here.
    pub about: Option<At<Label>>,
}

/// Defines `frameworks/<id>.yaml`.
pub fn framework(f: &mut Fields) -> Option<FrameworkFile> {
    // Followed before the fields are read, so that here everything is already in one tree.
    f.optional(
        "extends",
        (
            "Kerangka asal semua yang tidak ditulis di sini, termasuk yang wajib",
            "The framework that all not written here is taken from, required fields too",
        ),
        id("framework"),
    );
    let label_ = f.required("label", LABEL, label());
    let description = f.optional(
        "description",
        ("Cara kerjanya, dengan kata-kata", "How it works, in words (Markdown)"),
        label(),
    );
    let legal = f.list_of("legal", ("Peraturan yang mendasari", "The rules it rests on"), |f| {
        let title = f.required("title", ("Nama peraturan", "Its name"), label());
        let about = f.optional("about", ("Yang diaturnya", "What it governs here"), label());
        Some(LegalBasis { title: title?, about })
    });
    let valid_from = f.optional("valid_from", ("Berlaku sejak", "First day it may be used"), date());
    let valid_to = f.optional("valid_to", ("Berlaku sampai", "Last day it may be used"), date());
    let approvals = process::approvals(f);
    let changes = process::changes(f);
    let scales = f.map_of("scales", ("Skala penilaian", "Scales ratings are given on"), true, rated::scale);
    let components = f.map_of(
        "components",
        ("Komponen yang dinilai", "What is rated or computed"),
        true,
        rated::component,
    );
    let results = f.nested(
        "results",
        ("Cara hasil kerja direncanakan", "How results are planned"),
        false,
        rated::results,
    );
    let valuations = f.map_of(
        "valuations",
        ("Cara target dan realisasi menjadi nilai", "How planned and realised figures become values"),
        false,
        valuation::valuation,
    );
    let annex = f.table("annex", ("Bagian lampiran rencana", "Parts of the plan's annex"), label());
    let raters = f.map_of(
        "raters",
        (
            "Penilai: self, superior, peer, subordinate, atau jenis sendiri",
            "Who rates: self, superior, peer, subordinate, or kinds of the framework's own",
        ),
        true,
        rated::rater,
    );
    let missing = rated::policies(f);
    let after_move = rated::after_move(f);
    let outcome = f.nested("outcome", ("Hasil akhir", "How the outcome comes about"), true, outcome::outcome);
    let integration = f.nested(
        "integration",
        (
            "Cara penggabungan beberapa periode menjadi satu",
            "How a period is made of the periods it integrates",
        ),
        false,
        outcome::integration,
    );
    let organisation = f.nested(
        "organisation",
        ("Capaian kinerja organisasi", "Ratings of organisations"),
        false,
        organisation::organisation,
    );
    let distribution = f.nested(
        "distribution",
        ("Pola distribusi", "How outcomes should be spread"),
        false,
        organisation::distribution,
    );
    let stages = f.map_of("stages", ("Tahapan", "Stages of the period, in order"), true, process::stage);
    let part_deadline = f.nested(
        "part_deadline",
        (
            "Tenggat evaluasi setiap bagian periode, misalnya triwulan",
            "Until when each part of a period, such as a quarter, is evaluated",
        ),
        false,
        process::part_deadline,
    );
    let forms = forms::forms(f);
    let application = f.optional(
        "application",
        (
            "Aplikasi lain tempat rencana dan hasil diisikan ulang",
            "Another application that plans and results are keyed into",
        ),
        label(),
    );
    let follow_up = f.map_of(
        "follow_up",
        ("Tindak lanjut atas hasil", "What follows from outcomes and ratings"),
        false,
        process::follow_up,
    );
    let awards = f.map_of(
        "awards",
        ("Penghargaan yang diusulkan menurut aturan", "Awards proposed by rule"),
        false,
        process::award,
    );
    let credit_points = f.nested(
        "credit_points",
        ("Angka kredit menurut hasil", "Credit points that follow from the outcome"),
        false,
        process::credit_points,
    );
    let context = f.map_of(
        "context",
        (
            "Keterangan yang ditampilkan tetapi tidak dihitung, misalnya kehadiran",
            "Facts shown beside the ratings that count for nothing, such as attendance",
        ),
        false,
        process::context,
    );
    let classes = f.map_of("classes", ("Jenis jabatan", "Classes of posts"), false, process::class);
    let posts = f.table(
        "posts",
        ("Jabatan yang punya kriteria atau tingkat sendiri", "Posts that criteria or levels are set for"),
        label(),
    );
    let grades = f.table("grades", ("Golongan ruang dan pangkatnya", "Grades and their ranks"), label());
    Some(FrameworkFile {
        label: label_?,
        description,
        legal,
        valid_from,
        valid_to,
        approvals,
        changes,
        scales,
        components,
        results,
        valuations,
        annex,
        raters,
        missing,
        after_move,
        outcome: outcome?,
        integration,
        organisation,
        distribution,
        stages,
        part_deadline,
        forms,
        application,
        follow_up,
        awards,
        credit_points,
        context,
        classes,
        posts,
        grades,
    })
}
