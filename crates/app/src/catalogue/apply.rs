//! Writes copies of a store's products and variations as listings, each with its product. Idempotent, ordered by version.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use fulexo_db::Tx;
use fulexo_kernel::{TenantId, text};
use fulexo_queries::queries::catalogue as sql;
use fulexo_queries::queries::stores::lock_applies;
use fulexo_woo::payload::{Attribute, ManageStock, PayloadError, Product, Variation};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde_json::json;
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::copy::{Source, Verdict, Version, content_hash, judge, plausible};
use crate::news::{self, Kind, Op};
use crate::{App, Error};

/// A store's product or variation, reduced to what a listing holds.
#[derive(Debug)]
pub(crate) struct Incoming {
    /// Product id, and variation id or 0.
    pub key: (i64, i64),
    pub modified_at: Timestamp,
    kind: String,
    status: String,
    name: String,
    sku: String,
    prices: [Option<Decimal>; 3],
    manage_stock: &'static str,
    stock_quantity: Option<Decimal>,
    stock_status: String,
    image_url: Option<String>,
    attributes: String,
    raw: String,
    hash: [u8; 32],
}

/// Where and when copies were read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub tenant: TenantId,
    pub store: Uuid,
    pub read_at: Timestamp,
    pub source: Source,
}

/// What a batch changed.
#[derive(Default, Debug, PartialEq, Eq)]
pub(crate) struct Applied {
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    /// Records only the store can settle.
    pub fetch: Vec<(i64, i64)>,
}

impl AddAssign for Applied {
    fn add_assign(&mut self, other: Self) {
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.fetch.extend(other.fetch);
    }
}

impl Incoming {
    /// Reads a product, or a variation that answers under the products' address.
    pub(crate) fn parse(raw: &RawValue) -> Result<Self, PayloadError> {
        let product = Product::parse(raw)?;
        if product.r#type == "variation" {
            return Self::parse_variation(raw, product.parent_id);
        }
        let image = product.images.first().and_then(|i| i.src.clone());
        Ok(Self {
            key: (product.id, 0),
            modified_at: product.date_modified_gmt,
            kind: text::storable(&product.r#type),
            status: text::storable(&product.status),
            name: text::storable(&product.name),
            sku: text::storable(product.sku.as_deref().unwrap_or_default()),
            prices: [product.price, product.regular_price, product.sale_price],
            manage_stock: managed(product.manage_stock),
            stock_quantity: product.stock_quantity,
            stock_status: text::storable(&product.stock_status),
            image_url: image.filter(|src| !src.is_empty()).map(|src| text::storable(&src)),
            attributes: attributes(&product.attributes),
            raw: raw.get().to_owned(),
            hash: content_hash(raw.get()),
        })
    }

    /// Reads a variation; `parent` is known when it was asked for under its product.
    pub(crate) fn parse_variation(raw: &RawValue, parent: Option<i64>) -> Result<Self, PayloadError> {
        let variation = Variation::parse(raw)?;
        let parent = variation.parent_id.or(parent).ok_or(PayloadError {
            resource: "variation",
            id: Some(variation.id),
            field: "parent_id",
            reason: "it is missing".into(),
        })?;
        Ok(Self {
            key: (parent, variation.id),
            modified_at: variation.date_modified_gmt,
            kind: "variation".into(),
            status: text::storable(&variation.status),
            name: text::storable(&variation.name),
            sku: text::storable(variation.sku.as_deref().unwrap_or_default()),
            prices: [variation.price, variation.regular_price, variation.sale_price],
            manage_stock: managed(variation.manage_stock),
            stock_quantity: variation.stock_quantity,
            stock_status: text::storable(&variation.stock_status),
            image_url: variation
                .image
                .and_then(|i| i.src)
                .filter(|src| !src.is_empty())
                .map(|src| text::storable(&src)),
            attributes: attributes(&variation.attributes),
            raw: raw.get().to_owned(),
            hash: content_hash(raw.get()),
        })
    }

    /// The store's id of the record itself.
    pub(crate) const fn id(&self) -> i64 {
        if self.key.1 == 0 { self.key.0 } else { self.key.1 }
    }

