-- Tags in the list of orders. An order carries the ids of its tags, so that a page shows them without a look elsewhere;
-- a tag's rows carry what the list filters and sorts by, so that a page of a tag is read from one index in its order.
-- The owner is behind the fence as well, so the fence is down while the rows are filled.
alter table orders
    add column tag_ids uuid[],                      -- in the order they were put on; null without any, so most rows are no longer
    alter column tag_ids set storage main;
alter table order_tags
    add column store_id uuid,                       -- these four as in the order: app.follow_order sees to it
    add column status text,
    add column placed_at timestamptz,
    add column gone boolean;                        -- in the store's trash, or deleted there
alter table orders no force row level security;
alter table order_tags no force row level security;
update order_tags t
set store_id = o.store_id, status = o.status, placed_at = o.placed_at
  , gone = o.trashed_at is not null or o.deleted_at is not null
from orders o
where o.tenant_id = t.tenant_id
  and o.id = t.order_id;
update orders o
set tag_ids = x.tag_ids
from (select tenant_id, order_id, array_agg(tag_id order by tag_id) as tag_ids from order_tags group by tenant_id, order_id) x
where x.tenant_id = o.tenant_id
  and x.order_id = o.id;
do $$
begin
    if exists (select from order_tags t where t.gone is null or not exists (
        select from orders o where o.tenant_id = t.tenant_id and o.id = t.order_id and t.tag_id = any(o.tag_ids))) then
        raise exception 'some orders do not carry their tags';
    end if;
end
$$;
alter table orders force row level security;
alter table order_tags force row level security;
alter table order_tags
    alter column store_id set not null,
    alter column status set not null,
    alter column placed_at set not null,
    alter column gone set not null;
-- A stream for each tag and status, in the order of the list; stores and trash are told apart in the index alone.
create index order_tags_list_idx on order_tags (tenant_id, tag_id, status, placed_at desc, order_id desc) include (store_id, gone);

-- Whoever changes an order need not know of tags. An order without any costs the comparison of a null.
create function app.follow_order() returns trigger language plpgsql as $$
begin
    update order_tags
    set status = new.status, placed_at = new.placed_at, gone = new.trashed_at is not null or new.deleted_at is not null
    where tenant_id = new.tenant_id
      and order_id = new.id;
    return null;
end
$$;
create trigger follow_order after update of status, placed_at, trashed_at, deleted_at on orders
for each row
when (new.tag_ids is not null and (old.status, old.placed_at, old.trashed_at is null, old.deleted_at is null)
    is distinct from (new.status, new.placed_at, new.trashed_at is null, new.deleted_at is null))
execute function app.follow_order();

-- What was done to all orders that matched, for a day: so long it can be undone.
create table tag_acts (
    tenant_id uuid not null,
    id uuid not null,
    tag_id uuid not null,
    put boolean not null,                           -- put on, else taken off
    order_ids uuid[] not null,                      -- those it was done to
    at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, tag_id) references tags (tenant_id, id) on delete cascade
);
create index tag_acts_tag_idx on tag_acts (tenant_id, tag_id);
create index tag_acts_at_idx on tag_acts (tenant_id, at);
call app.protect('tag_acts');
