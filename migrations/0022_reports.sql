-- Files that people asked for: a job writes them, a page of a list at a time, and they are kept for some days.
create table reports (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    kind text not null check (kind in ('orders', 'order-lines')),
    filters jsonb not null,                         -- of the list whose rows are in it
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    reason text,                                    -- why it failed
    place_at timestamptz,                           -- where the list goes on; written with the rows that lead there
    place_id uuid,
    parts int not null default 0,
    row_count bigint not null default 0,
    bytes bigint not null default 0,
    created_by uuid not null,                       -- a person
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    primary key (tenant_id, id)
);
call app.protect('reports');

create table report_parts (
    tenant_id uuid not null,
    report_id uuid not null,
    seq int not null,
    body bytea not null,
    primary key (tenant_id, report_id, seq),
    foreign key (tenant_id, report_id) references reports (tenant_id, id) on delete cascade
);
call app.protect('report_parts');

-- not every PostgreSQL is built with lz4
do $$
begin
    if (select 'lz4' = any(enumvals) from pg_settings where name = 'default_toast_compression') then
        alter table report_parts alter column body set compression lz4;
    end if;
end
$$;
