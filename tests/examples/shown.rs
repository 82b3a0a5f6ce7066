//! What each example agency shows, capability by capability.

/// An example agency.
pub(crate) struct Example {
    /// Its folder under `examples/`.
    pub(crate) name: &'static str,
    /// What it shows.
    pub(crate) shown: &'static [Shown],
}

/// A capability and where it can be seen.
pub(crate) struct Shown {
    /// Its id, by source and kind: A aspects, R raters, S stages, I indicators, O outcomes, B bias.
    pub(crate) id: &'static str,
    /// What can be done.
    pub(crate) what: &'static str,
    /// Where that can be seen.
    pub(crate) place: Where,
    /// Words that stand there.
    pub(crate) says: &'static [&'static str],
}

/// Where something can be seen.
#[derive(Debug)]
pub(crate) enum Where {
    /// On a page of the output.
    Page(&'static str),
    /// In a printed document of the output: that it is there.
    Document(&'static str),
    /// In what a command says.
    Command(&'static [&'static str]),
    /// In what a command says once a file is gone. Such entries come last, since the file stays away.
    Without(&'static str, &'static [&'static str]),
}
