//! Who the server runs as: ourselves, or an unprivileged account when we are root.
//!
//! A data directory may be a 0700 folder of root, which the account could not even walk through. So as root a shell
//! opens PostgreSQL's own folder first, and the server gets it as `/proc/self/fd/9`: an open descriptor needs no
//! rights on the folders above it. (The working directory would be simpler, but PostgreSQL up to 15 leaves it while
//! it looks for its own programs.)

use std::{
    ffi::OsStr,
    fs,
    os::unix::fs::{MetadataExt, chown},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::Error;

const CANDIDATES: [&str; 3] = ["postgres", "fulexo", "nobody"];
const OPEN_THEN_EXEC: &str = r#"exec 9<"$1"; shift; cd /; exec "$@""#;

/// The account of the server process.
#[derive(Clone, Debug)]
pub(super) struct Account {
    uid: u32,
    gid: u32,
    /// The name of the account this process runs as, let in as administrator over the socket.
    pub(super) own_name: String,
    drop: bool,
}

impl Account {
    /// Picks the account: the owner of existing data when root, else the first known one; without root, ourselves.
    pub(super) fn pick(pgdata: &Path) -> Result<Self, Error> {
        let own = rustix::process::geteuid().as_raw();
        let gid = rustix::process::getegid().as_raw();
        let own_name = id(&["-un"])?.ok_or(Error::NoAccount)?;
        let owner = fs::metadata(pgdata).ok().map(|found| (found.uid(), found.gid()));
        if own != 0 {
            return match owner {
                Some((uid, _)) if uid != own => Err(Error::ForeignOwner { dir: pgdata.into(), uid, own }),
                _ => Ok(Self { uid: own, gid, own_name, drop: false }),
            };
        }
        if let Some((uid, gid)) = owner.filter(|(uid, _)| *uid != 0) {
            return Ok(Self { uid, gid, own_name, drop: true });
        }
        for name in CANDIDATES {
            if let (Some(uid), Some(gid)) = (number("-u", name)?, number("-g", name)?) {
                return Ok(Self { uid, gid, own_name, drop: true });
            }
        }
        Err(Error::NoAccount)
    }

    /// The uid of the server process.
    pub(super) fn uid(&self) -> u32 {
        self.uid
    }

    /// Builds a command that runs as the account, is ended with us by `signal`, and finds `dir` at [`Self::seen`].
    pub(super) fn command(&self, program: impl AsRef<OsStr>, dir: &Path, signal: Option<&str>) -> Command {
        let mut command = if self.drop {
            let mut shell = Command::new("sh");
            shell.args(["-c", OPEN_THEN_EXEC, "sh"]).arg(dir).arg("setpriv");
            shell.arg(format!("--reuid={}", self.uid)).arg(format!("--regid={}", self.gid)).arg("--clear-groups");
            shell
        } else {
            Command::new("setpriv")
        };
        command.arg("--no-new-privs");
        if let Some(signal) = signal {
            command.args(["--pdeathsig", signal]);
        }
        command.arg("--").arg(program);
        command.env_clear().env("PATH", "/usr/local/bin:/usr/bin:/bin").env("LC_ALL", "C").env("TZ", "UTC");
        command.stdin(Stdio::null());
        command
    }

    /// The path under which a command of ours sees the folder it was given.
    pub(super) fn seen(&self, dir: &Path) -> PathBuf {
        if self.drop { "/proc/self/fd/9".into() } else { dir.into() }
    }

    /// Gives a file or folder to the account.
    pub(super) fn give(&self, path: &Path) -> Result<(), Error> {
        if !self.drop {
            return Ok(());
        }
        chown(path, Some(self.uid), Some(self.gid))
            .map_err(Error::io(format!("giving {} to the server", path.display())))
    }

    /// Gives a whole tree to the account when root owns its top: a backup that was copied back.
    pub(super) fn adopt(&self, dir: &Path) -> Result<(), Error> {
        let top = fs::metadata(dir).map_err(Error::io(format!("reading {}", dir.display())))?;
        if !self.drop || top.uid() == self.uid {
            return Ok(());
        }
        let owner = format!("{}:{}", self.uid, self.gid);
        let mut command = Command::new("chown");
        command.args(["-R", "-h", &owner]).arg(dir);
        super::process::finish(command, "chown").map(drop)
    }
}

fn number(flag: &str, name: &str) -> Result<Option<u32>, Error> {
    Ok(id(&[flag, name])?.and_then(|text| text.parse().ok()))
}

fn id(args: &[&str]) -> Result<Option<String>, Error> {
    let output = Command::new("id").args(args).output().map_err(Error::io("running id"))?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Ok(Some(text).filter(|text| output.status.success() && !text.is_empty()))
}
