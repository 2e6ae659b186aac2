-- Several budgets in one question, in their order: the first that is empty stops it, so what is refused early costs the
-- later ones nothing.
create function auth.take_each(p_keys bytea[], p_bursts double precision[], p_rates double precision[]) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Each is full again long before two days, so an old one says nothing; made-up addresses do not fill the table.
  if random() < 0.005 then delete from auth.buckets b where b.at < clock_timestamp() - interval '2 days'; end if;
  for i in 1 .. coalesce(array_length(p_keys, 1), 0) loop
    if not auth.take(p_keys[i], p_bursts[i], p_rates[i]) then return false; end if;
  end loop;
  return true;
end $$;
--> statement-breakpoint
drop function auth.redeem_ticket(bytea, uuid, bytea);
--> statement-breakpoint
create function auth.redeem_ticket(p_hash bytea, p_session uuid, p_token_hash bytea, p_device text default '') returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare t auth.login_tickets%rowtype; l auth.logins%rowtype; at timestamptz := clock_timestamp();
begin
  update auth.login_tickets x set used_at = at
  where x.hash = p_hash and x.used_at is null and x.expires_at > at returning * into t;
  if not found then return null; end if;
  select * into l from auth.logins x where x.id = t.login_id and x.disabled_at is null;
  if not found then return null; end if;
  insert into auth.sessions (id, token_hash, login_id, org_id, member_id, amr, aal, started_at, seen_at, idle_expires_at,
    expires_at, device)
  values (p_session, p_token_hash, l.id, l.org_id, l.member_id, t.amr, auth.aal_of(t.amr), at, at,
    at + interval '30 minutes', at + interval '12 hours', p_device);
  perform ctx.put(l.org_id, l.member_id, 'service');
  perform audit.append('session.started', l.member_id, null,
    jsonb_build_object('amr', t.amr, 'aal', auth.aal_of(t.amr), 'device', p_device));
  return l.id;
end $$;
--> statement-breakpoint
drop function auth.refuse_sign_in(uuid);
--> statement-breakpoint
create function auth.refuse_sign_in(p_login uuid, p_device text default '') returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare l auth.logins%rowtype;
begin
  select * into l from auth.logins x where x.id = p_login;
  if found then
    perform ctx.put(l.org_id, l.member_id, 'service');
    perform audit.append('session.refused', l.member_id, null, jsonb_build_object('device', p_device));
  else
    -- One write here too, so that the time of the answer does not say that nobody has this address.
    perform auth.take(sha256('nobody'), 1000, 1000);
  end if;
end $$;
--> statement-breakpoint
-- A cookie that came back from another kind of browser was copied: its session ends.
create function auth.end_moved(p_token bytea, p_device text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null then return; end if;
  update auth.sessions x set ended_at = clock_timestamp() where x.id = s.id;
  perform auth.note(s, 'session.moved', jsonb_build_object('device', p_device));
end $$;
--> statement-breakpoint
-- The live sessions of the person whose full session asks.
create function auth.list_sessions(p_token bytea)
returns table (id uuid, device text, amr text, started_at timestamptz, seen_at timestamptz, own boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  return query select x.id, x.device, x.amr, x.started_at, x.seen_at, x.id = s.id from auth.sessions x
  where x.login_id = s.login_id and x.ended_at is null and x.idle_expires_at > clock_timestamp()
    and x.expires_at > clock_timestamp() order by x.id <> s.id, x.seen_at desc, x.id;
end $$;
--> statement-breakpoint
-- `p_id` null: every other one. How many ended, or null when the session that asks may not.
create function auth.end_own_sessions(p_token bytea, p_id uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); n integer;
begin
  if s.id is null or s.aal = 'confined' then return null; end if;
  update auth.sessions x set ended_at = clock_timestamp()
  where x.login_id = s.login_id and x.ended_at is null and case when p_id is null then x.id <> s.id else x.id = p_id end;
  get diagnostics n = row_count;
  if p_id is null then
    update auth.login_tickets t set used_at = clock_timestamp() where t.login_id = s.login_id and t.used_at is null;
  end if;
  if n > 0 then perform auth.note(s, 'session.ended_elsewhere', jsonb_build_object('sessions', n)); end if;
  return n;
end $$;
--> statement-breakpoint
-- For an administrator inside their context; null: of everybody in the organisation, their own too.
create function auth.end_sessions_of(p_member uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare n integer;
begin
  if coalesce(ctx.role(), '') <> 'admin' then raise exception 'not an administrator' using errcode = '42501'; end if;
  update auth.sessions x set ended_at = clock_timestamp()
  where x.org_id = ctx.org() and x.ended_at is null and (p_member is null or x.member_id = p_member);
  get diagnostics n = row_count;
  update auth.login_tickets t set used_at = clock_timestamp() from auth.logins l
  where l.id = t.login_id and l.org_id = ctx.org() and t.used_at is null and (p_member is null or l.member_id = p_member);
  return n;
end $$;
--> statement-breakpoint
create function auth.knows_device(p_hash bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.devices d where d.hash = p_hash)
$$;
--> statement-breakpoint
-- After a full sign-in only, so a password alone makes no device known. The twenty that were used last are kept.
create function auth.remember_device(p_token bytea, p_id uuid, p_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  insert into auth.devices as d (id, login_id, hash, name, added_at, seen_at)
  values (p_id, s.login_id, p_hash, s.device, clock_timestamp(), clock_timestamp())
  on conflict (hash) do update set seen_at = clock_timestamp(), name = excluded.name where d.login_id = s.login_id;
  delete from auth.devices d where d.login_id = s.login_id and d.id not in
    (select x.id from auth.devices x where x.login_id = s.login_id order by x.seen_at desc, x.id limit 20);
end $$;
--> statement-breakpoint
create function auth.list_devices(p_token bytea) returns table (id uuid, name text, added_at timestamptz, seen_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select d.id, d.name, d.added_at, d.seen_at from auth.devices d, auth.live_session(p_token) s
  where d.login_id = s.login_id and s.aal <> 'confined' order by d.seen_at desc, d.id
$$;
--> statement-breakpoint
create function auth.forget_device(p_token bytea, p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null or s.aal = 'confined' then return false; end if;
  delete from auth.devices d where d.id = p_id and d.login_id = s.login_id;
  if not found then return false; end if;
  perform auth.note(s, 'device.forgotten', '{}'::jsonb);
  return true;
end $$;
--> statement-breakpoint
-- The proof is the same that a change of factors wants. Every other session ends, and no device is known any more.
create function auth.change_password(p_token bytea, p_password_hash text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  update auth.logins l set password_hash = p_password_hash where l.id = s.login_id;
  delete from auth.devices d where d.login_id = s.login_id;
  perform auth.end_others(s);
  perform auth.note(s, 'password.changed', '{}'::jsonb);
  return 'changed';
end $$;
--> statement-breakpoint
-- As before; and no device of the person is known any more.
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
  perform audit.append('factor.all_removed', new.renews, null, '{}'::jsonb);
  return new;
end $$;
