//! What a certificate says.

use std::fmt;

use x509_cert::der::asn1::{ObjectIdentifier, PrintableStringRef, TeletexStringRef, Utf8StringRef};
use x509_cert::der::{Any, Decode};
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use super::{der, verify};

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");

/// A certificate, with the very bytes it was given in.
#[derive(Clone)]
pub(super) struct Certificate {
    pub(super) bytes: Vec<u8>,
    parsed: x509_cert::Certificate,
}

impl fmt::Debug for Certificate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Certificate({})", self.name())
    }
}

impl Certificate {
    pub(super) fn read(bytes: &[u8]) -> Option<Certificate> {
        let parsed = x509_cert::Certificate::from_der(bytes).ok()?;
        Some(Certificate { bytes: bytes.to_vec(), parsed })
    }

    /// Whom it is about: the common name, or the whole name where there is none.
    pub(super) fn name(&self) -> String {
        let subject = &self.parsed.tbs_certificate.subject;
        let parts = subject.0.iter().flat_map(|part| part.0.iter());
        let common = parts.rev().find(|part| part.oid == COMMON_NAME);
        common.and_then(|part| words(&part.value)).unwrap_or_else(|| subject.to_string())
    }

    /// The DER of issuer and serial number, by which a signature names its certificate.
    pub(super) fn issuer_and_serial(&self) -> [Vec<u8>; 2] {
        let about = &self.parsed.tbs_certificate;
        [der::of(&about.issuer), der::of(&about.serial_number)]
    }

    pub(super) fn public_key(&self) -> &SubjectPublicKeyInfoOwned {
        &self.parsed.tbs_certificate.subject_public_key_info
    }

    /// First and last moment of its validity, in seconds since 1970-01-01 UTC.
    pub(super) fn validity(&self) -> (i64, i64) {
        let validity = &self.parsed.tbs_certificate.validity;
        let seconds = |time: &x509_cert::time::Time| {
            i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX)
        };
        (seconds(&validity.not_before), seconds(&validity.not_after))
    }

    /// Says whether it may be used to sign: by the very rule that signatures are verified by.
    pub(super) fn is_for_signing(&self) -> bool {
        verify::may_sign(&self.bytes)
    }

    /// Says whether another certificate is, by its name, that of the issuer.
    pub(super) fn is_issued_by(&self, other: &Certificate) -> bool {
        self.parsed.tbs_certificate.issuer == other.parsed.tbs_certificate.subject
    }
}

/// A name's part as text.
pub(super) fn words(value: &Any) -> Option<String> {
    let text = value.decode_as::<Utf8StringRef<'_>>().map(|text| text.as_str().to_owned());
    let text = text.or_else(|_| value.decode_as::<PrintableStringRef<'_>>().map(|text| text.to_string()));
    text.or_else(|_| value.decode_as::<TeletexStringRef<'_>>().map(|text| text.to_string())).ok()
}
