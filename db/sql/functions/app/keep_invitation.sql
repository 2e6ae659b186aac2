-- Whoever invites does so in their own name and never for themselves; a link is withdrawn, and otherwise stays.
create function app.keep_invitation() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if tg_op = 'INSERT' and (new.invited_by is distinct from ctx.member() or new.renews = ctx.member()
    or new.accepted_at is not null or new.accepted_by is not null) then
    raise exception 'nobody lets themselves in' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' and new.custom_role_id is not null and not exists (select 1 from app.custom_roles r
    where r.org_id = new.org_id and r.id = new.custom_role_id and r.role = new.role and new.renews is null) then
    raise exception 'a role of our own is built on the role of the invitation' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'withdrawn_at') is distinct from (to_jsonb(old) - 'withdrawn_at') then
    raise exception 'an invitation stays as it was made' using errcode = '42501';
  end if;
  return new;
end $$;
