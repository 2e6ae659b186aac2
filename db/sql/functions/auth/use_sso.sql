-- Whose the subject is. For one that nobody connected as much is written as for one whose login is closed.
create function auth.use_sso(p_subject bytea, p_device text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare l auth.logins%rowtype;
begin
  select x.* into l from auth.sso_links k join auth.logins x on x.id = k.login_id where k.subject = p_subject;
  if not found then
    perform auth.take(sha256('nobody'), 1000, 1000);
    return null;
  end if;
  if l.disabled_at is not null then
    perform ctx.put(l.org_id, l.member_id, 'service');
    perform audit.append('session.refused', l.member_id, null, jsonb_build_object('amr', 'oidc', 'device', p_device));
    return null;
  end if;
  update auth.sso_links k set used_at = clock_timestamp() where k.login_id = l.id;
  return l.id;
end $$;
