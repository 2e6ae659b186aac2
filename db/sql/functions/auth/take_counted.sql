-- As auth.take, and says how many are left: null when there was none to take.
create function auth.take_counted(p_key bytea, p_burst double precision, p_per_second double precision) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not auth.take(p_key, p_burst, p_per_second) then return null; end if;
  return (select floor(b.level)::integer from auth.buckets b where b.key = p_key);
end $$;
