-- Only an officer whose entry counts is named, on a release of the same case that stands, and never beyond its last
-- day, wherever that day ends last.
create function app.keep_recipient() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() is null or ctx.role() = 'service' then return new; end if;
  perform 1 from app.releases r where r.org_id = new.org_id and r.id = new.release_id and r.case_id = new.case_id
    and r.revoked_at is null and new.ends_at <= (r.expires_on + 1)::timestamp at time zone 'UTC' + interval '12 hours';
  if not found then raise exception 'no such release in force' using errcode = '42501'; end if;
  perform 1 from app.liaisons l join app.members m on m.org_id = l.org_id and m.id = l.member_id and m.removed_at is null
  where l.org_id = new.org_id and l.member_id = new.member_id and (l.confirmed_at is not null or l.from_before);
  if not found then raise exception 'the officer is not confirmed' using errcode = '42501'; end if;
  return new;
end $$;
