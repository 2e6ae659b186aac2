-- The door of every transaction: looks up a live session and signs what it found together with this transaction and
-- this backend. The role is read from the membership each time: a removed member or a changed role is felt on the next
-- request. A confined or covered session is refused before any context is signed: it reads no row of any table.
create function ctx.enter(token bytea)
returns table (org_id uuid, member_id uuid, role text, name text, session_id uuid, org_name text, stepped_up text,
  covers uuid[], lacks text)
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype; m app.members%rowtype;
begin
  s := auth.live_session(token);
  if s.id is null or s.aal = 'confined' or s.covered_at is not null then
    raise exception 'no live session' using errcode = '28000';
  end if;
  perform ctx.put(s.org_id, s.member_id, 'service');
  select * into m from app.members x where x.id = s.member_id and x.removed_at is null;
  if not found then raise exception 'no live session' using errcode = '28000'; end if;
  return query select s.org_id, m.id, m.role, m.name, s.id, o.name, auth.freshness(s), ctx.covered_by(m), m.lacks
  from app.organisations o where o.id = s.org_id;
  perform ctx.put_session(s.org_id, m.id, m.role, s.id, m.lacks);
end $$;
