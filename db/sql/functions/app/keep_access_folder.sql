-- Nobody but the client gets a folder, and only after somebody made sure of them and a supervisor granted it.
create function app.keep_access_folder() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'INSERT' and new.kind = 'access' and not exists (
    select 1 from app.rights_requests r join app.cases c on c.org_id = r.org_id and c.id = r.case_id
    where r.org_id = new.org_id and r.id = new.request_id and r.kind = 'access' and r.from_whom = 'client'
      and r.state in ('decided', 'answered') and c.client_id = new.client_id) then
    raise exception 'only a client whose request was granted gets a folder' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and (new.client_id, new.request_id, new.names_staff)
    is distinct from (old.client_id, old.request_id, old.names_staff) then
    raise exception 'what was asked for stays' using errcode = '42501';
  end if;
  return new;
end $$;
