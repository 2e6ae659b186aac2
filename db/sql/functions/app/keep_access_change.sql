-- What a supervisor decides on. Nobody asks for themselves, and nothing that was asked for changes afterwards.
create function app.keep_access_change() returns trigger language plpgsql set search_path = pg_catalog as $$
declare passes text[] := array['state', 'decided_by', 'decided_at']; me uuid := ctx.member();
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if tg_op = 'INSERT' then
    if ctx.role() is distinct from 'admin' or new.asked_by is distinct from me or new.member_id = me
      or new.state <> 'waiting' or new.decided_by is not null or new.decided_at is not null or new.done_at is not null
      or not (case new.kind
        when 'join' then new.member_id is null and exists (select 1 from app.invitations i where i.id = new.invitation_id
          and i.renews is null and i.role = new.role and i.invited_by = me and i.accepted_at is null)
        when 'renew' then exists (select 1 from app.invitations i join app.members m on m.id = i.renews
          where i.id = new.invitation_id and i.renews = new.member_id and m.role = new.role and i.accepted_at is null)
        when 'role' then new.invitation_id is null and new.role <> 'liaison' and exists (select 1 from app.members m
          where m.id = new.member_id and m.removed_at is null and m.role <> 'liaison'
            and app.reach_of(new.role) > app.reach_of(m.role))
        else false end) then
      raise exception 'an administrator asks for access of somebody else' using errcode = '42501';
    end if;
    -- A link from before the first client that is used after it waits like any other.
    new.opens_at := case when new.kind = 'role' and app.is_founding() then transaction_timestamp()
      else ctx.opens_at(new.asked_by, new.member_id) end;
    return new;
  end if;
  if (to_jsonb(new) - passes) is distinct from (to_jsonb(old) - passes) then
    raise exception 'what was asked for stays' using errcode = '42501';
  end if;
  if old.state = 'waiting' and new.state in ('released', 'refused') and ctx.role() = 'supervisor' and new.decided_by = me
    and new.decided_at is not null
    and (new.state = 'refused' or (me <> new.asked_by and me is distinct from new.member_id)) then
    return new;
  end if;
  if old.state in ('waiting', 'released') and new.state = 'withdrawn' and ctx.role() = 'admin'
    and (new.decided_by, new.decided_at) is not distinct from (old.decided_by, old.decided_at) then
    return new;
  end if;
  raise exception 'a second person, a supervisor, releases access to cases' using errcode = '42501';
end $$;
