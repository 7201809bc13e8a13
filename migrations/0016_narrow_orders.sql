-- What a page of orders reads, and what an order writes.

-- The store's record lies beside the row unless it is small, so that a page of a list reads few pages of the table.
alter table orders set (toast_tuple_target = 1024);
alter table orders alter column words set storage main;

-- Only items are lines of a product.
drop index order_lines_product_idx;
create index order_lines_product_idx on order_lines (tenant_id, external_product_id, external_variation_id) where kind = 'item';
