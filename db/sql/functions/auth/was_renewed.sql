-- Whether this token was good until a moment ago, when another tab of the same browser proved afresh. It says no more.
create function auth.was_renewed(p_token bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.sessions x where x.previous_hash = sha256(p_token) and x.ended_at is null
    and x.renewed_at > clock_timestamp() - interval '1 minute')
$$;
