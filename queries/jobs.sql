-- Background work. Enqueue runs in the caller's transaction, the rest as the system role.

--! enqueue (tenant_id?, store_id?, unique_key?, serial_key?)
insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, unique_key, serial_key, created_at)
values (:id, :kind, :tenant_id, :store_id, :args::text::jsonb, case when :run_at::timestamptz <= :now::timestamptz then 'available' else 'scheduled' end
      , :priority, :run_at, :max_attempts, :unique_key, :serial_key, :now)
on conflict (kind, unique_key) where unique_key is not null and state <> 'dead'
do nothing;

--! enqueue_all (tenant_ids[?], store_ids[?], unique_keys[?], serial_keys[?])
-- Many at once; their ids keep their order.
insert into jobs (id, kind, tenant_id, store_id, args, state, priority, run_at, max_attempts, unique_key, serial_key, created_at)
select x.id, :kind, x.tenant_id, x.store_id, x.args::jsonb, 'available', :priority, :now::timestamptz, :max_attempts, x.unique_key, x.serial_key, :now
from unnest(:ids::uuid[], :tenant_ids::uuid[], :store_ids::uuid[], :args::text[], :unique_keys::text[], :serial_keys::text[])
    as x (id, tenant_id, store_id, args, unique_key, serial_key)
on conflict (kind, unique_key) where unique_key is not null and state <> 'dead'
do nothing;

--! expedite
-- An idle job of this key runs now.
update jobs
set run_at = :now, state = 'available'
where kind = :kind
  and unique_key = :unique_key
  and state <> 'dead'
  and run_id is null
  and run_at > :now;

--! release_key
update jobs
set unique_key = null
where id = :id;

--! promote (only?) : (next?)
-- What has come to its moment may be taken; and when the next one comes.
with due as (
    select id
    from jobs
    where state in ('scheduled', 'retryable')
      and run_at <= :now
      and (:only::uuid is null or lane = :only)
    order by run_at
    limit 1000
    for update skip locked
), promoted as (
    update jobs j
    set state = 'available'
    from due
    where j.id = due.id
    returning j.id
)
select (select count(*) from promoted) as n
     , (select min(run_at) from jobs where state in ('scheduled', 'retryable') and run_at > :now) as next;

--! waiting_kinds (only?)
-- Kinds that have something to take, with the moment of the oldest. Nothing lies before the floors.
select k.kind as kind, head.run_at as oldest
from unnest(:kinds::text[], :floors::timestamptz[]) as k (kind, floor)
cross join lateral (
    select j.run_at
    from jobs j
    where j.kind = k.kind
      and j.state = 'available'
      and j.max_attempts > 0
      and j.run_at >= k.floor
      and j.run_at <= :now
      and j.run_id is null
      and (:only::uuid is null or j.lane = :only)
    order by j.run_at, j.id
    limit 1
) head
where not exists (select from job_pauses p where p.kind = k.kind and p.tenant_id is null);

--! lock_claims (only?)
-- Claims of a kind follow each other, so that the fleet's limits hold.
select pg_advisory_xact_lock(7263, hashtext(:kind || coalesce(:only::uuid::text, ''))) is null as locked;

--: Taken(last_lane?, head?, id?, run_id?, tenant_id?, store_id?, args?, attempt?, max_attempts?)

