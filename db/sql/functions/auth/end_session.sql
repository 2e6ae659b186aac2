create function auth.end_session(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  update auth.sessions x set ended_at = clock_timestamp()
  where x.token_hash = sha256(p_token) and x.ended_at is null returning * into s;
  if found then perform auth.note(s, 'session.ended', '{}'::jsonb); end if;
end $$;
