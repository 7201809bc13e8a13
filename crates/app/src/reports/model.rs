//! A report as people see it, and the filters it was asked for with.

use std::collections::BTreeMap;

use fulexo_queries::queries::reports as sql;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::Error;
use crate::causes;
use crate::orders::{Filter, Wanted};
use crate::scope::{Permission as _, Role, may, permissions};
use crate::words::words;

/// How long a report is kept once it has ended.
pub(super) const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Reports a merchant may have, whatever their state.
pub(super) const MOST: i64 = 20;
/// A search is short; this is generous.
const FILTERS_MAX: usize = 2_000;

words! {
    /// What the rows of a report are.
    ReportKind: "orders" "order-lines";
    /// Where a report stands.
    ReportState: "waiting" "running" "done" "failed";
    /// What may be done to a report.
    ReportAct: "download" "delete";
}

/// A file of what a list shows.
#[derive(Serialize, ToSchema)]
pub(super) struct Report {
    pub id: Uuid,
    pub tenant_id: Uuid,
    #[schema(value_type = ReportKind)]
    pub kind: String,
    /// Of the list of orders; without any, all orders but drafts and the store's trash.
    #[schema(value_type = Filter)]
    pub filters: Box<RawValue>,
    #[schema(value_type = ReportState)]
    pub state: String,
    /// Written so far.
    pub rows: i64,
    /// Of the file as it is downloaded.
    pub bytes: i64,
    /// Who asked for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<Author>,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub started_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
    /// When it is deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expires_at: Option<Timestamp>,
    /// Why it failed, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Why, as a stable word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// What the cause is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What whoever asks may do to it now.
    #[schema(value_type = Vec<ReportAct>)]
    pub allowed: Vec<&'static str>,
}

/// Somebody who asked for a report.
#[derive(Serialize, ToSchema)]
#[schema(as = ReportAuthor)]
pub(super) struct Author {
    pub id: Uuid,
    pub name: String,
}

/// Whoever looks at reports.
#[derive(Clone, Copy)]
pub(super) struct Viewer {
    pub user_id: Uuid,
    pub role: Role,
}

impl Viewer {
    /// One's own report, and anybody's for who may change orders.
    pub(super) fn may_delete(self, created_by: Uuid) -> bool {
        created_by == self.user_id || may(self.role, permissions::OrdersWrite::NAME)
    }
}

impl Report {
    /// A report as it is shown to somebody; `people` are the names known.
    pub(super) fn of(row: sql::Report, people: &BTreeMap<Uuid, String>, viewer: Viewer) -> Self {
        let (cause, about) = causes::columns(row.reason.as_deref());
        let mut allowed = Vec::new();
        if row.state == "done" {
            allowed.push("download");
        }
        if viewer.may_delete(row.created_by) {
            allowed.push("delete");
        }
        Self {
            created_by: people.get(&row.created_by).map(|name| Author { id: row.created_by, name: name.clone() }),
            expires_at: row.finished_at.and_then(|at| at.checked_add(KEPT).ok()),
            filters: RawValue::from_string(row.filters).unwrap_or_else(|_| RawValue::NULL.to_owned()),
            id: row.id,
            tenant_id: row.tenant_id,
            kind: row.kind,
            state: row.state,
            rows: row.row_count,
            bytes: row.bytes,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
            reason: row.reason,
            cause,
            about,
            allowed,
        }
    }
}

/// Filters as they are kept, checked as the list checks them. Errors name one that the list does not have: it would let
/// everything through.
pub(super) fn filters(given: Map<String, Value>) -> Result<String, Error> {
    let known = Filter::names();
    if given.keys().any(|name| !known.contains(name)) {
        return Err(Error::field("filters", &format!("may have {}, and nothing else", known.join(", "))));
    }
    let filter: Filter = serde_json::from_value(Value::Object(given.clone()))
        .map_err(|why| Error::field("filters", &why.to_string()))?;
    Wanted::of(filter, None, 1)?;
    let kept: Map<String, Value> = given.into_iter().filter(|(_, value)| !value.is_null()).collect();
    let text = Value::Object(kept).to_string();
    if text.len() > FILTERS_MAX {
        return Err(Error::field("filters", &format!("must be at most {FILTERS_MAX} bytes")));
    }
    Ok(text)
}