    /// A variable product that its variations stand for is no physical thing.
    fn is_parent(&self) -> bool {
        self.kind == "variable"
    }
}

const fn managed(stock: ManageStock) -> &'static str {
    match stock {
        ManageStock::Yes => "yes",
        ManageStock::No => "no",
        ManageStock::Parent => "parent",
    }
}

fn attributes(attributes: &[Attribute]) -> String {
    let rows: Vec<_> = attributes
        .iter()
        .map(|a| (text::storable(&a.name), a.option.clone().unwrap_or_else(|| a.options.join(", "))))
        .map(|(name, option)| json!({ "name": name, "option": text::storable(&option) }))
        .collect();
    serde_json::to_string(&rows).unwrap_or_else(|_| "[]".into())
}

/// A listing about to be written.
struct Write {
    id: Uuid,
    product_id: Option<Uuid>,
    new_product: bool,
    name: String,
    incoming: Incoming,
}

/// Applies copies of products and variations in the caller's transaction.
pub(crate) async fn apply(tx: &Tx, app: &App, reading: Reading, batch: Vec<Incoming>) -> Result<Applied, Error> {
    let dated = |i: Incoming| Incoming { modified_at: plausible(i.modified_at, reading.read_at), ..i };
    let batch: BTreeMap<(i64, i64), Incoming> = batch.into_iter().map(|i| (i.key, dated(i))).collect();
    if batch.is_empty() {
        return Ok(Applied::default());
    }
    lock_applies().bind(tx, &reading.store).one().await?;
    let mut products: Vec<i64> = batch.keys().map(|k| k.0).collect();
    products.dedup();
    let rows = sql::listings_by_external().bind(tx, &products, &reading.store).all().await?;
    let ours: BTreeMap<(i64, i64), sql::ListingsByExternal> =
        rows.into_iter().map(|r| ((r.external_product_id, r.external_variation_id), r)).collect();
    let mut applied = Applied::default();
    let mut writes = Vec::new();
    for (key, incoming) in batch {
        let parent = ours.get(&(key.0, 0)).map(|p| p.name.clone());
        match ours.get(&key) {
            None => {
                applied.created += 1;
                writes.push(write(app, incoming, None, parent));
            }
            Some(copy) => match verdict(copy, &incoming, reading) {
                Verdict::Newer | Verdict::Touch => {
                    applied.updated += 1;
                    writes.push(write(app, incoming, Some(copy), parent));
                }
                Verdict::Same | Verdict::Older => applied.unchanged += 1,
                Verdict::Fetch => applied.fetch.push(key),
            },
        }
    }
    save(tx, app, reading, &writes, applied.created).await?;
    Ok(applied)
}

fn verdict(copy: &sql::ListingsByExternal, incoming: &Incoming, reading: Reading) -> Verdict {
    let ours = Version { modified_at: copy.store_modified_at, read_at: copy.read_at };
    let theirs = Version { modified_at: incoming.modified_at, read_at: reading.read_at };
    let verdict = judge(ours, &copy.content_hash, theirs, &incoming.hash, reading.source);
    match (copy.deleted_at.is_some(), verdict, reading.source) {
        (false, ..) | (true, Verdict::Older, _) => verdict,
        (true, _, Source::Poll) => Verdict::Newer,
        // a late delivery does not raise the dead: only the store can tell
        (true, _, Source::Webhook) => Verdict::Fetch,
    }
}

fn write(app: &App, incoming: Incoming, copy: Option<&sql::ListingsByExternal>, parent: Option<String>) -> Write {
    let known = copy.and_then(|c| c.product_id);
    let name = match parent.filter(|_| incoming.key.1 != 0) {
        Some(parent) if incoming.name.is_empty() => parent,
        Some(parent) if !incoming.name.starts_with(&parent) => format!("{parent} – {}", incoming.name),
        _ => incoming.name.clone(),
    };
    let product_id = if incoming.is_parent() { known } else { Some(known.unwrap_or_else(|| app.clock.id())) };
    Write {
        id: copy.map_or_else(|| app.clock.id(), |c| c.id),
        new_product: product_id.is_some() && known.is_none(),
        product_id,
        name,
        incoming,
    }
}

