//! Who signs: a private key with its certificates, read from a PKCS#12 file.

use std::fmt;

use cms::content_info::ContentInfo;
use cms::encrypted_data::EncryptedData;
use pkcs12::cert_type::CertBag;
use pkcs12::pbe_params::EncryptedPrivateKeyInfo;
use pkcs12::pfx::Pfx;
use pkcs12::safe_bag::{SafeBag, SafeContents};
use x509_cert::der::asn1::{ContextSpecific, ObjectIdentifier, OctetString};
use x509_cert::der::{Any, Decode, DecodeOwned, Encode};
use zeroize::Zeroizing;

use super::certificate::Certificate;
use super::key::Key;
use super::unlock;

/// Most bytes a key file may have.
pub const MOST_KEY_BYTES: usize = 1 << 20;
/// How deep bags may lie in each other.
const DEEPEST: usize = 4;
/// Most certificates of a chain.
const LONGEST_CHAIN: usize = 16;

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ENCRYPTED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6");

/// The words that open a key file. Wiped when dropped, and never shown.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes the words over.
    pub fn new(words: String) -> Passphrase {
        Passphrase(Zeroizing::new(words))
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Passphrase")
    }
}

/// Why a key file cannot be used. Says nothing of what is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyError {
    /// It is no PKCS#12 file, or one in a form that is not DER.
    NotPkcs12,
    /// The passphrase does not open it.
    WrongPassphrase,
    /// It uses a kind of key or encryption that is not known here; which one.
    Unsupported(String),
    /// It asks for more work or memory than is fair.
    Limit,
    /// It holds no private key.
    NoKey,
    /// It holds several private keys.
    SeveralKeys,
    /// It holds no certificate of its private key.
    NoCertificate,
}

impl fmt::Display for KeyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            KeyError::NotPkcs12 => write!(out, "not a PKCS#12 file"),
            KeyError::WrongPassphrase => write!(out, "the passphrase is wrong"),
            KeyError::Unsupported(what) => write!(out, "not supported: {what}"),
            KeyError::Limit => write!(out, "opening it would take too long"),
            KeyError::NoKey => write!(out, "there is no private key in it"),
            KeyError::SeveralKeys => write!(out, "there are several private keys in it"),
            KeyError::NoCertificate => write!(out, "there is no certificate of its key in it"),
        }
    }
}

impl std::error::Error for KeyError {}

/// A private key, its certificate, and those that vouch for it.
pub struct Identity {
    pub(super) key: Key,
    pub(super) own: Certificate,
    /// Its issuer, the issuer's issuer, and so on as far as the file has them.
    pub(super) issuers: Vec<Certificate>,
}

impl fmt::Debug for Identity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Identity({})", self.own.name())
    }
}

impl Identity {
    /// Opens a PKCS#12 file.
    pub fn open(file: &[u8], passphrase: &Passphrase) -> Result<Identity, KeyError> {
        if file.len() > MOST_KEY_BYTES {
            return Err(KeyError::Limit);
        }
        let file: Pfx = read(file)?;
        let contents = octets(&file.auth_safe)?;
        if let Some(code) = &file.mac_data {
            unlock::check(code, contents.as_bytes(), passphrase)?;
        }
        let mut found = Found { passphrase, keys: Vec::new(), certificates: Vec::new() };
        for part in read::<Vec<ContentInfo>>(contents.as_bytes())? {
            found.part(&part)?;
        }
        found.into_identity()
    }

    /// The name of who signs, as the certificate has it.
    pub fn name(&self) -> String {
        self.own.name()
    }
}

fn read<T: DecodeOwned>(bytes: &[u8]) -> Result<T, KeyError> {
    T::from_der(bytes).map_err(|_| KeyError::NotPkcs12)
}

/// The octets that plain content holds.
fn octets(content: &ContentInfo) -> Result<OctetString, KeyError> {
    if content.content_type != DATA {
        return Err(KeyError::NotPkcs12);
    }
    content.content.decode_as().map_err(|_| KeyError::NotPkcs12)
}

