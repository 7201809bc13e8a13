//! A job as people see it.

use fulexo_queries::queries::work as sql;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::causes;
use crate::words::words;

words! {
    /// Where a job stands.
    JobState: "scheduled" "available" "running" "completed" "retryable" "dead" "cancelled";
    /// Why a job does not run: its moment has not come, it waits after a failed attempt, its kind or its store is paused,
    /// another of its serial key runs, its merchant or its kind has as much running as it may, no worker lives that runs
    /// it, or others come first.
    WaitCause: "scheduled" "retry" "kind_paused" "store_paused" "serial" "merchant_cap" "kind_full" "turn" "no_worker";
    /// What may be done to a job.
    JobAct: "replay" "edit" "discard" "run_now" "cancel";
    /// How an attempt ended. `lost`: its worker went silent.
    AttemptOutcome: "done" "retry" "fail" "snooze" "cancel" "lost";
}

/// A unit of background work.
#[derive(Serialize, ToSchema)]
pub(super) struct Job {
    pub id: Uuid,
    pub kind: String,
    #[schema(value_type = JobState)]
    pub state: String,
    /// Higher goes first.
    pub priority: i16,
    pub attempt: i16,
    pub max_attempts: i16,
    /// None: work of the platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub store_id: Option<Uuid>,
    #[schema(value_type = String, format = DateTime)]
    pub run_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// Of the latest attempt.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub started_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub finished_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
    /// The last error without what differs between jobs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// Why, as a stable word, when the sentence is one of ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// What the cause is about: a name, an address, a field, or what somebody else said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Of the latest attempt, once it has ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<f64>,
    /// Why it does not run yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waits: Option<Waits>,
}

/// Why a job does not run yet.
#[derive(Clone, Serialize, ToSchema, Default)]
pub(super) struct Waits {
    #[schema(value_type = WaitCause)]
    pub cause: &'static str,
    /// Its moment, when it has not come.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub until: Option<Timestamp>,
    /// The one of the same serial key that runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_id: Option<Uuid>,
    /// The name of the person who paused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused_by: Option<String>,
    /// Why it was paused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How many of its kind and merchant come before it, counted up to 1,000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ahead: Option<i64>,
}

/// A job with everything known of it.
#[derive(Serialize, ToSchema)]
pub(super) struct JobDetail {
    #[serde(flatten)]
    pub job: Job,
    /// What it was given, for those who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub arguments: Option<Box<RawValue>>,
    /// Where it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worker: Option<At>,
    /// The latest first, at most 50.
    pub attempts: Vec<Tried>,
    /// What whoever asks may do to it now.
    #[schema(value_type = Vec<JobAct>)]
    pub allowed: Vec<&'static str>,
}

/// A process that runs a job.
#[derive(Serialize, ToSchema)]
#[schema(as = JobAt)]
pub(super) struct At {
    pub id: Uuid,
    /// Host and process.
    pub name: String,
}

/// An attempt that has ended.
#[derive(Serialize, ToSchema)]
#[schema(as = JobAttempt)]
pub(super) struct Tried {
    pub attempt: i16,
    #[schema(value_type = AttemptOutcome)]
    pub outcome: String,
    #[schema(value_type = String, format = DateTime)]
    pub started_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub finished_at: Timestamp,
    pub duration_ms: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Why, as a stable word, when the sentence is one of ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// What the cause is about: a name, an address, a field, or what somebody else said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    pub worker: Uuid,
    pub run_id: Uuid,
}

/// Milliseconds between two moments.
pub(super) fn millis(start: Timestamp, end: Timestamp) -> f64 {
    end.duration_since(start).as_secs_f64().max(0.0) * 1000.0
}

impl From<sql::Listed> for Job {
    fn from(row: sql::Listed) -> Self {
        // a job that runs again still has the end of the attempt before
        let ran = row.started_at.zip(row.finished_at).filter(|(start, end)| start <= end);
        let (cause, about) = causes::columns(row.last_error.as_deref());
        Self {
            cause,
            about,
            id: row.id,
            kind: row.kind,
            state: row.state,
            priority: row.priority,
            attempt: row.attempt,
            max_attempts: row.max_attempts,
            tenant_id: row.tenant_id,
            store_id: row.store_id,
            run_at: row.run_at,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
            last_error: row.last_error,
            fault: row.fault,
            duration_ms: ran.map(|(start, end)| millis(start, end)),
            waits: None,
        }
    }
}
