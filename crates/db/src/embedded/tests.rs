//! Against real servers: each test starts its own cluster in a folder only its user may enter.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    process::Stdio,
};

use rustix::process::Signal;
use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};

use super::{account::Account, binaries, process, supervisor::Server, *};

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

async fn number(url: &str, query: &str) -> i32 {
    connect(url).await.query_one(query, &[]).await.unwrap().get(0)
}

/// Options that also find what `scripts/install` unpacked for the tests.
fn options(dir: impl Into<PathBuf>) -> Options {
    let program = std::env::current_exe().unwrap();
    let unpacked = super::test_cluster::target(&program).map(|target| target.join("postgresql")).into_iter().collect();
    Options { unpacked, forgetful: true, ..Options::new(dir) }
}

/// A folder as a careful administrator makes it.
fn folder() -> TempDir {
    let closed = fs::Permissions::from_mode(0o700);
    tempfile::Builder::new().permissions(closed).tempdir().unwrap()
}

async fn until(cluster: &Cluster, wanted: impl FnMut(&State) -> bool) {
    cluster.state().wait_for(wanted).await.unwrap();
}

#[tokio::test]
async fn the_test_cluster_lets_its_four_users_in() {
    let urls = test_cluster();
    for (url, user) in [
        (&urls.owner, "fulexo_owner"),
        (&urls.tenant, "fulexo_tenant"),
        (&urls.system, "fulexo_system"),
        (&urls.superuser, "postgres"),
    ] {
        let query = "select current_user::text, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb, \
                     current_setting('fsync') from pg_roles where rolname = current_user";
        let row = connect(url).await.query_one(query, &[]).await.unwrap();
        assert_eq!((row.get(0), row.get(1), row.get(2)), (user, user == "postgres", "off"));
    }
}

#[tokio::test]
async fn data_survives_a_stop_and_a_second_start() {
    let dir = folder();
    let first = Cluster::start(options(dir.path())).await.unwrap();
    let urls = first.urls().clone();
    connect(&urls.owner).await.batch_execute("create table kept as select 42 as answer").await.unwrap();
    let facts =
        "select (datcollate || ' ' || pg_encoding_to_char(encoding))::text from pg_database where datname = 'fulexo'";
    let row = connect(&urls.owner).await.query_one(facts, &[]).await.unwrap();
    assert_eq!(row.get::<_, &str>(0), "C.UTF-8 UTF8");
    first.stop().await.unwrap();
    assert!(!dir.path().join("postgres/postmaster.pid").exists());

    let second = Cluster::start(options(dir.path())).await.unwrap();
    assert_eq!(second.urls(), &urls);
    assert_eq!(number(&urls.owner, "select answer from kept").await, 42);
    assert_eq!(fs::metadata(dir.path()).unwrap().mode() & 0o777, 0o700, "the folder stays closed");
    second.stop().await.unwrap();
}

