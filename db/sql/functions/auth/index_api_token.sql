create function auth.index_api_token() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.api_token_keys (hash, org_id, token_id) values (new.token_hash, new.org_id, new.id);
  return new;
end $$;
