-- What the person of a live session would have to prove again, and with what they signed in.
create function auth.proof_of(p_token bytea) returns table (login_id uuid, password_hash text, amr text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.password_hash, s.amr from auth.sessions s join auth.logins l on l.id = s.login_id and l.disabled_at is null
  where s.token_hash = sha256(p_token) and s.ended_at is null
    and s.idle_expires_at > clock_timestamp() and s.expires_at > clock_timestamp()
$$;
