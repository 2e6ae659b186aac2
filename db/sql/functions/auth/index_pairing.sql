create function auth.index_pairing() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.pairing_keys (hash, org_id, case_id, pairing_id) values (new.code_hash, new.org_id, new.case_id, new.id);
  return new;
end $$;
