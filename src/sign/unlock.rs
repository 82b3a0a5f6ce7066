//! What a passphrase opens in a PKCS#12 file: encrypted parts, and the code that shows the passphrase is right.

use cbc::Decryptor;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockDecryptMut, KeyIvInit};
use hmac::digest::core_api::BlockSizeUser;
use hmac::digest::{Digest, FixedOutputReset, OutputSizeUser};
use hmac::{Mac, SimpleHmac};
use pkcs5::pbes2::Kdf;
use pkcs12::kdf::{Pkcs12KeyType, derive_key_utf8};
use pkcs12::mac_data::MacData;
use pkcs12::pbe_params::Pkcs12PbeParams;
use sha1::Sha1;
use x509_cert::der::Encode;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::spki::AlgorithmIdentifierOwned;
use zeroize::Zeroizing;

use super::identity::{KeyError, Passphrase};

/// Most rounds a key may be derived with; a file that asks for more would take minutes.
const MOST_ROUNDS: u32 = 10_000_000;
/// Most memory a key may be derived with, as the logarithm of scrypt's cost.
const MOST_COST: u8 = 20;

const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
const SHA1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");

fn rounds(stated: i32) -> Result<i32, KeyError> {
    let is_fair = u32::try_from(stated).is_ok_and(|stated| (1..=MOST_ROUNDS).contains(&stated));
    if is_fair { Ok(stated) } else { Err(KeyError::Limit) }
}

/// Decrypts a part.
pub(super) fn decrypt(
    algorithm: &AlgorithmIdentifierOwned,
    data: &[u8],
    passphrase: &Passphrase,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    if algorithm.oid == PBES2 {
        return decrypt_pbes2(algorithm, data, passphrase);
    }
    let parameters = || {
        let parameters = algorithm.parameters.as_ref().ok_or(KeyError::NotPkcs12)?;
        parameters.decode_as::<Pkcs12PbeParams>().map_err(|_| KeyError::NotPkcs12)
    };
    match algorithm.oid {
        pkcs12::PKCS_12_PBE_WITH_SHAAND3_KEY_TRIPLE_DES_CBC => {
            legacy::<Decryptor<des::TdesEde3>>(&parameters()?, 24, data, passphrase)
        }
        pkcs12::PKCS_12_PBE_WITH_SHAAND2_KEY_TRIPLE_DES_CBC => {
            legacy::<Decryptor<des::TdesEde2>>(&parameters()?, 16, data, passphrase)
        }
        pkcs12::PKCS_12_PBE_WITH_SHAAND128_BIT_RC2_CBC => rc2(&parameters()?, 16, data, passphrase),
        pkcs12::PKCS_12_PBEWITH_SHAAND40_BIT_RC2_CBC => rc2(&parameters()?, 5, data, passphrase),
        other => Err(KeyError::Unsupported(other.to_string())),
    }
}

fn decrypt_pbes2(
    algorithm: &AlgorithmIdentifierOwned,
    data: &[u8],
    passphrase: &Passphrase,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    use x509_cert::der::Decode;
    let bytes = algorithm.to_der().map_err(|_| KeyError::NotPkcs12)?;
    let unsupported = || KeyError::Unsupported("PBES2".to_owned());
    let scheme = pkcs5::EncryptionScheme::from_der(&bytes).map_err(|_| unsupported())?;
    let parameters = scheme.pbes2().ok_or_else(unsupported)?;
    let is_fair = match &parameters.kdf {
        Kdf::Pbkdf2(kdf) => kdf.iteration_count <= MOST_ROUNDS,
        Kdf::Scrypt(kdf) => {
            kdf.cost_parameter <= 1 << MOST_COST && kdf.block_size <= 16 && kdf.parallelization <= 16
        }
        _ => return Err(unsupported()),
    };
    if !is_fair {
        return Err(KeyError::Limit);
    }
    let plain = parameters.decrypt(passphrase.bytes(), data).map_err(|_| KeyError::WrongPassphrase)?;
    Ok(Zeroizing::new(plain))
}

