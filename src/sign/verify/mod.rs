//! Verifying the signatures of a file.
//!
//! Takes a file as `pdf` reads it and the certificates that are trusted, gives what there is to say of each signature:
//! whether it fits the bytes it stands for, which of the file's bytes these are, what was done to the file afterwards,
//! and whether the signer is known. Asks nobody: whether a certificate was revoked is not looked up.

mod certificate;
mod chain;
mod cms;
mod der;
mod history;
mod place;
mod scheme;

pub(in crate::sign) use self::certificate::may_sign;
pub use self::certificate::readable;
pub use self::chain::{Roots, RootsError};
pub use self::history::Covers;
use self::history::History;
use crate::calendar::Moment;
use crate::pdf::{Existing, Signature, SignatureField};

/// Most signatures of a file that are looked at.
const MOST_SIGNATURES: usize = 100;
/// How far a clock may be wrong before a signature counts as made in the future, in seconds.
const CLOCK: i64 = 24 * 60 * 60;

/// How far the time a file states may be from the one inside a signature, in seconds.
const APART: u64 = 10 * 60;

/// What there is to say of one signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Full name of its field.
    pub field: String,
    /// Whose certificate it names; none if that cannot be read.
    pub signer: Option<Signer>,
    /// When it says it was made, at the latest. The signer says so; nobody else has confirmed it.
    pub moment: Option<Moment>,
    /// Why it does not hold for the bytes it stands for; none if it does.
    pub fault: Option<Fault>,
    /// What it covers; none if that cannot be told.
    pub covers: Option<Covers>,
    /// Whether its signer is known.
    pub chain: Chain,
    /// What else is to be known.
    pub notes: Vec<Note>,
}

/// Who signed, by the certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The person.
    pub name: Option<String>,
    /// Whom the person belongs to.
    pub organisation: Option<String>,
}

/// Why a signature does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// It is of a kind that is not known here.
    Kind,
    /// It says that it covers bytes which the file does not have, or not from its beginning.
    Range,
    /// Something other than the signature stands in the bytes that it does not cover.
    Gap,
    /// The revision it covers does not have it in this field: it was put there later.
    Moved,
    /// It cannot be read.
    Unreadable,
    /// It was made with an algorithm or a key that is not known or too weak.
    Algorithm,
    /// The bytes are not those that were signed.
    Digest,
    /// The signer's certificate is missing or not the one that was signed with.
    Certificate,
    /// It was not made with the signer's key.
    Signature,
    /// There are more signatures than are looked at.
    TooMany,
}

/// What is known of the signer's certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chain {
    /// It leads to a certificate that is trusted.
    Trusted {
        /// Which.
        root: String,
    },
    /// No certificates were given that are trusted, so nobody knows.
    NotChecked,
    /// It leads to none that is trusted.
    Unknown,
    /// A certificate had expired when the signature was made.
    Expired {
        /// Which.
        certificate: String,
    },
    /// A certificate was not valid yet when the signature was made.
    NotYet {
        /// Which.
        certificate: String,
    },
    /// It is not meant for signing documents.
    NotForSigning,
    /// A certificate in between may not issue others, or not at this place.
    NotAuthority {
        /// Which.
        certificate: String,
    },
    /// A certificate has terms that are not understood.
    UnknownTerms {
        /// Which.
        certificate: String,
    },
    /// The signature does not say when it was made.
    NoMoment,
    /// The signature does not hold, so its certificate proves nothing.
    NotReached,
}

/// Something to be known that makes no signature wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// It has a time stamp, which is not looked at.
    TimeStamp,
    /// Certificates came with it that have nothing to do with it.
    Strangers,
    /// Parts of it that are not signed are unusual.
    Odd,
    /// It says that it was made after today.
    Future,
    /// The time in the file is not the one inside the signature; the later of the two counts.
    Times,
}

/// What a signature comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It holds, and its signer is known.
    Valid,
    /// It holds; who signed was not checked.
    Unchecked,
    /// Something is wrong.
    Wrong,
}

impl Verdict {
    /// What it comes to.
    pub fn standing(&self) -> Standing {
        let covers_well = self.covers.as_ref().is_some_and(Covers::is_right);
        if self.fault.is_some() || !covers_well || self.notes.contains(&Note::Future) {
            return Standing::Wrong;
        }
        match self.chain {
            Chain::Trusted { .. } => Standing::Valid,
            Chain::NotChecked => Standing::Unchecked,
            _ => Standing::Wrong,
        }
    }

    fn new(field: &SignatureField) -> Verdict {
        Verdict {
            field: certificate::readable(&field.name),
            signer: None,
            moment: None,
            fault: None,
            covers: None,
            chain: Chain::NotReached,
            notes: Vec::new(),
        }
    }
}

