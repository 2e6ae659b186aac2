-- Whoever is new neither asks for a folder nor releases one.
create function app.keep_export_age() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (tg_op = 'INSERT' and app.is_new(new.asked_by, transaction_timestamp()))
    or (tg_op = 'UPDATE' and new.decided_by is distinct from old.decided_by and new.state <> 'refused'
      and app.is_new(new.decided_by, transaction_timestamp())) then
    raise exception 'whoever joined less than 7 days ago has no part in a folder' using errcode = '42501';
  end if;
  return new;
end $$;
