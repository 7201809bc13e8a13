//! Pieces that several objects share.

use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use crate::model::{Address, Meta};

/// The order in which an object writes its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    OrderBilling,
    OrderShipping,
    CustomerBilling,
    CustomerShipping,
}

/// An address.
#[derive(Debug)]
pub(crate) struct AddressView<'a>(pub(crate) &'a Address, pub(crate) Shape);

impl Serialize for AddressView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let Self(a, shape) = self;
        let mut map = s.serialize_map(None)?;
        map.serialize_entry("first_name", &a.first_name)?;
        map.serialize_entry("last_name", &a.last_name)?;
        map.serialize_entry("company", &a.company)?;
        map.serialize_entry("address_1", &a.address_1)?;
        map.serialize_entry("address_2", &a.address_2)?;
        map.serialize_entry("city", &a.city)?;
        let customer = matches!(shape, Shape::CustomerBilling | Shape::CustomerShipping);
        if !customer {
            map.serialize_entry("state", &a.state)?;
        }
        map.serialize_entry("postcode", &a.postcode)?;
        map.serialize_entry("country", &a.country)?;
        if customer {
            map.serialize_entry("state", &a.state)?;
        }
        if matches!(shape, Shape::OrderBilling | Shape::CustomerBilling) {
            map.serialize_entry("email", &a.email)?;
        }
        map.serialize_entry("phone", &a.phone)?;
        map.end()
    }
}

/// Metadata of an object, in the order of its keys as WordPress reads them back.
#[derive(Debug)]
pub(crate) struct MetaList<'a>(pub(crate) &'a [Meta]);

#[derive(Debug, Serialize)]
struct MetaRow<'a> {
    id: u64,
    key: &'a str,
    value: &'a Value,
}

impl Serialize for MetaList<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.0.iter().map(|m| MetaRow { id: m.id, key: &m.key, value: &m.value }))
    }
}

/// Metadata of a line.
#[derive(Debug, Serialize)]
pub(crate) struct LineMeta {
    pub(crate) id: u64,
    pub(crate) key: &'static str,
    pub(crate) value: String,
    pub(crate) display_key: &'static str,
    pub(crate) display_value: String,
}

impl LineMeta {
    /// Makes a row that is displayed as it is kept.
    pub(crate) fn plain(id: u64, key: &'static str, value: String) -> Self {
        Self { id, key, display_value: value.clone(), value, display_key: key }
    }
}

/// An empty list.
pub(crate) const NONE: [(); 0] = [];
