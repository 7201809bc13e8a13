// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct IdentitiesByExternalParams<T1: crate::ArraySql<Item = i64>> {
    pub external_ids: T1,
    pub store_id: uuid::Uuid,
}
#[derive(Debug)]
pub struct UpsertCustomersByEmailParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::StringSql,
    T13: crate::ArraySql<Item = T12>,
    T14: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub emails: T3,
    pub email_norms: T5,
    pub names: T7,
    pub phones: T9,
    pub cities: T11,
    pub countries: T13,
    pub seen_ats: T14,
}
#[derive(Debug)]
pub struct InsertCustomersParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub names: T3,
    pub phones: T5,
    pub cities: T7,
    pub countries: T9,
    pub seen_ats: T10,
}
#[derive(Debug)]
pub struct InsertIdentitiesParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = Option<T4>>,
> {
    pub store_id: uuid::Uuid,
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub customer_ids: T2,
    pub external_ids: T3,
    pub email_norms: T5,
}
#[derive(Debug)]
pub struct SaveIdentitiesParams<
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::BytesSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub read_at: jiff::Timestamp,
    pub external_ids: T1,
    pub customer_ids: T2,
    pub raws: T4,
    pub hashes: T6,
    pub modified_ats: T7,
    pub store_id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct DeleteIdentityParams {
    pub now: jiff::Timestamp,
    pub store_id: uuid::Uuid,
    pub external_id: i64,
}
#[derive(Debug)]
pub struct InsertCustomerTokensParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = T1>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
> {
    pub tokens: T2,
    pub customer_ids: T3,
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct IdentitiesByExternal {
    pub external_id: i64,
    pub customer_id: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq)]
