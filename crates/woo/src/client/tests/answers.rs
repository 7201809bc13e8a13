//! What each answer is taken for.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use crate::testing::*;
use crate::*;

async fn answered(status: u16, headers: &[(&str, &str)], body: &str) -> Result<Answer, Error> {
    let text = reply(status, headers, body);
    let server = Server::start(move |_| text.clone()).await;
    client(target(&server.url)).get("wc/v3/orders", &[]).await
}

async fn error(status: u16, headers: &[(&str, &str)], body: &str) -> Error {
    answered(status, headers, body).await.unwrap_err()
}

fn wordpress(code: &str, status: u16) -> String {
    json!({"code": code, "message": "Said <b>so</b>.", "data": {"status": status}}).to_string()
}

#[tokio::test]
async fn a_page_carries_rows_totals_and_the_stores_clock() {
    let headers = [("x-wp-total", "1514"), ("x-wp-totalpages", "16"), ("date", "Sun, 22 Nov 2026 06:41:29 GMT")];
    let answer = answered(200, &headers, r#"[{"id":1,"price":76.32000000000001},{"id":2}]"#).await;
    let page = answer.unwrap().into_page().unwrap();
    assert_eq!((page.items.len(), page.total, page.total_pages), (2, Some(1514), Some(16)));
    assert_eq!(page.items[0].get(), r#"{"id":1,"price":76.32000000000001}"#);
    assert_eq!(page.date, Some("2026-11-22T06:41:29Z".parse::<Timestamp>().unwrap()));
    assert!(!page.noise);
}

#[tokio::test]
async fn a_list_with_gaps_is_a_list() {
    let page = answered(200, &[], r#"{"10":{"id":3},"2":{"id":1}}"#).await.unwrap().into_page();
    let rows: Vec<String> = page.unwrap().items.iter().map(|row| row.get().to_owned()).collect();
    assert_eq!(rows, [r#"{"id":1}"#, r#"{"id":3}"#]);
    let object = answered(200, &[], r#"{"id":1}"#).await.unwrap().into_page();
    assert_eq!(object.unwrap_err().code(), "unexpected-answer");
}

#[tokio::test]
async fn notices_before_json_are_dropped_and_flagged() {
    let answer = answered(200, &[], "\u{feff}<b>Warning</b>: x in y.php\n[{\"id\":1}]").await;
    let page = answer.unwrap().into_page().unwrap();
    assert!(page.noise && page.items.len() == 1);
}

#[tokio::test]
async fn each_answer_has_its_cause() {
    let html = "<!DOCTYPE html><html><head><title>Blocked by ShopShield</title></head></html>";
    let challenge = [("cf-mitigated", "challenge")];
    let wc = "woocommerce_rest_cannot_view";
    let table: Vec<(Error, &str, bool, bool)> = vec![
        // the error, its code, transient, smaller page
        (error(401, &[], &wordpress(wc, 401)).await, "unauthorized", false, false),
        (error(403, &[], &wordpress(wc, 403)).await, "forbidden", false, false),
        (error(403, &[], html).await, "waf-or-html", false, false),
        (error(200, &[], html).await, "waf-or-html", false, false),
        (error(503, &challenge, html).await, "waf-or-html", false, false),
        (error(404, &[], html).await, "no-api", false, false),
        (error(404, &[], &wordpress("rest_no_route", 404)).await, "no-api", false, false),
        (error(404, &[], &wordpress("x_invalid_id", 404)).await, "not-found", false, false),
        (error(429, &[], html).await, "rate-limited", true, false),
        (error(500, &[], html).await, "server-error", true, true),
        (error(500, &[], "").await, "server-error", true, true),
        (error(500, &[], &wordpress("internal_server_error", 500)).await, "server-error", true, true),
        (error(500, &[], &wordpress("woocommerce_rest_x", 500)).await, "server-error", false, true),
        (error(502, &[], html).await, "server-error", true, true),
        (error(503, &[], html).await, "server-error", true, false),
        (error(504, &[], html).await, "server-error", true, true),
        (error(400, &[], &wordpress("rest_invalid_json", 400)).await, "bad-request", false, false),
        (error(501, &[], &wordpress("woocommerce_rest_trash_not_supported", 501)).await, "bad-request", false, false),
        (error(200, &[], "OK").await, "not-json", false, false),
        (error(200, &[], "").await, "truncated", true, true),
        (error(200, &[], r#"[{"id":1},{"#).await, "truncated", true, true),
        (error(200, &[("content-length", "99")], "[]").await, "truncated", true, true),
        (error(200, &[], &wordpress(wc, 401)).await, "unauthorized", false, false),
        (error(302, &[("location", "https://other.example/x?y")], "").await, "redirect", false, false),
    ];
    for (error, code, transient, smaller) in table {
        assert_eq!(error.code(), code, "{error}");
        assert_eq!(error.is_transient(), transient, "{error}");
        assert_eq!(error.suggests_smaller_page(), smaller, "{error}");
        let sentence = error.to_string();
        assert!(!sentence.contains("<b>") && !sentence.contains("cs_2"), "{sentence}");
    }
}

#[tokio::test]
async fn refused_parameters_are_named() {
    let body = json!({"code": "rest_invalid_param", "message": "Invalid parameter(s): per_page",
        "data": {"status": 400, "params": {"per_page": "must be between 1 and 100"}}});
    let error = error(400, &[], &body.to_string()).await;
    let Error::BadRequest { params, .. } = &error else { panic!("{error:?}") };
    assert_eq!(params, &[("per_page".to_owned(), "must be between 1 and 100".to_owned())]);
}

#[tokio::test]
async fn retry_after_is_read_as_seconds_and_as_a_date() {
    let seconds = error(429, &[("retry-after", "17")], "").await;
    assert_eq!(seconds.retry_after(), Some(Duration::from_secs(17)));
    let headers = [("retry-after", "Sun, 22 Nov 2026 06:42:00 GMT"), ("date", "Sun, 22 Nov 2026 06:41:00 GMT")];
    assert_eq!(error(503, &headers, "").await.retry_after(), Some(Duration::from_secs(60)));
}

#[tokio::test]
async fn an_answer_over_the_cap_is_refused() {
    let body = format!("[\"{}\"]", "x".repeat(2000));
    let announced = reply(200, &[], &body);
    let silent = format!("HTTP/1.1 200 X\r\nconnection: close\r\n\r\n{body}");
    for text in [announced, silent] {
        let server = Server::start(move |_| text.clone()).await;
        let options = Options { max_bytes: 1000, retry: Retry::never(), ..Options::default() };
        let client = Client::new(http(), open_guard(), env(), target(&server.url), credentials(), options);
        let error = client.get("x", &[]).await.unwrap_err();
        assert_eq!(error, Error::TooLarge { limit: 1000 });
    }
}
