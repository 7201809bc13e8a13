// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct PageParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>, T4: crate::StringSql>
{
    pub kind: Option<T1>,
    pub states: Option<T3>,
    pub store_id: Option<uuid::Uuid>,
    pub fault: Option<T4>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct PlatformPageParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
> {
    pub kind: Option<T1>,
    pub states: Option<T3>,
    pub fault: Option<T4>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub id: uuid::Uuid,
    pub kind: String,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub state: String,
    pub priority: i16,
    pub attempt: i16,
    pub max_attempts: i16,
    pub run_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
    pub last_error: Option<String>,
    pub fault: Option<String>,
    pub serial_key: Option<String>,
}
pub struct ListedBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub state: &'a str,
    pub priority: i16,
    pub attempt: i16,
    pub max_attempts: i16,
    pub run_at: jiff::Timestamp,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
    pub last_error: Option<&'a str>,
    pub fault: Option<&'a str>,
    pub serial_key: Option<&'a str>,
}
impl<'a> From<ListedBorrowed<'a>> for Listed {
    fn from(
        ListedBorrowed {
            id,
            kind,
            tenant_id,
            store_id,
            state,
            priority,
            attempt,
            max_attempts,
            run_at,
            created_at,
            started_at,
            finished_at,
            last_error,
            fault,
            serial_key,
        }: ListedBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.into(),
            tenant_id,
            store_id,
            state: state.into(),
            priority,
            attempt,
            max_attempts,
            run_at,
            created_at,
            started_at,
            finished_at,
            last_error: last_error.map(|v| v.into()),
            fault: fault.map(|v| v.into()),
            serial_key: serial_key.map(|v| v.into()),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ListedQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ListedBorrowed, tokio_postgres::Error>,
    mapper: fn(ListedBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ListedQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ListedBorrowed) -> R) -> ListedQuery<'c, 'a, 's, C, R, N> {
        ListedQuery {
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
pub struct PageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn page() -> PageStmt {
    PageStmt(
        "select * from ( (select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at , created_at, started_at, finished_at, last_error, fault, serial_key from jobs where ($1::text is null or kind = $1) and ($2::text[] is null or case when run_id is null then state else 'running' end = any($2)) and ($3::uuid is null or store_id = $3) and ($4::text is null or fault = $4) and ($5::uuid is null or id < $5) order by id desc limit $6) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null from job_history where ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and ($3::uuid is null or store_id = $3) and $4::text is null and ($5::uuid is null or id < $5) order by id desc limit $6) ) j order by id desc limit $6",
        None,
    )
}
impl PageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        states: &'a Option<T3>,
        store_id: &'a Option<uuid::Uuid>,
        fault: &'a Option<T4>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 6> {
        ListedQuery {
            client,
            params: [kind, states, store_id, fault, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedBorrowed, tokio_postgres::Error> {
                Ok(ListedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
> crate::client::async_::Params<'c, 'a, 's, PageParams<T1, T2, T3, T4>, ListedQuery<'c, 'a, 's, C, Listed, 6>, C>
    for PageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PageParams<T1, T2, T3, T4>,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 6> {
        self.bind(client, &params.kind, &params.states, &params.store_id, &params.fault, &params.after, &params.limit)
    }
}
pub struct PlatformPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn platform_page() -> PlatformPageStmt {
    PlatformPageStmt(
        "select * from ( (select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at , created_at, started_at, finished_at, last_error, fault, serial_key from jobs where tenant_id is null and ($1::text is null or kind = $1) and ($2::text[] is null or case when run_id is null then state else 'running' end = any($2)) and ($3::text is null or fault = $3) and ($4::uuid is null or id < $4) order by id desc limit $5) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null from job_history where tenant_id is null and ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and $3::text is null and ($4::uuid is null or id < $4) order by id desc limit $5) ) j order by id desc limit $5",
        None,
    )
}
impl PlatformPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::StringSql,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        states: &'a Option<T3>,
        fault: &'a Option<T4>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 5> {
        ListedQuery {
            client,
            params: [kind, states, fault, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListedBorrowed, tokio_postgres::Error> {
                Ok(ListedBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    priority: row.try_get(5)?,
                    attempt: row.try_get(6)?,
                    max_attempts: row.try_get(7)?,
                    run_at: row.try_get(8)?,
                    created_at: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    finished_at: row.try_get(11)?,
                    last_error: row.try_get(12)?,
                    fault: row.try_get(13)?,
                    serial_key: row.try_get(14)?,
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PlatformPageParams<T1, T2, T3, T4>,
        ListedQuery<'c, 'a, 's, C, Listed, 5>,
        C,
    > for PlatformPageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PlatformPageParams<T1, T2, T3, T4>,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 5> {
        self.bind(client, &params.kind, &params.states, &params.fault, &params.after, &params.limit)
    }
}
