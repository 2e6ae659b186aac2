-- Lists brought in and folders taken out, behind the same walls: for supervisors, and the whole organisation's folder
-- for those who may release it.
do $$
declare
  wide text := '(select ctx.role() in (''supervisor'', ''service''))';
  releasing text := '(kind = ''organisation'' and (select ctx.role() = ''admin''))';
  t text;
begin
  foreach t in array array['imports', 'import_rows', 'import_mappings'] loop
    perform ctx.wall(format('app.%I', t)::regclass, 'org_id', wide, wide, false);
  end loop;
  perform ctx.wall('app.case_exports', 'org_id', wide || ' or ' || releasing, wide || ' or ' || releasing, false);
end $$;
--> statement-breakpoint
-- A case that came from a row stays that row's, and what a person asked for stays what it was.
create function app.keep_import_row() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (old.case_id is not null and new.case_id is distinct from old.case_id)
    or (new.import_id, new.row) is distinct from (old.import_id, old.row) then
    raise exception 'a row that was brought in stays' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_import_row before update on app.import_rows for each row execute function app.keep_import_row();
--> statement-breakpoint
create function app.keep_case_export() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.kind, new.case_id, new.asked_by, new.asked_at, new.reason, new.key_id)
      is distinct from (old.kind, old.case_id, old.asked_by, old.asked_at, old.reason, old.key_id)
    or (old.decided_by is not null and new.decided_by is distinct from old.decided_by) then
    raise exception 'what was asked for, and who decided, stays' using errcode = '42501';
  end if;
  if new.decided_by is distinct from old.decided_by and new.decided_by is distinct from ctx.member() then
    raise exception 'a decision is of whoever makes it' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger keep_case_export before update on app.case_exports for each row execute function app.keep_case_export();
--> statement-breakpoint
-- A running import acts as whoever said "run", for as long as they are a supervisor here.
create function ctx.enter_import(token bytea, org uuid, import uuid) returns table (member_id uuid, name text)
language plpgsql security definer set search_path = pg_catalog as $$
declare m app.members%rowtype;
begin
  perform ctx.enter_service(token, org);
  select x.* into m from app.imports i join app.members x on x.org_id = i.org_id and x.id = i.run_by
  where i.org_id = org and i.id = import and i.state = 'running' and x.removed_at is null and x.role = 'supervisor'
    and not exists (select 1 from auth.logins l where l.org_id = org and l.member_id = x.id and l.disabled_at is not null);
  if not found then raise exception 'nobody to import for' using errcode = '28000'; end if;
  perform ctx.put(org, m.id, m.role);
  return query select m.id, m.name;
end $$;
