//! What a page of a store becomes: records that can be used, and those that are kept raw for a person.

use std::ops::AddAssign;

use fulexo_db::{PgError, Tx};
use fulexo_platform::digest::sha256;
use fulexo_queries::queries::sync as sql;
use fulexo_woo::Page;
use fulexo_woo::payload::{Head, PayloadError};
use jiff::Timestamp;
use serde_json::value::RawValue;
use uuid::Uuid;

use super::reader::{Failed, Reader};
use crate::copy::plausible;
use crate::{App, Error};

/// Raw records beyond this are cut: enough for a person to see what is wrong.
const MAX_RAW: usize = 256 * 1024;

/// A record that could not be understood.
#[derive(Debug)]
pub(super) struct Broken {
    pub resource: &'static str,
    pub raw: String,
    pub external_id: String,
    pub reason: String,
}

/// The sort of records on a page: how they are read, named and written.
pub(super) trait Records: Sync {
    /// Its word in quarantine.
    const RESOURCE: &'static str;
    type Record: Send;
    type Applied: Default + AddAssign + Send;

    fn parse(&self, raw: &RawValue) -> Result<Self::Record, PayloadError>;

    fn id(record: &Self::Record) -> i64;

    fn apply(
        &self,
        tx: &Tx,
        app: &App,
        records: Vec<Self::Record>,
    ) -> impl Future<Output = Result<Self::Applied, Error>> + Send;
}

/// The records of a page: those that can be used, and the others.
pub(super) struct Split<T> {
    good: Vec<T>,
    broken: Vec<Broken>,
}

/// What became of a page, in a transaction that is still open.
pub(super) struct Taken<A> {
    pub tx: Tx,
    pub applied: A,
    pub broken: Vec<Broken>,
}

/// Reads and applies the records of a page.
pub(super) async fn take<R: Records>(reader: &Reader, page: &Page, records: &R) -> Result<Taken<R::Applied>, Failed> {
    apply(reader, page, split(page, records), records).await
}

/// Applies the records of a page in one transaction. When PostgreSQL refuses the content of one, each in a transaction
/// of its own, so that only that one goes to quarantine.
pub(super) async fn apply<R: Records>(
    reader: &Reader,
    page: &Page,
    split: Split<R::Record>,
    records: &R,
) -> Result<Taken<R::Applied>, Failed> {
    let Split { good, mut broken } = split;
    let mut read: Vec<i64> = good.iter().map(R::id).collect();
    let mut tx = reader.tx().await?;
    let applied = match records.apply(&tx, &reader.app, good).await {
        Err(error) if refuses_content(&error) => {
            let sum = one_by_one(reader, page, records, &mut broken).await?;
            tx = reader.tx().await?;
            sum
        }
        applied => applied?,
    };
    read.retain(|id| broken.iter().all(|b| b.external_id != id.to_string()));
    if reader.connection.store.quarantined > 0 {
        resolve(&tx, &reader.app, reader.connection.store.id, R::RESOURCE, &read).await?;
    }
    Ok(Taken { tx, applied, broken })
}

async fn one_by_one<R: Records>(
    reader: &Reader,
    page: &Page,
    records: &R,
    broken: &mut Vec<Broken>,
) -> Result<R::Applied, Failed> {
    let mut sum = R::Applied::default();
    for raw in &page.items {
        let Ok(record) = records.parse(raw) else { continue };
        let id = R::id(&record);
        let tx = reader.tx().await?;
        match records.apply(&tx, &reader.app, vec![record]).await {
            Ok(one) => {
                tx.commit().await?;
                sum += one;
            }
            Err(error) if refuses_content(&error) => broken.push(unkeepable(R::RESOURCE, id, raw.get(), &error)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(sum)
}

/// Reads the records of a page.
pub(super) fn split<R: Records>(page: &Page, records: &R) -> Split<R::Record> {
    let (mut good, mut broken) = (Vec::with_capacity(page.items.len()), Vec::new());
    for raw in &page.items {
        match records.parse(raw) {
            Ok(record) => good.push(record),
            Err(error) => broken.push(Broken::of(R::RESOURCE, raw.get(), &error)),
        }
    }
    Split { good, broken }
}

impl Broken {
    /// Keeps a record with the reason it cannot be used.
    pub(super) fn of(resource: &'static str, raw: &str, error: &PayloadError) -> Self {
        Self {
            resource,
            raw: raw.to_owned(),
            external_id: error.id.map(|id| id.to_string()).unwrap_or_default(),
            reason: error.to_string(),
        }
    }
}

/// Tells whether it was a record's content that PostgreSQL refused, and not PostgreSQL being away.
pub(super) fn refuses_content(error: &Error) -> bool {
    let Error::Db(fulexo_db::Error::Postgres(error)) = error else { return false };
    error.code().is_some_and(|code| ["21", "22", "23", "54"].iter().any(|class| code.code().starts_with(class)))
}

/// A record that can be read but not kept.
fn unkeepable(resource: &'static str, id: i64, raw: &str, error: &Error) -> Broken {
    Broken {
        resource,
        raw: raw.to_owned(),
        external_id: id.to_string(),
        reason: format!("this {resource} cannot be kept: {}", refusal(error)),
    }
}

/// What PostgreSQL said, in its own words.
fn refusal(error: &Error) -> String {
    let said = match error {
        Error::Db(fulexo_db::Error::Postgres(error)) => error.as_db_error().map(|error| error.message().to_owned()),
        _ => None,
    };
    said.unwrap_or_else(|| error.to_string())
}

/// Keeps broken records raw, once each, with a count.
pub(super) async fn quarantine(tx: &Tx, app: &App, store: Uuid, broken: &[Broken]) -> Result<(), PgError> {
    for record in broken {
        let raw = cut(&record.raw);
        let hash = sha256(record.raw.as_bytes());
        sql::quarantine()
            .bind(
                tx,
                &app.clock.id(),
                &store,
                &record.resource,
                &record.external_id.as_str(),
                &hash.as_slice(),
                &raw,
                &record.reason.as_str(),
                &app.clock.now(),
            )
            .await?;
        app.metrics.quarantined.inc();
    }
    Ok(())
}

/// Readable copies of quarantined records have come: nobody needs to look any more.
pub(super) async fn resolve(tx: &Tx, app: &App, store: Uuid, resource: &str, ids: &[i64]) -> Result<(), PgError> {
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    sql::resolve_quarantine().bind(tx, &app.clock.now(), &store, &resource, &ids).await?;
    Ok(())
}

fn cut(raw: &str) -> &str {
    let mut end = raw.len().min(MAX_RAW);
    while !raw.is_char_boundary(end) {
        end -= 1;
    }
    raw.get(..end).unwrap_or_default()
}

/// The newest date of change on a page, of rows that can be used or not. One that cannot be true does not count: asked
/// for what came after it, the store would leave out all the rest.
pub(super) fn newest(rows: &[Box<RawValue>], read_at: Timestamp) -> Option<Timestamp> {
    let dates = rows.iter().filter_map(|raw| Head::of(raw).date_modified_gmt);
    dates.filter(|at| plausible(*at, read_at) == *at).max()
}

/// The ids on a page, of rows that can be used or not.
pub(super) fn ids(rows: &[Box<RawValue>]) -> Vec<i64> {
    rows.iter().filter_map(|raw| Head::of(raw).id).collect()
}
