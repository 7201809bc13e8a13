//! Sends webhooks as measured: once, never again, the payload built at the moment of sending.

use std::time::Duration;

use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use reqwest::{Client, redirect::Policy};
use sha2::{Digest, Sha256};

use super::{Delivery, Job, QueueRun};
use crate::{fault::DeliveryFault, http::App, render, store::Store};

/// Makes the sender of deliveries (no redirects, 60 s) and of pings (redirects, 5 s).
pub(crate) fn senders() -> reqwest::Result<(Client, Client)> {
    let base = || Client::builder().no_proxy().http1_only().http1_title_case_headers();
    let sender = base().redirect(Policy::none()).timeout(Duration::from_secs(60)).build()?;
    let pinger = base().redirect(Policy::limited(5)).timeout(Duration::from_secs(5)).build()?;
    Ok((sender, pinger))
}

/// Sends what waits now; only what is due when `due_only`.
pub(crate) async fn run_queue(app: &App, due_only: bool) -> QueueRun {
    // One runner at a time: a slow receiver blocks the queue of the whole store.
    let _turn = app.queue_turn.lock().await;
    let mut run = QueueRun::default();
    let waiting = app.store().queue.len();
    for _ in 0..waiting {
        let now = app.now();
        let Some(job) = app.store().queue.pop(due_only.then_some(now)) else {
            break;
        };
        if let Some(delivery) = deliver(app, &job, now).await {
            run.deliveries.push(delivery);
        }
        app.store().queue.sent();
    }
    run
}

/// A delivery, ready to be sent.
struct Parcel {
    url: String,
    signature: String,
    delivery_id: String,
    body: Vec<u8>,
    topic: String,
    secret: String,
}

impl Parcel {
    /// Puts another body in and signs it.
    fn refill(&mut self, body: &[u8]) {
        self.signature = sign(&self.secret, body);
        self.body = body.to_vec();
    }
}

async fn deliver(app: &App, job: &Job, now: i64) -> Option<Delivery> {
    let mut parcel = pack(&app.store(), &app.http_home, job, now)?;
    let fault = app.faults.take_delivery(&parcel.topic);
    match &fault {
        Some(DeliveryFault::Lose) => return None,
        Some(DeliveryFault::BadSignature) => parcel.signature = sign("not the secret", &parcel.body),
        Some(DeliveryFault::OwnerGone) => parcel.refill(&render::owner_gone()),
        Some(DeliveryFault::NotJson) => parcel.refill(b"<br />Fatal error"),
        Some(DeliveryFault::Twice) => {
            let _first = post(app, job.hook, &parcel).await;
        }
        None => {}
    }
    let status = post(app, job.hook, &parcel).await;
    let again = settle(&mut app.store(), job.hook, status);
    if again {
        ping(app, job.hook).await;
    }
    Some(Delivery {
        webhook_id: job.hook,
        topic: parcel.topic,
        resource_id: job.id,
        delivery_id: parcel.delivery_id,
        status,
        body: parcel.body,
    })
}

async fn post(app: &App, hook: u64, parcel: &Parcel) -> Option<u16> {
    let (resource, event) = parcel.topic.split_once('.').unwrap_or((&parcel.topic, ""));
    let answer = app
        .sender
        .post(&parcel.url)
        .header("User-Agent", agent(app))
        .header("Content-Type", "application/json")
        .header("X-WC-Webhook-Source", format!("{}/", app.http_home))
        .header("X-WC-Webhook-Topic", &parcel.topic)
        .header("X-WC-Webhook-Resource", resource)
        .header("X-WC-Webhook-Event", event)
        .header("X-WC-Webhook-Signature", &parcel.signature)
        .header("X-WC-Webhook-ID", hook.to_string())
        .header("X-WC-Webhook-Delivery-ID", &parcel.delivery_id)
        .body(parcel.body.clone())
        .send()
        .await;
    answer.ok().map(|a| a.status().as_u16())
}

fn pack(store: &Store, home: &str, job: &Job, now: i64) -> Option<Parcel> {
    let hook = store.webhooks.get(&job.hook).filter(|h| h.status == "active")?;
    let body = render::payload(store, home, job.topic, job.id);
    Some(Parcel {
        url: hook.url.clone(),
        signature: sign(&hook.secret, &body),
        delivery_id: delivery_id(&store.name, job.hook, now),
        body,
        topic: hook.topic.clone(),
        secret: hook.secret.clone(),
    })
}

/// Counts a failure or forgets them; tells whether a ping is still owed.
fn settle(store: &mut Store, id: u64, status: Option<u16>) -> bool {
    let Some(hook) = store.webhooks.get_mut(&id) else {
        return false;
    };
    // 301 and 302 count as delivered though nobody followed them.
    if status.is_some_and(|s| (200..=302).contains(&s)) {
        hook.failures = 0;
    } else if hook.failures > 5 {
        hook.status = "disabled";
        return false;
    } else {
        hook.failures += 1;
    }
    hook.pending_ping
}

/// Pings a webhook's URL: a form, unsigned; done only by exactly 200.
pub(crate) async fn ping(app: &App, id: u64) {
    let Some(url) = app.store().webhooks.get(&id).map(|h| h.url.clone()) else {
        return;
    };
    let answer = app
        .pinger
        .post(url)
        .header("User-Agent", agent(app))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .body(format!("webhook_id={id}"))
        .send()
        .await;
    let done = answer.is_ok_and(|a| a.status().as_u16() == 200);
    if let Some(hook) = app.store().webhooks.get_mut(&id) {
        hook.pending_ping = !done;
    }
}

fn agent(app: &App) -> String {
    format!("WooCommerce/{} Hookshot (WordPress/6.9.1)", app.profile.version())
}

/// Signs a body as WooCommerce does, its strange decoding of the secret included.
fn sign(secret: &str, body: &[u8]) -> String {
    let secret = specialchars_decode(secret);
    match Hmac::<Sha256>::new_from_slice(secret.as_bytes()) {
        Ok(mut mac) => {
            mac.update(body);
            BASE64_STANDARD.encode(mac.finalize().into_bytes())
        }
        // HMAC takes keys of any length.
        Err(_) => String::new(),
    }
}

/// `wp_specialchars_decode(…, ENT_QUOTES)`.
fn specialchars_decode(secret: &str) -> String {
    const ENTITIES: [(&str, &str); 8] = [
        ("&#039;", "'"),
        ("&#x27;", "'"),
        ("&quot;", "\""),
        ("&#034;", "\""),
        ("&#x22;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    ENTITIES.iter().fold(secret.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// One id per webhook and second, as `wp_hash` gives it.
fn delivery_id(salt: &str, hook: u64, now: i64) -> String {
    let digest = Sha256::digest(format!("{salt}/{hook}/{now}"));
    hex::encode(digest.get(..16).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recorded_deliveries_verify() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/woo/recordings/webhooks");
        let mut checked = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let record: serde_json::Value = serde_json::from_str(&text).unwrap();
            let headers = record["headers"].as_array().unwrap();
            let signature = headers.iter().find(|h| h[0] == "X-WC-Webhook-Signature");
            let (Some(signature), Some(secret)) = (signature, record["secret"].as_str()) else {
                continue;
            };
            let body = BASE64_STANDARD.decode(record["body_base64"].as_str().unwrap()).unwrap();
            assert_eq!(sign(secret, &body), signature[1].as_str().unwrap());
            checked += 1;
        }
        assert!(checked > 50, "{checked}");
    }
}
