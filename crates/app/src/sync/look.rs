//! What one delivery is, as far as its topic and body tell. Products and customers are applied at once; orders are
//! handed back, to be applied together.

use fulexo_db::Tx;
use fulexo_kernel::TenantId;
use fulexo_woo::payload::{Customer, ErrorBody, Head, PayloadError};
use jiff::Timestamp;
use serde_json::value::RawValue;
use uuid::Uuid;

use super::pages::{Broken, quarantine};
use crate::copy::{Source, content_hash};
use crate::news::{self, Op};
use crate::{App, Error, catalogue, causes, customers, orders};

/// How a delivery ended.
#[derive(Debug)]
pub(super) struct Settled {
    pub state: &'static str,
    pub reason: Option<String>,
}

impl Settled {
    pub(super) fn new(state: &'static str, reason: impl Into<String>) -> Self {
        Self { state, reason: Some(reason.into()) }
    }

    pub(super) const fn processed() -> Self {
        Self { state: "processed", reason: None }
    }

    pub(super) fn ignored(reason: impl Into<String>) -> Self {
        Self::new("ignored", reason)
    }
}

/// A kept delivery.
pub(super) struct Delivered<'a> {
    pub tenant: TenantId,
    pub store: Uuid,
    pub topic: &'a str,
    /// None when the body is not JSON.
    pub raw: Option<&'a RawValue>,
    /// By the store's clock: when it was pushed, as far as we can know.
    pub read_at: Timestamp,
    /// The store is paused or disconnected.
    pub deaf: bool,
}

/// What looking at the body led to.
pub(super) enum Looked {
    Settled(Settled),
    /// It names no record: only a poll can tell what happened.
    Nameless(Settled),
    /// Only the store can tell.
    Fetch,
    Order(Box<orders::apply::Incoming>),
}

/// The resource of a topic, and what happened to it.
pub(super) fn parts(topic: &str) -> (&str, &str) {
    topic.split_once('.').unwrap_or((topic, ""))
}

/// Looks at a delivery; products and customers are applied in the caller's transaction.
pub(super) async fn look(tx: &Tx, app: &App, delivered: Delivered<'_>) -> Result<Looked, Error> {
    if delivered.deaf {
        return Ok(Looked::Settled(Settled::ignored(causes::NOT_READ)));
    }
    let Some(raw) = delivered.raw else {
        return Ok(Looked::Settled(Settled::new("quarantined", causes::BODY_NOT_JSON)));
    };
    let (resource, happened) = parts(delivered.topic);
    // most deliveries are whole orders: no need to look for their id first
    let order =
        (resource == "order" && happened != "deleted").then(|| orders::apply::Incoming::parse(raw, delivered.read_at));
    if let Some(Ok(incoming)) = order {
        return Ok(Looked::Order(Box::new(incoming)));
    }
    if Head::of(raw).id.is_none() {
        return Ok(nameless(raw));
    }
    match (resource, happened) {
        (_, "deleted") => Ok(Looked::Fetch),
        ("order", _) => match order {
            Some(Err(error)) => broken(tx, app, delivered.store, raw, &error).await,
            _ => Ok(Looked::Fetch),
        },
        ("product", _) => product(tx, app, delivered, raw).await,
        _ => customer(tx, app, delivered, raw).await,
    }
}

/// A body without an id: an error the store signed, or nonsense. The next poll tells what really happened.
fn nameless(raw: &RawValue) -> Looked {
    let said = serde_json::from_str::<ErrorBody>(raw.get()).ok();
    Looked::Nameless(Settled::ignored(match said {
        Some(error) if error.code == "woocommerce_rest_cannot_view" => causes::HOOK_WITHOUT_RIGHTS.to_owned(),
        Some(error) => format!("The store sent an error instead of the record: {} The poll reads on.", error.message),
        None => causes::BODY_NAMES_NOTHING.to_owned(),
    }))
}

async fn broken(tx: &Tx, app: &App, store: Uuid, raw: &RawValue, error: &PayloadError) -> Result<Looked, Error> {
    quarantine(tx, app, store, &[Broken::of(error.resource, raw.get(), error)]).await?;
    Ok(Looked::Settled(Settled::new("quarantined", error.to_string())))
}

async fn product(tx: &Tx, app: &App, delivered: Delivered<'_>, raw: &RawValue) -> Result<Looked, Error> {
    let incoming = match catalogue::apply::Incoming::parse(raw) {
        Ok(incoming) => incoming,
        Err(error) => return broken(tx, app, delivered.store, raw, &error).await,
    };
    let Delivered { tenant, store, read_at, .. } = delivered;
    let reading = catalogue::apply::Reading { tenant, store, read_at, source: Source::Webhook };
    let applied = catalogue::apply::apply(tx, app, reading, vec![incoming]).await?;
    Ok(match (applied.fetch.is_empty(), applied.unchanged) {
        (false, _) => Looked::Fetch,
        (true, 0) => Looked::Settled(Settled::processed()),
        (true, _) => Looked::Settled(Settled::ignored(causes::SAME_COPY)),
    })
}

async fn customer(tx: &Tx, app: &App, delivered: Delivered<'_>, raw: &RawValue) -> Result<Looked, Error> {
    let customer = match Customer::parse(raw) {
        Ok(customer) => customer,
        Err(error) => return broken(tx, app, delivered.store, raw, &error).await,
    };
    let Delivered { tenant, store, read_at, .. } = delivered;
    let incoming = customers::apply::Incoming { customer, raw: raw.get().to_owned(), hash: content_hash(raw.get()) };
    let applied = customers::apply::apply(tx, &app.clock, store, read_at, vec![incoming]).await?;
    if applied.changed == 0 {
        return Ok(Looked::Settled(Settled::ignored(causes::SAME_COPY)));
    }
    news::tell(tx, &app.clock, tenant, news::Kind::Customer, Op::Updated, Some(store), &applied.ids).await?;
    Ok(Looked::Settled(Settled::processed()))
}
