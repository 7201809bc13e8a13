use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::envelope::{Header, KekId, Key, Sealed, seal, unambiguous};
use super::{DataKey, Error};
use crate::digest::random_bytes;

/// The installation's keys: the first wraps, all unwrap.
pub struct MasterKeys {
    current: (KekId, Key),
    older: Vec<(KekId, Key)>,
}

impl MasterKeys {
    /// Parses keys of 64 hexadecimal digits separated by commas or white space, the current one first.
    ///
    /// # Errors
    /// [`Error::NoMasterKey`] or [`Error::MalformedMasterKey`]; the text itself is never repeated.
    pub fn from_hex(text: &SecretString) -> Result<Self, Error> {
        let mut keys = text
            .expose_secret()
            .split(|c: char| c == ',' || c.is_whitespace())
            .filter(|part| !part.is_empty())
            .enumerate()
            .map(|(index, part)| parse(part, index + 1));
        let current = keys.next().ok_or(Error::NoMasterKey)??;
        let older = keys.collect::<Result<_, _>>()?;
        Ok(Self { current, older })
    }

    /// Makes one new key and returns it with its 64 hexadecimal digits, to be kept in a file.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn generate() -> Result<(Self, SecretString), Error> {
        let key: Key = Zeroizing::new(random_bytes()?);
        let text = SecretString::from(hex::encode(key.as_ref()));
        let keys = Self { current: (KekId::of(&key), key), older: Vec::new() };
        Ok((keys, text))
    }

    /// Returns the id of the key that wraps new data keys.
    #[must_use]
    pub fn current(&self) -> KekId {
        self.current.0
    }

    /// Makes a data key with this id; keep it only wrapped.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn new_data_key(&self, id: Uuid) -> Result<DataKey, Error> {
        Ok(DataKey { id, kek: self.current.0, key: Zeroizing::new(random_bytes()?) })
    }

    /// Wraps a tenant's data key under the current master key, so also re-wraps after a rotation.
    ///
    /// # Errors
    /// [`Error::NoRandomness`].
    pub fn wrap_data_key(&self, tenant: Uuid, key: &DataKey) -> Result<Vec<u8>, Error> {
        let header = Header { kek: self.current.0, dek: key.id };
        seal(&self.current.1, header, &place(tenant), key.key.as_ref())
    }

    /// Unwraps a tenant's data key with whichever master key wrapped it.
    ///
    /// # Errors
    /// [`Error::UnknownMasterKey`] when that key is not here; [`Error::NotAuthentic`] for another tenant's.
    pub fn unwrap_data_key(&self, tenant: Uuid, wrapped: &[u8]) -> Result<DataKey, Error> {
        let sealed = Sealed::parse(wrapped)?;
        let Header { kek, dek } = sealed.header;
        let master = self.find(kek).ok_or(Error::UnknownMasterKey(kek))?;
        let opened = sealed.open(master, &place(tenant))?;
        let bytes: &[u8; 32] = opened.as_slice().try_into().map_err(|_| Error::Malformed)?;
        Ok(DataKey { id: dek, kek, key: Zeroizing::new(*bytes) })
    }

    fn find(&self, id: KekId) -> Option<&Key> {
        std::iter::once(&self.current).chain(&self.older).find_map(|(known, key)| (*known == id).then_some(key))
    }
}

impl fmt::Debug for MasterKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MasterKeys").field("current", &self.current.0).finish_non_exhaustive()
    }
}

fn parse(text: &str, position: usize) -> Result<(KekId, Key), Error> {
    let mut key: Key = Zeroizing::new([0; 32]);
    hex::decode_to_slice(text, key.as_mut()).map_err(|_| Error::MalformedMasterKey { position })?;
    Ok((KekId::of(&key), key))
}

fn place(tenant: Uuid) -> Vec<u8> {
    unambiguous(&[b"data key", tenant.as_bytes()])
}
