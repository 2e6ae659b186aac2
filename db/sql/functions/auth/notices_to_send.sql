-- Of which change a mail goes out now. The mail can exist once for each notice, so asking twice sends nothing twice.
create function auth.notices_to_send(p_login uuid) returns table (id uuid, kind text, org_id uuid, member_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select n.id, n.kind, l.org_id, l.member_id from auth.notices n join auth.logins l on l.id = n.login_id
  where n.login_id = p_login and n.at > clock_timestamp() - interval '10 minutes'
$$;
