-- Jobs as people see them. What neither may be taken nor runs is listed by state, and counted by kind; rows that may be
-- taken are in neither index, so that work that succeeds at once pays nothing for it. Only statements that say what is
-- always true use them: what looks for due work must not walk them.
create index jobs_idle_idx on jobs (tenant_id, state, id desc) where state <> 'available' and max_attempts > 0;
create index jobs_counts_idx on jobs (kind, state, lane) where state <> 'available' and max_attempts > 0;

-- News without a merchant are of the platform, for those who see everything.
alter table outbox alter column tenant_id drop not null;
