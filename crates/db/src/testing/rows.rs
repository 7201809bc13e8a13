//! Valid rows of every table, made from the catalogue: a table added later takes part without being named here.

use std::collections::BTreeMap;

use fulexo_kernel::TenantId;
use sha2::{Digest as _, Sha256};
use tokio_postgres::{Client, Row};
use uuid::Uuid;

use super::must;

/// Columns whose checks cannot be read off: table (or `*`), column, value as SQL.
const SPECIAL: &[(&str, &str, &str)] = &[
    ("tenants", "slug", "'{}'"),
    ("jobs", "kind", "'canary'"),
    ("job_workers", "kinds", "array[]::text[]"),
    (
        "orders",
        "raw",
        r#"'{"id":1,"status":"pending","date_modified_gmt":"2026-03-01T00:00:00","customer_note":"{}"}'"#,
    ),
    ("*", "timezone", "'UTC'"),
    ("*", "email_norm", "'{}@example.test'"),
    ("*", "url", "'https://{}.example.test'"),
    ("*", "image_url", "null"),
    ("*", "unique_key", "'{}'"),
    ("*", "serial_key", "null"),
];

/// A column, as far as making a value for it goes.
#[derive(Clone, Debug)]
struct Column {
    name: String,
    kind: String,
    nullable: bool,
    defaulted: bool,
    /// The first of the words its check allows.
    word: Option<String>,
    /// The table and column it refers to.
    refers: Option<(String, String)>,
}

/// A table with what is needed to write rows.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its name, in schema public.
    pub name: String,
    /// The columns of its primary key.
    pub key: Vec<String>,
    columns: Vec<Column>,
}

/// Every table of schema public, parents before children.
#[derive(Clone, Debug)]
pub struct Tables(Vec<Table>);

const COLUMNS: &str = "
    select c.relname::text, a.attname::text, format_type(a.atttypid, null), not a.attnotnull,
           a.atthasdef or a.attidentity <> '' or a.attgenerated <> '',
           (select substring(pg_get_constraintdef(k.oid) from '\\(' || a.attname || ' = ANY \\(ARRAY\\[''([^'']+)''')
              from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)
              order by 1 limit 1),
           f.parent, f.parent_column,
           exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any(k.conkey))
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join lateral (
          select k.confrelid::regclass::text as parent, p.attname::text as parent_column
            from pg_constraint k, unnest(k.conkey, k.confkey) as x (child, parent)
            join pg_attribute p on p.attnum = x.parent
           where k.conrelid = c.oid and k.contype = 'f' and k.conparentid = 0 and x.child = a.attnum
             and p.attrelid = k.confrelid
           order by k.confrelid <> 'tenants'::regclass desc, k.conname limit 1) f on true
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     order by c.relname, a.attnum";

impl Tables {
    /// Reads the catalogue.
    ///
    /// # Panics
    ///
    /// When it cannot be read, or tables refer to each other in a circle.
    pub async fn read(client: &Client) -> Self {
        let mut unordered: BTreeMap<String, Table> = BTreeMap::new();
        for row in must("reading the catalogue", client.query(COLUMNS, &[]).await) {
            let name: String = row.get(0);
            let fresh = || Table { name: name.clone(), key: Vec::new(), columns: Vec::new() };
            let table = unordered.entry(name.clone()).or_insert_with(fresh);
            if row.get(8) {
                table.key.push(row.get(1));
            }
            table.columns.push(column(&row));
        }
        let mut ordered: Vec<Table> = Vec::new();
        while !unordered.is_empty() {
            let free = unordered.values().find(|t| t.parents().all(|p| !unordered.contains_key(p))).cloned();
            let Some(free) = free else { panic!("tables refer to each other in a circle: {unordered:?}") };
            unordered.remove(&free.name);
            ordered.push(free);
        }
        Self(ordered)
    }

    /// The tables, parents first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Table> {
        self.0.iter()
    }

    /// The tables a table refers to, directly or through others, parents first.
    pub fn ancestors<'a>(&'a self, of: &'a Table) -> Vec<&'a Table> {
        let mut wanted: Vec<&str> = of.parents().collect();
        let mut found = Vec::new();
        for table in self.0.iter().rev() {
            if wanted.contains(&table.name.as_str()) {
                wanted.extend(table.parents());
                found.push(table);
            }
        }
        found.reverse();
        found
    }

    /// Writes the n-th row of a merchant into every table.
    ///
    /// # Panics
    ///
    /// When a row is refused; then its table needs a word in `SPECIAL`.
    pub async fn seed(&self, client: &Client, tenant: TenantId, n: u32) {
        for table in self.iter() {
            let sql = format!("{} on conflict do nothing", table.insert(tenant, n));
            must(&sql, client.batch_execute(&sql).await);
        }
    }
}

