//! The signature itself: CMS signed data over a file's bytes, with the attributes of CAdES B-B.
//!
//! It names its certificate by hash and bears no time of its own; the time stands in the file.

use x509_cert::der::asn1::ObjectIdentifier;

use super::der::{CONTEXT_0, INTEGER, NULL, OCTETS, SEQUENCE, SET, object, set, value};
use super::identity::Identity;
use super::key::{Hash, Key};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const ECDSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const RSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");

/// Signs parts of a file that follow each other. `None` if the key does not.
pub(super) fn signed_data(identity: &Identity, parts: &[&[u8]]) -> Option<Vec<u8>> {
    let hash = identity.key.hash();
    let attributes = attributes(identity, &hash.of(parts));
    // What is signed is the set by itself; in the signature it bears another tag.
    let signature = identity.key.sign(&set(SET, attributes.clone()))?;

    let version = value(INTEGER, &[&[1]]);
    let digest = value(SEQUENCE, &[&object(digest_algorithm(hash))]);
    let [issuer, serial] = identity.own.issuer_and_serial();
    let signer = value(
        SEQUENCE,
        &[
            &version,
            &value(SEQUENCE, &[&issuer, &serial]),
            &digest,
            &set(CONTEXT_0, attributes),
            &signature_algorithm(&identity.key),
            &value(OCTETS, &[&signature]),
        ],
    );
    let chain = std::iter::once(&identity.own).chain(&identity.issuers);
    let certificates = chain.map(|certificate| certificate.bytes.clone()).collect();
    let data = value(
        SEQUENCE,
        &[
            &version,
            &value(SET, &[&digest]),
            &value(SEQUENCE, &[&object(DATA)]),
            &set(CONTEXT_0, certificates),
            &value(SET, &[&signer]),
        ],
    );
    Some(value(SEQUENCE, &[&object(SIGNED_DATA), &value(CONTEXT_0, &[&data])]))
}

fn attributes(identity: &Identity, digest: &[u8]) -> Vec<Vec<u8>> {
    // The certificate's hash is SHA-256, which goes without saying.
    let certificate = value(OCTETS, &[&Hash::Sha256.of(&[&identity.own.bytes])]);
    let certificate = value(SEQUENCE, &[&value(SEQUENCE, &[&value(SEQUENCE, &[&certificate])])]);
    let attribute = |kind, content: &[u8]| value(SEQUENCE, &[&object(kind), &value(SET, &[content])]);
    vec![
        attribute(CONTENT_TYPE, &object(DATA)),
        attribute(MESSAGE_DIGEST, &value(OCTETS, &[digest])),
        attribute(SIGNING_CERTIFICATE_V2, &certificate),
    ]
}

fn digest_algorithm(hash: Hash) -> ObjectIdentifier {
    match hash {
        Hash::Sha256 => SHA256,
        Hash::Sha384 => SHA384,
    }
}

fn signature_algorithm(key: &Key) -> Vec<u8> {
    match key {
        Key::P256(_) => value(SEQUENCE, &[&object(ECDSA_SHA256)]),
        Key::P384(_) => value(SEQUENCE, &[&object(ECDSA_SHA384)]),
        Key::Rsa(_) => value(SEQUENCE, &[&object(RSA_SHA256), &value(NULL, &[])]),
    }
}
