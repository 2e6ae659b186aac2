-- A case that came from a row stays that row's, and what a person asked for stays what it was.
create function app.keep_import_row() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (old.case_id is not null and new.case_id is distinct from old.case_id)
    or (new.import_id, new.row) is distinct from (old.import_id, old.row) then
    raise exception 'a row that was brought in stays' using errcode = '42501';
  end if;
  return new;
end $$;
