-- What the client takes back on her page ends in her own transaction: from then on a release or an authority that she
-- signed there covers nothing. The rest (the annex, links, recalls, officers) follows by a job.
create function app.end_taken_back() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); why text := 'The client took it back on her page.';
begin
  if old.withdrawn_at is not null or new.withdrawn_at is null or new.recorded_id is null then return null; end if;
  perform ctx.put(o, m, 'service');
  update app.releases x set revoked_at = new.withdrawn_at, revoked_reason = why
  where new.kind = 'release' and x.org_id = o and x.id = new.recorded_id and x.revoked_at is null;
  update app.authorities x set revoked_at = new.withdrawn_at, revoked_reason = why
  where new.kind = 'authority' and x.org_id = o and x.id = new.recorded_id and x.revoked_at is null;
  perform ctx.put(o, m, r);
  return null;
end $$;
