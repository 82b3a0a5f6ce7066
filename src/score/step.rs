//! The derivation: one tree from an outcome down to what people wrote.

use super::{Missing, What};
use crate::diagnostic::Span;
use crate::num::Exact;

/// What a step came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Got {
    /// A level, a category or an outcome, by id.
    Level(String),
    /// A number.
    Number(Exact),
}

impl Got {
    /// The level.
    pub fn level(&self) -> Option<&str> {
        match self {
            Got::Level(level) => Some(level),
            Got::Number(_) => None,
        }
    }

    /// The number.
    pub fn number(&self) -> Option<&Exact> {
        match self {
            Got::Level(_) => None,
            Got::Number(number) => Some(number),
        }
    }
}

/// A step of a derivation: a result, the rule it came by and the steps it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was found, and by which rule.
    pub what: What,
    /// What came out. `None` while something is missing.
    pub result: Option<Got>,
    /// The weight with which the step above uses it, as written. `None` where it has none.
    pub weight: Option<Exact>,
    /// Where it was written, for steps that were written and not computed.
    pub at: Option<Span>,
    /// What it was made from.
    pub inputs: Vec<Step>,
}

impl Step {
    /// A step that was computed.
    pub fn made(what: What, result: Option<Got>, inputs: Vec<Step>) -> Step {
        Step { what, result, weight: None, at: None, inputs }
    }

    /// A step that was written.
    pub fn written(what: What, result: Option<Got>, at: Span) -> Step {
        Step { what, result, weight: None, at: Some(at), inputs: vec![] }
    }

    /// Something that is not there.
    pub fn missing(missing: Missing, at: Option<Span>) -> Step {
        Step { what: What::Missing(missing), result: None, weight: None, at, inputs: vec![] }
    }

    /// Gives it a weight.
    pub fn weighing(self, weight: Option<Exact>) -> Step {
        Step { weight, ..self }
    }

    /// The number it came to.
    pub fn number(&self) -> Option<&Exact> {
        self.result.as_ref().and_then(Got::number)
    }

    /// The level it came to.
    pub fn level(&self) -> Option<&str> {
        self.result.as_ref().and_then(Got::level)
    }

    /// Visits it and everything below, from the top.
    pub fn walk<'s>(&'s self, visit: &mut impl FnMut(&'s Step)) {
        visit(self);
        for input in &self.inputs {
            input.walk(visit);
        }
    }
}
