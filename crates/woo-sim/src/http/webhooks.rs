//! `/webhooks`: their secrets are never told, their failures neither.

use rand::{Rng, distr::Alphanumeric};
use serde_json::{Map, Value};

use super::{
    App,
    list::{Listing, Page},
    orders::{body, with_view},
    orders_write::text,
    params::{Checker, bad_field, parsed},
    reply::{Outcome, Reply, invalid_id},
    request::Req,
};
use crate::{
    model::Webhook,
    render::{WebhookView, hooks_of},
    seed,
    time::webhook_name,
};

/// Answers a list of webhooks.
pub(crate) fn list(app: &App, req: &Req) -> Outcome {
    with_view(app, req, false, |view| {
        let store = view.store;
        let mut check = Checker::new(req);
        let page = Page::read(&mut check, req);
        let status = check.one_of("status", &["all", "active", "paused", "disabled"]);
        check.finish()?;
        let found = store.webhooks.values().filter(|h| status == "all" || h.status == status);
        let ids: Vec<u64> = found.map(|h| h.id).collect();
        let shown = page.cut(&ids);
        let found = shown.iter().filter_map(|id| store.webhooks.get(id));
        let rows: Vec<_> = found.map(|h| WebhookView::new(view, h)).collect();
        let listing = Listing { req, home: view.home, extra: &[], statuses: None, dated: false, forgets: false };
        Ok(listing.finish(body(req, &rows), page, ids.len(), shown.len()))
    })
}

/// Answers one webhook.
pub(crate) fn get(app: &App, req: &Req, id: u64) -> Outcome {
    with_view(app, req, true, |view| {
        let hook = view.store.webhooks.get(&id);
        let hook = hook.ok_or_else(|| invalid_id("shop_webhook", 404))?;
        Ok(Reply::ok(&WebhookView::new(view, hook)))
    })
}

fn valid_topic(fields: &Map<String, Value>) -> Option<String> {
    text(fields, "topic").filter(|t| hooks_of(t).is_some()).map(|t| t.into_owned())
}

fn valid_url(fields: &Map<String, Value>) -> Option<String> {
    let url = text(fields, "delivery_url")?.into_owned();
    let web = url.starts_with("http://") || url.starts_with("https://");
    (web && url::Url::parse(&url).is_ok()).then_some(url)
}

fn bad_topic() -> Reply {
    let text = "Webhook topic is required and must be valid.";
    Reply::error(400, "woocommerce_rest_shop_webhook_invalid_topic", text)
}

fn bad_url() -> Reply {
    let text = "Webhook delivery URL must be a valid URL starting with http:// or https://.";
    Reply::error(400, "woocommerce_rest_shop_webhook_invalid_delivery_url", text)
}

fn status_in(fields: &Map<String, Value>) -> Result<Option<&'static str>, Reply> {
    let Some(status) = text(fields, "status") else {
        return Ok(None);
    };
    match status.as_ref() {
        "active" => Ok(Some("active")),
        "paused" => Ok(Some("paused")),
        "disabled" => Ok(Some("disabled")),
        _ => {
            let message = "status is not one of active, paused, and disabled.".to_owned();
            Err(bad_field("status", "rest_not_in_enum", message, Value::Null))
        }
    }
}

/// Answers a new webhook; its URL is pinged before the answer leaves, whatever comes of it.
pub(crate) fn create(app: &App, req: &Req) -> Outcome {
    parsed(req)?;
    let fields = req.fields();
    let checked = || {
        let status = status_in(&fields)?.unwrap_or("active");
        let topic = valid_topic(&fields).ok_or_else(bad_topic)?;
        Ok((status, topic, valid_url(&fields).ok_or_else(bad_url)?))
    };
    let (status, topic, url) = checked()?;
    let now = app.now();
    let id = {
        let mut store = app.store();
        let id = store.new_webhook_id();
        let name = text(&fields, "name").filter(|n| !n.is_empty());
        // Without a secret WordPress makes one that nobody can learn.
        let unknown = || seed::stream(id, 77, 0).sample_iter(Alphanumeric).take(50).map(char::from).collect();
        let secret = text(&fields, "secret").filter(|s| !s.is_empty());
        let hook = Webhook {
            id,
            name: name.map_or_else(|| webhook_name(now), |n| n.into_owned()),
            status,
            topic,
            url,
            secret: secret.map_or_else(unknown, |s| s.into_owned()),
            created: now,
            modified: None,
            failures: 0,
            pending_ping: true,
        };
        store.webhooks.insert(id, hook);
        id
    };
    let reply = get(app, req, id)?;
    // The ping saves the webhook; from then on it has a modified date.
    if let Some(hook) = app.store().webhooks.get_mut(&id) {
        hook.modified = Some(now);
    }
    let location = format!("{}/wp-json/wc/v3/webhooks/{id}", app.home(req.tls));
    let reply = Reply { status: 201, headers: Vec::new(), ..reply };
    Ok(Reply { ping: Some(id), ..reply.header("Location", location) })
}

/// Answers a change of a webhook; activating it again does not forget its failures.
pub(crate) fn update(app: &App, req: &Req, id: u64) -> Outcome {
    parsed(req)?;
    let fields = req.fields();
    let status = status_in(&fields)?;
    let pending = {
        let mut store = app.store();
        let Some(hook) = store.webhooks.get_mut(&id) else {
            return Err(invalid_id("shop_webhook", 400));
        };
        if fields.contains_key("topic") {
            hook.topic = valid_topic(&fields).ok_or_else(bad_topic)?;
        }
        if fields.contains_key("delivery_url") {
            hook.url = valid_url(&fields).ok_or_else(bad_url)?;
        }
        if let Some(secret) = text(&fields, "secret") {
            hook.secret = secret.into_owned();
        }
        if let Some(name) = text(&fields, "name") {
            hook.name = name.into_owned();
        }
        hook.status = status.unwrap_or(hook.status);
        hook.modified = Some(app.now());
        hook.pending_ping
    };
    let reply = get(app, req, id)?;
    Ok(Reply { ping: pending.then_some(id), ..reply })
}

/// Answers a deletion; webhooks know no trash.
pub(crate) fn delete(app: &App, req: &Req, id: u64) -> Outcome {
    let before = get(app, req, id)?;
    if !req.flag("force") {
        let text = "Webhooks do not support trashing.";
        return Err(Reply::error(501, "woocommerce_rest_trash_not_supported", text));
    }
    app.store().webhooks.remove(&id);
    Ok(before)
}
