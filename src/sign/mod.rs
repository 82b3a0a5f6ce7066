//! Electronic signatures.
//!
//! Takes a file as `pdf` reads it, a key and a moment, gives the file with one more revision that holds the signature
//! (PAdES B-B). Takes a file and trusted certificates, gives what there is to say of its signatures: `verify`. Knows keys,
//! certificates and what is signed with them; touches neither files nor clock. Must never know an agency, nor what a
//! document says, and never shows or keeps what is secret.

mod certificate;
mod cms;
mod der;
mod identity;
mod key;
mod signing;
mod unlock;
pub mod verify;

pub use identity::{Identity, KeyError, MOST_KEY_BYTES, Passphrase};
pub use signing::{Order, SignError, sign};
