//! Certificates: whose they are, when they hold and what their keys are for.

use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::oid::AssociatedOid;
use x509_cert::der::{Decode, Encode};
use x509_cert::ext::pkix::{
    AuthorityKeyIdentifier, BasicConstraints, CertificatePolicies, ExtendedKeyUsage, KeyUsage,
    NameConstraints, SubjectAltName, SubjectKeyIdentifier,
};
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use super::der::{self, SEQUENCE};
use super::scheme::{self, Misfit, Scheme};
use crate::sign::certificate::words;

/// Most bytes of a certificate.
const LARGEST: usize = 64 << 10;

const COMMON_NAME: &str = "2.5.4.3";
const ORGANISATION: &str = "2.5.4.10";
const ANY_USE: &str = "2.5.29.37.0";
/// What a key may be for besides signing documents as such: signing mail, proving who a person is, and the names that
/// makers of programs have given to signing documents.
const USES: [&str; 7] = [
    ANY_USE,
    "1.3.6.1.5.5.7.3.36",
    "1.3.6.1.5.5.7.3.4",
    "1.3.6.1.5.5.7.3.2",
    "1.3.6.1.4.1.311.10.3.12",
    "1.2.840.113583.1.1.5",
    "1.3.6.1.4.1.311.20.2.2",
];

/// A certificate, read once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Certificate {
    /// Its own bytes.
    pub(super) bytes: Vec<u8>,
    /// Where in them what its issuer signed stands.
    signed: std::ops::Range<usize>,
    scheme: Option<Scheme>,
    signature: Vec<u8>,
    /// Names as bytes, which is how they are compared.
    pub(super) subject: Vec<u8>,
    pub(super) issuer: Vec<u8>,
    /// Its number as its issuer wrote it.
    pub(super) serial: Vec<u8>,
    pub(super) common_name: Option<String>,
    pub(super) organisation: Option<String>,
    /// First and last second of its validity, since 1970-01-01 UTC.
    pub(super) validity: (i64, i64),
    key: SubjectPublicKeyInfoOwned,
    pub(super) key_id: Option<Vec<u8>>,
    issuer_key_id: Option<Vec<u8>>,
    /// How many authorities may stand between it and a signer; none if it is no authority.
    authority: Option<usize>,
    signs_certificates: bool,
    signs_documents: bool,
    /// An extension says something that must be understood and is not.
    has_unknown_terms: bool,
}

