//! Connecting a store: look at it, seal its keys, start reading it.

use axum::http::StatusCode;
use fulexo_http::{Code, Json, Problem};
use fulexo_kernel::TenantId;
use fulexo_platform::digest::random_bytes;
use fulexo_platform::net::Fingerprint;
use fulexo_queries::queries::stores as sql;
use fulexo_woo::{Credentials, Probe, ProbeError, StoreFacts};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::connection::{env, options, place};
use super::routes::StoreDetail;
use super::streams::{Stream, start_all};
use crate::audit::{self, Act};
use crate::causes;
use crate::news::{self, Kind, Op};
use crate::scope::{Scope, permissions};
use crate::{App, Error};

/// What is needed to connect a store.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewStore {
    /// What people call it.
    pub name: String,
    /// The shop's address.
    pub url: String,
    /// `ck_…`
    pub consumer_key: String,
    /// `cs_…`
    pub consumer_secret: String,
    /// SHA-256 of a self-signed certificate that shall be trusted, in hex.
    pub tls_fingerprint_sha256: Option<String>,
}

/// Connects a store: tests the connection, seals the keys, starts the import.
#[utoipa::path(post, path = "/woo/stores", request_body = NewStore, tag = "stores",
    responses((status = 201, body = StoreDetail), (status = 422, body = Problem)))]
pub(super) async fn connect(
    scope: Scope<permissions::StoresWrite>,
    Json(new): Json<NewStore>,
) -> Result<(StatusCode, Json<StoreDetail>), Error> {
    let tenant = scope.tenant()?;
    let pin = check(&new)?;
    let facts = probe(&scope.app, &new, pin).await?;
    let id = add(&scope.app, tenant, &new, pin, &facts, Some(&scope)).await?;
    scope.app.wake_jobs();
    scope.app.wake_screens();
    let tx = scope.begin().await?;
    let detail = super::routes::detail(&scope.app, &tx, id).await?.ok_or_else(Error::not_found)?;
    Ok((StatusCode::CREATED, Json(detail)))
}

fn check(new: &NewStore) -> Result<Option<Fingerprint>, Error> {
    let mut problem = Problem::new(Code::Validation, "Some fields are not acceptable.");
    if new.name.trim().is_empty() || new.name.chars().count() > 200 || new.name.contains(char::is_control) {
        problem = problem.field("name", "Give the store a name of at most 200 characters, on one line.");
    }
    if new.url.trim().is_empty() || new.url.len() > 500 {
        problem = problem.field("url", "Give the shop's address, such as https://shop.example.");
    }
    for (field, value) in [("consumer_key", &new.consumer_key), ("consumer_secret", &new.consumer_secret)] {
        if value.trim().is_empty() || value.len() > 200 || value.trim().contains(char::is_control) {
            problem = problem.field(field, "Paste the key from WooCommerce → Settings → Advanced → REST API.");
        }
    }
    let pin = match new.tls_fingerprint_sha256.as_deref().map(str::trim).filter(|f| !f.is_empty()) {
        None => None,
        Some(text) => text.parse::<Fingerprint>().map(Some).unwrap_or_else(|_| {
            problem =
                problem.clone().field("tls_fingerprint_sha256", "A SHA-256 fingerprint has 64 hexadecimal digits.");
            None
        }),
    };
    if problem.fields.is_empty() { Ok(pin) } else { Err(problem.into()) }
}

/// Looks at the store as it is from outside. Errors say in a sentence what stands in the way.
pub(crate) async fn probe(app: &App, new: &NewStore, pin: Option<Fingerprint>) -> Result<StoreFacts, Error> {
    let http = app.net.client(pin).map_err(|e| Error::Internal(e.to_string()))?;
    let probe = Probe { http, guard: app.net.guard(), env: env(app), options: options(app) };
    let credentials = Credentials::new(&new.consumer_key, &new.consumer_secret);
    probe.run(&new.url, &credentials).await.map_err(|e| refusal(&e))
}

fn refusal(failed: &ProbeError) -> Error {
    use fulexo_woo::Error as W;
    let code = match &failed.error {
        W::BadUrl { .. } => Code::Validation,
        W::Refused { .. } => Code::PrivateTarget,
        W::Unauthorized { .. } | W::Forbidden { .. } => Code::StoreRefused,
        _ => Code::StoreUnreachable,
    };
    let mut problem = Problem::new(code, failed.error.to_string());
    if matches!(failed.error, W::BadUrl { .. } | W::Refused { .. }) {
        problem = problem.field("url", failed.error.to_string());
    }
    problem.cause = Some(failed.error.code().to_owned());
    problem.about = causes::columns(Some(&failed.error.to_string())).1;
    problem.tls_fingerprint_sha256 = failed.error.fingerprint().map(str::to_owned);
    problem.into()
}

/// Writes the store with its sealed keys and queues its first import, all in one transaction.
pub(crate) async fn add(
    app: &App,
    tenant: TenantId,
    new: &NewStore,
    pin: Option<Fingerprint>,
    facts: &StoreFacts,
    by: Option<&Scope<permissions::StoresWrite>>,
) -> Result<Uuid, Error> {
    let (id, now) = (app.clock.id(), app.clock.now());
    let key = app.keys.seal(place(tenant, "consumer_key", id), new.consumer_key.trim()).await?;
    let secret = app.keys.seal(place(tenant, "consumer_secret", id), new.consumer_secret.trim()).await?;
    // letters and digits only: WooCommerce decodes HTML entities in a secret before it signs
    let hook_secret = hex::encode(random_bytes::<32>()?);
    let hook_secret = app.keys.seal(place(tenant, "webhook_secret", id), &hook_secret).await?;
    let api = serde_json::to_string(facts).map_err(|e| Error::Internal(e.to_string()))?;
    let url = facts.site_url.as_str().trim_end_matches('/');
    let webhooks = if app.config.public_url.is_some() { "pending" } else { "polling_only" };
    let fingerprint = pin.and_then(|p| hex::decode(p.to_string()).ok());
    let tx = app.db.tenant(tenant).await?;
    let inserted = sql::insert_store()
        .bind(
            &tx,
            &id,
            &new.name.trim(),
            &url,
            &api,
            &Some("The first import has begun."),
            &now,
            &key,
            &secret,
            &fingerprint,
            &facts.currency.clone().filter(|c| c.len() == 3).unwrap_or_else(|| "XXX".into()),
            &facts.timezone.clone().unwrap_or_else(|| "UTC".into()),
            &facts.wc_version.clone().unwrap_or_default(),
            &facts.hpos,
            &facts.clock_skew_ms,
            &webhooks,
        )
        .await;
    match inserted {
        Err(e) if fulexo_db::is_unique_violation(&e, "stores_url_key") => {
            return Err(Error::refuse(Code::Conflict, "This store is connected already."));
        }
        other => other?,
    };
    sql::insert_route().bind(&tx, &id, &hook_secret).await?;
    sql::insert_streams().bind(&tx, &id, &now, &Stream::ALL.map(Stream::word).to_vec()).await?;
    start_all(&tx, &app.clock, tenant, id).await?;
    if let Some(scope) = by {
        let act = Act {
            tenant: Some(tenant),
            action: "store.connect",
            subject_type: "store",
            subject_id: id.to_string(),
            detail: json!({ "name": new.name.trim(), "url": url, "pinned": pin.is_some() }),
        };
        audit::record(&tx, scope, act).await?;
    }
    news::tell(&tx, &app.clock, tenant, Kind::Store, Op::Created, Some(id), &[id]).await?;
    tx.commit().await?;
    Ok(id)
}
