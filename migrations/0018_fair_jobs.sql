-- Jobs that are fair between merchants. A worker holds one lease for all it runs; a job that runs has a row in
-- job_runs, so that the fleet's limits are counted and a serial key is taken once. Claiming writes only columns
-- without an index: the new version of the row stays in its page.

-- Who works. Leases are by the database's clock: those of the machines may step.
create table job_workers (
    id uuid primary key,
    name text not null,                             -- host and process
    version text not null,
    kinds text[] not null,
    stopping boolean not null default false,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    lease_until timestamptz not null
) with (fillfactor = 50);
call app.open_to_system('job_workers', 'select, insert, update, delete');

-- What runs now.
create table job_runs (
    job_id uuid primary key,
    run_id uuid not null,                           -- the fence: who ends an attempt must name it
    kind text not null,
    lane uuid not null,
    tenant_id uuid,
    serial_key text,
    worker uuid not null,
    attempt smallint not null,
    started_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);
create unique index job_runs_serial_idx on job_runs (serial_key) where serial_key is not null;
create index job_runs_kind_idx on job_runs (kind, run_id);
call app.open_to_system('job_runs', 'select, insert, update, delete');
call app.share_with_tenant('job_runs', 'select');

-- What must wait until a person lets it go on: a kind, a store, or a kind of a store.
create table job_pauses (
    id uuid primary key,
    kind text,
    tenant_id uuid references tenants (id),
    store_id uuid,
    reason text not null default '',
    paused_by uuid,                                 -- a person
    paused_at timestamptz not null,
    check (kind is not null or store_id is not null),
    check (store_id is null or tenant_id is not null)
);
create unique index job_pauses_what_idx on job_pauses (coalesce(kind, ''), coalesce(store_id, '00000000-0000-0000-0000-000000000000'));
create index job_pauses_tenant_idx on job_pauses (tenant_id);
call app.open_to_system('job_pauses', 'select, insert, delete');
call app.share_with_tenant('job_pauses', 'select');

-- What each worker did in ten minutes of a kind. A worker adds to its own row only.
create table job_stats (
    at timestamptz not null,
    kind text not null,
    worker uuid not null,
    done bigint not null default 0,
    first_try bigint not null default 0,            -- of those done
    snoozed bigint not null default 0,
    retried bigint not null default 0,
    died bigint not null default 0,
    busy_ms bigint not null default 0,
    primary key (at, kind, worker)
) with (fillfactor = 50);
call app.open_to_system('job_stats', 'select, insert, update, delete');

-- A job that ran when the last worker stopped runs again. The owner is behind the fence as well.
alter table jobs no force row level security;
drop index jobs_unique_idx, jobs_serial_idx, jobs_ready_idx, jobs_lease_idx, jobs_waiting_idx;
alter table jobs drop constraint jobs_state_check, drop column lease_until, drop column worker;
update jobs set state = 'available' where state = 'running' or state in ('scheduled', 'retryable') and run_at <= now();
update jobs set state = 'dead', finished_at = coalesce(finished_at, now()) where state = 'cancelled';
alter table jobs
    add constraint jobs_state_check check (state in ('scheduled', 'available', 'retryable', 'dead')),
    add column lane uuid not null generated always as (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)) stored,
    add column run_id uuid,                         -- while it runs; in no index, like attempt and started_at
    add column fault text,                          -- what failed, without what differs between jobs: reasons are grouped by it
    add constraint jobs_runs_check check (run_id is null or state = 'available');
alter table jobs force row level security;
alter table jobs set (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_cost_delay = 0);
create unique index jobs_unique_idx on jobs (kind, unique_key) where unique_key is not null and state <> 'dead';
-- In the order of their moments, of everybody and of each merchant; those that run are still in it.
-- Only statements that say so use the first: a table that is empty at night tells the planner nothing by day.
create index jobs_queue_idx on jobs (kind, run_at, id) where state = 'available' and max_attempts > 0;
create index jobs_lane_idx on jobs (kind, lane, run_at, id) where state = 'available';
create index jobs_due_idx on jobs (run_at) where state in ('scheduled', 'retryable');
create index jobs_serial_idx on jobs (serial_key) where serial_key is not null and state <> 'dead';
create index jobs_faults_idx on jobs (kind, fault, id) where state = 'dead';

-- A finished job's row is the record of its last attempt; job_attempts has the others.
alter table job_history
    add column run_id uuid,
    add column worker uuid,
    add column closed_by uuid;                      -- the person who discarded it
alter table job_attempts add column fault text;
