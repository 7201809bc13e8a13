-- Background work as people see it. What says "of everybody" runs as the system role.

--: Listed(tenant_id?, store_id?, started_at?, finished_at?, last_error?, fault?, serial_key?)

--! page (kind?, states?, store_id?, fault?, after?) : Listed
-- Waiting and finished work of one tenant, newest first: both tables are walked in order and merged.
select *
from (
    (select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at
          , created_at, started_at, finished_at, last_error, fault, serial_key
     from jobs
     where priority <= 32767
       and (:kind::text is null or kind = :kind)
       and (:states::text[] is null or case when run_id is null then state else 'running' end = any(:states))
       and (:store_id::uuid is null or store_id = :store_id)
       and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
    union all
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null
     from job_history
     where (:kind::text is null or kind = :kind)
       and (:states::text[] is null or state = any(:states))
       and (:store_id::uuid is null or store_id = :store_id)
       and :fault::text is null
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
) j
order by id desc
limit :limit;

--! platform_page (kind?, states?, fault?, after?) : Listed
-- The same of the platform itself.
select *
from (
    (select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at
          , created_at, started_at, finished_at, last_error, fault, serial_key
     from jobs
     where tenant_id is null
       and priority <= 32767
       and (:kind::text is null or kind = :kind)
       and (:states::text[] is null or case when run_id is null then state else 'running' end = any(:states))
       and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
    union all
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null
     from job_history
     where tenant_id is null
       and (:kind::text is null or kind = :kind)
       and (:states::text[] is null or state = any(:states))
       and :fault::text is null
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
) j
order by id desc
limit :limit;

--! idle_page (kind?, store_id?, fault?, after?) : Listed
-- Work of one tenant that neither runs nor is over: each state in the order of its index.
select *
from (
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error, fault, serial_key
     from jobs
     where state = 'scheduled'
       and max_attempts > 0
       and 'scheduled' = any(:states::text[])
       and (:kind::text is null or kind = :kind)
       and (:store_id::uuid is null or store_id = :store_id)
       and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
    union all
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error, fault, serial_key
     from jobs
     where state = 'retryable'
       and max_attempts > 0
       and 'retryable' = any(:states::text[])
       and (:kind::text is null or kind = :kind)
       and (:store_id::uuid is null or store_id = :store_id)
       and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
    union all
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error, fault, serial_key
     from jobs
     where state = 'dead'
       and max_attempts > 0
       and 'dead' = any(:states::text[])
       and (:kind::text is null or kind = :kind)
       and (:store_id::uuid is null or store_id = :store_id)
       and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
    union all
    (select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, last_error, fault, serial_key
     from jobs
     where state = 'available'
       and priority <= 32767
       and run_id is null
       and 'available' = any(:states::text[])
       and (:kind::text is null or kind = :kind)
       and (:store_id::uuid is null or store_id = :store_id)
       and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
       and (:after::uuid is null or id < :after)
     order by id desc
     limit :limit)
) j
order by id desc
limit :limit;

--! running_page (kind?, store_id?, fault?, after?) : Listed
-- Of everybody, or of these merchants: what runs. There are as many as the fleet may run.
select j.id, j.kind, j.tenant_id, j.store_id, 'running' as state, j.priority, j.attempt, j.max_attempts, j.run_at, j.created_at, j.started_at
     , j.finished_at, j.last_error, j.fault, j.serial_key
from job_runs r
join jobs j on j.id = r.job_id and j.run_id = r.run_id
where (:everything or r.tenant_id = any(:tenant_ids::uuid[]))
  and (:kind::text is null or j.kind = :kind)
  and (:store_id::uuid is null or j.store_id = :store_id)
  and (:fault::text is null or coalesce(j.fault, j.last_error, '') = :fault)
  and (:after::uuid is null or j.id < :after)
order by j.id desc
limit :limit;

--! finished_page (kind?, store_id?, after?) : Listed
-- Finished work of one tenant alone.
select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at
     , null::text as last_error, null::text as fault, null::text as serial_key
from job_history
where state = any(:states::text[])
  and (:kind::text is null or kind = :kind)
  and (:store_id::uuid is null or store_id = :store_id)
  and (:after::uuid is null or id < :after)
order by id desc
limit :limit;

--! walk (kind?, states?, store_id?, fault?, after?) : (place?)
-- Which of the next jobs of one tenant have a text among their arguments, and how far that was: looking into JSON may
-- tell what it sees, so it happens above the rows that the fence let through.
with walked as materialized (
    select *
    from (
        (select id, args
         from jobs
         where priority <= 32767
           and (:kind::text is null or kind = :kind)
           and (:states::text[] is null or case when run_id is null then state else 'running' end = any(:states))
           and (:store_id::uuid is null or store_id = :store_id)
           and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
           and (:after::uuid is null or id < :after)
         order by id desc
         limit :walk)
        union all
        (select id, args
         from job_history
         where (:kind::text is null or kind = :kind)
           and (:states::text[] is null or state = any(:states))
           and (:store_id::uuid is null or store_id = :store_id)
           and :fault::text is null
           and (:after::uuid is null or id < :after)
         order by id desc
         limit :walk)
    ) j
    order by id desc
    limit :walk
)
select w.n as walked, w.place, array(
           select id
           from walked
           where exists (
               select from jsonb_each_text(case when jsonb_typeof(args) = 'object' then args else '{}' end) a
               where a.value = :argument)
           order by id desc
           limit :limit) as ids
from (select count(*) as n, min(id::text)::uuid as place from walked) w;

--! page_of_ids : Listed
-- Of everybody: these jobs, which the fence has let through.
select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at
     , created_at, started_at, finished_at, last_error, fault, serial_key
from jobs
where id = any(:ids::uuid[])
union all
select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null
from job_history
where id = any(:ids::uuid[]);

--! whose : (tenant_id?)
-- Of everybody: the merchant of a job, before it is known who may see it.
select tenant_id from jobs where id = :id
union all
select tenant_id from job_history where id = :id
limit 1;

--! one : (tenant_id?, store_id?, started_at?, finished_at?, last_error?, fault?, unique_key?, serial_key?, run_id?, worker?)
-- Of everybody: a job with what it was given.
select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at
     , created_at, started_at, finished_at, last_error, fault, serial_key, unique_key, run_id, null::uuid as worker, args::text as args
from jobs
where id = :id
union all
select id, kind, tenant_id, store_id, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, null, null, null, null
     , run_id, worker, args::text
from job_history
where id = :id
limit 1;

--! attempts : (error?)
-- Of everybody: the attempts of a job that did not end it well. None is older than the job.
select id, attempt, outcome, started_at, finished_at, error, worker
from job_attempts
where job_id = :job_id
  and id >= :job_id
order by id desc
limit 50;

--! runs_where : (name?)
-- Of everybody: the worker that runs a job.
select r.worker, w.name
from job_runs r
left join job_workers w on w.id = r.worker
where r.job_id = :job_id;

--: Paused(kind?, tenant_id?, store_id?, paused_by?, by_name?)

--! pauses_on : Paused
-- Of everybody: what holds these kinds and stores back.
select p.id, p.kind, p.tenant_id, p.store_id, p.reason, p.paused_by, p.paused_at, u.name as by_name
from job_pauses p
left join users u on u.id = p.paused_by
where (p.store_id is null and p.kind = any(:kinds::text[]))
   or p.store_id = any(:store_ids::uuid[])
order by p.paused_at
limit 1000;

--! pauses_seen : Paused
-- Of everybody: kinds that are paused, and the stores of these merchants.
select p.id, p.kind, p.tenant_id, p.store_id, p.reason, p.paused_by, p.paused_at, u.name as by_name
from job_pauses p
left join users u on u.id = p.paused_by
where p.tenant_id is null
   or :everything
   or p.tenant_id = any(:tenant_ids::uuid[])
order by p.paused_at
limit 1000;

--! pause_on (kind?, store_id?) : Paused
select p.id, p.kind, p.tenant_id, p.store_id, p.reason, p.paused_by, p.paused_at, u.name as by_name
from job_pauses p
left join users u on u.id = p.paused_by
where coalesce(p.kind, '') = coalesce(:kind::text, '')
  and coalesce(p.store_id, '00000000-0000-0000-0000-000000000000') = coalesce(:store_id::uuid, '00000000-0000-0000-0000-000000000000');

--! pause_by_id : Paused
select p.id, p.kind, p.tenant_id, p.store_id, p.reason, p.paused_by, p.paused_at, u.name as by_name
from job_pauses p
left join users u on u.id = p.paused_by
where p.id = :id;

--! insert_pause (kind?, tenant_id?, store_id?)
insert into job_pauses (id, kind, tenant_id, store_id, reason, paused_by, paused_at)
values (:id, :kind, :tenant_id, :store_id, :reason, :paused_by, :now)
on conflict (coalesce(kind, ''), coalesce(store_id, '00000000-0000-0000-0000-000000000000'))
do nothing;

--! delete_pause
delete from job_pauses where id = :id;

--! store_of
-- The merchant of a store, behind the fence.
select tenant_id from stores where id = :id;

--! busy
-- Of everybody: what runs, by merchant.
select kind, lane, count(*) as n
from job_runs
where kind = any(:kinds::text[])
group by kind, lane;

--! serial_runs
-- Of everybody: what runs under these serial keys.
select serial_key, job_id
from job_runs
where serial_key = any(:serial_keys::text[]);

--! served_kinds
-- Of everybody: kinds that some living worker takes.
select distinct k.kind
from job_workers w
cross join lateral unnest(w.kinds) as k (kind)
where w.lease_until >= clock_timestamp()
  and not w.stopping;

--! ahead
-- Of everybody: jobs of the same kind and merchant whose turn comes before.
select count(*) as n
from (
    select
    from jobs
    where kind = :kind
      and lane = :lane
      and state = 'available'
      and max_attempts <= 32767
      and run_id is null
      and (run_at, id) < (:run_at, :id)
    limit 1000
) j;

--: Counted(oldest?)

--! counts : Counted
-- Of everybody.
select kind, case when run_id is null then state else 'running' end as state, count(*) as n
     , min(run_at) filter (where run_id is null and state <> 'dead' and run_at <= :now) as oldest
from jobs
group by 1, 2;

--! counted_to : Counted
-- Of everybody: jobs of these kinds by state, none counted further than to a limit: a million cost what ten thousand do.
-- What runs is among the available.
select k.kind, s.state, s.n, s.oldest
from unnest(:kinds::text[]) as k (kind)
cross join lateral (
    select 'available' as state
         , (select count(*) from (select from jobs where kind = k.kind and state = 'available' and max_attempts > 0 limit :most) j) as n
         , (select run_at
            from jobs
            where kind = k.kind and state = 'available' and max_attempts > 0 and run_id is null
            order by run_at, id
            limit 1) as oldest
    union all
    select 'scheduled', (select count(*) from (select from jobs where kind = k.kind and state = 'scheduled' and max_attempts > 0 limit :most) j), null
    union all
    select 'retryable', (select count(*) from (select from jobs where kind = k.kind and state = 'retryable' and max_attempts > 0 limit :most) j), null
    union all
    select 'dead', (select count(*) from (select from jobs where kind = k.kind and state = 'dead' and max_attempts > 0 limit :most) j), null
    union all
    select 'running', (select count(*) from job_runs where kind = k.kind and attempt <= 32767), null
) s
where s.n > 0;

--! own_counted_to : Counted
-- The same of these lanes.
select k.kind, s.state, s.n, s.oldest
from unnest(:kinds::text[]) as k (kind)
cross join lateral (
    select 'available' as state, (
        select count(*)
        from (
            select
            from unnest(:lanes::uuid[]) as l (lane)
            cross join lateral (select from jobs where kind = k.kind and state = 'available' and max_attempts <= 32767 and lane = l.lane limit :most) j
            limit :most) x) as n, (
        select min(j.run_at)
        from unnest(:lanes::uuid[]) as l (lane)
        cross join lateral (
            select run_at
            from jobs
            where kind = k.kind and state = 'available' and max_attempts <= 32767 and lane = l.lane and run_id is null
            order by run_at, id
            limit 1) j) as oldest
    union all
    select 'scheduled', (
        select count(*)
        from (
            select
            from unnest(:lanes::uuid[]) as l (lane)
            cross join lateral (select from jobs where kind = k.kind and state = 'scheduled' and max_attempts > 0 and lane = l.lane limit :most) j
            limit :most) x), null
    union all
    select 'retryable', (
        select count(*)
        from (
            select
            from unnest(:lanes::uuid[]) as l (lane)
            cross join lateral (select from jobs where kind = k.kind and state = 'retryable' and max_attempts > 0 and lane = l.lane limit :most) j
            limit :most) x), null
    union all
    select 'dead', (
        select count(*)
        from (
            select
            from unnest(:lanes::uuid[]) as l (lane)
            cross join lateral (select from jobs where kind = k.kind and state = 'dead' and max_attempts > 0 and lane = l.lane limit :most) j
            limit :most) x), null
    union all
    select 'running', (select count(*) from job_runs where kind = k.kind and attempt <= 32767 and lane = any(:lanes::uuid[])), null
) s
where s.n > 0;

--! done
-- Of everybody: what was done in each ten minutes. A standing job's round ends in a snooze, and well.
select kind, at, sum(done + snoozed)::bigint as done, sum(first_try + snoozed)::bigint as first_try
from job_stats
where at >= :since
group by kind, at;

--! own_done
-- What was done for one tenant, of his latest thousand jobs that ended.
select kind, count(*) as done, count(*) filter (where attempt = 1) as first_try
from (
    select kind, attempt, state, finished_at
    from job_history
    order by id desc
    limit 1000
) j
where state = 'completed'
  and finished_at >= :since
group by kind;

--! faults
-- Of everybody, or of these merchants: dead jobs by kind and reason.
select kind, coalesce(fault, last_error, '') as fault, count(*) as n, min(coalesce(finished_at, run_at)) as oldest, max(coalesce(finished_at, run_at)) as newest
     , max(id::text)::uuid as sample_id
from jobs
where state = 'dead'
  and (:everything or tenant_id = any(:tenant_ids))
group by 1, 2
order by n desc, newest desc
limit 100;

--! workers
-- Of everybody: who works, and how much. Leases are by the database's clock.
select w.id, w.name, w.version, w.started_at, w.seen_at, extract(epoch from w.lease_until - clock_timestamp())::float8 as lease_seconds
     , w.stopping, coalesce(r.n, 0) as running, w.kinds
from job_workers w
left join (select worker, count(*) as n from job_runs group by worker) r on r.worker = w.id
order by w.started_at, w.id
limit 200;

--! chore_history : (started_at?, finished_at?)
-- The latest times each chore was queued, newest first.
select k.kind, j.state, j.created_at, j.started_at, j.finished_at
from unnest(:kinds::text[]) as k (kind)
cross join lateral (
    select *
    from (
        (select id, case when run_id is null then state else 'running' end as state, created_at, started_at, finished_at
         from jobs
         where tenant_id is null and priority <= 32767 and kind = k.kind
         order by id desc
         limit 11)
        union all
        (select id, state, created_at, started_at, finished_at
         from job_history
         where tenant_id is null and kind = k.kind
         order by id desc
         limit 11)
    ) u
    order by id desc
    limit 11
) j
order by k.kind, j.id desc;

--! dead_matching (kind?, store_id?, fault?, ids?)
-- Dead jobs of one tenant, for an act on all of them.
select id
from jobs
where state = 'dead'
  and (:kind::text is null or kind = :kind)
  and (:store_id::uuid is null or store_id = :store_id)
  and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
  and (:ids::uuid[] is null or id = any(:ids))
order by id
limit :limit;

--! idle_matching (kind?, store_id?, fault?, ids?)
-- The same of what waits for its moment.
select id
from jobs
where state = any(:states::text[])
  and priority <= 32767
  and (:kind::text is null or kind = :kind)
  and (:store_id::uuid is null or store_id = :store_id)
  and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
  and (:ids::uuid[] is null or id = any(:ids))
order by id
limit :limit;

--! platform_matching (kind?, fault?, ids?)
-- The same of the platform itself.
select id
from jobs
where tenant_id is null
  and priority <= 32767
  and state = any(:states::text[])
  and (:kind::text is null or kind = :kind)
  and (:fault::text is null or coalesce(fault, last_error, '') = :fault)
  and (:ids::uuid[] is null or id = any(:ids))
order by id
limit :limit;

--! replay
-- Dead jobs of one lane may run again, but for those whose unique key another has: of several dead ones the latest.
with wanted as (
    select id, row_number() over (partition by kind, coalesce(unique_key, id::text) order by id desc) as place
    from jobs
    where id = any(:ids::uuid[])
      and lane = :lane
      and state = 'dead'
)
update jobs j
set state = 'available', run_at = :now, attempt = 0, last_error = null, fault = null, started_at = null, finished_at = null
from wanted w
where j.id = w.id
  and w.place = 1
  and j.state = 'dead'
  and not exists (
      select from jobs o
      where o.kind = j.kind and o.unique_key = j.unique_key and o.state <> 'dead')
returning j.id;

--! edit (unique_key?, serial_key?)
-- A dead job gets other arguments, with the keys that follow from them.
update jobs
set args = :args::text::jsonb, unique_key = :unique_key, serial_key = :serial_key
where id = :id
  and lane = :lane
  and state = 'dead';

--! still_dead
select count(*) as n
from jobs
where id = any(:ids::uuid[])
  and lane = :lane
  and state = 'dead';

--! run_now
update jobs
set state = 'available', run_at = :now
where id = any(:ids::uuid[])
  and lane = :lane
  and state in ('scheduled', 'retryable')
returning id;

--! close
-- Jobs that do not run leave the queue for the history, by the hand of a person.
with gone as (
    delete from jobs
    where id = any(:ids::uuid[])
      and lane = :lane
      and run_id is null
      and state = any(:states::text[])
    returning *
)
insert into job_history (id, kind, tenant_id, store_id, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at, closed_by)
select id, kind, tenant_id, store_id, args, 'cancelled', priority, attempt, max_attempts, run_at, created_at, started_at, :now, :closed_by
from gone
returning id;
