//! A webhook; its secret and its failures are never shown.

use serde::{Serialize, Serializer};

use super::{ALL, Fields, Links, View};
use crate::{model::Webhook, time::gmt};

/// A webhook as `/webhooks/<id>` shows it.
#[derive(Debug)]
pub(crate) struct WebhookView<'a> {
    view: View<'a>,
    hook: &'a Webhook,
}

impl<'a> WebhookView<'a> {
    pub(crate) const fn new(view: View<'a>, hook: &'a Webhook) -> Self {
        Self { view, hook }
    }
}

impl Serialize for WebhookView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (h, v) = (self.hook, self.view);
        let zone = &v.store.zone;
        let (resource, event) = h.topic.split_once('.').unwrap_or((&h.topic, ""));
        let mut out = Fields::new(s.serialize_map(None)?, v.wanted);
        out.put("id", &h.id)?;
        out.put("name", &h.name)?;
        out.put("status", h.status)?;
        out.put("topic", &h.topic)?;
        out.put("resource", resource)?;
        out.put("event", event)?;
        out.put("hooks", &hooks_of(&h.topic).unwrap_or_default())?;
        out.put("delivery_url", &h.url)?;
        out.put("date_created", &zone.local(h.created))?;
        out.put("date_created_gmt", &gmt(h.created))?;
        out.put("date_modified", &h.modified.map(|at| zone.local(at)))?;
        out.put("date_modified_gmt", &h.modified.map(gmt))?;
        v.links(&mut out, || {
            let this = v.url(&format!("webhooks/{}", h.id));
            Links::new(this, v.url("webhooks"), ALL)
        })?;
        out.end()
    }
}

/// Returns the PHP hooks a topic listens to; none for an unknown topic.
pub(crate) fn hooks_of(topic: &str) -> Option<&'static [&'static str]> {
    Some(match topic {
        "order.created" => &["woocommerce_new_order"],
        "order.updated" => &["woocommerce_update_order", "woocommerce_order_refunded"],
        "order.deleted" => &["wp_trash_post", "woocommerce_trash_order"],
        "order.restored" => &["untrashed_post", "woocommerce_untrash_order"],
        "product.created" => &["woocommerce_process_product_meta", "woocommerce_new_product"],
        "product.updated" => &["woocommerce_process_product_meta", "woocommerce_update_product"],
        "coupon.created" => &["woocommerce_process_shop_coupon_meta", "woocommerce_new_coupon"],
        "coupon.updated" => &["woocommerce_process_shop_coupon_meta", "woocommerce_update_coupon"],
        "product.deleted" | "coupon.deleted" => &["wp_trash_post"],
        "product.restored" | "coupon.restored" => &["untrashed_post"],
        "customer.created" => &["user_register", "woocommerce_created_customer", "woocommerce_new_customer"],
        "customer.updated" => &["profile_update", "woocommerce_update_customer"],
        "customer.deleted" => &["delete_user"],
        _ => return None,
    })
}
