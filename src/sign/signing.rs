//! Signing a file.

use std::fmt;

use super::cms;
use super::identity::Identity;
use crate::calendar::Moment;
use crate::pdf::{Existing, NewSignature, ReviseError};
use crate::text::{self, Lang, phrase};

/// How much longer a signature may be than one made before: ECDSA's numbers vary by a byte or two.
const SLACK: usize = 16;

/// What is to be signed, and what the signature says.
#[derive(Debug, Clone)]
pub struct Order<'a> {
    /// Full name of the field.
    pub field: &'a str,
    /// Why it is signed.
    pub reason: Option<&'a str>,
    /// Where it is signed.
    pub place: Option<&'a str>,
    /// When it is signed.
    pub moment: Moment,
    /// The language of what the field shows, where the document does not say its own.
    pub lang: Lang,
}

/// Why a file is not signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignError {
    /// The certificate is not valid yet; from when it is, in seconds since 1970-01-01 UTC.
    NotYetValid(i64),
    /// The certificate is valid no more; until when it was.
    Expired(i64),
    /// The certificate is not one for signatures.
    NotForSigning,
    /// The key gives no signature.
    Key,
    /// The file takes no signature there.
    File(ReviseError),
}

impl fmt::Display for SignError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SignError::NotYetValid(_) => write!(out, "the certificate is not valid yet"),
            SignError::Expired(_) => write!(out, "the certificate has expired"),
            SignError::NotForSigning => write!(out, "the certificate is not meant for signatures"),
            SignError::Key => write!(out, "the key gives no signature"),
            SignError::File(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for SignError {}

impl From<ReviseError> for SignError {
    fn from(error: ReviseError) -> Self {
        SignError::File(error)
    }
}

/// Signs a field of a file; gives the file with the signature. All bytes that were there before stay as they are.
pub fn sign(file: &Existing, identity: &Identity, order: &Order<'_>) -> Result<Vec<u8>, SignError> {
    let (from, until) = identity.own.validity();
    if order.moment.seconds() < from {
        return Err(SignError::NotYetValid(from));
    }
    if order.moment.seconds() > until {
        return Err(SignError::Expired(until));
    }
    if !identity.own.is_for_signing() {
        return Err(SignError::NotForSigning);
    }
    let space = cms::signed_data(identity, &[]).ok_or(SignError::Key)?.len() + SLACK;
    let name = identity.name();
    let unsigned = file.prepare(&NewSignature {
        field: order.field,
        name: &name,
        reason: order.reason,
        location: order.place,
        moment: order.moment,
        lines: &lines(file, &name, order),
        space,
    })?;
    let contents = cms::signed_data(identity, &unsigned.signed_parts()).ok_or(SignError::Key)?;
    Ok(unsigned.finish(&contents)?)
}

/// What the field shows: who signed, for what, where and when.
fn lines(file: &Existing, name: &str, order: &Order<'_>) -> Vec<String> {
    let lang = file.language().and_then(|tag| Lang::from_tag(&tag)).unwrap_or(order.lang);
    let field = file.fields().iter().find(|field| field.name == order.field);
    let moment = text::moment(lang, &order.moment);
    let lines = [
        phrase(lang, "sign-shown-by").to_owned(),
        name.to_owned(),
        field.map(|field| field.purpose.clone()).unwrap_or_default(),
        order.place.map_or_else(|| moment.clone(), |place| format!("{place}, {moment}")),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}
