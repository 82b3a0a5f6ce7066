//! Ways of signing: which are known, and whether a signature fits a key.

use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::traits::PublicKeyParts;
use rsa::{BigUint, Pkcs1v15Sign, Pss, RsaPublicKey};
use sha2::{Digest, Sha256, Sha384, Sha512};
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use super::der::{self, INTEGER, NULL, OID, SEQUENCE, Value, part};

/// Least bits of an RSA key. Shorter ones have been broken or soon may be.
const LEAST_RSA_BITS: usize = 2048;
/// Most bits, so that nobody can make checking slow.
const MOST_RSA_BITS: usize = 8192;

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const MGF1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.8");
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");

/// A hash function that is still safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// The hash function of an algorithm identifier. Parameters are absent or null.
    pub(super) fn read(identifier: &Value<'_>) -> Option<Hash> {
        let (name, parameters) = algorithm(identifier)?;
        let is_plain = parameters.is_none_or(|parameters| parameters.tag == NULL);
        let hash = match name.to_string().as_str() {
            "2.16.840.1.101.3.4.2.1" => Hash::Sha256,
            "2.16.840.1.101.3.4.2.2" => Hash::Sha384,
            "2.16.840.1.101.3.4.2.3" => Hash::Sha512,
            _ => return None,
        };
        is_plain.then_some(hash)
    }

    /// The digest of some parts taken as one.
    pub(super) fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        fn digest<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut digest = D::new();
            for part in parts {
                digest.update(part);
            }
            digest.finalize().to_vec()
        }
        match self {
            Hash::Sha256 => digest::<Sha256>(parts),
            Hash::Sha384 => digest::<Sha384>(parts),
            Hash::Sha512 => digest::<Sha512>(parts),
        }
    }
}

/// Name and parameters of an algorithm.
fn algorithm<'a>(identifier: &Value<'a>) -> Option<(ObjectIdentifier, Option<Value<'a>>)> {
    let mut parts = identifier.parts();
    let name = ObjectIdentifier::from_bytes(parts.take(OID)?.content).ok()?;
    let parameters = if parts.end().is_some() { None } else { Some(parts.any()?) };
    parts.end()?;
    Some((name, parameters))
}

/// A way of signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    Rsa(Hash),
    Pss(Hash, usize),
    Ecdsa(Hash),
}

impl Scheme {
    /// Reads an algorithm identifier. `stated` is the hash function that is named beside it, for names that say none.
    pub(super) fn read(identifier: &Value<'_>, stated: Option<Hash>) -> Option<Scheme> {
        let (name, parameters) = algorithm(identifier)?;
        let is_null = parameters.is_none_or(|parameters| parameters.tag == NULL);
        let is_absent = parameters.is_none();
        let (scheme, is_right) = match name.to_string().as_str() {
            "1.2.840.113549.1.1.1" => (Scheme::Rsa(stated?), is_null),
            "1.2.840.113549.1.1.11" => (Scheme::Rsa(Hash::Sha256), is_null),
            "1.2.840.113549.1.1.12" => (Scheme::Rsa(Hash::Sha384), is_null),
            "1.2.840.113549.1.1.13" => (Scheme::Rsa(Hash::Sha512), is_null),
            "1.2.840.10045.4.3.2" => (Scheme::Ecdsa(Hash::Sha256), is_absent),
            "1.2.840.10045.4.3.3" => (Scheme::Ecdsa(Hash::Sha384), is_absent),
            "1.2.840.10045.4.3.4" => (Scheme::Ecdsa(Hash::Sha512), is_absent),
            "1.2.840.113549.1.1.10" => (pss(&parameters?)?, true),
            _ => return None,
        };
        is_right.then_some(scheme)
    }

    /// The hash function it uses.
    pub(super) fn hash(self) -> Hash {
        match self {
            Scheme::Rsa(hash) | Scheme::Pss(hash, _) | Scheme::Ecdsa(hash) => hash,
        }
    }
}

