//! Envelope encryption: a master key wraps one data key per tenant, the data key seals values.
//!
//! A sealed value is `version | kek id | dek id | nonce | ciphertext | tag`; the header and the place
//! where the value is kept (table, column, tenant, row) are authenticated, so a value that is copied
//! to another row does not open. No error here may carry plaintext or key material.

mod data_key;
mod envelope;
mod master;
#[cfg(test)]
mod tests;

pub use data_key::{Aad, DataKey};
pub use envelope::KekId;
pub use master::MasterKeys;

use crate::digest::NoRandomness;

/// Why a secret could not be sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// No key was given.
    #[error("the master key is empty")]
    NoMasterKey,
    /// A key is not 64 hexadecimal digits.
    #[error("master key number {position} is not 64 hexadecimal digits")]
    MalformedMasterKey {
        /// Place in the list, counted from 1.
        position: usize,
    },
    /// The value is too short, or of a version this build does not know.
    #[error("the sealed value is damaged or was written by a newer version")]
    Malformed,
    /// The data key was wrapped by a master key that is not here.
    #[error("the data key was wrapped by the master key {0}, which is not configured")]
    UnknownMasterKey(KekId),
    /// The value was sealed with another data key.
    #[error("the value was sealed with another data key")]
    OtherDataKey,
    /// The tag does not match: changed bytes, or a value of another place.
    #[error("the sealed value does not belong here or was changed")]
    NotAuthentic,
    /// The opened bytes are not text.
    #[error("the opened value is not text")]
    NotText,
    /// The operating system's generator refused.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}
