-- Links of first contact behind the same walls. Who opens one has no session: narrow functions answer instead.
do $$
declare
  mine text := '((select ctx.role() in (''supervisor'', ''service'')) or ((select ctx.role() = ''caseworker'')'
    || ' and case_id in (select ctx.my_cases())))';
  -- A context that a link opened carries the one handover that it is for, and sees no other.
  given_to_me text := '((select ctx.role() = ''liaison'') and liaison_id = (select ctx.member())'
    || ' and ((select ctx.part(5)) is null or id = (select ctx.part(5))::uuid))';
  keepers text := '(select ctx.role() in (''supervisor'', ''admin''))';
begin
  perform ctx.wall('app.first_links', 'org_id', mine, mine, false);
  perform ctx.wall('app.first_link_events', 'org_id', mine, mine, true);
  execute 'drop policy see on app.handovers';
  execute 'drop policy change on app.handovers';
  execute format('create policy see on app.handovers for select using (org_id = (select ctx.org()) and (%s or %s))',
    mine, given_to_me);
  execute format('create policy change on app.handovers for update using (org_id = (select ctx.org()) and (%1$s or %2$s))'
    || ' with check (org_id = (select ctx.org()) and (%1$s or %2$s))', mine, given_to_me);
  -- Whoever keeps the directory may enter an officer who has no account yet.
  execute 'drop policy add on app.members';
  execute format('create policy add on app.members for insert with check (org_id = (select ctx.org())'
    || ' and ((select ctx.role() in (''admin'', ''service'')) or (%s and role = ''liaison'')))', keepers);
  execute 'drop policy add on app.liaisons';
  execute format('create policy add on app.liaisons for insert with check (org_id = (select ctx.org())'
    || ' and ((select ctx.role() = ''service'') or (%s and added_by = (select ctx.member()))))', keepers);
