//! Filters, orderings, pages and their headers.

use super::Shop;
use crate::OrderHead;

#[tokio::test]
async fn pages_and_totals() {
    let shop = Shop::open(|_| {}).await;
    let all = shop.sim.counts().orders;
    let mut seen = Vec::new();
    let pages = all.div_ceil(50);
    for page in 1..=pages {
        let answer = shop.get(&format!("orders?orderby=id&order=asc&per_page=50&page={page}&_fields=id")).await;
        assert_eq!(answer.total(), (all.to_string(), pages.to_string()));
        assert_eq!(answer.body[0].as_object().unwrap().len(), 1);
        seen.extend(answer.ids());
    }
    let heads = shop.sim.order_heads();
    let listed: Vec<u64> = heads.iter().filter(|o| o.status != "trash").map(|o| o.id).collect();
    assert_eq!(seen, listed);
    let middle = shop.get("orders?per_page=100&page=2&_fields=id").await;
    assert!(middle.header("link").contains("page=1") && middle.header("link").contains("rel=\"next\""));
    let past = shop.get("orders?per_page=100&page=17").await;
    assert_eq!((past.status, past.total()), (200, ("0".to_owned(), "0".to_owned())));
    let end = "/wp-json/wc/v3/orders?per_page=100&page=0&status%5B0%5D=any>; rel=\"prev\"";
    assert!(past.header("link").ends_with(end), "{}", past.header("link"));
    let head = shop.send("HEAD", "orders?per_page=1", None).await;
    assert_eq!(head.total().0, all.to_string());
    assert_eq!(shop.get("orders/?per_page=1").await.status, 200);
}

fn expected(heads: &[OrderHead], keep: impl Fn(&OrderHead) -> bool) -> Vec<u64> {
    let mut kept: Vec<_> = heads.iter().filter(|o| o.status != "trash" && keep(o)).collect();
    kept.sort_by_key(|o| (o.modified, o.id));
    kept.iter().map(|o| o.id).take(100).collect()
}

#[tokio::test]
async fn dates_are_strict_and_a_z_is_wrong() {
    let shop = Shop::open(|_| {}).await;
    let heads = shop.sim.order_heads();
    let mut newest: Vec<_> = heads.iter().filter(|o| o.status != "trash").collect();
    newest.sort_by_key(|o| (o.modified, o.id));
    let at = newest[newest.len() - 40].modified;
    let naive = crate::time::gmt(at);
    let base = "orders?orderby=modified&order=asc&per_page=100&_fields=id&modified_after=";
    let right = shop.get(&format!("{base}{naive}&dates_are_gmt=true")).await.ids();
    assert_eq!(right, expected(&heads, |o| o.modified > at));
    let zed = shop.get(&format!("{base}{naive}Z&dates_are_gmt=true")).await.ids();
    assert_eq!(zed, expected(&heads, |o| o.modified > at + 3 * 3600));
    assert_eq!(shop.get(&format!("{base}{naive}Z")).await.ids(), right);
    let local = shop.get(&format!("{base}{naive}")).await.ids();
    assert_eq!(local, expected(&heads, |o| o.modified > at - 3 * 3600));
    let before = format!("orders?orderby=modified&order=asc&per_page=100&_fields=id&modified_before={naive}");
    let since = crate::time::gmt(at - 86_400);
    let both = shop.get(&format!("{before}&modified_after={since}&dates_are_gmt=true")).await;
    assert_eq!(both.ids(), expected(&heads, |o| o.modified < at && o.modified > at - 86_400));
}

#[tokio::test]
async fn ties_come_in_order_of_ids() {
    let shop = Shop::open(|c| c.orders = 1500).await;
    let heads = shop.sim.order_heads();
    let tie = heads.iter().find(|o| heads.iter().filter(|x| x.modified == o.modified).count() > 15);
    let second = tie.unwrap().modified;
    let window = format!(
        "orders?orderby=modified&per_page=100&_fields=id&dates_are_gmt=true&modified_after={}&modified_before={}",
        crate::time::gmt(second - 1),
        crate::time::gmt(second + 1)
    );
    let up = shop.get(&format!("{window}&order=asc")).await.ids();
    let mut down = shop.get(&window).await.ids();
    assert!(up.len() > 10 && up.is_sorted());
    down.reverse();
    assert_eq!(up, down);
}

