-- Connected stores and their streams. Tenant role but where it says system.

--! lock_applies
-- Writes of one store's records follow one another, so versions are compared without a race.
select pg_advisory_xact_lock(hashtextextended(:store_id::uuid::text, 7260)) is null as locked;

--! insert_store (tls_fingerprint?, hpos?, reason?)
insert into stores (tenant_id, id, name, url, api, state, reason, state_since, consumer_key, consumer_secret, tls_fingerprint
  , currency, timezone, wc_version, hpos, clock_skew_ms, webhooks, created_at)
values (app.tenant(), :id, :name, :url, :api::text::jsonb, 'connecting', :reason, :now, :consumer_key, :consumer_secret, :tls_fingerprint
  , :currency::text, :timezone, :wc_version, :hpos, :clock_skew_ms, :webhooks, :now);

--! insert_route
insert into store_routes (store_id, tenant_id, secret) values (:store_id, app.tenant(), :secret);

--! set_route_accepts
update store_routes set accepts = :accepts where store_id = :store_id;

--! route
-- system
select tenant_id, secret, accepts from store_routes where store_id = :store_id;

--! insert_streams
insert into store_streams (tenant_id, store_id, stream, state, started_at)
select app.tenant(), :store_id, x.stream, 'importing', :now
from unnest(:streams::text[]) as x (stream);

--: Store(cause?, reason?, next_try_at?, hpos?, last_event_at?, tls_fingerprint?, consumer_key?, consumer_secret?)

--! store_by_id : Store
select s.tenant_id, s.id, s.name, s.url, s.api::text as api, s.state, s.cause, s.reason, s.state_since, s.next_try_at
     , s.consumer_key, s.consumer_secret, s.tls_fingerprint, s.currency::text as currency, s.timezone, s.wc_version, s.hpos, s.clock_skew_ms
     , s.page_size, s.webhooks, s.last_event_at, s.created_at
     , (select count(*) from quarantine q where q.tenant_id = s.tenant_id and q.store_id = s.id and q.resolved_at is null) as quarantined
     , (select count(*) from orders o where o.tenant_id = s.tenant_id and o.store_id = s.id and o.status <> 'draft'
          and o.trashed_at is null and o.deleted_at is null) as orders
from stores s
where s.id = :id;

--! store_page (state?, after?) : Store
select s.tenant_id, s.id, s.name, s.url, s.api::text as api, s.state, s.cause, s.reason, s.state_since, s.next_try_at
     , s.consumer_key, s.consumer_secret, s.tls_fingerprint, s.currency::text as currency, s.timezone, s.wc_version, s.hpos, s.clock_skew_ms
     , s.page_size, s.webhooks, s.last_event_at, s.created_at
     , (select count(*) from quarantine q where q.tenant_id = s.tenant_id and q.store_id = s.id and q.resolved_at is null) as quarantined
     , (select count(*) from orders o where o.tenant_id = s.tenant_id and o.store_id = s.id and o.status <> 'draft'
          and o.trashed_at is null and o.deleted_at is null) as orders
from stores s
where (:state::text is null or s.state = :state)
  and (:after::uuid is null or s.id > :after)
order by s.id
limit :limit;

--! lock_store
select state from stores where id = :id for update;

--: Stream(total?, rate?, cause?, reason?, imported_at?, last_success_at?, next_run_at?)

--! streams_of : Stream
select store_id, stream, state, cursor::text as cursor, done, total, rate, failures, cause, reason, started_at, imported_at
     , last_success_at, next_run_at
from store_streams
where store_id = any(:store_ids)
order by store_id, stream;

--! lock_stream : Stream
select store_id, stream, state, cursor::text as cursor, done, total, rate, failures, cause, reason, started_at, imported_at
     , last_success_at, next_run_at
from store_streams
where store_id = :store_id
  and stream = :stream
for update;

--! stream_imported
select coalesce(bool_or(imported_at is not null), false) as imported
from store_streams
where store_id = :store_id
  and stream = :stream;

