//! `GET /orders` and `GET /orders/<id>`.

use std::collections::HashSet;

use serde::Serialize;

use super::{
    App,
    list::{Listing, Page, wanted},
    params::Checker,
    reply::{Outcome, Reply, invalid_id},
    request::Req,
};
use crate::{
    model::Order,
    render::{OrderView, View},
    store::Store,
    time::Bound,
};

const LIST_STATUSES: [&str; 11] = [
    "any",
    "trash",
    "auto-draft",
    "pending",
    "processing",
    "on-hold",
    "completed",
    "cancelled",
    "refunded",
    "failed",
    "checkout-draft",
];

/// The date bounds of a query: after or before, on created or modified.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    created: Vec<(bool, Bound)>,
    modified: Vec<(bool, Bound)>,
}

impl Dates {
    /// Reads the bounds; tables with a local column compare local values with it.
    pub(crate) fn read(check: &mut Checker<'_>, req: &Req, store: &Store, wall_column: bool) -> Self {
        let gmt = req.flag("dates_are_gmt");
        let mut bound = |name| {
            let text = check.date(name)?;
            store.zone.bound(&text, gmt, wall_column)
        };
        let both = |after: Option<Bound>, before: Option<Bound>| {
            after.map(|b| (true, b)).into_iter().chain(before.map(|b| (false, b))).collect()
        };
        let (after, before) = (bound("after"), bound("before"));
        let (modified_after, modified_before) = (bound("modified_after"), bound("modified_before"));
        Self { created: both(after, before), modified: both(modified_after, modified_before) }
    }

    /// Tells whether a record lies within all bounds; all of them are strict.
    pub(crate) fn hold(&self, store: &Store, created: i64, modified: i64) -> bool {
        let zone = &store.zone;
        self.created.iter().all(|(after, b)| zone.beyond(created, *b, *after))
            && self.modified.iter().all(|(after, b)| zone.beyond(modified, *b, *after))
    }
}

/// What a list of orders is asked for.
struct Query<'a> {
    store: &'a Store,
    statuses: Vec<String>,
    dates: Dates,
    include: Vec<u64>,
    exclude: HashSet<u64>,
    customer: Option<u64>,
    search: Option<String>,
    product: Option<u64>,
}

impl Query<'_> {
    fn matches(&self, order: &Order) -> bool {
        let listed = |status: &str| self.statuses.iter().any(|s| s == status);
        // `any` wins over what stands beside it: `any,trash` does not show the trash.
        let status = if listed("any") { order.status != "trash" } else { listed(order.status) };
        status
            && self.dates.hold(self.store, order.created, order.modified)
            && !self.exclude.contains(&order.id)
            && self.customer.is_none_or(|id| order.customer_id == id)
            && self.product.is_none_or(|id| order.lines.iter().any(|l| l.product_id == id || l.variation_id == id))
            && self.search.as_ref().is_none_or(|term| found(order, term))
    }
}

fn found(order: &Order, term: &str) -> bool {
    let a = &order.billing;
    let number = order.id.to_string() == term;
    let fields = [&a.email, &a.first_name, &a.last_name, &a.company, &a.address_1, &a.city, &a.phone];
    number
        || fields.iter().any(|text| text.to_lowercase().contains(term))
        || order.lines.iter().any(|line| line.name.to_lowercase().contains(term))
}

/// Answers a list of orders.
pub(crate) fn list(app: &App, req: &Req) -> Outcome {
    let store = &*app.store();
    let mut check = Checker::new(req);
    let page = Page::read(&mut check, req);
    let orderby = check.one_of("orderby", &["date", "id", "include", "title", "slug", "modified"]);
    let ascending = check.one_of("order", &["desc", "asc"]) == "asc";
    let statuses = check.each_of("status", &LIST_STATUSES).unwrap_or_else(|| vec!["any".to_owned()]);
    let query = Query {
        store,
        dates: Dates::read(&mut check, req, store, !app.profile.hpos()),
        include: check.ids("include"),
        exclude: check.ids("exclude").into_iter().collect(),
        customer: check.ids("customer").first().copied(),
        product: check.ids("product").first().copied(),
        search: req.get("search").filter(|s| !s.is_empty()).map(str::to_lowercase),
        statuses: statuses.clone(),
    };
    check.finish()?;
    let ids = sorted(&query, orderby, ascending);
    let shown = page.cut(&ids);
    let fields = wanted(req);
    let home = app.home(req.tls);
    let view = View { store, home, wanted: &fields, single: false, dp: decimals(req) };
    let rows: Vec<_> = shown.iter().filter_map(|id| store.orders.get(id)).map(|o| OrderView::new(view, o)).collect();
    let listing = Listing {
        req,
        home,
        extra: &[("dp", "2"), ("context", "view")],
        statuses: Some(statuses),
        forgets: app.profile.hpos(),
    };
    Ok(listing.finish(body(req, &rows), page, ids.len(), shown.len()))
}

/// Makes the body of a list; HEAD gets none, so it need not be built.
pub(crate) fn body<T: Serialize>(req: &Req, rows: &[T]) -> Reply {
    if req.is_head() { Reply { body: Vec::new(), ..Reply::ok(&()) } } else { Reply::ok(rows) }
}

fn sorted(query: &Query<'_>, orderby: &str, ascending: bool) -> Vec<u64> {
    let store = query.store;
    let found: Vec<&Order> = if query.include.is_empty() {
        store.orders.values().filter(|o| query.matches(o)).collect()
    } else {
        let mut listed: Vec<u64> = query.include.clone();
        listed.dedup();
        listed.iter().filter_map(|id| store.orders.get(id)).filter(|o| query.matches(o)).collect()
    };
    if orderby == "include" && !query.include.is_empty() {
        return found.iter().map(|o| o.id).collect();
    }
    let key = |o: &Order| match orderby {
        "modified" => o.modified,
        "id" => 0,
        _ => o.created,
    };
    let mut keys: Vec<(i64, u64)> = found.iter().map(|o| (key(o), o.id)).collect();
    // The id goes in the same direction: descending is the exact reverse of ascending.
    keys.sort_unstable();
    if !ascending {
        keys.reverse();
    }
    keys.into_iter().map(|(_, id)| id).collect()
}

/// Reads `dp`.
pub(crate) fn decimals(req: &Req) -> u8 {
    req.get("dp").and_then(|text| text.parse().ok()).filter(|dp| *dp <= 8).unwrap_or(2)
}

/// Answers one order; a trashed one is still there.
pub(crate) fn get(app: &App, req: &Req, id: u64) -> Outcome {
    let store = app.store();
    one(&store, app, req, id).ok_or_else(|| invalid_id("shop_order", 404))
}

/// Shows one order, when there is one.
pub(crate) fn one(store: &Store, app: &App, req: &Req, id: u64) -> Option<Reply> {
    let fields = wanted(req);
    let home = app.home(req.tls);
    let view = View { store, home, wanted: &fields, single: true, dp: decimals(req) };
    let order = store.orders.get(&id)?;
    Some(Reply::ok(&OrderView::new(view, order)))
}

/// Makes the view of a list or an object for this request.
pub(crate) fn with_view<T>(app: &App, req: &Req, single: bool, work: impl FnOnce(View<'_>) -> T) -> T {
    let store = app.store();
    let fields = wanted(req);
    let home = app.home(req.tls);
    work(View { store: &store, home, wanted: &fields, single, dp: decimals(req) })
}
