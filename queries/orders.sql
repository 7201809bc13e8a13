-- Sales. The list's filters are dynamic and live in orders/list.rs.

--: Copy(trashed_at?, deleted_at?)

--! copies : Copy
-- Lateral: each id enters the index by itself. A plan that expects few orders would read all of the store's.
select o.*
from unnest(:external_ids::bigint[]) as x (id)
cross join lateral (
    select id, external_id, store_modified_at, read_at, content_hash, status, store_status, raw::text as raw, words, placed_at, trashed_at, deleted_at
    from orders
    where store_id = :store_id
      and external_id = x.id
    offset 0
) o;

--! insert_orders (customer_ids[?], paid_ats[?], completed_ats[?], trashed_ats[?])
insert into orders (tenant_id, id, store_id, external_id, number, status, store_status, currency, total, total_minor, refunded, pieces
  , customer_id, customer_name, customer_email, country, payment_method_title, placed_at, paid_at, completed_at, raw, words, content_hash
  , store_modified_at, read_at, trashed_at, created_at, updated_at)
select app.tenant(), x.id, :store_id, x.external_id, x.number, x.status, x.store_status, x.currency, x.total, x.total_minor, x.refunded, x.pieces
  , x.customer_id, x.customer_name, x.customer_email, x.country, x.payment_method_title, x.placed_at, x.paid_at, x.completed_at, x.raw::json, x.words, x.content_hash
  , x.store_modified_at, x.read_at, x.trashed_at, :now, :now
from unnest(:ids::uuid[], :external_ids::bigint[], :numbers::text[], :statuses::text[], :store_statuses::text[], :currencies::text[], :totals::numeric[]
    , :total_minors::bigint[], :refundeds::numeric[], :pieces::numeric[], :customer_ids::uuid[], :customer_names::text[], :customer_emails::text[]
    , :countries::text[], :payment_method_titles::text[], :placed_ats::timestamptz[], :paid_ats::timestamptz[], :completed_ats::timestamptz[]
    , :raws::text[], :words::text[], :content_hashes::bytea[], :modified_ats::timestamptz[], :read_ats::timestamptz[], :trashed_ats::timestamptz[])
    as x (id, external_id, number, status, store_status, currency, total, total_minor, refunded, pieces, customer_id, customer_name, customer_email
      , country, payment_method_title, placed_at, paid_at, completed_at, raw, words, content_hash, store_modified_at, read_at, trashed_at);

--! update_orders (customer_ids[?], paid_ats[?], completed_ats[?], trashed_ats[?])
update orders o
set number = x.number, status = x.status, store_status = x.store_status, currency = x.currency, total = x.total, total_minor = x.total_minor
  , refunded = x.refunded, pieces = x.pieces, customer_id = x.customer_id, customer_name = x.customer_name, customer_email = x.customer_email
  , country = x.country, payment_method_title = x.payment_method_title, placed_at = x.placed_at, paid_at = x.paid_at, completed_at = x.completed_at
  , raw = x.raw::json, words = x.words, content_hash = x.content_hash, store_modified_at = x.store_modified_at, read_at = x.read_at
  , trashed_at = x.trashed_at, deleted_at = null, updated_at = :now
from unnest(:ids::uuid[], :numbers::text[], :statuses::text[], :store_statuses::text[], :currencies::text[], :totals::numeric[]
    , :total_minors::bigint[], :refundeds::numeric[], :pieces::numeric[], :customer_ids::uuid[], :customer_names::text[], :customer_emails::text[]
    , :countries::text[], :payment_method_titles::text[], :placed_ats::timestamptz[], :paid_ats::timestamptz[], :completed_ats::timestamptz[]
    , :raws::text[], :words::text[], :content_hashes::bytea[], :modified_ats::timestamptz[], :read_ats::timestamptz[], :trashed_ats::timestamptz[])
    as x (id, number, status, store_status, currency, total, total_minor, refunded, pieces, customer_id, customer_name, customer_email
      , country, payment_method_title, placed_at, paid_at, completed_at, raw, words, content_hash, store_modified_at, read_at, trashed_at)