#[tokio::test]
async fn a_killed_server_comes_back_with_what_was_committed() {
    let dir = folder();
    let cluster = Cluster::start(Options { forgetful: false, ..options(dir.path()) }).await.unwrap();
    let urls = cluster.urls().clone();
    connect(&urls.owner).await.batch_execute("create table kept as select 7 as answer").await.unwrap();
    let pid = process::pid_file(&dir.path().join("postgres")).unwrap().pid;

    process::send(pid, Signal::KILL);
    until(&cluster, |state| matches!(state, State::Restarting { attempt: 1, .. })).await;
    until(&cluster, |state| *state == State::Ready).await;
    assert_ne!(process::pid_file(&dir.path().join("postgres")).unwrap().pid, pid);
    assert_eq!(number(&urls.tenant, "select 1").await, 1);
    assert_eq!(number(&urls.owner, "select answer from kept").await, 7);
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn a_killed_backend_costs_connections_but_not_the_server() {
    let dir = folder();
    let cluster = Cluster::start(options(dir.path())).await.unwrap();
    let client = connect(&cluster.urls().owner).await;
    let backend: i32 = client.query_one("select pg_backend_pid()", &[]).await.unwrap().get(0);
    process::send(rustix::process::Pid::from_raw(backend).unwrap(), Signal::KILL);
    assert!(client.query_one("select pg_sleep(60)", &[]).await.is_err());
    // Until its recovery is over the server refuses connections with a reason.
    let url = cluster.urls().tenant.clone();
    let back = async {
        while tokio_postgres::connect(&url, NoTls).await.is_err() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), back).await.unwrap();
    assert_eq!(*cluster.state().borrow(), State::Ready);
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn one_directory_belongs_to_one_process() {
    let dir = folder();
    let cluster = Cluster::start(options(dir.path())).await.unwrap();
    let refusal = Cluster::start(options(dir.path())).await.unwrap_err().to_string();
    assert!(refusal.contains(&format!("process {}", std::process::id())), "{refusal}");
    assert!(refusal.contains("FULEXO_DATA_DIR"), "{refusal}");
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn two_installations_run_side_by_side() {
    let (left, right) = (folder(), folder());
    let (left, right) = tokio::join!(Cluster::start(options(left.path())), Cluster::start(options(right.path())));
    let (left, right) = (left.unwrap(), right.unwrap());
    connect(&left.urls().owner).await.batch_execute("create table mine ()").await.unwrap();
    let seen = number(&right.urls().owner, "select count(*)::int from pg_tables where tablename = 'mine'").await;
    assert_eq!(seen, 0);
    left.stop().await.unwrap();
    right.stop().await.unwrap();
}

#[tokio::test]
async fn a_server_that_lost_its_fulexo_is_ended_first() {
    let dir = folder();
    Cluster::start(options(dir.path())).await.unwrap().stop().await.unwrap();
    let mut lost = orphan(dir.path());
    while !process::pid_file(&dir.path().join("postgres")).is_some_and(|file| file.ready) {
        tokio::task::yield_now().await;
    }
    let cluster = Cluster::start(options(dir.path())).await.unwrap();
    assert!(lost.try_wait().unwrap().is_some());
    assert_eq!(number(&cluster.urls().system, "select 1").await, 1);
    cluster.stop().await.unwrap();
}

/// A server as a parent's `kill -9` leaves it when the kernel's message got lost.
fn orphan(data_dir: &Path) -> std::process::Child {
    let pgdata = data_dir.join("postgres");
    let account = Account::pick(&pgdata).unwrap();
    let binaries = binaries::choose(&options(data_dir).find(&account), None, &pgdata).unwrap();
    let (socket_dir, log) = ("/tmp".into(), data_dir.join("orphan.log"));
    Server { binaries, account, pgdata, socket_dir, log }.spawn(None, Stdio::null()).unwrap()
}

#[tokio::test]
async fn a_pid_file_that_names_someone_else_is_no_obstacle() {
    let dir = folder();
    Cluster::start(options(dir.path())).await.unwrap().stop().await.unwrap();
    // Alive, a PostgreSQL, of the same account – and not the one of this folder.
    let other = connect(&test_cluster().superuser).await;
    let backend: i32 = other.query_one("select pg_backend_pid()", &[]).await.unwrap().get(0);
    fs::write(dir.path().join("postgres/postmaster.pid"), format!("{backend}\n/elsewhere\n1\n5432\n")).unwrap();
    let cluster = Cluster::start(options(dir.path())).await.unwrap();
    assert_eq!(other.query_one("select 1", &[]).await.unwrap().get::<_, i32>(0), 1, "left alone");
    cluster.stop().await.unwrap();
}

#[tokio::test]
async fn data_of_another_major_is_refused_by_name() {
    let dir = folder();
    fs::create_dir(dir.path().join("postgres")).unwrap();
    fs::write(dir.path().join("postgres/PG_VERSION"), "9\n").unwrap();
    let refusal = Cluster::start(options(dir.path())).await.unwrap_err().to_string();
    assert!(refusal.contains("written by PostgreSQL 9") && refusal.contains("fulexo db upgrade"), "{refusal}");
    let refusal = upgrade(options(dir.path())).await.unwrap_err().to_string();
    assert!(refusal.contains("install its programs"), "{refusal}");
}

#[tokio::test]
async fn a_server_that_cannot_start_says_why() {
    let dir = folder();
    Cluster::start(options(dir.path())).await.unwrap().stop().await.unwrap();
    fs::write(dir.path().join("postgres/custom.conf"), "shared_buffers = 'much'\n").unwrap();
    let refusal = Cluster::start(options(dir.path())).await.unwrap_err().to_string();
    assert!(refusal.contains("did not start") && refusal.contains("postgres.log"), "{refusal}");
}

#[tokio::test]
async fn an_upgrade_carries_the_data_over_or_says_what_to_install() {
    let dir = folder();
    let options = options(dir.path());
    let account = Account::pick(dir.path()).unwrap();
    let mut installed = options.find(&account).usable;
    installed.sort_by_key(|binaries| binaries.major);
    let (oldest, newest) = (installed.first().unwrap(), installed.last().unwrap());

    let old = Options { bin_dir: Some(oldest.dir.clone()), ..options.clone() };
    let cluster = Cluster::start(old).await.unwrap();
    let sql = "create table kept (answer int); insert into kept values (42); \
               alter table kept enable row level security, force row level security";
    connect(&cluster.urls().owner).await.batch_execute(sql).await.unwrap();
    cluster.stop().await.unwrap();

    let done = upgrade(options.clone()).await;
    if oldest.major == newest.major {
        assert!(done.unwrap_err().to_string().contains("no newer one is installed"));
        return;
    }
    let done = done.unwrap();
    assert_eq!((&done.from, &done.to), (&oldest.version, &newest.version));
    assert!(done.kept.join("PG_VERSION").exists());
    let cluster = Cluster::start(options).await.unwrap();
    assert_eq!(cluster.version(), newest.version);
    let superuser = cluster.urls().with_database("fulexo").superuser;
    assert_eq!(number(&superuser, "select answer from kept").await, 42);
    let forced = "select relforcerowsecurity::int from pg_class where relname = 'kept'";
    assert_eq!(number(&superuser, forced).await, 1);
    cluster.stop().await.unwrap();
}
