-- The full session that an enrolment by link opened, for half an hour: whoever is in it goes on with what they came to do.
create function auth.goes_on_enrolling(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select s.aal in ('otp', 'phr') and s.started_at > clock_timestamp() - interval '30 minutes' and auth.is_new(s)
    and exists (select 1 from auth.sessions x where x.login_id = s.login_id and x.amr in ('invitation', 'setup')
      and x.started_at between s.started_at - interval '1 hour' and s.started_at)
$$;
--> statement-breakpoint
-- As before; and what is done to a way to sign in says from which kind of browser.
create or replace function auth.note(s auth.sessions, p_action text, p_detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare kind text := case when p_action like 'factor.%' then nullif(s.device, '') end;
begin
  perform ctx.put_session(s.org_id, s.member_id, 'service', s.id);
  perform audit.append(p_action, s.member_id, null, p_detail || jsonb_strip_nulls(jsonb_build_object('device', kind)));
end $$;
--> statement-breakpoint
-- As before; and whether it is a part of an enrolment, of which no administrator is told.
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
  perform auth.note(s, 'factor.totp_added',
    jsonb_build_object('enrols', auth.comes_first(s) or auth.goes_on_enrolling(s)));
  return 'added';
end $$;
--> statement-breakpoint
create or replace function auth.set_recovery_codes(p_token bytea, p_hashes bytea[]) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  delete from auth.recovery_codes c where c.login_id = s.login_id;
  insert into auth.recovery_codes (hash, login_id, made_at) select h, s.login_id, clock_timestamp() from unnest(p_hashes) h;
  perform auth.tell(s, 'codes_made');
  perform auth.note(s, 'factor.codes_made',
    jsonb_build_object('codes', cardinality(p_hashes), 'enrols', auth.goes_on_enrolling(s)));
  return 'made';
end $$;
--> statement-breakpoint
-- As before; and the person is told, as of every change below.
create or replace function auth.use_recovery_code(p_token bytea, p_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal <> 'confined' or s.amr <> 'password' then return null; end if;
  update auth.recovery_codes c set used_at = clock_timestamp()
  where c.hash = p_hash and c.login_id = s.login_id and c.used_at is null;
  if not found then return null; end if;
  perform auth.tell(s, 'code_used');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.code_used', '{}'::jsonb);
  return s.login_id;
end $$;
--> statement-breakpoint
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
  perform auth.tell(s, 'passkey_removed');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.passkey_removed', '{}'::jsonb);
  return 'removed';
end $$;
--> statement-breakpoint
create or replace function auth.remove_totp(p_token bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  if not exists (select 1 from auth.passkeys p where p.login_id = s.login_id) then return 'last'; end if;
  delete from auth.totps t where t.login_id = s.login_id;
  if not found then return 'unknown'; end if;
  perform auth.tell(s, 'totp_removed');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.totp_removed', '{}'::jsonb);
  return 'removed';
end $$;
--> statement-breakpoint
create or replace function auth.unlink_sso(p_token bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or coalesce(auth.freshness(s) <> 'phr', true) then return 'unproven'; end if;
  delete from auth.sso_links k where k.login_id = s.login_id;
  if not found then return 'unknown'; end if;
  perform auth.tell(s, 'sso_unlinked');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.sso_unlinked', '{}'::jsonb);
  return 'removed';
end $$;
--> statement-breakpoint
create or replace function auth.change_password(p_token bytea, p_password_hash text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not (auth.may_undo(s) or auth.may_add_factor(s)) then return 'unproven'; end if;
  update auth.logins l set password_hash = p_password_hash where l.id = s.login_id;
  delete from auth.devices d where d.login_id = s.login_id;
  perform auth.tell(s, 'password_changed');
  perform auth.end_others(s);
  perform auth.note(s, 'password.changed', '{}'::jsonb);
  return 'changed';
end $$;
--> statement-breakpoint
-- Whether a session may put a notice away: not the one that it is about, nor one that a passkey opened which waits, nor one
-- that an app opened of which the person was told less than a day ago. So nobody adds something, signs in with it, and
-- hides that they did.
create function auth.may_put_away(s auth.sessions, n auth.notices) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select n.session_id <> s.id and not (s.amr = 'passkey' and auth.waits_until(s.login_id) is not null)
    and not (s.amr in ('password+totp', 'oidc+totp') and exists (select 1 from auth.notices a
      where a.login_id = s.login_id and a.kind = 'totp_added' and a.at > clock_timestamp() - interval '24 hours'
        and a.at <= s.started_at))
$$;
--> statement-breakpoint
-- As before; but the newest two of each kind, so that many of one kind push none of another out of sight.
create or replace function auth.list_notices(p_token bytea)
returns table (id uuid, kind text, device text, at timestamptz, may_dismiss boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  return query select n.id, n.kind, n.device, n.at, auth.may_put_away(s, n)
  from auth.notices n join (select x.id, row_number() over (partition by x.kind order by x.at desc, x.id) as place
    from auth.notices x where x.login_id = s.login_id and x.dismissed_at is null
      and not (x.kind = 'device_added' and x.session_id = s.id)) newest on newest.id = n.id
  where newest.place <= 2 order by n.at desc, n.id;
end $$;
--> statement-breakpoint
create or replace function auth.dismiss_notice(p_token bytea, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); what text;
begin
  if s.id is null or s.aal = 'confined' then return false; end if;
  update auth.notices n set dismissed_at = clock_timestamp()
  where n.id = p_id and n.login_id = s.login_id and auth.may_put_away(s, n) and n.dismissed_at is null
  returning n.kind into what;
  if not found then return false; end if;
  perform auth.note(s, 'factor.notice_dismissed', jsonb_build_object('kind', what));
  return true;
end $$;
--> statement-breakpoint
-- As before; and whoever let the person in is no second person to them here either.
create or replace function auth.unlock_codes(p_member uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare done boolean;
begin
  if coalesce(ctx.role(), '') not in ('admin', 'supervisor') then raise exception 'no second person' using errcode = '42501'; end if;
  update auth.totps t set tries = 0, locked_at = null from auth.logins l
  where l.member_id = p_member and l.id = t.login_id and l.org_id = ctx.org() and l.member_id <> ctx.member()
    and t.locked_at is not null;
  done := found;
  if done and app.is_tied(p_member, ctx.member(), transaction_timestamp(), false) then
    raise exception 'whoever let somebody in is no second person with them for 30 days' using errcode = '42501';
  end if;
  return done;
end $$;
