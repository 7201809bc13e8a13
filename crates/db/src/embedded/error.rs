//! What can go wrong around the embedded server, each as a sentence for the person who started it.

use std::{io, path::PathBuf};

use super::binaries::SUPPORTED;

/// A refusal or failure of the embedded PostgreSQL.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No usable server program was found.
    #[error(
        "no PostgreSQL server programs (major {} to {}) were found; looked in: {looked}. \
         Install them (Debian: `apt-get install postgresql`) or set FULEXO_PG_BIN to their folder",
        SUPPORTED.start(), SUPPORTED.end()
    )]
    NoBinaries {
        /// The folders that were tried, with what was wrong there.
        looked: String,
    },
    /// The data belongs to a major whose programs are not installed.
    #[error(
        "the data in {} was written by PostgreSQL {data}, but only {found} can be run here. \
         Install PostgreSQL {data} to go on with it, or have both installed and run `fulexo db upgrade`", dir.display()
    )]
    OtherMajor {
        /// The PostgreSQL folder.
        dir: PathBuf,
        /// The major of the data.
        data: String,
        /// The majors that are installed, in words.
        found: String,
    },
    /// Another process uses the data directory.
    #[error("another fulexo (process {pid}) uses the data directory {}; stop it, or choose another FULEXO_DATA_DIR", dir.display())]
    InUse {
        /// The data directory.
        dir: PathBuf,
        /// The holder's process id as it wrote it down.
        pid: String,
    },
    /// The data directory is not ours.
    #[error("{} belongs to the account with uid {uid}, and this is uid {own}: start fulexo as the account it was created by", dir.display())]
    ForeignOwner {
        /// The folder.
        dir: PathBuf,
        /// Its owner.
        uid: u32,
        /// Ourselves.
        own: u32,
    },
    /// There is no account to run the server as.
    #[error("PostgreSQL refuses to run as root and none of the accounts postgres, fulexo, nobody exists; create one")]
    NoAccount,
    /// The kernel or a file system refused.
    #[error("{what}: {cause}")]
    Io {
        /// What was tried.
        what: String,
        /// The cause; not a `source`, which would be told a second time.
        cause: io::Error,
    },
    /// The data does not say which PostgreSQL wrote it.
    #[error("{} names no version of PostgreSQL, so the file is damaged: put your copy of the data directory back", file.display())]
    NoMajor {
        /// The file.
        file: PathBuf,
    },
    /// A program of PostgreSQL failed.
    #[error("{program} failed: {output}")]
    Program {
        /// Its name.
        program: String,
        /// What it said last.
        output: String,
    },
    /// The server did not come up.
    #[error("PostgreSQL did not start: {reason}. Its log is {}", log.display())]
    Start {
        /// Its last words.
        reason: String,
        /// Where the whole log lies.
        log: PathBuf,
    },
    /// SQL as the administrator failed.
    #[error("preparing roles and database failed: {0}")]
    Sql(#[from] tokio_postgres::Error),
    /// `db upgrade` has nothing to do or cannot do it.
    #[error("{0}")]
    Upgrade(String),
}

impl Error {
    /// Wraps an I/O error with what was tried.
    pub(super) fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |cause| Self::Io { what, cause }
    }
}
