//! Whatever breaks, nothing is lost and nothing happens twice: worker processes that are killed and frozen, a PostgreSQL
//! of their own that crashes, a network that is cut and one that swallows, clocks that step, connections that run out.
//!
//! One turn of all faults by default; for `FULEXO_CHAOS_MINUTES` when that is set (`bench/long/chaos`). A failing run names
//! its seed, and `FULEXO_SEED` deals the same faults in the same order; how they fall together is the machine's matter.

#![cfg(test)]
#![expect(clippy::print_stdout, reason = "a run tells its seed and what was done in it")]

mod child;
mod effects;
mod faults;
mod fleet;
mod work;

use std::time::{Duration, Instant};

use faults::{Chaos, Fault};

#[test]
#[ignore = "a process of the fleet, which the other test starts"]
fn a_worker() {
    child::main();
}

/// A number that the environment gives.
fn given(name: &str) -> Option<u64> {
    std::env::var_os(name)?.to_str()?.parse().ok()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_and_nothing_happens_twice() {
    let seed = given("FULEXO_SEED").unwrap_or_else(rand::random);
    println!("FULEXO_SEED={seed}");
    let length = given("FULEXO_CHAOS_MINUTES").map(|minutes| Duration::from_secs(60 * minutes));
    let mut chaos = Chaos::begin(seed, length.is_some()).await;
    let begun = Instant::now();
    loop {
        for fault in chaos.deck() {
            chaos.strike(fault).await;
            chaos.pass(if length.is_some() { 3.0 } else { 0.8 }).await;
        }
        if length.is_none_or(|length| begun.elapsed() >= length) {
            break;
        }
    }
    chaos.heal();
    let left = chaos.settle(Duration::from_secs(60)).await;
    let verdict = chaos.effects.verdict().await;
    chaos.print(&verdict);
    let recovery = chaos.fleet.recovery();
    assert_eq!(left, 0, "seed {seed}: jobs are left: {:?}", verdict.left);
    assert_eq!((verdict.lost, verdict.twice, verdict.wrongly_dead), (0, 0, 0), "seed {seed}: {verdict:?}");
    assert_eq!(verdict.recorded, verdict.wanted, "seed {seed}: {verdict:?}");
    assert_eq!(verdict.dead, verdict.poisoned, "seed {seed}: {verdict:?}");
    assert!(recovery.0 > 0 && recovery.1.net <= Duration::from_secs(30), "seed {seed}: {recovery:?}");
    assert!(Fault::ALL.iter().all(|fault| chaos.struck.contains_key(fault) || fault.only_long()), "seed {seed}");
    chaos.end().await;
}
