//! The trail, newest first.

use axum::extract::State;
use fulexo_http::{Json, Limit, Page, Query};
use fulexo_queries::queries::audit as sql;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::scope::{Scope, permissions};
use crate::{App, Error};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// An act or a look.
#[derive(Serialize, ToSchema)]
struct Entry {
    id: Uuid,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    tenant_id: Option<Uuid>,
    actor: Option<Actor>,
    action: String,
    subject_type: String,
    subject_id: String,
    #[schema(value_type = Object)]
    detail: Box<RawValue>,
}

/// The person who acted.
#[derive(Serialize, ToSchema)]
struct Actor {
    id: Uuid,
    name: String,
    email: String,
}

/// Lists acts and looks, newest first.
#[utoipa::path(get, path = "/audit", params(Limit), responses((status = 200, body = Page<Entry>)), tag = "audit")]
async fn list(
    State(app): State<App>,
    scope: Scope<permissions::AuditRead>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Entry>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>("audit")?);
    let beyond = limit + 1;
    let of = (!scope.sees_everything()).then_some(scope.tenant_ids().await?);
    let tx = app.db.system("read the audit trail").await?;
    let rows = match of {
        None => sql::audit_page().bind(&tx, &after, &beyond).all().await?,
        Some(tenants) => sql::audit_page_of().bind(&tx, &tenants, &after, &beyond).all().await?,
    };
    tx.commit().await?;
    let entry = |row: sql::Entry| Entry {
        id: row.id,
        at: row.at,
        tenant_id: row.tenant_id,
        actor: row.actor_user_id.map(|id| Actor {
            id,
            name: row.actor_name.unwrap_or_default(),
            email: row.actor_email.unwrap_or_default(),
        }),
        action: row.action,
        subject_type: row.subject_type,
        subject_id: row.subject_id,
        detail: RawValue::from_string(row.detail).unwrap_or_else(|_| RawValue::NULL.to_owned()),
    };
    Ok(Json(Page::of("audit", rows, limit, |row| row.id).map(entry)))
}
