-- One large merchant and forty small ones. Ids are digests of what they are, so that every run has the same rows;
-- ids that carry time are made by at(). Foreign keys hold by construction and are not checked row by row.
set session_replication_role = replica;

create function pg_temp.id(what text, n int, k int) returns uuid language sql stable
as $$ select md5(what || '-' || n || '-' || k)::uuid $$;

create function pg_temp.at(at timestamptz, what text, n int, k int) returns uuid language sql stable
as $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(what || n || '-' || k), 1, 3)
    || '8' || substr(md5(what || n || '-' || k), 4, 15))::uuid $$;

create temp table m as
select n, pg_temp.id('tenant', n, 0) as tenant, case when n = 1 then 20000 else 800 end as orders
  , timestamptz '2026-03-02 09:30:00Z' as now
from generate_series(1, 41) n;

select app.maintain_partitions(timestamptz '2026-03-02Z' - make_interval(days => 7 * w)) from generate_series(0, 2) w;

insert into tenants (id, slug, name, created_at) select tenant, 'm-' || n, 'Merchant ' || n, now from m;

insert into users (id, email, email_norm, name, platform_role, created_at)
select pg_temp.id('user', 0, k), 'u' || k || '@x.test', 'u' || k || '@x.test', 'U', case when k <= 20 then 'support' end, now
from m, generate_series(1, 3000) k where n = 1;

insert into memberships (tenant_id, user_id, role, created_at)
select tenant, pg_temp.id('user', 0, 20 + (n - 1) * 70 + k), 'member', now from m, generate_series(1, 70) k;

insert into staff_grants (user_id, tenant_id) select pg_temp.id('user', 0, k), tenant from m, generate_series(1, 20) k;

insert into sessions (id, user_id, tenant_id, cookie_hash, access_hash, created_at, expires_at)
select pg_temp.id('session', n, k), pg_temp.id('user', 0, 20 + (n - 1) * 70 + k % 70 + 1), tenant
  , sha256(('c' || n || '-' || k)::bytea), sha256(('a' || n || '-' || k)::bytea), now, now + make_interval(mins => k)
from m, generate_series(1, 150) k;

insert into tenant_keys (tenant_id, id, wrapped, created_at) select tenant, pg_temp.id('key', n, 0), '', now from m;

insert into audit_log (id, tenant_id, at, actor_kind, actor_user_id, action, subject_type, subject_id)
select pg_temp.at(now - make_interval(secs => k * 60), 'audit', n, k), tenant, now, 'staff', pg_temp.id('user', 0, k % 20 + 1)
  , 'tenant.look', 'tenant', ''
from m, generate_series(1, case when n = 1 then 10000 else 250 end) k;

insert into staff_looks (user_id, tenant_id, area, hour)
select pg_temp.id('user', 0, k % 20 + 1), tenant, 'orders', date_trunc('hour', now) - make_interval(hours => k) from m, generate_series(1, 200) k;

insert into stores (tenant_id, id, name, url, api, state, state_since, currency, timezone, wc_version, webhooks, created_at)
select tenant, pg_temp.id('store', n, s), 'S', 'https://s' || s, '{}', 'healthy', now, 'EUR', 'UTC', '9', 'active', now
from m, generate_series(0, case when n = 1 then 3 else 0 end) s;

insert into store_routes (store_id, tenant_id, secret) select id, tenant_id, '' from stores;

insert into store_streams (tenant_id, store_id, stream, state, started_at)
select s.tenant_id, s.id, x, 'live', now()
from stores s, unnest(array['orders', 'refunds', 'products', 'variations', 'customers']) x;

insert into store_hooks (tenant_id, store_id, topic, external_id, status, checked_at)
select tenant_id, id, t, 1, 'active', now() from stores, unnest(array['order.created', 'order.updated', 'product.updated']) t;

