-- Words of orders lie by the time of their order, so that those of new orders share a few pages, however many orders
-- there are; and each order carries its own, to be asked for them without a second index.
-- The owner is behind the fence as well, so the fence is down while the rows are copied; nobody sees it: the table is
-- new, and the column too.
create table order_tokens_by_period (
    tenant_id uuid not null,
    period int not null,                        -- placed_at in weeks since 1970, from 2000 to 2040
    token text collate "C" not null,            -- C: prefixes are ranges of the key, by leakproof operators
    order_id uuid not null,
    placed_at timestamptz not null              -- as in the order; written anew with it
);
alter table orders no force row level security;
alter table order_tokens no force row level security;
insert into order_tokens_by_period (tenant_id, period, token, order_id, placed_at)
select tenant_id
     , floor(least(greatest(extract(epoch from placed_at), 946684800), 2208988800) / 604800)
     , token, order_id, placed_at
from order_tokens
order by 1, 2, 3;
alter table orders add column words text not null default '';    -- each with a space before it
update orders o
set words = w.words
from (select tenant_id, order_id, ' ' || string_agg(token, ' ') as words from order_tokens group by tenant_id, order_id) w
where w.tenant_id = o.tenant_id
  and w.order_id = o.id;
do $$
begin
    if (select count(*) from order_tokens_by_period) <> (select count(*) from order_tokens) then
        raise exception 'some words of orders were not copied';
    end if;
    if exists (select from orders o where o.words = '' and exists (
        select from order_tokens t where t.tenant_id = o.tenant_id and t.order_id = o.id)) then
        raise exception 'some orders have no words';
    end if;
end
$$;
drop table order_tokens;
alter table orders force row level security;
alter table order_tokens_by_period rename to order_tokens;
alter table order_tokens
    add constraint order_tokens_pkey primary key (tenant_id, period, token, order_id) include (placed_at);
call app.protect('order_tokens');
