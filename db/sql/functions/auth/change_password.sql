-- The proof is the same that a change of factors wants; and while a passkey waits, whoever was tricked can choose a
-- new password. Every other session ends, and no device is known any more, and the person is told.
create function auth.change_password(p_token bytea, p_password_hash text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not (auth.may_undo(s) or auth.may_add_factor(s)) then return 'unproven'; end if;
  update auth.logins l set password_hash = p_password_hash where l.id = s.login_id;
  delete from auth.devices d where d.login_id = s.login_id;
  perform auth.tell(s, 'password_changed');
  perform auth.end_others(s);
  perform auth.note(s, 'password.changed', '{}'::jsonb);
  return 'changed';
end $$;
