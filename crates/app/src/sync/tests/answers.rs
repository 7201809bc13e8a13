//! Every way a store's answers go wrong, as docs/bad-input.md has it: said in words, tried again in time, and complete
//! as soon as the store answers rightly.

use std::io::Write as _;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use fulexo_woo_sim::{Fault, Profile, SimConfig};
use serde_json::{Value, json};

use super::{Shop, Way, small};
use crate::testing::{Table, TestApp};

/// What happens to a store.
enum Broken {
    Answers(Fault),
    /// It shows a certificate that is not the pinned one.
    Certificate,
    /// Its name leads to an address nobody may connect to.
    Moved,
}

type Case = (&'static str, String, Broken);

fn answers(status: u16, content_type: &str, body: &str) -> Broken {
    let headers = vec![("Content-Type", content_type.to_owned())];
    Broken::Answers(Fault::Answer { status, headers, body: body.as_bytes().to_vec() })
}

fn json_of(status: u16, body: &str) -> Broken {
    answers(status, "application/json", body)
}

fn header(name: &'static str, value: Option<&str>) -> Broken {
    Broken::Answers(Fault::Header(name, value.map(str::to_owned)))
}

fn status(status: u16) -> Broken {
    Broken::Answers(Fault::Status { status, retry_after: None })
}

fn later(status: u16, retry_after: &str) -> Broken {
    let headers = vec![("Retry-After", retry_after.to_owned())];
    Broken::Answers(Fault::Answer { status, headers, body: b"{}".to_vec() })
}

/// Many bytes that travel as few.
fn bomb() -> Broken {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..64 {
        packed.write_all(&[b' '; 1024 * 1024]).unwrap();
    }
    let headers = vec![("Content-Encoding", "gzip".to_owned())];
    Broken::Answers(Fault::Answer { status: 200, headers, body: packed.finish().unwrap() })
}

fn bodies() -> Vec<Case> {
    let page = "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>";
    let refusal = r#"{"code":"woocommerce_rest_cannot_view","message":"Sorry, you cannot list resources.","data":{"status":401}}"#;
    let warning = "PHP Warning: foreach() argument must be of type array in /wp/x.php on line 3\n[";
    let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    let mut spaces = "[".to_owned();
    spaces.push_str(&" ".repeat(33 * 1024 * 1024));
    vec![
        ("a web page", "200 with HTML".into(), answers(200, "text/html", page)),
        ("a login page", "403 with HTML".into(), answers(403, "text/html", page)),
        (
            "a fatal error of PHP",
            "500 with HTML".into(),
            answers(500, "text/html", "<p>There has been a critical error on this website.</p>"),
        ),
        ("nothing", "200 with an empty body".into(), json_of(200, "")),
        ("half an answer", "`[{\"id\":1},{\"i`".into(), json_of(200, "[{\"id\":1},{\"i")),
        ("a connection that ends half-way", "half of the announced bytes".into(), Broken::Answers(Fault::Truncate)),
        ("a connection that ends", "nothing, and the connection is closed".into(), Broken::Answers(Fault::Drop)),
        ("silence", "nothing, and the connection stays open".into(), Broken::Answers(Fault::Hang)),
        ("a huge body", "33 MiB of spaces".into(), json_of(200, &spaces)),
        ("a gzip bomb", "64 MiB in some 60 KiB".into(), bomb()),
        (
            "bytes that are no gzip",
            "`Content-Encoding: gzip` before plain text".into(),
            header("Content-Encoding", Some("gzip")),
        ),
        ("text", "`OK`".into(), json_of(200, "OK")),
        ("an object instead of a list", "`{\"orders\":[]}`".into(), json_of(200, "{\"orders\":[]}")),
        ("a number instead of a list", "`42`".into(), json_of(200, "42")),
        ("null instead of a list", "`null`".into(), json_of(200, "null")),
        ("deeply nested", "`[` 50,000 times".into(), json_of(200, &deep)),
        ("an error that says 200", "200 with `\"data\":{\"status\":401}`".into(), json_of(200, refusal)),
        ("a warning of PHP before half an answer", "`PHP Warning: … [`".into(), json_of(200, warning)),
        (
            "a notice of PHP before the right answer",
            "`<br /> <b>Notice</b>: … [{\"id\":…`".into(),
            Broken::Answers(Fault::Notice),
        ),
    ]
}

fn heads() -> Vec<Case> {
    let mut cases: Vec<Case> = vec![
        ("wrong content type", "the right JSON as `text/html`".into(), header("Content-Type", Some("text/html"))),
        ("no total", "no `X-WP-Total`".into(), header("X-WP-Total", None)),
        ("a garbage total", "`X-WP-Total: many`".into(), header("X-WP-Total", Some("many"))),
        ("a negative total", "`X-WP-Total: -1`".into(), header("X-WP-Total", Some("-1"))),
        (
            "a huge total",
            "`X-WP-Total: 18446744073709551615`".into(),
            header("X-WP-Total", Some("18446744073709551615")),
        ),
        ("a garbage date", "`Date: yesterday`".into(), header("Date", Some("yesterday"))),
        ("the keys are refused", "401".into(), status(401)),
        ("the user may not", "403".into(), status(403)),
        (
            "no API",
            "404 `rest_no_route`".into(),
            json_of(404, "{\"code\":\"rest_no_route\",\"message\":\"No route was found.\",\"data\":{\"status\":404}}"),
        ),
        (
            "a page that is not found",
            "404 with HTML".into(),
            answers(404, "text/html", "<html><title>Not found</title></html>"),
        ),
        (
            "a refused parameter",
            "400 `rest_invalid_param`".into(),
            json_of(
                400,
                "{\"code\":\"rest_invalid_param\",\"message\":\"Invalid parameter(s): page\",\"data\":{\"status\":400,\"params\":{\"page\":\"page is not of type integer.\"}}}",
            ),
        ),
    ];
    for code in [500, 502, 503, 504, 520, 599] {
        cases.push(("a failure inside", format!("{code}"), status(code)));
    }
    for after in
        ["240", "0", "-5", "soon", "99999999999", "Mon, 01 Jan 2300 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"]
    {
        cases.push(("too many requests", format!("429, `Retry-After: {after}`"), later(429, after)));
    }
    cases.push(("maintenance", "503, `Retry-After: 600`".into(), later(503, "600")));
    for to in [
        "https://elsewhere.example/",
        "http://127.0.0.1/",
        "file:///etc/passwd",
        "",
        "//[",
        "https://a:b@elsewhere.example/?consumer_secret=x",
    ] {
        let redirect = Fault::Redirect { status: 301, to: to.to_owned() };
        cases.push(("a redirect", format!("301 to `{to}`"), Broken::Answers(redirect)));
    }
    cases.push(("an unknown status", "304 and no body".into(), answers(304, "text/html", "")));
    cases.push(("another certificate", "a certificate that is not the pinned one".into(), Broken::Certificate));
    cases.push(("a private address", "the name leads to 127.0.0.1, another port".into(), Broken::Moved));
    cases
}

impl Shop {
    async fn break_so(&self, how: Broken) {
        let change = match how {
            Broken::Answers(fault) => {
                self.sim.faults().on("/wc/v3/orders", fault);
                return;
            }
            Broken::Certificate => "tls_fingerprint = sha256('other')".to_owned(),
            Broken::Moved => {
                let host = self.sim.https_url().trim_start_matches("https://");
                format!("api = replace(api::text, '{host}', '127.0.0.1:1')::jsonb")
            }
        };
        self.app.execute(&format!("update stores set {change} where id = '{}'", self.store)).await;
    }

    async fn mend(&self, row: &str) {
        self.sim.faults().clear();
        let sql = format!("update stores s set (tls_fingerprint, api, page_size) =
                           (select r.tls_fingerprint, r.api, r.page_size from jsonb_populate_record(s, '{row}') r) where id = '{}'", self.store);
        self.app.execute(&sql).await;
    }

    /// The row as it was, to be put back.
    async fn row(&self) -> String {
        self.rows("select * from stores where id = $store").await[0].to_string().replace('\'', "''")
    }
}

/// Shops are small: what is tested is one page.
fn tiny(app: &TestApp) -> SimConfig {
    SimConfig { orders: 12, products: 3, customers: 5, ..small(app, Profile::Hpos10) }
}

/// What a person reads and what happens next.
async fn outcome(shop: &Shop) -> [String; 2] {
    let sql = format!(
        "select t.state, t.cause, t.reason, extract(epoch from t.next_run_at - '{}')::int as wait, s.page_size
           from store_streams t join stores s on s.id = t.store_id where t.store_id = $store and t.stream = 'orders'",
        shop.app.clock.now()
    );
    let stream = shop.rows(&sql).await.remove(0);
    if stream["state"] == "live" {
        return ["nothing: the answer is read all the same".to_owned(), "It goes on as ever.".to_owned()];
    }
    assert_eq!(stream["state"], "failed", "{stream}");
    let reason = stream["reason"].as_str().unwrap();
    assert!(reason.len() < 400 && !reason.contains("consumer_secret"), "{reason}");
    let wait = stream["wait"].as_i64().unwrap();
    assert!((2..=3600).contains(&wait), "{stream}");
    let size = stream["page_size"].as_i64().unwrap();
    let smaller = if size < 100 { format!(", and asks for {size} rows a page") } else { String::new() };
    let host = shop.sim.https_url().trim_start_matches("https://");
    let reason = reason.replace(host, "shop.example").replace(shop.sim.tls_fingerprint_sha256(), "…");
    [format!("`{}`: {reason}", stream["cause"].as_str().unwrap()), format!("It tries again after {wait} s{smaller}.")]
}

#[tokio::test]
async fn answers_of_stores() {
    let first = TestApp::new().await;
    let mut shop = Shop::of(&first, tiny(&first), Way::Tls).await;
    shop.import().await;
    let heads = shop.sim.order_heads();
    let mut table = Table::new(["case", "what comes", "what people read", "what Fulexo does"]);
    for (n, (case, sent, how)) in bodies().into_iter().chain(self::heads()).enumerate() {
        // hours pass
        shop.admin = shop.app.session(shop.admin.user_id, &shop.admin.email, Some(shop.tenant)).await;
        let row = shop.row().await;
        shop.app.advance(Duration::from_secs(130));
        let (order, note) = (heads[n % heads.len()].id, format!("change {n}"));
        shop.sim.edit_order(order, &json!({ "customer_note": note })).unwrap();
        shop.break_so(how).await;
        shop.app.drain(shop.tenant).await;
        let [read, does] = outcome(&shop).await;
        shop.mend(&row).await;
        shop.app.advance(Duration::from_secs(3600));
        for _ in 0..3 {
            shop.poll().await;
        }
        assert_eq!(shop.card().await["state"], "healthy", "{case}, {sent}");
        assert_eq!(shop.order(order).await["customer_note"], Value::String(note), "{case}, {sent}");
        table.row(&[case.to_owned(), sent, read, does]);
    }
    shop.assert_mirror().await;
    table.check("docs/bad-input.md", "store answers");
}
