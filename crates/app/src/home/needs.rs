//! What needs somebody, the most urgent first.

use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::house::House;
use crate::stores::Store;

/// What sort of thing needs somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = NeedKind)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    StoresUnreachable,
    DeadJobs,
    FailedOrders,
    StoresDegraded,
    UnmappedStatus,
    Quarantined,
}

/// Something that needs somebody.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Need {
    pub kind: Kind,
    pub count: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub oldest_at: Option<Timestamp>,
    /// Where in the web app it is dealt with.
    pub link: String,
}

/// Where in the web app, and what the person may look after.
pub(super) struct Duty {
    /// `/t/{slug}` or `/all`.
    pub base: String,
    /// Dead jobs and since when, for those who may read jobs.
    pub dead_jobs: Option<(i64, Option<Timestamp>)>,
    pub reads_sync: bool,
}

/// Collects what needs somebody in some merchants.
pub(super) fn needs(houses: &[House], duty: &Duty) -> Vec<Need> {
    let (dead, dead_since) = duty.dead_jobs.unwrap_or_default();
    let need = |kind, count, detail, oldest_at, path: &str| {
        let link = format!("{}/{path}", duty.base);
        Need { kind, count, detail, oldest_at, link }
    };
    let all = [
        stores(houses, "unreachable").map(|(n, why, at)| need(Kind::StoresUnreachable, n, why, at, "stores")),
        Some(need(Kind::DeadJobs, dead, None, dead_since, "jobs?state=dead")),
        orders(houses, "failed").map(|(n, at)| need(Kind::FailedOrders, n, None, at, "orders?status=failed")),
        stores(houses, "degraded").map(|(n, why, at)| need(Kind::StoresDegraded, n, why, at, "stores")),
        orders(houses, "unknown")
            .map(|(n, at)| need(Kind::UnmappedStatus, n, words(houses), at, "orders?status=unknown")),
        quarantined(houses)
            .filter(|_| duty.reads_sync)
            .map(|(n, at)| need(Kind::Quarantined, n, None, at, "sync?view=quarantine")),
    ];
    all.into_iter().flatten().filter(|need| need.count > 0).collect()
}

/// How many stores are in a state, what the one longest in it suffers from, and since when.
fn stores(houses: &[House], state: &str) -> Option<(i64, Option<String>, Option<Timestamp>)> {
    let troubled: Vec<&Store> = houses.iter().flat_map(|h| &h.stores).filter(|s| s.state == state).collect();
    let oldest = troubled.iter().min_by_key(|s| s.since)?;
    let detail = oldest.reason.as_ref().map(|reason| format!("{}: {reason}", oldest.name));
    Some((i64::try_from(troubled.len()).unwrap_or(i64::MAX), detail, Some(oldest.since)))
}

fn orders(houses: &[House], status: &str) -> Option<(i64, Option<Timestamp>)> {
    let found = || houses.iter().flat_map(|h| &h.attention).filter(|a| a.status == status);
    Some((found().map(|a| a.n).sum(), found().filter_map(|a| a.oldest).min()))
}

fn words(houses: &[House]) -> Option<String> {
    let mut words: Vec<&str> = houses.iter().flat_map(|h| &h.unmapped).map(String::as_str).collect();
    words.sort_unstable();
    words.dedup();
    words.truncate(3);
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    (!quoted.is_empty()).then(|| quoted.join(", "))
}

fn quarantined(houses: &[House]) -> Option<(i64, Option<Timestamp>)> {
    let n = houses.iter().map(|h| h.quarantined.n).sum();
    Some((n, houses.iter().filter_map(|h| h.quarantined.oldest).min()))
}
