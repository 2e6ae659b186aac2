-- What the functions of sign-in write of a session has its mark too, from its beginning to its end; and what is done
-- to a way to sign in says from which kind of browser.
create function auth.note(s auth.sessions, p_action text, p_detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare kind text := case when p_action like 'factor.%' then nullif(s.device, '') end;
begin
  perform ctx.put_session(s.org_id, s.member_id, 'service', s.id, '');
  perform audit.append(p_action, s.member_id, null, p_detail || jsonb_strip_nulls(jsonb_build_object('device', kind)));
end $$;
