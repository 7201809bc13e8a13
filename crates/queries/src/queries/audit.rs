// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct InsertAuditParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
> {
    pub id: uuid::Uuid,
    pub tenant_id: Option<uuid::Uuid>,
    pub at: jiff::Timestamp,
    pub actor_kind: T1,
    pub actor_user_id: Option<uuid::Uuid>,
    pub action: T2,
    pub subject_type: T3,
    pub subject_id: T4,
    pub ip: Option<T5>,
    pub request_id: Option<T6>,
    pub detail: T7,
}
#[derive(Clone, Copy, Debug)]
pub struct AuditPageParams {
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct AuditPageOfParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub tenant_ids: T1,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct InsertLooksParams<T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>> {
    pub user_id: uuid::Uuid,
    pub area: T1,
    pub hour: jiff::Timestamp,
    pub tenant_ids: T2,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: uuid::Uuid,
    pub tenant_id: Option<uuid::Uuid>,
    pub at: jiff::Timestamp,
    pub actor_user_id: Option<uuid::Uuid>,
    pub actor_name: Option<String>,
    pub actor_email: Option<String>,
    pub action: String,
    pub subject_type: String,
    pub subject_id: String,
    pub detail: String,
}
pub struct EntryBorrowed<'a> {
    pub id: uuid::Uuid,
    pub tenant_id: Option<uuid::Uuid>,
    pub at: jiff::Timestamp,
    pub actor_user_id: Option<uuid::Uuid>,
    pub actor_name: Option<&'a str>,
    pub actor_email: Option<&'a str>,
    pub action: &'a str,
    pub subject_type: &'a str,
    pub subject_id: &'a str,
    pub detail: &'a str,
}
impl<'a> From<EntryBorrowed<'a>> for Entry {
    fn from(
        EntryBorrowed {
            id,
            tenant_id,
            at,
            actor_user_id,
            actor_name,
            actor_email,
            action,
            subject_type,
            subject_id,
            detail,
        }: EntryBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            tenant_id,
            at,
            actor_user_id,
            actor_name: actor_name.map(|v| v.into()),
            actor_email: actor_email.map(|v| v.into()),
            action: action.into(),
            subject_type: subject_type.into(),
            subject_id: subject_id.into(),
            detail: detail.into(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct EntryQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<EntryBorrowed, tokio_postgres::Error>,
    mapper: fn(EntryBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> EntryQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(EntryBorrowed) -> R) -> EntryQuery<'c, 'a, 's, C, R, N> {
        EntryQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct UuidUuidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<uuid::Uuid, tokio_postgres::Error>,
    mapper: fn(uuid::Uuid) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UuidUuidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(uuid::Uuid) -> R) -> UuidUuidQuery<'c, 'a, 's, C, R, N> {
        UuidUuidQuery {
            client: self.client,
            params: self.params,
            query: self.query,
            cached: self.cached,
            extractor: self.extractor,
            mapper,
        }
    }
    pub async fn one(self) -> Result<T, tokio_postgres::Error> {
        let row = crate::client::async_::one(self.client, self.query, &self.params, self.cached).await?;
        Ok((self.mapper)((self.extractor)(&row)?))
    }
    pub async fn all(self) -> Result<Vec<T>, tokio_postgres::Error> {
        self.iter().await?.try_collect().await
    }
    pub async fn opt(self) -> Result<Option<T>, tokio_postgres::Error> {
        let opt_row = crate::client::async_::opt(self.client, self.query, &self.params, self.cached).await?;
        Ok(opt_row
            .map(|row| {
                let extracted = (self.extractor)(&row)?;
                Ok((self.mapper)(extracted))
            })
            .transpose()?)
    }
    pub async fn iter(
        self,
    ) -> Result<impl futures::Stream<Item = Result<T, tokio_postgres::Error>> + 'c, tokio_postgres::Error> {
        let stream =
            crate::client::async_::raw(self.client, self.query, crate::slice_iter(&self.params), self.cached).await?;
        let mapped = stream
            .map(move |res| {
                res.and_then(|row| {
                    let extracted = (self.extractor)(&row)?;
                    Ok((self.mapper)(extracted))
                })
            })
            .into_stream();
        Ok(mapped)
    }
}
pub struct InsertAuditStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_audit() -> InsertAuditStmt {
    InsertAuditStmt(
        "insert into audit_log (id, tenant_id, at, actor_kind, actor_user_id, action, subject_type, subject_id, ip, request_id, detail) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb)",
        None,
    )
}
impl InsertAuditStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::StringSql,
        T4: crate::StringSql,
        T5: crate::StringSql,
        T6: crate::StringSql,
        T7: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        tenant_id: &'a Option<uuid::Uuid>,
        at: &'a jiff::Timestamp,
        actor_kind: &'a T1,
        actor_user_id: &'a Option<uuid::Uuid>,
        action: &'a T2,
        subject_type: &'a T3,
        subject_id: &'a T4,
        ip: &'a Option<T5>,
        request_id: &'a Option<T6>,
        detail: &'a T7,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[
                    id,
                    tenant_id,
                    at,
                    actor_kind,
                    actor_user_id,
                    action,
                    subject_type,
                    subject_id,
                    ip,
                    request_id,
                    detail,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
    T6: crate::StringSql,
    T7: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertAuditParams<T1, T2, T3, T4, T5, T6, T7>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertAuditStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertAuditParams<T1, T2, T3, T4, T5, T6, T7>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.tenant_id,
            &params.at,
            &params.actor_kind,
            &params.actor_user_id,
            &params.action,
            &params.subject_type,
            &params.subject_id,
            &params.ip,
            &params.request_id,
            &params.detail,
        ))
    }
}
pub struct AuditPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn audit_page() -> AuditPageStmt {
    AuditPageStmt(
        "select a.id , a.tenant_id , a.at , a.actor_user_id , u.name as actor_name , u.email as actor_email , a.action , a.subject_type , a.subject_id , a.detail::text as detail from audit_log a left join users u on u.id = a.actor_user_id where a.id < coalesce($1, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) order by a.id desc limit $2",
        None,
    )
}
impl AuditPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> EntryQuery<'c, 'a, 's, C, Entry, 2> {
        EntryQuery {
            client,
            params: [after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EntryBorrowed, tokio_postgres::Error> {
                Ok(EntryBorrowed {
                    id: row.try_get(0)?,
                    tenant_id: row.try_get(1)?,
                    at: row.try_get(2)?,
                    actor_user_id: row.try_get(3)?,
                    actor_name: row.try_get(4)?,
                    actor_email: row.try_get(5)?,
                    action: row.try_get(6)?,
                    subject_type: row.try_get(7)?,
                    subject_id: row.try_get(8)?,
                    detail: row.try_get(9)?,
                })
            },
            mapper: |it| Entry::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, AuditPageParams, EntryQuery<'c, 'a, 's, C, Entry, 2>, C>
    for AuditPageStmt
{
    fn params(&'s self, client: &'c C, params: &'a AuditPageParams) -> EntryQuery<'c, 'a, 's, C, Entry, 2> {
        self.bind(client, &params.after, &params.limit)
    }
}
pub struct AuditPageOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn audit_page_of() -> AuditPageOfStmt {
    AuditPageOfStmt(
        "select a.id , a.tenant_id , a.at , a.actor_user_id , u.name as actor_name , u.email as actor_email , a.action , a.subject_type , a.subject_id , a.detail from unnest($1::uuid[]) as t (id) cross join lateral ( select a.id, a.tenant_id, a.at, a.actor_user_id, a.action, a.subject_type, a.subject_id, a.detail::text as detail from audit_log a where a.tenant_id = t.id and a.id < coalesce($2, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid) order by a.id desc limit $3 ) a left join users u on u.id = a.actor_user_id order by a.id desc limit $3",
        None,
    )
}
impl AuditPageOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        tenant_ids: &'a T1,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> EntryQuery<'c, 'a, 's, C, Entry, 3> {
        EntryQuery {
            client,
            params: [tenant_ids, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EntryBorrowed, tokio_postgres::Error> {
                Ok(EntryBorrowed {
                    id: row.try_get(0)?,
                    tenant_id: row.try_get(1)?,
                    at: row.try_get(2)?,
                    actor_user_id: row.try_get(3)?,
                    actor_name: row.try_get(4)?,
                    actor_email: row.try_get(5)?,
                    action: row.try_get(6)?,
                    subject_type: row.try_get(7)?,
                    subject_id: row.try_get(8)?,
                    detail: row.try_get(9)?,
                })
            },
            mapper: |it| Entry::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, AuditPageOfParams<T1>, EntryQuery<'c, 'a, 's, C, Entry, 3>, C>
    for AuditPageOfStmt
{
    fn params(&'s self, client: &'c C, params: &'a AuditPageOfParams<T1>) -> EntryQuery<'c, 'a, 's, C, Entry, 3> {
        self.bind(client, &params.tenant_ids, &params.after, &params.limit)
    }
}
pub struct InsertLooksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_looks() -> InsertLooksStmt {
    InsertLooksStmt(
        "insert into staff_looks (user_id, tenant_id, area, hour) select $1, x.tenant_id, $2, $3 from unnest($4::uuid[]) as x (tenant_id) on conflict do nothing returning tenant_id",
        None,
    )
}
impl InsertLooksStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        user_id: &'a uuid::Uuid,
        area: &'a T1,
        hour: &'a jiff::Timestamp,
        tenant_ids: &'a T2,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4> {
        UuidUuidQuery {
            client,
            params: [user_id, area, hour, tenant_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, InsertLooksParams<T1, T2>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4>, C>
    for InsertLooksStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a InsertLooksParams<T1, T2>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4> {
        self.bind(client, &params.user_id, &params.area, &params.hour, &params.tenant_ids)
    }
}
pub struct DeleteOldLooksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_old_looks() -> DeleteOldLooksStmt {
    DeleteOldLooksStmt("delete from staff_looks where hour < $1", None)
}
impl DeleteOldLooksStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        before: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[before]).await
    }
}
