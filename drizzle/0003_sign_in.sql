-- Sign-in state is reached only through these functions: the application role has no grant on the tables.
create function auth.take(p_key bytea, p_burst double precision, p_per_second double precision) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare left_over double precision;
begin
  insert into auth.buckets as b (key, level, at) values (p_key, p_burst - 1, clock_timestamp())
  on conflict (key) do update set
    level = least(p_burst, b.level + extract(epoch from clock_timestamp() - b.at) * p_per_second) - 1,
    at = clock_timestamp()
    where least(p_burst, b.level + extract(epoch from clock_timestamp() - b.at) * p_per_second) >= 1
  returning level into left_over;
  return left_over is not null;
end $$;
--> statement-breakpoint
create function auth.find_login(p_email text) returns table (login_id uuid, password_hash text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.password_hash from auth.logins l where l.email = lower(p_email) and l.disabled_at is null
$$;
--> statement-breakpoint
create function auth.issue_ticket(p_hash bytea, p_login uuid, p_amr text) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into auth.login_tickets (hash, login_id, amr, expires_at)
  values (p_hash, p_login, p_amr, clock_timestamp() + interval '60 seconds')
$$;
--> statement-breakpoint
-- Idle for 30 minutes or 12 hours in all, then the person signs in again.
create function auth.redeem_ticket(p_hash bytea, p_session uuid, p_token_hash bytea) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare t auth.login_tickets%rowtype; l auth.logins%rowtype; at timestamptz := clock_timestamp();
begin
  update auth.login_tickets x set used_at = at
  where x.hash = p_hash and x.used_at is null and x.expires_at > at returning * into t;
  if not found then return null; end if;
  select * into l from auth.logins x where x.id = t.login_id and x.disabled_at is null;
  if not found then return null; end if;
  insert into auth.sessions (id, token_hash, login_id, org_id, member_id, amr, started_at, seen_at, idle_expires_at, expires_at)
  values (p_session, p_token_hash, l.id, l.org_id, l.member_id, t.amr, at, at, at + interval '30 minutes', at + interval '12 hours');
  perform ctx.put(l.org_id, l.member_id, 'service');
  perform audit.append('session.started', l.member_id, null, jsonb_build_object('amr', t.amr));
  return l.id;
end $$;
--> statement-breakpoint
create function auth.refuse_sign_in(p_login uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare l auth.logins%rowtype;
begin
  select * into l from auth.logins x where x.id = p_login;
  if found then
    perform ctx.put(l.org_id, l.member_id, 'service');
    perform audit.append('session.refused', l.member_id, null, '{}'::jsonb);
  end if;
end $$;
--> statement-breakpoint
create function auth.touch(p_token bytea) returns void
language sql security definer set search_path = pg_catalog as $$
  update auth.sessions x set seen_at = clock_timestamp(), idle_expires_at = clock_timestamp() + interval '30 minutes'
  where x.token_hash = sha256(p_token) and x.ended_at is null and x.idle_expires_at > clock_timestamp()
    and x.seen_at < clock_timestamp() - interval '60 seconds'
$$;
--> statement-breakpoint
create function auth.end_session(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  update auth.sessions x set ended_at = clock_timestamp()
  where x.token_hash = sha256(p_token) and x.ended_at is null returning * into s;
  if found then
    perform ctx.put(s.org_id, s.member_id, 'service');
    perform audit.append('session.ended', s.member_id, null, '{}'::jsonb);
  end if;
end $$;
--> statement-breakpoint
create function auth.setup_is_open() returns boolean
language sql stable security definer set search_path = pg_catalog as $$ select not exists (select 1 from auth.logins) $$;
--> statement-breakpoint
create function auth.setup_token_is_live(p_token bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.setup_tokens x
    where x.hash = sha256(p_token) and x.used_at is null and x.expires_at > clock_timestamp())
$$;
--> statement-breakpoint
create function auth.claim_setup(p_token bytea, p_org uuid, p_org_name text, p_login uuid, p_member uuid, p_email text,
  p_name text, p_password_hash text, p_key uuid, p_wrapped text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare at timestamptz := clock_timestamp();
begin
  update auth.setup_tokens x set used_at = at where x.hash = sha256(p_token) and x.used_at is null and x.expires_at > at;
  if not found then return false; end if;
  perform ctx.put(p_org, null, 'service');
  insert into app.organisations (id, name, created_at) values (p_org, p_org_name, at);
  insert into app.data_keys (id, org_id, purpose, wrapped, created_at) values (p_key, p_org, 'index', p_wrapped, at);
  insert into app.members (id, org_id, role, name, email, code, joined_at)
  values (p_member, p_org, 'admin', p_name, lower(p_email), 'S-01', at);
  insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
  values (p_login, lower(p_email), p_password_hash, p_org, p_member, at);
  perform audit.append('organisation.created', p_org, null, '{}'::jsonb);
  perform audit.append('member.joined', p_member, null, jsonb_build_object('role', 'admin'));
  return true;
end $$;
--> statement-breakpoint
create function auth.read_invitation(p_token bytea)
returns table (org_name text, email text, name text, role text, state text)
language plpgsql security definer set search_path = pg_catalog as $$
declare i app.invitations%rowtype; o uuid := auth.invitation_org(p_token);
begin
  if o is null then return; end if;
  perform ctx.put(o, null, 'service');
  select * into i from app.invitations x where x.token_hash = sha256(p_token);
  return query select org.name, i.email, i.name, i.role,
    case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null then 'withdrawn'
         when i.expires_at <= clock_timestamp() then 'expired' else 'open' end
  from app.organisations org where org.id = o;
  perform ctx.put(o, null, 'none');
end $$;
--> statement-breakpoint
-- Which organisation a token belongs to: kept outside the wall because nobody is signed in yet.
create table auth.invitation_tokens (hash bytea primary key, org_id uuid not null);
--> statement-breakpoint
create function auth.invitation_org(p_token bytea) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select x.org_id from auth.invitation_tokens x where x.hash = sha256(p_token)
$$;
--> statement-breakpoint
create function auth.index_invitation() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.invitation_tokens (hash, org_id) values (new.token_hash, new.org_id);
  return new;
end $$;
--> statement-breakpoint
create trigger index_invitation after insert on app.invitations for each row execute function auth.index_invitation();
--> statement-breakpoint
create function auth.accept_invitation(p_token bytea, p_login uuid, p_member uuid, p_name text, p_password_hash text)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare i app.invitations%rowtype; at timestamptz := clock_timestamp(); o uuid := auth.invitation_org(p_token); code text;
begin
  if o is null then return 'unknown'; end if;
  perform ctx.put(o, null, 'service');
  update app.invitations x set accepted_at = at, accepted_by = p_member
  where x.token_hash = sha256(p_token) and x.accepted_at is null and x.withdrawn_at is null and x.expires_at > at
  returning * into i;
  if not found then return 'closed'; end if;
  if exists (select 1 from auth.logins l where l.email = lower(i.email)) then raise exception 'taken' using errcode = '23505'; end if;
  perform 1 from app.organisations x where x.id = o for update;
  select case when i.role = 'liaison' then 'L-' else 'S-' end
    || lpad((count(*) + 1)::text, 2, '0') into code
  from app.members m where (m.role = 'liaison') = (i.role = 'liaison');
  insert into app.members (id, org_id, role, name, email, code, joined_at) values (p_member, o, i.role, p_name, lower(i.email), code, at);
  if i.role = 'liaison' then
    insert into app.liaisons (member_id, org_id, rank, agency, unit, force_number)
    values (p_member, o, i.liaison->>'rank', i.liaison->>'agency', i.liaison->>'unit', i.liaison->>'forceNumber');
  end if;
  insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
  values (p_login, lower(i.email), p_password_hash, o, p_member, at);
  perform audit.append('member.joined', p_member, null, jsonb_build_object('role', i.role));
  return 'accepted';
end $$;
