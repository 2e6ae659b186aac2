-- The new tables behind the same walls: what belongs to a case is seen by who works on it, what belongs to a person by
-- that person, what the organisation found the law to say by everyone inside and written by an administrator.
do $$
declare
  people text := '(select ctx.role() in (''caseworker'', ''supervisor'', ''admin'', ''service''))';
  admins text := '(select ctx.role() in (''admin'', ''service''))';
  wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  caseworker text := '(select ctx.role() = ''caseworker'')';
  liaison text := '(select ctx.role() = ''liaison'')';
  service text := '(select ctx.role() = ''service'')';
  own text := '(' || people || ' and member_id = (select ctx.member()))';
  mine text := '(' || wide || ' or (' || caseworker || ' and case_id in (select ctx.my_cases())))';
  my_reference text := '(' || liaison || ' and reference_id in (select r.id from app.references r))';
  t text;
begin
  foreach t in array array['hand_clocks', 'preservations', 'refusals', 'authorities', 'documents', 'reference_secrets'] loop
    perform ctx.wall(format('app.%I', t)::regclass, 'org_id', mine, mine, false);
  end loop;
  foreach t in array array['clock_changes', 'document_versions'] loop
    perform ctx.wall(format('app.%I', t)::regclass, 'org_id', mine, mine, true);
  end loop;
  -- An officer's own number leaves a trace in the same history; they cannot read it.
  perform ctx.wall('app.reference_changes', 'org_id', mine, mine || ' or ' || my_reference, true);
  perform ctx.wall('app.provision_versions', 'org_id', people, admins, true);
  perform ctx.wall('app.proclaimed_days', 'org_id', people, admins, false);
  perform ctx.wall('app.reminder_wishes', 'org_id', service || ' or ' || own, own, false);
  perform ctx.wall('app.calendar_feeds', 'org_id', service || ' or ' || own, own, false);
  perform ctx.wall('app.mails', 'org_id', service || ' or ' || own, service, false);
  perform ctx.wall('app.reminders', 'org_id', service || ' or ' || own, service, false);
end $$;
--> statement-breakpoint
-- Every organisation there is, for the worker's round: ids and nothing else.
create function ctx.organisations(token bytea) returns setof uuid
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select 1 from ctx.service x where x.token_hash = sha256(token)) then
    raise exception 'unknown service' using errcode = '28000';
  end if;
  return query select distinct l.org_id from auth.logins l;
end $$;
--> statement-breakpoint
-- Whose feed a token opens. It lies outside the walls, as the tokens of invitations do: nobody is known yet.
create table auth.feed_tokens (hash bytea primary key, org_id uuid not null, member_id uuid not null);
--> statement-breakpoint
create function auth.index_feed() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.feed_tokens (hash, org_id, member_id) values (new.token_hash, new.org_id, new.member_id);
  return new;
end $$;
--> statement-breakpoint
create trigger index_feed after insert on app.calendar_feeds for each row execute function auth.index_feed();
--> statement-breakpoint
-- A calendar program has no session: its token opens a context of the member who made the feed, for this transaction.
create function ctx.enter_feed(token bytea)
returns table (org_id uuid, member_id uuid, role text, name text, org_name text)
language plpgsql security definer set search_path = pg_catalog as $$
declare f auth.feed_tokens%rowtype; m app.members%rowtype;
begin
  select * into f from auth.feed_tokens x where x.hash = sha256(token);
  if not found then raise exception 'no such feed' using errcode = '28000'; end if;
  perform ctx.put(f.org_id, f.member_id, 'service');
  perform 1 from app.calendar_feeds x where x.token_hash = sha256(token) and x.revoked_at is null;
  if not found then raise exception 'no such feed' using errcode = '28000'; end if;
  select * into m from app.members x where x.id = f.member_id and x.removed_at is null;
  if not found then raise exception 'no such feed' using errcode = '28000'; end if;
  return query select f.org_id, m.id, m.role, m.name, o.name from app.organisations o where o.id = f.org_id;
  perform ctx.put(f.org_id, m.id, m.role);
end $$;
--> statement-breakpoint
-- Whether a number of this kind stands on another case of the organisation: yes or no, and nothing of that case.
create function app.number_elsewhere(p_kind text, p_canonical text, p_case uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); r text := ctx.role(); m uuid := ctx.member(); found_one boolean;
begin
  if r is null or r not in ('caseworker', 'supervisor', 'liaison', 'service') then return false; end if;
  perform ctx.put(o, m, 'service');
  select exists (select 1 from app.references x where x.org_id = o and x.kind = p_kind and x.canonical = p_canonical
    and x.state = 'issued' and x.case_id <> p_case) into found_one;
  perform ctx.put(o, m, r);
  return found_one;
end $$;
