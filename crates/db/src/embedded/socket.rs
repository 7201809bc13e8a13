//! The folder of the server's socket: short (a socket's path ends at 107 bytes), private, the same at every start.

use std::{
    fs,
    os::unix::fs::{DirBuilderExt, MetadataExt},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{Error, account::Account};

/// `/.s.PGSQL.5432.lock` and the closing zero byte must still fit.
const LONGEST: usize = 107 - 20;

/// Makes the folder for this data directory and gives its path.
pub(super) fn folder(data_dir: &Path, runtime_dir: Option<&Path>, account: &Account) -> Result<PathBuf, Error> {
    let digest = Sha256::digest(data_dir.as_os_str().as_encoded_bytes());
    let name = format!("fulexo-{}", hex::encode(digest.iter().take(5).copied().collect::<Vec<_>>()));
    let wanted =
        runtime_dir.map(Path::to_path_buf).or_else(|| rustix::process::geteuid().is_root().then(|| "/run".into()));
    let mut last = None;
    for parent in wanted.into_iter().chain([PathBuf::from("/tmp")]) {
        // In /tmp someone else may have taken the name: then another one, not his folder.
        for name in [name.clone(), format!("{name}-{}", hex::encode(rand::random::<[u8; 4]>()))] {
            let dir = parent.join(name);
            if dir.as_os_str().len() > LONGEST {
                continue;
            }
            match claim(&dir, account) {
                Ok(true) => return Ok(dir),
                Ok(false) => {}
                Err(error) => last = Some(error),
            }
        }
    }
    Err(last.unwrap_or_else(|| {
        let cause = std::io::Error::other("every name for it is taken by others");
        Error::io("making a folder for the database socket")(cause)
    }))
}

/// Creates the folder, or accepts one that only the server's account can enter.
fn claim(dir: &Path, account: &Account) -> Result<bool, Error> {
    let what = || format!("making the socket folder {}", dir.display());
    match fs::DirBuilder::new().mode(0o700).create(dir) {
        Ok(()) => account.give(dir).map(|()| true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let found = fs::symlink_metadata(dir).map_err(Error::io(what()))?;
            Ok(found.is_dir() && found.uid() == account.uid() && found.mode() & 0o777 == 0o700)
        }
        Err(error) => Err(Error::io(what())(error)),
    }
}
