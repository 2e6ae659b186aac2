-- A journey to connect that the service, or somebody on the way, ended otherwise.
create function auth.refuse_sso_link(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is not null then perform auth.note(s, 'factor.sso_refused', '{}'::jsonb); end if;
end $$;
