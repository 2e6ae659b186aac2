-- Until when no passkey of this person is worth more than their password: while one waits that was added in a session
-- which no passkey had proved. By the database's clock, and whichever of their passkeys somebody says was used.
create function auth.waits_until(p_login uuid) returns timestamptz
language sql stable security definer set search_path = pg_catalog as $$
  select max(p.waits_until) from auth.passkeys p where p.login_id = p_login and p.waits_until > clock_timestamp()
$$;
--> statement-breakpoint
-- How fresh a proof this session has, of the last five minutes: 'phr' with a passkey that does not wait, 'best' with
-- password and code of somebody who has no such passkey, 'any' otherwise, or null.
create or replace function auth.freshness(s auth.sessions) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare since timestamptz := clock_timestamp() - interval '5 minutes'; waits boolean := auth.waits_until(s.login_id) is not null;
begin
  if s.passkey_at > since and not waits then return 'phr'; end if;
  if s.password_at > since and s.code_at > since
    and (waits or not exists (select 1 from auth.passkeys p where p.login_id = s.login_id)) then return 'best'; end if;
  if s.stepped_up_at > since then return 'any'; end if;
  return null;
end $$;
--> statement-breakpoint
-- As before; but while a passkey waits nothing is added, except after a recovery code.
create or replace function auth.may_add_factor(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case when s.aal = 'confined' then s.amr = 'recovery' or (s.amr <> 'oidc' and not auth.has_factor(s.login_id))
    when auth.waits_until(s.login_id) is not null then false
    when exists (select 1 from auth.passkeys p where p.login_id = s.login_id) then coalesce(auth.freshness(s) = 'phr', false)
    else auth.freshness(s) is not null end
$$;
--> statement-breakpoint
-- What undoes the work of a stranger stays open while a passkey waits, after any fresh proof: taking the passkey that
-- waits away, and a new password.
create function auth.may_undo(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select s.aal <> 'confined' and auth.waits_until(s.login_id) is not null and auth.freshness(s) is not null
$$;
--> statement-breakpoint
-- Whether the person has never been inside: then a factor is the one that they came to add.
create function auth.is_new(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select 1 from auth.sessions x where x.login_id = s.login_id and x.id <> s.id and x.aal <> 'confined')
$$;
--> statement-breakpoint
-- Whether a first factor is an enrolment: the person has none, and holds the link of an invitation or of setting up; or
-- they chose their password within the time that a link lasts, closed the page, and were never inside.
create function auth.enrols(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not auth.has_factor(s.login_id) and (s.amr in ('invitation', 'setup') or (s.amr = 'password' and auth.is_new(s)
    and exists (select 1 from auth.logins l where l.id = s.login_id and l.created_at > clock_timestamp() - interval '72 hours')))
$$;
--> statement-breakpoint
-- Whoever is new and comes with a link knows what they do, and nobody can have taken anything from them yet.
create function auth.comes_first(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select s.amr in ('invitation', 'setup') and auth.is_new(s)
$$;
--> statement-breakpoint
-- What stands on every page of the person until they put it away.
create function auth.tell(s auth.sessions, p_kind text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if auth.comes_first(s) then return; end if;
  insert into auth.notices (id, login_id, kind, session_id, device, at)
  values (gen_random_uuid(), s.login_id, p_kind, s.id, s.device, clock_timestamp());
end $$;
--> statement-breakpoint
-- The session in which it was done cannot put it away, nor one that a waiting passkey opened. In a browser that is new,
-- its own arrival is no news.
create function auth.list_notices(p_token bytea)
returns table (id uuid, kind text, device text, at timestamptz, may_dismiss boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  return query select n.id, n.kind, n.device, n.at,
    n.session_id <> s.id and not (s.amr = 'passkey' and auth.waits_until(s.login_id) is not null)
  from auth.notices n where n.login_id = s.login_id and n.dismissed_at is null
    and not (n.kind = 'device_added' and n.session_id = s.id)
  order by n.at desc, n.id limit 5;
end $$;
--> statement-breakpoint
create function auth.dismiss_notice(p_token bytea, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); what text;
begin
  if s.id is null or s.aal = 'confined' or (s.amr = 'passkey' and auth.waits_until(s.login_id) is not null) then
    return false;
  end if;
  update auth.notices n set dismissed_at = clock_timestamp()
  where n.id = p_id and n.login_id = s.login_id and n.session_id <> s.id and n.dismissed_at is null returning n.kind into what;
  if not found then return false; end if;
  perform auth.note(s, 'factor.notice_dismissed', jsonb_build_object('kind', what));
  return true;
end $$;
--> statement-breakpoint
-- Of which change a mail goes out now. The mail can exist once for each notice, so asking twice sends nothing twice.
create function auth.notices_to_send(p_login uuid) returns table (id uuid, kind text, org_id uuid, member_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select n.id, n.kind, l.org_id, l.member_id from auth.notices n join auth.logins l on l.id = n.login_id
  where n.login_id = p_login and n.at > clock_timestamp() - interval '10 minutes'
$$;
--> statement-breakpoint
drop function auth.standing_of(bytea);
--> statement-breakpoint
-- As before; and until when a passkey waits, and since when codes are locked.
create function auth.standing_of(p_token bytea) returns table (session_id uuid, login_id uuid, member_id uuid, org_id uuid,
  org_name text, name text, code text, role text, email text, amr text, aal text, passkeys integer, totp_at timestamptz,
  codes_left integer, code_used_at timestamptz, may_add boolean, freshness text, waits_until timestamptz,
  totp_locked_at timestamptz)
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
    auth.may_add_factor(s), auth.freshness(s), auth.waits_until(s.login_id),
    (select t.locked_at from auth.totps t where t.login_id = s.login_id)
  from app.members m join app.organisations o on o.id = s.org_id where m.id = s.member_id and m.removed_at is null;
  perform ctx.put(s.org_id, null, 'none');
end $$;
--> statement-breakpoint
drop function auth.list_passkeys(bytea);
--> statement-breakpoint
-- As before; and until when each waits.
create function auth.list_passkeys(p_token bytea)
returns table (id uuid, credential_id bytea, transports text[], name text, backup_eligible boolean, added_at timestamptz,
  used_at timestamptz, waits_until timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.credential_id, p.transports, p.name, p.backup_eligible, p.added_at, p.used_at,
    case when p.waits_until > clock_timestamp() then p.waits_until end
  from auth.passkeys p where p.login_id = (auth.live_session(p_token)).login_id order by p.added_at, p.id
$$;
--> statement-breakpoint
-- As before; but one that no passkey proved waits for 24 hours, and its person is told. Enrolment does not wait, and a
-- click of the demonstration has nobody behind it.
create or replace function auth.add_passkey(p_token bytea, p_id uuid, p_credential bytea, p_key bytea, p_counter bigint,
  p_transports text[], p_eligible boolean, p_backed_up boolean, p_name text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token); proven boolean;
begin
  if s.id is null then return 'ended'; end if;
  if not auth.may_add_factor(s) then return 'unproven'; end if;
  if (select count(*) from auth.passkeys p where p.login_id = s.login_id) >= 20 then return 'many'; end if;
  proven := s.aal = 'demo' or coalesce(auth.freshness(s) = 'phr', false)
    or auth.enrols(s);
  insert into auth.passkeys (id, login_id, credential_id, public_key, counter, transports, backup_eligible, backed_up, name,
    added_at, waits_until)
  values (p_id, s.login_id, p_credential, p_key, p_counter, p_transports, p_eligible, p_backed_up, p_name,
    clock_timestamp(), case when not proven then clock_timestamp() + interval '24 hours' end)
  on conflict do nothing;
  if not found then return 'known'; end if;
  perform auth.tell(s, 'passkey_added');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.passkey_added',
    jsonb_build_object('copied', p_eligible, 'waits', not proven, 'enrols', auth.comes_first(s)));
  return 'added';
end $$;
--> statement-breakpoint
-- As before; a new app begins with no wrong code, and its person is told.
create or replace function auth.set_totp(p_token bytea, p_seed text, p_step bigint) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if not auth.may_add_factor(s) then return 'unproven'; end if;
  delete from auth.totp_offers o where o.session_id = s.id and o.seed = p_seed
    and o.made_at > clock_timestamp() - interval '1 hour';
  if not found then return 'unoffered'; end if;
  insert into auth.totps as t (login_id, seed, last_step, added_at)
  values (s.login_id, p_seed, p_step, clock_timestamp())
  on conflict (login_id) do update set seed = p_seed, last_step = p_step, added_at = clock_timestamp(), used_at = null,
    tries = 0, locked_at = null;
  perform auth.tell(s, 'totp_added');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.totp_added', jsonb_build_object('enrols', auth.comes_first(s)));
  return 'added';
end $$;
--> statement-breakpoint
-- As before; and the person is told.
create or replace function auth.set_recovery_codes(p_token bytea, p_hashes bytea[]) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  delete from auth.recovery_codes c where c.login_id = s.login_id;
  insert into auth.recovery_codes (hash, login_id, made_at) select h, s.login_id, clock_timestamp() from unnest(p_hashes) h;
  perform auth.tell(s, 'codes_made');
  perform auth.note(s, 'factor.codes_made', jsonb_build_object('codes', cardinality(p_hashes)));
  return 'made';
end $$;
--> statement-breakpoint
-- As before; and one that waits goes after any fresh proof, so that whoever was tricked can take it away.
create or replace function auth.remove_passkey(p_token bytea, p_id uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token); waits boolean;
begin
  if s.id is null then return 'ended'; end if;
  waits := auth.may_undo(s) and exists (select 1 from auth.passkeys p
    where p.id = p_id and p.login_id = s.login_id and p.waits_until > clock_timestamp());
  if s.aal = 'confined' or not (waits or auth.may_add_factor(s)) then return 'unproven'; end if;
  if not exists (select 1 from auth.passkeys p where p.id = p_id and p.login_id = s.login_id) then return 'unknown'; end if;
  if not exists (select 1 from auth.totps t where t.login_id = s.login_id)
    and (select count(*) from auth.passkeys p where p.login_id = s.login_id) < 2 then return 'last'; end if;
  delete from auth.passkeys p where p.id = p_id;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.passkey_removed', '{}'::jsonb);
  return 'removed';
end $$;
--> statement-breakpoint
-- As before; and while a passkey waits, whoever was tricked can choose a new password.
create or replace function auth.change_password(p_token bytea, p_password_hash text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not (auth.may_undo(s) or auth.may_add_factor(s)) then return 'unproven'; end if;
  update auth.logins l set password_hash = p_password_hash where l.id = s.login_id;
  delete from auth.devices d where d.login_id = s.login_id;
  perform auth.end_others(s);
  perform auth.note(s, 'password.changed', '{}'::jsonb);
  return 'changed';
end $$;
--> statement-breakpoint
-- As before; but not while a passkey waits, and the person is told.
create or replace function auth.link_sso(p_token bytea, p_issuer text, p_subject bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or coalesce(s.passkey_at < clock_timestamp() - interval '10 minutes', true)
    or auth.waits_until(s.login_id) is not null then return 'unproven'; end if;
  insert into auth.sso_links (login_id, issuer, subject, linked_at)
  values (s.login_id, p_issuer, p_subject, clock_timestamp()) on conflict do nothing;
  if not found then
    perform auth.note(s, 'factor.sso_refused', '{}'::jsonb);
    return 'taken';
  end if;
  perform auth.tell(s, 'sso_linked');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.sso_linked', '{}'::jsonb);
  return 'linked';
end $$;
--> statement-breakpoint
-- As before; but asking counts as a try until a right code clears the count, and after a hundred there is no seed to
-- compare with any more.
create or replace function auth.seed_of(p_token bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); found text;
begin
  if s.id is null or (s.aal = 'confined' and s.amr not in ('password', 'oidc')) then return null; end if;
  update auth.totps t set tries = t.tries + 1
  where t.login_id = s.login_id and t.tries < 100 and t.locked_at is null returning t.seed into found;
  return found;
end $$;
--> statement-breakpoint
-- After a code that did not count: the hundredth in a row locks, and the log says so once.
create function auth.note_wrong_code(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  update auth.totps t set locked_at = clock_timestamp()
  where t.login_id = s.login_id and t.tries >= 100 and t.locked_at is null;
  if found then perform auth.note(s, 'factor.totp_locked', '{}'::jsonb); end if;
end $$;
--> statement-breakpoint
-- As before; and a right one clears the count of wrong ones.
create or replace function auth.take_totp(p_token bytea, p_step bigint) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or (s.aal = 'confined' and s.amr not in ('password', 'oidc')) then return null; end if;
  update auth.totps t set last_step = p_step, used_at = clock_timestamp(), tries = 0
  where t.login_id = s.login_id and t.last_step < p_step and t.locked_at is null;
  if not found then return null; end if;
  if s.aal = 'confined' then update auth.sessions x set ended_at = clock_timestamp() where x.id = s.id; end if;
  return s.login_id;
end $$;
--> statement-breakpoint
-- As before; and password and code are kept apart, because both count for more than either.
create or replace function auth.step_up(p_token bytea, p_how text, p_next bytea default null) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  update auth.sessions x set stepped_up_at = clock_timestamp(),
    passkey_at = case when p_how in ('passkey', 'tick') then clock_timestamp() else x.passkey_at end,
    password_at = case when p_how = 'password' then clock_timestamp() else x.password_at end,
    code_at = case when p_how = 'totp' then clock_timestamp() else x.code_at end,
    token_hash = coalesce(p_next, x.token_hash),
    previous_hash = case when p_next is null then x.previous_hash else x.token_hash end,
    renewed_at = case when p_next is null then x.renewed_at else clock_timestamp() end
  where x.id = (auth.live_session(p_token)).id and x.token_hash = sha256(p_token) and x.ended_at is null
    and x.aal <> 'confined'
    and (p_how in ('password', 'totp', 'passkey') or (p_how = 'tick' and x.aal = 'demo')) returning * into s;
  if not found then return false; end if;
  perform auth.note(s, 'session.confirmed', jsonb_build_object('how', p_how));
  return true;
end $$;
--> statement-breakpoint
-- As before; and a browser that the person never signed in with is in the log, and they are told.
create or replace function auth.remember_device(p_token bytea, p_id uuid, p_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); known boolean;
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  known := exists (select 1 from auth.devices d where d.hash = p_hash and d.login_id = s.login_id);
  insert into auth.devices as d (id, login_id, hash, name, added_at, seen_at)
  values (p_id, s.login_id, p_hash, s.device, clock_timestamp(), clock_timestamp())
  on conflict (hash) do update set seen_at = clock_timestamp(), name = excluded.name where d.login_id = s.login_id;
  delete from auth.devices d where d.login_id = s.login_id and d.id not in
    (select x.id from auth.devices x where x.login_id = s.login_id order by x.seen_at desc, x.id limit 20);
  if known or auth.is_new(s) then return; end if;
  perform auth.tell(s, 'device_added');
  perform auth.note(s, 'device.added', jsonb_build_object('device', s.device));
end $$;
--> statement-breakpoint
-- For an administrator or a supervisor inside their context: what of other people waits for a second person.
create function auth.list_waiting() returns table (member_id uuid, passkey_id uuid, since timestamptz, until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if coalesce(ctx.role(), '') not in ('admin', 'supervisor') then raise exception 'no second person' using errcode = '42501'; end if;
  return query select l.member_id, p.id, p.added_at, p.waits_until
  from auth.passkeys p join auth.logins l on l.id = p.login_id
  where l.org_id = ctx.org() and l.disabled_at is null and p.waits_until > clock_timestamp()
  union all select l.member_id, null::uuid, t.locked_at, null::timestamptz
  from auth.totps t join auth.logins l on l.id = t.login_id
  where l.org_id = ctx.org() and l.disabled_at is null and t.locked_at is not null
  order by 3, 1;
end $$;
--> statement-breakpoint
-- The leave for one passkey, once: it waits no longer. Nobody gives it to themselves. Whose it is, or null.
create function auth.allow_passkey(p_id uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare m uuid;
begin
  if coalesce(ctx.role(), '') not in ('admin', 'supervisor') then raise exception 'no second person' using errcode = '42501'; end if;
  update auth.passkeys p set waits_until = null from auth.logins l
  where p.id = p_id and l.id = p.login_id and l.org_id = ctx.org() and l.member_id <> ctx.member() and l.disabled_at is null
    and p.waits_until > clock_timestamp() returning l.member_id into m;
  return m;
end $$;
--> statement-breakpoint
-- The way back after a hundred wrong codes, by a second person.
create function auth.unlock_codes(p_member uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(ctx.role(), '') not in ('admin', 'supervisor') then raise exception 'no second person' using errcode = '42501'; end if;
  update auth.totps t set tries = 0, locked_at = null from auth.logins l
  where l.member_id = p_member and l.id = t.login_id and l.org_id = ctx.org() and l.member_id <> ctx.member()
    and t.locked_at is not null;
  return found;
end $$;
--> statement-breakpoint
-- As before; but a passkey that waits opens a session that is worth what password and code are.
create or replace function auth.redeem_ticket(p_hash bytea, p_session uuid, p_token_hash bytea, p_device text default '') returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare t auth.login_tickets%rowtype; l auth.logins%rowtype; s auth.sessions%rowtype; at timestamptz := clock_timestamp();
  worth text;
begin
  update auth.login_tickets x set used_at = at
  where x.hash = p_hash and x.used_at is null and x.expires_at > at returning * into t;
  if not found then return null; end if;
  select * into l from auth.logins x where x.id = t.login_id and x.disabled_at is null;
  if not found then return null; end if;
  worth := auth.aal_of(t.amr);
  if worth = 'phr' and auth.waits_until(l.id) is not null then worth := 'otp'; end if;
  insert into auth.sessions (id, token_hash, login_id, org_id, member_id, amr, aal, started_at, seen_at, idle_expires_at,
    expires_at, device)
  values (p_session, p_token_hash, l.id, l.org_id, l.member_id, t.amr, worth, at, at,
    at + interval '30 minutes', at + interval '12 hours', p_device) returning * into s;
  perform auth.note(s, 'session.started', jsonb_build_object('amr', t.amr, 'aal', worth, 'device', p_device));
  return l.id;
end $$;
