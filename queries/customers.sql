-- Shoppers and their identities in stores.

--! identities_by_external
select i.*
from unnest(:external_ids::bigint[]) as x (id)
cross join lateral (
    select external_id, customer_id
    from customer_identities
    where store_id = :store_id
      and external_id = x.id
    offset 0
) i;

--! upsert_customers_by_email : (email_norm?)
-- Newest fact wins; names the merged customer of each e-mail that is new or changed. What says nothing new writes nothing,
-- so a fact must also be newer than the latest order and account that said the same again.
insert into customers (tenant_id, id, email, email_norm, name, phone, city, country, seen_at, created_at, updated_at)
select app.tenant(), x.id, x.email, x.email_norm, x.name, x.phone, x.city, x.country, x.seen_at, :now, :now
from unnest(:ids::uuid[], :emails::text[], :email_norms::text[], :names::text[], :phones::text[], :cities::text[], :countries::text[], :seen_ats::timestamptz[])
    as x (id, email, email_norm, name, phone, city, country, seen_at)
on conflict on constraint customers_email_key do update
set name = case when excluded.name <> '' then excluded.name else customers.name end
  , phone = case when excluded.phone <> '' then excluded.phone else customers.phone end
  , city = case when excluded.city <> '' then excluded.city else customers.city end
  , country = case when excluded.country <> '' then excluded.country else customers.country end
  , seen_at = excluded.seen_at
  , updated_at = excluded.updated_at
where customers.seen_at < excluded.seen_at
  and (excluded.name not in ('', customers.name) or excluded.phone not in ('', customers.phone)
    or excluded.city not in ('', customers.city) or excluded.country not in ('', customers.country))
  and not exists (
    select from orders o
    where o.tenant_id = customers.tenant_id and o.customer_id = customers.id and o.placed_at > excluded.seen_at and o.placed_at <= o.read_at)
  and not exists (
    select from customer_identities i
    where i.tenant_id = customers.tenant_id and i.customer_id = customers.id and i.store_modified_at > excluded.seen_at)
returning id, email_norm;

--! customers_by_email : (email_norm?)
select id, email_norm
from customers
where email_norm = any(:email_norms::text[]);

--! insert_customers
-- Shoppers without an e-mail: one for each identity.
insert into customers (tenant_id, id, name, phone, city, country, seen_at, created_at, updated_at)
select app.tenant(), x.id, x.name, x.phone, x.city, x.country, x.seen_at, :now, :now
from unnest(:ids::uuid[], :names::text[], :phones::text[], :cities::text[], :countries::text[], :seen_ats::timestamptz[])
    as x (id, name, phone, city, country, seen_at);

--! insert_identities (external_ids[?], email_norms[?])
insert into customer_identities (tenant_id, id, customer_id, store_id, external_id, email_norm, created_at)
select app.tenant(), x.id, x.customer_id, :store_id, x.external_id, x.email_norm, :now
from unnest(:ids::uuid[], :customer_ids::uuid[], :external_ids::bigint[], :email_norms::text[])
    as x (id, customer_id, external_id, email_norm)
on conflict do nothing;

--! save_identities
-- What the store says of its own customers; an older copy changes nothing.
update customer_identities i
set raw = x.raw::json, content_hash = x.hash, store_modified_at = x.modified_at, read_at = :read_at, deleted_at = null
  , customer_id = x.customer_id
from unnest(:external_ids::bigint[], :customer_ids::uuid[], :raws::text[], :hashes::bytea[], :modified_ats::timestamptz[])
    as x (external_id, customer_id, raw, hash, modified_at)
cross join lateral (
    -- each enters the index by itself
    select id from customer_identities where store_id = :store_id and external_id = x.external_id offset 0
) known
where i.id = known.id
  and (i.store_modified_at is null or (i.store_modified_at, i.read_at) <= (x.modified_at, :read_at))
  and (i.content_hash is distinct from x.hash or i.deleted_at is not null);

--! delete_identity
update customer_identities
set deleted_at = :now
where store_id = :store_id
  and external_id = :external_id
  and deleted_at is null
returning customer_id;

--! delete_customer_tokens
delete from customer_tokens where customer_id = any(:ids);

--! insert_customer_tokens
insert into customer_tokens (tenant_id, token, customer_id)
select app.tenant(), x.token, x.customer_id
from unnest(:tokens::text[], :customer_ids::uuid[]) as x (token, customer_id);

--! customer_facts : (email?)
select id, email, name, phone, city from customers where id = any(:ids);

--! customer_by_id : (email?)
select tenant_id, id, name, email, phone, city, country, updated_at
from customers
where id = :id;

--! customer_orders : (first_at?, last_at?)
select o.customer_id, o.currency::text as currency, count(*) as orders
     , coalesce(sum(o.total - o.refunded) filter (where o.status in ('processing', 'on_hold', 'shipped', 'completed')), 0) as spent
     , min(o.placed_at) as first_at, max(o.placed_at) as last_at
from orders o
where o.customer_id = any(:ids)
  and o.status <> 'draft'
  and o.trashed_at is null
  and o.deleted_at is null
group by o.customer_id, o.currency
order by o.customer_id, o.currency;

--! identities_of : (external_id?)
select customer_id, store_id, external_id
from customer_identities
where customer_id = any(:ids)
  and deleted_at is null
order by customer_id, store_id;

--! latest_order_raw
select raw::text as raw
from orders
where customer_id = :customer_id
  and status <> 'draft'
  and trashed_at is null
  and deleted_at is null
order by placed_at desc
limit 1;

--! latest_identity_raw
select raw::text as raw
from customer_identities
where customer_id = :customer_id
  and raw is not null
  and deleted_at is null
order by store_modified_at desc nulls last
limit 1;
