//! What is sent.

use jiff::Timestamp;
use serde_json::json;

use crate::testing::*;
use crate::*;

#[tokio::test]
async fn plain_http_never_carries_the_secret() {
    let server = Server::start(|_| reply(200, &[], "{}")).await;
    for auth in [AuthKind::Basic, AuthKind::Query, AuthKind::OAuth1] {
        client(Target { auth, ..target(&server.url) }).get("x", &[]).await.unwrap();
    }
    for seen in server.seen() {
        assert_eq!(seen.header("authorization"), None);
        assert_eq!(seen.param("consumer_secret"), None);
        assert_eq!(seen.param("oauth_consumer_key"), Some("ck_1"));
        assert!(seen.param("oauth_signature").is_some());
    }
}

#[tokio::test]
async fn over_tls_each_kind_travels_its_own_way() {
    let server = Server::start_tls(|_| reply(200, &[], "{}")).await;
    for auth in [AuthKind::Basic, AuthKind::Query, AuthKind::OAuth1] {
        client(Target { auth, ..target(&server.url) }).get("x", &[]).await.unwrap();
    }
    let [basic, query, oauth] = server.seen().try_into().unwrap();
    assert_eq!(basic.header("authorization"), Some("Basic Y2tfMTpjc18y"));
    assert!(basic.query.is_empty());
    assert_eq!(query.param("consumer_secret"), Some("cs_2"));
    assert_eq!((query.header("authorization"), oauth.header("authorization")), (None, None));
    assert!(oauth.param("oauth_signature").is_some());
}

#[tokio::test]
async fn signatures_follow_the_stores_clock_and_its_own_address() {
    let date = [("date", "Sun, 22 Nov 2026 07:40:58 GMT")];
    let server = Server::start(move |_| reply(200, &date, "{}")).await;
    let home = "https://shop.example/store/".parse().unwrap();
    let target = Target { home, transport: Transport::RestRoute, ..target(&server.url) };
    let client = client(target);
    client.get("wc/v3/orders", &[]).await.unwrap();
    assert_eq!(client.clock_skew_ms(), 3_600_500);
    client.get("wc/v3/orders", &[]).await.unwrap();
    let [first, second] = server.seen().try_into().unwrap();
    let stamp = |seen: &Seen| seen.param("oauth_timestamp").unwrap().parse::<i64>().unwrap();
    assert_eq!(stamp(&second) - stamp(&first), 3600);
    assert_eq!((first.path.as_str(), first.param("rest_route")), ("/", Some("/wc/v3/orders")));
    assert!(first.target.contains("wp-json/wc/"), "{}", first.target);
    // WordPress rebuilds the front page's address without a slash.
    let base = oauth::base_string("GET", "http://shop.example/store", &second.query);
    assert_eq!(second.param("oauth_signature"), Some(oauth::sign(&base, "cs_2").as_str()));
}

#[tokio::test]
async fn reads_are_tried_again_and_writes_are_not() {
    let server = Server::start(|_| reply(502, &[], "")).await;
    let options = Options::default();
    let target = target(&server.url);
    let client = Client::new(http(), open_guard(), env(), target, credentials(), options);
    assert_eq!(client.order(7).await.unwrap_err().code(), "server-error");
    assert_eq!(server.seen().len(), 4);
    for result in
        [client.post("x", &json!({})).await, client.put("x", &json!({"a": 1})).await, client.delete("x", true).await]
    {
        assert!(result.is_err());
    }
    let seen = server.seen();
    let methods: Vec<&str> = seen.iter().skip(4).map(|seen| seen.method.as_str()).collect();
    assert_eq!(methods, ["POST", "PUT", "DELETE"]);
    assert_eq!(seen[5].body, r#"{"a":1}"#);
    assert_eq!(seen[5].header("content-type"), Some("application/json"));
    assert_eq!(seen[6].param("force"), Some("true"));
}

#[tokio::test]
async fn lists_ask_in_naive_utc() {
    let server = Server::start(|_| reply(200, &[], "[]")).await;
    let time: Timestamp = "2026-11-19T09:17:20.5+03:00".parse().unwrap();
    let query = ListQuery::new()
        .per_page(500)
        .orderby(OrderBy::Modified)
        .order(Direction::Asc)
        .modified_after(time)
        .modified_before(time)
        .status(&["processing", "on-hold"]);
    client(target(&server.url)).orders(&query).await.unwrap();
    let [seen] = server.seen().try_into().unwrap();
    assert_eq!(seen.path, "/wp-json/wc/v3/orders");
    for (name, value) in [
        ("per_page", "100"),
        ("orderby", "modified"),
        ("order", "asc"),
        ("modified_after", "2026-11-19T06:17:20"),
        ("modified_before", "2026-11-19T06:17:21"),
        ("dates_are_gmt", "true"),
        ("status", "processing,on-hold"),
    ] {
        assert_eq!(seen.param(name), Some(value));
    }
    assert_eq!(seen.query.iter().filter(|pair| pair.0 == "dates_are_gmt").count(), 1);
}

#[tokio::test]
async fn a_wrong_clock_is_set_right_within_the_call() {
    let server = Server::start(|seen| {
        let date = ("date", "Sun, 22 Nov 2026 09:40:58 GMT");
        let now: Timestamp = "2026-11-22T09:40:58Z".parse().unwrap();
        let stamp: i64 = seen.param("oauth_timestamp").unwrap().parse().unwrap();
        if (stamp - now.as_second()).abs() <= 900 {
            return reply(200, &[date], "{}");
        }
        let code = "woocommerce_rest_authentication_error";
        reply(401, &[date], &json!({"code": code, "message": "Invalid timestamp."}).to_string())
    })
    .await;
    client(target(&server.url)).post("x", &json!({})).await.unwrap();
    assert_eq!(server.seen().len(), 2);
}

#[tokio::test]
async fn wrong_keys_are_not_sent_twice() {
    let server = Server::start(|_| {
        let code = "woocommerce_rest_authentication_error";
        reply(401, &[], &json!({"code": code, "message": "Wrong."}).to_string())
    })
    .await;
    let error = client(target(&server.url)).get("x", &[]).await.unwrap_err();
    assert_eq!((error.code(), server.seen().len()), ("unauthorized", 1));
}

#[tokio::test]
async fn where_put_is_blocked_post_carries_the_method() {
    let server = Server::start(|seen| match seen.method.as_str() {
        "POST" => reply(200, &[], "{}"),
        _ => reply(405, &[], "<html><title>405 Not Allowed</title></html>"),
    })
    .await;
    let client = client(target(&server.url));
    client.put("x", &json!({"a": 1})).await.unwrap();
    client.delete("x", true).await.unwrap();
    let [_, put, _, delete] = server.seen().try_into().unwrap();
    assert_eq!((put.param("_method"), put.body.as_str()), (Some("PUT"), r#"{"a":1}"#));
    assert_eq!((delete.param("_method"), delete.param("force")), (Some("DELETE"), Some("true")));
}
