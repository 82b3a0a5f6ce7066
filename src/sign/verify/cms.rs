//! The signature's own data: who signed what, in the form of CMS.

use x509_cert::der::Decode;
use x509_cert::der::asn1::{GeneralizedTime, ObjectIdentifier, UtcTime};

use super::Fault;
use super::certificate::Certificate;
use super::der::{self, INTEGER, OCTETS, OID, Reader, SEQUENCE, SET, Value, part};
use super::scheme::{Hash, Misfit, Scheme};

/// Most certificates that may come with a signature.
const MOST_CERTIFICATES: usize = 50;

const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const DATA: &str = "1.2.840.113549.1.7.1";
const CONTENT_TYPE: &str = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST: &str = "1.2.840.113549.1.9.4";
const SIGNING_TIME: &str = "1.2.840.113549.1.9.5";
const SIGNING_CERTIFICATE: &str = "1.2.840.113549.1.9.16.2.47";
const TIME_STAMP: &str = "1.2.840.113549.1.9.16.2.14";

/// A signature whose inner parts fit each other.
#[derive(Debug)]
pub(super) struct Signed {
    pub(super) signer: Certificate,
    /// All certificates that came with it.
    pub(super) certificates: Vec<Certificate>,
    /// The moment it states inside, in seconds since 1970-01-01 UTC.
    pub(super) moment: Option<i64>,
    /// It has a time stamp, beside what is signed.
    pub(super) has_time_stamp: bool,
    /// It says something unusual outside what is signed: nothing depends on it, but nobody would write it so.
    pub(super) is_odd: bool,
}

/// Checks a signature over bytes. `names_certificate` demands that it names its certificate in what is signed.
pub(super) fn check(contents: &[u8], bytes: &[&[u8]], names_certificate: bool) -> Result<Signed, Fault> {
    let outer = Outer::read(contents).ok_or(Fault::Unreadable)?;
    let inner = Inner::read(&outer.signer).ok_or(Fault::Unreadable)?;
    let attributes = Attributes::read(&inner.attributes).ok_or(Fault::Unreadable)?;
    let hash = Hash::read(&inner.hash).ok_or(Fault::Algorithm)?;
    let scheme = Scheme::read(&inner.scheme, Some(hash)).ok_or(Fault::Algorithm)?;
    if scheme.hash() != hash {
        return Err(Fault::Algorithm);
    }
    if hash.of(bytes) != attributes.digest {
        return Err(Fault::Digest);
    }
    let certificates: Option<Vec<_>> =
        outer.certificates.iter().map(|value| Certificate::read(value.whole)).collect();
    let certificates = certificates.ok_or(Fault::Certificate)?;
    let signer = certificates.iter().find(|one| inner.is_by(one)).cloned().ok_or(Fault::Certificate)?;
    match attributes.certificate {
        Some(named) if !names(&named, &signer).ok_or(Fault::Unreadable)? => return Err(Fault::Certificate),
        None if names_certificate => return Err(Fault::Certificate),
        _ => {}
    }
    // The attributes are signed as the set they are, not as the numbered part they stand as.
    let rest = inner.attributes.whole.get(1..).unwrap_or_default();
    signer.has_signed(scheme, &[&[SET], rest], inner.signature).map_err(|misfit| match misfit {
        Misfit::Key => Fault::Algorithm,
        Misfit::Signature => Fault::Signature,
    })?;
    let own_hash = [inner.hash.whole];
    let hashes: Vec<&[u8]> = outer.hashes.iter().map(|value| value.whole).collect();
    Ok(Signed {
        moment: attributes.moment,
        has_time_stamp: inner.has_time_stamp,
        is_odd: outer.is_odd || inner.is_odd || hashes != own_hash,
        certificates,
        signer,
    })
}

/// The outer part of the data.
struct Outer<'a> {
    hashes: Vec<Value<'a>>,
    certificates: Vec<Value<'a>>,
    signer: Value<'a>,
    is_odd: bool,
}

impl<'a> Outer<'a> {
    fn read(contents: &'a [u8]) -> Option<Outer<'a>> {
        let mut parts = der::only(contents, SEQUENCE)?.parts();
        is(parts.take(OID)?, SIGNED_DATA)?;
        let wrapped = parts.take(part(0))?;
        parts.end()?;

        let mut parts = der::only(wrapped.content, SEQUENCE)?.parts();
        let version = parts.take(INTEGER)?;
        let hashes = parts.take(SET)?.parts().all()?;
        let mut inside = parts.take(SEQUENCE)?.parts();
        is(inside.take(OID)?, DATA)?;
        // What is signed lies outside. If there were something here, it would be signed instead.
        inside.end()?;
        let certificates = parts.optional(part(0)).map_or(Some(Vec::new()), |set| set.parts().all())?;
        let revocations = parts.optional(part(1));
        let signers = parts.take(SET)?.parts().all()?;
        parts.end()?;
        let [signer] = signers[..] else { return None };
        if certificates.len() > MOST_CERTIFICATES || signer.tag != SEQUENCE {
            return None;
        }
        let (plain, others): (Vec<_>, Vec<_>) = certificates.into_iter().partition(|one| one.tag == SEQUENCE);
        let is_odd = version.content != [1] || !others.is_empty() || revocations.is_some();
        Some(Outer { hashes, certificates: plain, signer, is_odd })
    }
}

/// How a signature says whose it is.
enum Who<'a> {
    Issued { issuer: &'a [u8], serial: &'a [u8] },
    Key(&'a [u8]),
}

/// What is said of the signer.
struct Inner<'a> {
    who: Who<'a>,
    hash: Value<'a>,
    attributes: Value<'a>,
    scheme: Value<'a>,
    signature: &'a [u8],
    has_time_stamp: bool,
    is_odd: bool,
}