--! claim (only?) : Taken
-- Takes jobs of a kind out of its oldest: each merchant's first, then each one's second, as far as the fleet, the
-- merchants and the serial keys allow. One row at least: what was seen, although nothing may be taken.
with busy as (
    select lane, count(*) as n
    from job_runs
    where kind = :kind
      and :counted
      and run_id >= :runs_floor
      and attempt <= 32767
      and (:only::uuid is null or lane = :only)
    group by lane
), seen as materialized (
    select j.ctid as at, j.id, j.lane, j.run_at, j.store_id, j.serial_key
    from jobs j
    where j.kind = :kind
      and j.state = 'available'
      and j.max_attempts > 0
      and j.run_at >= :floor
      and j.run_at <= :now
      and j.run_id is null
      and (:only::uuid is null or j.lane = :only)
    order by j.run_at, j.id
    limit :window
), free as (
    select s.at, s.id, s.lane, s.run_at
    from (
        select seen.*, row_number() over (partition by coalesce(serial_key, id::text) order by run_at, id) as place
        from seen
    ) s
    where s.place = 1
      and (s.serial_key is null or not exists (select from job_runs r where r.serial_key = s.serial_key))
      and not exists (select from job_pauses p where p.store_id = s.store_id and coalesce(p.kind, :kind) = :kind)
), chosen as (
    select f.at, f.turn
    from (
        select free.at, free.id, free.run_at
             , coalesce(busy.n, 0) + row_number() over (partition by free.lane order by free.run_at, free.id) as turn
        from free
        left join busy on busy.lane = free.lane
    ) f
    where f.turn <= :per_tenant
    order by f.turn, f.run_at, f.id
    limit greatest(0, least(:limit::bigint, :concurrency::bigint - (select coalesce(sum(n), 0)::bigint from busy)))
), locked as materialized (
    select j.ctid as at, chosen.turn
    from chosen
    join jobs j on j.ctid = chosen.at
    where j.run_id is null
      and j.state = 'available'
    for update of j skip locked
), taken as (
    update jobs j
    set run_id = x.run_id, attempt = j.attempt + 1, started_at = :now
    from (select at, (:run_ids::uuid[])[row_number() over (order by turn)] as run_id from locked) x
    where j.ctid = x.at
    returning j.id, j.run_id, j.kind, j.lane, j.tenant_id, j.store_id, j.args::text as args, j.attempt, j.max_attempts, j.serial_key
), running as (
    insert into job_runs (job_id, run_id, kind, lane, tenant_id, serial_key, worker, attempt, started_at)
    select id, run_id, kind, lane, tenant_id, serial_key, :worker, attempt, :now
    from taken
)
select w.n as seen, w.head, t.id, t.run_id, t.tenant_id, t.store_id, t.args, t.attempt, t.max_attempts, null::uuid as last_lane
from (select count(*) as n, min(run_at) as head from seen) w
left join taken t on true;

--! claim_lanes : Taken
-- The same when more waits than one look can see: goes round the merchants that wait, from one on, and takes an equal
-- share of each.
with recursive busy as (
    select lane, count(*) as n
    from job_runs
    where kind = :kind
      and :counted
      and run_id >= :runs_floor
      and attempt <= 32767
    group by lane
), ring (lane, k) as (
    (select j.lane, 1
     from jobs j
     where j.kind = :kind
       and j.state = 'available'
       and j.max_attempts <= 32767
       and j.lane >= :from
       and j.run_at >= :floor
       and j.run_at <= :now
       and j.run_id is null
     order by j.lane
     limit 1)
    union all
    select (
        select j.lane
        from jobs j
        where j.kind = :kind
          and j.state = 'available'
          and j.max_attempts <= 32767
          and j.lane > ring.lane
          and j.run_at >= :floor
          and j.run_at <= :now
          and j.run_id is null
        order by j.lane
        limit 1), ring.k + 1
    from ring
    where ring.lane is not null
      and ring.k < :lanes
), seen as materialized (
    select s.*
    from (select lane from ring where lane is not null) l
    left join busy on busy.lane = l.lane
    cross join lateral (
        select j.ctid as at, j.id, j.lane, j.run_at, j.serial_key, coalesce(busy.n, 0) as busy
        from jobs j
        where j.kind = :kind
          and j.state = 'available'
          and j.max_attempts <= 32767
          and j.lane = l.lane
          and j.run_at >= :floor
          and j.run_at <= :now
          and j.run_id is null
          and (j.serial_key is null or not exists (select from job_runs r where r.serial_key = j.serial_key))
          and not exists (select from job_pauses p where p.store_id = j.store_id and coalesce(p.kind, :kind) = :kind)
        order by j.run_at, j.id
        limit least(:per_tenant::bigint - coalesce(busy.n, 0), greatest(1, :limit::bigint / (select count(lane) from ring)))
    ) s
    where coalesce(busy.n, 0) < :per_tenant
), chosen as (
    select f.at, f.turn
    from (
        select seen.at, seen.id, seen.run_at
             , seen.busy + row_number() over (partition by seen.lane order by seen.run_at, seen.id) as turn
             , row_number() over (partition by coalesce(seen.serial_key, seen.id::text) order by seen.run_at, seen.id) as place
        from seen
    ) f
    where f.place = 1
    order by f.turn, f.run_at, f.id
    limit greatest(0, least(:limit::bigint, :concurrency::bigint - (select coalesce(sum(n), 0)::bigint from busy)))
), locked as materialized (
    select j.ctid as at, chosen.turn
    from chosen
    join jobs j on j.ctid = chosen.at
    where j.run_id is null
      and j.state = 'available'
    for update of j skip locked
), taken as (
    update jobs j
    set run_id = x.run_id, attempt = j.attempt + 1, started_at = :now
    from (select at, (:run_ids::uuid[])[row_number() over (order by turn)] as run_id from locked) x
    where j.ctid = x.at
    returning j.id, j.run_id, j.kind, j.lane, j.tenant_id, j.store_id, j.args::text as args, j.attempt, j.max_attempts, j.serial_key
), running as (
    insert into job_runs (job_id, run_id, kind, lane, tenant_id, serial_key, worker, attempt, started_at)
    select id, run_id, kind, lane, tenant_id, serial_key, :worker, attempt, :now
    from taken
)
select w.n as seen, null::timestamptz as head, t.id, t.run_id, t.tenant_id, t.store_id, t.args, t.attempt, t.max_attempts, w.last_lane
from (select count(lane) as n, max(lane::text)::uuid as last_lane from ring) w
left join taken t on true;

