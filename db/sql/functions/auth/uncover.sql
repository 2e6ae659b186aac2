-- Whichever way the proof was given.
create function auth.uncover() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if new.stepped_up_at is not null and new.stepped_up_at is distinct from old.stepped_up_at then
    new.covered_at := null;
  end if;
  return new;
end $$;
