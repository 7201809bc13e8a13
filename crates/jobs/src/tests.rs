//! Against a real PostgreSQL, with a clock that the test holds.

mod chaos;
mod ending;
mod fair;
mod lease;
mod look;
mod queue;
mod storm;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fulexo_db::embedded::Urls;
use fulexo_db::{Db, DbConfig, Listener, testing};
use fulexo_kernel::{Clock, ManualClock, TenantId};
use fulexo_queries::queries::people;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::job::enqueue_at;
use crate::{Failure, Job, Kind, Name, Outcome, Registry, Run, Worker, enqueue};

/// A step of work; what it does is the test's matter.
#[derive(Clone, Serialize, Deserialize)]
struct Step {
    tenant: TenantId,
    name: String,
    unique: Option<String>,
    serial: Option<String>,
}

impl Job for Step {
    const KIND: Kind = Kind { name: "step", concurrency: 4, per_tenant: 3, max_attempts: 3, ..Kind::PLAIN };

    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant)
    }

    fn unique_key(&self) -> Option<String> {
        self.unique.clone()
    }

    fn serial_key(&self) -> Option<String> {
        self.serial.clone()
    }
}

/// A step that may take no time.
#[derive(Serialize, Deserialize)]
struct Brief(Step);

impl Job for Brief {
    const KIND: Kind = Kind { name: "brief", timeout: Duration::from_millis(50), ..Step::KIND };

    fn tenant(&self) -> Option<TenantId> {
        Some(self.0.tenant)
    }
}

type Script = Arc<dyn Fn(Run, Step) -> BoxFuture<'static, Result<Outcome, Failure>> + Send + Sync>;

/// Turns a function into what every step does.
fn script<F, Fut>(run: F) -> Script
where
    F: Fn(Run, Step) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Outcome, Failure>> + Send + 'static,
{
    Arc::new(move |info, step| run(info, step).boxed())
}

/// A database with one merchant and a queue.
#[derive(Clone)]
struct World {
    db: Db,
    urls: Urls,
    clock: ManualClock,
    tenant: TenantId,
    /// What the observer heard, by outcome.
    heard: Arc<Mutex<BTreeMap<String, usize>>>,
}

impl World {
    async fn new() -> Self {
        let urls = testing::isolated().await;
        let config = DbConfig {
            tenant_url: urls.tenant.clone(),
            system_url: urls.system.clone(),
            tenant_connections: 4,
            system_connections: 8,
        };
        let clock = ManualClock::at("2026-03-02T09:30:00Z".parse().unwrap());
        let db = Db::connect(&config).await.unwrap();
        let world = Self { db, urls, clock, tenant: TenantId(Uuid::nil()), heard: Arc::default() };
        let tenant = world.tenant("one").await;
        Self { tenant, ..world }
    }

    async fn tenant(&self, slug: &str) -> TenantId {
        let id = self.clock().id();
        let tx = self.db.system("make a merchant").await.unwrap();
        people::insert_tenant().bind(&tx, &id, &slug, &slug, &"UTC", &self.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        TenantId(id)
    }

    fn clock(&self) -> Clock {
        self.clock.clone().into()
    }

    fn step(&self, name: &str) -> Step {
        Step { tenant: self.tenant, name: name.into(), unique: None, serial: None }
    }

    async fn enqueue(&self, job: &impl Job) -> bool {
        let tx = self.db.tenant(job.tenant().unwrap()).await.unwrap();
        let new = enqueue(&tx, &self.clock(), job).await.unwrap();
        tx.commit().await.unwrap();
        new
    }

    async fn enqueue_in(&self, step: &Step, wait: Duration) {
        let tx = self.db.tenant(step.tenant).await.unwrap();
        let at = self.clock.now().checked_add(wait).unwrap();
        assert!(enqueue_at(&tx, &self.clock(), step, at).await.unwrap());
        tx.commit().await.unwrap();
    }

    fn worker(&self, script: Script) -> Arc<Worker<Script>> {
        let mut registry = Registry::default();
        registry.add(|script: Script, run, step: Step| script(run, step));
        registry.add(|script: Script, run, brief: Brief| script(run, brief.0));
        let heard = Arc::clone(&self.heard);
        let observer: crate::Observer = Arc::new(move |attempt| {
            *heard.lock().unwrap().entry(attempt.outcome.to_owned()).or_default() += 1;
        });
        let (db, clock) = (self.db.clone(), self.clock());
        let name = Name { name: "test:1".into(), version: "0" };
        Arc::new(Worker::new(db, clock, script, registry, Listener::default(), observer, name))
    }

    /// Runs what is due of the merchant; the names of the steps in order.
    async fn drain(&self, script: Script) -> Vec<String> {
        let ran: Arc<Mutex<Vec<String>>> = Arc::default();
        let noted = Arc::clone(&ran);
        let noting: Script = Arc::new(move |run, step| {
            noted.lock().unwrap().push(step.name.clone());
            script(run, step)
        });
        self.worker(noting).drain(self.tenant).await.unwrap();
        let mut ran = ran.lock().unwrap().clone();
        ran.sort();
        ran
    }

    async fn rows(&self, sql: &str) -> Vec<Value> {
        let client = testing::superuser(&self.urls).await;
        let rows = client.query(&format!("select to_jsonb(q)::text from ({sql}) q"), &[]).await.unwrap();
        rows.iter().map(|row| serde_json::from_str(row.get(0)).unwrap()).collect()
    }

    /// The only job there is.
    async fn job(&self) -> Value {
        let mut rows = self.rows("select state, attempt, run_at, last_error, run_id from jobs").await;
        assert_eq!(rows.len(), 1);
        rows.remove(0)
    }

    /// The outcomes of all attempts; the last one of a finished job is its state.
    async fn outcomes(&self) -> Vec<String> {
        let last = "case state when 'completed' then 'done' else 'cancel' end";
        let sql =
            format!("select outcome, attempt from job_attempts union all select {last}, attempt from job_history");
        let rows = self.rows(&format!("select * from ({sql}) a order by attempt, outcome")).await;
        rows.iter().map(|row| row["outcome"].as_str().unwrap().to_owned()).collect()
    }
}

fn done() -> Script {
    script(|_, _| async { Ok(Outcome::Done) })
}

fn failing(error: &'static str) -> Script {
    script(move |_, _| async move { Err(Failure { error: error.into(), after: None, fatal: false }) })
}
