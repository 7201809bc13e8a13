-- Files that people asked for. Tenant role but where it says system.

--: Report(reason?, place_at?, place_id?, started_at?, finished_at?)

--! report_page (after?) : Report
select tenant_id, id, kind, filters::text as filters, state, reason, place_at, place_id, parts, row_count, bytes, created_by, created_at, started_at, finished_at
from reports
where (:after::uuid is null or id < :after)
order by id desc
limit :limit;

--! report_by_id : Report
select tenant_id, id, kind, filters::text as filters, state, reason, place_at, place_id, parts, row_count, bytes, created_by, created_at, started_at, finished_at
from reports
where id = :id;

--! lock_report : Report
-- Whoever adds to a report or deletes it follows whoever did so before.
select tenant_id, id, kind, filters::text as filters, state, reason, place_at, place_id, parts, row_count, bytes, created_by, created_at, started_at, finished_at
from reports
where id = :id
for update;

--! lock_reports
-- New reports of one merchant follow one another, so that they are counted rightly.
select pg_advisory_xact_lock(hashtextextended(app.tenant()::text, 7265)) is null as locked;

--! count_reports
select count(*) as n from reports;

--! insert_report
insert into reports (tenant_id, id, kind, filters, state, created_by, created_at)
values (app.tenant(), :id, :kind, :filters::text::jsonb, 'waiting', :created_by, :now);

--! insert_parts
insert into report_parts (tenant_id, report_id, seq, body)
select app.tenant(), :report_id, x.seq, x.body
from unnest(:seqs::int[], :bodies::bytea[]) as x (seq, body);

--! advance_report (reason?, place_at?, place_id?, finished_at?)
update reports
set state = :state, reason = :reason, place_at = :place_at, place_id = :place_id, parts = :parts, row_count = :row_count, bytes = :bytes
  , started_at = coalesce(started_at, :now), finished_at = :finished_at
where id = :id;

--! fail_report
update reports
set state = 'failed', reason = :reason, finished_at = :now
where id = :id
  and state in ('waiting', 'running');

--! delete_parts
delete from report_parts where report_id = :id;

--! part
select body from report_parts where report_id = :report_id and seq = :seq;

--! delete_report
delete from reports where id = :id;

--! delete_old_reports
delete from reports where finished_at < :before returning id;

--! store_names
select id, name from stores;

--! merchants (after?)
-- system: all of them, a page at a time
select id
from tenants
where (:after::uuid is null or id > :after)
order by id
limit :limit;

--! unfinished_reports
select id from reports where state in ('waiting', 'running');

--! with_job
-- system: which of these have a job that goes on
select unique_key
from jobs
where kind = :kind
  and unique_key = any(:keys::text[])
  and unique_key is not null
  and state <> 'dead';
