//! The bytes of a sealed value and the cipher under them.

use std::fmt;

use aws_lc_rs::aead;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::Error;
use crate::digest::{random_bytes, sha256};

const VERSION: u8 = 1;
const NONCE: usize = 12;

/// A 256-bit key that is wiped when dropped.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// Names a master key: the first four bytes of a digest of the key, so that it needs no settings.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct KekId([u8; 4]);

impl KekId {
    pub(super) fn of(key: &[u8; 32]) -> Self {
        let mut named = Zeroizing::new(b"fulexo master key id".to_vec());
        named.extend_from_slice(key);
        let [a, b, c, d, ..] = sha256(&named);
        Self([a, b, c, d])
    }
}

impl fmt::Display for KekId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for KekId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KekId({self})")
    }
}

/// Which keys a value needs.
#[derive(Clone, Copy)]
pub(super) struct Header {
    pub kek: KekId,
    pub dek: Uuid,
}

impl Header {
    fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(33);
        bytes.push(VERSION);
        bytes.extend_from_slice(&self.kek.0);
        bytes.extend_from_slice(self.dek.as_bytes());
        bytes
    }
}

/// A sealed value taken apart, not yet opened.
pub(super) struct Sealed<'a> {
    pub header: Header,
    nonce: [u8; NONCE],
    body: &'a [u8],
}

impl<'a> Sealed<'a> {
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Error> {
        let (&version, rest) = bytes.split_first().ok_or(Error::Malformed)?;
        if version != VERSION {
            return Err(Error::Malformed);
        }
        let (kek, rest) = rest.split_first_chunk().ok_or(Error::Malformed)?;
        let (dek, rest) = rest.split_first_chunk().ok_or(Error::Malformed)?;
        let (nonce, body) = rest.split_first_chunk().ok_or(Error::Malformed)?;
        let header = Header { kek: KekId(*kek), dek: Uuid::from_bytes(*dek) };
        Ok(Self { header, nonce: *nonce, body })
    }

    pub fn open(&self, key: &Key, place: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let mut buffer = Zeroizing::new(self.body.to_vec());
        let nonce = aead::Nonce::assume_unique_for_key(self.nonce);
        let length = cipher(key)?
            .open_in_place(nonce, associated(self.header, place), &mut buffer)
            .map_err(|_| Error::NotAuthentic)?
            .len();
        buffer.truncate(length);
        Ok(buffer)
    }
}

/// Seals `plaintext` under `key`, bound to `place`, with a fresh random nonce.
pub(super) fn seal(key: &Key, header: Header, place: &[u8], plaintext: &[u8]) -> Result<Vec<u8>, Error> {
    let nonce = random_bytes::<NONCE>()?;
    let mut body = Zeroizing::new(Vec::with_capacity(plaintext.len() + 16));
    body.extend_from_slice(plaintext);
    let tag = cipher(key)?
        .seal_in_place_separate_tag(aead::Nonce::assume_unique_for_key(nonce), associated(header, place), &mut body)
        .map_err(|_| Error::Malformed)?;
    let mut sealed = header.bytes();
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&body);
    sealed.extend_from_slice(tag.as_ref());
    Ok(sealed)
}

/// Joins parts so that no two lists of parts give the same bytes: each is preceded by its length.
pub(super) fn unambiguous(parts: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        // usize is at most 64 bits wide everywhere Rust runs today; saturating keeps it total.
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(part);
    }
    bytes
}

fn associated(header: Header, place: &[u8]) -> aead::Aad<Vec<u8>> {
    aead::Aad::from(unambiguous(&[&header.bytes(), place]))
}

fn cipher(key: &Key) -> Result<aead::LessSafeKey, Error> {
    let key = aead::UnboundKey::new(&aead::AES_256_GCM, key.as_ref());
    Ok(aead::LessSafeKey::new(key.map_err(|_| Error::Malformed)?))
}
