//! Merchants and people of a test, with sessions, made without the routes that make them.

use fulexo_kernel::{Clock, TenantId};
use fulexo_platform::digest::{random_token, sha256};
use fulexo_queries::queries::people as sql;
use uuid::Uuid;

use super::{Actor, TestApp, must};

impl TestApp {
    /// A fresh merchant.
    pub async fn tenant(&self, name: &str) -> TenantId {
        let id = self.id();
        let slug = format!("t-{}", id.simple());
        let tx = must("a transaction", self.app.db.system("make a merchant for a test").await);
        must(
            "a merchant",
            sql::insert_tenant().bind(&tx, &id, &slug, &name, &"Europe/Istanbul", &self.clock.now()).await,
        );
        must("a merchant", tx.commit().await);
        self.leftovers.watch(TenantId(id));
        TenantId(id)
    }

    /// Somebody without a session.
    pub fn nobody(&self) -> Actor {
        Actor::new(self, Uuid::nil(), "", None)
    }

    /// Staff who may do everything, in every merchant.
    pub async fn owner(&self) -> Actor {
        self.staff("owner", None).await
    }

    /// Staff of a role, granted some merchants; `None` for all of them.
    pub async fn staff(&self, role: &str, granted: Option<&[TenantId]>) -> Actor {
        self.person(None, Some(role), granted, None).await
    }

    /// A member (`admin`, `member` or `viewer`) of a merchant.
    pub async fn member(&self, tenant: TenantId, role: &str) -> Actor {
        self.person(Some(tenant), None, None, Some(role)).await
    }

    async fn person(
        &self,
        tenant: Option<TenantId>,
        platform_role: Option<&str>,
        granted: Option<&[TenantId]>,
        role: Option<&str>,
    ) -> Actor {
        let (id, now) = (self.id(), self.clock.now());
        let word = platform_role.or(role).unwrap_or_default();
        let email = format!("{word}-{}@example.test", id.simple());
        let tx = must("a transaction", self.app.db.system("make a person for a test").await);
        let all = granted.is_none();
        let user =
            sql::insert_user().bind(&tx, &id, &email, &email, &word, &None::<&str>, &platform_role, &all, &now).await;
        must("a user", user);
        if let (Some(tenant), Some(role)) = (tenant, role) {
            must("a membership", sql::upsert_membership().bind(&tx, &tenant.0, &id, &role, &now).one().await);
        }
        let granted: Vec<Uuid> = granted.unwrap_or_default().iter().map(|t| t.0).collect();
        must("grants", sql::insert_grants().bind(&tx, &id, &granted).await);
        must("a user", tx.commit().await);
        self.session(id, &email, tenant).await
    }

    /// A new session of a user who exists.
    pub async fn session(&self, user_id: Uuid, email: &str, tenant: Option<TenantId>) -> Actor {
        let (cookie, access) = (must("a token", random_token()), must("a token", random_token()));
        let now = self.clock.now();
        let ends = must("a moment", now.checked_add(std::time::Duration::from_secs(12 * 3600)));
        let tx = must("a transaction", self.app.db.system("make a session for a test").await);
        let session = sql::insert_session()
            .bind(
                &tx,
                &self.id(),
                &user_id,
                &tenant.map(|t| t.0),
                &sha256(cookie.as_bytes()).as_slice(),
                &sha256(access.as_bytes()).as_slice(),
                &None::<&str>,
                &None::<&str>,
                &now,
                &ends,
            )
            .await;
        must("a session", session);
        must("a session", tx.commit().await);
        Actor::new(self, user_id, email, Some(&access))
    }

    fn id(&self) -> Uuid {
        Clock::from(self.clock.clone()).id()
    }
}
