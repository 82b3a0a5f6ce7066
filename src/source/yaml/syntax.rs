//! What the YAML parser's refusals mean to somebody who writes a review.

use granit_parser::ErrorKind as E;

/// What a refusal is reported as.
pub(super) enum Kind {
    /// A tab where spaces are wanted.
    Tab,
    /// Nested too deeply.
    TooDeep,
    /// A directive such as `%YAML`.
    Directive,
    /// A faulty anchor or alias.
    Anchor,
    /// A faulty tag.
    Tag,
    /// Something after the end of the document.
    SecondDocument,
    /// Any other fault, with the phrase that names it.
    Reason(&'static str),
}

/// Sorts a refusal of the parser.
pub(super) fn kind(error: &E) -> Kind {
    match error {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar => Kind::Tab,
        E::RecursionLimitExceeded => Kind::TooDeep,
        E::DirectiveDisallowed => Kind::Directive,
        E::MissingAnchorOrAliasName | E::UnknownAnchor | E::AnchorCountOverflow => Kind::Anchor,
        E::UndeclaredTagHandle
        | E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8 => Kind::Tag,
        E::InvalidDocumentEnd | E::ExpectedDocumentStart => Kind::SecondDocument,
        _ => Kind::Reason(reason(error)),
    }
}

fn reason(error: &E) -> &'static str {
    match error {
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => "yaml-unclosed-quote",
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => "yaml-after-quote",
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => "yaml-unclosed-bracket",
        E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => "yaml-stray-bracket",
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::FlowMappingValueAdjacentCollection => {
            "yaml-colon"
        }
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::ExpectedBlockMappingKey | E::MappingKeyNotAllowed => {
            "yaml-key"
        }
        E::BlockSequenceEntryNotAllowed
        | E::BlockEntryInFlowCollection
        | E::InvalidBlockEntryWhitespace
        | E::ExpectedBlockSequenceEntry
        | E::PlainScalarStartsWithDashFlowIndicator => "yaml-dash",
        E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::ZeroBlockScalarIndent => "yaml-indent",
        E::UnexpectedCharacter { .. } => "yaml-character",
        E::UnknownQuotedScalarEscape
        | E::InvalidQuotedScalarHexEscape
        | E::InvalidLowSurrogateHexEscape
        | E::InvalidLowSurrogate
        | E::MissingLowSurrogate
        | E::UnpairedLowSurrogate
        | E::InvalidUnicodeEscape => "yaml-escape",
        E::CommentInterceptedScalar | E::CommentNotSeparated => "yaml-comment",
        E::InvalidBlockScalarHeader => "yaml-block-head",
        _ => "yaml-other",
    }
}
