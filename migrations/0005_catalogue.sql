-- Products (the thing a tenant owns) and their listings (the thing a store sells).
create table products (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    sku text not null default '',
    name text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id)
);
create index products_updated_idx on products (tenant_id, updated_at desc, id desc);
call app.protect('products');

create table listings (
    tenant_id uuid not null,
    id uuid not null,
    store_id uuid not null,
    product_id uuid,                                -- null: the parent of variations, no physical thing
    external_product_id bigint not null,
    external_variation_id bigint not null default 0,    -- 0: not a variation
    type text not null,
    status text not null,
    name text not null,
    sku text not null default '',
    price numeric,
    regular_price numeric,
    sale_price numeric,
    manage_stock text not null check (manage_stock in ('yes', 'no', 'parent')),
    stock_quantity numeric,
    stock_status text not null,
    image_url text,
    attributes jsonb not null default '[]',
    raw json not null,
    content_hash bytea not null,
    store_modified_at timestamptz not null,         -- (store_modified_at, read_at) is the version of the copy
    read_at timestamptz not null,
    deleted_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    constraint listings_external_key unique (tenant_id, store_id, external_product_id, external_variation_id),
    foreign key (tenant_id, store_id) references stores (tenant_id, id),
    foreign key (tenant_id, product_id) references products (tenant_id, id)
);
create index listings_product_idx on listings (tenant_id, product_id);
call app.protect('listings');

-- Folded words of SKUs and names for prefix search behind the fence.
create table product_tokens (
    tenant_id uuid not null,
    token text collate "C" not null,            -- C: prefixes are ranges of the key, by leakproof operators
    product_id uuid not null,
    primary key (tenant_id, token, product_id),
    foreign key (tenant_id, product_id) references products (tenant_id, id) on delete cascade
);
create index product_tokens_product_idx on product_tokens (tenant_id, product_id);
call app.protect('product_tokens');
