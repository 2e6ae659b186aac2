-- What the sign-in service of an organisation says is worth a password, and with the strength that the installation asks
-- for, or a code of ours, a password and a code. It is never worth a passkey.
create or replace function auth.aal_of(p_amr text) returns text language sql immutable set search_path = pg_catalog as $$
  select case when p_amr = 'passkey' then 'phr' when p_amr in ('password+totp', 'oidc+totp', 'oidc+mfa') then 'otp'
    when p_amr = 'demo' then 'demo' else 'confined' end
$$;
--> statement-breakpoint
-- As before; but the word of the sign-in service alone adds no factor, not even the first one.
create or replace function auth.may_add_factor(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case when s.aal = 'confined' then s.amr = 'recovery' or (s.amr <> 'oidc' and not auth.has_factor(s.login_id))
    when exists (select 1 from auth.passkeys p where p.login_id = s.login_id) then coalesce(auth.freshness(s) = 'phr', false)
    else auth.freshness(s) is not null end
$$;
--> statement-breakpoint
-- As before; and also after the word of the sign-in service.
create or replace function auth.take_totp(p_token bytea, p_step bigint) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or (s.aal = 'confined' and s.amr not in ('password', 'oidc')) then return null; end if;
  update auth.totps t set last_step = p_step, used_at = clock_timestamp()
  where t.login_id = s.login_id and t.last_step < p_step;
  if not found then return null; end if;
  if s.aal = 'confined' then update auth.sessions x set ended_at = clock_timestamp() where x.id = s.id; end if;
  return s.login_id;
end $$;
--> statement-breakpoint
-- For what a journey was begun, taken so that no second answer can use it. One that began in a session to connect ends
-- in the same one, or nowhere.
create function auth.take_sso_state(p_hash bytea, p_token bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s uuid := (auth.live_session(p_token)).id; what text;
begin
  delete from auth.challenges x where x.hash = p_hash and x.expires_at > clock_timestamp()
    and (x.purpose = 'sso_sign_in' or (x.purpose = 'sso_link' and x.session_id = s)) returning x.purpose into what;
  return what;
end $$;
--> statement-breakpoint
-- Whose the subject is. For one that nobody connected as much is written as for one whose login is closed.
create function auth.use_sso(p_subject bytea, p_device text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare l auth.logins%rowtype;
begin
  select x.* into l from auth.sso_links k join auth.logins x on x.id = k.login_id where k.subject = p_subject;
  if not found then
    perform auth.take(sha256('nobody'), 1000, 1000);
    return null;
  end if;
  if l.disabled_at is not null then
    perform ctx.put(l.org_id, l.member_id, 'service');
    perform audit.append('session.refused', l.member_id, null, jsonb_build_object('amr', 'oidc', 'device', p_device));
    return null;
  end if;
  update auth.sso_links k set used_at = clock_timestamp() where k.login_id = l.id;
  return l.id;
end $$;
--> statement-breakpoint
create function auth.sso_link_of(p_token bytea) returns table (issuer text, linked_at timestamptz, used_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select k.issuer, k.linked_at, k.used_at from auth.sso_links k, auth.live_session(p_token) s
  where k.login_id = s.login_id and s.aal <> 'confined'
$$;
--> statement-breakpoint
-- A passkey proved the person five minutes at most before they left for the service, and the journey may take five more.
create function auth.link_sso(p_token bytea, p_issuer text, p_subject bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or coalesce(s.passkey_at < clock_timestamp() - interval '10 minutes', true) then return 'unproven'; end if;
  insert into auth.sso_links (login_id, issuer, subject, linked_at)
  values (s.login_id, p_issuer, p_subject, clock_timestamp()) on conflict do nothing;
  if not found then
    perform auth.note(s, 'factor.sso_refused', '{}'::jsonb);
    return 'taken';
  end if;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.sso_linked', '{}'::jsonb);
  return 'linked';
end $$;
--> statement-breakpoint
create function auth.unlink_sso(p_token bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or coalesce(auth.freshness(s) <> 'phr', true) then return 'unproven'; end if;
  delete from auth.sso_links k where k.login_id = s.login_id;
  if not found then return 'unknown'; end if;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.sso_unlinked', '{}'::jsonb);
  return 'removed';
end $$;
--> statement-breakpoint
-- A journey to connect that the service, or somebody on the way, ended otherwise.
create function auth.refuse_sso_link(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is not null then perform auth.note(s, 'factor.sso_refused', '{}'::jsonb); end if;
end $$;
--> statement-breakpoint
-- As before; and the sign-in service opens nothing for the person any more.
create or replace function auth.forget_factors() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare l uuid;
begin
  select x.id into l from auth.logins x where x.org_id = new.org_id and x.member_id = new.renews for update;
  if l is null then return new; end if;
  delete from auth.passkeys p where p.login_id = l;
  delete from auth.totps t where t.login_id = l;
  delete from auth.recovery_codes c where c.login_id = l;
  delete from auth.devices d where d.login_id = l;
  delete from auth.sso_links k where k.login_id = l;
  perform audit.append('factor.all_removed', new.renews, null, '{}'::jsonb);
  return new;
end $$;
--> statement-breakpoint
create function auth.forget_sso() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from auth.sso_links k using auth.logins l where l.id = k.login_id and l.org_id = new.org_id and l.member_id = new.id;
  return new;
end $$;
--> statement-breakpoint
create trigger forget_sso after update of removed_at on app.members
for each row when (old.removed_at is null and new.removed_at is not null) execute function auth.forget_sso();
