create function auth.index_invitation() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.invitation_tokens (hash, org_id) values (new.token_hash, new.org_id);
  return new;
end $$;
