-- Which orders hold a product: a line names it by the store's ids.
create index order_lines_product_idx on order_lines (tenant_id, external_product_id, external_variation_id);
