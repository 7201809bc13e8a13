-- The number is kept for the jobs' own tables.
select 1;
