-- The person is told.
create function auth.set_recovery_codes(p_token bytea, p_hashes bytea[]) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if s.aal = 'confined' or not auth.may_add_factor(s) then return 'unproven'; end if;
  delete from auth.recovery_codes c where c.login_id = s.login_id;
  insert into auth.recovery_codes (hash, login_id, made_at) select h, s.login_id, clock_timestamp() from unnest(p_hashes) h;
  perform auth.tell(s, 'codes_made');
  perform auth.note(s, 'factor.codes_made',
    jsonb_build_object('codes', cardinality(p_hashes), 'enrols', auth.goes_on_enrolling(s)));
  return 'made';
end $$;
