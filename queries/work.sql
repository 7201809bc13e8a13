-- Background work as people see it. What says "of everybody" runs as the system role.

--: Listed(tenant_id?, store_id?, started_at?, finished_at?, last_error?, fault?, serial_key?)

--! page (kind?, states?, store_id?, fault?, after?) : Listed
-- Waiting and finished work of one tenant, newest first: both tables are walked in order and merged.
select *
from (
    (select id, kind, tenant_id, store_id, case when run_id is null then state else 'running' end as state, priority, attempt, max_attempts, run_at
          , created_at, started_at, finished_at, last_error, fault, serial_key
     from jobs
     where (:kind::text is null or kind = :kind)
       and (:states::text[] is null or case when run_id is null then state else 'running' end = any(:states))
       and (:store_id::uuid is null or store_id = :store_id)
       and (:fault::text is null or fault = :fault)
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
       and (:kind::text is null or kind = :kind)
       and (:states::text[] is null or case when run_id is null then state else 'running' end = any(:states))
       and (:fault::text is null or fault = :fault)
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