--! complete
-- Moves ended jobs to the history; those of another run are left alone. Each run is looked up for itself, then found by its
-- place: a table that is empty at night tells the planner nothing (`0021_queue_lookups.sql`). Its job is found by its id, for its
-- own work may just have changed it (`release_key`).
with given as (
    select *
    from unnest(:ids::uuid[], :run_ids::uuid[], :states::text[], :ended_ats::timestamptz[]) as g (id, run_id, state, at)
), runs as materialized (
    select r.place, g.state, g.at
    from given g
    cross join lateral (select r.ctid as place, r.run_id from job_runs r where r.job_id = g.id limit 1) r
    where r.run_id = g.run_id
), ended as (
    delete from job_runs r
    using runs x
    where r.ctid = x.place
    returning r.job_id, r.run_id, r.worker, x.state, x.at
), gone as (
    delete from jobs j
    using ended e
    where j.id = e.job_id
    returning j.id, j.kind, j.tenant_id, j.store_id, j.args, e.state, j.priority, j.attempt, j.max_attempts, j.run_at, j.created_at, j.started_at
            , e.at, e.run_id, e.worker
)
insert into job_history (id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, run_id, worker)
select id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, at, run_id, worker
from gone
returning id;

--! put_back (errors[?], faults[?])
-- Retry, snooze, hand back or bury; only the dead are news for open screens. A snooze ends well: attempts are counted anew; what was handed back never ran.
with given as (
    select *
    from unnest(:ids::uuid[], :run_ids::uuid[], :states::text[], :run_ats::timestamptz[], :outcomes::text[], :errors::text[], :faults::text[]
        , :ended_ats::timestamptz[]) as g (id, run_id, state, run_at, outcome, error, fault, at)
), runs as materialized (
    select r.place, g.*
    from given g
    cross join lateral (select r.ctid as place, r.run_id as running from job_runs r where r.job_id = g.id limit 1) r
    where r.running = g.run_id
), ended as (
    delete from job_runs r
    using runs x
    where r.ctid = x.place
    returning r.job_id, r.run_id, r.worker, r.attempt, r.started_at, x.state, x.run_at, x.outcome, x.error, x.fault, x.at
), back as (
    update jobs j
    set state = e.state, run_at = e.run_at, run_id = null, last_error = e.error, fault = e.fault
      , attempt = case e.outcome when 'snooze' then 0 when 'back' then e.attempt - 1 else e.attempt end
      , finished_at = case when e.state = 'dead' then e.at end
    from ended e
    where j.id = e.job_id
    returning j.id, j.tenant_id, j.kind, j.state, e.run_id, e.attempt, e.worker, e.started_at, e.at, e.outcome, e.error, e.fault
), told as (
    insert into outbox (tenant_id, kind, op, ids, at)
    select tenant_id, 'job', 'updated', array_agg(id), max(at)
    from back
    where state = 'dead'
    group by tenant_id
), recorded as (
    insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error, fault)
    select run_id, id, tenant_id, kind, attempt, worker, started_at, at, outcome, error, fault
    from back
    where outcome not in ('snooze', 'back')
)
select id from back;

