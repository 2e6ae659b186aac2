-- Whether a first factor is an enrolment: the person has none, and holds the link of an invitation or of setting up;
-- or they chose their password within the time that a link lasts, closed the page, and were never inside.
create function auth.enrols(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not auth.has_factor(s.login_id) and (s.amr in ('invitation', 'setup') or (s.amr = 'password' and auth.is_new(s)
    and exists (select 1 from auth.logins l where l.id = s.login_id and l.created_at > clock_timestamp() - interval '72 hours')))
$$;
