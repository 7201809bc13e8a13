// This file was generated with `cornucopia`. Do not modify.

#[derive(Debug)]
pub struct CopiesParams<T1: crate::ArraySql<Item = i64>> {
    pub external_ids: T1,
    pub store_id: uuid::Uuid,
}
#[derive(Debug)]
pub struct InsertOrdersParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::ArraySql<Item = rust_decimal::Decimal>,
    T12: crate::ArraySql<Item = i64>,
    T13: crate::ArraySql<Item = rust_decimal::Decimal>,
    T14: crate::ArraySql<Item = rust_decimal::Decimal>,
    T15: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = T16>,
    T18: crate::StringSql,
    T19: crate::ArraySql<Item = T18>,
    T20: crate::StringSql,
    T21: crate::ArraySql<Item = T20>,
    T22: crate::StringSql,
    T23: crate::ArraySql<Item = T22>,
    T24: crate::ArraySql<Item = jiff::Timestamp>,
    T25: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T26: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T27: crate::StringSql,
    T28: crate::ArraySql<Item = T27>,
    T29: crate::StringSql,
    T30: crate::ArraySql<Item = T29>,
    T31: crate::BytesSql,
    T32: crate::ArraySql<Item = T31>,
    T33: crate::ArraySql<Item = jiff::Timestamp>,
    T34: crate::ArraySql<Item = jiff::Timestamp>,
    T35: crate::ArraySql<Item = Option<jiff::Timestamp>>,
> {
    pub store_id: uuid::Uuid,
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub external_ids: T2,
    pub numbers: T4,
    pub statuses: T6,
    pub store_statuses: T8,
    pub currencies: T10,
    pub totals: T11,
    pub total_minors: T12,
    pub refundeds: T13,
    pub pieces: T14,
    pub customer_ids: T15,
    pub customer_names: T17,
    pub customer_emails: T19,
    pub countries: T21,
    pub payment_method_titles: T23,
    pub placed_ats: T24,
    pub paid_ats: T25,
    pub completed_ats: T26,
    pub raws: T28,
    pub words: T30,
    pub content_hashes: T32,
    pub modified_ats: T33,
    pub read_ats: T34,
    pub trashed_ats: T35,
}
#[derive(Debug)]
pub struct UpdateOrdersParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::StringSql,
    T7: crate::ArraySql<Item = T6>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
    T10: crate::ArraySql<Item = rust_decimal::Decimal>,
    T11: crate::ArraySql<Item = i64>,
    T12: crate::ArraySql<Item = rust_decimal::Decimal>,
    T13: crate::ArraySql<Item = rust_decimal::Decimal>,
    T14: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T15: crate::StringSql,
    T16: crate::ArraySql<Item = T15>,
    T17: crate::StringSql,
    T18: crate::ArraySql<Item = T17>,
    T19: crate::StringSql,
    T20: crate::ArraySql<Item = T19>,
    T21: crate::StringSql,
    T22: crate::ArraySql<Item = T21>,
    T23: crate::ArraySql<Item = jiff::Timestamp>,
    T24: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T25: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T26: crate::StringSql,
    T27: crate::ArraySql<Item = T26>,
    T28: crate::StringSql,
    T29: crate::ArraySql<Item = T28>,
    T30: crate::BytesSql,
    T31: crate::ArraySql<Item = T30>,
    T32: crate::ArraySql<Item = jiff::Timestamp>,
    T33: crate::ArraySql<Item = jiff::Timestamp>,
    T34: crate::ArraySql<Item = Option<jiff::Timestamp>>,
> {
    pub now: jiff::Timestamp,
    pub ids: T1,
    pub numbers: T3,
    pub statuses: T5,
    pub store_statuses: T7,
    pub currencies: T9,
    pub totals: T10,
    pub total_minors: T11,
    pub refundeds: T12,
    pub pieces: T13,
    pub customer_ids: T14,
    pub customer_names: T16,
    pub customer_emails: T18,
    pub countries: T20,
    pub payment_method_titles: T22,
    pub placed_ats: T23,
    pub paid_ats: T24,
    pub completed_ats: T25,
    pub raws: T27,
    pub words: T29,
    pub content_hashes: T31,
    pub modified_ats: T32,
    pub read_ats: T33,
    pub trashed_ats: T34,
}
#[derive(Debug)]
pub struct TouchOrdersParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = jiff::Timestamp>,
    T3: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub ids: T1,
    pub modified_ats: T2,
    pub read_ats: T3,
}
#[derive(Debug)]
pub struct InsertLinesParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = i32>,
    T6: crate::ArraySql<Item = i64>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::ArraySql<Item = i64>,
    T12: crate::ArraySql<Item = i64>,
    T13: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T14: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T15: crate::ArraySql<Item = rust_decimal::Decimal>,
    T16: crate::ArraySql<Item = rust_decimal::Decimal>,
> {
    pub ids: T1,
    pub order_ids: T2,
    pub kinds: T4,
    pub positions: T5,
    pub external_ids: T6,
    pub names: T8,
    pub skus: T10,
    pub product_ids: T11,
    pub variation_ids: T12,
    pub quantities: T13,
    pub subtotals: T14,
    pub totals: T15,
    pub total_taxes: T16,
}
#[derive(Debug)]
pub struct UpsertRefundsParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = i64>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::ArraySql<Item = rust_decimal::Decimal>,
> {
    pub ids: T1,
    pub order_ids: T2,
    pub external_ids: T3,
    pub reasons: T5,
    pub amounts: T6,
}
#[derive(Debug)]
pub struct RetireRefundsParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = i64>,
> {
    pub now: jiff::Timestamp,
    pub order_ids: T1,
    pub named_orders: T2,
    pub named_ids: T3,
}
#[derive(Debug)]
pub struct DetailRefundsParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = i64>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::ArraySql<Item = rust_decimal::Decimal>,
    T7: crate::ArraySql<Item = jiff::Timestamp>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
> {
    pub ids: T1,
    pub order_external_ids: T2,
    pub external_ids: T3,
    pub reasons: T5,
    pub amounts: T6,
    pub refunded_ats: T7,
    pub raws: T9,
    pub store_id: uuid::Uuid,
}
#[derive(Debug)]
pub struct DeleteOrderTokensParams<
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = uuid::Uuid>,
> {
    pub periods: T1,
    pub tokens: T3,
    pub order_ids: T4,
}
#[derive(Debug)]
pub struct InsertOrderTokensParams<
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = uuid::Uuid>,
    T5: crate::ArraySql<Item = jiff::Timestamp>,
