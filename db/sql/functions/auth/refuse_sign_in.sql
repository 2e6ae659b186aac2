create function auth.refuse_sign_in(p_login uuid, p_device text default '') returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare l auth.logins%rowtype;
begin
  select * into l from auth.logins x where x.id = p_login;
  if found then
    perform ctx.put(l.org_id, l.member_id, 'service');
    perform audit.append('session.refused', l.member_id, null, jsonb_build_object('device', p_device));
  else
    -- One write here too, so that the time of the answer does not say that nobody has this address.
    perform auth.take(sha256('nobody'), 1000, 1000);
  end if;
end $$;
