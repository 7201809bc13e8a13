//! Values for the parameters of every statement, as SQL: of a merchant of `crowd.sql`, so that something is found.

/// When the crowd's newest rows were made.
const NOW: &str = "timestamptz '2026-03-02 09:30:00Z'";
const LONG_AGO: &str = "timestamptz '2026-01-20Z'";
/// A page and the row beyond it.
const PAGE: &str = "51";

/// The id of the k-th thing of a merchant, as `pg_temp.id` makes it.
fn id(what: &str, n: u32, k: u32) -> String {
    format!("md5('{what}-{n}-{k}')::uuid")
}

/// The id of a thing made k minutes ago, as `pg_temp.at` makes it.
fn timed(what: &str, n: u32, k: u32) -> String {
    let digest = format!("md5('{what}{n}-{k}')");
    let moment = format!("lpad(to_hex((extract(epoch from {NOW} - interval '{k} min') * 1000)::bigint), 12, '0')");
    format!("({moment} || '7' || substr({digest}, 1, 3) || '8' || substr({digest}, 4, 15))::uuid")
}

/// The value of a parameter of a statement, asked for the n-th merchant. `null` is what a list without a filter gets.
pub(super) fn value(statement: &str, parameter: &str, n: u32) -> String {
    let list = |items: &str| format!("'{{{items}}}'");
    let ids = |what| format!("array[{}]", [1, 2, 3].map(|k| id(what, n, k)).join(", "));
    let only = |what| format!("array[{}]", id(what, n, 0));
    match (statement, parameter) {
        ("audit.delete_old_looks", "before") => "timestamptz '2026-02-22Z'".into(),
        ("sync.forget_runs" | "jobs.delete_old_news", "before") => LONG_AGO.into(),
        ("people.delete_expired_sessions", "now") => "timestamptz '2026-03-02 09:32:00Z'".into(),
        ("home.unmapped_words" | "orders.attention", "since") => "timestamptz '2026-02-20Z'".into(),
        ("home.orders_in_windows" | "home.revenue_in_windows", "starts") => {
            list("2026-02-28T00:00:00Z,2026-03-01T00:00:00Z")
        }
        ("home.orders_in_windows" | "home.revenue_in_windows", "ends") => {
            list("2026-03-01T00:00:00Z,2026-03-02T00:00:00Z")
        }
        ("stores.activity_since", "since") => "timestamptz '2026-02-28Z'".into(),
        ("catalogue.product_orders_since", "since") => LONG_AGO.into(),
        ("customers.latest_identity_raw" | "customers.latest_order_raw", _) => id("customer", n, 3),
        ("customers.customer_facts" | "customers.customer_orders" | "customers.identities_of", "ids")
        | ("customers.delete_customer_tokens", "ids") => ids("customer"),
        ("catalogue.delete_product_tokens" | "catalogue.update_products", "ids") => ids("product"),
        ("catalogue.listings_of", "product_ids") => ids("product"),
        ("catalogue.product_orders_since" | "catalogue.listing_raws", "product_id") => id("product", n, 3),
        ("catalogue.product_by_id", "id") => id("product", n, 3),
        ("customers.customer_by_id", "id") => id("customer", n, 3),
        ("orders.update_orders" | "orders.touch_orders", "ids") => ids("order"),
        ("orders.store_of_order", "id") => id("store", n, 0),
        ("orders.order_by_id", "id") => id("order", n, 3),
        ("people.delete_session" | "people.switch_session", "id") => id("session", n, 3),
        ("people.session_by_hash", "hash") => format!("sha256('c{n}-3')"),
        ("people.tenant_by_id", "id") => id("tenant", n, 0),
        ("people.update_profile" | "people.staff_by_id" | "people.set_all_tenants", "id") => id("user", 0, 3),
        ("people.tenant_by_slug", "slug") => format!("'m-{n}'"),
        ("jobs.news" | "jobs.news_since", "tx") => "'7900'".into(),
        ("jobs.claim" | "jobs.waiting_kinds" | "jobs.promote" | "jobs.lock_claims", "only") => "null".into(),
        ("jobs.claim" | "jobs.claim_lanes", "floor") => LONG_AGO.into(),
        ("jobs.claim" | "jobs.claim_lanes", "runs_floor") => "'00000000-0000-0000-0000-000000000000'".into(),
        ("jobs.claim" | "jobs.claim_lanes", "counted") => "true".into(),
        ("jobs.claim_lanes", "from") => "'00000000-0000-0000-0000-000000000000'".into(),
        ("jobs.waiting_kinds", "floors") => list("2026-01-20Z,2026-01-20Z,2026-01-20Z"),
        ("jobs.complete" | "jobs.put_back", "ids") => {
            format!("array[{}]", [41, 81].map(|k| timed("job", n, k)).join(", "))
        }
        ("jobs.complete" | "jobs.put_back" | "jobs.reap", "run_ids") => {
            format!("array[{}, {}]", id("run", n, 41), id("run", n, 81))
        }
        ("audit.audit_page_of", "tenant_ids") => only("tenant"),
        ("jobs.last_chores", "kinds") => list("maintain-partitions,cleanup-cache"),
        ("jobs.waiting_kinds", "kinds") => list("sync-orders,process-webhook-events,push-tracking"),
        ("jobs.expedite" | "jobs.claim" | "jobs.claim_lanes", "kind") => "'sync-orders'".into(),
        ("jobs.expedite", "unique_key") => format!("'{n}-3'"),
        ("jobs.dead_of_tenants" | "people.entered_tenants", "everything") => "false".into(),
        ("orders.retire_refunds", "named_orders") => list(""),
        ("orders.retire_refunds", "named_ids") => list(""),
        ("people.insert_grants", "tenant_ids") | ("jobs.dead_of_tenants", "tenant_ids") => only("tenant"),
        (file, "id") if file.starts_with("stores.") || file == "sync.store_exists" => id("store", n, 0),
        ("sync.fetching_event", "id") => timed("event", n, 3),
        ("sync.settle_events", "ids") => format!("array[{}]", [1, 2, 3].map(|k| timed("event", n, k)).join(", ")),
        ("sync.settle_events", "first") => timed("event", n, 3),
        ("sync.settle_events", "last") => timed("event", n, 1),
        ("sync.insert_events", "since") => timed("event", n, 5),
        ("sync.insert_events", "until") => timed("event", n, 0),
        ("sync.waiting_events", "max_bytes") => "8000000".into(),
        ("sync.stores_with_deliveries", "before") => NOW.into(),
        ("orders.delete_order_tokens", "tokens") => list("a,b,c"),
        ("orders.delete_order_tokens", "periods") => "array[2930, 2930, 2930]".into(),
        (file, "id") if file.starts_with("sync.") => timed("run", n, 3),
        ("work.idle_page", "states") => list("scheduled,retryable,dead,available"),
        (_, "lanes") if statement == "work.own_counted_to" => only("tenant"),
        (_, "most") => "200".into(),
        (file, "kinds") if file.ends_with("counted_to") => list("sync-orders,process-webhook-events"),
        ("work.finished_page", "states") => list("completed,cancelled"),
        ("work.idle_matching" | "work.platform_matching" | "work.close", "states") => list("scheduled,retryable"),
        ("reports.part" | "reports.insert_parts", "report_id") => timed("report", n, 3),
        ("reports.part", "seq") => "1".into(),
        ("reports.with_job", "kind") => "'sync-orders'".into(),
        ("reports.with_job", "keys") => list(&format!("{n}-3,{n}-5,x")),
        ("reports.delete_old_reports", "before") => LONG_AGO.into(),
        (file, "id") if file.starts_with("reports.") => timed("report", n, 3),
        ("work.walk", "walk") => "2000".into(),
        ("work.pause_by_id" | "work.delete_pause", "id") => id("pause", n, 1),
        ("work.store_of", "id") => id("store", n, 0),
        (file, "id" | "job_id") if file.starts_with("work.") => timed("job", n, 41),
        (file, "ids") if file.starts_with("work.") && !file.ends_with("_matching") => {
            format!("array[{}]", [40, 41, 80].map(|k| timed("job", n, k)).join(", "))
        }
        (file, "lane") if file.starts_with("work.") => id("tenant", n, 0),
        (file, "kinds") if file.starts_with("work.") => list("sync-orders,cleanup-cache"),
        ("work.ahead", "kind") => "'sync-orders'".into(),
        (file, "everything") if file.starts_with("work.") => "false".into(),
        (file, "tenant_ids") if file.starts_with("work.") => only("tenant"),
        (file, "store_id") if file.starts_with("work.") => "null".into(),
        (file, "id") if file.starts_with("jobs.") => timed("job", n, 41),
        ("people.names_of", "ids") => format!("array[{}]", [1, 2, 3].map(|k| id("user", 0, k)).join(", ")),
        (_, "store_id") if ["sync.run_page", "sync.quarantine_page"].contains(&statement) => "null".into(),
        (_, "store_id") => id("store", n, 0),
        (_, "store_ids") => only("store"),
        ("tags.tag_by_id" | "tags.lock_tag" | "tags.update_tag" | "tags.delete_tag", "id") => id("tag", n, 1),
        ("tags.delete_act", "id") => timed("act", n, 3),
        ("tags.forget_acts", "before") => "timestamptz '2026-03-02 02:00:00Z'".into(),
        ("tags.some_with_tag", "limit") => "5000".into(),
        ("tags.tag_page", "counted") => "true".into(),
        ("tags.tag_page", "order_id") => "null".into(),
        (_, "tag_id") => id("tag", n, 1),
        (_, "tag_ids") => format!("array[{}, {}]", id("tag", n, 1), id("tag", n, 2)),
        (_, "order_id") => id("order", n, 3),
        (_, "order_ids") => ids("order"),
        ("catalogue.insert_product_tokens" | "catalogue.upsert_listings" | "orders.insert_lines", "product_ids") => {
            "null".into()
        }
        (_, "product_ids" | "order_external_ids") => list("1,2,3"),
        ("sync.resolve_quarantine", "external_ids") => list("10,20,30"),
        (_, "external_ids") => list("1,2,3"),
        (_, "external_id" | "attempt" | "seq" | "beyond") => "3".into(),
        (_, "email_norm") => "'u3@x.test'".into(),
        (_, "email_norms") => list("c1@x.test,c2@x.test"),
        (_, "tenant_id") => id("tenant", n, 0),
        (_, "granted" | "tenants") => only("tenant"),
        (_, "user_id") => id("user", 0, 3),
        (_, "worker") => id("worker", 0, 0),
        (_, "everything" | "counts") => "true".into(),
        (_, "now" | "lease_until" | "run_at" | "since") => NOW.into(),
        (_, "limit") => PAGE.into(),
        (_, "stream") if statement != "sync.run_page" => "'orders'".into(),
        (_, "resource") => "'order'".into(),
        (_, "serial_prefix") => "'webhook-events:'".into(),
        _ => "null".into(),
    }
}
