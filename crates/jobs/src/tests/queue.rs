//! How work enters the queue and who takes it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{World, done, script};
use crate::{Outcome, enqueue, expedite};

#[tokio::test]
async fn a_job_shares_the_fate_of_the_transaction_that_enqueued_it() {
    let world = World::new().await;
    let tx = world.db.tenant(world.tenant).await.unwrap();
    assert!(enqueue(&tx, &world.clock(), &world.step("dropped")).await.unwrap());
    drop(tx);
    assert!(world.drain(done()).await.is_empty());
    assert!(world.enqueue(&world.step("kept")).await);
    assert_eq!(world.drain(done()).await, ["kept"]);
    assert!(world.drain(done()).await.is_empty());
    assert!(world.rows("select from jobs").await.is_empty());
    let history = world.rows("select state, attempt, args->>'name' as name from job_history").await;
    assert_eq!(serde_json::json!(history), serde_json::json!([{ "state": "completed", "attempt": 1, "name": "kept" }]));
    assert_eq!(world.outcomes().await, ["done"]);
    assert_eq!(*world.heard.lock().unwrap(), BTreeMap::from([("done".to_owned(), 1)]));
}

#[tokio::test]
async fn one_key_has_at_most_one_unfinished_job() {
    let world = World::new().await;
    let mut step = world.step("poll");
    step.unique = Some("store-1".into());
    assert!(world.enqueue(&step).await);
    assert!(!world.enqueue(&step).await, "it waits");
    let (db, clock, again) = (world.db.clone(), world.clock(), step.clone());
    let running = script(move |_, _| {
        let (db, clock, again) = (db.clone(), clock.clone(), again.clone());
        async move {
            let tx = db.tenant(again.tenant).await?;
            assert!(!enqueue(&tx, &clock, &again).await?, "it runs");
            tx.commit().await?;
            Ok(Outcome::Done)
        }
    });
    assert_eq!(world.drain(running).await, ["poll"]);
    assert!(world.enqueue(&step).await, "it is done");
    let other = super::Step { unique: Some("store-2".into()), ..step };
    assert!(world.enqueue(&other).await, "another key");
    assert_eq!(world.drain(done()).await.len(), 2);
}

#[tokio::test]
async fn jobs_of_one_serial_key_never_run_side_by_side() {
    let world = World::new().await;
    for n in 0..6 {
        let mut step = world.step(&n.to_string());
        step.serial = Some(if n < 4 { "store-1" } else { "store-2" }.into());
        world.enqueue(&step).await;
    }
    let (running, most) = (Arc::new(Mutex::new(BTreeMap::<String, usize>::new())), Arc::new(AtomicUsize::new(0)));
    let (inside, worst) = (Arc::clone(&running), Arc::clone(&most));
    let counting = script(move |_, step| {
        let (inside, worst) = (Arc::clone(&inside), Arc::clone(&worst));
        async move {
            let key = step.serial.unwrap();
            let now = {
                let mut inside = inside.lock().unwrap();
                let n = inside.entry(key.clone()).or_default();
                *n += 1;
                *n
            };
            worst.fetch_max(now, Ordering::SeqCst);
            // lets every other claim happen meanwhile
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
            *inside.lock().unwrap().get_mut(&key).unwrap() -= 1;
            Ok(Outcome::Done)
        }
    });
    let workers = (world.worker(Arc::clone(&counting)), world.worker(counting));
    loop {
        let (one, two) = tokio::join!(workers.0.drain(world.tenant), workers.1.drain(world.tenant));
        if one.unwrap() + two.unwrap() == 0 {
            break;
        }
    }
    assert_eq!(most.load(Ordering::SeqCst), 1);
    assert_eq!(world.rows("select from job_history").await.len(), 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_workers_run_every_job_once() {
    let world = World::new().await;
    for n in 0..120 {
        world.enqueue(&world.step(&n.to_string())).await;
    }
    let ran: Arc<Mutex<Vec<String>>> = Arc::default();
    let noted = Arc::clone(&ran);
    let noting = script(move |_, step| {
        noted.lock().unwrap().push(step.name);
        async { Ok(Outcome::Done) }
    });
    let workers: Vec<_> = (0..3).map(|_| world.worker(Arc::clone(&noting))).collect();
    let drained = futures::future::join_all(workers.iter().map(|w| w.drain(world.tenant))).await;
    assert_eq!(drained.into_iter().map(Result::unwrap).sum::<usize>(), 120);
    let mut ran = ran.lock().unwrap().clone();
    ran.sort();
    ran.dedup();
    assert_eq!(ran.len(), 120);
    assert_eq!(world.rows("select from job_history where state = 'completed'").await.len(), 120);
}

#[tokio::test]
async fn a_drain_leaves_other_merchants_alone() {
    let world = World::new().await;
    let mut foreign = world.step("foreign");
    foreign.tenant = world.tenant("two").await;
    world.enqueue(&foreign).await;
    world.enqueue(&world.step("own")).await;
    assert_eq!(world.drain(done()).await, ["own"]);
    assert_eq!(world.job().await["attempt"], 0);
}

#[tokio::test]
async fn a_job_waits_for_its_moment_unless_expedited() {
    let world = World::new().await;
    let mut step = world.step("later");
    step.unique = Some("key".into());
    world.enqueue_in(&step, Duration::from_secs(60)).await;
    assert!(world.drain(done()).await.is_empty());
    world.clock.advance(Duration::from_secs(59));
    assert!(world.drain(done()).await.is_empty());
    let tx = world.db.system("hurry").await.unwrap();
    assert!(expedite(&tx, &world.clock(), &step).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(world.drain(done()).await, ["later"]);

    world.enqueue_in(&step, Duration::from_secs(60)).await;
    world.clock.advance(Duration::from_secs(60));
    assert_eq!(world.drain(done()).await, ["later"]);
}
