//! The recorded deliveries of two real stores: each gets its right answer, and its right effect.

use base64::Engine as _;
use fulexo_woo_sim::Profile;
use serde_json::Value;

use super::{Shop, Way};

fn recordings() -> Vec<(String, Value)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/woo/recordings");
    let mut out = Vec::new();
    for folder in ["webhooks", "store2-9.9.5-legacy/webhooks"] {
        let mut files: Vec<_> =
            std::fs::read_dir(format!("{root}/{folder}")).unwrap().map(|f| f.unwrap().path()).collect();
        files.sort();
        for file in files {
            let name = format!("{folder}/{}", file.file_name().unwrap().to_str().unwrap());
            out.push((name, serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()));
        }
    }
    out
}

#[tokio::test]
async fn every_recorded_delivery_has_its_answer_and_effect() {
    let recordings = recordings();
    assert_eq!(recordings.len(), 71);
    let mut table = String::new();
    let mut shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.import().await;
    // the recordings are of November 2026
    shop.app.advance(std::time::Duration::from_secs(280 * 24 * 3600));
    for (name, recording) in recordings {
        let secret = recording["secret"].as_str().unwrap_or("whsec").to_owned();
        shop = shop.with_secret(&secret).await;
        let mut request = axum::http::Request::post(format!("/api/v1/woo/webhooks/{}", shop.store));
        for header in recording["headers"].as_array().unwrap() {
            let (key, value) = (header[0].as_str().unwrap(), header[1].as_str().unwrap());
            if !["Host", "Connection", "Content-Length", "Accept-Encoding"].contains(&key) {
                request = request.header(key, value);
            }
        }
        let body =
            base64::engine::general_purpose::STANDARD.decode(recording["body_base64"].as_str().unwrap()).unwrap();
        let before = shop.events().await.len();
        let answer = shop.app.send(request.body(body.into()).unwrap()).await;
        shop.app.drain(shop.tenant).await;
        let events = shop.events().await;
        let event = events.get(before).cloned().unwrap_or_default();
        table.push_str(&format!(
            "{name}: {} {} {}\n",
            answer.status,
            event["state"].as_str().unwrap_or("not kept"),
            event["reason"].as_str().unwrap_or("")
        ));
    }
    insta::assert_snapshot!(table);
    let bodies = shop.rows("select number, status, store_status, total::text as total, deleted_at is not null as deleted from orders where store_id = $store and external_id in (1571, 1614, 1625, 1657, 2401, 2402, 2403, 1842, 1844, 1846) order by external_id").await;
    insta::assert_json_snapshot!(bodies);
}