insert into store_activity (tenant_id, store_id, hour)
select s.tenant_id, s.id, timestamptz '2026-03-02Z' - make_interval(hours => h) from stores s, generate_series(1, 300) h;

insert into sync_runs (tenant_id, id, store_id, stream, kind, state, started_at)
select tenant, pg_temp.at(now - make_interval(mins => k), 'run', n, k), pg_temp.id('store', n, case when n = 1 then k % 4 else 0 end)
  , (array['orders', 'refunds', 'products', 'variations', 'customers'])[1 + k % 5]
  , 'delta', case when k <= 5 then 'running' else 'succeeded' end, now - make_interval(mins => k)
from m, generate_series(1, case when n = 1 then 8000 else 200 end) k;

insert into quarantine (tenant_id, id, store_id, resource, external_id, raw_hash, raw, reason, first_seen_at, last_seen_at, resolved_at)
select tenant, pg_temp.at(now - make_interval(mins => k), 'quarantine', n, k), pg_temp.id('store', n, case when n = 1 then k % 4 else 0 end)
  , 'order', k::text, sha256(k::text::bytea), '{}', 'x', now, now, case when k % 10 > 0 then now end
from m, generate_series(1, case when n = 1 then 4000 else 100 end) k;

insert into webhook_events (id, tenant_id, store_id, received_at, topic, resource_id, content_key, body, state)
select pg_temp.at(now - make_interval(mins => k), 'event', n, k), tenant, pg_temp.id('store', n, case when n = 1 then k % 4 else 0 end)
  , now - make_interval(mins => k), 'order.updated', k, sha256(k::text::bytea), '{}', case when k <= 20 then 'received' else 'processed' end
from m, generate_series(1, case when n = 1 then 12000 else 300 end) k;

insert into products (tenant_id, id, sku, name, created_at, updated_at)
select tenant, pg_temp.id('product', n, k), 'sku-' || k, 'p' || k, now, now - make_interval(mins => k) from m, generate_series(1, orders / 5) k;

-- a store for every second product; one product in a hundred is out of stock, the oldest ones are drafts
insert into listings (tenant_id, id, store_id, product_id, external_product_id, type, status, name, sku, manage_stock, stock_status
  , raw, content_hash, store_modified_at, read_at, created_at, updated_at, deleted_at)
select tenant, pg_temp.id('listing', n, k * 4 + s), pg_temp.id('store', n, s), pg_temp.id('product', n, k), k
  , case when k % 50 = 0 then 'variable' else 'simple' end, case when k > orders / 5 - 20 then 'draft' else 'publish' end, 'p' || k, 'sku-' || k, 'yes'
  , case when k % 100 = 0 then 'outofstock' else 'instock' end, '{}', '', now, now, now, now, case when k % 97 = 0 then now end
from m, generate_series(0, case when n = 1 then 1 else 0 end) s, generate_series(1, orders / 5) k;

insert into product_tokens (tenant_id, token, product_id)
select tenant, t, pg_temp.id('product', n, k)
from m, generate_series(1, orders / 5) k
  , lateral (select distinct t from unnest(array['sku', 'sku-' || k, 'w' || k % 200, case when k % 500 = 0 then 'rare' else 'all' end]) t) x;

insert into customers (tenant_id, id, email, email_norm, name, city, seen_at, created_at, updated_at)
select tenant, pg_temp.id('customer', n, k), 'c' || k || '@x.test', 'c' || k || '@x.test', 'C' || k, 'Berlin', now, now, now - make_interval(mins => k)
from m, generate_series(1, orders / 4) k;

insert into customer_identities (tenant_id, id, customer_id, store_id, external_id, email_norm, created_at)
select tenant, pg_temp.id('identity', n, k), pg_temp.id('customer', n, k), pg_temp.id('store', n, case when n = 1 then k % 4 else 0 end)
  , case when k % 2 = 0 then k end, 'c' || k || '@x.test', now
from m, generate_series(1, orders / 4) k;

