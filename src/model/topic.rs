//! What a passage of prose is about.

use crate::diagnostic::{FileId, Span};
use crate::framework::Framework;
use crate::schema::headings::Heading;
use crate::schema::plan::Plan;
use crate::source::markdown::{self, Prose, Sections};

/// What a passage is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Topic {
    /// The file as a whole: prose without a heading.
    Whole,
    /// A known heading.
    Heading(&'static Heading),
    /// A result of the plan.
    Result(String),
    /// A component or criterion of the framework.
    Rated(String),
    /// A heading nobody knows.
    Unknown,
}

/// A passage of prose.
#[derive(Debug, Clone)]
pub struct Passage {
    /// What it is about.
    pub topic: Topic,
    /// The heading as written; empty for the whole.
    pub heading: String,
    /// Where the heading stands, else the prose.
    pub at: Span,
    /// The file.
    pub file: FileId,
    /// The prose, as Markdown.
    pub prose: Prose,
}

impl Passage {
    /// Whether it stands under a known heading.
    pub fn is_under(&self, heading: &Heading) -> bool {
        matches!(&self.topic, Topic::Heading(known) if *known == heading)
    }
}

/// What headings may name besides the known ones.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Names<'a> {
    pub(super) framework: Option<&'a Framework>,
    pub(super) plan: Option<&'a Plan>,
}

impl Names<'_> {
    fn topic(&self, written: &str, known: &'static [Heading]) -> Topic {
        if let Some(heading) = known.iter().find(|heading| heading.is(written)) {
            return Topic::Heading(heading);
        }
        let folded = written.trim().to_lowercase();
        let result = self.plan.and_then(|plan| plan.results.iter().find(|(id, _)| id.value == folded));
        if let Some((id, _)) = result {
            return Topic::Result(id.value.clone());
        }
        self.rated(&folded).map_or(Topic::Unknown, Topic::Rated)
    }

    fn rated(&self, folded: &str) -> Option<String> {
        let framework = self.framework?;
        let named = |id: &str, label: &crate::schema::Label| {
            id == folded || label.0.iter().any(|(_, text)| text.to_lowercase() == folded)
        };
        let component = framework
            .data
            .components
            .iter()
            .find(|(id, component)| named(&id.value, &component.label))
            .map(|(id, _)| id.value.clone());
        component.or_else(|| {
            framework
                .criteria()
                .find(|(_, id, criterion)| named(&id.value, &criterion.label))
                .map(|(_, id, _)| id.value.clone())
        })
    }

    /// The prose of a file whose body is free, as one passage.
    pub(super) fn whole(&self, file: FileId, text: &str, body_start: usize) -> Vec<Passage> {
        let prose = markdown::body(text, file, body_start);
        vec![Passage { topic: Topic::Whole, heading: String::new(), at: prose.span, file, prose }]
    }

    /// Sorts the sections of a file by what they are about.
    pub(super) fn passages(
        &self,
        file: FileId,
        sections: Sections,
        known: Option<&'static [Heading]>,
    ) -> Vec<Passage> {
        let whole = sections.preamble.map(|prose| Passage {
            topic: Topic::Whole,
            heading: String::new(),
            at: prose.span,
            file,
            prose,
        });
        let under = sections.sections.into_iter().map(|section| Passage {
            topic: self.topic(&section.heading.text, known.unwrap_or(&[])),
            heading: section.heading.text,
            at: section.heading.span,
            file,
            prose: section.body,
        });
        whole.into_iter().chain(under).collect()
    }
}
