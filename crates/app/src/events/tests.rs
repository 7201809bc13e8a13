//! Screens hear of what changed, in order, once, and only within their sight.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::Request;
use fulexo_kernel::{Clock, TenantId};
use futures::StreamExt as _;
use serde_json::Value;
use tower::ServiceExt as _;
use uuid::Uuid;

use crate::news::{self, Kind, Op};
use crate::testing::{Actor, TestApp, must};

/// News wait for every older transaction of the cluster, and tests of other databases have long ones.
const PATIENCE: Duration = Duration::from_secs(60);

/// An event as a browser reads it.
#[derive(Debug, PartialEq)]
struct Heard {
    id: String,
    event: String,
    data: Value,
}

/// An open stream.
struct Stream {
    body: BodyDataStream,
    text: String,
}

impl Stream {
    async fn open(app: &TestApp, actor: &Actor, tenant: Option<TenantId>, last_id: Option<&str>) -> Self {
        let query = tenant.map(|t| format!("?tenant={t}")).unwrap_or_default();
        let mut request = Request::get(format!("/api/v1/events{query}"));
        for (name, value) in actor.headers() {
            request = request.header(*name, value);
        }
        if let Some(id) = last_id {
            request = request.header("last-event-id", id);
        }
        let response = app.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self { body: response.into_body().into_data_stream(), text: String::new() }
    }

    /// The next event; none when the stream has ended.
    async fn next(&mut self) -> Option<Heard> {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let field = |name: &str| {
                    let line = block.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(':'));
                    line.unwrap_or_default().trim().to_owned()
                };
                let data = serde_json::from_str(&field("data")).unwrap_or(Value::Null);
                let heard = Heard { id: field("id"), event: field("event"), data };
                self.text = rest.to_owned();
                return Some(heard);
            }
            let next = tokio::time::timeout(PATIENCE, self.body.next()).await;
            let chunk = next.expect("an event in time")?.unwrap();
            self.text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    async fn expect(&mut self, event: &str) -> Heard {
        let heard = self.next().await.expect("the stream goes on");
        assert_eq!(heard.event, event, "{heard:?}");
        heard
    }

    /// The next change. Transactions of other tests hold news back, so that a ping may come before what was missed.
    async fn change(&mut self) -> Heard {
        loop {
            let heard = self.next().await.expect("the stream goes on");
            if heard.event != "ping" {
                assert_eq!(heard.event, "change", "{heard:?}");
                return heard;
            }
        }
    }
}

async fn tell(app: &TestApp, tenant: TenantId, kind: Kind) -> Uuid {
    let clock = Clock::from(app.clock.clone());
    let id = clock.id();
    let tx = app.app.db.tenant(tenant).await.unwrap();
    must("news", news::tell(&tx, &clock, tenant, kind, Op::Created, None, &[id]).await);
    tx.commit().await.unwrap();
    app.app.wake_screens();
    id
}

fn ids(heard: &Heard) -> Vec<Uuid> {
    serde_json::from_value(heard.data["ids"].clone()).unwrap()
}

/// The product with a running pump.
async fn pumped() -> (TestApp, tokio::task::JoinHandle<()>) {
    let app = TestApp::isolated().await;
    let pump = tokio::spawn(super::pump(app.app.clone()));
    (app, pump)
}

#[tokio::test]
async fn members_hear_of_their_own_merchant_and_staff_of_those_granted() {
    let (app, _pump) = pumped().await;
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let member = app.member(ours, "viewer").await;
    let owner = app.owner().await;
    let some = app.staff("support", Some(&[theirs])).await;
    let mut own = Stream::open(&app, &member, None, None).await;
    let mut all = Stream::open(&app, &owner, None, None).await;
    let mut granted = Stream::open(&app, &some, None, None).await;
    for stream in [&mut own, &mut all, &mut granted] {
        stream.expect("ping").await;
    }
    assert_eq!(app.app.metrics.screens.get(), 3);
    let (a, b) = (tell(&app, ours, Kind::Order).await, tell(&app, theirs, Kind::Customer).await);
    let (c, d) = (tell(&app, ours, Kind::Product).await, tell(&app, theirs, Kind::Store).await);
    for (stream, want) in [(&mut own, vec![a, c]), (&mut all, vec![a, b, c, d]), (&mut granted, vec![b, d])] {
        for id in want {
            assert_eq!(ids(&stream.change().await), [id]);
        }
    }
    drop((own, all, granted));
    assert_eq!(app.app.metrics.screens.get(), 0);
}

#[tokio::test]
async fn what_a_role_may_not_read_it_does_not_hear_of() {
    let (app, _pump) = pumped().await;
    let tenant = app.tenant("Nordlicht").await;
    let mut billing = Stream::open(&app, &app.staff("billing", None).await, Some(tenant), None).await;
    billing.expect("ping").await;
    tell(&app, tenant, Kind::Customer).await;
    tell(&app, tenant, Kind::Customer).await;
    let order = tell(&app, tenant, Kind::Order).await;
    let heard = billing.change().await;
    assert_eq!(ids(&heard), [order]);
    let want = serde_json::json!({"kind": "order", "ids": [order], "tenant_id": tenant, "op": "created"});
    assert_eq!(heard.data, want);
}

