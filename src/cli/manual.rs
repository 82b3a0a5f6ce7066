//! The pages on commands in `docs/`, made from the definitions of the command line.

use std::fmt::Write as _;

use clap::{Arg, Command};

use super::args::command;
use crate::text::Lang;

fn manual(lang: Lang) -> String {
    let say = |indonesian, english| if lang == Lang::Id { indonesian } else { english };
    let mut whole = command(lang);
    whole.build();
    let mut page = format!("# {}\n\n{}.\n", say("Perintah", "Commands"), about(&whole));
    let _ = write!(
        page,
        "\n{}\n\n{}\n",
        say(
            "Halaman ini dibuat dari definisi baris perintah. `rapor PERINTAH --help` menampilkan hal yang sama.",
            "This page is made from the definitions of the command line. `rapor COMMAND --help` shows the same.",
        ),
        say(
            "Setiap perintah menerima `--lang id` atau `--lang en`. Kode keluar: 0 bersih, 1 ada kesalahan, 2 tidak dapat \
             dijalankan.",
            "Every command takes `--lang id` or `--lang en`. Exit codes: 0 clean, 1 errors, 2 could not run.",
        )
    );
    for sub in whole.get_subcommands() {
        section(&mut page, sub, lang);
    }
    page
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

fn section(page: &mut String, sub: &Command, lang: Lang) {
    let _ = write!(page, "\n## {}\n\n{}.\n", sub.get_name(), about(sub));
    let own = sub.get_arguments().filter(|argument| !["help", "lang"].contains(&argument.get_id().as_str()));
    let rows: Vec<String> = own.map(|argument| row(argument, lang)).collect();
    if !rows.is_empty() {
        let head = if lang == Lang::Id { "| Opsi | Arti |" } else { "| Option | Meaning |" };
        let _ = write!(page, "\n{head}\n|---|---|\n{}", rows.concat());
    }
}

fn row(argument: &Arg, lang: Lang) -> String {
    let value = argument
        .get_value_names()
        .and_then(|names| names.first())
        .filter(|_| argument.get_action().takes_values());
    let name = match (argument.get_long(), value) {
        (Some(long), Some(value)) => format!("--{long} {value}"),
        (Some(long), None) => format!("--{long}"),
        (None, value) => value.map(|value| value.to_uppercase()).unwrap_or_default(),
    };
    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let words: Vec<String> = argument
        .get_possible_values()
        .iter()
        .filter(|_| value.is_some())
        .map(|value| format!("`{}`", value.get_name()))
        .collect();
    let words = if words.is_empty() { String::new() } else { format!(": {}", words.join(", ")) };
    let required = match (argument.is_required_set(), lang) {
        (false, _) => "",
        (true, Lang::Id) => " (wajib)",
        (true, Lang::En) => " (required)",
    };
    format!("| `{name}` | {help}{words}{required} |\n")
}

#[test]
fn the_committed_pages_are_what_the_command_line_takes() {
    for (path, lang) in [("docs/perintah.md", Lang::Id), ("docs/commands.md", Lang::En)] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let page = manual(lang);
        if std::env::var_os("RAPOR_UPDATE").is_some() {
            std::fs::write(&path, &page).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            committed == page,
            "{} is out of date: RAPOR_UPDATE=1 cargo test --lib manual",
            path.display()
        );
    }
}
