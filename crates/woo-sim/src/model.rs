//! What the store keeps: compact records, shown as JSON only on demand.

use std::{borrow::Cow, sync::Arc};

use serde_json::Value;

use crate::tables::TaxRate;

pub(crate) type Text = Cow<'static, str>;

/// An address; orders of one shopper share it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Address {
    pub(crate) first_name: Text,
    pub(crate) last_name: Text,
    pub(crate) company: Text,
    pub(crate) address_1: Text,
    pub(crate) address_2: Text,
    pub(crate) city: Text,
    pub(crate) state: Text,
    pub(crate) postcode: Text,
    pub(crate) country: Text,
    pub(crate) email: Text,
    pub(crate) phone: Text,
}

impl Address {
    /// Returns the field of a name of the API.
    pub(crate) fn field_mut(&mut self, name: &str) -> Option<&mut Text> {
        Some(match name {
            "first_name" => &mut self.first_name,
            "last_name" => &mut self.last_name,
            "company" => &mut self.company,
            "address_1" => &mut self.address_1,
            "address_2" => &mut self.address_2,
            "city" => &mut self.city,
            "state" => &mut self.state,
            "postcode" => &mut self.postcode,
            "country" => &mut self.country,
            "email" => &mut self.email,
            "phone" => &mut self.phone,
            _ => return None,
        })
    }
}

/// A row of metadata.
#[derive(Clone, Debug)]
pub(crate) struct Meta {
    pub(crate) id: u64,
    pub(crate) key: Text,
    pub(crate) value: Value,
}

/// A product line of an order (or of a refund, negative).
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) id: u64,
    pub(crate) name: Arc<str>,
    pub(crate) product_id: u64,
    pub(crate) variation_id: u64,
    pub(crate) quantity: i64,
    pub(crate) subtotal: i64,
    pub(crate) total: i64,
    pub(crate) subtotal_tax: i64,
    pub(crate) total_tax: i64,
    /// `_reduced_stock`; 0 when the stock was not taken.
    pub(crate) reduced: i64,
    /// The line of the order that a refund line gives back; 0 on an order.
    pub(crate) refunded_item: u64,
}

/// A shipping or fee line.
#[derive(Clone, Debug)]
pub(crate) struct Charge {
    pub(crate) id: u64,
    pub(crate) name: Text,
    pub(crate) method_id: Text,
    pub(crate) total: i64,
    pub(crate) tax: i64,
}

/// A coupon line.
#[derive(Clone, Debug)]
pub(crate) struct CouponLine {
    pub(crate) id: u64,
    pub(crate) coupon: usize,
    pub(crate) discount: i64,
    pub(crate) tax: i64,
}

/// An order.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) id: u64,
    pub(crate) status: &'static str,
    /// The status before the trash.
    pub(crate) before_trash: &'static str,
    pub(crate) currency: Text,
    pub(crate) created: i64,
    pub(crate) modified: i64,
    pub(crate) completed: Option<i64>,
    pub(crate) paid: Option<i64>,
    pub(crate) customer_id: u64,
    pub(crate) billing: Arc<Address>,
    pub(crate) shipping: Arc<Address>,
    pub(crate) payment_method: Text,
    pub(crate) payment_title: Text,
    pub(crate) transaction_id: Text,
    pub(crate) ip: Text,
    pub(crate) agent: Text,
    pub(crate) created_via: Text,
    pub(crate) customer_note: Text,
    pub(crate) meta: Vec<Meta>,
    pub(crate) lines: Vec<Line>,
    pub(crate) tax: Option<&'static TaxRate>,
    pub(crate) tax_line: u64,
    pub(crate) shipping_lines: Vec<Charge>,
    pub(crate) fees: Vec<Charge>,
    pub(crate) coupons: Vec<CouponLine>,
    pub(crate) refunds: Vec<u64>,
}