insert into customer_tokens (tenant_id, token, customer_id)
select tenant, t, pg_temp.id('customer', n, k)
from m, generate_series(1, orders / 4) k
  , lateral (select distinct t from unnest(array['c' || k || '@x.test', 'x', 'test', 'berlin', 'f' || k % 100, case when k % 500 = 0 then 'rare' else 'all' end]) t) x;

-- the fourth store of the large merchant closed long ago; what is open is among the newest
insert into orders (tenant_id, id, store_id, external_id, number, status, store_status, currency, total, total_minor, customer_id, placed_at
  , raw, words, content_hash, store_modified_at, read_at, trashed_at, created_at, updated_at)
select tenant, pg_temp.id('order', n, k), pg_temp.id('store', n, case when n > 1 then 0 when k > 17000 then 3 else k % 3 end), k, (orders - k)::text
  , case when k < orders / 100 then (array['processing', 'pending', 'on_hold'])[1 + k % 3] when k > 0.95 * orders and k % 4 = 0 then 'refunded'
         else (array['completed', 'completed', 'completed', 'completed', 'completed', 'shipped', 'cancelled', 'failed', 'completed', 'draft'])[1 + k % 10] end
  , 'x', 'EUR', 1, 100, pg_temp.id('customer', n, k % (orders / 4) + 1), now - make_interval(mins => k * 10), '{"id":1}'
  , concat(' ', orders - k, ' w', k % 50, case when k % 1000 = 0 then ' rare' else ' all' end, case when k between 0.6 * orders and 0.7 * orders then ' old' else ' x' || k % 400 end)
  , '', now, now
  , case when k % 97 = 0 then now end, now, now
from m, generate_series(1, orders) k;

insert into order_lines (tenant_id, id, order_id, kind, position, external_id, name, external_product_id, total, total_tax)
select tenant, pg_temp.id('line', n, k * 2 + l), pg_temp.id('order', n, k), 'item', l, l, 'p', (k * 7 + l) % (orders / 5) + 1, 1, 0
from m, generate_series(1, orders) k, generate_series(0, 1) l;

insert into order_refunds (tenant_id, id, order_id, external_id, amount)
select tenant, pg_temp.id('refund', n, k), pg_temp.id('order', n, k * 4), k, 1 from m, generate_series(1, orders / 4) k;

insert into order_timeline (tenant_id, id, order_id, at, source, event)
select tenant, pg_temp.id('timeline', n, k), pg_temp.id('order', n, k), now, 'poll', 'received' from m, generate_series(1, orders) k;

insert into reports (tenant_id, id, kind, filters, state, parts, created_by, created_at, finished_at)
select tenant, pg_temp.at(now - make_interval(mins => k), 'report', n, k), 'orders', '{}', 'done', 25, pg_temp.id('user', 0, 3), now, now
from m, generate_series(1, 20) k;

insert into report_parts (tenant_id, report_id, seq, body)
select tenant, pg_temp.at(now - make_interval(mins => k), 'report', n, k), s, '' from m, generate_series(1, 20) k, generate_series(0, 24) s;

-- every order has the words `all` and `w…`, one in a thousand `rare`; `old` is a product of long ago
insert into order_tokens (tenant_id, period, token, order_id, placed_at)
select tenant, floor(extract(epoch from now - make_interval(mins => k * 10)) / 604800), t, pg_temp.id('order', n, k), now - make_interval(mins => k * 10)
from m, generate_series(1, orders) k
  , lateral (values ((orders - k)::text), ('w' || k % 50), (case when k % 1000 = 0 then 'rare' else 'all' end)
      , (case when k between 0.6 * orders and 0.7 * orders then 'old' else 'x' || k % 400 end)) x (t);

-- a tag on every fifth order, one on few, one on orders of long ago
insert into tags (tenant_id, id, name, name_norm, colour, created_at)
select tenant, pg_temp.id('tag', n, k), 't' || k, 't' || k, 'grey', now from m, generate_series(1, 30) k;

