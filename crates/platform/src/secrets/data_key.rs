use std::fmt;

use secrecy::SecretString;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::Error;
use super::envelope::{Header, KekId, Key, Sealed, seal, unambiguous};

/// The place a sealed value lives in; it opens nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aad<'a> {
    /// Table name.
    pub table: &'a str,
    /// Column name.
    pub column: &'a str,
    /// Tenant; nil for secrets of the platform itself.
    pub tenant: Uuid,
    /// Primary key within the tenant, usually `id.as_bytes()`.
    pub row: &'a [u8],
}

impl Aad<'_> {
    fn bytes(&self) -> Vec<u8> {
        let tenant = self.tenant.as_bytes();
        unambiguous(&[self.table.as_bytes(), self.column.as_bytes(), tenant, self.row])
    }
}

/// A tenant's key: seals and opens his values, wiped when dropped.
pub struct DataKey {
    pub(super) id: Uuid,
    pub(super) kek: KekId,
    pub(super) key: Key,
}

impl DataKey {
    /// Returns the id that every value sealed by this key carries.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// Returns the master key this one is wrapped by; differs from the current one after a rotation.
    #[must_use]
    pub fn wrapped_by(&self) -> KekId {
        self.kek
    }

    /// Seals `plaintext` for one place.
    ///
    /// # Errors
    /// [`Error::NoRandomness`] when no nonce could be made.
    pub fn seal(&self, aad: Aad<'_>, plaintext: &[u8]) -> Result<Vec<u8>, Error> {
        let header = Header { kek: self.kek, dek: self.id };
        seal(&self.key, header, &aad.bytes(), plaintext)
    }

    /// Opens a value of this place.
    ///
    /// # Errors
    /// Tells damaged, foreign and tampered values apart as far as the header allows.
    pub fn open(&self, aad: Aad<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let sealed = Sealed::parse(sealed)?;
        if sealed.header.dek != self.id {
            return Err(Error::OtherDataKey);
        }
        sealed.open(&self.key, &aad.bytes())
    }

    /// Opens a value that is text.
    ///
    /// # Errors
    /// As [`DataKey::open`], and [`Error::NotText`].
    pub fn open_text(&self, aad: Aad<'_>, sealed: &[u8]) -> Result<SecretString, Error> {
        let bytes = self.open(aad, sealed)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Error::NotText)?;
        Ok(SecretString::from(text))
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DataKey").field("id", &self.id).finish_non_exhaustive()
    }
}
