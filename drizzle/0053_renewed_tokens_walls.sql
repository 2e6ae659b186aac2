-- A fresh proof gives the session another token in the same statement: of two that come at once with the old one, one
-- finds nothing. Null: the session was opened by this very proof, and its token is as new as it.
drop function auth.step_up(bytea, text);
--> statement-breakpoint
create function auth.step_up(p_token bytea, p_how text, p_next bytea default null) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype;
begin
  update auth.sessions x set stepped_up_at = clock_timestamp(),
    passkey_at = case when p_how in ('passkey', 'tick') then clock_timestamp() else x.passkey_at end,
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
--> statement-breakpoint
-- Whether this token was good until a moment ago, when another tab of the same browser proved afresh. It says no more.
create function auth.was_renewed(p_token bytea) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.sessions x where x.previous_hash = sha256(p_token) and x.ended_at is null
    and x.renewed_at > clock_timestamp() - interval '1 minute')
$$;
--> statement-breakpoint
-- Whether a session stands, whatever its token is by now: for what flows since before a fresh proof. It opens nothing.
create function auth.stands(p_session uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from auth.sessions x join auth.logins l on l.id = x.login_id and l.disabled_at is null
    where x.id = p_session and x.ended_at is null and x.aal <> 'confined'
    and x.idle_expires_at > clock_timestamp() and x.expires_at > clock_timestamp())
$$;