impl<'a> Inner<'a> {
    fn read(signer: &Value<'a>) -> Option<Inner<'a>> {
        let mut parts = signer.parts();
        let version = parts.take(INTEGER)?.content;
        let (who, wanted) = match parts.any()? {
            Value { tag: SEQUENCE, content, .. } => {
                let mut names = Reader(content);
                let issuer = names.take(SEQUENCE)?.whole;
                let serial = names.take(INTEGER)?.content;
                names.end()?;
                (Who::Issued { issuer, serial }, 1)
            }
            Value { tag: 0x80, content, .. } => (Who::Key(content), 3),
            _ => return None,
        };
        let hash = parts.take(SEQUENCE)?;
        let attributes = parts.take(part(0))?;
        let scheme = parts.take(SEQUENCE)?;
        let signature = parts.take(OCTETS)?.content;
        let unsigned = parts.optional(part(1)).map_or(Some(Vec::new()), |set| set.parts().all())?;
        parts.end()?;
        let is_time_stamp =
            |value: &&Value<'_>| value.parts().take(OID).is_some_and(|name| is(name, TIME_STAMP).is_some());
        let stamps = unsigned.iter().filter(is_time_stamp).count();
        let is_odd = version != [wanted] || stamps < unsigned.len();
        Some(Inner { who, hash, attributes, scheme, signature, has_time_stamp: stamps > 0, is_odd })
    }

    /// Says whether this is the signer's certificate.
    fn is_by(&self, certificate: &Certificate) -> bool {
        match self.who {
            Who::Issued { issuer, serial } => issuer == certificate.issuer && serial == certificate.serial,
            Who::Key(id) => certificate.key_id.as_deref() == Some(id),
        }
    }
}

/// What is signed beside the document.
struct Attributes<'a> {
    digest: &'a [u8],
    moment: Option<i64>,
    certificate: Option<Value<'a>>,
}

impl<'a> Attributes<'a> {
    fn read(attributes: &Value<'a>) -> Option<Attributes<'a>> {
        let attributes = attributes.parts().all()?;
        let mut read = Vec::new();
        for attribute in attributes {
            let mut parts = attribute.parts();
            let name = ObjectIdentifier::from_bytes(parts.take(OID)?.content).ok()?.to_string();
            let values = parts.take(SET)?.parts().all()?;
            parts.end()?;
            if read.iter().any(|(known, _)| *known == name) {
                return None;
            }
            read.push((name, values));
        }
        // An attribute that is looked at has one value.
        let value = |wanted: &str| match read.iter().find(|(name, _)| name == wanted) {
            None => Some(None),
            Some((_, values)) => match values[..] {
                [value] => Some(Some(value)),
                _ => None,
            },
        };
        is(value(CONTENT_TYPE)??, DATA)?;
        let digest = value(MESSAGE_DIGEST)??;
        let digest = (digest.tag == OCTETS).then_some(digest.content)?;
        let moment = match value(SIGNING_TIME)? {
            Some(time) => Some(seconds(time)?),
            None => None,
        };
        Some(Attributes { digest, moment, certificate: value(SIGNING_CERTIFICATE)? })
    }
}

fn is(value: Value<'_>, name: &str) -> Option<()> {
    let read = ObjectIdentifier::from_bytes(value.content).ok()?;
    (value.tag == OID && read.to_string() == name).then_some(())
}

fn seconds(time: Value<'_>) -> Option<i64> {
    let utc = UtcTime::from_der(time.whole).map(|time| time.to_unix_duration());
    let time = utc.or_else(|_| GeneralizedTime::from_der(time.whole).map(|time| time.to_unix_duration()));
    i64::try_from(time.ok()?.as_secs()).ok()
}

/// Says whether the first certificate that an attribute signing-certificate-v2 names is this one: by its digest, and by
/// issuer and number where it gives them.
fn names(attribute: &Value<'_>, certificate: &Certificate) -> Option<bool> {
    let mut list = der::only(attribute.whole, SEQUENCE)?.parts();
    let mut first = list.take(SEQUENCE)?.parts().take(SEQUENCE)?.parts();
    let hash = match first.optional(SEQUENCE) {
        Some(identifier) => Hash::read(&identifier)?,
        None => Hash::Sha256,
    };
    let digest = first.take(OCTETS)?.content;
    let fits = match first.optional(SEQUENCE) {
        None => true,
        Some(issued) => {
            let mut parts = issued.parts();
            let names = parts.take(SEQUENCE)?.parts().all()?;
            let serial = parts.take(INTEGER)?.content;
            let issuer = names.iter().find(|name| name.tag == part(4))?.content;
            issuer == certificate.issuer && serial == certificate.serial
        }
    };
    Some(fits && digest == hash.of(&[&certificate.bytes]))
}
