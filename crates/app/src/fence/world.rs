//! Merchants with a row in every table, and everybody who might ask for them.

use fulexo_db::testing::{Tables, superuser};
use fulexo_kernel::TenantId;
use uuid::Uuid;

use crate::testing::{Actor, Answer, TestApp};

/// Everybody who might ask for what is merchant A's. `@` acts in A by the header.
pub(super) const ACTORS: [&str; 13] = [
    "nobody",
    "owner",
    "owner@",
    "support",
    "support@",
    "stranger",
    "stranger@",
    "granted",
    "granted@",
    "A.admin",
    "A.member",
    "A.viewer",
    "B.admin",
];

/// Every canary in an answer: the merchant it belongs to, as a simple id.
pub(super) fn canaries(answer: &Answer) -> Vec<String> {
    let body = String::from_utf8_lossy(&answer.body);
    body.match_indices("canary-").map(|(at, mark)| body[at + mark.len()..][..32].to_owned()).collect()
}

/// A database with merchants whose every table has rows with canaries.
pub(super) struct World {
    pub app: TestApp,
    tables: Tables,
}

/// Ids to put into requests.
#[derive(Clone)]
pub(super) struct Ids {
    pub tenant: TenantId,
    /// A member of the merchant.
    pub member: Uuid,
    /// Somebody of the staff.
    pub staff: Uuid,
    tables: Option<Tables>,
}

impl World {
    pub(super) async fn new() -> Self {
        Self::on(TestApp::isolated().await).await
    }

    pub(super) async fn on(app: TestApp) -> Self {
        app.leave_jobs();
        let tables = Tables::read(&superuser(&app.urls).await).await;
        Self { app, tables }
    }

    /// A fresh merchant with everything.
    pub(super) async fn merchant(&self, name: &str) -> Ids {
        let tenant = self.app.tenant(name).await;
        self.tables.seed(&superuser(&self.app.urls).await, tenant, 1).await;
        let member = self.app.member(tenant, "member").await.user_id;
        let staff = self.app.staff("support", Some(&[])).await.user_id;
        Ids { tenant, member, staff, tables: Some(self.tables.clone()) }
    }

    /// Somebody, as he asks for A and as he asks for what does not exist.
    pub(super) async fn actor(&self, name: &str, a: &Ids, unknown: &Ids) -> (Actor, Actor) {
        let app = &self.app;
        let person = match name.trim_end_matches('@') {
            "nobody" => app.nobody(),
            "owner" => app.owner().await,
            "support" => app.staff("support", Some(&[])).await,
            // may do nearly everything, but in no merchant
            "stranger" => app.staff("admin", Some(&[])).await,
            "granted" => app.staff("support", Some(&[a.tenant])).await,
            "B.admin" => {
                let b = self.merchant("B").await;
                app.member(b.tenant, "admin").await
            }
            of_a => app.member(a.tenant, of_a.trim_start_matches("A.")).await,
        };
        if name.ends_with('@') {
            (person.within(a.tenant), person.within(unknown.tenant))
        } else {
            (person.clone(), person)
        }
    }
}

impl Ids {
    /// Ids of nothing.
    pub(super) fn unknown() -> Self {
        let id = Uuid::new_v4;
        Self { tenant: TenantId(id()), member: id(), staff: id(), tables: None }
    }

    /// The id that stands in a path after a segment: the segment is the word of the table.
    pub(super) fn after(&self, segment: &str) -> Option<Uuid> {
        match segment {
            "tenants" => Some(self.tenant.0),
            "members" => Some(self.member),
            "users" => Some(self.staff),
            "pauses" => self.row("job_pauses"),
            "acts" => self.row("tag_acts"),
            table => self.row(table),
        }
    }

    fn row(&self, table: &str) -> Option<Uuid> {
        let Some(tables) = &self.tables else { return Some(Uuid::new_v4()) };
        tables.iter().find(|t| t.name == table).map(|t| t.id(self.tenant, 1))
    }
}
