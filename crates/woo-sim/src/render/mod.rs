//! Records as the API shows them; the field sets are those of the recordings.

mod customer;
mod fields;
mod order;
mod parts;
mod product;
mod refund;
mod webhook;

use serde::{Serialize, ser::SerializeMap};
use serde_json::{Value, json};

pub(crate) use customer::CustomerView;
pub(crate) use fields::{Fields, Wanted};
pub(crate) use order::OrderView;
pub(crate) use product::{ProductView, VariationView};
pub(crate) use refund::{NoteView, RefundView};
pub(crate) use webhook::{WebhookView, hooks_of};

use crate::{php, store::Store};

/// What a view needs to know besides its record.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub(crate) store: &'a Store,
    /// The site's URL, without a slash at the end.
    pub(crate) home: &'a str,
    pub(crate) wanted: &'a Wanted,
    /// A single object keeps its `_links` even under `_fields`; an item of a list does not.
    pub(crate) single: bool,
    /// Decimals of amounts.
    pub(crate) dp: u8,
}

impl View<'_> {
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}/wp-json/wc/v3/{path}", self.home)
    }

    /// Writes `_links` when they belong there.
    pub(crate) fn links<S: SerializeMap>(
        &self,
        out: &mut Fields<'_, S>,
        links: impl FnOnce() -> Links,
    ) -> Result<(), S::Error> {
        if self.single || self.wanted.whole("_links") {
            return out.always("_links", &links());
        }
        Ok(())
    }
}

/// The `_links` of an object.
#[derive(Debug, Serialize)]
pub(crate) struct Links {
    #[serde(rename = "self")]
    this: [SelfLink; 1],
    collection: [Href; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    email_templates: Option<[Template; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<[Href; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    up: Option<[Href; 1]>,
}

#[derive(Debug, Serialize)]
struct SelfLink {
    href: String,
    #[serde(rename = "targetHints", skip_serializing_if = "Option::is_none")]
    hints: Option<Hints>,
}

#[derive(Debug, Serialize)]
struct Hints {
    allow: &'static [&'static str],
}

#[derive(Debug, Serialize)]
struct Href {
    href: String,
}

#[derive(Debug, Serialize)]
struct Template {
    embeddable: bool,
    href: String,
}

/// The methods of an ordinary object.
pub(crate) const ALL: &[&str] = &["GET", "POST", "PUT", "PATCH", "DELETE"];
/// The methods of a refund or a note.
pub(crate) const GET_DELETE: &[&str] = &["GET", "DELETE"];

impl Links {
    pub(crate) fn new(this: String, collection: String, allow: &'static [&'static str]) -> Self {
        let hints = (!allow.is_empty()).then_some(Hints { allow });
        Self {
            this: [SelfLink { href: this, hints }],
            collection: [Href { href: collection }],
            email_templates: None,
            customer: None,
            up: None,
        }
    }

    pub(crate) fn up(mut self, href: String) -> Self {
        self.up = Some([Href { href }]);
        self
    }

    pub(crate) fn customer(mut self, href: String) -> Self {
        self.customer = Some([Href { href }]);
        self
    }

    pub(crate) fn templates(mut self, href: String) -> Self {
        self.email_templates = Some([Template { embeddable: true, href }]);
        self
    }
}

/// Builds the body of a webhook, at the moment it is sent.
pub(crate) fn payload(store: &Store, home: &str, topic: &str, id: u64) -> Vec<u8> {
    let wanted = Wanted::default();
    let view = View { store, home, wanted: &wanted, single: true, dp: 2 };
    let (resource, event) = topic.split_once('.').unwrap_or((topic, ""));
    if event == "deleted" {
        return php::json(&json!({"id": id}));
    }
    let found = match resource {
        "order" => store.orders.get(&id).map(|o| php::json(&OrderView::new(view, o))),
        "product" => store.products.get(&id).map(|p| php::json(&ProductView::new(view, p))),
        "customer" => store.customers.get(&id).map(|c| php::json(&CustomerView::new(view, c))),
        _ => None,
    };
    found.unwrap_or_else(|| php::json(&gone(resource)))
}

/// Builds the body WooCommerce signs when the webhook's owner has no rights any more.
pub(crate) fn owner_gone() -> Vec<u8> {
    php::json(&json!({
        "code": "woocommerce_rest_cannot_view",
        "message": "Sorry, you cannot view this resource.",
        "data": {"status": 401},
    }))
}

fn gone(resource: &str) -> Value {
    let (code, message) = match resource {
        "order" => ("woocommerce_rest_shop_order_invalid_id", "Invalid ID."),
        "product" => ("woocommerce_rest_product_invalid_id", "Invalid ID."),
        _ => ("woocommerce_rest_invalid_id", "Invalid resource ID."),
    };
    json!({"code": code, "message": message, "data": {"status": 404}})
}

/// Returns the stock status a product shows.
pub(crate) fn stock_status(store: &Store, product: &crate::model::Product) -> String {
    product::Stock::of(store, product).status
}
