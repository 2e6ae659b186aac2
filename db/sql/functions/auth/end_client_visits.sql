-- A page that ended is over in every browser at once.
create function auth.end_client_visits() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update auth.client_visits x set ended_at = clock_timestamp() where x.page_id = new.id and x.ended_at is null;
  return new;
end $$;
