//! Making the cluster's folder.

use std::{fs, path::Path};

use super::{Error, account::Account, binaries::Binaries, files, process, settings::Durability};

/// Reads the major of existing data; none when there is no data yet.
pub(super) fn data_major(pgdata: &Path) -> Result<Option<String>, Error> {
    let file = pgdata.join("PG_VERSION");
    let Some(text) = files::read(&file)? else { return Ok(None) };
    let major = text.trim();
    let is_version = major.starts_with(|c: char| c.is_ascii_digit()) && !major.contains(char::is_whitespace);
    if is_version { Ok(Some(major.to_owned())) } else { Err(Error::NoMajor { file }) }
}

/// Runs `initdb` in a folder beside the final one and renames it, so that half a cluster never stands there.
pub(super) fn create(
    pgdata: &Path,
    binaries: &Binaries,
    account: &Account,
    durability: Durability,
) -> Result<(), Error> {
    let fresh = pgdata.with_extension("init");
    files::remove_dir(&fresh)?;
    files::private_dir(&fresh)?;
    account.give(&fresh)?;
    let mut command = account.command(binaries.program("initdb"), &fresh, Some("KILL"));
    command.arg("-D").arg(account.seen(&fresh));
    command.args(["--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"]);
    command.args(["--auth-local=peer", "--auth-host=reject"]);
    if binaries.major >= 17 {
        // The server's own C.UTF-8: the same order on every machine, whatever its C library.
        command.args(["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]);
    }
    match durability {
        Durability::Full => command.arg("--data-checksums"),
        Durability::None => command.arg("--no-sync"),
    };
    tracing::info!(version = binaries.version, "creating the PostgreSQL data directory");
    process::finish(command, "initdb")?;
    fs::rename(&fresh, pgdata).map_err(Error::io(format!("moving the new cluster to {}", pgdata.display())))
}
