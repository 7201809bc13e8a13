//! Addresses and queries, to every route that has a parameter.

use axum::http::Request;
use serde_json::Value;

use super::{Asked, Seen};
use crate::fence::routes::routes;

/// Kind, what is sent in words, and what stands in the query.
type Bad = (&'static str, &'static str, String);

/// What becomes of what is odd, but no error.
const TAKEN: &[(&str, &str)] = &[
    ("very long", "Words are looked for by their first 40 letters; nothing has such a name."),
    ("not UTF-8", "The bytes are read as U+FFFD, which nothing matches."),
    ("a lone percent sign", "It is read as it stands."),
    ("at the end of time", "No order is older, or newer."),
    ("unknown word", "Stores have words of their own; nothing has this one."),
    ("nothing to look for", "As if there were no `q`."),
    ("a thousand words", "The longest four different words are looked for."),
];

/// What is bad for a parameter of this name and schema.
fn bad(name: &str, schema: &Value) -> Vec<Bad> {
    let set = |value: &str| format!("{name}={value}");
    let mut all: Vec<Bad> = vec![
        ("doubled", "the parameter two times", format!("{name}=1&{name}=1")),
        ("NUL", "`a%00b`", set("a%00b")),
        ("very long", "20,000 letters", set(&"x".repeat(20_000))),
        ("not UTF-8", "`%ff%fe`", set("%ff%fe")),
        ("a lone percent sign", "`%zz%`", set("%zz%")),
    ];
    match (schema["type"].as_str(), schema["format"].as_str()) {
        _ if name == "limit" => {
            for rows in ["0", "-1", "101", "abc", "", "1.5", "99999999999999999999"] {
                all.push((
                    "page of no such size",
                    "`limit` 0, -1, 101, abc, nothing, 1.5, 99999999999999999999",
                    set(rows),
                ));
            }
        }
        (Some("integer"), _) => {
            for number in ["0", "-1", "abc", "99999999999999999999"] {
                all.push(("number out of range", "0, -1, abc, 99999999999999999999", set(number)));
            }
        }
        (_, Some("uuid")) => all.push(("not an id", "`123`", set("123"))),
        (_, Some("date-time")) => {
            for date in ["yesterday", "2026-13-45T00:00:00Z", "2026-03-02", "2026-03-02T10:00:00"] {
                let sent = "yesterday, 2026-13-45T00:00:00Z, 2026-03-02, 2026-03-02T10:00:00";
                all.push(("not a moment", sent, set(date)));
            }
            for date in ["-009999-01-01T00:00:00Z", "9999-12-30T22:00:00Z"] {
                all.push(("at the end of time", "the years -9999 and 9999", set(date)));
            }
        }
        (Some("boolean"), _) => all.push(("not yes or no", "`maybe`", set("maybe"))),
        _ if schema["enum"].is_array()
            || schema["$ref"].is_string()
            || matches!(name, "state" | "status" | "stream") =>
        {
            all.push(("unknown word", "`nonsense`", set("nonsense")));
        }
        _ => {}
    }
    if name == "q" {
        all.push(("nothing to look for", "only punctuation", set("%27%22%25_%5C%3B--%F0%9F%92%A9")));
        all.push(("a thousand words", "`a b a b …`", set(&"a+b+".repeat(500))));
    }
    if name == "placed_from" {
        let turned = "placed_from=2026-03-02T00:00:00Z&placed_to=2026-03-01T00:00:00Z".to_owned();
        all.push(("ends before it begins", "`placed_from` after `placed_to`", turned));
    }
    all
}

#[tokio::test]
async fn addresses_and_queries() {
    let asked = Asked::new().await;
    let document = serde_json::to_value(crate::openapi()).unwrap();
    let mut seen = Seen::new(TAKEN);
    let before = asked.rows().await;
    for route in routes().into_iter().filter(|route| route.query.is_none()) {
        let good = route.uri(&asked.a);
        let body = route.body.as_ref().map(|body| body(&asked.a));
        let operation = &document["paths"][&route.path][route.method.as_str().to_lowercase()];
        let actor = asked.actor(&route);
        for parameter in operation["parameters"].as_array().into_iter().flatten().filter(|p| p["in"] == "path") {
            for (kind, sent, id) in [
                ("bad id in the path", "`123`", "123"),
                ("NUL in the path", "`%00`", "%00"),
                ("not UTF-8 in the path", "`%ff`", "%ff"),
            ] {
                let hole = format!("{{{}}}", parameter["name"].as_str().unwrap());
                let path = route.path.replace(&hole, id);
                let uri = path.replace("{id}", &asked.a.tenant.to_string());
                let uri = uri.replace("{user_id}", &asked.a.member.to_string());
                let answer = actor.send(route.method.clone(), &uri, body.clone()).await;
                seen.note(kind, sent, &route.name(), &answer);
                assert_eq!(answer.status, 404, "{kind}: {}", route.name());
            }
        }
        let unknown = asked.actor(&route).send(route.method.clone(), &format!("{good}?surprise=1"), body.clone()).await;
        seen.note("unknown parameter", "`surprise=1`", &route.name(), &unknown);
        assert_eq!(unknown.status, 422, "{} takes any parameter", route.name());
        for parameter in operation["parameters"].as_array().into_iter().flatten().filter(|p| p["in"] == "query") {
            let name = parameter["name"].as_str().unwrap();
            if name == "after" {
                continue; // cursors.rs
            }
            for (kind, sent, query) in bad(name, &parameter["schema"]) {
                let answer = asked.send(actor, Request::get(format!("{good}?{query}")), Vec::new()).await;
                seen.note(kind, sent, &format!("{} {name}", route.name()), &answer);
            }
        }
    }
    asked.nothing_changed(&before).await;
    seen.table("API queries");
}
