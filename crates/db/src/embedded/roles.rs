//! The three LOGIN roles and the database: one description, used on the embedded server and printed for administrators.

use tokio_postgres::{Client, NoTls};

use super::{Error, Urls, secrets::Secrets};

/// The database's name.
pub const DATABASE: &str = "fulexo";

/// What every role of ours is not.
const POWERLESS: &str = "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit";

/// One of the three roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Migrates and owns every table; bound by row level security like the others.
    Owner,
    /// Serves requests of one tenant.
    Tenant,
    /// Works where no tenant is known yet, on the tables that name it.
    System,
}

impl Role {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Tenant, Self::System];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "fulexo_owner",
            Self::Tenant => "fulexo_tenant",
            Self::System => "fulexo_system",
        }
    }
}

/// The SQL an administrator runs once with `psql` on a server of his own.
#[must_use]
pub fn roles_sql() -> String {
    let mut sql = String::from(
        "-- Run once with psql as an administrator (superuser, or createrole and createdb).\n\
         -- psql asks for each password; none of these roles may bypass row level security.\n\n",
    );
    for role in Role::ALL {
        let name = role.name();
        sql.push_str(&format!("create role {name}\n  {POWERLESS};\n\\password {name}\n\n"));
    }
    sql.push_str(&format!(
        "-- A managed server may ask for this before it lets you give a database away:\n\
         -- grant {owner} to current_user;\n\
         create database {DATABASE}\n  owner {owner}\n  template template0\n  encoding 'UTF8'\n  locale 'C.UTF-8';\n\n",
        owner = Role::Owner.name(),
    ));
    for line in database_rights() {
        sql.push_str(&line);
        sql.push_str(";\n");
    }
    sql
}

/// Only our roles may connect; temporary tables carry bulk loads.
fn database_rights() -> [String; 2] {
    let [_, tenant, system] = Role::ALL.map(Role::name);
    [
        format!("revoke all on database {DATABASE} from public"),
        format!("grant connect, temporary on database {DATABASE} to {tenant}, {system}"),
    ]
}

/// Brings roles, passwords and database to the described state; changes nothing else, at every start.
pub(super) async fn ensure(urls: &Urls, secrets: &Secrets) -> Result<(), Error> {
    let (client, connection) = tokio_postgres::connect(&urls.superuser, NoTls).await?;
    let (result, _) = tokio::join!(ensure_with(client, secrets), connection);
    result
}

async fn ensure_with(client: Client, secrets: &Secrets) -> Result<(), Error> {
    for role in Role::ALL {
        let name = role.name();
        let known = client.query_opt("select 1 from pg_roles where rolname = $1", &[&name]).await?.is_some();
        let verb = if known { "alter" } else { "create" };
        // The verifier, never the password: a failing statement is written to the server's log.
        let verifier = postgres_protocol::password::scram_sha_256(secrets.password(role).as_bytes());
        client.batch_execute(&format!("{verb} role {name} {POWERLESS} password '{verifier}'")).await?;
    }
    let owner = Role::Owner.name();
    let known = client.query_opt("select 1 from pg_database where datname = $1", &[&DATABASE]).await?.is_some();
    if !known {
        client.batch_execute(&format!("create database {DATABASE} owner {owner} template template0")).await?;
    }
    for statement in database_rights() {
        client.batch_execute(&statement).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_printed_without_power() {
        let sql = roles_sql();
        for role in Role::ALL {
            assert!(sql.contains(&format!("create role {}\n  {POWERLESS};", role.name())), "{sql}");
        }
        assert!(sql.contains("nobypassrls") && !sql.contains(" superuser;"));
    }
}
