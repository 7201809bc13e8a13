//! What is answered when more is asked than the process takes on. The clock stands still, so nobody waits too long
//! unless a test says so.

use std::net::SocketAddr;
use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use fulexo_db::testing;
use jiff::Timestamp;
use serde_json::json;
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

use super::{Limit, Limits, network};
use crate::testing::{Actor, Answer, Table, TestApp};
use crate::{Config, Error};

const ORDERS: &str = "/api/v1/orders";
const LOGIN: &str = "/api/v1/auth/login";

async fn app(limits: Limits) -> TestApp {
    TestApp::on(testing::isolated().await, Config { limits, ..TestApp::config() }, 2).await
}

fn said(table: &mut Table, case: &str, answer: &Answer) {
    let wait = answer.headers["retry-after"].to_str().unwrap();
    let text = format!("{} `{}`: {}", answer.status, answer.code(), answer.text("detail"));
    table.row(&[case, text.as_str(), wait]);
}

/// Lets what was begun come as far as it can.
async fn until(done: impl Fn() -> bool) {
    for _ in 0..1_000_000 {
        if done() {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("it does not come that far");
}

/// Asks for orders, so many times side by side.
fn ask(who: &Actor, times: usize) -> Vec<JoinHandle<Answer>> {
    let one = |who: Actor| tokio::spawn(async move { who.get(ORDERS).await });
    (0..times).map(|_| one(who.clone())).collect()
}

#[tokio::test]
async fn too_much() {
    let mut table = Table::new(["case", "answer", "`Retry-After`"]);
    a_line_is_full(&mut table).await;
    passwords_are_guessed(&mut table).await;
    screens_are_opened(&mut table).await;
    let busy = axum::response::IntoResponse::into_response(Error::Db(fulexo_db::Error::Busy));
    assert_eq!((busy.status().as_u16(), busy.headers()["retry-after"].to_str().unwrap()), (503, "2"));
    table.check("docs/bad-input.md", "too much");
}

/// Two connections of each role: four turns, two of them one person's.
async fn a_line_is_full(table: &mut Table) {
    let app = app(Limits { in_line: 3, in_line_of_one: 2, ..Limits::default() }).await;
    let tenant = app.tenant("Merchant").await;
    let mut people = Vec::new();
    for _ in 0..6 {
        people.push(app.member(tenant, "viewer").await);
    }
    let load = &app.app.load;
    let wall = testing::superuser(&app.urls).await;
    wall.batch_execute("begin; lock table orders in access exclusive mode").await.unwrap();

    let mut served = ask(&people[0], 2);
    until(|| load.turns.free() == 2).await;
    let own_line = ask(&people[0], 2);
    until(|| load.people.waiting() == 2).await;
    let refused = people[0].get(ORDERS).await.expect(429);
    assert_eq!(refused.code(), "rate_limited");
    said(table, "more side by side than one person may ask", &refused);

    served.extend(ask(&people[1], 2));
    until(|| load.turns.free() == 0).await;
    let mut in_line = ask(&people[2], 2);
    in_line.extend(ask(&people[3], 1));
    until(|| load.turns.places() == 0).await;
    let refused = people[4].get(ORDERS).await.expect(503);
    assert_eq!(refused.code(), "overloaded");
    said(table, "the line is full", &refused);

    // what is no part of the API's work is not in line with it
    app.nobody().get("/health/redis").await.expect(200);
    app.nobody().get("/api/v1/openapi.json").await.expect(200);

    app.advance(Duration::from_secs(2));
    for waited in own_line {
        assert_eq!(waited.await.unwrap().expect(429).code(), "rate_limited");
    }
    for waited in in_line {
        let answer = waited.await.unwrap().expect(503);
        assert_eq!((answer.code(), answer.headers["retry-after"].to_str().unwrap()), ("overloaded", "2"));
    }
    wall.batch_execute("rollback").await.unwrap();
    for working in served {
        working.await.unwrap().expect(200);
    }
    people[5].get(ORDERS).await.expect(200);
    assert_eq!((load.turns.free(), load.turns.places(), load.people.remembered()), (4, 7, 0));
    let metrics = app.app.metrics_text().await;
    for line in [r#"requests_refused_total{reason="share"} 3"#, r#"requests_refused_total{reason="line"} 4"#] {
        assert!(metrics.contains(line), "{metrics}");
    }
}

async fn passwords_are_guessed(table: &mut Table) {
    let every = Duration::from_secs(30);
    let limits = Limits { logins_for_email: (3, every), logins_from_address: (5, every), ..Limits::default() };
    let app = app(limits).await;
    app.app.ensure_owner("owner@example.test", "a long enough password").await.unwrap();
    let right = || sign_in(&app, "owner@example.test", "a long enough password", "192.0.2.1");
    let wrong = async |email: &str, from: &str| sign_in(&app, email, "a wrong one", from).await;
    for _ in 0..4 {
        right().await.expect(200);
    }
    for _ in 0..3 {
        wrong("Owner@example.test", "192.0.2.1").await.expect(401);
    }
    let refused = right().await.expect(429);
    assert_eq!(refused.headers["retry-after"], "30");
    said(table, "too many wrong passwords for one e-mail", &refused);
    app.advance(every);
    right().await.expect(200);
    // whoever it is
    for n in 0..5 {
        wrong(&format!("nobody{n}@example.test"), "2001:db8::1").await.expect(401);
    }
    let refused = wrong("nobody9@example.test", "2001:db8::2").await.expect(429);
    said(table, "too many wrong passwords from one address, or one IPv6 network of 64 bits", &refused);
    right().await.expect(200);
}

async fn sign_in(app: &TestApp, email: &str, password: &str, from: &str) -> Answer {
    let body = json!({ "email": email, "password": password }).to_string();
    let proxy = ConnectInfo("127.0.0.1:40000".parse::<SocketAddr>().unwrap());
    let request = Request::post(LOGIN).header("content-type", "application/json").header("x-forwarded-for", from);
    app.send(request.extension(proxy).body(Body::from(body)).unwrap()).await
}

async fn screens_are_opened(table: &mut Table) {
    let app = app(Limits { screens: 2, screens_of_one: 1, ..Limits::default() }).await;
    let tenant = app.tenant("Merchant").await;
    let mut open = Vec::new();
    for _ in 0..2 {
        let person = app.member(tenant, "viewer").await;
        let request = person.headers().iter().fold(Request::get("/api/v1/events"), |r, (n, v)| r.header(*n, v));
        let stream = app.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(stream.status(), 200);
        open.push(stream);
        let refused = person.get("/api/v1/events").await.expect(429);
        if open.len() == 1 {
            said(table, "more live connections than one session may hold", &refused);
        }
    }
    let other = app.member(tenant, "viewer").await;
    said(table, "more live connections than the server holds", &other.get("/api/v1/events").await.expect(503));
    // a live connection takes no turn of the API
    assert_eq!(app.app.load.turns.free(), 4);
    other.get(ORDERS).await.expect(200);
    open.pop();
    other.get("/api/v1/events").await.expect(200);
}

#[test]
fn a_limit_allows_so_many_and_then_one_every_so_often() {
    let limit = Limit::new((3, Duration::from_secs(10)));
    let at = |s: i64| Timestamp::from_second(1_000_000 + s).unwrap();
    for _ in 0..3 {
        assert!(!limit.is_over(&"a", at(0)));
        limit.take("a", at(0)).unwrap();
    }
    assert!(limit.is_over(&"a", at(0)) && !limit.is_over(&"b", at(0)));
    assert_eq!(limit.take("a", at(4)), Err(Duration::from_secs(6)));
    limit.take("b", at(4)).unwrap();
    limit.take("a", at(10)).unwrap();
    assert!(limit.take("a", at(19)).is_err(), "a refusal costs nothing, nor does it give anything");
    limit.give_back(&"a");
    limit.take("a", at(19)).unwrap();
    // all of them again, and no more than that
    assert_eq!((0..9).filter(|_| limit.take("a", at(10_000)).is_ok()).count(), 3);
}

#[test]
fn an_address_of_ipv6_is_its_network() {
    let of = |text: &str| network(text.parse().unwrap()).to_string();
    assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    assert_eq!((of("::ffff:192.0.2.7"), of("192.0.2.7")), ("192.0.2.7".to_owned(), "192.0.2.7".to_owned()));
}
