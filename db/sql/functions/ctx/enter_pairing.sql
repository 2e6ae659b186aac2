-- The door of the browser extension: its token opens a context of the member who paired it, for one case and one hour. It
-- closes with that hour, by hand, with the session, the membership, the case, and the member's work on it: each is asked
-- again at every request.
create function ctx.enter_pairing(token bytea)
returns table (org_id uuid, member_id uuid, name text, org_name text, covers uuid[], pairing_id uuid, case_id uuid,
  until timestamptz, lacks text)
language plpgsql security definer set search_path = pg_catalog as $$
declare k auth.pairing_keys%rowtype; p app.pairings%rowtype; m app.members%rowtype; o text; away uuid[];
begin
  select * into k from auth.pairing_keys x where x.hash = sha256(token);
  if not found then raise exception 'no such pairing' using errcode = '28000'; end if;
  perform ctx.put(k.org_id, null, 'service');
  select * into p from app.pairings x where x.id = k.pairing_id;
  if p.token_hash is distinct from sha256(token) or p.ended_at is not null or p.until <= clock_timestamp()
    or not ctx.pairing_stands(p) then
    raise exception 'no such pairing' using errcode = '28000';
  end if;
  select * into m from app.members x where x.id = p.member_id;
  select x.name into o from app.organisations x where x.id = p.org_id;
  away := ctx.covered_by(m);
  perform ctx.put_pairing(p);
  perform 1 from app.case_access a where a.case_id = p.case_id and a.works;
  if not found then raise exception 'no such pairing' using errcode = '28000'; end if;
  return query select p.org_id, m.id, m.name, o, away, p.id, p.case_id, p.until, m.lacks;
end $$;
