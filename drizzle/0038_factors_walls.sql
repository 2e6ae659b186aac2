-- What a way of signing in is worth. Whatever is not named here reads nothing: its session may enrol a factor, prove
-- the second one, or end.
create function auth.aal_of(p_amr text) returns text language sql immutable set search_path = pg_catalog as $$
  select case p_amr when 'passkey' then 'phr' when 'password+totp' then 'otp' when 'demo' then 'demo' else 'confined' end
$$;
--> statement-breakpoint
-- Sessions of the release before had one factor only.
update auth.sessions set aal = auth.aal_of(amr);
--> statement-breakpoint
create or replace function auth.redeem_ticket(p_hash bytea, p_session uuid, p_token_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare t auth.login_tickets%rowtype; l auth.logins%rowtype; at timestamptz := clock_timestamp();
begin
  update auth.login_tickets x set used_at = at
  where x.hash = p_hash and x.used_at is null and x.expires_at > at returning * into t;
  if not found then return null; end if;
  select * into l from auth.logins x where x.id = t.login_id and x.disabled_at is null;
  if not found then return null; end if;
  insert into auth.sessions (id, token_hash, login_id, org_id, member_id, amr, aal, started_at, seen_at, idle_expires_at, expires_at)
  values (p_session, p_token_hash, l.id, l.org_id, l.member_id, t.amr, auth.aal_of(t.amr), at, at,
    at + interval '30 minutes', at + interval '12 hours');
  perform ctx.put(l.org_id, l.member_id, 'service');
  perform audit.append('session.started', l.member_id, null, jsonb_build_object('amr', t.amr, 'aal', auth.aal_of(t.amr)));
  return l.id;
end $$;
--> statement-breakpoint
create function auth.live_session(p_token bytea) returns auth.sessions
language sql stable security definer set search_path = pg_catalog as $$
  select x from auth.sessions x join auth.logins l on l.id = x.login_id and l.disabled_at is null
  where x.token_hash = sha256(p_token) and x.ended_at is null
    and x.idle_expires_at > clock_timestamp() and x.expires_at > clock_timestamp()
$$;
--> statement-breakpoint
-- How fresh a proof this session has, of the last five minutes: 'phr' with a passkey, 'any' otherwise, or null.
create function auth.freshness(s auth.sessions) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case when s.passkey_at > clock_timestamp() - interval '5 minutes' then 'phr'
    when s.stepped_up_at > clock_timestamp() - interval '5 minutes' then 'any' end
$$;
--> statement-breakpoint
-- A confined session is refused here, before any context is signed: it reads no row of any table.
drop function ctx.enter(bytea);
--> statement-breakpoint
create function ctx.enter(token bytea)
returns table (org_id uuid, member_id uuid, role text, name text, session_id uuid, org_name text, stepped_up text)
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype; m app.members%rowtype;
begin
  s := auth.live_session(token);
  if s.id is null or s.aal = 'confined' then raise exception 'no live session' using errcode = '28000'; end if;
  perform ctx.put(s.org_id, s.member_id, 'service');
  select * into m from app.members x where x.id = s.member_id and x.removed_at is null;
  if not found then raise exception 'no live session' using errcode = '28000'; end if;
  return query select s.org_id, m.id, m.role, m.name, s.id, o.name, auth.freshness(s)
  from app.organisations o where o.id = s.org_id;
  perform ctx.put(s.org_id, m.id, m.role);
end $$;
--> statement-breakpoint
create function auth.has_factor(p_login uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.passkeys p where p.login_id = p_login)
    or exists (select 1 from auth.totps t where t.login_id = p_login)
$$;
--> statement-breakpoint
-- Whether this session may add a factor. Confined: while the person has none, or after a recovery code. Else with a
-- fresh proof, by passkey as soon as the person has one. A password alone never adds to factors that are there.
create function auth.may_add_factor(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case when s.aal = 'confined' then s.amr = 'recovery' or not auth.has_factor(s.login_id)
    when exists (select 1 from auth.passkeys p where p.login_id = s.login_id) then coalesce(auth.freshness(s) = 'phr', false)
    else auth.freshness(s) is not null end
$$;
--> statement-breakpoint
-- Of any live session, a confined one too: how it stands, and what its person has to prove with.
create function auth.standing_of(p_token bytea) returns table (session_id uuid, login_id uuid, member_id uuid, org_id uuid,
  org_name text, name text, code text, role text, email text, amr text, aal text, passkeys integer, totp_at timestamptz,
  codes_left integer, code_used_at timestamptz, may_add boolean, freshness text)
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null then return; end if;
  perform ctx.put(s.org_id, s.member_id, 'service');
  return query select s.id, s.login_id, m.id, s.org_id, o.name, m.name, m.code, m.role, m.email, s.amr, s.aal,
    (select count(*)::int from auth.passkeys p where p.login_id = s.login_id),
    (select t.added_at from auth.totps t where t.login_id = s.login_id),
    (select count(*)::int from auth.recovery_codes c where c.login_id = s.login_id and c.used_at is null),
    (select max(c.used_at) from auth.recovery_codes c where c.login_id = s.login_id),
    auth.may_add_factor(s), auth.freshness(s)
  from app.members m join app.organisations o on o.id = s.org_id where m.id = s.member_id and m.removed_at is null;
  perform ctx.put(s.org_id, null, 'none');
end $$;
--> statement-breakpoint
create function auth.note(s auth.sessions, p_action text, p_detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform ctx.put(s.org_id, s.member_id, 'service');
  perform audit.append(p_action, s.member_id, null, p_detail);
end $$;
--> statement-breakpoint
-- After a change of factors nothing that was opened before stays open, but the session that made the change. A confined
-- one ends too: the ceremony opens a full one in its place.
create function auth.end_others(s auth.sessions) returns void
language sql security definer set search_path = pg_catalog as $$
  update auth.sessions x set ended_at = clock_timestamp()
  where x.login_id = s.login_id and x.ended_at is null and (x.id <> s.id or s.aal = 'confined');
  update auth.login_tickets t set used_at = clock_timestamp() where t.login_id = s.login_id and t.used_at is null
$$;
--> statement-breakpoint
create function auth.make_challenge(p_hash bytea, p_purpose text, p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from auth.challenges x where x.expires_at < clock_timestamp();
  insert into auth.challenges (hash, purpose, session_id, expires_at)
  values (p_hash, p_purpose, (auth.live_session(p_token)).id, clock_timestamp() + interval '5 minutes');
end $$;
--> statement-breakpoint
create function auth.take_challenge(p_hash bytea, p_purpose text, p_token bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s uuid := (auth.live_session(p_token)).id;
begin
  delete from auth.challenges x where x.hash = p_hash and x.purpose = p_purpose and x.expires_at > clock_timestamp()
    and (p_purpose = 'sign_in' or x.session_id = s);
  return found;
end $$;
--> statement-breakpoint
create function auth.find_passkey(p_credential bytea)
returns table (id uuid, login_id uuid, public_key bytea, transports text[])
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.login_id, p.public_key, p.transports from auth.passkeys p
  join auth.logins l on l.id = p.login_id and l.disabled_at is null where p.credential_id = p_credential
$$;
--> statement-breakpoint
-- A counter that does not rise belongs to a copy: nothing is opened, and the log says so.
create function auth.use_passkey(p_id uuid, p_counter bigint, p_backed_up boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare l auth.logins%rowtype;
begin
  update auth.passkeys p set counter = p_counter, backed_up = p_backed_up, used_at = clock_timestamp()
  where p.id = p_id and (p_counter > p.counter or (p_counter = 0 and p.counter = 0));
  if found then return true; end if;
  select x.* into l from auth.passkeys p join auth.logins x on x.id = p.login_id where p.id = p_id;
  if found then
    perform ctx.put(l.org_id, l.member_id, 'service');
    perform audit.append('factor.copy_refused', l.member_id, null, '{}'::jsonb);
  end if;
  return false;
end $$;
--> statement-breakpoint
create function auth.list_passkeys(p_token bytea)
returns table (id uuid, credential_id bytea, transports text[], name text, backup_eligible boolean, added_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.credential_id, p.transports, p.name, p.backup_eligible, p.added_at, p.used_at
  from auth.passkeys p where p.login_id = (auth.live_session(p_token)).login_id order by p.added_at, p.id
$$;
--> statement-breakpoint
-- The lock on the login makes changes of one person's factors wait for each other.
create function auth.lock_factors(p_token bytea) returns auth.sessions
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  perform 1 from auth.logins l where l.id = s.login_id for update;
  return auth.live_session(p_token);
end $$;
--> statement-breakpoint
create function auth.add_passkey(p_token bytea, p_id uuid, p_credential bytea, p_key bytea, p_counter bigint,
  p_transports text[], p_eligible boolean, p_backed_up boolean, p_name text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if not auth.may_add_factor(s) then return 'unproven'; end if;
  if (select count(*) from auth.passkeys p where p.login_id = s.login_id) >= 20 then return 'many'; end if;
  insert into auth.passkeys (id, login_id, credential_id, public_key, counter, transports, backup_eligible, backed_up, name, added_at)
  values (p_id, s.login_id, p_credential, p_key, p_counter, p_transports, p_eligible, p_backed_up, p_name, clock_timestamp())
  on conflict do nothing;
  if not found then return 'known'; end if;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.passkey_added', jsonb_build_object('copied', p_eligible));
  return 'added';
end $$;
--> statement-breakpoint
create function auth.set_totp(p_token bytea, p_seed text, p_step bigint) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if not auth.may_add_factor(s) then return 'unproven'; end if;
  insert into auth.totps as t (login_id, seed, last_step, added_at)
  values (s.login_id, p_seed, p_step, clock_timestamp())
  on conflict (login_id) do update set seed = p_seed, last_step = p_step, added_at = clock_timestamp(), used_at = null;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.totp_added', '{}'::jsonb);
  return 'added';
end $$;
--> statement-breakpoint
-- Removing wants more than adding: a full session, and that another factor stays.
create function auth.remove_passkey(p_token bytea, p_id uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  if not exists (select 1 from auth.passkeys p where p.id = p_id and p.login_id = s.login_id) then return 'unknown'; end if;
  if not exists (select 1 from auth.totps t where t.login_id = s.login_id)
    and (select count(*) from auth.passkeys p where p.login_id = s.login_id) < 2 then return 'last'; end if;
  delete from auth.passkeys p where p.id = p_id;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.passkey_removed', '{}'::jsonb);
  return 'removed';
end $$;
--> statement-breakpoint
create function auth.remove_totp(p_token bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  if not exists (select 1 from auth.passkeys p where p.login_id = s.login_id) then return 'last'; end if;
  delete from auth.totps t where t.login_id = s.login_id;
  if not found then return 'unknown'; end if;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.totp_removed', '{}'::jsonb);
  return 'removed';
end $$;
--> statement-breakpoint
create function auth.seed_of(p_token bytea) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select t.seed from auth.totps t where t.login_id = (auth.live_session(p_token)).login_id
$$;
--> statement-breakpoint
-- A code counts once: its half-minute must be later than the last one that was taken. Signing in ends the session that
-- had proved the password only, and says whose it was; a full session stays.
create function auth.take_totp(p_token bytea, p_step bigint) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or (s.aal = 'confined' and s.amr <> 'password') then return null; end if;
  update auth.totps t set last_step = p_step, used_at = clock_timestamp()
  where t.login_id = s.login_id and t.last_step < p_step;
  if not found then return null; end if;
  if s.aal = 'confined' then update auth.sessions x set ended_at = clock_timestamp() where x.id = s.id; end if;
  return s.login_id;
end $$;
--> statement-breakpoint
create function auth.set_recovery_codes(p_token bytea, p_hashes bytea[]) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  delete from auth.recovery_codes c where c.login_id = s.login_id;
  insert into auth.recovery_codes (hash, login_id, made_at) select h, s.login_id, clock_timestamp() from unnest(p_hashes) h;
  perform auth.note(s, 'factor.codes_made', jsonb_build_object('codes', cardinality(p_hashes)));
  return 'made';
end $$;
--> statement-breakpoint
-- Only after the password, and once. Every session of the person ends: whoever has the lost device is signed out too.
create function auth.use_recovery_code(p_token bytea, p_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal <> 'confined' or s.amr <> 'password' then return null; end if;
  update auth.recovery_codes c set used_at = clock_timestamp()
  where c.hash = p_hash and c.login_id = s.login_id and c.used_at is null;
  if not found then return null; end if;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.code_used', '{}'::jsonb);
  return s.login_id;
end $$;
--> statement-breakpoint
create or replace function auth.step_up(p_token bytea, p_how text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  update auth.sessions x set stepped_up_at = clock_timestamp(),
    passkey_at = case when p_how in ('passkey', 'tick') then clock_timestamp() else x.passkey_at end
  where x.id = (auth.live_session(p_token)).id and x.aal <> 'confined'
    and (p_how in ('password', 'totp', 'passkey') or (p_how = 'tick' and x.aal = 'demo')) returning * into s;
  if not found then return false; end if;
  perform auth.note(s, 'session.confirmed', jsonb_build_object('how', p_how));
  return true;
end $$;
--> statement-breakpoint
-- Whoever had to ask an administrator for a new link has lost what they proved themselves with, or somebody else has it.
create function auth.forget_factors() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare l uuid;
begin
  select x.id into l from auth.logins x where x.org_id = new.org_id and x.member_id = new.renews for update;
  if l is null then return new; end if;
  delete from auth.passkeys p where p.login_id = l;
  delete from auth.totps t where t.login_id = l;
  delete from auth.recovery_codes c where c.login_id = l;
  perform audit.append('factor.all_removed', new.renews, null, '{}'::jsonb);
  return new;
end $$;
--> statement-breakpoint
create trigger forget_factors after update of accepted_at on app.invitations
for each row when (old.accepted_at is null and new.accepted_at is not null and new.renews is not null)
execute function auth.forget_factors();