async fn save(tx: &Tx, app: &App, reading: Reading, writes: &[Write], created: usize) -> Result<(), Error> {
    if writes.is_empty() {
        return Ok(());
    }
    save_products(tx, app, writes).await?;
    save_listings(tx, app, reading, writes).await?;
    let ids: Vec<Uuid> = writes.iter().filter_map(|w| w.product_id).collect();
    let op = if created > 0 { Op::Created } else { Op::Updated };
    news::tell(tx, &app.clock, reading.tenant, Kind::Product, op, Some(reading.store), &ids).await?;
    Ok(())
}

async fn save_products(tx: &Tx, app: &App, writes: &[Write]) -> Result<(), Error> {
    let now = app.clock.now();
    let (mut tokens, mut owners) = (Vec::new(), Vec::new());
    let (new, old): (Vec<&Write>, Vec<&Write>) =
        writes.iter().filter(|w| w.product_id.is_some()).partition(|w| w.new_product);
    for (rows, fresh) in [(&new, true), (&old, false)] {
        if rows.is_empty() {
            continue;
        }
        let ids: Vec<Uuid> = rows.iter().filter_map(|w| w.product_id).collect();
        let skus: Vec<&str> = rows.iter().map(|w| w.incoming.sku.as_str()).collect();
        let names: Vec<&str> = rows.iter().map(|w| w.name.as_str()).collect();
        if fresh {
            sql::insert_products().bind(tx, &now, &ids, &skus, &names).await?;
        } else {
            sql::update_products().bind(tx, &now, &ids, &skus, &names).await?;
            sql::delete_product_tokens().bind(tx, &ids).await?;
        }
        for (id, write) in ids.iter().zip(rows) {
            for token in text::tokens([write.name.as_str(), &write.incoming.sku]) {
                tokens.push(token);
                owners.push(*id);
            }
        }
    }
    sql::insert_product_tokens().bind(tx, &tokens, &owners).await?;
    Ok(())
}

async fn save_listings(tx: &Tx, app: &App, reading: Reading, writes: &[Write]) -> Result<(), Error> {
    fn col<'a, T>(writes: &'a [Write], of: impl Fn(&'a Write) -> T) -> Vec<T> {
        writes.iter().map(of).collect()
    }
    fn price(write: &Write, which: usize) -> Option<Decimal> {
        write.incoming.prices.get(which).copied().flatten()
    }
    sql::upsert_listings()
        .bind(
            tx,
            &reading.store,
            &reading.read_at,
            &app.clock.now(),
            &col(writes, |w| w.id),
            &col(writes, |w| w.product_id),
            &col(writes, |w| w.incoming.key.0),
            &col(writes, |w| w.incoming.key.1),
            &col(writes, |w| w.incoming.kind.as_str()),
            &col(writes, |w| w.incoming.status.as_str()),
            &col(writes, |w| w.name.as_str()),
            &col(writes, |w| w.incoming.sku.as_str()),
            &col(writes, |w| price(w, 0)),
            &col(writes, |w| price(w, 1)),
            &col(writes, |w| price(w, 2)),
            &col(writes, |w| w.incoming.manage_stock),
            &col(writes, |w| w.incoming.stock_quantity),
            &col(writes, |w| w.incoming.stock_status.as_str()),
            &col(writes, |w| w.incoming.image_url.as_deref()),
            &col(writes, |w| w.incoming.attributes.as_str()),
            &col(writes, |w| w.incoming.raw.as_str()),
            &col(writes, |w| w.incoming.hash.as_slice()),
            &col(writes, |w| w.incoming.modified_at),
        )
        .await?;
    Ok(())
}

/// The store no longer has the product or variation (verified by a read).
pub(crate) async fn mark_deleted(tx: &Tx, app: &App, reading: Reading, external_id: i64) -> Result<bool, Error> {
    lock_applies().bind(tx, &reading.store).one().await?;
    let gone = sql::delete_listings().bind(tx, &app.clock.now(), &reading.store, &external_id).all().await?;
    let ids: Vec<Uuid> = gone.iter().copied().flatten().collect();
    news::tell(tx, &app.clock, reading.tenant, Kind::Product, Op::Deleted, Some(reading.store), &ids).await?;
    Ok(!gone.is_empty())
}
