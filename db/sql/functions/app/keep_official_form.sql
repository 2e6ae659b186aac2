-- The file of a form stays as it was kept; another file is another version. What is out of use stays so.
create function app.keep_official_form() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (old.id, old.series_id, old.version, old.key_id, old.file_id, old.sha256, old.sent_sha256, old.size, old.pages,
      old.fields, old.removed, old.added_by, old.added_at)
    is distinct from (new.id, new.series_id, new.version, new.key_id, new.file_id, new.sha256, new.sent_sha256,
      new.size, new.pages, new.fields, new.removed, new.added_by, new.added_at) then
    raise exception 'the file of a form does not change' using errcode = '42501';
  end if;
  if old.retired_at is not null and old.retired_at is distinct from new.retired_at then
    raise exception 'a form out of use stays so' using errcode = '42501';
  end if;
  return new;
end $$;
