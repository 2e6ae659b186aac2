-- The full session that an enrolment by link opened, for half an hour: whoever is in it goes on with what they came to
-- do.
create function auth.goes_on_enrolling(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select s.aal in ('otp', 'phr') and s.started_at > clock_timestamp() - interval '30 minutes' and auth.is_new(s)
    and exists (select 1 from auth.sessions x where x.login_id = s.login_id and x.amr in ('invitation', 'setup')
      and x.started_at between s.started_at - interval '1 hour' and s.started_at)
$$;
