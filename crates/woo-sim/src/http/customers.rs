//! `/customers`: no date filter works here.

use std::{borrow::Cow, sync::Arc};

use serde_json::{Map, Value, json};

use super::{
    App,
    list::{Listing, Page},
    orders::{body, with_view},
    orders_write::{address, apply_meta, text},
    params::{Checker, Kind, parsed, typed},
    reply::{Outcome, Reply, invalid_id},
    request::Req,
};
use crate::{
    model::{Customer, Meta},
    render::CustomerView,
    store::Store,
};

const ROLES: [&str; 8] =
    ["customer", "all", "administrator", "editor", "author", "contributor", "subscriber", "shop_manager"];

/// Answers a list of customers; `modified_after` is ignored, as in WooCommerce.
pub(crate) fn list(app: &App, req: &Req) -> Outcome {
    with_view(app, req, false, |view| {
        let store = view.store;
        let mut check = Checker::new(req);
        let page = Page::read(&mut check, req);
        let orderings = ["id", "include", "name", "registered_date"];
        let asked = check.one_of("orderby", &orderings);
        let orderby = if req.get("orderby").is_none() { "name" } else { asked };
        let descending = check.one_of("order", &["asc", "desc"]) == "desc";
        let role = check.one_of("role", &ROLES);
        let (include, exclude) = (check.ids("include"), check.ids("exclude"));
        check.finish()?;
        let email = req.get("email").map(str::to_lowercase);
        let search = req.get("search").map(str::to_lowercase);
        let matches = |c: &&Customer| {
            (role == "all" || c.role == role)
                && email.as_ref().is_none_or(|email| c.email.to_lowercase() == *email)
                && search.as_ref().is_none_or(|term| c.email.contains(term) || c.username.contains(term))
                && (include.is_empty() || include.contains(&c.id))
                && !exclude.contains(&c.id)
        };
        let key = |c: &Customer| match orderby {
            "name" => format!("{} {}", c.first_name, c.last_name),
            "registered_date" => format!("{:020}", c.created),
            _ => format!("{:020}", c.id),
        };
        let mut keys: Vec<_> = store.customers.values().filter(matches).map(|c| (key(c), c.id)).collect();
        keys.sort();
        if descending {
            keys.reverse();
        }
        let ids: Vec<u64> = keys.into_iter().map(|(_, id)| id).collect();
        let shown = page.cut(&ids);
        let found = shown.iter().filter_map(|id| store.customers.get(id));
        let rows: Vec<_> = found.map(|c| CustomerView::new(view, c)).collect();
        let listing = Listing { req, home: view.home, extra: &[], statuses: None, dated: false, forgets: false };
        Ok(listing.finish(body(req, &rows), page, ids.len(), shown.len()))
    })
}

/// Answers one customer.
pub(crate) fn get(app: &App, req: &Req, id: u64) -> Outcome {
    with_view(app, req, true, |view| {
        let customer = view.store.customers.get(&id);
        let customer = customer.ok_or_else(|| invalid_id("customer", 404))?;
        Ok(Reply::ok(&CustomerView::new(view, customer)))
    })
}

/// Answers a new customer.
pub(crate) fn create(app: &App, req: &Req) -> Outcome {
    let fields = req.fields();
    let schema = [("email", Kind::Text), ("first_name", Kind::Text), ("last_name", Kind::Text)];
    parsed(req).and_then(|()| typed(&fields, &schema))?;
    let Some(email) = text(&fields, "email") else {
        let error = json!({
            "code": "rest_missing_callback_param", "message": "Missing parameter(s): email",
            "data": {"status": 400, "params": ["email"]},
        });
        return Err(Reply::json(400, &error));
    };
    let id = {
        let mut store = app.store();
        if store.customers.values().any(|c| c.email == email) {
            let message = format!(
                "An account is already registered with {email}. Please log in or use a different email address."
            );
            return Err(Reply::error(400, "registration-error-email-exists", &message));
        }
        let mut customer = blank(&mut store, &email, app.now());
        apply(&mut store, &mut customer, &fields);
        let id = customer.id;
        store.add_customer(customer, app.now());
        id
    };
    let reply = get(app, req, id)?;
    let location = format!("{}/wp-json/wc/v3/customers/{id}", app.home(req.tls));
    Ok(Reply { status: 201, headers: Vec::new(), ..reply }.header("Location", location))
}

fn blank(store: &mut Store, email: &str, now: i64) -> Customer {
    let username = email.split('@').next().unwrap_or(email).to_owned();
    let nag = Meta { id: store.new_meta_id(), key: Cow::Borrowed("default_password_nag"), value: json!("1") };
    Customer {
        id: store.new_user_id(),
        created: now,
        modified: Some(now),
        email: Cow::Owned(email.to_owned()),
        first_name: Cow::Borrowed(""),
        last_name: Cow::Borrowed(""),
        role: Cow::Borrowed("customer"),
        username: Cow::Owned(username),
        billing: Arc::default(),
        shipping: Arc::default(),
        paying: false,
        meta: vec![nag],
    }
}

fn apply(store: &mut Store, customer: &mut Customer, fields: &Map<String, Value>) {
    let slots = [
        ("email", &mut customer.email),
        ("first_name", &mut customer.first_name),
        ("last_name", &mut customer.last_name),
    ];
    for (name, slot) in slots {
        if let Some(new) = text(fields, name) {
            *slot = new;
        }
    }
    customer.billing = Arc::new(address(fields.get("billing"), &customer.billing));
    customer.shipping = Arc::new(address(fields.get("shipping"), &customer.shipping));
    apply_meta(store, &mut customer.meta, fields);
}

/// Answers a change of a customer.
pub(crate) fn update(app: &App, req: &Req, id: u64) -> Outcome {
    parsed(req)?;
    {
        let mut store = app.store();
        let Some(mut customer) = store.customers.remove(&id) else {
            return Err(invalid_id("customer", 400));
        };
        apply(&mut store, &mut customer, &req.fields());
        store.customers.insert(id, customer);
        store.save_customer(id, app.now());
    }
    get(app, req, id)
}

/// Answers a deletion; customers know no trash.
pub(crate) fn delete(app: &App, req: &Req, id: u64) -> Outcome {
    let before = get(app, req, id)?;
    if !req.flag("force") {
        let text = "Customers do not support trashing.";
        return Err(Reply::error(501, "woocommerce_rest_trash_not_supported", text));
    }
    app.store().delete_customer(id, app.now());
    Ok(before)
}
