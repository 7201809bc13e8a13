//! Our webhooks at a store: registered when stores can reach us, looked after every six hours. Hooks of others are
//! never touched.

use std::collections::BTreeMap;
use std::time::Duration;

use fulexo_jobs::{Failure, Job, Kind, Outcome, Run};
use fulexo_kernel::{CanFail as _, TenantId};
use fulexo_queries::queries::stores as sql;
use fulexo_woo::payload::{Webhook, WebhookStatus};
use fulexo_woo::{Direction, Error as WooError, ListQuery, NewWebhook, OrderBy};
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::connection::{Connection, open, open_to_leave, place};
use crate::news::{self, Kind as Thing, Op};
use crate::{App, Error};

const LOOK_AGAIN: Duration = Duration::from_secs(6 * 3600);
const MAX_PAGES: u32 = 20;
/// A store that is being disconnected gets this long to forget our hooks.
const GOODBYE: Duration = Duration::from_secs(10);

/// What we want to hear of.
const TOPICS: [&str; 11] = [
    "order.created",
    "order.updated",
    "order.deleted",
    "order.restored",
    "product.created",
    "product.updated",
    "product.deleted",
    "product.restored",
    "customer.created",
    "customer.updated",
    "customer.deleted",
];

/// Registers our webhooks at a store and keeps them alive.
#[derive(Serialize, Deserialize)]
pub(crate) struct RegisterWebhooks {
    pub tenant_id: TenantId,
    pub store_id: Uuid,
}

impl Job for RegisterWebhooks {
    const KIND: Kind =
        Kind { name: "register-webhooks", priority: 7, concurrency: 4, per_tenant: 2, max_attempts: 25, ..Kind::PLAIN };

    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant_id)
    }

    fn store(&self) -> Option<Uuid> {
        Some(self.store_id)
    }

    fn unique_key(&self) -> Option<String> {
        Some(self.store_id.to_string())
    }
}

/// Where a store posts its deliveries.
pub(super) fn delivery_url(app: &App, store: Uuid) -> Option<String> {
    let base = app.config.public_url.as_ref()?;
    Some(format!("{}/api/v1/woo/webhooks/{store}", base.as_str().trim_end_matches('/')))
}

/// Runs the job.
pub(super) async fn run(app: App, _run: Run, job: RegisterWebhooks) -> Result<Outcome, Failure> {
    let Some(url) = delivery_url(&app, job.store_id) else { return polling_only(&app, &job).await };
    let Some(connection) = open(&app, job.tenant_id, job.store_id).await? else { return Ok(Outcome::Cancel) };
    let outcome = look_after(&app, &connection, &url).await;
    let tx = app.db.tenant(job.tenant_id).await?;
    let (word, next) = match outcome {
        Ok(hooks) => {
            for hook in hooks {
                let status = if hook.status == WebhookStatus::Active { "active" } else { "disabled" };
                sql::upsert_hook().bind(&tx, &job.store_id, &hook.topic, &hook.id, &status, &app.clock.now()).await?;
            }
            ("active", Ok(Outcome::Snooze(LOOK_AGAIN)))
        }
        Err(error) => {
            // polling goes on meanwhile: nothing is lost, only later
            tracing::warn!(store_id = %job.store_id, %error, "webhooks cannot be registered");
            ("failed", Ok(Outcome::Snooze(Duration::from_secs(900))))
        }
    };
    sql::set_webhooks().bind(&tx, &word, &job.store_id).await?;
    news::tell(&tx, &app.clock, job.tenant_id, Thing::Store, Op::Updated, Some(job.store_id), &[job.store_id]).await?;
    tx.commit().await?;
    app.wake_screens();
    next
}

/// Stores cannot reach us, or no longer: says so.
async fn polling_only(app: &App, job: &RegisterWebhooks) -> Result<Outcome, Failure> {
    let tx = app.db.tenant(job.tenant_id).await?;
    sql::set_webhooks().bind(&tx, &"polling_only", &job.store_id).await?;
    tx.commit().await?;
    Ok(Outcome::Snooze(LOOK_AGAIN))
}

