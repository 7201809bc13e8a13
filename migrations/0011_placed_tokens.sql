-- Words carry the place of their order in the list, so that the newest of many hits are found in the index alone.
-- The owner is behind the fence as well, so the fence is down while the rows are copied; nobody sees it: the table is new.
create table order_tokens_placed (
    tenant_id uuid not null,
    token text collate "C" not null,            -- C: prefixes are ranges of the key, by leakproof operators
    order_id uuid not null,
    placed_at timestamptz not null              -- as in the order; written anew with it
);
alter table orders no force row level security;
alter table order_tokens no force row level security;
insert into order_tokens_placed (tenant_id, token, order_id, placed_at)
select t.tenant_id, t.token, t.order_id, o.placed_at
from order_tokens t
join orders o on o.tenant_id = t.tenant_id and o.id = t.order_id;
do $$
begin
    if (select count(*) from order_tokens_placed) <> (select count(*) from order_tokens) then
        raise exception 'some words of orders were not copied';
    end if;
end
$$;
drop table order_tokens;
alter table order_tokens_placed rename to order_tokens;
alter table order_tokens
    add constraint order_tokens_pkey primary key (tenant_id, token, order_id) include (placed_at),
    add constraint order_tokens_tenant_id_order_id_fkey
        foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade;
alter table orders force row level security;     -- only now: the key above was checked by looking through it
create index order_tokens_order_idx on order_tokens (tenant_id, order_id);
call app.protect('order_tokens');
