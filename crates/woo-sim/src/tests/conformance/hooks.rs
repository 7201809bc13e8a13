//! Every recorded webhook delivery: the same is done to the simulated store, and what it sends is compared.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use serde_json::Value;

use super::{
    recording,
    scene::Scene,
    shape::{self, Corpus},
};
use crate::{Profile, tests::webhooks::Receiver};

/// Recordings of deliveries the simulator cannot send, by a part of their name.
const NOT: [(&str, &str); 4] = [
    ("variation-create", "variations are not created in the simulator"),
    ("rest-coupon", "there are no coupons to write"),
    ("--coupon", "there are no coupons to write"),
    ("trash-page", "the simulator has no pages"),
];

/// Headers of the transport.
const TRANSPORT: [&str; 6] = ["host", "connection", "content-length", "accept", "accept-encoding", "transfer-encoding"];

/// Tells why a recorded delivery is not simulated.
pub(super) fn not_simulated(name: &str) -> Option<&'static str> {
    let of_trash = name.contains("--rest-product-trash") || name.contains("--trash");
    NOT.iter().find(|(part, _)| name.contains(part) && !of_trash).map(|(_, why)| *why)
}

/// A delivery as it was recorded.
struct Recorded {
    name: String,
    topic: String,
    headers: BTreeMap<String, String>,
    body: Value,
}

fn recorded(name: &str) -> Recorded {
    let all = recording::read(name);
    let pairs = all["headers"].as_array().unwrap().iter();
    let headers: BTreeMap<String, String> =
        pairs.map(|h| (h[0].as_str().unwrap().to_lowercase(), h[1].as_str().unwrap().to_owned())).collect();
    let topic = headers.get("x-wc-webhook-topic").cloned().unwrap_or_else(|| "ping".to_owned());
    Recorded { name: name.to_owned(), topic, headers, body: all["body_parsed"].clone() }
}

/// Replays all deliveries of a store; returns what differs for each.
pub(super) async fn replay(profile: Profile, corpus: &Corpus) -> Vec<(String, Vec<String>)> {
    let all = recording::names().into_iter().filter(|n| n.contains("webhooks/") && recording::profile_of(n) == profile);
    let mut groups: Vec<(String, Vec<Recorded>)> = Vec::new();
    for one in all.filter(|name| not_simulated(name).is_none()).map(|name| recorded(&name)) {
        let slug = one.name.split_once("--").map_or("ping", |(_, slug)| slug).to_owned();
        match groups.last_mut().filter(|(last, _)| *last == slug) {
            Some((_, group)) => group.push(one),
            None => groups.push((slug, vec![one])),
        }
    }
    let mut scene = Scene::open(profile).await;
    let mut out = Vec::new();
    for (slug, group) in groups {
        scene.shop.hand.advance(std::time::Duration::from_secs(1));
        scene.act(&slug).await;
        let mut sent = scene.receiver.take();
        for one in group {
            let at = sent.iter().position(|(headers, _)| topic(headers) == one.topic);
            let wrong = match at.map(|at| sent.remove(at)) {
                None => vec![format!("{} was not sent; left are {:?}", one.topic, topics(&sent))],
                Some((headers, body)) => compare(&scene, corpus, profile, &one, (&headers, &body)),
            };
            out.push((one.name, wrong));
        }
        if let Some((_, wrong)) = out.last_mut().filter(|_| !sent.is_empty() && slug != "ping") {
            wrong.push(format!("sent besides: {:?}", topics(&sent)));
        }
    }
    out
}

fn topic(headers: &HeaderMap) -> &str {
    headers.get("x-wc-webhook-topic").map_or("ping", |value| value.to_str().unwrap())
}

fn topics(sent: &[(HeaderMap, Vec<u8>)]) -> Vec<&str> {
    sent.iter().map(|(headers, _)| topic(headers)).collect()
}

fn compare(
    scene: &Scene,
    corpus: &Corpus,
    profile: Profile,
    one: &Recorded,
    (headers, body): (&HeaderMap, &[u8]),
) -> Vec<String> {
    let mut wrong = Vec::new();
    let ours: BTreeMap<String, String> =
        headers.iter().map(|(k, v)| (k.as_str().to_owned(), v.to_str().unwrap().to_owned())).collect();
    let names = |headers: &BTreeMap<String, String>| -> Vec<String> {
        headers.keys().filter(|name| !TRANSPORT.contains(&name.as_str())).cloned().collect()
    };
    if names(&one.headers) != names(&ours) {
        wrong.push(format!("headers {:?} instead of {:?}", names(&ours), names(&one.headers)));
    }
    for name in ["user-agent", "content-type", "x-wc-webhook-topic", "x-wc-webhook-resource", "x-wc-webhook-event"] {
        if one.headers.get(name) != ours.get(name) {
            wrong.push(format!("{name} {:?} instead of {:?}", ours.get(name), one.headers.get(name)));
        }
    }
    if one.topic == "ping" {
        if !body.starts_with(b"webhook_id=") {
            wrong.push("the ping is not a form".to_owned());
        }
        return wrong;
    }
    let decoded = scene.secret.replace("&lt;", "<").replace("&amp;", "&");
    if ours["x-wc-webhook-signature"] != Receiver::signature(&decoded, body) {
        wrong.push("the signature is not that of the body".to_owned());
    }
    let id = &ours["x-wc-webhook-delivery-id"];
    if id.len() != 32 || !id.bytes().all(|b| b.is_ascii_hexdigit()) {
        wrong.push(format!("the delivery id is {id}"));
    }
    if ours["x-wc-webhook-source"] != format!("{}/", scene.shop.sim.http_url()) || !body.is_ascii() {
        wrong.push("the source or the escapes are not WooCommerce's".to_owned());
    }
    let body: Value = serde_json::from_slice(body).unwrap();
    wrong.extend(compare_bodies(corpus, profile, one, &body));
    wrong
}

fn compare_bodies(corpus: &Corpus, profile: Profile, one: &Recorded, body: &Value) -> Vec<String> {
    let (theirs, ours) = (shape::keys(&one.body).unwrap(), shape::keys(body).unwrap());
    if theirs != ours {
        return vec![shape::changed(&theirs, &ours)];
    }
    if one.body.get("id").is_none() {
        return if one.body == *body { Vec::new() } else { vec![format!("{body} instead of {}", one.body)] };
    }
    if ours == "id" {
        return Vec::new();
    }
    let kind = one.topic.split('.').next().unwrap();
    let mut wrong = corpus.strange(profile, kind, body, &[]);
    if one.body.get("status") != body.get("status") {
        wrong.push(format!("status {} instead of {}", body["status"], one.body["status"]));
    }
    wrong
}