--! save_stream (total?, rate?, imported_at?, last_success_at?)
update store_streams
set state = :state, cursor = :cursor::text::jsonb, done = :done, total = :total, rate = :rate, failures = 0, cause = null, reason = null
  , imported_at = :imported_at, last_success_at = :last_success_at
where store_id = :store_id
  and stream = :stream
  and state in ('importing', 'live', 'failed');

--! fail_stream (next_run_at?)
update store_streams
set state = 'failed', failures = failures + 1, cause = :cause, reason = :reason, next_run_at = :next_run_at, rate = null
where store_id = :store_id
  and stream = :stream
  and state <> 'paused';

--! schedule_stream
update store_streams set next_run_at = :next_run_at where store_id = :store_id and stream = :stream;

--! pause_streams
update store_streams set state = 'paused', rate = null, next_run_at = null where store_id = :store_id;

--! resume_streams
update store_streams
set state = case when imported_at is null then 'importing' else 'live' end, failures = 0, cause = null, reason = null
where store_id = :store_id
  and state in ('paused', 'failed');

--! stream_health
select count(*) filter (where state = 'importing') as importing
     , count(*) filter (where state = 'failed') as failed
     , count(*) as n
from store_streams
where store_id = :store_id;

--! set_store_state (cause?, reason?, next_try_at?)
update stores
set state = :state, cause = :cause, reason = :reason, next_try_at = :next_try_at
  , state_since = case when state = :state then state_since else :now end
where id = :id
  and state not in ('paused', 'disconnected');

--! switch_store (reason?)
-- A person pauses, resumes or disconnects.
update stores
set state = :state, cause = null, reason = :reason, next_try_at = null, state_since = :now
  , consumer_key = case when :state = 'disconnected' then null else consumer_key end
  , consumer_secret = case when :state = 'disconnected' then null else consumer_secret end
where id = :id;

--! set_webhooks
update stores set webhooks = :webhooks where id = :id;

--! set_page_size
update stores set page_size = :page_size where id = :id;

--! set_skew
update stores set clock_skew_ms = :clock_skew_ms where id = :id;

--! touch_event
update stores set last_event_at = :now where id = :id;

--! hears
-- Whether a store's deliveries are applied, and how far its clock is ahead.
select state not in ('paused', 'disconnected') as applies, clock_skew_ms from stores where id = :id;

--! upsert_hook
insert into store_hooks (tenant_id, store_id, topic, external_id, status, checked_at)
values (app.tenant(), :store_id, :topic, :external_id, :status, :now)
on conflict (tenant_id, store_id, topic) do update
set external_id = excluded.external_id, status = excluded.status, checked_at = excluded.checked_at;

--! hooks_of
select topic, external_id, status from store_hooks where store_id = :store_id order by topic;

--! count_activity
insert into store_activity (tenant_id, store_id, hour, webhook, poll, requests)
values (app.tenant(), :store_id, date_trunc('hour', :now::timestamptz), :webhook, :poll, :requests)
on conflict (tenant_id, store_id, hour) do update
set webhook = store_activity.webhook + excluded.webhook
  , poll = store_activity.poll + excluded.poll
  , requests = store_activity.requests + excluded.requests;

--! activity_since
select store_id, hour, webhook, poll, requests
from store_activity
where store_id = any(:store_ids)
  and hour >= :since
order by store_id, hour;

--! stores_to_sync
-- system: streams of working stores whose standing job is missing are given one
select r.store_id, r.tenant_id from store_routes r where r.accepts and r.reads;

--! insert_sample_store
-- A store that exists nowhere, for measurements.
insert into stores (tenant_id, id, name, url, api, state, state_since, currency, timezone, wc_version, clock_skew_ms, webhooks, created_at)
values (app.tenant(), :id, :name, :url, :api::text::jsonb, 'healthy', :now, 'EUR', 'UTC', '', 0, 'active', :now);

--! insert_sample_route
insert into store_routes (store_id, tenant_id, secret, reads) values (:store_id, app.tenant(), :secret, false);

--! move_store (tls_fingerprint?)
update stores set url = :url, api = :api::text::jsonb, tls_fingerprint = :tls_fingerprint where id = :id;
