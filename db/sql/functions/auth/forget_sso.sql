create function auth.forget_sso() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from auth.sso_links k using auth.logins l where l.id = k.login_id and l.org_id = new.org_id and l.member_id = new.id;
  return new;
end $$;
