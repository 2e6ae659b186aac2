-- What was asked stays as it was asked, and is answered once.
create function app.keep_asked() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.answered_at is not null or (old.id, old.case_id, old.handover_id, old.key_id, old.reason, old.part, old.words,
    old.asked_at, old.asked_by) is distinct from (new.id, new.case_id, new.handover_id, new.key_id, new.reason, new.part,
    new.words, new.asked_at, new.asked_by) then
    raise exception 'a question stays as it was asked and answered' using errcode = '42501';
  end if;
  return new;
end $$;
