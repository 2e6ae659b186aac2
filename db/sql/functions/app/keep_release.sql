-- What the client signed stays: it is revoked once, what an older one covers is said once, and its scan is named once.
create function app.keep_release() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is null then return new; end if;
  if (to_jsonb(new) - array['revoked_at', 'revoked_reason', 'covers', 'exhibit_id'])
      is distinct from (to_jsonb(old) - array['revoked_at', 'revoked_reason', 'covers', 'exhibit_id'])
    or (old.revoked_at is not null and (new.revoked_at, new.revoked_reason) is distinct from (old.revoked_at, old.revoked_reason))
    or (old.covers is not null and new.covers is distinct from old.covers)
    or (old.exhibit_id is not null and new.exhibit_id is distinct from old.exhibit_id) then
    raise exception 'a release stays as it was signed' using errcode = '42501';
  end if;
  return new;
end $$;
