-- An administrator asks, within the ceiling; another administrator or a supervisor, whom it is not about, confirms.
-- Nothing that was asked for changes afterwards.
create function app.keep_role_change() returns trigger language plpgsql set search_path = pg_catalog as $$
declare passes text[] := array['state', 'decided_by', 'decided_at']; me uuid := ctx.member(); may text[];
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if tg_op = 'INSERT' then
    may := app.settable(new.role);
    if ctx.role() is distinct from 'admin' or new.asked_by is distinct from me or new.member_id = me
      or new.state <> 'waiting' or new.decided_by is not null or new.decided_at is not null
      or new.in_force_at is not null or may = '{}' or not new.taken <@ may or not new.given <@ may
      or new.taken && new.given or (new.given <> '{}' and new.custom_role_id is null)
      or (new.role <> 'caseworker' and (new.own_only or new.open_only or new.max_days is not null))
      or (new.custom_role_id is not null and not exists (select 1 from app.custom_roles r where r.org_id = new.org_id
        and r.id = new.custom_role_id and r.role = new.role))
      or not (case new.kind
        when 'rules' then new.member_id is null
        when 'assign' then new.taken = '{}' and new.given = '{}' and not new.own_only and not new.open_only
          and new.max_days is null and exists (select 1 from app.members m where m.org_id = new.org_id
            and m.id = new.member_id and m.removed_at is null and m.role = new.role)
        else false end) then
      raise exception 'an administrator asks for a change of roles within the ceiling' using errcode = '42501';
    end if;
    new.opens_at := app.role_change_opens_at(new.asked_by, new.member_id);
    return new;
  end if;
  if (to_jsonb(new) - passes) is distinct from (to_jsonb(old) - passes) then
    raise exception 'what was asked for stays' using errcode = '42501';
  end if;
  if old.state = 'waiting' and new.state in ('confirmed', 'refused') and ctx.role() in ('supervisor', 'admin')
    and new.decided_by = me and new.decided_at is not null
    and (new.state = 'refused' or (me <> new.asked_by and me is distinct from new.member_id)) then
    return new;
  end if;
  if old.state = 'waiting' and new.state = 'withdrawn' and ctx.role() = 'admin'
    and (new.decided_by, new.decided_at) is not distinct from (old.decided_by, old.decided_at) then
    return new;
  end if;
  raise exception 'a second person confirms a change of roles' using errcode = '42501';
end $$;
