//! Every table × every verb × {no tenant, another tenant, its own tenant} and the system role, with real logins.

use std::fmt::Write as _;

use fulexo_db::embedded::Urls;
use fulexo_db::testing::{self, Table, Tables};
use fulexo_kernel::TenantId;
use tokio_postgres::Client;

use super::{admin, tenant};

/// What a verb is tried with: the row of merchant A.
fn verbs(table: &Table, a: TenantId, b: TenantId) -> Vec<(&'static str, String)> {
    let (name, at, plain) = (&table.name, table.at(a, 1), table.plain_column());
    let upsert = format!(
        "{} on conflict ({}) do update set {plain} = excluded.{plain}",
        table.insert(a, 1),
        table.key.join(", ")
    );
    let mut verbs = vec![
        ("select", format!("select from {name} where {at}")),
        ("insert", table.insert(a, 2)),
        ("update", format!("update {name} set {plain} = {plain} where {at}")),
        ("upsert", upsert),
        ("delete", format!("delete from {name} where {at}")),
    ];
    if table.has_tenant() {
        verbs.push(("move", format!("update {name} set tenant_id = '{b}' where {at}")));
    }
    verbs
}

/// Tries a statement and takes it back; the number of rows, or who refused.
async fn attempt(client: &Client, setting: Option<TenantId>, sql: &str) -> String {
    client.batch_execute("begin").await.unwrap();
    if let Some(tenant) = setting {
        let set = format!("select set_config('app.current_tenant_id', '{tenant}', true)");
        client.batch_execute(&set).await.unwrap();
    }
    let result = client.execute(sql, &[]).await;
    client.batch_execute("rollback").await.unwrap();
    match result {
        Ok(rows) => rows.to_string(),
        Err(error) => {
            let error = error.as_db_error().unwrap();
            match (error.code().code(), error.message()) {
                ("42501", message) if message.contains("row-level security") => "fenced".into(),
                ("42501", _) => "denied".into(),
                ("23503", _) => "referred".into(),
                ("23505", _) => "taken".into(),
                (code, message) => panic!("{sql}: {code} {message}"),
            }
        }
    }
}

/// Takes the n-th row of merchant A away everywhere, but for what the one of this table needs.
async fn prepare(admin: &Client, tables: &Tables, table: &Table, a: TenantId, n: u32) {
    for other in tables.iter().rev().filter(|t| t.name != "tenants") {
        // a table whose key the database makes has only one row of a merchant
        if n == 1 || other.at(a, 1) != other.at(a, 2) {
            admin.batch_execute(&format!("delete from {} where {}", other.name, other.at(a, n))).await.unwrap();
        }
    }
    for parent in tables.ancestors(table) {
        admin.batch_execute(&format!("{} on conflict do nothing", parent.insert(a, n))).await.unwrap();
    }
}

async fn logins(urls: &Urls) -> (Client, Client) {
    (testing::connect(&urls.tenant).await, testing::connect(&urls.system).await)
}

#[tokio::test]
async fn tables_by_verbs_by_tenants() {
    let urls = testing::isolated().await;
    let admin = admin(&urls).await;
    let (a, b) = (tenant(&admin, "a").await, tenant(&admin, "b").await);
    let tables = Tables::read(&admin).await;
    tables.seed(&admin, a, 1).await;
    tables.seed(&admin, b, 1).await;
    let (as_tenant, as_system) = logins(&urls).await;
    let mut report = format!("{:20} {:7} {:9} {:9} {:9} {}\n", "table", "verb", "none", "other", "own", "system");
    for table in tables.iter() {
        prepare(&admin, &tables, table, a, 2).await;
        for (verb, sql) in verbs(table, a, b) {
            let none = attempt(&as_tenant, None, &sql).await;
            let other = attempt(&as_tenant, Some(b), &sql).await;
            let own = attempt(&as_tenant, Some(a), &sql).await;
            let system = attempt(&as_system, None, &sql).await;
            for foreign in [&none, &other] {
                assert!(["0", "fenced", "denied"].contains(&foreign.as_str()), "{} {verb}: {foreign}", table.name);
            }
            assert!(verb != "move" || own != "1", "{} moves to another merchant", table.name);
            writeln!(report, "{:20} {verb:7} {none:9} {other:9} {own:9} {system}", table.name).unwrap();
        }
    }
    insta::assert_snapshot!(report);
}

#[tokio::test]
async fn a_row_cannot_hang_on_to_another_merchants() {
    let urls = testing::isolated().await;
    let admin = admin(&urls).await;
    let (a, b) = (tenant(&admin, "a").await, tenant(&admin, "b").await);
    let tables = Tables::read(&admin).await;
    let (as_tenant, _) = logins(&urls).await;
    let mut tried = 0;
    for table in tables.iter().filter(|t| t.has_tenant()) {
        let fenced_parent = tables.ancestors(table).iter().any(|p| p.has_tenant() && p.name != "tenants");
        if !fenced_parent {
            continue;
        }
        prepare(&admin, &tables, table, a, 1).await;
        // the row of A in every column, but said to be of B: its references then point across the fence
        let sql = table.insert(a, 1).replacen(&format!("'{a}'"), &format!("'{b}'"), 1);
        let outcome = attempt(&as_tenant, Some(b), &sql).await;
        assert!(["referred", "denied"].contains(&outcome.as_str()), "{}: {outcome}", table.name);
        tried += 1;
    }
    assert!(tried > 10, "{tried}");
}
