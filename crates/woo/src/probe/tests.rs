use std::sync::Arc;

use serde_json::json;

use crate::testing::*;
use crate::*;

fn probe() -> Probe {
    let options = Options { retry: Retry::never(), ..Options::default() };
    Probe { http: http(), guard: open_guard(), env: env(), options }
}

/// Which transport a request came by, and the route it asks for.
fn route(seen: &Seen) -> (Transport, String) {
    if let Some(route) = seen.param("rest_route") {
        return (Transport::RestRoute, route.trim_start_matches('/').to_owned());
    }
    let (before, route) = seen.path.split_once("/wp-json/").unwrap();
    let transport = if before.ends_with("/index.php") { Transport::IndexPhp } else { Transport::PrettyJson };
    (transport, route.to_owned())
}

fn index(home: &str) -> String {
    json!({"name": "Reference Store", "url": home, "home": home, "gmt_offset": "5.5",
        "timezone_string": "", "namespaces": ["wp/v2", "wc/v3"]})
    .to_string()
}

const DATE: (&str, &str) = ("date", "Sun, 22 Nov 2026 06:40:57 GMT");

fn shop(seen: &Seen, only: Transport, home: &str) -> String {
    let (transport, route) = route(seen);
    if transport != only {
        return reply(404, &[], "<html><title>Not found</title></html>");
    }
    match (seen.method.as_str(), route.as_str()) {
        ("GET", "") => reply(200, &[DATE], &index(home)),
        ("GET", "wc/v3/orders") => reply(200, &[DATE, ("x-wp-total", "1514")], "[{\"id\":1}]"),
        ("GET", "wc/v3/system_status") => {
            let environment = json!({"version": "10.5.0", "wp_version": "6.9.1"});
            let settings = json!({"currency": "EUR", "HPOS_enabled": true});
            let report = json!({"environment": environment, "settings": settings});
            reply(200, &[DATE], &report.to_string())
        }
        ("POST", "wc/v3/products/batch") => reply(200, &[DATE], "[]"),
        _ => reply(404, &[DATE], r#"{"code":"rest_no_route","message":"No route."}"#),
    }
}

#[tokio::test]
async fn each_transport_is_found_also_in_a_folder() {
    for transport in Transport::ALL {
        let home = "http://shop.example/store";
        let server = Server::start(move |seen| shop(seen, transport, home)).await;
        let typed = format!(" {}store/wp-json/wc/v3/?x=1 ", server.url);
        let facts = probe().run(&typed, &credentials()).await.unwrap();
        assert_eq!(facts.transport, transport);
        assert_eq!(facts.site_url.as_str(), format!("{}store", server.url));
        assert_eq!(facts.home_url.as_str(), home);
        assert_eq!(facts.api_base, transport.api_base(&facts.site_url));
        assert_eq!(facts.auth, AuthKind::OAuth1);
        assert_eq!((facts.name.as_str(), facts.timezone), ("Reference Store", None));
        assert_eq!(facts.gmt_offset_minutes, Some(330));
        assert_eq!(facts.wc_version.as_deref(), Some("10.5.0"));
        assert_eq!(facts.wp_version.as_deref(), Some("6.9.1"));
        assert_eq!((facts.hpos, facts.currency.as_deref()), (Some(true), Some("EUR")));
        assert_eq!((facts.can_write, facts.orders_total), (Some(true), Some(1514)));
        assert_eq!(facts.clock_skew_ms, -500);
    }
}

#[tokio::test]
async fn a_lesser_key_still_connects() {
    let server = Server::start(|seen| match route(seen).1.as_str() {
        "wc/v3/system_status" => reply(403, &[], r#"{"code":"woocommerce_rest_cannot_view","message":"No."}"#),
        "wc/v3/data/currencies/current" => reply(200, &[], r#"{"code":"TRY","name":"Lira"}"#),
        "wc/v3/products/batch" => {
            let message = "The API key provided does not have write permissions.";
            let code = "woocommerce_rest_authentication_error";
            reply(401, &[], &json!({"code": code, "message": message}).to_string())
        }
        _ => shop(seen, Transport::PrettyJson, "http://shop.example"),
    })
    .await;
    let facts = probe().run(server.url.as_str(), &credentials()).await.unwrap();
    assert_eq!((facts.wc_version, facts.hpos), (None, None));
    assert_eq!((facts.currency.as_deref(), facts.can_write), (Some("TRY"), Some(false)));
}

#[tokio::test]
async fn over_tls_the_header_comes_first_and_the_query_second() {
    let home = "https://shop.example";
    let server = Server::start_tls(move |seen| shop(seen, Transport::PrettyJson, home)).await;
    let facts = probe().run(server.url.as_str(), &credentials()).await.unwrap();
    assert_eq!(facts.auth, AuthKind::Basic);

    // A server that drops the header answers as to somebody without keys.
    let unseen = r#"{"code":"woocommerce_rest_cannot_view","message":"No.","data":{"status":401}}"#;
    let server = Server::start_tls(move |seen| match seen.param("consumer_key") {
        None if !route(seen).1.is_empty() => reply(401, &[], unseen),
        _ => shop(seen, Transport::PrettyJson, home),
    })
    .await;
    let facts = probe().run(server.url.as_str(), &credentials()).await.unwrap();
    assert_eq!(facts.auth, AuthKind::Query);
}

#[tokio::test]
async fn a_step_up_to_tls_becomes_the_address() {
    let home = "https://shop.example";
    let secure = Server::start_tls(move |seen| shop(seen, Transport::PrettyJson, home)).await;
    let location = format!("{}wp-json/", secure.url);
    let plain = Server::start(move |_| reply(301, &[("location", &location)], "")).await;
    let facts = probe().run(plain.url.as_str(), &credentials()).await.unwrap();
    assert_eq!((facts.site_url, facts.auth), (secure.url.clone(), AuthKind::Basic));
    assert_eq!(plain.seen().len(), 1, "nothing but the index is asked for in the clear");
}

#[tokio::test]
async fn the_twin_with_www_becomes_the_address_and_no_other_host_does() {
    for (typed, reached) in [("shop.example", Some("www.shop.example")), ("moved.example", None)] {
        let server = Server::start(move |seen| {
            let (host, port) = seen.header("host").unwrap().split_once(':').unwrap();
            let to = if host == "shop.example" { "www.shop.example" } else { "elsewhere.example" };
            match host.starts_with("www.") {
                true => shop(seen, Transport::PrettyJson, "http://www.shop.example"),
                false => reply(301, &[("location", &format!("http://{to}:{port}{}", seen.target))], ""),
            }
        })
        .await;
        let port = server.url.port().unwrap();
        let mut names = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy();
        for name in ["shop.example", "www.shop.example", "moved.example", "elsewhere.example"] {
            names = names.resolve(name, ([127, 0, 0, 1], port).into());
        }
        let probe = Probe { http: names.build().unwrap(), ..probe() };
        let facts = probe.run(&format!("http://{typed}:{port}"), &credentials()).await;
        assert_eq!(facts.as_ref().ok().and_then(|facts| facts.site_url.host_str()), reached);
        assert_eq!(facts.as_ref().err().map(|error| error.error.code()), reached.is_none().then_some("redirect"));
        let strangers =
            server.seen().into_iter().filter(|s| s.header("host").unwrap().starts_with("elsewhere")).count();
        assert_eq!(strangers, 0);
        let signed: Vec<_> = server.seen().into_iter().filter(|s| s.param("oauth_signature").is_some()).collect();
        assert!(signed.iter().all(|s| s.header("host").unwrap().starts_with("www.")), "keys go to the store alone");
    }
}

#[tokio::test]
async fn a_hidden_index_is_no_obstacle() {
    let hidden = r#"{"code":"rest_not_logged_in","message":"No.","data":{"status":401}}"#;
    let server = Server::start(move |seen| match route(seen).1.as_str() {
        "" => reply(401, &[], hidden),
        "wc/v3" => reply(200, &[DATE], r#"{"namespace":"wc/v3","routes":{}}"#),
        _ => shop(seen, Transport::PrettyJson, ""),
    })
    .await;
    let facts = probe().run(server.url.as_str(), &credentials()).await.unwrap();
    assert_eq!((facts.name.as_str(), facts.gmt_offset_minutes), ("", None));
    assert_eq!((facts.home_url, facts.orders_total), (server.url, Some(1514)));
}

#[tokio::test]
async fn the_failed_step_is_told() {
    let wrong = r#"{"code":"woocommerce_rest_authentication_error","message":"Wrong.","data":{"status":401}}"#;
    let denied = Server::start(move |seen| match route(seen).1.as_str() {
        "wc/v3/orders" => reply(401, &[], wrong),
        _ => shop(seen, Transport::PrettyJson, "http://shop.example"),
    })
    .await;
    let blog = Server::start(|_| reply(200, &[], r#"{"name":"Blog","namespaces":["wp/v2"]}"#)).await;
    let pages = Server::start(|_| reply(200, &[], "<html><title>Welcome</title></html>")).await;
    let down = Server::start(|_| reply(500, &[], "")).await;
    let elsewhere = [("location", "https://shop.example/wp-json/")];
    let moved = Server::start(move |_| reply(301, &elsewhere, "")).await;
    let table = [
        ("ftp://shop.example", Step::Address, "bad-url"),
        (denied.url.as_str(), Step::Credentials, "unauthorized"),
        (blog.url.as_str(), Step::WooCommerce, "no-api"),
        (pages.url.as_str(), Step::Api, "waf-or-html"),
        (down.url.as_str(), Step::Api, "server-error"),
        (moved.url.as_str(), Step::Api, "redirect"),
    ];
    for (typed, step, code) in table {
        let error = probe().run(typed, &credentials()).await.unwrap_err();
        assert_eq!((error.step, error.error.code()), (step, code), "{error}");
    }
    assert_eq!(down.seen().len(), 1, "a failing server is not asked three ways");
}

#[tokio::test]
async fn a_refused_address_gets_no_request() {
    let server = Server::start(|_| reply(200, &[], "{}")).await;
    let guard: Guard = Arc::new(|_| Err("private".to_owned()));
    let probe = Probe { guard, ..probe() };
    let error = probe.run(server.url.as_str(), &credentials()).await.unwrap_err();
    assert_eq!(error.error, Error::Refused { reason: "private".to_owned() });
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn the_index_is_asked_for_without_keys() {
    let server = Server::start(|seen| shop(seen, Transport::PrettyJson, "http://shop.example")).await;
    probe().run(server.url.as_str(), &credentials()).await.unwrap();
    let seen = server.seen();
    assert!(seen[0].param("oauth_nonce").is_none() && seen[0].header("authorization").is_none());
    assert!(seen[1].param("oauth_signature").is_some());
}

#[test]
fn only_the_www_twin_is_followed_to_another_host() {
    let twin = |from: &str, to: &str| super::is_www_twin(&from.parse().unwrap(), to);
    assert!(twin("https://shop.example/", "https://www.shop.example/wp-json/"));
    assert!(twin("http://www.shop.example/", "https://shop.example/"));
    assert!(!twin("https://shop.example/", "http://www.shop.example/"));
    assert!(!twin("https://shop.example/", "https://evil.example/"));
    assert!(!twin("https://shop.example/", "https://shop.example:8443/"));
    assert!(!twin("https://shop.example/", "nonsense"));
}

#[test]
fn typed_addresses_are_brought_into_form() {
    let table = [
        ("shop.example", "https://shop.example/"),
        (" HTTPS://Shop.Example/ ", "https://shop.example/"),
        ("http://shop.example:8080/store/", "http://shop.example:8080/store"),
        ("shop.example/a/b//", "https://shop.example/a/b"),
        ("shop.example/store/wp-json/wc/v3/orders?x=1#y", "https://shop.example/store"),
        ("shop.example/index.php/wp-json/", "https://shop.example/"),
        ("shop.example/wp-admin/admin.php?page=wc-settings", "https://shop.example/"),
        ("şimşek.example", "https://xn--imek-45ac.example/"),
        ("127.0.0.1:8089", "https://127.0.0.1:8089/"),
    ];
    for (typed, site) in table {
        assert_eq!(normalise_site_url(typed).unwrap().as_str(), site, "{typed}");
    }
    for typed in ["", "   ", "ftp://shop.example", "https://u:p@shop.example", "https://", "a b.c"] {
        assert!(matches!(normalise_site_url(typed), Err(Error::BadUrl { .. })), "{typed}");
    }
}