> {
    pub periods: T1,
    pub tokens: T3,
    pub order_ids: T4,
    pub placed_ats: T5,
}
#[derive(Debug)]
pub struct InsertTimelineParams<
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
> {
    pub now: jiff::Timestamp,
    pub source: T1,
    pub ids: T2,
    pub order_ids: T3,
    pub events: T5,
    pub modified_ats: T6,
    pub changes: T8,
}
#[derive(Debug)]
pub struct InsertChangesOfPersonParams<
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
> {
    pub now: jiff::Timestamp,
    pub user_id: uuid::Uuid,
    pub ids: T1,
    pub order_ids: T2,
    pub changes: T4,
}
#[derive(Debug)]
pub struct TagOrdersParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub tag_id: uuid::Uuid,
    pub order_ids: T1,
}
#[derive(Debug)]
pub struct UntagOrdersParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub tag_id: uuid::Uuid,
    pub order_ids: T1,
}
#[derive(Clone, Copy, Debug)]
pub struct MarkDeletedParams {
    pub now: jiff::Timestamp,
    pub store_id: uuid::Uuid,
    pub external_id: i64,
}
#[derive(Clone, Copy, Debug)]
pub struct OrderCountsOfTagParams {
    pub tag_id: uuid::Uuid,
    pub store_id: Option<uuid::Uuid>,
}
#[derive(Debug)]
pub struct OrderCountsOfTagsParams<T1: crate::ArraySql<Item = uuid::Uuid>> {
    pub tag_ids: T1,
    pub store_id: Option<uuid::Uuid>,
}
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    pub id: uuid::Uuid,
    pub external_id: i64,
    pub store_modified_at: jiff::Timestamp,
    pub read_at: jiff::Timestamp,
    pub content_hash: Vec<u8>,
    pub status: String,
    pub store_status: String,
    pub raw: String,
    pub words: String,
    pub placed_at: jiff::Timestamp,
    pub trashed_at: Option<jiff::Timestamp>,
    pub deleted_at: Option<jiff::Timestamp>,
}
pub struct CopyBorrowed<'a> {
    pub id: uuid::Uuid,
    pub external_id: i64,
    pub store_modified_at: jiff::Timestamp,
    pub read_at: jiff::Timestamp,
    pub content_hash: &'a [u8],
    pub status: &'a str,
    pub store_status: &'a str,
    pub raw: &'a str,
    pub words: &'a str,
    pub placed_at: jiff::Timestamp,
    pub trashed_at: Option<jiff::Timestamp>,
    pub deleted_at: Option<jiff::Timestamp>,
}
impl<'a> From<CopyBorrowed<'a>> for Copy {
    fn from(
        CopyBorrowed {
            id,
            external_id,
            store_modified_at,
            read_at,
            content_hash,
            status,
            store_status,
            raw,
            words,
            placed_at,
            trashed_at,
            deleted_at,
        }: CopyBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            external_id,
            store_modified_at,
            read_at,
            content_hash: content_hash.into(),
            status: status.into(),
            store_status: store_status.into(),
            raw: raw.into(),
            words: words.into(),
            placed_at,
            trashed_at,
            deleted_at,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub external_id: i64,
    pub number: String,
    pub status: String,
    pub store_status: String,
    pub currency: String,
    pub total: rust_decimal::Decimal,
    pub refunded: rust_decimal::Decimal,
    pub pieces: rust_decimal::Decimal,
    pub customer_id: Option<uuid::Uuid>,
    pub customer_name: String,
    pub customer_email: String,
    pub country: String,
    pub payment_method_title: String,
    pub placed_at: jiff::Timestamp,
    pub paid_at: Option<jiff::Timestamp>,
    pub completed_at: Option<jiff::Timestamp>,
    pub raw: String,
    pub store_modified_at: jiff::Timestamp,
    pub trashed_at: Option<jiff::Timestamp>,
    pub deleted_at: Option<jiff::Timestamp>,
    pub updated_at: jiff::Timestamp,
    pub tag_ids: Option<Vec<uuid::Uuid>>,
}
pub struct OrderBorrowed<'a> {
    pub tenant_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub store_id: uuid::Uuid,
    pub external_id: i64,
    pub number: &'a str,
    pub status: &'a str,
    pub store_status: &'a str,
    pub currency: &'a str,
    pub total: rust_decimal::Decimal,
    pub refunded: rust_decimal::Decimal,
    pub pieces: rust_decimal::Decimal,
    pub customer_id: Option<uuid::Uuid>,
    pub customer_name: &'a str,
    pub customer_email: &'a str,
    pub country: &'a str,
    pub payment_method_title: &'a str,
    pub placed_at: jiff::Timestamp,
    pub paid_at: Option<jiff::Timestamp>,
    pub completed_at: Option<jiff::Timestamp>,
    pub raw: &'a str,
    pub store_modified_at: jiff::Timestamp,
    pub trashed_at: Option<jiff::Timestamp>,
    pub deleted_at: Option<jiff::Timestamp>,
    pub updated_at: jiff::Timestamp,
    pub tag_ids: Option<crate::ArrayIterator<'a, uuid::Uuid>>,
}
impl<'a> From<OrderBorrowed<'a>> for Order {
    fn from(
        OrderBorrowed {
            tenant_id,
            id,
            store_id,
            external_id,
            number,
            status,
            store_status,
            currency,
            total,
            refunded,
            pieces,
            customer_id,
            customer_name,
            customer_email,
            country,
            payment_method_title,
            placed_at,
            paid_at,
            completed_at,
            raw,
            store_modified_at,
            trashed_at,
            deleted_at,
            updated_at,
            tag_ids,
        }: OrderBorrowed<'a>,
    ) -> Self {
        Self {
            tenant_id,
            id,
            store_id,
            external_id,
            number: number.into(),
            status: status.into(),
            store_status: store_status.into(),
            currency: currency.into(),
            total,
            refunded,
            pieces,
            customer_id,
            customer_name: customer_name.into(),
            customer_email: customer_email.into(),
            country: country.into(),
            payment_method_title: payment_method_title.into(),
            placed_at,
            paid_at,
            completed_at,
            raw: raw.into(),
            store_modified_at,
            trashed_at,
            deleted_at,
            updated_at,
            tag_ids: tag_ids.map(|v| v.map(|v| v).collect()),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct LinesOf {
    pub id: uuid::Uuid,
    pub kind: String,
    pub external_id: i64,
    pub name: String,
    pub sku: String,
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub quantity: Option<rust_decimal::Decimal>,
    pub subtotal: Option<rust_decimal::Decimal>,
    pub total: rust_decimal::Decimal,
    pub total_tax: rust_decimal::Decimal,
}
pub struct LinesOfBorrowed<'a> {
    pub id: uuid::Uuid,
    pub kind: &'a str,
    pub external_id: i64,
    pub name: &'a str,
    pub sku: &'a str,
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub quantity: Option<rust_decimal::Decimal>,
    pub subtotal: Option<rust_decimal::Decimal>,
    pub total: rust_decimal::Decimal,
    pub total_tax: rust_decimal::Decimal,
}
impl<'a> From<LinesOfBorrowed<'a>> for LinesOf {
    fn from(
        LinesOfBorrowed {
            id,
            kind,
            external_id,
            name,
            sku,
            external_product_id,
            external_variation_id,
            quantity,
            subtotal,
            total,
            total_tax,
        }: LinesOfBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            kind: kind.into(),
            external_id,
            name: name.into(),
            sku: sku.into(),
            external_product_id,
            external_variation_id,
            quantity,
            subtotal,
            total,
            total_tax,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct LinesOfOrders {
    pub order_id: uuid::Uuid,
    pub kind: String,
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub sku: String,
    pub name: String,
    pub quantity: Option<rust_decimal::Decimal>,
    pub subtotal: Option<rust_decimal::Decimal>,
    pub total: rust_decimal::Decimal,
    pub total_tax: rust_decimal::Decimal,
}
pub struct LinesOfOrdersBorrowed<'a> {
    pub order_id: uuid::Uuid,
    pub kind: &'a str,
    pub external_product_id: i64,
    pub external_variation_id: i64,
    pub sku: &'a str,
    pub name: &'a str,
    pub quantity: Option<rust_decimal::Decimal>,
    pub subtotal: Option<rust_decimal::Decimal>,
    pub total: rust_decimal::Decimal,
    pub total_tax: rust_decimal::Decimal,
}
impl<'a> From<LinesOfOrdersBorrowed<'a>> for LinesOfOrders {
    fn from(
        LinesOfOrdersBorrowed {
            order_id,
            kind,
            external_product_id,
            external_variation_id,
            sku,
            name,
            quantity,
            subtotal,
            total,
            total_tax,
        }: LinesOfOrdersBorrowed<'a>,
    ) -> Self {
        Self {
            order_id,
            kind: kind.into(),
            external_product_id,
            external_variation_id,
            sku: sku.into(),
            name: name.into(),
            quantity,
            subtotal,
            total,
            total_tax,
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct RefundsOf {
    pub id: uuid::Uuid,
    pub external_id: i64,
    pub reason: String,
    pub amount: rust_decimal::Decimal,
    pub refunded_at: Option<jiff::Timestamp>,
}
pub struct RefundsOfBorrowed<'a> {
    pub id: uuid::Uuid,
    pub external_id: i64,
    pub reason: &'a str,
    pub amount: rust_decimal::Decimal,
    pub refunded_at: Option<jiff::Timestamp>,
}
impl<'a> From<RefundsOfBorrowed<'a>> for RefundsOf {
    fn from(RefundsOfBorrowed { id, external_id, reason, amount, refunded_at }: RefundsOfBorrowed<'a>) -> Self {
        Self { id, external_id, reason: reason.into(), amount, refunded_at }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineOf {
    pub id: uuid::Uuid,
    pub at: jiff::Timestamp,
    pub source: String,
    pub event: String,
    pub actor_user_id: Option<uuid::Uuid>,
    pub store_modified_at: Option<jiff::Timestamp>,
    pub changes: String,
}
pub struct TimelineOfBorrowed<'a> {
    pub id: uuid::Uuid,
    pub at: jiff::Timestamp,
    pub source: &'a str,
    pub event: &'a str,
    pub actor_user_id: Option<uuid::Uuid>,
    pub store_modified_at: Option<jiff::Timestamp>,
    pub changes: &'a str,
}
impl<'a> From<TimelineOfBorrowed<'a>> for TimelineOf {
    fn from(
        TimelineOfBorrowed { id, at, source, event, actor_user_id, store_modified_at, changes }: TimelineOfBorrowed<'a>,
    ) -> Self {
        Self {
            id,
            at,
            source: source.into(),
            event: event.into(),
            actor_user_id,
            store_modified_at,
            changes: changes.into(),
        }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OrderCounts {
    pub status: String,
    pub n: i64,
}
pub struct OrderCountsBorrowed<'a> {
    pub status: &'a str,
    pub n: i64,
}
impl<'a> From<OrderCountsBorrowed<'a>> for OrderCounts {
    fn from(OrderCountsBorrowed { status, n }: OrderCountsBorrowed<'a>) -> Self {
        Self { status: status.into(), n }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OrderCountsOfTag {
    pub status: String,
    pub n: i64,
}
pub struct OrderCountsOfTagBorrowed<'a> {
    pub status: &'a str,
    pub n: i64,
}
impl<'a> From<OrderCountsOfTagBorrowed<'a>> for OrderCountsOfTag {
    fn from(OrderCountsOfTagBorrowed { status, n }: OrderCountsOfTagBorrowed<'a>) -> Self {
        Self { status: status.into(), n }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct OrderCountsOfTags {
    pub status: String,
    pub n: i64,
}
pub struct OrderCountsOfTagsBorrowed<'a> {
    pub status: &'a str,
    pub n: i64,
}
impl<'a> From<OrderCountsOfTagsBorrowed<'a>> for OrderCountsOfTags {
    fn from(OrderCountsOfTagsBorrowed { status, n }: OrderCountsOfTagsBorrowed<'a>) -> Self {
        Self { status: status.into(), n }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct Attention {
    pub status: String,
    pub n: i64,
    pub oldest: Option<jiff::Timestamp>,
}
pub struct AttentionBorrowed<'a> {
    pub status: &'a str,
    pub n: i64,
    pub oldest: Option<jiff::Timestamp>,
}
impl<'a> From<AttentionBorrowed<'a>> for Attention {
    fn from(AttentionBorrowed { status, n, oldest }: AttentionBorrowed<'a>) -> Self {
        Self { status: status.into(), n, oldest }
    }
}
#[derive(Debug, Clone, PartialEq)]
pub struct StoreOfOrder {
    pub id: uuid::Uuid,
    pub name: String,
    pub url: String,
}
pub struct StoreOfOrderBorrowed<'a> {
    pub id: uuid::Uuid,
    pub name: &'a str,
    pub url: &'a str,
}
impl<'a> From<StoreOfOrderBorrowed<'a>> for StoreOfOrder {
    fn from(StoreOfOrderBorrowed { id, name, url }: StoreOfOrderBorrowed<'a>) -> Self {
        Self { id, name: name.into(), url: url.into() }
    }
}
use crate::client::async_::GenericClient;
use futures::{self, StreamExt, TryStreamExt};
pub struct CopyQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<CopyBorrowed, tokio_postgres::Error>,
    mapper: fn(CopyBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> CopyQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(CopyBorrowed) -> R) -> CopyQuery<'c, 'a, 's, C, R, N> {
        CopyQuery {
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
pub struct OrderQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OrderBorrowed, tokio_postgres::Error>,
    mapper: fn(OrderBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OrderQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OrderBorrowed) -> R) -> OrderQuery<'c, 'a, 's, C, R, N> {
        OrderQuery {
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
pub struct LinesOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<LinesOfBorrowed, tokio_postgres::Error>,
    mapper: fn(LinesOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> LinesOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(LinesOfBorrowed) -> R) -> LinesOfQuery<'c, 'a, 's, C, R, N> {
        LinesOfQuery {
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
pub struct LinesOfOrdersQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<LinesOfOrdersBorrowed, tokio_postgres::Error>,
    mapper: fn(LinesOfOrdersBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> LinesOfOrdersQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(LinesOfOrdersBorrowed) -> R) -> LinesOfOrdersQuery<'c, 'a, 's, C, R, N> {
        LinesOfOrdersQuery {
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
pub struct RefundsOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<RefundsOfBorrowed, tokio_postgres::Error>,
    mapper: fn(RefundsOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> RefundsOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(RefundsOfBorrowed) -> R) -> RefundsOfQuery<'c, 'a, 's, C, R, N> {
        RefundsOfQuery {
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
pub struct TimelineOfQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<TimelineOfBorrowed, tokio_postgres::Error>,
    mapper: fn(TimelineOfBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> TimelineOfQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(TimelineOfBorrowed) -> R) -> TimelineOfQuery<'c, 'a, 's, C, R, N> {
        TimelineOfQuery {
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
pub struct OrderCountsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OrderCountsBorrowed, tokio_postgres::Error>,
    mapper: fn(OrderCountsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OrderCountsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OrderCountsBorrowed) -> R) -> OrderCountsQuery<'c, 'a, 's, C, R, N> {
        OrderCountsQuery {
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
pub struct OrderCountsOfTagQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OrderCountsOfTagBorrowed, tokio_postgres::Error>,
    mapper: fn(OrderCountsOfTagBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OrderCountsOfTagQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OrderCountsOfTagBorrowed) -> R) -> OrderCountsOfTagQuery<'c, 'a, 's, C, R, N> {
        OrderCountsOfTagQuery {
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
pub struct OrderCountsOfTagsQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<OrderCountsOfTagsBorrowed, tokio_postgres::Error>,
    mapper: fn(OrderCountsOfTagsBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> OrderCountsOfTagsQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(OrderCountsOfTagsBorrowed) -> R) -> OrderCountsOfTagsQuery<'c, 'a, 's, C, R, N> {
        OrderCountsOfTagsQuery {
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
pub struct AttentionQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<AttentionBorrowed, tokio_postgres::Error>,
    mapper: fn(AttentionBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> AttentionQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(AttentionBorrowed) -> R) -> AttentionQuery<'c, 'a, 's, C, R, N> {
        AttentionQuery {
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
pub struct StoreOfOrderQuery<'c, 'a, 's, C: GenericClient, T, const N: usize> {
    client: &'c C,
    params: [&'a (dyn postgres_types::ToSql + Sync); N],
    query: &'static str,
    cached: Option<&'s tokio_postgres::Statement>,
    extractor: fn(&tokio_postgres::Row) -> Result<StoreOfOrderBorrowed, tokio_postgres::Error>,
    mapper: fn(StoreOfOrderBorrowed) -> T,
}
impl<'c, 'a, 's, C, T: 'c, const N: usize> StoreOfOrderQuery<'c, 'a, 's, C, T, N>
where
    C: GenericClient,
{
    pub fn map<R>(self, mapper: fn(StoreOfOrderBorrowed) -> R) -> StoreOfOrderQuery<'c, 'a, 's, C, R, N> {
        StoreOfOrderQuery {
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
pub struct CopiesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn copies() -> CopiesStmt {
    CopiesStmt(
        "select o.* from unnest($1::bigint[]) as x (id) cross join lateral ( select id, external_id, store_modified_at, read_at, content_hash, status, store_status, raw::text as raw, words, placed_at, trashed_at, deleted_at from orders where store_id = $2 and external_id = x.id offset 0 ) o",
        None,
    )
}
impl CopiesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>(
        &'s self,
        client: &'c C,
        external_ids: &'a T1,
        store_id: &'a uuid::Uuid,
    ) -> CopyQuery<'c, 'a, 's, C, Copy, 2> {
        CopyQuery {
            client,
            params: [external_ids, store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<CopyBorrowed, tokio_postgres::Error> {
                Ok(CopyBorrowed {
                    id: row.try_get(0)?,
                    external_id: row.try_get(1)?,
                    store_modified_at: row.try_get(2)?,
                    read_at: row.try_get(3)?,
                    content_hash: row.try_get(4)?,
                    status: row.try_get(5)?,
                    store_status: row.try_get(6)?,
                    raw: row.try_get(7)?,
                    words: row.try_get(8)?,
                    placed_at: row.try_get(9)?,
                    trashed_at: row.try_get(10)?,
                    deleted_at: row.try_get(11)?,
                })
            },
            mapper: |it| Copy::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = i64>>
    crate::client::async_::Params<'c, 'a, 's, CopiesParams<T1>, CopyQuery<'c, 'a, 's, C, Copy, 2>, C> for CopiesStmt
{
    fn params(&'s self, client: &'c C, params: &'a CopiesParams<T1>) -> CopyQuery<'c, 'a, 's, C, Copy, 2> {
        self.bind(client, &params.external_ids, &params.store_id)
    }
}
pub struct InsertOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_orders() -> InsertOrdersStmt {
    InsertOrdersStmt(
        "insert into orders (tenant_id, id, store_id, external_id, number, status, store_status, currency, total, total_minor, refunded, pieces , customer_id, customer_name, customer_email, country, payment_method_title, placed_at, paid_at, completed_at, raw, words, content_hash , store_modified_at, read_at, trashed_at, created_at, updated_at) select app.tenant(), x.id, $1, x.external_id, x.number, x.status, x.store_status, x.currency, x.total, x.total_minor, x.refunded, x.pieces , x.customer_id, x.customer_name, x.customer_email, x.country, x.payment_method_title, x.placed_at, x.paid_at, x.completed_at, x.raw::json, x.words, x.content_hash , x.store_modified_at, x.read_at, x.trashed_at, $2, $2 from unnest($3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::numeric[] , $10::bigint[], $11::numeric[], $12::numeric[], $13::uuid[], $14::text[], $15::text[] , $16::text[], $17::text[], $18::timestamptz[], $19::timestamptz[], $20::timestamptz[] , $21::text[], $22::text[], $23::bytea[], $24::timestamptz[], $25::timestamptz[], $26::timestamptz[]) as x (id, external_id, number, status, store_status, currency, total, total_minor, refunded, pieces, customer_id, customer_name, customer_email , country, payment_method_title, placed_at, paid_at, completed_at, raw, words, content_hash, store_modified_at, read_at, trashed_at)",
        None,
    )
}
impl InsertOrdersStmt {
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
        T2: crate::ArraySql<Item = i64>,
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::StringSql,
        T6: crate::ArraySql<Item = T5>,
        T7: crate::StringSql,
        T8: crate::ArraySql<Item = T7>,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = T9>,
        T11: crate::ArraySql<Item = rust_decimal::Decimal>,
        T12: crate::ArraySql<Item = i64>,
        T13: crate::ArraySql<Item = rust_decimal::Decimal>,
        T14: crate::ArraySql<Item = rust_decimal::Decimal>,
        T15: crate::ArraySql<Item = Option<uuid::Uuid>>,
        T16: crate::StringSql,
        T17: crate::ArraySql<Item = T16>,
        T18: crate::StringSql,
        T19: crate::ArraySql<Item = T18>,
        T20: crate::StringSql,
        T21: crate::ArraySql<Item = T20>,
        T22: crate::StringSql,
        T23: crate::ArraySql<Item = T22>,
        T24: crate::ArraySql<Item = jiff::Timestamp>,
        T25: crate::ArraySql<Item = Option<jiff::Timestamp>>,
        T26: crate::ArraySql<Item = Option<jiff::Timestamp>>,
        T27: crate::StringSql,
        T28: crate::ArraySql<Item = T27>,
        T29: crate::StringSql,
        T30: crate::ArraySql<Item = T29>,
        T31: crate::BytesSql,
        T32: crate::ArraySql<Item = T31>,
        T33: crate::ArraySql<Item = jiff::Timestamp>,
        T34: crate::ArraySql<Item = jiff::Timestamp>,
        T35: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    >(
        &'s self,
        client: &'c C,
        store_id: &'a uuid::Uuid,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        external_ids: &'a T2,
        numbers: &'a T4,
        statuses: &'a T6,
        store_statuses: &'a T8,
        currencies: &'a T10,
        totals: &'a T11,
        total_minors: &'a T12,
        refundeds: &'a T13,
        pieces: &'a T14,
        customer_ids: &'a T15,
        customer_names: &'a T17,
        customer_emails: &'a T19,
        countries: &'a T21,
        payment_method_titles: &'a T23,
        placed_ats: &'a T24,
        paid_ats: &'a T25,
        completed_ats: &'a T26,
        raws: &'a T28,
        words: &'a T30,
        content_hashes: &'a T32,
        modified_ats: &'a T33,
        read_ats: &'a T34,
        trashed_ats: &'a T35,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[
                    store_id,
                    now,
                    ids,
                    external_ids,
                    numbers,
                    statuses,
                    store_statuses,
                    currencies,
                    totals,
                    total_minors,
                    refundeds,
                    pieces,
                    customer_ids,
                    customer_names,
                    customer_emails,
                    countries,
                    payment_method_titles,
                    placed_ats,
                    paid_ats,
                    completed_ats,
                    raws,
                    words,
                    content_hashes,
                    modified_ats,
                    read_ats,
                    trashed_ats,
                ],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::StringSql,
    T6: crate::ArraySql<Item = T5>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::ArraySql<Item = rust_decimal::Decimal>,
    T12: crate::ArraySql<Item = i64>,
    T13: crate::ArraySql<Item = rust_decimal::Decimal>,
    T14: crate::ArraySql<Item = rust_decimal::Decimal>,
    T15: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T16: crate::StringSql,
    T17: crate::ArraySql<Item = T16>,
    T18: crate::StringSql,
    T19: crate::ArraySql<Item = T18>,
    T20: crate::StringSql,
    T21: crate::ArraySql<Item = T20>,
    T22: crate::StringSql,
    T23: crate::ArraySql<Item = T22>,
    T24: crate::ArraySql<Item = jiff::Timestamp>,
    T25: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T26: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T27: crate::StringSql,
    T28: crate::ArraySql<Item = T27>,
    T29: crate::StringSql,
    T30: crate::ArraySql<Item = T29>,
    T31: crate::BytesSql,
    T32: crate::ArraySql<Item = T31>,
    T33: crate::ArraySql<Item = jiff::Timestamp>,
    T34: crate::ArraySql<Item = jiff::Timestamp>,
    T35: crate::ArraySql<Item = Option<jiff::Timestamp>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertOrdersParams<
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
            T30,
            T31,
            T32,
            T33,
            T34,
            T35,
        >,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertOrdersStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertOrdersParams<
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
            T30,
            T31,
            T32,
            T33,
            T34,
            T35,
        >,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.store_id,
            &params.now,
            &params.ids,
            &params.external_ids,
            &params.numbers,
            &params.statuses,
            &params.store_statuses,
            &params.currencies,
            &params.totals,
            &params.total_minors,
            &params.refundeds,
            &params.pieces,
            &params.customer_ids,
            &params.customer_names,
            &params.customer_emails,
            &params.countries,
            &params.payment_method_titles,
            &params.placed_ats,
            &params.paid_ats,
            &params.completed_ats,
            &params.raws,
            &params.words,
            &params.content_hashes,
            &params.modified_ats,
            &params.read_ats,
            &params.trashed_ats,
        ))
    }
}
pub struct UpdateOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn update_orders() -> UpdateOrdersStmt {
    UpdateOrdersStmt(
        "update orders o set number = x.number, status = x.status, store_status = x.store_status, currency = x.currency, total = x.total, total_minor = x.total_minor , refunded = x.refunded, pieces = x.pieces, customer_id = x.customer_id, customer_name = x.customer_name, customer_email = x.customer_email , country = x.country, payment_method_title = x.payment_method_title, placed_at = x.placed_at, paid_at = x.paid_at, completed_at = x.completed_at , raw = x.raw::json, words = x.words, content_hash = x.content_hash, store_modified_at = x.store_modified_at, read_at = x.read_at , trashed_at = x.trashed_at, deleted_at = null, updated_at = $1 from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::numeric[] , $8::bigint[], $9::numeric[], $10::numeric[], $11::uuid[], $12::text[], $13::text[] , $14::text[], $15::text[], $16::timestamptz[], $17::timestamptz[], $18::timestamptz[] , $19::text[], $20::text[], $21::bytea[], $22::timestamptz[], $23::timestamptz[], $24::timestamptz[]) as x (id, number, status, store_status, currency, total, total_minor, refunded, pieces, customer_id, customer_name, customer_email , country, payment_method_title, placed_at, paid_at, completed_at, raw, words, content_hash, store_modified_at, read_at, trashed_at) where o.id = x.id",
        None,
    )
}
impl UpdateOrdersStmt {
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
        T10: crate::ArraySql<Item = rust_decimal::Decimal>,
        T11: crate::ArraySql<Item = i64>,
        T12: crate::ArraySql<Item = rust_decimal::Decimal>,
        T13: crate::ArraySql<Item = rust_decimal::Decimal>,
        T14: crate::ArraySql<Item = Option<uuid::Uuid>>,
        T15: crate::StringSql,
        T16: crate::ArraySql<Item = T15>,
        T17: crate::StringSql,
        T18: crate::ArraySql<Item = T17>,
        T19: crate::StringSql,
        T20: crate::ArraySql<Item = T19>,
        T21: crate::StringSql,
        T22: crate::ArraySql<Item = T21>,
        T23: crate::ArraySql<Item = jiff::Timestamp>,
        T24: crate::ArraySql<Item = Option<jiff::Timestamp>>,
        T25: crate::ArraySql<Item = Option<jiff::Timestamp>>,
        T26: crate::StringSql,
        T27: crate::ArraySql<Item = T26>,
        T28: crate::StringSql,
        T29: crate::ArraySql<Item = T28>,
        T30: crate::BytesSql,
        T31: crate::ArraySql<Item = T30>,
        T32: crate::ArraySql<Item = jiff::Timestamp>,
        T33: crate::ArraySql<Item = jiff::Timestamp>,
        T34: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        ids: &'a T1,
        numbers: &'a T3,
        statuses: &'a T5,
        store_statuses: &'a T7,
        currencies: &'a T9,
        totals: &'a T10,
        total_minors: &'a T11,
        refundeds: &'a T12,
        pieces: &'a T13,
        customer_ids: &'a T14,
        customer_names: &'a T16,
        customer_emails: &'a T18,
        countries: &'a T20,
        payment_method_titles: &'a T22,
        placed_ats: &'a T23,
        paid_ats: &'a T24,
        completed_ats: &'a T25,
        raws: &'a T27,
        words: &'a T29,
        content_hashes: &'a T31,
        modified_ats: &'a T32,
        read_ats: &'a T33,
        trashed_ats: &'a T34,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[
                    now,
                    ids,
                    numbers,
                    statuses,
                    store_statuses,
                    currencies,
                    totals,
                    total_minors,
                    refundeds,
                    pieces,
                    customer_ids,
                    customer_names,
                    customer_emails,
                    countries,
                    payment_method_titles,
                    placed_ats,
                    paid_ats,
                    completed_ats,
                    raws,
                    words,
                    content_hashes,
                    modified_ats,
                    read_ats,
                    trashed_ats,
                ],
            )
            .await
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
    T10: crate::ArraySql<Item = rust_decimal::Decimal>,
    T11: crate::ArraySql<Item = i64>,
    T12: crate::ArraySql<Item = rust_decimal::Decimal>,
    T13: crate::ArraySql<Item = rust_decimal::Decimal>,
    T14: crate::ArraySql<Item = Option<uuid::Uuid>>,
    T15: crate::StringSql,
    T16: crate::ArraySql<Item = T15>,
    T17: crate::StringSql,
    T18: crate::ArraySql<Item = T17>,
    T19: crate::StringSql,
    T20: crate::ArraySql<Item = T19>,
    T21: crate::StringSql,
    T22: crate::ArraySql<Item = T21>,
    T23: crate::ArraySql<Item = jiff::Timestamp>,
    T24: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T25: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T26: crate::StringSql,
    T27: crate::ArraySql<Item = T26>,
    T28: crate::StringSql,
    T29: crate::ArraySql<Item = T28>,
    T30: crate::BytesSql,
    T31: crate::ArraySql<Item = T30>,
    T32: crate::ArraySql<Item = jiff::Timestamp>,
    T33: crate::ArraySql<Item = jiff::Timestamp>,
    T34: crate::ArraySql<Item = Option<jiff::Timestamp>>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UpdateOrdersParams<
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
            T30,
            T31,
            T32,
            T33,
            T34,
        >,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UpdateOrdersStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UpdateOrdersParams<
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
            T30,
            T31,
            T32,
            T33,
            T34,
        >,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.now,
            &params.ids,
            &params.numbers,
            &params.statuses,
            &params.store_statuses,
            &params.currencies,
            &params.totals,
            &params.total_minors,
            &params.refundeds,
            &params.pieces,
            &params.customer_ids,
            &params.customer_names,
            &params.customer_emails,
            &params.countries,
            &params.payment_method_titles,
            &params.placed_ats,
            &params.paid_ats,
            &params.completed_ats,
            &params.raws,
            &params.words,
            &params.content_hashes,
            &params.modified_ats,
            &params.read_ats,
            &params.trashed_ats,
        ))
    }
}
pub struct TouchOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn touch_orders() -> TouchOrdersStmt {
    TouchOrdersStmt(
        "update orders o set store_modified_at = x.modified_at, read_at = x.read_at from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as x (id, modified_at, read_at) where o.id = x.id",
        None,
    )
}
impl TouchOrdersStmt {
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
        T2: crate::ArraySql<Item = jiff::Timestamp>,
        T3: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        modified_ats: &'a T2,
        read_ats: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[ids, modified_ats, read_ats]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = jiff::Timestamp>,
    T3: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        TouchOrdersParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for TouchOrdersStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a TouchOrdersParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.ids, &params.modified_ats, &params.read_ats))
    }
}
pub struct DeleteLinesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_lines() -> DeleteLinesStmt {
    DeleteLinesStmt("delete from order_lines where order_id = any($1)", None)
}
impl DeleteLinesStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub async fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        order_ids: &'a T1,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[order_ids]).await
    }
}
pub struct InsertLinesStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_lines() -> InsertLinesStmt {
    InsertLinesStmt(
        "insert into order_lines (tenant_id, id, order_id, kind, position, external_id, name, sku, external_product_id, external_variation_id , quantity, subtotal, total, total_tax) select app.tenant(), x.id, x.order_id, x.kind, x.position, x.external_id, x.name, x.sku, x.external_product_id, x.external_variation_id , x.quantity, x.subtotal, x.total, x.total_tax from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::bigint[], $6::text[], $7::text[] , $8::bigint[], $9::bigint[], $10::numeric[], $11::numeric[], $12::numeric[], $13::numeric[]) as x (id, order_id, kind, position, external_id, name, sku, external_product_id, external_variation_id, quantity, subtotal, total, total_tax)",
        None,
    )
}
impl InsertLinesStmt {
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
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
        T5: crate::ArraySql<Item = i32>,
        T6: crate::ArraySql<Item = i64>,
        T7: crate::StringSql,
        T8: crate::ArraySql<Item = T7>,
        T9: crate::StringSql,
        T10: crate::ArraySql<Item = T9>,
        T11: crate::ArraySql<Item = i64>,
        T12: crate::ArraySql<Item = i64>,
        T13: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
        T14: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
        T15: crate::ArraySql<Item = rust_decimal::Decimal>,
        T16: crate::ArraySql<Item = rust_decimal::Decimal>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        order_ids: &'a T2,
        kinds: &'a T4,
        positions: &'a T5,
        external_ids: &'a T6,
        names: &'a T8,
        skus: &'a T10,
        product_ids: &'a T11,
        variation_ids: &'a T12,
        quantities: &'a T13,
        subtotals: &'a T14,
        totals: &'a T15,
        total_taxes: &'a T16,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[
                    ids,
                    order_ids,
                    kinds,
                    positions,
                    external_ids,
                    names,
                    skus,
                    product_ids,
                    variation_ids,
                    quantities,
                    subtotals,
                    totals,
                    total_taxes,
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
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
    T5: crate::ArraySql<Item = i32>,
    T6: crate::ArraySql<Item = i64>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
    T9: crate::StringSql,
    T10: crate::ArraySql<Item = T9>,
    T11: crate::ArraySql<Item = i64>,
    T12: crate::ArraySql<Item = i64>,
    T13: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T14: crate::ArraySql<Item = Option<rust_decimal::Decimal>>,
    T15: crate::ArraySql<Item = rust_decimal::Decimal>,
    T16: crate::ArraySql<Item = rust_decimal::Decimal>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertLinesParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertLinesStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertLinesParams<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.ids,
            &params.order_ids,
            &params.kinds,
            &params.positions,
            &params.external_ids,
            &params.names,
            &params.skus,
            &params.product_ids,
            &params.variation_ids,
            &params.quantities,
            &params.subtotals,
            &params.totals,
            &params.total_taxes,
        ))
    }
}
pub struct UpsertRefundsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn upsert_refunds() -> UpsertRefundsStmt {
    UpsertRefundsStmt(
        "insert into order_refunds (tenant_id, id, order_id, external_id, reason, amount) select app.tenant(), x.id, x.order_id, x.external_id, x.reason, x.amount from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::numeric[]) as x (id, order_id, external_id, reason, amount) on conflict on constraint order_refunds_external_key do update set reason = excluded.reason, amount = excluded.amount, gone_at = null",
        None,
    )
}
impl UpsertRefundsStmt {
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
        T3: crate::ArraySql<Item = i64>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
        T6: crate::ArraySql<Item = rust_decimal::Decimal>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        order_ids: &'a T2,
        external_ids: &'a T3,
        reasons: &'a T5,
        amounts: &'a T6,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[ids, order_ids, external_ids, reasons, amounts]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = i64>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::ArraySql<Item = rust_decimal::Decimal>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        UpsertRefundsParams<T1, T2, T3, T4, T5, T6>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for UpsertRefundsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a UpsertRefundsParams<T1, T2, T3, T4, T5, T6>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.ids,
            &params.order_ids,
            &params.external_ids,
            &params.reasons,
            &params.amounts,
        ))
    }
}
pub struct RetireRefundsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn retire_refunds() -> RetireRefundsStmt {
    RetireRefundsStmt(
        "update order_refunds r set gone_at = $1 where r.order_id = any($2) and r.gone_at is null and not exists ( select from unnest($3::uuid[], $4::bigint[]) as x (order_id, external_id) where x.order_id = r.order_id and x.external_id = r.external_id)",
        None,
    )
}
impl RetireRefundsStmt {
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
        T3: crate::ArraySql<Item = i64>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        order_ids: &'a T1,
        named_orders: &'a T2,
        named_ids: &'a T3,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, order_ids, named_orders, named_ids]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = i64>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        RetireRefundsParams<T1, T2, T3>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for RetireRefundsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a RetireRefundsParams<T1, T2, T3>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.order_ids, &params.named_orders, &params.named_ids))
    }
}
pub struct DetailRefundsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn detail_refunds() -> DetailRefundsStmt {
    DetailRefundsStmt(
        "insert into order_refunds (tenant_id, id, order_id, external_id, reason, amount, refunded_at, raw) select app.tenant(), x.id, o.id, x.external_id, x.reason, x.amount, x.refunded_at, x.raw::json from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[], $5::numeric[], $6::timestamptz[], $7::text[]) as x (id, order_external_id, external_id, reason, amount, refunded_at, raw) join orders o on o.store_id = $8 and o.external_id = x.order_external_id on conflict on constraint order_refunds_external_key do update set reason = excluded.reason, amount = excluded.amount, refunded_at = excluded.refunded_at, raw = excluded.raw where order_refunds.refunded_at is distinct from excluded.refunded_at",
        None,
    )
}
impl DetailRefundsStmt {
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
        T2: crate::ArraySql<Item = i64>,
        T3: crate::ArraySql<Item = i64>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
        T6: crate::ArraySql<Item = rust_decimal::Decimal>,
        T7: crate::ArraySql<Item = jiff::Timestamp>,
        T8: crate::StringSql,
        T9: crate::ArraySql<Item = T8>,
    >(
        &'s self,
        client: &'c C,
        ids: &'a T1,
        order_external_ids: &'a T2,
        external_ids: &'a T3,
        reasons: &'a T5,
        amounts: &'a T6,
        refunded_ats: &'a T7,
        raws: &'a T9,
        store_id: &'a uuid::Uuid,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(
                &client.prepare(self.0).await?,
                &[ids, order_external_ids, external_ids, reasons, amounts, refunded_ats, raws, store_id],
            )
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = i64>,
    T3: crate::ArraySql<Item = i64>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::ArraySql<Item = rust_decimal::Decimal>,
    T7: crate::ArraySql<Item = jiff::Timestamp>,
    T8: crate::StringSql,
    T9: crate::ArraySql<Item = T8>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DetailRefundsParams<T1, T2, T3, T4, T5, T6, T7, T8, T9>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for DetailRefundsStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DetailRefundsParams<T1, T2, T3, T4, T5, T6, T7, T8, T9>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.ids,
            &params.order_external_ids,
            &params.external_ids,
            &params.reasons,
            &params.amounts,
            &params.refunded_ats,
            &params.raws,
            &params.store_id,
        ))
    }
}
pub struct DeleteOrderTokensStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn delete_order_tokens() -> DeleteOrderTokensStmt {
    DeleteOrderTokensStmt(
        "delete from order_tokens t using unnest($1::int[], $2::text[], $3::uuid[]) as x (period, token, order_id) where t.period = x.period and t.token = x.token and t.order_id = x.order_id",
        None,
    )
}
impl DeleteOrderTokensStmt {
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
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::ArraySql<Item = uuid::Uuid>,
    >(
        &'s self,
        client: &'c C,
        periods: &'a T1,
        tokens: &'a T3,
        order_ids: &'a T4,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[periods, tokens, order_ids]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = uuid::Uuid>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        DeleteOrderTokensParams<T1, T2, T3, T4>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for DeleteOrderTokensStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a DeleteOrderTokensParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.periods, &params.tokens, &params.order_ids))
    }
}
pub struct InsertOrderTokensStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_order_tokens() -> InsertOrderTokensStmt {
    InsertOrderTokensStmt(
        "insert into order_tokens (tenant_id, period, token, order_id, placed_at) select app.tenant(), x.period, x.token, x.order_id, x.placed_at from unnest($1::int[], $2::text[], $3::uuid[], $4::timestamptz[]) as x (period, token, order_id, placed_at)",
        None,
    )
}
impl InsertOrderTokensStmt {
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
        T2: crate::StringSql,
        T3: crate::ArraySql<Item = T2>,
        T4: crate::ArraySql<Item = uuid::Uuid>,
        T5: crate::ArraySql<Item = jiff::Timestamp>,
    >(
        &'s self,
        client: &'c C,
        periods: &'a T1,
        tokens: &'a T3,
        order_ids: &'a T4,
        placed_ats: &'a T5,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[periods, tokens, order_ids, placed_ats]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = i32>,
    T2: crate::StringSql,
    T3: crate::ArraySql<Item = T2>,
    T4: crate::ArraySql<Item = uuid::Uuid>,
    T5: crate::ArraySql<Item = jiff::Timestamp>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertOrderTokensParams<T1, T2, T3, T4, T5>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertOrderTokensStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertOrderTokensParams<T1, T2, T3, T4, T5>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.periods, &params.tokens, &params.order_ids, &params.placed_ats))
    }
}
pub struct InsertTimelineStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_timeline() -> InsertTimelineStmt {
    InsertTimelineStmt(
        "insert into order_timeline (tenant_id, id, order_id, at, source, event, store_modified_at, changes) select app.tenant(), x.id, x.order_id, $1, $2, x.event, x.modified_at, x.changes::jsonb from unnest($3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[], $7::text[]) as x (id, order_id, event, modified_at, changes)",
        None,
    )
}
impl InsertTimelineStmt {
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
        T3: crate::ArraySql<Item = uuid::Uuid>,
        T4: crate::StringSql,
        T5: crate::ArraySql<Item = T4>,
        T6: crate::ArraySql<Item = Option<jiff::Timestamp>>,
        T7: crate::StringSql,
        T8: crate::ArraySql<Item = T7>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        source: &'a T1,
        ids: &'a T2,
        order_ids: &'a T3,
        events: &'a T5,
        modified_ats: &'a T6,
        changes: &'a T8,
    ) -> Result<u64, tokio_postgres::Error> {
        client
            .execute(&client.prepare(self.0).await?, &[now, source, ids, order_ids, events, modified_ats, changes])
            .await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::StringSql,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::ArraySql<Item = uuid::Uuid>,
    T4: crate::StringSql,
    T5: crate::ArraySql<Item = T4>,
    T6: crate::ArraySql<Item = Option<jiff::Timestamp>>,
    T7: crate::StringSql,
    T8: crate::ArraySql<Item = T7>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertTimelineParams<T1, T2, T3, T4, T5, T6, T7, T8>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertTimelineStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertTimelineParams<T1, T2, T3, T4, T5, T6, T7, T8>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(
            client,
            &params.now,
            &params.source,
            &params.ids,
            &params.order_ids,
            &params.events,
            &params.modified_ats,
            &params.changes,
        ))
    }
}
pub struct InsertChangesOfPersonStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn insert_changes_of_person() -> InsertChangesOfPersonStmt {
    InsertChangesOfPersonStmt(
        "insert into order_timeline (tenant_id, id, order_id, at, source, event, actor_user_id, changes) select app.tenant(), x.id, x.order_id, $1, 'person', 'changed', $2, x.changes::jsonb from unnest($3::uuid[], $4::uuid[], $5::text[]) as x (id, order_id, changes)",
        None,
    )
}
impl InsertChangesOfPersonStmt {
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
        T3: crate::StringSql,
        T4: crate::ArraySql<Item = T3>,
    >(
        &'s self,
        client: &'c C,
        now: &'a jiff::Timestamp,
        user_id: &'a uuid::Uuid,
        ids: &'a T1,
        order_ids: &'a T2,
        changes: &'a T4,
    ) -> Result<u64, tokio_postgres::Error> {
        client.execute(&client.prepare(self.0).await?, &[now, user_id, ids, order_ids, changes]).await
    }
}
impl<
    'a,
    C: GenericClient + Send + Sync,
    T1: crate::ArraySql<Item = uuid::Uuid>,
    T2: crate::ArraySql<Item = uuid::Uuid>,
    T3: crate::StringSql,
    T4: crate::ArraySql<Item = T3>,
