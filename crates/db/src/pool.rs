//! The two pools, private to this crate: one of the tenant role, one of the system role.

use std::str::FromStr as _;
use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{
    Hook, HookError, Manager, ManagerConfig, Object, Pool, PoolError, QueueMode, RecyclingMethod, Runtime, TimeoutType,
    Timeouts,
};
use fulexo_kernel::TenantId;
use rustls::ClientConfig;
use tokio_postgres::Config;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::Error;
use crate::silence::{Patience, watched};
use crate::tx::{Scope, Tx};

/// How long a request waits for a connection, and how long one that may not be refused.
const WAIT: Duration = Duration::from_secs(5);
const PATIENCE: Duration = Duration::from_secs(45);
/// How long anything that comes before the first statement may take.
const SOON: Duration = Duration::from_secs(5);
/// How long an answer to what must not wait may take.
const PROMPT: Duration = Duration::from_secs(8);

/// Where the database is and how many connections to hold.
#[derive(Clone, Debug)]
pub struct DbConfig {
    /// Connection string of `fulexo_tenant`.
    pub tenant_url: String,
    /// Connection string of `fulexo_system`.
    pub system_url: String,
    /// Connections of the tenant role.
    pub tenant_connections: usize,
    /// Connections of the system role.
    pub system_connections: usize,
}

/// How busy the pools are.
#[derive(Clone, Copy, Debug)]
pub struct PoolStatus {
    /// Connections in use.
    pub active: usize,
    /// Callers waiting for one.
    pub waiting: usize,
}

/// The database; cheap to clone.
#[derive(Clone)]
pub struct Db {
    tenant: Lent,
    system: Lent,
    reserve: Lent,
    system_config: Arc<Config>,
}

/// A pool, and how long its connections wait for answers.
#[derive(Clone)]
struct Lent {
    pool: Pool,
    patience: Patience,
}

impl Db {
    /// Makes the pools and checks both roles. Errors name what is wrong with a role.
    pub async fn connect(config: &DbConfig) -> Result<Self, Error> {
        let system_config = parse(&config.system_url)?;
        let db = Self {
            tenant: lent(parse(&config.tenant_url)?, config.tenant_connections, Duration::MAX)?,
            system: lent(system_config.clone(), config.system_connections, Duration::MAX)?,
            reserve: lent(system_config.clone(), 1, PROMPT)?,
            system_config: Arc::new(system_config),
        };
        check_role(&db.tenant.pool, "DATABASE_TENANT_URL").await?;
        check_role(&db.system.pool, "DATABASE_SYSTEM_URL").await?;
        Ok(db)
    }

    /// Takes a connection for one transaction of a tenant. Nothing is sent before the first statement.
    pub async fn tenant(&self, tenant: TenantId) -> Result<Tx, Error> {
        Tx::new(get(&self.tenant.pool).await?, Scope::Tenant(tenant), self.tenant.patience.clone()).await
    }

    /// Takes a connection for one transaction across tenants; `why` names the reason.
    pub async fn system(&self, why: &'static str) -> Result<Tx, Error> {
        Tx::new(get(&self.system.pool).await?, Scope::System(why), self.system.patience.clone()).await
    }

    /// The same database over one connection of its own for system transactions, for what may not wait until others
    /// give one back. An answer may take no longer than 8 s.
    #[must_use]
    pub fn reserved(&self) -> Self {
        Self { system: self.reserve.clone(), ..self.clone() }
    }

    /// Runs work across tenants that no answer cut off half-way may hold for ever: rows come after their statement's
    /// answer has begun.
    pub async fn in_time<T>(&self, work: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        let limit = self.system.patience.limit.saturating_add(SOON);
        let late = |_| Error::Unavailable(format!("no answer within {} s", limit.as_secs()));
        tokio::time::timeout(limit, work).await.map_err(late)?
    }

    /// The same for what may not be refused while the database is up: waits longer for its connection.
    pub async fn system_patiently(&self, why: &'static str) -> Result<Tx, Error> {
        let Lent { pool, patience } = &self.system;
        let wait = Timeouts { wait: Some(PATIENCE), ..pool.timeouts() };
        Tx::new(pool.timeout_get(&wait).await.map_err(why_none)?, Scope::System(why), patience.clone()).await
    }

