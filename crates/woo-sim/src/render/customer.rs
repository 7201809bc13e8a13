//! A customer.

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::{
    ALL, Fields, Links, View,
    parts::{AddressView, MetaList, Shape},
};
use crate::{model::Customer, time::gmt};

/// A customer as `/customers/<id>` shows it.
#[derive(Debug)]
pub(crate) struct CustomerView<'a> {
    view: View<'a>,
    customer: &'a Customer,
}

impl<'a> CustomerView<'a> {
    pub(crate) const fn new(view: View<'a>, customer: &'a Customer) -> Self {
        Self { view, customer }
    }
}

impl Serialize for CustomerView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (c, v) = (self.customer, self.view);
        let zone = &v.store.zone;
        let mut out = Fields::new(s.serialize_map(None)?, v.wanted);
        out.put("id", &c.id)?;
        out.put("date_created", &zone.local(c.created))?;
        out.put("date_created_gmt", &gmt(c.created))?;
        out.put("date_modified", &c.modified.map(|at| zone.local(at)))?;
        out.put("date_modified_gmt", &c.modified.map(gmt))?;
        out.put("email", &c.email)?;
        out.put("first_name", &c.first_name)?;
        out.put("last_name", &c.last_name)?;
        out.put("role", &c.role)?;
        out.put("username", &c.username)?;
        out.put("billing", &AddressView(&c.billing, Shape::CustomerBilling))?;
        out.put("shipping", &AddressView(&c.shipping, Shape::CustomerShipping))?;
        out.put("is_paying_customer", &c.paying)?;
        let hash = hex::encode(Sha256::digest(c.email.as_bytes()));
        let avatar = format!("https://secure.gravatar.com/avatar/{hash}?s=96&d=mm&r=g");
        out.put("avatar_url", &avatar)?;
        out.put("meta_data", &MetaList(&c.meta))?;
        v.links(&mut out, || {
            let this = v.url(&format!("customers/{}", c.id));
            Links::new(this, v.url("customers"), ALL)
        })?;
        out.end()
    }
}
