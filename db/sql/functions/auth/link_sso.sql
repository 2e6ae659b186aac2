-- A passkey proved the person five minutes at most before they left for the service, and the journey may take five
-- more. Not while a passkey waits; and the person is told.
create function auth.link_sso(p_token bytea, p_issuer text, p_subject bytea) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or coalesce(s.passkey_at < clock_timestamp() - interval '10 minutes', true)
    or auth.waits_until(s.login_id) is not null then return 'unproven'; end if;
  insert into auth.sso_links (login_id, issuer, subject, linked_at)
  values (s.login_id, p_issuer, p_subject, clock_timestamp()) on conflict do nothing;
  if not found then
    perform auth.note(s, 'factor.sso_refused', '{}'::jsonb);
    return 'taken';
  end if;
  perform auth.tell(s, 'sso_linked');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.sso_linked', '{}'::jsonb);
  return 'linked';
end $$;
