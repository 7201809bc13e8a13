-- Indexes that tests of plans asked for.

-- The list of one store and status comes out in order; counts still read the index alone. Same columns first as the
-- index it replaces, so no index more is written.
create index orders_store_status_idx on orders (tenant_id, store_id, status, placed_at desc, id desc)
    where trashed_at is null and deleted_at is null;
drop index orders_counts_idx;

-- Dead jobs of a merchant are counted for the first page. Few rows, and none is written before a job dies.
create index jobs_dead_idx on jobs (tenant_id, finished_at) where state = 'dead';

-- The platform's own chores: the list of jobs, and when each ran last. A few rows a minute, whatever merchants do.
create index job_history_platform_idx on job_history (id desc) where tenant_id is null;
create index job_history_chores_idx on job_history (kind, id desc) where tenant_id is null;

-- Runs that were left behind, looked for when the next begins: one row a stream.
create index sync_runs_running_idx on sync_runs (tenant_id, store_id, stream) where state = 'running';

-- Open quarantine is listed by id, counted by store and resolved by record; by last_seen_at nobody asks.
create index quarantine_open_record_idx on quarantine (tenant_id, store_id, resource, external_id) where resolved_at is null;
create index quarantine_open_id_idx on quarantine (tenant_id, id desc) where resolved_at is null;
drop index quarantine_open_idx;
