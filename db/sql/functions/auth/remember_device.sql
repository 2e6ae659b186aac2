-- After a full sign-in only, so a password alone makes no device known. The twenty that were used last are kept. A
-- browser that the person never signed in with is in the log, and they are told.
create function auth.remember_device(p_token bytea, p_id uuid, p_hash bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare s auth.sessions%rowtype := auth.live_session(p_token); known boolean;
begin
  if s.id is null or s.aal = 'confined' then return; end if;
  known := exists (select 1 from auth.devices d where d.hash = p_hash and d.login_id = s.login_id);
  insert into auth.devices as d (id, login_id, hash, name, added_at, seen_at)
  values (p_id, s.login_id, p_hash, s.device, clock_timestamp(), clock_timestamp())
  on conflict (hash) do update set seen_at = clock_timestamp(), name = excluded.name where d.login_id = s.login_id;
  delete from auth.devices d where d.login_id = s.login_id and d.id not in
    (select x.id from auth.devices x where x.login_id = s.login_id order by x.seen_at desc, x.id limit 20);
  if known or auth.is_new(s) then return; end if;
  perform auth.tell(s, 'device_added');
  perform auth.note(s, 'device.added', jsonb_build_object('device', s.device));
end $$;
