//! The harness itself: actors reach the routes, and each test has its own merchants.

use super::TestApp;

#[tokio::test]
async fn actors_reach_the_routes() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let answer = app.nobody().get("/api/v1/audit").await.expect(401);
    assert_eq!(answer.code(), "unauthenticated");
    let admin = app.member(tenant, "admin").await;
    assert!(admin.get("/api/v1/audit").await.expect(200).items().is_empty());
    let viewer = app.member(tenant, "viewer").await;
    assert_eq!(viewer.get("/api/v1/audit").await.expect(403).code(), "forbidden");
    let support = app.staff("admin", Some(&[])).await;
    support.within(tenant).get("/api/v1/audit").await.expect(404);
}

#[tokio::test]
async fn a_database_of_ones_own_is_empty() {
    let app = TestApp::isolated().await;
    assert!(app.rows("select * from tenants").await.is_empty());
    app.tenant("Alone").await;
    assert_eq!(app.rows("select name from tenants").await.len(), 1);
}
