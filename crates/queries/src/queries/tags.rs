// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct TagPageParams<T1: crate::StringSql> {
    pub counted: bool,
    pub after_name: Option<T1>,
    pub after_id: Option<uuid::Uuid>,
    pub order_id: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct InsertTagParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub id: uuid::Uuid,
    pub name: T1,
    pub name_norm: T2,
    pub colour: T3,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct UpdateTagParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub name: T1,
    pub name_norm: T2,
    pub colour: T3,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct PutOnOrdersParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub tag_id: uuid::Uuid,
    pub order_ids: T1,
}
#[derive(Debug)]
pub struct TakeOffOrdersParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub order_ids: T1,
    pub tag_id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct SomeWithTagParams {
    pub tag_id: uuid::Uuid,
    pub limit: i64,
}
#[derive(Debug)]
pub struct InsertActParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub id: uuid::Uuid,
    pub tag_id: uuid::Uuid,
    pub put: bool,
    pub order_ids: T1,
    pub now: jiff::Timestamp,
}
#[derive(Clone, Copy, Debug)]
pub struct DeleteActParams {
    pub id: uuid::Uuid,
    pub tag_id: uuid::Uuid,
}
#[derive(Debug, Clone, PartialEq)]
pub struct TagPage {
    pub id: uuid::Uuid,
    pub tenant_id: uuid::Uuid,
    pub name: String,
    pub name_norm: String,
    pub colour: String,
    pub created_at: jiff::Timestamp,
    pub orders: Option<i64>,
}
pub struct TagPageBorrowed<'a> {
    pub id: uuid::Uuid,
    pub tenant_id: uuid::Uuid,
    pub name: &'a str,
    pub name_norm: &'a str,
    pub colour: &'a str,
    pub created_at: jiff::Timestamp,
    pub orders: Option<i64>,
}
impl<'a> From<TagPageBorrowed<'a>> for TagPage {
    fn from(
        TagPageBorrowed { id, tenant_id, name, name_norm, colour, created_at, orders }: TagPageBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            tenant_id,
            name: name.into(),
            name_norm: name_norm.into(),
            colour: colour.into(),
            created_at,
            orders,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    pub id: uuid::Uuid,
    pub tenant_id: uuid::Uuid,
    pub name: String,
    pub name_norm: String,
    pub colour: String,
    pub created_at: jiff::Timestamp,
}
pub struct TagBorrowed<'a> {
    pub id: uuid::Uuid,
    pub tenant_id: uuid::Uuid,
    pub name: &'a str,
    pub name_norm: &'a str,
    pub colour: &'a str,
    pub created_at: jiff::Timestamp,
}
impl<'a> From<TagBorrowed<'a>> for Tag {
    fn from(TagBorrowed { id, tenant_id, name, name_norm, colour, created_at }: TagBorrowed<'a>) -> Self {
        Self { id, tenant_id, name: name.into(), name_norm: name_norm.into(), colour: colour.into(), created_at }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteAct {
    pub put: bool,
    pub order_ids: Vec<uuid::Uuid>,
}
pub struct DeleteActBorrowed<'a> {
    pub put: bool,
    pub order_ids: crate::ArrayIterator<'a, uuid::Uuid>,
}
impl<'a> From<DeleteActBorrowed<'a>> for DeleteAct {
    fn from(DeleteActBorrowed { put, order_ids }: DeleteActBorrowed<'a>) -> Self {
        Self { put, order_ids: order_ids.map(|v| v).collect() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct TagPageQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TagPageBorrowed, tokio_postgres::Error>,
    mapper: fn(TagPageBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TagPageQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TagPageBorrowed) -> R) -> TagPageQuery<'c, 'a, 's, C, R, N> {
        TagPageQuery {
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
pub struct TagQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TagBorrowed, tokio_postgres::Error>,
    mapper: fn(TagBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TagQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TagBorrowed) -> R) -> TagQuery<'c, 'a, 's, C, R, N> {
        TagQuery {
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
pub struct DeleteActQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<DeleteActBorrowed, tokio_postgres::Error>,
    mapper: fn(DeleteActBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> DeleteActQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(DeleteActBorrowed) -> R) -> DeleteActQuery<'c, 'a, 's, C, R, N> {
        DeleteActQuery {
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
pub struct TagPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tag_page() -> TagPageStmt {
    TagPageStmt(
        "select id, tenant_id, name, name_norm, colour, created_at , case when $1 then (select count(*) from order_tags x where x.tag_id = tags.id) end as orders from tags where ($2::text is null or (name_norm, id) > ($2, $3::uuid)) and ($4::uuid is null or id in (select x.tag_id from order_tags x where x.order_id = $4)) order by name_norm, id limit $5",
        None,
    )
}
impl TagPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        counted: &'a bool,
        after_name: &'a Option<T1>,
        after_id: &'a Option<uuid::Uuid>,
        order_id: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> TagPageQuery<'c, 'a, 's, C, TagPage, 5> {
        TagPageQuery {
            client,
            params: [counted, after_name, after_id, order_id, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TagPageBorrowed, tokio_postgres::Error> {
                Ok(TagPageBorrowed {
                    id: row.try_get(0)?,
                    tenant_id: row.try_get(1)?,
                    name: row.try_get(2)?,
                    name_norm: row.try_get(3)?,
                    colour: row.try_get(4)?,
                    created_at: row.try_get(5)?,
                    orders: row.try_get(6)?,
                })
            },
            mapper: |it| TagPage::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<'c, 'a, 's, TagPageParams<T1>, TagPageQuery<'c, 'a, 's, C, TagPage, 5>, C>
    for TagPageStmt
{
    fn params(&'s self, client: &'c C, params: &'a TagPageParams<T1>) -> TagPageQuery<'c, 'a, 's, C, TagPage, 5> {
        self.bind(client, &params.counted, &params.after_name, &params.after_id, &params.order_id, &params.limit)
    }
}
pub struct TagByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tag_by_id() -> TagByIdStmt {
    TagByIdStmt("select id, tenant_id, name, name_norm, colour, created_at from tags where id = $1", None)
}
impl TagByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> TagQuery<'c, 'a, 's, C, Tag, 1> {
        TagQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TagBorrowed, tokio_postgres::Error> {
                Ok(TagBorrowed {
                    id: row.try_get(0)?,
                    tenant_id: row.try_get(1)?,
                    name: row.try_get(2)?,
                    name_norm: row.try_get(3)?,
                    colour: row.try_get(4)?,
                    created_at: row.try_get(5)?,
                })
            },
            mapper: |it| Tag::from(it),
        }
    }
}
pub struct LockTagStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_tag() -> LockTagStmt {
    LockTagStmt("select id, tenant_id, name, name_norm, colour, created_at from tags where id = $1 for update", None)
}
impl LockTagStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> TagQuery<'c, 'a, 's, C, Tag, 1> {
        TagQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TagBorrowed, tokio_postgres::Error> {
                Ok(TagBorrowed {
                    id: row.try_get(0)?,
                    tenant_id: row.try_get(1)?,
                    name: row.try_get(2)?,
                    name_norm: row.try_get(3)?,
                    colour: row.try_get(4)?,
                    created_at: row.try_get(5)?,
                })
            },
            mapper: |it| Tag::from(it),
        }
    }
}
pub struct OrdersWithTagStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn orders_with_tag() -> OrdersWithTagStmt {
    OrdersWithTagStmt("select count(*) as n from order_tags where tag_id = $1", None)
}
impl OrdersWithTagStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct CountTagsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn count_tags() -> CountTagsStmt {
    CountTagsStmt("select count(*) as n from tags", None)
}
impl CountTagsStmt {
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
pub struct InsertTagStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_tag() -> InsertTagStmt {
    InsertTagStmt(
        "insert into tags (tenant_id, id, name, name_norm, colour, created_at) values (app.tenant(), $1, $2, $3, $4, $5)",
        None,
    )
}
impl InsertTagStmt {
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
        name_norm: &'a T2,
        colour: &'a T3,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id, name, name_norm, colour, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertTagParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertTagStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertTagParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.name, &params.name_norm, &params.colour, &params.now))
    }
}
pub struct UpdateTagStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn update_tag() -> UpdateTagStmt {
    UpdateTagStmt("update tags set name = $1, name_norm = $2, colour = $3 where id = $4", None)
}
impl UpdateTagStmt {
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
        name: &'a T1,
        name_norm: &'a T2,
        colour: &'a T3,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[name, name_norm, colour, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UpdateTagParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UpdateTagStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UpdateTagParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.name, &params.name_norm, &params.colour, &params.id))
    }
}
pub struct DeleteTagStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_tag() -> DeleteTagStmt {
    DeleteTagStmt("delete from tags where id = $1", None)
}
impl DeleteTagStmt {
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
pub struct KnownOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn known_orders() -> KnownOrdersStmt {
    KnownOrdersStmt("select count(*) as n from orders where id = any($1::uuid[])", None)
}
impl KnownOrdersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        order_ids: &'a T1,
    ) -> I64Query<'c, 'a, 's, C, i64, 1> {
        I64Query {
            client,
            params: [order_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct PutOnOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn put_on_orders() -> PutOnOrdersStmt {
    PutOnOrdersStmt(
        "insert into order_tags (tenant_id, tag_id, order_id, store_id, status, placed_at, gone) select app.tenant(), $1, o.id, o.store_id, o.status, o.placed_at, o.trashed_at is not null or o.deleted_at is not null from orders o where o.id = any($2::uuid[]) order by o.id on conflict (tenant_id, tag_id, order_id) do update set status = excluded.status, placed_at = excluded.placed_at, gone = excluded.gone",
        None,
    )
}
impl PutOnOrdersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        tag_id: &'a uuid::Uuid,
        order_ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[tag_id, order_ids]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        PutOnOrdersParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for PutOnOrdersStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a PutOnOrdersParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tag_id, &params.order_ids))
    }
}
pub struct TakeOffOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn take_off_orders() -> TakeOffOrdersStmt {
    TakeOffOrdersStmt(
        "delete from order_tags t using unnest($1::uuid[]) as x (id) where t.tag_id = $2 and t.order_id = x.id",
        None,
    )
}
impl TakeOffOrdersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        order_ids: &'a T1,
        tag_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[order_ids, tag_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        TakeOffOrdersParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for TakeOffOrdersStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a TakeOffOrdersParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.order_ids, &params.tag_id))
    }
}
pub struct SomeWithTagStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn some_with_tag() -> SomeWithTagStmt {
    SomeWithTagStmt("select order_id from order_tags where tag_id = $1 limit $2", None)
}
impl SomeWithTagStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tag_id: &'a uuid::Uuid,
        limit: &'a i64,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [tag_id, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, SomeWithTagParams, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for SomeWithTagStmt
{
    fn params(&'s self, client: &'c C, params: &'a SomeWithTagParams) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.tag_id, &params.limit)
    }
}
pub struct InsertActStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_act() -> InsertActStmt {
    InsertActStmt(
        "insert into tag_acts (tenant_id, id, tag_id, put, order_ids, at) values (app.tenant(), $1, $2, $3, $4::uuid[], $5)",
        None,
    )
}
impl InsertActStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        tag_id: &'a uuid::Uuid,
        put: &'a bool,
        order_ids: &'a T1,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id, tag_id, put, order_ids, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertActParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertActStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertActParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.tag_id, &params.put, &params.order_ids, &params.now))
    }
}
pub struct DeleteActStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_act() -> DeleteActStmt {
    DeleteActStmt("delete from tag_acts where id = $1 and tag_id = $2 returning put, order_ids", None)
}
impl DeleteActStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        tag_id: &'a uuid::Uuid,
    ) -> DeleteActQuery<'c, 'a, 's, C, DeleteAct, 2> {
        DeleteActQuery {
            client,
            params: [id, tag_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<DeleteActBorrowed, tokio_postgres::Error> {
                Ok(DeleteActBorrowed { put: row.try_get(0)?, order_ids: row.try_get(1)? })
            },
            mapper: |it| DeleteAct::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, DeleteActParams, DeleteActQuery<'c, 'a, 's, C, DeleteAct, 2>, C>
    for DeleteActStmt
{
    fn params(&'s self, client: &'c C, params: &'a DeleteActParams) -> DeleteActQuery<'c, 'a, 's, C, DeleteAct, 2> {
        self.bind(client, &params.id, &params.tag_id)
    }
}
pub struct ForgetActsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn forget_acts() -> ForgetActsStmt {
    ForgetActsStmt("delete from tag_acts where at < $1", None)
}
impl ForgetActsStmt {
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
