//! The recorded experiments with receivers that fail.

use serde_json::{Value, json};

use super::recording;
use crate::tests::{Shop, webhooks::Receiver};

/// Replays the failing deliveries: how often each is sent, what is counted, and when the hook is disabled.
pub(super) async fn replay() -> Vec<String> {
    let recorded = recording::read("webhook-failure-experiments");
    let mut wrong = Vec::new();
    for status in [500, 410, 302, 202] {
        let shop = Shop::open(|_| {}).await;
        let receiver = Receiver::open().await;
        let steps = recorded[format!("http-{status}")].as_array().unwrap();
        // The ping follows a redirect; the receiver answers what it leads to.
        receiver.answer(&[if status == 302 { 200 } else { status }]);
        let hook = json!({"topic": "order.updated", "delivery_url": receiver.url, "secret": "s"});
        let hook = shop.send("POST", "webhooks", Some(&hook)).await.body["id"].as_u64().unwrap();
        receiver.take();
        for step in &steps[1..] {
            receiver.always(status);
            let seen = trigger(&shop, &receiver, hook).await;
            let expected = (
                step["deliveries_to_this_hook"].as_u64().unwrap(),
                step["db"]["status"].as_str().unwrap().to_owned(),
                step["db"]["failure_count"].as_str().unwrap().to_owned(),
            );
            if seen != expected {
                wrong.push(format!("{status}, trigger {}: {seen:?} instead of {expected:?}", step["trigger"]));
            }
        }
        if status == 500 {
            wrong.extend(reactivated(&shop, &receiver, hook, &recorded).await);
        }
    }
    wrong.extend(hung_up(&recorded).await);
    wrong
}

/// A receiver that is not there counts as one that fails.
async fn hung_up(recorded: &Value) -> Vec<String> {
    let shop = Shop::open(|_| {}).await;
    let hook = json!({"topic": "order.updated", "delivery_url": "http://127.0.0.1:9/x", "secret": "s"});
    let hook = shop.send("POST", "webhooks", Some(&hook)).await.body["id"].as_u64().unwrap();
    shop.sim.edit_order(shop.sim.order_heads()[0].id, &json!({})).unwrap();
    shop.sim.run_webhook_queue().await;
    let (status, failures) = shop.sim.webhook_state(hook).unwrap();
    let expected = &recorded["connection-closed"][1]["db"];
    let same = expected["status"] == json!(status) && expected["failure_count"] == json!(failures.to_string());
    if same { Vec::new() } else { vec![format!("hung up: {status}, {failures} instead of {expected}")] }
}

async fn trigger(shop: &Shop, receiver: &Receiver, hook: u64) -> (u64, String, String) {
    shop.hand.advance(std::time::Duration::from_secs(1));
    shop.sim.edit_order(shop.sim.order_heads()[0].id, &json!({})).unwrap();
    shop.sim.run_webhook_queue().await;
    let (status, failures) = shop.sim.webhook_state(hook).unwrap();
    (u64::try_from(receiver.take().len()).unwrap(), status, failures.to_string())
}

/// Activating a disabled hook forgets nothing: one failure more disables it, one success forgives all.
async fn reactivated(shop: &Shop, receiver: &Receiver, hook: u64, recorded: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    let steps = [
        ("reactivated_db", None),
        ("reactivated_after_1_failure", Some(500)),
        ("reactivated_after_1_success", Some(200)),
    ];
    for (name, answer) in steps {
        shop.send("PUT", &format!("webhooks/{hook}"), Some(&json!({"status": "active"}))).await;
        receiver.take();
        if let Some(answer) = answer {
            receiver.always(answer);
            trigger(shop, receiver, hook).await;
        }
        let (status, failures) = shop.sim.webhook_state(hook).unwrap();
        let expected = (&recorded[name]["status"], &recorded[name]["failure_count"]);
        if expected != (&json!(status), &json!(failures.to_string())) {
            wrong.push(format!("{name}: {status}, {failures} instead of {expected:?}"));
        }
    }
    wrong
}
