-- A fresh proof gives the session another token in the same statement: of two that come at once with the old one, one
-- finds nothing. Null: the session was opened by this very proof, and its token is as new as it. Password and code are
-- kept apart, because both count for more than either.
create function auth.step_up(p_token bytea, p_how text, p_next bytea default null) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  update auth.sessions x set stepped_up_at = clock_timestamp(),
    passkey_at = case when p_how in ('passkey', 'tick') then clock_timestamp() else x.passkey_at end,
    password_at = case when p_how = 'password' then clock_timestamp() else x.password_at end,
    code_at = case when p_how = 'totp' then clock_timestamp() else x.code_at end,
    token_hash = coalesce(p_next, x.token_hash),
    previous_hash = case when p_next is null then x.previous_hash else x.token_hash end,
    renewed_at = case when p_next is null then x.renewed_at else clock_timestamp() end
  where x.id = (auth.live_session(p_token)).id and x.token_hash = sha256(p_token) and x.ended_at is null
    and x.aal <> 'confined'
    and (p_how in ('password', 'totp', 'passkey') or (p_how = 'tick' and x.aal = 'demo')) returning * into s;
  if not found then return false; end if;
  perform auth.note(s, 'session.confirmed', jsonb_build_object('how', p_how));
  return true;
end $$;
