//! Copies of stores' records, written the way `sync` writes them.

use fulexo_kernel::TenantId;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{TestApp, must};
use crate::copy::Source;
use crate::{catalogue, orders};

impl TestApp {
    /// Writes a copy of a store's order: a plain one but for these fields. Returns our id of it.
    pub async fn order(&self, tenant: TenantId, store: Uuid, fields: Value) -> Uuid {
        let record = raw(&merged(plain_order(), fields));
        let reading = orders::apply::Reading { tenant, store, source: Source::Webhook };
        let tx = must("a transaction", self.app.db.tenant(tenant).await);
        let incoming = must("an order", orders::apply::Incoming::parse(&record, self.clock.now()));
        let id = incoming.order.id;
        must("writing an order", orders::apply::apply(&tx, &self.app, reading, vec![incoming]).await);
        must("writing an order", tx.commit().await);
        self.id_of("orders", &format!("store_id = '{store}' and external_id = {id}")).await
    }

    /// Writes a copy of a store's product: a plain one but for these fields. Returns the id of its listing.
    pub async fn product(&self, tenant: TenantId, store: Uuid, fields: Value) -> Uuid {
        let record = raw(&merged(plain_product(), fields));
        let reading = catalogue::apply::Reading { tenant, store, read_at: self.clock.now(), source: Source::Webhook };
        let tx = must("a transaction", self.app.db.tenant(tenant).await);
        let incoming = must("a product", catalogue::apply::Incoming::parse(&record));
        let (product, variation) = incoming.key;
        must("writing a product", catalogue::apply::apply(&tx, &self.app, reading, vec![incoming]).await);
        must("writing a product", tx.commit().await);
        let external = format!("external_product_id = {product} and external_variation_id = {variation}");
        self.id_of("listings", &format!("store_id = '{store}' and {external}")).await
    }

    async fn id_of(&self, table: &str, which: &str) -> Uuid {
        let rows = self.rows(&format!("select id from {table} where {which}")).await;
        let id = rows.first().and_then(|row| row.get("id")).and_then(Value::as_str).unwrap_or_default();
        must(table, id.parse())
    }
}

/// A record with other fields, or more.
pub fn merged(mut record: Value, fields: Value) -> Value {
    if let (Value::Object(record), Value::Object(fields)) = (&mut record, fields) {
        record.extend(fields);
    }
    record
}

fn raw(record: &Value) -> Box<RawValue> {
    must("a record", RawValue::from_string(record.to_string()))
}

fn plain_order() -> Value {
    let address = json!({
        "first_name": "Ayşe", "last_name": "Yıldız", "company": "", "address_1": "Moda Cad. 1", "address_2": "",
        "city": "Istanbul", "state": "TR34", "postcode": "34710", "country": "TR", "email": "ayse@example.test",
        "phone": "+90 555 000 00 00"
    });
    json!({
        "id": 1, "number": "1", "status": "processing", "currency": "EUR", "prices_include_tax": false,
        "date_created_gmt": "2026-03-02T09:00:00", "date_modified_gmt": "2026-03-02T09:10:00",
        "total": "23.80", "total_tax": "3.80", "cart_tax": "3.80", "shipping_total": "0.00", "shipping_tax": "0.00",
        "discount_total": "0.00", "discount_tax": "0.00", "customer_id": 0, "billing": address, "shipping": address,
        "payment_method_title": "Bank transfer", "created_via": "checkout", "customer_note": "",
        "line_items": [{
            "id": 11, "name": "Copper ibrik", "product_id": 71, "variation_id": 0, "quantity": 2, "sku": "IBRIK-1",
            "subtotal": "20.00", "total": "20.00", "total_tax": "3.80", "meta_data": []
        }],
        "shipping_lines": [], "fee_lines": [], "coupon_lines": [], "tax_lines": [], "refunds": [], "meta_data": []
    })
}

fn plain_product() -> Value {
    json!({
        "id": 71, "type": "simple", "status": "publish", "name": "Copper ibrik", "sku": "IBRIK-1", "price": "10.00",
        "regular_price": "10.00", "sale_price": "", "manage_stock": true, "stock_quantity": 5, "stock_status": "instock",
        "date_modified_gmt": "2026-03-01T08:00:00", "images": [{"id": 5, "src": "https://img.example.test/ibrik.jpg"}],
        "attributes": [], "variations": [], "meta_data": []
    })
}
