-- Who: users, tenants, memberships, sessions, data keys. All of it runs as the system role but where it says tenant.

--! insert_tenant
insert into tenants (id, slug, name, timezone, created_at)
values (:id, :slug, :name, :timezone, :now)
on conflict (slug) do nothing;

--: Tenant()

--! tenant_by_id : Tenant
select id, slug, name, timezone, created_at
from tenants
where id = :id;

--! tenant_by_slug : Tenant
select id, slug, name, timezone, created_at
from tenants
where slug = :slug;

--! connected_stores
-- As the tenant.
select count(*) as n
from stores
where state <> 'disconnected';

--! tenant_page (after?) : ()
select t.id
     , t.slug
     , t.name
     , t.created_at
     , (select count(*) from memberships m where m.tenant_id = t.id) as members
from tenants t
where (:everything or t.id = any(:granted))
  and (:after::uuid is null or t.id > :after)
order by t.id
limit :limit;

--! entered_tenants : Tenant
select t.id, t.slug, t.name, t.timezone, t.created_at
from tenants t
where :everything
   or exists (select from staff_grants g where g.tenant_id = t.id and g.user_id = :user_id)
   or exists (select from memberships m where m.tenant_id = t.id and m.user_id = :user_id)
order by t.name, t.id
limit 200;

--! insert_user (password_hash?, platform_role?)
insert into users (id, email, email_norm, name, password_hash, platform_role, all_tenants, locale, created_at)
values (:id, :email, :email_norm, :name, :password_hash, :platform_role, :all_tenants, 'en', :now)
on conflict on constraint users_email_key do nothing;

--: Login(password_hash?, platform_role?)

--! login_by_email : Login
select id, email, name, locale, password_hash, platform_role, all_tenants
from users
where email_norm = :email_norm
  and disabled_at is null;

--! member_tenants
select t.id, t.slug, t.name, m.role
from memberships m
join tenants t on t.id = m.tenant_id
where m.user_id = :user_id
order by t.name, t.id
limit 200;

--! insert_session (tenant_id?, user_agent?, ip?)
insert into sessions (id, user_id, tenant_id, cookie_hash, access_hash, user_agent, ip, created_at, expires_at)
values (:id, :user_id, :tenant_id, :cookie_hash, :access_hash, :user_agent, :ip, :now, :expires_at);

--! session_by_hash : (tenant_id?, tenant_slug?, tenant_name?, platform_role?, member_role?)
select s.id
     , s.user_id
     , s.tenant_id
     , u.email
     , u.name
     , u.locale
     , u.platform_role
     , u.all_tenants
     , m.role as member_role
     , t.slug as tenant_slug
     , t.name as tenant_name
     , array(select g.tenant_id from staff_grants g where g.user_id = u.id limit 200) as granted
from sessions s
join users u on u.id = s.user_id and u.disabled_at is null
left join memberships m on m.user_id = s.user_id and m.tenant_id = s.tenant_id
left join tenants t on t.id = s.tenant_id
where (s.cookie_hash = :hash or s.access_hash = :hash)
  and s.expires_at > :now;

--! switch_session
update sessions
set tenant_id = :tenant_id
where id = :id
  and exists (select from memberships m where m.user_id = sessions.user_id and m.tenant_id = :tenant_id);

--! delete_session
delete from sessions where id = :id;

--! delete_expired_sessions
delete from sessions where expires_at < :now;

--! update_profile (name?, locale?)
update users
set name = coalesce(:name, name), locale = coalesce(:locale, locale)
where id = :id;

--! user_by_email : (platform_role?)
select id, email, name, platform_role
from users
where email_norm = :email_norm;

--: StaffRow(platform_role?)

--! staff_page (after?) : StaffRow
select u.id
     , u.email
     , u.name
     , u.platform_role
     , u.all_tenants
     , u.created_at
     , array(select g.tenant_id from staff_grants g where g.user_id = u.id order by g.tenant_id limit 200) as tenant_ids
from users u
where u.platform_role is not null
  and (:after::uuid is null or u.id > :after)
order by u.id
limit :limit;

--! staff_by_id : StaffRow
select u.id
     , u.email
     , u.name
     , u.platform_role
     , u.all_tenants
     , u.created_at
     , array(select g.tenant_id from staff_grants g where g.user_id = u.id order by g.tenant_id limit 200) as tenant_ids
from users u
where u.platform_role is not null
  and u.id = :id;

--! upsert_membership
insert into memberships (tenant_id, user_id, role, created_at)
values (:tenant_id, :user_id, :role, :now)
on conflict (tenant_id, user_id) do update set role = excluded.role
returning created_at;

--! delete_membership
delete from memberships where tenant_id = :tenant_id and user_id = :user_id;

--! delete_member_sessions
delete from sessions where tenant_id = :tenant_id and user_id = :user_id;

--! member_page (after?)
select m.user_id, u.email, u.name, m.role, m.created_at
from memberships m
join users u on u.id = m.user_id
where m.tenant_id = :tenant_id
  and (:after::uuid is null or m.user_id > :after)
order by m.user_id
limit :limit;

--! set_all_tenants
update users set all_tenants = :all_tenants where id = :id and platform_role is not null;

--! clear_grants
delete from staff_grants where user_id = :user_id;

--! insert_grants
insert into staff_grants (user_id, tenant_id)
select :user_id, t.id
from tenants t
where t.id = any(:tenant_ids)
on conflict do nothing;

--! insert_tenant_key
insert into tenant_keys (tenant_id, id, wrapped, created_at)
values (:tenant_id, :id, :wrapped, :now);

--! tenant_keys
select id, wrapped
from tenant_keys
where tenant_id = :tenant_id
order by id desc;

--! lock_tenant
select pg_advisory_xact_lock(hashtextextended(:tenant_id::uuid::text, 7261)) is null as locked;

--! strangers_to_sample
-- Whether there is anybody, or any merchant, that does not belong to the sample for measurements.
select exists (select from users where email_norm <> all(:emails::text[]))
    or exists (select from tenants where slug !~ '^bench-[0-9]+$') as yes;

--! names_of
-- system
select id, name from users where id = any(:ids);
