//! Orders by date of change: first all outside the trash, then the trash, each with its own place.

use fulexo_db::Tx;
use fulexo_woo::payload::PayloadError;
use fulexo_woo::{Client, Direction, Error as WooError, ListQuery, OrderBy, Page};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use tokio_util::task::AbortOnDropHandle;
use tracing::Instrument as _;

use super::{interval, outside_gaps, rows};
use crate::copy::Source;
use crate::orders::apply::{Applied, Fate, Incoming, Reading, apply, mark_deleted};
use crate::stores::Connection;
use crate::sync::fetch::{Deletable, read_at, settle_read};
use crate::sync::pages::{self, Records, Split, Taken, newest, split};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{ModifiedStep, ModifiedWalk, Scan};
use crate::{App, Error};

/// A poll begins this long before where the last one ended.
const OVERLAP: SignedDuration = SignedDuration::from_secs(10);
/// What the store has had for a minute will not change its place any more.
const SETTLED: SignedDuration = SignedDuration::from_secs(60);

/// The saved place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Cursor {
    main: ModifiedWalk,
    trash: ModifiedWalk,
    /// Which of the two lists is being read.
    in_trash: bool,
    scan: Option<Scan>,
    /// The store's clock when the scan began.
    began: Option<Timestamp>,
}

/// Reads one page.
pub(super) async fn step(reader: &mut Reader) -> Result<Step, Failed> {
    let mut cursor: Cursor = reader.cursor();
    let trash = cursor.in_trash;
    let walk = if trash { &cursor.trash } else { &cursor.main };
    let mut scan = cursor.scan.take().unwrap_or_else(|| walk.scan(OVERLAP));
    let asked = query(reader, &scan, trash);
    let got = match reader.ahead.take().filter(|ahead| ahead.asked == asked) {
        Some(ahead) => ahead.got.await.map_err(|end| Error::Internal(end.to_string()))?,
        None => get(reader.connection.client.clone(), reading(&reader.connection), asked).await,
    };
    let got = reader.counted(got)?;
    let began = *cursor.began.get_or_insert(got.read_at);
    let step = scan.took(got.page.items.len(), got.newest, got.page.total, reader.per_page);
    let walk = if trash { &mut cursor.trash } else { &mut cursor.main };
    // an order dated in the future must not hide what happens until then
    walk.reach(got.newest.map(|at| at.min(began)));
    match step {
        ModifiedStep::More => cursor.scan = Some(scan),
        ModifiedStep::End => {
            walk.reach(began.checked_sub(SETTLED).ok());
            cursor.began = None;
            cursor.in_trash = !trash;
        }
    }
    // a first import asks for the next page, and reads it, while it writes this one
    if let Some(scan) = cursor.scan.as_ref().filter(|_| reader.importing()) {
        reader.ahead = Some(Ahead::of(reader, query(reader, scan, trash)));
    }
    save_page(reader, &cursor, got, trash).await?;
    let ended = trash && step == ModifiedStep::End;
    Ok(if ended { Step::CaughtUp(interval(reader)) } else { Step::More })
}

/// A page and its orders.
pub(in crate::sync) struct Got {
    page: Page,
    read_at: Timestamp,
    newest: Option<Timestamp>,
    split: Split<Incoming>,
}

/// A page asked for before its turn; given up with whoever asked.
pub(in crate::sync) struct Ahead {
    asked: ListQuery,
    got: AbortOnDropHandle<Result<Got, WooError>>,
}

impl Ahead {
    fn of(reader: &Reader, asked: ListQuery) -> Self {
        let got = get(reader.connection.client.clone(), reading(&reader.connection), asked.clone());
        Self { asked, got: AbortOnDropHandle::new(tokio::spawn(got.in_current_span())) }
    }
}

async fn get(client: Client, reading: Reading, asked: ListQuery) -> Result<Got, WooError> {
    let page = client.orders(&asked).await?;
    let read_at = page.date.unwrap_or_else(|| client.store_now());
    let split = split(&page, &Orders { reading, read_at });
    Ok(Got { newest: newest(&page.items, read_at), read_at, split, page })
}

fn query(reader: &Reader, scan: &Scan, trash: bool) -> ListQuery {
    let ask = scan.ask();
    let zone = &reader.connection.store.timezone;
    let mut query =
        ListQuery::new().orderby(OrderBy::Modified).order(Direction::Asc).per_page(reader.per_page).page(ask.page);
    if let Some(after) = ask.after {
        query = query.modified_after(outside_gaps(zone, after));
    }
    if let Some(before) = ask.before {
        query = query.modified_before(before);
    }
    if trash { query.status(&["trash"]) } else { query }
}

/// Orders of one store, read at a moment.
struct Orders {
    reading: Reading,
    read_at: Timestamp,
}

impl Records for Orders {
    const RESOURCE: &'static str = "order";
    type Record = Incoming;
    type Applied = Applied;

    fn parse(&self, raw: &RawValue) -> Result<Incoming, PayloadError> {
        Incoming::parse(raw, self.read_at)
    }

    fn id(record: &Incoming) -> i64 {
        record.order.id
    }

    async fn apply(&self, tx: &Tx, app: &App, records: Vec<Incoming>) -> Result<Applied, Error> {
        apply(tx, app, self.reading, records).await
    }
}

/// Read from the store itself: its word is final.
fn reading(connection: &Connection) -> Reading {
    Reading { tenant: connection.tenant, store: connection.store.id, source: Source::Poll }
}

async fn save_page(reader: &mut Reader, cursor: &Cursor, got: Got, trash: bool) -> Result<(), Failed> {
    let Got { page, read_at, split, .. } = got;
    let orders = Orders { reading: reading(&reader.connection), read_at };
    let Taken { tx, applied, broken } = pages::apply(reader, &page, split, &orders).await?;
    let (created, updated) = (applied.count(Fate::Created), applied.count(Fate::Updated));
    let tally = Tally::of(page.items.len(), created, updated, broken.len());
    // the trash is small and its size unknown before: the bar measures the rest
    let total = if trash || reader.stream.total.is_some() { None } else { rows(page.total) };
    reader.save(tx, cursor, tally, total, &broken).await
}

impl Deletable for Orders {
    async fn delete(&self, tx: &Tx, app: &App, id: i64) -> Result<(), Error> {
        mark_deleted(tx, app, self.reading, id).await.map(drop)
    }
}

/// Reads one order again and applies it; a tombstone when the store no longer has it.
pub(in crate::sync) async fn fetch_one(app: &App, connection: &Connection, id: i64) -> Result<&'static str, Failed> {
    let answer = connection.client.order(id).await;
    let orders = Orders { reading: reading(connection), read_at: read_at(connection, &answer) };
    settle_read(app, connection, id, answer, &orders).await
}
