-- In one's own name, with a reason, off a release that stands, and never the last one: that release is revoked
-- instead.
create function app.keep_taken_off() returns trigger language plpgsql set search_path = pg_catalog as $$
declare said text[] := array['taken_off_at', 'taken_off_by', 'taken_off_reason'];
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  if tg_op = 'INSERT' then
    if num_nonnulls(new.taken_off_at, new.taken_off_by, new.taken_off_reason) > 0 then
      raise exception 'an officer is named first' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.taken_off_at is not null or new.taken_off_at is null or new.taken_off_by is distinct from ctx.member()
    or coalesce(new.taken_off_reason, '') = '' or (to_jsonb(new) - said) is distinct from (to_jsonb(old) - said) then
    raise exception 'an officer is taken off once, in one''s own name' using errcode = '42501';
  end if;
  perform 1 from app.releases r where r.org_id = new.org_id and r.id = new.release_id and r.revoked_at is null;
  if not found then raise exception 'no such release in force' using errcode = '42501'; end if;
  perform 1 from app.release_recipients n where n.org_id = new.org_id and n.release_id = new.release_id
    and n.id <> new.id and n.taken_off_at is null;
  if not found then raise exception 'the last officer is not taken off' using errcode = '42501'; end if;
  return new;
end $$;
