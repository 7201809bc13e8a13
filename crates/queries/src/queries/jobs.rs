// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct EnqueueParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::StringSql> {
    pub id: uuid::Uuid,
    pub kind: T1,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub args: T2,
    pub priority: i16,
    pub run_at: jiff::Timestamp,
    pub max_attempts: i16,
    pub unique_key: Option<T3>,
    pub serial_key: Option<T4>,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct ExpediteParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub now: jiff::Timestamp,
    pub kind: T1,
    pub unique_key: T2,
}
#[derive(Debug)]
pub struct ClaimParams<T1: crate::StringSql> {
    pub kind: T1,
    pub now: jiff::Timestamp,
    pub tenant_id: Option<uuid::Uuid>,
    pub limit: i64,
    pub lease_until: jiff::Timestamp,
    pub worker: uuid::Uuid,
}
#[derive(Debug)]
pub struct HeartbeatParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub lease_until: jiff::Timestamp,
    pub ids: T1,
    pub worker: uuid::Uuid,
}
#[derive(Debug)]
pub struct CompleteParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub id: uuid::Uuid,
    pub worker: uuid::Uuid,
    pub attempt: i16,
    pub state: T1,
    pub now: jiff::Timestamp,
    pub attempt_id: uuid::Uuid,
    pub outcome: T2,
}
#[derive(Debug)]
pub struct PutBackParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub state: T1,
    pub run_at: jiff::Timestamp,
    pub counts: bool,
    pub error: Option<T2>,
    pub now: jiff::Timestamp,
    pub id: uuid::Uuid,
    pub worker: uuid::Uuid,
    pub attempt: i16,
    pub attempt_id: uuid::Uuid,
    pub outcome: T3,
}
#[derive(Debug)]
pub struct ReapParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub now: jiff::Timestamp,
    pub attempt_ids: T1,
}
#[derive(Debug)]
pub struct DeadOfTenantsParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub everything: bool,
    pub tenant_ids: T1,
}
#[derive(Debug)]
pub struct InsertNewsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = uuid::Uuid>> {
    pub tenant_id: uuid::Uuid,
    pub kind: T1,
    pub op: T2,
    pub store_id: Option<uuid::Uuid>,
    pub ids: T3,
    pub at: jiff::Timestamp,
}
#[derive(Debug)]
pub struct NewsParams<T1: crate::StringSql> {
    pub tx: T1,
    pub seq: i64,
}
#[derive(Debug)]
pub struct DueKindsParams<T1: crate::StringSql, T2: crate::ArraySql<Item = T1>> {
    pub kinds: T2,
    pub now: jiff::Timestamp,
    pub tenant_id: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct JobPageParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>> {
    pub kind: Option<T1>,
    pub states: Option<T3>,
    pub store_id: Option<uuid::Uuid>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct PlatformJobPageParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>> {
    pub kind: Option<T1>,
    pub states: Option<T3>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct NewsSinceParams<T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>> {
    pub tx: T1,
    pub seq: i64,
    pub everything: bool,
    pub tenants: T2,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct TenantsWithStoresParams {
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    pub id: uuid::Uuid,
    pub kind: String,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub args: String,
    pub attempt: i16,
    pub max_attempts: i16,
    pub run_at: jiff::Timestamp,
}
pub struct ClaimBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub args: &'a str,
    pub attempt: i16,
    pub max_attempts: i16,
    pub run_at: jiff::Timestamp,
}
impl<'a> From<ClaimBorrowed<'a>> for Claim {
    fn from(
        ClaimBorrowed { id, kind, tenant_id, store_id, args, attempt, max_attempts, run_at }: ClaimBorrowed<'a>,
    ) -> Self {
        Self { id, kind: kind.into(), tenant_id, store_id, args: args.into(), attempt, max_attempts, run_at }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct JobCounts {
    pub kind: String,
    pub state: String,
    pub n: i64,
}
pub struct JobCountsBorrowed<'a> {
    pub kind: &'a str,
    pub state: &'a str,
    pub n: i64,
}
impl<'a> From<JobCountsBorrowed<'a>> for JobCounts {
    fn from(JobCountsBorrowed { kind, state, n }: JobCountsBorrowed<'a>) -> Self {
        Self { kind: kind.into(), state: state.into(), n }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct DeadOfTenants {
    pub n: i64,
    pub oldest: Option<jiff::Timestamp>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    pub tx: String,
    pub seq: i64,
    pub tenant_id: uuid::Uuid,
    pub kind: String,
    pub op: String,
    pub store_id: Option<uuid::Uuid>,
    pub ids: Vec<uuid::Uuid>,
}
pub struct NewsBorrowed<'a> {
    pub tx: &'a str,
    pub seq: i64,
    pub tenant_id: uuid::Uuid,
    pub kind: &'a str,
    pub op: &'a str,
    pub store_id: Option<uuid::Uuid>,
    pub ids: crate::ArrayIterator<'a, uuid::Uuid>,
}
impl<'a> From<NewsBorrowed<'a>> for News {
    fn from(NewsBorrowed { tx, seq, tenant_id, kind, op, store_id, ids }: NewsBorrowed<'a>) -> Self {
        Self {
            tx: tx.into(),
            seq,
            tenant_id,
            kind: kind.into(),
            op: op.into(),
            store_id,
            ids: ids.map(|v| v).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct NewsTail {
    pub tx: Option<String>,
    pub seq: Option<i64>,
}
pub struct NewsTailBorrowed<'a> {
    pub tx: Option<&'a str>,
    pub seq: Option<i64>,
}
impl<'a> From<NewsTailBorrowed<'a>> for NewsTail {
    fn from(NewsTailBorrowed { tx, seq }: NewsTailBorrowed<'a>) -> Self {
        Self { tx: tx.map(|v| v.into()), seq }
    }
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
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct LastChores {
    pub kind: String,
    pub at: jiff::Timestamp,
}
pub struct LastChoresBorrowed<'a> {
    pub kind: &'a str,
    pub at: jiff::Timestamp,
}
impl<'a> From<LastChoresBorrowed<'a>> for LastChores {
    fn from(LastChoresBorrowed { kind, at }: LastChoresBorrowed<'a>) -> Self {
        Self { kind: kind.into(), at }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct NewsSince {
    pub tx: String,
    pub seq: i64,
    pub tenant_id: uuid::Uuid,
    pub kind: String,
    pub op: String,
    pub store_id: Option<uuid::Uuid>,
    pub ids: Vec<uuid::Uuid>,
}
pub struct NewsSinceBorrowed<'a> {
    pub tx: &'a str,
    pub seq: i64,
    pub tenant_id: uuid::Uuid,
    pub kind: &'a str,
    pub op: &'a str,
    pub store_id: Option<uuid::Uuid>,
    pub ids: crate::ArrayIterator<'a, uuid::Uuid>,
}
impl<'a> From<NewsSinceBorrowed<'a>> for NewsSince {
    fn from(NewsSinceBorrowed { tx, seq, tenant_id, kind, op, store_id, ids }: NewsSinceBorrowed<'a>) -> Self {
        Self {
            tx: tx.into(),
            seq,
            tenant_id,
            kind: kind.into(),
            op: op.into(),
            store_id,
            ids: ids.map(|v| v).collect(),
        }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ClaimQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ClaimBorrowed, tokio_postgres::Error>,
    mapper: fn(ClaimBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ClaimQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ClaimBorrowed) -> R) -> ClaimQuery<'c, 'a, 's, C, R, N> {
        ClaimQuery {
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
pub struct JobCountsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<JobCountsBorrowed, tokio_postgres::Error>,
    mapper: fn(JobCountsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> JobCountsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(JobCountsBorrowed) -> R) -> JobCountsQuery<'c, 'a, 's, C, R, N> {
        JobCountsQuery {
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
pub struct DeadOfTenantsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DeadOfTenants, tokio_postgres::Error>,
    mapper: fn(DeadOfTenants) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DeadOfTenantsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DeadOfTenants) -> R) -> DeadOfTenantsQuery<'c, 'a, 's, C, R, N> {
        DeadOfTenantsQuery {
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
pub struct NewsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<NewsBorrowed, tokio_postgres::Error>,
    mapper: fn(NewsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> NewsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(NewsBorrowed) -> R) -> NewsQuery<'c, 'a, 's, C, R, N> {
        NewsQuery {
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
pub struct NewsTailQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<NewsTailBorrowed, tokio_postgres::Error>,
    mapper: fn(NewsTailBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> NewsTailQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(NewsTailBorrowed) -> R) -> NewsTailQuery<'c, 'a, 's, C, R, N> {
        NewsTailQuery {
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
pub struct StringQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<&str, tokio_postgres::Error>,
    mapper: fn(&str) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StringQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(&str) -> R) -> StringQuery<'c, 'a, 's, C, R, N> {
        StringQuery {
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
pub struct BoolQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<bool, tokio_postgres::Error>,
    mapper: fn(bool) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> BoolQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(bool) -> R) -> BoolQuery<'c, 'a, 's, C, R, N> {
        BoolQuery {
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
pub struct LastChoresQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<LastChoresBorrowed, tokio_postgres::Error>,
    mapper: fn(LastChoresBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> LastChoresQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(LastChoresBorrowed) -> R) -> LastChoresQuery<'c, 'a, 's, C, R, N> {
        LastChoresQuery {
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
pub struct NewsSinceQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<NewsSinceBorrowed, tokio_postgres::Error>,
    mapper: fn(NewsSinceBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> NewsSinceQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(NewsSinceBorrowed) -> R) -> NewsSinceQuery<'c, 'a, 's, C, R, N> {
        NewsSinceQuery {
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
pub struct EnqueueStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn enqueue() -> EnqueueStmt {
    EnqueueStmt(
        "insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, unique_key, serial_key, created_at) values ($1, $2, $3, $4, $5::text::jsonb, 'scheduled', $6, $7, $8, $9, $10, $11) on conflict (kind, unique_key) where unique_key is not null and state in ('scheduled', 'available', 'running', 'retryable') do nothing",
        None,
    )
}
impl EnqueueStmt {
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
    >(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        kind: &'a T1,
        tenant_id: &'a Option<uuid::Uuid>,
        store_id: &'a Option<uuid::Uuid>,
        args: &'a T2,
        priority: &'a i16,
        run_at: &'a jiff::Timestamp,
        max_attempts: &'a i16,
        unique_key: &'a Option<T3>,
        serial_key: &'a Option<T4>,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[id, kind, tenant_id, store_id, args, priority, run_at, max_attempts, unique_key, serial_key, now],
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
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        EnqueueParams<T1, T2, T3, T4>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for EnqueueStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a EnqueueParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.kind,
            &params.tenant_id,
            &params.store_id,
            &params.args,
            &params.priority,
            &params.run_at,
            &params.max_attempts,
            &params.unique_key,
            &params.serial_key,
            &params.now,
        ))
    }
}
pub struct ExpediteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn expedite() -> ExpediteStmt {
    ExpediteStmt(
        "update jobs set run_at = $1 where kind = $2 and unique_key = $3 and state in ('scheduled', 'available', 'retryable') and run_at > $1",
        None,
    )
}
impl ExpediteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        kind: &'a T1,
        unique_key: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, kind, unique_key]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ExpediteParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ExpediteStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ExpediteParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.kind, &params.unique_key))
    }
}
pub struct ClaimStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn claim() -> ClaimStmt {
    ClaimStmt(
        "with ready as ( select j.id, j.serial_key, j.priority, j.run_at from jobs j where j.kind = $1 and j.state in ('scheduled', 'available', 'retryable') and j.run_at <= $2 and ($3::uuid is null or j.tenant_id = $3) and (j.serial_key is null or not exists ( select from jobs r where r.serial_key = j.serial_key and r.state = 'running')) order by j.priority desc, j.run_at, j.id limit $4 for update skip locked ), chosen as ( select distinct on (coalesce(serial_key, id::text)) id from ready order by coalesce(serial_key, id::text), priority desc, run_at, id ) update jobs j set state = 'running', attempt = j.attempt + 1, lease_until = $5, worker = $6, started_at = $2 from chosen where j.id = chosen.id returning j.id, j.kind, j.tenant_id, j.store_id, j.args::text as args, j.attempt, j.max_attempts, j.run_at",
        None,
    )
}
impl ClaimStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        now: &'a jiff::Timestamp,
        tenant_id: &'a Option<uuid::Uuid>,
        limit: &'a i64,
        lease_until: &'a jiff::Timestamp,
        worker: &'a uuid::Uuid,
    ) -> ClaimQuery<'c, 'a, 's, C, Claim, 6> {
        ClaimQuery {
            client,
            params: [kind, now, tenant_id, limit, lease_until, worker],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ClaimBorrowed, tokio_postgres::Error> {
                Ok(ClaimBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    store_id: row.try_get(3)?,
                    args: row.try_get(4)?,
                    attempt: row.try_get(5)?,
                    max_attempts: row.try_get(6)?,
                    run_at: row.try_get(7)?,
                })
            },
            mapper: |it| Claim::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, ClaimParams<T1>, ClaimQuery<'c, 'a, 's, C, Claim, 6>, C> for ClaimStmt
{
    fn params(&'s self, client: &'c C, params: &'a ClaimParams<T1>) -> ClaimQuery<'c, 'a, 's, C, Claim, 6> {
        self.bind(
            client,
            &params.kind,
            &params.now,
            &params.tenant_id,
            &params.limit,
            &params.lease_until,
            &params.worker,
        )
    }
}
pub struct HeartbeatStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn heartbeat() -> HeartbeatStmt {
    HeartbeatStmt("update jobs set lease_until = $1 where id = any($2) and worker = $3 and state = 'running'", None)
}
impl HeartbeatStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        lease_until: &'a jiff::Timestamp,
        ids: &'a T1,
        worker: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[lease_until, ids, worker]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        HeartbeatParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for HeartbeatStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a HeartbeatParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.lease_until, &params.ids, &params.worker))
    }
}
pub struct CompleteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn complete() -> CompleteStmt {
    CompleteStmt(
        "with done as ( delete from jobs where id = $1 and worker = $2 and attempt = $3 and state = 'running' returning * ), history as ( insert into job_history (id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at) select id, kind, tenant_id, store_id, args, $4, priority, attempt, max_attempts, run_at, created_at, started_at, $5 from done ) insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome) select $6, id, tenant_id, kind, attempt, worker, started_at, $5, $7 from done",
        None,
    )
}
impl CompleteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        worker: &'a uuid::Uuid,
        attempt: &'a i16,
        state: &'a T1,
        now: &'a jiff::Timestamp,
        attempt_id: &'a uuid::Uuid,
        outcome: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id, worker, attempt, state, now, attempt_id, outcome]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        CompleteParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for CompleteStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a CompleteParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.worker,
            &params.attempt,
            &params.state,
            &params.now,
            &params.attempt_id,
            &params.outcome,
        ))
    }
}
pub struct PutBackStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn put_back() -> PutBackStmt {
    PutBackStmt(
        "with back as ( update jobs set state = $1, run_at = $2 , attempt = case when $3 then attempt when $1 = 'scheduled' then 0 else attempt - 1 end , lease_until = null, worker = null, last_error = $4, finished_at = case when $1 = 'dead' then $5::timestamptz end where id = $6 and worker = $7 and attempt = $8 and state = 'running' returning id, tenant_id, kind, started_at ) insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error) select $9, id, tenant_id, kind, $8, $7, started_at, $5, $10, $4 from back where $10 <> 'snooze'",
        None,
    )
}
impl PutBackStmt {
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
    >(
        &'s self,
        client: &'c C,
        state: &'a T1,
        run_at: &'a jiff::Timestamp,
        counts: &'a bool,
        error: &'a Option<T2>,
        now: &'a jiff::Timestamp,
        id: &'a uuid::Uuid,
        worker: &'a uuid::Uuid,
        attempt: &'a i16,
        attempt_id: &'a uuid::Uuid,
        outcome: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[state, run_at, counts, error, now, id, worker, attempt, attempt_id, outcome],
            )
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        PutBackParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for PutBackStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a PutBackParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.state,
            &params.run_at,
            &params.counts,
            &params.error,
            &params.now,
            &params.id,
            &params.worker,
            &params.attempt,
            &params.attempt_id,
            &params.outcome,
        ))
    }
}
pub struct ReapStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn reap() -> ReapStmt {
    ReapStmt(
        "with lost as ( select id, worker as old_worker from jobs where state = 'running' and lease_until < $1 order by lease_until limit 100 for update skip locked ), back as ( update jobs j set state = case when j.attempt >= j.max_attempts then 'dead' else 'retryable' end , run_at = $1, lease_until = null, worker = null , last_error = 'the worker went silent: its lease ended' , finished_at = case when j.attempt >= j.max_attempts then $1::timestamptz end from lost where j.id = lost.id returning j.id, j.tenant_id, j.kind, j.attempt, j.started_at, lost.old_worker ) insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error) select ($2::uuid[])[row_number() over ()], id, tenant_id, kind, attempt, old_worker, started_at, $1, 'lost', 'the worker went silent: its lease ended' from back",
        None,
    )
}
impl ReapStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        attempt_ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, attempt_ids]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ReapParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ReapStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ReapParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.attempt_ids))
    }
}
pub struct JobCountsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn job_counts() -> JobCountsStmt {
    JobCountsStmt("select kind, state, count(*) as n from jobs group by kind, state", None)
}
impl JobCountsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> JobCountsQuery<'c, 'a, 's, C, JobCounts, 0> {
        JobCountsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<JobCountsBorrowed, tokio_postgres::Error> {
                Ok(JobCountsBorrowed { kind: row.try_get(0)?, state: row.try_get(1)?, n: row.try_get(2)? })
            },
            mapper: |it| JobCounts::from(it),
        }
    }
}
pub struct DeadOfTenantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn dead_of_tenants() -> DeadOfTenantsStmt {
    DeadOfTenantsStmt(
        "select count(*) as n, min(finished_at) as oldest from jobs where state = 'dead' and ($1 or tenant_id = any($2))",
        None,
    )
}
impl DeadOfTenantsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        everything: &'a bool,
        tenant_ids: &'a T1,
    ) -> DeadOfTenantsQuery<'c, 'a, 's, C, DeadOfTenants, 2> {
        DeadOfTenantsQuery {
            client,
            params: [everything, tenant_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<DeadOfTenants, tokio_postgres::Error> {
                Ok(DeadOfTenants { n: row.try_get(0)?, oldest: row.try_get(1)? })
            },
            mapper: |it| DeadOfTenants::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        DeadOfTenantsParams<T1>,
        DeadOfTenantsQuery<'c, 'a, 's, C, DeadOfTenants, 2>,
        C,
    > for DeadOfTenantsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DeadOfTenantsParams<T1>,
    ) -> DeadOfTenantsQuery<'c, 'a, 's, C, DeadOfTenants, 2> {
        self.bind(client, &params.everything, &params.tenant_ids)
    }
}
pub struct InsertNewsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_news() -> InsertNewsStmt {
    InsertNewsStmt("insert into outbox (tenant_id, kind, op, store_id, ids, at) values ($1, $2, $3, $4, $5, $6)", None)
}
impl InsertNewsStmt {
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
        T3: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
        kind: &'a T1,
        op: &'a T2,
        store_id: &'a Option<uuid::Uuid>,
        ids: &'a T3,
        at: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[tenant_id, kind, op, store_id, ids, at]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = uuid::Uuid>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertNewsParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertNewsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertNewsParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.tenant_id,
            &params.kind,
            &params.op,
            &params.store_id,
            &params.ids,
            &params.at,
        ))
    }
}
pub struct NewsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn news() -> NewsStmt {
    NewsStmt(
        "select o.tx::text as tx, o.seq, o.tenant_id, o.kind, o.op, o.store_id, o.ids from outbox o where (o.tx, o.seq) > ($1::text::xid8, $2) and o.tx < pg_snapshot_xmin(pg_current_snapshot()) order by o.tx, o.seq limit 500",
        None,
    )
}
impl NewsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tx: &'a T1,
        seq: &'a i64,
    ) -> NewsQuery<'c, 'a, 's, C, News, 2> {
        NewsQuery {
            client,
            params: [tx, seq],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<NewsBorrowed, tokio_postgres::Error> {
                Ok(NewsBorrowed {
                    tx: row.try_get(0)?,
                    seq: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    kind: row.try_get(3)?,
                    op: row.try_get(4)?,
                    store_id: row.try_get(5)?,
                    ids: row.try_get(6)?,
                })
            },
            mapper: |it| News::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, NewsParams<T1>, NewsQuery<'c, 'a, 's, C, News, 2>, C> for NewsStmt
{
    fn params(&'s self, client: &'c C, params: &'a NewsParams<T1>) -> NewsQuery<'c, 'a, 's, C, News, 2> {
        self.bind(client, &params.tx, &params.seq)
    }
}
pub struct NewsTailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn news_tail() -> NewsTailStmt {
    NewsTailStmt("select tx::text as tx, seq from outbox order by outbox.tx, outbox.seq limit 1", None)
}
impl NewsTailStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> NewsTailQuery<'c, 'a, 's, C, NewsTail, 0> {
        NewsTailQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<NewsTailBorrowed, tokio_postgres::Error> {
                Ok(NewsTailBorrowed { tx: row.try_get(0)?, seq: row.try_get(1)? })
            },
            mapper: |it| NewsTail::from(it),
        }
    }
}
pub struct DeleteOldNewsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_old_news() -> DeleteOldNewsStmt {
    DeleteOldNewsStmt("delete from outbox where at < $1", None)
}
impl DeleteOldNewsStmt {
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
pub struct DueKindsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn due_kinds() -> DueKindsStmt {
    DueKindsStmt(
        "select k.kind as kind from unnest($1::text[]) as k (kind) where exists ( select from jobs j where j.kind = k.kind and j.state in ('scheduled', 'available', 'retryable') and j.run_at <= $2 and ($3::uuid is null or j.tenant_id = $3))",
        None,
    )
}
impl DueKindsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
        now: &'a jiff::Timestamp,
        tenant_id: &'a Option<uuid::Uuid>,
    ) -> StringQuery<'c, 'a, 's, C, String, 3> {
        StringQuery {
            client,
            params: [kinds, now, tenant_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>
    crate::client::async_::Params<'c, 'a, 's, DueKindsParams<T1, T2>, StringQuery<'c, 'a, 's, C, String, 3>, C>
    for DueKindsStmt
{
    fn params(&'s self, client: &'c C, params: &'a DueKindsParams<T1, T2>) -> StringQuery<'c, 'a, 's, C, String, 3> {
        self.bind(client, &params.kinds, &params.now, &params.tenant_id)
    }
}
pub struct JobPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn job_page() -> JobPageStmt {
    JobPageStmt(
        "select * from ( (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error from jobs where ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and ($3::uuid is null or store_id = $3) and ($4::uuid is null or id < $4) order by id desc limit $5) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null from job_history where ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and ($3::uuid is null or store_id = $3) and ($4::uuid is null or id < $4) order by id desc limit $5) ) j order by id desc limit $5",
        None,
    )
}
impl JobPageStmt {
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
    >(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        states: &'a Option<T3>,
        store_id: &'a Option<uuid::Uuid>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 5> {
        ListedQuery {
            client,
            params: [kind, states, store_id, after, limit],
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
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>>
    crate::client::async_::Params<'c, 'a, 's, JobPageParams<T1, T2, T3>, ListedQuery<'c, 'a, 's, C, Listed, 5>, C>
    for JobPageStmt
{
    fn params(&'s self, client: &'c C, params: &'a JobPageParams<T1, T2, T3>) -> ListedQuery<'c, 'a, 's, C, Listed, 5> {
        self.bind(client, &params.kind, &params.states, &params.store_id, &params.after, &params.limit)
    }
}
pub struct PlatformJobPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn platform_job_page() -> PlatformJobPageStmt {
    PlatformJobPageStmt(
        "select * from ( (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error from jobs where tenant_id is null and ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and ($3::uuid is null or id < $3) order by id desc limit $4) union all (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null from job_history where tenant_id is null and ($1::text is null or kind = $1) and ($2::text[] is null or state = any($2)) and ($3::uuid is null or id < $3) order by id desc limit $4) ) j order by id desc limit $4",
        None,
    )
}
impl PlatformJobPageStmt {
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
    >(
        &'s self,
        client: &'c C,
        kind: &'a Option<T1>,
        states: &'a Option<T3>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 4> {
        ListedQuery {
            client,
            params: [kind, states, after, limit],
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
                })
            },
            mapper: |it| Listed::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PlatformJobPageParams<T1, T2, T3>,
        ListedQuery<'c, 'a, 's, C, Listed, 4>,
        C,
    > for PlatformJobPageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PlatformJobPageParams<T1, T2, T3>,
    ) -> ListedQuery<'c, 'a, 's, C, Listed, 4> {
        self.bind(client, &params.kind, &params.states, &params.after, &params.limit)
    }
}
pub struct LockSchedulesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_schedules() -> LockSchedulesStmt {
    LockSchedulesStmt("select pg_advisory_xact_lock(7262) is null as locked", None)
}
impl LockSchedulesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> BoolQuery<'c, 'a, 's, C, bool, 0> {
        BoolQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct LastChoresStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn last_chores() -> LastChoresStmt {
    LastChoresStmt(
        "select k.kind, j.created_at as at from unnest($1::text[]) as k (kind) cross join lateral ( select max(j.created_at) as created_at from ( (select created_at from jobs where tenant_id is null and kind = k.kind) union all (select created_at from job_history where tenant_id is null and kind = k.kind order by id desc limit 1) ) j ) j where j.created_at is not null",
        None,
    )
}
impl LastChoresStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
    ) -> LastChoresQuery<'c, 'a, 's, C, LastChores, 1> {
        LastChoresQuery {
            client,
            params: [kinds],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<LastChoresBorrowed, tokio_postgres::Error> {
                Ok(LastChoresBorrowed { kind: row.try_get(0)?, at: row.try_get(1)? })
            },
            mapper: |it| LastChores::from(it),
        }
    }
}
pub struct NewsHorizonStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn news_horizon() -> NewsHorizonStmt {
    NewsHorizonStmt("select pg_snapshot_xmin(pg_current_snapshot())::text as tx", None)
}
impl NewsHorizonStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> StringQuery<'c, 'a, 's, C, String, 0> {
        StringQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct NewsSinceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn news_since() -> NewsSinceStmt {
    NewsSinceStmt(
        "select o.tx::text as tx, o.seq, o.tenant_id, o.kind, o.op, o.store_id, o.ids from outbox o where (o.tx, o.seq) > ($1::text::xid8, $2) and o.tx < pg_snapshot_xmin(pg_current_snapshot()) and ($3 or o.tenant_id = any($4)) order by o.tx, o.seq limit $5",
        None,
    )
}
impl NewsSinceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        tx: &'a T1,
        seq: &'a i64,
        everything: &'a bool,
        tenants: &'a T2,
        limit: &'a i64,
    ) -> NewsSinceQuery<'c, 'a, 's, C, NewsSince, 5> {
        NewsSinceQuery {
            client,
            params: [tx, seq, everything, tenants, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<NewsSinceBorrowed, tokio_postgres::Error> {
                Ok(NewsSinceBorrowed {
                    tx: row.try_get(0)?,
                    seq: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    kind: row.try_get(3)?,
                    op: row.try_get(4)?,
                    store_id: row.try_get(5)?,
                    ids: row.try_get(6)?,
                })
            },
            mapper: |it| NewsSince::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, NewsSinceParams<T1, T2>, NewsSinceQuery<'c, 'a, 's, C, NewsSince, 5>, C>
    for NewsSinceStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a NewsSinceParams<T1, T2>,
    ) -> NewsSinceQuery<'c, 'a, 's, C, NewsSince, 5> {
        self.bind(client, &params.tx, &params.seq, &params.everything, &params.tenants, &params.limit)
    }
}
pub struct TenantsWithStoresStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenants_with_stores() -> TenantsWithStoresStmt {
    TenantsWithStoresStmt(
        "select distinct tenant_id from store_routes where accepts and ($1::uuid is null or tenant_id > $1) order by tenant_id limit $2",
        None,
    )
}
impl TenantsWithStoresStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, TenantsWithStoresParams, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for TenantsWithStoresStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TenantsWithStoresParams,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.after, &params.limit)
    }
}
