-- Background work. Enqueue runs in the caller's transaction, the rest as the system role.

--! enqueue (tenant_id?, store_id?, unique_key?, serial_key?)
insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, unique_key, serial_key, created_at)
values (:id, :kind, :tenant_id, :store_id, :args::text::jsonb, 'scheduled', :priority, :run_at, :max_attempts, :unique_key, :serial_key, :now)
on conflict (kind, unique_key) where unique_key is not null and state in ('scheduled', 'available', 'running', 'retryable')
do nothing;

--! expedite
-- An idle job of this key runs now.
update jobs
set run_at = :now
where kind = :kind
  and unique_key = :unique_key
  and state in ('scheduled', 'available', 'retryable')
  and run_at > :now;

--! claim (tenant_id?) : (tenant_id?, store_id?)
with ready as (
    select j.id, j.serial_key, j.priority, j.run_at
    from jobs j
    where j.kind = :kind
      and j.state in ('scheduled', 'available', 'retryable')
      and j.run_at <= :now
      and (:tenant_id::uuid is null or j.tenant_id = :tenant_id)
      and (j.serial_key is null or not exists (
          select from jobs r where r.serial_key = j.serial_key and r.state = 'running'))
    order by j.priority desc, j.run_at, j.id
    limit :limit
    for update skip locked
), chosen as (
    select distinct on (coalesce(serial_key, id::text)) id
    from ready
    order by coalesce(serial_key, id::text), priority desc, run_at, id
)
update jobs j
set state = 'running', attempt = j.attempt + 1, lease_until = :lease_until, worker = :worker, started_at = :now
from chosen
where j.id = chosen.id
returning j.id, j.kind, j.tenant_id, j.store_id, j.args::text as args, j.attempt, j.max_attempts, j.run_at;

--! heartbeat
update jobs set lease_until = :lease_until where id = any(:ids) and worker = :worker and state = 'running';

--! complete
with done as (
    delete from jobs
    where id = :id and worker = :worker and attempt = :attempt and state = 'running'
    returning *
), history as (
    insert into job_history (id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at)
    select id, kind, tenant_id, store_id, args, :state, priority, attempt, max_attempts, run_at, created_at, started_at, :now
    from done
)
insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome)
select :attempt_id, id, tenant_id, kind, attempt, worker, started_at, :now, :outcome
from done;

--! put_back (error?)
-- Retry, snooze, hand back or bury a running job. A snooze ends well: attempts are counted anew.
with back as (
    update jobs
    set state = :state, run_at = :run_at
      , attempt = case when :counts then attempt when :state = 'scheduled' then 0 else attempt - 1 end
      , lease_until = null, worker = null, last_error = :error, finished_at = case when :state = 'dead' then :now::timestamptz end
    where id = :id and worker = :worker and attempt = :attempt and state = 'running'
    returning id, tenant_id, kind, started_at
)
insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error)
select :attempt_id, id, tenant_id, kind, :attempt, :worker, started_at, :now, :outcome, :error
from back
where :outcome <> 'snooze';

--! reap
-- Jobs whose worker has gone silent go back to the queue, or die after their last attempt.
with lost as (
    select id, worker as old_worker
    from jobs
    where state = 'running' and lease_until < :now
    order by lease_until
    limit 100
    for update skip locked
), back as (
    update jobs j
    set state = case when j.attempt >= j.max_attempts then 'dead' else 'retryable' end
      , run_at = :now, lease_until = null, worker = null
      , last_error = 'the worker went silent: its lease ended'
      , finished_at = case when j.attempt >= j.max_attempts then :now::timestamptz end
    from lost
    where j.id = lost.id
    returning j.id, j.tenant_id, j.kind, j.attempt, j.started_at, lost.old_worker
)
insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error)
select (:attempt_ids::uuid[])[row_number() over ()], id, tenant_id, kind, attempt, old_worker, started_at, :now, 'lost', 'the worker went silent: its lease ended'
from back;

