// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct ListingsByExternalParams<T1: crate::ArraySql<Item = i64>> {
    pub product_ids: T1,
    pub store_id: uuid::Uuid,
}
#[derive(Debug)]
pub struct InsertProductsParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
> {
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub skus: T3,
    pub names: T5,
}
#[derive(Debug)]
pub struct UpdateProductsParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
> {
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub skus: T3,
    pub names: T5,
}
#[derive(Debug)]
pub struct UpsertListingsParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T3: crate::ArraySql<Item = i64>,
    T4: crate::ArraySql<Item = i64>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::StringSql,
    T12: crate::ArraySql<Item = T11>,
    T13: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T14: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T15: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = T16>,
    T18: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T19: crate::StringSql,
    T20: crate::ArraySql<Item = T19>,
    T21: crate::StringSql,
    T22: crate::ArraySql<Item = Option<T21>>,
    T23: crate::StringSql,
    T24: crate::ArraySql<Item = T23>,
    T25: crate::StringSql,
    T26: crate::ArraySql<Item = T25>,
    T27: crate::BytesSql,
    T28: crate::ArraySql<Item = T27>,
    T29: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub store_id: uuid::Uuid,
    pub read_at: jiff::Timestamp,
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub product_ids: T2,
    pub external_product_ids: T3,
    pub external_variation_ids: T4,
    pub types: T6,
    pub statuses: T8,
    pub names: T10,
    pub skus: T12,
    pub prices: T13,
    pub regular_prices: T14,
    pub sale_prices: T15,
    pub manage_stocks: T17,
    pub stock_quantities: T18,
    pub stock_statuses: T20,
    pub image_urls: T22,
    pub attributes: T24,
    pub raws: T26,
    pub content_hashes: T28,
    pub modified_ats: T29,
}
#[derive(Clone, Copy, Debug)]
pub struct DeleteListingsParams {
    pub now: jiff::Timestamp,
    pub store_id: uuid::Uuid,
    pub external_id: i64,
}
#[derive(Debug)]
pub struct InsertProductTokensParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
> {
    pub tokens: T2,
    pub product_ids: T3,
}
#[derive(Debug)]
pub struct ProductsByExternalParams<T1: crate::ArraySql<Item = i64>> {
    pub product_ids: T1,
    pub store_id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct ProductOrdersSinceParams {
    pub product_id: uuid::Uuid,
    pub since: jiff::Timestamp,
}
#[derive(Clone, Copy, Debug)]
pub struct NextVariableParentParams {
    pub store_id: uuid::Uuid,
    pub beyond: i64,
    pub since: Option<jiff::Timestamp>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct ListingsByExternal {
    pub id: uuid::Uuid,
    pub product_id: Option<uuid::Uuid>,
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub store_modified_at: jiff::Timestamp,
    pub read_at: jiff::Timestamp,
    pub content_hash: Vec<u8>,
    pub name: String,
    pub sku: String,
    pub deleted_at: Option<jiff::Timestamp>,
}
pub struct ListingsByExternalBorrowed<'a> {
    pub id: uuid::Uuid,
    pub product_id: Option<uuid::Uuid>,
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub store_modified_at: jiff::Timestamp,
    pub read_at: jiff::Timestamp,
    pub content_hash: &'a [u8],
    pub name: &'a str,
    pub sku: &'a str,
    pub deleted_at: Option<jiff::Timestamp>,
}
impl<'a> From<ListingsByExternalBorrowed<'a>> for ListingsByExternal {
    fn from(
        ListingsByExternalBorrowed {
            id,
            product_id,
            external_product_id,
            external_variation_id,
            store_modified_at,
            read_at,
            content_hash,
            name,
            sku,
            deleted_at,
        }: ListingsByExternalBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            product_id,
            external_product_id,
            external_variation_id,
            store_modified_at,
            read_at,
            content_hash: content_hash.into(),
            name: name.into(),
            sku: sku.into(),
            deleted_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    pub product_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub r#type: String,
    pub status: String,
    pub name: String,
    pub sku: String,
    pub price: Option<rust_decimal::Decimal>,
    pub regular_price: Option<rust_decimal::Decimal>,
    pub sale_price: Option<rust_decimal::Decimal>,
    pub manage_stock: String,
    pub stock_quantity: Option<rust_decimal::Decimal>,
    pub stock_status: String,
    pub image_url: Option<String>,
    pub attributes: String,
    pub store_modified_at: jiff::Timestamp,
    pub deleted_at: Option<jiff::Timestamp>,
    pub currency: String,
}
pub struct ListingBorrowed<'a> {
    pub product_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub r#type: &'a str,
    pub status: &'a str,
    pub name: &'a str,
    pub sku: &'a str,
    pub price: Option<rust_decimal::Decimal>,
    pub regular_price: Option<rust_decimal::Decimal>,
    pub sale_price: Option<rust_decimal::Decimal>,
    pub manage_stock: &'a str,
    pub stock_quantity: Option<rust_decimal::Decimal>,
    pub stock_status: &'a str,
    pub image_url: Option<&'a str>,
    pub attributes: &'a str,
    pub store_modified_at: jiff::Timestamp,
    pub deleted_at: Option<jiff::Timestamp>,
    pub currency: &'a str,
}
impl<'a> From<ListingBorrowed<'a>> for Listing {
    fn from(
        ListingBorrowed {
            product_id,
            id,
            store_id,
            external_product_id,
            external_variation_id,
            r#type,
            status,
            name,
            sku,
            price,
            regular_price,
            sale_price,
            manage_stock,
            stock_quantity,
            stock_status,
            image_url,
            attributes,
            store_modified_at,
            deleted_at,
            currency,
        }: ListingBorrowed<'a>,
    ) -> Self {
        Self {
            product_id,
            id,
            store_id,
            external_product_id,
            external_variation_id,
            r#type: r#type.into(),
            status: status.into(),
            name: name.into(),
            sku: sku.into(),
            price,
            regular_price,
            sale_price,
            manage_stock: manage_stock.into(),
            stock_quantity,
            stock_status: stock_status.into(),
            image_url: image_url.map(|v| v.into()),
            attributes: attributes.into(),
            store_modified_at,
            deleted_at,
            currency: currency.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ListingRaws {
    pub id: uuid::Uuid,
    pub raw: String,
}
pub struct ListingRawsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub raw: &'a str,
}
impl<'a> From<ListingRawsBorrowed<'a>> for ListingRaws {
    fn from(ListingRawsBorrowed { id, raw }: ListingRawsBorrowed<'a>) -> Self {
        Self { id, raw: raw.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ProductById {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub sku: String,
    pub name: String,
    pub updated_at: jiff::Timestamp,
}
pub struct ProductByIdBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub sku: &'a str,
    pub name: &'a str,
    pub updated_at: jiff::Timestamp,
}
impl<'a> From<ProductByIdBorrowed<'a>> for ProductById {
    fn from(ProductByIdBorrowed { tenant_id, id, sku, name, updated_at }: ProductByIdBorrowed<'a>) -> Self {
        Self { tenant_id, id, sku: sku.into(), name: name.into(), updated_at }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct ProductsByExternal {
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub product_id: Option<uuid::Uuid>,
    pub image_url: Option<String>,
}
pub struct ProductsByExternalBorrowed<'a> {
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub product_id: Option<uuid::Uuid>,
    pub image_url: Option<&'a str>,
}
impl<'a> From<ProductsByExternalBorrowed<'a>> for ProductsByExternal {
    fn from(
        ProductsByExternalBorrowed {
            external_product_id,
            external_variation_id,
            product_id,
            image_url,
        }: ProductsByExternalBorrowed<'a>,
    ) -> Self {
        Self { external_product_id, external_variation_id, product_id, image_url: image_url.map(|v| v.into()) }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct ListingsByExternalQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ListingsByExternalBorrowed, tokio_postgres::Error>,
    mapper: fn(ListingsByExternalBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ListingsByExternalQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ListingsByExternalBorrowed) -> R) -> ListingsByExternalQuery<'c, 'a, 's, C, R, N> {
        ListingsByExternalQuery {
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
pub struct OptionuuidUuidQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<Option<uuid::Uuid>, tokio_postgres::Error>,
    mapper: fn(Option<uuid::Uuid>) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OptionuuidUuidQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(Option<uuid::Uuid>) -> R) -> OptionuuidUuidQuery<'c, 'a, 's, C, R, N> {
        OptionuuidUuidQuery {
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
pub struct ListingQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ListingBorrowed, tokio_postgres::Error>,
    mapper: fn(ListingBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ListingQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ListingBorrowed) -> R) -> ListingQuery<'c, 'a, 's, C, R, N> {
        ListingQuery {
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
pub struct ListingRawsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ListingRawsBorrowed, tokio_postgres::Error>,
    mapper: fn(ListingRawsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ListingRawsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ListingRawsBorrowed) -> R) -> ListingRawsQuery<'c, 'a, 's, C, R, N> {
        ListingRawsQuery {
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
pub struct ProductByIdQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ProductByIdBorrowed, tokio_postgres::Error>,
    mapper: fn(ProductByIdBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ProductByIdQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ProductByIdBorrowed) -> R) -> ProductByIdQuery<'c, 'a, 's, C, R, N> {
        ProductByIdQuery {
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
pub struct ProductsByExternalQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<ProductsByExternalBorrowed, tokio_postgres::Error>,
    mapper: fn(ProductsByExternalBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> ProductsByExternalQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(ProductsByExternalBorrowed) -> R) -> ProductsByExternalQuery<'c, 'a, 's, C, R, N> {
        ProductsByExternalQuery {
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
pub struct ListingsByExternalStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn listings_by_external() -> ListingsByExternalStmt {
    ListingsByExternalStmt(
        "select l.* from unnest($1::bigint[]) as x (id) cross join lateral ( select id, product_id, external_product_id, external_variation_id, store_modified_at, read_at, content_hash, name, sku, deleted_at from listings where store_id = $2 and external_product_id = x.id for update ) l",
        None,
    )
}
impl ListingsByExternalStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>(
        &'s self,
        client: &'c C,
        product_ids: &'a T1,
        store_id: &'a uuid::Uuid,
    ) -> ListingsByExternalQuery<'c, 'a, 's, C, ListingsByExternal, 2> {
        ListingsByExternalQuery {
            client,
            params: [product_ids, store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListingsByExternalBorrowed, tokio_postgres::Error> {
                Ok(ListingsByExternalBorrowed {
                    id: row.try_get(0)?,
                    product_id: row.try_get(1)?,
                    external_product_id: row.try_get(2)?,
                    external_variation_id: row.try_get(3)?,
                    store_modified_at: row.try_get(4)?,
                    read_at: row.try_get(5)?,
                    content_hash: row.try_get(6)?,
                    name: row.try_get(7)?,
                    sku: row.try_get(8)?,
                    deleted_at: row.try_get(9)?,
                })
            },
            mapper: |it| ListingsByExternal::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ListingsByExternalParams<T1>,
        ListingsByExternalQuery<'c, 'a, 's, C, ListingsByExternal, 2>,
        C,
    > for ListingsByExternalStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ListingsByExternalParams<T1>,
    ) -> ListingsByExternalQuery<'c, 'a, 's, C, ListingsByExternal, 2> {
        self.bind(client, &params.product_ids, &params.store_id)
    }
}
pub struct InsertProductsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_products() -> InsertProductsStmt {
    InsertProductsStmt(
        "insert into products (tenant_id, id, sku, name, created_at, updated_at) select app.tenant(), x.id, x.sku, x.name, $1, $1 from unnest($2::uuid[], $3::text[], $4::text[]) as x (id, sku, name)",
        None,
    )
}
impl InsertProductsStmt {
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
        T5: crate::ArraySql<Item = T4>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        skus: &'a T3,
        names: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, ids, skus, names]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertProductsParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertProductsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertProductsParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.ids, &params.skus, &params.names))
    }
}
pub struct UpdateProductsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn update_products() -> UpdateProductsStmt {
    UpdateProductsStmt(
        "update products p set sku = x.sku, name = x.name, updated_at = $1 from unnest($2::uuid[], $3::text[], $4::text[]) as x (id, sku, name) where p.id = x.id",
        None,
    )
}
impl UpdateProductsStmt {
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
        T5: crate::ArraySql<Item = T4>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        skus: &'a T3,
        names: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, ids, skus, names]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UpdateProductsParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UpdateProductsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UpdateProductsParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.ids, &params.skus, &params.names))
    }
}
pub struct UpsertListingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn upsert_listings() -> UpsertListingsStmt {
    UpsertListingsStmt(
        "insert into listings (tenant_id, id, store_id, product_id, external_product_id, external_variation_id, type, status, name, sku , price, regular_price, sale_price, manage_stock, stock_quantity, stock_status, image_url, attributes, raw, content_hash , store_modified_at, read_at, created_at, updated_at) select app.tenant(), x.id, $1, x.product_id, x.external_product_id, x.external_variation_id, x.type, x.status, x.name, x.sku , x.price, x.regular_price, x.sale_price, x.manage_stock, x.stock_quantity, x.stock_status, x.image_url, x.attributes::jsonb, x.raw::json, x.content_hash , x.store_modified_at, $2, $3, $3 from unnest($4::uuid[], $5::uuid[], $6::bigint[], $7::bigint[], $8::text[], $9::text[] , $10::text[], $11::text[], $12::numeric[], $13::numeric[], $14::numeric[], $15::text[], $16::numeric[] , $17::text[], $18::text[], $19::text[], $20::text[], $21::bytea[], $22::timestamptz[]) as x (id, product_id, external_product_id, external_variation_id, type, status, name, sku, price, regular_price, sale_price, manage_stock , stock_quantity, stock_status, image_url, attributes, raw, content_hash, store_modified_at) on conflict on constraint listings_external_key do update set product_id = excluded.product_id, type = excluded.type, status = excluded.status, name = excluded.name, sku = excluded.sku , price = excluded.price, regular_price = excluded.regular_price, sale_price = excluded.sale_price, manage_stock = excluded.manage_stock , stock_quantity = excluded.stock_quantity, stock_status = excluded.stock_status, image_url = excluded.image_url , attributes = excluded.attributes, raw = excluded.raw, content_hash = excluded.content_hash , store_modified_at = excluded.store_modified_at, read_at = excluded.read_at, updated_at = excluded.updated_at, deleted_at = null",
        None,
    )
}
impl UpsertListingsStmt {
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
        T2: crate::ArraySql<Item = Option<uuid::Uuid>>,
        T3: crate::ArraySql<Item = i64>,
        T4: crate::ArraySql<Item = i64>,
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::StringSql,
        T8: crate::ArraySql<Item = T7>,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = T9>,
        T11: crate::StringSql,
        T12: crate::ArraySql<Item = T11>,
        T13: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
        T14: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
        T15: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
        T16: crate::StringSql,
        T17: crate::ArraySql<Item = T16>,
        T18: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
        T19: crate::StringSql,
        T20: crate::ArraySql<Item = T19>,
        T21: crate::StringSql,
        T22: crate::ArraySql<Item = Option<T21>>,
        T23: crate::StringSql,
        T24: crate::ArraySql<Item = T23>,
        T25: crate::StringSql,
        T26: crate::ArraySql<Item = T25>,
        T27: crate::BytesSql,
        T28: crate::ArraySql<Item = T27>,
        T29: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        read_at: &'a jiff::Timestamp,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        product_ids: &'a T2,
        external_product_ids: &'a T3,
        external_variation_ids: &'a T4,
        types: &'a T6,
        statuses: &'a T8,
        names: &'a T10,
        skus: &'a T12,
        prices: &'a T13,
        regular_prices: &'a T14,
        sale_prices: &'a T15,
        manage_stocks: &'a T17,
        stock_quantities: &'a T18,
        stock_statuses: &'a T20,
        image_urls: &'a T22,
        attributes: &'a T24,
        raws: &'a T26,
        content_hashes: &'a T28,
        modified_ats: &'a T29,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[
                    store_id,
                    read_at,
                    now,
                    ids,
                    product_ids,
                    external_product_ids,
                    external_variation_ids,
                    types,
                    statuses,
                    names,
                    skus,
                    prices,
                    regular_prices,
                    sale_prices,
                    manage_stocks,
                    stock_quantities,
                    stock_statuses,
                    image_urls,
                    attributes,
                    raws,
                    content_hashes,
                    modified_ats,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T3: crate::ArraySql<Item = i64>,
    T4: crate::ArraySql<Item = i64>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::StringSql,
    T12: crate::ArraySql<Item = T11>,
    T13: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T14: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T15: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = T16>,
    T18: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T19: crate::StringSql,
    T20: crate::ArraySql<Item = T19>,
    T21: crate::StringSql,
    T22: crate::ArraySql<Item = Option<T21>>,
    T23: crate::StringSql,
    T24: crate::ArraySql<Item = T23>,
    T25: crate::StringSql,
    T26: crate::ArraySql<Item = T25>,
    T27: crate::BytesSql,
    T28: crate::ArraySql<Item = T27>,
    T29: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UpsertListingsParams<
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
            T23,
            T24,
            T25,
            T26,
            T27,
            T28,
            T29,
        >,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UpsertListingsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UpsertListingsParams<
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
            T23,
            T24,
            T25,
            T26,
            T27,
            T28,
            T29,
        >,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.store_id,
            &params.read_at,
            &params.now,
            &params.ids,
            &params.product_ids,
            &params.external_product_ids,
            &params.external_variation_ids,
            &params.types,
            &params.statuses,
            &params.names,
            &params.skus,
            &params.prices,
            &params.regular_prices,
            &params.sale_prices,
            &params.manage_stocks,
            &params.stock_quantities,
            &params.stock_statuses,
            &params.image_urls,
            &params.attributes,
            &params.raws,
            &params.content_hashes,
            &params.modified_ats,
        ))
    }
}
pub struct DeleteListingsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_listings() -> DeleteListingsStmt {
    DeleteListingsStmt(
        "update listings set deleted_at = $1, updated_at = $1 where store_id = $2 and (external_product_id = $3 or external_variation_id = $3) and deleted_at is null returning product_id",
        None,
    )
}
impl DeleteListingsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        store_id: &'a uuid::Uuid,
        external_id: &'a i64,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 3> {
        OptionuuidUuidQuery {
            client,
            params: [now, store_id, external_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        DeleteListingsParams,
        OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 3>,
        C,
    > for DeleteListingsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DeleteListingsParams,
    ) -> OptionuuidUuidQuery<'c, 'a, 's, C, Option<uuid::Uuid>, 3> {
        self.bind(client, &params.now, &params.store_id, &params.external_id)
    }
}
pub struct DeleteProductTokensStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_product_tokens() -> DeleteProductTokensStmt {
    DeleteProductTokensStmt("delete from product_tokens where product_id = any($1)", None)
}
impl DeleteProductTokensStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[ids]).await
    }
}
pub struct InsertProductTokensStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_product_tokens() -> InsertProductTokensStmt {
    InsertProductTokensStmt(
        "insert into product_tokens (tenant_id, token, product_id) select app.tenant(), x.token, x.product_id from unnest($1::text[], $2::uuid[]) as x (token, product_id) on conflict do nothing",
        None,
    )
}
impl InsertProductTokensStmt {
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
        T2: crate::ArraySql<Item = T1>,
        T3: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        tokens: &'a T2,
        product_ids: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[tokens, product_ids]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertProductTokensParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertProductTokensStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertProductTokensParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tokens, &params.product_ids))
    }
}
pub struct ListingsOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn listings_of() -> ListingsOfStmt {
    ListingsOfStmt(
        "select coalesce(l.product_id, l.id) as product_id, l.id, l.store_id, l.external_product_id, l.external_variation_id, l.type, l.status, l.name, l.sku, l.price, l.regular_price , l.sale_price, l.manage_stock, l.stock_quantity, l.stock_status, l.image_url, l.attributes::text as attributes, l.store_modified_at, l.deleted_at , s.currency::text as currency from unnest($1::uuid[]) as x (id) cross join lateral (select * from listings l where l.product_id = x.id offset 0) l join stores s on s.tenant_id = l.tenant_id and s.id = l.store_id order by l.product_id, l.store_id",
        None,
    )
}
impl ListingsOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        product_ids: &'a T1,
    ) -> ListingQuery<'c, 'a, 's, C, Listing, 1> {
        ListingQuery {
            client,
            params: [product_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListingBorrowed, tokio_postgres::Error> {
                Ok(ListingBorrowed {
                    product_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    store_id: row.try_get(2)?,
                    external_product_id: row.try_get(3)?,
                    external_variation_id: row.try_get(4)?,
                    r#type: row.try_get(5)?,
                    status: row.try_get(6)?,
                    name: row.try_get(7)?,
                    sku: row.try_get(8)?,
                    price: row.try_get(9)?,
                    regular_price: row.try_get(10)?,
                    sale_price: row.try_get(11)?,
                    manage_stock: row.try_get(12)?,
                    stock_quantity: row.try_get(13)?,
                    stock_status: row.try_get(14)?,
                    image_url: row.try_get(15)?,
                    attributes: row.try_get(16)?,
                    store_modified_at: row.try_get(17)?,
                    deleted_at: row.try_get(18)?,
                    currency: row.try_get(19)?,
                })
            },
            mapper: |it| Listing::from(it),
        }
    }
}
pub struct ListingRawsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn listing_raws() -> ListingRawsStmt {
    ListingRawsStmt("select id, raw::text as raw from listings where product_id = $1", None)
}
impl ListingRawsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        product_id: &'a uuid::Uuid,
    ) -> ListingRawsQuery<'c, 'a, 's, C, ListingRaws, 1> {
        ListingRawsQuery {
            client,
            params: [product_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ListingRawsBorrowed, tokio_postgres::Error> {
                Ok(ListingRawsBorrowed { id: row.try_get(0)?, raw: row.try_get(1)? })
            },
            mapper: |it| ListingRaws::from(it),
        }
    }
}
pub struct ProductByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn product_by_id() -> ProductByIdStmt {
    ProductByIdStmt("select tenant_id, id, sku, name, updated_at from products where id = $1", None)
}
impl ProductByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> ProductByIdQuery<'c, 'a, 's, C, ProductById, 1> {
        ProductByIdQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ProductByIdBorrowed, tokio_postgres::Error> {
                Ok(ProductByIdBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    sku: row.try_get(2)?,
                    name: row.try_get(3)?,
                    updated_at: row.try_get(4)?,
                })
            },
            mapper: |it| ProductById::from(it),
        }
    }
}
pub struct ProductsByExternalStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn products_by_external() -> ProductsByExternalStmt {
    ProductsByExternalStmt(
        "select l.* from unnest($1::bigint[]) as x (id) cross join lateral ( select external_product_id, external_variation_id, product_id, image_url from listings where store_id = $2 and external_product_id = x.id offset 0 ) l",
        None,
    )
}
impl ProductsByExternalStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>(
        &'s self,
        client: &'c C,
        product_ids: &'a T1,
        store_id: &'a uuid::Uuid,
    ) -> ProductsByExternalQuery<'c, 'a, 's, C, ProductsByExternal, 2> {
        ProductsByExternalQuery {
            client,
            params: [product_ids, store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<ProductsByExternalBorrowed, tokio_postgres::Error> {
                Ok(ProductsByExternalBorrowed {
                    external_product_id: row.try_get(0)?,
                    external_variation_id: row.try_get(1)?,
                    product_id: row.try_get(2)?,
                    image_url: row.try_get(3)?,
                })
            },
            mapper: |it| ProductsByExternal::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        ProductsByExternalParams<T1>,
        ProductsByExternalQuery<'c, 'a, 's, C, ProductsByExternal, 2>,
        C,
    > for ProductsByExternalStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a ProductsByExternalParams<T1>,
    ) -> ProductsByExternalQuery<'c, 'a, 's, C, ProductsByExternal, 2> {
        self.bind(client, &params.product_ids, &params.store_id)
    }
}
pub struct ProductOrdersSinceStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn product_orders_since() -> ProductOrdersSinceStmt {
    ProductOrdersSinceStmt(
        "select count(distinct o.id) as n from listings l join order_lines i on i.tenant_id = l.tenant_id and i.external_product_id = l.external_product_id and i.external_variation_id = l.external_variation_id and i.kind = 'item' join orders o on o.tenant_id = i.tenant_id and o.id = i.order_id and o.store_id = l.store_id where l.product_id = $1 and o.placed_at >= $2 and o.status <> 'draft' and o.trashed_at is null and o.deleted_at is null",
        None,
    )
}
impl ProductOrdersSinceStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        product_id: &'a uuid::Uuid,
        since: &'a jiff::Timestamp,
    ) -> I64Query<'c, 'a, 's, C, i64, 2> {
        I64Query {
            client,
            params: [product_id, since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, ProductOrdersSinceParams, I64Query<'c, 'a, 's, C, i64, 2>, C>
    for ProductOrdersSinceStmt
{
    fn params(&'s self, client: &'c C, params: &'a ProductOrdersSinceParams) -> I64Query<'c, 'a, 's, C, i64, 2> {
        self.bind(client, &params.product_id, &params.since)
    }
}
pub struct NextVariableParentStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn next_variable_parent() -> NextVariableParentStmt {
    NextVariableParentStmt(
        "select external_product_id from listings where store_id = $1 and type = 'variable' and deleted_at is null and external_product_id > $2 and ($3::timestamptz is null or updated_at >= $3) order by external_product_id limit 1",
        None,
    )
}
impl NextVariableParentStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        beyond: &'a i64,
        since: &'a Option<jiff::Timestamp>,
    ) -> I64Query<'c, 'a, 's, C, i64, 3> {
        I64Query {
            client,
            params: [store_id, beyond, since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, NextVariableParentParams, I64Query<'c, 'a, 's, C, i64, 3>, C>
    for NextVariableParentStmt
{
    fn params(&'s self, client: &'c C, params: &'a NextVariableParentParams) -> I64Query<'c, 'a, 's, C, i64, 3> {
        self.bind(client, &params.store_id, &params.beyond, &params.since)
    }
}
