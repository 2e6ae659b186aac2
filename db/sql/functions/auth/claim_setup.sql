create function auth.claim_setup(p_token bytea, p_org uuid, p_org_name text, p_login uuid, p_member uuid, p_email text,
  p_name text, p_password_hash text, p_key uuid, p_wrapped text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare at timestamptz := clock_timestamp();
begin
  update auth.setup_tokens x set used_at = at where x.hash = sha256(p_token) and x.used_at is null and x.expires_at > at;
  if not found then return false; end if;
  perform ctx.put(p_org, null, 'service');
  insert into app.organisations (id, name, created_at) values (p_org, p_org_name, at);
  insert into app.data_keys (id, org_id, purpose, wrapped, created_at) values (p_key, p_org, 'index', p_wrapped, at);
  insert into app.members (id, org_id, role, name, email, code, joined_at)
  values (p_member, p_org, 'admin', p_name, lower(p_email), 'S-01', at);
  insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
  values (p_login, lower(p_email), p_password_hash, p_org, p_member, at);
  perform audit.append('organisation.created', p_org, null, '{}'::jsonb);
  perform audit.append('member.joined', p_member, null, jsonb_build_object('role', 'admin'));
  return true;
end $$;
