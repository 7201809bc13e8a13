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

--! insert_event (resource_id?, webhook_id?, delivery_id?)
-- system: one statement makes the delivery and its job durable. An equal delivery that still waits makes this one redundant.
with twin as (
    select exists (
        select from webhook_events e
        where e.store_id = :store_id and e.content_key = :content_key and e.state = 'received'
          and e.received_at > :now::timestamptz - interval '5 minutes'
    ) as waits
), event as (
    insert into webhook_events (id, tenant_id, store_id, received_at, topic, resource_id, webhook_id, delivery_id, content_key, body, state, reason, processed_at)
    select :id, :tenant_id, :store_id, :now, :topic, :resource_id, :webhook_id, :delivery_id, :content_key, :body
         , case when :state <> 'received' then :state when twin.waits then 'ignored' else 'received' end
         , case when :state <> 'received' then :reason when twin.waits then 'An equal delivery is already waiting.' end
         , case when :state <> 'received' or twin.waits then :now::timestamptz end
    from twin
    returning state
)
insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, created_at)
select :job_id, 'process-webhook-events', :tenant_id, :store_id
     , jsonb_build_object('event_id', :id::uuid, 'store_id', :store_id::uuid), 'scheduled', 10, :now, 10, :now
from event
where event.state = 'received';

--! event_by_id : (resource_id?)
select store_id, received_at, topic, resource_id, body, state
from webhook_events
where id = :id;

--! settle_event (reason?)
update webhook_events
set state = :state, reason = :reason, processed_at = :now
where id = :id
  and state in ('received', 'failed');

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
