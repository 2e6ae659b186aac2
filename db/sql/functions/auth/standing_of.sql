-- With until when a passkey waits, and since when codes are locked.
create function auth.standing_of(p_token bytea) returns table (session_id uuid, login_id uuid, member_id uuid, org_id uuid,
  org_name text, name text, code text, role text, email text, amr text, aal text, passkeys integer, totp_at timestamptz,
  codes_left integer, code_used_at timestamptz, may_add boolean, freshness text, waits_until timestamptz,
  totp_locked_at timestamptz)
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token);
begin
  if s.id is null then return; end if;
  perform ctx.put(s.org_id, s.member_id, 'service');
  return query select s.id, s.login_id, m.id, s.org_id, o.name, m.name, m.code, m.role, m.email, s.amr, s.aal,
    (select count(*)::int from auth.passkeys p where p.login_id = s.login_id),
    (select t.added_at from auth.totps t where t.login_id = s.login_id),
    (select count(*)::int from auth.recovery_codes c where c.login_id = s.login_id and c.used_at is null),
    (select max(c.used_at) from auth.recovery_codes c where c.login_id = s.login_id),
    auth.may_add_factor(s), auth.freshness(s), auth.waits_until(s.login_id),
    (select t.locked_at from auth.totps t where t.login_id = s.login_id)
  from app.members m join app.organisations o on o.id = s.org_id where m.id = s.member_id and m.removed_at is null;
  perform ctx.put(s.org_id, null, 'none');
end $$;