>
    crate::client::async_::Params<
        'a,
        'a,
        'a,
        InsertChangesOfPersonParams<T1, T2, T3, T4>,
        std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>>,
        C,
    > for InsertChangesOfPersonStmt
{
    fn params(
        &'a self,
        client: &'a C,
        params: &'a InsertChangesOfPersonParams<T1, T2, T3, T4>,
    ) -> std::pin::Pin<Box<dyn futures::Future<Output = Result<u64, tokio_postgres::Error>> + Send + 'a>> {
        Box::pin(self.bind(client, &params.now, &params.user_id, &params.ids, &params.order_ids, &params.changes))
    }
}
pub struct LockStoresOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lock_stores_of() -> LockStoresOfStmt {
    LockStoresOfStmt(
        "select pg_advisory_xact_lock(hashtextextended(s.store_id::text, 7260)) is null as locked from (select distinct store_id from orders where id = any($1::uuid[]) order by store_id offset 0) s",
        None,
    )
}
impl LockStoresOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        order_ids: &'a T1,
    ) -> BoolQuery<'c, 'a, 's, C, bool, 1> {
        BoolQuery {
            client,
            params: [order_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
pub struct TagOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn tag_orders() -> TagOrdersStmt {
    TagOrdersStmt(
        "update orders set tag_ids = array_append(coalesce(tag_ids, '{}'), $1::uuid) where id = any($2::uuid[]) and not $1 = any(coalesce(tag_ids, '{}')) returning id",
        None,
    )
}
impl TagOrdersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        tag_id: &'a uuid::Uuid,
        order_ids: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [tag_id, order_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, TagOrdersParams<T1>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for TagOrdersStmt
{
    fn params(&'s self, client: &'c C, params: &'a TagOrdersParams<T1>) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.tag_id, &params.order_ids)
    }
}
pub struct UntagOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn untag_orders() -> UntagOrdersStmt {
    UntagOrdersStmt(
        "update orders set tag_ids = nullif(array_remove(tag_ids, $1::uuid), '{}') where id = any($2::uuid[]) and $1 = any(tag_ids) returning id",
        None,
    )
}
impl UntagOrdersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        tag_id: &'a uuid::Uuid,
        order_ids: &'a T1,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        UuidUuidQuery {
            client,
            params: [tag_id, order_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row| Ok(row.try_get(0)?),
            mapper: |it| it,
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<'c, 'a, 's, UntagOrdersParams<T1>, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2>, C>
    for UntagOrdersStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a UntagOrdersParams<T1>,
    ) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 2> {
        self.bind(client, &params.tag_id, &params.order_ids)
    }
}
pub struct MarkDeletedStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn mark_deleted() -> MarkDeletedStmt {
    MarkDeletedStmt(
        "update orders set deleted_at = $1, updated_at = $1 where store_id = $2 and external_id = $3 and deleted_at is null returning id",
        None,
    )
}
impl MarkDeletedStmt {
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
    crate::client::async_::Params<'c, 'a, 's, MarkDeletedParams, UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3>, C>
    for MarkDeletedStmt
{
    fn params(&'s self, client: &'c C, params: &'a MarkDeletedParams) -> UuidUuidQuery<'c, 'a, 's, C, uuid::Uuid, 3> {
        self.bind(client, &params.now, &params.store_id, &params.external_id)
    }
}
pub struct OrderByIdStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn order_by_id() -> OrderByIdStmt {
    OrderByIdStmt(
        "select tenant_id, id, store_id, external_id, number, status, store_status, currency::text as currency, total, refunded, pieces, customer_id, customer_name, customer_email , country, payment_method_title, placed_at, paid_at, completed_at, raw::text as raw, store_modified_at, trashed_at, deleted_at, updated_at, tag_ids from orders where id = $1",
        None,
    )
}
impl OrderByIdStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> OrderQuery<'c, 'a, 's, C, Order, 1> {
        OrderQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OrderBorrowed, tokio_postgres::Error> {
                Ok(OrderBorrowed {
                    tenant_id: row.try_get(0)?,
                    id: row.try_get(1)?,
                    store_id: row.try_get(2)?,
                    external_id: row.try_get(3)?,
                    number: row.try_get(4)?,
                    status: row.try_get(5)?,
                    store_status: row.try_get(6)?,
                    currency: row.try_get(7)?,
                    total: row.try_get(8)?,
                    refunded: row.try_get(9)?,
                    pieces: row.try_get(10)?,
                    customer_id: row.try_get(11)?,
                    customer_name: row.try_get(12)?,
                    customer_email: row.try_get(13)?,
                    country: row.try_get(14)?,
                    payment_method_title: row.try_get(15)?,
                    placed_at: row.try_get(16)?,
                    paid_at: row.try_get(17)?,
                    completed_at: row.try_get(18)?,
                    raw: row.try_get(19)?,
                    store_modified_at: row.try_get(20)?,
                    trashed_at: row.try_get(21)?,
                    deleted_at: row.try_get(22)?,
                    updated_at: row.try_get(23)?,
                    tag_ids: row.try_get(24)?,
                })
            },
            mapper: |it| Order::from(it),
        }
    }
}
pub struct LinesOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lines_of() -> LinesOfStmt {
    LinesOfStmt(
        "select id, kind, external_id, name, sku, external_product_id, external_variation_id, quantity, subtotal, total, total_tax from order_lines where order_id = $1 order by case kind when 'item' then 0 when 'shipping' then 1 when 'fee' then 2 when 'coupon' then 3 else 4 end, position",
        None,
    )
}
impl LinesOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        order_id: &'a uuid::Uuid,
    ) -> LinesOfQuery<'c, 'a, 's, C, LinesOf, 1> {
        LinesOfQuery {
            client,
            params: [order_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<LinesOfBorrowed, tokio_postgres::Error> {
                Ok(LinesOfBorrowed {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    external_id: row.try_get(2)?,
                    name: row.try_get(3)?,
                    sku: row.try_get(4)?,
                    external_product_id: row.try_get(5)?,
                    external_variation_id: row.try_get(6)?,
                    quantity: row.try_get(7)?,
                    subtotal: row.try_get(8)?,
                    total: row.try_get(9)?,
                    total_tax: row.try_get(10)?,
                })
            },
            mapper: |it| LinesOf::from(it),
        }
    }
}
pub struct LinesOfOrdersStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn lines_of_orders() -> LinesOfOrdersStmt {
    LinesOfOrdersStmt(
        "select order_id, kind, external_product_id, external_variation_id, sku, name, quantity, subtotal, total, total_tax from order_lines where order_id = any($1) and kind in ('item', 'shipping', 'fee') order by order_id, case kind when 'item' then 0 when 'shipping' then 1 else 2 end, position",
        None,
    )
}
impl LinesOfOrdersStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        order_ids: &'a T1,
    ) -> LinesOfOrdersQuery<'c, 'a, 's, C, LinesOfOrders, 1> {
        LinesOfOrdersQuery {
            client,
            params: [order_ids],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<LinesOfOrdersBorrowed, tokio_postgres::Error> {
                Ok(LinesOfOrdersBorrowed {
                    order_id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    external_product_id: row.try_get(2)?,
                    external_variation_id: row.try_get(3)?,
                    sku: row.try_get(4)?,
                    name: row.try_get(5)?,
                    quantity: row.try_get(6)?,
                    subtotal: row.try_get(7)?,
                    total: row.try_get(8)?,
                    total_tax: row.try_get(9)?,
                })
            },
            mapper: |it| LinesOfOrders::from(it),
        }
    }
}
pub struct RefundsOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn refunds_of() -> RefundsOfStmt {
    RefundsOfStmt(
        "select id, external_id, reason, amount, refunded_at from order_refunds where order_id = $1 and gone_at is null order by external_id",
        None,
    )
}
impl RefundsOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        order_id: &'a uuid::Uuid,
    ) -> RefundsOfQuery<'c, 'a, 's, C, RefundsOf, 1> {
        RefundsOfQuery {
            client,
            params: [order_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<RefundsOfBorrowed, tokio_postgres::Error> {
                Ok(RefundsOfBorrowed {
                    id: row.try_get(0)?,
                    external_id: row.try_get(1)?,
                    reason: row.try_get(2)?,
                    amount: row.try_get(3)?,
                    refunded_at: row.try_get(4)?,
                })
            },
            mapper: |it| RefundsOf::from(it),
        }
    }
}
pub struct TimelineOfStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn timeline_of() -> TimelineOfStmt {
    TimelineOfStmt(
        "select id, at, source, event, actor_user_id, store_modified_at, changes::text as changes from order_timeline where order_id = $1 order by id desc limit 200",
        None,
    )
}
impl TimelineOfStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        order_id: &'a uuid::Uuid,
    ) -> TimelineOfQuery<'c, 'a, 's, C, TimelineOf, 1> {
        TimelineOfQuery {
            client,
            params: [order_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<TimelineOfBorrowed, tokio_postgres::Error> {
                Ok(TimelineOfBorrowed {
                    id: row.try_get(0)?,
                    at: row.try_get(1)?,
                    source: row.try_get(2)?,
                    event: row.try_get(3)?,
                    actor_user_id: row.try_get(4)?,
                    store_modified_at: row.try_get(5)?,
                    changes: row.try_get(6)?,
                })
            },
            mapper: |it| TimelineOf::from(it),
        }
    }
}
pub struct OrderCountsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn order_counts() -> OrderCountsStmt {
    OrderCountsStmt(
        "select status, count(*) as n from orders where trashed_at is null and deleted_at is null and ($1::uuid is null or store_id = $1) group by status",
        None,
    )
}
impl OrderCountsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        store_id: &'a Option<uuid::Uuid>,
    ) -> OrderCountsQuery<'c, 'a, 's, C, OrderCounts, 1> {
        OrderCountsQuery {
            client,
            params: [store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OrderCountsBorrowed, tokio_postgres::Error> {
                Ok(OrderCountsBorrowed { status: row.try_get(0)?, n: row.try_get(1)? })
            },
            mapper: |it| OrderCounts::from(it),
        }
    }
}
pub struct OrderCountsOfTagStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn order_counts_of_tag() -> OrderCountsOfTagStmt {
    OrderCountsOfTagStmt(
        "select status, count(*) as n from order_tags where tag_id = $1 and not gone and ($2::uuid is null or store_id = $2) group by status",
        None,
    )
}
impl OrderCountsOfTagStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        tag_id: &'a uuid::Uuid,
        store_id: &'a Option<uuid::Uuid>,
    ) -> OrderCountsOfTagQuery<'c, 'a, 's, C, OrderCountsOfTag, 2> {
        OrderCountsOfTagQuery {
            client,
            params: [tag_id, store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OrderCountsOfTagBorrowed, tokio_postgres::Error> {
                Ok(OrderCountsOfTagBorrowed { status: row.try_get(0)?, n: row.try_get(1)? })
            },
            mapper: |it| OrderCountsOfTag::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OrderCountsOfTagParams,
        OrderCountsOfTagQuery<'c, 'a, 's, C, OrderCountsOfTag, 2>,
        C,
    > for OrderCountsOfTagStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OrderCountsOfTagParams,
    ) -> OrderCountsOfTagQuery<'c, 'a, 's, C, OrderCountsOfTag, 2> {
        self.bind(client, &params.tag_id, &params.store_id)
    }
}
pub struct OrderCountsOfTagsStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn order_counts_of_tags() -> OrderCountsOfTagsStmt {
    OrderCountsOfTagsStmt(
        "select status, count(*) as n from ( select distinct order_id, status from order_tags where tag_id = any($1::uuid[]) and not gone and ($2::uuid is null or store_id = $2) ) t group by status",
        None,
    )
}
impl OrderCountsOfTagsStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>(
        &'s self,
        client: &'c C,
        tag_ids: &'a T1,
        store_id: &'a Option<uuid::Uuid>,
    ) -> OrderCountsOfTagsQuery<'c, 'a, 's, C, OrderCountsOfTags, 2> {
        OrderCountsOfTagsQuery {
            client,
            params: [tag_ids, store_id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<OrderCountsOfTagsBorrowed, tokio_postgres::Error> {
                Ok(OrderCountsOfTagsBorrowed { status: row.try_get(0)?, n: row.try_get(1)? })
            },
            mapper: |it| OrderCountsOfTags::from(it),
        }
    }
}
impl<'c, 'a, 's, C: GenericClient, T1: crate::ArraySql<Item = uuid::Uuid>>
    crate::client::async_::Params<
        'c,
        'a,
        's,
        OrderCountsOfTagsParams<T1>,
        OrderCountsOfTagsQuery<'c, 'a, 's, C, OrderCountsOfTags, 2>,
        C,
    > for OrderCountsOfTagsStmt
{
    fn params(
        &'s self,
        client: &'c C,
        params: &'a OrderCountsOfTagsParams<T1>,
    ) -> OrderCountsOfTagsQuery<'c, 'a, 's, C, OrderCountsOfTags, 2> {
        self.bind(client, &params.tag_ids, &params.store_id)
    }
}
pub struct AttentionStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn attention() -> AttentionStmt {
    AttentionStmt(
        "select status, count(*) as n, min(placed_at) as oldest from orders where status in ('unknown', 'failed') and trashed_at is null and deleted_at is null and placed_at >= $1 group by status",
        None,
    )
}
impl AttentionStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        since: &'a jiff::Timestamp,
    ) -> AttentionQuery<'c, 'a, 's, C, Attention, 1> {
        AttentionQuery {
            client,
            params: [since],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<AttentionBorrowed, tokio_postgres::Error> {
                Ok(AttentionBorrowed { status: row.try_get(0)?, n: row.try_get(1)?, oldest: row.try_get(2)? })
            },
            mapper: |it| Attention::from(it),
        }
    }
}
pub struct StoreOfOrderStmt(&'static str, Option<tokio_postgres::Statement>);
pub fn store_of_order() -> StoreOfOrderStmt {
    StoreOfOrderStmt("select id, name, url from stores where id = $1", None)
}
impl StoreOfOrderStmt {
    pub async fn prepare<'a, C: GenericClient>(mut self, client: &'a C) -> Result<Self, tokio_postgres::Error> {
        self.1 = Some(client.prepare(self.0).await?);
        Ok(self)
    }
    pub fn bind<'c, 'a, 's, C: GenericClient>(
        &'s self,
        client: &'c C,
        id: &'a uuid::Uuid,
    ) -> StoreOfOrderQuery<'c, 'a, 's, C, StoreOfOrder, 1> {
        StoreOfOrderQuery {
            client,
            params: [id],
            query: self.0,
            cached: self.1.as_ref(),
            extractor: |row: &tokio_postgres::Row| -> Result<StoreOfOrderBorrowed, tokio_postgres::Error> {
                Ok(StoreOfOrderBorrowed { id: row.try_get(0)?, name: row.try_get(1)?, url: row.try_get(2)? })
            },
            mapper: |it| StoreOfOrder::from(it),
        }
    }
}