#[tokio::test]
async fn statuses_and_the_trash() {
    let shop = Shop::open(|_| {}).await;
    let id = shop.sim.order_heads().iter().find(|o| o.status == "completed").unwrap().id;
    shop.sim.trash_order(id).unwrap();
    assert!(shop.get("orders?status=trash&per_page=100&_fields=id").await.ids().contains(&id));
    let listed = shop.get("orders?status=trash,completed&per_page=100&_fields=id,status").await;
    assert!(listed.body.as_array().unwrap().iter().any(|o| o["status"] == "trash"));
    assert_eq!(shop.get(&format!("orders?include={id}")).await.total().0, "0");
    let any = shop.get("orders?status=any,trash&per_page=1").await.total().0;
    assert_eq!(any, shop.sim.counts().orders.to_string());
    assert_eq!(shop.get(&format!("orders/{id}")).await.body["status"], "trash");
    shop.sim.untrash_order(id).unwrap();
    assert_eq!(shop.get(&format!("orders/{id}?_fields=id,status")).await.body["status"], "completed");
    shop.sim.delete_order_forever(id).unwrap();
    assert_eq!(shop.get(&format!("orders/{id}")).await.status, 404);
}

#[tokio::test]
async fn includes_offsets_customers_and_search() {
    let shop = Shop::open(|_| {}).await;
    let ids: Vec<u64> = shop.sim.order_heads().iter().filter(|o| o.status != "trash").map(|o| o.id).take(9).collect();
    let wanted = [ids[4], ids[8], ids[2]];
    let list = wanted.map(|id| id.to_string()).join(",");
    assert_eq!(shop.get(&format!("orders?include={list}&orderby=include&_fields=id")).await.ids(), wanted);
    let offset = shop.get("orders?orderby=id&order=asc&offset=3&per_page=2&_fields=id").await.ids();
    assert_eq!(offset, ids[3..5]);
    let order = shop.get("orders?per_page=100").await.body;
    let known = order.as_array().unwrap().iter().find(|o| o["customer_id"] != 0).unwrap();
    let customer = known["customer_id"].as_u64().unwrap();
    let his = shop.get(&format!("orders?customer={customer}&per_page=100&_fields=id,customer_id")).await;
    assert!(his.body.as_array().unwrap().iter().all(|o| o["customer_id"] == customer));
    let email = known["billing"]["email"].as_str().unwrap();
    let found = shop.get(&format!("orders?search={email}&per_page=100&_fields=id,billing.email")).await;
    assert!(!found.ids().is_empty());
    assert_eq!(found.body[0]["billing"].as_object().unwrap().len(), 1);
}

#[tokio::test]
async fn products_by_sku_and_date_and_customers_without_dates() {
    let shop = Shop::open(|_| {}).await;
    let variation = shop.get("variations?per_page=1").await.body[0].clone();
    let found = shop.get(&format!("products?sku={}", variation["sku"].as_str().unwrap())).await;
    assert_eq!(found.body[0]["id"], variation["parent_id"]);
    assert!(shop.get(&format!("products?include={}", variation["id"])).await.ids().is_empty());
    assert_eq!(shop.get("products?type=variation").await.status, 400);
    let future = "modified_after=2030-01-01T00:00:00&dates_are_gmt=true";
    assert_eq!(shop.get(&format!("products?{future}")).await.total().0, "0");
    assert_eq!(shop.get(&format!("variations?{future}")).await.total().0, "0");
    let customers = shop.get(&format!("customers?{future}&role=all")).await;
    assert_eq!(customers.total().0, shop.sim.counts().customers.to_string());
}

#[tokio::test]
async fn the_api_answers_under_three_roots() {
    let shop = Shop::open(|_| {}).await;
    for path in ["/wp-json/", "/index.php/wp-json/", "/?rest_route=/"] {
        let answer = super::read(shop.client.get(format!("{}{path}", shop.sim.http_url()))).await;
        assert_eq!(answer.body["timezone_string"], "Europe/Istanbul", "{path}");
        assert_eq!(answer.body["gmt_offset"], 3);
        assert_eq!(answer.body["home"], shop.sim.http_url());
    }
    let plain = Shop::open(|c| c.pretty_permalinks = false).await;
    let pretty = super::read(plain.client.get(format!("{}/wp-json/", plain.sim.http_url()))).await;
    assert_eq!(pretty.status, 404);
    let route = format!("{}/?rest_route=/wc/v3/orders/statuses", plain.sim.https_url());
    for (route, status) in [(format!("{route}&_via=wp-json/wc/"), 200), (route, 401)] {
        let asked = plain.client.get(&route).basic_auth(plain.sim.consumer_key(), Some(plain.sim.consumer_secret()));
        assert_eq!(super::read(asked).await.status, status, "{route}: keys are looked at where the API is named");
    }
}