where o.id = x.id;

--! touch_orders
-- Same content, newer version.
update orders o
set store_modified_at = x.modified_at, read_at = x.read_at
from unnest(:ids::uuid[], :modified_ats::timestamptz[], :read_ats::timestamptz[]) as x (id, modified_at, read_at)
where o.id = x.id;

--! delete_lines
delete from order_lines where order_id = any(:order_ids);

--! insert_lines (quantities[?], subtotals[?])
insert into order_lines (tenant_id, id, order_id, kind, position, external_id, name, sku, external_product_id, external_variation_id
  , quantity, subtotal, total, total_tax)
select app.tenant(), x.id, x.order_id, x.kind, x.position, x.external_id, x.name, x.sku, x.external_product_id, x.external_variation_id
  , x.quantity, x.subtotal, x.total, x.total_tax
from unnest(:ids::uuid[], :order_ids::uuid[], :kinds::text[], :positions::int[], :external_ids::bigint[], :names::text[], :skus::text[]
    , :product_ids::bigint[], :variation_ids::bigint[], :quantities::numeric[], :subtotals::numeric[], :totals::numeric[], :total_taxes::numeric[])
    as x (id, order_id, kind, position, external_id, name, sku, external_product_id, external_variation_id, quantity, subtotal, total, total_tax);

--! upsert_refunds
-- The stubs an order names.
insert into order_refunds (tenant_id, id, order_id, external_id, reason, amount)
select app.tenant(), x.id, x.order_id, x.external_id, x.reason, x.amount
from unnest(:ids::uuid[], :order_ids::uuid[], :external_ids::bigint[], :reasons::text[], :amounts::numeric[])
    as x (id, order_id, external_id, reason, amount)
on conflict on constraint order_refunds_external_key do update
set reason = excluded.reason, amount = excluded.amount, gone_at = null;

--! retire_refunds
-- Refunds an order no longer names were deleted in the store.
update order_refunds r
set gone_at = :now
where r.order_id = any(:order_ids)
  and r.gone_at is null
  and not exists (
      select from unnest(:named_orders::uuid[], :named_ids::bigint[]) as x (order_id, external_id)
      where x.order_id = r.order_id and x.external_id = r.external_id);

--! detail_refunds
-- Refunds as read themselves; those of unknown orders wait for their order.
insert into order_refunds (tenant_id, id, order_id, external_id, reason, amount, refunded_at, raw)
select app.tenant(), x.id, o.id, x.external_id, x.reason, x.amount, x.refunded_at, x.raw::json
from unnest(:ids::uuid[], :order_external_ids::bigint[], :external_ids::bigint[], :reasons::text[], :amounts::numeric[], :refunded_ats::timestamptz[], :raws::text[])
    as x (id, order_external_id, external_id, reason, amount, refunded_at, raw)
join orders o on o.store_id = :store_id and o.external_id = x.order_external_id
on conflict on constraint order_refunds_external_key do update
set reason = excluded.reason, amount = excluded.amount, refunded_at = excluded.refunded_at, raw = excluded.raw
where order_refunds.refunded_at is distinct from excluded.refunded_at;

--! delete_order_tokens
delete from order_tokens t
using unnest(:periods::int[], :tokens::text[], :order_ids::uuid[]) as x (period, token, order_id)
where t.period = x.period
  and t.token = x.token
  and t.order_id = x.order_id;

--! insert_order_tokens
insert into order_tokens (tenant_id, period, token, order_id, placed_at)
select app.tenant(), x.period, x.token, x.order_id, x.placed_at
from unnest(:periods::int[], :tokens::text[], :order_ids::uuid[], :placed_ats::timestamptz[]) as x (period, token, order_id, placed_at);

--! insert_timeline (modified_ats[?])
insert into order_timeline (tenant_id, id, order_id, at, source, event, store_modified_at, changes)
select app.tenant(), x.id, x.order_id, :now, :source, x.event, x.modified_at, x.changes::jsonb
from unnest(:ids::uuid[], :order_ids::uuid[], :events::text[], :modified_ats::timestamptz[], :changes::text[])
    as x (id, order_id, event, modified_at, changes);