/// Takes our hooks away from a store that is being disconnected, as far as it lets us.
pub(super) async fn remove(app: &App, tenant: TenantId, store: Uuid) -> Result<(), Error> {
    let Some(connection) = open_to_leave(app, tenant, store).await? else { return Ok(()) };
    let tx = app.db.tenant(tenant).await?;
    let hooks = sql::hooks_of().bind(&tx, &store).all().await?;
    drop(tx);
    let client = &connection.client;
    let all = futures::future::join_all(hooks.iter().map(|hook| client.delete_webhook(hook.external_id)));
    if let Ok(answers) = tokio::time::timeout(GOODBYE, all).await {
        for answer in answers {
            answer.map(drop).can_fail("the store may be gone; what a hook that is left still sends is ignored");
        }
    }
    Ok(())
}

/// Adopts ours, revives dead ones, makes those that are missing.
async fn look_after(app: &App, connection: &Connection, url: &str) -> Result<Vec<Webhook>, WooError> {
    let secret = secret(app, connection).await.map_err(|e| WooError::Unexpected { reason: e.to_string() })?;
    let mut ours: BTreeMap<String, Webhook> = BTreeMap::new();
    for hook in existing(connection, url).await? {
        // a re-activated hook keeps its failure count and dies at the next failure: delete and make it anew
        if hook.status != WebhookStatus::Active || ours.contains_key(&hook.topic) {
            connection.client.delete_webhook(hook.id).await?;
        } else {
            ours.insert(hook.topic.clone(), hook);
        }
    }
    for topic in TOPICS.iter().filter(|t| !ours.contains_key(**t)).copied().collect::<Vec<_>>() {
        let new = NewWebhook {
            name: format!("Fulexo {topic}"),
            topic: topic.to_owned(),
            delivery_url: url.to_owned(),
            secret: secret.clone(),
            status: "active".to_owned(),
        };
        let made = connection.client.create_webhook(&new).await?;
        let hook = Webhook::parse(&made.body).map_err(|e| WooError::Unexpected { reason: e.to_string() })?;
        ours.insert(hook.topic.clone(), hook);
    }
    Ok(ours.into_values().collect())
}

async fn existing(connection: &Connection, url: &str) -> Result<Vec<Webhook>, WooError> {
    let mut ours = Vec::new();
    for page in 1..=MAX_PAGES {
        let query = ListQuery::new().per_page(100).page(page).orderby(OrderBy::Id).order(Direction::Asc);
        let rows = connection.client.webhooks(&query).await?.items;
        let hooks = rows.iter().filter_map(|raw| Webhook::parse(raw).ok());
        ours.extend(hooks.filter(|h| h.delivery_url == url && TOPICS.contains(&h.topic.as_str())));
        if rows.len() < 100 {
            break;
        }
    }
    Ok(ours)
}

async fn secret(app: &App, connection: &Connection) -> Result<String, Error> {
    let tx = app.db.system("read the webhook secret of a store").await?;
    let route = sql::route().bind(&tx, &connection.store.id).one().await?;
    tx.commit().await?;
    let opened = app.keys.open(place(connection.tenant, "webhook_secret", connection.store.id), &route.secret).await?;
    Ok(opened.expose_secret().to_owned())
}

/// Looks after the hooks of a store now.
pub(crate) async fn expedite_hooks(app: &App, tenant_id: TenantId, store_id: Uuid) -> Result<(), Error> {
    let job = RegisterWebhooks { tenant_id, store_id };
    let tx = app.db.system("look after the webhooks of a store now").await?;
    if !fulexo_jobs::expedite(&tx, &app.clock, &job).await? {
        fulexo_jobs::enqueue(&tx, &app.clock, &job).await?;
    }
    tx.commit().await?;
    Ok(())
}
