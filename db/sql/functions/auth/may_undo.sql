-- What undoes the work of a stranger stays open while a passkey waits, after any fresh proof: taking the passkey that
-- waits away, and a new password.
create function auth.may_undo(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select s.aal <> 'confined' and auth.waits_until(s.login_id) is not null and auth.freshness(s) is not null
$$;
