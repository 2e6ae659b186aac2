-- A passkey that no passkey proved waits for 24 hours, and its person is told. Enrolment does not wait, and a click of
-- the demonstration has nobody behind it.
create function auth.add_passkey(p_token bytea, p_id uuid, p_credential bytea, p_key bytea, p_counter bigint,
  p_transports text[], p_eligible boolean, p_backed_up boolean, p_name text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token); proven boolean;
begin
  if s.id is null then return 'ended'; end if;
  if not auth.may_add_factor(s) then return 'unproven'; end if;
  if (select count(*) from auth.passkeys p where p.login_id = s.login_id) >= 20 then return 'many'; end if;
  proven := s.aal = 'demo' or coalesce(auth.freshness(s) = 'phr', false)
    or auth.enrols(s);
  insert into auth.passkeys (id, login_id, credential_id, public_key, counter, transports, backup_eligible, backed_up, name,
    added_at, waits_until)
  values (p_id, s.login_id, p_credential, p_key, p_counter, p_transports, p_eligible, p_backed_up, p_name,
    clock_timestamp(), case when not proven then clock_timestamp() + interval '24 hours' end)
  on conflict do nothing;
  if not found then return 'known'; end if;
  perform auth.tell(s, 'passkey_added');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.passkey_added',
    jsonb_build_object('copied', p_eligible, 'waits', not proven, 'enrols', auth.comes_first(s)));
  return 'added';
end $$;
