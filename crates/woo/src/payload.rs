//! What stores send, read with patience: numbers as texts, texts as numbers, lists as objects,
//! empty texts for "none". Only what a record cannot be used without is insisted on.
//!
//! Fields keep WooCommerce's names. Money is as the store wrote it and never goes through a float.

pub(crate) mod lenient;

mod customer;
mod error_body;
mod head;
mod meta;
mod order;
mod product;
mod refund;
#[cfg(test)]
mod tests;
mod webhook;

pub use customer::{Address, Customer};
pub use error_body::ErrorBody;
pub use head::{Head, PayloadError};
pub use meta::{Meta, MetaData};
pub use order::{CouponLine, FeeLine, LineItem, Order, RefundStub, ShippingLine, Tax, TaxLine};
pub use product::{Attribute, Dimensions, Image, ManageStock, Named, Product, Variation};
pub use refund::Refund;
pub use webhook::{Webhook, WebhookStatus};
