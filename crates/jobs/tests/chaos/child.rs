//! A worker as a process of its own. It hears on its input what to do: `stop`, `clock SECONDS`, `hold SECONDS`.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use fulexo_db::{Db, DbConfig, Listener};
use fulexo_jobs::{Name, Worker};
use fulexo_kernel::{Clock, ManualClock};
use fulexo_queries::client::async_::GenericClient as _;
use jiff::SignedDuration;
use tokio::io::AsyncBufReadExt as _;
use tokio_util::sync::CancellationToken;

const TENANT_CONNECTIONS: usize = 4;
const SYSTEM_CONNECTIONS: usize = 6;

pub fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(run());
    // whatever still waits for PostgreSQL is not waited for
    runtime.shutdown_background();
}

fn told(name: &str) -> String {
    let value = std::env::var_os(name).and_then(|value| value.into_string().ok());
    value.expect("the other test starts this one")
}

async fn run() {
    let config = DbConfig {
        tenant_url: told("CHAOS_TENANT_URL"),
        system_url: told("CHAOS_SYSTEM_URL"),
        tenant_connections: TENANT_CONNECTIONS,
        system_connections: SYSTEM_CONNECTIONS,
    };
    let name = Name { name: told("CHAOS_NAME"), version: "0" };
    let offset = Arc::new(AtomicI64::new(told("CHAOS_CLOCK").parse().unwrap()));
    let clock = stepping(Arc::clone(&offset)).await;
    let db = connect(&config).await;
    let (stop, listener) = (CancellationToken::new(), Listener::default());
    tokio::spawn(listener.clone().run(db.clone()));
    tokio::spawn(obey(db.clone(), offset, stop.clone()));
    Worker::new(db.clone(), clock, db, super::work::registry(), listener, Arc::new(|_| {}), name).run(stop).await;
}

async fn connect(config: &DbConfig) -> Db {
    let mut pace = tokio::time::interval(Duration::from_millis(100));
    loop {
        pace.tick().await;
        if let Ok(db) = Db::connect(config).await {
            return db;
        }
    }
}

/// The machine's clock, so many seconds off.
async fn stepping(offset: Arc<AtomicI64>) -> Clock {
    let clock = ManualClock::at(Clock::system().now());
    let hands = clock.clone();
    let mut pace = tokio::time::interval(Duration::from_millis(2));
    let step = move || {
        let off = SignedDuration::from_secs(offset.load(Ordering::Relaxed));
        hands.set(Clock::system().now().saturating_add(off).unwrap());
    };
    step();
    tokio::spawn(async move {
        loop {
            pace.tick().await;
            step();
        }
    });
    clock.into()
}

async fn obey(db: Db, offset: Arc<AtomicI64>, stop: CancellationToken) {
    let mut lines = tokio::io::BufReader::new(tokio::io::stdin()).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        match line.split_once(' ') {
            Some(("clock", seconds)) => offset.store(seconds.parse().unwrap(), Ordering::Relaxed),
            Some(("hold", seconds)) => drop(tokio::spawn(hold(db.clone(), seconds.parse().unwrap()))),
            _ => break,
        }
    }
    stop.cancel();
}

/// Holds every connection that it can get of both pools.
async fn hold(db: Db, seconds: f64) {
    let tenant = fulexo_kernel::TenantId(uuid::Uuid::nil());
    let mut held = Vec::new();
    for n in 0..TENANT_CONNECTIONS + SYSTEM_CONNECTIONS {
        let tx = if n < TENANT_CONNECTIONS { db.tenant(tenant).await } else { db.system("hold it").await };
        let Ok(tx) = tx else { continue };
        drop(tx.execute("select 1", &[]).await);
        held.push(tx);
    }
    // this is the fault itself
    tokio::time::sleep(Duration::from_secs_f64(seconds)).await;
}
