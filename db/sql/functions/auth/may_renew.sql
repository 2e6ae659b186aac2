-- Whether a renewal may still be used: its member has not been removed and the login is not disabled. An officer who
-- was entered without an account may be given one by a link of renewal.
create function auth.may_renew(p_member uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from app.members m left join auth.logins l on l.member_id = m.id
    where m.id = p_member and m.removed_at is null and l.disabled_at is null and (l.id is not null or m.role = 'liaison'))
$$;
