-- Sync runs, quarantine and raw deliveries.

--! insert_run
insert into sync_runs (tenant_id, id, store_id, stream, kind, state, started_at)
values (app.tenant(), :id, :store_id, :stream, :kind, 'running', :now);

--! add_to_run
update sync_runs
set requests = requests + :requests, read = read + :read, created = created + :created, updated = updated + :updated
  , unchanged = unchanged + :unchanged, quarantined = quarantined + :quarantined
where id = :id;

--! end_run (cause?, reason?)
update sync_runs
set state = :state, ended_at = :now, requests = requests + :requests, cause = :cause, reason = :reason
where id = :id;

--! forget_runs
-- Runs of long ago, when a new one is written.
delete from sync_runs
where store_id = :store_id
  and id < app.uuid_at(:before);

--! delete_run
delete from sync_runs where id = :id;

--! end_abandoned_runs
update sync_runs
set state = 'failed', ended_at = :now, cause = 'interrupted', reason = 'The process ended; the next run went on from the last saved page.'
where store_id = :store_id
  and stream = :stream
  and state = 'running';

--! run_page (store_id?, stream?, state?, after?) : (ended_at?, cause?, reason?)
select tenant_id, id, store_id, stream, kind, state, started_at, ended_at, requests, read, created, updated, unchanged, quarantined, cause, reason
from sync_runs
where (:store_id::uuid is null or store_id = :store_id)
  and (:stream::text is null or stream = :stream)
  and (:state::text is null or state = :state)
  and (:after::uuid is null or id < :after)
order by id desc
limit :limit;

--! quarantine
insert into quarantine (tenant_id, id, store_id, resource, external_id, raw_hash, raw, reason, first_seen_at, last_seen_at)
values (app.tenant(), :id, :store_id, :resource, :external_id, :raw_hash, :raw, :reason, :now, :now)
on conflict on constraint quarantine_record_key do update
set count = quarantine.count + 1, last_seen_at = excluded.last_seen_at, reason = excluded.reason, resolved_at = null;

--! resolve_quarantine
-- A readable copy of the record has arrived.
update quarantine
set resolved_at = :now
where store_id = :store_id
  and resource = :resource
  and external_id = any(:external_ids::text[])
  and resolved_at is null;

--! quarantine_page (store_id?, after?)
select tenant_id, id, store_id, resource, external_id, raw, reason, count, first_seen_at, last_seen_at
from quarantine
where resolved_at is null
  and (:store_id::uuid is null or store_id = :store_id)
  and (:after::uuid is null or id < :after)
order by id desc
limit :limit;

--! quarantine_count : (oldest?)
select count(*) as n, min(first_seen_at) as oldest from quarantine where resolved_at is null;

--! insert_events (resource_ids[?], webhook_ids[?], delivery_ids[?])
-- system: one statement makes deliveries durable and sees to it that a job will find them. An equal delivery that
-- still waits makes one redundant. A job that has not begun yet is held back until these rows can be seen.
with arrived as (
    select x.*, x.state = 'received' and (
        row_number() over (partition by x.store_id, x.content_key order by x.id) > 1 or waits.twin) as twin
    from unnest(:ids::uuid[], :tenant_ids::uuid[], :store_ids::uuid[], :received_ats::timestamptz[], :topics::text[], :resource_ids::bigint[]
        , :webhook_ids::text[], :delivery_ids::text[], :content_keys::bytea[], :bodies::bytea[], :states::text[], :reasons::text[])
        as x (id, tenant_id, store_id, received_at, topic, resource_id, webhook_id, delivery_id, content_key, body, state, reason)
    -- each enters the index by itself: a plan that expects few would read all that waits
    cross join lateral (
        select exists (
            select from webhook_events e
            where e.tenant_id = x.tenant_id and e.store_id = x.store_id and e.content_key = x.content_key and e.state = 'received'
              and e.id between :since and :until
            limit 1) as twin
        offset 0) waits
), event as (
    insert into webhook_events (id, tenant_id, store_id, received_at, topic, resource_id, webhook_id, delivery_id, content_key, body, state, reason, processed_at)
    select id, tenant_id, store_id, received_at, topic, resource_id, webhook_id, delivery_id, content_key, body
         , case when twin then 'ignored' else state end
         , case when twin then 'An equal delivery is already waiting.' else nullif(reason, '') end
         , case when twin or state <> 'received' then received_at end
    from arrived
    returning tenant_id, store_id, state
), store as (
    select distinct tenant_id, store_id, :serial_prefix || store_id as serial_key
    from event
    where state = 'received'
), waiting as (
    select j.serial_key
    from store s
    cross join lateral (
        select serial_key
        from jobs
        where serial_key = s.serial_key and state = 'available' and run_id is null and run_at <= :now
        limit 1
        for share skip locked) j
)
insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, serial_key, created_at)
select (:job_ids::uuid[])[row_number() over ()], :kind, s.tenant_id, s.store_id
     , jsonb_build_object('tenant_id', s.tenant_id, 'store_id', s.store_id), 'available', :priority, :now, :max_attempts, s.serial_key, :now
from store s
where not exists (select from waiting w where w.serial_key = s.serial_key);

--! stores_with_deliveries
-- system: stores whose deliveries wait although no job will look at them.
select e.tenant_id, e.store_id
from (
    select distinct tenant_id, store_id, :serial_prefix || store_id as serial_key
    from webhook_events
    where state = 'received'
      and received_at < :before
) e
where not exists (
      select from jobs j
      where j.serial_key = e.serial_key and j.state <> 'dead' offset 0);

--: Event()

--! waiting_events : Event
-- The oldest deliveries of a store that wait, as many as fit. Those that wait are collected first: in the order of
-- their ids one would walk past all that were settled.
with waiting as materialized (
    select id, received_at, topic, body
    from webhook_events
    where store_id = :store_id
      and state = 'received'
)
select e.id, e.received_at, e.topic, e.body
from (
    select p.*, sum(octet_length(p.body)) over (order by p.id) as bytes
    from (select * from waiting order by id limit :limit) p) e
where e.bytes <= :max_bytes
   or e.bytes = octet_length(e.body)
order by e.id;

--! fetching_event : Event
select id, received_at, topic, body
from webhook_events
where store_id = :store_id
  and id = :id
  and state = 'fetching';

--! settle_events (reasons[?])
-- Between the least and the greatest: partitions beyond need no look.
update webhook_events e
set state = x.state, reason = x.reason, processed_at = case when x.state <> 'fetching' then :now::timestamptz end
from unnest(:ids::uuid[], :states::text[], :reasons::text[]) as x (id, state, reason)
where e.store_id = :store_id
  and e.id = x.id
  and e.id between :first and :last
  and e.state in ('received', 'fetching');

--! event_page (state?, after?) : (resource_id?, reason?)
select id, received_at, topic, resource_id, state, reason, octet_length(body) as bytes
from webhook_events
where store_id = :store_id
  and (:state::text is null or state = :state)
  and (:after::uuid is null or id < :after)
order by id desc
limit :limit;

--! store_exists
select exists (select from stores where id = :id) as yes;

--! oldest_success
-- Per stream, when its slowest store was last known to be complete.
select stream, min(coalesce(last_success_at, started_at)) as at
from store_streams
where state in ('live', 'failed')
group by stream;
