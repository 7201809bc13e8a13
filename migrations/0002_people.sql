-- Who: tenants, users, memberships, sessions, data keys, audit.
create table tenants (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$'),
    name text not null check (length(name) between 1 and 200),
    timezone text not null default 'UTC',
    created_at timestamptz not null
);
call app.open_to_system('tenants', 'select, insert, update');
create policy tenant on tenants for select to fulexo_tenant using (id = (select app.tenant()));
grant select on tenants to fulexo_tenant;

create table users (
    id uuid primary key,
    email text not null,
    email_norm text not null constraint users_email_key unique,
    name text not null,
    password_hash text,
    platform_role text check (platform_role in ('owner', 'admin', 'warehouse', 'support', 'billing')),
    all_tenants boolean not null default true,      -- staff only: granted every tenant
    locale text not null default 'en' check (locale in ('en', 'tr')),
    created_at timestamptz not null,
    disabled_at timestamptz
);
call app.open_to_system('users', 'select, insert, update');

create table memberships (
    tenant_id uuid not null references tenants (id),
    user_id uuid not null references users (id),
    role text not null check (role in ('admin', 'member', 'viewer')),
    created_at timestamptz not null,
    primary key (tenant_id, user_id)
);
create index memberships_user_idx on memberships (user_id);
call app.open_to_system('memberships', 'select, insert, update, delete');
call app.share_with_tenant('memberships', 'select');

create table staff_grants (
    user_id uuid not null references users (id),
    tenant_id uuid not null references tenants (id),
    primary key (user_id, tenant_id)
);
call app.open_to_system('staff_grants', 'select, insert, delete');

create table sessions (
    id uuid primary key,
    user_id uuid not null references users (id),
    tenant_id uuid references tenants (id),         -- the tenant a member acts in; null for staff
    cookie_hash bytea not null constraint sessions_cookie_key unique check (octet_length(cookie_hash) = 32),
    access_hash bytea not null constraint sessions_access_key unique check (octet_length(access_hash) = 32),
    user_agent text,
    ip text,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index sessions_user_idx on sessions (user_id);
create index sessions_expiry_idx on sessions (expires_at);
call app.open_to_system('sessions', 'select, insert, update, delete');

-- One data key per tenant, wrapped by the master key; the plaintext key never leaves the process.
create table tenant_keys (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    wrapped bytea not null,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
call app.open_to_system('tenant_keys', 'select, insert');

-- Unsafe acts and looks of staff. Append only: nobody is granted more than insert and select.
create table audit_log (
    id uuid not null,
    tenant_id uuid references tenants (id),         -- null: an act on the platform itself
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('staff', 'member', 'system')),
    actor_user_id uuid,
    action text not null,                           -- 'store.connect', 'tenant.look', …
    subject_type text not null,
    subject_id text not null,
    ip text,
    request_id text,
    detail jsonb not null default '{}',
    primary key (id)
) partition by range (id);
create index audit_log_tenant_idx on audit_log (tenant_id, id desc);
call app.open_to_system('audit_log', 'select, insert');
call app.share_with_tenant('audit_log', 'select, insert');
call app.partition('audit_log', 30, null);

-- A look of staff into a tenant is audited once per person, tenant, area and hour.
create table staff_looks (
    user_id uuid not null references users (id),
    tenant_id uuid not null references tenants (id),
    area text not null,
    hour timestamptz not null,
    primary key (user_id, tenant_id, area, hour)
);
call app.open_to_system('staff_looks', 'select, insert, delete');
