//! Every look of staff into a merchant is audited, once per person, merchant, area and hour.

use fulexo_kernel::TenantId;
use fulexo_queries::queries::audit as sql;
use jiff::Timestamp;
use serde_json::json;

use super::{Permission, Role, Scope};
use crate::Error;
use crate::audit::{self, Act};

const HOUR: i64 = 3600;

impl<P: Permission> Scope<P> {
    /// Writes down that staff look into these merchants. Nothing is read before it is durable.
    pub(crate) async fn look(&self, tenants: &[TenantId]) -> Result<(), Error> {
        if !matches!(self.who.role(), Role::Staff(_)) {
            return Ok(());
        }
        let area = P::NAME.split(':').next().unwrap_or(P::NAME);
        let hour = self.now().as_second().div_euclid(HOUR);
        let looked = &self.app.sessions.looked;
        let key = |tenant: TenantId| (self.who.user_id, tenant, area, hour);
        let fresh: Vec<TenantId> = tenants.iter().copied().filter(|t| !looked.contains_key(&key(*t))).collect();
        if fresh.is_empty() {
            return Ok(());
        }
        let at = Timestamp::from_second(hour * HOUR).unwrap_or(Timestamp::UNIX_EPOCH);
        let ids: Vec<_> = fresh.iter().map(|t| t.0).collect();
        let tx = self.app.db.system("audit the looks of staff").await?;
        let new = sql::insert_looks().bind(&tx, &self.who.user_id, &area, &at, &ids).all().await?;
        for tenant in new {
            let act = Act {
                tenant: Some(TenantId(tenant)),
                action: "tenant.look",
                subject_type: "tenant",
                subject_id: tenant.to_string(),
                detail: json!({ "area": area }),
            };
            audit::record(&tx, self, act).await?;
        }
        tx.commit().await?;
        for tenant in fresh {
            looked.insert(key(tenant), ()).await;
        }
        Ok(())
    }
}
