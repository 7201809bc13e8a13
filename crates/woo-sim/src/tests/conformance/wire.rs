//! Sends a recorded request to the simulator, signed anew, and compares the headers of the answers.

use std::collections::BTreeMap;

use base64::{Engine, prelude::BASE64_STANDARD};
use reqwest::Method;
use serde_json::Value;

use super::recording::{Exchange, Recording};
use crate::{
    http_testing::{base_string, sign},
    php::rawurlencode,
    tests::Shop,
    time::http_date,
};

/// Headers of the transport: nginx sends chunks, the simulator a length.
const TRANSPORT: [&str; 4] = ["transfer-encoding", "connection", "content-length", "date"];

/// Sends the request of `ask` in the way it was recorded.
pub(super) async fn send(shop: &Shop, recording: &Recording, mut ask: Exchange) -> Exchange {
    let home = if ask.tls { shop.sim.https_url() } else { shop.sim.http_url() }.to_owned();
    // The recorded path, with its slash at the end if it had one.
    let slash = if recording.name.contains("trailing-slash") { "/" } else { "" };
    let bare = format!("{home}/wp-json{}{slash}", ask.route);
    if recording.auth == "oauth" {
        resign(shop, recording, &mut ask, &bare);
    }
    let text: Vec<String> = ask.query.iter().map(|(k, v)| format!("{}={}", rawurlencode(k), rawurlencode(v))).collect();
    let url = if text.is_empty() { bare } else { format!("{bare}?{}", text.join("&")) };
    let mut request = shop.client.request(Method::from_bytes(ask.method.as_bytes()).unwrap(), url);
    for name in ["authorization", "content-type", "accept"] {
        if let Some(value) = recording.request_headers.get(name) {
            request = request.header(name, value);
        }
    }
    request = match &ask.sent {
        Value::Null => request,
        Value::String(text) => request.body(text.clone()),
        body => request.body(body.to_string()),
    };
    let answer = request.send().await.unwrap();
    ask.status = answer.status().as_u16();
    let headers = answer.headers().iter().map(|(k, v)| (k.as_str().to_owned(), v.to_str().unwrap().to_owned()));
    ask.headers = headers.collect();
    let bytes = answer.bytes().await.unwrap();
    // A HEAD has no body, and an empty recorded one is an empty text.
    ask.body = if bytes.is_empty() { Value::String(String::new()) } else { serde_json::from_slice(&bytes).unwrap() };
    ask
}

/// Signs for this store: its address, its clock, the recorded secret, nonce and distance in time.
fn resign(shop: &Shop, recording: &Recording, ask: &mut Exchange, url: &str) {
    let recorded_at = jiff::fmt::rfc2822::parse(&recording.seen.headers["date"]).unwrap().timestamp().as_second();
    let now = shop.hand.now().as_second();
    for (name, value) in &mut ask.query {
        if name == "oauth_timestamp" {
            *value = (now + value.parse::<i64>().unwrap() - recorded_at).to_string();
        }
    }
    let base = base_string(&ask.method, url, &ask.query);
    let method = ask.get("oauth_signature_method").unwrap().to_owned();
    let wrong = recording.name.contains("bad-signature");
    let secret = if wrong { "cs_wrong" } else { recording.secret.as_deref().unwrap() };
    let signature = sign(&method, secret, &base).unwrap();
    for (name, value) in &mut ask.query {
        if name == "oauth_signature" {
            value.clone_from(&signature);
        }
    }
}

/// Returns the REST keys the recordings were made with, as `Authorization` shows them.
pub(super) fn credentials(recording: &Recording) -> Option<(String, String)> {
    let header = recording.request_headers.get("authorization")?.strip_prefix("Basic ")?;
    let text = String::from_utf8(BASE64_STANDARD.decode(header).ok()?).ok()?;
    text.split_once(':').map(|(key, secret)| (key.to_owned(), secret.to_owned()))
}

/// Tells which headers differ; numbers, ids and the host are the store's own.
pub(super) fn differences(recorded: &Exchange, ours: &Exchange, now: i64) -> Vec<String> {
    let mut out = Vec::new();
    let known = |headers: &BTreeMap<String, String>| -> BTreeMap<String, String> {
        let kept = headers.iter().filter(|(name, _)| !TRANSPORT.contains(&name.as_str()));
        kept.map(|(name, value)| (name.clone(), normal(name, value))).collect()
    };
    let (theirs, mine) = (known(&recorded.headers), known(&ours.headers));
    for (name, value) in &theirs {
        match mine.get(name) {
            None => out.push(format!("the header {name} is missing")),
            Some(other) if other != value => out.push(format!("{name}: {other}, recorded {value}")),
            Some(_) => {}
        }
    }
    out.extend(mine.keys().filter(|name| !theirs.contains_key(*name)).map(|n| format!("a header {n} too many")));
    if ours.headers.get("date") != Some(&http_date(now)) {
        out.push("the Date is not the store's time".to_owned());
    }
    out
}

/// Takes out of a header what no two stores share.
fn normal(name: &str, value: &str) -> String {
    match name {
        // The laws compare these.
        "x-wp-total" | "x-wp-totalpages" => "#".to_owned(),
        "link" | "location" => {
            let mut out = String::new();
            let mut rest = value;
            while let Some(at) = rest.find("://127.0.0.1:") {
                out.push_str(&rest[..at + 12]);
                rest = rest[at + 13..].trim_start_matches(|c: char| c.is_ascii_digit());
            }
            out.push_str(rest);
            let signed = out.split('&').filter(|part| !part.starts_with("oauth_"));
            digits_out(&signed.collect::<Vec<_>>().join("&"))
        }
        _ => value.to_owned(),
    }
}

/// Replaces numbers, but for the length of a page and the decimals, which are the caller's.
fn digits_out(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !c.is_ascii_digit() {
            out.push(c);
            continue;
        }
        let mut number = c.to_string();
        while let Some(next) = chars.next_if(char::is_ascii_digit) {
            number.push(next);
        }
        let callers = ["per_page=", "dp=", "%"].iter().any(|front| out.ends_with(front));
        out.push_str(if callers { &number } else { "#" });
    }
    out
}
