-- The audit log: one chain for each organisation, written by audit.append() alone.
create function audit.append(p_action text, p_subject uuid, p_case uuid, p_detail jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
  o uuid := ctx.org(); h audit.heads%rowtype; at timestamptz := clock_timestamp(); digest bytea;
begin
  if o is null then raise exception 'no context' using errcode = '28000'; end if;
  insert into audit.heads (org_id, seq, hash) values (o, 0, sha256(uuid_send(o))) on conflict do nothing;
  select * into h from audit.heads x where x.org_id = o for update;
  digest := sha256(h.hash || convert_to(jsonb_build_array(h.seq + 1, at, ctx.member(), ctx.role(), p_action, p_subject, p_case, p_detail)::text, 'UTF8'));
  insert into audit.entries (org_id, seq, at, member_id, role, action, subject_id, case_id, detail, previous, hash)
  values (o, h.seq + 1, at, ctx.member(), ctx.role(), p_action, p_subject, p_case, p_detail, h.hash, digest);
  update audit.heads x set seq = h.seq + 1, hash = digest where x.org_id = o;
  return h.seq + 1;
end $$;
--> statement-breakpoint
create trigger append_only before update or delete on audit.entries for each row execute function ctx.refuse();
--> statement-breakpoint
create trigger append_only_all before truncate on audit.entries for each statement execute function ctx.refuse();
--> statement-breakpoint
alter table audit.entries enable row level security;
--> statement-breakpoint
alter table audit.entries force row level security;
--> statement-breakpoint
-- Staff read what concerns the cases they see; supervisors and admins read the whole log of their organisation.
create policy see on audit.entries for select using (
  org_id = (select ctx.org()) and ((select ctx.role() in ('supervisor', 'admin', 'service'))
  or ((select ctx.role() = 'caseworker') and case_id in (select c.id from app.cases c))));
--> statement-breakpoint
create policy add on audit.entries for insert with check (org_id = (select ctx.org()));
--> statement-breakpoint
create policy change on audit.entries for update using (false);
--> statement-breakpoint
create policy remove on audit.entries for delete using (false);
--> statement-breakpoint
-- The custody ledger of one exhibit: the database numbers and chains the events.
create function app.chain_custody() returns trigger
language plpgsql set search_path = pg_catalog set timezone = 'UTC' as $$
declare last app.custody_events%rowtype;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.exhibit_id::text, 7));
  select * into last from app.custody_events x where x.exhibit_id = new.exhibit_id order by x.seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.previous := coalesce(last.hash, sha256(uuid_send(new.exhibit_id)));
  new.hash := sha256(new.previous || convert_to(
    jsonb_build_array(new.seq, new.at, new.action, new."by", new.purpose, new.sha256)::text, 'UTF8'));
  return new;
end $$;
--> statement-breakpoint
create trigger chain before insert on app.custody_events for each row execute function app.chain_custody();
--> statement-breakpoint
-- An original is written once: what was received never changes, what the sandbox found may be filled in.
create function app.keep_original() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if (new.sha256, new.size, new.number, new.case_id, new.received_at, new.received_by, new.upload_id, new.original_name)
    is distinct from
    (old.sha256, old.size, old.number, old.case_id, old.received_at, old.received_by, old.upload_id, old.original_name) then
    raise exception 'an original never changes' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_original before update on app.exhibits for each row execute function app.keep_original();
--> statement-breakpoint
create trigger keep_exhibit before delete on app.exhibits for each row execute function ctx.refuse();
