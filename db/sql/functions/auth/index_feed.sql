create function auth.index_feed() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into auth.feed_tokens (hash, org_id, member_id) values (new.token_hash, new.org_id, new.member_id);
  return new;
end $$;
