//! A customer as people see him: what he bought, and who he is in each store.

use std::collections::BTreeMap;

use fulexo_db::Tx;
use fulexo_queries::queries::customers as sql;
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::list::CustomerRow;
use crate::Error;
use crate::order_row::said;

/// A shopper, merged across the merchant's stores.
#[derive(Serialize, ToSchema)]
pub(super) struct Customer {
    #[serde(flatten)]
    pub facts: Facts,
    /// Orders, drafts and trash aside.
    pub orders: i64,
}

/// What is known of a customer.
#[derive(Serialize, ToSchema)]
#[schema(as = CustomerFacts)]
pub(super) struct Facts {
    pub id: Uuid,
    tenant_id: Uuid,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<String>,
    /// Ordered and neither cancelled, failed nor unpaid, without what was given back, by currency.
    spent: Vec<Spent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    first_order_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    last_order_at: Option<Timestamp>,
    identities: Vec<Identity>,
    #[serde(skip)]
    pub updated_at: Timestamp,
}

/// Money of one currency.
#[derive(Serialize, ToSchema)]
struct Spent {
    currency: String,
    #[schema(value_type = String)]
    total: Decimal,
}

/// Who a customer is in a store.
#[derive(Serialize, ToSchema)]
#[schema(as = CustomerIdentity)]
struct Identity {
    store_id: Uuid,
    /// His account; guests have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<String>,
    guest: bool,
}

impl From<CustomerRow> for Customer {
    fn from(row: CustomerRow) -> Self {
        let facts = Facts {
            id: row.id,
            tenant_id: row.tenant_id,
            name: row.name,
            email: row.email,
            phone: said(row.phone),
            city: said(row.city),
            country: said(row.country),
            spent: Vec::new(),
            first_order_at: None,
            last_order_at: None,
            identities: Vec::new(),
            updated_at: row.updated_at,
        };
        Self { facts, orders: 0 }
    }
}

impl Customer {
    fn add_orders(&mut self, row: sql::CustomerOrders) {
        let facts = &mut self.facts;
        self.orders += row.orders;
        facts.spent.push(Spent { currency: row.currency, total: row.spent });
        facts.first_order_at = [facts.first_order_at, row.first_at].into_iter().flatten().min();
        facts.last_order_at = facts.last_order_at.max(row.last_at);
    }

    fn add_identity(&mut self, row: &sql::IdentitiesOf) {
        let external_id = row.external_id.map(|id| id.to_string());
        self.facts.identities.push(Identity { store_id: row.store_id, guest: external_id.is_none(), external_id });
    }
}

/// Adds orders and identities to a page of customers, in two queries.
pub(super) async fn cards(tx: &Tx, rows: Vec<CustomerRow>) -> Result<Vec<Customer>, Error> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = rows.iter().map(|c| c.id).collect();
    let mut customers: Vec<Customer> = rows.into_iter().map(Customer::from).collect();
    let places: BTreeMap<Uuid, usize> = ids.iter().copied().zip(0..).collect();
    for row in sql::customer_orders().bind(tx, &ids).all().await? {
        let place = places.get(&row.customer_id);
        if let Some(customer) = place.and_then(|place| customers.get_mut(*place)) {
            customer.add_orders(row);
        }
    }
    for row in sql::identities_of().bind(tx, &ids).all().await? {
        if let Some(customer) = places.get(&row.customer_id).and_then(|place| customers.get_mut(*place)) {
            customer.add_identity(&row);
        }
    }
    Ok(customers)
}
