//! Digests and random tokens: thin names over aws-lc.

use aws_lc_rs::{digest, rand};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The operating system gave no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// Returns the SHA-256 of `bytes`.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    copy_32(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// Returns `N` bytes from the operating system's generator.
///
/// # Errors
/// [`NoRandomness`] when the generator refuses.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    rand::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// Returns 256 random bits as 43 characters of base64url.
///
/// # Errors
/// [`NoRandomness`] when the generator refuses.
pub fn random_token() -> Result<String, NoRandomness> {
    Ok(URL_SAFE_NO_PAD.encode(random_bytes::<32>()?))
}

// The algorithm gives 32 bytes; zip keeps the copy free of a panic path.
fn copy_32(from: &[u8]) -> [u8; 32] {
    let mut to = [0; 32];
    to.iter_mut().zip(from).for_each(|(to, from)| *to = *from);
    to
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sha256_matches_the_standard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex::encode(sha256(b"abc")), abc);
    }

    #[test]
    fn tokens_are_long_url_safe_and_different() {
        let (one, two) = (random_token().unwrap(), random_token().unwrap());
        assert_eq!(one.len(), 43);
        assert!(one.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        assert_ne!(one, two);
    }
}
