//! Deliveries that are no use, as docs/bad-input.md has it: the unsigned are refused and leave nothing, the signed are
//! never refused and always kept.

use std::io::Write as _;
use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use flate2::Compression;
use flate2::write::GzEncoder;
use fulexo_woo::webhook::sign;
use fulexo_woo_sim::Profile;
use serde_json::Value;

use super::{Shop, Way};
use crate::testing::{Answer, Table};

/// Who signs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Signed {
    Rightly,
    WithAnother,
    /// With this in the header.
    As(&'static [u8]),
    Not,
}

pub(super) struct Post {
    case: &'static str,
    sent: String,
    to: Option<&'static str>,
    pub topic: &'static [u8],
    signed: Signed,
    headers: Vec<(&'static str, &'static str)>,
    without: &'static [&'static str],
    body: Vec<u8>,
}

pub(super) fn post(case: &'static str, sent: &str, signed: Signed, body: impl Into<Vec<u8>>) -> Post {
    let (sent, body) = (sent.to_owned(), body.into());
    Post { case, sent, to: None, topic: b"order.updated", signed, headers: Vec::new(), without: &[], body }
}

const ORDER: &str = r#"{"id":1,"status":"processing"}"#;

fn refused() -> Vec<Post> {
    use Signed::{As, Not, Rightly, WithAnother};
    let to = |case, sent, to| Post { to: Some(to), ..post(case, sent, Rightly, ORDER) };
    vec![
        post("unsigned", "no `X-WC-Webhook-Signature`", Not, ORDER),
        post("wrongly signed", "signed with another secret", WithAnother, ORDER),
        post(
            "a signature of something else",
            "the signature of `other`",
            As(b"1NJDkNd8JeQhNmdpFS1tk8JhsbCd1jv/GbMtj4H0Crc="),
            ORDER,
        ),
        post("a signature that is no base64", "`%%%`", As(b"%%%"), ORDER),
        post("an empty signature", "nothing in the header", As(b""), ORDER),
        post("a signature of bytes", "the bytes ff fe", As(b"\xff\xfe"), ORDER),
        post("unsigned and empty", "no body", Not, ""),
        post("unsigned and no JSON", "`<html>`", Not, "<html>"),
        to("a malformed store", "`/webhooks/nonsense`", "nonsense"),
        to("an unknown store", "the id of no store", "01900000-0000-7000-8000-000000000000"),
        to("a store of bytes", "`/webhooks/%ff%00`", "%ff%00"),
        post("too large", "8 MiB and one byte, signed", Rightly, vec![b' '; 8 * 1024 * 1024 + 1]),
    ]
}

