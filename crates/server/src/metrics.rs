//! `/metrics` on a listener of its own: never on the address that faces the world.

use axum::{Router, extract::State, http::header::CONTENT_TYPE, routing::get};
use fulexo_app::App;

/// OpenMetrics, as Prometheus asks for it.
const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The router of the metrics listener.
pub fn router(app: App) -> Router {
    let text = async |State(app): State<App>| ([(CONTENT_TYPE, OPENMETRICS)], app.metrics_text().await);
    Router::new().route("/metrics", get(text)).with_state(app)
}
