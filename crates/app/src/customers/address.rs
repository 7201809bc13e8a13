//! A postal address as the store has it.

use fulexo_woo::payload;
use serde::Serialize;
use utoipa::ToSchema;

use crate::order_row::said;

/// A postal address.
#[derive(Serialize, ToSchema, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    first_name: String,
    last_name: String,
    company: String,
    address_1: String,
    address_2: String,
    city: String,
    state: String,
    postcode: String,
    country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
}

impl From<payload::Address> for Address {
    fn from(a: payload::Address) -> Self {
        Self {
            first_name: a.first_name,
            last_name: a.last_name,
            company: a.company,
            address_1: a.address_1,
            address_2: a.address_2,
            city: a.city,
            state: a.state,
            postcode: a.postcode,
            country: a.country,
            email: said(a.email),
            phone: said(a.phone),
        }
    }
}

impl Address {
    /// Tells whether nobody filled it in.
    pub(crate) fn is_empty(&self) -> bool {
        [&self.first_name, &self.last_name, &self.company, &self.address_1, &self.city, &self.postcode]
            .iter()
            .all(|text| text.is_empty())
    }
}