/// Verifies all signatures of a file, in the order in which they were made. `now` is the present moment in
/// seconds since 1970-01-01 UTC.
pub fn verify(file: &Existing, roots: &Roots, now: i64) -> Vec<Verdict> {
    let mut signed: Vec<(&SignatureField, &Signature)> =
        file.fields().iter().filter_map(|field| Some((field, field.signature.as_ref()?))).collect();
    signed.sort_by_key(|(_, signature)| signature.byte_range[2].saturating_add(signature.byte_range[3]));
    let history = History::new(file, signed.get(..MOST_SIGNATURES).unwrap_or(&signed));
    let mut verdicts = Vec::new();
    for (place, (field, signature)) in signed.into_iter().enumerate() {
        let mut verdict = Verdict::new(field);
        verdict.moment = signature.moment.as_deref().and_then(moment);
        if place < MOST_SIGNATURES {
            verdict.fault = judge(&mut verdict, &history, field, signature, roots).err();
        } else {
            verdict.fault = Some(Fault::TooMany);
        }
        if verdict.moment.is_some_and(|moment| moment.seconds() > now.saturating_add(CLOCK)) {
            verdict.notes.push(Note::Future);
        }
        verdicts.push(verdict);
    }
    verdicts
}

fn judge(
    verdict: &mut Verdict,
    history: &History<'_>,
    field: &SignatureField,
    signature: &Signature,
    roots: &Roots,
) -> Result<(), Fault> {
    let names_certificate = match signature.sub_filter.as_str() {
        "ETSI.CAdES.detached" => true,
        "adbe.pkcs7.detached" => false,
        _ => return Err(Fault::Kind),
    };
    let covered = place::covered(history.file(), signature)?;
    let signed = cms::check(&signature.contents, &covered.parts, names_certificate)?;
    verdict.signer = Some(Signer {
        name: signed.signer.common_name.clone(),
        organisation: signed.signer.organisation.clone(),
    });
    let inside = signed.moment.and_then(|seconds| Moment::at(seconds, "UTC"));
    if differ(verdict.moment, inside) {
        verdict.notes.push(Note::Times);
    }
    verdict.moment = later(verdict.moment, inside);
    verdict.covers = Some(history.covers(field, signature, covered.end)?);
    let moment = verdict.moment.map(|moment| moment.seconds());
    verdict.chain = chain::judge(&signed.signer, &signed.certificates, roots, moment);
    if signed.has_time_stamp {
        verdict.notes.push(Note::TimeStamp);
    }
    if chain::strangers(&signed.signer, &signed.certificates, roots) > 0 {
        verdict.notes.push(Note::Strangers);
    }
    if signed.is_odd {
        verdict.notes.push(Note::Odd);
    }
    Ok(())
}

/// The later of two moments, of which either may not be stated.
fn later(written: Option<Moment>, inside: Option<Moment>) -> Option<Moment> {
    let known = [written, inside].into_iter().flatten();
    known.reduce(|one, other| if other.seconds() > one.seconds() { other } else { one })
}

fn differ(written: Option<Moment>, inside: Option<Moment>) -> bool {
    let both = written.zip(inside);
    both.is_some_and(|(written, inside)| written.seconds().abs_diff(inside.seconds()) > APART)
}

/// Reads a moment as files write it: `D:20260126100000+07'00'`. Without a zone it is taken as UTC.
fn moment(text: &str) -> Option<Moment> {
    let text = text.strip_prefix("D:").unwrap_or(text);
    let (digits, zone) =
        text.split_at_checked(14).filter(|(digits, _)| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let at = |from: usize| digits.get(from..from + 2).unwrap_or_default();
    let year = digits.get(..4)?;
    let zone = match zone.as_bytes() {
        [] | [b'Z', ..] => "Z".to_owned(),
        [sign @ (b'+' | b'-'), rest @ ..] => {
            let rest: String =
                rest.iter().filter(|byte| byte.is_ascii_digit()).map(|byte| char::from(*byte)).collect();
            let (hours, minutes) = rest.split_at_checked(2)?;
            format!("{}{hours}:{}", char::from(*sign), if minutes.len() == 2 { minutes } else { "00" })
        }
        _ => return None,
    };
    Moment::parse(&format!("{year}-{}-{}T{}:{}:{}{zone}", at(4), at(6), at(8), at(10), at(12)), "UTC")
}

#[cfg(test)]
mod tests {
    use super::{differ, later, moment};

    #[test]
    fn the_later_of_two_times_counts() {
        let early = moment("D:20210601100000Z");
        let late = moment("D:20260126100000Z");
        for (written, inside) in [(early, late), (late, early)] {
            assert!(differ(written, inside));
            assert_eq!(later(written, inside), late);
        }
        assert_eq!((later(None, early), later(early, None), later(None, None)), (early, early, None));
        assert!(!differ(early, None) && !differ(None, late));
        let soon = moment("D:20260126100100Z");
        assert!(!differ(late, soon));
        assert_eq!(later(late, soon), soon);
    }

    #[test]
    fn moments_are_read_as_files_write_them() {
        let seconds = |text| moment(text).map(|moment| moment.seconds());
        for same in
            ["D:20260126100000+07'00'", "D:20260126100000+07'00", "20260126030000Z", "D:20260126030000"]
        {
            assert_eq!(seconds(same), Some(1_769_396_400), "{same}");
        }
        for wrong in ["", "D:2026", "D:20261326100000Z", "D:2026012610000\u{e9}", "D:20260126100000+7"] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