/// Reads the parameters of PSS. What they leave out means SHA-1, which is no longer safe.
fn pss(parameters: &Value<'_>) -> Option<Scheme> {
    let mut parts = parameters.parts();
    let hash = Hash::read(&only_part(parts.take(part(0))?, SEQUENCE)?)?;
    let (mask, inner) = algorithm(&only_part(parts.take(part(1))?, SEQUENCE)?)?;
    let salt = only_part(parts.take(part(2))?, INTEGER)?;
    let trailer_is_usual = match parts.optional(part(3)) {
        Some(trailer) => only_part(trailer, INTEGER)?.content == [1],
        None => true,
    };
    parts.end()?;
    let salt = match salt.content {
        [short] if *short < 0x80 => usize::from(*short),
        [high, low] if *high < 0x80 => usize::from(*high) << 8 | usize::from(*low),
        _ => return None,
    };
    let is_usual = mask == MGF1 && Hash::read(&inner?)? == hash && trailer_is_usual;
    is_usual.then_some(Scheme::Pss(hash, salt))
}

fn only_part(value: Value<'_>, tag: u8) -> Option<Value<'_>> {
    der::only(value.content, tag)
}

/// Why a signature does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// The kind of key, or its length, is not one that is relied on.
    Key,
    /// The signature is not the key's over these bytes.
    Signature,
}

/// Checks a signature over bytes.
pub(super) fn check(
    key: &SubjectPublicKeyInfoOwned,
    scheme: Scheme,
    signed: &[&[u8]],
    signature: &[u8],
) -> Result<(), Misfit> {
    let digest = scheme.hash().of(signed);
    let point = key.subject_public_key.as_bytes().ok_or(Misfit::Key)?;
    match scheme {
        Scheme::Ecdsa(_) => check_ecdsa(key, point, &digest, signature),
        Scheme::Rsa(hash) => {
            let padding = match hash {
                Hash::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
                Hash::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
                Hash::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
            };
            let key = rsa_key(key, scheme)?;
            key.verify(padding, &digest, signature).map_err(|_| Misfit::Signature)
        }
        Scheme::Pss(hash, salt) => {
            let padding = match hash {
                Hash::Sha256 => Pss::new_with_salt::<Sha256>(salt),
                Hash::Sha384 => Pss::new_with_salt::<Sha384>(salt),
                Hash::Sha512 => Pss::new_with_salt::<Sha512>(salt),
            };
            let key = rsa_key(key, scheme)?;
            key.verify(padding, &digest, signature).map_err(|_| Misfit::Signature)
        }
    }
}

fn check_ecdsa(
    key: &SubjectPublicKeyInfoOwned,
    point: &[u8],
    digest: &[u8],
    signature: &[u8],
) -> Result<(), Misfit> {
    if key.algorithm.oid != EC {
        return Err(Misfit::Key);
    }
    let curve =
        key.algorithm.parameters.as_ref().and_then(|curve| curve.decode_as::<ObjectIdentifier>().ok());
    match curve {
        Some(curve) if curve == P256 => {
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| Misfit::Key)?;
            let signature = p256::ecdsa::Signature::from_der(signature).map_err(|_| Misfit::Signature)?;
            key.verify_prehash(digest, &signature).map_err(|_| Misfit::Signature)
        }
        Some(curve) if curve == P384 => {
            let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| Misfit::Key)?;
            let signature = p384::ecdsa::Signature::from_der(signature).map_err(|_| Misfit::Signature)?;
            key.verify_prehash(digest, &signature).map_err(|_| Misfit::Signature)
        }
        _ => Err(Misfit::Key),
    }
}

/// The RSA key of a certificate, if it is neither too short nor too long.
fn rsa_key(key: &SubjectPublicKeyInfoOwned, scheme: Scheme) -> Result<RsaPublicKey, Misfit> {
    let is_for_pss = key.algorithm.oid == RSA_PSS && matches!(scheme, Scheme::Pss(..));
    if key.algorithm.oid != RSA && !is_for_pss {
        return Err(Misfit::Key);
    }
    let numbers = || {
        let mut parts = der::only(key.subject_public_key.as_bytes()?, SEQUENCE)?.parts();
        let modulus = parts.take(INTEGER)?.content;
        let exponent = parts.take(INTEGER)?.content;
        parts.end()?;
        Some((BigUint::from_bytes_be(modulus), BigUint::from_bytes_be(exponent)))
    };
    let (modulus, exponent) = numbers().ok_or(Misfit::Key)?;
    let key = RsaPublicKey::new_with_max_size(modulus, exponent, MOST_RSA_BITS).map_err(|_| Misfit::Key)?;
    if key.n().bits() < LEAST_RSA_BITS { Err(Misfit::Key) } else { Ok(key) }
}
