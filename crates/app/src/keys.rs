//! Data keys of tenants: made on first use, wrapped by the master key in the database, plain only here in memory.

use std::sync::Arc;
use std::time::Duration;

use fulexo_db::Db;
use fulexo_kernel::{Clock, TenantId};
use fulexo_platform::secrets::{Aad, DataKey, MasterKeys};
use fulexo_queries::queries::people as sql;
use secrecy::SecretString;
use uuid::Uuid;

use crate::Error;

/// Where an encrypted value stands; the ciphertext opens nowhere else.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub tenant: TenantId,
    pub table: &'a str,
    pub column: &'a str,
    pub row: Uuid,
}

impl Place<'_> {
    fn aad(&self) -> Aad<'_> {
        Aad { table: self.table, column: self.column, tenant: self.tenant.0, row: self.row.as_bytes() }
    }
}

/// Seals and opens secrets of tenants.
pub(crate) struct Keyring {
    db: Db,
    clock: Clock,
    master: MasterKeys,
    keys: moka::future::Cache<TenantId, Arc<DataKey>>,
}

impl Keyring {
    pub(crate) fn new(db: Db, clock: Clock, master: MasterKeys) -> Self {
        let keys = moka::future::Cache::builder().max_capacity(10_000).time_to_idle(Duration::from_secs(3600)).build();
        Self { db, clock, master, keys }
    }

    /// Encrypts a text for its place.
    pub(crate) async fn seal(&self, place: Place<'_>, text: &str) -> Result<Vec<u8>, Error> {
        Ok(self.key(place.tenant).await?.seal(place.aad(), text.as_bytes())?)
    }

    /// Decrypts a text of its place.
    pub(crate) async fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<SecretString, Error> {
        Ok(self.key(place.tenant).await?.open_text(place.aad(), sealed)?)
    }

    async fn key(&self, tenant: TenantId) -> Result<Arc<DataKey>, Error> {
        if let Some(key) = self.keys.get(&tenant).await {
            return Ok(key);
        }
        let key = Arc::new(self.load_or_make(tenant).await?);
        self.keys.insert(tenant, Arc::clone(&key)).await;
        Ok(key)
    }

    async fn load_or_make(&self, tenant: TenantId) -> Result<DataKey, Error> {
        let tx = self.db.system("read the data key of a tenant").await?;
        sql::lock_tenant().bind(&tx, &tenant.0).one().await?;
        if let Some(row) = sql::tenant_keys().bind(&tx, &tenant.0).all().await?.into_iter().next() {
            return Ok(self.master.unwrap_data_key(tenant.0, &row.wrapped)?);
        }
        let key = self.master.new_data_key(self.clock.id())?;
        let wrapped = self.master.wrap_data_key(tenant.0, &key)?;
        sql::insert_tenant_key().bind(&tx, &tenant.0, &key.id(), &wrapped, &self.clock.now()).await?;
        tx.commit().await?;
        Ok(key)
    }
}
