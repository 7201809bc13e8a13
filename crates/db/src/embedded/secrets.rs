//! The three passwords: made once, kept beside the data for this installation only.

use std::{io::ErrorKind, path::Path};

use serde::{Deserialize, Serialize};

use super::{Error, Role, Urls, files};

/// Passwords of the three roles.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Secrets {
    owner: String,
    tenant: String,
    system: String,
}

impl Secrets {
    /// Reads the file, or makes new passwords when it is missing or unreadable: the next start sets them again.
    pub(super) fn load_or_make(path: &Path) -> Result<Self, Error> {
        let text = match files::read(path) {
            // bytes that are no text are damaged as much as any other text
            Err(Error::Io { cause, .. }) if cause.kind() == ErrorKind::InvalidData => None,
            read => read?,
        };
        if let Some(known) = text.and_then(|text| serde_json::from_str(&text).ok()) {
            return Ok(known);
        }
        let made = Self { owner: password(), tenant: password(), system: password() };
        let text =
            serde_json::to_string_pretty(&made).map_err(|error| Error::io("writing the passwords")(error.into()))?;
        files::replace(path, &text, None)?;
        Ok(made)
    }

    /// The addresses of a server whose socket lies in this folder.
    pub(super) fn urls(&self, socket_dir: &Path) -> Urls {
        Urls::new(&socket_dir.display().to_string(), |role| self.password(role))
    }

    pub(super) fn password(&self, role: Role) -> &str {
        match role {
            Role::Owner => &self.owner,
            Role::Tenant => &self.tenant,
            Role::System => &self.system,
        }
    }
}

fn password() -> String {
    hex::encode(rand::random::<[u8; 24]>())
}