/// Derives what a passphrase stands for, as RFC 7292 describes it.
fn derived<D: Digest + FixedOutputReset + BlockSizeUser>(
    passphrase: &Passphrase,
    salt: &[u8],
    purpose: Pkcs12KeyType,
    stated_rounds: i32,
    length: usize,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let key = derive_key_utf8::<D>(passphrase.text(), salt, purpose, rounds(stated_rounds)?, length);
    key.map(Zeroizing::new).map_err(|_| KeyError::WrongPassphrase)
}

fn legacy<C: KeyIvInit + BlockDecryptMut>(
    parameters: &Pkcs12PbeParams,
    key_length: usize,
    data: &[u8],
    passphrase: &Passphrase,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let derive = |purpose, length| {
        derived::<Sha1>(passphrase, parameters.salt.as_bytes(), purpose, parameters.iterations, length)
    };
    let key = derive(Pkcs12KeyType::EncryptionKey, key_length)?;
    let start = derive(Pkcs12KeyType::Iv, 8)?;
    let cipher = C::new_from_slices(&key, &start).map_err(|_| KeyError::NotPkcs12)?;
    let plain = cipher.decrypt_padded_vec_mut::<Pkcs7>(data).map_err(|_| KeyError::WrongPassphrase)?;
    Ok(Zeroizing::new(plain))
}

/// RC2, whose strength follows from the length of its key.
fn rc2(
    parameters: &Pkcs12PbeParams,
    key_length: usize,
    data: &[u8],
    passphrase: &Passphrase,
) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    use cbc::cipher::{InnerIvInit, KeyInit};
    let derive = |purpose, length| {
        derived::<Sha1>(passphrase, parameters.salt.as_bytes(), purpose, parameters.iterations, length)
    };
    let key = derive(Pkcs12KeyType::EncryptionKey, key_length)?;
    let start = derive(Pkcs12KeyType::Iv, 8)?;
    let cipher = rc2::Rc2::new_from_slice(&key).map_err(|_| KeyError::NotPkcs12)?;
    let cipher = Decryptor::inner_iv_slice_init(cipher, &start).map_err(|_| KeyError::NotPkcs12)?;
    let plain = cipher.decrypt_padded_vec_mut::<Pkcs7>(data).map_err(|_| KeyError::WrongPassphrase)?;
    Ok(Zeroizing::new(plain))
}

/// Checks the code over a file's contents. A kind of code that is not known is passed over: it protects the file, not
/// what is signed.
pub(super) fn check(code: &MacData, contents: &[u8], passphrase: &Passphrase) -> Result<(), KeyError> {
    let is_right = match code.mac.algorithm.oid {
        SHA1 => is_right::<Sha1>(code, contents, passphrase)?,
        SHA256 => is_right::<sha2::Sha256>(code, contents, passphrase)?,
        SHA384 => is_right::<sha2::Sha384>(code, contents, passphrase)?,
        SHA512 => is_right::<sha2::Sha512>(code, contents, passphrase)?,
        _ => true,
    };
    if is_right { Ok(()) } else { Err(KeyError::WrongPassphrase) }
}

fn is_right<D: Digest + FixedOutputReset + BlockSizeUser>(
    code: &MacData,
    contents: &[u8],
    passphrase: &Passphrase,
) -> Result<bool, KeyError> {
    let length = <D as OutputSizeUser>::output_size();
    let key =
        derived::<D>(passphrase, code.mac_salt.as_bytes(), Pkcs12KeyType::Mac, code.iterations, length)?;
    let hmac = <SimpleHmac<D> as Mac>::new_from_slice(&key).map_err(|_| KeyError::NotPkcs12)?;
    Ok(hmac.chain_update(contents).verify_slice(code.mac.digest.as_bytes()).is_ok())
}
