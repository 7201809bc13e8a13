//! Reading products and variations.

use super::{
    App,
    list::{Listing, Page},
    orders::{Dates, body, with_view},
    params::Checker,
    reply::{Outcome, Reply, invalid_id},
    request::Req,
};
use crate::{
    model::{Kind, Product},
    render::{ProductView, VariationView, View},
    store::Store,
};

/// Which list of products is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// `/products`: never variations.
    Products,
    /// `/products/<id>/variations`.
    VariationsOf(u64),
    /// `/variations`, since 10.3.
    Variations,
}

/// Answers a list of products or variations.
pub(crate) fn list(app: &App, req: &Req, which: Which) -> Outcome {
    with_view(app, req, false, |view| {
        let store = view.store;
        if let Which::VariationsOf(parent) = which
            && !store.products.contains_key(&parent)
        {
            return Err(invalid_id("product", 404));
        }
        let mut check = Checker::new(req);
        let page = Page::read(&mut check, req);
        let ids = select(&mut check, req, &view, which);
        check.finish()?;
        let shown = page.cut(&ids);
        let found = shown.iter().filter_map(|id| store.products.get(id));
        let reply = if which == Which::Products {
            body(req, &found.map(|p| ProductView::new(view, p)).collect::<Vec<_>>())
        } else {
            let flat = which == Which::Variations;
            body(req, &found.map(|p| VariationView::new(view, p, flat)).collect::<Vec<_>>())
        };
        let listing = Listing { req, home: view.home, extra: &[], statuses: None, dated: true, forgets: false };
        Ok(listing.finish(reply, page, ids.len(), shown.len()))
    })
}

const ORDERINGS: [&str; 11] =
    ["date", "id", "include", "title", "slug", "modified", "price", "popularity", "rating", "menu_order", "post__in"];

fn select(check: &mut Checker<'_>, req: &Req, view: &View<'_>, which: Which) -> Vec<u64> {
    let store = view.store;
    let statuses = ["any", "future", "trash", "draft", "pending", "private", "publish"];
    let status = check.one_of("status", &statuses);
    let kind = check.one_of("type", &["", "simple", "grouped", "external", "variable"]);
    let stock = check.one_of("stock_status", &["", "instock", "outofstock", "onbackorder"]);
    let orderby = check.one_of("orderby", &ORDERINGS);
    let ascending = check.one_of("order", &["desc", "asc"]) == "asc";
    let dates = Dates::read(check, req, store, true);
    let (include, exclude) = (check.ids("include"), check.ids("exclude"));
    let skus = req.list("sku").map(|skus| {
        let found = skus.iter().filter_map(|sku| store.product_by_sku(sku));
        // The SKU of a variation finds its parent.
        found.map(|p| if which == Which::Products && p.parent != 0 { p.parent } else { p.id }).collect::<Vec<_>>()
    });
    let search = req.get("search").map(str::to_lowercase);
    let belongs = |p: &Product| match which {
        Which::Products => p.kind != Kind::Variation,
        Which::VariationsOf(parent) => p.parent == parent,
        Which::Variations => p.kind == Kind::Variation,
    };
    let matches = |p: &&Product| {
        belongs(p)
            && (if status == "any" { p.status != "trash" } else { p.status == status })
            && (kind.is_empty() || p.kind.as_str() == kind)
            && (stock.is_empty() || crate::render::stock_status(store, p) == stock)
            && (include.is_empty() || include.contains(&p.id))
            && !exclude.contains(&p.id)
            && skus.as_ref().is_none_or(|ids| ids.contains(&p.id))
            && search.as_ref().is_none_or(|term| p.name.to_lowercase().contains(term))
            && dates.hold(store, p.created, p.modified)
    };
    let found: Vec<&Product> = store.products.values().filter(matches).collect();
    if orderby == "include" && !include.is_empty() {
        let listed = include.iter().filter(|id| found.iter().any(|p| p.id == **id));
        return listed.copied().collect();
    }
    sorted(store, &found, orderby, ascending)
}

fn sorted(store: &Store, found: &[&Product], orderby: &str, ascending: bool) -> Vec<u64> {
    // Before 10 nothing broke the ties of a date: rows of one second come as the database likes.
    let ties =
        |id: u64| if store.profile.hpos() || orderby != "date" { id } else { id.wrapping_mul(2_654_435_761) % 997 };
    // WordPress sorts by the local columns: not monotonic in UTC where an autumn hour comes twice.
    let key = |p: &Product| match orderby {
        "modified" => store.zone.wall(p.modified),
        "id" => 0,
        "price" => p.price().unwrap_or(0),
        "popularity" => p.sales,
        _ => store.zone.wall(p.created),
    };
    let mut keys: Vec<(i64, u64, u64)> = found.iter().map(|p| (key(p), ties(p.id), p.id)).collect();
    keys.sort_unstable();
    if !ascending {
        keys.reverse();
    }
    keys.into_iter().map(|(_, _, id)| id).collect()
}

/// Answers one product; a variation answers here too.
pub(crate) fn get(app: &App, req: &Req, id: u64) -> Outcome {
    with_view(app, req, true, |view| {
        let product = view.store.products.get(&id);
        let product = product.ok_or_else(|| invalid_id("product", 404))?;
        let reads = matches!(req.method.as_str(), "GET" | "HEAD");
        let shown = ProductView::new(view, product);
        Ok(Reply::ok(&if reads { shown } else { shown.edited() }))
    })
}

/// Answers one variation of a product.
pub(crate) fn variation(app: &App, req: &Req, parent: u64, id: u64) -> Outcome {
    with_view(app, req, true, |view| {
        let product = view.store.products.get(&id).filter(|p| p.parent == parent);
        let product = product.ok_or_else(|| invalid_id("product_variation", 404))?;
        Ok(Reply::ok(&VariationView::new(view, product, false)))
    })
}
