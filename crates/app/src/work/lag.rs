//! How far behind the stores are, as a gauge. The figures stand behind the fence, one merchant at a time; a round
//! over all of them is cut into bounded pieces.

use std::collections::BTreeMap;

use fulexo_kernel::TenantId;
use fulexo_queries::queries::{jobs as sql, sync};
use uuid::Uuid;

use crate::metrics::StreamLabels;
use crate::{App, Error};

/// Merchants looked at in one go.
const PIECE: i64 = 200;

/// A round over all merchants.
#[derive(Default)]
pub(super) struct Lag {
    after: Option<Uuid>,
    worst: BTreeMap<String, f64>,
}

impl Lag {
    /// Looks at the next merchants; sets the gauges at the end of a round.
    pub(super) async fn measure(&mut self, app: &App) -> Result<(), Error> {
        let tx = app.db.system("name the merchants whose stores are read").await?;
        let tenants = sql::tenants_with_stores().bind(&tx, &self.after, &PIECE).all().await?;
        tx.commit().await?;
        for tenant in &tenants {
            self.add(app, TenantId(*tenant)).await?;
        }
        let whole = i64::try_from(tenants.len()).is_ok_and(|n| n < PIECE);
        self.after = if whole { None } else { tenants.last().copied() };
        if whole {
            self.publish(app);
        }
        Ok(())
    }

    async fn add(&mut self, app: &App, tenant: TenantId) -> Result<(), Error> {
        let tx = app.db.tenant(tenant).await?;
        let rows = sync::oldest_success().bind(&tx).all().await?;
        tx.commit().await?;
        let now = app.clock.now();
        for row in rows {
            let behind = now.duration_since(row.at).as_secs_f64().max(0.0);
            let worst = self.worst.entry(row.stream).or_default();
            *worst = worst.max(behind);
        }
        Ok(())
    }

    fn publish(&mut self, app: &App) {
        app.metrics.sync_lag.clear();
        for (stream, behind) in std::mem::take(&mut self.worst) {
            app.metrics.sync_lag.get_or_create(&StreamLabels { stream }).set(behind);
        }
    }
}
