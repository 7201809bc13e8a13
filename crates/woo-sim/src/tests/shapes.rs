//! What the two stores have that no recording shows by itself; all that recordings show is in `conformance`.

use super::Shop;
use crate::Profile;

#[tokio::test]
async fn the_newer_store_has_what_the_older_lacks() {
    let shop = Shop::open(|_| {}).await;
    let flat = shop.get("variations?per_page=100").await.body;
    assert!(flat.as_array().unwrap().iter().any(|v| v["manage_stock"] == "parent"));
    assert_eq!(shop.get("system_status").await.body["settings"]["HPOS_enabled"], true);
}

#[tokio::test]
async fn the_older_store_lacks_what_it_lacks() {
    let shop = Shop::open(|c| c.profile = Profile::Posts9).await;
    assert_eq!(shop.get("variations").await.status, 404);
    let line = shop.get("orders?per_page=1&status=completed").await.body[0]["line_items"][0].clone();
    assert!(line.get("global_unique_id").is_none());
    let past = shop.get("orders?per_page=100&page=9").await;
    assert_eq!(past.total().1, past.total().0.parse::<u32>().unwrap().div_ceil(100).to_string());
    assert_eq!(shop.get("system_status").await.body["settings"]["HPOS_enabled"], false);
}
