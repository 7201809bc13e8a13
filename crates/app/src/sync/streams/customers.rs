//! Registered customers. They have no filter by change: the newest ids first, then ten pages of a rolling rescan;
//! deliveries bring the rest early.

use fulexo_db::Tx;
use fulexo_kernel::TenantId;
use fulexo_woo::payload::{Customer, PayloadError};
use fulexo_woo::{Direction, ListQuery, OrderBy, Page};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::{SELDOM, rows};
use crate::copy::content_hash;
use crate::customers::apply::{Applied, Incoming, apply, delete};
use crate::news::{self, Kind, Op};
use crate::stores::Connection;
use crate::sync::fetch::{Deletable, read_at, settle_read};
use crate::sync::pages::{Records, Taken, ids, take};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{IdStep, IdWalk};
use crate::{App, Error};

/// Pages of the rescan in one run.
const PAGES_A_RUN: u32 = 10;
/// Pages of new customers in one look; beyond it the rescan finds them.
const MAX_NEW_PAGES: u32 = 200;

/// The saved place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Cursor {
    /// The first import, later the rolling rescan; never filtered, so `since` stays unused.
    #[serde(default)]
    walk: IdWalk,
    /// The greatest id of the last look.
    #[serde(default)]
    newest: i64,
    /// A look at the newest in progress: the next page and the greatest id so far.
    #[serde(default)]
    look: Option<(u32, i64)>,
    /// Pages of the rescan read since the last look; the look comes first in every run.
    #[serde(default)]
    pages: u32,
}

/// Reads one page: of the first import, of the newest, or of the rescan.
pub(super) async fn step(reader: &mut Reader) -> Result<Step, Failed> {
    let mut cursor: Cursor = reader.cursor();
    if !reader.importing() && cursor.pages == 0 {
        return newest(reader, cursor).await;
    }
    let query = all().order(Direction::Asc).per_page(reader.per_page).offset(cursor.walk.ask().offset);
    let page = reader.connection.client.customers(&query).await;
    let page = reader.counted(page)?;
    let step = cursor.walk.took(page.items.len(), &ids(&page.items), reader.per_page, page.date);
    if step == IdStep::Back {
        return reader.stand(&cursor).await;
    }
    if reader.importing() {
        cursor.newest = cursor.newest.max(ids(&page.items).into_iter().max().unwrap_or(0));
    }
    let ended = matches!(step, IdStep::End { .. });
    let enough = ended || cursor.pages >= PAGES_A_RUN;
    cursor.pages = if enough { 0 } else { cursor.pages.max(1) + 1 };
    let importing = reader.importing();
    save(reader, &cursor, &page).await?;
    Ok(match (ended, enough && !importing) {
        (true, _) => Step::CaughtUp(SELDOM),
        (false, true) => Step::Rest(SELDOM),
        (false, false) => Step::More,
    })
}

/// The newest customers, page by page back to the first one already known.
async fn newest(reader: &mut Reader, mut cursor: Cursor) -> Result<Step, Failed> {
    let (number, greatest) = cursor.look.unwrap_or((1, cursor.newest));
    let query = all().order(Direction::Desc).per_page(reader.per_page).page(number);
    let page = reader.connection.client.customers(&query).await;
    let page = reader.counted(page)?;
    let found = ids(&page.items);
    let greatest = greatest.max(found.iter().copied().max().unwrap_or(0));
    let full = u32::try_from(page.items.len()).unwrap_or(u32::MAX) >= reader.per_page;
    if full && number < MAX_NEW_PAGES && found.iter().all(|id| *id > cursor.newest) {
        cursor.look = Some((number + 1, greatest));
    } else {
        cursor.look = None;
        cursor.newest = greatest;
        cursor.pages = 1;
    }
    save(reader, &cursor, &page).await?;
    Ok(Step::More)
}

fn all() -> ListQuery {
    ListQuery::new().role("all").orderby(OrderBy::Id)
}

/// Customers of one store, read at a moment.
struct Customers {
    tenant: TenantId,
    store: Uuid,
    read_at: Timestamp,
}

impl Customers {
    fn of(connection: &Connection, read_at: Timestamp) -> Self {
        Self { tenant: connection.tenant, store: connection.store.id, read_at }
    }

    async fn tell(&self, tx: &Tx, app: &App, op: Op, ids: &[Uuid]) -> Result<(), Error> {
        Ok(news::tell(tx, &app.clock, self.tenant, Kind::Customer, op, Some(self.store), ids).await?)
    }
}

impl Records for Customers {
    const RESOURCE: &'static str = "customer";
    type Record = Incoming;
    type Applied = Applied;

    fn parse(&self, raw: &RawValue) -> Result<Incoming, PayloadError> {
        let customer = Customer::parse(raw)?;
        Ok(Incoming { customer, raw: raw.get().to_owned(), hash: content_hash(raw.get()) })
    }

    fn id(record: &Incoming) -> i64 {
        record.customer.id
    }

    async fn apply(&self, tx: &Tx, app: &App, records: Vec<Incoming>) -> Result<Applied, Error> {
        let applied = apply(tx, &app.clock, self.store, self.read_at, records).await?;
        if applied.changed > 0 {
            self.tell(tx, app, Op::Updated, &applied.ids).await?;
        }
        Ok(applied)
    }
}

impl Deletable for Customers {
    async fn delete(&self, tx: &Tx, app: &App, id: i64) -> Result<(), Error> {
        match delete(tx, &app.clock, self.store, id).await? {
            // he is still a customer, only without an account there
            Some(customer) => self.tell(tx, app, Op::Updated, &[customer]).await,
            None => Ok(()),
        }
    }
}

async fn save(reader: &mut Reader, cursor: &Cursor, page: &Page) -> Result<(), Failed> {
    let customers = Customers::of(&reader.connection, reader.read_at(page));
    let Taken { tx, applied, broken } = take(reader, page, &customers).await?;
    let (created, updated) = if reader.importing() { (applied.changed, 0) } else { (0, applied.changed) };
    let tally = Tally::of(page.items.len(), created, updated, broken.len());
    let total = if reader.stream.total.is_some() { None } else { rows(page.total) };
    reader.save(tx, cursor, tally, total, &broken).await
}

/// Reads one customer again and applies him; marks his account deleted when the store no longer has it.
pub(in crate::sync) async fn fetch_one(app: &App, connection: &Connection, id: i64) -> Result<&'static str, Failed> {
    let answer = connection.client.customer(id).await;
    let customers = Customers::of(connection, read_at(connection, &answer));
    settle_read(app, connection, id, answer, &customers).await
}
