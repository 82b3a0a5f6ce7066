//! Where people sign.

use super::Prose;

/// On which side of the page somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The left half.
    Left,
    /// The middle.
    Middle,
    /// The right half.
    Right,
}

/// One person who signs.
#[derive(Debug, Clone, PartialEq)]
pub struct Signer {
    /// Name of the signature field, such as `pejabat-penilai`; made unique if it returns in the document.
    pub field: String,
    /// What the field is for, in words, such as `Tanda tangan Pejabat Penilai Kinerja`.
    pub purpose: String,
    /// Place and date, above the role.
    pub place_date: Option<Prose>,
    /// In which role.
    pub role: Prose,
    /// Name, bold and underlined. `None` leaves a dotted line to write on.
    pub name: Option<String>,
    /// Lines under the name: rank, NIP.
    pub below: Vec<Prose>,
    /// On which side.
    pub side: Side,
}

impl Signer {
    /// Somebody who signs on the right, name to be written by hand.
    pub fn new(field: impl Into<String>, purpose: impl Into<String>, role: impl Into<Prose>) -> Signer {
        Signer {
            field: field.into(),
            purpose: purpose.into(),
            place_date: None,
            role: role.into(),
            name: None,
            below: Vec::new(),
            side: Side::Right,
        }
    }

    /// Sets place and date.
    pub fn place_date(mut self, prose: impl Into<Prose>) -> Signer {
        self.place_date = Some(prose.into());
        self
    }

    /// Sets the name.
    pub fn name(mut self, name: impl Into<String>) -> Signer {
        self.name = Some(name.into());
        self
    }

    /// Adds a line under the name.
    pub fn below(mut self, prose: impl Into<Prose>) -> Signer {
        self.below.push(prose.into());
        self
    }

    /// Sets the side.
    pub fn side(mut self, side: Side) -> Signer {
        self.side = side;
        self
    }
}

/// People who sign in one row, at most one on each side. It never stands alone on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Signatures {
    /// Who signs.
    pub signers: Vec<Signer>,
    /// Room for each signature, in points.
    pub room: f32,
}

impl Signatures {
    /// A row of signatures.
    pub fn new(signers: impl IntoIterator<Item = Signer>) -> Signatures {
        Signatures { signers: signers.into_iter().collect(), room: 48.0 }
    }
}
