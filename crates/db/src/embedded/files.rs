//! Files written so that neither a crash nor a hostile account in between can do harm.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use super::{Error, account::Account};

/// Creates a folder only its owner may enter; its parents are made as usual, an existing one stays as it is.
///
/// # Errors
/// What the system said.
pub fn make_private_dir(dir: &Path) -> io::Result<()> {
    if dir.is_dir() {
        return Ok(());
    }
    if let Some(parent) = dir.parent() {
        fs::create_dir_all(parent)?;
    }
    match fs::DirBuilder::new().mode(0o700).create(dir) {
        // another process was quicker
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && dir.is_dir() => Ok(()),
        made => made,
    }
}

/// Writes the file that is to replace another, mode 0600, and names it. It is created exclusively: a link laid in its
/// place is never followed.
///
/// # Errors
/// What the system said.
pub fn write_fresh(path: &Path, text: &str) -> io::Result<PathBuf> {
    let fresh = PathBuf::from(format!("{}.new", path.display()));
    match fs::remove_file(&fresh) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&fresh)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all())?;
    Ok(fresh)
}

/// As [`make_private_dir`], in words.
pub(super) fn private_dir(dir: &Path) -> Result<(), Error> {
    make_private_dir(dir).map_err(Error::io(format!("creating {}", dir.display())))
}

/// Replaces a file as a whole, mode 0600, owned by the account when one is given.
pub(super) fn replace(path: &Path, text: &str, owner: Option<&Account>) -> Result<(), Error> {
    let what = || format!("writing {}", path.display());
    let fresh = write_fresh(path, text).map_err(Error::io(what()))?;
    if let Some(owner) = owner {
        owner.give(&fresh)?;
    }
    fs::rename(&fresh, path).map_err(Error::io(what()))
}

/// Reads a file that may be missing.
pub(super) fn read(path: &Path) -> Result<Option<String>, Error> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io(format!("reading {}", path.display()))(error)),
    }
}

/// Removes a folder that may be missing.
pub(super) fn remove_dir(dir: &Path) -> Result<(), Error> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(Error::io(format!("removing {}", dir.display()))(error))
        }
        _ => Ok(()),
    }
}

/// Opens the lock file of a folder.
pub(super) fn lock_file(path: &Path) -> Result<File, Error> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false).mode(0o600);
    options.open(path).map_err(Error::io(format!("opening {}", path.display())))
}

/// The claim of one process on a data directory; gone with the process, however it ends.
#[derive(Debug)]
pub(super) struct DirLock(#[expect(dead_code, reason = "held, never read: closing the file ends the claim")] File);

impl DirLock {
    /// Claims the directory or names the process that has it.
    pub(super) fn take(dir: &Path) -> Result<Self, Error> {
        let path = dir.join("fulexo.lock");
        let mut file = lock_file(&path)?;
        if let Err(error) = file.try_lock() {
            return Err(match error {
                fs::TryLockError::WouldBlock => {
                    let mut pid = String::new();
                    let read = file.read_to_string(&mut pid).is_ok() && !pid.trim().is_empty();
                    let pid = if read { pid.trim().to_owned() } else { "unknown".to_owned() };
                    Error::InUse { dir: dir.into(), pid }
                }
                fs::TryLockError::Error(error) => Error::io(format!("locking {}", path.display()))(error),
            });
        }
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()))
            .map_err(Error::io(format!("writing {}", path.display())))?;
        Ok(Self(file))
    }
}
