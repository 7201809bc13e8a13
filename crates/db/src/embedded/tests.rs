use super::*;

#[tokio::test]
async fn the_test_cluster_lets_its_four_users_in() {
    let urls = test_cluster();
    for (url, user) in [
        (&urls.owner, "fulexo_owner"),
        (&urls.tenant, "fulexo_tenant"),
        (&urls.system, "fulexo_system"),
        (&urls.superuser, "postgres"),
    ] {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
            .await
            .unwrap();
        tokio::spawn(connection);
        let row = client
            .query_one("select current_user::text, rolsuper or rolbypassrls or rolcreaterole, current_setting('fsync') from pg_roles where rolname = current_user", &[])
            .await
            .unwrap();
        assert_eq!(
            (row.get(0), row.get(1), row.get(2)),
            (user, user == "postgres", "off")
        );
    }
}
