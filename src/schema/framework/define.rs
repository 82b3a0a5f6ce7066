//! How `frameworks/<id>.yaml` is read and described: every field with its type and meaning.

use super::{
    Anchor, Class, Component, Constraint, Criterion, Deadline, Distribution, DistributionRule, FrameworkFile,
    LegalBasis, Level, Matrix, OrganisationLevel, OrganisationScale, Outcome, RaterKind, Results, Stage,
    StageEvent,
};
use crate::schema::fields::Fields;
use crate::schema::types::{choice, count, date, id, label, number, text};
use crate::schema::value::Id;

const LABEL: crate::schema::fields::Doc = ("Nama", "Its name");
const LEGAL: crate::schema::fields::Doc = ("Dasar hukum", "The rule it comes from");

fn levels(f: &mut Fields) -> Vec<(Id, Level)> {
    f.map_of("levels", ("Tingkat, terendah lebih dahulu", "Levels, lowest first"), true, |f| {
        let label = f.required("label", LABEL, label());
        let group = f.optional(
            "group",
            ("Kelompok untuk penerbitan", "Coarse group for what is published"),
            id("group"),
        );
        Some(Level { label: label?, group })
    })
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
    let scales = f.map_of("scales", ("Skala", "Scales"), true, |f| Some(levels(f)));
    let components = f.map_of("components", ("Komponen yang dinilai", "What is rated"), true, component);
    let results =
        f.nested("results", ("Cara hasil kerja direncanakan", "How results are planned"), false, results);
    let annex = f.table("annex", ("Bagian lampiran rencana", "Parts of the plan's annex"), label());
    let raters = f.map_of(
        "raters",
        ("Penilai (self, superior, peer, subordinate)", "Who rates (self, superior, peer, subordinate)"),
        true,
        |f| {
            let label = f.required("label", LABEL, label());
            let display = f.required(
                "display",
                (
                    "Jumlah penilai paling sedikit agar ditampilkan",
                    "From how many raters on their ratings are shown",
                ),
                count(1, 100, "3"),
            );
            Some(RaterKind { label: label?, display: display? })
        },
    );
    let outcome = f.nested("outcome", ("Hasil akhir", "How the outcome comes about"), true, outcome);
    let organisation = f.nested(
        "organisation",
        ("Capaian kinerja organisasi", "Ratings of organisations"),
        false,
        organisation,
    );
    let distribution =
        f.nested("distribution", ("Pola distribusi", "How outcomes should be spread"), false, distribution);
    let stages = f.map_of("stages", ("Tahapan", "Stages of the period, in order"), true, stage);
    let classes = f.map_of("classes", ("Jenis jabatan", "Classes of posts"), false, |f| {
        let label_ = f.required("label", LABEL, label());
        let form_title =
            f.optional("form_title", ("Sebutan di judul formulir", "Whom the plan's form is for"), label());
        let perspectives = f.flag("perspectives", ("Memakai perspektif", "Results carry perspectives"));
        Some(Class { label: label_?, form_title, perspectives })
    });
    let grades = f.table("grades", ("Golongan ruang dan pangkatnya", "Grades and their ranks"), label());
    Some(FrameworkFile {
        label: label_?,
        description,
        legal,
        valid_from,
        valid_to,
        scales,
        components,
        results,
        annex,
        raters,
        outcome: outcome?,
        organisation,
        distribution,
        stages,
        classes,
        grades,
    })
}

fn component(f: &mut Fields) -> Option<Component> {
    let label_ = f.required("label", LABEL, label());
    let description = f.optional("description", ("Cara menilainya", "How it is judged"), label());
    let scale = f.required("scale", ("Skala", "The scale"), id("scale"));
    let criteria = f.map_of("criteria", ("Kriteria di bawahnya", "Criteria below it"), false, |f| {
        let label_ = f.required("label", LABEL, label());
        let guides = f.list("guides", ("Panduan", "What it looks like in practice"), label());
        Some(Criterion { label: label_?, guides })
    });
    Some(Component { label: label_?, description, scale: scale?, criteria })
}

fn results(f: &mut Fields) -> Option<Results> {
    let component = f.required(
        "component",
        ("Komponen yang menilainya", "The component they are rated under"),
        id("component"),
    );
    let kinds = f.table("kinds", ("Jenis hasil kerja", "Kinds of results"), label());
    let required_kinds =
        f.list("required_kinds", ("Jenis yang wajib ada", "Kinds every plan has"), id("kind"));
    let cascading_kinds = f.list(
        "cascading_kinds",
        ("Jenis yang mengintervensi hasil kerja atasan", "Kinds that support one of the superior's results"),
        id("kind"),
    );
    let approaches = f.table("approaches", ("Pendekatan", "Ways to state results"), label());
    let merged_approach = f.optional(
        "merged_approach",
        ("Pendekatan yang menyatukan indikator dan target", "The way that merges indicator and target"),
        id("approach"),
    );
    let aspects = f.table("aspects", ("Aspek indikator", "Aspects of indicators"), label());
    let perspectives = f.table("perspectives", ("Perspektif", "Perspectives of results"), label());
    let activity_words = f.list(
        "activity_words",
        (
            "Kata awal yang menandakan kegiatan, bukan hasil",
            "First words that show an activity, not a result",
        ),
        text("Melaksanakan"),
    );
    Some(Results {
        component: component?,
        kinds,
        required_kinds,
        cascading_kinds,
        approaches,
        merged_approach,
        aspects,
        perspectives,
        activity_words,
    })
}

