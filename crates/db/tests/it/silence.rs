//! A cut network: no error comes of itself, and nobody may wait for ever.

use std::time::{Duration, Instant};

use fulexo_db::testing::{self, Proxy, Way};
use fulexo_db::{Db, DbConfig, Error, Tx};
use fulexo_queries::client::async_::GenericClient as _;

const PATIENCE: Duration = Duration::from_secs(1);

async fn through(proxy: &Proxy, connections: usize) -> Db {
    let urls = testing::isolated().await;
    let config = DbConfig {
        tenant_url: proxy.over(&urls.tenant, PATIENCE),
        system_url: proxy.over(&urls.system, PATIENCE),
        tenant_connections: connections,
        system_connections: connections,
    };
    Db::connect(&config).await.unwrap()
}

async fn ask(db: &Db) -> Result<(), Error> {
    let tx = db.system("a test").await?;
    tx.execute("select 1", &[]).await?;
    tx.commit().await
}

/// Asks something new in a transaction, which is over then.
async fn refused(tx: Tx, prepare: bool) -> Error {
    let asked =
        if prepare { tx.prepare("select 2").await.map(drop) } else { tx.execute("select 3", &[]).await.map(drop) };
    asked.unwrap_err().into()
}

/// Asks until there is an answer again; how long that took.
async fn answered(db: &Db) -> Duration {
    let begun = Instant::now();
    let answer = async { while ask(db).await.is_err() {} };
    tokio::time::timeout(Duration::from_secs(30), answer).await.expect("an answer");
    begun.elapsed()
}

#[tokio::test]
async fn silence_ends_every_step_of_a_transaction() {
    let proxy = Proxy::start(&testing::isolated().await).await;
    let db = through(&proxy, 1).await;
    for asked in 0..3 {
        answered(&db).await;
        let tx = db.system("a test").await.unwrap();
        for n in 0..asked {
            tx.execute(&format!("select {n}"), &[]).await.unwrap();
        }
        proxy.set(Way::Silent);
        let begun = Instant::now();
        let error = match asked {
            0 => refused(tx, true).await,
            1 => refused(tx, false).await,
            _ => tx.commit().await.unwrap_err(),
        };
        assert!(error.is_unavailable(), "{error}");
        assert!((PATIENCE..PATIENCE * 10).contains(&begun.elapsed()), "step {asked}: {:?}", begun.elapsed());
        assert!(ask(&db).await.unwrap_err().is_unavailable(), "nor can a connection be made");
        proxy.set(Way::Open);
    }
}

#[tokio::test]
async fn one_silent_connection_tells_of_the_others() {
    let proxy = Proxy::start(&testing::isolated().await).await;
    let db = through(&proxy, 6).await;
    let all = futures::future::join_all((0..6).map(|_| db.system("a test"))).await;
    for tx in all {
        let tx = tx.unwrap();
        tx.execute("select 1", &[]).await.unwrap();
        tx.commit().await.unwrap();
    }
    proxy.set(Way::Silent);
    assert!(ask(&db).await.is_err());
    proxy.set(Way::Open);
    // the five others are as dead: each would cost its second
    let took = answered(&db).await;
    assert!(took < PATIENCE, "{took:?}");
}

#[tokio::test]
async fn what_may_not_wait_has_a_connection_of_its_own() {
    let proxy = Proxy::start(&testing::isolated().await).await;
    let db = through(&proxy, 1).await;
    let held = db.system("a test").await.unwrap();
    held.execute("select 1", &[]).await.unwrap();
    ask(&db.reserved()).await.unwrap();
    let late = tokio::time::timeout(Duration::from_millis(200), ask(&db)).await;
    assert!(late.is_err(), "the others wait");
    held.commit().await.unwrap();
    ask(&db).await.unwrap();
}
