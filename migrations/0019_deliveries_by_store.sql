-- A delivery is asked for by its store alone: one index less to write, twice for each.
alter table webhook_events drop constraint webhook_events_pkey;
drop index webhook_events_store_idx;
alter table webhook_events add primary key (tenant_id, store_id, id);
