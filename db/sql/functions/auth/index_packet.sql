create function auth.index_packet() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.packet_numbers (packet_id, org_id, code) values (new.id, new.org_id, new.code);
  return new;
end $$;
