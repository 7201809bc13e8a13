// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct EnqueueParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::StringSql> {
    pub id: uuid::Uuid,
    pub kind: T1,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub args: T2,
    pub run_at: jiff::Timestamp,
    pub now: jiff::Timestamp,
    pub priority: i16,
    pub max_attempts: i16,
    pub unique_key: Option<T3>,
    pub serial_key: Option<T4>,
}
#[derive(Debug)]
pub struct EnqueueAllParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T4: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = Option<T7>>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = Option<T9>>,
> {
    pub kind: T1,
    pub priority: i16,
    pub now: jiff::Timestamp,
    pub max_attempts: i16,
    pub ids: T2,
    pub tenant_ids: T3,
    pub store_ids: T4,
    pub args: T6,
    pub unique_keys: T8,
    pub serial_keys: T10,
}
#[derive(Debug)]
pub struct ExpediteParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub now: jiff::Timestamp,
    pub kind: T1,
    pub unique_key: T2,
}
#[derive(Clone, Copy, Debug)]
pub struct PromoteParams {
    pub now: jiff::Timestamp,
    pub only: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct WaitingKindsParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub kinds: T2,
    pub floors: T3,
    pub now: jiff::Timestamp,
    pub only: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct LockClaimsParams<T1: crate::StringSql> {
    pub kind: T1,
    pub only: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct ClaimParams<T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>> {
    pub kind: T1,
    pub counted: bool,
    pub runs_floor: uuid::Uuid,
    pub only: Option<uuid::Uuid>,
    pub floor: jiff::Timestamp,
    pub now: jiff::Timestamp,
    pub window: i64,
    pub per_tenant: i64,
    pub limit: i64,
    pub concurrency: i64,
    pub run_ids: T2,
    pub worker: uuid::Uuid,
}
#[derive(Debug)]
pub struct ClaimLanesParams<T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>> {
    pub kind: T1,
    pub counted: bool,
    pub runs_floor: uuid::Uuid,
    pub from: uuid::Uuid,
    pub floor: jiff::Timestamp,
    pub now: jiff::Timestamp,
    pub lanes: i32,
    pub per_tenant: i64,
    pub limit: i64,
    pub concurrency: i64,
    pub run_ids: T2,
    pub worker: uuid::Uuid,
}
#[derive(Debug)]
pub struct CompleteParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub ids: T1,
    pub run_ids: T2,
    pub states: T4,
    pub ended_ats: T5,
}
#[derive(Debug)]
pub struct PutBackParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = jiff::Timestamp>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = Option<T8>>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = Option<T10>>,
    T12: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub ids: T1,
    pub run_ids: T2,
    pub states: T4,
    pub run_ats: T5,
    pub outcomes: T7,
    pub errors: T9,
    pub faults: T11,
    pub ended_ats: T12,
}
#[derive(Debug)]
pub struct BeatParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql, T4: crate::ArraySql<Item = T3>>
{
    pub worker: uuid::Uuid,
    pub name: T1,
    pub version: T2,
    pub kinds: T4,
    pub stopping: bool,
    pub lease_seconds: f64,
}
#[derive(Debug)]
pub struct ReapParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub run_ids: T1,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct AddStatsParams<
    T1: crate::ArraySql<Item = jiff::Timestamp>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = i64>,
    T5: crate::ArraySql<Item = i64>,
    T6: crate::ArraySql<Item = i64>,
    T7: crate::ArraySql<Item = i64>,
    T8: crate::ArraySql<Item = i64>,
    T9: crate::ArraySql<Item = i64>,
