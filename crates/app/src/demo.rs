//! A demonstration install: one operator, two merchants, a simulated store each. The same ones at every start.

use fulexo_kernel::TenantId;
use fulexo_platform::net::Fingerprint;
use fulexo_queries::queries::stores as sql;
use uuid::Uuid;

use crate::people::{MemberRole, PlatformRole, ensure_member, ensure_staff, ensure_tenant};
use crate::stores::{NewStore, add, expedite_hooks, probe};
use crate::{App, Error};

/// The password of everybody in a demo.
pub const PASSWORD: &str = "fulexo-demo-password";

/// A simulated store, as a person would connect it.
#[derive(Clone, Debug)]
pub struct DemoStore {
    pub url: String,
    pub consumer_key: String,
    pub consumer_secret: String,
    /// Hex SHA-256 of its self-signed certificate; none over plain HTTP.
    pub fingerprint: Option<String>,
}

/// The merchants: slug, name, their person and the name of their store.
const MERCHANTS: [(&str, &str, &str, &str, &str); 2] = [
    ("nordlicht", "Nordlicht Outdoor GmbH", "merchant1@demo.test", "Jana Petersen", "Nordlicht Outdoor"),
    ("anadolu", "Anadolu El Sanatları", "merchant2@demo.test", "Deniz Kaya", "Anadolu El Sanatları"),
];

/// Makes people, merchants and stores that are missing, and follows stores whose address changed.
pub async fn ensure(app: &App, stores: Vec<DemoStore>) -> Result<(), Error> {
    ensure_staff(app, "owner@demo.test", "Selin Öztürk", PASSWORD, PlatformRole::Owner).await?;
    for ((slug, name, email, person, shop), store) in MERCHANTS.into_iter().zip(stores) {
        let tenant = ensure_tenant(app, slug, name).await?;
        ensure_member(app, tenant, email, person, PASSWORD, MemberRole::Admin).await?;
        ensure_store(app, tenant, shop, store).await?;
    }
    Ok(())
}

async fn ensure_store(app: &App, tenant: TenantId, name: &str, store: DemoStore) -> Result<(), Error> {
    let new = NewStore {
        name: name.to_owned(),
        url: store.url,
        consumer_key: store.consumer_key,
        consumer_secret: store.consumer_secret,
        tls_fingerprint_sha256: store.fingerprint,
    };
    let pin = new.tls_fingerprint_sha256.as_deref().and_then(|f| f.parse::<Fingerprint>().ok());
    let tx = app.db.tenant(tenant).await?;
    let known = sql::store_page().bind(&tx, &None::<&str>, &None::<Uuid>, &1).opt().await?;
    drop(tx);
    match known {
        None => add(app, tenant, &new, pin, &probe(app, &new, pin).await?, None).await.map(drop),
        Some(known) if known.url != new.url => follow(app, tenant, known.id, &new, pin).await,
        // the simulator forgets hooks when it stops
        Some(known) => expedite_hooks(app, tenant, known.id).await,
    }
}

/// The store's port went to somebody else meanwhile: it answers at another one.
async fn follow(app: &App, tenant: TenantId, id: Uuid, new: &NewStore, pin: Option<Fingerprint>) -> Result<(), Error> {
    let facts = probe(app, new, pin).await?;
    let api = serde_json::to_string(&facts).map_err(|e| Error::Internal(e.to_string()))?;
    let fingerprint = pin.and_then(|p| hex::decode(p.to_string()).ok());
    let tx = app.db.tenant(tenant).await?;
    sql::move_store().bind(&tx, &new.url.trim_end_matches('/'), &api, &fingerprint, &id).await?;
    tx.commit().await?;
    expedite_hooks(app, tenant, id).await
}
