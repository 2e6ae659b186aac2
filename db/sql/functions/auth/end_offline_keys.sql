-- The private keys go: what still waits on those devices is noise from now on. `p_session` null: of every session.
create function auth.end_offline_keys(p_login uuid, p_session uuid, p_but uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  update auth.offline_keys k set wrapped = null, ended_at = clock_timestamp()
  where k.login_id = p_login and k.ended_at is null
    and (p_session is null or k.session_id = p_session) and (p_but is null or k.session_id <> p_but)
$$;
