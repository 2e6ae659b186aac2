-- The leave for one passkey, once: it waits no longer. Nobody gives it to themselves, and whoever let the person in is
-- no second person to them. Whose it is, or null.
create function auth.allow_passkey(p_id uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare m uuid;
begin
  if coalesce(ctx.role(), '') not in ('admin', 'supervisor') then raise exception 'no second person' using errcode = '42501'; end if;
  update auth.passkeys p set waits_until = null from auth.logins l
  where p.id = p_id and l.id = p.login_id and l.org_id = ctx.org() and l.member_id <> ctx.member() and l.disabled_at is null
    and p.waits_until > clock_timestamp() returning l.member_id into m;
  if app.is_tied(m, ctx.member(), transaction_timestamp(), false) then
    raise exception 'whoever let somebody in is no second person with them for 30 days' using errcode = '42501';
  end if;
  return m;
end $$;
