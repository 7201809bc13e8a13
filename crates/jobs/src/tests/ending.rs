//! How attempts end, and what comes after.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio_util::sync::CancellationToken;

use super::{Brief, World, done, failing, script};
use crate::{Failure, Outcome};

fn seconds_until(world: &World, at: &serde_json::Value) -> i64 {
    let at: Timestamp = at.as_str().unwrap().parse().unwrap();
    at.as_second() - world.clock.now().as_second()
}

#[tokio::test]
async fn a_failure_is_tried_again_until_the_job_is_dead() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    for attempt in 1..=2 {
        assert_eq!(world.drain(failing("the store is away")).await, ["x"]);
        let job = world.job().await;
        assert_eq!((job["state"].as_str(), job["attempt"].as_i64()), (Some("retryable"), Some(attempt)));
        assert_eq!(job["last_error"], "the store is away");
        assert!(job["run_id"].is_null());
        let wait = seconds_until(&world, &job["run_at"]);
        assert!((1..=2_i64.pow(attempt.try_into().unwrap()) * 2).contains(&wait), "{wait}");
        assert!(world.drain(done()).await.is_empty(), "not before its moment");
        world.clock.advance(Duration::from_secs(u64::try_from(wait).unwrap() + 1));
    }
    assert_eq!(world.drain(failing("still away")).await, ["x"]);
    let job = world.job().await;
    assert_eq!((job["state"].as_str(), job["last_error"].as_str()), (Some("dead"), Some("still away")));
    world.clock.advance(Duration::from_secs(86_400));
    assert!(world.drain(done()).await.is_empty());
    assert_eq!(world.outcomes().await, ["retry", "retry", "fail"]);
}

#[tokio::test]
async fn a_failure_may_name_its_wait_or_be_final() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let after = Some(Duration::from_secs(120));
    world.drain(script(move |_, _| async move { Err(Failure { error: "busy".into(), after, fatal: false }) })).await;
    assert_eq!(seconds_until(&world, &world.job().await["run_at"]), 120);
    world.clock.advance(Duration::from_secs(120));
    world.drain(script(|_, _| async { Err(Failure { error: "gone".into(), after: None, fatal: true }) })).await;
    let job = world.job().await;
    assert_eq!((job["state"].as_str(), job["attempt"].as_i64()), (Some("dead"), Some(2)));
}

#[tokio::test]
async fn a_handler_knows_its_last_attempt() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let telling = script(|run, _| async move {
        Err(Failure { error: format!("{} {}", run.attempt, run.last), after: Some(Duration::ZERO), fatal: false })
    });
    for told in ["1 false", "2 false", "3 true"] {
        world.worker(Arc::clone(&telling)).drain(world.tenant).await.unwrap();
        let errors = world.rows("select error from job_attempts order by attempt").await;
        assert!(errors.iter().any(|row| row["error"] == told), "{told} in {errors:?}");
    }
}

#[tokio::test]
async fn a_snooze_does_not_count() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let snooze = script(|_, _| async { Ok(Outcome::Snooze(Duration::from_secs(30))) });
    for _ in 0..5 {
        assert_eq!(world.drain(Arc::clone(&snooze)).await, ["x"]);
        let job = world.job().await;
        assert_eq!((job["state"].as_str(), job["attempt"].as_i64()), (Some("scheduled"), Some(0)));
        assert_eq!(seconds_until(&world, &job["run_at"]), 30);
        world.clock.advance(Duration::from_secs(30));
    }
    assert!(world.outcomes().await.is_empty());
    assert_eq!(world.drain(done()).await, ["x"]);
    assert_eq!(world.outcomes().await, ["done"]);
}

#[tokio::test]
async fn a_job_no_longer_wanted_is_cancelled() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    world.drain(script(|_, _| async { Ok(Outcome::Cancel) })).await;
    assert!(world.rows("select from jobs").await.is_empty());
    assert_eq!(world.rows("select state from job_history").await[0]["state"], "cancelled");
    assert_eq!(world.outcomes().await, ["cancel"]);
}

#[tokio::test]
async fn panics_and_overruns_are_failures() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    world.drain(script(|_, _| async { panic!("a bug") })).await;
    let error = world.job().await["last_error"].as_str().unwrap().to_owned();
    assert!(error.starts_with("it panicked"), "{error}");

    let world = World::new().await;
    world.enqueue(&Brief(world.step("x"))).await;
    world.drain(script(|_, _| std::future::pending())).await;
    let job = world.job().await;
    assert_eq!((job["state"].as_str(), job["attempt"].as_i64()), (Some("retryable"), Some(1)));
    let error = job["last_error"].as_str().unwrap();
    assert!(error.starts_with("it took longer"), "{error}");
}

#[tokio::test]
async fn arguments_of_another_time_are_dead_at_once() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let client = fulexo_db::testing::superuser(&world.urls).await;
    client.batch_execute("update jobs set args = '{\"old\": true}'").await.unwrap();
    assert!(world.drain(done()).await.is_empty());
    let job = world.job().await;
    assert_eq!(job["state"], "dead");
    assert!(job["last_error"].as_str().unwrap().starts_with("the arguments cannot be read"));
}

#[tokio::test]
async fn a_stopping_worker_lets_its_jobs_end() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let begun = Arc::new(tokio::sync::Notify::new());
    let told = Arc::clone(&begun);
    let heeding = script(move |run, _| {
        let told = Arc::clone(&told);
        async move {
            told.notify_one();
            run.stopping.cancelled().await;
            Ok(Outcome::Snooze(Duration::ZERO))
        }
    });
    let stop = CancellationToken::new();
    let worker = Arc::into_inner(world.worker(heeding)).unwrap();
    let running = tokio::spawn(worker.run(stop.clone()));
    begun.notified().await;
    stop.cancel();
    running.await.unwrap();
    let job = world.job().await;
    assert_eq!((job["state"].as_str(), job["attempt"].as_i64()), (Some("scheduled"), Some(0)));
}
