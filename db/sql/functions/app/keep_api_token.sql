-- An administrator makes it for somebody else, for a year at most and never for longer; that member alone agrees to it;
-- once ended it stays so. Nothing that came through a token makes, agrees to or ends one.
create function app.keep_api_token() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = (select pg_get_userbyid(c.relowner) from pg_class c where c.oid = tg_relid) then return new; end if;
  if ctx.part(7) is not null then
    raise exception 'a token does nothing to tokens' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' then
    if new.made_by is distinct from ctx.member() or new.member_id = new.made_by or new.agreed_at is not null
      or new.ended_at is not null or new.last_used_on is not null
      or new.expires_at > clock_timestamp() + interval '367 days'
      or not exists (select 1 from app.members m where m.org_id = new.org_id and m.id = new.member_id
        and m.role = new.role and m.role in ('caseworker', 'supervisor') and m.removed_at is null) then
      raise exception 'an administrator makes it for a member who works on cases' using errcode = '42501';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - array['agreed_at', 'ended_at', 'ended_by', 'expires_at'])
      is distinct from (to_jsonb(old) - array['agreed_at', 'ended_at', 'ended_by', 'expires_at'])
    or new.expires_at > old.expires_at
    or (old.ended_at is not null and new.ended_at is distinct from old.ended_at) then
    raise exception 'a token stays as it was made' using errcode = '42501';
  end if;
  if new.agreed_at is distinct from old.agreed_at
    and (old.agreed_at is not null or old.ended_at is not null or new.member_id is distinct from ctx.member()) then
    raise exception 'the member in whose name it acts agrees to it' using errcode = '42501';
  end if;
  return new;
end $$;
