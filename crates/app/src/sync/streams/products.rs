//! Products by id, those that changed since the last round began. Variations are a stream of their own.

use std::time::Duration;

use fulexo_db::Tx;
use fulexo_woo::payload::PayloadError;
use fulexo_woo::{Direction, ListQuery, OrderBy, Page};
use jiff::Timestamp;
use serde_json::value::RawValue;

use super::{outside_gaps, rows};
use crate::catalogue::apply::{Applied, Incoming, Reading, apply, mark_deleted};
use crate::copy::Source;
use crate::stores::Connection;
use crate::sync::fetch::{Deletable, read_at, settle_read};
use crate::sync::pages::{Records, Taken, ids, take};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{IdStep, IdWalk};
use crate::{App, Error};

const EVERY: Duration = Duration::from_secs(60);

/// Reads one page of products.
pub(super) async fn step(reader: &mut Reader) -> Result<Step, Failed> {
    let mut walk: IdWalk = reader.cursor();
    let query = query(reader, &walk);
    let page = reader.connection.client.products(&query).await;
    let page = reader.counted(page)?;
    let step = walk.took(page.items.len(), &ids(&page.items), reader.per_page, page.date);
    if step == IdStep::Back {
        return reader.stand(&walk).await;
    }
    let products = Products(reading(&reader.connection, reader.read_at(&page)));
    save(reader, &walk, &page, &products).await?;
    Ok(if matches!(step, IdStep::End { .. }) { Step::CaughtUp(EVERY) } else { Step::More })
}

/// The question of an id walk.
pub(super) fn query(reader: &Reader, walk: &IdWalk) -> ListQuery {
    let ask = walk.ask();
    let query =
        ListQuery::new().orderby(OrderBy::Id).order(Direction::Asc).per_page(reader.per_page).offset(ask.offset);
    match ask.after {
        Some(after) => query.modified_after(outside_gaps(&reader.connection.store.timezone, after)),
        None => query,
    }
}

/// Products of one store, read at a moment.
struct Products(Reading);

impl Records for Products {
    const RESOURCE: &'static str = "product";
    type Record = Incoming;
    type Applied = Applied;

    fn parse(&self, raw: &RawValue) -> Result<Incoming, PayloadError> {
        Incoming::parse(raw)
    }

    fn id(record: &Incoming) -> i64 {
        record.id()
    }

    async fn apply(&self, tx: &Tx, app: &App, records: Vec<Incoming>) -> Result<Applied, Error> {
        apply(tx, app, self.0, records).await
    }
}

impl Deletable for Products {
    async fn delete(&self, tx: &Tx, app: &App, id: i64) -> Result<(), Error> {
        mark_deleted(tx, app, self.0, id).await.map(drop)
    }
}

/// Whose listings are read, and when.
pub(super) fn reading(connection: &Connection, read_at: Timestamp) -> Reading {
    Reading { tenant: connection.tenant, store: connection.store.id, read_at, source: Source::Poll }
}

/// Applies a page of listings and saves the place it leads to.
pub(super) async fn save(
    reader: &mut Reader,
    cursor: &impl serde::Serialize,
    page: &Page,
    records: &impl Records<Applied = Applied>,
) -> Result<(), Failed> {
    let Taken { tx, applied, broken } = take(reader, page, records).await?;
    let tally = Tally::of(page.items.len(), applied.created, applied.updated, broken.len());
    let total = if reader.stream.total.is_some() { None } else { rows(page.total) };
    reader.save(tx, cursor, tally, total, &broken).await
}

/// Reads one product or variation again and applies it; a tombstone when the store no longer has it.
pub(in crate::sync) async fn fetch_one(app: &App, connection: &Connection, id: i64) -> Result<&'static str, Failed> {
    let answer = connection.client.product(id).await;
    let products = Products(reading(connection, read_at(connection, &answer)));
    settle_read(app, connection, id, answer, &products).await
}
