//! Forward only, once, and never over a schema of another program; partitions come and go.

use fulexo_db::{Error, Report, check_version, migrate, migrations, pending, testing};
use jiff::Timestamp;

use super::{admin, column, pools};

fn newest() -> i32 {
    migrations().last().unwrap().version
}

#[tokio::test]
async fn an_empty_database_is_migrated_once() {
    let urls = testing::empty().await;
    assert_eq!(pending(&urls.owner).await.unwrap().len(), migrations().len());
    assert_eq!(migrate(&urls.owner).await.unwrap(), Report { from: 0, to: newest() });
    assert_eq!(migrate(&urls.owner).await.unwrap(), Report { from: newest(), to: newest() });
    assert!(pending(&urls.owner).await.unwrap().is_empty());
    check_version(&pools(&urls, 1).await).await.unwrap();
}

#[tokio::test]
async fn two_programs_migrating_at_once_agree() {
    let urls = testing::empty().await;
    let (one, two) = tokio::join!(migrate(&urls.owner), migrate(&urls.owner));
    let mut from = [one.unwrap().from, two.unwrap().from];
    from.sort_unstable();
    assert_eq!(from, [0, newest()]);
}

#[tokio::test]
async fn a_migration_applied_in_another_form_is_refused() {
    let urls = testing::isolated().await;
    let sql = "update app.schema_version set checksum = 'another' where version = 2";
    admin(&urls).await.batch_execute(sql).await.unwrap();
    let error = migrate(&urls.owner).await.unwrap_err();
    assert!(matches!(&error, Error::Schema(text) if text.contains("0002_people")), "{error}");
}

#[tokio::test]
async fn schemas_of_other_programs_are_refused() {
    let urls = testing::isolated().await;
    let (admin, db) = (admin(&urls).await, pools(&urls, 1).await);
    let newer = "insert into app.schema_version (version, name, checksum) values (9999, '9999_future', 'x')";
    admin.batch_execute(newer).await.unwrap();
    for error in [migrate(&urls.owner).await.map(drop), check_version(&db).await] {
        let error = error.unwrap_err().to_string();
        assert!(error.contains("9999") && error.contains("newer program"), "{error}");
    }
    let older = format!("delete from app.schema_version where version >= {}", newest());
    admin.batch_execute(&older).await.unwrap();
    let error = check_version(&db).await.unwrap_err().to_string();
    assert!(error.contains("fulexo migrate"), "{error}");
}

#[tokio::test]
async fn an_empty_database_is_not_served() {
    let urls = testing::empty().await;
    let error = check_version(&pools(&urls, 1).await).await.unwrap_err().to_string();
    assert!(error.contains("fulexo migrate"), "{error}");
}

#[tokio::test]
async fn partitions_are_made_ahead_and_dropped_past_their_keep() {
    let urls = testing::isolated().await;
    let (admin, db) = (admin(&urls).await, pools(&urls, 1).await);
    let children = async |parent: &str| {
        column(
            &admin,
            &format!(
                "select inhrelid::regclass::text from pg_inherits where inhparent = '{parent}'::regclass
                                 order by 1"
            ),
        )
        .await
    };
    let maintain = async |at: &str| {
        let tx = db.system("make partitions").await.unwrap();
        let at: Timestamp = at.parse().unwrap();
        let made = fulexo_queries::queries::fence::maintain_partitions().bind(&tx, &at).one().await.unwrap();
        tx.commit().await.unwrap();
        made
    };
    assert!(maintain("2040-03-01T00:00:00Z").await > 0);
    assert_eq!(maintain("2040-03-01T00:00:00Z").await, 0, "once is enough");
    let then = children("webhook_events").await;
    assert!(then.iter().any(|name| name.starts_with("webhook_events_204003")), "{then:?}");
    assert!(maintain("2041-01-01T00:00:00Z").await > 0);
    let later = children("webhook_events").await;
    assert!(later.contains(&"webhook_events_default".to_owned()));
    assert!(!later.iter().any(|name| name.starts_with("webhook_events_2040030")), "{later:?}");
    let audit = children("audit_log").await;
    assert!(audit.iter().any(|name| name.starts_with("audit_log_2040")), "kept for ever: {audit:?}");
    let unfenced = "select relname::text from pg_class where relispartition and relkind = 'r'
                    and not (relrowsecurity and relforcerowsecurity)";
    assert!(column(&admin, unfenced).await.is_empty());
}

#[tokio::test]
async fn a_row_finds_the_partition_of_its_id() {
    let urls = testing::isolated().await;
    let admin = admin(&urls).await;
    admin.batch_execute("select app.maintain_partitions('2040-03-01')").await.unwrap();
    let insert = "insert into audit_log (id, at, actor_kind, action, subject_type, subject_id)
                  values (app.uuid_at($1::text::timestamptz), now(), 'system', 'a', 'b', 'c') returning tableoid::regclass::text";
    let landed = async |at: &str| admin.query_one(insert, &[&at]).await.unwrap().get::<_, String>(0);
    assert!(landed("2040-03-05").await.starts_with("audit_log_2040"));
    assert_eq!(landed("2012-01-01").await, "audit_log_default");
    // a partition for what lies in the default one is not made, and nothing fails for it
    assert_eq!(landed("2045-06-01").await, "audit_log_default");
    admin.batch_execute("select app.maintain_partitions('2045-06-01')").await.unwrap();
}

#[tokio::test]
async fn new_tables_are_looked_at_until_their_rows_are_seen() {
    let urls = testing::isolated().await;
    let (mut writer, db) = (admin(&urls).await, pools(&urls, 1).await);
    let reader = admin(&urls).await;
    let look = async || {
        let tx = db.system("look at new tables").await.unwrap();
        fulexo_queries::queries::fence::analyze_new().bind(&tx).one().await.unwrap();
        tx.commit().await.unwrap();
        let known = "select reltuples from pg_class where relname = 'order_tokens'";
        reader.query_one(known, &[]).await.unwrap().get::<_, f32>(0)
    };
    let writing = writer.transaction().await.unwrap();
    let rows = "insert into order_tokens select gen_random_uuid(), 1, 'a', gen_random_uuid(), now() from generate_series(1, 500)";
    writing.batch_execute(rows).await.unwrap();
    assert!(look().await < 1.0, "they are not there yet");
    writing.commit().await.unwrap();
    assert!((look().await - 500.0).abs() < 1.0);
}
