//! The addresses of the three roles, as `serve` and `work` would be given them.

use std::{error::Error as _, fmt};

use super::roles::{DATABASE, Role};

/// Connection strings for the three roles and, over the socket only, the administrator.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Urls {
    /// `DATABASE_URL`: migrates and owns.
    pub owner: String,
    /// `DATABASE_TENANT_URL`: requests of one tenant.
    pub tenant: String,
    /// `DATABASE_SYSTEM_URL`: ingestion, claiming, routing.
    pub system: String,
    /// The administrator, let in by the operating system's word for who is asking; no password.
    pub superuser: String,
}

impl Urls {
    pub(super) fn new<'a>(socket_dir: &str, password: impl Fn(Role) -> &'a str) -> Self {
        let url = |role: Role| {
            format!("host={socket_dir} user={} password={} dbname={DATABASE}", role.name(), password(role))
        };
        Self {
            owner: url(Role::Owner),
            tenant: url(Role::Tenant),
            system: url(Role::System),
            superuser: format!("host={socket_dir} user=postgres dbname=postgres"),
        }
    }

    /// The same roles in another database of the cluster.
    #[must_use]
    pub fn with_database(&self, name: &str) -> Self {
        let moved = |url: &str| match url.rsplit_once("dbname=") {
            Some((front, _)) => format!("{front}dbname={name}"),
            None => url.to_owned(),
        };
        Self {
            owner: moved(&self.owner),
            tenant: moved(&self.tenant),
            system: moved(&self.system),
            superuser: moved(&self.superuser),
        }
    }
}

impl fmt::Debug for Urls {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Urls").field("superuser", &self.superuser).finish_non_exhaustive()
    }
}

/// Says what is wrong with an address of PostgreSQL, without repeating any of it.
pub fn check_url(url: &str) -> Result<(), String> {
    let parsed = url.parse::<tokio_postgres::Config>();
    let config =
        parsed.map_err(|error| unquoted(&error.source().map_or_else(|| error.to_string(), ToString::to_string)))?;
    match (config.get_hosts().is_empty(), config.get_user()) {
        (true, _) => Err("it names no host".into()),
        (false, None) => Err("it names no role".into()),
        (false, Some(_)) => Ok(()),
    }
}

/// The parser quotes what it does not understand, and that may be half a password.
fn unquoted(said: &str) -> String {
    if said.starts_with("unknown option") {
        return "it has an option that is none of PostgreSQL's".to_owned();
    }
    said.split(" but got ").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_told_without_the_address() {
        for url in [
            "hunter2=x",
            "postgres:/ada:hunter2@db/x?y=1",
            "host=db user=ada hunter2",
            "postgresql://ada:hunter2@db:x/y",
        ] {
            let said = check_url(url).unwrap_err();
            assert!(!said.is_empty() && !said.contains("hunter2") && !said.contains("ada"), "{url}: {said}");
        }
    }

    #[test]
    fn moves_to_another_database_and_hides_passwords() {
        let urls = Urls::new("/run/x", |role| role.name()).with_database("t1");
        assert_eq!(urls.tenant, "host=/run/x user=fulexo_tenant password=fulexo_tenant dbname=t1");
        assert_eq!(urls.superuser, "host=/run/x user=postgres dbname=t1");
        assert!(!format!("{urls:?}").contains("password"));
        urls.owner.parse::<tokio_postgres::Config>().unwrap();
    }
}
