-- That an outcome was seen is noted once, and nothing else of it changes.
create function app.keep_outcome() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.seen_at is not null or (old.id, old.case_id, old.handover_id, old.key_id, old.outcome, old."on", old.note,
    old.recorded_at, old.recorded_by) is distinct from (new.id, new.case_id, new.handover_id, new.key_id, new.outcome,
    new."on", new.note, new.recorded_at, new.recorded_by) then
    raise exception 'an outcome stays as it was recorded' using errcode = '42501';
  end if;
  return new;
end $$;
