//! Bodies, to every route that takes one.

use axum::http::{Request, header};
use serde_json::{Value, json};

use super::{Asked, Seen};
use crate::fence::routes::{Route, routes};

/// A bad body.
struct Bad {
    kind: &'static str,
    sent: &'static str,
    /// The field it is about.
    field: Option<String>,
    content_type: Option<&'static str>,
    bytes: Vec<u8>,
}

const JSON: Option<&str> = Some("application/json");

fn whole(kind: &'static str, sent: &'static str, content_type: Option<&'static str>, bytes: impl Into<Vec<u8>>) -> Bad {
    Bad { kind, sent, field: None, content_type, bytes: bytes.into() }
}

/// What is wrong as a whole.
fn wholes(good: &Value) -> Vec<Bad> {
    let text = good.to_string();
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let padded = format!("{text}{}", " ".repeat(1024 * 1024));
    let mut surprised = good.clone();
    surprised["surprise"] = json!(1);
    vec![
        whole("no body", "nothing, as JSON", JSON, ""),
        whole("no content type", "a good body without `Content-Type`", None, text.clone()),
        whole("wrong content type", "a good body as `text/plain`", Some("text/plain"), text.clone()),
        whole(
            "a form",
            "`a=1` as `application/x-www-form-urlencoded`",
            Some("application/x-www-form-urlencoded"),
            "a=1",
        ),
        whole("not JSON", "`{\"name\": \"half`", JSON, "{\"name\": \"half"),
        whole("something after it", "a good body and `}`", JSON, format!("{text}}}")),
        whole("not UTF-8", "`{\"name\": \"` and the byte ff", JSON, b"{\"name\": \"\xff\"}".to_vec()),
        whole("not an object", "`[]`", JSON, "[]"),
        whole("not an object", "`[]`", JSON, "\"text\""),
        whole("not an object", "`[]`", JSON, "null"),
        whole("deeply nested", "`[` 100,000 times, and as many `]`", JSON, deep),
        whole("unknown field", "a good body with `\"surprise\": 1`", JSON, surprised.to_string()),
        whole("too large", "more than 1 MiB", JSON, padded),
    ]
}

/// What is wrong with one field.
fn fields(good: &Value, schema: &Value) -> Vec<Bad> {
    let mut all = Vec::new();
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (name, of) in schema["properties"].as_object().unwrap() {
        let is_text = of["type"] == "string" || of["type"][0] == "string";
        let secret = of["format"] == "password";
        let mut bad = |kind, sent, bytes: String| {
            let field = Some(name.clone());
            all.push(Bad { kind, sent, field, content_type: JSON, bytes: bytes.into_bytes() });
        };
        let with = |value: Value| {
            let mut body = good.clone();
            body[name] = value;
            body.to_string()
        };
        bad("wrong type", "an object for the field", with(json!({ "x": [] })));
        let twice = good.to_string().replacen('{', &format!("{{\"{name}\":\"x\",\"{name}\":\"x\","), 1);
        bad("twice", "the field two times", twice);
        if required.contains(&json!(name)) {
            let mut body = good.clone();
            body.as_object_mut().unwrap().remove(name);
            bad("missing", "no such field", body.to_string());
            bad("null", "null for a field that is needed", with(Value::Null));
        }
        bad("NUL", "`a\\u0000b`", with(json!("a\u{0}b")));
        bad("lone surrogate", "`a\\ud800b`", with(json!("SURROGATE")).replace("SURROGATE", "a\\ud800b"));
        bad("too long", "300,000 letters", with(json!("x".repeat(300_000))));
        if is_text && !secret {
            bad("control characters", "`a`, bell, escape, `[2J`", with(json!("a\u{7}\u{1b}[2J")));
            if required.contains(&json!(name)) {
                bad("empty text", "three spaces", with(json!("   ")));
            }
        }
    }
    all
}

fn schema(document: &Value, route: &Route) -> Value {
    let body = &document["paths"][&route.path][route.method.as_str().to_lowercase()]["requestBody"];
    let named = body["content"]["application/json"]["schema"]["$ref"].as_str().unwrap();
    document.pointer(named.trim_start_matches('#')).unwrap().clone()
}

#[tokio::test]
async fn bodies() {
    let asked = Asked::new().await;
    let document = serde_json::to_value(crate::openapi()).unwrap();
    let mut seen = Seen::new(&[]);
    let before = asked.rows().await;
    for route in routes().into_iter().filter(|route| route.query.is_none()) {
        let Some(body) = &route.body else { continue };
        let good = body(&asked.a);
        for bad in wholes(&good).into_iter().chain(fields(&good, &schema(&document, &route))) {
            let mut request = Request::builder().method(route.method.clone()).uri(route.uri(&asked.a));
            if let Some(content_type) = bad.content_type {
                request = request.header(header::CONTENT_TYPE, content_type);
            }
            let answer = asked.send(asked.actor(&route), request, bad.bytes).await;
            let place = bad.field.map_or_else(|| route.name(), |field| format!("{} {field}", route.name()));
            seen.note(bad.kind, bad.sent, &place, &answer);
        }
    }
    asked.nothing_changed(&before).await;
    seen.table("API bodies");
}
