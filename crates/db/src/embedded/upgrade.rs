//! `fulexo db upgrade`: dump with the programs of the old major, restore with those of the new, keep the old cluster aside.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use tokio_postgres::NoTls;

use super::{
    Error, Options, Urls,
    account::Account,
    binaries::Binaries,
    cluster::{blocking, lay_out, wait_until_ready},
    files::{self, DirLock},
    init, process,
    roles::{self, DATABASE},
    secrets::Secrets,
    supervisor::{Server, Supervisor},
};

/// What an upgrade did.
#[derive(Clone, Debug)]
pub struct Upgrade {
    /// The version the data came from.
    pub from: String,
    /// The version it is in now.
    pub to: String,
    /// The old cluster, to be removed when all is well.
    pub kept: PathBuf,
}

/// Moves the data to the newest installed major; the old folder is touched only by the last two renames.
pub async fn upgrade(options: Options) -> Result<Upgrade, Error> {
    let plan = blocking(move || Plan::make(options)).await?;
    let dump = plan.options.data_dir.join("upgrade.dump");
    let old = plan.lay_out(&plan.options.pgdata(), &plan.old)?;
    running(old, |_, socket| plan.dump(socket, dump.clone())).await?;
    let fresh = unfinished(&plan.options.pgdata());
    files::remove_dir(&fresh)?;
    let new = plan.lay_out(&fresh, &plan.new)?;
    plan.keep_custom_settings(&fresh)?;
    running(new, |urls, socket| plan.restore(urls, socket, dump.clone())).await?;
    let kept = plan.swap(&fresh)?;
    fs::remove_file(&dump).map_err(Error::io(format!("removing {}", dump.display())))?;
    Ok(Upgrade { from: plan.old.version, to: plan.new.version, kept })
}

/// Finishes an upgrade that was interrupted between its two renames: the new cluster was complete by then.
pub(super) fn settle(pgdata: &Path) -> Result<(), Error> {
    let fresh = unfinished(pgdata);
    if pgdata.exists() || init::data_major(&fresh)?.is_none() {
        return Ok(());
    }
    fs::rename(&fresh, pgdata).map_err(Error::io(format!("moving the upgraded cluster to {}", pgdata.display())))
}

fn unfinished(pgdata: &Path) -> PathBuf {
    pgdata.with_extension("upgraded")
}

struct Plan {
    options: Options,
    account: Account,
    secrets: Secrets,
    old: Binaries,
    new: Binaries,
    _lock: DirLock,
}

impl Plan {
    fn make(options: Options) -> Result<Self, Error> {
        let pgdata = options.pgdata();
        let lock = DirLock::take(&options.data_dir)?;
        settle(&pgdata)?;
        let Some(data) = init::data_major(&pgdata)? else {
            return Err(Error::Upgrade(format!("there is no data to upgrade in {}", pgdata.display())));
        };
        let account = Account::pick(&pgdata)?;
        let found = options.find(&account);
        let old = found.usable.iter().find(|binaries| binaries.major.to_string() == data).cloned();
        let old = old.ok_or_else(|| {
            Error::Upgrade(format!("the data is of PostgreSQL {data}: install its programs too (Debian: postgresql-{data}), then run this again"))
        })?;
        let new = found
            .usable
            .into_iter()
            .filter(|binaries| binaries.major > old.major)
            .max_by_key(|binaries| binaries.major);
        let new = new.ok_or_else(|| {
            Error::Upgrade(format!(
                "the data is of PostgreSQL {data} and no newer one is installed: install one, then run this again"
            ))
        })?;
        let secrets = Secrets::load_or_make(&options.secrets())?;
        Ok(Self { options, account, secrets, old, new, _lock: lock })
    }

    fn lay_out(&self, pgdata: &Path, binaries: &Binaries) -> Result<(Server, Secrets), Error> {
        let server = lay_out(&self.options, pgdata, self.account.clone(), binaries.clone())?;
        Ok((server, self.secrets.clone()))
    }

    fn keep_custom_settings(&self, fresh: &Path) -> Result<(), Error> {
        match files::read(&self.options.pgdata().join("custom.conf"))? {
            Some(text) => files::replace(&fresh.join("custom.conf"), &text, Some(&self.account)),
            None => Ok(()),
        }
    }

    async fn dump(&self, socket: PathBuf, dump: PathBuf) -> Result<(), Error> {
        // The old major's own: each knows what its minor release keeps in the catalogues, and newer majors read its dumps.
        // 15.20's keeps a `pg_attver` among a column's options that a `pg_dump` before November 2026 takes for a setting.
        let mut command = client(&self.old, "pg_dump", &socket);
        command.args(["--format=custom", "--dbname", DATABASE, "--file"]).arg(dump);
        blocking(move || process::finish(command, "pg_dump").map(drop)).await
    }

    async fn restore(&self, urls: Urls, socket: PathBuf, dump: PathBuf) -> Result<(), Error> {
        roles::ensure(&urls, &self.secrets).await?;
        let mut command = client(&self.new, "pg_restore", &socket);
        command.args(["--exit-on-error", "--dbname", DATABASE]).arg(dump);
        blocking(move || process::finish(command, "pg_restore").map(drop)).await?;
        let (client, connection) = tokio_postgres::connect(&urls.with_database(DATABASE).superuser, NoTls).await?;
        let (analysed, _) = tokio::join!(async move { client.batch_execute("analyze").await }, connection);
        Ok(analysed?)
    }

    fn swap(&self, fresh: &Path) -> Result<PathBuf, Error> {
        let pgdata = self.options.pgdata();
        let kept = (0_u32..)
            .map(|number| match number {
                0 => pgdata.with_extension(self.old.major.to_string()),
                _ => pgdata.with_extension(format!("{}-{number}", self.old.major)),
            })
            .find(|path| !path.exists());
        let kept = kept.ok_or_else(|| Error::Upgrade("no free name for the old cluster".into()))?;
        fs::rename(&pgdata, &kept).map_err(Error::io(format!("moving the old cluster to {}", kept.display())))?;
        fs::rename(fresh, &pgdata).map_err(Error::io(format!("moving the new cluster to {}", pgdata.display())))?;
        Ok(kept)
    }
}

/// A client program as ourselves: the socket lets us in as administrator.
fn client(binaries: &Binaries, program: &str, socket: &Path) -> Command {
    let mut command = Command::new(binaries.program(program));
    command.env_clear().env("LC_ALL", "C").arg("--host").arg(socket).args(["--username=postgres", "--no-password"]);
    command
}

/// Runs a server for the time of some work.
async fn running<F>((server, secrets): (Server, Secrets), work: impl FnOnce(Urls, PathBuf) -> F) -> Result<(), Error>
where
    F: Future<Output = Result<(), Error>>,
{
    let (socket, log) = (server.socket_dir.clone(), server.log.clone());
    let urls = secrets.urls(&socket);
    let mut supervisor = Supervisor::start(server)?;
    let done = match wait_until_ready(supervisor.state(), &log).await {
        Ok(()) => work(urls, socket).await,
        Err(error) => Err(error),
    };
    blocking(move || {
        supervisor.stop();
        Ok(())
    })
    .await?;
    done
}
