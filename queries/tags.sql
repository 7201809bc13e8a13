-- A merchant's own words for his orders.

--: Tag()

--! tag_page (order_id?, after_name?, after_id?) : (orders?)
select id, tenant_id, name, name_norm, colour, created_at
     , case when :counted then (select count(*) from order_tags x where x.tag_id = tags.id) end as orders
from tags
where (:after_name::text is null or (name_norm, id) > (:after_name, :after_id::uuid))
  and (:order_id::uuid is null or id in (select x.tag_id from order_tags x where x.order_id = :order_id))
order by name_norm, id
limit :limit;

--! tag_by_id : Tag
select id, tenant_id, name, name_norm, colour, created_at
from tags
where id = :id;

--! lock_tag : Tag
-- Whoever changes a tag or puts it on orders follows whoever did so before.
select id, tenant_id, name, name_norm, colour, created_at
from tags
where id = :id
for update;

--! orders_with_tag
select count(*) as n from order_tags where tag_id = :id;

--! count_tags
select count(*) as n from tags;

--! insert_tag
insert into tags (tenant_id, id, name, name_norm, colour, created_at)
values (app.tenant(), :id, :name, :name_norm, :colour, :now);

--! update_tag
update tags set name = :name, name_norm = :name_norm, colour = :colour where id = :id;

--! delete_tag
delete from tags where id = :id;

--! known_orders
select count(*) as n from orders where id = any(:order_ids::uuid[]);

--! put_on_orders
-- Of orders whose rows are locked: nobody changes what is copied here.
insert into order_tags (tenant_id, tag_id, order_id, store_id, status, placed_at, gone)
select app.tenant(), :tag_id, o.id, o.store_id, o.status, o.placed_at, o.trashed_at is not null or o.deleted_at is not null
from orders o
where o.id = any(:order_ids::uuid[])
order by o.id
on conflict (tenant_id, tag_id, order_id) do update
set status = excluded.status, placed_at = excluded.placed_at, gone = excluded.gone;

--! take_off_orders
delete from order_tags t
using unnest(:order_ids::uuid[]) as x (id)
where t.tag_id = :tag_id
  and t.order_id = x.id;

--! some_with_tag
select order_id from order_tags where tag_id = :tag_id limit :limit;

--! insert_act
insert into tag_acts (tenant_id, id, tag_id, put, order_ids, at)
values (app.tenant(), :id, :tag_id, :put, :order_ids::uuid[], :now);

--! delete_act
-- An act is undone once.
delete from tag_acts where id = :id and tag_id = :tag_id returning put, order_ids;

--! forget_acts
delete from tag_acts where at < :before;
