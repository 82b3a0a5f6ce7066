//! The chain from a signer's certificate to one that is trusted. Revocation is not looked at: it would need the network.

use x509_cert::der::pem;

use super::Chain;
use super::certificate::Certificate;

/// Most certificates in a chain, the signer's and the root among them.
const LONGEST: usize = 8;
/// Most signatures that are checked while a chain is looked for.
const MOST_CHECKS: usize = 100;
/// Most certificates that may be trusted.
const MOST_ROOTS: usize = 1_000;

/// Certificates that are trusted to name others.
#[derive(Debug, Clone, Default)]
pub struct Roots(Vec<Certificate>);

/// Why a file of roots cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RootsError {
    /// It has no certificate.
    Empty,
    /// This certificate, counted from 1, cannot be read.
    Unreadable(usize),
    /// It has too many.
    TooMany,
}

impl Roots {
    /// Adds the certificates of a text in PEM form. What stands between them is skipped, as is usual.
    pub fn add(&mut self, text: &[u8]) -> Result<(), RootsError> {
        const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
        const END: &str = "-----END CERTIFICATE-----";
        let text = String::from_utf8_lossy(text);
        let mut count = 0;
        for part in text.split(BEGIN).skip(1) {
            count += 1;
            if self.0.len() >= MOST_ROOTS {
                return Err(RootsError::TooMany);
            }
            let read = || {
                let (body, _) = part.split_once(END)?;
                let whole = format!("{BEGIN}{}\n{END}\n", body.trim_end());
                let (_, bytes) = pem::decode_vec(whole.as_bytes()).ok()?;
                Certificate::read(&bytes)
            };
            self.0.push(read().ok_or(RootsError::Unreadable(count))?);
        }
        if count == 0 { Err(RootsError::Empty) } else { Ok(()) }
    }

    /// Says that nothing is trusted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Judges the chain of a signer at a moment, in seconds since 1970-01-01 UTC.
pub(super) fn judge(
    signer: &Certificate,
    others: &[Certificate],
    roots: &Roots,
    moment: Option<i64>,
) -> Chain {
    if !signer.signs_documents() {
        return Chain::NotForSigning;
    }
    let Some(moment) = moment else { return Chain::NoMoment };
    if let Err(chain) = holds_at(signer, moment) {
        return chain;
    }
    if signer.has_unknown_terms() {
        return Chain::UnknownTerms { certificate: signer.title() };
    }
    if roots.is_empty() {
        return Chain::NotChecked;
    }
    let mut search = Search { others, roots, moment, checks: 0, worst: Chain::Unknown };
    search.above(&mut vec![signer]).unwrap_or(search.worst)
}

fn holds_at(certificate: &Certificate, moment: i64) -> Result<(), Chain> {
    let (first, last) = certificate.validity;
    if moment < first {
        Err(Chain::NotYet { certificate: certificate.title() })
    } else if moment > last {
        Err(Chain::Expired { certificate: certificate.title() })
    } else {
        Ok(())
    }
}

struct Search<'a> {
    others: &'a [Certificate],
    roots: &'a Roots,
    moment: i64,
    checks: usize,
    /// Why the chain that came furthest was refused.
    worst: Chain,
}

impl<'a> Search<'a> {
    /// Looks for a chain from the last certificate up to a root.
    fn above(&mut self, path: &mut Vec<&'a Certificate>) -> Option<Chain> {
        let last = *path.last()?;
        if self.roots.0.iter().any(|root| root.bytes == last.bytes) {
            return Some(Chain::Trusted { root: last.title() });
        }
        if path.len() >= LONGEST {
            return None;
        }
        let candidates = self.roots.0.iter().chain(self.others);
        for issuer in candidates.filter(|issuer| issuer.may_have_issued(last)) {
            if path.contains(&issuer) || self.checks >= MOST_CHECKS {
                continue;
            }
            self.checks += 1;
            if !issuer.has_issued(last) {
                continue;
            }
            if let Err(reason) = self.fits(issuer, path.len() - 1) {
                self.worst = reason;
                continue;
            }
            path.push(issuer);
            if let Some(found) = self.above(path) {
                return Some(found);
            }
            path.pop();
        }
        None
    }

    fn fits(&self, issuer: &Certificate, below: usize) -> Result<(), Chain> {
        holds_at(issuer, self.moment)?;
        if !issuer.is_authority_over(below) {
            return Err(Chain::NotAuthority { certificate: issuer.title() });
        }
        if issuer.has_unknown_terms() {
            return Err(Chain::UnknownTerms { certificate: issuer.title() });
        }
        Ok(())
    }
}

/// How many of the certificates that came with a signature belong to nothing: no chain leads to them from the signer's,
/// or nobody known has issued them, so that they could say anything.
pub(super) fn strangers(signer: &Certificate, others: &[Certificate], roots: &Roots) -> usize {
    let mut checks = 0;
    let mut has_issued = |issuer: &Certificate, other: &Certificate| {
        if checks >= MOST_CHECKS || !issuer.may_have_issued(other) {
            return false;
        }
        checks += 1;
        issuer.has_issued(other)
    };
    let mut belong: Vec<&Certificate> = vec![signer];
    let mut place = 0;
    while let Some(below) = belong.get(place).copied() {
        place += 1;
        for issuer in others {
            if !belong.contains(&issuer) && has_issued(issuer, below) {
                belong.push(issuer);
            }
        }
    }
    if !roots.is_empty() {
        belong.retain(|one| others.iter().chain(&roots.0).any(|issuer| has_issued(issuer, one)));
    }
    others.iter().filter(|one| !belong.contains(one)).count()
}
