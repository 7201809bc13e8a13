//! Refunds with their dates. Orders name their refunds; this stream tells when each was made.

use std::collections::BTreeMap;

use fulexo_queries::queries::catalogue;
use fulexo_woo::payload::Refund;
use fulexo_woo::{Error as WooError, Page};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{SELDOM, count, products, rows};
use crate::orders::refunds::{IncomingRefund, apply_refunds};
use crate::sync::pages::{Broken, ids, refuses_content, resolve, split, unkeepable};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{IdStep, IdWalk};

/// The saved place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Cursor {
    #[serde(default)]
    walk: IdWalk,
}

/// Reads one page of refunds.
pub(super) async fn step(reader: &mut Reader) -> Result<Step, Failed> {
    let tx = reader.tx().await?;
    let orders_here = catalogue::stream_imported().bind(&tx, &reader.connection.store.id, &"orders").one().await?;
    drop(tx);
    if !orders_here {
        return Ok(Step::NotYet);
    }
    let mut cursor: Cursor = reader.cursor();
    let query = products::query(reader, &cursor.walk);
    let answer = reader.connection.client.refunds(&query).await;
    let page = match reader.counted(answer) {
        // before WooCommerce 9.0 there is no such list: orders still name their refunds
        Err(WooError::NoApi | WooError::NotFound { .. }) => return Ok(Step::CaughtUp(SELDOM)),
        page => page?,
    };
    let step = cursor.walk.took(page.items.len(), &ids(&page.items), reader.per_page, page.date);
    if step == IdStep::Back {
        let tx = reader.tx().await?;
        reader.save(tx, &cursor, Tally::default(), None, &[]).await?;
        return Ok(Step::More);
    }
    apply(reader, &cursor, &page).await?;
    Ok(if matches!(step, IdStep::End { .. }) { Step::CaughtUp(SELDOM) } else { Step::More })
}

fn parse(raw: &RawValue) -> Result<IncomingRefund, fulexo_woo::payload::PayloadError> {
    let refund = Refund::parse(raw)?;
    let order = refund.parent_id.ok_or(fulexo_woo::payload::PayloadError {
        resource: "refund",
        id: Some(refund.id),
        field: "parent_id",
        reason: "it names no order".into(),
    })?;
    Ok(IncomingRefund { order, raw: raw.get().to_owned(), refund })
}

async fn apply(reader: &mut Reader, cursor: &Cursor, page: &Page) -> Result<(), Failed> {
    let (refunds, mut broken) = split(&page.items, "refund", parse);
    let unique: BTreeMap<i64, IncomingRefund> = refunds.into_iter().map(|r| (r.refund.id, r)).collect();
    let refunds: Vec<IncomingRefund> = unique.into_values().collect();
    let mut tx = reader.tx().await?;
    let (store, read_at) = (reader.connection.store.id, reader.read_at(page));
    let mut changed = apply_refunds(&tx, &reader.app.clock, store, read_at, &refunds).await;
    if changed.as_ref().is_err_and(refuses_content) {
        tx = reader.tx().await?;
        changed = Ok(one_by_one(reader, read_at, &refunds, &mut broken).await?);
    }
    let changed = count(usize::try_from(changed?).unwrap_or(0));
    if reader.connection.store.quarantined > 0 {
        let read: Vec<i64> = refunds.iter().map(|r| r.refund.id).collect();
        resolve(&tx, &reader.app, store, "refund", &read).await?;
    }
    let read = count(page.items.len());
    let tally = Tally {
        read,
        // the first reading of a refund is new to its stream, whatever the order said before
        created: if reader.importing() { changed } else { 0 },
        updated: if reader.importing() { 0 } else { changed },
        unchanged: (read - changed).max(0),
        quarantined: count(broken.len()),
    };
    let total = if reader.stream.total.is_some() { None } else { rows(page.total) };
    reader.save(tx, cursor, tally, total, &broken).await
}

/// One of the page cannot be kept: each in a transaction of its own, so that only that one goes to quarantine.
async fn one_by_one(
    reader: &Reader,
    read_at: Timestamp,
    refunds: &[IncomingRefund],
    broken: &mut Vec<Broken>,
) -> Result<u64, Failed> {
    let mut sum = 0;
    for refund in refunds {
        let tx = reader.tx().await?;
        let one = std::slice::from_ref(refund);
        match apply_refunds(&tx, &reader.app.clock, reader.connection.store.id, read_at, one).await {
            Ok(changed) => {
                tx.commit().await?;
                sum += changed;
            }
            Err(error) if refuses_content(&error) => {
                broken.push(unkeepable("refund", refund.refund.id, &refund.raw, &error));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(sum)
}
