//! What a plan must not do, and who may do it all the same.

use super::statements::Role;
use super::tree::{Plan, parent};

/// Tables whose size is bounded by something other than the years a merchant sells.
const SMALL: &[(&str, &str)] = &[
    ("tenants", "one row a merchant"),
    ("tenant_keys", "one row a merchant"),
    ("users", "people, not shoppers"),
    ("memberships", "a few rows a person"),
    ("staff_grants", "staff × merchants"),
    ("stores", "a few rows a merchant"),
    ("store_routes", "one row a store"),
    ("store_streams", "five rows a store"),
    ("store_hooks", "a few rows a store"),
    ("tags", "a hundred a merchant at most"),
    ("schema_version", "one row a migration"),
    ("reports", "at most twenty a merchant"),
    ("job_workers", "one row a process"),
    ("job_runs", "what the fleet runs now"),
    ("job_pauses", "a few rows a person wrote"),
];

/// Reads of a whole large table by the system role.
const WHOLE: &[(&str, &str, &str)] = &[
    ("work.counts", "jobs", "a gauge counts what is unfinished, once a scrape or look"),
    ("jobs.promote", "jobs", "a thousand at most of what is due; a plan for one moment may read the few there are"),
    ("people.delete_expired_sessions", "sessions", "most of them may have ended; once an hour"),
    ("jobs.delete_old_news", "outbox", "most of it may be old; once an hour"),
    ("audit.delete_old_looks", "staff_looks", "most of it may be old; once an hour"),
];

/// Rows a statement may read, where it is more than a page.
const READS: &[(&str, u64, &str)] = &[
    ("audit.delete_old_looks", 8_200, "deletes what is old, once an hour"),
    ("audit.audit_page_of", 2_500, "a page of each merchant, and who acted"),
    (
        "catalogue.delete_listings",
        4_000,
        "a store's listings, when a product was deleted there: variations have no index of their own",
    ),
    ("catalogue.product_orders_since", 5_000, "counts the orders of a product"),
    ("home.orders_in_windows", 1_000, "counts the orders of some days"),
    ("home.revenue_in_windows", 1_000, "adds up the orders of some days"),
    ("jobs.claim", 1_300, "looks at a thousand at most, to take of each merchant in turn"),
    ("jobs.claim_lanes", 1_300, "the same of sixty-four merchants at most"),
    ("jobs.reap", 4_000, "what the fleet runs, every five seconds"),
    ("work.counts", 10_000, "counts what is unfinished, once a scrape or look"),
    ("jobs.delete_old_news", 20_000, "deletes what is old, once an hour"),
    ("jobs.dead_of_tenants", 1_000, "counts dead jobs: there should be none"),
    ("orders.attention", 2_500, "counts failed and unknown orders; a plan for all merchants reads the index of states"),
    ("orders.order_counts_of_tag", 5_000, "counts the orders of a tag in its index alone"),
    ("orders.order_counts_of_tags", 6_000, "counts the orders of some tags in their index alone"),
    ("orders.order_counts", 20_000, "counts the merchant's orders in the index alone"),
    ("people.delete_expired_sessions", 6_150, "deletes what has ended, once an hour"),
    ("people.staff_page", 4_500, "a page of staff with their grants, at most 200 each"),
    ("people.strangers_to_sample", 10_000, "looks at everybody once, before a database is filled for measurements"),
    ("people.tenant_page", 4_000, "a page of merchants with the count of their members"),
    ("people.entered_tenants", 3_000, "at most 200 merchants of a person"),
    ("stores.store_by_id", 8_000, "counts its orders by the index of states alone"),
    ("stores.store_page", 25_000, "a page of stores with the counts of their orders and open quarantine"),
    ("tags.delete_tag", 8_000, "what bears it goes with it"),
    ("tags.forget_acts", 1_000, "deletes what is old, with every act"),
    ("tags.orders_with_tag", 5_000, "counts the orders of a tag in the index alone"),
    ("tags.some_with_tag", 5_000, "takes a tag that is deleted off so many orders at once"),
    (
        "tags.take_off_orders",
        5_000,
        "of a tag on some thousand orders all are read, of one on many only those it leaves",
    ),
    ("tags.tag_page", 8_000, "counts the orders of each, when asked to"),
    ("work.ahead", 1_000, "a thousand at most"),
    ("work.faults", 1_000, "groups dead jobs: there should be none"),
    ("work.counted_to", 3_000, "counts each kind and state to a limit, however many there are"),
    ("work.own_counted_to", 3_000, "the same of some merchants"),
    ("work.running_page", 2_000, "what the fleet runs"),
    ("work.dead_matching", 1_000, "dead jobs, for an act on all of them: there should be none"),
    ("work.idle_matching", 8_000, "an act on all that match reads the merchant's queue"),
    ("work.own_done", 1_200, "the latest thousand that ended"),
    ("work.walk", 4_500, "looks into the arguments of two thousand jobs, from both tables"),
    ("sync.stores_with_deliveries", 1_000, "every delivery that waits, once a minute: there should be few"),
    ("sync.run_page", 8_000, "runs are forgotten after weeks; a plan for all merchants sorts those of one"),
];

/// More than this is no page: two tables of a list, or a statement's few keys and what they lead to.
const PAGE: u64 = 400;

/// Tells whether a table may grow without bound.
pub(super) fn large(table: &str) -> bool {
    !SMALL.iter().any(|(small, _)| *small == parent(table))
}

/// How many rows a static statement may read, and why when it is more than a page.
pub(super) fn bound(statement: &str) -> (u64, &'static str) {
    READS.iter().find(|(name, ..)| *name == statement).map_or((PAGE, ""), |(_, bound, why)| (*bound, why))
}

/// What is wrong with a plan; nothing, when all is well. `rows` is how many rows a table holds.
pub(super) fn faults(statement: &str, role: Role, bound: u64, plan: &Plan, rows: impl Fn(&str) -> u64) -> Vec<String> {
    let mut found = Vec::new();
    for scan in &plan.scans {
        let whole = |table: &str| WHOLE.iter().any(|(name, of, _)| *name == statement && *of == parent(table));
        if scan.kind == "Seq Scan" && large(&scan.table) && rows(&scan.table) > 0 && !whole(&scan.table) {
            found.push(format!("reads all of {}", scan.table));
        }
        let fenced = role == Role::Tenant && !scan.index.is_empty() && large(&scan.table);
        if fenced && !scan.entered.contains("tenant_id = ") {
            found.push(format!("enters {} by {:?}, not by its tenant", scan.index, scan.entered));
        }
    }
    if plan.rows_read() > bound {
        found.push(format!("reads {} rows, more than {bound}", plan.rows_read()));
    }
    if plan.sorted > bound {
        found.push(format!("sorts {} rows, more than {bound}", plan.sorted));
    }
    found
}
