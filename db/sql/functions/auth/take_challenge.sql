create function auth.take_challenge(p_hash bytea, p_purpose text, p_token bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s uuid := (auth.live_session(p_token)).id;
begin
  delete from auth.challenges x where x.hash = p_hash and x.purpose = p_purpose and x.expires_at > clock_timestamp()
    and (p_purpose = 'sign_in' or x.session_id = s);
  return found;
end $$;
