-- How many people administer this organisation, and how many of them have a passkey. No name.
create function auth.count_administrators() returns table (all_of_them int, with_passkey int)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if coalesce(ctx.role(), '') not in ('admin', 'service') then raise exception 'not yours to count' using errcode = '42501'; end if;
  return query select count(*)::int, count(*) filter (where exists (
    select 1 from auth.logins l join auth.passkeys p on p.login_id = l.id
    where l.member_id = m.id and l.org_id = m.org_id and l.disabled_at is null))::int
  from app.members m where m.org_id = ctx.org() and m.role = 'admin' and m.removed_at is null;
end $$;
