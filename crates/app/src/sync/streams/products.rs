//! Products by id, those that changed since the last round began. Variations are a stream of their own.

use std::time::Duration;

use fulexo_woo::{Direction, ListQuery, OrderBy, Page};

use super::{count, outside_gaps, rows};
use crate::catalogue::apply::{Applied, Incoming, Reading, apply, mark_deleted};
use crate::copy::Source;
use crate::sync::pages::{Broken, ids, quarantine, refuses_content, resolve, split, unkeepable};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{IdStep, IdWalk};

const EVERY: Duration = Duration::from_secs(60);

/// Reads one page of products.
pub(super) async fn step(reader: &mut Reader) -> Result<Step, Failed> {
    let mut walk: IdWalk = reader.cursor();
    let query = query(reader, &walk);
    let page = reader.connection.client.products(&query).await;
    let page = reader.counted(page)?;
    let step = walk.took(page.items.len(), &ids(&page.items), reader.per_page, page.date);
    if step == IdStep::Back {
        let tx = reader.tx().await?;
        reader.save(tx, &walk, Tally::default(), None, &[]).await?;
        return Ok(Step::More);
    }
    let (incoming, broken) = split(&page.items, "product", Incoming::parse);
    save(reader, &walk, &page, incoming, broken, "product").await?;
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

/// Applies a page of listings and saves the place it leads to.
pub(super) async fn save(
    reader: &mut Reader,
    cursor: &impl serde::Serialize,
    page: &Page,
    incoming: Vec<Incoming>,
    mut broken: Vec<Broken>,
    resource: &'static str,
) -> Result<(), Failed> {
    let store = reader.connection.store.id;
    let reading =
        Reading { tenant: reader.connection.tenant, store, read_at: reader.read_at(page), source: Source::Poll };
    let read: Vec<i64> = incoming.iter().map(|i| if i.key.1 == 0 { i.key.0 } else { i.key.1 }).collect();
    let mut tx = reader.tx().await?;
    let mut applied = apply(&tx, &reader.app, reading, incoming.clone()).await;
    if applied.as_ref().is_err_and(refuses_content) {
        tx = reader.tx().await?;
        applied = Ok(one_by_one(reader, reading, incoming, resource, &mut broken).await?);
    }
    let applied = applied?;
    if reader.connection.store.quarantined > 0 {
        resolve(&tx, &reader.app, store, resource, &read).await?;
    }
    let total = if reader.stream.total.is_some() { None } else { rows(page.total) };
    reader.save(tx, cursor, tally(&applied, page, broken.len()), total, &broken).await
}

/// One of the page cannot be kept: each in a transaction of its own, so that only that one goes to quarantine.
async fn one_by_one(
    reader: &Reader,
    reading: Reading,
    incoming: Vec<Incoming>,
    resource: &'static str,
    broken: &mut Vec<Broken>,
) -> Result<Applied, Failed> {
    let mut sum = Applied::default();
    for record in incoming {
        let (id, raw) = (if record.key.1 == 0 { record.key.0 } else { record.key.1 }, record.raw().to_owned());
        let tx = reader.tx().await?;
        match apply(&tx, &reader.app, reading, vec![record]).await {
            Ok(one) => {
                tx.commit().await?;
                sum.created += one.created;
                sum.updated += one.updated;
                sum.unchanged += one.unchanged;
            }
            Err(error) if refuses_content(&error) => broken.push(unkeepable(resource, id, &raw, &error)),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(sum)
}

fn tally(applied: &Applied, page: &Page, broken: usize) -> Tally {
    Tally {
        read: count(page.items.len()),
        created: count(applied.created),
        updated: count(applied.updated),
        unchanged: count(applied.unchanged),
        quarantined: count(broken),
    }
}

/// Reads one product or variation again and applies it; a tombstone when the store no longer has it.
pub(in crate::sync) async fn fetch_one(
    app: &crate::App,
    connection: &crate::stores::Connection,
    id: i64,
) -> Result<&'static str, Failed> {
    app.metrics.store_requests.inc();
    let now = || connection.client.store_now();
    let reading =
        |read_at| Reading { tenant: connection.tenant, store: connection.store.id, read_at, source: Source::Poll };
    match connection.client.product(id).await {
        Ok(answer) => {
            let tx = app.db.tenant(connection.tenant).await?;
            let outcome = match Incoming::parse(&answer.body) {
                Ok(incoming) => {
                    apply(&tx, app, reading(answer.date.unwrap_or_else(now)), vec![incoming]).await?;
                    "processed"
                }
                Err(error) => {
                    let broken = Broken::of("product", answer.body.get(), &error);
                    quarantine(&tx, app, connection.store.id, &[broken]).await?;
                    "quarantined"
                }
            };
            tx.commit().await?;
            Ok(outcome)
        }
        Err(fulexo_woo::Error::NotFound { .. }) => {
            let tx = app.db.tenant(connection.tenant).await?;
            mark_deleted(&tx, app, reading(now()), id).await?;
            tx.commit().await?;
            Ok("processed")
        }
        Err(error) => Err(error.into()),
    }
}
