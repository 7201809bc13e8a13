//! The plan of every statement, over enough rows of enough merchants that PostgreSQL's choice means something: nothing
//! large is read whole, every index is entered by its tenant, a page is read in the order of its index.

mod document;
mod rules;
mod statements;
mod tree;
mod values;

use std::collections::BTreeMap;

use fulexo_db::embedded::Urls;
use fulexo_db::testing;
use fulexo_kernel::TenantId;
use tokio_postgres::{Client, SimpleQueryMessage};
use uuid::Uuid;

use crate::orders::tests::plans::shapes;
use crate::testing::TestApp;
use document::Document;
use statements::{Role, Statement};
use tree::Plan;

/// A database with many merchants: the first is large, the others are small.
async fn crowd() -> Urls {
    let urls = testing::isolated().await;
    let admin = testing::superuser(&urls).await;
    admin.batch_execute(include_str!("crowd.sql")).await.unwrap();
    admin.batch_execute("vacuum").await.unwrap();
    urls
}

/// Rows of each table and partition.
async fn sizes(urls: &Urls) -> BTreeMap<String, u64> {
    let admin = testing::superuser(urls).await;
    let sql = "select relname::text, greatest(reltuples, 0)::bigint from pg_class where relkind = 'r'";
    let rows = admin.query(sql, &[]).await.unwrap();
    rows.iter().map(|row| (row.get(0), u64::try_from(row.get::<_, i64>(1)).unwrap())).collect()
}

/// How a statement is planned: once for all values, as it ends up when prepared, or for these.
#[derive(Clone, Copy)]
struct Way {
    name: &'static str,
    mode: &'static str,
    tenant: u32,
}

const WAYS: [Way; 3] = [
    Way { name: "generic", mode: "force_generic_plan", tenant: 1 },
    Way { name: "large", mode: "force_custom_plan", tenant: 1 },
    Way { name: "small", mode: "force_custom_plan", tenant: 7 },
];

/// The plan of a static statement. What cannot run with these values, such as writes of invalid rows, is only planned.
async fn plan(client: &Client, statement: &Statement, way: Way) -> Plan {
    let values: Vec<String> =
        statement.parameters.iter().map(|name| values::value(&statement.name, name, way.tenant)).collect();
    let run = !statement.text.starts_with("insert");
    match explain(client, &statement.text, &values, way, run).await {
        Ok(plan) => plan,
        Err(_) => explain(client, &statement.text, &values, way, false)
            .await
            .unwrap_or_else(|error| panic!("{} cannot be explained: {error}", statement.name)),
    }
}

async fn explain(client: &Client, text: &str, values: &[String], way: Way, run: bool) -> Result<Plan, String> {
    let values = if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) };
    let sql = format!(
        "begin; set local plan_cache_mode = {}; set local random_page_cost = 1.1;
         select set_config('app.current_tenant_id', md5('tenant-{}-0')::uuid::text, true);
         prepare p as {text};
         explain (format json, costs off, timing off, summary off, analyze {run}) execute p{values};
         rollback; deallocate p",
        way.mode, way.tenant,
    );
    let answers = match client.simple_query(&sql).await {
        Ok(answers) => answers,
        Err(error) => {
            client.batch_execute("rollback; deallocate all").await.unwrap();
            return Err(format!("{error:?}"));
        }
    };
    let rows = answers.iter().filter_map(|answer| match answer {
        SimpleQueryMessage::Row(row) => row.get(0),
        _ => None,
    });
    let json = rows.filter(|text| text.trim_start().starts_with('[')).collect::<Vec<_>>().join("\n");
    Ok(Plan::read(&json))
}

#[tokio::test]
async fn every_statement_has_a_plan_within_bounds() {
    let app = TestApp::on(crowd().await, TestApp::config(), 1).await;
    app.leave_jobs();
    let sizes = sizes(&app.urls).await;
    let rows = |table: &str| sizes.get(table).copied().unwrap_or_default();
    let tenant = testing::connect(&app.urls.tenant).await;
    let system = testing::connect(&app.urls.system).await;
    let mut wrong = Vec::new();
    let mut document = Document::default();
    for statement in statements::all() {
        let client = if statement.role == Role::Tenant { &tenant } else { &system };
        let (bound, why) = rules::bound(&statement.name);
        let mut plans = Vec::new();
        for way in WAYS {
            let plan = plan(client, &statement, way).await;
            for fault in rules::faults(&statement.name, statement.role, bound, &plan, rows) {
                wrong.push(format!("{} ({}) {fault}: {}", statement.name, way.name, plan.summary()));
            }
            plans.push((way.name, plan));
        }
        document.add(&statement.name, statement.role.word(), &plans, why);
    }
    let tags = [id(&app, "tag", 1, 1).await, id(&app, "tag", 1, 2).await];
    for shape in shapes(id(&app, "store", 1, 1).await, tags) {
        let nulls = vec!["null".to_owned(); shape.sql.text().matches('$').count()];
        let generic = explain(&tenant, shape.sql.text(), &nulls, WAYS[0], false).await.unwrap();
        let mut plans = vec![("generic", generic)];
        for way in &WAYS[1..] {
            let tx = app.app.db.tenant(TenantId(id(&app, "tenant", way.tenant, 0).await)).await.unwrap();
            plans.push((way.name, Plan::read(&shape.sql.plan(&tx).await.unwrap())));
        }
        for (way, plan) in &plans {
            for fault in rules::faults(&shape.name, Role::Tenant, shape.bound, plan, rows) {
                wrong.push(format!("{} ({way}) {fault}: {}", shape.name, plan.summary()));
            }
        }
        document.add(&shape.name, "tenant", &plans, "");
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    document.check(&app).await;
}

/// Whose rows were all dead when it was last looked at, a table tells the planner that every index has one page.
#[tokio::test]
async fn the_queue_is_found_although_it_was_empty_when_last_looked_at() {
    let urls = crowd().await;
    let forget = "update pg_class set reltuples = 0 where relname ~ '^(jobs|job_runs)(_|$)'";
    testing::superuser(&urls).await.batch_execute(forget).await.unwrap();
    let system = testing::connect(&urls.system).await;
    let rows = |table: &str| u64::from(["jobs", "job_runs"].contains(&table));
    let mut wrong = Vec::new();
    for statement in statements::all().into_iter().filter(|s| s.name.starts_with("jobs.")) {
        let (bound, _) = rules::bound(&statement.name);
        for way in WAYS {
            let plan = plan(&system, &statement, way).await;
            for fault in rules::faults(&statement.name, statement.role, bound, &plan, rows) {
                wrong.push(format!("{} ({}) {fault}: {}", statement.name, way.name, plan.summary()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// The id of a thing of the crowd.
async fn id(app: &TestApp, what: &str, n: u32, k: u32) -> Uuid {
    let row = app.rows(&format!("select md5('{what}-{n}-{k}')::uuid as id")).await.remove(0);
    row["id"].as_str().unwrap().parse().unwrap()
}
