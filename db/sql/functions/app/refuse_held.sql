-- No case that is held is erased, whoever asks.
create function app.refuse_held() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from app.holds h where h.org_id = old.org_id and h.case_id = old.id and h.lifted_at is null) then
    raise exception 'the case is held' using errcode = '42501';
  end if;
  return old;
end $$;
