//! The fence and the transaction, against a real PostgreSQL.

#![cfg(test)]

mod catalogue;
mod in_order;
mod isolation;
mod listener;
mod migrations;
mod pipeline;
mod silence;
mod transactions;

use fulexo_db::embedded::Urls;
use fulexo_db::{Db, DbConfig, testing};
use fulexo_kernel::TenantId;
use tokio_postgres::Client;
use uuid::Uuid;

/// A pool of each role with so many connections.
async fn pools(urls: &Urls, connections: usize) -> Db {
    let config = DbConfig {
        tenant_url: urls.tenant.clone(),
        system_url: urls.system.clone(),
        tenant_connections: connections,
        system_connections: connections,
    };
    Db::connect(&config).await.unwrap()
}

/// A merchant in a database.
async fn tenant(admin: &Client, slug: &str) -> TenantId {
    let id = Uuid::now_v7();
    let sql = "insert into tenants (id, slug, name, created_at) values ($1, $2, $2, now())";
    admin.execute(sql, &[&id, &format!("{slug}-{}", id.simple())]).await.unwrap();
    TenantId(id)
}

/// The first column of a query, as text.
async fn column(client: &Client, sql: &str) -> Vec<String> {
    client.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
}

async fn admin(urls: &Urls) -> Client {
    testing::superuser(urls).await
}
