//! The commands and their options, with help in the reader's language.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, StringValueParser, Styles, TypedValueParser, styling};
use clap::{Arg, ArgAction, Command, value_parser};

use crate::framework::presets;
use crate::schema::events::DocumentKind;
use crate::schema::kinds::KINDS;
use crate::text::{Lang, phrase};

/// The framework of a new agency, unless another one is named.
const FRAMEWORK: &str = "permenpan-6-2022";

const TEMPLATE: &str = "{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The whole command line.
pub(super) fn command(lang: Lang) -> Command {
    let say = Say { lang };
    Command::new("rapor")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say.of("cli-about"))
        .after_help(say.of("cli-after"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(say.of("commands-heading"))
        .styles(styles())
        .help_template(say.template())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .next_help_heading(say.of("opts-heading"))
        .arg(say.help())
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say.of("opt-version")),
        )
        .arg(say.option("lang", "ID|EN", "opt-lang").global(true).value_parser(["id", "en"]))
        .subcommand(say.build())
        .subcommand(say.check())
        .subcommand(say.command("explain", "cli-explain").arg(say.argument(
            "code",
            "opt-code",
            value_parser!(String),
        )))
        .subcommand(say.score())
        .subcommand(say.insight())
        .subcommand(say.record())
        .subcommand(say.report())
        .subcommand(say.sign())
        .subcommand(say.verify())
        .subcommand(say.serve())
        .subcommand(
            say.command("init", "cli-init")
                .arg(say.argument("dir", "opt-dir", value_parser!(PathBuf)).required(true))
                .arg(
                    say.option("framework", "ID", "opt-framework")
                        .value_parser(presets().map(|(id, _)| id).collect::<Vec<_>>())
                        .default_value(FRAMEWORK),
                ),
        )
        .subcommand(
            say.command("key", "cli-key")
                .arg(say.option("repo", "DIR", "opt-repo").value_parser(value_parser!(PathBuf))),
        )
        .subcommand(say.new_file())
        .subcommand(
            say.in_repository("lock", "cli-lock")
                .arg(say.argument("period", "opt-period", value_parser!(String)).required(true))
                .arg(say.flag("incomplete", "opt-incomplete")),
        )
        .subcommand(
            say.command("schema", "cli-schema")
                .arg(say.argument("kind", "opt-kind", kinds()))
                .arg(say.option("out", "DIR", "opt-out-dir").value_parser(value_parser!(PathBuf))),
        )
}

fn styles() -> Styles {
    Styles::plain()
        .header(styling::Style::new().bold())
        .usage(styling::Style::new().bold())
        .literal(styling::Style::new().bold())
}

fn kinds() -> clap::builder::PossibleValuesParser {
    KINDS.iter().map(|(name, _)| *name).collect::<Vec<_>>().into()
}

/// Takes any word and names the kinds of files: which kinds of raters there are, only the agency's framework knows.
#[derive(Debug, Clone, Copy)]
struct KindOrRaters;

impl TypedValueParser for KindOrRaters {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(KINDS.iter().map(|(name, _)| PossibleValue::new(*name))))
    }
}

/// Builds commands and options with their help in one language.
#[derive(Clone, Copy)]
struct Say {
    lang: Lang,
}

