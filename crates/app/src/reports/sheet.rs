//! Rows as CSV (RFC 4180): UTF-8, amounts with a dot, moments in RFC 3339 of UTC, no cell that a spreadsheet takes for a
//! formula.

use std::borrow::Cow;

use fulexo_queries::queries::orders::LinesOfOrders;
use rust_decimal::Decimal;

use crate::Error;
use crate::order_row::OrderRow;

/// The web app exports a selection under the first twelve names.
pub(super) const ORDERS: [&str; 15] = [
    "number",
    "external_id",
    "store_id",
    "status",
    "store_status",
    "customer_name",
    "customer_email",
    "items",
    "currency",
    "total",
    "placed_at",
    "modified_at",
    "store",
    "refunded",
    "country",
];

pub(super) const LINES: [&str; 16] = [
    "order_number",
    "order_external_id",
    "store_id",
    "store",
    "placed_at",
    "status",
    "currency",
    "kind",
    "sku",
    "name",
    "external_product_id",
    "external_variation_id",
    "quantity",
    "subtotal",
    "total",
    "total_tax",
];

/// Some rows.
pub(super) struct Sheet {
    csv: csv::Writer<Vec<u8>>,
    pub rows: i64,
}

impl Sheet {
    pub(super) fn new() -> Self {
        let csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        Self { csv, rows: 0 }
    }

    /// Adds the names of the columns.
    pub(super) fn head(&mut self, names: &[&str]) -> Result<(), Error> {
        self.csv.write_record(names).map_err(broken)
    }

    /// Adds an order.
    pub(super) fn order(&mut self, order: &OrderRow, store: &str) -> Result<(), Error> {
        self.row([
            &order.number,
            &order.external_id,
            &order.store_id.to_string(),
            &order.status,
            &order.store_status,
            &order.customer_name,
            &order.customer_email,
            &order.items.to_string(),
            &order.currency,
            &order.total.to_string(),
            &order.placed_at.to_string(),
            &order.modified_at.to_string(),
            store,
            &decimal(order.refunded),
            order.country.as_deref().unwrap_or_default(),
        ])
    }

    /// Adds a line of an order.
    pub(super) fn line(&mut self, order: &OrderRow, store: &str, line: &LinesOfOrders) -> Result<(), Error> {
        self.row([
            &order.number,
            &order.external_id,
            &order.store_id.to_string(),
            store,
            &order.placed_at.to_string(),
            &order.status,
            &order.currency,
            &line.kind,
            &line.sku,
            &line.name,
            &external(line.external_product_id),
            &external(line.external_variation_id),
            &decimal(line.quantity),
            &decimal(line.subtotal),
            &line.total.to_string(),
            &line.total_tax.to_string(),
        ])
    }

    /// What was written.
    pub(super) fn into_bytes(self) -> Result<Vec<u8>, Error> {
        self.csv.into_inner().map_err(|error| Error::Internal(format!("a report cannot be written: {error}")))
    }

    fn row<const N: usize>(&mut self, cells: [&str; N]) -> Result<(), Error> {
        for cell in cells {
            self.csv.write_field(safe(cell).as_bytes()).map_err(broken)?;
        }
        self.csv.write_record(None::<&[u8]>).map_err(broken)?;
        self.rows += 1;
        Ok(())
    }
}

/// A cell that no spreadsheet takes for a formula.
pub(super) fn safe(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(text) {
        return Cow::Owned(format!("'{text}"));
    }
    Cow::Borrowed(text)
}

/// Digits, perhaps with a sign and a fraction.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    match text.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    }
}

fn decimal(value: Option<Decimal>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The store's id; it writes 0 for none.
fn external(id: i64) -> String {
    if id == 0 { String::new() } else { id.to_string() }
}

fn broken(error: csv::Error) -> Error {
    Error::Internal(format!("a row of a report cannot be written: {error}"))
}
