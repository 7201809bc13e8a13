//! Orders by date of change: first all outside the trash, then the trash, each with its own place.

use fulexo_woo::{Direction, ListQuery, OrderBy, Page};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{count, interval, outside_gaps, rows};
use crate::copy::Source;
use crate::orders::apply::{Applied, Fate, Incoming, Reading, apply, mark_deleted};
use crate::sync::pages::{Broken, newest, refuses_content, resolve, split, unkeepable};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{ModifiedStep, ModifiedWalk, Scan};

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
    let page = match reader.ahead.take().filter(|(ahead, _)| *ahead == asked) {
        Some((_, page)) => page,
        None => reader.connection.client.orders(&asked).await,
    };
    let page = reader.counted(page)?;
    let began = *cursor.began.get_or_insert(reader.read_at(&page));
    let at = newest(&page.items, reader.read_at(&page));
    let step = scan.took(page.items.len(), at, page.total, reader.per_page);
    let walk = if trash { &mut cursor.trash } else { &mut cursor.main };
    // an order dated in the future must not hide what happens until then
    walk.reach(at.map(|at| at.min(began)));
    match step {
        ModifiedStep::More => cursor.scan = Some(scan),
        ModifiedStep::End => {
            walk.reach(began.checked_sub(SETTLED).ok());
            cursor.began = None;
            cursor.in_trash = !trash;
        }
    }
    // a first import asks for the next page while it writes this one
    match cursor.scan.as_ref().filter(|_| reader.importing()).map(|scan| query(reader, scan, trash)) {
        Some(next) => {
            let client = reader.connection.client.clone();
            let (saved, page) = futures::join!(save_page(reader, &cursor, &page, trash), client.orders(&next));
            saved?;
            reader.ahead = Some((next, page));
        }
        None => save_page(reader, &cursor, &page, trash).await?,
    }
    let ended = trash && step == ModifiedStep::End;
    Ok(if ended { Step::CaughtUp(interval(reader)) } else { Step::More })
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

async fn save_page(reader: &mut Reader, cursor: &Cursor, page: &Page, trash: bool) -> Result<(), Failed> {
    let read_at = reader.read_at(page);
    let (orders, mut broken) = split(&page.items, "order", |raw| Incoming::parse(raw, read_at));
    let ids: Vec<i64> = orders.iter().map(|o| o.order.id).collect();
    let store = reader.connection.store.id;
    let reading = Reading { tenant: reader.connection.tenant, store, source: Source::Poll };
    let mut tx = reader.tx().await?;
    let mut applied = apply(&tx, &reader.app, reading, orders).await;
    if applied.as_ref().is_err_and(refuses_content) {
        tx = reader.tx().await?;
        applied = Ok(one_by_one(reader, reading, page, &mut broken).await?);
    }
    let applied = applied?;
    if reader.connection.store.quarantined > 0 {
        resolve(&tx, &reader.app, store, "order", &ids).await?;
    }
    let tally = tally(&applied, page, broken.len());
    // the trash is small and its size unknown before: the bar measures the rest
    let total = if trash || reader.stream.total.is_some() { None } else { rows(page.total) };
    reader.save(tx, cursor, tally, total, &broken).await
}

/// One of the page cannot be kept: each in a transaction of its own, so that only that one goes to quarantine.
async fn one_by_one(
    reader: &Reader,
    reading: Reading,
    page: &Page,
    broken: &mut Vec<Broken>,
) -> Result<Applied, Failed> {
    let mut sum = Applied::default();
    let read_at = reader.read_at(page);
    for order in split(&page.items, "order", |raw| Incoming::parse(raw, read_at)).0 {
        let (id, raw) = (order.order.id, order.raw.clone());
        let tx = reader.tx().await?;
        match apply(&tx, &reader.app, reading, vec![order]).await {
            Ok(one) => {
                tx.commit().await?;
                sum.0.extend(one.0);
            }
            Err(error) if refuses_content(&error) => broken.push(unkeepable("order", id, &raw, &error)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(sum)
}

fn tally(applied: &Applied, page: &Page, broken: usize) -> Tally {
    Tally {
        read: count(page.items.len()),
        created: count(applied.count(Fate::Created)),
        updated: count(applied.count(Fate::Updated)),
        unchanged: count(applied.count(Fate::Unchanged) + applied.count(Fate::Older)),
        quarantined: count(broken),
    }
}

/// Reads one order again and applies it; a tombstone when the store no longer has it.
pub(in crate::sync) async fn fetch_one(
    app: &crate::App,
    connection: &crate::stores::Connection,
    id: i64,
    source: Source,
) -> Result<&'static str, Failed> {
    app.metrics.store_requests.inc();
    let reading = Reading { tenant: connection.tenant, store: connection.store.id, source };
    match connection.client.order(id).await {
        Ok(answer) => {
            let read_at = answer.date.unwrap_or_else(|| connection.client.store_now());
            let incoming = Incoming::parse(&answer.body, read_at);
            let tx = app.db.tenant(connection.tenant).await?;
            let outcome = match incoming {
                Ok(incoming) => {
                    // read from the store itself: its word is final
                    let reading = Reading { source: Source::Poll, ..reading };
                    apply(&tx, app, reading, vec![incoming]).await?;
                    "processed"
                }
                Err(error) => {
                    let broken = crate::sync::pages::Broken::of("order", answer.body.get(), &error);
                    crate::sync::pages::quarantine(&tx, app, connection.store.id, &[broken]).await?;
                    "quarantined"
                }
            };
            tx.commit().await?;
            Ok(outcome)
        }
        Err(fulexo_woo::Error::NotFound { .. }) => {
            let tx = app.db.tenant(connection.tenant).await?;
            mark_deleted(&tx, app, reading, id).await?;
            tx.commit().await?;
            Ok("processed")
        }
        Err(error) => Err(error.into()),
    }
}
