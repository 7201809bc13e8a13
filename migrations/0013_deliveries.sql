-- Deliveries are applied a store at a time, many in one transaction; a record that only the store can settle is read
-- by a job of its own meanwhile.
alter table webhook_events drop constraint webhook_events_state_check;
alter table webhook_events add constraint webhook_events_state_check
    check (state in ('received', 'fetching', 'processed', 'ignored', 'quarantined', 'failed'));

-- What waits is asked for by merchant and store, and an equal delivery by its content too.
drop index webhook_events_pending_idx;
create index webhook_events_pending_idx on webhook_events (tenant_id, store_id, content_key) where state = 'received';

-- Finds the waiting job of a serial key.
create index jobs_waiting_idx on jobs (serial_key) where serial_key is not null and state in ('scheduled', 'available', 'retryable');

-- Some stores only deliver: nothing is read from them.
alter table store_routes add column reads boolean not null default true;

-- The order's record holds the records of its lines.
alter table order_lines drop column raw;
