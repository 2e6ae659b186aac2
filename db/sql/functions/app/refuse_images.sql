-- While a case is stopped for images of a minor, nothing that could hold one comes in, whoever asks.
create function app.refuse_images() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from app.image_stops s where s.case_id = new.case_id and s.lifted_at is null) then
    raise exception 'no file is taken on this case' using errcode = '42501';
  end if;
  return new;
end $$;
