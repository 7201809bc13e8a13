//! bcrypt over SHA-256: no password is too long, and not more are hashed side by side than there are cores.

use std::sync::Arc;
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fulexo_platform::digest::{random_token, sha256};
use tokio::sync::{OnceCell, Semaphore};

use crate::Error;

/// Hashes and compares passwords.
pub(crate) struct Passwords {
    cost: u32,
    cores: Arc<Semaphore>,
    /// What the password of somebody unknown is compared with, so that the answer takes as long.
    nobody: OnceCell<String>,
}

impl Passwords {
    pub(crate) fn new(cost: u32) -> Self {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        Self { cost, cores: Arc::new(Semaphore::new(cores)), nobody: OnceCell::new() }
    }

    /// The hash to store.
    pub(crate) async fn hash(&self, password: &str) -> Result<String, Error> {
        let (digest, cost) = (digest(password), self.cost);
        self.on_a_core(move || bcrypt::hash(digest, cost)).await
    }

    /// Tells whether a password is the one of a hash; never of none.
    pub(crate) async fn verify(&self, password: &str, hash: Option<String>) -> Result<bool, Error> {
        let nobody = self.nobody.get_or_try_init(|| async { self.hash(&random_token()?).await }).await?;
        let known = hash.is_some();
        let (digest, hash) = (digest(password), hash.unwrap_or_else(|| nobody.clone()));
        Ok(self.on_a_core(move || bcrypt::verify(digest, &hash)).await? && known)
    }

    async fn on_a_core<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, bcrypt::BcryptError> + Send + 'static,
    ) -> Result<T, Error> {
        let broken = |what: &str| Error::Internal(format!("a password could not be hashed: {what}"));
        let core = Arc::clone(&self.cores).acquire_owned().await.map_err(|e| broken(&e.to_string()))?;
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            // held by the work, not by the caller: a caller who has gone does not make room for more
            drop(core);
            result
        });
        done.await.map_err(|e| broken(&e.to_string()))?.map_err(|e| broken(&e.to_string()))
    }
}

/// bcrypt reads 72 bytes and stops at a zero: the digest has 44 characters and none.
fn digest(password: &str) -> String {
    STANDARD.encode(sha256(password.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn long_and_odd_passwords_are_told_apart() {
        let passwords = Passwords::new(4);
        let long = "ü".repeat(200);
        let hash = passwords.hash(&long).await.unwrap();
        assert!(passwords.verify(&long, Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify(&format!("{long}!"), Some(hash)).await.unwrap());
        let zero = passwords.hash("a\0b").await.unwrap();
        assert!(!passwords.verify("a\0c", Some(zero)).await.unwrap());
    }

    #[tokio::test]
    async fn nobody_has_a_password() {
        let passwords = Passwords::new(4);
        assert!(!passwords.verify("", None).await.unwrap());
    }
}