impl Order {
    /// The tax of the goods and fees.
    pub(crate) fn cart_tax(&self) -> i64 {
        let lines: i64 = self.lines.iter().map(|l| l.total_tax).sum();
        lines + self.fees.iter().map(|f| f.tax).sum::<i64>()
    }

    /// What shipping costs, without tax.
    pub(crate) fn shipping_total(&self) -> i64 {
        self.shipping_lines.iter().map(|s| s.total).sum()
    }

    /// The tax of the shipping.
    pub(crate) fn shipping_tax(&self) -> i64 {
        self.shipping_lines.iter().map(|s| s.tax).sum()
    }

    /// What the shopper pays.
    pub(crate) fn total(&self) -> i64 {
        let lines: i64 = self.lines.iter().map(|l| l.total).sum();
        let fees: i64 = self.fees.iter().map(|f| f.total).sum();
        lines + fees + self.shipping_total() + self.cart_tax() + self.shipping_tax()
    }
}

/// A refund of an order.
#[derive(Clone, Debug)]
pub(crate) struct Refund {
    pub(crate) id: u64,
    pub(crate) order_id: u64,
    pub(crate) created: i64,
    pub(crate) amount: i64,
    pub(crate) reason: Text,
    pub(crate) meta_id: u64,
    pub(crate) full: bool,
    pub(crate) lines: Vec<Line>,
    pub(crate) tax: Option<&'static TaxRate>,
    pub(crate) tax_line: u64,
}

/// A note on an order.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub(crate) id: u64,
    pub(crate) at: i64,
    pub(crate) text: Text,
    pub(crate) to_customer: bool,
    pub(crate) by_user: bool,
}

/// What a product is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Simple,
    Variable,
    Variation,
    External,
}

impl Kind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::Variable => "variable",
            Self::Variation => "variation",
            Self::External => "external",
        }
    }
}

/// A product or a variation.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    pub(crate) id: u64,
    pub(crate) parent: u64,
    pub(crate) kind: Kind,
    pub(crate) status: Text,
    pub(crate) name: Arc<str>,
    pub(crate) number: u64,
    pub(crate) sku: Text,
    pub(crate) gtin: Text,
    pub(crate) regular: Option<i64>,
    pub(crate) sale: Option<i64>,
    pub(crate) manage: bool,
    pub(crate) stock: i64,
    /// The status of a product whose stock is not managed.
    pub(crate) stock_status: Text,
    pub(crate) backorders: Text,
    pub(crate) created: i64,
    pub(crate) modified: i64,
    pub(crate) sales: i64,
    pub(crate) weight: i64,
    pub(crate) categories: Vec<usize>,
    pub(crate) children: Vec<u64>,
    /// Colour and size of a variation.
    pub(crate) options: Option<(&'static str, &'static str)>,
    pub(crate) meta: Vec<Meta>,
}

impl Product {
    /// The price now: the sale price when there is one.
    pub(crate) fn price(&self) -> Option<i64> {
        self.sale.or(self.regular)
    }
}

/// A registered customer.
#[derive(Clone, Debug)]
pub(crate) struct Customer {
    pub(crate) id: u64,
    pub(crate) created: i64,
    pub(crate) modified: Option<i64>,
    pub(crate) email: Text,
    pub(crate) first_name: Text,
    pub(crate) last_name: Text,
    pub(crate) role: Text,
    pub(crate) username: Text,
    pub(crate) billing: Arc<Address>,
    pub(crate) shipping: Arc<Address>,
    pub(crate) paying: bool,
    pub(crate) meta: Vec<Meta>,
}

/// A webhook.
#[derive(Clone, Debug)]
pub(crate) struct Webhook {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) status: &'static str,
    pub(crate) topic: String,
    pub(crate) url: String,
    pub(crate) secret: String,
    pub(crate) created: i64,
    pub(crate) modified: Option<i64>,
    pub(crate) failures: u32,
    pub(crate) pending_ping: bool,
}
