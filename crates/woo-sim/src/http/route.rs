//! From a request to its handler.

use super::{
    App, auth, customers, notes, orders, orders_write,
    products::{self, Which},
    products_write, refunds,
    reply::{Outcome, Reply},
    request::Req,
    site, webhooks,
};
use crate::config::Access;

/// The routes the index names.
pub(crate) const ROUTES: [(&str, &[&str]); 19] = [
    ("", &["GET"]),
    ("/orders", &["GET", "POST"]),
    ("/orders/(?P<id>[\\d]+)", &["GET", "POST", "PUT", "PATCH", "DELETE"]),
    ("/orders/batch", &["POST", "PUT", "PATCH"]),
    ("/orders/statuses", &["GET"]),
    ("/orders/(?P<order_id>[\\d]+)/refunds", &["GET", "POST"]),
    ("/orders/(?P<order_id>[\\d]+)/notes", &["GET", "POST"]),
    ("/refunds", &["GET"]),
    ("/products", &["GET", "POST"]),
    ("/products/(?P<id>[\\d]+)", &["GET", "POST", "PUT", "PATCH", "DELETE"]),
    ("/products/batch", &["POST", "PUT", "PATCH"]),
    ("/products/(?P<product_id>[\\d]+)/variations", &["GET", "POST"]),
    ("/variations", &["GET"]),
    ("/customers", &["GET", "POST"]),
    ("/customers/(?P<id>[\\d]+)", &["GET", "POST", "PUT", "PATCH", "DELETE"]),
    ("/webhooks", &["GET", "POST"]),
    ("/webhooks/(?P<id>[\\d]+)", &["GET", "POST", "PUT", "PATCH", "DELETE"]),
    ("/reports/orders/totals", &["GET"]),
    ("/system_status", &["GET"]),
];

/// Refuses a batch of more than a hundred.
pub(crate) fn batch_too_large() -> Reply {
    let text = "Unable to accept more than 100 items for this request.";
    Reply::error(413, "woocommerce_rest_request_entity_too_large", text)
}

/// What is done to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Get,
    Post,
    Edit,
    Delete,
}

/// Answers a request; the second value tells whether somebody is known.
pub(crate) fn dispatch(app: &App, req: &Req) -> (Reply, bool) {
    match auth::authenticate(app, req) {
        Err(turned) => (turned.reply, turned.known),
        Ok(access) => (routed(app, req, access).unwrap_or_else(|refused| refused), access.is_some()),
    }
}

fn routed(app: &App, req: &Req, access: Option<Access>) -> Outcome {
    let route = req.route.as_deref().unwrap_or("/").trim_matches('/');
    let parts: Vec<&str> = route.split('/').collect();
    let reads = matches!(req.method.as_str(), "GET" | "HEAD");
    match parts.as_slice() {
        [""] if reads => Ok(site::root(app, req).allow("GET")),
        ["wc", "v3"] if reads => Ok(site::index(app, req).allow("GET")),
        ["wc", "v3", rest @ ..] => {
            let methods = methods(app, rest).ok_or_else(Reply::no_route)?;
            let asked = if reads { "GET" } else { req.method.as_str() };
            if !methods.split(", ").any(|method| method == asked) {
                return Err(Reply::no_route());
            }
            if access.is_none() {
                let item = rest.last().is_some_and(|part| part.parse::<u64>().is_ok());
                return Err(auth::stranger(&req.method, !item));
            }
            let answer = handle(app, req, rest).unwrap_or_else(|refused| refused);
            Ok(answer.allow(methods))
        }
        _ => Err(Reply::no_route()),
    }
}

/// Returns what may be done on a path; none where there is no route.
fn methods(app: &App, rest: &[&str]) -> Option<&'static str> {
    let shape: Vec<&str> = rest.iter().map(|part| if part.parse::<u64>().is_ok() { "#" } else { part }).collect();
    Some(match shape.as_slice() {
        ["orders" | "products" | "customers" | "webhooks", "#"] | ["products", "#", "variations", "#"] => {
            "GET, POST, PUT, PATCH, DELETE"
        }
        ["orders" | "products" | "customers" | "webhooks"] | ["orders", "#", "refunds" | "notes"] => "GET, POST",
        ["orders", "#", "refunds" | "notes", "#"] => "GET, DELETE",
        ["orders" | "products", "batch"] | ["products", "#", "variations", "batch"] => "POST, PUT, PATCH",
        ["products", "#", "variations"] => "GET, POST",
        ["refunds" | "system_status"]
        | ["orders", "statuses"]
        | ["reports", "orders", "totals"]
        | ["data", "currencies", "current"] => "GET",
        ["settings", "general", "woocommerce_currency"] => "GET, POST, PUT, PATCH",
        ["variations"] if app.profile.hpos() => "GET",
        _ => return None,
    })
}

