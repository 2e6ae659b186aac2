-- Only the seed that this session was offered, and once. A new app begins with no wrong code, and its person is told;
-- the log says whether it is a part of an enrolment, of which no administrator is told.
create function auth.set_totp(p_token bytea, p_seed text, p_step bigint) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token);
begin
  if s.id is null then return 'ended'; end if;
  if not auth.may_add_factor(s) then return 'unproven'; end if;
  delete from auth.totp_offers o where o.session_id = s.id and o.seed = p_seed
    and o.made_at > clock_timestamp() - interval '1 hour';
  if not found then return 'unoffered'; end if;
  insert into auth.totps as t (login_id, seed, last_step, added_at)
  values (s.login_id, p_seed, p_step, clock_timestamp())
  on conflict (login_id) do update set seed = p_seed, last_step = p_step, added_at = clock_timestamp(), used_at = null,
    tries = 0, locked_at = null;
  perform auth.tell(s, 'totp_added');
  perform auth.end_others(s);
  perform auth.note(s, 'factor.totp_added',
    jsonb_build_object('enrols', auth.comes_first(s) or auth.goes_on_enrolling(s)));
  return 'added';
end $$;
