-- Unsafe acts and looks. Both roles may append.

--! insert_audit (tenant_id?, actor_user_id?, ip?, request_id?)
insert into audit_log (id, tenant_id, at, actor_kind, actor_user_id, action, subject_type, subject_id, ip, request_id, detail)
values (:id, :tenant_id, :at, :actor_kind, :actor_user_id, :action, :subject_type, :subject_id, :ip, :request_id, :detail::text::jsonb);

--: Entry(tenant_id?, actor_user_id?, actor_name?, actor_email?)

--! audit_page (after?) : Entry
select a.id
     , a.tenant_id
     , a.at
     , a.actor_user_id
     , u.name as actor_name
     , u.email as actor_email
     , a.action
     , a.subject_type
     , a.subject_id
     , a.detail::text as detail
from audit_log a
left join users u on u.id = a.actor_user_id
where a.id < coalesce(:after, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
order by a.id desc
limit :limit;

--! audit_page_of (after?) : Entry
-- Of some tenants: the newest of each come out of its index in order, and are merged.
select a.id
     , a.tenant_id
     , a.at
     , a.actor_user_id
     , u.name as actor_name
     , u.email as actor_email
     , a.action
     , a.subject_type
     , a.subject_id
     , a.detail
from unnest(:tenant_ids::uuid[]) as t (id)
cross join lateral (
    select a.id, a.tenant_id, a.at, a.actor_user_id, a.action, a.subject_type, a.subject_id, a.detail::text as detail
    from audit_log a
    where a.tenant_id = t.id
      and a.id < coalesce(:after, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)
    order by a.id desc
    limit :limit
) a
left join users u on u.id = a.actor_user_id
order by a.id desc
limit :limit;

--! insert_looks
insert into staff_looks (user_id, tenant_id, area, hour)
select :user_id, x.tenant_id, :area, :hour
from unnest(:tenant_ids::uuid[]) as x (tenant_id)
on conflict do nothing
returning tenant_id;

--! delete_old_looks
delete from staff_looks where hour < :before;
