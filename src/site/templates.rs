//! Templates: the built-in ones, and the agency's own that take their place one by one.

use std::fmt::{self, Display};

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use super::chrome::Chrome;
use super::{File, chart, markdown};
use crate::embedded::{self, TEMPLATES};
use crate::text::{Lang, fill, known_phrase};

/// Where the originals stay reachable when a template of the agency's takes their name.
const ORIGINALS: &str = "builtin/";
const ASSETS: &str = "assets/";
/// The script of pages on which documents are checked; no other page has one.
pub(super) const SCRIPT: &str = "assets/verify.js";

/// A template of the agency's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// Its name: the path below `templates/`, such as `employee/period.html` or `assets/rapor.css`.
    pub name: String,
    /// What it holds: text, unless it lies in `assets/`.
    pub bytes: Vec<u8>,
}

/// A template that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TemplateError {
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: String,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "templates/{}: {}", self.name, self.reason)
    }
}

impl std::error::Error for TemplateError {}

impl TemplateError {
    fn new(name: &str, error: &tera::Error) -> Self {
        let mut reason = error.to_string();
        let mut cause = std::error::Error::source(error);
        while let Some(deeper) = cause {
            reason = format!("{reason}: {deeper}");
            cause = deeper.source();
        }
        TemplateError { name: name.to_owned(), reason }
    }
}

/// Templates in a language, ready to be filled.
pub(super) struct Engine {
    tera: Tera,
    assets: Vec<File>,
    scripts: Vec<File>,
}

impl Engine {
    /// Takes the built-in templates and the agency's own. Each of the agency's that is broken is named.
    pub(super) fn new(lang: Lang, overrides: &[Override]) -> Result<Self, Vec<TemplateError>> {
        let mut tera = originals(lang).map_err(|error| vec![TemplateError::new(ORIGINALS, &error)])?;
        let is_page = |own: &&Override| !own.name.starts_with(ASSETS);
        let pages: Vec<(&str, &str)> = overrides
            .iter()
            .filter(is_page)
            .filter_map(|own| Some((own.name.as_str(), std::str::from_utf8(&own.bytes).ok()?)))
            .collect();
        // All at once, since they may extend one another; one by one only to say which is broken.
        if tera.add_raw_templates(pages.iter().copied()).is_err() {
            let broken = pages.iter().filter_map(|(name, text)| {
                let error = tera.add_raw_template(name, text).err()?;
                Some(TemplateError::new(name, &error))
            });
            return Err(broken.collect());
        }
        let built_in = embedded::under(TEMPLATES, ASSETS).iter().map(|file| {
            let own = overrides.iter().find(|own| own.name == file.path);
            let bytes = own.map_or(file.bytes, |own| &own.bytes);
            File { path: file.path.to_owned(), bytes: bytes.to_vec() }
        });
        let (scripts, assets) = built_in.partition(|file| file.path == SCRIPT);
        Ok(Engine { tera, assets, scripts })
    }

    /// The files that every root holds.
    pub(super) fn assets(&self) -> Vec<File> {
        self.assets.clone()
    }

    /// The script of pages on which documents are checked.
    pub(super) fn script(&self) -> &[u8] {
        self.scripts.first().map_or(&[], |file| &file.bytes)
    }

    /// Fills a template.
    pub(super) fn render<T: Serialize>(
        &self,
        name: &str,
        chrome: &Chrome,
        page: &T,
    ) -> Result<String, TemplateError> {
        let mut context = Context::new();
        context.insert("site", chrome);
        context.insert("page", page);
        self.tera.render(name, &context).map_err(|error| TemplateError::new(name, &error))
    }
}

fn originals(lang: Lang) -> tera::TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.autoescape_on([""]);
    tera.set_fallback_prefixes([ORIGINALS])?;
    tera.register_filter("markdown", |text: &str, with: Kwargs, _: &State| {
        let level = with.get::<i64>("level")?.unwrap_or(3);
        Ok::<Value, tera::Error>(markdown::render(text, u8::try_from(level).unwrap_or(3)).into())
    });
    tera.register_function("t", move |with: Kwargs, _: &State| phrase(lang, &with));
    chart::register(&mut tera, lang);
    let pages = TEMPLATES.iter().filter(|file| !file.path.starts_with(ASSETS));
    let named = pages.filter_map(|file| Some((format!("{ORIGINALS}{}", file.path), file.text()?)));
    tera.add_raw_templates(named)?;
    Ok(tera)
}

/// The phrase of a key with its places filled.
fn phrase(lang: Lang, with: &Kwargs) -> tera::TeraResult<String> {
    let key = with.must_get::<&str>("k")?;
    // Pages for people from outside are in both languages.
    let lang = with.get::<&str>("lang")?.and_then(Lang::from_tag).unwrap_or(lang);
    let words =
        known_phrase(lang, key).ok_or_else(|| tera::Error::message(format!("there is no phrase `{key}`")))?;
    let values: Vec<(&str, &dyn Display)> =
        with.iter().map(|(name, value)| (name.as_str().unwrap_or_default(), value as &dyn Display)).collect();
    Ok(fill(words, &values))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(name: &str, text: &str) -> Override {
        Override { name: name.to_owned(), bytes: text.into() }
    }

    #[test]
    fn templates_of_the_agency_take_the_place_of_originals_and_can_extend_them() {
        let text = "{% extends \"builtin/base.html\" %}{% block main %}milik kami{% endblock main %}";
        let engine = Engine::new(Lang::Id, &[own("employee/index.html", text)]).unwrap();
        assert!(engine.tera.contains_template("builtin/employee/index.html"));
        let engine = Engine::new(Lang::Id, &[own("assets/rapor.css", "body{}")]).unwrap();
        let style = engine.assets.iter().find(|file| file.path == "assets/rapor.css").unwrap();
        assert_eq!(style.bytes, b"body{}");
    }

    #[test]
    fn a_broken_template_is_named_with_its_reason() {
        for text in ["{% if %}", "{{ x | nofilter }}", "{% extends \"nobody.html\" %}"] {
            let good = own("part/head.html", "x");
            let errors = Engine::new(Lang::Id, &[good, own("employee/period.html", text)]).err().unwrap();
            assert_eq!(errors.len(), 1, "{errors:?}");
            assert_eq!(errors[0].name, "employee/period.html");
            assert!(!errors[0].reason.is_empty());
        }
    }

    /// Every phrase that a template asks for is known, and no template passes anything by unescaped.
    #[test]
    fn templates_ask_for_known_phrases_and_escape_everything() {
        let mut asked = 0;
        for file in TEMPLATES.iter().filter(|file| file.path.ends_with(".html")) {
            let text = file.text().unwrap();
            assert!(!text.contains("| safe") && !text.contains("|safe"), "{}", file.path);
            assert!(!text.contains(" style="), "{}", file.path);
            let scripts = text.matches("<script").count();
            let whole = r#"<script src="{{ site.up }}assets/verify.js" defer></script>"#;
            let is_check = file.path == "public/check.html";
            assert_eq!(
                (scripts, text.matches(whole).count()),
                if is_check { (1, 1) } else { (0, 0) },
                "{}",
                file.path
            );
            for part in text.split("t(k=\"").skip(1) {
                let key = part.split('"').next().unwrap();
                assert!(known_phrase(Lang::Id, key).is_some(), "{}: {key}", file.path);
                asked += 1;
            }
        }
        assert!(asked > 50);
    }
}
