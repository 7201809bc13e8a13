//! Shares of merchants and kinds.

use std::time::Duration;

use super::{Step, World};
use crate::claim::Claims;
use crate::{Job as _, Kind};

impl World {
    /// A merchant's jobs, made by the database at once.
    async fn many(&self, tenant: fulexo_kernel::TenantId, n: usize, serial: Option<&str>) {
        let serial = serial.map_or("null".into(), |key| format!("'{key}'"));
        let at = self.clock.now();
        let client = fulexo_db::testing::superuser(&self.urls).await;
        let sql = format!(
            "insert into jobs (id, kind, tenant_id, args, state, priority, run_at, max_attempts, serial_key, created_at)
             select gen_random_uuid(), 'step', '{tenant}', jsonb_build_object('tenant', '{tenant}', 'name', 'x'), 'available', 0
                  , '{at}'::timestamptz - interval '1 hour' + k * interval '1 ms', 3, {serial}, '{at}'
             from generate_series(1, {n}) k"
        );
        client.batch_execute(&sql).await.unwrap();
    }

    fn claims(&self) -> Claims {
        Claims::new(self.db.clone(), self.clock(), self.clock().id())
    }

    /// How many of each merchant run.
    async fn running(&self) -> Vec<(String, u64)> {
        let rows = self.rows("select tenant_id, count(*) as n from job_runs group by 1 order by 1").await;
        rows.iter().map(|row| (row["tenant_id"].as_str().unwrap().to_owned(), row["n"].as_u64().unwrap())).collect()
    }
}

const WIDE: Kind = Kind { concurrency: 150, per_tenant: 150, ..Step::KIND };

#[tokio::test]
async fn a_merchant_with_many_jobs_delays_another_by_no_more_than_what_runs() {
    for n in [50, 5_000] {
        let world = World::new().await;
        let other = world.tenant("two").await;
        world.many(world.tenant, n, None).await;
        let claims = world.claims();
        assert_eq!(claims.take(&WIDE, 4, None).await.unwrap().len(), 4);
        // the other's job is the youngest of all
        world.enqueue(&Step { tenant: other, ..world.step("single") }).await;
        let next = claims.take(&WIDE, 1, None).await.unwrap();
        let first = next.first().unwrap().tenant_id;
        let then = claims.take(&WIDE, 1, None).await.unwrap();
        let second = then.first().unwrap().tenant_id;
        assert!(first == Some(other.0) || second == Some(other.0), "with {n} jobs in front of it");
    }
}

#[tokio::test]
async fn every_merchant_has_an_equal_share() {
    let broad = Kind { concurrency: 1000, per_tenant: 1000, ..WIDE };
    for (kind, each, limit) in [(WIDE, 20, 30), (WIDE, 3_000, 120), (broad, 3_000, 300)] {
        let world = World::new().await;
        let mut tenants = vec![world.tenant];
        for slug in ["two", "three"] {
            tenants.push(world.tenant(slug).await);
        }
        for tenant in &tenants {
            world.many(*tenant, each, None).await;
        }
        let claims = world.claims();
        let taken = claims.take(&kind, limit, None).await.unwrap().len();
        assert_eq!(taken, limit);
        let shares: Vec<u64> = world.running().await.into_iter().map(|(_, n)| n).collect();
        let share = u64::try_from(limit / 3).unwrap();
        assert_eq!(shares, [share; 3]);
    }
}

#[tokio::test]
async fn fleet_and_merchant_have_their_limits() {
    let world = World::new().await;
    let other = world.tenant("two").await;
    world.many(world.tenant, 200, None).await;
    world.many(other, 200, None).await;
    let kind = Kind { concurrency: 7, per_tenant: 4, ..Step::KIND };
    let (one, two) = (world.claims(), world.claims());
    let (a, b) = tokio::join!(one.take(&kind, 64, None), two.take(&kind, 64, None));
    assert_eq!(a.unwrap().len() + b.unwrap().len(), 7, "both workers together");
    assert!(world.running().await.iter().all(|(_, n)| *n <= 4), "{:?}", world.running().await);
    let narrow = Kind { concurrency: 100, ..kind };
    one.take(&narrow, 64, None).await.unwrap();
    two.take(&narrow, 64, None).await.unwrap();
    assert!(world.running().await.iter().all(|(_, n)| *n == 4), "{:?}", world.running().await);
}

#[tokio::test]
async fn a_serial_key_holds_back_nobody_else() {
    for n in [20, 2_000] {
        let world = World::new().await;
        world.many(world.tenant, n, Some("store-1")).await;
        world.enqueue(&world.step("free")).await;
        let claims = world.claims();
        let mut taken = claims.take(&WIDE, 10, None).await.unwrap();
        taken.extend(claims.take(&WIDE, 10, None).await.unwrap());
        let free = taken.iter().filter(|task| task.args.contains("free")).count();
        assert_eq!((taken.len(), free), (2, 1), "one of the store's {n}, and the one behind them");
    }
}

#[tokio::test]
async fn a_paused_kind_or_store_waits() {
    let world = World::new().await;
    let client = fulexo_db::testing::superuser(&world.urls).await;
    world.enqueue(&world.step("x")).await;
    let pause = "insert into job_pauses (id, kind, paused_at) values (gen_random_uuid(), 'step', now())";
    client.batch_execute(pause).await.unwrap();
    let kinds = [Step::KIND];
    assert!(world.claims().look(kinds.iter(), None).await.unwrap().is_empty());
    let store = world.clock().id();
    let pause = format!(
        "delete from job_pauses; update jobs set store_id = '{store}';
         insert into job_pauses (id, tenant_id, store_id, paused_at) values (gen_random_uuid(), '{}', '{store}', now())",
        world.tenant
    );
    client.batch_execute(&pause).await.unwrap();
    assert!(world.claims().take(&WIDE, 10, None).await.unwrap().is_empty());
    client.batch_execute("delete from job_pauses").await.unwrap();
    assert_eq!(world.claims().take(&WIDE, 10, None).await.unwrap().len(), 1);
}

#[test]
fn waiting_raises_the_urgency() {
    let urgent = Kind { priority: 10, ..Step::KIND };
    let old = Kind { priority: 3, ..Step::KIND };
    let waited = |secs| jiff::SignedDuration::try_from(Duration::from_secs(secs)).unwrap();
    assert!(urgent.urgency(waited(0)) > old.urgency(waited(200)));
    assert!(urgent.urgency(waited(0)) < old.urgency(waited(211)));
}
