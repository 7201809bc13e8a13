//! What a worker remembers of the queue never hides a job from it.

use std::time::Duration;

use fulexo_db::testing;
use uuid::Uuid;

use super::{Step, World};
use crate::Job as _;
use crate::claim::Claims;

/// What a worker finds of the only kind.
async fn found(claims: &Claims) -> usize {
    claims.look(std::iter::once(&Step::KIND), None).await.unwrap().len()
}

#[tokio::test]
async fn room_that_comes_while_a_claim_looks_is_not_missed() {
    let world = World::new().await;
    let claims = Claims::new(world.db.clone(), world.clock(), Uuid::from_u128(1));
    let other = testing::superuser(&world.urls).await;
    let locked = "begin; select pg_advisory_xact_lock(7263, hashtext('step'))";
    let waits = "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())";
    other.batch_execute(locked).await.unwrap();
    let asks = async { claims.take(&Step::KIND, 4, None).await.unwrap().len() };
    let ends = async {
        while other.query_one(waits, &[]).await.unwrap().get::<_, i64>(0) == 0 {}
        claims.ended(Step::KIND.name);
        other.batch_execute("rollback").await.unwrap();
    };
    // an end is heard of a kind that has a place
    assert_eq!(found(&claims).await, 0);
    let (taken, ()) = tokio::join!(asks, ends);
    assert_eq!(taken, 0);
    world.enqueue(&world.step("a")).await;
    assert_eq!(found(&claims).await, 1);
}

#[tokio::test]
async fn a_job_whose_transaction_took_long_is_found_below_the_floor() {
    let world = World::new().await;
    let claims = Claims::new(world.db.clone(), world.clock(), Uuid::from_u128(1));
    let late = world.clock.now();
    world.clock.advance(Duration::from_secs(60));
    assert_eq!(found(&claims).await, 0);
    world.enqueue(&world.step("a")).await;
    let other = testing::superuser(&world.urls).await;
    other.execute("update jobs set run_at = $1::text::timestamptz", &[&late.to_string()]).await.unwrap();
    assert_eq!(found(&claims).await, 0);
    claims.sweep(std::iter::once(&Step::KIND)).await.unwrap();
    assert_eq!(found(&claims).await, 1);
}
