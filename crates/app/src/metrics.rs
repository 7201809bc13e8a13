//! What is measured, by the names operators know. A tenant is never a label.

use std::sync::atomic::AtomicU64;
use std::time::Duration;

use fulexo_jobs::Attempt;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

/// Labels of a request.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct RequestLabels {
    method: String,
    route: String,
    status: u16,
}

/// Labels of a route.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct RouteLabels {
    route: String,
}

/// Labels of a job attempt.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct JobLabels {
    kind: String,
    outcome: String,
}

/// Labels of a queue count.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct QueueLabels {
    pub kind: String,
    pub state: String,
}

/// Labels by kind of job.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct KindLabels {
    pub kind: String,
}

/// Labels by channel.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct SourceLabels {
    pub source: String,
}

/// Labels of a webhook delivery.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct AnswerLabels {
    pub answer: String,
}

/// Labels of a refusal.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct RefusalLabels {
    pub reason: &'static str,
}

/// Labels by stream.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
pub struct StreamLabels {
    pub stream: String,
}

macro_rules! metrics {
    ($($(#[doc = $help:literal])+ $field:ident: $kind:ty = $make:expr => $name:literal),* $(,)?) => {
        /// Everything measured; the doc comment of a field is its help text.
        pub struct Metrics {
            registry: Registry,
            $($(#[doc = $help])+ pub $field: $kind),*
        }

        impl Default for Metrics {
            fn default() -> Self {
                let mut registry = Registry::default();
                $(
                    let $field: $kind = $make;
                    registry.register($name, concat!($($help),+).trim(), $field.clone());
                )*
                Self { registry, $($field),* }
            }
        }
    };
}

fn seconds() -> Histogram {
    Histogram::new(exponential_buckets(0.001, 2.0, 16))
}

metrics! {
    /// Copies of orders written, by the channel that brought them
    orders: Family<SourceLabels, Counter> = Family::default() => "orders",
    /// Seconds since the slowest store of a stream was last known to be complete
    sync_lag: Family<StreamLabels, Gauge<f64, AtomicU64>> = Family::default() => "sync_lag_seconds",
    /// HTTP requests answered
    http_requests: Family<RequestLabels, Counter> = Family::default() => "http_requests",
    /// Time to answer a request
    http_duration: Family<RouteLabels, Histogram> = Family::new_with_constructor(seconds) => "http_request_duration_seconds",
    /// Time a job attempt ran
    job_duration: Family<JobLabels, Histogram> = Family::new_with_constructor(seconds) => "job_duration_seconds",
    /// Jobs by kind and state
    jobs: Family<QueueLabels, Gauge> = Family::default() => "jobs_queued",
    /// Seconds that the oldest due job of a kind has waited
    jobs_oldest: Family<KindLabels, Gauge<f64, AtomicU64>> = Family::default() => "jobs_oldest_seconds",
    /// Database connections in use
    db_connections: Gauge = Gauge::default() => "db_connections_active",
    /// Requests waiting for a database connection
    db_waiting: Gauge = Gauge::default() => "db_connections_waiting",
    /// Webhook deliveries by answer
    webhooks: Family<AnswerLabels, Counter> = Family::default() => "webhook_deliveries",
    /// Requests refused because of load or a limit, by reason
    refusals: Family<RefusalLabels, Counter> = Family::default() => "requests_refused",
    /// Requests sent to stores
    store_requests: Counter = Counter::default() => "store_requests",
    /// Records that could not be understood and were kept raw
    quarantined: Counter = Counter::default() => "records_quarantined",
    /// Screens listening for live changes
    screens: Gauge = Gauge::default() => "live_screens",
}

impl Metrics {
    /// Everything, in Prometheus' text form.
    pub fn text(&self) -> String {
        let mut out = String::new();
        // writing to a String does not fail
        let _ = prometheus_client::encoding::text::encode(&mut out, &self.registry);
        out
    }

    /// Counts a request.
    pub fn request(&self, method: &str, route: &str, status: u16, elapsed: Duration) {
        let labels = RequestLabels { method: method.to_owned(), route: route.to_owned(), status };
        self.http_requests.get_or_create(&labels).inc();
        self.http_duration.get_or_create(&RouteLabels { route: route.to_owned() }).observe(elapsed.as_secs_f64());
    }

    /// Counts a job attempt.
    pub fn job(&self, attempt: Attempt<'_>) {
        let labels = JobLabels { kind: attempt.kind.to_owned(), outcome: attempt.outcome.to_owned() };
        self.job_duration.get_or_create(&labels).observe(attempt.duration.as_secs_f64());
    }
}
