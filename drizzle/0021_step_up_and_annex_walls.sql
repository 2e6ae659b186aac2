-- A fresh proof of who sits there: ten minutes from the moment it was given, by the database's own clock.
drop function ctx.enter(bytea);
--> statement-breakpoint
create function ctx.enter(token bytea)
returns table (org_id uuid, member_id uuid, role text, name text, session_id uuid, org_name text, stepped_up boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype; m app.members%rowtype;
begin
  select * into s from auth.sessions x where x.token_hash = sha256(token)
    and x.ended_at is null and x.idle_expires_at > clock_timestamp() and x.expires_at > clock_timestamp();
  if not found then raise exception 'no live session' using errcode = '28000'; end if;
  if exists (select 1 from auth.logins l where l.id = s.login_id and l.disabled_at is not null) then
    raise exception 'no live session' using errcode = '28000';
  end if;
  perform ctx.put(s.org_id, s.member_id, 'service');
  select * into m from app.members x where x.id = s.member_id and x.removed_at is null;
  if not found then raise exception 'no live session' using errcode = '28000'; end if;
  return query select s.org_id, m.id, m.role, m.name, s.id, o.name,
    coalesce(s.stepped_up_at > clock_timestamp() - interval '10 minutes', false)
  from app.organisations o where o.id = s.org_id;
  perform ctx.put(s.org_id, m.id, m.role);
end $$;
--> statement-breakpoint
-- What the person of a live session would have to prove again, and with what they signed in.
create function auth.proof_of(p_token bytea) returns table (login_id uuid, password_hash text, amr text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.password_hash, s.amr from auth.sessions s join auth.logins l on l.id = s.login_id and l.disabled_at is null
  where s.token_hash = sha256(p_token) and s.ended_at is null
    and s.idle_expires_at > clock_timestamp() and s.expires_at > clock_timestamp()
$$;
--> statement-breakpoint
-- `p_how`: 'password', or 'tick' for a session of the demonstration, which has no password to ask for.
create function auth.step_up(p_token bytea, p_how text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  update auth.sessions x set stepped_up_at = clock_timestamp()
  where x.token_hash = sha256(p_token) and x.ended_at is null and x.idle_expires_at > clock_timestamp()
    and x.expires_at > clock_timestamp() and (p_how = 'password' or (p_how = 'tick' and x.amr = 'demo')) returning * into s;
  if not found then return false; end if;
  perform ctx.put(s.org_id, s.member_id, 'service');
  perform audit.append('session.confirmed', s.member_id, null, jsonb_build_object('how', p_how));
  return true;
end $$;
--> statement-breakpoint
create function auth.refuse_step_up(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  select * into s from auth.sessions x where x.token_hash = sha256(p_token) and x.ended_at is null;
  if found then
    perform ctx.put(s.org_id, s.member_id, 'service');
    perform audit.append('session.confirm_refused', s.member_id, null, '{}'::jsonb);
  end if;
end $$;
--> statement-breakpoint
-- An officer sees the annex, and with it its key, while the release under which it was given stands. The copy that is
-- stamped as withdrawn is for the people of the case.
drop policy see on app.packet_parts;
--> statement-breakpoint
do $$
declare
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
  given text := '((select ctx.role() = ''liaison'') and part <> ''withdrawn_copy'' and packet_id in (select h.packet_id'
    || ' from app.handovers h where packet_parts.part <> ''annex'''
    || ' or (h.with_annex and h.annex_until > transaction_timestamp())))';
begin
  execute format('create policy see on app.packet_parts for select using (org_id = (select ctx.org()) and (%s or %s))',
    mine, given);
end $$;
--> statement-breakpoint
-- An officer writes on their own handover when they open it. What was given to whom is not theirs to change.
create function app.keep_given() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() = 'liaison' and (old.packet_id, old.liaison_id, old.with_annex, old.annex_release_id, old.annex_until)
    is distinct from (new.packet_id, new.liaison_id, new.with_annex, new.annex_release_id, new.annex_until) then
    raise exception 'what was given stays as it was given' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_given before update on app.handovers for each row execute function app.keep_given();
