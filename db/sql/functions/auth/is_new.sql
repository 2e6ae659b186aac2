-- Whether the person has never been inside: then a factor is the one that they came to add.
create function auth.is_new(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select 1 from auth.sessions x where x.login_id = s.login_id and x.id <> s.id and x.aal <> 'confined')
$$;
