-- Whether what waits on a device can still be opened by anybody. It says nothing of whose it is.
create function auth.offline_key_stands(p_id uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare k auth.offline_keys%rowtype; stands boolean;
begin
  select * into k from auth.offline_keys x where x.id = p_id and x.ended_at is null and x.expires_at > clock_timestamp();
  if not found then return false; end if;
  perform ctx.put(k.org_id, null, 'service');
  stands := exists (select 1 from app.members m where m.id = k.member_id and m.removed_at is null)
    and exists (select 1 from auth.logins l where l.id = k.login_id and l.disabled_at is null);
  perform set_config('app.ctx', '', true);
  perform set_config('app.sig', '', true);
  return stands;
end $$;