> {
    pub worker: uuid::Uuid,
    pub ats: T1,
    pub kinds: T3,
    pub done: T4,
    pub first_try: T5,
    pub snoozed: T6,
    pub retried: T7,
    pub died: T8,
    pub busy_ms: T9,
}
#[derive(Debug)]
pub struct DeadOfTenantsParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub everything: bool,
    pub tenant_ids: T1,
}
#[derive(Debug)]
pub struct InsertNewsParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = uuid::Uuid>> {
    pub tenant_id: Option<uuid::Uuid>,
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
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Promote {
    pub n: i64,
    pub next: Option<jiff::Timestamp>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct WaitingKinds {
    pub kind: String,
    pub oldest: jiff::Timestamp,
}
pub struct WaitingKindsBorrowed<'a> {
    pub kind: &'a str,
    pub oldest: jiff::Timestamp,
}
impl<'a> From<WaitingKindsBorrowed<'a>> for WaitingKinds {
    fn from(WaitingKindsBorrowed { kind, oldest }: WaitingKindsBorrowed<'a>) -> Self {
        Self { kind: kind.into(), oldest }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    pub seen: i64,
    pub head: Option<jiff::Timestamp>,
    pub id: Option<uuid::Uuid>,
    pub run_id: Option<uuid::Uuid>,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub args: Option<String>,
    pub attempt: Option<i16>,
    pub max_attempts: Option<i16>,
    pub last_lane: Option<uuid::Uuid>,
}
pub struct TakenBorrowed<'a> {
    pub seen: i64,
    pub head: Option<jiff::Timestamp>,
    pub id: Option<uuid::Uuid>,
    pub run_id: Option<uuid::Uuid>,
    pub tenant_id: Option<uuid::Uuid>,
    pub store_id: Option<uuid::Uuid>,
    pub args: Option<&'a str>,
    pub attempt: Option<i16>,
    pub max_attempts: Option<i16>,
    pub last_lane: Option<uuid::Uuid>,
}
impl<'a> From<TakenBorrowed<'a>> for Taken {
    fn from(
        TakenBorrowed {
            seen,
            head,
            id,
            run_id,
            tenant_id,
            store_id,
            args,
            attempt,
            max_attempts,
            last_lane,
        }: TakenBorrowed<'a>,
    ) -> Self {
        Self {
            seen,
            head,
            id,
            run_id,
            tenant_id,
            store_id,
            args: args.map(|v| v.into()),
            attempt,
            max_attempts,
            last_lane,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Runs {
    pub run_id: uuid::Uuid,
    pub worker: uuid::Uuid,
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
    pub tenant_id: Option<uuid::Uuid>,
    pub kind: String,
    pub op: String,
    pub store_id: Option<uuid::Uuid>,
    pub ids: Vec<uuid::Uuid>,
}
pub struct NewsBorrowed<'a> {
    pub tx: &'a str,
    pub seq: i64,
    pub tenant_id: Option<uuid::Uuid>,
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
    pub tenant_id: Option<uuid::Uuid>,
    pub kind: String,
    pub op: String,
    pub store_id: Option<uuid::Uuid>,
    pub ids: Vec<uuid::Uuid>,
}
pub struct NewsSinceBorrowed<'a> {
    pub tx: &'a str,
    pub seq: i64,
    pub tenant_id: Option<uuid::Uuid>,
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
pub struct PromoteQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Promote, tokio_postgres::Error>,
    mapper: fn(Promote) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> PromoteQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Promote) -> R) -> PromoteQuery<'c, 'a, 's, C, R, N> {
        PromoteQuery {
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
pub struct WaitingKindsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<WaitingKindsBorrowed, tokio_postgres::Error>,
    mapper: fn(WaitingKindsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> WaitingKindsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(WaitingKindsBorrowed) -> R) -> WaitingKindsQuery<'c, 'a, 's, C, R, N> {
        WaitingKindsQuery {
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
pub struct TakenQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TakenBorrowed, tokio_postgres::Error>,
    mapper: fn(TakenBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TakenQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TakenBorrowed) -> R) -> TakenQuery<'c, 'a, 's, C, R, N> {
        TakenQuery {
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
pub struct RunsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Runs, tokio_postgres::Error>,
    mapper: fn(Runs) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RunsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Runs) -> R) -> RunsQuery<'c, 'a, 's, C, R, N> {
        RunsQuery {
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
pub struct EnqueueStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn enqueue() -> EnqueueStmt {
    EnqueueStmt(
        "insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, unique_key, serial_key, created_at) values ($1, $2, $3, $4, $5::text::jsonb, case when $6::timestamptz <= $7::timestamptz then 'available' else 'scheduled' end , $8, $6, $9, $10, $11, $7) on conflict (kind, unique_key) where unique_key is not null and state <> 'dead' do nothing",
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
        run_at: &'a jiff::Timestamp,
        now: &'a jiff::Timestamp,
        priority: &'a i16,
        max_attempts: &'a i16,
        unique_key: &'a Option<T3>,
        serial_key: &'a Option<T4>,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[id, kind, tenant_id, store_id, args, run_at, now, priority, max_attempts, unique_key, serial_key],
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
            &params.run_at,
            &params.now,
            &params.priority,
            &params.max_attempts,
            &params.unique_key,
            &params.serial_key,
        ))
    }
}
pub struct EnqueueAllStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn enqueue_all() -> EnqueueAllStmt {
    EnqueueAllStmt(
        "insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, unique_key, serial_key, created_at) select x.id, $1, x.tenant_id, x.store_id, x.args::jsonb, 'available', $2, $3::timestamptz, $4, x.unique_key, x.serial_key, $3 from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[]) as x (id, tenant_id, store_id, args, unique_key, serial_key) on conflict (kind, unique_key) where unique_key is not null and state <> 'dead' do nothing",
        None,
    )
}
impl EnqueueAllStmt {
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
        T2: crate::ArraySql<Item = uuid::Uuid>,
        T3: crate::ArraySql<Item = Option<uuid::Uuid>>,
        T4: crate::ArraySql<Item = Option<uuid::Uuid>>,
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::StringSql,
        T8: crate::ArraySql<Item = Option<T7>>,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = Option<T9>>,
    >(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        priority: &'a i16,
        now: &'a jiff::Timestamp,
        max_attempts: &'a i16,
        ids: &'a T2,
        tenant_ids: &'a T3,
        store_ids: &'a T4,
        args: &'a T6,
        unique_keys: &'a T8,
        serial_keys: &'a T10,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[kind, priority, now, max_attempts, ids, tenant_ids, store_ids, args, unique_keys, serial_keys],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T4: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = Option<T7>>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = Option<T9>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        EnqueueAllParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for EnqueueAllStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a EnqueueAllParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.kind,
            &params.priority,
            &params.now,
            &params.max_attempts,
            &params.ids,
            &params.tenant_ids,
            &params.store_ids,
            &params.args,
            &params.unique_keys,
            &params.serial_keys,
        ))
    }
}
pub struct ExpediteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn expedite() -> ExpediteStmt {
    ExpediteStmt(
        "update jobs set run_at = $1, state = 'available' where kind = $2 and unique_key = $3 and state <> 'dead' and run_id is null and run_at > $1",
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
pub struct ReleaseKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn release_key() -> ReleaseKeyStmt {
    ReleaseKeyStmt("update jobs set unique_key = null where id = $1", None)
}
impl ReleaseKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id]).await
    }
}
pub struct PromoteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn promote() -> PromoteStmt {
    PromoteStmt(
        "with due as ( select id from jobs where state in ('scheduled', 'retryable') and run_at <= $1 and ($2::uuid is null or lane = $2) order by run_at limit 1000 for update skip locked ), promoted as ( update jobs j set state = 'available' from due where j.id = due.id returning j.id ) select (select count(*) from promoted) as n , (select min(run_at) from jobs where state in ('scheduled', 'retryable') and run_at > $1) as next",
        None,
    )
}
impl PromoteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        only: &'a Option<uuid::Uuid>,
    ) -> PromoteQuery<'c, 'a, 's, C, Promote, 2> {
        PromoteQuery {
            client,
            params: [now, only],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Promote, tokio_postgres::Error> {
                Ok(Promote { n: row.try_get(0)?, next: row.try_get(1)? })
            },
            mapper: |it| Promote::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, PromoteParams, PromoteQuery<'c, 'a, 's, C, Promote, 2>, C>
    for PromoteStmt
{
    fn params(&'s self, client: &'c C, params: &'a PromoteParams) -> PromoteQuery<'c, 'a, 's, C, Promote, 2> {
        self.bind(client, &params.now, &params.only)
    }
}
pub struct WaitingKindsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn waiting_kinds() -> WaitingKindsStmt {
    WaitingKindsStmt(
        "select k.kind as kind, head.run_at as oldest from unnest($1::text[], $2::timestamptz[]) as k (kind, floor) cross join lateral ( select j.run_at from jobs j where j.kind = k.kind and j.state = 'available' and j.max_attempts > 0 and j.run_at >= k.floor and j.run_at <= $3 and j.run_id is null and ($4::uuid is null or j.lane = $4) order by j.run_at, j.id limit 1 ) head where not exists (select from job_pauses p where p.kind = k.kind and p.tenant_id is null)",
        None,
    )
}
impl WaitingKindsStmt {
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
        T2: crate::ArraySql<Item = T1>,
        T3: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        kinds: &'a T2,
        floors: &'a T3,
        now: &'a jiff::Timestamp,
        only: &'a Option<uuid::Uuid>,
    ) -> WaitingKindsQuery<'c, 'a, 's, C, WaitingKinds, 4> {
        WaitingKindsQuery {
            client,
            params: [kinds, floors, now, only],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<WaitingKindsBorrowed, tokio_postgres::Error> {
                Ok(WaitingKindsBorrowed { kind: row.try_get(0)?, oldest: row.try_get(1)? })
            },
            mapper: |it| WaitingKinds::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        WaitingKindsParams<T1, T2, T3>,
        WaitingKindsQuery<'c, 'a, 's, C, WaitingKinds, 4>,
        C,
    > for WaitingKindsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a WaitingKindsParams<T1, T2, T3>,
    ) -> WaitingKindsQuery<'c, 'a, 's, C, WaitingKinds, 4> {
        self.bind(client, &params.kinds, &params.floors, &params.now, &params.only)
    }
}
pub struct LockClaimsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_claims() -> LockClaimsStmt {
    LockClaimsStmt(
        "select pg_advisory_xact_lock(7263, hashtext($1 || coalesce($2::uuid::text, ''))) is null as locked",
        None,
    )
}
impl LockClaimsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        only: &'a Option<uuid::Uuid>,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [kind, only],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, LockClaimsParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for LockClaimsStmt
{
    fn params(&'s self, client: &'c C, params: &'a LockClaimsParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.kind, &params.only)
    }
}
pub struct ClaimStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn claim() -> ClaimStmt {
    ClaimStmt(
        "with busy as ( select lane, count(*) as n from job_runs where kind = $1 and $2 and run_id >= $3 and attempt <= 32767 and ($4::uuid is null or lane = $4) group by lane ), seen as materialized ( select j.ctid as at, j.id, j.lane, j.run_at, j.store_id, j.serial_key from jobs j where j.kind = $1 and j.state = 'available' and j.max_attempts > 0 and j.run_at >= $5 and j.run_at <= $6 and j.run_id is null and ($4::uuid is null or j.lane = $4) order by j.run_at, j.id limit $7 ), free as ( select s.at, s.id, s.lane, s.run_at from ( select seen.*, row_number() over (partition by coalesce(serial_key, id::text) order by run_at, id) as place from seen ) s where s.place = 1 and (s.serial_key is null or not exists (select from job_runs r where r.serial_key = s.serial_key)) and not exists (select from job_pauses p where p.store_id = s.store_id and coalesce(p.kind, $1) = $1) ), chosen as ( select f.at, f.turn from ( select free.at, free.id, free.run_at , coalesce(busy.n, 0) + row_number() over (partition by free.lane order by free.run_at, free.id) as turn from free left join busy on busy.lane = free.lane ) f where f.turn <= $8 order by f.turn, f.run_at, f.id limit greatest(0, least($9::bigint, $10::bigint - (select coalesce(sum(n), 0)::bigint from busy))) ), locked as materialized ( select j.ctid as at, chosen.turn from chosen join jobs j on j.ctid = chosen.at where j.run_id is null and j.state = 'available' for update of j skip locked ), taken as ( update jobs j set run_id = x.run_id, attempt = j.attempt + 1, started_at = $6 from (select at, ($11::uuid[])[row_number() over (order by turn)] as run_id from locked) x where j.ctid = x.at returning j.id, j.run_id, j.kind, j.lane, j.tenant_id, j.store_id, j.args::text as args, j.attempt, j.max_attempts, j.serial_key ), running as ( insert into job_runs (job_id, run_id, kind, lane, tenant_id, serial_key, worker, attempt, started_at) select id, run_id, kind, lane, tenant_id, serial_key, $12, attempt, $6 from taken ) select w.n as seen, w.head, t.id, t.run_id, t.tenant_id, t.store_id, t.args, t.attempt, t.max_attempts, null::uuid as last_lane from (select count(*) as n, min(run_at) as head from seen) w left join taken t on true",
        None,
    )
}
impl ClaimStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        counted: &'a bool,
        runs_floor: &'a uuid::Uuid,
        only: &'a Option<uuid::Uuid>,
        floor: &'a jiff::Timestamp,
        now: &'a jiff::Timestamp,
        window: &'a i64,
        per_tenant: &'a i64,
        limit: &'a i64,
        concurrency: &'a i64,
        run_ids: &'a T2,
        worker: &'a uuid::Uuid,
    ) -> TakenQuery<'c, 'a, 's, C, Taken, 12> {
        TakenQuery {
            client,
            params: [
                kind,
                counted,
                runs_floor,
                only,
                floor,
                now,
                window,
                per_tenant,
                limit,
                concurrency,
                run_ids,
                worker,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TakenBorrowed, tokio_postgres::Error> {
                Ok(TakenBorrowed {
                    seen: row.try_get(0)?,
                    head: row.try_get(1)?,
                    id: row.try_get(2)?,
                    run_id: row.try_get(3)?,
                    tenant_id: row.try_get(4)?,
                    store_id: row.try_get(5)?,
                    args: row.try_get(6)?,
                    attempt: row.try_get(7)?,
                    max_attempts: row.try_get(8)?,
                    last_lane: row.try_get(9)?,
                })
            },
            mapper: |it| Taken::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, ClaimParams<T1, T2>, TakenQuery<'c, 'a, 's, C, Taken, 12>, C>
    for ClaimStmt
{
    fn params(&'s self, client: &'c C, params: &'a ClaimParams<T1, T2>) -> TakenQuery<'c, 'a, 's, C, Taken, 12> {
        self.bind(
            client,
            &params.kind,
            &params.counted,
            &params.runs_floor,
            &params.only,
            &params.floor,
            &params.now,
            &params.window,
            &params.per_tenant,
            &params.limit,
            &params.concurrency,
            &params.run_ids,
            &params.worker,
        )
    }
}
pub struct ClaimLanesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn claim_lanes() -> ClaimLanesStmt {
    ClaimLanesStmt(
        "with recursive busy as ( select lane, count(*) as n from job_runs where kind = $1 and $2 and run_id >= $3 and attempt <= 32767 group by lane ), ring (lane, k) as ( (select j.lane, 1 from jobs j where j.kind = $1 and j.state = 'available' and j.max_attempts <= 32767 and j.lane >= $4 and j.run_at >= $5 and j.run_at <= $6 and j.run_id is null order by j.lane limit 1) union all select ( select j.lane from jobs j where j.kind = $1 and j.state = 'available' and j.max_attempts <= 32767 and j.lane > ring.lane and j.run_at >= $5 and j.run_at <= $6 and j.run_id is null order by j.lane limit 1), ring.k + 1 from ring where ring.lane is not null and ring.k < $7 ), seen as materialized ( select s.* from (select lane from ring where lane is not null) l left join busy on busy.lane = l.lane cross join lateral ( select j.ctid as at, j.id, j.lane, j.run_at, j.serial_key, coalesce(busy.n, 0) as busy from jobs j where j.kind = $1 and j.state = 'available' and j.max_attempts <= 32767 and j.lane = l.lane and j.run_at >= $5 and j.run_at <= $6 and j.run_id is null and (j.serial_key is null or not exists (select from job_runs r where r.serial_key = j.serial_key)) and not exists (select from job_pauses p where p.store_id = j.store_id and coalesce(p.kind, $1) = $1) order by j.run_at, j.id limit least($8::bigint - coalesce(busy.n, 0), greatest(1, $9::bigint / (select count(lane) from ring))) ) s where coalesce(busy.n, 0) < $8 ), chosen as ( select f.at, f.turn from ( select seen.at, seen.id, seen.run_at , seen.busy + row_number() over (partition by seen.lane order by seen.run_at, seen.id) as turn , row_number() over (partition by coalesce(seen.serial_key, seen.id::text) order by seen.run_at, seen.id) as place from seen ) f where f.place = 1 order by f.turn, f.run_at, f.id limit greatest(0, least($9::bigint, $10::bigint - (select coalesce(sum(n), 0)::bigint from busy))) ), locked as materialized ( select j.ctid as at, chosen.turn from chosen join jobs j on j.ctid = chosen.at where j.run_id is null and j.state = 'available' for update of j skip locked ), taken as ( update jobs j set run_id = x.run_id, attempt = j.attempt + 1, started_at = $6 from (select at, ($11::uuid[])[row_number() over (order by turn)] as run_id from locked) x where j.ctid = x.at returning j.id, j.run_id, j.kind, j.lane, j.tenant_id, j.store_id, j.args::text as args, j.attempt, j.max_attempts, j.serial_key ), running as ( insert into job_runs (job_id, run_id, kind, lane, tenant_id, serial_key, worker, attempt, started_at) select id, run_id, kind, lane, tenant_id, serial_key, $12, attempt, $6 from taken ) select w.n as seen, null::timestamptz as head, t.id, t.run_id, t.tenant_id, t.store_id, t.args, t.attempt, t.max_attempts, w.last_lane from (select count(lane) as n, max(lane::text)::uuid as last_lane from ring) w left join taken t on true",
        None,
    )
}
impl ClaimLanesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        kind: &'a T1,
        counted: &'a bool,
        runs_floor: &'a uuid::Uuid,
        from: &'a uuid::Uuid,
        floor: &'a jiff::Timestamp,
        now: &'a jiff::Timestamp,
        lanes: &'a i32,
        per_tenant: &'a i64,
        limit: &'a i64,
        concurrency: &'a i64,
        run_ids: &'a T2,
        worker: &'a uuid::Uuid,
    ) -> TakenQuery<'c, 'a, 's, C, Taken, 12> {
        TakenQuery {
            client,
            params: [
                kind,
                counted,
                runs_floor,
                from,
                floor,
                now,
                lanes,
                per_tenant,
                limit,
                concurrency,
                run_ids,
                worker,
            ],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TakenBorrowed, tokio_postgres::Error> {
                Ok(TakenBorrowed {
                    seen: row.try_get(0)?,
                    head: row.try_get(1)?,
                    id: row.try_get(2)?,
                    run_id: row.try_get(3)?,
                    tenant_id: row.try_get(4)?,
                    store_id: row.try_get(5)?,
                    args: row.try_get(6)?,
                    attempt: row.try_get(7)?,
                    max_attempts: row.try_get(8)?,
                    last_lane: row.try_get(9)?,
                })
            },
            mapper: |it| Taken::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, ClaimLanesParams<T1, T2>, TakenQuery<'c, 'a, 's, C, Taken, 12>, C>
    for ClaimLanesStmt
{
    fn params(&'s self, client: &'c C, params: &'a ClaimLanesParams<T1, T2>) -> TakenQuery<'c, 'a, 's, C, Taken, 12> {
        self.bind(
            client,
            &params.kind,
            &params.counted,
            &params.runs_floor,
            &params.from,
            &params.floor,
            &params.now,
            &params.lanes,
            &params.per_tenant,
            &params.limit,
            &params.concurrency,
            &params.run_ids,
            &params.worker,
        )
    }
}
pub struct CompleteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn complete() -> CompleteStmt {
    CompleteStmt(
        "with given as ( select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[]) as g (id, run_id, state, at) ), runs as materialized ( select r.place, g.state, g.at from given g cross join lateral (select r.ctid as place, r.run_id from job_runs r where r.job_id = g.id limit 1) r where r.run_id = g.run_id ), ended as ( delete from job_runs r using runs x where r.ctid = x.place returning r.job_id, r.run_id, r.worker, x.state, x.at ), gone as ( delete from jobs j using ended e where j.id = e.job_id returning j.id, j.kind, j.tenant_id, j.store_id, j.args, e.state, j.priority, j.attempt, j.max_attempts, j.run_at, j.created_at, j.started_at , e.at, e.run_id, e.worker ) insert into job_history (id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, run_id, worker) select id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, at, run_id, worker from gone returning id",
        None,
    )
}
impl CompleteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = uuid::Uuid>,
        T2: crate::ArraySql<Item = uuid::Uuid>,
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        run_ids: &'a T2,
        states: &'a T4,
        ended_ats: &'a T5,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4> {
        UuidUuidQuery {
            client,
            params: [ids, run_ids, states, ended_ats],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        CompleteParams<T1, T2, T3, T4, T5>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4>,
        C,
    > for CompleteStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a CompleteParams<T1, T2, T3, T4, T5>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 4> {
        self.bind(client, &params.ids, &params.run_ids, &params.states, &params.ended_ats)
    }
}
pub struct PutBackStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn put_back() -> PutBackStmt {
    PutBackStmt(
        "with given as ( select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[] , $8::timestamptz[]) as g (id, run_id, state, run_at, outcome, error, fault, at) ), runs as materialized ( select r.place, g.* from given g cross join lateral (select r.ctid as place, r.run_id as running from job_runs r where r.job_id = g.id limit 1) r where r.running = g.run_id ), ended as ( delete from job_runs r using runs x where r.ctid = x.place returning r.job_id, r.run_id, r.worker, r.attempt, r.started_at, x.state, x.run_at, x.outcome, x.error, x.fault, x.at ), back as ( update jobs j set state = e.state, run_at = e.run_at, run_id = null, last_error = e.error, fault = e.fault , attempt = case e.outcome when 'snooze' then 0 when 'back' then e.attempt - 1 else e.attempt end , finished_at = case when e.state = 'dead' then e.at end from ended e where j.id = e.job_id returning j.id, j.tenant_id, j.kind, j.state, e.run_id, e.attempt, e.worker, e.started_at, e.at, e.outcome, e.error, e.fault ), told as ( insert into outbox (tenant_id, kind, op, ids, at) select tenant_id, 'job', 'updated', array_agg(id), max(at) from back where state = 'dead' group by tenant_id ), recorded as ( insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error, fault) select run_id, id, tenant_id, kind, attempt, worker, started_at, at, outcome, error, fault from back where outcome not in ('snooze', 'back') ) select id from back",
        None,
    )
}
impl PutBackStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = uuid::Uuid>,
        T2: crate::ArraySql<Item = uuid::Uuid>,
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::ArraySql<Item = jiff::Timestamp>,
        T6: crate::StringSql,
        T7: crate::ArraySql<Item = T6>,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = Option<T8>>,
        T10: crate::StringSql,
        T11: crate::ArraySql<Item = Option<T10>>,
        T12: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        run_ids: &'a T2,
        states: &'a T4,
        run_ats: &'a T5,
        outcomes: &'a T7,
        errors: &'a T9,
        faults: &'a T11,
        ended_ats: &'a T12,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 8> {
        UuidUuidQuery {
            client,
            params: [ids, run_ids, states, run_ats, outcomes, errors, faults, ended_ats],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = jiff::Timestamp>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = Option<T8>>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = Option<T10>>,
    T12: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        PutBackParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>,
        UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 8>,
        C,
    > for PutBackStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a PutBackParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 8> {
        self.bind(
            client,
            &params.ids,
            &params.run_ids,
            &params.states,
            &params.run_ats,
            &params.outcomes,
            &params.errors,
            &params.faults,
            &params.ended_ats,
        )
    }
}
pub struct BeatStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn beat() -> BeatStmt {
    BeatStmt(
        "insert into job_workers (id, name, version, kinds, stopping, started_at, seen_at, lease_until) values ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp(), clock_timestamp() + make_interval(secs => $6::float8)) on conflict (id) do update set stopping = excluded.stopping, seen_at = excluded.seen_at, lease_until = excluded.lease_until",
        None,
    )
}
impl BeatStmt {
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
        T4: crate::ArraySql<Item = T3>,
    >(
        &'s self,
        client: &'c C,
        worker: &'a uuid::Uuid,
        name: &'a T1,
        version: &'a T2,
        kinds: &'a T4,
        stopping: &'a bool,
        lease_seconds: &'a f64,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[worker, name, version, kinds, stopping, lease_seconds]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        BeatParams<T1, T2, T3, T4>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for BeatStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a BeatParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.worker,
            &params.name,
            &params.version,
            &params.kinds,
            &params.stopping,
            &params.lease_seconds,
        ))
    }
}
pub struct LeaveStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn leave() -> LeaveStmt {
    LeaveStmt("delete from job_workers where id = $1", None)
}
impl LeaveStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        worker: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[worker]).await
    }
}
pub struct ForgetWorkersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_workers() -> ForgetWorkersStmt {
    ForgetWorkersStmt("delete from job_workers where lease_until < clock_timestamp() - interval '1 hour'", None)
}
impl ForgetWorkersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[]).await
    }
}
pub struct RunsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn runs() -> RunsStmt {
    RunsStmt("select run_id, worker from job_runs", None)
}
impl RunsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> RunsQuery<'c, 'a, 's, C, Runs, 0> {
        RunsQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Runs, tokio_postgres::Error> {
                Ok(Runs { run_id: row.try_get(0)?, worker: row.try_get(1)? })
            },
            mapper: |it| Runs::from(it),
        }
    }
}
pub struct ReapStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn reap() -> ReapStmt {
    ReapStmt(
        "with lost as ( select r.ctid as place from job_runs r where r.run_id = any($1::uuid[]) or not exists (select from job_workers w where w.id = r.worker and w.lease_until >= clock_timestamp()) limit 1000 for update skip locked ), ended as ( delete from job_runs r using lost l where r.ctid = l.place returning r.* ), back as ( update jobs j set state = case when e.attempt >= j.max_attempts then 'dead' else 'retryable' end , run_at = $2::timestamptz + case when e.attempt > 2 then make_interval(secs => e.attempt * e.attempt) else interval '0' end , run_id = null, last_error = 'the worker went silent: its lease ended', fault = 'the worker went silent: its lease ended' , finished_at = case when e.attempt >= j.max_attempts then $2::timestamptz end from ended e where j.id = e.job_id returning j.id, j.tenant_id, j.kind, j.state, e.run_id, e.attempt, e.worker, e.started_at ), told as ( insert into outbox (tenant_id, kind, op, ids, at) select tenant_id, 'job', 'updated', array_agg(id), $2 from back where state = 'dead' group by tenant_id ) insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error, fault) select run_id, id, tenant_id, kind, attempt, worker, started_at, $2, 'lost', 'the worker went silent: its lease ended', 'the worker went silent: its lease ended' from back",
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
        run_ids: &'a T1,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[run_ids, now]).await
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
        Box::pin(self.bind(client, &params.run_ids, &params.now))
    }
}
pub struct AddStatsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_stats() -> AddStatsStmt {
    AddStatsStmt(
        "insert into job_stats (at, kind, worker, done, first_try, snoozed, retried, died, busy_ms) select s.at, s.kind, $1, s.done, s.first_try, s.snoozed, s.retried, s.died, s.busy_ms from unnest($2::timestamptz[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[] , $9::bigint[]) as s (at, kind, done, first_try, snoozed, retried, died, busy_ms) on conflict (at, kind, worker) do update set done = job_stats.done + excluded.done, first_try = job_stats.first_try + excluded.first_try, snoozed = job_stats.snoozed + excluded.snoozed , retried = job_stats.retried + excluded.retried, died = job_stats.died + excluded.died, busy_ms = job_stats.busy_ms + excluded.busy_ms",
        None,
    )
}
impl AddStatsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = jiff::Timestamp>,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::ArraySql<Item = i64>,
        T5: crate::ArraySql<Item = i64>,
        T6: crate::ArraySql<Item = i64>,
        T7: crate::ArraySql<Item = i64>,
        T8: crate::ArraySql<Item = i64>,
        T9: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        worker: &'a uuid::Uuid,
        ats: &'a T1,
        kinds: &'a T3,
        done: &'a T4,
        first_try: &'a T5,
        snoozed: &'a T6,
        retried: &'a T7,
        died: &'a T8,
        busy_ms: &'a T9,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[worker, ats, kinds, done, first_try, snoozed, retried, died, busy_ms],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = jiff::Timestamp>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = i64>,
    T5: crate::ArraySql<Item = i64>,
    T6: crate::ArraySql<Item = i64>,
    T7: crate::ArraySql<Item = i64>,
    T8: crate::ArraySql<Item = i64>,
    T9: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AddStatsParams<T1, T2, T3, T4, T5, T6, T7, T8, T9>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AddStatsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AddStatsParams<T1, T2, T3, T4, T5, T6, T7, T8, T9>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.worker,
            &params.ats,
            &params.kinds,
            &params.done,
            &params.first_try,
            &params.snoozed,
            &params.retried,
            &params.died,
            &params.busy_ms,
        ))
    }
}
pub struct DeleteOldStatsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_old_stats() -> DeleteOldStatsStmt {
    DeleteOldStatsStmt("delete from job_stats where at < $1", None)
}
impl DeleteOldStatsStmt {
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
        tenant_id: &'a Option<uuid::Uuid>,
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
        "select k.kind, j.created_at as at from unnest($1::text[]) as k (kind) cross join lateral ( select max(j.created_at) as created_at from ( (select created_at from jobs where tenant_id is null and kind = k.kind and priority <= 32767) union all (select created_at from job_history where tenant_id is null and kind = k.kind order by id desc limit 1) ) j ) j where j.created_at is not null",
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
