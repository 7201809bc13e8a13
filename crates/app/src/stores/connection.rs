//! A store made ready to be spoken to: its row, its keys opened, its client.

use fulexo_kernel::TenantId;
use fulexo_platform::net::Fingerprint;
use fulexo_queries::queries::stores as sql;
use fulexo_woo::{Client, Credentials, Env, Options, StoreFacts};
use secrecy::ExposeSecret as _;
use uuid::Uuid;

use crate::keys::Place;
use crate::{App, Error};

/// A store and the means to speak to it.
pub(crate) struct Connection {
    pub tenant: TenantId,
    pub store: sql::Store,
    pub client: Client,
}

/// Where a store's secrets stand.
pub(super) const fn place(tenant: TenantId, column: &'static str, row: Uuid) -> Place<'static> {
    Place { tenant, table: "stores", column, row }
}

/// Clock and randomness for the protocol.
pub(super) fn env(app: &App) -> Env {
    let clock = app.clock.clone();
    Env::new(move || clock.now(), || uuid::Uuid::new_v4().as_u64_pair().0)
}

/// Limits of one call to a store.
pub(super) fn options(app: &App) -> Options {
    Options { timeout: app.config.store_timeout, retry: app.config.store_retry.clone(), ..Options::default() }
}

/// The pinned certificate of a row.
pub(super) fn pin(bytes: Option<&[u8]>) -> Option<Fingerprint> {
    bytes.and_then(|b| hex::encode(b).parse().ok())
}

/// Reads a store and opens its keys. None when it does not exist, is paused or disconnected.
pub(crate) async fn open(app: &App, tenant: TenantId, id: Uuid) -> Result<Option<Connection>, Error> {
    open_unless(app, tenant, id, &["paused", "disconnected"]).await
}

/// Reads a store that is about to be left and opens its keys; a paused one, too.
pub(super) async fn open_to_leave(app: &App, tenant: TenantId, id: Uuid) -> Result<Option<Connection>, Error> {
    open_unless(app, tenant, id, &["disconnected"]).await
}

async fn open_unless(app: &App, tenant: TenantId, id: Uuid, states: &[&str]) -> Result<Option<Connection>, Error> {
    let tx = app.db.tenant(tenant).await?;
    let store = sql::store_by_id().bind(&tx, &id).opt().await?;
    drop(tx);
    match store {
        Some(store) if !states.contains(&store.state.as_str()) => connect(app, tenant, store).await,
        _ => Ok(None),
    }
}

/// Opens the keys of a store as read in a transaction.
async fn connect(app: &App, tenant: TenantId, store: sql::Store) -> Result<Option<Connection>, Error> {
    let (Some(key), Some(secret)) = (&store.consumer_key, &store.consumer_secret) else { return Ok(None) };
    let key = app.keys.open(place(tenant, "consumer_key", store.id), key).await?;
    let secret = app.keys.open(place(tenant, "consumer_secret", store.id), secret).await?;
    let credentials = Credentials::new(key.expose_secret(), secret.expose_secret());
    let facts: StoreFacts = serde_json::from_str(&store.api)
        .map_err(|e| Error::Internal(format!("the facts of store {} cannot be read: {e}", store.id)))?;
    let mut target = facts.target();
    target.clock_skew_ms = store.clock_skew_ms;
    let http = app.net.client(pin(store.tls_fingerprint.as_deref())).map_err(|e| Error::Internal(e.to_string()))?;
    let client = Client::new(http, app.net.guard(), env(app), target, credentials, options(app));
    Ok(Some(Connection { tenant, store, client }))
}
