-- The seed that this session is offered: the same for an hour, so that a form which is sent again shows the same QR
-- code. `p_seed` is taken when none waits. Null for whoever may not add a factor now.
create function auth.offer_totp(p_token bytea, p_seed text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.lock_factors(p_token); offered text;
begin
  if s.id is null or not auth.may_add_factor(s) then return null; end if;
  delete from auth.totp_offers o where o.made_at < clock_timestamp() - interval '1 hour';
  insert into auth.totp_offers (session_id, seed, made_at) values (s.id, p_seed, clock_timestamp()) on conflict do nothing;
  select o.seed into offered from auth.totp_offers o where o.session_id = s.id;
  return offered;
end $$;
