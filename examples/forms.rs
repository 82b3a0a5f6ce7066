//! Prints documents of an agency: `forms ROOT OUT PERIOD PERSON... [unit:UNIT...]`. For looking at, and for the oracles.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs, unreachable_pub)]

use std::error::Error;
use std::path::{Path, PathBuf};

use rapor::check::check;
use rapor::insight::survey;
use rapor::model::load;
use rapor::pdf::Press;
use rapor::report::document::Document;
use rapor::report::forms::{Setup, document, recap};
use rapor::report::render;
use rapor::schema::events::DOCUMENT_KINDS;
use rapor::source::Sources;
use rapor::text::Lang;
use rapor::view::form::{self, PaperSetting};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [root, out, period, wanted @ ..] = arguments.as_slice() else {
        return Err("usage: forms ROOT OUT PERIOD PERSON... [unit:UNIT...]".into());
    };
    let out = PathBuf::from(out);
    std::fs::create_dir_all(&out)?;
    let (sources, _) = Sources::read(Path::new(root), &[])?;
    let (agency, found) = load(&sources, rapor::calendar::parse_date("2026-01-16").unwrap());
    let (checked, _) = check(&agency, &sources, found);
    let insights = survey(&checked);
    let insight = insights.iter().find(|insight| insight.period.id == *period).ok_or("no such period")?;
    let paper = match std::env::var("PAPER").as_deref() {
        Ok("f4") => PaperSetting::F4,
        Ok("letter") => PaperSetting::Letter,
        _ => PaperSetting::A4,
    };
    let lang = if std::env::var("LANG_OF").as_deref() == Ok("en") { Lang::En } else { Lang::Id };
    let setup = Setup::new(paper, None);
    let press = Press::new()?;
    let print = |name: String, document: &Document| -> Result<(), Box<dyn Error>> {
        let done = render(document, &press)?;
        println!("{name}: {} pages, {} bytes, missing {:?}", done.pages, done.bytes.len(), done.missing);
        std::fs::write(out.join(name + ".pdf"), done.bytes)?;
        Ok(())
    };
    let people = if wanted.is_empty() {
        agency.participants(insight.period).into_iter().map(str::to_owned).collect()
    } else {
        wanted.to_vec()
    };
    for name in &people {
        if let Some(unit) = name.strip_prefix("unit:") {
            let unit = Some(unit).filter(|unit| !unit.is_empty());
            let view = form::recap(&agency, insight, unit, lang).ok_or("no recap")?;
            print(format!("rekap-{}-{period}", unit.unwrap_or("semua")), &recap(&view, &setup))?;
            continue;
        }
        let card = insight.scorecards.get(name);
        let view = form::form(&agency, insight.period, name, card, lang).ok_or("no such person")?;
        for (kind, document_kind) in DOCUMENT_KINDS {
            print(format!("{name}-{period}-{kind}"), &document(*document_kind, &view, &setup))?;
        }
    }
    Ok(())
}
