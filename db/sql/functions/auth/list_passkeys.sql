-- With until when each waits.
create function auth.list_passkeys(p_token bytea)
returns table (id uuid, credential_id bytea, transports text[], name text, backup_eligible boolean, added_at timestamptz,
  used_at timestamptz, waits_until timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.credential_id, p.transports, p.name, p.backup_eligible, p.added_at, p.used_at,
    case when p.waits_until > clock_timestamp() then p.waits_until end
  from auth.passkeys p where p.login_id = (auth.live_session(p_token)).login_id order by p.added_at, p.id
$$;
