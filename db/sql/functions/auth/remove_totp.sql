create function auth.remove_totp(p_token bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  if not exists (select 1 from auth.passkeys p where p.login_id = s.login_id) then return 'last'; end if;
  delete from auth.totps t where t.login_id = s.login_id;
  if not found then return 'unknown'; end if;
  perform auth.tell(s, 'totp_removed');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.totp_removed', '{}'::jsonb);
  return 'removed';
end $$;
