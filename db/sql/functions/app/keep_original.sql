-- An original is written once: what was received never changes, what the sandbox found may be filled in. Only what was
-- kept plain may be given its sealed object, once.
create function app.keep_original() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if (new.sha256, new.size, new.number, new.case_id, new.received_at, new.received_by, new.upload_id, new.original_name,
      new.sent_sha256, new.capture_id, new.capture_part)
    is distinct from
    (old.sha256, old.size, old.number, old.case_id, old.received_at, old.received_by, old.upload_id, old.original_name,
      old.sent_sha256, old.capture_id, old.capture_part)
    or (old.file_id is not null and new.file_id is distinct from old.file_id) then
    raise exception 'an original never changes' using errcode = '42501';
  end if;
  return new;
end $$;
