-- Connected WooCommerce sites, what is known of them and how far each stream has been read.
create table stores (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    url text not null,                              -- as the person gave it, normalised
    api jsonb not null,                             -- transport, auth, canonical base: what the probe found
    state text not null check (state in ('connecting', 'healthy', 'degraded', 'unreachable', 'paused', 'disconnected')),
    cause text,                                     -- stable code of what is wrong
    reason text,                                    -- the same as a sentence
    state_since timestamptz not null,
    next_try_at timestamptz,
    consumer_key bytea,                             -- encrypted; null after disconnect
    consumer_secret bytea,                          -- encrypted
    tls_fingerprint bytea check (octet_length(tls_fingerprint) = 32),
    currency char(3) not null,
    timezone text not null,
    wc_version text not null,
    hpos boolean,
    clock_skew_ms bigint not null default 0,
    page_size int not null default 100 check (page_size between 1 and 100),
    webhooks text not null check (webhooks in ('active', 'polling_only', 'pending', 'failed')),
    last_event_at timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create unique index stores_url_key on stores (tenant_id, url) where state <> 'disconnected';
call app.protect('stores');

-- Where a webhook goes: read before any tenant is known, so it stands outside the fence.
create table store_routes (
    store_id uuid primary key,
    tenant_id uuid not null,
    secret bytea not null,                          -- webhook secret, encrypted
    accepts boolean not null default true,          -- false: paused or disconnected; deliveries are kept, not applied
    foreign key (tenant_id, store_id) references stores (tenant_id, id)
);
call app.open_to_system('store_routes', 'select');
call app.share_with_tenant('store_routes', 'select, insert, update');

create table store_streams (
    tenant_id uuid not null,
    store_id uuid not null,
    stream text not null check (stream in ('orders', 'refunds', 'products', 'variations', 'customers')),
    state text not null check (state in ('importing', 'live', 'paused', 'failed')),
    cursor jsonb not null default '{}',             -- how far it has been read; its shape belongs to the walk
    done bigint not null default 0,
    total bigint,
    rate double precision,                          -- rows per second of the running import
    failures int not null default 0,                -- in a row
    cause text,
    reason text,
    started_at timestamptz not null,
    imported_at timestamptz,
    last_success_at timestamptz,                    -- everything the store had at this moment is here
    next_run_at timestamptz,
    primary key (tenant_id, store_id, stream),
    foreign key (tenant_id, store_id) references stores (tenant_id, id)
);
call app.protect('store_streams');

create table store_hooks (
    tenant_id uuid not null,
    store_id uuid not null,
    topic text not null,
    external_id bigint not null,
    status text not null,
    checked_at timestamptz not null,
    primary key (tenant_id, store_id, topic),
    foreign key (tenant_id, store_id) references stores (tenant_id, id)
);
call app.protect('store_hooks');

-- What reached us by which channel, and what it cost the store, by hour.
create table store_activity (
    tenant_id uuid not null,
    store_id uuid not null,
    hour timestamptz not null,
    webhook int not null default 0,
    poll int not null default 0,
    requests int not null default 0,
    primary key (tenant_id, store_id, hour),
    foreign key (tenant_id, store_id) references stores (tenant_id, id)
);
call app.protect('store_activity');

create table sync_runs (
    tenant_id uuid not null,
    id uuid not null,
    store_id uuid not null,
    stream text not null,
    kind text not null check (kind in ('import', 'delta', 'rescan')),
    state text not null check (state in ('running', 'succeeded', 'partial', 'failed')),
    started_at timestamptz not null,
    ended_at timestamptz,
    requests int not null default 0,
    read int not null default 0,
    created int not null default 0,
    updated int not null default 0,
    unchanged int not null default 0,
    quarantined int not null default 0,
    cause text,
    reason text,
    primary key (tenant_id, id),
    foreign key (tenant_id, store_id) references stores (tenant_id, id)
);
create index sync_runs_store_idx on sync_runs (tenant_id, store_id, id desc);
call app.protect('sync_runs');

-- Records that could not be understood, kept raw until a person or a newer copy resolves them.
create table quarantine (
    tenant_id uuid not null,
    id uuid not null,
    store_id uuid not null,
    resource text not null,
    external_id text not null default '',           -- '' when the record has none; then by hash
    raw_hash bytea not null check (octet_length(raw_hash) = 32),
    raw text not null,
    reason text not null,
    count int not null default 1,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    resolved_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, store_id) references stores (tenant_id, id),
    constraint quarantine_record_key unique (tenant_id, store_id, resource, external_id, raw_hash)
);
create index quarantine_open_idx on quarantine (tenant_id, last_seen_at desc, id) where resolved_at is null;
call app.protect('quarantine');

-- Raw deliveries of stores, durable before they are answered. Ingestion is the system's; tenants read.
create table webhook_events (
    id uuid not null,
    tenant_id uuid not null,
    store_id uuid not null,
    received_at timestamptz not null,
    topic text not null,
    resource_id bigint,
    webhook_id text,
    delivery_id text,
    content_key bytea not null check (octet_length(content_key) = 32),   -- hash of topic and raw body
    body bytea not null,
    state text not null check (state in ('received', 'processed', 'ignored', 'quarantined', 'failed')),
    reason text,
    processed_at timestamptz,
    primary key (tenant_id, id)
) partition by range (id);
create index webhook_events_store_idx on webhook_events (tenant_id, store_id, id desc);
create index webhook_events_pending_idx on webhook_events (store_id, content_key) where state = 'received';
call app.open_to_system('webhook_events', 'select, insert, update');
call app.share_with_tenant('webhook_events', 'select, update');
call app.partition('webhook_events', 7, 30);