impl Say {
    fn of(self, key: &'static str) -> &'static str {
        phrase(self.lang, key)
    }

    fn template(self) -> String {
        TEMPLATE.replace("{usage-heading}", self.of("usage-heading"))
    }

    fn help(self) -> Arg {
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(self.of("opt-help"))
    }

    fn command(self, name: &'static str, about: &'static str) -> Command {
        Command::new(name)
            .about(self.of(about))
            .help_template(self.template())
            .disable_help_flag(true)
            .next_help_heading(self.of("opts-heading"))
            .arg(self.help())
    }

    fn in_repository(self, name: &'static str, about: &'static str) -> Command {
        self.command(name, about)
            .arg(self.option("repo", "DIR", "opt-repo").value_parser(value_parser!(PathBuf)))
            .arg(self.option("as-of", "YYYY-MM-DD", "opt-as-of"))
    }

    fn option(self, name: &'static str, value: &'static str, help: &'static str) -> Arg {
        Arg::new(name).long(name).value_name(value).help(self.of(help))
    }

    fn flag(self, name: &'static str, help: &'static str) -> Arg {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(self.of(help))
    }

    fn argument(
        self,
        name: &'static str,
        help: &'static str,
        parser: impl clap::builder::IntoResettable<clap::builder::ValueParser>,
    ) -> Arg {
        Arg::new(name)
            .value_name(name)
            .help(self.of(help))
            .help_heading(self.of("arguments-heading"))
            .value_parser(parser)
    }

    fn build(self) -> Command {
        self.in_repository("build", "cli-build")
            .arg(self.option("output", "DIR", "opt-output").value_parser(value_parser!(PathBuf)))
            .arg(self.flag("hold", "opt-hold"))
            .arg(self.flag("no-pdf", "opt-no-pdf"))
            .arg(self.flag("show-source", "opt-show-source"))
    }

    fn check(self) -> Command {
        self.in_repository("check", "cli-check")
            .arg(
                self.option("format", "FORMAT", "opt-format")
                    .value_parser(["human", "short", "json", "github", "gitlab", "sarif"]),
            )
            .arg(self.flag("strict", "opt-strict"))
            .arg(self.flag("show-source", "opt-show-source"))
    }

    fn score(self) -> Command {
        self.in_repository("score", "cli-score")
            .arg(self.option("period", "PERIOD", "opt-period"))
            .arg(self.option("person", "ID", "opt-person"))
            .arg(self.option("part", "ID", "opt-part"))
            .arg(self.flag("explain", "opt-explain"))
            .arg(
                self.flag("calibration", "opt-calibration").conflicts_with_all(["person", "part", "explain"]),
            )
            .arg(
                self.option("format", "FORMAT", "opt-format")
                    .value_parser(["human", "json"])
                    .default_value("human")
                    .hide_default_value(true),
            )
    }

    fn insight(self) -> Command {
        self.in_repository("insight", "cli-insight")
            .arg(self.option("period", "PERIOD", "opt-period"))
            .arg(self.option("person", "ID", "opt-person"))
            .arg(
                self.option("format", "FORMAT", "opt-format")
                    .value_parser(["human", "json"])
                    .default_value("human")
                    .hide_default_value(true),
            )
    }

    fn report(self) -> Command {
        let documents: Vec<&'static str> = DocumentKind::names().map(|(name, _)| name).collect();
        self.in_repository("report", "cli-report")
            .arg(self.option("document", "KIND", "opt-document").value_parser(documents).required(true))
            .arg(self.option("period", "PERIOD", "opt-period"))
            .arg(self.option("person", "ID", "opt-person"))
            .arg(self.option("part", "ID", "opt-part"))
            .arg(self.option("unit", "ID", "opt-unit"))
            .arg(self.option("award", "ID", "opt-award"))
            .arg(self.option("out", "FILE", "opt-out-file").value_parser(value_parser!(PathBuf)))
    }

    fn sign(self) -> Command {
        let path = || value_parser!(PathBuf);
        self.command("sign", "cli-sign")
            .arg(self.option("repo", "DIR", "opt-repo").value_parser(path()))
            .arg(self.argument("file", "opt-sign-file", path()).required(true))
            .arg(self.option("field", "NAME", "opt-field"))
            .arg(self.option("key", "KEY", "opt-key").value_parser(path()))
            .arg(self.option("passphrase-file", "FILE", "opt-passphrase-file").value_parser(path()))
            .arg(self.option("reason", "WORDS", "opt-reason"))
            .arg(self.option("place", "PLACE", "opt-sign-place"))
            .arg(self.option("time", "TIME", "opt-time"))
            .arg(self.option("out", "FILE", "opt-sign-out").value_parser(path()))
    }

    fn record(self) -> Command {
        self.in_repository("record", "cli-record")
            .arg(self.argument("file", "opt-record-file", value_parser!(PathBuf)).required(true))
            .arg(self.option("how", "HOW", "opt-how").value_parser(["ink", "electronic"]))
            .arg(self.option("date", "YYYY-MM-DD", "opt-signed-on"))
            .arg(self.option("place", "PLACE", "opt-kept-at"))
    }

    fn verify(self) -> Command {
        let path = || value_parser!(PathBuf);
        self.in_repository("verify", "cli-verify")
            .arg(self.argument("files", "opt-verify-files", path()).required(true).num_args(1..))
            .arg(self.option("roots", "FILE", "opt-roots").value_parser(path()).action(ArgAction::Append))
            .arg(
                self.option("format", "FORMAT", "opt-format")
                    .value_parser(["human", "json"])
                    .default_value("human")
                    .hide_default_value(true),
            )
    }

    fn serve(self) -> Command {
        self.in_repository("serve", "cli-serve")
            .arg(self.option("root", "ROOT", "opt-root").default_value("public"))
            .arg(self.option("port", "PORT", "opt-port").value_parser(value_parser!(u16)))
            .arg(
                self.option("address", "ADDRESS", "opt-address")
                    .value_parser(value_parser!(std::net::IpAddr)),
            )
            .arg(self.flag("no-pdf", "opt-no-pdf"))
    }

    fn new_file(self) -> Command {
        self.in_repository("new", "cli-new")
            .arg(self.argument("kind", "opt-new-kind", KindOrRaters).required(true))
            .arg(self.option("period", "PERIOD", "opt-period"))
            .arg(self.option("person", "ID", "opt-person"))
            .arg(self.option("name", "NAME", "opt-name"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_every_language() {
        for lang in [Lang::Id, Lang::En] {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn every_command_the_guides_show_can_be_given() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut shown = 0;
        for path in [
            "README.md",
            "docs/panduan/pegawai.md",
            "docs/panduan/pejabat-penilai.md",
            "docs/panduan/kepegawaian.md",
            "docs/panduan/pemelihara.md",
            "docs/panduan/kerangka.md",
            "docs/guide/employee.md",
            "docs/guide/supervisor.md",
            "docs/guide/personnel-office.md",
            "docs/guide/maintainer.md",
            "docs/guide/frameworks.md",
            "src/cli/starter/id/README.md",
            "src/cli/starter/en/README.md",
        ] {
            let page = std::fs::read_to_string(root.join(path)).unwrap();
            for line in page.lines().filter(|line| line.starts_with("    rapor ")) {
                let typed = line.split(" #").next().unwrap_or_default();
                if let Err(error) = command(Lang::En).try_get_matches_from(typed.split_whitespace()) {
                    panic!("{path}: {line}: {error}");
                }
                shown += 1;
            }
        }
        assert!(shown > 40, "{shown}");
    }
}
