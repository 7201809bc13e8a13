-- A table that was never looked at has no statistics, and whatever enters it first is planned as if it had ten pages: all
-- indexes that begin with the merchant look alike then, and each look-up of a first import would read all that came
-- before it. Autovacuum comes within a minute or so; this is for the minute. Runs as owner, who alone may analyze.
create function app.analyze_new() returns int
language plpgsql security definer set search_path = public, app, pg_temp
as $$
declare
    t regclass;
    n int := 0;
begin
    if not pg_try_advisory_xact_lock(726011) then
        return 0;
    end if;
    for t in
        select c.oid
        from pg_class c
        where c.relnamespace = 'public'::regnamespace
          and c.relkind = 'r'
          and c.reltuples < 300      -- also one that was looked at while its first rows were not committed yet
          and pg_relation_size(c.oid) > 0
    loop
        execute format('analyze %s', t);
        n := n + 1;
    end loop;
    return n;
end
$$;

revoke all on function app.analyze_new() from public;
grant execute on function app.analyze_new() to fulexo_system;
