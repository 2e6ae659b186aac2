-- An officer writes on their own handover when they open it. What was given to whom is not theirs to change.
create function app.keep_given() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if ctx.role() = 'liaison' and (old.packet_id, old.liaison_id, old.with_annex, old.annex_release_id, old.annex_until)
    is distinct from (new.packet_id, new.liaison_id, new.with_annex, new.annex_release_id, new.annex_until) then
    raise exception 'what was given stays as it was given' using errcode = '42501';
  end if;
  return new;
end $$;
