//! Variations: one flat list since WooCommerce 10.3, before that under each variable product that changed.

use std::time::Duration;

use fulexo_db::Tx;
use fulexo_queries::queries::catalogue as sql;
use fulexo_queries::queries::stores::stream_imported;
use fulexo_woo::payload::PayloadError;
use fulexo_woo::{Direction, Error as WooError, ListQuery, OrderBy, Page};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::products;
use crate::catalogue::apply::{Applied, Incoming, Reading, apply};
use crate::sync::pages::{Records, ids};
use crate::sync::reader::{Failed, Reader, Step};
use crate::sync::walk::{IdStep, IdWalk};
use crate::{App, Error};

const EVERY: Duration = Duration::from_secs(120);
const OVERLAP: SignedDuration = SignedDuration::from_secs(10);
/// More pages of variations than this under one product are not believed.
const MAX_PAGES: u32 = 400;

/// The saved place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Cursor {
    #[serde(default)]
    walk: IdWalk,
    /// The store has no flat list.
    #[serde(default)]
    by_parent: bool,
    /// The last parent read in this round.
    #[serde(default)]
    parent: i64,
    /// Parents that changed since are read.
    #[serde(default)]
    since: Option<Timestamp>,
    #[serde(default)]
    began: Option<Timestamp>,
}

/// Variations of one store, read at a moment.
struct Variations {
    reading: Reading,
    /// Known when they were asked for under their product.
    parent: Option<i64>,
}

impl Variations {
    fn of(reader: &Reader, page: &Page, parent: Option<i64>) -> Self {
        Self { reading: products::reading(&reader.connection, reader.read_at(page)), parent }
    }
}

impl Records for Variations {
    const RESOURCE: &'static str = "variation";
    type Record = Incoming;
    type Applied = Applied;

    fn parse(&self, raw: &RawValue) -> Result<Incoming, PayloadError> {
        Incoming::parse_variation(raw, self.parent)
    }

    fn id(record: &Incoming) -> i64 {
        record.id()
    }

    async fn apply(&self, tx: &Tx, app: &App, records: Vec<Incoming>) -> Result<Applied, Error> {
        apply(tx, app, self.reading, records).await
    }
}

/// Reads one page, or the variations of one product.
pub(super) async fn step(reader: &mut Reader) -> Result<Step, Failed> {
    let cursor: Cursor = reader.cursor();
    let tx = reader.tx().await?;
    let products_here = stream_imported().bind(&tx, &reader.connection.store.id, &"products").one().await?;
    drop(tx);
    if !products_here {
        // a variation is named after its product
        return Ok(Step::NotYet);
    }
    if cursor.by_parent { one_parent(reader, cursor).await } else { flat(reader, cursor).await }
}

async fn flat(reader: &mut Reader, mut cursor: Cursor) -> Result<Step, Failed> {
    let query = products::query(reader, &cursor.walk);
    let answer = reader.connection.client.variations_flat(&query).await;
    let page = match reader.counted(answer) {
        Err(WooError::NoApi | WooError::NotFound { .. }) if !has_flat_list(&reader.connection.store.wc_version) => {
            cursor.by_parent = true;
            return reader.stand(&cursor).await;
        }
        page => page?,
    };
    let step = cursor.walk.took(page.items.len(), &ids(&page.items), reader.per_page, page.date);
    if step == IdStep::Back {
        return reader.stand(&cursor).await;
    }
    let variations = Variations::of(reader, &page, None);
    products::save(reader, &cursor, &page, &variations).await?;
    Ok(if matches!(step, IdStep::End { .. }) { Step::CaughtUp(EVERY) } else { Step::More })
}

/// The flat list exists since 10.3; an unknown version is asked.
fn has_flat_list(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    (major, minor) >= (10, 3)
}

/// Under posts storage a changed variation moves its parent's date, so changed parents are enough.
async fn one_parent(reader: &mut Reader, mut cursor: Cursor) -> Result<Step, Failed> {
    let tx = reader.tx().await?;
    let parent =
        sql::next_variable_parent().bind(&tx, &reader.connection.store.id, &cursor.parent, &cursor.since).opt().await?;
    drop(tx);
    cursor.began.get_or_insert(reader.app.clock.now());
    let Some(parent) = parent else {
        cursor.since = cursor.began.take().map(|at| at.saturating_sub(OVERLAP).unwrap_or(at));
        cursor.parent = 0;
        reader.stand(&cursor).await?;
        return Ok(Step::CaughtUp(EVERY));
    };
    cursor.parent = parent;
    for number in 1..=MAX_PAGES {
        let page = parent_page(reader, parent, number).await?;
        // beyond the last page believed, the round goes on with the next product
        let last = number == MAX_PAGES || page.items.len() < usize::try_from(reader.per_page).unwrap_or(usize::MAX);
        let variations = Variations::of(reader, &page, Some(parent));
        // the place moves on only with the product's last page
        let place = if last { cursor.clone() } else { reader.cursor() };
        products::save(reader, &place, &Page { total: None, ..page }, &variations).await?;
        if last {
            break;
        }
    }
    Ok(Step::More)
}

async fn parent_page(reader: &mut Reader, parent: i64, number: u32) -> Result<Page, Failed> {
    let query = ListQuery::new().orderby(OrderBy::Id).order(Direction::Asc).per_page(reader.per_page).page(number);
    let answer = reader.connection.client.product_variations(parent, &query).await;
    match reader.counted(answer) {
        // the product went away meanwhile; its own stream says so
        Err(WooError::NotFound { .. }) => Ok(Page {
            items: Vec::new(),
            total: None,
            total_pages: None,
            date: None,
            elapsed: Duration::ZERO,
            bytes: 0,
            noise: false,
        }),
        page => Ok(page?),
    }
}
