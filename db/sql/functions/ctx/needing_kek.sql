-- How many data keys still need a key; when none does and `p_retire` is given, it is retired in the same breath. The
-- lock waits for whoever writes a data key now, and lets nobody begin to.
create function ctx.needing_kek(token bytea, p_id text, p_first boolean, p_retire boolean) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare o uuid; n bigint; total bigint := 0; ids text[] := array[p_id] || case when p_first then array['first'] else '{}' end;
begin
  if not exists (select 1 from ctx.service x where x.token_hash = sha256(token)) then
    raise exception 'unknown service' using errcode = '28000';
  end if;
  if p_retire then lock table app.data_keys in share row exclusive mode; end if;
  for o in select distinct l.org_id from auth.logins l loop
    perform ctx.put(o, null, 'service');
    select count(*) into n from app.data_keys k where k.org_id = o and ctx.kek_of(k.wrapped) = any(ids);
    total := total + n;
  end loop;
  perform ctx.put(null, null, 'nobody');
  if total = 0 and p_retire then
    insert into ctx.retired_keks (id) select unnest(ids) on conflict do nothing;
  end if;
  return total;
end $$;
