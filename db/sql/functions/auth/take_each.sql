-- Several budgets in one question, in their order: the first that is empty stops it, so what is refused early costs
-- the later ones nothing.
create function auth.take_each(p_keys bytea[], p_bursts double precision[], p_rates double precision[]) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Each is full again long before two days, so an old one says nothing; made-up addresses do not fill the table.
  if random() < 0.005 then delete from auth.buckets b where b.at < clock_timestamp() - interval '2 days'; end if;
  for i in 1 .. coalesce(array_length(p_keys, 1), 0) loop
    if not auth.take(p_keys[i], p_bursts[i], p_rates[i]) then return false; end if;
  end loop;
  return true;
end $$;
