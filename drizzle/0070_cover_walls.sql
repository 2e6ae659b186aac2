-- A session whose screen is hidden reads nothing until a fresh proof. The proofs that it had are dropped, so that nothing
-- which wants one can be done behind the cover.
create function auth.cover(p_token bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return false; end if;
  update auth.sessions x set covered_at = clock_timestamp(), stepped_up_at = null, passkey_at = null,
    password_at = null, code_at = null
  where x.id = s.id and x.covered_at is null;
  if found then perform auth.note(s, 'session.covered', '{}'::jsonb); end if;
  return true;
end $$;
--> statement-breakpoint
create function auth.is_covered(p_token bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((auth.live_session(p_token)).covered_at is not null, false)
$$;
--> statement-breakpoint
-- Whichever way the proof was given.
create function auth.uncover() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.stepped_up_at is not null and new.stepped_up_at is distinct from old.stepped_up_at then
    new.covered_at := null;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger uncover before update of stepped_up_at on auth.sessions
  for each row execute function auth.uncover();
--> statement-breakpoint
-- As before; a covered session is refused like a confined one.
create or replace function ctx.enter(token bytea)
returns table (org_id uuid, member_id uuid, role text, name text, session_id uuid, org_name text, stepped_up text)
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
  return query select s.org_id, m.id, m.role, m.name, s.id, o.name, auth.freshness(s)
  from app.organisations o where o.id = s.org_id;
  perform ctx.put_session(s.org_id, m.id, m.role, s.id);
end $$;
