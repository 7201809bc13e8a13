-- The tenant fence. Everything below is owned by fulexo_owner; requests run as fulexo_tenant (one tenant,
-- by policy) or fulexo_system (named jobs across tenants, only where a table opens itself to it).
create schema if not exists app;

revoke all on schema public from public;
grant usage on schema public, app to fulexo_tenant, fulexo_system;

-- The tenant of this transaction; null (and therefore no rows) when unset or reset to ''.
create function app.tenant() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.current_tenant_id', true), '')::uuid $$;

-- Fences a tenant table: forced row security, one policy for the tenant role, ordinary verbs granted.
create procedure app.protect(t regclass)
language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format(
        'create policy tenant on %s for all to fulexo_tenant'
        ' using (tenant_id = (select app.tenant())) with check (tenant_id = (select app.tenant()))', t);
    execute format('grant select, insert, update, delete on %s to fulexo_tenant', t);
end
$$;

-- Lets the system role use the named verbs ('select, insert, …') on a table, in every tenant.
create procedure app.open_to_system(t regclass, verbs text)
language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy system on %s for all to fulexo_system using (true) with check (true)', t);
    execute format('grant %s on %s to fulexo_system', verbs, t);
end
$$;

-- Lets the tenant role use only the named verbs on its own rows of a platform table.
create procedure app.share_with_tenant(t regclass, verbs text)
language plpgsql
as $$
begin
    execute format(
        'create policy tenant on %s for all to fulexo_tenant'
        ' using (tenant_id = (select app.tenant())) with check (tenant_id = (select app.tenant()))', t);
    execute format('grant %s on %s to fulexo_tenant', verbs, t);
end
$$;

-- Append-only time-partitioned tables. Their ids are UUIDv7, so a range of ids is a range of time
-- and (tenant_id, id) stays unique.
create table app.partitioned (
    parent regclass primary key,
    days int not null check (days > 0),        -- width of one partition
    keep_days int check (keep_days > 0)        -- null: kept for ever
);

-- The smallest UUIDv7 of a moment.
create function app.uuid_at(at timestamptz) returns uuid
language sql immutable
as $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid $$;

-- Creates the partitions of the next 14 days and drops those past their keep. Runs as owner: the system role
-- may call it but may not create or drop tables itself. A default partition catches rows of no partition.
create function app.maintain_partitions(at timestamptz) returns int
language plpgsql security definer set search_path = public, app, pg_temp
as $$
declare
    p app.partitioned;
    width interval;
    lo timestamptz;
    child text;
    made int := 0;
    old record;
begin
    perform pg_advisory_xact_lock(726010);
    for p in select * from app.partitioned loop
        width := make_interval(days => p.days);
        lo := date_bin(width, at, timestamptz '2024-01-01 00:00:00+00') - width;
        while lo < at + interval '14 days' loop
            child := format('%s_%s', p.parent, to_char(lo at time zone 'utc', 'YYYYMMDD'));
            if to_regclass(child) is null then
                begin
                    execute format('create table %I partition of %s for values from (%L) to (%L)',
                        child, p.parent, app.uuid_at(lo), app.uuid_at(lo + width));
                    execute format('alter table %I enable row level security', child);
                    execute format('alter table %I force row level security', child);
                    made := made + 1;
                exception when check_violation then
                    -- the default partition already holds rows of this range: they stay there
                    null;
                end;
            end if;
            lo := lo + width;
        end loop;
        if p.keep_days is not null then
            for old in
                select c.relname
                from pg_inherits i
                join pg_class c on c.oid = i.inhrelid
                where i.inhparent = p.parent
                  and c.relname ~ '_\d{8}$'
                  and to_timestamp(right(c.relname, 8), 'YYYYMMDD') + width < at - make_interval(days => p.keep_days)
            loop
                execute format('drop table %I', old.relname);
            end loop;
        end if;
    end loop;
    return made;
end
$$;

revoke all on function app.maintain_partitions(timestamptz) from public;
grant execute on function app.maintain_partitions(timestamptz) to fulexo_system;
revoke execute on procedure app.protect(regclass), app.open_to_system(regclass, text),
    app.share_with_tenant(regclass, text) from public;

-- Declares a table as partitioned by id and gives it its default partition.
create procedure app.partition(t regclass, days int, keep_days int)
language plpgsql
as $$
begin
    execute format('create table %s_default partition of %s default', t, t);
    execute format('alter table %s_default enable row level security', t);
    execute format('alter table %s_default force row level security', t);
    insert into app.partitioned values (t, days, keep_days);
end
$$;
revoke execute on procedure app.partition(regclass, int, int) from public;
