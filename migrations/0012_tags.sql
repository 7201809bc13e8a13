-- A merchant's own words for his orders.
create table tags (
    tenant_id uuid not null references tenants (id),
    id uuid not null,
    name text not null,
    name_norm text not null,                        -- folded: one tag of a name, however somebody writes it
    colour text not null check (colour in ('grey', 'blue', 'green', 'amber', 'red', 'violet')),
    created_at timestamptz not null,
    primary key (tenant_id, id),
    constraint tags_name_key unique (tenant_id, name_norm)
);
call app.protect('tags');

create table order_tags (
    tenant_id uuid not null,
    tag_id uuid not null,
    order_id uuid not null,
    primary key (tenant_id, tag_id, order_id),
    foreign key (tenant_id, tag_id) references tags (tenant_id, id) on delete cascade,
    foreign key (tenant_id, order_id) references orders (tenant_id, id) on delete cascade
);
create index order_tags_order_idx on order_tags (tenant_id, order_id, tag_id);
call app.protect('order_tags');
