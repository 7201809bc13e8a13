-- What the first page sums up, of one tenant. Windows of time are made in Rust, which knows the zones.

--! home_tenant
select slug, timezone from tenants where id = app.tenant();

--! orders_in_windows
-- Lateral: each window enters the index of placing by itself, however many other merchants there are.
select w.n, o.orders
from unnest(:starts::timestamptz[], :ends::timestamptz[]) with ordinality as w (starts, ends, n)
cross join lateral (
    select count(*) as orders
    from orders o
    where o.placed_at >= w.starts
      and o.placed_at < w.ends
      and o.status <> 'draft'
      and o.trashed_at is null
      and o.deleted_at is null
) o
where o.orders > 0;

--! revenue_in_windows
select w.n, o.currency, o.total
from unnest(:starts::timestamptz[], :ends::timestamptz[]) with ordinality as w (starts, ends, n)
cross join lateral (
    select o.currency::text as currency, sum(o.total - o.refunded) as total
    from orders o
    where o.placed_at >= w.starts
      and o.placed_at < w.ends
      and o.status in ('processing', 'on_hold', 'shipped', 'completed')
      and o.trashed_at is null
      and o.deleted_at is null
    group by o.currency
) o;

--! unmapped_words
-- Words of stores that have no status of ours yet, the most frequent first.
select store_status
from orders
where status = 'unknown'
  and placed_at >= :since
  and trashed_at is null
  and deleted_at is null
group by store_status
order by count(*) desc, store_status
limit 3;
