//! One embedded server: from options to addresses, and back to a stopped, checkpointed folder.

use std::path::{Path, PathBuf};

use tokio::{sync::watch, task};

use super::{
    Error, State, Urls,
    account::Account,
    binaries::{self, Found},
    files::{self, DirLock},
    init, process, roles,
    secrets::Secrets,
    settings::{self, Durability},
    socket,
    supervisor::{Server, Supervisor},
    upgrade,
};

/// Where the data lies and where the programs may be.
#[derive(Clone, Debug)]
pub struct Options {
    /// Fulexo's data directory; the server gets the folder `postgres` in it.
    pub data_dir: PathBuf,
    /// `FULEXO_PG_BIN`: use these programs and no others.
    pub bin_dir: Option<PathBuf>,
    /// Folders that hold `<version>/bin`, unpacked by the install script.
    pub unpacked: Vec<PathBuf>,
    /// `PATH`, the last place to look.
    pub path: Option<String>,
    /// A short-lived private folder of this user (`XDG_RUNTIME_DIR`), if there is one.
    pub runtime_dir: Option<PathBuf>,
    /// The server's connection limit.
    pub max_connections: u16,
    /// For tests: nothing is written through to the disk, so a crash of the machine may cost everything.
    pub forgetful: bool,
}

impl Options {
    /// Options for a data directory, looking for the programs in the usual places.
    #[must_use]
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            bin_dir: None,
            unpacked: Vec::new(),
            path: None,
            runtime_dir: None,
            max_connections: 100,
            forgetful: false,
        }
    }

    fn durability(&self) -> Durability {
        if self.forgetful { Durability::None } else { Durability::Full }
    }

    pub(super) fn pgdata(&self) -> PathBuf {
        self.data_dir.join("postgres")
    }

    pub(super) fn secrets(&self) -> PathBuf {
        self.data_dir.join("postgres-passwords.json")
    }

    pub(super) fn find(&self, account: &Account) -> Found {
        binaries::find(self.bin_dir.as_deref(), &self.unpacked, self.path.as_deref(), account)
    }
}

/// A supervised server with roles and database in place.
#[derive(Debug)]
pub struct Cluster {
    urls: Urls,
    version: String,
    // Before the lock: the server must be gone when the directory becomes free.
    supervisor: Supervisor,
    _lock: DirLock,
}

impl Cluster {
    /// Finds the programs, creates the data when there is none, starts the server, and sets up roles and database.
    pub async fn start(options: Options) -> Result<Self, Error> {
        let (lock, server, secrets) = blocking(move || prepare(&options)).await?;
        Self::run(lock, server, secrets).await
    }

    /// Starts a prepared server.
    pub(super) async fn run(lock: DirLock, server: Server, secrets: Secrets) -> Result<Self, Error> {
        let urls = secrets.urls(&server.socket_dir);
        let (version, log) = (server.binaries.version.clone(), server.log.clone());
        let supervisor = Supervisor::start(server)?;
        wait_until_ready(supervisor.state(), &log).await?;
        roles::ensure(&urls, &secrets).await?;
        tracing::info!(version, "PostgreSQL is ready");
        Ok(Self { urls, version, supervisor, _lock: lock })
    }

    /// The addresses of the three roles.
    #[must_use]
    pub fn urls(&self) -> &Urls {
        &self.urls
    }

    /// The server's version, such as `15.18`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What the server is doing, now and from now on.
    #[must_use]
    pub fn state(&self) -> watch::Receiver<State> {
        self.supervisor.state()
    }

    /// Stops the server with a checkpoint and gives the directory free.
    pub async fn stop(mut self) -> Result<(), Error> {
        blocking(move || {
            self.supervisor.stop();
            Ok(())
        })
        .await
    }
}

/// Claims the directory and brings everything up to the point where the server can be started.
fn prepare(options: &Options) -> Result<(DirLock, Server, Secrets), Error> {
    files::private_dir(&options.data_dir)?;
    let lock = DirLock::take(&options.data_dir)?;
    let pgdata = options.pgdata();
    upgrade::settle(&pgdata)?;
    let account = Account::pick(&pgdata)?;
    let data = init::data_major(&pgdata)?;
    let binaries = binaries::choose(&options.find(&account), data.as_deref(), &pgdata)?;
    let server = lay_out(options, &pgdata, account, binaries)?;
    let secrets = Secrets::load_or_make(&options.secrets())?;
    Ok((lock, server, secrets))
}

/// Creates the cluster when there is none and writes its configuration.
pub(super) fn lay_out(
    options: &Options,
    pgdata: &Path,
    account: Account,
    binaries: binaries::Binaries,
) -> Result<Server, Error> {
    if init::data_major(pgdata)?.is_none() {
        init::create(pgdata, &binaries, &account, options.durability())?;
    }
    account.adopt(pgdata)?;
    process::vacate(pgdata)?;
    let text = settings::text(settings::memory(), options.max_connections, options.durability());
    settings::write(pgdata, &account, &text)?;
    let logs = options.data_dir.join("log");
    files::private_dir(&logs)?;
    let real = options.data_dir.canonicalize().map_err(Error::io("resolving the data directory"))?;
    let socket_dir = socket::folder(&real, options.runtime_dir.as_deref(), &account)?;
    Ok(Server { binaries, account, pgdata: pgdata.into(), socket_dir, log: logs.join("postgres.log") })
}

pub(super) async fn wait_until_ready(mut state: watch::Receiver<State>, log: &Path) -> Result<(), Error> {
    let failed = |reason: &str| Error::Start { reason: reason.to_owned(), log: log.into() };
    let reached = state.wait_for(|state| matches!(state, State::Ready | State::Failed(_) | State::Stopped)).await;
    match reached.as_deref() {
        Ok(State::Ready) => Ok(()),
        Ok(State::Failed(reason)) => Err(failed(reason)),
        Ok(_) | Err(_) => Err(failed("it was stopped")),
    }
}

/// Runs blocking work away from the async threads.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    match task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(Error::io("preparing the database")(std::io::Error::other(error))),
    }
}
