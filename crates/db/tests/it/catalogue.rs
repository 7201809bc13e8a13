//! The schema read back from the catalogue: whatever a migration adds must stand behind the fence.

use fulexo_db::testing;
use tokio_postgres::Client;

use super::{admin, column};

/// Tables outside the rules of tenant tables, each with its reason. Everything else is a tenant table.
const PLATFORM: &[(&str, &str)] = &[
    ("tenants", "the merchants themselves: their id is the tenant"),
    ("users", "people exist before and beside merchants; signing in knows no tenant"),
    ("memberships", "signing in asks for all merchants of a person"),
    ("staff_grants", "says which merchants staff may enter, asked by person"),
    ("staff_looks", "looks of staff, deduplicated by person first"),
    ("sessions", "found by the digest of a token, before any tenant is known"),
    ("tenant_keys", "wrapped data keys: no request of a tenant may read one"),
    ("audit_log", "acts on the platform have no tenant; partitioned by time"),
    ("jobs", "claimed across tenants by kind and time"),
    ("job_runs", "as jobs: the fleet's limits are counted over all tenants"),
    ("job_pauses", "a kind is paused for everybody"),
    ("job_stats", "sums of the platform; no tenant is named"),
    ("job_workers", "the processes that work for all tenants"),
    ("job_history", "as jobs; partitioned by time"),
    ("job_attempts", "as jobs; partitioned by time"),
    ("outbox", "read across tenants in commit order"),
    ("store_routes", "says whose a webhook is, before any tenant is known"),
    ("webhook_events", "written by ingestion across tenants and found by store and content"),
];

/// Functions that run with their owner's rights, each with its reason.
const DEFINERS: &[(&str, &str)] = &[
    ("analyze_new", "only its owner may analyze a table"),
    ("maintain_partitions", "the system role asks for partitions but may not make tables"),
];

async fn catalogue() -> Client {
    admin(&testing::shared().await).await
}

/// Fails naming every row of a query.
async fn none(client: &Client, rule: &str, sql: &str) {
    let found = column(client, sql).await;
    assert!(found.is_empty(), "{rule}: {found:#?}");
}

fn platform() -> String {
    PLATFORM.iter().map(|(table, _)| format!("'{table}'")).collect::<Vec<_>>().join(", ")
}

/// `from` all tables that are not platform tables, `c`.
fn tenant_tables() -> String {
    format!(
        "from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and not c.relispartition and c.relname not in ({})",
        platform()
    )
}

#[tokio::test]
async fn platform_tables_exist_and_have_reasons() {
    let client = catalogue().await;
    for (table, reason) in PLATFORM {
        assert!(!reason.is_empty());
        none(&client, "listed but gone", &format!("select '{table}' where to_regclass('public.{table}') is null"))
            .await;
    }
    let schemas = "select nspname::text from pg_namespace where nspname !~ '^pg_' and nspname not in
                   ('public', 'app', 'information_schema')";
    none(&client, "a schema that nobody looks at", schemas).await;
    let machinery = column(
        &client,
        "select relname::text from pg_class where relnamespace = 'app'::regnamespace
                                     and relkind in ('r', 'p', 'v', 'm', 'f') order by 1",
    )
    .await;
    assert_eq!(machinery, ["partitioned", "schema_version"]);
}

#[tokio::test]
async fn every_table_is_fenced() {
    let client = catalogue().await;
    none(
        &client,
        "row security not enabled and forced (partitions too)",
        "
        select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
           and not (relrowsecurity and relforcerowsecurity)",
    )
    .await;
    none(
        &client,
        "no policy at all",
        "
        select relname::text from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
           and not relispartition and not exists (select from pg_policy p where p.polrelid = c.oid)",
    )
    .await;
    none(
        &client,
        "a policy for somebody else, or of another shape",
        "
        select tablename || '.' || policyname from pg_policies
         where permissive <> 'PERMISSIVE' or not (
             (roles = '{fulexo_system}' and cmd = 'ALL' and qual = 'true' and with_check = 'true')
          or (roles = '{fulexo_tenant}' and cmd = 'ALL'
              and qual = '(tenant_id = ( SELECT app.tenant() AS tenant))' and with_check = qual)
          or (roles = '{fulexo_tenant}' and cmd = 'SELECT' and tablename = 'tenants'
              and qual = '(id = ( SELECT app.tenant() AS tenant))'))",
    )
    .await;
    none(
        &client,
        "a tenant table that is not the tenant's alone",
        &format!(
            "
        select c.relname::text {} and (select array_agg(p.polname::text) from pg_policy p where p.polrelid = c.oid)
            is distinct from array['tenant']",
            tenant_tables()
        ),
    )
    .await;
}

#[tokio::test]
async fn tenant_tables_lead_with_the_tenant() {
    let client = catalogue().await;
    let leads =
        "(select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) = 'tenant_id'";
    none(
        &client,
        "no tenant_id that is not null",
        &format!(
            "
        select c.relname::text {} and not exists (select from pg_attribute a where a.attrelid = c.oid
            and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)",
            tenant_tables()
        ),
    )
    .await;
    none(
        &client,
        "a primary key that does not start with tenant_id",
        &format!(
            "
        select c.relname::text {} and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
            and {leads})",
            tenant_tables()
        ),
    )
    .await;
    none(
        &client,
        "an index that does not start with tenant_id",
        &format!(
            "
        select i.indexrelid::regclass::text from pg_index i where i.indrelid in (select c.oid {}) and not {leads}",
            tenant_tables()
        ),
    )
    .await;
}

