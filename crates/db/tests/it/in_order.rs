//! Steps of a transaction arrive in their order, prepared or not, and a failed one leaves nothing.

use std::sync::Mutex;

use fulexo_db::{PgError, Step, Tx, testing};
use fulexo_queries::client::async_::GenericClient as _;

use super::{admin, pools, tenant};

/// What the statements saw: a sequence counts in the order they were executed.
const NEXT: &str = "select nextval('turns')";

async fn turn(tx: &Tx, text: &str, name: &'static str, seen: &Mutex<Vec<(i64, &'static str)>>) -> Result<(), PgError> {
    let statement = tx.prepare(text).await?;
    let turn = tx.query_one(&statement, &[]).await?.get(0);
    seen.lock().unwrap().push((turn, name));
    Ok(())
}

#[tokio::test]
async fn a_step_that_is_prepared_waits_for_the_one_before_that_is_not() {
    let urls = testing::isolated().await;
    let admin = admin(&urls).await;
    admin.batch_execute("create sequence turns; grant usage on sequence turns to public").await.unwrap();
    let db = pools(&urls, 1).await;
    let tx = db.system("begin and prepare one").await.unwrap();
    tx.query_one(&tx.prepare(NEXT).await.unwrap(), &[]).await.unwrap();
    let seen = Mutex::default();
    let steps: Vec<Step<'_, PgError>> = vec![
        Box::pin(turn(&tx, "select nextval('turns') as unprepared", "a", &seen)),
        Box::pin(turn(&tx, NEXT, "b", &seen)),
        Box::pin(async { Ok(()) }),
        Box::pin(turn(&tx, "select nextval('turns') as unprepared_too", "c", &seen)),
        Box::pin(turn(&tx, NEXT, "d", &seen)),
    ];
    tx.in_order(steps).await.unwrap();
    tx.commit().await.unwrap();
    let mut seen = seen.into_inner().unwrap();
    seen.sort_unstable();
    assert_eq!(seen, [(2, "a"), (3, "b"), (4, "c"), (5, "d")]);
}

#[tokio::test]
async fn the_first_failure_is_told_and_nothing_is_committed() {
    let urls = testing::isolated().await;
    let admin = admin(&urls).await;
    let tenant = tenant(&admin, "a").await;
    let db = pools(&urls, 1).await;
    let run = async |tx: &Tx, text: &'static str| tx.execute(&tx.prepare(text).await?, &[]).await.map(drop);
    let tx = db.system("fail in the middle").await.unwrap();
    let steps: Vec<Step<'_, PgError>> = vec![
        Box::pin(run(&tx, "update tenants set name = 'changed'")),
        Box::pin(run(&tx, "select 1 / 0")),
        Box::pin(run(&tx, "update tenants set name = 'changed again'")),
    ];
    let error = tx.in_order(steps).await.unwrap_err();
    assert_eq!(error.code().unwrap().code(), "22012");
    tx.commit().await.unwrap_err();
    let tx = db.tenant(tenant).await.unwrap();
    let name: String = tx.query_one("select name from tenants", &[]).await.unwrap().get(0);
    assert!(name.starts_with("a-"), "{name}");
}
