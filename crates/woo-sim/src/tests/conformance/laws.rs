//! Laws of WooCommerce. Each is put to the recorded answer and to the simulated one.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde_json::Value;

use super::recording::Exchange;

type Broken = Vec<String>;

/// Returns the laws an exchange breaks.
pub(super) fn broken(seen: &Exchange) -> Broken {
    let mut out = Broken::new();
    if seen.is_list() {
        out.extend(totals(seen));
        out.extend(order(seen));
        out.extend(filters(seen));
        out.extend(dates(seen));
    }
    out.extend(fields(seen));
    out
}

fn id_of(row: &Value) -> u64 {
    row["id"].as_u64().unwrap_or(0)
}

/// Totals are right and cut into pages; past the end HPOS forgets them.
fn totals(seen: &Exchange) -> Broken {
    let number = |name: &str, default: usize| seen.get(name).map_or(default, |text| text.parse().unwrap());
    let (per_page, page) = (number("per_page", 10), number("page", 1));
    let (total, pages) = (seen.count("x-wp-total").unwrap(), seen.count("x-wp-totalpages").unwrap());
    let from = number("offset", (page - 1) * per_page);
    let rows = seen.rows().len();
    let mut out = Broken::new();
    if seen.method == "HEAD" {
        return out;
    }
    let orders = matches!(seen.parts().first(), Some(&"orders" | &"refunds"));
    if rows == 0 && from > 0 && orders && seen.profile.hpos() {
        if (total, pages) != (0, 0) {
            out.push(format!("past the end: {total} in {pages} pages"));
        }
        return out;
    }
    if pages != total.div_ceil(per_page) {
        out.push(format!("{total} rows in {pages} pages of {per_page}"));
    }
    if rows != total.saturating_sub(from).min(per_page) {
        out.push(format!("{rows} rows from {from} of {total}"));
    }
    let ids: BTreeSet<u64> = seen.rows().into_iter().map(id_of).collect();
    if ids.len() != rows {
        out.push("an id comes twice".to_owned());
    }
    out
}

/// The rows stand in the order asked for, ties by id in the same direction.
fn order(seen: &Exchange) -> Broken {
    let kind = seen.kind();
    let orderby = seen.get("orderby").unwrap_or(if kind == "customer" { "name" } else { "date" });
    // Products are sorted by their local columns, which do not follow UTC where an hour comes twice.
    let field = match orderby {
        "modified" if kind == "product" => "date_modified",
        "modified" => "date_modified_gmt",
        "date" if kind == "product" => "date_created",
        "date" => "date_created_gmt",
        "id" => "id",
        "include" => return as_included(seen),
        _ => return Broken::new(),
    };
    let dated = matches!(kind.as_str(), "order" | "product" | "refund of an order" | "refunds");
    if !dated || seen.rows().iter().any(|row| row.get(field).is_none()) {
        return Broken::new();
    }
    let mut keys: Vec<(String, u64)> = seen.rows().into_iter().map(|r| (r[field].to_string(), id_of(r))).collect();
    if field == "id" {
        keys.iter_mut().for_each(|key| key.0.clear());
    }
    if kind == "product" && field == "date_created" && !seen.profile.hpos() {
        // Before 10 nothing broke the ties of a date.
        keys.iter_mut().for_each(|key| key.1 = 0);
    }
    if seen.get("order") != Some("asc") {
        keys.reverse();
    }
    if keys.is_sorted() { Broken::new() } else { vec![format!("not in the order of {orderby}")] }
}

fn listed(seen: &Exchange, name: &str) -> Option<Vec<String>> {
    if let Some(text) = seen.get(name) {
        return Some(text.split(',').map(|part| part.trim().to_owned()).collect());
    }
    let many: Vec<String> =
        seen.query.iter().filter(|(k, _)| k.starts_with(&format!("{name}["))).map(|(_, v)| v.clone()).collect();
    (!many.is_empty()).then_some(many)
}

fn as_included(seen: &Exchange) -> Broken {
    let asked = listed(seen, "include").unwrap_or_default();
    let shown: Vec<String> = seen.rows().into_iter().map(|row| id_of(row).to_string()).collect();
    if asked == shown { Broken::new() } else { vec![format!("{shown:?} instead of {asked:?}")] }
}

/// Every row has what the filters ask for.
fn filters(seen: &Exchange) -> Broken {
    let mut out = Broken::new();
    let mut all = |what: &str, holds: &dyn Fn(&Value) -> bool| {
        if !seen.rows().into_iter().all(holds) {
            out.push(format!("a row is not of that {what}"));
        }
    };
    let orders = seen.kind() == "order";
    let asked = listed(seen, "status").unwrap_or_else(|| vec!["any".to_owned()]);
    let any = asked.iter().any(|status| status == "any");
    if seen.rows().iter().all(|row| row.get("status").is_some()) && (orders || !any) {
        all("status", &|row| {
            let status = row["status"].as_str().unwrap();
            if any { status != "trash" } else { asked.iter().any(|s| s == status) }
        });
    }
    if let Some(ids) = listed(seen, "include") {
        all("id", &|row| ids.contains(&id_of(row).to_string()));
    }
    for (name, field) in [("customer", "customer_id"), ("stock_status", "stock_status"), ("email", "email")] {
        if let Some(wanted) = seen.get(name) {
            all(name, &|row| row[field].to_string().trim_matches('"') == wanted);
        }
    }
    if let Some(mail) = seen.get("search").filter(|term| term.contains('@')) {
        all("search", &|row| row["billing"]["email"] == mail);
    }
    if let Some(skus) = listed(seen, "sku") {
        // The SKU of a variation shows its parent.
        all("sku", &|row| row["type"] == "variable" || skus.iter().any(|sku| row["sku"] == sku.as_str()));
    }
    out
}

