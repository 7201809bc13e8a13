//! Registered customers. They have no filter by change: the newest ids first, then one page of a rolling rescan;
//! deliveries bring the rest early.

use fulexo_woo::payload::Customer;
use fulexo_woo::{Direction, ListQuery, OrderBy, Page};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{SELDOM, count, rows};
use crate::copy::content_hash;
use crate::customers::apply::{Applied, Incoming, apply, delete};
use crate::news::{self, Kind, Op};
use crate::sync::pages::{Broken, ids, quarantine, refuses_content, resolve, split, unkeepable};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{IdStep, IdWalk};

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
        let tx = reader.tx().await?;
        reader.save(tx, &cursor, Tally::default(), None, &[]).await?;
        return Ok(Step::More);
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

fn parse(raw: &RawValue) -> Result<Incoming, fulexo_woo::payload::PayloadError> {
    let customer = Customer::parse(raw)?;
    Ok(Incoming { customer, raw: raw.get().to_owned(), hash: content_hash(raw.get()) })
}

async fn save(reader: &mut Reader, cursor: &Cursor, page: &Page) -> Result<(), Failed> {
    let (customers, mut broken) = split(&page.items, "customer", parse);
    let external: Vec<i64> = customers.iter().map(|c| c.customer.id).collect();
    let (tenant, store) = (reader.connection.tenant, reader.connection.store.id);
    let read_at = reader.read_at(page);
    let mut tx = reader.tx().await?;
    let mut applied = apply(&tx, &reader.app.clock, store, read_at, customers).await;
    if applied.as_ref().is_err_and(refuses_content) {
        tx = reader.tx().await?;
        applied = Ok(one_by_one(reader, page, &mut broken).await?);
    }
    let applied = applied?;
    if reader.connection.store.quarantined > 0 {
        resolve(&tx, &reader.app, store, "customer", &external).await?;
    }
    if applied.changed > 0 {
        news::tell(&tx, &reader.app.clock, tenant, Kind::Customer, Op::Updated, Some(store), &applied.ids).await?;
    }
    let (read, changed) = (count(page.items.len()), count(applied.changed));
    let tally = Tally {
        read,
        created: if reader.importing() { changed } else { 0 },
        updated: if reader.importing() { 0 } else { changed },
        unchanged: (read - changed).max(0),
        quarantined: count(broken.len()),
    };
    let total = if reader.stream.total.is_some() { None } else { rows(page.total) };
    reader.save(tx, cursor, tally, total, &broken).await
}

/// One of the page cannot be kept: each in a transaction of its own, so that only that one goes to quarantine.
async fn one_by_one(reader: &Reader, page: &Page, broken: &mut Vec<Broken>) -> Result<Applied, Failed> {
    let mut sum = Applied::default();
    let (store, read_at) = (reader.connection.store.id, reader.read_at(page));
    for incoming in split(&page.items, "customer", parse).0 {
        let (id, raw) = (incoming.customer.id, incoming.raw.clone());
        let tx = reader.tx().await?;
        match apply(&tx, &reader.app.clock, store, read_at, vec![incoming]).await {
            Ok(one) => {
                tx.commit().await?;
                sum.changed += one.changed;
                sum.ids.extend(one.ids);
            }
            Err(error) if refuses_content(&error) => broken.push(unkeepable("customer", id, &raw, &error)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(sum)
}

/// Applies a delivered customer, or reads him again when the delivery is no record.
pub(in crate::sync) async fn fetch_one(
    app: &crate::App,
    connection: &crate::stores::Connection,
    id: i64,
) -> Result<&'static str, Failed> {
    app.metrics.store_requests.inc();
    let (tenant, store) = (connection.tenant, connection.store.id);
    match connection.client.customer(id).await {
        Ok(answer) => {
            let tx = app.db.tenant(tenant).await?;
            let outcome = match parse(&answer.body) {
                Ok(incoming) => {
                    let read_at = answer.date.unwrap_or_else(|| connection.client.store_now());
                    let applied = apply(&tx, &app.clock, store, read_at, vec![incoming]).await?;
                    news::tell(&tx, &app.clock, tenant, Kind::Customer, Op::Updated, Some(store), &applied.ids).await?;
                    "processed"
                }
                Err(error) => {
                    let broken = Broken::of("customer", answer.body.get(), &error);
                    quarantine(&tx, app, store, &[broken]).await?;
                    "quarantined"
                }
            };
            tx.commit().await?;
            Ok(outcome)
        }
        Err(fulexo_woo::Error::NotFound { .. }) => {
            let tx = app.db.tenant(tenant).await?;
            delete(&tx, &app.clock, store, id).await?;
            tx.commit().await?;
            Ok("processed")
        }
        Err(error) => Err(error.into()),
    }
}