--! job_counts
select kind, state, count(*) as n
from jobs
group by kind, state;

--! dead_of_tenants : (oldest?)
select count(*) as n, min(finished_at) as oldest
from jobs
where state = 'dead'
  and (:everything or tenant_id = any(:tenant_ids));

--! insert_news (store_id?)
insert into outbox (tenant_id, kind, op, store_id, ids, at)
values (:tenant_id, :kind, :op, :store_id, :ids, :at);

--! news : (store_id?)
-- Only below the oldest running transaction: nothing older can still appear.
select o.tx::text as tx, o.seq, o.tenant_id, o.kind, o.op, o.store_id, o.ids
from outbox o
where (o.tx, o.seq) > (:tx::text::xid8, :seq)
  and o.tx < pg_snapshot_xmin(pg_current_snapshot())
order by o.tx, o.seq
limit 500;

--! news_tail : (tx?, seq?)
select tx::text as tx, seq
from outbox
order by outbox.tx, outbox.seq
limit 1;

--! delete_old_news
delete from outbox where at < :before;

--! due_kinds (tenant_id?)
select k.kind as kind
from unnest(:kinds::text[]) as k (kind)
where exists (
    select from jobs j
    where j.kind = k.kind
      and j.state in ('scheduled', 'available', 'retryable')
      and j.run_at <= :now
      and (:tenant_id::uuid is null or j.tenant_id = :tenant_id));

--: Listed(tenant_id?, store_id?, started_at?, finished_at?, last_error?)

--! job_page (kind?, states?, store_id?, after?) : Listed
-- Waiting and finished work of one tenant, newest first: both tables are walked in order and merged.
select *
from (
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error
     from jobs
     where (:kind::text is null or kind = :kind)
       and (:states::text[] is null or state = any(:states))
       and (:store_id::uuid is null or store_id = :store_id)
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
    union all
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null
     from job_history
     where (:kind::text is null or kind = :kind)
       and (:states::text[] is null or state = any(:states))
       and (:store_id::uuid is null or store_id = :store_id)
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
) j
order by id desc
limit :limit;

--! platform_job_page (kind?, states?, after?) : Listed
-- The same of the platform itself.
select *
from (
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error
     from jobs
     where tenant_id is null
       and (:kind::text is null or kind = :kind)
       and (:states::text[] is null or state = any(:states))
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
    union all
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null
     from job_history
     where tenant_id is null
       and (:kind::text is null or kind = :kind)
       and (:states::text[] is null or state = any(:states))
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
) j
order by id desc
limit :limit;

--! lock_schedules
-- One process at a time decides which chores are due.
select pg_advisory_xact_lock(7262) is null as locked;

--! last_chores
-- When each chore was queued last.
select k.kind, j.created_at as at
from unnest(:kinds::text[]) as k (kind)
cross join lateral (
    select max(j.created_at) as created_at
    from (
        (select created_at from jobs where tenant_id is null and kind = k.kind)
        union all
        (select created_at from job_history where tenant_id is null and kind = k.kind order by id desc limit 1)
    ) j
) j
where j.created_at is not null;

--! news_horizon
-- Everything below this transaction has been decided.
select pg_snapshot_xmin(pg_current_snapshot())::text as tx;

--! news_since : (store_id?)
-- What some tenants missed, one row beyond the limit.
select o.tx::text as tx, o.seq, o.tenant_id, o.kind, o.op, o.store_id, o.ids
from outbox o
where (o.tx, o.seq) > (:tx::text::xid8, :seq)
  and o.tx < pg_snapshot_xmin(pg_current_snapshot())
  and (:everything or o.tenant_id = any(:tenants))
order by o.tx, o.seq
limit :limit;

--! tenants_with_stores (after?)
-- system: merchants whose stores are read, a page at a time
select distinct tenant_id
from store_routes
where accepts
  and (:after::uuid is null or tenant_id > :after)
order by tenant_id
limit :limit;