fn outcome(f: &mut Fields) -> Option<Outcome> {
    let label_ = f.required("label", LABEL, label());
    let levels = levels(f);
    let groups =
        f.table("groups", ("Kelompok untuk penerbitan", "Groups of levels for what is published"), label());
    let matrix = f.nested("matrix", ("Tabel dua komponen", "A table from two components"), true, |f| {
        let rows = f.required("rows", ("Komponen baris", "The component of the rows"), id("component"));
        let columns =
            f.required("columns", ("Komponen kolom", "The component of the columns"), id("component"));
        let cells =
            f.tables("cells", ("Hasil per baris dan kolom", "Outcomes by row and column"), id("level"));
        let legal = f.optional("legal", LEGAL, label());
        Some(Matrix { rows: rows?, columns: columns?, cells, legal })
    });
    Some(Outcome { label: label_?, levels, groups, matrix: matrix? })
}

fn organisation(f: &mut Fields) -> Option<OrganisationScale> {
    let label_ = f.required("label", LABEL, label());
    let component = f.optional(
        "component",
        ("Komponen pimpinan yang mengikutinya", "The component of a head that follows from it"),
        id("component"),
    );
    let levels = f.map_of("levels", ("Tingkat, terendah lebih dahulu", "Levels, lowest first"), true, |f| {
        let label_ = f.required("label", LABEL, label());
        let head_rating =
            f.optional("head_rating", ("Peringkat pimpinannya", "The level its head has then"), id("level"));
        Some(OrganisationLevel { label: label_?, head_rating })
    });
    let legal = f.optional("legal", LEGAL, label());
    Some(OrganisationScale { label: label_?, component, levels, legal })
}

fn distribution(f: &mut Fields) -> Option<Distribution> {
    let min_headcount = f.required(
        "min_headcount",
        ("Jumlah orang paling sedikit agar diperiksa", "Fewest people from which on it is looked at"),
        count(1, 10_000, "5"),
    );
    let legal = f.optional("legal", LEGAL, label());
    let rules = f.map_of(
        "rules",
        ("Ketentuan per capaian organisasi", "Constraints by organisation level"),
        true,
        |f| {
            let constraints = f.list_of("constraints", ("Yang harus berlaku", "What must hold"), |f| {
                let levels = f.list(
                    "levels",
                    ("Hasil yang dihitung bersama", "The outcomes counted together"),
                    id("level"),
                );
                let at_most_percent = f.optional(
                    "at_most_percent",
                    ("Bagian terbesar, dalam persen", "Largest share, in percent"),
                    number("70"),
                );
                let at_least_percent = f.optional(
                    "at_least_percent",
                    ("Bagian terkecil, dalam persen", "Smallest share, in percent"),
                    number("60"),
                );
                let at_least = f.optional(
                    "at_least",
                    ("Jumlah orang paling sedikit", "Fewest people"),
                    count(1, 10_000, "1"),
                );
                Some(Constraint { levels, at_most_percent, at_least_percent, at_least })
            });
            let curve = f.list(
                "curve",
                (
                    "Tinggi kurva pada formulir, terendah lebih dahulu; gambar, bukan ketentuan",
                    "Heights of the printed curve; a picture, not a rule",
                ),
                count(0, 1000, "10"),
            );
            Some(DistributionRule { constraints, curve })
        },
    );
    Some(Distribution { min_headcount: min_headcount?, legal, rules })
}

fn stage(f: &mut Fields) -> Option<Stage> {
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
    let deadline = f.nested("deadline", ("Tenggat", "When it ends"), false, |f| {
        let after = f.required(
            "after",
            ("Dihitung sejak", "What it counts from"),
            choice(&[
                ("start", Anchor::Start),
                ("end", Anchor::End),
                ("delivered", Anchor::Delivered),
                ("received", Anchor::Received),
                ("objection", Anchor::Objection),
            ]),
        );
        let days = f.optional("days", ("Hari kalender", "Calendar days after it"), count(0, 3660, "31"));
        let workdays = f.optional("workdays", ("Hari kerja", "Workdays after it"), count(0, 1000, "14"));
        let legal = f.optional("legal", LEGAL, label());
        Some(Deadline { after: after?, days, workdays, legal })
    });
    Some(Stage { label: label_?, event: event?, required, deadline })
}
