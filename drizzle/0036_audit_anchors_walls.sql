-- The log behind the walls: who may see anchors and alerts, and two more ways to append that bound themselves.
do $$
declare
  keepers text := '(select ctx.role() in (''supervisor'', ''admin'', ''service''))';
  worker text := '(select ctx.role() in (''service''))';
begin
  perform ctx.wall('app.audit_anchors', 'org_id', keepers, worker, false);
  perform ctx.wall('app.audit_alerts', 'org_id', keepers, keepers, false);
  perform ctx.settle_once('app.audit_alerts', 'acknowledged_at', 'acknowledged_by');
end $$;
--> statement-breakpoint
-- Only the worker raises an alert; a person says that they looked at it, in their own name.
drop policy add on app.audit_alerts;
--> statement-breakpoint
create policy add on app.audit_alerts for insert
  with check (org_id = (select ctx.org()) and (select ctx.role() in ('service')));
--> statement-breakpoint
drop policy change on app.audit_alerts;
--> statement-breakpoint
create policy change on app.audit_alerts for update
  using (org_id = (select ctx.org()) and (select ctx.role() in ('supervisor', 'admin')))
  with check (org_id = (select ctx.org()) and acknowledged_by = (select ctx.member()));
--> statement-breakpoint
-- An anchor stays as it was made. What came later, the file and the token, is filled in once.
create function app.keep_anchor() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.org_id, new.seq, new.hash, new.at, new.made_at) is distinct from
     (old.org_id, old.seq, old.hash, old.at, old.made_at)
     or (old.filed_at is not null and new.filed_at is distinct from old.filed_at)
     or (old.token is not null and
       (new.token, new.authority, new.gen_time) is distinct from (old.token, old.authority, old.gen_time)) then
    raise exception 'an anchor stays' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_anchor before update on app.audit_anchors for each row execute function app.keep_anchor();
--> statement-breakpoint
drop policy remove on app.audit_anchors;
--> statement-breakpoint
create policy remove on app.audit_anchors for delete using (false);
--> statement-breakpoint
create trigger keep before delete on app.audit_anchors for each row execute function ctx.refuse();
--> statement-breakpoint
create trigger keep_all before truncate on app.audit_anchors for each statement execute function ctx.refuse();
--> statement-breakpoint
-- As before, but the time is read when it is this entry's turn: along a chain it only goes on, unless the clock does not.
create or replace function audit.append(p_action text, p_subject uuid, p_case uuid, p_detail jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  o uuid := ctx.org(); h audit.heads%rowtype; at timestamptz; digest bytea;
begin
  if o is null then raise exception 'no context' using errcode = '28000'; end if;
  insert into audit.heads (org_id, seq, hash) values (o, 0, sha256(uuid_send(o))) on conflict do nothing;
  select * into h from audit.heads x where x.org_id = o for update;
  at := clock_timestamp();
  digest := sha256(h.hash || convert_to(jsonb_build_array(h.seq + 1, at, ctx.member(), ctx.role(), p_action, p_subject, p_case, p_detail)::text, 'UTF8'));
  insert into audit.entries (org_id, seq, at, member_id, role, action, subject_id, case_id, detail, previous, hash)
  values (o, h.seq + 1, at, ctx.member(), ctx.role(), p_action, p_subject, p_case, p_detail, h.hash, digest);
  update audit.heads x set seq = h.seq + 1, hash = digest where x.org_id = o;
  return h.seq + 1;
end $$;
--> statement-breakpoint
-- Where the chain of this organisation ends. The application may read that, and nothing but append() moves it.
create function audit.head() returns table (seq bigint, hash bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select h.seq, h.hash from audit.heads h where h.org_id = ctx.org() and ctx.role() = 'service'
$$;
--> statement-breakpoint
-- The newest entries of whoever acts, whatever their role may read, and whether one of them is as asked for.
create function audit.lately(p_action text, p_subject uuid, p_seconds integer) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); n integer;
begin
  perform pg_advisory_xact_lock(hashtextextended(o::text || coalesce(m::text, '') || p_action || coalesce(p_subject::text, ''), 11));
  perform ctx.put(o, m, 'service');
  select count(*) into n from (
    select e.at, e.action, e.subject_id from audit.entries e
    where e.org_id = o and e.member_id is not distinct from m order by e.seq desc limit 200) x
  where x.action = p_action and (p_subject is null or x.subject_id = p_subject)
    and x.at > clock_timestamp() - make_interval(secs => p_seconds);
  perform ctx.put(o, m, r);
  return n;
end $$;
--> statement-breakpoint
-- For what happens all the time and is worth one entry: nothing when the same person has one for the same subject.
create function audit.append_seldom(p_action text, p_subject uuid, p_case uuid, p_detail jsonb, p_seconds integer) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if audit.lately(p_action, p_subject, p_seconds) > 0 then return null; end if;
  return audit.append(p_action, p_subject, p_case, p_detail);
end $$;
--> statement-breakpoint
-- A refused attempt. Ten a minute of each kind for each person, then one entry that says there were more: a loop does
-- not fill the log. The case is named when it is one of this organisation, also one that the person may not see.
create function audit.note_refusal(p_action text, p_subject uuid, p_aimed uuid, p_detail jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid := ctx.org(); m uuid := ctx.member(); r text := ctx.role(); c uuid;
begin
  if p_action not like 'access.%' then raise exception 'not a refusal' using errcode = '42501'; end if;
  if audit.lately(p_action, null, 60) >= 10 then
    return audit.append_seldom('access.repeated', p_subject, null, jsonb_build_object('of', p_action), 60);
  end if;
  perform ctx.put(o, m, 'service');
  select x.id into c from app.cases x where x.org_id = o and x.id = p_aimed;
  perform ctx.put(o, m, r);
  return audit.append(p_action, p_subject, c, p_detail || jsonb_strip_nulls(jsonb_build_object('aimed', p_aimed)));
end $$;
