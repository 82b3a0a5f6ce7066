//! The map of the rooms, and what each of them is trusted with.

/// Rooms, and what they may use beside themselves: another room with all it holds, or one thing of it.
/// A file belongs to the longest entry that its module starts with.
pub(crate) const ARROWS: &[(&str, &[&str])] = &[
    // Base, each usable by all that follow it.
    ("embedded", &[]),
    ("num", &[]),
    ("calendar", &["num"]),
    ("text", &["calendar", "num"]),
    ("diagnostic", &["calendar", "embedded", "num", "text"]),
    // From text to the agency.
    ("source", &[]),
    ("schema", &["source"]),
    ("framework", &["schema", "source"]),
    ("model", &["framework", "schema", "source"]),
    ("provenance", &["framework", "model", "schema", "source"]),
    ("check", &["framework", "model", "provenance", "schema", "source"]),
    // What is computed of a checked agency. `Checked` lends the model it checked, so its types are known here.
    ("score", &["check", "framework", "model", "schema"]),
    ("insight", &["check", "framework", "model", "schema", "score"]),
    ("disclosure", &["check::Checked", "framework::entry", "insight", "schema"]),
    // What is shown of it.
    (
        "view",
        &["disclosure", "framework", "insight", "model", "provenance", "schema", "score", "view::public"],
    ),
    // Regulations are no secret; of the schema only what they are written in.
    (
        "view::public",
        &[
            "disclosure",
            "framework",
            "schema::At",
            "schema::Id",
            "schema::Label",
            "schema::Measure",
            "schema::framework",
            "view::matrix",
            "view::parts",
        ],
    ),
    ("pdf", &[]),
    ("report", &["pdf", "view"]),
    // The one dialect of Markdown is defined where headings are found; pages read prose by the same.
    ("site", &["source::markdown::options", "view"]),
    // Outermost.
    ("publish", &[]),
    ("serve", &["publish"]),
    ("seal", &[]),
    ("sign", &["pdf"]),
    (
        "cli",
        &[
            "check",
            "disclosure",
            "framework",
            "insight",
            "model",
            "pdf",
            "provenance",
            "publish",
            "report",
            "schema",
            "score",
            "seal",
            "serve",
            "sign",
            "site",
            "source",
            "view",
        ],
    ),
];

/// Rooms that everyone after them may use.
pub(crate) const BASE: &[&str] = &["embedded", "num", "calendar", "text", "diagnostic"];

/// Names that others may find in a room though they belong to another.
pub(crate) const PASSED_ON: &[(&str, &str)] = &[
    ("report", "pdf::Colour"),
    ("report", "pdf::Image"),
    // Settings of documents, which forms take as they were written.
    ("view", "schema::agency::Paper"),
    ("view", "schema::events::DocumentKind"),
    ("view", "schema::events::SignedHow"),
];

/// Ways to the world outside, and the rooms that know them.
pub(crate) const OUTSIDE: &[(&str, &[&str], &[&str])] = &[
    (
        "files",
        &[
            "std::fs",
            "walkdir",
            "rustix",
            ".exists(",
            ".try_exists(",
            ".is_file(",
            ".is_dir(",
            ".is_symlink(",
            ".canonicalize(",
            ".metadata(",
            ".symlink_metadata(",
            ".read_dir(",
            ".read_link(",
        ],
        &["source", "provenance", "publish", "serve", "cli"],
    ),
    ("the environment", &["std::env"], &["cli"]),
    ("the network", &["std::net", "httparse"], &["serve", "cli"]),
    ("processes", &["std::process"], &["publish", "serve", "cli"]),
    ("the clock", &["SystemTime", "Instant", "Zoned::now", "Timestamp::now"], &["publish", "serve", "cli"]),
    (
        "the terminal",
        &["println!", "print!", "eprintln!", "eprint!", "dbg!", "stdout(", "stderr(", "stdin("],
        &["cli"],
    ),
];

/// Crates that one room hides from the others.
pub(crate) const HIDDEN: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic"]),
    ("cbc", &["sign"]),
    ("clap", &["cli"]),
    ("cms", &["sign"]),
    ("des", &["sign"]),
    ("getrandom", &["cli"]),
    ("granit_parser", &["source"]),
    ("jiff", &["calendar", "cli"]),
    ("lopdf", &["pdf"]),
    ("notify", &["serve"]),
    ("num_bigint", &["num"]),
    ("num_rational", &["num"]),
    ("num_traits", &["num"]),
    ("p256", &["sign"]),
    ("p384", &["sign"]),
    ("pkcs12", &["sign"]),
    ("pkcs5", &["sign"]),
    ("png", &["pdf"]),
    ("printpdf", &["pdf"]),
    ("pulldown_cmark", &["source", "site", "report"]),
    ("qrcodegen", &["report"]),
    ("rc2", &["sign"]),
    ("rsa", &["sign"]),
    ("rustybuzz", &["pdf"]),
    ("subsetter", &["pdf"]),
    ("tera", &["site"]),
    ("x509_cert", &["sign"]),
];

/// Rooms whose numbers are exact.
pub(crate) const EXACT: &[&str] = &[
    "num",
    "calendar",
    "source",
    "schema",
    "framework",
    "model",
    "provenance",
    "check",
    "score",
    "insight",
    "disclosure",
];

/// Where a table without order may be used, because it is only looked things up in.
pub(crate) const UNORDERED: &[(&str, &str)] = &[
    ("pdf/face.rs", "words already shaped, by their text"),
    ("publish/stage.rs", "which group of files has a digest; groups keep the order of their paths"),
    ("publish/tree.rs", "names already taken; the files lie in a sorted table"),
];

/// Lines a file may have, so that it can be read at a sitting.
pub(crate) const LONGEST: usize = 500;

/// Rooms nothing public may hold a value of. Of `insight` it may hold what is released as a whole.
pub(crate) const PRIVATE: &[&str] = &["source", "model", "provenance", "check", "score", "insight"];
pub(crate) const RELEASED_WHOLE: &[&str] = &["insight::goals::GoalStatus", "insight::goals::IndicatorStatus"];
