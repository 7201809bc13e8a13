//! The requests a sync engine makes, by name.

use serde::Serialize;

use super::{Answer, Client, Page};
use crate::{Error, ListQuery};

/// A webhook to be registered.
#[derive(Clone, Serialize)]
pub struct NewWebhook {
    /// Shown in the store's administration.
    pub name: String,
    /// Such as `order.updated`.
    pub topic: String,
    /// Where deliveries go; ports 80, 443 and 8080 only.
    pub delivery_url: String,
    /// Letters and digits only: WooCommerce decodes HTML entities in it before it signs.
    pub secret: String,
    /// `active`, `paused` or `disabled`.
    pub status: String,
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident => $route:literal;)*) => {
        impl Client {
            $($(#[$doc])*
            ///
            /// # Errors
            /// As [`Client::list`].
            pub async fn $name(&self, query: &ListQuery) -> Result<Page, Error> {
                self.list($route, query).await
            })*
        }
    };
}

lists! {
    /// Lists orders; without a status all but the trash, checkout drafts included.
    orders => "wc/v3/orders";
    /// Lists refunds of all orders (WooCommerce 9.0 and later).
    refunds => "wc/v3/refunds";
    /// Lists products without variations.
    products => "wc/v3/products";
    /// Lists variations of all products (WooCommerce 10.3 and later).
    variations_flat => "wc/v3/variations";
    /// Lists users; `modified_after` has no effect.
    customers => "wc/v3/customers";
    /// Lists webhooks.
    webhooks => "wc/v3/webhooks";
}

impl Client {
    /// Reads one order.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it was deleted for good; a trashed one answers.
    pub async fn order(&self, id: i64) -> Result<Answer, Error> {
        self.one(&format!("wc/v3/orders/{id}")).await
    }

    /// Reads one product, or one variation by its own id.
    ///
    /// # Errors
    /// As [`Client::order`].
    pub async fn product(&self, id: i64) -> Result<Answer, Error> {
        self.one(&format!("wc/v3/products/{id}")).await
    }

    /// Reads one customer.
    ///
    /// # Errors
    /// As [`Client::order`].
    pub async fn customer(&self, id: i64) -> Result<Answer, Error> {
        self.one(&format!("wc/v3/customers/{id}")).await
    }

    /// Lists one product's variations.
    ///
    /// # Errors
    /// As [`Client::list`].
    pub async fn product_variations(&self, product: i64, query: &ListQuery) -> Result<Page, Error> {
        self.list(&format!("wc/v3/products/{product}/variations"), query).await
    }

    /// Reads one webhook.
    ///
    /// # Errors
    /// As [`Client::order`].
    pub async fn webhook(&self, id: i64) -> Result<Answer, Error> {
        self.one(&format!("wc/v3/webhooks/{id}")).await
    }

    /// Registers a webhook; the store sends its ping before it answers.
    ///
    /// # Errors
    /// As [`Client::post`].
    pub async fn create_webhook(&self, webhook: &NewWebhook) -> Result<Answer, Error> {
        self.post("wc/v3/webhooks", webhook).await?.object()
    }

    /// Changes a webhook; re-activating keeps its failure count, so delete and create instead.
    ///
    /// # Errors
    /// As [`Client::put`].
    pub async fn update_webhook(&self, id: i64, changes: &(impl Serialize + Sync)) -> Result<Answer, Error> {
        self.put(&format!("wc/v3/webhooks/{id}"), changes).await?.object()
    }

    /// Deletes a webhook for good (webhooks know no trash).
    ///
    /// # Errors
    /// As [`Client::delete`].
    pub async fn delete_webhook(&self, id: i64) -> Result<Answer, Error> {
        self.delete(&format!("wc/v3/webhooks/{id}"), true).await
    }

    async fn one(&self, route: &str) -> Result<Answer, Error> {
        self.get(route, &[]).await?.object()
    }
}