#[tokio::test]
async fn references_carry_the_tenant() {
    let client = catalogue().await;
    let columns = |of: &str, key: &str| {
        format!(
            "(select array_agg(a.attname::text order by x.n) from unnest({key}) with ordinality as x (col, n)
            join pg_attribute a on a.attrelid = {of} and a.attnum = x.col)"
        )
    };
    let (child, parent) = (columns("k.conrelid", "k.conkey"), columns("k.confrelid", "k.confkey"));
    none(
        &client,
        "a reference that could cross the fence",
        &format!(
            "
        select conname || ' of ' || conrelid::regclass from pg_constraint k
         where contype = 'f' and connamespace = 'public'::regnamespace
           and not (confrelid = 'tenants'::regclass and {child} = array['tenant_id'] and {parent} = array['id'])
           and not (confrelid = 'users'::regclass and {child} = array['user_id'] and conrelid::regclass::text in ({}))
           and not (({child})[1] = 'tenant_id' and ({parent})[1] = 'tenant_id')",
            platform()
        ),
    )
    .await;
}

#[tokio::test]
async fn nothing_looks_around_the_fence() {
    let client = catalogue().await;
    none(&client, "a view with its owner's eyes", "
        select oid::regclass::text from pg_class where relkind = 'v' and relnamespace in ('public'::regnamespace, 'app'::regnamespace)
           and not coalesce('security_invoker=true' = any(reloptions), false)").await;
    none(
        &client,
        "a materialised view or a foreign table",
        "
        select oid::regclass::text from pg_class where relkind in ('m', 'f')",
    )
    .await;
    none(
        &client,
        "something owned by another than fulexo_owner",
        "
        select oid::regclass::text from pg_class where relnamespace in ('public'::regnamespace, 'app'::regnamespace)
           and pg_get_userbyid(relowner) <> 'fulexo_owner'
        union all
        select oid::regprocedure::text from pg_proc where pronamespace in ('public'::regnamespace, 'app'::regnamespace)
           and pg_get_userbyid(proowner) <> 'fulexo_owner'",
    )
    .await;
    let definers = column(
        &client,
        "
        select proname::text from pg_proc where pronamespace in ('public'::regnamespace, 'app'::regnamespace)
           and prosecdef and proconfig::text like '%search_path=%pg_temp%' order by 1",
    )
    .await;
    assert_eq!(definers, DEFINERS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    none(&client, "a definer without its own search path, or for everybody", "
        select proname::text from pg_proc where pronamespace in ('public'::regnamespace, 'app'::regnamespace) and prosecdef
           and (proconfig::text not like '%search_path=%pg_temp%' or has_function_privilege('fulexo_tenant', oid, 'execute'))").await;
}

#[tokio::test]
async fn roles_have_the_four_verbs_and_no_more() {
    let client = catalogue().await;
    none(
        &client,
        "a role with power",
        "
        select rolname::text from pg_roles where rolname ~ '^fulexo_' and
            (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or not rolcanlogin)",
    )
    .await;
    none(
        &client,
        "a role inside another",
        "
        select m.roleid::regrole || ' > ' || m.member::regrole from pg_auth_members m
         where m.roleid::regrole::text ~ '^fulexo_' or m.member::regrole::text ~ '^fulexo_'",
    )
    .await;
    none(
        &client,
        "TRUNCATE, REFERENCES, TRIGGER or a grant to everybody",
        "
        select c.oid::regclass || ': ' || x.privilege_type || ' to ' || x.grantee::regrole
          from pg_class c, aclexplode(c.relacl) x
         where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and x.grantee <> c.relowner
           and (x.grantee = 0 or x.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or x.is_grantable)",
    )
    .await;
    none(
        &client,
        "a partition or sequence reached directly",
        "
        select c.oid::regclass::text from pg_class c, aclexplode(c.relacl) x
         where c.relnamespace = 'public'::regnamespace and x.grantee <> c.relowner
           and (c.relispartition or c.relkind = 'S')",
    )
    .await;
    none(
        &client,
        "machinery that is written by others than the owner",
        "
        select c.oid::regclass || ': ' || x.privilege_type from pg_class c, aclexplode(c.relacl) x
         where c.relnamespace = 'app'::regnamespace and x.grantee <> c.relowner
           and (c.relname, x.privilege_type) <> ('schema_version', 'SELECT')",
    )
    .await;
    none(
        &client,
        "somebody who may make things in our schemas",
        "
        select n.nspname || ' by ' || r.rolname from pg_namespace n, pg_roles r
         where n.nspname in ('public', 'app') and r.rolname in ('fulexo_tenant', 'fulexo_system')
           and has_schema_privilege(r.oid, n.oid, 'create')",
    )
    .await;
}
