-- Products and their listings in stores.

--! listings_by_external : (product_id?, deleted_at?)
-- Lateral: each id enters the index by itself, also in a plan made once for all merchants. A plan that expects few listings
-- would read all of the store's.
select l.*
from unnest(:product_ids::bigint[]) as x (id)
cross join lateral (
    select id, product_id, external_product_id, external_variation_id, store_modified_at, read_at, content_hash, name, sku, deleted_at
    from listings
    where store_id = :store_id
      and external_product_id = x.id
    for update
) l;

--! insert_products
insert into products (tenant_id, id, sku, name, created_at, updated_at)
select app.tenant(), x.id, x.sku, x.name, :now, :now
from unnest(:ids::uuid[], :skus::text[], :names::text[]) as x (id, sku, name);

--! update_products
update products p
set sku = x.sku, name = x.name, updated_at = :now
from unnest(:ids::uuid[], :skus::text[], :names::text[]) as x (id, sku, name)
where p.id = x.id;

--! upsert_listings (product_ids[?], prices[?], regular_prices[?], sale_prices[?], stock_quantities[?], image_urls[?])
insert into listings (tenant_id, id, store_id, product_id, external_product_id, external_variation_id, type, status, name, sku
  , price, regular_price, sale_price, manage_stock, stock_quantity, stock_status, image_url, attributes, raw, content_hash
  , store_modified_at, read_at, created_at, updated_at)
select app.tenant(), x.id, :store_id, x.product_id, x.external_product_id, x.external_variation_id, x.type, x.status, x.name, x.sku
  , x.price, x.regular_price, x.sale_price, x.manage_stock, x.stock_quantity, x.stock_status, x.image_url, x.attributes::jsonb, x.raw::json, x.content_hash
  , x.store_modified_at, :read_at, :now, :now
from unnest(:ids::uuid[], :product_ids::uuid[], :external_product_ids::bigint[], :external_variation_ids::bigint[], :types::text[], :statuses::text[]
    , :names::text[], :skus::text[], :prices::numeric[], :regular_prices::numeric[], :sale_prices::numeric[], :manage_stocks::text[], :stock_quantities::numeric[]
    , :stock_statuses::text[], :image_urls::text[], :attributes::text[], :raws::text[], :content_hashes::bytea[], :modified_ats::timestamptz[])
    as x (id, product_id, external_product_id, external_variation_id, type, status, name, sku, price, regular_price, sale_price, manage_stock
      , stock_quantity, stock_status, image_url, attributes, raw, content_hash, store_modified_at)
on conflict on constraint listings_external_key do update
set product_id = excluded.product_id, type = excluded.type, status = excluded.status, name = excluded.name, sku = excluded.sku
  , price = excluded.price, regular_price = excluded.regular_price, sale_price = excluded.sale_price, manage_stock = excluded.manage_stock
  , stock_quantity = excluded.stock_quantity, stock_status = excluded.stock_status, image_url = excluded.image_url
  , attributes = excluded.attributes, raw = excluded.raw, content_hash = excluded.content_hash
  , store_modified_at = excluded.store_modified_at, read_at = excluded.read_at, updated_at = excluded.updated_at, deleted_at = null;

--! delete_listings : (product_id?)
-- A product goes with its variations; a variation goes alone.
update listings
set deleted_at = :now, updated_at = :now
where store_id = :store_id
  and (external_product_id = :external_id or external_variation_id = :external_id)
  and deleted_at is null
returning product_id;

--! delete_product_tokens
delete from product_tokens where product_id = any(:ids);

--! insert_product_tokens
insert into product_tokens (tenant_id, token, product_id)
select app.tenant(), x.token, x.product_id
from unnest(:tokens::text[], :product_ids::uuid[]) as x (token, product_id)
on conflict do nothing;

--: Listing(price?, regular_price?, sale_price?, stock_quantity?, image_url?, deleted_at?)

--! listings_of : Listing
select coalesce(l.product_id, l.id) as product_id, l.id, l.store_id, l.external_product_id, l.external_variation_id, l.type, l.status, l.name, l.sku, l.price, l.regular_price
     , l.sale_price, l.manage_stock, l.stock_quantity, l.stock_status, l.image_url, l.attributes::text as attributes, l.store_modified_at, l.deleted_at
     , s.currency::text as currency
from unnest(:product_ids::uuid[]) as x (id)
cross join lateral (select * from listings l where l.product_id = x.id offset 0) l
join stores s on s.tenant_id = l.tenant_id and s.id = l.store_id
order by l.product_id, l.store_id;

--! listing_raws
select id, raw::text as raw from listings where product_id = :product_id;

--! product_by_id
select tenant_id, id, sku, name, updated_at from products where id = :id;

--! products_by_external : (product_id?, image_url?)
select l.*
from unnest(:product_ids::bigint[]) as x (id)
cross join lateral (
    select external_product_id, external_variation_id, product_id, image_url
    from listings
    where store_id = :store_id
      and external_product_id = x.id
    offset 0
) l;

--! product_orders_since
-- Orders with a line of any listing of the product.
select count(distinct o.id) as n
from listings l
join order_lines i on i.tenant_id = l.tenant_id and i.external_product_id = l.external_product_id
    and i.external_variation_id = l.external_variation_id and i.kind = 'item'
join orders o on o.tenant_id = i.tenant_id and o.id = i.order_id and o.store_id = l.store_id
where l.product_id = :product_id
  and o.placed_at >= :since
  and o.status <> 'draft'
  and o.trashed_at is null
  and o.deleted_at is null;

--! next_variable_parent (since?)
select external_product_id
from listings
where store_id = :store_id
  and type = 'variable'
  and deleted_at is null
  and external_product_id > :beyond
  and (:since::timestamptz is null or updated_at >= :since)
order by external_product_id
limit 1;
