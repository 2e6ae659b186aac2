create function auth.refuse_step_up(p_token bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  select * into s from auth.sessions x where x.token_hash = sha256(p_token) and x.ended_at is null;
  if found then perform auth.note(s, 'session.confirm_refused', '{}'::jsonb); end if;
end $$;
