-- Removing wants more than adding: a full session, and that another factor stays. One that waits goes after any fresh
-- proof, so that whoever was tricked can take it away.
create function auth.remove_passkey(p_token bytea, p_id uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token); waits boolean;
begin
  if s.id is null then return 'ended'; end if;
  waits := auth.may_undo(s) and exists (select 1 from auth.passkeys p
    where p.id = p_id and p.login_id = s.login_id and p.waits_until > clock_timestamp());
  if s.aal = 'confined' or not (waits or auth.may_add_factor(s)) then return 'unproven'; end if;
  if not exists (select 1 from auth.passkeys p where p.id = p_id and p.login_id = s.login_id) then return 'unknown'; end if;
  if not exists (select 1 from auth.totps t where t.login_id = s.login_id)
    and (select count(*) from auth.passkeys p where p.login_id = s.login_id) < 2 then return 'last'; end if;
  delete from auth.passkeys p where p.id = p_id;
  perform auth.tell(s, 'passkey_removed');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.passkey_removed', '{}'::jsonb);
  return 'removed';
end $$;