pub struct UpsertCustomersByEmail {
    pub id: uuid::Uuid,
    pub email_norm: Option<String>,
}
pub struct UpsertCustomersByEmailBorrowed<'a> {
    pub id: uuid::Uuid,
    pub email_norm: Option<&'a str>,
}
impl<'a> From<UpsertCustomersByEmailBorrowed<'a>> for UpsertCustomersByEmail {
    fn from(UpsertCustomersByEmailBorrowed { id, email_norm }: UpsertCustomersByEmailBorrowed<'a>) -> Self {
        Self { id, email_norm: email_norm.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CustomersByEmail {
    pub id: uuid::Uuid,
    pub email_norm: Option<String>,
}
pub struct CustomersByEmailBorrowed<'a> {
    pub id: uuid::Uuid,
    pub email_norm: Option<&'a str>,
}
impl<'a> From<CustomersByEmailBorrowed<'a>> for CustomersByEmail {
    fn from(CustomersByEmailBorrowed { id, email_norm }: CustomersByEmailBorrowed<'a>) -> Self {
        Self { id, email_norm: email_norm.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerFacts {
    pub id: uuid::Uuid,
    pub email: Option<String>,
    pub name: String,
    pub phone: String,
    pub city: String,
}
pub struct CustomerFactsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub email: Option<&'a str>,
    pub name: &'a str,
    pub phone: &'a str,
    pub city: &'a str,
}
impl<'a> From<CustomerFactsBorrowed<'a>> for CustomerFacts {
    fn from(CustomerFactsBorrowed { id, email, name, phone, city }: CustomerFactsBorrowed<'a>) -> Self {
        Self { id, email: email.map(|v| v.into()), name: name.into(), phone: phone.into(), city: city.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerById {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub name: String,
    pub email: Option<String>,
    pub phone: String,
    pub city: String,
    pub country: String,
    pub updated_at: jiff::Timestamp,
}
pub struct CustomerByIdBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub phone: &'a str,
    pub city: &'a str,
    pub country: &'a str,
    pub updated_at: jiff::Timestamp,
}
impl<'a> From<CustomerByIdBorrowed<'a>> for CustomerById {
    fn from(
        CustomerByIdBorrowed { tenant_id, id, name, email, phone, city, country, updated_at }: CustomerByIdBorrowed<'a>,
    ) -> Self {
        Self {
            tenant_id,
            id,
            name: name.into(),
            email: email.map(|v| v.into()),
            phone: phone.into(),
            city: city.into(),
            country: country.into(),
            updated_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerOrders {
    pub customer_id: uuid::Uuid,
    pub currency: String,
    pub orders: i64,
    pub spent: rust_decimal::Decimal,
    pub first_at: Option<jiff::Timestamp>,
    pub last_at: Option<jiff::Timestamp>,
}
pub struct CustomerOrdersBorrowed<'a> {
    pub customer_id: uuid::Uuid,
    pub currency: &'a str,
    pub orders: i64,
    pub spent: rust_decimal::Decimal,
    pub first_at: Option<jiff::Timestamp>,
    pub last_at: Option<jiff::Timestamp>,
}
impl<'a> From<CustomerOrdersBorrowed<'a>> for CustomerOrders {
    fn from(
        CustomerOrdersBorrowed { customer_id, currency, orders, spent, first_at, last_at }: CustomerOrdersBorrowed<'a>,
    ) -> Self {
        Self { customer_id, currency: currency.into(), orders, spent, first_at, last_at }
    }
}
#[derive(Debug, Clone, PartialEq, Copy)]
pub struct IdentitiesOf {
    pub customer_id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub external_id: Option<i64>,
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct IdentitiesByExternalQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<IdentitiesByExternal, tokio_postgres::Error>,
    mapper: fn(IdentitiesByExternal) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> IdentitiesByExternalQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(IdentitiesByExternal) -> R) -> IdentitiesByExternalQuery<'c, 'a, 's, C, R, N> {
        IdentitiesByExternalQuery {
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
pub struct UpsertCustomersByEmailQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<UpsertCustomersByEmailBorrowed, tokio_postgres::Error>,
    mapper: fn(UpsertCustomersByEmailBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UpsertCustomersByEmailQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(
        self,
        mapper: fn(UpsertCustomersByEmailBorrowed) -> R,
    ) -> UpsertCustomersByEmailQuery<'c, 'a, 's, C, R, N> {
        UpsertCustomersByEmailQuery {
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
pub struct CustomersByEmailQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CustomersByEmailBorrowed, tokio_postgres::Error>,
    mapper: fn(CustomersByEmailBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CustomersByEmailQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CustomersByEmailBorrowed) -> R) -> CustomersByEmailQuery<'c, 'a, 's, C, R, N> {
        CustomersByEmailQuery {
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
pub struct CustomerFactsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CustomerFactsBorrowed, tokio_postgres::Error>,
    mapper: fn(CustomerFactsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CustomerFactsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CustomerFactsBorrowed) -> R) -> CustomerFactsQuery<'c, 'a, 's, C, R, N> {
        CustomerFactsQuery {
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
pub struct CustomerByIdQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CustomerByIdBorrowed, tokio_postgres::Error>,
    mapper: fn(CustomerByIdBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CustomerByIdQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CustomerByIdBorrowed) -> R) -> CustomerByIdQuery<'c, 'a, 's, C, R, N> {
        CustomerByIdQuery {
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
pub struct CustomerOrdersQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CustomerOrdersBorrowed, tokio_postgres::Error>,
    mapper: fn(CustomerOrdersBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CustomerOrdersQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CustomerOrdersBorrowed) -> R) -> CustomerOrdersQuery<'c, 'a, 's, C, R, N> {
        CustomerOrdersQuery {
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
pub struct IdentitiesOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<IdentitiesOf, tokio_postgres::Error>,
    mapper: fn(IdentitiesOf) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> IdentitiesOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(IdentitiesOf) -> R) -> IdentitiesOfQuery<'c, 'a, 's, C, R, N> {
        IdentitiesOfQuery {
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
pub struct IdentitiesByExternalStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn identities_by_external() -> IdentitiesByExternalStmt {
    IdentitiesByExternalStmt(
        "select i.* from unnest($1::bigint[]) as x (id) cross join lateral ( select external_id, customer_id from customer_identities where store_id = $2 and external_id = x.id offset 0 ) i",
        None,
    )
}
impl IdentitiesByExternalStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>(
        &'s self,
        client: &'c C,
        external_ids: &'a T1,
        store_id: &'a uuid::Uuid,
    ) -> IdentitiesByExternalQuery<'c, 'a, 's, C, IdentitiesByExternal, 2> {
        IdentitiesByExternalQuery {
            client,
            params: [external_ids, store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<IdentitiesByExternal, tokio_postgres::Error> {
                Ok(IdentitiesByExternal { external_id: row.try_get(0)?, customer_id: row.try_get(1)? })
            },
            mapper: |it| IdentitiesByExternal::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        IdentitiesByExternalParams<T1>,
        IdentitiesByExternalQuery<'c, 'a, 's, C, IdentitiesByExternal, 2>,
        C,
    > for IdentitiesByExternalStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a IdentitiesByExternalParams<T1>,
    ) -> IdentitiesByExternalQuery<'c, 'a, 's, C, IdentitiesByExternal, 2> {
        self.bind(client, &params.external_ids, &params.store_id)
    }
}
pub struct UpsertCustomersByEmailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn upsert_customers_by_email() -> UpsertCustomersByEmailStmt {
    UpsertCustomersByEmailStmt(
        "insert into customers (tenant_id, id, email, email_norm, name, phone, city, country, seen_at, created_at, updated_at) select app.tenant(), x.id, x.email, x.email_norm, x.name, x.phone, x.city, x.country, x.seen_at, $1, $1 from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[]) as x (id, email, email_norm, name, phone, city, country, seen_at) on conflict on constraint customers_email_key do update set name = case when excluded.name <> '' then excluded.name else customers.name end , phone = case when excluded.phone <> '' then excluded.phone else customers.phone end , city = case when excluded.city <> '' then excluded.city else customers.city end , country = case when excluded.country <> '' then excluded.country else customers.country end , seen_at = excluded.seen_at , updated_at = excluded.updated_at where customers.seen_at < excluded.seen_at and (excluded.name not in ('', customers.name) or excluded.phone not in ('', customers.phone) or excluded.city not in ('', customers.city) or excluded.country not in ('', customers.country)) and not exists ( select from orders o where o.tenant_id = customers.tenant_id and o.customer_id = customers.id and o.placed_at > excluded.seen_at and o.placed_at <= o.read_at) and not exists ( select from customer_identities i where i.tenant_id = customers.tenant_id and i.customer_id = customers.id and i.store_modified_at > excluded.seen_at) returning id, email_norm",
        None,
    )
}
impl UpsertCustomersByEmailStmt {
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
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
        T6: crate::StringSql,
        T7: crate::ArraySql<Item = T6>,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = T8>,
        T10: crate::StringSql,
        T11: crate::ArraySql<Item = T10>,
        T12: crate::StringSql,
        T13: crate::ArraySql<Item = T12>,
        T14: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        emails: &'a T3,
        email_norms: &'a T5,
        names: &'a T7,
        phones: &'a T9,
        cities: &'a T11,
        countries: &'a T13,
        seen_ats: &'a T14,
    ) -> UpsertCustomersByEmailQuery<'c, 'a, 's, C, UpsertCustomersByEmail, 9> {
        UpsertCustomersByEmailQuery {
            client,
            params: [now, ids, emails, email_norms, names, phones, cities, countries, seen_ats],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<UpsertCustomersByEmailBorrowed, tokio_postgres::Error> {
                Ok(UpsertCustomersByEmailBorrowed { id: row.try_get(0)?, email_norm: row.try_get(1)? })
            },
            mapper: |it| UpsertCustomersByEmail::from(it),
        }
    }
}
impl<
    'c,
    'a,
    's,
    C: GenericClient,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::StringSql,
    T11: crate::ArraySql<Item = T10>,
    T12: crate::StringSql,
    T13: crate::ArraySql<Item = T12>,
    T14: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        UpsertCustomersByEmailParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>,
        UpsertCustomersByEmailQuery<'c, 'a, 's, C, UpsertCustomersByEmail, 9>,
        C,
    > for UpsertCustomersByEmailStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UpsertCustomersByEmailParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>,
    ) -> UpsertCustomersByEmailQuery<'c, 'a, 's, C, UpsertCustomersByEmail, 9> {
        self.bind(
            client,
            &params.now,
            &params.ids,
            &params.emails,
            &params.email_norms,
            &params.names,
            &params.phones,
            &params.cities,
            &params.countries,
            &params.seen_ats,
        )
    }
}
pub struct CustomersByEmailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn customers_by_email() -> CustomersByEmailStmt {
    CustomersByEmailStmt("select id, email_norm from customers where email_norm = any($1::text[])", None)
}
impl CustomersByEmailStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        email_norms: &'a T2,
    ) -> CustomersByEmailQuery<'c, 'a, 's, C, CustomersByEmail, 1> {
        CustomersByEmailQuery {
            client,
            params: [email_norms],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CustomersByEmailBorrowed, tokio_postgres::Error> {
                Ok(CustomersByEmailBorrowed { id: row.try_get(0)?, email_norm: row.try_get(1)? })
            },
            mapper: |it| CustomersByEmail::from(it),
        }
    }
}
pub struct InsertCustomersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_customers() -> InsertCustomersStmt {
    InsertCustomersStmt(
        "insert into customers (tenant_id, id, name, phone, city, country, seen_at, created_at, updated_at) select app.tenant(), x.id, x.name, x.phone, x.city, x.country, x.seen_at, $1, $1 from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]) as x (id, name, phone, city, country, seen_at)",
        None,
    )
}
impl InsertCustomersStmt {
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
        T6: crate::StringSql,
        T7: crate::ArraySql<Item = T6>,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = T8>,
        T10: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        names: &'a T3,
        phones: &'a T5,
        cities: &'a T7,
        countries: &'a T9,
        seen_ats: &'a T10,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, ids, names, phones, cities, countries, seen_ats]).await
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
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertCustomersParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertCustomersStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertCustomersParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.now,
            &params.ids,
            &params.names,
            &params.phones,
            &params.cities,
            &params.countries,
            &params.seen_ats,
        ))
    }
}
pub struct InsertIdentitiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_identities() -> InsertIdentitiesStmt {
    InsertIdentitiesStmt(
        "insert into customer_identities (tenant_id, id, customer_id, store_id, external_id, email_norm, created_at) select app.tenant(), x.id, x.customer_id, $1, x.external_id, x.email_norm, $2 from unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::text[]) as x (id, customer_id, external_id, email_norm) on conflict do nothing",
        None,
    )
}
impl InsertIdentitiesStmt {
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
        T3: crate::ArraySql<Item = Option<i64>>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = Option<T4>>,
    >(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        customer_ids: &'a T2,
        external_ids: &'a T3,
        email_norms: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(&client.prepare(self.0).await?, &[store_id, now, ids, customer_ids, external_ids, email_norms])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = Option<i64>>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = Option<T4>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertIdentitiesParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertIdentitiesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertIdentitiesParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.store_id,
            &params.now,
            &params.ids,
            &params.customer_ids,
            &params.external_ids,
            &params.email_norms,
        ))
    }
}
pub struct SaveIdentitiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn save_identities() -> SaveIdentitiesStmt {
    SaveIdentitiesStmt(
        "update customer_identities i set raw = x.raw::json, content_hash = x.hash, store_modified_at = x.modified_at, read_at = $1, deleted_at = null , customer_id = x.customer_id from unnest($2::bigint[], $3::uuid[], $4::text[], $5::bytea[], $6::timestamptz[]) as x (external_id, customer_id, raw, hash, modified_at) cross join lateral ( select id from customer_identities where store_id = $7 and external_id = x.external_id offset 0 ) known where i.id = known.id and (i.store_modified_at is null or (i.store_modified_at, i.read_at) <= (x.modified_at, $1)) and (i.content_hash is distinct from x.hash or i.deleted_at is not null)",
        None,
    )
}
impl SaveIdentitiesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::ArraySql<Item = i64>,
        T2: crate::ArraySql<Item = uuid::Uuid>,
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::BytesSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        read_at: &'a jiff::Timestamp,
        external_ids: &'a T1,
        customer_ids: &'a T2,
        raws: &'a T4,
        hashes: &'a T6,
        modified_ats: &'a T7,
        store_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[read_at, external_ids, customer_ids, raws, hashes, modified_ats, store_id],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i64>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::BytesSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SaveIdentitiesParams<T1, T2, T3, T4, T5, T6, T7>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SaveIdentitiesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SaveIdentitiesParams<T1, T2, T3, T4, T5, T6, T7>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.read_at,
            &params.external_ids,
            &params.customer_ids,
            &params.raws,
            &params.hashes,
            &params.modified_ats,
            &params.store_id,
        ))
    }
}
pub struct DeleteIdentityStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_identity() -> DeleteIdentityStmt {
    DeleteIdentityStmt(
        "update customer_identities set deleted_at = $1 where store_id = $2 and external_id = $3 and deleted_at is null returning customer_id",
        None,
    )
}
impl DeleteIdentityStmt {
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
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        UuidUuidQuery {
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
    crate::client::async_::Params<'c, 'a, 's, DeleteIdentityParams, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3>, C>
    for DeleteIdentityStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a DeleteIdentityParams,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        self.bind(client, &params.now, &params.store_id, &params.external_id)
    }
}
pub struct DeleteCustomerTokensStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_customer_tokens() -> DeleteCustomerTokensStmt {
    DeleteCustomerTokensStmt("delete from customer_tokens where customer_id = any($1)", None)
}
impl DeleteCustomerTokensStmt {
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
pub struct InsertCustomerTokensStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_customer_tokens() -> InsertCustomerTokensStmt {
    InsertCustomerTokensStmt(
        "insert into customer_tokens (tenant_id, token, customer_id) select app.tenant(), x.token, x.customer_id from unnest($1::text[], $2::uuid[]) as x (token, customer_id)",
        None,
    )
}
impl InsertCustomerTokensStmt {
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
        customer_ids: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[tokens, customer_ids]).await
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
        InsertCustomerTokensParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertCustomerTokensStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertCustomerTokensParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tokens, &params.customer_ids))
    }
}
pub struct CustomerFactsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn customer_facts() -> CustomerFactsStmt {
    CustomerFactsStmt("select id, email, name, phone, city from customers where id = any($1)", None)
}
impl CustomerFactsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
    ) -> CustomerFactsQuery<'c, 'a, 's, C, CustomerFacts, 1> {
        CustomerFactsQuery {
            client,
            params: [ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CustomerFactsBorrowed, tokio_postgres::Error> {
                Ok(CustomerFactsBorrowed {
                    id: row.try_get(0)?,
                    email: row.try_get(1)?,
                    name: row.try_get(2)?,
                    phone: row.try_get(3)?,
                    city: row.try_get(4)?,
                })
            },
            mapper: |it| CustomerFacts::from(it),
        }
    }
}
pub struct CustomerByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn customer_by_id() -> CustomerByIdStmt {
    CustomerByIdStmt(
        "select tenant_id, id, name, email, phone, city, country, updated_at from customers where id = $1",
        None,
    )
}
impl CustomerByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> CustomerByIdQuery<'c, 'a, 's, C, CustomerById, 1> {
        CustomerByIdQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CustomerByIdBorrowed, tokio_postgres::Error> {
                Ok(CustomerByIdBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    name: row.try_get(2)?,
                    email: row.try_get(3)?,
                    phone: row.try_get(4)?,
                    city: row.try_get(5)?,
                    country: row.try_get(6)?,
                    updated_at: row.try_get(7)?,
                })
            },
            mapper: |it| CustomerById::from(it),
        }
    }
}
pub struct CustomerOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn customer_orders() -> CustomerOrdersStmt {
    CustomerOrdersStmt(
        "select o.customer_id, o.currency::text as currency, count(*) as orders , coalesce(sum(o.total - o.refunded) filter (where o.status in ('processing', 'on_hold', 'shipped', 'completed')), 0) as spent , min(o.placed_at) as first_at, max(o.placed_at) as last_at from orders o where o.customer_id = any($1) and o.status <> 'draft' and o.trashed_at is null and o.deleted_at is null group by o.customer_id, o.currency order by o.customer_id, o.currency",
        None,
    )
}
impl CustomerOrdersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
    ) -> CustomerOrdersQuery<'c, 'a, 's, C, CustomerOrders, 1> {
        CustomerOrdersQuery {
            client,
            params: [ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CustomerOrdersBorrowed, tokio_postgres::Error> {
                Ok(CustomerOrdersBorrowed {
                    customer_id: row.try_get(0)?,
                    currency: row.try_get(1)?,
                    orders: row.try_get(2)?,
                    spent: row.try_get(3)?,
                    first_at: row.try_get(4)?,
                    last_at: row.try_get(5)?,
                })
            },
            mapper: |it| CustomerOrders::from(it),
        }
    }
}
pub struct IdentitiesOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn identities_of() -> IdentitiesOfStmt {
    IdentitiesOfStmt(
        "select customer_id, store_id, external_id from customer_identities where customer_id = any($1) and deleted_at is null order by customer_id, store_id",
        None,
    )
}
impl IdentitiesOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
    ) -> IdentitiesOfQuery<'c, 'a, 's, C, IdentitiesOf, 1> {
        IdentitiesOfQuery {
            client,
            params: [ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<IdentitiesOf, tokio_postgres::Error> {
                Ok(IdentitiesOf {
                    customer_id: row.try_get(0)?,
                    store_id: row.try_get(1)?,
                    external_id: row.try_get(2)?,
                })
            },
            mapper: |it| IdentitiesOf::from(it),
        }
    }
}
pub struct LatestOrderRawStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn latest_order_raw() -> LatestOrderRawStmt {
    LatestOrderRawStmt(
        "select raw::text as raw from orders where customer_id = $1 and status <> 'draft' and trashed_at is null and deleted_at is null order by placed_at desc limit 1",
        None,
    )
}
impl LatestOrderRawStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        customer_id: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [customer_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
pub struct LatestIdentityRawStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn latest_identity_raw() -> LatestIdentityRawStmt {
    LatestIdentityRawStmt(
        "select raw::text as raw from customer_identities where customer_id = $1 and raw is not null and deleted_at is null order by store_modified_at desc nulls last limit 1",
        None,
    )
}
impl LatestIdentityRawStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        customer_id: &'a uuid::Uuid,
    ) -> StringQuery<'c, 'a, 's, C, String, 1> {
        StringQuery {
            client,
            params: [customer_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it.into(),
        }
    }
}
