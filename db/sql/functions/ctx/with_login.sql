-- Which officers of the organisation can sign in, so that nothing is put into a portal that nobody opens.
create function ctx.with_login() returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query select l.member_id from auth.logins l where l.org_id = ctx.org() and l.disabled_at is null;
end $$;
