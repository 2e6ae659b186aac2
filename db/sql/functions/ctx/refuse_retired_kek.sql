-- A process that still holds a retired key in memory is refused here, so that no data key is ever written under a key
-- that the ring has lost.
create function ctx.refuse_retired_kek() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from ctx.retired_keks r where r.id = ctx.kek_of(new.wrapped)) then
    raise exception 'a retired key wraps nothing' using errcode = '42501';
  end if;
  return new;
end $$;
