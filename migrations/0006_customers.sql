-- Shoppers, merged across a tenant's stores by normalised e-mail; never by phone.
create table customers (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    email text,
    email_norm text,
    name text not null default '',
    phone text not null default '',
    city text not null default '',
    country text not null default '',
    seen_at timestamptz not null,                   -- store time of the newest fact above
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    constraint customers_email_key unique (tenant_id, email_norm)
);
create index customers_updated_idx on customers (tenant_id, updated_at desc, id desc);
call app.protect('customers');

create table customer_identities (
    tenant_id uuid not null,
    id uuid not null,
    customer_id uuid not null,
    store_id uuid not null,
    external_id bigint,                             -- null: a guest
    email_norm text,
    raw json,
    content_hash bytea,
    store_modified_at timestamptz,
    read_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customers (tenant_id, id),
    foreign key (tenant_id, store_id) references stores (tenant_id, id)
);
create unique index customer_identities_external_key on customer_identities (tenant_id, store_id, external_id)
    where external_id is not null;
create unique index customer_identities_guest_key on customer_identities (tenant_id, store_id, email_norm)
    where external_id is null and email_norm is not null;
create index customer_identities_customer_idx on customer_identities (tenant_id, customer_id);
call app.protect('customer_identities');

create table customer_tokens (
    tenant_id uuid not null,
    token text collate "C" not null,            -- C: prefixes are ranges of the key, by leakproof operators
    customer_id uuid not null,
    primary key (tenant_id, token, customer_id),
    foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete cascade
);
create index customer_tokens_customer_idx on customer_tokens (tenant_id, customer_id);
call app.protect('customer_tokens');
