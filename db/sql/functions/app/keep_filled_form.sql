-- What was written on a form stays; its file is noted once, and it is withdrawn once.
create function app.keep_filled_form() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (old.id, old.case_id, old.form_id, old.number, old.version, old.mapping, old.filled_by, old.filled_at)
    is distinct from (new.id, new.case_id, new.form_id, new.number, new.version, new.mapping, new.filled_by,
      new.filled_at)
    or (old.file_id is not null and (old.file_id, old.sha256, old.size, old.pages)
      is distinct from (new.file_id, new.sha256, new.size, new.pages))
    or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at) then
    raise exception 'what was written on a form stays' using errcode = '42501';
  end if;
  return new;
end $$;
