// This file was generated with `cornucopia`. Do not modify.

#[derive(Clone, Copy, Debug)]
pub struct ReportPageParams {
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct InsertReportParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub id: uuid::Uuid,
    pub kind: T1,
    pub filters: T2,
    pub created_by: uuid::Uuid,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct InsertPartsParams<T1: crate::ArraySql<Item = i32>, T2: crate::BytesSql, T3: crate::ArraySql<Item = T2>> {
    pub report_id: uuid::Uuid,
    pub seqs: T1,
    pub bodies: T3,
}
#[derive(Debug)]
pub struct AdvanceReportParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub state: T1,
    pub reason: Option<T2>,
    pub place_at: Option<jiff::Timestamp>,
    pub place_id: Option<uuid::Uuid>,
    pub parts: i32,
    pub row_count: i64,
    pub bytes: i64,
    pub now: jiff::Timestamp,
    pub finished_at: Option<jiff::Timestamp>,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct FailReportParams<T1: crate::StringSql> {
    pub reason: T1,
    pub now: jiff::Timestamp,
    pub id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct PartParams {
    pub report_id: uuid::Uuid,
    pub seq: i32,
}
#[derive(Clone, Copy, Debug)]
pub struct MerchantsParams {
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct WithJobParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>> {
    pub kind: T1,
    pub keys: T3,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub kind: String,
    pub filters: String,
    pub state: String,
    pub reason: Option<String>,
    pub place_at: Option<jiff::Timestamp>,
    pub place_id: Option<uuid::Uuid>,
    pub parts: i32,
    pub row_count: i64,
    pub bytes: i64,
    pub created_by: uuid::Uuid,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
}
pub struct ReportBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub filters: &'a str,
    pub state: &'a str,
    pub reason: Option<&'a str>,
    pub place_at: Option<jiff::Timestamp>,
    pub place_id: Option<uuid::Uuid>,
    pub parts: i32,
    pub row_count: i64,
    pub bytes: i64,
    pub created_by: uuid::Uuid,
    pub created_at: jiff::Timestamp,
    pub started_at: Option<jiff::Timestamp>,
    pub finished_at: Option<jiff::Timestamp>,
}
impl<'a> From<ReportBorrowed<'a>> for Report {
    fn from(
        ReportBorrowed {
            tenant_id,
            id,
            kind,
            filters,
            state,
            reason,
            place_at,
            place_id,
            parts,
            row_count,
            bytes,
            created_by,
            created_at,
            started_at,
            finished_at,
        }: ReportBorrowed<'a>,
    ) -> Self {
        Self {
            tenant_id,
            id,
            kind: kind.into(),
            filters: filters.into(),
            state: state.into(),
            reason: reason.map(|v| v.into()),
            place_at,
            place_id,
            parts,
            row_count,
            bytes,
            created_by,
            created_at,
            started_at,
            finished_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct StoreNames {
    pub id: uuid::Uuid,
    pub name: String,
}
pub struct StoreNamesBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
}
impl<'a> From<StoreNamesBorrowed<'a>> for StoreNames {
    fn from(StoreNamesBorrowed { id, name }: StoreNamesBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ReportQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ReportBorrowed, tokio_postgres::Error>,
    mapper: fn(ReportBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ReportQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ReportBorrowed) -> R) -> ReportQuery<'c, 'a, 's, C, R, N> {
        ReportQuery {
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
pub struct I64Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<i64, tokio_postgres::Error>,
    mapper: fn(i64) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> I64Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(i64) -> R) -> I64Query<'c, 'a, 's, C, R, N> {
        I64Query {
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
pub struct Vecu8Query<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<&[u8], tokio_postgres::Error>,
    mapper: fn(&[u8]) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> Vecu8Query<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(&[u8]) -> R) -> Vecu8Query<'c, 'a, 's, C, R, N> {
        Vecu8Query {
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
pub struct StoreNamesQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StoreNamesBorrowed, tokio_postgres::Error>,
    mapper: fn(StoreNamesBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StoreNamesQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StoreNamesBorrowed) -> R) -> StoreNamesQuery<'c, 'a, 's, C, R, N> {
        StoreNamesQuery {
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
pub struct ReportPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn report_page() -> ReportPageStmt {
    ReportPageStmt(
        "select tenant_id, id, kind, filters::text as filters, state, reason, place_at, place_id, parts, row_count, bytes, created_by, created_at, started_at, finished_at from reports where ($1::uuid is null or id < $1) order by id desc limit $2",
        None,
    )
}
impl ReportPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> ReportQuery<'c, 'a, 's, C, Report, 2> {
        ReportQuery {
            client,
            params: [after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ReportBorrowed, tokio_postgres::Error> {
                Ok(ReportBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    kind: row.try_get(2)?,
                    filters: row.try_get(3)?,
                    state: row.try_get(4)?,
                    reason: row.try_get(5)?,
                    place_at: row.try_get(6)?,
                    place_id: row.try_get(7)?,
                    parts: row.try_get(8)?,
                    row_count: row.try_get(9)?,
                    bytes: row.try_get(10)?,
                    created_by: row.try_get(11)?,
                    created_at: row.try_get(12)?,
                    started_at: row.try_get(13)?,
                    finished_at: row.try_get(14)?,
                })
            },
            mapper: |it| Report::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, ReportPageParams, ReportQuery<'c, 'a, 's, C, Report, 2>, C>
    for ReportPageStmt
{
    fn params(&'s self, client: &'c C, params: &'a ReportPageParams) -> ReportQuery<'c, 'a, 's, C, Report, 2> {
        self.bind(client, &params.after, &params.limit)
    }
}
pub struct ReportByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn report_by_id() -> ReportByIdStmt {
    ReportByIdStmt(
        "select tenant_id, id, kind, filters::text as filters, state, reason, place_at, place_id, parts, row_count, bytes, created_by, created_at, started_at, finished_at from reports where id = $1",
        None,
    )
}
impl ReportByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> ReportQuery<'c, 'a, 's, C, Report, 1> {
        ReportQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ReportBorrowed, tokio_postgres::Error> {
                Ok(ReportBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    kind: row.try_get(2)?,
                    filters: row.try_get(3)?,
                    state: row.try_get(4)?,
                    reason: row.try_get(5)?,
                    place_at: row.try_get(6)?,
                    place_id: row.try_get(7)?,
                    parts: row.try_get(8)?,
                    row_count: row.try_get(9)?,
                    bytes: row.try_get(10)?,
                    created_by: row.try_get(11)?,
                    created_at: row.try_get(12)?,
                    started_at: row.try_get(13)?,
                    finished_at: row.try_get(14)?,
                })
            },
            mapper: |it| Report::from(it),
        }
    }
}
pub struct LockReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_report() -> LockReportStmt {
    LockReportStmt(
        "select tenant_id, id, kind, filters::text as filters, state, reason, place_at, place_id, parts, row_count, bytes, created_by, created_at, started_at, finished_at from reports where id = $1 for update",
        None,
    )
}
impl LockReportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> ReportQuery<'c, 'a, 's, C, Report, 1> {
        ReportQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ReportBorrowed, tokio_postgres::Error> {
                Ok(ReportBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    kind: row.try_get(2)?,
                    filters: row.try_get(3)?,
                    state: row.try_get(4)?,
                    reason: row.try_get(5)?,
                    place_at: row.try_get(6)?,
                    place_id: row.try_get(7)?,
                    parts: row.try_get(8)?,
                    row_count: row.try_get(9)?,
                    bytes: row.try_get(10)?,
                    created_by: row.try_get(11)?,
                    created_at: row.try_get(12)?,
                    started_at: row.try_get(13)?,
                    finished_at: row.try_get(14)?,
                })
            },
            mapper: |it| Report::from(it),
        }
    }
}
pub struct LockReportsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_reports() -> LockReportsStmt {
    LockReportsStmt("select pg_advisory_xact_lock(hashtextextended(app.tenant()::text, 7265)) is null as locked", None)
}
impl LockReportsStmt {
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
pub struct CountReportsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn count_reports() -> CountReportsStmt {
    CountReportsStmt("select count(*) as n from reports", None)
}
impl CountReportsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> I64Query<'c, 'a, 's, C, i64, 0> {
        I64Query {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct InsertReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_report() -> InsertReportStmt {
    InsertReportStmt(
        "insert into reports (tenant_id, id, kind, filters, state, created_by, created_at) values (app.tenant(), $1, $2, $3::text::jsonb, 'waiting', $4, $5)",
        None,
    )
}
impl InsertReportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        kind: &'a T1,
        filters: &'a T2,
        created_by: &'a uuid::Uuid,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id, kind, filters, created_by, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertReportParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertReportStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertReportParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.kind, &params.filters, &params.created_by, &params.now))
    }
}
pub struct InsertPartsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_parts() -> InsertPartsStmt {
    InsertPartsStmt(
        "insert into report_parts (tenant_id, report_id, seq, body) select app.tenant(), $1, x.seq, x.body from unnest($2::int[], $3::bytea[]) as x (seq, body)",
        None,
    )
}
impl InsertPartsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = i32>,
        T2: crate::BytesSql,
        T3: crate::ArraySql<Item = T2>,
    >(
        &'s self,
        client: &'c C,
        report_id: &'a uuid::Uuid,
        seqs: &'a T1,
        bodies: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[report_id, seqs, bodies]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i32>,
    T2: crate::BytesSql,
    T3: crate::ArraySql<Item = T2>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertPartsParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertPartsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertPartsParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.report_id, &params.seqs, &params.bodies))
    }
}
pub struct AdvanceReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn advance_report() -> AdvanceReportStmt {
    AdvanceReportStmt(
        "update reports set state = $1, reason = $2, place_at = $3, place_id = $4, parts = $5, row_count = $6, bytes = $7 , started_at = coalesce(started_at, $8), finished_at = $9 where id = $10",
        None,
    )
}
impl AdvanceReportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        state: &'a T1,
        reason: &'a Option<T2>,
        place_at: &'a Option<jiff::Timestamp>,
        place_id: &'a Option<uuid::Uuid>,
        parts: &'a i32,
        row_count: &'a i64,
        bytes: &'a i64,
        now: &'a jiff::Timestamp,
        finished_at: &'a Option<jiff::Timestamp>,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[state, reason, place_at, place_id, parts, row_count, bytes, now, finished_at, id],
            )
            .await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        AdvanceReportParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for AdvanceReportStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a AdvanceReportParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.state,
            &params.reason,
            &params.place_at,
            &params.place_id,
            &params.parts,
            &params.row_count,
            &params.bytes,
            &params.now,
            &params.finished_at,
            &params.id,
        ))
    }
}
pub struct FailReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn fail_report() -> FailReportStmt {
    FailReportStmt(
        "update reports set state = 'failed', reason = $1, finished_at = $2 where id = $3 and state in ('waiting', 'running')",
        None,
    )
}
impl FailReportStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        reason: &'a T1,
        now: &'a jiff::Timestamp,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[reason, now, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        FailReportParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for FailReportStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a FailReportParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.reason, &params.now, &params.id))
    }
}
pub struct DeletePartsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_parts() -> DeletePartsStmt {
    DeletePartsStmt("delete from report_parts where report_id = $1", None)
}
impl DeletePartsStmt {
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
pub struct PartStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn part() -> PartStmt {
    PartStmt("select body from report_parts where report_id = $1 and seq = $2", None)
}
impl PartStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        report_id: &'a uuid::Uuid,
        seq: &'a i32,
    ) -> Vecu8Query<'c, 'a, 's, C, Vec<u8>, 2> {
        Vecu8Query {
            client,
            params: [report_id, seq],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, PartParams, Vecu8Query<'c, 'a, 's, C, Vec<u8>, 2>, C> for PartStmt
{
    fn params(&'s self, client: &'c C, params: &'a PartParams) -> Vecu8Query<'c, 'a, 's, C, Vec<u8>, 2> {
        self.bind(client, &params.report_id, &params.seq)
    }
}
pub struct DeleteReportStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_report() -> DeleteReportStmt {
    DeleteReportStmt("delete from reports where id = $1", None)
}
impl DeleteReportStmt {
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
pub struct DeleteOldReportsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_old_reports() -> DeleteOldReportsStmt {
    DeleteOldReportsStmt("delete from reports where finished_at < $1 returning id", None)
}
impl DeleteOldReportsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        before: &'a jiff::Timestamp,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 1> {
        UuidUuidQuery {
            client,
            params: [before],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct StoreNamesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn store_names() -> StoreNamesStmt {
    StoreNamesStmt("select id, name from stores", None)
}
impl StoreNamesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> StoreNamesQuery<'c, 'a, 's, C, StoreNames, 0> {
        StoreNamesQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StoreNamesBorrowed, tokio_postgres::Error> {
                Ok(StoreNamesBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| StoreNames::from(it),
        }
    }
}
pub struct MerchantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn merchants() -> MerchantsStmt {
    MerchantsStmt("select id from tenants where ($1::uuid is null or id > $1) order by id limit $2", None)
}
impl MerchantsStmt {
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
    crate::client::async_::Params<'c, 'a, 's, MerchantsParams, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for MerchantsStmt
{
    fn params(&'s self, client: &'c C, params: &'a MerchantsParams) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.after, &params.limit)
    }
}
pub struct UnfinishedReportsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unfinished_reports() -> UnfinishedReportsStmt {
    UnfinishedReportsStmt("select id from reports where state in ('waiting', 'running')", None)
}
impl UnfinishedReportsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(&'s self, client: &'c C) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 0> {
        UuidUuidQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct WithJobStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn with_job() -> WithJobStmt {
    WithJobStmt(
        "select unique_key from jobs where kind = $1 and unique_key = any($2::text[]) and unique_key is not null and state <> 'dead'",
        None,
    )
}
impl WithJobStmt {
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
        kind: &'a T1,
        keys: &'a T3,
    ) -> StringQuery<'c, 'a, 's, C, String, 2> {
        StringQuery {
            client,
            params: [kind, keys],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql, T3: crate::ArraySql<Item = T2>>
    crate::client::async_::Params<'c, 'a, 's, WithJobParams<T1, T2, T3>, StringQuery<'c, 'a, 's, C, String, 2>, C>
    for WithJobStmt
{
    fn params(&'s self, client: &'c C, params: &'a WithJobParams<T1, T2, T3>) -> StringQuery<'c, 'a, 's, C, String, 2> {
        self.bind(client, &params.kind, &params.keys)
    }
}
