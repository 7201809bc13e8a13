-- A merchant's own words for his orders.

--: Tag()

--! tag_page (order_id?, after_name?, after_id?) : Tag
select id, tenant_id, name, name_norm, colour, created_at
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
insert into order_tags (tenant_id, tag_id, order_id)
select app.tenant(), :tag_id, x.id
from unnest(:order_ids::uuid[]) as x (id)
order by x.id
on conflict do nothing
returning order_id;

--! take_off_orders
delete from order_tags where tag_id = :tag_id and order_id = any(:order_ids::uuid[]) returning order_id;
