-- Whether a session stands, whatever its token is by now: for what flows since before a fresh proof. It opens nothing.
create function auth.stands(p_session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.sessions x join auth.logins l on l.id = x.login_id and l.disabled_at is null
    where x.id = p_session and x.ended_at is null and x.aal <> 'confined'
    and x.idle_expires_at > clock_timestamp() and x.expires_at > clock_timestamp())
$$;