--! insert_changes_of_person
insert into order_timeline (tenant_id, id, order_id, at, source, event, actor_user_id, changes)
select app.tenant(), x.id, x.order_id, :now, 'person', 'changed', :user_id, x.changes::jsonb
from unnest(:ids::uuid[], :order_ids::uuid[], :changes::text[]) as x (id, order_id, changes);

--! lock_stores_of
-- As `stores.lock_applies`, for the stores of some orders, always in the same order: whoever writes rows of orders here and
-- whoever applies copies never wait for each other.
select pg_advisory_xact_lock(hashtextextended(s.store_id::text, 7260)) is null as locked
from (select distinct store_id from orders where id = any(:order_ids::uuid[]) order by store_id offset 0) s;

--! tag_orders
update orders
set tag_ids = array_append(coalesce(tag_ids, '{}'), :tag_id::uuid)
where id = any(:order_ids::uuid[])
  and not :tag_id = any(coalesce(tag_ids, '{}'))
returning id;

--! untag_orders
update orders
set tag_ids = nullif(array_remove(tag_ids, :tag_id::uuid), '{}')
where id = any(:order_ids::uuid[])
  and :tag_id = any(tag_ids)
returning id;

--! mark_deleted
update orders
set deleted_at = :now, updated_at = :now
where store_id = :store_id
  and external_id = :external_id
  and deleted_at is null
returning id;

--: Order(customer_id?, paid_at?, completed_at?, trashed_at?, deleted_at?, tag_ids?)

--! order_by_id : Order
select tenant_id, id, store_id, external_id, number, status, store_status, currency::text as currency, total, refunded, pieces, customer_id, customer_name, customer_email
     , country, payment_method_title, placed_at, paid_at, completed_at, raw::text as raw, store_modified_at, trashed_at, deleted_at, updated_at, tag_ids
from orders
where id = :id;

--! lines_of : (quantity?, subtotal?)
select id, kind, external_id, name, sku, external_product_id, external_variation_id, quantity, subtotal, total, total_tax
from order_lines
where order_id = :order_id
order by case kind when 'item' then 0 when 'shipping' then 1 when 'fee' then 2 when 'coupon' then 3 else 4 end, position;

--! lines_of_orders : (quantity?, subtotal?)
-- What adds up to the total of an order; coupons and taxes are in it already.
select order_id, kind, external_product_id, external_variation_id, sku, name, quantity, subtotal, total, total_tax
from order_lines
where order_id = any(:order_ids)
  and kind in ('item', 'shipping', 'fee')
order by order_id, case kind when 'item' then 0 when 'shipping' then 1 else 2 end, position;

--! refunds_of : (refunded_at?)
select id, external_id, reason, amount, refunded_at
from order_refunds
where order_id = :order_id
  and gone_at is null
order by external_id;

--! timeline_of : (actor_user_id?, store_modified_at?)
select id, at, source, event, actor_user_id, store_modified_at, changes::text as changes
from order_timeline
where order_id = :order_id
order by id desc
limit 200;

--! order_counts (store_id?)
select status, count(*) as n
from orders
where trashed_at is null
  and deleted_at is null
  and (:store_id::uuid is null or store_id = :store_id)
group by status;

--! order_counts_of_tag (store_id?)
select status, count(*) as n
from order_tags
where tag_id = :tag_id
  and not gone
  and (:store_id::uuid is null or store_id = :store_id)
group by status;

--! order_counts_of_tags (store_id?)
-- Of those that bear any of the tags, each once.
select status, count(*) as n
from (
    select distinct order_id, status
    from order_tags
    where tag_id = any(:tag_ids::uuid[])
      and not gone
      and (:store_id::uuid is null or store_id = :store_id)
) t
group by status;

--! attention : (oldest?)
select status, count(*) as n, min(placed_at) as oldest
from orders
where status in ('unknown', 'failed')
  and trashed_at is null
  and deleted_at is null
  and placed_at >= :since
group by status;

--! store_of_order
select id, name, url from stores where id = :id;
