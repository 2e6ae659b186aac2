-- For what a journey was begun, taken so that no second answer can use it. One that began in a session to connect ends
-- in the same one, or nowhere.
create function auth.take_sso_state(p_hash bytea, p_token bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s uuid := (auth.live_session(p_token)).id; what text;
begin
  delete from auth.challenges x where x.hash = p_hash and x.expires_at > clock_timestamp()
    and (x.purpose = 'sso_sign_in' or (x.purpose = 'sso_link' and x.session_id = s)) returning x.purpose into what;
  return what;
end $$;