#[tokio::test]
async fn other_merchants_are_out_of_hearing() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let member = app.member(ours, "admin").await;
    let staff = app.staff("admin", Some(&[ours])).await;
    app.nobody().get("/api/v1/events").await.expect(401);
    let unknown = member.get(&format!("/api/v1/events?tenant={}", Uuid::nil())).await.expect(404);
    for actor in [&member, &staff] {
        let answer = actor.get(&format!("/api/v1/events?tenant={theirs}")).await.expect(404);
        assert_eq!(answer.canonical(), unknown.canonical());
    }
    let ghost = app.owner().await.get(&format!("/api/v1/events?tenant={}", Uuid::nil())).await.expect(404);
    assert_eq!(ghost.canonical(), unknown.canonical());
}

#[tokio::test]
async fn a_screen_that_comes_back_hears_what_it_missed_once() {
    let (app, _pump) = pumped().await;
    let tenant = app.tenant("Nordlicht").await;
    let member = app.member(tenant, "member").await;
    let mut first = Stream::open(&app, &member, None, None).await;
    first.expect("ping").await;
    tell(&app, tenant, Kind::Order).await;
    let seen = first.change().await;
    drop(first);
    let missed = [tell(&app, tenant, Kind::Order).await, tell(&app, tenant, Kind::Order).await];
    let mut second = Stream::open(&app, &member, None, Some(&seen.id)).await;
    for id in missed {
        assert_eq!(ids(&second.change().await), [id]);
    }
    let new = tell(&app, tenant, Kind::Order).await;
    assert_eq!(ids(&second.change().await), [new]);
}

#[tokio::test]
async fn screens_opened_before_the_outbox_is_followed_miss_nothing() {
    let app = TestApp::isolated().await;
    let tenant = app.tenant("Nordlicht").await;
    let mut early = Stream::open(&app, &app.member(tenant, "member").await, None, None).await;
    early.expect("ping").await;
    let before = tell(&app, tenant, Kind::Order).await;
    let _pump = tokio::spawn(super::pump(app.app.clone()));
    assert_eq!(ids(&early.change().await), [before]);
    let after = tell(&app, tenant, Kind::Order).await;
    assert_eq!(ids(&early.change().await), [after]);
}

#[tokio::test]
async fn who_missed_too_much_starts_over() {
    let (app, _pump) = pumped().await;
    let tenant = app.tenant("Nordlicht").await;
    let member = app.member(tenant, "member").await;
    let mut live = Stream::open(&app, &member, None, None).await;
    tell(&app, tenant, Kind::Order).await;
    let seen = live.change().await.id;
    app.execute(&format!(
        "insert into outbox (tenant_id, kind, op, ids, at)
         select '{tenant}', 'order', 'updated', '{{}}', now() from generate_series(1, 501)"
    ))
    .await;
    for _ in 0..501 {
        live.change().await;
    }
    for lost in [seen.as_str(), "nonsense", "-"] {
        Stream::open(&app, &member, None, Some(lost)).await.expect("reset").await;
    }
    app.execute("delete from outbox").await;
    let reset = Stream::open(&app, &member, None, Some(&seen)).await.expect("reset").await;
    let mut again = Stream::open(&app, &member, None, Some(&reset.id)).await;
    assert_ne!(again.next().await.unwrap().event, "change");
    let new = tell(&app, tenant, Kind::Order).await;
    assert_eq!(ids(&again.change().await), [new]);
}

#[tokio::test]
async fn news_of_a_later_commit_wait_for_an_earlier_transaction() {
    let (app, _pump) = pumped().await;
    let tenant = app.tenant("Nordlicht").await;
    let clock = Clock::from(app.clock.clone());
    let mut stream = Stream::open(&app, &app.member(tenant, "member").await, None, None).await;
    stream.expect("ping").await;
    let early = clock.id();
    let slow = app.app.db.tenant(tenant).await.unwrap();
    news::tell(&slow, &clock, tenant, Kind::Order, Op::Created, None, &[early]).await.unwrap();
    let late = tell(&app, tenant, Kind::Order).await;
    slow.commit().await.unwrap();
    assert_eq!(ids(&stream.change().await), [early]);
    assert_eq!(ids(&stream.change().await), [late]);
}

#[tokio::test]
async fn a_stream_is_kept_warm_and_ends_with_its_session() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let member = app.member(tenant, "member").await;
    let mut stream = Stream::open(&app, &member, None, None).await;
    stream.expect("ping").await;
    for _ in 0..2 {
        app.advance(Duration::from_secs(15));
        stream.expect("ping").await;
    }
    app.execute(&format!("delete from sessions where user_id = '{}'", member.user_id)).await;
    app.app.sessions.forget();
    app.advance(Duration::from_secs(60));
    assert_eq!(stream.next().await, None);
}

#[tokio::test]
async fn screens_end_with_the_process() {
    let (app, pump) = pumped().await;
    let tenant = app.tenant("Nordlicht").await;
    let mut stream = Stream::open(&app, &app.member(tenant, "member").await, None, None).await;
    stream.expect("ping").await;
    pump.abort();
    assert_eq!(stream.next().await, None);
}
