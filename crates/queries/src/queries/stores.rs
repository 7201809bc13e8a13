// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct InsertStoreParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::BytesSql,
    T6: crate::BytesSql,
    T7: crate::BytesSql,
    T8: crate::StringSql,
    T9: crate::StringSql,
    T10: crate::StringSql,
    T11: crate::StringSql,
> {
    pub id: uuid::Uuid,
    pub name: T1,
    pub url: T2,
    pub api: T3,
    pub reason: Option<T4>,
    pub now: jiff::Timestamp,
    pub consumer_key: T5,
    pub consumer_secret: T6,
    pub tls_fingerprint: Option<T7>,
    pub currency: T8,
    pub timezone: T9,
    pub wc_version: T10,
    pub hpos: Option<bool>,
    pub clock_skew_ms: i64,
    pub webhooks: T11,
}
#[derive(Debug)]
pub struct InsertRouteParams<T1: crate::BytesSql> {
    pub store_id: uuid::Uuid,
    pub secret: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct SetRouteAcceptsParams {
    pub accepts: bool,
    pub store_id: uuid::Uuid,
}
#[derive(Debug)]
pub struct InsertStreamsParams<T1: crate::StringSql, T2: crate::ArraySql<Item = T1>> {
    pub store_id: uuid::Uuid,
    pub now: jiff::Timestamp,
    pub streams: T2,
}
#[derive(Debug)]
pub struct StorePageParams<T1: crate::StringSql> {
    pub state: Option<T1>,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct LockStreamParams<T1: crate::StringSql> {
    pub store_id: uuid::Uuid,
    pub stream: T1,
}
#[derive(Debug)]
pub struct StreamImportedParams<T1: crate::StringSql> {
    pub store_id: uuid::Uuid,
    pub stream: T1,
}
#[derive(Debug)]
pub struct SaveStreamParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub state: T1,
    pub cursor: T2,
    pub done: i64,
    pub total: Option<i64>,
    pub rate: Option<f64>,
    pub imported_at: Option<jiff::Timestamp>,
    pub last_success_at: Option<jiff::Timestamp>,
    pub store_id: uuid::Uuid,
    pub stream: T3,
}
#[derive(Debug)]
pub struct FailStreamParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub cause: T1,
    pub reason: T2,
    pub next_run_at: Option<jiff::Timestamp>,
    pub store_id: uuid::Uuid,
    pub stream: T3,
}
#[derive(Debug)]
pub struct ScheduleStreamParams<T1: crate::StringSql> {
    pub next_run_at: jiff::Timestamp,
    pub store_id: uuid::Uuid,
    pub stream: T1,
}
#[derive(Debug)]
pub struct SetStoreStateParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub state: T1,
    pub cause: Option<T2>,
    pub reason: Option<T3>,
    pub next_try_at: Option<jiff::Timestamp>,
    pub now: jiff::Timestamp,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct SwitchStoreParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub state: T1,
    pub reason: Option<T2>,
    pub now: jiff::Timestamp,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct SetWebhooksParams<T1: crate::StringSql> {
    pub webhooks: T1,
    pub id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct SetPageSizeParams {
    pub page_size: i32,
    pub id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct SetSkewParams {
    pub clock_skew_ms: i64,
    pub id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct TouchEventParams {
    pub now: jiff::Timestamp,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct UpsertHookParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub store_id: uuid::Uuid,
    pub topic: T1,
    pub external_id: i64,
    pub status: T2,
    pub now: jiff::Timestamp,
}
#[derive(Clone, Copy, Debug)]
pub struct CountActivityParams {
    pub store_id: uuid::Uuid,
    pub now: jiff::Timestamp,
    pub webhook: i32,
    pub poll: i32,
    pub requests: i32,
}
#[derive(Debug)]
pub struct ActivitySinceParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub store_ids: T1,
    pub since: jiff::Timestamp,
}
#[derive(Debug)]
pub struct InsertSampleStoreParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub id: uuid::Uuid,
    pub name: T1,
    pub url: T2,
    pub api: T3,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct InsertSampleRouteParams<T1: crate::BytesSql> {
    pub store_id: uuid::Uuid,
    pub secret: T1,
}
#[derive(Debug)]
pub struct MoveStoreParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::BytesSql> {
    pub url: T1,
    pub api: T2,
    pub tls_fingerprint: Option<T3>,
    pub id: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    pub tenant_id: uuid::Uuid,
    pub secret: Vec<u8>,
    pub accepts: bool,
}
pub struct RouteBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub secret: &'a [u8],
    pub accepts: bool,
}
impl<'a> From<RouteBorrowed<'a>> for Route {
    fn from(RouteBorrowed { tenant_id, secret, accepts }: RouteBorrowed<'a>) -> Self {
        Self { tenant_id, secret: secret.into(), accepts }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Store {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub name: String,
    pub url: String,
    pub api: String,
    pub state: String,
    pub cause: Option<String>,
    pub reason: Option<String>,
    pub state_since: jiff::Timestamp,
    pub next_try_at: Option<jiff::Timestamp>,
    pub consumer_key: Option<Vec<u8>>,
    pub consumer_secret: Option<Vec<u8>>,
    pub tls_fingerprint: Option<Vec<u8>>,
    pub currency: String,
    pub timezone: String,
    pub wc_version: String,
    pub hpos: Option<bool>,
    pub clock_skew_ms: i64,
    pub page_size: i32,
    pub webhooks: String,
    pub last_event_at: Option<jiff::Timestamp>,
    pub created_at: jiff::Timestamp,
    pub quarantined: i64,
    pub orders: i64,
}
pub struct StoreBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub url: &'a str,
    pub api: &'a str,
    pub state: &'a str,
    pub cause: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub state_since: jiff::Timestamp,
    pub next_try_at: Option<jiff::Timestamp>,
    pub consumer_key: Option<&'a [u8]>,
    pub consumer_secret: Option<&'a [u8]>,
    pub tls_fingerprint: Option<&'a [u8]>,
    pub currency: &'a str,
    pub timezone: &'a str,
    pub wc_version: &'a str,
    pub hpos: Option<bool>,
    pub clock_skew_ms: i64,
    pub page_size: i32,
    pub webhooks: &'a str,
    pub last_event_at: Option<jiff::Timestamp>,
    pub created_at: jiff::Timestamp,
    pub quarantined: i64,
    pub orders: i64,
}
impl<'a> From<StoreBorrowed<'a>> for Store {
    fn from(
        StoreBorrowed {
            tenant_id,
            id,
            name,
            url,
            api,
            state,
            cause,
            reason,
            state_since,
            next_try_at,
            consumer_key,
            consumer_secret,
            tls_fingerprint,
            currency,
            timezone,
            wc_version,
            hpos,
            clock_skew_ms,
            page_size,
            webhooks,
            last_event_at,
            created_at,
            quarantined,
            orders,
        }: StoreBorrowed<'a>,
    ) -> Self {
        Self {
            tenant_id,
            id,
            name: name.into(),
            url: url.into(),
            api: api.into(),
            state: state.into(),
            cause: cause.map(|v| v.into()),
            reason: reason.map(|v| v.into()),
            state_since,
            next_try_at,
            consumer_key: consumer_key.map(|v| v.into()),
            consumer_secret: consumer_secret.map(|v| v.into()),
            tls_fingerprint: tls_fingerprint.map(|v| v.into()),
            currency: currency.into(),
            timezone: timezone.into(),
            wc_version: wc_version.into(),
            hpos,
            clock_skew_ms,
            page_size,
            webhooks: webhooks.into(),
            last_event_at,
            created_at,
            quarantined,
            orders,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    pub store_id: uuid::Uuid,
    pub stream: String,
    pub state: String,
    pub cursor: String,
    pub done: i64,
    pub total: Option<i64>,
    pub rate: Option<f64>,
    pub failures: i32,
    pub cause: Option<String>,
    pub reason: Option<String>,
    pub started_at: jiff::Timestamp,
    pub imported_at: Option<jiff::Timestamp>,
    pub last_success_at: Option<jiff::Timestamp>,
    pub next_run_at: Option<jiff::Timestamp>,
}
pub struct StreamBorrowed<'a> {
    pub store_id: uuid::Uuid,
    pub stream: &'a str,
    pub state: &'a str,
    pub cursor: &'a str,
    pub done: i64,
    pub total: Option<i64>,
    pub rate: Option<f64>,
    pub failures: i32,
    pub cause: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub started_at: jiff::Timestamp,
    pub imported_at: Option<jiff::Timestamp>,
    pub last_success_at: Option<jiff::Timestamp>,
    pub next_run_at: Option<jiff::Timestamp>,
}
impl<'a> From<StreamBorrowed<'a>> for Stream {
    fn from(
        StreamBorrowed {
            store_id,
            stream,
            state,
            cursor,
            done,
            total,
            rate,
            failures,
            cause,
            reason,
            started_at,
            imported_at,
            last_success_at,
            next_run_at,
        }: StreamBorrowed<'a>,
    ) -> Self {
        Self {
            store_id,
            stream: stream.into(),
            state: state.into(),
            cursor: cursor.into(),
            done,
            total,
            rate,
            failures,
            cause: cause.map(|v| v.into()),
            reason: reason.map(|v| v.into()),
            started_at,
            imported_at,
            last_success_at,
            next_run_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StreamHealth {
    pub importing: i64,
    pub failed: i64,
    pub n: i64,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct Hears {
    pub applies: bool,
    pub clock_skew_ms: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct HooksOf {
    pub topic: String,
    pub external_id: i64,
    pub status: String,
}
pub struct HooksOfBorrowed<'a> {
    pub topic: &'a str,
    pub external_id: i64,
    pub status: &'a str,
}
impl<'a> From<HooksOfBorrowed<'a>> for HooksOf {
    fn from(HooksOfBorrowed { topic, external_id, status }: HooksOfBorrowed<'a>) -> Self {
        Self { topic: topic.into(), external_id, status: status.into() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct ActivitySince {
    pub store_id: uuid::Uuid,
    pub hour: jiff::Timestamp,
    pub webhook: i32,
    pub poll: i32,
    pub requests: i32,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct StoresToSync {
    pub store_id: uuid::Uuid,
    pub tenant_id: uuid::Uuid,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
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
pub struct RouteQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RouteBorrowed, tokio_postgres::Error>,
    mapper: fn(RouteBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RouteQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RouteBorrowed) -> R) -> RouteQuery<'c, 'a, 's, C, R, N> {
        RouteQuery {
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
pub struct StoreQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StoreBorrowed, tokio_postgres::Error>,
    mapper: fn(StoreBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StoreQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StoreBorrowed) -> R) -> StoreQuery<'c, 'a, 's, C, R, N> {
        StoreQuery {
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
pub struct StreamQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StreamBorrowed, tokio_postgres::Error>,
    mapper: fn(StreamBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StreamQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StreamBorrowed) -> R) -> StreamQuery<'c, 'a, 's, C, R, N> {
        StreamQuery {
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
pub struct StreamHealthQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StreamHealth, tokio_postgres::Error>,
    mapper: fn(StreamHealth) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StreamHealthQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StreamHealth) -> R) -> StreamHealthQuery<'c, 'a, 's, C, R, N> {
        StreamHealthQuery {
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
pub struct HearsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Hears, tokio_postgres::Error>,
    mapper: fn(Hears) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HearsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Hears) -> R) -> HearsQuery<'c, 'a, 's, C, R, N> {
        HearsQuery {
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
pub struct HooksOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HooksOfBorrowed, tokio_postgres::Error>,
    mapper: fn(HooksOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HooksOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HooksOfBorrowed) -> R) -> HooksOfQuery<'c, 'a, 's, C, R, N> {
        HooksOfQuery {
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
pub struct ActivitySinceQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ActivitySince, tokio_postgres::Error>,
    mapper: fn(ActivitySince) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ActivitySinceQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ActivitySince) -> R) -> ActivitySinceQuery<'c, 'a, 's, C, R, N> {
        ActivitySinceQuery {
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
pub struct StoresToSyncQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StoresToSync, tokio_postgres::Error>,
    mapper: fn(StoresToSync) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StoresToSyncQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StoresToSync) -> R) -> StoresToSyncQuery<'c, 'a, 's, C, R, N> {
        StoresToSyncQuery {
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
pub struct LockAppliesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_applies() -> LockAppliesStmt {
    LockAppliesStmt("select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7260)) is null as locked", None)
}
impl LockAppliesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct InsertStoreStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_store() -> InsertStoreStmt {
    InsertStoreStmt(
        "insert into stores (tenant_id, id, name, url, api, state, reason, state_since, consumer_key, consumer_secret, tls_fingerprint , currency, timezone, wc_version, hpos, clock_skew_ms, webhooks, created_at) values (app.tenant(), $1, $2, $3, $4::text::jsonb, 'connecting', $5, $6, $7, $8, $9 , $10::text, $11, $12, $13, $14, $15, $6)",
        None,
    )
}
impl InsertStoreStmt {
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
        T5: crate::BytesSql,
        T6: crate::BytesSql,
        T7: crate::BytesSql,
        T8: crate::StringSql,
        T9: crate::StringSql,
        T10: crate::StringSql,
        T11: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        name: &'a T1,
        url: &'a T2,
        api: &'a T3,
        reason: &'a Option<T4>,
        now: &'a jiff::Timestamp,
        consumer_key: &'a T5,
        consumer_secret: &'a T6,
        tls_fingerprint: &'a Option<T7>,
        currency: &'a T8,
        timezone: &'a T9,
        wc_version: &'a T10,
        hpos: &'a Option<bool>,
        clock_skew_ms: &'a i64,
        webhooks: &'a T11,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[
                    id,
                    name,
                    url,
                    api,
                    reason,
                    now,
                    consumer_key,
                    consumer_secret,
                    tls_fingerprint,
                    currency,
                    timezone,
                    wc_version,
                    hpos,
                    clock_skew_ms,
                    webhooks,
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
    T5: crate::BytesSql,
    T6: crate::BytesSql,
    T7: crate::BytesSql,
    T8: crate::StringSql,
    T9: crate::StringSql,
    T10: crate::StringSql,
    T11: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertStoreParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertStoreStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertStoreParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.name,
            &params.url,
            &params.api,
            &params.reason,
            &params.now,
            &params.consumer_key,
            &params.consumer_secret,
            &params.tls_fingerprint,
            &params.currency,
            &params.timezone,
            &params.wc_version,
            &params.hpos,
            &params.clock_skew_ms,
            &params.webhooks,
        ))
    }
}
pub struct InsertRouteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_route() -> InsertRouteStmt {
    InsertRouteStmt("insert into store_routes (store_id, tenant_id, secret) values ($1, app.tenant(), $2)", None)
}
impl InsertRouteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        secret: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[store_id, secret]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertRouteParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertRouteStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertRouteParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.store_id, &params.secret))
    }
}
pub struct SetRouteAcceptsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_route_accepts() -> SetRouteAcceptsStmt {
    SetRouteAcceptsStmt("update store_routes set accepts = $1 where store_id = $2", None)
}
impl SetRouteAcceptsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        accepts: &'a bool,
        store_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[accepts, store_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetRouteAcceptsParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetRouteAcceptsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetRouteAcceptsParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.accepts, &params.store_id))
    }
}
pub struct RouteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn route() -> RouteStmt {
    RouteStmt("select tenant_id, secret, accepts from store_routes where store_id = $1", None)
}
impl RouteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
    ) -> RouteQuery<'c, 'a, 's, C, Route, 1> {
        RouteQuery {
            client,
            params: [store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RouteBorrowed, tokio_postgres::Error> {
                Ok(RouteBorrowed { tenant_id: row.try_get(0)?, secret: row.try_get(1)?, accepts: row.try_get(2)? })
            },
            mapper: |it| Route::from(it),
        }
    }
}
pub struct InsertStreamsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_streams() -> InsertStreamsStmt {
    InsertStreamsStmt(
        "insert into store_streams (tenant_id, store_id, stream, state, started_at) select app.tenant(), $1, x.stream, 'importing', $2 from unnest($3::text[]) as x (stream)",
        None,
    )
}
impl InsertStreamsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        now: &'a jiff::Timestamp,
        streams: &'a T2,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[store_id, now, streams]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertStreamsParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertStreamsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertStreamsParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.store_id, &params.now, &params.streams))
    }
}
pub struct StoreByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn store_by_id() -> StoreByIdStmt {
    StoreByIdStmt(
        "select s.tenant_id, s.id, s.name, s.url, s.api::text as api, s.state, s.cause, s.reason, s.state_since, s.next_try_at , s.consumer_key, s.consumer_secret, s.tls_fingerprint, s.currency::text as currency, s.timezone, s.wc_version, s.hpos, s.clock_skew_ms , s.page_size, s.webhooks, s.last_event_at, s.created_at , (select count(*) from quarantine q where q.tenant_id = s.tenant_id and q.store_id = s.id and q.resolved_at is null) as quarantined , (select count(*) from orders o where o.tenant_id = s.tenant_id and o.store_id = s.id and o.status <> 'draft' and o.trashed_at is null and o.deleted_at is null) as orders from stores s where s.id = $1",
        None,
    )
}
impl StoreByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> StoreQuery<'c, 'a, 's, C, Store, 1> {
        StoreQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StoreBorrowed, tokio_postgres::Error> {
                Ok(StoreBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    name: row.try_get(2)?,
                    url: row.try_get(3)?,
                    api: row.try_get(4)?,
                    state: row.try_get(5)?,
                    cause: row.try_get(6)?,
                    reason: row.try_get(7)?,
                    state_since: row.try_get(8)?,
                    next_try_at: row.try_get(9)?,
                    consumer_key: row.try_get(10)?,
                    consumer_secret: row.try_get(11)?,
                    tls_fingerprint: row.try_get(12)?,
                    currency: row.try_get(13)?,
                    timezone: row.try_get(14)?,
                    wc_version: row.try_get(15)?,
                    hpos: row.try_get(16)?,
                    clock_skew_ms: row.try_get(17)?,
                    page_size: row.try_get(18)?,
                    webhooks: row.try_get(19)?,
                    last_event_at: row.try_get(20)?,
                    created_at: row.try_get(21)?,
                    quarantined: row.try_get(22)?,
                    orders: row.try_get(23)?,
                })
            },
            mapper: |it| Store::from(it),
        }
    }
}
pub struct StorePageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn store_page() -> StorePageStmt {
    StorePageStmt(
        "select s.tenant_id, s.id, s.name, s.url, s.api::text as api, s.state, s.cause, s.reason, s.state_since, s.next_try_at , s.consumer_key, s.consumer_secret, s.tls_fingerprint, s.currency::text as currency, s.timezone, s.wc_version, s.hpos, s.clock_skew_ms , s.page_size, s.webhooks, s.last_event_at, s.created_at , (select count(*) from quarantine q where q.tenant_id = s.tenant_id and q.store_id = s.id and q.resolved_at is null) as quarantined , (select count(*) from orders o where o.tenant_id = s.tenant_id and o.store_id = s.id and o.status <> 'draft' and o.trashed_at is null and o.deleted_at is null) as orders from stores s where ($1::text is null or s.state = $1) and ($2::uuid is null or s.id > $2) order by s.id limit $3",
        None,
    )
}
impl StorePageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        state: &'a Option<T1>,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> StoreQuery<'c, 'a, 's, C, Store, 3> {
        StoreQuery {
            client,
            params: [state, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StoreBorrowed, tokio_postgres::Error> {
                Ok(StoreBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    name: row.try_get(2)?,
                    url: row.try_get(3)?,
                    api: row.try_get(4)?,
                    state: row.try_get(5)?,
                    cause: row.try_get(6)?,
                    reason: row.try_get(7)?,
                    state_since: row.try_get(8)?,
                    next_try_at: row.try_get(9)?,
                    consumer_key: row.try_get(10)?,
                    consumer_secret: row.try_get(11)?,
                    tls_fingerprint: row.try_get(12)?,
                    currency: row.try_get(13)?,
                    timezone: row.try_get(14)?,
                    wc_version: row.try_get(15)?,
                    hpos: row.try_get(16)?,
                    clock_skew_ms: row.try_get(17)?,
                    page_size: row.try_get(18)?,
                    webhooks: row.try_get(19)?,
                    last_event_at: row.try_get(20)?,
                    created_at: row.try_get(21)?,
                    quarantined: row.try_get(22)?,
                    orders: row.try_get(23)?,
                })
            },
            mapper: |it| Store::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, StorePageParams<T1>, StoreQuery<'c, 'a, 's, C, Store, 3>, C>
    for StorePageStmt
{
    fn params(&'s self, client: &'c C, params: &'a StorePageParams<T1>) -> StoreQuery<'c, 'a, 's, C, Store, 3> {
        self.bind(client, &params.state, &params.after, &params.limit)
    }
}
pub struct LockStoreStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_store() -> LockStoreStmt {
    LockStoreStmt("select state from stores where id = $1 for update", None)
}
impl LockStoreStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct StreamsOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn streams_of() -> StreamsOfStmt {
    StreamsOfStmt(
        "select store_id, stream, state, cursor::text as cursor, done, total, rate, failures, cause, reason, started_at, imported_at , last_success_at, next_run_at from store_streams where store_id = any($1) order by store_id, stream",
        None,
    )
}
impl StreamsOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        store_ids: &'a T1,
    ) -> StreamQuery<'c, 'a, 's, C, Stream, 1> {
        StreamQuery {
            client,
            params: [store_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StreamBorrowed, tokio_postgres::Error> {
                Ok(StreamBorrowed {
                    store_id: row.try_get(0)?,
                    stream: row.try_get(1)?,
                    state: row.try_get(2)?,
                    cursor: row.try_get(3)?,
                    done: row.try_get(4)?,
                    total: row.try_get(5)?,
                    rate: row.try_get(6)?,
                    failures: row.try_get(7)?,
                    cause: row.try_get(8)?,
                    reason: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    imported_at: row.try_get(11)?,
                    last_success_at: row.try_get(12)?,
                    next_run_at: row.try_get(13)?,
                })
            },
            mapper: |it| Stream::from(it),
        }
    }
}
pub struct LockStreamStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_stream() -> LockStreamStmt {
    LockStreamStmt(
        "select store_id, stream, state, cursor::text as cursor, done, total, rate, failures, cause, reason, started_at, imported_at , last_success_at, next_run_at from store_streams where store_id = $1 and stream = $2 for update",
        None,
    )
}
impl LockStreamStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        stream: &'a T1,
    ) -> StreamQuery<'c, 'a, 's, C, Stream, 2> {
        StreamQuery {
            client,
            params: [store_id, stream],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StreamBorrowed, tokio_postgres::Error> {
                Ok(StreamBorrowed {
                    store_id: row.try_get(0)?,
                    stream: row.try_get(1)?,
                    state: row.try_get(2)?,
                    cursor: row.try_get(3)?,
                    done: row.try_get(4)?,
                    total: row.try_get(5)?,
                    rate: row.try_get(6)?,
                    failures: row.try_get(7)?,
                    cause: row.try_get(8)?,
                    reason: row.try_get(9)?,
                    started_at: row.try_get(10)?,
                    imported_at: row.try_get(11)?,
                    last_success_at: row.try_get(12)?,
                    next_run_at: row.try_get(13)?,
                })
            },
            mapper: |it| Stream::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, LockStreamParams<T1>, StreamQuery<'c, 'a, 's, C, Stream, 2>, C>
    for LockStreamStmt
{
    fn params(&'s self, client: &'c C, params: &'a LockStreamParams<T1>) -> StreamQuery<'c, 'a, 's, C, Stream, 2> {
        self.bind(client, &params.store_id, &params.stream)
    }
}
pub struct StreamImportedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stream_imported() -> StreamImportedStmt {
    StreamImportedStmt(
        "select coalesce(bool_or(imported_at is not null), false) as imported from store_streams where store_id = $1 and stream = $2",
        None,
    )
}
impl StreamImportedStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        stream: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        BoolQuery {
            client,
            params: [store_id, stream],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, StreamImportedParams<T1>, BoolQuery<'c, 'a, 's, C, bool, 2>, C>
    for StreamImportedStmt
{
    fn params(&'s self, client: &'c C, params: &'a StreamImportedParams<T1>) -> BoolQuery<'c, 'a, 's, C, bool, 2> {
        self.bind(client, &params.store_id, &params.stream)
    }
}
pub struct SaveStreamStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_stream() -> SaveStreamStmt {
    SaveStreamStmt(
        "update store_streams set state = $1, cursor = $2::text::jsonb, done = $3, total = $4, rate = $5, failures = 0, cause = null, reason = null , imported_at = $6, last_success_at = $7 where store_id = $8 and stream = $9 and state in ('importing', 'live', 'failed')",
        None,
    )
}
impl SaveStreamStmt {
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
        cursor: &'a T2,
        done: &'a i64,
        total: &'a Option<i64>,
        rate: &'a Option<f64>,
        imported_at: &'a Option<jiff::Timestamp>,
        last_success_at: &'a Option<jiff::Timestamp>,
        store_id: &'a uuid::Uuid,
        stream: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[state, cursor, done, total, rate, imported_at, last_success_at, store_id, stream],
            )
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveStreamParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SaveStreamStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveStreamParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.state,
            &params.cursor,
            &params.done,
            &params.total,
            &params.rate,
            &params.imported_at,
            &params.last_success_at,
            &params.store_id,
            &params.stream,
        ))
    }
}
pub struct FailStreamStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn fail_stream() -> FailStreamStmt {
    FailStreamStmt(
        "update store_streams set state = 'failed', failures = failures + 1, cause = $1, reason = $2, next_run_at = $3, rate = null where store_id = $4 and stream = $5 and state <> 'paused'",
        None,
    )
}
impl FailStreamStmt {
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
        cause: &'a T1,
        reason: &'a T2,
        next_run_at: &'a Option<jiff::Timestamp>,
        store_id: &'a uuid::Uuid,
        stream: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[cause, reason, next_run_at, store_id, stream]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        FailStreamParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for FailStreamStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a FailStreamParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.cause,
            &params.reason,
            &params.next_run_at,
            &params.store_id,
            &params.stream,
        ))
    }
}
pub struct ScheduleStreamStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn schedule_stream() -> ScheduleStreamStmt {
    ScheduleStreamStmt("update store_streams set next_run_at = $1 where store_id = $2 and stream = $3", None)
}
impl ScheduleStreamStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        next_run_at: &'a jiff::Timestamp,
        store_id: &'a uuid::Uuid,
        stream: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[next_run_at, store_id, stream]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        ScheduleStreamParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for ScheduleStreamStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a ScheduleStreamParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.next_run_at, &params.store_id, &params.stream))
    }
}
pub struct PauseStreamsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn pause_streams() -> PauseStreamsStmt {
    PauseStreamsStmt(
        "update store_streams set state = 'paused', rate = null, next_run_at = null where store_id = $1",
        None,
    )
}
impl PauseStreamsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[store_id]).await
    }
}
pub struct ResumeStreamsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn resume_streams() -> ResumeStreamsStmt {
    ResumeStreamsStmt(
        "update store_streams set state = case when imported_at is null then 'importing' else 'live' end, failures = 0, cause = null, reason = null where store_id = $1 and state in ('paused', 'failed')",
        None,
    )
}
impl ResumeStreamsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[store_id]).await
    }
}
pub struct StreamHealthStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stream_health() -> StreamHealthStmt {
    StreamHealthStmt(
        "select count(*) filter (where state = 'importing') as importing , count(*) filter (where state = 'failed') as failed , count(*) as n from store_streams where store_id = $1",
        None,
    )
}
impl StreamHealthStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
    ) -> StreamHealthQuery<'c, 'a, 's, C, StreamHealth, 1> {
        StreamHealthQuery {
            client,
            params: [store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StreamHealth, tokio_postgres::Error> {
                Ok(StreamHealth { importing: row.try_get(0)?, failed: row.try_get(1)?, n: row.try_get(2)? })
            },
            mapper: |it| StreamHealth::from(it),
        }
    }
}
pub struct SetStoreStateStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_store_state() -> SetStoreStateStmt {
    SetStoreStateStmt(
        "update stores set state = $1, cause = $2, reason = $3, next_try_at = $4 , state_since = case when state = $1 then state_since else $5 end where id = $6 and state not in ('paused', 'disconnected')",
        None,
    )
}
impl SetStoreStateStmt {
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
        cause: &'a Option<T2>,
        reason: &'a Option<T3>,
        next_try_at: &'a Option<jiff::Timestamp>,
        now: &'a jiff::Timestamp,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[state, cause, reason, next_try_at, now, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetStoreStateParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetStoreStateStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetStoreStateParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.state,
            &params.cause,
            &params.reason,
            &params.next_try_at,
            &params.now,
            &params.id,
        ))
    }
}
pub struct SwitchStoreStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn switch_store() -> SwitchStoreStmt {
    SwitchStoreStmt(
        "update stores set state = $1, cause = null, reason = $2, next_try_at = null, state_since = $3 , consumer_key = case when $1 = 'disconnected' then null else consumer_key end , consumer_secret = case when $1 = 'disconnected' then null else consumer_secret end where id = $4",
        None,
    )
}
impl SwitchStoreStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        state: &'a T1,
        reason: &'a Option<T2>,
        now: &'a jiff::Timestamp,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[state, reason, now, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SwitchStoreParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SwitchStoreStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SwitchStoreParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.state, &params.reason, &params.now, &params.id))
    }
}
pub struct SetWebhooksStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_webhooks() -> SetWebhooksStmt {
    SetWebhooksStmt("update stores set webhooks = $1 where id = $2", None)
}
impl SetWebhooksStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        webhooks: &'a T1,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[webhooks, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetWebhooksParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetWebhooksStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetWebhooksParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.webhooks, &params.id))
    }
}
pub struct SetPageSizeStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_page_size() -> SetPageSizeStmt {
    SetPageSizeStmt("update stores set page_size = $1 where id = $2", None)
}
impl SetPageSizeStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        page_size: &'a i32,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[page_size, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetPageSizeParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetPageSizeStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetPageSizeParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.page_size, &params.id))
    }
}
pub struct SetSkewStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_skew() -> SetSkewStmt {
    SetSkewStmt("update stores set clock_skew_ms = $1 where id = $2", None)
}
impl SetSkewStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        clock_skew_ms: &'a i64,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[clock_skew_ms, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetSkewParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetSkewStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetSkewParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.clock_skew_ms, &params.id))
    }
}
pub struct TouchEventStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn touch_event() -> TouchEventStmt {
    TouchEventStmt("update stores set last_event_at = $1 where id = $2", None)
}
impl TouchEventStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        TouchEventParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for TouchEventStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a TouchEventParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.id))
    }
}
pub struct HearsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hears() -> HearsStmt {
    HearsStmt(
        "select state not in ('paused', 'disconnected') as applies, clock_skew_ms from stores where id = $1",
        None,
    )
}
impl HearsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> HearsQuery<'c, 'a, 's, C, Hears, 1> {
        HearsQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<Hears, tokio_postgres::Error> {
                Ok(Hears { applies: row.try_get(0)?, clock_skew_ms: row.try_get(1)? })
            },
            mapper: |it| Hears::from(it),
        }
    }
}
pub struct UpsertHookStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn upsert_hook() -> UpsertHookStmt {
    UpsertHookStmt(
        "insert into store_hooks (tenant_id, store_id, topic, external_id, status, checked_at) values (app.tenant(), $1, $2, $3, $4, $5) on conflict (tenant_id, store_id, topic) do update set external_id = excluded.external_id, status = excluded.status, checked_at = excluded.checked_at",
        None,
    )
}
impl UpsertHookStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        topic: &'a T1,
        external_id: &'a i64,
        status: &'a T2,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[store_id, topic, external_id, status, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UpsertHookParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UpsertHookStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UpsertHookParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.store_id, &params.topic, &params.external_id, &params.status, &params.now))
    }
}
pub struct HooksOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn hooks_of() -> HooksOfStmt {
    HooksOfStmt("select topic, external_id, status from store_hooks where store_id = $1 order by topic", None)
}
impl HooksOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
    ) -> HooksOfQuery<'c, 'a, 's, C, HooksOf, 1> {
        HooksOfQuery {
            client,
            params: [store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HooksOfBorrowed, tokio_postgres::Error> {
                Ok(HooksOfBorrowed { topic: row.try_get(0)?, external_id: row.try_get(1)?, status: row.try_get(2)? })
            },
            mapper: |it| HooksOf::from(it),
        }
    }
}
pub struct CountActivityStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn count_activity() -> CountActivityStmt {
    CountActivityStmt(
        "insert into store_activity (tenant_id, store_id, hour, webhook, poll, requests) values (app.tenant(), $1, date_trunc('hour', $2::timestamptz), $3, $4, $5) on conflict (tenant_id, store_id, hour) do update set webhook = store_activity.webhook + excluded.webhook , poll = store_activity.poll + excluded.poll , requests = store_activity.requests + excluded.requests",
        None,
    )
}
impl CountActivityStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        now: &'a jiff::Timestamp,
        webhook: &'a i32,
        poll: &'a i32,
        requests: &'a i32,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[store_id, now, webhook, poll, requests]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        CountActivityParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for CountActivityStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a CountActivityParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.store_id, &params.now, &params.webhook, &params.poll, &params.requests))
    }
}
pub struct ActivitySinceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn activity_since() -> ActivitySinceStmt {
    ActivitySinceStmt(
        "select store_id, hour, webhook, poll, requests from store_activity where store_id = any($1) and hour >= $2 order by store_id, hour",
        None,
    )
}
impl ActivitySinceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        store_ids: &'a T1,
        since: &'a jiff::Timestamp,
    ) -> ActivitySinceQuery<'c, 'a, 's, C, ActivitySince, 2> {
        ActivitySinceQuery {
            client,
            params: [store_ids, since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ActivitySince, tokio_postgres::Error> {
                Ok(ActivitySince {
                    store_id: row.try_get(0)?,
                    hour: row.try_get(1)?,
                    webhook: row.try_get(2)?,
                    poll: row.try_get(3)?,
                    requests: row.try_get(4)?,
                })
            },
            mapper: |it| ActivitySince::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ActivitySinceParams<T1>,
        ActivitySinceQuery<'c, 'a, 's, C, ActivitySince, 2>,
        C,
    > for ActivitySinceStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ActivitySinceParams<T1>,
    ) -> ActivitySinceQuery<'c, 'a, 's, C, ActivitySince, 2> {
        self.bind(client, &params.store_ids, &params.since)
    }
}
pub struct StoresToSyncStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn stores_to_sync() -> StoresToSyncStmt {
    StoresToSyncStmt("select r.store_id, r.tenant_id from store_routes r where r.accepts and r.reads", None)
}
impl StoresToSyncStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> StoresToSyncQuery<'c, 'a, 's, C, StoresToSync, 0> {
        StoresToSyncQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StoresToSync, tokio_postgres::Error> {
                Ok(StoresToSync { store_id: row.try_get(0)?, tenant_id: row.try_get(1)? })
            },
            mapper: |it| StoresToSync::from(it),
        }
    }
}
pub struct InsertSampleStoreStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_sample_store() -> InsertSampleStoreStmt {
    InsertSampleStoreStmt(
        "insert into stores (tenant_id, id, name, url, api, state, state_since, currency, timezone, wc_version, clock_skew_ms, webhooks, created_at) values (app.tenant(), $1, $2, $3, $4::text::jsonb, 'healthy', $5, 'EUR', 'UTC', '', 0, 'active', $5)",
        None,
    )
}
impl InsertSampleStoreStmt {
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
        id: &'a uuid::Uuid,
        name: &'a T1,
        url: &'a T2,
        api: &'a T3,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id, name, url, api, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertSampleStoreParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertSampleStoreStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertSampleStoreParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.name, &params.url, &params.api, &params.now))
    }
}
pub struct InsertSampleRouteStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_sample_route() -> InsertSampleRouteStmt {
    InsertSampleRouteStmt(
        "insert into store_routes (store_id, tenant_id, secret, reads) values ($1, app.tenant(), $2, false)",
        None,
    )
}
impl InsertSampleRouteStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        secret: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[store_id, secret]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertSampleRouteParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertSampleRouteStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertSampleRouteParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.store_id, &params.secret))
    }
}
pub struct MoveStoreStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn move_store() -> MoveStoreStmt {
    MoveStoreStmt("update stores set url = $1, api = $2::text::jsonb, tls_fingerprint = $3 where id = $4", None)
}
impl MoveStoreStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::BytesSql>(
        &'s self,
        client: &'c C,
        url: &'a T1,
        api: &'a T2,
        tls_fingerprint: &'a Option<T3>,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[url, api, tls_fingerprint, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        MoveStoreParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for MoveStoreStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a MoveStoreParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.url, &params.api, &params.tls_fingerprint, &params.id))
    }
}