--! beat
-- A worker lives; its lease is by the database's clock.
insert into job_workers (id, name, version, kinds, stopping, started_at, seen_at, lease_until)
values (:worker, :name, :version, :kinds, :stopping, clock_timestamp(), clock_timestamp(), clock_timestamp() + make_interval(secs => :lease_seconds::float8))
on conflict (id) do update
set stopping = excluded.stopping, seen_at = excluded.seen_at, lease_until = excluded.lease_until;

--! leave
delete from job_workers where id = :worker;

--! forget_workers
-- Workers that have been silent for long.
delete from job_workers where lease_until < clock_timestamp() - interval '1 hour';

--! runs
-- All that runs: as much as the fleet may.
select run_id, worker from job_runs;

--! reap
-- Runs whose worker is silent, or which are named, go back to the queue as lost, or die after their last attempt.
with lost as (
    select r.ctid as place
    from job_runs r
    where r.run_id = any(:run_ids::uuid[])
       or not exists (select from job_workers w where w.id = r.worker and w.lease_until >= clock_timestamp())
    limit 1000
    for update skip locked
), ended as (
    delete from job_runs r
    using lost l
    where r.ctid = l.place
    returning r.*
), back as (
    update jobs j
    set state = case when e.attempt >= j.max_attempts then 'dead' else 'retryable' end
      , run_at = :now::timestamptz + case when e.attempt > 2 then make_interval(secs => e.attempt * e.attempt) else interval '0' end
      , run_id = null, last_error = 'the worker went silent: its lease ended', fault = 'the worker went silent: its lease ended'
      , finished_at = case when e.attempt >= j.max_attempts then :now::timestamptz end
    from ended e
    where j.id = e.job_id
    returning j.id, j.tenant_id, j.kind, j.state, e.run_id, e.attempt, e.worker, e.started_at
), told as (
    insert into outbox (tenant_id, kind, op, ids, at)
    select tenant_id, 'job', 'updated', array_agg(id), :now
    from back
    where state = 'dead'
    group by tenant_id
)
insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error, fault)
select run_id, id, tenant_id, kind, attempt, worker, started_at, :now, 'lost', 'the worker went silent: its lease ended', 'the worker went silent: its lease ended'
from back;

--! add_stats
insert into job_stats (at, kind, worker, done, first_try, snoozed, retried, died, busy_ms)
select s.at, s.kind, :worker, s.done, s.first_try, s.snoozed, s.retried, s.died, s.busy_ms
from unnest(:ats::timestamptz[], :kinds::text[], :done::bigint[], :first_try::bigint[], :snoozed::bigint[], :retried::bigint[], :died::bigint[]
    , :busy_ms::bigint[]) as s (at, kind, done, first_try, snoozed, retried, died, busy_ms)
on conflict (at, kind, worker) do update
set done = job_stats.done + excluded.done, first_try = job_stats.first_try + excluded.first_try, snoozed = job_stats.snoozed + excluded.snoozed
  , retried = job_stats.retried + excluded.retried, died = job_stats.died + excluded.died, busy_ms = job_stats.busy_ms + excluded.busy_ms;

--! delete_old_stats
delete from job_stats where at < :before;

--! dead_of_tenants : (oldest?)
select count(*) as n, min(finished_at) as oldest
from jobs
where state = 'dead'
  and (:everything or tenant_id = any(:tenant_ids));

--! insert_news (tenant_id?, store_id?)
insert into outbox (tenant_id, kind, op, store_id, ids, at)
values (:tenant_id, :kind, :op, :store_id, :ids, :at);

--! news : (tenant_id?, store_id?)
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
        (select created_at from jobs where tenant_id is null and kind = k.kind and priority <= 32767)
        union all
        (select created_at from job_history where tenant_id is null and kind = k.kind order by id desc limit 1)
    ) j
) j
where j.created_at is not null;

--! news_horizon
-- Everything below this transaction has been decided.
select pg_snapshot_xmin(pg_current_snapshot())::text as tx;

--! news_since : (tenant_id?, store_id?)
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
