-- The sixth part of a context says from which session it is: a keyed hash of the session's id, worth nothing to anybody.
-- As before, and what the context of the same person says of its session stays when the role is put anew.
create or replace function ctx.put(org uuid, member uuid, role text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before text := coalesce(current_setting('app.ctx', true), '');
  kept text := '';
  mark text := '';
  c text := org::text || '|' || coalesce(member::text, '') || '|' || role || '|' || ctx.stamp();
begin
  -- Only what this transaction signed is taken over. What somebody left in the connection is neither believed nor in the
  -- way of whoever comes next.
  if before <> '' and split_part(before, '|', 4) = ctx.stamp()
    and ctx.sign(before) is not distinct from current_setting('app.sig', true) then
    kept := split_part(before, '|', 5);
    if split_part(before, '|', 1) = org::text and split_part(before, '|', 2) = coalesce(member::text, '') then
      mark := split_part(before, '|', 6);
    end if;
  end if;
  if kept <> '' or mark <> '' then c := c || '|' || kept; end if;
  if mark <> '' then c := c || '|' || mark; end if;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
--> statement-breakpoint
create function ctx.put_session(org uuid, member uuid, role text, session uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := org::text || '|' || member::text || '|' || role || '|' || ctx.stamp() || '||'
  || left(ctx.sign('session|' || session::text), 12);
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
--> statement-breakpoint
-- As before, with the mark of the session.
create or replace function ctx.enter(token bytea)
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
  perform ctx.put_session(s.org_id, m.id, m.role, s.id);
end $$;
--> statement-breakpoint
-- As before. An entry of a session has its mark in the chain, behind the detail; one without is hashed as ever.
create or replace function audit.append(p_action text, p_subject uuid, p_case uuid, p_detail jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  o uuid := ctx.org(); mark text := ctx.part(6); h audit.heads%rowtype; at timestamptz; said jsonb; digest bytea;
begin
  if o is null then raise exception 'no context' using errcode = '28000'; end if;
  insert into audit.heads (org_id, seq, hash) values (o, 0, sha256(uuid_send(o))) on conflict do nothing;
  select * into h from audit.heads x where x.org_id = o for update;
  at := clock_timestamp();
  said := jsonb_build_array(h.seq + 1, at, ctx.member(), ctx.role(), p_action, p_subject, p_case, p_detail);
  if mark is not null then said := said || jsonb_build_array(mark); end if;
  digest := sha256(h.hash || convert_to(said::text, 'UTF8'));
  insert into audit.entries (org_id, seq, at, member_id, role, action, subject_id, case_id, detail, previous, hash, session)
  values (o, h.seq + 1, at, ctx.member(), ctx.role(), p_action, p_subject, p_case, p_detail, h.hash, digest, mark);
  update audit.heads x set seq = h.seq + 1, hash = digest where x.org_id = o;
  return h.seq + 1;
end $$;
--> statement-breakpoint
-- What the functions of sign-in write of a session has its mark too, from its beginning to its end.
create or replace function auth.note(s auth.sessions, p_action text, p_detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform ctx.put_session(s.org_id, s.member_id, 'service', s.id);
  perform audit.append(p_action, s.member_id, null, p_detail);
end $$;
--> statement-breakpoint
create or replace function auth.redeem_ticket(p_hash bytea, p_session uuid, p_token_hash bytea, p_device text default '') returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare t auth.login_tickets%rowtype; l auth.logins%rowtype; s auth.sessions%rowtype; at timestamptz := clock_timestamp();
begin
  update auth.login_tickets x set used_at = at
  where x.hash = p_hash and x.used_at is null and x.expires_at > at returning * into t;
  if not found then return null; end if;
  select * into l from auth.logins x where x.id = t.login_id and x.disabled_at is null;
  if not found then return null; end if;
  insert into auth.sessions (id, token_hash, login_id, org_id, member_id, amr, aal, started_at, seen_at, idle_expires_at,
    expires_at, device)
  values (p_session, p_token_hash, l.id, l.org_id, l.member_id, t.amr, auth.aal_of(t.amr), at, at,
    at + interval '30 minutes', at + interval '12 hours', p_device) returning * into s;
  perform auth.note(s, 'session.started',
    jsonb_build_object('amr', t.amr, 'aal', auth.aal_of(t.amr), 'device', p_device));
  return l.id;
end $$;
--> statement-breakpoint
create or replace function auth.end_session(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  update auth.sessions x set ended_at = clock_timestamp()
  where x.token_hash = sha256(p_token) and x.ended_at is null returning * into s;
  if found then perform auth.note(s, 'session.ended', '{}'::jsonb); end if;
end $$;
--> statement-breakpoint
create or replace function auth.refuse_step_up(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  select * into s from auth.sessions x where x.token_hash = sha256(p_token) and x.ended_at is null;
  if found then perform auth.note(s, 'session.confirm_refused', '{}'::jsonb); end if;
end $$;