/// What was found in a file so far.
struct Found<'a> {
    passphrase: &'a Passphrase,
    keys: Vec<Key>,
    certificates: Vec<Certificate>,
}

impl Found<'_> {
    fn part(&mut self, part: &ContentInfo) -> Result<(), KeyError> {
        if part.content_type != ENCRYPTED_DATA {
            return self.bags(octets(part)?.as_bytes(), 0);
        }
        let data: EncryptedData = part.content.decode_as().map_err(|_| KeyError::NotPkcs12)?;
        let about = data.enc_content_info;
        let sealed = about.encrypted_content.ok_or(KeyError::NotPkcs12)?;
        let plain = unlock::decrypt(&about.content_enc_alg, sealed.as_bytes(), self.passphrase)?;
        self.bags(&plain, 0)
    }

    fn bags(&mut self, bytes: &[u8], depth: usize) -> Result<(), KeyError> {
        if depth > DEEPEST {
            return Err(KeyError::Limit);
        }
        for bag in read::<SafeContents>(bytes)? {
            self.bag(&bag, depth)?;
        }
        Ok(())
    }

    fn bag(&mut self, bag: &SafeBag, depth: usize) -> Result<(), KeyError> {
        let value = &bag.bag_value;
        match bag.bag_id {
            pkcs12::PKCS_12_KEY_BAG_OID => {
                let plain = Zeroizing::new(inside::<Any>(value)?.to_der().map_err(|_| KeyError::NotPkcs12)?);
                self.keys.push(Key::read(&plain)?);
            }
            pkcs12::PKCS_12_PKCS8_KEY_BAG_OID => {
                let sealed: EncryptedPrivateKeyInfo = inside(value)?;
                let data = sealed.encrypted_data.as_bytes();
                let plain = unlock::decrypt(&sealed.encryption_algorithm, data, self.passphrase)?;
                self.keys.push(Key::read(&plain)?);
            }
            pkcs12::PKCS_12_CERT_BAG_OID => {
                let bag: CertBag = inside(value)?;
                if bag.cert_id == pkcs12::PKCS_12_X509_CERT_OID {
                    let certificate = Certificate::read(bag.cert_value.as_bytes());
                    self.certificates.push(certificate.ok_or(KeyError::NotPkcs12)?);
                }
            }
            pkcs12::PKCS_12_SAFE_CONTENTS_BAG_OID => {
                let inner = inside::<Any>(value)?.to_der().map_err(|_| KeyError::NotPkcs12)?;
                self.bags(&inner, depth + 1)?;
            }
            // Lists of revoked certificates and other secrets are of no use here.
            _ => {}
        }
        Ok(())
    }

    /// Puts the certificates in order: that of the key, then issuer after issuer.
    fn into_identity(mut self) -> Result<Identity, KeyError> {
        let key = self.keys.pop().ok_or(KeyError::NoKey)?;
        if !self.keys.is_empty() {
            return Err(KeyError::SeveralKeys);
        }
        let mut rest = self.certificates;
        let is_own = |certificate: &Certificate| key.belongs_to(certificate.public_key());
        let own = rest.iter().position(is_own).ok_or(KeyError::NoCertificate)?;
        let own = rest.swap_remove(own);
        let mut issuers: Vec<Certificate> = Vec::new();
        while issuers.len() < LONGEST_CHAIN
            && let last = issuers.last().unwrap_or(&own)
            && let Some(issuer) = rest.iter().position(|other| last.is_issued_by(other))
        {
            issuers.push(rest.swap_remove(issuer));
        }
        Ok(Identity { key, own, issuers })
    }
}

/// What a bag's value holds.
fn inside<T>(value: &[u8]) -> Result<T, KeyError>
where
    T: for<'a> Decode<'a> + x509_cert::der::Tagged,
{
    ContextSpecific::<T>::from_der(value).map(|inside| inside.value).map_err(|_| KeyError::NotPkcs12)
}
