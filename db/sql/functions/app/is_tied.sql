-- One of the two let the other in, gave them another role or a new sign-in link, in the 30 days before. `p_founders`:
-- who joined before the first client does not count.
create function app.is_tied(p_one uuid, p_other uuid, p_at timestamptz, p_founders boolean) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from ctx.access_given g
    where g.org_id = ctx.org() and g.at > p_at - interval '30 days' and not (p_founders and g.founding)
      and ((g.member_id = p_one and g.given_by = p_other) or (g.member_id = p_other and g.given_by = p_one)))
$$;
