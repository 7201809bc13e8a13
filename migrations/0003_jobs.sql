-- Background work and news for open screens.
create table jobs (
    id uuid primary key,
    kind text not null check (kind ~ '^[a-z][a-z-]*$'),
    tenant_id uuid references tenants (id),         -- null: work of the platform
    store_id uuid,
    args jsonb not null,
    state text not null check (state in ('scheduled', 'available', 'running', 'retryable', 'dead', 'cancelled')),
    priority smallint not null,
    run_at timestamptz not null,
    attempt smallint not null default 0,
    max_attempts smallint not null check (max_attempts > 0),
    unique_key text,                                -- at most one unfinished job of a kind
    serial_key text,                                -- at most one running job of a key
    lease_until timestamptz,
    worker uuid,
    last_error text,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    check ((state = 'running') = (lease_until is not null and worker is not null))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
create unique index jobs_unique_idx on jobs (kind, unique_key)
    where unique_key is not null and state in ('scheduled', 'available', 'running', 'retryable');
create unique index jobs_serial_idx on jobs (serial_key) where serial_key is not null and state = 'running';
create index jobs_ready_idx on jobs (kind, priority desc, run_at, id) where state in ('scheduled', 'available', 'retryable');
create index jobs_lease_idx on jobs (lease_until) where state = 'running';
create index jobs_tenant_idx on jobs (tenant_id, id desc);
call app.open_to_system('jobs', 'select, insert, update, delete');
call app.share_with_tenant('jobs', 'select, insert');

-- What became of finished jobs.
create table job_history (
    id uuid not null,
    kind text not null,
    tenant_id uuid,
    store_id uuid,
    args jsonb not null,
    state text not null check (state in ('completed', 'cancelled')),
    priority smallint not null,
    attempt smallint not null,
    max_attempts smallint not null,
    run_at timestamptz not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz not null,
    primary key (id)
) partition by range (id);
create index job_history_tenant_idx on job_history (tenant_id, id desc);
call app.open_to_system('job_history', 'select, insert');
call app.share_with_tenant('job_history', 'select');
call app.partition('job_history', 7, 14);

-- Every attempt, with its outcome.
create table job_attempts (
    id uuid not null,
    job_id uuid not null,
    tenant_id uuid,
    kind text not null,
    attempt smallint not null,
    worker uuid not null,
    started_at timestamptz not null,
    finished_at timestamptz not null,
    outcome text not null check (outcome in ('done', 'retry', 'fail', 'snooze', 'cancel', 'lost')),
    error text,
    primary key (id)
) partition by range (id);
create index job_attempts_job_idx on job_attempts (job_id, id);
call app.open_to_system('job_attempts', 'select, insert');
call app.share_with_tenant('job_attempts', 'select');
call app.partition('job_attempts', 7, 14);

-- News for open screens and other processes. Ids of a sequence are not in commit order, so readers go by
-- (tx, seq) and only below the oldest running transaction.
create table outbox (
    seq bigint generated always as identity,
    tx xid8 not null default pg_current_xact_id(),
    tenant_id uuid not null references tenants (id),
    kind text not null,
    op text not null check (op in ('created', 'updated', 'deleted')),
    store_id uuid,
    ids uuid[] not null,
    at timestamptz not null,
    primary key (tx, seq)
);
create index outbox_at_idx on outbox (at);
call app.open_to_system('outbox', 'select, insert, delete');
call app.share_with_tenant('outbox', 'insert');
