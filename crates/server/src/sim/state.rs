//! What the next run of the same store needs to know.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use fulexo_woo_sim::{Identity, SavedWebhook, SimHandle};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::data_dir;

/// The file of `--state`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct State {
    /// Where the base data end and the shoppers begin.
    pub epoch: Option<Timestamp>,
    pub webhooks: Vec<SavedWebhook>,
    certificate: String,
    key: String,
    #[serde(skip)]
    path: PathBuf,
}

impl State {
    /// Reads the file; a missing one is a first run.
    pub fn open(path: &Path) -> Result<Self> {
        let state: Option<Self> = data_dir::recall(path);
        if state.is_none() && path.exists() {
            anyhow::bail!("{} is no state of a simulated store; name another file or delete it", path.display());
        }
        Ok(Self { path: path.to_owned(), ..state.unwrap_or_default() })
    }

    /// Returns the certificate of the earlier run.
    pub fn identity(&self) -> Option<Identity> {
        let (certificate_der, key_der) = (hex::decode(&self.certificate).ok()?, hex::decode(&self.key).ok()?);
        (!key_der.is_empty()).then_some(Identity { certificate_der, key_der })
    }

    /// Writes down what the running store needs next time.
    pub fn keep(&mut self, store: &SimHandle) -> Result<()> {
        self.epoch = Some(store.epoch());
        self.webhooks = store.webhooks();
        self.certificate = hex::encode(&store.identity().certificate_der);
        self.key = hex::encode(&store.identity().key_der);
        data_dir::remember(&self.path, self).with_context(|| format!("remembering in {}", self.path.display()))
    }
}
