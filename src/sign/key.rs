//! Private keys, and what is signed with them.

use std::fmt;

use p256::pkcs8::PrivateKeyInfo;
use rsa::pkcs1::DecodeRsaPublicKey;
use rsa::rand_core::OsRng;
use rsa::signature::{Keypair, RandomizedSigner, SignatureEncoding, Signer};
use rsa::traits::PublicKeyParts;
use rsa::{RsaPrivateKey, RsaPublicKey};
use sha2::{Digest, Sha256, Sha384};
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::spki::SubjectPublicKeyInfoOwned;

use super::identity::KeyError;

const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
/// Sizes of RSA keys in bits: below it is unsafe, beyond it nothing is gained.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;

/// A private key. All kinds are wiped when they are dropped.
pub(super) enum Key {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    Rsa(Box<rsa::pkcs1v15::SigningKey<Sha256>>),
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key")
    }
}

/// The hash that goes with a kind of key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
}

impl Hash {
    /// The hash of parts in a row.
    pub(super) fn of(self, parts: &[&[u8]]) -> Vec<u8> {
        fn hash<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            parts.iter().fold(D::new(), |hash, part| hash.chain_update(part)).finalize().to_vec()
        }
        match self {
            Hash::Sha256 => hash::<Sha256>(parts),
            Hash::Sha384 => hash::<Sha384>(parts),
        }
    }
}

impl Key {
    /// Reads a key in PKCS#8.
    pub(super) fn read(bytes: &[u8]) -> Result<Key, KeyError> {
        let unreadable = || KeyError::Unsupported("PKCS#8".to_owned());
        let info = PrivateKeyInfo::try_from(bytes).map_err(|_| unreadable())?;
        let curve = info.algorithm.parameters_oid().ok();
        match (info.algorithm.oid, curve) {
            (EC, Some(P256)) => {
                let key = p256::SecretKey::try_from(info).map_err(|_| unreadable())?;
                Ok(Key::P256(key.into()))
            }
            (EC, Some(P384)) => {
                let key = p384::SecretKey::try_from(info).map_err(|_| unreadable())?;
                Ok(Key::P384(key.into()))
            }
            (EC, curve) => {
                let curve = curve.map_or_else(|| "?".to_owned(), |curve| curve.to_string());
                Err(KeyError::Unsupported(format!("ECDSA {curve}")))
            }
            (RSA, _) => {
                let key = RsaPrivateKey::try_from(info).map_err(|_| unreadable())?;
                let bits = key.n().bits();
                if !RSA_BITS.contains(&bits) {
                    return Err(KeyError::Unsupported(format!("RSA {bits}")));
                }
                Ok(Key::Rsa(Box::new(rsa::pkcs1v15::SigningKey::new(key))))
            }
            (other, _) => Err(KeyError::Unsupported(other.to_string())),
        }
    }

    /// Says whether a public key belongs to this key.
    pub(super) fn belongs_to(&self, public: &SubjectPublicKeyInfoOwned) -> bool {
        let Some(bits) = public.subject_public_key.as_bytes() else { return false };
        match self {
            Key::P256(key) => p256::ecdsa::VerifyingKey::from_sec1_bytes(bits)
                .is_ok_and(|other| other == *key.verifying_key()),
            Key::P384(key) => p384::ecdsa::VerifyingKey::from_sec1_bytes(bits)
                .is_ok_and(|other| other == *key.verifying_key()),
            Key::Rsa(key) => {
                let own: RsaPublicKey = key.verifying_key().into();
                RsaPublicKey::from_pkcs1_der(bits).is_ok_and(|other| other == own)
            }
        }
    }

    /// The hash its signatures are made with.
    pub(super) fn hash(&self) -> Hash {
        match self {
            Key::P256(_) | Key::Rsa(_) => Hash::Sha256,
            Key::P384(_) => Hash::Sha384,
        }
    }

    /// Signs a message. The same message gives the same signature; chance only hides how long it takes.
    pub(super) fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        Some(match self {
            Key::P256(key) => {
                let signature: p256::ecdsa::DerSignature = key.try_sign(message).ok()?;
                signature.as_bytes().to_vec()
            }
            Key::P384(key) => {
                let signature: p384::ecdsa::DerSignature = key.try_sign(message).ok()?;
                signature.as_bytes().to_vec()
            }
            Key::Rsa(key) => key.try_sign_with_rng(&mut OsRng, message).ok()?.to_vec(),
        })
    }
}
