-- Counts by status read this alone, not every order of the merchant.
create index orders_counts_idx on orders (tenant_id, store_id, status) where trashed_at is null and deleted_at is null;
