//! Ratings of organisations, and how outcomes should be spread under them.

use super::{LABEL, LEGAL};
use crate::num::Exact;
use crate::schema::fields::Fields;
use crate::schema::types::{count, id, label, number};
use crate::schema::value::{At, Id, Label};

/// Ratings of organisations, and what they mean for their heads.
#[derive(Debug, Clone)]
pub struct OrganisationScale {
    /// Its name, such as "Capaian Kinerja Organisasi".
    pub label: At<Label>,
    /// The component of a head that follows from it.
    pub component: Option<Id>,
    /// Levels, lowest first.
    pub levels: Vec<(Id, OrganisationLevel)>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// A level of organisations.
#[derive(Debug, Clone)]
pub struct OrganisationLevel {
    /// Its name.
    pub label: At<Label>,
    /// The level its head's component has then.
    pub head_rating: Option<Id>,
}

/// How outcomes should be spread, by the organisation's rating.
#[derive(Debug, Clone)]
pub struct Distribution {
    /// Fewest people from which on it is looked at.
    pub min_headcount: At<u32>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
    /// Constraints by organisation level.
    pub rules: Vec<(Id, DistributionRule)>,
}

/// The constraints under one organisation level.
#[derive(Debug, Clone)]
pub struct DistributionRule {
    /// What must hold.
    pub constraints: Vec<Constraint>,
    /// Heights of the curve that the form prints, lowest outcome first; a picture, not a rule.
    pub curve: Vec<At<u32>>,
}

/// A bound on how many people have one of some outcomes.
#[derive(Debug, Clone)]
pub struct Constraint {
    /// The outcomes counted together.
    pub levels: Vec<Id>,
    /// Largest share, in percent.
    pub at_most_percent: Option<At<Exact>>,
    /// Smallest share, in percent.
    pub at_least_percent: Option<At<Exact>>,
    /// Fewest people.
    pub at_least: Option<At<u32>>,
}

pub(super) fn organisation(f: &mut Fields) -> Option<OrganisationScale> {
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

pub(super) fn distribution(f: &mut Fields) -> Option<Distribution> {
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