insert into order_tags (tenant_id, tag_id, order_id, store_id, status, placed_at, gone)
select o.tenant_id, pg_temp.id('tag', n, t), o.id, o.store_id, o.status, o.placed_at, o.trashed_at is not null
from m, generate_series(1, orders) k, generate_series(1, 3) t, orders o
where o.tenant_id = tenant
  and o.id = pg_temp.id('order', n, k)
  and case t when 1 then k % 5 = 0 when 2 then k % 2000 = 7 else k between 0.6 * orders and 0.7 * orders end;

update orders o
set tag_ids = x.tag_ids
from (select tenant_id, order_id, array_agg(tag_id) as tag_ids from order_tags group by 1, 2) x
where x.tenant_id = o.tenant_id
  and x.order_id = o.id;

insert into tag_acts (tenant_id, id, tag_id, put, order_ids, at)
select tenant, pg_temp.at(now - make_interval(mins => k), 'act', n, k), pg_temp.id('tag', n, 1), true, array[pg_temp.id('order', n, 5)], now - make_interval(mins => k)
from m, generate_series(1, 500) k;

insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, unique_key, serial_key, created_at, run_id)
select pg_temp.at(now - make_interval(mins => k), 'job', n, k), case when k > 50 then 'process-webhook-events' else 'sync-orders' end, tenant
  , pg_temp.id('store', n, 0), '{}', case when k % 40 = 0 then 'dead' when k % 2 = 0 and k % 40 <> 1 then 'scheduled' else 'available' end, k % 3
  , now + make_interval(mins => case when k % 2 = 0 then k else -k end), 10, n || '-' || k, n || '-' || k, now
  , case when k % 40 = 1 then pg_temp.id('run', n, k) end
from m, generate_series(1, case when n = 1 then 6000 else 100 end) k;

insert into job_runs (job_id, run_id, kind, lane, tenant_id, serial_key, worker, attempt, started_at)
select id, run_id, kind, lane, tenant_id, serial_key, pg_temp.id('worker', 0, 0), 1, created_at from jobs where run_id is not null;

insert into job_workers (id, name, version, kinds, started_at, seen_at, lease_until)
select pg_temp.id('worker', 0, w), 'host:' || w, '1', '{}', now, now, now + interval '20 s' from m, generate_series(0, 3) w where n = 1;

insert into job_history (id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, finished_at)
select pg_temp.at(now - make_interval(mins => k), 'history', n, k), case when k % 100 = 0 then 'sync-orders' else 'process-webhook-events' end
  , tenant, pg_temp.id('store', n, 0), '{}', 'completed', 1, 1, 10, now, now, now
from m, generate_series(1, case when n = 1 then 12000 else 300 end) k;

-- chores of the platform: one a minute
insert into job_history (id, kind, args, state, priority, attempt, max_attempts, run_at, created_at, finished_at)
select pg_temp.at(now - make_interval(mins => k), 'chore', 0, k), 'maintain-partitions', '{}', 'completed', 1, 1, 10, now, now - make_interval(mins => k), now
from m, generate_series(1, 5000) k where n = 1;

insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome)
select pg_temp.at(now - make_interval(mins => k), 'attempt', n, k), pg_temp.at(now - make_interval(mins => k), 'history', n, k), tenant, 'sync-orders', 1
  , pg_temp.id('worker', 0, 0), now, now, 'done'
from m, generate_series(1, case when n = 1 then 12000 else 300 end) k;

insert into outbox (tx, tenant_id, kind, op, ids, at) overriding system value
select (1 + k)::text::xid8, tenant, 'order', 'updated', '{}', now - make_interval(secs => k)
from m, generate_series(1, case when n = 1 then 8000 else 300 end) k;

set session_replication_role = origin;
-- every row is sampled, so that statistics, and with them plans, are the same in every run
set default_statistics_target = 1000;
analyze;
