-- Joined, or got their role, in the 7 days before.
create function app.is_new(p_member uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from ctx.access_given g where g.org_id = ctx.org() and g.member_id = p_member
    and g.kind in ('join', 'role') and g.at > p_at - interval '7 days')
$$;