    /// Connections of both roles together.
    pub fn connections(&self) -> usize {
        self.tenant.pool.status().max_size + self.system.pool.status().max_size
    }

    /// How busy both pools are together.
    pub fn status(&self) -> PoolStatus {
        let (t, s) = (self.tenant.pool.status(), self.system.pool.status());
        PoolStatus {
            active: (t.size + s.size).saturating_sub(t.available + s.available),
            waiting: t.waiting + s.waiting,
        }
    }

    pub(crate) fn system_config(&self) -> &Config {
        &self.system_config
    }
}

async fn get(pool: &Pool) -> Result<Object, Error> {
    pool.get().await.map_err(why_none)
}

fn why_none(error: PoolError) -> Error {
    match error {
        PoolError::Backend(e) => Error::Unavailable(deepest(&e)),
        PoolError::Timeout(TimeoutType::Wait) => Error::Busy,
        other => Error::Unavailable(other.to_string()),
    }
}

fn deepest(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), deepest)
}

fn lent(config: Config, size: usize, most: Duration) -> Result<Lent, Error> {
    let patience = Patience::new(&config, most);
    let trust = patience.clone();
    let soon = SOON.min(patience.limit);
    let manager = Manager::from_config(config, tls(), ManagerConfig { recycling_method: RecyclingMethod::Fast });
    let pool = Pool::builder(manager)
        .max_size(size)
        // the connection used last: its statements are planned, its memory is warm
        .queue_mode(QueueMode::Lifo)
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(WAIT))
        .create_timeout(Some(soon))
        .recycle_timeout(Some(soon))
        .post_create(Hook::async_fn(move |client, _| {
            Box::pin(async move {
                let set = tokio::time::timeout(soon, client.batch_execute(SESSION)).await;
                set.map_err(|_| HookError::message("no answer"))?.map_err(HookError::Backend)
            })
        }))
        .pre_recycle(Hook::sync_fn(move |_, metrics| {
            if trust.trusts(metrics) { Ok(()) } else { Err(HookError::message("PostgreSQL has been silent since")) }
        }))
        .build()
        .map_err(|e| Error::Unavailable(e.to_string()))?;
    Ok(Lent { pool, patience })
}

/// What every session begins with. The server lets go of the locks of a client that is cut off in the middle of a
/// transaction, and of its connection: else the work of all waits for it.
const SESSION: &str = "set statement_timeout = '30s'; set lock_timeout = '10s'; \
     set idle_in_transaction_session_timeout = '15s'; set timezone = 'UTC'; \
     set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 2; \
     set plan_cache_mode = force_generic_plan; set random_page_cost = 1.1";

pub(crate) fn parse(url: &str) -> Result<Config, Error> {
    let mut config = Config::from_str(url).map_err(|e| Error::Url(deepest(&e)))?;
    config.application_name("fulexo").connect_timeout(SOON);
    watched(&mut config);
    Ok(config)
}

pub(crate) fn tls() -> MakeRustlsConnect {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    MakeRustlsConnect::new(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth())
}

/// Refuses a role that could look over the fence.
async fn check_role(pool: &Pool, setting: &str) -> Result<(), Error> {
    let client = get(pool).await?;
    let row = client
        .query_one(
            "select current_user::text, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb
                  , exists (select from pg_class c where pg_has_role(r.oid, c.relowner, 'member'))
                  , exists (select from pg_roles p where (p.rolsuper or p.rolbypassrls) and pg_has_role(r.oid, p.oid, 'member'))
               from pg_roles r where rolname = current_user",
            &[],
        )
        .await?;
    let name: String = row.try_get(0)?;
    let powers: Vec<&str> = [
        "SUPERUSER",
        "BYPASSRLS",
        "CREATEROLE",
        "CREATEDB",
        "ownership of tables",
        "membership in a role that bypasses it",
    ]
    .into_iter()
    .zip(1_usize..)
    .filter(|(_, i)| row.try_get::<_, bool>(i).unwrap_or(true))
    .map(|(power, _)| power)
    .collect();
    if powers.is_empty() {
        return Ok(());
    }
    Err(Error::Role(format!(
        "the role {name} of {setting} has {}: row level security would not bind it. \
         Create the roles with the SQL that `fulexo migrate --print-roles` prints",
        powers.join(", ")
    )))
}
