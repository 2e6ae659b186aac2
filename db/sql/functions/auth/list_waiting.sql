-- For an administrator or a supervisor inside their context: what of other people waits for a second person.
create function auth.list_waiting() returns table (member_id uuid, passkey_id uuid, since timestamptz, until timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if coalesce(ctx.role(), '') not in ('admin', 'supervisor') then raise exception 'no second person' using errcode = '42501'; end if;
  return query select l.member_id, p.id, p.added_at, p.waits_until
  from auth.passkeys p join auth.logins l on l.id = p.login_id
  where l.org_id = ctx.org() and l.disabled_at is null and p.waits_until > clock_timestamp()
  union all select l.member_id, null::uuid, t.locked_at, null::timestamptz
  from auth.totps t join auth.logins l on l.id = t.login_id
  where l.org_id = ctx.org() and l.disabled_at is null and t.locked_at is not null
  order by 3, 1;
end $$;
