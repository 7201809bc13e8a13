//! Getting to the store, or not.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::testing::*;
use crate::*;

#[tokio::test]
async fn a_silent_store_times_out() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    let timeout = Duration::from_millis(50);
    let options = Options { timeout, retry: Retry::never(), ..Options::default() };
    let client = Client::new(http(), open_guard(), env(), target(&site), credentials(), options);
    let error = client.get("x", &[]).await.unwrap_err();
    assert_eq!(error, Error::Timeout { after: timeout });
}

#[tokio::test]
async fn a_closed_port_and_an_unknown_name_are_told_apart() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    drop(listener);
    let error = client(target(&site)).get("x", &[]).await.unwrap_err();
    let host = "127.0.0.1".to_owned();
    assert_eq!(error, Error::Connect { host, reason: "connection refused".to_owned() });
    let site = "http://no-such-shop.invalid/".parse().unwrap();
    let error = client(target(&site)).get("x", &[]).await.unwrap_err();
    assert_eq!(error, Error::Dns { host: "no-such-shop.invalid".to_owned() });
}

#[tokio::test]
async fn the_guard_sees_every_hop() {
    let server = Server::start(|seen| match seen.path.as_str() {
        "/wp-json/a" => reply(302, &[("location", "/wp-json/b")], ""),
        _ => reply(200, &[], "{}"),
    })
    .await;
    let guard: Guard = Arc::new(|url| match url.path() {
        "/wp-json/b" => Err("not there".to_owned()),
        _ => Ok(()),
    });
    let options = Options::default();
    let client = Client::new(http(), guard, env(), target(&server.url), credentials(), options);
    let error = client.get("a", &[]).await.unwrap_err();
    assert_eq!(error, Error::Refused { reason: "not there".to_owned() });
    assert_eq!(server.seen().len(), 1);
}

#[tokio::test]
async fn at_most_three_redirects_are_followed_each_signed_anew() {
    let server = Server::start(|seen| {
        let hops: u32 = seen.param("hops").unwrap().parse().unwrap();
        if hops == 0 {
            return reply(200, &[], "{}");
        }
        let nonce = seen.param("oauth_nonce").unwrap();
        let location = format!("/wp-json/x?hops={}&oauth_nonce={nonce}", hops - 1);
        reply(301, &[("location", &location)], "")
    })
    .await;
    let numbers = AtomicU32::new(0);
    let now = || NOW.parse().unwrap();
    let env = Env::new(now, move || numbers.fetch_add(1, Ordering::Relaxed).into());
    let options = Options { retry: Retry::never(), ..Options::default() };
    let target = target(&server.url);
    let client = Client::new(http(), open_guard(), env, target, credentials(), options);
    let hops = |n: &str| [("hops".to_owned(), n.to_owned())];
    let answer = client.get("x", &hops("3")).await.unwrap();
    assert!(answer.redirected_to.is_some_and(|to| to.ends_with("/wp-json/x")));
    assert_eq!(client.get("x", &hops("4")).await.unwrap_err().code(), "redirect");
    let seen = server.seen();
    let nonces: std::collections::HashSet<_> = seen.iter().map(|seen| seen.param("oauth_nonce").unwrap()).collect();
    assert_eq!((seen.len(), nonces.len()), (8, 8));
}

#[tokio::test]
async fn a_write_keeps_method_and_body_through_a_step_up_to_tls_and_a_slash() {
    let secure = Server::start_tls(|seen| match seen.path.ends_with('/') {
        false => reply(308, &[("location", &format!("{}/", seen.path))], ""),
        true => reply(201, &[], "{}"),
    })
    .await;
    let to = secure.url.clone();
    let plain = Server::start(move |seen| {
        let location = to.join(&seen.path).unwrap();
        reply(301, &[("location", location.as_str())], "")
    })
    .await;
    let client = client(target(&plain.url));
    client.put("wc/v3/orders/7", &serde_json::json!({"status": "completed"})).await.unwrap();
    for seen in plain.seen().iter().chain(&secure.seen()) {
        assert_eq!((seen.method.as_str(), seen.body.as_str()), ("PUT", r#"{"status":"completed"}"#));
        assert!(seen.param("consumer_secret").is_none() && seen.header("authorization").is_none());
        assert!(seen.param("oauth_signature").is_some());
    }
    assert_eq!(secure.seen().last().unwrap().path, "/wp-json/wc/v3/orders/7/");
}

#[tokio::test]
async fn nothing_at_all_is_sent_to_another_host() {
    for auth in [AuthKind::Basic, AuthKind::Query, AuthKind::OAuth1] {
        let elsewhere = Server::start_tls(|_| reply(200, &[], "{}")).await;
        // Another name of the same machine: whoever answers there, it is not the store that was connected.
        let to = elsewhere.url.as_str().replace("127.0.0.1", "localhost");
        let store =
            Server::start_tls(move |seen| reply(307, &[("location", &format!("{to}{}", seen.target))], "")).await;
        let client = client(Target { auth, ..target(&store.url) });
        let read = client.get("x", &[("page".to_owned(), "2".to_owned())]).await.unwrap_err();
        let written = client.post("x", &serde_json::json!({})).await.unwrap_err();
        for error in [read, written] {
            let sentence = error.to_string();
            assert_eq!(error.code(), "redirect");
            assert!(sentence.contains("localhost") && !sentence.contains("ck_1"), "{sentence}");
        }
        assert!(elsewhere.seen().is_empty(), "{auth:?}");
        assert_eq!(store.seen().len(), 2);
    }
}

#[tokio::test]
async fn a_redirect_that_drops_the_question_gets_it_again() {
    let server = Server::start(|seen| match seen.path.ends_with('/') {
        false => reply(301, &[("location", &format!("{}/", seen.path))], ""),
        true => reply(200, &[], "[]"),
    })
    .await;
    let query = ListQuery::new().page(3).status(&["processing"]);
    client(target(&server.url)).orders(&query).await.unwrap();
    let [_, second] = server.seen().try_into().unwrap();
    assert_eq!((second.param("page"), second.param("status")), (Some("3"), Some("processing")));
}

#[tokio::test]
async fn a_port_without_tls_is_told() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let site = format!("https://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let answer = reply(400, &[], "The plain HTTP port");
        tokio::io::AsyncWriteExt::write_all(&mut stream, answer.as_bytes()).await.unwrap();
        std::future::pending::<()>().await;
    });
    let site = site.parse().unwrap();
    let error = client(target(&site)).get("x", &[]).await.unwrap_err();
    assert_eq!(error.code(), "tls", "{error}");
    assert!(error.to_string().contains("does not speak TLS"), "{error}");
}

/// Answers as the guarded resolver does for a name of private addresses.
struct Refusing;

impl reqwest::dns::Resolve for Refusing {
    fn resolve(&self, name: reqwest::dns::Name) -> reqwest::dns::Resolving {
        let sentence = format!("refused target: {} is private", name.as_str());
        Box::pin(std::future::ready(Err(sentence.into())))
    }
}

#[tokio::test]
async fn a_name_of_private_addresses_is_refused_not_unknown() {
    let http = reqwest::Client::builder().dns_resolver(Arc::new(Refusing)).build().unwrap();
    let target = target(&"http://inside.example/".parse().unwrap());
    let options = Options { retry: Retry::never(), ..Options::default() };
    let client = Client::new(http, open_guard(), env(), target, credentials(), options);
    let error = client.get("x", &[]).await.unwrap_err();
    assert_eq!(error, Error::Refused { reason: "inside.example is private".to_owned() });
}
