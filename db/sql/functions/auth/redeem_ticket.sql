-- A passkey that waits opens a session that is worth what password and code are.
create function auth.redeem_ticket(p_hash bytea, p_session uuid, p_token_hash bytea, p_device text default '') returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare t auth.login_tickets%rowtype; l auth.logins%rowtype; s auth.sessions%rowtype; at timestamptz := clock_timestamp();
  worth text;
begin
  update auth.login_tickets x set used_at = at
  where x.hash = p_hash and x.used_at is null and x.expires_at > at returning * into t;
  if not found then return null; end if;
  select * into l from auth.logins x where x.id = t.login_id and x.disabled_at is null;
  if not found then return null; end if;
  worth := auth.aal_of(t.amr);
  if worth = 'phr' and auth.waits_until(l.id) is not null then worth := 'otp'; end if;
  insert into auth.sessions (id, token_hash, login_id, org_id, member_id, amr, aal, started_at, seen_at, idle_expires_at,
    expires_at, device)
  values (p_session, p_token_hash, l.id, l.org_id, l.member_id, t.amr, worth, at, at,
    at + interval '30 minutes', at + interval '12 hours', p_device) returning * into s;
  perform auth.note(s, 'session.started', jsonb_build_object('amr', t.amr, 'aal', worth, 'device', p_device));
  return l.id;
end $$;
