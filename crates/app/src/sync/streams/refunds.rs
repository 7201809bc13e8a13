//! Refunds with their dates. Orders name their refunds; this stream tells when each was made.

use std::collections::BTreeMap;

use fulexo_db::Tx;
use fulexo_queries::queries::stores::stream_imported;
use fulexo_woo::payload::{PayloadError, Refund};
use fulexo_woo::{Error as WooError, Page};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::{SELDOM, products, rows};
use crate::orders::refunds::{IncomingRefund, apply_refunds};
use crate::sync::pages::{Records, Taken, ids, take};
use crate::sync::reader::{Failed, Reader, Step, Tally};
use crate::sync::walk::{IdStep, IdWalk};
use crate::{App, Error};

/// The saved place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Cursor {
    #[serde(default)]
    walk: IdWalk,
}

/// Reads one page of refunds.
pub(super) async fn step(reader: &mut Reader) -> Result<Step, Failed> {
    let tx = reader.tx().await?;
    let orders_here = stream_imported().bind(&tx, &reader.connection.store.id, &"orders").one().await?;
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
        return reader.stand(&cursor).await;
    }
    save(reader, &cursor, &page).await?;
    Ok(if matches!(step, IdStep::End { .. }) { Step::CaughtUp(SELDOM) } else { Step::More })
}

/// Refunds of one store, read at a moment.
struct Refunds {
    store: Uuid,
    read_at: Timestamp,
}

impl Records for Refunds {
    const RESOURCE: &'static str = "refund";
    type Record = IncomingRefund;
    /// How many changed.
    type Applied = u64;

    fn parse(&self, raw: &RawValue) -> Result<IncomingRefund, PayloadError> {
        let refund = Refund::parse(raw)?;
        let order = refund.parent_id.ok_or(PayloadError {
            resource: "refund",
            id: Some(refund.id),
            field: "parent_id",
            reason: "it names no order".into(),
        })?;
        Ok(IncomingRefund { order, raw: raw.get().to_owned(), refund })
    }

    fn id(record: &IncomingRefund) -> i64 {
        record.refund.id
    }

    async fn apply(&self, tx: &Tx, app: &App, records: Vec<IncomingRefund>) -> Result<u64, Error> {
        let unique: BTreeMap<i64, IncomingRefund> = records.into_iter().map(|r| (r.refund.id, r)).collect();
        let refunds: Vec<IncomingRefund> = unique.into_values().collect();
        apply_refunds(tx, &app.clock, self.store, self.read_at, &refunds).await
    }
}

async fn save(reader: &mut Reader, cursor: &Cursor, page: &Page) -> Result<(), Failed> {
    let refunds = Refunds { store: reader.connection.store.id, read_at: reader.read_at(page) };
    let Taken { tx, applied, broken } = take(reader, page, &refunds).await?;
    let changed = usize::try_from(applied).unwrap_or(usize::MAX);
    // the first reading of a refund is new to its stream, whatever the order said before
    let (created, updated) = if reader.importing() { (changed, 0) } else { (0, changed) };
    let tally = Tally::of(page.items.len(), created, updated, broken.len());
    let total = if reader.stream.total.is_some() { None } else { rows(page.total) };
    reader.save(tx, cursor, tally, total, &broken).await
}
