//! HTML that may stand on a page as it is. Only the renderers of Markdown and of charts make it.

use tera::Value;

/// Finished HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Html(String);

impl Html {
    /// Takes what one of the two renderers made.
    pub(super) fn made(text: String) -> Self {
        Html(text)
    }

    #[cfg(test)]
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl From<Html> for Value {
    fn from(html: Html) -> Value {
        Value::safe_string(&html.0)
    }
}
