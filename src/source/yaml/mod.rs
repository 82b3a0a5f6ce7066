//! YAML as a tree whose every node knows where it was written.

mod read;
mod syntax;
#[cfg(test)]
mod tests;

use crate::diagnostic::Span;

pub use read::{Limits, parse, parse_within};

/// A node of a YAML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it holds.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// What a node holds. YAML's own guesses (`no` as false, `0123` as a number) are not made: a scalar is its text, and
/// the field it stands in decides what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A plain or quoted scalar. An empty plain scalar, `~` and `null` stay distinguishable by `plain`.
    Scalar {
        /// The text, unescaped and unfolded.
        text: String,
        /// True if it was written without quotes and not as a block.
        plain: bool,
    },
    /// A sequence.
    Seq(Vec<Node>),
    /// A mapping in the order written; duplicate keys are still in it.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// Whether nothing is written here: an empty plain scalar, `~` or `null`.
    pub fn is_blank(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }
}
