//! Text as HTML holds it.

/// Text with what HTML would read as marks replaced, fit for content and for quoted attributes.
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_html_would_read_as_a_mark() {
        assert_eq!(escape_html(r#"<a href="x" id='y'>"#), "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;");
        assert_eq!(escape_html("R&D &amp; lain"), "R&amp;D &amp;amp; lain");
        assert_eq!(escape_html("Ny. Größe 👍 — biasa"), "Ny. Größe 👍 — biasa");
    }
}
