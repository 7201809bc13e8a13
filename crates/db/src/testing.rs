//! Databases of tests on the throw-away cluster: one shared database per set of migrations, and copies of its template.
//! Not for production: whatever goes wrong here is a panic.

mod proxy;
mod rows;

use std::fmt::Display;
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use sha2::{Digest as _, Sha256};
pub use tokio_postgres::Client;
use tokio_postgres::NoTls;

use crate::embedded::{Urls, test_cluster};
use crate::migrate::{migrate, migrations};

pub use proxy::{Proxy, Way};
pub use rows::{Table, Tables};

/// A superuser's connection to a database, for looking behind the fence.
///
/// # Panics
///
/// When the cluster cannot be reached.
pub async fn superuser(urls: &Urls) -> Client {
    connect(&urls.superuser).await
}

/// A connection by its address; the driver runs in the background.
///
/// # Panics
///
/// When it cannot be made.
pub async fn connect(url: &str) -> Client {
    let (client, connection) = must("connecting", tokio_postgres::connect(url, NoTls).await);
    tokio::spawn(connection);
    client
}

/// The migrated database that all tests of these migrations share.
///
/// # Panics
///
/// When it cannot be made.
pub async fn shared() -> Urls {
    let name = format!("shared_{}", fingerprint());
    prepared(Some(&name)).await.with_database(&name)
}

/// A migrated database of the caller's own; dropped by a later test process.
///
/// # Panics
///
/// When it cannot be made.
pub async fn isolated() -> Urls {
    let cluster = prepared(None).await;
    create(&cluster, &own_name(), &template()).await
}

/// A database without any schema, owned by `fulexo_owner`.
///
/// # Panics
///
/// When it cannot be made.
pub async fn empty() -> Urls {
    create(&test_cluster(), &own_name(), "template0").await
}

/// The cluster, once it holds the template and, when asked for, the shared database.
async fn prepared(shared: Option<&str>) -> Urls {
    let cluster = test_cluster();
    let admin = superuser(&cluster).await;
    let wanted = shared.map_or_else(template, str::to_owned);
    if exists(&admin, &wanted).await {
        return cluster;
    }
    // One process builds, the others wait; the lock ends with the connection.
    run(&admin, "select pg_advisory_lock(726011)").await;
    if !exists(&admin, &template()).await {
        drop_abandoned(&admin).await;
        let building = format!("{}_building", template());
        run(&admin, &format!("drop database if exists {building} with (force)")).await;
        let urls = create(&cluster, &building, "template0").await;
        must("migrating", migrate(&urls.owner).await);
        run(&admin, &format!("alter database {building} rename to {}", template())).await;
    }
    if let Some(name) = shared
        && !exists(&admin, name).await
    {
        let building = format!("{name}_building");
        run(&admin, &format!("drop database if exists {building} with (force)")).await;
        create(&cluster, &building, &template()).await;
        run(&admin, &format!("alter database {building} rename to {name}")).await;
    }
    cluster
}

async fn create(cluster: &Urls, name: &str, template: &str) -> Urls {
    let admin = superuser(cluster).await;
    run(&admin, &format!("create database {name} owner fulexo_owner template {template}")).await;
    run(
        &admin,
        &format!(
            "revoke all on database {name} from public; \
             grant connect, temporary on database {name} to fulexo_tenant, fulexo_system"
        ),
    )
    .await;
    cluster.with_database(name)
}

/// Drops what processes that are gone, and other migrations, left behind and nobody uses.
async fn drop_abandoned(admin: &Client) {
    let known = must("listing databases", admin.query("select datname::text from pg_database", &[]).await);
    for row in known {
        let name: String = row.get(0);
        let owner = name.strip_prefix("own_").and_then(|rest| rest.split('_').next()).map(str::to_owned);
        let gone = owner.is_some_and(|pid| !Path::new("/proc").join(pid).exists());
        if gone || name.starts_with("template_") || name.starts_with("shared_") {
            // One that is still in use stays for the next time.
            admin.batch_execute(&format!("drop database if exists {name}")).await.ok();
        }
    }
}

fn own_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("own_{}_{}_{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed), rand::random::<u16>())
}

fn template() -> String {
    format!("template_{}", fingerprint())
}

/// Names the schema: other migrations, another database.
fn fingerprint() -> String {
    let digest = migrations().iter().fold(Sha256::new(), |digest, m| digest.chain_update(m.checksum()));
    hex::encode(digest.finalize()).chars().take(12).collect()
}

async fn exists(admin: &Client, name: &str) -> bool {
    must("looking for a database", admin.query_opt("select from pg_database where datname = $1", &[&name]).await)
        .is_some()
}

async fn run(admin: &Client, sql: &str) {
    // One statement at a time: databases cannot be made inside the transaction of a batch.
    for statement in sql.split(';') {
        must(statement, admin.batch_execute(statement).await);
    }
}

fn must<T, E: Display + std::error::Error>(what: &str, result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("the test database: {what}: {error}: {:?}", error.source().map(ToString::to_string)),
    }
}
