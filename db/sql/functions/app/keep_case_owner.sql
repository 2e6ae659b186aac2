-- Kept by a trigger alone: the application may read it and no more (db/sql/grants).
create function app.keep_case_owner() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.closed_at is null then
    insert into app.case_owners (case_id, org_id, owner_id) values (new.id, new.org_id, new.owner_id)
    on conflict (case_id) do update set owner_id = excluded.owner_id;
  else
    delete from app.case_owners o where o.case_id = new.id and o.org_id = new.org_id;
  end if;
  return null;
end $$;
