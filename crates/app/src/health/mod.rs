//! Is everything up? 200 or 503, for load balancers and people.
//!
//! Rank: operations.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use fulexo_queries::queries::fence as sql;
use serde::Serialize;

use crate::App;

/// The state of one part.
#[derive(Serialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Status {
    Ok,
    Down,
    Unused,
}

#[derive(Serialize)]
struct Health {
    status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    db: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    redis: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    storage: Option<Status>,
    version: &'static str,
}

impl Health {
    const fn of(status: Status) -> Self {
        Self { status, db: None, redis: None, storage: None, version: env!("CARGO_PKG_VERSION") }
    }
}

impl IntoResponse for Health {
    fn into_response(self) -> Response {
        let code = if self.status == Status::Down { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
        (code, Json(self)).into_response()
    }
}

/// The routes; outside the API and its limits.
pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/health", get(overall))
        .route("/health/db", get(|State(app): State<App>| async move { Health::of(db(&app).await) }))
        .route("/health/redis", get(|| async { Health::of(Status::Unused) }))
        .route("/health/storage", get(|| async { Health::of(Status::Unused) }))
}

async fn overall(State(app): State<App>) -> Health {
    let db = db(&app).await;
    Health { db: Some(db), redis: Some(Status::Unused), storage: Some(Status::Unused), ..Health::of(db) }
}

async fn db(app: &App) -> Status {
    let ping = async {
        let tx = app.db.system("is the database up").await?;
        sql::ping().bind(&tx).one().await?;
        tx.commit().await
    };
    match tokio::time::timeout(std::time::Duration::from_secs(3), ping).await {
        Ok(Ok(())) => Status::Ok,
        _ => Status::Down,
    }
}