end $$;
--> statement-breakpoint
-- As before, and what narrows a context stays with it: a function that looks as the service and comes back, comes back
-- as narrow as it was.
create or replace function ctx.put(org uuid, member uuid, role text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  kept text := split_part(coalesce(current_setting('app.ctx', true), ''), '|', 5);
  c text := org::text || '|' || coalesce(member::text, '') || '|' || role || '|' || ctx.stamp();
begin
  if kept <> '' then c := c || '|' || kept; end if;
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
--> statement-breakpoint
create function ctx.put_first(org uuid, member uuid, handover uuid) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare c text := org::text || '|' || member::text || '|liaison|' || ctx.stamp() || '|' || handover::text;
begin
  perform set_config('app.ctx', c, true);
  perform set_config('app.sig', ctx.sign(c), true);
end $$;
--> statement-breakpoint
-- Which organisation a secret belongs to. It lies outside the walls: whoever opens a link is not known.
create table auth.first_secrets (secret_hash bytea primary key, link_id uuid not null unique, org_id uuid not null, packet_id uuid not null);
--> statement-breakpoint
create function auth.index_first_link() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.first_secrets (secret_hash, link_id, org_id, packet_id)
  values (new.secret_hash, new.id, new.org_id, new.packet_id);
  return new;
end $$;
--> statement-breakpoint
create trigger index_first_link after insert on app.first_links for each row execute function auth.index_first_link();
--> statement-breakpoint
-- Two people: nobody releases what they made. What happens at the door is written by the functions of the door alone.
create function app.keep_first_link() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' then
    if new.made_by is distinct from ctx.member() or new.released_at is not null or new.released_by is not null
      or new.expires_at is not null or new.redeemed_at is not null or new.tries <> 0 or new.downloads <> 0 then
      raise exception 'a link is made closed' using errcode = '42501';
    end if;
    return new;
  end if;
  if (old.id, old.case_id, old.packet_id, old.liaison_id, old.secret_hash, old.code_hash, old.made_by, old.made_at)
    is distinct from (new.id, new.case_id, new.packet_id, new.liaison_id, new.secret_hash, new.code_hash, new.made_by, new.made_at)
    or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
    or (old.released_at is not null and (old.released_at, old.released_by, old.expires_at)
      is distinct from (new.released_at, new.released_by, new.expires_at)) then
    raise exception 'a link stays as it was made and released' using errcode = '42501';
  end if;
  if old.released_at is null and new.released_at is not null and (ctx.role() <> 'supervisor'
    or new.released_by is distinct from ctx.member() or new.released_by = new.made_by or new.revoked_at is not null
    or new.expires_at is null or new.expires_at > new.released_at + interval '72 hours') then
    raise exception 'a second person releases a link' using errcode = '42501';
  end if;
  if ctx.role() <> 'service' and (old.tries, old.locked_at, old.redeemed_at, old.browser_hash, old.handover_id,
    old.access_until, old.downloads, old.news_at) is distinct from (new.tries, new.locked_at, new.redeemed_at,
    new.browser_hash, new.handover_id, new.access_until, new.downloads, new.news_at) then
    raise exception 'the door writes what happens at the door' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_first_link before insert or update on app.first_links for each row execute function app.keep_first_link();
--> statement-breakpoint
create function ctx.note_first_link(l app.first_links, p_event text, p_note text) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  insert into app.first_link_events (id, org_id, case_id, link_id, event, at, "by", note)
  values (gen_random_uuid(), l.org_id, l.case_id, l.id, p_event, clock_timestamp(), null, p_note);
  perform audit.append('first_link.' || p_event, l.id, l.case_id,
    case when p_note is null then '{}'::jsonb else jsonb_build_object('why', p_note) end);
end $$;
--> statement-breakpoint
-- Why a link is closed, or `open`. Looks as the service; the clock is the database's own.
create function ctx.state_of_first_link(l app.first_links) returns text
language plpgsql set search_path = pg_catalog as $$
declare p app.packets%rowtype;
begin
  if l.revoked_at is not null then return 'revoked'; end if;
  if l.released_at is null then return 'waiting'; end if;
  if l.expires_at <= clock_timestamp() then return 'expired'; end if;
  select * into p from app.packets x where x.org_id = l.org_id and x.id = l.packet_id;
  if p.status = 'withdrawn' then return 'withdrawn'; end if;
  if p.status not in ('approved', 'handed_over') then return 'waiting'; end if;
  perform 1 from app.packets q where q.org_id = p.org_id and q.case_id = p.case_id and q.number = p.number
    and q.version > p.version and q.status in ('approved', 'handed_over');
  if found then return 'replaced'; end if;
  perform 1 from app.liaisons o join app.members m on m.org_id = o.org_id and m.id = o.member_id
  where o.org_id = l.org_id and o.member_id = l.liaison_id and o.confirmed_at is not null and m.removed_at is null;
  if not found then return 'unconfirmed'; end if;
  return 'open';
end $$;
--> statement-breakpoint
-- The code is tried. Of several at once one comes first: the packet, then the link is locked. Nothing about the case is
-- said before the code is right. `first`: this try opened it, and the handover was made.
create function ctx.redeem_first_link(p_secret bytea, p_code text, p_browser bytea, p_handover uuid)
returns table (outcome text, tries_left integer, first boolean)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  a auth.first_secrets%rowtype; l app.first_links%rowtype; s text; left_over integer; given uuid; known boolean;
  at timestamptz;
begin
  select * into a from auth.first_secrets x where x.secret_hash = sha256(p_secret);
  if not found then return query select 'unknown', 0, false; return; end if;
  perform ctx.put(a.org_id, null, 'service');
  perform 1 from app.packets x where x.id = a.packet_id for update;
  select * into l from app.first_links x where x.id = a.link_id for update;
  at := clock_timestamp();
  s := ctx.state_of_first_link(l);
  known := l.browser_hash is not null and l.browser_hash = sha256(p_browser);
  left_over := greatest(0, 5 - l.tries);
  if s in ('revoked', 'waiting', 'expired') then
    perform ctx.note_first_link(l, 'refused', s);
    return query select s, left_over, false;
  elsif l.locked_at is not null then
    perform ctx.note_first_link(l, 'refused', 'locked');
    return query select 'locked', 0, false;
  elsif sha256(p_secret || convert_to(p_code, 'UTF8')) is distinct from l.code_hash then
    update app.first_links x set tries = l.tries + 1,
      locked_at = case when l.tries + 1 >= 5 then at end, news_at = case when l.tries + 1 >= 5 then at else x.news_at end
    where x.id = l.id;
    perform ctx.note_first_link(l, 'wrong_code', null);
    if l.tries + 1 >= 5 then perform ctx.note_first_link(l, 'locked', null); end if;
    return query select case when l.tries + 1 >= 5 then 'locked' else 'wrong' end, greatest(0, 4 - l.tries), false;
  elsif s <> 'open' then
    perform ctx.note_first_link(l, 'refused', s);
    return query select s, left_over, false;
  elsif l.browser_hash is not null and not known then
    update app.first_links x set news_at = at where x.id = l.id;
    perform ctx.note_first_link(l, 'other_browser', null);
    return query select 'elsewhere', left_over, false;
  else
    given := l.handover_id;
    if given is null then
      insert into app.handovers (id, org_id, case_id, packet_id, liaison_id, delivered_by, delivered_at)
      values (p_handover, l.org_id, l.case_id, l.packet_id, l.liaison_id, l.released_by, at)
      on conflict (packet_id, liaison_id) do nothing returning id into given;
      if given is null then
        select h.id into given from app.handovers h where h.packet_id = l.packet_id and h.liaison_id = l.liaison_id;
      else
        insert into app.handover_events (id, org_id, case_id, handover_id, event, at, "by", note)
        values (gen_random_uuid(), l.org_id, l.case_id, given, 'delivered', at, l.released_by, 'By a first-contact link');
        perform audit.append('handover.delivered', given, l.case_id, jsonb_build_object('liaisonId', l.liaison_id, 'link', l.id));
      end if;
      update app.packets x set status = 'handed_over' where x.id = l.packet_id and x.status = 'approved';
    end if;
    update app.first_links x set redeemed_at = coalesce(x.redeemed_at, at), browser_hash = sha256(p_browser),
      handover_id = given, access_until = least(x.expires_at, at + interval '12 hours'),
      news_at = case when x.redeemed_at is null then at else x.news_at end
    where x.id = l.id;
    perform ctx.note_first_link(l, case when known then 'code_again' else 'redeemed' end, null);
    return query select 'open', left_over, not known;
  end if;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
end $$;
--> statement-breakpoint
-- What the page shows to the browser that opened the link: `open`, `ask` for the code, or why it is closed. Counts nothing.
create function ctx.look_at_first_link(p_secret bytea, p_browser bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare a auth.first_secrets%rowtype; l app.first_links%rowtype; s text;
begin
  select * into a from auth.first_secrets x where x.secret_hash = sha256(p_secret);
  if not found then return 'ask'; end if;
  perform ctx.put(a.org_id, null, 'service');
  select * into l from app.first_links x where x.id = a.link_id;
  s := 'ask';
  if l.browser_hash is not null and l.browser_hash = sha256(p_browser) then
    s := ctx.state_of_first_link(l);
    if s <> 'open' then perform ctx.note_first_link(l, 'refused', s);
    elsif l.access_until <= clock_timestamp() then s := 'ask'; end if;
  end if;
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
  return s;
end $$;
--> statement-breakpoint
-- The context of the officer for whom an open link is, in the browser that opened it, for its one handover.
create function ctx.enter_first_link(p_secret bytea, p_browser bytea)
returns table (org_id uuid, member_id uuid, name text, org_name text, link_id uuid, handover_id uuid,
  downloads_left integer, expires_at timestamptz, access_until timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare a auth.first_secrets%rowtype; l app.first_links%rowtype;
begin
  select * into a from auth.first_secrets x where x.secret_hash = sha256(p_secret);
  if not found then raise exception 'no open link' using errcode = '28000'; end if;
  perform ctx.put(a.org_id, null, 'service');
  select * into l from app.first_links x where x.id = a.link_id;
  if l.browser_hash is distinct from sha256(p_browser) or coalesce(l.access_until <= clock_timestamp(), true)
    or ctx.state_of_first_link(l) <> 'open' then
    raise exception 'no open link' using errcode = '28000';
  end if;
  return query select l.org_id, m.id, m.name, o.name, l.id, l.handover_id, greatest(0, 3 - l.downloads), l.expires_at,
    l.access_until
  from app.members m join app.organisations o on o.id = m.org_id where m.org_id = l.org_id and m.id = l.liaison_id;
  perform ctx.put_first(l.org_id, l.liaison_id, l.handover_id);
end $$;
--> statement-breakpoint
-- One of three downloads is used up: how many are left, or -1 when there was none. Only in the context of the link.
create function app.take_first_file(p_part text) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  o uuid := ctx.org(); m uuid := ctx.member(); h uuid := ctx.part(5)::uuid; l app.first_links%rowtype; left_over integer;
begin
  if h is null then raise exception 'no open link' using errcode = '28000'; end if;
  perform ctx.put(o, null, 'service');
  select * into l from app.first_links x where x.org_id = o and x.handover_id = h and x.liaison_id = m
    and x.access_until > clock_timestamp() order by x.made_at desc limit 1 for update;
  if not found or ctx.state_of_first_link(l) <> 'open' then raise exception 'no open link' using errcode = '28000'; end if;
  if l.downloads >= 3 then
    perform ctx.note_first_link(l, 'used_up', p_part);
    left_over := -1;
  else
    update app.first_links x set downloads = l.downloads + 1 where x.id = l.id;
    perform ctx.note_first_link(l, 'downloaded', p_part);
    left_over := 2 - l.downloads;
  end if;
  perform ctx.put_first(o, m, h);
  return left_over;
end $$;
--> statement-breakpoint
-- Which officers of the organisation can sign in, so that nothing is put into a portal that nobody opens.
create function ctx.with_login() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select l.member_id from auth.logins l where l.org_id = ctx.org() and l.disabled_at is null;
end $$;
--> statement-breakpoint
-- As before, and an officer who was entered without an account may be given one by a link of renewal.
create or replace function auth.may_renew(p_member uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from app.members m left join auth.logins l on l.member_id = m.id
    where m.id = p_member and m.removed_at is null and l.disabled_at is null and (l.id is not null or m.role = 'liaison'))
$$;
--> statement-breakpoint
create or replace function auth.accept_invitation(p_token bytea, p_login uuid, p_member uuid, p_name text, p_password_hash text)
returns text language plpgsql security definer set search_path = pg_catalog as $$
declare i app.invitations%rowtype; at timestamptz := clock_timestamp(); o uuid := auth.invitation_org(p_token); code text;
begin
  if o is null then return 'unknown'; end if;
  perform ctx.put(o, null, 'service');
  update app.invitations x set accepted_at = at, accepted_by = coalesce(x.renews, p_member)
  where x.token_hash = sha256(p_token) and x.accepted_at is null and x.withdrawn_at is null and x.expires_at > at
    and (x.renews is null or auth.may_renew(x.renews))
  returning * into i;
  if not found then return 'closed'; end if;
  if i.renews is not null then
    update auth.logins l set password_hash = p_password_hash where l.org_id = o and l.member_id = i.renews;
    if not found then
      insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
      select p_login, m.email, p_password_hash, o, m.id, at from app.members m where m.id = i.renews and m.role = 'liaison';
    end if;
    update auth.sessions s set ended_at = at where s.org_id = o and s.member_id = i.renews and s.ended_at is null;
    update auth.login_tickets t set used_at = at from auth.logins l
    where l.id = t.login_id and l.org_id = o and l.member_id = i.renews and t.used_at is null;
    perform audit.append('member.access_renewed', i.renews, null, '{}'::jsonb);
    return 'accepted';
  end if;
  if exists (select 1 from auth.logins l where l.email = lower(i.email)) then raise exception 'taken' using errcode = '23505'; end if;
  perform 1 from app.organisations x where x.id = o for update;
  select case when i.role = 'liaison' then 'L-' else 'S-' end
    || lpad((count(*) + 1)::text, 2, '0') into code
  from app.members m where (m.role = 'liaison') = (i.role = 'liaison');
  insert into app.members (id, org_id, role, name, email, code, joined_at) values (p_member, o, i.role, p_name, lower(i.email), code, at);
  if i.role = 'liaison' then
    insert into app.liaisons (member_id, org_id, rank, agency, unit, force_number, address, phone, added_by)
    values (p_member, o, i.liaison->>'rank', i.liaison->>'agency', i.liaison->>'unit', i.liaison->>'forceNumber',
      coalesce(i.liaison->>'address', ''), coalesce(i.liaison->>'phone', ''), i.invited_by);
  end if;
  insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
  values (p_login, lower(i.email), p_password_hash, o, p_member, at);
  perform audit.append('member.joined', p_member, null, jsonb_build_object('role', i.role));
  return 'accepted';
end $$;
