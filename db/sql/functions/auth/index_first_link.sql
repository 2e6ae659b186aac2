create function auth.index_first_link() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.first_secrets (secret_hash, link_id, org_id, packet_id)
  values (new.secret_hash, new.id, new.org_id, new.packet_id);
  return new;
end $$;
