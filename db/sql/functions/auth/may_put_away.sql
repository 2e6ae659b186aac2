-- Whether a session may put a notice away: not the one that it is about, nor one that a passkey opened which waits,
-- nor one that an app opened of which the person was told less than a day ago. So nobody adds something, signs in with
-- it, and hides that they did.
create function auth.may_put_away(s auth.sessions, n auth.notices) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select n.session_id <> s.id and not (s.amr = 'passkey' and auth.waits_until(s.login_id) is not null)
    and not (s.amr in ('password+totp', 'oidc+totp') and exists (select 1 from auth.notices a
      where a.login_id = s.login_id and a.kind = 'totp_added' and a.at > clock_timestamp() - interval '24 hours'
        and a.at <= s.started_at))
$$;
