//! Writes what stores say of their own customers.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use fulexo_db::Tx;
use fulexo_kernel::{Clock, text};
use fulexo_queries::queries::customers as sql;
use fulexo_woo::payload::Customer;
use jiff::Timestamp;
use uuid::Uuid;

use super::resolve::{Seen, resolve};
use crate::Error;
use crate::copy::plausible;

/// A store's customer record, read and raw.
pub(crate) struct Incoming {
    pub customer: Customer,
    pub raw: String,
    pub hash: [u8; 32],
}

/// What a batch changed.
#[derive(Default, Debug, PartialEq, Eq)]
pub(crate) struct Applied {
    pub changed: usize,
    pub ids: Vec<Uuid>,
}

impl AddAssign for Applied {
    fn add_assign(&mut self, other: Self) {
        self.changed += other.changed;
        self.ids.extend(other.ids);
    }
}

/// Applies a page of customers read at a moment; the same page again changes nothing.
pub(crate) async fn apply(
    tx: &Tx,
    clock: &Clock,
    store: Uuid,
    read_at: Timestamp,
    batch: Vec<Incoming>,
) -> Result<Applied, Error> {
    let batch: BTreeMap<i64, Incoming> = batch.into_iter().map(|i| (i.customer.id, i)).collect();
    if batch.is_empty() {
        return Ok(Applied::default());
    }
    let batch: Vec<Incoming> = batch.into_values().collect();
    let seen: Vec<Seen> = batch.iter().map(|i| seen(&i.customer, read_at)).collect();
    let owners = resolve(tx, clock, store, &seen).await?;
    let owned: Vec<(&Incoming, Uuid)> = batch.iter().zip(owners).filter_map(|(i, o)| Some((i, o?))).collect();
    let external: Vec<i64> = owned.iter().map(|(i, _)| i.customer.id).collect();
    let customers: Vec<Uuid> = owned.iter().map(|(_, o)| *o).collect();
    let raws: Vec<&str> = owned.iter().map(|(i, _)| i.raw.as_str()).collect();
    let hashes: Vec<&[u8]> = owned.iter().map(|(i, _)| i.hash.as_slice()).collect();
    let modified: Vec<Timestamp> = owned.iter().map(|(i, _)| dated(&i.customer, read_at)).collect();
    let changed =
        sql::save_identities().bind(tx, &read_at, &external, &customers, &raws, &hashes, &modified, &store).await?;
    Ok(Applied { changed: usize::try_from(changed).unwrap_or(0), ids: customers })
}

/// A store deleted one of its customers; what he bought stays.
pub(crate) async fn delete(tx: &Tx, clock: &Clock, store: Uuid, external_id: i64) -> Result<Option<Uuid>, Error> {
    Ok(sql::delete_identity().bind(tx, &clock.now(), &store, &external_id).opt().await?)
}

/// When the store changed him last, as far as that can be true.
fn dated(customer: &Customer, read_at: Timestamp) -> Timestamp {
    customer.date_modified_gmt.map_or(read_at, |at| plausible(at, read_at))
}

fn seen(customer: &Customer, read_at: Timestamp) -> Seen {
    let billing = &customer.billing;
    let own = format!("{} {}", customer.first_name, customer.last_name);
    let name = if own.trim().is_empty() { format!("{} {}", billing.first_name, billing.last_name) } else { own };
    Seen {
        external_id: Some(customer.id),
        email: if customer.email.is_empty() { billing.email.clone() } else { customer.email.clone() },
        name: text::storable(name.trim()),
        phone: billing.phone.clone(),
        city: billing.city.clone(),
        country: billing.country.clone(),
        at: plausible(customer.date_modified_gmt.or(customer.date_created_gmt).unwrap_or(read_at), read_at),
    }
}