fn handle(app: &App, req: &Req, rest: &[&str]) -> Outcome {
    let verb = match req.method.as_str() {
        "POST" => Verb::Post,
        "PUT" | "PATCH" => Verb::Edit,
        "DELETE" => Verb::Delete,
        _ => Verb::Get,
    };
    match rest {
        ["orders", tail @ ..] => of_orders(app, req, verb, tail),
        ["products", tail @ ..] => of_products(app, req, verb, tail),
        ["variations"] => products::list(app, req, Which::Variations),
        ["refunds"] => refunds::list(app, req, None),
        ["customers", tail @ ..] => of_customers(app, req, verb, tail),
        ["webhooks", tail @ ..] => of_webhooks(app, req, verb, tail),
        ["reports", ..] => Ok(site::statuses(app, true)),
        ["data", ..] => Ok(site::currency(app, req)),
        ["settings", ..] if verb == Verb::Get => Ok(site::currency_setting(app, req)),
        ["system_status"] => Ok(site::system_status(app, req)),
        _ => Err(Reply::no_route()),
    }
}

fn number(part: &str) -> Result<u64, Reply> {
    part.parse().map_err(|_| Reply::no_route())
}

fn of_orders(app: &App, req: &Req, verb: Verb, tail: &[&str]) -> Outcome {
    match (tail, verb) {
        ([], Verb::Get) => orders::list(app, req),
        ([], _) => orders_write::create(app, req),
        (["statuses"], _) => Ok(site::statuses(app, false)),
        (["batch"], _) => orders_write::batch(app, req),
        ([id], Verb::Get) => orders::get(app, req, number(id)?),
        ([id], Verb::Delete) => orders_write::delete(app, req, number(id)?),
        ([id], _) => orders_write::update(app, req, number(id)?),
        ([id, "refunds"], Verb::Get) => refunds::list(app, req, Some(number(id)?)),
        ([id, "refunds"], _) => refunds::create(app, req, number(id)?),
        ([id, "refunds", refund], Verb::Get) => refunds::get(app, req, number(id)?, number(refund)?),
        ([id, "refunds", refund], _) => refunds::delete(app, req, number(id)?, number(refund)?),
        ([id, "notes"], Verb::Get) => notes::list(app, req, number(id)?),
        ([id, "notes"], _) => notes::create(app, req, number(id)?),
        ([id, "notes", note], Verb::Get) => notes::get(app, req, number(id)?, number(note)?),
        ([id, "notes", note], _) => notes::delete(app, req, number(id)?, number(note)?),
        _ => Err(Reply::no_route()),
    }
}

fn of_products(app: &App, req: &Req, verb: Verb, tail: &[&str]) -> Outcome {
    match (tail, verb) {
        ([], Verb::Get) => products::list(app, req, Which::Products),
        ([], _) => products_write::create(app, req),
        (["batch"], _) => products_write::batch(app, req, None),
        ([id], Verb::Get) => products::get(app, req, number(id)?),
        ([id], Verb::Delete) => products_write::delete(app, req, None, number(id)?),
        ([id], _) => products_write::update(app, req, None, number(id)?),
        ([id, "variations"], Verb::Get) => products::list(app, req, Which::VariationsOf(number(id)?)),
        ([id, "variations", "batch"], _) => products_write::batch(app, req, Some(number(id)?)),
        ([id, "variations", child], Verb::Get) => products::variation(app, req, number(id)?, number(child)?),
        ([id, "variations", child], Verb::Delete) => {
            products_write::delete(app, req, Some(number(id)?), number(child)?)
        }
        ([id, "variations", child], _) => products_write::update(app, req, Some(number(id)?), number(child)?),
        _ => Err(Reply::no_route()),
    }
}

fn of_customers(app: &App, req: &Req, verb: Verb, tail: &[&str]) -> Outcome {
    match (tail, verb) {
        ([], Verb::Get) => customers::list(app, req),
        ([], _) => customers::create(app, req),
        ([id], Verb::Get) => customers::get(app, req, number(id)?),
        ([id], Verb::Delete) => customers::delete(app, req, number(id)?),
        ([id], _) => customers::update(app, req, number(id)?),
        _ => Err(Reply::no_route()),
    }
}

fn of_webhooks(app: &App, req: &Req, verb: Verb, tail: &[&str]) -> Outcome {
    match (tail, verb) {
        ([], Verb::Get) => webhooks::list(app, req),
        ([], _) => webhooks::create(app, req),
        ([id], Verb::Get) => webhooks::get(app, req, number(id)?),
        ([id], Verb::Delete) => webhooks::delete(app, req, number(id)?),
        ([id], _) => webhooks::update(app, req, number(id)?),
        _ => Err(Reply::no_route()),
    }
}
