-- A table whose rows were all dead when it was last looked at tells the planner that each of its indexes has one page: it
-- would go through the whole of any that could answer. So each index answers only those who name it, by a condition that
-- is always true; what is looked up by its id has the primary key and nothing else.
drop index jobs_lane_idx, jobs_tenant_idx;
create index jobs_lane_idx on jobs (kind, lane, run_at, id) where state = 'available' and max_attempts <= 32767;
create index jobs_tenant_idx on jobs (tenant_id, id desc) where priority <= 32767;
drop index job_runs_kind_idx;
create index job_runs_kind_idx on job_runs (kind, run_id) where attempt <= 32767;
