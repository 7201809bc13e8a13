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
    store::{Head, SortBy, Store},
    time::{Bound, Zone},
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

    /// Returns the earliest and the latest instant of a date that can lie within its bounds.
    fn span(&self, by: SortBy) -> (Option<i64>, Option<i64>) {
        let bounds = match by {
            SortBy::Id => return (None, None),
            SortBy::Created => &self.created,
            SortBy::Modified => &self.modified,
        };
        let side = |after| bounds.iter().find(|(a, _)| *a == after).map(|(_, b)| Zone::loose(*b, after));
        (side(true), side(false))
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
    /// Tells whether an order belongs to the list; the order itself is looked at only when its head is not enough.
    fn matches(&self, head: &Head) -> bool {
        let listed = |status: &str| self.statuses.iter().any(|s| s == status);
        // `any` wins over what stands beside it: `any,trash` does not show the trash.
        let status = if listed("any") { head.status != "trash" } else { listed(head.status) };
        status
            && self.dates.hold(self.store, head.created, head.modified)
            && !self.exclude.contains(&head.id)
            && (self.heads_suffice() || self.store.orders.get(&head.id).is_some_and(|order| self.within(order)))
    }

    /// Tells whether this is a page of a walk through all orders, and after which modified second it goes on.
    fn walk(&self) -> Option<Option<i64>> {
        let all = self.statuses.iter().any(|status| status == "any");
        let whole = self.include.is_empty() && self.exclude.is_empty() && self.dates.created.is_empty();
        match self.dates.modified.as_slice() {
            _ if !all || !whole || !self.heads_suffice() => None,
            [] => Some(None),
            [(true, Bound::Gmt(after))] => Some(Some(*after)),
            _ => None,
        }
    }

    const fn heads_suffice(&self) -> bool {
        self.customer.is_none() && self.product.is_none() && self.search.is_none()
    }

    fn within(&self, order: &Order) -> bool {
        self.customer.is_none_or(|id| order.customer_id == id)
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
    let found = sorted(&query, orderby, ascending);
    let (shown, total) = match query.walk() {
        Some(after) => (page.take(found), store.orders.untrashed(after)),
        None => page.pick(found),
    };
    let fields = wanted(req);
    let home = app.home(req.tls);
    let view = View { store, home, wanted: &fields, single: false, dp: decimals(req) };
    let rows: Vec<_> = shown.iter().filter_map(|id| store.orders.get(id)).map(|o| OrderView::new(view, o)).collect();
    let listing = Listing {
        req,
        home,
        extra: &[("dp", "2"), ("context", "view")],
        statuses: Some(statuses),
        dated: true,
        forgets: app.profile.hpos(),
    };
    Ok(listing.finish(body(req, &rows), page, total, shown.len()))
}

/// Makes the body of a list; HEAD gets none, so it need not be built.
pub(crate) fn body<T: Serialize>(req: &Req, rows: &[T]) -> Reply {
    if req.is_head() { Reply { body: Vec::new(), ..Reply::ok(&()) } } else { Reply::ok(rows) }
}

/// Returns the ids of a list in its order; ids break ties in the same direction.
fn sorted<'q>(query: &'q Query<'_>, orderby: &str, ascending: bool) -> Box<dyn Iterator<Item = u64> + 'q> {
    let orders = &query.store.orders;
    let by = match orderby {
        "modified" => SortBy::Modified,
        "id" => SortBy::Id,
        _ => SortBy::Created,
    };
    if orderby == "include" && !query.include.is_empty() {
        let listed = query.include.iter().filter_map(|id| orders.head(*id));
        return Box::new(listed.filter(|head| query.matches(head)).map(|head| head.id));
    }
    let all = orders.sorted(by, query.dates.span(by));
    let included = |head: &&Head| query.include.is_empty() || query.include.contains(&head.id);
    let found = all.filter(move |head| included(head) && query.matches(head)).map(|head| head.id);
    if ascending { Box::new(found) } else { Box::new(found.rev()) }
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
