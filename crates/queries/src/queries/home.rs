// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct OrdersInWindowsParams<
    T1: crate::ArraySql<Item = jiff::Timestamp>,
    T2: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub starts: T1,
    pub ends: T2,
}
#[derive(Debug)]
pub struct RevenueInWindowsParams<
    T1: crate::ArraySql<Item = jiff::Timestamp>,
    T2: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub starts: T1,
    pub ends: T2,
}
#[derive(Debug, Clone, PartialEq)]
pub struct HomeTenant {
    pub slug: String,
    pub timezone: String,
}
pub struct HomeTenantBorrowed<'a> {
    pub slug: &'a str,
    pub timezone: &'a str,
}
impl<'a> From<HomeTenantBorrowed<'a>> for HomeTenant {
    fn from(HomeTenantBorrowed { slug, timezone }: HomeTenantBorrowed<'a>) -> Self {
        Self { slug: slug.into(), timezone: timezone.into() }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct OrdersInWindows {
    pub n: i64,
    pub orders: i64,
}
#[derive(Debug, Clone, PartialEq)]
pub struct RevenueInWindows {
    pub n: i64,
    pub currency: String,
    pub total: rust_decimal::Decimal,
}
pub struct RevenueInWindowsBorrowed<'a> {
    pub n: i64,
    pub currency: &'a str,
    pub total: rust_decimal::Decimal,
}
impl<'a> From<RevenueInWindowsBorrowed<'a>> for RevenueInWindows {
    fn from(RevenueInWindowsBorrowed { n, currency, total }: RevenueInWindowsBorrowed<'a>) -> Self {
        Self { n, currency: currency.into(), total }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct HomeTenantQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<HomeTenantBorrowed, tokio_postgres::Error>,
    mapper: fn(HomeTenantBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> HomeTenantQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(HomeTenantBorrowed) -> R) -> HomeTenantQuery<'c, 'a, 's, C, R, N> {
        HomeTenantQuery {
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
pub struct OrdersInWindowsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OrdersInWindows, tokio_postgres::Error>,
    mapper: fn(OrdersInWindows) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OrdersInWindowsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OrdersInWindows) -> R) -> OrdersInWindowsQuery<'c, 'a, 's, C, R, N> {
        OrdersInWindowsQuery {
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
pub struct RevenueInWindowsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RevenueInWindowsBorrowed, tokio_postgres::Error>,
    mapper: fn(RevenueInWindowsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RevenueInWindowsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RevenueInWindowsBorrowed) -> R) -> RevenueInWindowsQuery<'c, 'a, 's, C, R, N> {
        RevenueInWindowsQuery {
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
pub struct HomeTenantStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn home_tenant() -> HomeTenantStmt {
    HomeTenantStmt("select slug, timezone from tenants where id = app.tenant()", None)
}
impl HomeTenantStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
    ) -> HomeTenantQuery<'c, 'a, 's, C, HomeTenant, 0> {
        HomeTenantQuery {
            client,
            params: [],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<HomeTenantBorrowed, tokio_postgres::Error> {
                Ok(HomeTenantBorrowed { slug: row.try_get(0)?, timezone: row.try_get(1)? })
            },
            mapper: |it| HomeTenant::from(it),
        }
    }
}
pub struct OrdersInWindowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn orders_in_windows() -> OrdersInWindowsStmt {
    OrdersInWindowsStmt(
        "select w.n, o.orders from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as w (starts, ends, n) cross join lateral ( select count(*) as orders from orders o where o.placed_at >= w.starts and o.placed_at < w.ends and o.status <> 'draft' and o.trashed_at is null and o.deleted_at is null ) o where o.orders > 0",
        None,
    )
}
impl OrdersInWindowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = jiff::Timestamp>,
        T2: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        starts: &'a T1,
        ends: &'a T2,
    ) -> OrdersInWindowsQuery<'c, 'a, 's, C, OrdersInWindows, 2> {
        OrdersInWindowsQuery {
            client,
            params: [starts, ends],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OrdersInWindows, tokio_postgres::Error> {
                Ok(OrdersInWindows { n: row.try_get(0)?, orders: row.try_get(1)? })
            },
            mapper: |it| OrdersInWindows::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = jiff::Timestamp>,
    T2: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OrdersInWindowsParams<T1, T2>,
        OrdersInWindowsQuery<'c, 'a, 's, C, OrdersInWindows, 2>,
        C,
    > for OrdersInWindowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OrdersInWindowsParams<T1, T2>,
    ) -> OrdersInWindowsQuery<'c, 'a, 's, C, OrdersInWindows, 2> {
        self.bind(client, &params.starts, &params.ends)
    }
}
pub struct RevenueInWindowsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn revenue_in_windows() -> RevenueInWindowsStmt {
    RevenueInWindowsStmt(
        "select w.n, o.currency, o.total from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as w (starts, ends, n) cross join lateral ( select o.currency::text as currency, sum(o.total - o.refunded) as total from orders o where o.placed_at >= w.starts and o.placed_at < w.ends and o.status in ('processing', 'on_hold', 'shipped', 'completed') and o.trashed_at is null and o.deleted_at is null group by o.currency ) o",
        None,
    )
}
impl RevenueInWindowsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = jiff::Timestamp>,
        T2: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        starts: &'a T1,
        ends: &'a T2,
    ) -> RevenueInWindowsQuery<'c, 'a, 's, C, RevenueInWindows, 2> {
        RevenueInWindowsQuery {
            client,
            params: [starts, ends],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RevenueInWindowsBorrowed, tokio_postgres::Error> {
                Ok(RevenueInWindowsBorrowed { n: row.try_get(0)?, currency: row.try_get(1)?, total: row.try_get(2)? })
            },
            mapper: |it| RevenueInWindows::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = jiff::Timestamp>,
    T2: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        RevenueInWindowsParams<T1, T2>,
        RevenueInWindowsQuery<'c, 'a, 's, C, RevenueInWindows, 2>,
        C,
    > for RevenueInWindowsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a RevenueInWindowsParams<T1, T2>,
    ) -> RevenueInWindowsQuery<'c, 'a, 's, C, RevenueInWindows, 2> {
        self.bind(client, &params.starts, &params.ends)
    }
}
pub struct UnmappedWordsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn unmapped_words() -> UnmappedWordsStmt {
    UnmappedWordsStmt(
        "select store_status from orders where status = 'unknown' and placed_at >= $1 and trashed_at is null and deleted_at is null group by store_status order by count(*) desc, store_status limit 3",
        None,
    )
}
impl UnmappedWordsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        since: &'a jiff::Timestamp,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
