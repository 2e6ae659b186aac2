create function auth.make_challenge(p_hash bytea, p_purpose text, p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from auth.challenges x where x.expires_at < clock_timestamp();
  insert into auth.challenges (hash, purpose, session_id, expires_at)
  values (p_hash, p_purpose, (auth.live_session(p_token)).id, clock_timestamp() + interval '5 minutes');
end $$;