/// `after` and `before` are strict; a naive date is the site's, and with `dates_are_gmt` an offset is wrong by
/// the site's own. Customers know no such filter.
fn dates(seen: &Exchange) -> Broken {
    let mut out = Broken::new();
    if seen.kind() == "customer" {
        if seen.get("modified_after").is_some() && seen.rows().is_empty() {
            out.push("customers were filtered by date".to_owned());
        }
        return out;
    }
    for (name, field, after) in [
        ("after", "date_created_gmt", true),
        ("before", "date_created_gmt", false),
        ("modified_after", "date_modified_gmt", true),
        ("modified_before", "date_modified_gmt", false),
    ] {
        let Some(text) = seen.get(name) else { continue };
        let bound = bound(seen, text);
        for row in seen.rows() {
            let Some(at) = row[field].as_str() else { continue };
            let at: DateTime = at.parse().unwrap();
            if at == bound || (at > bound) != after {
                out.push(format!("{field} {at} is not strictly beyond {bound}"));
            }
        }
    }
    out
}

/// Returns the bound as it is compared with the GMT column, by the measured rules.
pub(super) fn bound(seen: &Exchange, text: &str) -> DateTime {
    let gmt = matches!(seen.get("dates_are_gmt"), Some("true" | "1"));
    let name = if seen.profile.hpos() { "Europe/Istanbul" } else { "America/New_York" };
    let zone = TimeZone::get(name).unwrap();
    match (text.parse::<Timestamp>().ok(), gmt) {
        (Some(instant), false) => TimeZone::UTC.to_datetime(instant),
        // The trap: written as the site's wall clock, then taken for UTC.
        (Some(instant), true) => zone.to_datetime(instant).round(jiff::Unit::Second).unwrap(),
        (None, true) => text.parse::<DateTime>().unwrap().round(jiff::Unit::Second).unwrap(),
        (None, false) => {
            let instant = zone.to_zoned(text.parse().unwrap()).unwrap().timestamp();
            TimeZone::UTC.to_datetime(instant)
        }
    }
}

/// `_fields` cuts: a row of a list has these keys alone, a single object its links besides.
fn fields(seen: &Exchange) -> Broken {
    let Some(asked) = seen.get("_fields") else { return Broken::new() };
    let asked: BTreeSet<&str> = asked.split(',').collect();
    let single = !seen.body.is_array();
    let exact = |row: &&Value| {
        let has: BTreeSet<&str> = row.as_object().into_iter().flat_map(|f| f.keys().map(String::as_str)).collect();
        let links = if single { BTreeSet::from(["_links"]) } else { BTreeSet::new() };
        has == asked.union(&links).copied().collect()
    };
    let cut = seen.status >= 300 || seen.rows().iter().all(exact);
    if cut { Broken::new() } else { vec!["_fields does not cut".to_owned()] }
}

/// Fields that were written the same on both sides read the same on both sides.
pub(super) fn written(recorded: &Exchange, ours: &Exchange) -> Broken {
    let mut out = Broken::new();
    let (Some(sent), true) = (recorded.sent.as_object(), recorded.body.is_object() && recorded.status < 300) else {
        return out;
    };
    let also = ["stock_quantity".to_owned(), "inventory_delta".to_owned()];
    for name in sent.keys().chain(&also) {
        let (theirs, mine) = (&recorded.body[name], &ours.body[name]);
        let same = match name.as_str() {
            "meta_data" => metadata(theirs) == metadata(mine),
            "delivery_url" | "line_items" | "shipping_lines" | "coupon_lines" => true,
            "update" | "create" => batch(theirs) == batch(mine),
            "billing" => sent[name].as_object().into_iter().flatten().all(|(k, _)| theirs[k] == mine[k]),
            _ => theirs == mine,
        };
        if !same {
            out.push(format!("{name} was written and reads {mine}, recorded {theirs}"));
        }
    }
    out
}

/// What became of each item of a batch.
fn batch(items: &Value) -> Vec<(&Value, &Value, &Value)> {
    let items = items.as_array().into_iter().flatten();
    items.map(|item| (&item["status"], &item["stock_quantity"], &item["manage_stock"])).collect()
}

/// The metadata whose values were written through the API: what a checkout or a seed left differs.
fn metadata(rows: &Value) -> Vec<(&str, &Value)> {
    let written = ["_tracking", "ext_", "k", "n", "crm", "channel"];
    let rows =
        rows.as_array().into_iter().flatten().map(|row| (row["key"].as_str().unwrap_or_default(), &row["value"]));
    let mut rows: Vec<_> =
        rows.filter(|(key, _)| written.iter().any(|w| key == w || (w.ends_with('_') && key.starts_with(w)))).collect();
    rows.sort_by_key(|(key, _)| *key);
    rows
}
