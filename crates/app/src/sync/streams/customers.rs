//! Registered customers. They have no filter by change: the newest ids first, then one page of a rolling rescan;
//! deliveries bring the rest early.

use fulexo_woo::payload::Customer;
use fulexo_woo::{Direction, ListQuery, OrderBy, Page};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{SELDOM, count, rows};
use crate::copy::content_hash;
use crate::customers::apply::{Incoming, apply, delete};
use crate::news::{self, Kind, Op};
use crate::sync::pages::{Broken, ids, quarantine, resolve, split};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{IdStep, IdWalk};

/// The saved place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Cursor {
    /// The rolling rescan; never filtered, so `since` stays unused.
    #[serde(default)]
    walk: IdWalk,
    /// The greatest id seen.
    #[serde(default)]
    newest: i64,
    /// The newest have been looked at in this run.
    #[serde(default)]
    looked: bool,
}

/// Reads one page: of the first import or rescan, or of the newest.
pub(super) async fn step(reader: &mut Reader) -> Result<Step, Failed> {
    let mut cursor: Cursor = reader.cursor();
    if !reader.importing() && !cursor.looked {
        return newest(reader, cursor).await;
    }
    let ask = cursor.walk.ask();
    let query = all().order(Direction::Asc).per_page(reader.per_page).offset(ask.offset);
    let page = reader.connection.client.customers(&query).await;
    let page = reader.counted(page)?;
    let step = cursor.walk.took(page.items.len(), &ids(&page.items), reader.per_page, page.date);
    if step == IdStep::Back {
        let tx = reader.tx().await?;
        reader.save(tx, &cursor, Tally::default(), None, &[]).await?;
        return Ok(Step::More);
    }
    cursor.newest = cursor.newest.max(ids(&page.items).into_iter().max().unwrap_or(0));
    cursor.looked = false;
    let importing = reader.importing();
    save(reader, &cursor, &page).await?;
    let ended = matches!(step, IdStep::End { .. });
    Ok(if importing && !ended { Step::More } else { Step::CaughtUp(SELDOM) })
}

/// The newest customers, back to the first one already known.
async fn newest(reader: &mut Reader, mut cursor: Cursor) -> Result<Step, Failed> {
    let query = all().order(Direction::Desc).per_page(reader.per_page.min(20));
    let page = reader.connection.client.customers(&query).await;
    let page = reader.counted(page)?;
    let found = ids(&page.items);
    if found.iter().all(|id| *id > cursor.newest) && found.len() >= 20 {
        // more new ones than a page: the rescan begins again where the known ones end
        cursor.walk = IdWalk::default();
    }
    cursor.newest = cursor.newest.max(found.into_iter().max().unwrap_or(0));
    cursor.looked = true;
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
    let (customers, broken) = split(&page.items, "customer", parse);
    let external: Vec<i64> = customers.iter().map(|c| c.customer.id).collect();
    let (tenant, store) = (reader.connection.tenant, reader.connection.store.id);
    let read_at = reader.read_at(page);
    let tx = reader.tx().await?;
    let applied = apply(&tx, &reader.app.clock, store, read_at, customers).await?;
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
                    let read_at = answer.date.unwrap_or_else(|| app.clock.now());
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