impl Certificate {
    /// Reads a certificate; `None` if it is not one.
    pub(super) fn read(bytes: &[u8]) -> Option<Certificate> {
        if bytes.len() > LARGEST {
            return None;
        }
        let mut parts = der::only(bytes, SEQUENCE)?.parts();
        let signed = parts.take(SEQUENCE)?;
        let algorithm = parts.take(SEQUENCE)?;
        let start = bytes.len() - parts.0.len() - algorithm.whole.len() - signed.whole.len();
        let read = x509_cert::Certificate::from_der(bytes).ok()?;
        let inner = &read.tbs_certificate;
        if inner.signature != read.signature_algorithm {
            return None;
        }
        let seconds = |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).ok();
        let usage = inner.get::<KeyUsage>().ok()?.map(|(_, usage)| usage);
        let uses = inner.get::<ExtendedKeyUsage>().ok()?.map(|(_, uses)| uses);
        let authority = inner.get::<BasicConstraints>().ok()?.map(|(_, terms)| terms);
        Some(Certificate {
            signed: start..start + signed.whole.len(),
            scheme: Scheme::read(&algorithm, None),
            signature: read.signature.as_bytes()?.to_vec(),
            subject: inner.subject.to_der().ok()?,
            issuer: inner.issuer.to_der().ok()?,
            serial: inner.serial_number.as_bytes().to_vec(),
            common_name: part_of_name(inner, COMMON_NAME),
            organisation: part_of_name(inner, ORGANISATION),
            validity: (seconds(inner.validity.not_before)?, seconds(inner.validity.not_after)?),
            key: inner.subject_public_key_info.clone(),
            key_id: inner.get::<SubjectKeyIdentifier>().ok()?.map(|(_, id)| id.0.into_bytes()),
            issuer_key_id: inner
                .get::<AuthorityKeyIdentifier>()
                .ok()?
                .and_then(|(_, id)| id.key_identifier)
                .map(|id| id.into_bytes()),
            authority: authority
                .filter(|terms| terms.ca)
                .map(|terms| terms.path_len_constraint.map_or(usize::MAX, usize::from)),
            signs_certificates: usage.is_none_or(|usage| usage.key_cert_sign()),
            signs_documents: usage.is_none_or(|usage| usage.digital_signature() || usage.non_repudiation())
                && uses.is_none_or(|uses| uses.0.iter().any(|one| USES.contains(&one.to_string().as_str()))),
            has_unknown_terms: has_unknown_terms(inner),
            bytes: bytes.to_vec(),
        })
    }

    /// A name for it that people can read.
    pub(super) fn title(&self) -> String {
        self.common_name.clone().or_else(|| self.organisation.clone()).unwrap_or_default()
    }

    /// Checks a signature that the key of this certificate is said to have made.
    pub(super) fn has_signed(&self, scheme: Scheme, bytes: &[&[u8]], signature: &[u8]) -> Result<(), Misfit> {
        scheme::check(&self.key, scheme, bytes, signature)
    }

    /// Says that names and key identifiers make this certificate the possible issuer of another.
    pub(super) fn may_have_issued(&self, other: &Certificate) -> bool {
        let names_fit = self.subject == other.issuer;
        let keys_fit = match (&self.key_id, &other.issuer_key_id) {
            (Some(own), Some(wanted)) => own == wanted,
            _ => true,
        };
        names_fit && keys_fit
    }

    /// Says that the key of this certificate made another's signature.
    pub(super) fn has_issued(&self, other: &Certificate) -> bool {
        let signed = other.bytes.get(other.signed.clone()).unwrap_or_default();
        other.scheme.is_some_and(|scheme| self.has_signed(scheme, &[signed], &other.signature).is_ok())
    }

    /// Says that it may stand in a chain above `below` other authorities.
    pub(super) fn is_authority_over(&self, below: usize) -> bool {
        self.authority.is_some_and(|most| below <= most) && self.signs_certificates
    }

    /// Says that its key is meant for signing documents.
    pub(super) fn signs_documents(&self) -> bool {
        self.signs_documents
    }

    /// Says that it has terms that are not understood here and must be.
    pub(super) fn has_unknown_terms(&self) -> bool {
        self.has_unknown_terms
    }
}

/// Says whether a signature made with a certificate would be accepted, as far as the certificate's own terms go.
pub(in crate::sign) fn may_sign(bytes: &[u8]) -> bool {
    Certificate::read(bytes).is_some_and(|own| own.signs_documents() && !own.has_unknown_terms())
}

/// Extensions that may be marked as ones that must be understood. Constraints of names are not among them: since no
/// names are compared with them, a certificate that has any is refused, marked or not.
fn has_unknown_terms(inner: &x509_cert::TbsCertificate) -> bool {
    let known = [
        KeyUsage::OID,
        ExtendedKeyUsage::OID,
        BasicConstraints::OID,
        SubjectKeyIdentifier::OID,
        AuthorityKeyIdentifier::OID,
        SubjectAltName::OID,
        CertificatePolicies::OID,
    ];
    let extensions = inner.extensions.as_deref().unwrap_or_default();
    let mut seen: Vec<ObjectIdentifier> = Vec::new();
    extensions.iter().any(|extension| {
        let id = extension.extn_id;
        let is_repeated = seen.contains(&id);
        seen.push(id);
        is_repeated || id == NameConstraints::OID || (extension.critical && !known.contains(&id))
    })
}

/// A part of the subject's name, the last one of its kind, which is the most particular.
fn part_of_name(inner: &x509_cert::TbsCertificate, kind: &str) -> Option<String> {
    let mut parts = inner.subject.0.iter().flat_map(|set| set.0.iter());
    let part = parts.rfind(|part| part.oid.to_string() == kind)?;
    Some(readable(&words(&part.value)?))
}

/// Text of others as it may be shown: without characters that steer a terminal or turn the direction of writing.
pub fn readable(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).take(200).collect()
}
