//! Refunds of orders.

use super::Store;
use crate::model::{Line, Refund, Text};

/// A refund somebody wants to make.
#[derive(Debug, Default)]
pub(crate) struct RefundRequest {
    pub(crate) amount: i64,
    pub(crate) reason: Text,
    /// Line id, pieces, money without tax, tax.
    pub(crate) lines: Vec<(u64, i64, i64, i64)>,
    pub(crate) restock: bool,
}

impl Store {
    /// Returns what is not refunded yet.
    pub(crate) fn refundable(&self, order: u64) -> i64 {
        let Some(order) = self.orders.get(&order) else {
            return 0;
        };
        let refunds = order.refunds.iter().filter_map(|id| self.refunds.get(id));
        order.total() - refunds.map(|r| r.amount).sum::<i64>()
    }

    /// Refunds money of an order; the sum of all makes it `refunded`.
    pub(crate) fn refund(&mut self, order: u64, ask: RefundRequest, now: i64) -> Result<u64, &'static str> {
        let left = self.refundable(order);
        if ask.amount <= 0 || ask.amount > left {
            return Err("Invalid refund amount.");
        }
        let id = self.insert_refund(order, &ask, now);
        if ask.restock {
            for line in self.refunds.get(&id).map(|r| r.lines.clone()).unwrap_or_default() {
                self.restock_line(line.product_id, line.variation_id, -line.quantity, now);
            }
        }
        if ask.amount == left {
            self.set_status(order, "refunded", now);
        } else {
            self.save_order(order, true, now);
        }
        Ok(id)
    }

    /// Writes a refund without what follows from it.
    pub(crate) fn insert_refund(&mut self, order_id: u64, ask: &RefundRequest, now: i64) -> u64 {
        let id = self.new_id();
        let lines = self.refund_lines(order_id, ask);
        let meta_id = self.new_meta_id();
        let tax_line = self.new_item_id();
        let full = ask.amount == self.refundable(order_id);
        let added = self.orders.change(order_id, |order| {
            order.refunds.insert(0, id);
            order.tax
        });
        let Some(tax) = added else {
            return id;
        };
        let refund = Refund {
            id,
            order_id,
            created: now,
            amount: ask.amount,
            reason: ask.reason.clone(),
            meta_id,
            full,
            tax: tax.filter(|_| lines.iter().any(|l| l.total_tax != 0)),
            lines,
            tax_line,
        };
        self.refunds.insert(id, refund);
        id
    }

    fn refund_lines(&mut self, order: u64, ask: &RefundRequest) -> Vec<Line> {
        let Some(order) = self.orders.get(&order) else {
            return Vec::new();
        };
        let found: Vec<_> = ask
            .lines
            .iter()
            .filter_map(|wanted| Some((order.lines.iter().find(|l| l.id == wanted.0)?.clone(), *wanted)))
            .collect();
        let negative = |(line, (_, pieces, money, tax)): (Line, (u64, i64, i64, i64)), id| Line {
            id,
            quantity: -pieces,
            subtotal: -money,
            total: -money,
            subtotal_tax: -tax,
            total_tax: -tax,
            reduced: 0,
            refunded_item: line.id,
            ..line
        };
        found.into_iter().map(|pair| negative(pair, self.new_item_id())).collect()
    }

    /// Deletes a refund: nothing moves and nobody is told; the order stays `refunded`.
    pub(crate) fn delete_refund(&mut self, id: u64) -> Option<Refund> {
        let refund = self.refunds.remove(&id)?;
        self.orders.change(refund.order_id, |order| order.refunds.retain(|r| *r != id));
        Some(refund)
    }
}
