-- The way back after a hundred wrong codes, by a second person. Whoever let the person in is no second person to them
-- here either.
create function auth.unlock_codes(p_member uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare done boolean;
begin
  if coalesce(ctx.role(), '') not in ('admin', 'supervisor') then raise exception 'no second person' using errcode = '42501'; end if;
  update auth.totps t set tries = 0, locked_at = null from auth.logins l
  where l.member_id = p_member and l.id = t.login_id and l.org_id = ctx.org() and l.member_id <> ctx.member()
    and t.locked_at is not null;
  done := found;
  if done and app.is_tied(p_member, ctx.member(), transaction_timestamp(), false) then
    raise exception 'whoever let somebody in is no second person with them for 30 days' using errcode = '42501';
  end if;
  return done;
end $$;
