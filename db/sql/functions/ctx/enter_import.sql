-- A running import acts as whoever said "run", for as long as they are a supervisor here.
create function ctx.enter_import(token bytea, org uuid, import uuid) returns table (member_id uuid, name text, lacks text)
language plpgsql security definer set search_path = pg_catalog as $$
declare m app.members%rowtype;
begin
  perform ctx.enter_service(token, org);
  select x.* into m from app.imports i join app.members x on x.org_id = i.org_id and x.id = i.run_by
  where i.org_id = org and i.id = import and i.state = 'running' and x.removed_at is null and x.role = 'supervisor'
    and not exists (select 1 from auth.logins l where l.org_id = org and l.member_id = x.id and l.disabled_at is not null);
  if not found then raise exception 'nobody to import for' using errcode = '28000'; end if;
  perform ctx.put_member(org, m);
  return query select m.id, m.name, m.lacks;
end $$;
