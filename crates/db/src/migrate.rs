//! Forward-only migrations, embedded in the binary: one transaction each, guarded by an advisory lock and a checksum.

use sha2::{Digest as _, Sha256};
use tokio_postgres::Client;

use crate::error::Error;
use crate::pool::{parse, tls};

/// One schema step.
#[derive(Debug)]
pub struct Migration {
    /// Ascending number, the file's prefix.
    pub version: i32,
    /// The file's name.
    pub name: &'static str,
    sql: &'static str,
}

// one for each file of `migrations/`, listed by `build.rs`
const MIGRATIONS: &[Migration] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// Every schema step this program knows, in order.
pub const fn migrations() -> &'static [Migration] {
    MIGRATIONS
}

/// What a migration run did.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    /// The version before.
    pub from: i32,
    /// The version now.
    pub to: i32,
}

impl Migration {
    pub(crate) fn checksum(&self) -> String {
        hex::encode(Sha256::digest(self.sql))
    }
}

/// Brings the schema to the newest version this program knows. Errors name the step that failed.
pub async fn migrate(owner_url: &str) -> Result<Report, Error> {
    let (client, connection) = parse(owner_url)?.connect(tls()).await.map_err(unreachable)?;
    let driver = tokio::spawn(connection);
    let result = run(&client).await;
    drop(client);
    driver.await.ok();
    result
}

/// Names of the steps a database still lacks.
pub async fn pending(owner_url: &str) -> Result<Vec<&'static str>, Error> {
    let (client, connection) = parse(owner_url)?.connect(tls()).await.map_err(unreachable)?;
    let driver = tokio::spawn(connection);
    let known = client.query_one("select to_regclass('app.schema_version') is not null", &[]).await?;
    let version = if known.try_get(0)? { version(&client).await? } else { 0 };
    drop(client);
    driver.await.ok();
    Ok(MIGRATIONS.iter().filter(|m| m.version > version).map(|m| m.name).collect())
}

fn unreachable(error: tokio_postgres::Error) -> Error {
    Error::Unavailable(error.to_string())
}

async fn version(client: &Client) -> Result<i32, Error> {
    let row = client.query_one("select coalesce(max(version), 0) from app.schema_version", &[]).await?;
    Ok(row.try_get(0)?)
}

async fn run(client: &Client) -> Result<Report, Error> {
    client.batch_execute("select pg_advisory_lock(726009)").await?;
    client
        .batch_execute(
            "create schema if not exists app;
             create table if not exists app.schema_version (
                 version int primary key, name text not null, checksum text not null,
                 applied_at timestamptz not null default now());
             do $$ begin
                 grant usage on schema app to fulexo_tenant, fulexo_system;
                 grant select on app.schema_version to fulexo_tenant, fulexo_system;
             exception when undefined_object then
                 raise exception 'the roles fulexo_tenant and fulexo_system do not exist: run the SQL that `fulexo migrate --print-roles` prints';
             end $$",
        )
        .await?;
    let applied = client.query("select version, checksum from app.schema_version order by version", &[]).await?;
    let mut from = 0;
    for row in applied {
        let (version, checksum): (i32, String) = (row.try_get(0)?, row.try_get(1)?);
        from = from.max(version);
        match MIGRATIONS.iter().find(|m| m.version == version) {
            None => return Err(Error::Schema(newer(version))),
            Some(m) if m.checksum() != checksum => {
                return Err(Error::Schema(format!(
                    "migration {} was applied in another form: restore the program that did it",
                    m.name
                )));
            }
            Some(_) => {}
        }
    }
    let mut to = from;
    for migration in MIGRATIONS.iter().filter(|m| m.version > from) {
        apply(client, migration).await?;
        to = migration.version;
    }
    client.batch_execute("select app.maintain_partitions(now())").await?;
    Ok(Report { from, to })
}

async fn apply(client: &Client, migration: &Migration) -> Result<(), Error> {
    let sql = format!(
        "begin; {} ; insert into app.schema_version (version, name, checksum) values ({}, '{}', '{}'); commit",
        migration.sql,
        migration.version,
        migration.name,
        migration.checksum()
    );
    client.batch_execute(&sql).await.map_err(|e| {
        Error::Schema(format!(
            "migration {} failed and was rolled back: {}",
            migration.name,
            e.as_db_error().map_or_else(|| e.to_string(), |d| d.message().to_owned())
        ))
    })
}

fn newer(version: i32) -> String {
    format!(
        "the database has schema version {version}, this program knows up to {}: use the newer program",
        MIGRATIONS.last().map_or(0, |m| m.version)
    )
}

/// Refuses a database whose schema is not the one this program was built for.
pub async fn check_version(db: &crate::Db) -> Result<(), Error> {
    let tx = db.system("read the schema version").await?;
    let found = fulexo_queries::queries::fence::schema_version().bind(&tx).one().await;
    let known = MIGRATIONS.last().map_or(0, |m| m.version);
    match found {
        Ok(version) if version == known => Ok(()),
        Ok(version) if version > known => Err(Error::Schema(newer(version))),
        Ok(version) => Err(Error::Schema(format!(
            "the database has schema version {version}, this program needs {known}: run `fulexo migrate`"
        ))),
        Err(e)
            if e.code() == Some(&tokio_postgres::error::SqlState::UNDEFINED_TABLE)
                || e.code() == Some(&tokio_postgres::error::SqlState::INVALID_SCHEMA_NAME) =>
        {
            Err(Error::Schema("the database is empty: run `fulexo migrate`".into()))
        }
        Err(e) => Err(e.into()),
    }
}
