//! What a transaction promises: its tenant, all or nothing, and a clean connection afterwards.

use std::time::Duration;

use fulexo_db::embedded::Urls;
use fulexo_db::{Db, DbConfig, Error, Scope, Sql, testing};
use fulexo_kernel::TenantId;
use fulexo_queries::client::async_::GenericClient as _;
use fulexo_queries::queries::{fence, people};
use futures::StreamExt as _;

use super::{admin, column, pools, tenant};

/// Which merchant the connection stands in.
async fn standing_in(db: &Db, tenant: TenantId) -> String {
    let tx = db.tenant(tenant).await.unwrap();
    let row = tx.query_one("select app.tenant()::text", &[]).await.unwrap();
    tx.commit().await.unwrap();
    row.get(0)
}

async fn world() -> (Urls, Db, TenantId, TenantId) {
    let urls = testing::isolated().await;
    let admin = admin(&urls).await;
    let (a, b) = (tenant(&admin, "a").await, tenant(&admin, "b").await);
    (urls.clone(), pools(&urls, 1).await, a, b)
}

#[tokio::test]
async fn a_transaction_sees_its_tenant_and_the_next_one_another() {
    let (_, db, a, b) = world().await;
    for tenant in [a, b, a] {
        assert_eq!(standing_in(&db, tenant).await, tenant.to_string());
        let tx = db.tenant(tenant).await.unwrap();
        assert_eq!(tx.scope(), Scope::Tenant(tenant));
        let rows = tx.query("select id from tenants", &[]).await.unwrap();
        assert_eq!(rows.iter().map(|r| r.get(0)).collect::<Vec<uuid::Uuid>>(), [tenant.0]);
    }
    let tx = db.system("see all").await.unwrap();
    assert_eq!(tx.query("select from tenants", &[]).await.unwrap().len(), 2);
}

#[tokio::test]
async fn nothing_is_written_unless_committed() {
    let (_, db, ..) = world().await;
    let insert = async |commit: bool| {
        let tx = db.system("make a merchant").await.unwrap();
        let id = uuid::Uuid::now_v7();
        let now = jiff::Timestamp::UNIX_EPOCH;
        people::insert_tenant().bind(&tx, &id, &format!("t-{id}"), &"T", &"UTC", &now).await.unwrap();
        if commit {
            tx.commit().await.unwrap();
        }
    };
    let count = async || {
        let tx = db.system("count").await.unwrap();
        tx.query("select from tenants", &[]).await.unwrap().len()
    };
    insert(false).await;
    assert_eq!(count().await, 2);
    insert(true).await;
    assert_eq!(count().await, 3);
}

#[tokio::test]
async fn the_commit_of_a_failed_transaction_is_an_error() {
    let (_, db, a, _) = world().await;
    // a statement that failed, whose error the caller swallowed
    let tx = db.tenant(a).await.unwrap();
    assert!(tx.execute("select 1 / 0", &[]).await.is_err());
    assert!(matches!(tx.commit().await, Err(Error::CommitOfFailed)));
    // the first statement of all was in order, the second not
    let tx = db.tenant(a).await.unwrap();
    tx.execute("select 1", &[]).await.unwrap();
    assert!(tx.execute("insert into stores default values", &[]).await.is_err());
    assert!(matches!(tx.commit().await, Err(Error::CommitOfFailed)));
    // an error inside a stream of rows passes by whoever does not read it to its end
    let tx = db.tenant(a).await.unwrap();
    let none: [&(dyn tokio_postgres::types::ToSql + Sync); 0] = [];
    let rows = tx.query_raw("select 1 / (2 - n) from generate_series(1, 3) n", none).await.unwrap();
    let read = rows.collect::<Vec<_>>().await;
    assert!(read.iter().any(Result::is_err));
    assert!(matches!(tx.commit().await, Err(Error::CommitOfFailed)));
    // and the connection is as good as new
    assert_eq!(standing_in(&db, a).await, a.to_string());
}

#[tokio::test]
async fn an_unused_transaction_commits_without_a_word() {
    let (_, db, a, _) = world().await;
    db.tenant(a).await.unwrap().commit().await.unwrap();
    assert_eq!(standing_in(&db, a).await, a.to_string());
}

#[tokio::test]
async fn a_dropped_transaction_gives_a_clean_connection_back() {
    let (urls, db, a, b) = world().await;
    let tx = db.tenant(a).await.unwrap();
    tx.execute("create temp table leftover (n int) on commit drop", &[]).await.unwrap();
    drop(tx);
    // the only connection: what it says now is what the dropped transaction left on it
    assert_eq!(standing_in(&db, b).await, b.to_string());
    let tx = db.tenant(b).await.unwrap();
    let gone = tx.query_one("select to_regclass('pg_temp.leftover') is null", &[]).await.unwrap();
    assert!(gone.get::<_, bool>(0));
    drop(tx);
    // also when the statement was still running
    let slow = async {
        let tx = db.tenant(a).await.unwrap();
        tx.execute("select pg_sleep(0.3)", &[]).await.unwrap();
    };
    assert!(tokio::time::timeout(Duration::from_millis(30), slow).await.is_err());
    assert_eq!(standing_in(&db, b).await, b.to_string());
    let open = "select state from pg_stat_activity where datname = current_database()
                and usename = 'fulexo_tenant' and state like 'idle in%'";
    assert!(column(&admin(&urls).await, open).await.is_empty());
}

#[tokio::test]
async fn dynamic_statements_bind_what_comes_from_outside() {
    let (_, db, a, _) = world().await;
    let tx = db.tenant(a).await.unwrap();
    let mut sql = Sql::new("select id from tenants where name = ");
    sql.bind("x' or true --".to_owned()).push(" or id = ").bind(a.0);
    assert_eq!(sql.text(), "select id from tenants where name = $1 or id = $2");
    assert_eq!(sql.rows(&tx).await.unwrap().len(), 1);
    assert_eq!(sql.rows_planned(&tx).await.unwrap().len(), 1);
}

#[tokio::test]
async fn roles_that_could_look_over_the_fence_are_refused() {
    let urls = testing::shared().await;
    let connect = async |tenant_url: &str| {
        let config = DbConfig {
            tenant_url: tenant_url.into(),
            system_url: urls.system.clone(),
            tenant_connections: 1,
            system_connections: 1,
        };
        Db::connect(&config).await.map(drop)
    };
    connect(&urls.tenant).await.unwrap();
    let superuser = connect(&urls.superuser).await.unwrap_err().to_string();
    assert!(superuser.contains("SUPERUSER") && superuser.contains("DATABASE_TENANT_URL"), "{superuser}");
    let owner = connect(&urls.owner).await.unwrap_err().to_string();
    assert!(owner.contains("ownership of tables"), "{owner}");
    assert!(matches!(connect("host=/nowhere user=x").await, Err(Error::Unavailable(_))));
}

#[tokio::test]
async fn a_pool_tells_how_busy_it_is() {
    let (_, db, a, _) = world().await;
    assert_eq!(db.status().active, 0);
    let tx = db.tenant(a).await.unwrap();
    fence::ping().bind(&tx).one().await.unwrap();
    assert_eq!(db.status().active, 1);
}
