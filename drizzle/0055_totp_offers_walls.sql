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
--> statement-breakpoint
-- As before; but only the seed that this session was offered, and once.
create or replace function auth.set_totp(p_token bytea, p_seed text, p_step bigint) returns text
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
  on conflict (login_id) do update set seed = p_seed, last_step = p_step, added_at = clock_timestamp(), used_at = null;
  perform auth.end_others(s);
  perform auth.note(s, 'factor.totp_added', '{}'::jsonb);
  return 'added';
end $$;
