//! The cluster of the test-suite: thrown away, forgetful, shared by every test process of a checkout.

use std::{
    env, fs,
    fs::OpenOptions,
    path::{Path, PathBuf},
    process::Stdio,
    sync::OnceLock,
    thread,
    time::{Duration, Instant},
};

use super::{
    Error, Urls,
    account::Account,
    binaries, files, init, process, roles,
    secrets::Secrets,
    settings::{self, Durability},
    socket,
    supervisor::Server,
};

const PATIENCE: Duration = Duration::from_secs(60);

/// The addresses of the shared test cluster; started by the first process that asks, adopted by the others.
///
/// It outlives the test processes; `scripts/test-pg stop` ends it.
///
/// # Panics
///
/// When the cluster cannot be started: no test can run then.
#[must_use]
pub fn test_cluster() -> Urls {
    static URLS: OnceLock<Urls> = OnceLock::new();
    let start = || {
        // A thread of its own: the caller may stand inside a runtime, and two cannot be nested.
        let started = thread::spawn(|| start_or_adopt(&folder()?)).join();
        match started {
            Ok(Ok(urls)) => urls,
            Ok(Err(error)) => panic!("the test cluster: {error}"),
            Err(_) => panic!("the test cluster could not be started"),
        }
    };
    URLS.get_or_init(start).clone()
}

/// `test-pg` in cargo's target folder.
fn folder() -> Result<PathBuf, Error> {
    let program = env::current_exe().map_err(Error::io("finding the test program"))?;
    Ok(target(&program).unwrap_or(Path::new("/tmp")).join("test-pg"))
}

/// Cargo's target folder above a program, known by the note cargo always keeps there (it leaves its cache tag only in
/// a folder that it has made itself).
pub(super) fn target(program: &Path) -> Option<&Path> {
    program.ancestors().find(|folder| folder.join(".rustc_info.json").is_file())
}

fn start_or_adopt(folder: &Path) -> Result<Urls, Error> {
    files::private_dir(folder)?;
    let lock = files::lock_file(&folder.join("lock"))?;
    lock.lock().map_err(Error::io("waiting for the other test processes"))?;
    let pgdata = folder.join("data");
    let known = files::read(&folder.join("urls.json"))?.and_then(|text| serde_json::from_str(&text).ok());
    if let Some(urls) = known
        && process::pid_file(&pgdata).is_some_and(|file| file.ready && process::holders(&pgdata).contains(&file.pid))
    {
        return Ok(urls);
    }
    process::vacate(&pgdata)?;
    files::remove_dir(&pgdata)?;
    let urls = start(folder, &pgdata)?;
    let text =
        serde_json::to_string_pretty(&urls).map_err(|error| Error::io("noting the test cluster")(error.into()))?;
    files::replace(&folder.join("urls.json"), &text, None)?;
    Ok(urls)
}

fn start(folder: &Path, pgdata: &Path) -> Result<Urls, Error> {
    let account = Account::pick(pgdata)?;
    let unpacked = folder.parent().map(|target| target.join("postgresql"));
    let path = env::var_os("PATH").map(|path| path.to_string_lossy().into_owned());
    let named = env::var_os("FULEXO_PG_BIN").map(PathBuf::from);
    let found = binaries::find(named.as_deref(), unpacked.as_slice(), path.as_deref(), &account);
    // The oldest major there is: what runs on it runs on the newer ones.
    let oldest = found.usable.iter().min_by_key(|binaries| binaries.major).map(|binaries| binaries.major.to_string());
    let binaries = binaries::choose(&found, oldest.as_deref(), pgdata)?;
    init::create(pgdata, &binaries, &account, Durability::None)?;
    settings::write(pgdata, &account, &settings::text(1 << 30, 400, Durability::None))?;
    let socket_dir = socket::folder(pgdata, None, &account)?;
    let log = folder.join("postgres.log");
    let server = Server { binaries, account, pgdata: pgdata.into(), socket_dir, log };
    launch(&server)?;
    let secrets = Secrets::load_or_make(&folder.join("passwords.json"))?;
    let urls = secrets.urls(&server.socket_dir);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(Error::io("starting a runtime"))?.block_on(roles::ensure(&urls, &secrets))?;
    Ok(urls)
}

/// Starts the server so that it outlives us, and waits until it accepts connections.
fn launch(server: &Server) -> Result<(), Error> {
    let log = OpenOptions::new().create(true).write(true).truncate(true).open(&server.log);
    let log = log.map_err(Error::io("opening the test cluster's log"))?;
    let mut child = server.spawn(None, Stdio::from(log)).map_err(Error::io("starting PostgreSQL"))?;
    let begun = Instant::now();
    while !process::pid_file(&server.pgdata).is_some_and(|file| file.ready) {
        let ended = child.try_wait().map_err(Error::io("watching PostgreSQL"))?;
        if ended.is_some() || begun.elapsed() > PATIENCE {
            let text = fs::read_to_string(&server.log).unwrap_or_default();
            let reason = text.lines().last().unwrap_or("no words").to_owned();
            return Err(Error::Start { reason, log: server.log.clone() });
        }
        thread::sleep(Duration::from_millis(15));
    }
    Ok(())
}
