-- Whoever is new and comes with a link knows what they do, and nobody can have taken anything from them yet.
create function auth.comes_first(s auth.sessions) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select s.amr in ('invitation', 'setup') and auth.is_new(s)
$$;