fn kept() -> Vec<Post> {
    use Signed::{Not, Rightly};
    let topic = |case, sent, topic| Post { topic, ..post(case, sent, Rightly, ORDER) };
    let headers = |case, sent, headers| Post { headers, ..post(case, sent, Rightly, ORDER) };
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(ORDER.as_bytes()).unwrap();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let large = format!("{{\"id\":1,\"status\":\"x\",\"note\":\"{}\"}}", "x".repeat(8 * 1024 * 1024 - 100));
    let refusal = r#"{"code":"woocommerce_rest_cannot_view","message":"No.","data":{"status":401}}"#;
    vec![
        post("a ping", "`webhook_id=1`, unsigned", Not, "webhook_id=1"),
        post("empty", "no body", Rightly, ""),
        post("no JSON", "`<html>`", Rightly, "<html>"),
        post("half a JSON", "`{\"id\":1`", Rightly, "{\"id\":1"),
        post("not UTF-8", "`{\"id\":1,\"note\":\"` and the byte ff", Rightly, b"{\"id\":1,\"note\":\"\xff\"}".to_vec()),
        post("NUL", "the byte 00", Rightly, b"\0".to_vec()),
        post("gzip", "a good body, compressed", Rightly, packed.finish().unwrap()),
        post("a list", "`[1,2]`", Rightly, "[1,2]"),
        post("null", "`null`", Rightly, "null"),
        post("deeply nested", "`[` 100,000 times", Rightly, deep),
        post("an error of the store", "`{\"code\":\"woocommerce_rest_cannot_view\",…`", Rightly, refusal),
        post("an error of the store", "`{\"code\":\"rest_oops\",…`", Rightly, r#"{"code":"rest_oops","message":"It broke.","data":{"status":500}}"#),
        post("no id", "`{\"status\":\"processing\"}`", Rightly, r#"{"status":"processing"}"#),
        post("an id below zero", "`{\"id\":-5}`", Rightly, r#"{"id":-5}"#),
        post("a huge id", "`{\"id\":99999999999999999999}`", Rightly, r#"{"id":99999999999999999999}"#),
        post("no date of change", "an id and a status", Rightly, ORDER),
        post("nearly 8 MiB", "an order with a long note and no date", Rightly, large),
        topic("an unknown topic", "`action.something`", b"action.something"),
        topic("a topic without a dot", "`nonsense`", b"nonsense"),
        topic("a long topic", "`order.` and 300 letters", b"order.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        topic("a topic of bytes", "the bytes ff fe", b"\xff\xfe"),
        Post { without: &["x-wc-webhook-topic"], ..post("no topic", "no `X-WC-Webhook-Topic`", Rightly, ORDER) },
        Post { without: &["x-wc-webhook-id"], ..post("no webhook id", "no `X-WC-Webhook-ID`", Rightly, ORDER) },
        Post { without: &["x-wc-webhook-delivery-id"], ..post("no delivery id", "no `X-WC-Webhook-Delivery-ID`", Rightly, ORDER) },
        post("the same delivery id again", "as always: stores give all of them the same", Rightly, ORDER),
        headers("a webhook id that is no number", "`X-WC-Webhook-ID: x`", vec![("x-wc-webhook-id", "x")]),
        headers("wrong content type", "a good body as `text/plain`", vec![("content-type", "text/plain")]),
        headers("no such encoding", "`Content-Encoding: zip`", vec![("content-encoding", "zip")]),
    ]
}

impl Shop {
    pub(super) async fn deliver(&self, post: &Post) -> Answer {
        let to = post.to.unwrap_or(&self.store);
        let given = |name: &str| post.headers.iter().any(|(other, _)| *other == name) || post.without.contains(&name);
        let mut request = Request::post(format!("/api/v1/woo/webhooks/{to}"));
        for (name, value) in [
            ("content-type", &b"application/json"[..]),
            ("x-wc-webhook-topic", post.topic),
            ("x-wc-webhook-id", b"1"),
            ("x-wc-webhook-delivery-id", b"the-same-for-all"),
        ] {
            if !given(name) {
                request = request.header(name, value);
            }
        }
        for (name, value) in &post.headers {
            request = request.header(*name, *value);
        }
        let signature = match post.signed {
            Signed::Rightly => Some(sign("whsec", &post.body).into_bytes()),
            Signed::WithAnother => Some(sign("other", &post.body).into_bytes()),
            Signed::As(bytes) => Some(bytes.to_vec()),
            Signed::Not => None,
        };
        if let Some(signature) = signature {
            request = request.header("x-wc-webhook-signature", signature);
        }
        self.app.send(request.body(Body::from(post.body.clone())).unwrap()).await
    }
}

fn answered(answer: &Answer) -> String {
    match answer.code() {
        "" => answer.status.to_string(),
        code => format!("{} `{code}`: {}", answer.status, answer.text("detail")),
    }
}

#[tokio::test]
async fn bad_deliveries() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await.with_secret("whsec").await;
    shop.import().await;
    let mut table = Table::new(["case", "what is sent", "answer", "what is kept"]);
    for post in refused() {
        let answer = shop.deliver(&post).await;
        assert!((401..=413).contains(&answer.status), "{}: {}", post.case, answered(&answer));
        table.row(&[post.case, &post.sent, &answered(&answer), "nothing"]);
    }
    assert!(shop.events().await.is_empty(), "nothing of that is kept");
    for post in kept() {
        let before = shop.events().await.len();
        let answer = shop.deliver(&post).await.expect(200);
        shop.app.drain(shop.tenant).await;
        let now = shop.events().await;
        let kept = now.get(before).map_or_else(|| "nothing: there is nothing in it".to_owned(), said);
        assert!(now.len() > before || post.signed == Signed::Not, "{} is not kept", post.case);
        table.row(&[post.case, &post.sent, &answered(&answer), &kept]);
        shop.app.advance(Duration::from_secs(5));
    }
    shop.admin.post(&format!("/api/v1/woo/stores/{}/pause", shop.store), Value::Null).await.expect(200);
    let paused = post("a paused store", "an order", Signed::Rightly, ORDER);
    let answer = shop.deliver(&paused).await.expect(200);
    let kept = said(shop.events().await.last().unwrap());
    table.row(&[paused.case, &paused.sent, &answered(&answer), &kept]);
    let many = post("one of too many unsigned", "the 61st at once", Signed::Not, ORDER);
    let mut answer = shop.deliver(&many).await;
    while answer.status == 401 {
        answer = shop.deliver(&many).await;
    }
    answer = answer.expect(429);
    table.row(&[many.case, &many.sent, &answered(&answer), "nothing"]);
    let still = post("a signed one among them", "an order", Signed::Rightly, ORDER);
    let answer = shop.deliver(&still).await.expect(200);
    table.row(&[still.case, &still.sent, &answered(&answer), &said(shop.events().await.last().unwrap())]);
    table.check("docs/bad-input.md", "webhook deliveries");
    // the body that asked for a poll has run it before or left it for later
    shop.app.leave_jobs();
}

/// What became of a delivery, in the words people read.
fn said(event: &Value) -> String {
    let state = event["state"].as_str().unwrap();
    assert!(["ignored", "quarantined", "processed"].contains(&state), "{event}");
    let reason = event["reason"].as_str().unwrap_or_default();
    assert!(reason.len() < 400, "{reason}");
    format!("the delivery, {state}: {reason}").trim_end_matches([':', ' ']).to_owned()
}
