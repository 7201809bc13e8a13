// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct InsertRunParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub stream: T1,
    pub kind: T2,
    pub now: jiff::Timestamp,
}
#[derive(Clone, Copy, Debug)]
pub struct AddToRunParams {
    pub requests: i32,
    pub read: i32,
    pub created: i32,
    pub updated: i32,
    pub unchanged: i32,
    pub quarantined: i32,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct EndRunParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub state: T1,
    pub now: jiff::Timestamp,
    pub requests: i32,
    pub cause: Option<T2>,
    pub reason: Option<T3>,
    pub id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct ForgetRunsParams {
    pub store_id: uuid::Uuid,
    pub before: jiff::Timestamp,
}
#[derive(Debug)]
pub struct EndAbandonedRunsParams<T1: crate::StringSql> {
    pub now: jiff::Timestamp,
    pub store_id: uuid::Uuid,
    pub stream: T1,
}
#[derive(Debug)]
pub struct RunPageParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub store_id: Option<uuid::Uuid>,
    pub stream: Option<T1>,
    pub state: Option<T2>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct QuarantineParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::BytesSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
> {
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub resource: T1,
    pub external_id: T2,
    pub raw_hash: T3,
    pub raw: T4,
    pub reason: T5,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct ResolveQuarantineParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>> {
    pub now: jiff::Timestamp,
    pub store_id: uuid::Uuid,
    pub resource: T1,
    pub external_ids: T3,
}
#[derive(Clone, Copy, Debug)]
pub struct QuarantinePageParams {
    pub store_id: Option<uuid::Uuid>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct InsertEventsParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
    T4: crate::ArraySql<Item = jiff::Timestamp>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::ArraySql<Item = Option<i64>>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = Option<T8>>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = Option<T10>>,
    T12: crate::BytesSql,
    T13: crate::ArraySql<Item = T12>,
    T14: crate::BytesSql,
    T15: crate::ArraySql<Item = T14>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = T16>,
    T18: crate::StringSql,
    T19: crate::ArraySql<Item = T18>,
    T20: crate::StringSql,
    T21: crate::ArraySql<Item = uuid::Uuid>,
    T22: crate::StringSql,
> {
    pub ids: T1,
    pub tenant_ids: T2,
    pub store_ids: T3,
    pub received_ats: T4,
    pub topics: T6,
    pub resource_ids: T7,
    pub webhook_ids: T9,
    pub delivery_ids: T11,
    pub content_keys: T13,
    pub bodies: T15,
    pub states: T17,
    pub reasons: T19,
    pub since: uuid::Uuid,
    pub until: uuid::Uuid,
    pub serial_prefix: T20,
    pub now: jiff::Timestamp,
    pub job_ids: T21,
    pub kind: T22,
    pub priority: i16,
    pub max_attempts: i16,
}
#[derive(Debug)]
pub struct StoresWithDeliveriesParams<T1: crate::StringSql> {
    pub serial_prefix: T1,
    pub before: jiff::Timestamp,
}
#[derive(Clone, Copy, Debug)]
pub struct WaitingEventsParams {
    pub store_id: uuid::Uuid,
    pub limit: i64,
    pub max_bytes: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct FetchingEventParams {
    pub store_id: uuid::Uuid,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct SettleEventsParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = Option<T4>>,
> {
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub states: T3,
    pub reasons: T5,
    pub store_id: uuid::Uuid,
    pub first: uuid::Uuid,
    pub last: uuid::Uuid,
}
#[derive(Debug)]
pub struct EventPageParams<T1: crate::StringSql> {
    pub store_id: uuid::Uuid,
    pub state: Option<T1>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct RunPage {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub stream: String,
    pub kind: String,
    pub state: String,
    pub started_at: jiff::Timestamp,
    pub ended_at: Option<jiff::Timestamp>,
    pub requests: i32,
    pub read: i32,
    pub created: i32,
    pub updated: i32,
    pub unchanged: i32,
    pub quarantined: i32,
    pub cause: Option<String>,
    pub reason: Option<String>,
}
pub struct RunPageBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub stream: &'a str,
    pub kind: &'a str,
    pub state: &'a str,
    pub started_at: jiff::Timestamp,
    pub ended_at: Option<jiff::Timestamp>,
    pub requests: i32,
    pub read: i32,
    pub created: i32,
    pub updated: i32,
    pub unchanged: i32,
    pub quarantined: i32,
    pub cause: Option<&'a str>,
    pub reason: Option<&'a str>,
}
impl<'a> From<RunPageBorrowed<'a>> for RunPage {
    fn from(
        RunPageBorrowed {
            tenant_id,
            id,
            store_id,
            stream,
            kind,
            state,
            started_at,
            ended_at,
            requests,
            read,
            created,
            updated,
            unchanged,
            quarantined,
            cause,
            reason,
        }: RunPageBorrowed<'a>,
    ) -> Self {
        Self {
            tenant_id,
            id,
            store_id,
            stream: stream.into(),
            kind: kind.into(),
            state: state.into(),
            started_at,
            ended_at,
            requests,
            read,
            created,
            updated,
            unchanged,
            quarantined,
            cause: cause.map(|v| v.into()),
            reason: reason.map(|v| v.into()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct QuarantinePage {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub resource: String,
    pub external_id: String,
    pub raw: String,
    pub reason: String,
    pub count: i32,
    pub first_seen_at: jiff::Timestamp,
    pub last_seen_at: jiff::Timestamp,
}
pub struct QuarantinePageBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub resource: &'a str,
    pub external_id: &'a str,
    pub raw: &'a str,
    pub reason: &'a str,
    pub count: i32,
    pub first_seen_at: jiff::Timestamp,
    pub last_seen_at: jiff::Timestamp,
}
impl<'a> From<QuarantinePageBorrowed<'a>> for QuarantinePage {
    fn from(
        QuarantinePageBorrowed {
            tenant_id,
            id,
            store_id,
            resource,
            external_id,
            raw,
            reason,
            count,
            first_seen_at,
            last_seen_at,
        }: QuarantinePageBorrowed<'a>,
    ) -> Self {
        Self {
            tenant_id,
            id,
            store_id,
            resource: resource.into(),
            external_id: external_id.into(),
            raw: raw.into(),
            reason: reason.into(),
            count,
            first_seen_at,
            last_seen_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct QuarantineCount {
    pub n: i64,
    pub oldest: Option<jiff::Timestamp>,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StoresWithDeliveries {
    pub tenant_id: uuid::Uuid,
    pub store_id: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub id: uuid::Uuid,
    pub received_at: jiff::Timestamp,
    pub topic: String,
    pub body: Vec<u8>,
}
pub struct EventBorrowed<'a> {
    pub id: uuid::Uuid,
    pub received_at: jiff::Timestamp,
    pub topic: &'a str,
    pub body: &'a [u8],
}
impl<'a> From<EventBorrowed<'a>> for Event {
    fn from(EventBorrowed { id, received_at, topic, body }: EventBorrowed<'a>) -> Self {
        Self { id, received_at, topic: topic.into(), body: body.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct EventPage {
    pub id: uuid::Uuid,
    pub received_at: jiff::Timestamp,
    pub topic: String,
    pub resource_id: Option<i64>,
    pub state: String,
    pub reason: Option<String>,
    pub bytes: i32,
}
pub struct EventPageBorrowed<'a> {
    pub id: uuid::Uuid,
    pub received_at: jiff::Timestamp,
    pub topic: &'a str,
    pub resource_id: Option<i64>,
    pub state: &'a str,
    pub reason: Option<&'a str>,
    pub bytes: i32,
}
impl<'a> From<EventPageBorrowed<'a>> for EventPage {
    fn from(
        EventPageBorrowed { id, received_at, topic, resource_id, state, reason, bytes }: EventPageBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            received_at,
            topic: topic.into(),
            resource_id,
            state: state.into(),
            reason: reason.map(|v| v.into()),
            bytes,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OldestSuccess {
    pub stream: String,
    pub at: jiff::Timestamp,
}
pub struct OldestSuccessBorrowed<'a> {
    pub stream: &'a str,
    pub at: jiff::Timestamp,
}
impl<'a> From<OldestSuccessBorrowed<'a>> for OldestSuccess {
    fn from(OldestSuccessBorrowed { stream, at }: OldestSuccessBorrowed<'a>) -> Self {
        Self { stream: stream.into(), at }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct RunPageQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RunPageBorrowed, tokio_postgres::Error>,
    mapper: fn(RunPageBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RunPageQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RunPageBorrowed) -> R) -> RunPageQuery<'c, 'a, 's, C, R, N> {
        RunPageQuery {
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
pub struct QuarantinePageQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<QuarantinePageBorrowed, tokio_postgres::Error>,
    mapper: fn(QuarantinePageBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> QuarantinePageQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(QuarantinePageBorrowed) -> R) -> QuarantinePageQuery<'c, 'a, 's, C, R, N> {
        QuarantinePageQuery {
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
pub struct QuarantineCountQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<QuarantineCount, tokio_postgres::Error>,
    mapper: fn(QuarantineCount) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> QuarantineCountQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(QuarantineCount) -> R) -> QuarantineCountQuery<'c, 'a, 's, C, R, N> {
        QuarantineCountQuery {
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
pub struct StoresWithDeliveriesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StoresWithDeliveries, tokio_postgres::Error>,
    mapper: fn(StoresWithDeliveries) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StoresWithDeliveriesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StoresWithDeliveries) -> R) -> StoresWithDeliveriesQuery<'c, 'a, 's, C, R, N> {
        StoresWithDeliveriesQuery {
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
pub struct EventQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<EventBorrowed, tokio_postgres::Error>,
    mapper: fn(EventBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> EventQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(EventBorrowed) -> R) -> EventQuery<'c, 'a, 's, C, R, N> {
        EventQuery {
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
pub struct EventPageQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<EventPageBorrowed, tokio_postgres::Error>,
    mapper: fn(EventPageBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> EventPageQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(EventPageBorrowed) -> R) -> EventPageQuery<'c, 'a, 's, C, R, N> {
        EventPageQuery {
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
pub struct OldestSuccessQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OldestSuccessBorrowed, tokio_postgres::Error>,
    mapper: fn(OldestSuccessBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OldestSuccessQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OldestSuccessBorrowed) -> R) -> OldestSuccessQuery<'c, 'a, 's, C, R, N> {
        OldestSuccessQuery {
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
pub struct InsertRunStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_run() -> InsertRunStmt {
    InsertRunStmt(
        "insert into sync_runs (tenant_id, id, store_id, stream, kind, state, started_at) values (app.tenant(), $1, $2, $3, $4, 'running', $5)",
        None,
    )
}
impl InsertRunStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        store_id: &'a uuid::Uuid,
        stream: &'a T1,
        kind: &'a T2,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id, store_id, stream, kind, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertRunParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertRunStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertRunParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.store_id, &params.stream, &params.kind, &params.now))
    }
}
pub struct AddToRunStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn add_to_run() -> AddToRunStmt {
    AddToRunStmt(
        "update sync_runs set requests = requests + $1, read = read + $2, created = created + $3, updated = updated + $4 , unchanged = unchanged + $5, quarantined = quarantined + $6 where id = $7",
        None,
    )
}
impl AddToRunStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        requests: &'a i32,
        read: &'a i32,
        created: &'a i32,
        updated: &'a i32,
        unchanged: &'a i32,
        quarantined: &'a i32,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(&client.prepare(self.0).await?, &[requests, read, created, updated, unchanged, quarantined, id])
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AddToRunParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AddToRunStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AddToRunParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.requests,
            &params.read,
            &params.created,
            &params.updated,
            &params.unchanged,
            &params.quarantined,
            &params.id,
        ))
    }
}
pub struct EndRunStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_run() -> EndRunStmt {
    EndRunStmt(
        "update sync_runs set state = $1, ended_at = $2, requests = requests + $3, cause = $4, reason = $5 where id = $6",
        None,
    )
}
impl EndRunStmt {
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
        now: &'a jiff::Timestamp,
        requests: &'a i32,
        cause: &'a Option<T2>,
        reason: &'a Option<T3>,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[state, now, requests, cause, reason, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        EndRunParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for EndRunStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a EndRunParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.state,
            &params.now,
            &params.requests,
            &params.cause,
            &params.reason,
            &params.id,
        ))
    }
}
pub struct ForgetRunsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_runs() -> ForgetRunsStmt {
    ForgetRunsStmt("delete from sync_runs where store_id = $1 and id < app.uuid_at($2)", None)
}
impl ForgetRunsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        before: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[store_id, before]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ForgetRunsParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ForgetRunsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ForgetRunsParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.store_id, &params.before))
    }
}
pub struct DeleteRunStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_run() -> DeleteRunStmt {
    DeleteRunStmt("delete from sync_runs where id = $1", None)
}
impl DeleteRunStmt {
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
pub struct EndAbandonedRunsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn end_abandoned_runs() -> EndAbandonedRunsStmt {
    EndAbandonedRunsStmt(
        "update sync_runs set state = 'failed', ended_at = $1, cause = 'interrupted', reason = 'The process ended; the next run went on from the last saved page.' where store_id = $2 and stream = $3 and state = 'running'",
        None,
    )
}
impl EndAbandonedRunsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        store_id: &'a uuid::Uuid,
        stream: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, store_id, stream]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        EndAbandonedRunsParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for EndAbandonedRunsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a EndAbandonedRunsParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.store_id, &params.stream))
    }
}
pub struct RunPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn run_page() -> RunPageStmt {
    RunPageStmt(
        "select tenant_id, id, store_id, stream, kind, state, started_at, ended_at, requests, read, created, updated, unchanged, quarantined, cause, reason from sync_runs where ($1::uuid is null or store_id = $1) and ($2::text is null or stream = $2) and ($3::text is null or state = $3) and ($4::uuid is null or id < $4) order by id desc limit $5",
        None,
    )
}
impl RunPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        store_id: &'a Option<uuid::Uuid>,
        stream: &'a Option<T1>,
        state: &'a Option<T2>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> RunPageQuery<'c, 'a, 's, C, RunPage, 5> {
        RunPageQuery {
            client,
            params: [store_id, stream, state, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RunPageBorrowed, tokio_postgres::Error> {
                Ok(RunPageBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    store_id: row.try_get(2)?,
                    stream: row.try_get(3)?,
                    kind: row.try_get(4)?,
                    state: row.try_get(5)?,
                    started_at: row.try_get(6)?,
                    ended_at: row.try_get(7)?,
                    requests: row.try_get(8)?,
                    read: row.try_get(9)?,
                    created: row.try_get(10)?,
                    updated: row.try_get(11)?,
                    unchanged: row.try_get(12)?,
                    quarantined: row.try_get(13)?,
                    cause: row.try_get(14)?,
                    reason: row.try_get(15)?,
                })
            },
            mapper: |it| RunPage::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, RunPageParams<T1, T2>, RunPageQuery<'c, 'a, 's, C, RunPage, 5>, C>
    for RunPageStmt
{
    fn params(&'s self, client: &'c C, params: &'a RunPageParams<T1, T2>) -> RunPageQuery<'c, 'a, 's, C, RunPage, 5> {
        self.bind(client, &params.store_id, &params.stream, &params.state, &params.after, &params.limit)
    }
}
pub struct QuarantineStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn quarantine() -> QuarantineStmt {
    QuarantineStmt(
        "insert into quarantine (tenant_id, id, store_id, resource, external_id, raw_hash, raw, reason, first_seen_at, last_seen_at) values (app.tenant(), $1, $2, $3, $4, $5, $6, $7, $8, $8) on conflict on constraint quarantine_record_key do update set count = quarantine.count + 1, last_seen_at = excluded.last_seen_at, reason = excluded.reason, resolved_at = null",
        None,
    )
}
impl QuarantineStmt {
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
        T3: crate::BytesSql,
        T4: crate::StringSql,
        T5: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        store_id: &'a uuid::Uuid,
        resource: &'a T1,
        external_id: &'a T2,
        raw_hash: &'a T3,
        raw: &'a T4,
        reason: &'a T5,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(&client.prepare(self.0).await?, &[id, store_id, resource, external_id, raw_hash, raw, reason, now])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::BytesSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        QuarantineParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for QuarantineStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a QuarantineParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.store_id,
            &params.resource,
            &params.external_id,
            &params.raw_hash,
            &params.raw,
            &params.reason,
            &params.now,
        ))
    }
}
pub struct ResolveQuarantineStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn resolve_quarantine() -> ResolveQuarantineStmt {
    ResolveQuarantineStmt(
        "update quarantine set resolved_at = $1 where store_id = $2 and resource = $3 and external_id = any($4::text[]) and resolved_at is null",
        None,
    )
}
impl ResolveQuarantineStmt {
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
        T3: crate::ArraySql<Item = T2>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        store_id: &'a uuid::Uuid,
        resource: &'a T1,
        external_ids: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, store_id, resource, external_ids]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ResolveQuarantineParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ResolveQuarantineStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ResolveQuarantineParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.store_id, &params.resource, &params.external_ids))
    }
}
pub struct QuarantinePageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn quarantine_page() -> QuarantinePageStmt {
    QuarantinePageStmt(
        "select tenant_id, id, store_id, resource, external_id, raw, reason, count, first_seen_at, last_seen_at from quarantine where resolved_at is null and ($1::uuid is null or store_id = $1) and ($2::uuid is null or id < $2) order by id desc limit $3",
        None,
    )
}
impl QuarantinePageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a Option<uuid::Uuid>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> QuarantinePageQuery<'c, 'a, 's, C, QuarantinePage, 3> {
        QuarantinePageQuery {
            client,
            params: [store_id, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<QuarantinePageBorrowed, tokio_postgres::Error> {
                Ok(QuarantinePageBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    store_id: row.try_get(2)?,
                    resource: row.try_get(3)?,
                    external_id: row.try_get(4)?,
                    raw: row.try_get(5)?,
                    reason: row.try_get(6)?,
                    count: row.try_get(7)?,
                    first_seen_at: row.try_get(8)?,
                    last_seen_at: row.try_get(9)?,
                })
            },
            mapper: |it| QuarantinePage::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        QuarantinePageParams,
        QuarantinePageQuery<'c, 'a, 's, C, QuarantinePage, 3>,
        C,
    > for QuarantinePageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a QuarantinePageParams,
    ) -> QuarantinePageQuery<'c, 'a, 's, C, QuarantinePage, 3> {
        self.bind(client, &params.store_id, &params.after, &params.limit)
    }
}
pub struct QuarantineCountStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn quarantine_count() -> QuarantineCountStmt {
    QuarantineCountStmt(
        "select count(*) as n, min(first_seen_at) as oldest from quarantine where resolved_at is null",
        None,
    )
}
impl QuarantineCountStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> QuarantineCountQuery<'c, 'a, 's, C, QuarantineCount, 0> {
        QuarantineCountQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<QuarantineCount, tokio_postgres::Error> {
                Ok(QuarantineCount { n: row.try_get(0)?, oldest: row.try_get(1)? })
            },
            mapper: |it| QuarantineCount::from(it),
        }
    }
}
pub struct InsertEventsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_events() -> InsertEventsStmt {
    InsertEventsStmt(
        "with arrived as ( select x.*, x.state = 'received' and ( row_number() over (partition by x.store_id, x.content_key order by x.id) > 1 or waits.twin) as twin from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::bigint[] , $7::text[], $8::text[], $9::bytea[], $10::bytea[], $11::text[], $12::text[]) as x (id, tenant_id, store_id, received_at, topic, resource_id, webhook_id, delivery_id, content_key, body, state, reason) cross join lateral ( select exists ( select from webhook_events e where e.tenant_id = x.tenant_id and e.store_id = x.store_id and e.content_key = x.content_key and e.state = 'received' and e.id between $13 and $14 limit 1) as twin offset 0) waits ), event as ( insert into webhook_events (id, tenant_id, store_id, received_at, topic, resource_id, webhook_id, delivery_id, content_key, body, state, reason, processed_at) select id, tenant_id, store_id, received_at, topic, resource_id, webhook_id, delivery_id, content_key, body , case when twin then 'ignored' else state end , case when twin then 'An equal delivery is already waiting.' else nullif(reason, '') end , case when twin or state <> 'received' then received_at end from arrived returning tenant_id, store_id, state ), store as ( select distinct tenant_id, store_id, $15 || store_id as serial_key from event where state = 'received' ), waiting as ( select j.serial_key from store s cross join lateral ( select serial_key from jobs where serial_key = s.serial_key and state = 'available' and run_id is null and run_at <= $16 limit 1 for share skip locked) j ) insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, serial_key, created_at) select ($17::uuid[])[row_number() over ()], $18, s.tenant_id, s.store_id , jsonb_build_object('tenant_id', s.tenant_id, 'store_id', s.store_id), 'available', $19, $16, $20, s.serial_key, $16 from store s where not exists (select from waiting w where w.serial_key = s.serial_key)",
        None,
    )
}
impl InsertEventsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = uuid::Uuid>,
        T2: crate::ArraySql<Item = uuid::Uuid>,
        T3: crate::ArraySql<Item = uuid::Uuid>,
        T4: crate::ArraySql<Item = jiff::Timestamp>,
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::ArraySql<Item = Option<i64>>,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = Option<T8>>,
        T10: crate::StringSql,
        T11: crate::ArraySql<Item = Option<T10>>,
        T12: crate::BytesSql,
        T13: crate::ArraySql<Item = T12>,
        T14: crate::BytesSql,
        T15: crate::ArraySql<Item = T14>,
        T16: crate::StringSql,
        T17: crate::ArraySql<Item = T16>,
        T18: crate::StringSql,
        T19: crate::ArraySql<Item = T18>,
        T20: crate::StringSql,
        T21: crate::ArraySql<Item = uuid::Uuid>,
        T22: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        tenant_ids: &'a T2,
        store_ids: &'a T3,
        received_ats: &'a T4,
        topics: &'a T6,
        resource_ids: &'a T7,
        webhook_ids: &'a T9,
        delivery_ids: &'a T11,
        content_keys: &'a T13,
        bodies: &'a T15,
        states: &'a T17,
        reasons: &'a T19,
        since: &'a uuid::Uuid,
        until: &'a uuid::Uuid,
        serial_prefix: &'a T20,
        now: &'a jiff::Timestamp,
        job_ids: &'a T21,
        kind: &'a T22,
        priority: &'a i16,
        max_attempts: &'a i16,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[
                    ids,
                    tenant_ids,
                    store_ids,
                    received_ats,
                    topics,
                    resource_ids,
                    webhook_ids,
                    delivery_ids,
                    content_keys,
                    bodies,
                    states,
                    reasons,
                    since,
                    until,
                    serial_prefix,
                    now,
                    job_ids,
                    kind,
                    priority,
                    max_attempts,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
    T4: crate::ArraySql<Item = jiff::Timestamp>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::ArraySql<Item = Option<i64>>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = Option<T8>>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = Option<T10>>,
    T12: crate::BytesSql,
    T13: crate::ArraySql<Item = T12>,
    T14: crate::BytesSql,
    T15: crate::ArraySql<Item = T14>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = T16>,
    T18: crate::StringSql,
    T19: crate::ArraySql<Item = T18>,
    T20: crate::StringSql,
    T21: crate::ArraySql<Item = uuid::Uuid>,
    T22: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertEventsParams<
            T1,
            T2,
            T3,
            T4,
            T5,
            T6,
            T7,
            T8,
            T9,
            T10,
            T11,
            T12,
            T13,
            T14,
            T15,
            T16,
            T17,
            T18,
            T19,
            T20,
            T21,
            T22,
        >,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertEventsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertEventsParams<
            T1,
            T2,
            T3,
            T4,
            T5,
            T6,
            T7,
            T8,
            T9,
            T10,
            T11,
            T12,
            T13,
            T14,
            T15,
            T16,
            T17,
            T18,
            T19,
            T20,
            T21,
            T22,
        >,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.ids,
            &params.tenant_ids,
            &params.store_ids,
            &params.received_ats,
            &params.topics,
            &params.resource_ids,
            &params.webhook_ids,
            &params.delivery_ids,
            &params.content_keys,
            &params.bodies,
            &params.states,
            &params.reasons,
            &params.since,
            &params.until,
            &params.serial_prefix,
            &params.now,
            &params.job_ids,
            &params.kind,
            &params.priority,
            &params.max_attempts,
        ))
    }
}
pub struct StoresWithDeliveriesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stores_with_deliveries() -> StoresWithDeliveriesStmt {
    StoresWithDeliveriesStmt(
        "select e.tenant_id, e.store_id from ( select distinct tenant_id, store_id, $1 || store_id as serial_key from webhook_events where state = 'received' and received_at < $2 ) e where not exists ( select from jobs j where j.serial_key = e.serial_key and j.state <> 'dead' offset 0)",
        None,
    )
}
impl StoresWithDeliveriesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        serial_prefix: &'a T1,
        before: &'a jiff::Timestamp,
    ) -> StoresWithDeliveriesQuery<'c, 'a, 's, C, StoresWithDeliveries, 2> {
        StoresWithDeliveriesQuery {
            client,
            params: [serial_prefix, before],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StoresWithDeliveries, tokio_postgres::Error> {
                Ok(StoresWithDeliveries { tenant_id: row.try_get(0)?, store_id: row.try_get(1)? })
            },
            mapper: |it| StoresWithDeliveries::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        StoresWithDeliveriesParams<T1>,
        StoresWithDeliveriesQuery<'c, 'a, 's, C, StoresWithDeliveries, 2>,
        C,
    > for StoresWithDeliveriesStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a StoresWithDeliveriesParams<T1>,
    ) -> StoresWithDeliveriesQuery<'c, 'a, 's, C, StoresWithDeliveries, 2> {
        self.bind(client, &params.serial_prefix, &params.before)
    }
}
pub struct WaitingEventsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn waiting_events() -> WaitingEventsStmt {
    WaitingEventsStmt(
        "with waiting as materialized ( select id, received_at, topic, body from webhook_events where store_id = $1 and state = 'received' ) select e.id, e.received_at, e.topic, e.body from ( select p.*, sum(octet_length(p.body)) over (order by p.id) as bytes from (select * from waiting order by id limit $2) p) e where e.bytes <= $3 or e.bytes = octet_length(e.body) order by e.id",
        None,
    )
}
impl WaitingEventsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        limit: &'a i64,
        max_bytes: &'a i64,
    ) -> EventQuery<'c, 'a, 's, C, Event, 3> {
        EventQuery {
            client,
            params: [store_id, limit, max_bytes],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EventBorrowed, tokio_postgres::Error> {
                Ok(EventBorrowed {
                    id: row.try_get(0)?,
                    received_at: row.try_get(1)?,
                    topic: row.try_get(2)?,
                    body: row.try_get(3)?,
                })
            },
            mapper: |it| Event::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, WaitingEventsParams, EventQuery<'c, 'a, 's, C, Event, 3>, C>
    for WaitingEventsStmt
{
    fn params(&'s self, client: &'c C, params: &'a WaitingEventsParams) -> EventQuery<'c, 'a, 's, C, Event, 3> {
        self.bind(client, &params.store_id, &params.limit, &params.max_bytes)
    }
}
pub struct FetchingEventStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn fetching_event() -> FetchingEventStmt {
    FetchingEventStmt(
        "select id, received_at, topic, body from webhook_events where store_id = $1 and id = $2 and state = 'fetching'",
        None,
    )
}
impl FetchingEventStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        id: &'a uuid::Uuid,
    ) -> EventQuery<'c, 'a, 's, C, Event, 2> {
        EventQuery {
            client,
            params: [store_id, id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EventBorrowed, tokio_postgres::Error> {
                Ok(EventBorrowed {
                    id: row.try_get(0)?,
                    received_at: row.try_get(1)?,
                    topic: row.try_get(2)?,
                    body: row.try_get(3)?,
                })
            },
            mapper: |it| Event::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, FetchingEventParams, EventQuery<'c, 'a, 's, C, Event, 2>, C>
    for FetchingEventStmt
{
    fn params(&'s self, client: &'c C, params: &'a FetchingEventParams) -> EventQuery<'c, 'a, 's, C, Event, 2> {
        self.bind(client, &params.store_id, &params.id)
    }
}
pub struct SettleEventsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn settle_events() -> SettleEventsStmt {
    SettleEventsStmt(
        "update webhook_events e set state = x.state, reason = x.reason, processed_at = case when x.state <> 'fetching' then $1::timestamptz end from unnest($2::uuid[], $3::text[], $4::text[]) as x (id, state, reason) where e.store_id = $5 and e.id = x.id and e.id between $6 and $7 and e.state in ('received', 'fetching')",
        None,
    )
}
impl SettleEventsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = uuid::Uuid>,
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = Option<T4>>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        states: &'a T3,
        reasons: &'a T5,
        store_id: &'a uuid::Uuid,
        first: &'a uuid::Uuid,
        last: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, ids, states, reasons, store_id, first, last]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = Option<T4>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SettleEventsParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SettleEventsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SettleEventsParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.now,
            &params.ids,
            &params.states,
            &params.reasons,
            &params.store_id,
            &params.first,
            &params.last,
        ))
    }
}
pub struct EventPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn event_page() -> EventPageStmt {
    EventPageStmt(
        "select id, received_at, topic, resource_id, state, reason, octet_length(body) as bytes from webhook_events where store_id = $1 and ($2::text is null or state = $2) and ($3::uuid is null or id < $3) order by id desc limit $4",
        None,
    )
}
impl EventPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        state: &'a Option<T1>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> EventPageQuery<'c, 'a, 's, C, EventPage, 4> {
        EventPageQuery {
            client,
            params: [store_id, state, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<EventPageBorrowed, tokio_postgres::Error> {
                Ok(EventPageBorrowed {
                    id: row.try_get(0)?,
                    received_at: row.try_get(1)?,
                    topic: row.try_get(2)?,
                    resource_id: row.try_get(3)?,
                    state: row.try_get(4)?,
                    reason: row.try_get(5)?,
                    bytes: row.try_get(6)?,
                })
            },
            mapper: |it| EventPage::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, EventPageParams<T1>, EventPageQuery<'c, 'a, 's, C, EventPage, 4>, C>
    for EventPageStmt
{
    fn params(&'s self, client: &'c C, params: &'a EventPageParams<T1>) -> EventPageQuery<'c, 'a, 's, C, EventPage, 4> {
        self.bind(client, &params.store_id, &params.state, &params.after, &params.limit)
    }
}
pub struct StoreExistsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn store_exists() -> StoreExistsStmt {
    StoreExistsStmt("select exists (select from stores where id = $1) as yes", None)
}
impl StoreExistsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct OldestSuccessStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn oldest_success() -> OldestSuccessStmt {
    OldestSuccessStmt(
        "select stream, min(coalesce(last_success_at, started_at)) as at from store_streams where state in ('live', 'failed') group by stream",
        None,
    )
}
impl OldestSuccessStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> OldestSuccessQuery<'c, 'a, 's, C, OldestSuccess, 0> {
        OldestSuccessQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OldestSuccessBorrowed, tokio_postgres::Error> {
                Ok(OldestSuccessBorrowed { stream: row.try_get(0)?, at: row.try_get(1)? })
            },
            mapper: |it| OldestSuccess::from(it),
        }
    }
}
