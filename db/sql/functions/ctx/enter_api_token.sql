-- The door of the API: a token opens a context of the member in whose name it acts. It closes when it is ended or has
-- run out, with the membership, the login, and any change of the role; each is asked at every request. Outside its
-- networks it opens nothing. The day of its last use is written once a day, by whichever request is first.
create function ctx.enter_api_token(token bytea, network text)
returns table (org_id uuid, member_id uuid, role text, name text, org_name text, covers uuid[], token_id uuid,
  token_name text, scopes text[], expires_at timestamptz, lacks text)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  k auth.api_token_keys%rowtype; t app.api_tokens%rowtype; m app.members%rowtype; o text; away uuid[];
  today date := (clock_timestamp() at time zone 'UTC')::date;
begin
  select * into k from auth.api_token_keys x where x.hash = sha256(token);
  if not found then raise exception 'no such token' using errcode = '28000'; end if;
  perform ctx.put(k.org_id, null, 'service');
  select * into t from app.api_tokens x where x.id = k.token_id;
  select * into m from app.members x where x.id = t.member_id and x.removed_at is null;
  if t.token_hash is distinct from sha256(token) or t.agreed_at is null or t.ended_at is not null
    or t.expires_at <= clock_timestamp() or m.role is distinct from t.role
    or not exists (select 1 from auth.logins l
      where l.org_id = t.org_id and l.member_id = t.member_id and l.disabled_at is null)
    or not (t.networks = '{}' or coalesce(
      (select bool_or(network::inet <<= x::inet) from unnest(t.networks) x), false)) then
    raise exception 'no such token' using errcode = '28000';
  end if;
  if t.last_used_on is distinct from today and not pg_is_in_recovery()
    and current_setting('transaction_read_only') = 'off' then
    update app.api_tokens x set last_used_on = today where x.id = t.id;
  end if;
  select x.name into o from app.organisations x where x.id = t.org_id;
  away := ctx.covered_by(m);
  perform ctx.put_api_token(t, m);
  return query select t.org_id, m.id, m.role, m.name, o, away, t.id, t.name, t.scopes, t.expires_at, m.lacks;
end $$;
