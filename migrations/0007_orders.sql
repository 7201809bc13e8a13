-- Sales, as the stores computed them.
create table orders (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    store_id uuid not null,
    external_id bigint not null,
    number text not null,
    status text not null check (status in ('pending', 'on_hold', 'processing', 'shipped', 'completed', 'cancelled',
        'refunded', 'failed', 'draft', 'unknown')),     -- unknown: store_status is not mapped yet
    store_status text not null,
    currency char(3) not null,
    total numeric not null,
    total_minor bigint not null,                    -- total in minor units, for filters: numeric comparison is not leakproof
    refunded numeric not null default 0,
    pieces numeric not null default 0,
    customer_id uuid,
    customer_name text not null default '',
    customer_email text not null default '',
    country text not null default '',
    payment_method_title text not null default '',
    placed_at timestamptz not null,
    paid_at timestamptz,
    completed_at timestamptz,
    raw json not null,                              -- the store's record, verbatim
    content_hash bytea not null,
    store_modified_at timestamptz not null,         -- (store_modified_at, read_at) is the version of the copy
    read_at timestamptz not null,
    trashed_at timestamptz,
    deleted_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    constraint orders_external_key unique (tenant_id, store_id, external_id),
    foreign key (tenant_id, store_id) references stores (tenant_id, id),
    foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index orders_placed_idx on orders (tenant_id, placed_at desc, id desc);
create index orders_store_idx on orders (tenant_id, store_id, placed_at desc, id desc);
create index orders_status_idx on orders (tenant_id, status, placed_at desc, id desc);
create index orders_customer_idx on orders (tenant_id, customer_id, placed_at desc);
call app.protect('orders');

create table order_lines (
    tenant_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    kind text not null check (kind in ('item', 'shipping', 'fee', 'coupon', 'tax')),
    position int not null,
    external_id bigint not null,
    name text not null,
    sku text not null default '',
    external_product_id bigint not null default 0,
    external_variation_id bigint not null default 0,
    quantity numeric,
    subtotal numeric,
    total numeric not null,
    total_tax numeric not null,
    raw json not null,
    primary key (tenant_id, id),
    constraint order_lines_external_key unique (tenant_id, order_id, kind, external_id),
    foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade
);
call app.protect('order_lines');

create table order_refunds (
    tenant_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    external_id bigint not null,
    reason text not null default '',
    amount numeric not null,
    refunded_at timestamptz,                        -- null until the refund itself has been read
    raw json,
    gone_at timestamptz,                            -- no longer named by its order: deleted in the store
    primary key (tenant_id, id),
    constraint order_refunds_external_key unique (tenant_id, order_id, external_id),
    foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade
);
call app.protect('order_refunds');

-- Every change of an order, with the channel that brought it.
create table order_timeline (
    tenant_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    at timestamptz not null,
    source text not null check (source in ('webhook', 'poll', 'census', 'hash', 'person', 'rule', 'job')),
    event text not null check (event in ('received', 'changed', 'trashed', 'restored', 'deleted', 'refunded')),
    actor_user_id uuid,
    store_modified_at timestamptz,
    changes jsonb not null default '[]',            -- [{field, from, to}]
    primary key (tenant_id, id),
    foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade
);
create index order_timeline_order_idx on order_timeline (tenant_id, order_id, id desc);
call app.protect('order_timeline');

create table order_tokens (
    tenant_id uuid not null,
    token text collate "C" not null,            -- C: prefixes are ranges of the key, by leakproof operators
    order_id uuid not null,
    primary key (tenant_id, token, order_id),
    foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade
);
create index order_tokens_order_idx on order_tokens (tenant_id, order_id);
call app.protect('order_tokens');
