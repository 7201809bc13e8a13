//! Cursors, to every list.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Asked, Seen};
use crate::fence::routes::{Route, routes};
use crate::fence::world::canaries;
use crate::testing::Answer;

/// Every list, with the name of its cursors and a real one, when it has more than a page of one.
async fn lists(asked: &Asked) -> Vec<(Route, Value)> {
    let document = serde_json::to_value(crate::openapi()).unwrap();
    let owner = asked.world.app.owner().await;
    for _ in 0..2 {
        // the deliveries of one store
        let (id, store) = (Uuid::now_v7(), asked.a.after("stores").unwrap());
        let one = format!(
            "insert into webhook_events select (jsonb_populate_record(e, '{{\"id\": \"{id}\", \"store_id\": \"{store}\"}}')).*
             from webhook_events e where e.tenant_id = '{}' limit 1",
            asked.a.tenant
        );
        asked.world.app.execute(&one).await;
    }
    let mut lists = Vec::new();
    for route in routes().into_iter().filter(|route| route.query.is_none()) {
        let operation = &document["paths"][&route.path][route.method.as_str().to_lowercase()];
        if !operation["parameters"].as_array().into_iter().flatten().any(|p| p["name"] == "after") {
            continue;
        }
        let page = owner.get(&format!("{}?limit=1", route.uri(&asked.a))).await.expect(200);
        let next = page.json["next"].as_str().unwrap_or_else(|| panic!("{} has only one row", route.name()));
        let place = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(next).unwrap()).unwrap();
        lists.push((route, place));
    }
    lists
}

fn token(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// The same form with other contents.
fn spoiled(place: &Value, with: &Value) -> Value {
    match place {
        Value::Array(parts) => parts.iter().map(|part| spoiled(part, with)).collect(),
        _ => with.clone(),
    }
}

fn cursors(list: &Value, others: &Value) -> Vec<(&'static str, &'static str, String)> {
    let (name, place) = (&list[0], &list[1]);
    let real = token(list);
    let half = real[..real.len() / 2].to_owned();
    vec![
        ("empty", "`after=`", String::new()),
        ("not base64", "`after=%21%21%21`", "%21%21%21".into()),
        ("not a cursor inside", "base64 of `{}`", token(&json!({}))),
        ("not text inside", "base64 of the bytes ff fe", URL_SAFE_NO_PAD.encode([0xff, 0xfe])),
        ("padded", "a good one with `==`", format!("{real}%3D%3D")),
        ("cut off", "the first half of a good one", half),
        ("of another list", "`next` of another list", token(others)),
        ("renamed", "another list's place under this list's name", token(&json!([name, ["x", "y", "z", 1]]))),
        ("other contents", "`x` in each place of a good one", token(&json!([name, spoiled(place, &json!("x"))]))),
        ("other types", "-1 in each place of a good one", token(&json!([name, spoiled(place, &json!(-1))]))),
        ("nulls", "null in each place of a good one", token(&json!([name, spoiled(place, &Value::Null)]))),
        ("NUL", "`a\\u0000` in each place of a good one", token(&json!([name, spoiled(place, &json!("a\u{0}"))]))),
        ("longer", "a good one with one more part", token(&json!([name, place, 1]))),
        ("huge", "20,000 letters", "A".repeat(20_000)),
        ("doubled", "a good one two times", format!("{real}&after={real}")),
    ]
}

/// Another merchant's place shows nothing of his.
fn own_rows_only(asked: &Asked, answer: &Answer) {
    let own = asked.a.tenant.0.simple().to_string();
    assert!(canaries(answer).iter().all(|canary| *canary == own));
}

#[tokio::test]
async fn cursors_of_every_list() {
    let asked = Asked::new().await;
    let other = asked.world.merchant("B").await;
    for name in ["C", "D"] {
        asked.world.merchant(name).await;
    }
    let all = lists(&asked).await;
    let mut seen = Seen::new(&[("of another merchant", "It goes on after that place in one's own list.")]);
    for (at, (route, list)) in all.iter().enumerate() {
        let others = &all[(at + 1) % all.len()].1;
        for (kind, sent, after) in cursors(list, others) {
            let answer = asked.get(&format!("{}?after={after}", route.uri(&asked.a))).await;
            seen.note(kind, sent, &route.name(), &answer);
        }
        let theirs = asked.world.app.owner().await.within(other.tenant);
        let next = theirs.get(&format!("{}?limit=1", route.uri(&other))).await.json["next"].clone();
        if let Some(next) = next.as_str() {
            let answer = asked.admin.get(&format!("{}?after={next}", route.uri(&asked.a))).await;
            own_rows_only(&asked, &answer);
            seen.note("of another merchant", "`next` of the same list there", &route.name(), &answer);
        }
    }
    seen.table("API cursors");
}