fn column(row: &Row) -> Column {
    let refers = row.get::<_, Option<String>>(6).zip(row.get(7));
    Column { name: row.get(1), kind: row.get(2), nullable: row.get(3), defaulted: row.get(4), word: row.get(5), refers }
}

impl Table {
    /// Tells whether its rows belong to merchants.
    pub fn has_tenant(&self) -> bool {
        self.columns.iter().any(|c| c.name == "tenant_id")
    }

    /// `insert` of the n-th row of a merchant.
    pub fn insert(&self, tenant: TenantId, n: u32) -> String {
        let (names, values): (Vec<&str>, Vec<String>) =
            self.written().map(|c| (c.name.as_str(), self.value(c, tenant, n))).unzip();
        format!("insert into {} ({}) values ({})", self.name, names.join(", "), values.join(", "))
    }

    /// The condition that finds the n-th row of a merchant.
    pub fn at(&self, tenant: TenantId, n: u32) -> String {
        let by_key = self.written().filter(|c| self.key.contains(&c.name));
        let mut found: Vec<_> = by_key.map(|c| format!("{} = {}", c.name, self.value(c, tenant, n))).collect();
        if found.is_empty() {
            found.push(format!("tenant_id = '{tenant}'"));
        }
        found.join(" and ")
    }

    /// A column whose change changes nothing else: outside the key when there is one.
    pub fn plain_column(&self) -> &str {
        let outside = self.columns.iter().find(|c| !self.key.contains(&c.name) && c.refers.is_none() && !c.defaulted);
        outside.or(self.columns.last()).map_or("", |c| &c.name)
    }

    /// The id of the n-th row of a merchant, for tables that have one.
    pub fn id(&self, tenant: TenantId, n: u32) -> Uuid {
        if self.name == "tenants" {
            return tenant.0;
        }
        uuid(&format!("{tenant} {} id {n}", self.name))
    }

    fn parents(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().filter_map(|c| c.refers.as_ref()).map(|(table, _)| table.as_str())
    }

    fn written(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|c| c.refers.is_some() || !c.defaulted)
    }

    fn value(&self, column: &Column, tenant: TenantId, n: u32) -> String {
        let special = SPECIAL.iter().find(|(t, c, _)| (*t == self.name || *t == "*") && *c == column.name);
        let canary = format!("canary-{}-{n}", tenant.0.simple());
        match (&column.refers, special, &column.word) {
            _ if column.name == "tenant_id" => format!("'{tenant}'"),
            (Some((table, name)), _, _) if name == "id" || name == "store_id" => {
                format!("'{}'", referred(table, tenant, n))
            }
            (_, Some((_, _, value)), _) => value.replace("{}", &canary),
            (_, _, Some(_)) if column.nullable => "null".to_owned(),
            (_, _, Some(word)) => format!("'{word}'"),
            _ if self.name == "tenants" && column.name == "id" => format!("'{tenant}'"),
            _ => typed(&self.name, column, tenant, n, &canary),
        }
    }
}

fn referred(table: &str, tenant: TenantId, n: u32) -> Uuid {
    if table == "tenants" { tenant.0 } else { uuid(&format!("{tenant} {table} id {n}")) }
}

fn typed(table: &str, column: &Column, tenant: TenantId, n: u32, canary: &str) -> String {
    let name = &column.name;
    match column.kind.as_str() {
        "text" => format!("'{canary}'"),
        _ if column.nullable => "null".to_owned(),
        "uuid" => format!("'{}'", uuid(&format!("{tenant} {table} {name} {n}"))),
        "bytea" => format!("sha256('{canary} {table} {name}')"),
        "timestamp with time zone" => "'2026-03-01T00:00:00Z'".to_owned(),
        "json" | "jsonb" => "'{}'".to_owned(),
        "character" | "bpchar" => "'EUR'".to_owned(),
        "boolean" => "true".to_owned(),
        "uuid[]" => "'{}'".to_owned(),
        "smallint" | "integer" | "bigint" | "numeric" | "double precision" => n.to_string(),
        other => panic!("rows of {table} need a value of type {other} for {name}"),
    }
}

/// Always the same one for the same words.
fn uuid(words: &str) -> Uuid {
    let digest = Sha256::digest(words);
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}
