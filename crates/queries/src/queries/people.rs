// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct InsertTenantParams<T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql> {
    pub id: uuid::Uuid,
    pub slug: T1,
    pub name: T2,
    pub timezone: T3,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct TenantPageParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub everything: bool,
    pub granted: T1,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct EnteredTenantsParams {
    pub everything: bool,
    pub user_id: uuid::Uuid,
}
#[derive(Debug)]
pub struct InsertUserParams<
    T1: crate::StringSql,
    T2: crate::StringSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
    T5: crate::StringSql,
> {
    pub id: uuid::Uuid,
    pub email: T1,
    pub email_norm: T2,
    pub name: T3,
    pub password_hash: Option<T4>,
    pub platform_role: Option<T5>,
    pub all_tenants: bool,
    pub now: jiff::Timestamp,
}
#[derive(Debug)]
pub struct InsertSessionParams<T1: crate::BytesSql, T2: crate::BytesSql, T3: crate::StringSql, T4: crate::StringSql> {
    pub id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub tenant_id: Option<uuid::Uuid>,
    pub cookie_hash: T1,
    pub access_hash: T2,
    pub user_agent: Option<T3>,
    pub ip: Option<T4>,
    pub now: jiff::Timestamp,
    pub expires_at: jiff::Timestamp,
}
#[derive(Debug)]
pub struct SessionByHashParams<T1: crate::BytesSql> {
    pub hash: T1,
    pub now: jiff::Timestamp,
}
#[derive(Clone, Copy, Debug)]
pub struct SwitchSessionParams {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct UpdateProfileParams<T1: crate::StringSql, T2: crate::StringSql> {
    pub name: Option<T1>,
    pub locale: Option<T2>,
    pub id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct StaffPageParams {
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Debug)]
pub struct UpsertMembershipParams<T1: crate::StringSql> {
    pub tenant_id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub role: T1,
    pub now: jiff::Timestamp,
}
#[derive(Clone, Copy, Debug)]
pub struct DeleteMembershipParams {
    pub tenant_id: uuid::Uuid,
    pub user_id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct DeleteMemberSessionsParams {
    pub tenant_id: uuid::Uuid,
    pub user_id: uuid::Uuid,
}
#[derive(Clone, Copy, Debug)]
pub struct MemberPageParams {
    pub tenant_id: uuid::Uuid,
    pub after: Option<uuid::Uuid>,
    pub limit: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct SetAllTenantsParams {
    pub all_tenants: bool,
    pub id: uuid::Uuid,
}
#[derive(Debug)]
pub struct InsertGrantsParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub user_id: uuid::Uuid,
    pub tenant_ids: T1,
}
#[derive(Debug)]
pub struct InsertTenantKeyParams<T1: crate::BytesSql> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub wrapped: T1,
    pub now: jiff::Timestamp,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Tenant {
    pub id: uuid::Uuid,
    pub slug: String,
    pub name: String,
    pub timezone: String,
    pub created_at: jiff::Timestamp,
}
pub struct TenantBorrowed<'a> {
    pub id: uuid::Uuid,
    pub slug: &'a str,
    pub name: &'a str,
    pub timezone: &'a str,
    pub created_at: jiff::Timestamp,
}
impl<'a> From<TenantBorrowed<'a>> for Tenant {
    fn from(TenantBorrowed { id, slug, name, timezone, created_at }: TenantBorrowed<'a>) -> Self {
        Self { id, slug: slug.into(), name: name.into(), timezone: timezone.into(), created_at }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct TenantPage {
    pub id: uuid::Uuid,
    pub slug: String,
    pub name: String,
    pub created_at: jiff::Timestamp,
    pub members: i64,
}
pub struct TenantPageBorrowed<'a> {
    pub id: uuid::Uuid,
    pub slug: &'a str,
    pub name: &'a str,
    pub created_at: jiff::Timestamp,
    pub members: i64,
}
impl<'a> From<TenantPageBorrowed<'a>> for TenantPage {
    fn from(TenantPageBorrowed { id, slug, name, created_at, members }: TenantPageBorrowed<'a>) -> Self {
        Self { id, slug: slug.into(), name: name.into(), created_at, members }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Login {
    pub id: uuid::Uuid,
    pub email: String,
    pub name: String,
    pub locale: String,
    pub password_hash: Option<String>,
    pub platform_role: Option<String>,
    pub all_tenants: bool,
}
pub struct LoginBorrowed<'a> {
    pub id: uuid::Uuid,
    pub email: &'a str,
    pub name: &'a str,
    pub locale: &'a str,
    pub password_hash: Option<&'a str>,
    pub platform_role: Option<&'a str>,
    pub all_tenants: bool,
}
impl<'a> From<LoginBorrowed<'a>> for Login {
    fn from(
        LoginBorrowed { id, email, name, locale, password_hash, platform_role, all_tenants }: LoginBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            email: email.into(),
            name: name.into(),
            locale: locale.into(),
            password_hash: password_hash.map(|v| v.into()),
            platform_role: platform_role.map(|v| v.into()),
            all_tenants,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct MemberTenants {
    pub id: uuid::Uuid,
    pub slug: String,
    pub name: String,
    pub role: String,
}
pub struct MemberTenantsBorrowed<'a> {
    pub id: uuid::Uuid,
    pub slug: &'a str,
    pub name: &'a str,
    pub role: &'a str,
}
impl<'a> From<MemberTenantsBorrowed<'a>> for MemberTenants {
    fn from(MemberTenantsBorrowed { id, slug, name, role }: MemberTenantsBorrowed<'a>) -> Self {
        Self { id, slug: slug.into(), name: name.into(), role: role.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct SessionByHash {
    pub id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub tenant_id: Option<uuid::Uuid>,
    pub email: String,
    pub name: String,
    pub locale: String,
    pub platform_role: Option<String>,
    pub all_tenants: bool,
    pub member_role: Option<String>,
    pub tenant_slug: Option<String>,
    pub tenant_name: Option<String>,
    pub granted: Vec<uuid::Uuid>,
}
pub struct SessionByHashBorrowed<'a> {
    pub id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub tenant_id: Option<uuid::Uuid>,
    pub email: &'a str,
    pub name: &'a str,
    pub locale: &'a str,
    pub platform_role: Option<&'a str>,
    pub all_tenants: bool,
    pub member_role: Option<&'a str>,
    pub tenant_slug: Option<&'a str>,
    pub tenant_name: Option<&'a str>,
    pub granted: crate::ArrayIterator<'a, uuid::Uuid>,
}
impl<'a> From<SessionByHashBorrowed<'a>> for SessionByHash {
    fn from(
        SessionByHashBorrowed {
            id,
            user_id,
            tenant_id,
            email,
            name,
            locale,
            platform_role,
            all_tenants,
            member_role,
            tenant_slug,
            tenant_name,
            granted,
        }: SessionByHashBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            user_id,
            tenant_id,
            email: email.into(),
            name: name.into(),
            locale: locale.into(),
            platform_role: platform_role.map(|v| v.into()),
            all_tenants,
            member_role: member_role.map(|v| v.into()),
            tenant_slug: tenant_slug.map(|v| v.into()),
            tenant_name: tenant_name.map(|v| v.into()),
            granted: granted.map(|v| v).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct UserByEmail {
    pub id: uuid::Uuid,
    pub email: String,
    pub name: String,
    pub platform_role: Option<String>,
}
pub struct UserByEmailBorrowed<'a> {
    pub id: uuid::Uuid,
    pub email: &'a str,
    pub name: &'a str,
    pub platform_role: Option<&'a str>,
}
impl<'a> From<UserByEmailBorrowed<'a>> for UserByEmail {
    fn from(UserByEmailBorrowed { id, email, name, platform_role }: UserByEmailBorrowed<'a>) -> Self {
        Self { id, email: email.into(), name: name.into(), platform_role: platform_role.map(|v| v.into()) }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct StaffRow {
    pub id: uuid::Uuid,
    pub email: String,
    pub name: String,
    pub platform_role: Option<String>,
    pub all_tenants: bool,
    pub created_at: jiff::Timestamp,
    pub tenant_ids: Vec<uuid::Uuid>,
}
pub struct StaffRowBorrowed<'a> {
    pub id: uuid::Uuid,
    pub email: &'a str,
    pub name: &'a str,
    pub platform_role: Option<&'a str>,
    pub all_tenants: bool,
    pub created_at: jiff::Timestamp,
    pub tenant_ids: crate::ArrayIterator<'a, uuid::Uuid>,
}
impl<'a> From<StaffRowBorrowed<'a>> for StaffRow {
    fn from(
        StaffRowBorrowed { id, email, name, platform_role, all_tenants, created_at, tenant_ids }: StaffRowBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            email: email.into(),
            name: name.into(),
            platform_role: platform_role.map(|v| v.into()),
            all_tenants,
            created_at,
            tenant_ids: tenant_ids.map(|v| v).collect(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct MemberPage {
    pub user_id: uuid::Uuid,
    pub email: String,
    pub name: String,
    pub role: String,
    pub created_at: jiff::Timestamp,
}
pub struct MemberPageBorrowed<'a> {
    pub user_id: uuid::Uuid,
    pub email: &'a str,
    pub name: &'a str,
    pub role: &'a str,
    pub created_at: jiff::Timestamp,
}
impl<'a> From<MemberPageBorrowed<'a>> for MemberPage {
    fn from(MemberPageBorrowed { user_id, email, name, role, created_at }: MemberPageBorrowed<'a>) -> Self {
        Self { user_id, email: email.into(), name: name.into(), role: role.into(), created_at }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct TenantKeys {
    pub id: uuid::Uuid,
    pub wrapped: Vec<u8>,
}
pub struct TenantKeysBorrowed<'a> {
    pub id: uuid::Uuid,
    pub wrapped: &'a [u8],
}
impl<'a> From<TenantKeysBorrowed<'a>> for TenantKeys {
    fn from(TenantKeysBorrowed { id, wrapped }: TenantKeysBorrowed<'a>) -> Self {
        Self { id, wrapped: wrapped.into() }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct NamesOf {
    pub id: uuid::Uuid,
    pub name: String,
}
pub struct NamesOfBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
}
impl<'a> From<NamesOfBorrowed<'a>> for NamesOf {
    fn from(NamesOfBorrowed { id, name }: NamesOfBorrowed<'a>) -> Self {
        Self { id, name: name.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct TenantQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TenantBorrowed, tokio_postgres::Error>,
    mapper: fn(TenantBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TenantQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TenantBorrowed) -> R) -> TenantQuery<'c, 'a, 's, C, R, N> {
        TenantQuery {
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
pub struct TenantPageQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TenantPageBorrowed, tokio_postgres::Error>,
    mapper: fn(TenantPageBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TenantPageQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TenantPageBorrowed) -> R) -> TenantPageQuery<'c, 'a, 's, C, R, N> {
        TenantPageQuery {
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
pub struct LoginQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<LoginBorrowed, tokio_postgres::Error>,
    mapper: fn(LoginBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> LoginQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(LoginBorrowed) -> R) -> LoginQuery<'c, 'a, 's, C, R, N> {
        LoginQuery {
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
pub struct MemberTenantsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MemberTenantsBorrowed, tokio_postgres::Error>,
    mapper: fn(MemberTenantsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MemberTenantsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MemberTenantsBorrowed) -> R) -> MemberTenantsQuery<'c, 'a, 's, C, R, N> {
        MemberTenantsQuery {
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
pub struct SessionByHashQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<SessionByHashBorrowed, tokio_postgres::Error>,
    mapper: fn(SessionByHashBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> SessionByHashQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(SessionByHashBorrowed) -> R) -> SessionByHashQuery<'c, 'a, 's, C, R, N> {
        SessionByHashQuery {
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
pub struct UserByEmailQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<UserByEmailBorrowed, tokio_postgres::Error>,
    mapper: fn(UserByEmailBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> UserByEmailQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(UserByEmailBorrowed) -> R) -> UserByEmailQuery<'c, 'a, 's, C, R, N> {
        UserByEmailQuery {
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
pub struct StaffRowQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StaffRowBorrowed, tokio_postgres::Error>,
    mapper: fn(StaffRowBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StaffRowQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StaffRowBorrowed) -> R) -> StaffRowQuery<'c, 'a, 's, C, R, N> {
        StaffRowQuery {
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
pub struct JiffTimestampQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<jiff::Timestamp, tokio_postgres::Error>,
    mapper: fn(jiff::Timestamp) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> JiffTimestampQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(jiff::Timestamp) -> R) -> JiffTimestampQuery<'c, 'a, 's, C, R, N> {
        JiffTimestampQuery {
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
pub struct MemberPageQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<MemberPageBorrowed, tokio_postgres::Error>,
    mapper: fn(MemberPageBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> MemberPageQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(MemberPageBorrowed) -> R) -> MemberPageQuery<'c, 'a, 's, C, R, N> {
        MemberPageQuery {
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
pub struct TenantKeysQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TenantKeysBorrowed, tokio_postgres::Error>,
    mapper: fn(TenantKeysBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TenantKeysQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TenantKeysBorrowed) -> R) -> TenantKeysQuery<'c, 'a, 's, C, R, N> {
        TenantKeysQuery {
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
pub struct NamesOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<NamesOfBorrowed, tokio_postgres::Error>,
    mapper: fn(NamesOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> NamesOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(NamesOfBorrowed) -> R) -> NamesOfQuery<'c, 'a, 's, C, R, N> {
        NamesOfQuery {
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
pub struct InsertTenantStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_tenant() -> InsertTenantStmt {
    InsertTenantStmt(
        "insert into tenants (id, slug, name, timezone, created_at) values ($1, $2, $3, $4, $5) on conflict (slug) do nothing",
        None,
    )
}
impl InsertTenantStmt {
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
        slug: &'a T1,
        name: &'a T2,
        timezone: &'a T3,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[id, slug, name, timezone, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql, T3: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertTenantParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertTenantStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertTenantParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.id, &params.slug, &params.name, &params.timezone, &params.now))
    }
}
pub struct TenantByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_by_id() -> TenantByIdStmt {
    TenantByIdStmt("select id, slug, name, timezone, created_at from tenants where id = $1", None)
}
impl TenantByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> TenantQuery<'c, 'a, 's, C, Tenant, 1> {
        TenantQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TenantBorrowed, tokio_postgres::Error> {
                Ok(TenantBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    timezone: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                })
            },
            mapper: |it| Tenant::from(it),
        }
    }
}
pub struct TenantBySlugStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_by_slug() -> TenantBySlugStmt {
    TenantBySlugStmt("select id, slug, name, timezone, created_at from tenants where slug = $1", None)
}
impl TenantBySlugStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        slug: &'a T1,
    ) -> TenantQuery<'c, 'a, 's, C, Tenant, 1> {
        TenantQuery {
            client,
            params: [slug],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TenantBorrowed, tokio_postgres::Error> {
                Ok(TenantBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    timezone: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                })
            },
            mapper: |it| Tenant::from(it),
        }
    }
}
pub struct ConnectedStoresStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn connected_stores() -> ConnectedStoresStmt {
    ConnectedStoresStmt("select count(*) as n from stores where state <> 'disconnected'", None)
}
impl ConnectedStoresStmt {
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
pub struct TenantPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_page() -> TenantPageStmt {
    TenantPageStmt(
        "select t.id , t.slug , t.name , t.created_at , (select count(*) from memberships m where m.tenant_id = t.id) as members from tenants t where ($1 or t.id = any($2)) and ($3::uuid is null or t.id > $3) order by t.id limit $4",
        None,
    )
}
impl TenantPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        everything: &'a bool,
        granted: &'a T1,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> TenantPageQuery<'c, 'a, 's, C, TenantPage, 4> {
        TenantPageQuery {
            client,
            params: [everything, granted, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TenantPageBorrowed, tokio_postgres::Error> {
                Ok(TenantPageBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    created_at: row.try_get(3)?,
                    members: row.try_get(4)?,
                })
            },
            mapper: |it| TenantPage::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, TenantPageParams<T1>, TenantPageQuery<'c, 'a, 's, C, TenantPage, 4>, C>
    for TenantPageStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a TenantPageParams<T1>,
    ) -> TenantPageQuery<'c, 'a, 's, C, TenantPage, 4> {
        self.bind(client, &params.everything, &params.granted, &params.after, &params.limit)
    }
}
pub struct EnteredTenantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn entered_tenants() -> EnteredTenantsStmt {
    EnteredTenantsStmt(
        "select t.id, t.slug, t.name, t.timezone, t.created_at from tenants t where $1 or exists (select from staff_grants g where g.tenant_id = t.id and g.user_id = $2) or exists (select from memberships m where m.tenant_id = t.id and m.user_id = $2) order by t.name, t.id limit 200",
        None,
    )
}
impl EnteredTenantsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        everything: &'a bool,
        user_id: &'a uuid::Uuid,
    ) -> TenantQuery<'c, 'a, 's, C, Tenant, 2> {
        TenantQuery {
            client,
            params: [everything, user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TenantBorrowed, tokio_postgres::Error> {
                Ok(TenantBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    timezone: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                })
            },
            mapper: |it| Tenant::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, EnteredTenantsParams, TenantQuery<'c, 'a, 's, C, Tenant, 2>, C>
    for EnteredTenantsStmt
{
    fn params(&'s self, client: &'c C, params: &'a EnteredTenantsParams) -> TenantQuery<'c, 'a, 's, C, Tenant, 2> {
        self.bind(client, &params.everything, &params.user_id)
    }
}
pub struct InsertUserStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_user() -> InsertUserStmt {
    InsertUserStmt(
        "insert into users (id, email, email_norm, name, password_hash, platform_role, all_tenants, locale, created_at) values ($1, $2, $3, $4, $5, $6, $7, 'en', $8) on conflict on constraint users_email_key do nothing",
        None,
    )
}
impl InsertUserStmt {
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
        T5: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        email: &'a T1,
        email_norm: &'a T2,
        name: &'a T3,
        password_hash: &'a Option<T4>,
        platform_role: &'a Option<T5>,
        all_tenants: &'a bool,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[id, email, email_norm, name, password_hash, platform_role, all_tenants, now],
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
    T5: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertUserParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertUserStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertUserParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.email,
            &params.email_norm,
            &params.name,
            &params.password_hash,
            &params.platform_role,
            &params.all_tenants,
            &params.now,
        ))
    }
}
pub struct LoginByEmailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn login_by_email() -> LoginByEmailStmt {
    LoginByEmailStmt(
        "select id, email, name, locale, password_hash, platform_role, all_tenants from users where email_norm = $1 and disabled_at is null",
        None,
    )
}
impl LoginByEmailStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        email_norm: &'a T1,
    ) -> LoginQuery<'c, 'a, 's, C, Login, 1> {
        LoginQuery {
            client,
            params: [email_norm],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<LoginBorrowed, tokio_postgres::Error> {
                Ok(LoginBorrowed {
                    id: row.try_get(0)?,
                    email: row.try_get(1)?,
                    name: row.try_get(2)?,
                    locale: row.try_get(3)?,
                    password_hash: row.try_get(4)?,
                    platform_role: row.try_get(5)?,
                    all_tenants: row.try_get(6)?,
                })
            },
            mapper: |it| Login::from(it),
        }
    }
}
pub struct MemberTenantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn member_tenants() -> MemberTenantsStmt {
    MemberTenantsStmt(
        "select t.id, t.slug, t.name, m.role from memberships m join tenants t on t.id = m.tenant_id where m.user_id = $1 order by t.name, t.id limit 200",
        None,
    )
}
impl MemberTenantsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        user_id: &'a uuid::Uuid,
    ) -> MemberTenantsQuery<'c, 'a, 's, C, MemberTenants, 1> {
        MemberTenantsQuery {
            client,
            params: [user_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MemberTenantsBorrowed, tokio_postgres::Error> {
                Ok(MemberTenantsBorrowed {
                    id: row.try_get(0)?,
                    slug: row.try_get(1)?,
                    name: row.try_get(2)?,
                    role: row.try_get(3)?,
                })
            },
            mapper: |it| MemberTenants::from(it),
        }
    }
}
pub struct InsertSessionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_session() -> InsertSessionStmt {
    InsertSessionStmt(
        "insert into sessions (id, user_id, tenant_id, cookie_hash, access_hash, user_agent, ip, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        None,
    )
}
impl InsertSessionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<
        'c,
        'a,
        's,
        C: GenericClient,
        T1: crate::BytesSql,
        T2: crate::BytesSql,
        T3: crate::StringSql,
        T4: crate::StringSql,
    >(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
        user_id: &'a uuid::Uuid,
        tenant_id: &'a Option<uuid::Uuid>,
        cookie_hash: &'a T1,
        access_hash: &'a T2,
        user_agent: &'a Option<T3>,
        ip: &'a Option<T4>,
        now: &'a jiff::Timestamp,
        expires_at: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[id, user_id, tenant_id, cookie_hash, access_hash, user_agent, ip, now, expires_at],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::BytesSql,
    T2: crate::BytesSql,
    T3: crate::StringSql,
    T4: crate::StringSql,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertSessionParams<T1, T2, T3, T4>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertSessionStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertSessionParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.id,
            &params.user_id,
            &params.tenant_id,
            &params.cookie_hash,
            &params.access_hash,
            &params.user_agent,
            &params.ip,
            &params.now,
            &params.expires_at,
        ))
    }
}
pub struct SessionByHashStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn session_by_hash() -> SessionByHashStmt {
    SessionByHashStmt(
        "select s.id , s.user_id , s.tenant_id , u.email , u.name , u.locale , u.platform_role , u.all_tenants , m.role as member_role , t.slug as tenant_slug , t.name as tenant_name , array(select g.tenant_id from staff_grants g where g.user_id = u.id limit 200) as granted from sessions s join users u on u.id = s.user_id and u.disabled_at is null left join memberships m on m.user_id = s.user_id and m.tenant_id = s.tenant_id left join tenants t on t.id = s.tenant_id where (s.cookie_hash = $1 or s.access_hash = $1) and s.expires_at > $2",
        None,
    )
}
impl SessionByHashStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        hash: &'a T1,
        now: &'a jiff::Timestamp,
    ) -> SessionByHashQuery<'c, 'a, 's, C, SessionByHash, 2> {
        SessionByHashQuery {
            client,
            params: [hash, now],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<SessionByHashBorrowed, tokio_postgres::Error> {
                Ok(SessionByHashBorrowed {
                    id: row.try_get(0)?,
                    user_id: row.try_get(1)?,
                    tenant_id: row.try_get(2)?,
                    email: row.try_get(3)?,
                    name: row.try_get(4)?,
                    locale: row.try_get(5)?,
                    platform_role: row.try_get(6)?,
                    all_tenants: row.try_get(7)?,
                    member_role: row.try_get(8)?,
                    tenant_slug: row.try_get(9)?,
                    tenant_name: row.try_get(10)?,
                    granted: row.try_get(11)?,
                })
            },
            mapper: |it| SessionByHash::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        SessionByHashParams<T1>,
        SessionByHashQuery<'c, 'a, 's, C, SessionByHash, 2>,
        C,
    > for SessionByHashStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a SessionByHashParams<T1>,
    ) -> SessionByHashQuery<'c, 'a, 's, C, SessionByHash, 2> {
        self.bind(client, &params.hash, &params.now)
    }
}
pub struct SwitchSessionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn switch_session() -> SwitchSessionStmt {
    SwitchSessionStmt(
        "update sessions set tenant_id = $1 where id = $2 and exists (select from memberships m where m.user_id = sessions.user_id and m.tenant_id = $1)",
        None,
    )
}
impl SwitchSessionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[tenant_id, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SwitchSessionParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SwitchSessionStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SwitchSessionParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant_id, &params.id))
    }
}
pub struct DeleteSessionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_session() -> DeleteSessionStmt {
    DeleteSessionStmt("delete from sessions where id = $1", None)
}
impl DeleteSessionStmt {
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
pub struct DeleteExpiredSessionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_expired_sessions() -> DeleteExpiredSessionsStmt {
    DeleteExpiredSessionsStmt("delete from sessions where expires_at < $1", None)
}
impl DeleteExpiredSessionsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now]).await
    }
}
pub struct UpdateProfileStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn update_profile() -> UpdateProfileStmt {
    UpdateProfileStmt("update users set name = coalesce($1, name), locale = coalesce($2, locale) where id = $3", None)
}
impl UpdateProfileStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::StringSql>(
        &'s self,
        client: &'c C,
        name: &'a Option<T1>,
        locale: &'a Option<T2>,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[name, locale, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::StringSql, T2: crate::StringSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UpdateProfileParams<T1, T2>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UpdateProfileStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UpdateProfileParams<T1, T2>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.name, &params.locale, &params.id))
    }
}
pub struct UserByEmailStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn user_by_email() -> UserByEmailStmt {
    UserByEmailStmt("select id, email, name, platform_role from users where email_norm = $1", None)
}
impl UserByEmailStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        email_norm: &'a T1,
    ) -> UserByEmailQuery<'c, 'a, 's, C, UserByEmail, 1> {
        UserByEmailQuery {
            client,
            params: [email_norm],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<UserByEmailBorrowed, tokio_postgres::Error> {
                Ok(UserByEmailBorrowed {
                    id: row.try_get(0)?,
                    email: row.try_get(1)?,
                    name: row.try_get(2)?,
                    platform_role: row.try_get(3)?,
                })
            },
            mapper: |it| UserByEmail::from(it),
        }
    }
}
pub struct StaffPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn staff_page() -> StaffPageStmt {
    StaffPageStmt(
        "select u.id , u.email , u.name , u.platform_role , u.all_tenants , u.created_at , array(select g.tenant_id from staff_grants g where g.user_id = u.id order by g.tenant_id limit 200) as tenant_ids from users u where u.platform_role is not null and ($1::uuid is null or u.id > $1) order by u.id limit $2",
        None,
    )
}
impl StaffPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> StaffRowQuery<'c, 'a, 's, C, StaffRow, 2> {
        StaffRowQuery {
            client,
            params: [after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StaffRowBorrowed, tokio_postgres::Error> {
                Ok(StaffRowBorrowed {
                    id: row.try_get(0)?,
                    email: row.try_get(1)?,
                    name: row.try_get(2)?,
                    platform_role: row.try_get(3)?,
                    all_tenants: row.try_get(4)?,
                    created_at: row.try_get(5)?,
                    tenant_ids: row.try_get(6)?,
                })
            },
            mapper: |it| StaffRow::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, StaffPageParams, StaffRowQuery<'c, 'a, 's, C, StaffRow, 2>, C>
    for StaffPageStmt
{
    fn params(&'s self, client: &'c C, params: &'a StaffPageParams) -> StaffRowQuery<'c, 'a, 's, C, StaffRow, 2> {
        self.bind(client, &params.after, &params.limit)
    }
}
pub struct StaffByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn staff_by_id() -> StaffByIdStmt {
    StaffByIdStmt(
        "select u.id , u.email , u.name , u.platform_role , u.all_tenants , u.created_at , array(select g.tenant_id from staff_grants g where g.user_id = u.id order by g.tenant_id limit 200) as tenant_ids from users u where u.platform_role is not null and u.id = $1",
        None,
    )
}
impl StaffByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> StaffRowQuery<'c, 'a, 's, C, StaffRow, 1> {
        StaffRowQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StaffRowBorrowed, tokio_postgres::Error> {
                Ok(StaffRowBorrowed {
                    id: row.try_get(0)?,
                    email: row.try_get(1)?,
                    name: row.try_get(2)?,
                    platform_role: row.try_get(3)?,
                    all_tenants: row.try_get(4)?,
                    created_at: row.try_get(5)?,
                    tenant_ids: row.try_get(6)?,
                })
            },
            mapper: |it| StaffRow::from(it),
        }
    }
}
pub struct UpsertMembershipStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn upsert_membership() -> UpsertMembershipStmt {
    UpsertMembershipStmt(
        "insert into memberships (tenant_id, user_id, role, created_at) values ($1, $2, $3, $4) on conflict (tenant_id, user_id) do update set role = excluded.role returning created_at",
        None,
    )
}
impl UpsertMembershipStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
        user_id: &'a uuid::Uuid,
        role: &'a T1,
        now: &'a jiff::Timestamp,
    ) -> JiffTimestampQuery<'c, 'a, 's, C, jiff::Timestamp, 4> {
        JiffTimestampQuery {
            client,
            params: [tenant_id, user_id, role, now],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::StringSql>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        UpsertMembershipParams<T1>,
        JiffTimestampQuery<'c, 'a, 's, C, jiff::Timestamp, 4>,
        C,
    > for UpsertMembershipStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UpsertMembershipParams<T1>,
    ) -> JiffTimestampQuery<'c, 'a, 's, C, jiff::Timestamp, 4> {
        self.bind(client, &params.tenant_id, &params.user_id, &params.role, &params.now)
    }
}
pub struct DeleteMembershipStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_membership() -> DeleteMembershipStmt {
    DeleteMembershipStmt("delete from memberships where tenant_id = $1 and user_id = $2", None)
}
impl DeleteMembershipStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
        user_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[tenant_id, user_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DeleteMembershipParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for DeleteMembershipStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DeleteMembershipParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant_id, &params.user_id))
    }
}
pub struct DeleteMemberSessionsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_member_sessions() -> DeleteMemberSessionsStmt {
    DeleteMemberSessionsStmt("delete from sessions where tenant_id = $1 and user_id = $2", None)
}
impl DeleteMemberSessionsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
        user_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[tenant_id, user_id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DeleteMemberSessionsParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for DeleteMemberSessionsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DeleteMemberSessionsParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant_id, &params.user_id))
    }
}
pub struct MemberPageStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn member_page() -> MemberPageStmt {
    MemberPageStmt(
        "select m.user_id, u.email, u.name, m.role, m.created_at from memberships m join users u on u.id = m.user_id where m.tenant_id = $1 and ($2::uuid is null or m.user_id > $2) order by m.user_id limit $3",
        None,
    )
}
impl MemberPageStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
        after: &'a Option<uuid::Uuid>,
        limit: &'a i64,
    ) -> MemberPageQuery<'c, 'a, 's, C, MemberPage, 3> {
        MemberPageQuery {
            client,
            params: [tenant_id, after, limit],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<MemberPageBorrowed, tokio_postgres::Error> {
                Ok(MemberPageBorrowed {
                    user_id: row.try_get(0)?,
                    email: row.try_get(1)?,
                    name: row.try_get(2)?,
                    role: row.try_get(3)?,
                    created_at: row.try_get(4)?,
                })
            },
            mapper: |it| MemberPage::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<'c, 'a, 's, MemberPageParams, MemberPageQuery<'c, 'a, 's, C, MemberPage, 3>, C>
    for MemberPageStmt
{
    fn params(&'s self, client: &'c C, params: &'a MemberPageParams) -> MemberPageQuery<'c, 'a, 's, C, MemberPage, 3> {
        self.bind(client, &params.tenant_id, &params.after, &params.limit)
    }
}
pub struct SetAllTenantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn set_all_tenants() -> SetAllTenantsStmt {
    SetAllTenantsStmt("update users set all_tenants = $1 where id = $2 and platform_role is not null", None)
}
impl SetAllTenantsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        all_tenants: &'a bool,
        id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[all_tenants, id]).await
    }
}
impl<'a, C: GenericClient + Send + Sync>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        SetAllTenantsParams,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for SetAllTenantsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a SetAllTenantsParams,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.all_tenants, &params.id))
    }
}
pub struct ClearGrantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn clear_grants() -> ClearGrantsStmt {
    ClearGrantsStmt("delete from staff_grants where user_id = $1", None)
}
impl ClearGrantsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        user_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[user_id]).await
    }
}
pub struct InsertGrantsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_grants() -> InsertGrantsStmt {
    InsertGrantsStmt(
        "insert into staff_grants (user_id, tenant_id) select $1, t.id from tenants t where t.id = any($2) on conflict do nothing",
        None,
    )
}
impl InsertGrantsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        user_id: &'a uuid::Uuid,
        tenant_ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[user_id, tenant_ids]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertGrantsParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertGrantsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertGrantsParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.user_id, &params.tenant_ids))
    }
}
pub struct InsertTenantKeyStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_tenant_key() -> InsertTenantKeyStmt {
    InsertTenantKeyStmt("insert into tenant_keys (tenant_id, id, wrapped, created_at) values ($1, $2, $3, $4)", None)
}
impl InsertTenantKeyStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::BytesSql>(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
        id: &'a uuid::Uuid,
        wrapped: &'a T1,
        now: &'a jiff::Timestamp,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[tenant_id, id, wrapped, now]).await
    }
}
impl<'a, C: GenericClient + Send + Sync, T1: crate::BytesSql>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertTenantKeyParams<T1>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertTenantKeyStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertTenantKeyParams<T1>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.tenant_id, &params.id, &params.wrapped, &params.now))
    }
}
pub struct TenantKeysStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tenant_keys() -> TenantKeysStmt {
    TenantKeysStmt("select id, wrapped from tenant_keys where tenant_id = $1 order by id desc", None)
}
impl TenantKeysStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
    ) -> TenantKeysQuery<'c, 'a, 's, C, TenantKeys, 1> {
        TenantKeysQuery {
            client,
            params: [tenant_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TenantKeysBorrowed, tokio_postgres::Error> {
                Ok(TenantKeysBorrowed { id: row.try_get(0)?, wrapped: row.try_get(1)? })
            },
            mapper: |it| TenantKeys::from(it),
        }
    }
}
pub struct LockTenantStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_tenant() -> LockTenantStmt {
    LockTenantStmt("select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 7261)) is null as locked", None)
}
impl LockTenantStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tenant_id: &'a uuid::Uuid,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [tenant_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct StrangersToSampleStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn strangers_to_sample() -> StrangersToSampleStmt {
    StrangersToSampleStmt(
        "select exists (select from users where email_norm <> all($1::text[])) or exists (select from tenants where slug !~ '^bench-[0-9]+$') as yes",
        None,
    )
}
impl StrangersToSampleStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::StringSql, T2: crate::ArraySql<Item = T1>>(
        &'s self,
        client: &'c C,
        emails: &'a T2,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [emails],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct NamesOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn names_of() -> NamesOfStmt {
    NamesOfStmt("select id, name from users where id = any($1)", None)
}
impl NamesOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        ids: &'a T1,
    ) -> NamesOfQuery<'c, 'a, 's, C, NamesOf, 1> {
        NamesOfQuery {
            client,
            params: [ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<NamesOfBorrowed, tokio_postgres::Error> {
                Ok(NamesOfBorrowed { id: row.try_get(0)?, name: row.try_get(1)? })
            },
            mapper: |it| NamesOf::from(it),
        }
    }
}
