create function auth.index_client_page() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.client_secrets (secret_hash, page_id, org_id) values (new.secret_hash, new.id, new.org_id);
  return new;
end $$;
