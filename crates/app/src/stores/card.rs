//! A store as people see it: state, streams, freshness, what it costs.

use std::collections::BTreeMap;

use fulexo_db::Tx;
use fulexo_queries::queries::stores as sql;
use jiff::{Span, Timestamp};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::streams::Stream;
use crate::Error;
use crate::causes;
use crate::words::words;

words! {
    /// How a store is doing.
    StoreState: "connecting" "healthy" "degraded" "unreachable" "paused" "disconnected";
    /// Whether a store tells of its changes by itself.
    Webhooks: "active" "polling_only" "pending" "failed";
    /// How a stream is doing.
    StreamState: "importing" "live" "paused" "failed";
}

/// A connected WooCommerce site.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Store {
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub name: String,
    pub url: String,
    #[schema(value_type = StoreState)]
    pub state: String,
    /// What is wrong, as a sentence.
    pub reason: Option<String>,
    /// What is wrong, as a stable word.
    pub cause: Option<String>,
    /// What the cause is about: a name, an address, or what the shop said.
    pub about: Option<String>,
    /// Since when it is in this state.
    #[schema(value_type = String, format = DateTime)]
    pub since: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub next_try_at: Option<Timestamp>,
    pub currency: String,
    pub timezone: String,
    pub wc_version: String,
    /// Whether orders live in their own tables; unknown when the key may not read it.
    pub hpos: Option<bool>,
    #[schema(value_type = Webhooks)]
    pub webhooks: String,
    /// Where the API lives on the site.
    pub transport: String,
    /// How the keys travel.
    pub auth: String,
    /// What may be done to it.
    pub allowed: Vec<&'static str>,
    pub streams: Vec<StreamCard>,
    /// Orders, drafts and trash aside.
    pub orders_total: i64,
    /// When a delivery last arrived.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_event_at: Option<Timestamp>,
    /// Records by channel, the last 24 hours.
    pub events_24h: Vec<Hour>,
    pub requests_today: i64,
    pub quarantined: i64,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

/// One stream of a store.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct StreamCard {
    #[schema(value_type = Stream)]
    pub stream: String,
    #[schema(value_type = StreamState)]
    pub state: String,
    pub done: i64,
    pub total: Option<i64>,
    /// Rows per second of the running import.
    pub rate: Option<f64>,
    pub eta_seconds: Option<i64>,
    /// Seconds since everything the store had was here.
    pub lag_seconds: Option<i64>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_success_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub next_run_at: Option<Timestamp>,
    pub cause: Option<String>,
    pub about: Option<String>,
    pub reason: Option<String>,
}

/// Records that reached us in an hour, by channel.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Hour {
    #[schema(value_type = String, format = DateTime)]
    pub hour: Timestamp,
    pub webhook: i32,
    pub poll: i32,
}

/// Completes rows to cards: two reads for all of them.
pub(crate) async fn cards(tx: &Tx, now: Timestamp, rows: Vec<sql::Store>) -> Result<Vec<Store>, Error> {
    let ids: Vec<Uuid> = rows.iter().map(|r| r.id).collect();
    let since = hour_of(now).saturating_sub(Span::new().hours(23)).unwrap_or(now);
    let mut streams: BTreeMap<Uuid, Vec<sql::Stream>> = BTreeMap::new();
    for row in sql::streams_of().bind(tx, &ids).all().await? {
        streams.entry(row.store_id).or_default().push(row);
    }
    let mut hours: BTreeMap<Uuid, Vec<sql::ActivitySince>> = BTreeMap::new();
    for row in sql::activity_since().bind(tx, &ids, &since).all().await? {
        hours.entry(row.store_id).or_default().push(row);
    }
    let mut card = |row: sql::Store| {
        let (streams, hours) = (streams.remove(&row.id), hours.remove(&row.id));
        card(now, since, row, streams.unwrap_or_default(), &hours.unwrap_or_default())
    };
    Ok(rows.into_iter().map(&mut card).collect())
}

fn hour_of(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second().div_euclid(3600) * 3600).unwrap_or(at)
}

fn card(
    now: Timestamp,
    since: Timestamp,
    row: sql::Store,
    streams: Vec<sql::Stream>,
    hours: &[sql::ActivitySince],
) -> Store {
    let api: Value = serde_json::from_str(&row.api).unwrap_or_default();
    let word = |field: &str| api.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let midnight = now.as_second().div_euclid(86_400) * 86_400;
    let (cause, about) = causes::columns(row.reason.as_deref());
    Store {
        allowed: allowed(&row.state),
        transport: word("transport"),
        auth: word("auth"),
        orders_total: row.orders,
        events_24h: (0..24).map(|n| bucket(since, n, hours)).collect(),
        requests_today: hours.iter().filter(|h| h.hour.as_second() >= midnight).map(|h| i64::from(h.requests)).sum(),
        streams: streams.into_iter().map(|s| stream_card(now, s)).collect(),
        id: row.id,
        tenant_id: row.tenant_id,
        name: row.name,
        url: row.url,
        state: row.state,
        reason: row.reason,
        cause: row.cause.or(cause),
        about,
        since: row.state_since,
        next_try_at: row.next_try_at,
        currency: row.currency,
        timezone: row.timezone,
        wc_version: row.wc_version,
        hpos: row.hpos,
        webhooks: row.webhooks,
        last_event_at: row.last_event_at,
        quarantined: row.quarantined,
        created_at: row.created_at,
    }
}

fn bucket(since: Timestamp, n: i64, hours: &[sql::ActivitySince]) -> Hour {
    let hour = since.saturating_add(Span::new().hours(n)).unwrap_or(since);
    let found = hours.iter().find(|h| h.hour == hour);
    Hour { hour, webhook: found.map_or(0, |h| h.webhook), poll: found.map_or(0, |h| h.poll) }
}

fn stream_card(now: Timestamp, s: sql::Stream) -> StreamCard {
    let left = s.total.map(|t| t.saturating_sub(s.done).max(0));
    let eta = match (left, s.rate) {
        (Some(left), Some(rate)) if s.state == "importing" && rate > 0.0 => seconds(left, rate),
        _ => None,
    };
    StreamCard {
        lag_seconds: s.last_success_at.map(|at| now.as_second().saturating_sub(at.as_second()).max(0)),
        eta_seconds: eta,
        stream: s.stream,
        state: s.state,
        done: s.done,
        total: s.total,
        rate: s.rate,
        last_success_at: s.last_success_at,
        next_run_at: s.next_run_at,
        about: causes::columns(s.reason.as_deref()).1,
        cause: s.cause,
        reason: s.reason,
    }
}

#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "a duration in whole seconds")]
fn seconds(left: i64, rate: f64) -> Option<i64> {
    let seconds = left as f64 / rate;
    (seconds < 1e9).then_some(seconds.ceil() as i64)
}

/// What may be done to a store in a state.
fn allowed(state: &str) -> Vec<&'static str> {
    match state {
        "disconnected" => vec![],
        "paused" => vec!["resume", "disconnect"],
        _ => vec!["pause", "sync", "disconnect"],
    }
}
